import type { ListEntry } from './registries-rules.ts';

const KEYS: readonly string[] = ['registry', 'username', 'password', 'passwordEnv'] satisfies (keyof ListEntry)[];

/** `- key: value` opens an entry, `  key: value` goes on with it. */
const LINE = /^(- | {2})([A-Za-z]+): (.+)$/su;

/** Text that is the same text with or without quotes, wherever it stands in YAML; null would be no text. */
const BARE = /^(?!null$)[A-Za-z0-9][A-Za-z0-9._/-]*(?::[A-Za-z0-9._/-]+)*$/iu;

/**
 * The entries of a list that is written as nearly everybody writes it: JSON as a program writes it, or in YAML one line a key
 * and each value bare or in JSON's quotes, as `toJSON(secrets.X)` gives it. Undefined for every other text, right or wrong:
 * the schema judges it. What is read here the schema reads alike; a property test holds one against the other.
 */
export function readPlainEntries(content: string): readonly ListEntry[] | undefined {
  const entries = content.trimStart().startsWith('[') ? readJson(content) : readLines(content);
  return Array.isArray(entries) && entries.length > 0 && entries.every(isEntry) ? entries : undefined;
}

function readLines(content: string): unknown {
  const entries: Record<string, string>[] = [];
  for (const line of content.replace(/\n+$/u, '').split('\n')) {
    const [, start, key = '', written = ''] = LINE.exec(line) ?? [];
    if (start === '- ') entries.push({});
    const entry = entries.at(-1);
    const value = BARE.test(written) ? written : readJson(written);
    if (entry === undefined || typeof value !== 'string' || Object.hasOwn(entry, key)) return undefined;
    entry[key] = value;
  }
  return entries;
}

/**
 * Undefined where the text is not the one that `JSON.stringify` makes of its value, but for blanks: a key that stands there
 * twice, or an escape that YAML may know otherwise, is not looked into.
 */
function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const squeezed = text.replace(/("(?:[^"\\]|\\.)*")|[ \n]+/gu, '$1');
    return squeezed === JSON.stringify(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(entry: unknown): entry is ListEntry {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return false;
  const fits = Object.entries(entry).every(([key, value]) => KEYS.includes(key) && typeof value === 'string');
  const { registry, username, passwordEnv } = entry as Partial<ListEntry>;
  return fits && registry !== undefined && username !== undefined && passwordEnv !== '';
}
