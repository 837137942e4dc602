import { parseScope } from './scope.ts';
import type { Scope } from './scope.ts';

/** How the caller says who it is. */
export type Claim =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'refresh'; readonly token: string };

/** A request for a token, whichever of the two forms it came in. */
export interface TokenQuestion {
  readonly form: 'get' | 'oauth';
  readonly service: string;
  readonly scopes: readonly Scope[];
  readonly clientId: string | undefined;
  /** Whether a refresh token is wanted. */
  readonly offline: boolean;
  readonly claim: Claim;
}

/** https://distribution.github.io/distribution/spec/auth/token/ */
export function readGetForm(query: URLSearchParams, authorization: string | undefined): TokenQuestion {
  return {
    form: 'get',
    service: query.get('service') ?? '',
    scopes: readScopes(query.getAll('scope')),
    clientId: query.get('client_id') ?? undefined,
    offline: query.get('offline_token') === 'true',
    claim: readBasic(authorization),
  };
}

/** https://distribution.github.io/distribution/spec/auth/oauth/ ; undefined where a required field is missing. */
export function readOauthForm(form: URLSearchParams): TokenQuestion | undefined {
  const claim = readGrant(form);
  const clientId = form.get('client_id');
  if (claim === undefined || clientId === null) return undefined;
  return {
    form: 'oauth',
    service: form.get('service') ?? '',
    scopes: readScopes(form.getAll('scope')),
    clientId,
    offline: form.get('access_type') === 'offline',
    claim,
  };
}

function readGrant(form: URLSearchParams): Claim | undefined {
  const [username, password, token] = [form.get('username'), form.get('password'), form.get('refresh_token')];
  if (form.get('grant_type') === 'password' && username !== null && password !== null) {
    return { kind: 'password', username, password };
  }
  return form.get('grant_type') === 'refresh_token' && token !== null ? { kind: 'refresh', token } : undefined;
}

function readBasic(authorization: string | undefined): Claim {
  const encoded = /^basic +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return { kind: 'anonymous' };
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return { kind: 'password', username: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** The GET form repeats the parameter, the POST form has one list; both are met in the wild, so both are read. */
function readScopes(values: readonly string[]): Scope[] {
  return values.flatMap((value) => value.split(' ')).flatMap((text) => parseScope(text) ?? []);
}
