import type { Clock } from '../ports/clock.ts';
import type { Http, HttpRequest, HttpResponse } from '../ports/http.ts';
import { parseRetryAfter } from '../registry/retry.ts';
import type { ApiLimits } from './limits.ts';

interface Lane {
  readonly limits: ApiLimits;
  /** Who asks now waits for who asked before. */
  turn: Promise<void>;
  /** Milliseconds since the epoch: when requests, and writes, were let go. */
  readonly requests: number[];
  readonly writes: number[];
  pausedUntil: number;
}

/** Holds requests back so that no API is asked more than it lets one. Everything that rotates shares one pacer. */
export class Pacer {
  readonly #clock: Clock;
  readonly #lanes = new Map<string, Lane>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  setLimits(host: string, limits: ApiLimits): void {
    if (this.#lanes.has(host)) return;
    this.#lanes.set(host, { limits, turn: Promise.resolve(), requests: [], writes: [], pausedUntil: 0 });
  }

  /** The same client, patient. Waiting here does not count as time of the request. */
  wrap<T extends Pick<Http, 'request'>>(http: T): T {
    return {
      ...http,
      request: async (request) => {
        const lane = this.#lanes.get(request.url.host);
        if (lane === undefined) return http.request(request);
        await this.#takeTurn(lane, request);
        const answer = await http.request(request);
        this.#heed(lane, answer);
        return answer;
      },
    };
  }

  #takeTurn(lane: Lane, { method, signal }: HttpRequest): Promise<void> {
    const isWrite = method !== 'GET' && method !== 'HEAD';
    const mine = lane.turn.then(async () => {
      // What was asked for meanwhile (a pause) may have moved the moment.
      for (;;) {
        const now = this.#clock.now();
        const wait = findStart(lane, isWrite, now) - now;
        if (wait <= 0 || signal?.aborted === true) break;
        await this.#clock.sleep(wait, signal);
      }
      const now = this.#clock.now();
      remember(lane, 'requests', now);
      if (isWrite) remember(lane, 'writes', now);
    });
    lane.turn = mine;
    return mine;
  }

  /** One request that was told to come back later speaks for all of its API. */
  #heed(lane: Lane, { status, headers }: HttpResponse): void {
    if (status !== 429 && status !== 403 && status !== 503) return;
    const now = this.#clock.now();
    const seconds = parseRetryAfter(headers['retry-after']?.[0], now);
    if (seconds !== undefined) lane.pausedUntil = Math.max(lane.pausedUntil, now + seconds * 1000);
  }
}

/** The earliest moment at which one more breaks no limit. */
function findStart(lane: Lane, isWrite: boolean, now: number): number {
  const { limits, pausedUntil } = lane;
  const starts = [now, pausedUntil];
  if (isWrite) starts.push((lane.writes.at(-1) ?? Number.NEGATIVE_INFINITY) + limits.writeGap);
  for (const { of, count, span } of limits.windows) {
    if (of === 'writes' && !isWrite) continue;
    const oldest = lane[of].at(-count);
    if (oldest !== undefined) starts.push(oldest + span);
  }
  return Math.max(...starts);
}

function remember(lane: Lane, kind: 'requests' | 'writes', now: number): void {
  const longest = Math.max(0, ...lane.limits.windows.filter(({ of }) => of === kind).map(({ count }) => count));
  lane[kind].push(now);
  // Of what is older than the longest list that a window looks back on, nothing is needed.
  if (lane[kind].length > longest * 2 + 1) lane[kind].splice(0, lane[kind].length - longest - 1);
}
