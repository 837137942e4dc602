import { encodeAligned, toUrlAlphabet } from './base64-forms.ts';

export interface CanarySecret {
  /** How hits call it. */
  readonly name: string;
  /** At least 12 bytes and nothing that occurs elsewhere: a short or common one is found everywhere. */
  readonly value: string;
  /** Who logs in with it: `base64(username:value)` is what configuration files store. */
  readonly username?: string;
}

/** One way in which a secret may lie somewhere. */
export interface SecretForm {
  readonly secret: string;
  readonly encoding: string;
  readonly bytes: Buffer;
  /** Tools break long texts of this encoding into lines, so it is looked for across them too. */
  readonly wraps: boolean;
}

const SHORTEST_FORM = 8;

type Encoding = readonly [name: string, text: string];

/** Every form in which a secret is looked for; of forms with equal bytes the first name stays. */
export function encodeForms(secret: CanarySecret): SecretForm[] {
  if (Buffer.byteLength(secret.value) < 12)
    throw new Error(`the canary ${secret.name} is too short to be told from chance`);
  const plain = [...listPlain(secret.value), ...listQuoted(secret.value), ...listUrlEncoded(secret.value)];
  const forms = [
    ...plain.map(([encoding, text]) => ({ encoding, bytes: Buffer.from(text), wraps: false })),
    { encoding: 'utf-16le', bytes: Buffer.from(secret.value, 'utf16le'), wraps: false },
    ...listBinary(secret).map(([encoding, text]) => ({ encoding, bytes: Buffer.from(text), wraps: true })),
  ];
  const seen = new Set<string>();
  return forms
    .filter(({ bytes }) => {
      const key = bytes.toString('latin1');
      const isNew = bytes.length >= SHORTEST_FORM && !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .map((form) => ({ secret: secret.name, ...form }));
}

function listPlain(value: string): Encoding[] {
  const lines = value.split(/\r\n|\r|\n/);
  return [
    ['raw', value],
    ['trimmed', value.trim()],
    ...(lines.length > 1 ? lines.map((line, index): Encoding => [`line ${index + 1}`, line.trim()]) : []),
    ['reversed', [...value].toReversed().join('')],
  ];
}

function listQuoted(value: string): Encoding[] {
  const json = JSON.stringify(value).slice(1, -1);
  const xml = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    ['json', json],
    ['json, ascii only', json.replaceAll(/[^\x20-\x7e]/g, escapeUnit)],
    // Go's encoding/json does so, and docker is written in Go.
    ['json, html-safe', json.replaceAll(/[<>&\u2028\u2029]/g, escapeUnit)],
    ['json in json', JSON.stringify(json).slice(1, -1)],
    ['xml text', xml],
    ['xml attribute', xml.replaceAll('"', '&quot;').replaceAll("'", '&apos;')],
    ['html attribute', xml.replaceAll('"', '&#34;').replaceAll("'", '&#39;')],
    ['single-quoted shell', value.replaceAll("'", String.raw`'\''`)],
    ['double-quoted shell', value.replaceAll(/["$`\\]/g, String.raw`\$&`)],
    ['backslashed shell', value.replaceAll(/[^\w@%+=:,./-]/g, String.raw`\$&`)],
    ['doubled dollars', value.replaceAll('$', '$$$$')],
    // What the commands of a GitHub workflow log look like.
    ['workflow command', value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')],
  ];
}

function listUrlEncoded(value: string): Encoding[] {
  const hex = Buffer.from(value).toString('hex');
  const every = hex.replaceAll(/../g, '%$&');
  const component = encodeURIComponent(value);
  return [
    ['url component', component],
    ['url component, lower case', component.replaceAll(/%../g, (code) => code.toLowerCase())],
    // RFC 3986 reserves these five as well: https://www.rfc-editor.org/rfc/rfc3986#section-2.2
    ['url, strict', component.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)],
    ['url form', new URLSearchParams({ v: value }).toString().slice(2)],
    ['url, every byte', every.toUpperCase()],
    ['url, every byte, lower case', every],
  ];
}

function listBinary({ value, username }: CanarySecret): Encoding[] {
  const hex = Buffer.from(value).toString('hex');
  const pair = username === undefined ? [] : [Buffer.from(`${username}:${value}`).toString('base64')];
  return [
    ['hex', hex],
    ['hex, upper case', hex.toUpperCase()],
    ...pair.map((text): Encoding => ['base64 of username:secret', text]),
    ...listBase64('base64', Buffer.from(value)),
    // A Kubernetes pull secret holds base64 of JSON with base64 in it.
    ...pair.flatMap((text) => listBase64('base64 of base64 of username:secret', Buffer.from(text))),
    ...encodeAligned(Buffer.from(value)).flatMap(({ offset, text }) =>
      listBase64(`base64 of base64, offset ${offset},`, Buffer.from(text)),
    ),
    // PowerShell's -EncodedCommand.
    ...listBase64('base64 of utf-16le', Buffer.from(value, 'utf16le')),
  ];
}

function listBase64(name: string, bytes: Buffer): Encoding[] {
  return encodeAligned(bytes).flatMap(({ offset, text }): Encoding[] => [
    [`${name} at offset ${offset}`, text],
    [`${name}url at offset ${offset}`, toUrlAlphabet(text)],
  ]);
}

function escapeUnit(unit: string): string {
  return String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
