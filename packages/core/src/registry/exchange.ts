import { Buffer } from 'node:buffer';
import type { Ports } from '../ports/index.ts';
import type { HttpRequest, HttpResponse } from '../ports/http.ts';
import { HttpFault } from '../ports/http.ts';
import type { Observation, Seen } from './observation.ts';
import { describeAnswer } from './observation.ts';
import { decideRetry, parseRetryAfter } from './retry.ts';
import { isSameOrigin, REDIRECT_LIMIT } from './safety.ts';

/** No single request may take longer, whatever the command's own time limit is. In milliseconds. */
export const REQUEST_LIMIT = 30_000;

export type NetworkPorts = Pick<Ports, 'clock' | 'http'>;

/** What bounds a whole command. */
export interface Patience {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Tries after the first one. */
  readonly retries: number;
  readonly signal?: AbortSignal;
}

export interface Question extends Pick<Observation, 'stage' | 'anonymous' | 'scheme'> {
  readonly method: HttpRequest['method'];
  readonly url: URL;
  /** Value of the Authorization field. */
  readonly authorization?: string;
  /** Faults and bad statuses are seen at once: for questions whose answer decides nothing. */
  readonly once?: boolean;
}

export interface Exchange {
  readonly observation: Observation;
  /** Only where an answer came. */
  readonly response: HttpResponse | undefined;
}

/**
 * Asks one question: retries by the table, follows redirects on the same origin by hand, and never takes the credential
 * to another one. Never throws for what the network or the server does: it is observed.
 */
export async function exchange(question: Question, patience: Patience, ports: NetworkPorts): Promise<Exchange> {
  const { clock } = ports;
  for (let tries = 1; ; tries += 1) {
    const left = patience.deadline - clock.now();
    const { seen, response } = left <= 0 ? outOfTime() : await followRedirects(question, { ...patience, left }, ports);
    const outcome = readOutcome(seen);
    const answer =
      outcome === undefined || question.once === true
        ? { again: false as const }
        : decideRetry({
            outcome,
            tries,
            retries: patience.retries,
            left: patience.deadline - clock.now(),
            random: clock.random(),
          });
    if (!answer.again || patience.signal?.aborted === true) {
      const { stage, anonymous, scheme, method, url } = question;
      const request = `${method} ${url.origin}${url.pathname}`;
      return { observation: { stage, anonymous, scheme, request, seen }, response };
    }
    await clock.sleep(answer.pause, patience.signal);
  }
}

/** `Basic` of RFC 7617, in UTF-8 as every registry reads it. */
export function encodeBasic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

interface Attempt {
  readonly seen: Seen;
  readonly response: HttpResponse | undefined;
}

async function followRedirects(
  question: Question,
  patience: Patience & { left: number },
  ports: NetworkPorts,
): Promise<Attempt> {
  const end = ports.clock.now() + Math.min(patience.left, REQUEST_LIMIT);
  let { url } = question;
  for (let hops = 0; ; hops += 1) {
    const attempt = await sendOnce({ ...question, url }, { end, signal: patience.signal }, ports);
    const location = attempt.response?.headers['location']?.[0];
    const status = attempt.response?.status ?? 0;
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return attempt;
    const target = parseLocation(location, url);
    if (target === undefined) return stopAt(location, 'malformed');
    if (!isSameOrigin(target, url)) return stopAt(target.origin, 'other-origin');
    if (hops >= REDIRECT_LIMIT) return stopAt(`${target.origin}${target.pathname}`, 'loop');
    url = target;
  }
}

async function sendOnce(
  question: Question,
  bounds: { end: number; signal: AbortSignal | undefined },
  ports: NetworkPorts,
): Promise<Attempt> {
  const { method, url, authorization } = question;
  const { clock, http } = ports;
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'user-agent': 'dcr-login',
    ...(authorization === undefined ? {} : { authorization }),
    ...(method === 'POST' ? { 'content-length': '0' } : {}),
  };
  const signal = bounds.signal === undefined ? {} : { signal: bounds.signal };
  try {
    const timeout = Math.max(1, bounds.end - clock.now());
    const response = await http.request({ method, url, headers, timeout, ...signal });
    const retryAfter = parseRetryAfter(response.headers['retry-after']?.[0], clock.now());
    return { response, seen: describeAnswer(response, retryAfter) };
  } catch (thrown) {
    if (!(thrown instanceof HttpFault)) throw thrown;
    const { kind: fault, during, detail } = thrown;
    return { response: undefined, seen: { kind: 'fault', fault, during, detail } };
  }
}

function readOutcome(seen: Seen): Parameters<typeof decideRetry>[0]['outcome'] | undefined {
  if (seen.kind === 'fault') return { fault: seen.fault };
  return seen.kind === 'answer' ? { status: seen.status, retryAfter: seen.retryAfter } : undefined;
}

function parseLocation(location: string, base: URL): URL | undefined {
  try {
    return new URL(location, base);
  } catch {
    return undefined;
  }
}

function stopAt(to: string, why: 'other-origin' | 'loop' | 'malformed'): Attempt {
  return { response: undefined, seen: { kind: 'redirect', to, why } };
}

function outOfTime(): Attempt {
  const detail = 'no time was left for this request';
  return { response: undefined, seen: { kind: 'fault', fault: 'timeout', during: 'connect', detail } };
}
