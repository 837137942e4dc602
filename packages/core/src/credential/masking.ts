import type { Credential } from './credential.ts';

/** A shorter form would blank innocent text all over a log: GitHub masks every occurrence of whatever it is given. */
export const SHORTEST_MASK = 4;

/**
 * Every form in which a log could show the password: as it is, each of its words between line breaks, base64 (standard
 * and URL alphabet, at each of the three alignments inside a longer text, and joined to the username), hex, percent
 * encoding, and the quoting of JSON, XML, shells and workflow commands. Longest first, so that a replacement never
 * leaves the rest of a longer form behind. Never the username alone: outputs must stay usable.
 */
export function deriveMaskedForms(credential: Pick<Credential, 'username' | 'password'>): readonly string[] {
  const password = credential.password.reveal();
  if (password === '') return [];
  const json = JSON.stringify(password).slice(1, -1);
  const xml = escapeXml(password);
  const forms = new Set<string>([
    password,
    password.trim(),
    ...encodeBase64Forms(password),
    ...encodeBase64Forms(`${credential.username}:${password}`),
    Buffer.from(password, 'utf16le').toString('base64'),
    Buffer.from(password).toString('hex'),
    Buffer.from(password).toString('hex').toUpperCase(),
    ...encodePercentForms(password),
    json,
    escapeNonAscii(json),
    // Docker is written in Go, whose JSON is fit for HTML: https://pkg.go.dev/encoding/json#HTMLEscape
    json.replace(/[<>&\u2028\u2029]/gu, escapeUnit),
    xml,
    xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    xml.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
    xml.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
    password.replaceAll("'", `'\\''`),
    password.replaceAll("'", `'"'"'`),
    password.replaceAll("'", "''"),
    password.replaceAll('$', '$$$$'),
    password.replace(/[^A-Za-z0-9_\-.,:/@\n]/gu, '\\$&'),
    password.replace(/[^\w@%+=:,./-]/gu, '\\$&'),
    password.replace(/["\\$`]/gu, '\\$&'),
    password.replaceAll('%', '%25'),
  ]);
  return [...forms].filter((form) => form.length >= SHORTEST_MASK).toSorted((a, b) => b.length - a.length);
}

/**
 * The commands by which a GitHub runner masks these forms, a line each: what would end a line is escaped.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#masking-a-value-in-a-log
 */
export function composeMaskCommands(forms: readonly string[]): readonly string[] {
  return forms.map((form) => {
    return `::add-mask::${form.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`;
  });
}

/** Replaces every masked form by `***`. */
export function redactText(text: string, forms: readonly string[]): string {
  return forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}

/**
 * Text from a server or a child process as data, fit for a log line: secrets replaced, control characters (line breaks
 * too) as spaces, `::`, `##[` and `##vso[` broken so that no CI system reads a command in it, at most 300 characters.
 * Rule: workflow commands are recognised at the start of a line on both streams
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
export function quoteForeignText(text: string, forms: readonly string[]): string {
  const tidy = redactText(text, forms)
    // Also the invisible characters that turn text around or hide it: bidirectional controls, zero widths, BOM.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/:(?=:)/gu, ': ')
    .replace(/##(?=[a-z]*\[)/giu, '## ');
  // Once more: a line break in the middle of a password may have become the blank that belongs there.
  const flat = redactText(tidy, forms).trim();
  if (isWrapped(flat, forms)) return '***';
  return flat.length > 300 ? `${[...flat].slice(0, 299).join('')}…` : flat;
}

/** Encoders break long lines: with a form that blanks take apart, nothing of the text can be shown. */
function isWrapped(text: string, forms: readonly string[]): boolean {
  const joined = text.replaceAll(' ', '');
  // Shorter forms come about by chance when words are joined.
  return forms.some((form) => form.length >= 12 && !text.includes(form) && joined.includes(form));
}

/** In base64, standard and for URLs, alone and at each of the three places inside a longer text. */
export function encodeBase64Forms(value: string): string[] {
  const forms: string[] = [];
  for (const shift of [0, 1, 2]) {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
    const encoded = bytes.toString('base64');
    // The first characters mix with what stood before, the last group with what follows: both are cut.
    const start = shift === 0 ? 0 : shift + 1;
    const end = bytes.length % 3 === 0 ? encoded.length : Math.floor((bytes.length * 8) / 6);
    const inner = encoded.slice(start, end);
    forms.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'));
  }
  const whole = Buffer.from(value).toString('base64');
  return [...forms, whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
}

function encodePercentForms(value: string): string[] {
  // A lone surrogate cannot be encoded; as bytes it is the replacement character already.
  const wellFormed = Buffer.from(value).toString('utf8');
  const component = encodeURIComponent(wellFormed);
  const strict = component.replace(/[!'()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const everyByte = [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const lower = component.replace(/%[0-9A-F]{2}/gu, (c) => c.toLowerCase());
  const form = new URLSearchParams({ v: wellFormed }).toString().slice(2);
  const forms = [component, lower, strict, form, component.replaceAll('%20', '+'), strict.replaceAll('%20', '+')];
  return [...forms, encodeURI(wellFormed), everyByte, everyByte.toUpperCase()];
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeNonAscii(value: string): string {
  // By code unit, not by character: JSON writes an astral character as two escapes.
  return value.replace(/[\u0080-\uffff]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
