import { findOperation, readOperations, validateExchange } from '../openapi.ts';
import type { FakeAnswer, FakeRequest, FakeServer } from '../server.ts';
import { startFakeServer } from '../server.ts';
import { limitSecondary, refuse } from './answers.ts';
import { answerOperation } from './operations.ts';
import { GithubState } from './state.ts';

export interface FakeToken {
  /** Scopes of a classic token; none at all: of an App's user; without them it is a fine-grained one. */
  readonly scopes?: readonly string[];
  /** What a fine-grained token may do with secrets. Default `write`. */
  readonly secrets?: 'none' | 'read' | 'write';
  /** After so many requests it has expired. */
  readonly expiresAfter?: number;
}

export interface FakeGithubOptions {
  readonly tokens: Readonly<Record<string, FakeToken>>;
  /** `/api/v3` for GitHub Enterprise Server. Default: none. */
  readonly prefix?: string;
  /** More than so many writes within a minute are refused until the oldest of them is a minute old. Default: no limit. */
  readonly writesPerMinute?: number;
  /** Milliseconds since the epoch. Default: the system's clock. */
  readonly now?: () => number;
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface FakeGithub extends FakeServer {
  readonly state: GithubState;
  /** Base of the API, as `apiUrl` names it. */
  readonly apiUrl: string;
}

const OPERATIONS = readOperations(new URL('../../../data/github-openapi.json', import.meta.url));

/**
 * GitHub's secrets, as its OpenAPI description has them: every request and answer is held against it. It opens what
 * arrives with the private key, so that a test can see it.
 */
export async function startFakeGithub(options: FakeGithubOptions): Promise<FakeGithub> {
  const { prefix = '', tokens, now = () => Date.now() } = options;
  const state = new GithubState();
  const used = new Map<string, number>();
  const writes: number[] = [];
  let url = '';
  const locate = (request: FakeRequest) => {
    const path = request.path.startsWith(`${prefix}/`) ? request.path.slice(prefix.length) : '';
    // GitHub's own redirects lead to such addresses, which stand for the documented ones.
    const named = path.replace(/^\/repositories\/(\d+)/u, (whole, id: string) => {
      const repository = state.findRepositoryById(Number(id));
      return repository === undefined ? whole : `/repos/${repository.fullName}`;
    });
    return { path: named, found: findOperation(OPERATIONS, { method: request.method, path: named }) };
  };
  const handle = async (request: FakeRequest): Promise<FakeAnswer> => {
    const { found } = locate(request);
    const secret = /^(?:Bearer|token) (.+)$/iu.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
    const token = tokens[secret];
    used.set(secret, (used.get(secret) ?? 0) + 1);
    if (token === undefined || (used.get(secret) ?? 0) > (token.expiresAfter ?? Infinity))
      return refuse(401, 'Bad credentials');
    if (found === undefined) return refuse(404, 'Not Found');
    const limit = request.method === 'GET' ? undefined : takeWrite(writes, now(), options.writesPerMinute);
    if (limit !== undefined) return limitSecondary(limit);
    const answer = answerOperation({ ...found, request, state, token, origin: url, now: now() });
    const scopes = token.scopes === undefined ? {} : { 'x-oauth-scopes': token.scopes.join(', ') };
    return { ...answer, headers: { date: new Date(now()).toUTCString(), ...scopes, ...answer.headers } };
  };
  const validate = (request: FakeRequest, answer: FakeAnswer): readonly string[] => {
    const { found } = locate(request);
    if (found === undefined) return ['no such operation is described'];
    const version = request.headers['x-github-api-version'];
    const headers = [
      ...(request.headers['user-agent'] === undefined ? ['no user agent'] : []),
      ...(version !== undefined && version !== '2022-11-28' ? [`version ${version}`] : []),
    ];
    return [...headers, ...validateExchange(found, request, answer)];
  };
  const { tls } = options;
  const server = await startFakeServer({ handle, validate, ...(tls === undefined ? {} : { tls }) });
  ({ url } = server);
  return { ...server, state, apiUrl: `${url}${prefix}` };
}

/** Counts a write; the seconds to wait where it is one too many. */
function takeWrite(writes: number[], now: number, most = Infinity): number | undefined {
  if (most === Infinity) return undefined;
  const recent = writes.filter((at) => at > now - 60_000);
  writes.splice(0, writes.length, ...recent);
  if (recent.length < most) {
    writes.push(now);
    return undefined;
  }
  return Math.max(1, Math.ceil(((recent[0] ?? now) + 60_000 - now) / 1000));
}
