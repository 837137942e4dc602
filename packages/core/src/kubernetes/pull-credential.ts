import { putAuth } from '../login/store/config-edit.ts';
import { isObject } from '../login/store/config-file.ts';
import type { RegistryReference } from '../registry/reference.ts';
import { escapeForGo } from './go-json.ts';

/** Where a secret of the type `kubernetes.io/dockerconfigjson` keeps the text that this file is about. */
export const CONFIG_KEY = '.dockerconfigjson';

export interface PullCredential {
  /** The key under `auths`. */
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly email?: string;
}

/** What a kubelet looks a credential of this registry up by: https://kubernetes.io/docs/concepts/containers/images/#config-json */
export function chooseServer({ registry, key, host }: RegistryReference): string {
  // Docker Hub alone is stored under an address of its own.
  return key === host ? registry : key;
}

/** The text of a new secret, byte for byte as kubectl writes it: Go's own order of fields and escapes. */
export function composeConfig({ server, ...login }: PullCredential): string {
  return escapeForGo(JSON.stringify({ auths: { [server]: composeEntry(login) } }));
}

type Entry = Readonly<Record<string, unknown>>;

function composeEntry({ username, password, email = '' }: Omit<PullCredential, 'server'>): Entry {
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  // Go drops an empty one.
  return { username, password, ...(email === '' ? {} : { email }), auth };
}

/** Undefined for a text that no kubelet could read: it is never repaired by overwriting it. */
export function parseAuths(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return undefined;
    const auths = value['auths'] ?? {};
    return isObject(auths) ? auths : undefined;
  } catch {
    // The parser's words repeat what stands around the fault.
    return undefined;
  }
}

/** The keys that mean this registry: people write the scheme too, or end in a slash. */
export function listOwnKeys(auths: Readonly<Record<string, unknown>>, server: string): readonly string[] {
  return Object.keys(auths).filter((key) => tidyKey(key) === tidyKey(server));
}

/**
 * Keys of others that a kubelet would also try for this registry, or this one's for theirs: of one host it takes every
 * entry whose path is a prefix, in the middle of a word too, the longest first.
 */
export function listOverlaps(auths: Readonly<Record<string, unknown>>, server: string): readonly string[] {
  const [host, path] = splitKey(server);
  return Object.keys(auths).filter((key) => {
    const [otherHost, other] = splitKey(key);
    return otherHost === host && other !== path && (path.startsWith(other) || other.startsWith(path));
  });
}

function splitKey(key: string): readonly [string, string] {
  const tidy = tidyKey(key);
  const slash = tidy.includes('/') ? tidy.indexOf('/') : tidy.length;
  return [tidy.slice(0, slash), tidy.slice(slash + 1)];
}

function tidyKey(key: string): string {
  const [host = '', ...path] = key
    .replace(/^https?:\/\//u, '')
    .replace(/\/+$/u, '')
    .split('/');
  return [host.toLowerCase(), ...path].join('/');
}

/** What a kubelet would log in with: `auth` wins over the two fields beside it. */
export function readLogin(entry: unknown): { readonly username: string; readonly password: string } | undefined {
  if (!isObject(entry)) return undefined;
  const { auth, username, password } = entry;
  const [, name, secret] = typeof auth === 'string' ? (/^([^:]*):(.*)$/su.exec(decode(auth)) ?? []) : [];
  if (name !== undefined && secret !== undefined) return { username: name, password: secret };
  return typeof username === 'string' && typeof password === 'string' ? { username, password } : undefined;
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

/** Whether nothing about this registry has to be written. */
export function holdsLogin(text: string, credential: PullCredential): boolean {
  const auths = parseAuths(text) ?? {};
  const keys = listOwnKeys(auths, credential.server);
  return keys.length > 0 && keys.every((key) => isSame(auths[key], credential));
}

function isSame(entry: unknown, { username, password, email }: PullCredential): boolean {
  const login = readLogin(entry);
  const fields = isObject(entry) ? entry : {};
  const right = (name: string, wanted: string | undefined): boolean =>
    fields[name] === undefined || wanted === undefined || fields[name] === wanted;
  const parts = right('username', username) && right('password', password);
  const mail = email === undefined || email === '' || fields['email'] === email;
  return login?.username === username && login.password === password && parts && mail;
}

/**
 * The text with this registry's entry set, under whatever spelling it has there; all other bytes stay. A token that stood
 * for the old password goes with it.
 */
export function mergeConfig(text: string, credential: PullCredential): string {
  const merged = editConfig(text, credential);
  // A key that is named twice is edited at its first place and read at its last: the text is made anew without the first.
  return holdsLogin(merged, credential) ? merged : editConfig(JSON.stringify(JSON.parse(text)), credential);
}

function editConfig(text: string, credential: PullCredential): string {
  const auths = parseAuths(text) ?? {};
  const known = listOwnKeys(auths, credential.server);
  return (known.length === 0 ? [credential.server] : known).reduce((merged, key) => {
    const old = isObject(auths[key]) ? auths[key] : {};
    const { username: _name, password: _secret, auth: _pair, identitytoken: _i, registrytoken: _r, ...rest } = old;
    const { email: mail, ...kept } = rest;
    const email = credential.email ?? (typeof mail === 'string' ? mail : '');
    const { auth, ...login } = composeEntry({ ...credential, email });
    return putAuth(merged, key, { ...login, ...kept, auth });
  }, text);
}
