import { Buffer } from 'node:buffer';
import type { ModificationOptions } from 'jsonc-parser';
import { applyEdits, modify, parseTree, findNodeAtLocation } from 'jsonc-parser';
import { DcrError } from '../../errors.ts';

/** One value of `auths`, as docker wrote it: `auth`, perhaps `identitytoken`, perhaps what we do not know. */
export type AuthEntry = Readonly<Record<string, unknown>>;

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The object of a docker `config.json`; an absent or blank file is an empty one.
 * Throws `DCR_STORE_FAILED` for anything that docker could not read either: it is never repaired by overwriting it.
 */
export function parseConfigFile(text: string | undefined, path: string): JsonObject {
  if (text === undefined || text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value) && (value['auths'] === undefined || value['auths'] === null || isObject(value['auths']))) {
      return value;
    }
  } catch {
    // The parser's message repeats the text around the fault, which may be a credential.
  }
  const message = `${path} is no client configuration (it must be one JSON object); it was left as it is`;
  throw new DcrError('DCR_STORE_FAILED', { message, remedy: 'Repair or remove that file, or log in with --isolate.' });
}

export function readAuth(config: JsonObject, key: string): AuthEntry | undefined {
  const auths = config['auths'];
  const entry = isObject(auths) && Object.hasOwn(auths, key) ? auths[key] : undefined;
  return isObject(entry) ? entry : undefined;
}

/** `docker-credential-<name>` that the user configured for this host; undefined where the file itself is the store. */
export function readHelperName(config: JsonObject, key: string): string | undefined {
  const helpers = config['credHelpers'];
  const own = isObject(helpers) && Object.hasOwn(helpers, key) ? helpers[key] : config['credsStore'];
  return typeof own === 'string' && own !== '' ? own : undefined;
}

/** Sets one entry. The other keys are neither read nor written anew; the file keeps its own indentation. */
export function putAuth(text: string, key: string, entry: AuthEntry): string {
  const base = text.trim() === '' ? '{}' : text;
  const auths = findNodeAtLocation(parseTree(base) ?? NOTHING, ['auths']);
  // Nothing can be put into null, which docker reads as no entries.
  return auths?.type === 'null' ? edit(base, ['auths'], { [key]: entry }) : edit(base, ['auths', key], entry);
}

/** Removes one entry; `auths` itself too when it holds nothing more and `keepAuths` is false. */
export function dropAuth(text: string, key: string, keepAuths: boolean): string {
  const tree = parseTree(text) ?? NOTHING;
  if (findNodeAtLocation(tree, ['auths', key]) === undefined) return text;
  const isLast = findNodeAtLocation(tree, ['auths'])?.children?.length === 1;
  return edit(text, isLast && !keepAuths ? ['auths'] : ['auths', key], undefined);
}

const NOTHING = { type: 'null', offset: 0, length: 0 } as const;

function edit(text: string, path: string[], value: unknown): string {
  return applyEdits(text, modify(text, path, value, readFormat(text)));
}

/** How a text is indented: by what stands before its first key; docker's own tabs for an empty one, no line for one line. */
function readFormat(text: string): ModificationOptions {
  const indent = /\n([ \t]+)"/u.exec(text)?.[1];
  if (indent === undefined && !/^\s*\{\s*\}\s*$/u.test(text)) return {};
  const { length: tabSize } = indent ?? '\t';
  return { formattingOptions: { insertSpaces: indent?.startsWith(' ') ?? false, tabSize, eol: '\n' } };
}

export function encodeAuth(username: string, password: string): AuthEntry {
  return { auth: Buffer.from(`${username}:${password}`).toString('base64') };
}

/** Username and secret of an entry in the words of the helper protocol: a refresh token has the username `<token>`. */
export function decodeAuth(entry: AuthEntry): { username: string; secret: string } | undefined {
  const { identitytoken, auth } = entry;
  if (typeof identitytoken === 'string' && identitytoken !== '') return { username: '<token>', secret: identitytoken };
  if (typeof auth !== 'string') return undefined;
  const text = Buffer.from(auth, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon <= 0 ? undefined : { username: text.slice(0, colon), secret: text.slice(colon + 1) };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
