import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { narrowScopes, parseScope, printScope } from './scope.ts';
import type { Scope } from './scope.ts';
import { createTokenIssuer } from './token-issuer.ts';
import { readGetForm, readOauthForm } from './token-question.ts';
import type { Claim, TokenQuestion } from './token-question.ts';

export interface TokenUser {
  readonly username: string;
  readonly password: string;
  /** In the grammar of scopes; a name that ends in `*` covers all that begin like it: `repository:acme/*:pull,push`. */
  readonly grants: readonly string[];
}

export interface TokenServerOptions {
  readonly users: readonly TokenUser[];
  /** What somebody without a credential may do. Default: nothing, a token all the same. */
  readonly anonymousGrants?: readonly string[];
  /** Default `dcr-test`. */
  readonly service?: string;
  /** Seconds that a token lives. Default 300. */
  readonly lifetime?: number;
  /** Whether refresh tokens are given to those who ask. Default false. */
  readonly refreshTokens?: boolean;
}

/** One answered question, without any secret of it. */
export interface TokenRequest {
  readonly form: TokenQuestion['form'];
  /** How the caller said who it is. */
  readonly claim: Claim['kind'];
  readonly service: string;
  readonly clientId?: string;
  readonly offline: boolean;
  readonly requested: readonly string[];
  readonly granted: readonly string[];
  readonly status: number;
}

export interface TokenServer {
  /** The address of the token endpoint. */
  readonly realm: string;
  readonly service: string;
  /** The `iss` of every token. */
  readonly issuer: string;
  /** What a registry must trust, as PEM. */
  readonly certificate: string;
  requests(): readonly TokenRequest[];
  /** Replaces all users; refresh tokens of a credential that is not among them any more are dead. */
  setUsers(users: readonly TokenUser[]): void;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: object;
  readonly granted: readonly Scope[];
}

interface Account {
  readonly username: string;
  readonly password: string;
  readonly grants: readonly Scope[];
}

const ISSUER = 'dcr-test-issuer';

/** A token server for docker-registry's token auth, on 127.0.0.1 and plain http. */
export async function startTokenServer(options: TokenServerOptions): Promise<TokenServer> {
  const service = options.service ?? 'dcr-test';
  const issuer = createTokenIssuer(ISSUER);
  let accounts = options.users.map(openAccount);
  const anybody = openAccount({ username: '', password: '', grants: options.anonymousGrants ?? [] });
  const requests: TokenRequest[] = [];
  const refreshTokens = new Map<string, Account>();

  const findAccount = (claim: Claim): Account | undefined => {
    if (claim.kind === 'anonymous') return anybody;
    const credential = claim.kind === 'refresh' ? refreshTokens.get(claim.token) : claim;
    return accounts.find(
      ({ username, password }) => username === credential?.username && password === credential.password,
    );
  };

  const answer = (question: TokenQuestion): Answer => {
    const account = findAccount(question.claim);
    if (account === undefined) return refuse(401, question.form, 'UNAUTHORIZED', 'invalid_grant');
    if (question.service !== service) return refuse(400, question.form, 'UNSUPPORTED', 'invalid_request');
    const granted = narrowScopes(question.scopes, account.grants);
    const subject = account.username;
    const issued = issuer.issue({ subject, service, access: granted, lifetime: options.lifetime ?? 300 });
    const body: Record<string, unknown> = {
      token: issued.token,
      access_token: issued.token,
      expires_in: issued.expiresIn,
      issued_at: issued.issuedAt,
    };
    if (question.form === 'oauth') body['scope'] = granted.map(printScope).join(' ');
    if (question.offline && options.refreshTokens && question.claim.kind !== 'anonymous') {
      const token = randomBytes(24).toString('base64url');
      refreshTokens.set(token, account);
      body['refresh_token'] = token;
    }
    return { status: 200, body, granted };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const question = await readQuestion(request);
    const result = question === undefined ? refuse(400, 'oauth', 'UNSUPPORTED', 'invalid_request') : answer(question);
    if (question !== undefined) requests.push(describeRequest(question, result));
    response.writeHead(result.status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(result.body));
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    realm: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
    service,
    issuer: ISSUER,
    certificate: issuer.certificate,
    requests: () => [...requests],
    setUsers: (next) => {
      accounts = next.map(openAccount);
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readQuestion(request: IncomingMessage): Promise<TokenQuestion | undefined> {
  if (request.method === 'GET') {
    return readGetForm(new URL(request.url ?? '/', 'http://localhost').searchParams, request.headers.authorization);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return readOauthForm(new URLSearchParams(Buffer.concat(chunks).toString()));
}

/** The GET form speaks the registry's errors, the POST form OAuth's: https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
function refuse(status: number, form: TokenQuestion['form'], code: string, error: string): Answer {
  const body = form === 'get' ? { errors: [{ code, message: 'refused', detail: null }] } : { error };
  return { status, body, granted: [] };
}

function openAccount(user: TokenUser): Account {
  const grants = user.grants.map((text) => {
    const scope = parseScope(text);
    if (scope === undefined) throw new Error(`not a scope: ${text}`);
    return scope;
  });
  return { ...user, grants };
}

function describeRequest(question: TokenQuestion, { status, granted }: Answer): TokenRequest {
  const { form, service, clientId, offline, scopes } = question;
  return {
    form,
    claim: question.claim.kind,
    service,
    ...(clientId === undefined ? {} : { clientId }),
    offline,
    requested: scopes.map(printScope),
    granted: granted.map(printScope),
    status,
  };
}
