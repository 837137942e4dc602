import { isExpired } from './credentials.ts';
import type { Credential, CredentialBook } from './credentials.ts';
import type { Grant } from './scopes.ts';
import type { TokenStore } from './tokens.ts';

export type HeaderScheme = 'none' | 'basic' | 'bearer';

/** Who asks, as far as the Authorization header proves it. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'credential'; readonly credentials: readonly Credential[] }
  | { readonly kind: 'token'; readonly credentials: readonly Credential[]; readonly grants: readonly Grant[] }
  | { readonly kind: 'rejected'; readonly reason: 'wrong' | 'expired' | 'token'; readonly username?: string };

export interface Authorization {
  readonly scheme: HeaderScheme;
  /** What follows the scheme. */
  readonly value: string;
}

/** A header of a scheme that is not known here counts as `none`: it proves nothing. */
export function readAuthorization(header: string | undefined): Authorization {
  const [, name = '', value = ''] = /^([a-z]+) +(\S+)$/i.exec(header ?? '') ?? [];
  const scheme = name.toLowerCase();
  return scheme === 'basic' || scheme === 'bearer' ? { scheme, value } : { scheme: 'none', value: '' };
}

/** RFC 7617: cut at the first colon, for passwords may hold more of them. Undefined where there is none. */
function decodeBasic(value: string): { readonly username: string; readonly password: string } | undefined {
  const text = Buffer.from(value, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

export function identifyByPassword(book: CredentialBook, given: { username: string; password: string }): Caller {
  const { username } = given;
  const found = book.authenticate(username, given.password);
  if (found.kind === 'accepted') return { kind: 'credential', credentials: found.credentials };
  return { kind: 'rejected', reason: found.kind, ...(book.knowsUsername(username) ? { username } : {}) };
}

export function identifyBasic(book: CredentialBook, value: string): Caller {
  const given = decodeBasic(value);
  // podman and skopeo without a credential answer a Basic challenge with an empty one, instead of with none.
  if (given?.username === '' && given.password === '') return { kind: 'anonymous' };
  return given ? identifyByPassword(book, given) : { kind: 'rejected', reason: 'wrong' };
}

/** A token lives as long as each credential that it was given for: rotation ends it at once. */
export function identifyToken(context: {
  book: CredentialBook;
  tokens: TokenStore;
  text: string;
  now: number;
}): Caller {
  const { book, now } = context;
  const token = context.tokens.find(context.text);
  if (!token) return { kind: 'rejected', reason: 'token' };
  const { credentials, grants } = token;
  const username = usernameOf(credentials);
  const owner = username === undefined ? {} : { username };
  if (credentials.some((credential) => isExpired(credential, now))) {
    return { kind: 'rejected', reason: 'expired', ...owner };
  }
  if (token.expiresAt <= now || !credentials.every((credential) => book.isLive(credential))) {
    return { kind: 'rejected', reason: 'token', ...owner };
  }
  return { kind: 'token', credentials, grants };
}

export function usernameOf(credentials: readonly Credential[]): string | undefined {
  return credentials[0]?.username;
}
