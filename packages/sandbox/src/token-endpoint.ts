import { answerJson } from './answers.ts';
import type { Answer } from './answers.ts';
import { BASIC_CHALLENGE, REJECTIONS } from './authorize.ts';
import { identifyBasic, identifyByPassword, readAuthorization } from './caller.ts';
import type { Caller } from './caller.ts';
import { isExpired } from './credentials.ts';
import { RegistryError } from './errors.ts';
import { readBody } from './exchange.ts';
import type { Backend, Exchange } from './exchange.ts';
import { formatScope, narrowScopes } from './scopes.ts';

const FORM_LIMIT = 64 * 1024;

interface TokenRequest {
  readonly caller: Caller;
  readonly scopes: readonly string[];
  readonly offline: boolean;
  /** The answer names the scope that was granted: asked of the POST form only. */
  readonly namesScope: boolean;
}

/**
 * GET with Basic (https://distribution.github.io/distribution/spec/auth/token/) and POST with a form
 * (https://distribution.github.io/distribution/spec/auth/oauth/).
 */
export async function serveToken(backend: Backend, exchange: Exchange): Promise<Answer> {
  const wanted = exchange.method === 'POST' ? await readForm(backend, exchange) : readQuery(backend, exchange);
  exchange.caller = wanted.caller;
  return issueToken(backend, wanted);
}

function readQuery(backend: Backend, exchange: Exchange): TokenRequest {
  const { scheme, value } = readAuthorization(exchange.request.headers.authorization);
  return {
    caller: scheme === 'basic' ? identifyBasic(backend.book, value) : { kind: 'anonymous' },
    scopes: exchange.query.getAll('scope').flatMap(splitScopes),
    offline: exchange.query.get('offline_token') === 'true',
    namesScope: false,
  };
}

async function readForm(backend: Backend, exchange: Exchange): Promise<TokenRequest> {
  const tooLarge = new RegistryError('SIZE_INVALID', 'a token request has at most 64 KiB', { status: 413 });
  const form = new URLSearchParams((await readBody(exchange.request, FORM_LIMIT, tooLarge)).toString('utf8'));
  return {
    caller: identifyForm(backend, form),
    scopes: splitScopes(form.get('scope') ?? ''),
    offline: form.get('grant_type') === 'password' && form.get('access_type') === 'offline',
    namesScope: true,
  };
}

function identifyForm(backend: Backend, form: URLSearchParams): Caller {
  switch (form.get('grant_type')) {
    case 'password':
      return identifyByPassword(backend.book, {
        username: form.get('username') ?? '',
        password: form.get('password') ?? '',
      });
    case 'refresh_token':
      return identifyRefreshToken(backend, form.get('refresh_token') ?? '');
    default:
      throw new RegistryError('UNSUPPORTED', 'grant_type is password or refresh_token', { status: 400 });
  }
}

function identifyRefreshToken(backend: Backend, text: string): Caller {
  const { book, tokens, settings } = backend;
  const credentials = tokens.findRefreshToken(text);
  if (!credentials?.every((credential) => book.isLive(credential))) return { kind: 'rejected', reason: 'token' };
  const expired = credentials.some((credential) => isExpired(credential, settings.now()));
  return expired ? { kind: 'rejected', reason: 'expired' } : { kind: 'credential', credentials };
}

function issueToken(backend: Backend, wanted: TokenRequest): Answer {
  const { settings, tokens } = backend;
  if (wanted.caller.kind === 'rejected') throw unauthorized(REJECTIONS[wanted.caller.reason]);
  const credentials = wanted.caller.kind === 'anonymous' ? [] : wanted.caller.credentials;
  const grants = narrowScopes(wanted.scopes, credentials, settings.registries);
  if (credentials.length === 0 && grants.length === 0) throw unauthorized('authentication required');
  const now = settings.now();
  const token = tokens.issue({ credentials, grants, expiresAt: now + settings.tokenLifetime * 1000 }, now);
  const offline = wanted.offline && settings.refreshTokens && credentials.length > 0;
  return answerJson(
    200,
    {
      token,
      access_token: token,
      expires_in: settings.tokenLifetime,
      issued_at: new Date(now).toISOString(),
      ...(wanted.namesScope ? { scope: formatScope(grants) } : {}),
      ...(offline ? { refresh_token: tokens.issueRefreshToken(credentials) } : {}),
    },
    { 'Cache-Control': 'no-store' },
  );
}

function splitScopes(text: string): readonly string[] {
  return text.split(' ').filter((scope) => scope !== '');
}

function unauthorized(message: string): RegistryError {
  return new RegistryError('UNAUTHORIZED', message, { headers: { 'WWW-Authenticate': BASIC_CHALLENGE } });
}
