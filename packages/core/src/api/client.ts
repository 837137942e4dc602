import { DcrError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http, HttpRequest, HttpResponse } from '../ports/http.ts';
import { HttpFault } from '../ports/http.ts';
import { REQUEST_LIMIT } from '../registry/exchange.ts';
import type { RetryQuestion } from '../registry/retry.ts';
import { decideRetry, parseRetryAfter } from '../registry/retry.ts';
import { isSameOrigin, REDIRECT_LIMIT } from '../registry/safety.ts';
import { explainFault, explainStatus } from './failure.ts';

/** Tries after the first one, as the command line's own default. */
const RETRIES = 3;

/**
 * How the management APIs are asked: GitHub, GitLab, Jenkins, Vault and issuers, all in this one way. No client library of
 * theirs: each would bring retries, redirects and errors of its own beside the one table (@octokit/core with its two
 * plugins bundles to three times the size of this folder and follows redirects by itself, token attached).
 */
export interface ApiOptions {
  /** Ends in a slash. */
  readonly base: URL;
  /** As a person calls it: `GitHub`. */
  readonly name: string;
  /** Sent with every request to this origin and to no other, the token among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Forms of secrets that no message may repeat. */
  readonly forms: readonly string[];
  /** What a person runs once the cause is mended. Default: `dcr-login rotate --resume`. */
  readonly again?: string;
  /** Milliseconds since the epoch: a pause that would end later is not begun. Default: what bounds it is the signal alone. */
  readonly deadline?: number;
  /** Bytes of an answer that are read. Default `BODY_LIMIT`. */
  readonly limit?: number;
  /** What to do about a certificate that is not trusted, where it is not the machine's business. */
  readonly trust?: string;
  /** Seconds that this API asks to wait, where it says so in a way of its own; undefined: it is no limit. */
  readonly readQuota?: (response: HttpResponse, now: number) => number | undefined;
}

interface ApiPorts {
  readonly clock: Clock;
  readonly http: Pick<Http, 'request'>;
}

export interface ApiRequest {
  readonly method: HttpRequest['method'];
  /** Below the base, percent-encoded; no query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly text: string };
  /** Not asked twice unless it surely had no effect: for what mints something new each time. */
  readonly once?: boolean;
  readonly signal: AbortSignal;
}

/** Of one try. */
export interface ApiResponse extends HttpResponse {
  /** For messages: `PUT https://api.github.com/repos/acme/api`. */
  readonly request: string;
}

export interface ApiAnswer extends ApiResponse {
  /** An earlier try of this request was answered by nothing that says that it had no effect. */
  readonly mayHaveLanded: boolean;
}

export interface Api extends ApiOptions {
  /**
   * Any answer but a failure of the server. Retries by the one table, waits as the API asks, follows redirects on the
   * same origin with the method and body as they are. Throws `DCR_UNREACHABLE`, `DCR_TIMEOUT`, `DCR_TLS_UNTRUSTED`,
   * `DCR_RATE_LIMITED`, `DCR_SERVER_ERROR`, `DCR_UNSAFE_REDIRECT`.
   */
  ask(request: ApiRequest): Promise<ApiAnswer>;
}

export function createApi(options: ApiOptions, ports: ApiPorts): Api {
  return { ...options, ask: (request) => ask(request, options, ports) };
}

async function ask(request: ApiRequest, options: ApiOptions, ports: ApiPorts): Promise<ApiAnswer> {
  const { clock } = ports;
  let mayHaveLanded = false;
  for (let tries = 1; ; tries += 1) {
    const result = await follow(request, options, ports);
    const outcome = readOutcome(result, options, clock.now());
    const mayRepeat = request.once !== true || hadNoEffect(result);
    const answer = mayRepeat
      ? // A rotation has no deadline, and waiting for a quota does not count.
        decideRetry({
          outcome,
          tries,
          retries: RETRIES,
          left: (options.deadline ?? Number.POSITIVE_INFINITY) - clock.now(),
          random: clock.random(),
        })
      : { again: false as const };
    if (answer.again && !request.signal.aborted) {
      mayHaveLanded ||= !hadNoEffect(result);
      await clock.sleep(answer.pause, request.signal);
      if (!request.signal.aborted) continue;
    }
    const noEffect = !mayHaveLanded && hadNoEffect(result);
    if (result instanceof HttpFault) throw explainFault(result, request, { ...options, noEffect });
    const limited = 'status' in outcome && outcome.status === 429;
    if (limited || result.status >= 500)
      throw explainStatus(result, { ...options, noEffect, retryAfter: limited ? outcome.retryAfter : undefined });
    return { ...result, mayHaveLanded };
  }
}

function readOutcome(result: ApiResponse | HttpFault, options: ApiOptions, now: number): RetryQuestion['outcome'] {
  if (result instanceof HttpFault) return { fault: result.kind };
  const quota = options.readQuota?.(result, now);
  // GitHub says 403 as well: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
  if (quota !== undefined) return { status: 429, retryAfter: quota };
  return { status: result.status, retryAfter: parseRetryAfter(result.headers['retry-after']?.[0], now) };
}

function hadNoEffect(result: ApiResponse | HttpFault): boolean {
  return result instanceof HttpFault ? result.during === 'connect' : [429, 503].includes(result.status);
}

async function follow(request: ApiRequest, options: ApiOptions, ports: ApiPorts): Promise<ApiResponse | HttpFault> {
  const first = new URL(request.path, options.base);
  // A path that climbs out, or a name that is an address, must not take the token elsewhere.
  if (!isSameOrigin(first, options.base) || !first.pathname.startsWith(options.base.pathname))
    throw new DcrError('DCR_CONFIG_INVALID', { message: `${request.path} does not lie below ${options.base.href}` });
  for (const [name, value] of Object.entries(request.query ?? {})) first.searchParams.set(name, value);
  let url = first;
  for (let hops = 0; ; hops += 1) {
    const answer = await send({ ...request, url }, options, ports);
    if (answer instanceof HttpFault) return answer;
    const location = answer.headers['location']?.[0];
    if (![301, 302, 307, 308].includes(answer.status) || location === undefined) return answer;
    const next = parseLocation(location, url);
    if (next === undefined || !isSameOrigin(next, url) || hops >= REDIRECT_LIMIT) {
      const where = next === undefined ? 'a malformed address' : hops >= REDIRECT_LIMIT ? 'circles' : next.origin;
      const message = `${answer.request} was redirected to ${where}; the API token was not sent there`;
      throw new DcrError('DCR_UNSAFE_REDIRECT', { message });
    }
    url = next;
  }
}

async function send(
  request: ApiRequest & { readonly url: URL },
  options: ApiOptions,
  { http }: ApiPorts,
): Promise<ApiResponse | HttpFault> {
  const { method, url, body, signal } = request;
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'user-agent': 'dcr-login',
    ...options.headers,
    ...request.headers,
    ...(body === undefined ? {} : { 'content-type': body.type }),
    ...(body === undefined && method !== 'POST'
      ? {}
      : { 'content-length': String(Buffer.byteLength(body?.text ?? '')) }),
  };
  try {
    const sent = {
      method,
      url,
      headers,
      timeout: REQUEST_LIMIT,
      signal,
      ...(body === undefined ? {} : { body: body.text }),
      ...(options.limit === undefined ? {} : { limit: options.limit }),
    };
    return { ...(await http.request(sent)), request: describeRequest(method, url) };
  } catch (thrown) {
    if (thrown instanceof HttpFault) return thrown;
    throw thrown;
  }
}

/** Without the query, which may be long; nothing of ours puts a secret into a URL. */
function describeRequest(method: string, url: URL): string {
  return `${method} ${url.origin}${url.pathname}`;
}

function parseLocation(location: string, base: URL): URL | undefined {
  try {
    return new URL(location, base);
  } catch {
    return undefined;
  }
}
