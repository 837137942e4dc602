import { describe, expect, it } from '@jest/globals';
import type { HttpRequest, HttpResponse } from '../../../packages/core/lib/ports/http.js';
import { estimateTime, findLimits, LIMITS } from '../../../packages/core/lib/rotation/limits.js';
import { Pacer } from '../../../packages/core/lib/rotation/pacer.js';

interface Sent {
  readonly at: number;
  readonly method: string;
}

/** Time that passes only when somebody sleeps; whoever wakes first goes first. */
function makeClock() {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  const advance = (): void => {
    const [next] = sleepers.toSorted((a, b) => a.at - b.at);
    if (next === undefined) return;
    sleepers.splice(sleepers.indexOf(next), 1);
    now = Math.max(now, next.at);
    next.wake();
  };
  return {
    now: () => now,
    random: () => 0,
    sleep: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: now + ms, wake });
        setImmediate(advance);
      }),
  };
}

function send(
  host: string,
  methods: readonly HttpRequest['method'][],
  options: { limits?: (typeof LIMITS)[keyof typeof LIMITS]; answer?: (index: number) => Partial<HttpResponse> } = {},
) {
  const { limits = LIMITS['github-secret'], answer = () => ({}) } = options;
  const clock = makeClock();
  const sent: Sent[] = [];
  const pacer = new Pacer(clock);
  pacer.setLimits('api.github.com', limits);
  const http = pacer.wrap({
    ...SILENT,
    request: async ({ method }) => {
      sent.push({ at: clock.now(), method });
      return { status: 204, headers: {}, body: '', truncated: false, ...answer(sent.length) };
    },
  });
  const url = new URL(`https://${host}/`);
  return Promise.all(methods.map((method) => http.request({ method, url, headers: {}, timeout: 1000 }))).then(
    () => sent,
  );
}

/** What no test here asks for. */
const SILENT = {
  speaksTls: () => Promise.resolve(true),
  inspect: () => Promise.reject(new Error('nobody inspects here')),
};

const many = (method: HttpRequest['method'], count: number): HttpRequest['method'][] =>
  Array.from({ length: count }, () => method);

describe('writes to GitHub', () => {
  it('keep a second apart, 80 a minute and 500 an hour, over 1,200 of them', async () => {
    const times = (await send('api.github.com', many('PUT', 1200))).map(({ at }) => at);
    for (const [index, at] of times.entries()) {
      if (index >= 1) expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(1000);
      if (index >= 80) expect(at - (times[index - 80] ?? 0)).toBeGreaterThanOrEqual(60_000);
      if (index >= 500) expect(at - (times[index - 500] ?? 0)).toBeGreaterThanOrEqual(3_600_000);
    }
    expect(times.at(-1)).toBe(2 * 3_600_000 + 199_000);
  });

  it('are not held back by reads, nor reads by them', async () => {
    const sent = await send('api.github.com', ['GET', 'PUT', 'GET', 'GET']);
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 0, 0]);
  });

  it('all wait when one of them is told to come back later', async () => {
    const answer = (index: number) => (index === 1 ? { status: 403, headers: { 'retry-after': ['90'] } } : {});
    const times = (await send('api.github.com', ['PUT', 'PUT', 'GET'], { answer })).map(({ at }) => at);
    expect(times[0]).toBe(0);
    expect(times.slice(1).every((at) => at >= 1000)).toBe(true);
    expect(times.at(-1)).toBeGreaterThanOrEqual(90_000);
  });

  it('to another host are nobody’s business', async () => {
    expect((await send('ghe.acme.example', many('PUT', 3))).map(({ at }) => at)).toEqual([0, 0, 0]);
  });
});

describe('limits', () => {
  it('of gitlab.com count every request', async () => {
    const times = (await send('api.github.com', many('GET', 2001), { limits: LIMITS['gitlab-variable'] })).map(
      ({ at }) => at,
    );
    expect([times[1999], times[2000]]).toEqual([0, 60_000]);
  });

  it('are those of the published hosts only', () => {
    expect(findLimits({ type: 'github-secret', api: 'api.github.com' }).writeGap).toBe(1000);
    expect(findLimits({ type: 'github-secret', api: 'ghe.acme.example' }).writeGap).toBe(0);
    expect(findLimits({ type: 'gitlab-variable', api: 'gitlab.acme.example' }).windows).toEqual([]);
  });

  it('tell how long it will take', () => {
    const target = (index: number) => ({
      type: 'github-secret' as const,
      api: 'api.github.com',
      writes: ['a', 'b', `c${index}`],
    });
    const targets = Array.from({ length: 400 }, (_, index) => target(index));
    // 1,200 writes at 500 an hour.
    expect(estimateTime(targets)).toEqual([{ api: 'api.github.com', targets: 400, seconds: 7200 }]);
  });
});
