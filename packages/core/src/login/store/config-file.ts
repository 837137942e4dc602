import { Buffer } from 'node:buffer';
import { DcrError } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';

/** One value of `auths`, as docker wrote it: `auth`, perhaps `identitytoken`, perhaps what we do not know. */
export type AuthEntry = Readonly<Record<string, unknown>>;

export type JsonObject = Readonly<Record<string, unknown>>;

/** Undefined where there is no file. Throws `DCR_STORE_FAILED` for a directory, pipe or device in its place. */
export async function readConfigText(
  path: string,
  { ports }: { readonly ports: Pick<Ports, 'files'> },
): Promise<string | undefined> {
  const found = await ports.files.inspect(path, { follow: true });
  if (found.kind === 'missing') return undefined;
  if (found.kind === 'file') return found.text;
  throw new DcrError('DCR_STORE_FAILED', {
    message: `${path} is not a regular file (${found.kind}); it was left as it is`,
  });
}

/**
 * The object of a docker `config.json`; an absent or blank file is an empty one.
 * Throws `DCR_STORE_FAILED` for anything that docker could not read either: it is never repaired by overwriting it.
 */
export function parseConfigFile(text: string | undefined, path: string): JsonObject {
  if (text === undefined || text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    const config = isObject(value) ? spellKeys(value, KEYS) : {};
    const { auths } = config;
    if (isObject(value) && (auths === undefined || auths === null || isObject(auths))) return config;
  } catch {
    // The parser's message repeats the text around the fault, which may be a credential.
  }
  const message = `${path} is no client configuration (it must be one JSON object); it was left as it is`;
  throw new DcrError('DCR_STORE_FAILED', { message, remedy: 'Repair or remove that file.' });
}

/** What we read there. */
const KEYS = ['auths', 'credsStore', 'credHelpers'];

/** Texts of an entry: https://github.com/docker/cli/blob/v28.2.2/cli/config/types/authconfig.go */
export const ENTRY_KEYS = ['auth', 'identitytoken', 'registrytoken', 'username', 'password', 'email', 'serveraddress'];

/**
 * Go, in which all clients are written, takes a key in any case: a `credsstore` is a store. Of two spellings maps are put
 * together, and of texts the last one counts that is not null: https://pkg.go.dev/encoding/json#Unmarshal
 */
function spellKeys(object: JsonObject, known: readonly string[]): JsonObject {
  const spelt = Object.entries(object).map(([key, value]) => ({ key, name: findSpelt(key, known) ?? key, value }));
  if (spelt.every(({ key, name }) => key === name)) return object;
  const merged = new Map<string, unknown>();
  for (const { name, value } of spelt) merged.set(name, mergeValues(merged.get(name), value));
  return Object.fromEntries(merged);
}

function mergeValues(before: unknown, value: unknown): unknown {
  if (isObject(before) && isObject(value)) return { ...before, ...value };
  return value === null && typeof before === 'string' ? before : value;
}

/** The one of these keys that Go takes this one for. */
export function findSpelt<Key extends string>(key: string, known: readonly Key[]): Key | undefined {
  return known.find((name) => isSpelt(key, name));
}

/**
 * Go folds as Unicode does, one character for one, so that a long s is an s: https://pkg.go.dev/unicode#SimpleFold
 * Most keys are told apart by their length: an expression for each pair would cost a login half a millisecond.
 */
export function isSpelt(key: string, known: string): boolean {
  return key === known || (key.length === known.length && new RegExp(`^${known}$`, 'iu').test(key));
}

/** An entry as clients read it; what is put back stays as it was. */
export function spellEntry(entry: AuthEntry): AuthEntry {
  return spellKeys(entry, ENTRY_KEYS);
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

export function encodeAuth(username: string, password: string): AuthEntry {
  return { auth: Buffer.from(`${username}:${password}`).toString('base64') };
}

/** Username and secret of an entry in the words of the helper protocol: a refresh token has the username `<token>`. */
export function decodeAuth(entry: AuthEntry): { username: string; secret: string } | undefined {
  const { identitytoken, auth } = spellEntry(entry);
  if (typeof identitytoken === 'string' && identitytoken !== '') return { username: '<token>', secret: identitytoken };
  if (typeof auth !== 'string') return undefined;
  const text = Buffer.from(auth, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon <= 0 ? undefined : { username: text.slice(0, colon), secret: text.slice(colon + 1) };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
