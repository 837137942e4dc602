/** A credential as Jenkins writes it: one element of the class, with one element a field. Its text stays as it is. */
export interface CredentialDocument {
  readonly text: string;
  /** Java class, with the `$` of nested ones as XStream writes it. */
  readonly className: string;
  readonly fields: readonly Field[];
  /** Where a further field goes. */
  readonly end: number;
}

interface Field {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Between its tags, as it stands. */
  readonly inner: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:$-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|</gu;

/** Undefined for what is no such document. A `<` that begins nothing known, a DOCTYPE among others, is none. */
export function parseDocument(text: string): CredentialDocument | undefined {
  const open: { name: string; start: number; inner: number }[] = [];
  const fields: Field[] = [];
  let className: string | undefined;
  let end: number | undefined;
  for (const token of text.matchAll(TOKEN)) {
    const [whole, closing, name, , empty] = token;
    if (name === undefined) {
      if (whole === '<') return undefined;
      continue;
    }
    const next = token.index + whole.length;
    if (closing === '/') {
      const last = open.pop();
      if (last?.name !== name) return undefined;
      if (open.length === 1)
        fields.push({ name, start: last.start, end: next, inner: text.slice(last.inner, token.index) });
      if (open.length === 0) end = token.index;
      continue;
    }
    if (open.length === 0) {
      if (className !== undefined) return undefined;
      className = name;
    }
    if (empty === '/' && open.length === 1) fields.push({ name, start: token.index, end: next, inner: '' });
    if (empty !== '/') open.push({ name, start: token.index, inner: next });
  }
  if (className === undefined || end === undefined || open.length > 0) return undefined;
  return { text, className, fields, end };
}

/** The text of a field, undefined where it is missing or holds elements. */
export function readField(document: CredentialDocument, name: string): string | undefined {
  const field = document.fields.find((one) => one.name === name);
  return field === undefined || field.inner.includes('<') ? undefined : unescapeXml(field.inner);
}

/** The same document with another text in this field, and every other byte as it was. */
export function replaceField(document: CredentialDocument, name: string, value: string): CredentialDocument {
  const field = document.fields.find((one) => one.name === name);
  const [start, end] = field === undefined ? [document.end, document.end] : [field.start, field.end];
  const text = `${document.text.slice(0, start)}<${name}>${escapeXml(value)}</${name}>${document.text.slice(end)}`;
  const changed = parseDocument(text);
  if (changed === undefined) throw new Error('a credential document was broken by its own edit');
  return changed;
}

/** What XML 1.0 cannot carry in any form: https://www.w3.org/TR/xml/#charsets */
export function hasForbiddenCharacter(value: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(value);
}

export function escapeXml(value: string): string {
  return (
    value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // A parser would tidy them away, and XML 1.1, in which Jenkins writes, these two as well: https://www.w3.org/TR/xml11/#sec-line-ends
      .replace(/[\r\n\t\u0085\u2028]/gu, (c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`)
  );
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
