import { describe, expect, it } from '@jest/globals';
import { setDeadline } from '../../packages/core/lib/deadline.js';
import type { Clock } from '../../packages/core/lib/ports/clock.js';

/** A clock that stands still; its one sleeper is woken by hand. */
function makeClock() {
  let wake = (): void => undefined;
  const clock: Clock = {
    now: () => 1000,
    random: () => 0,
    sleep: (_, signal) =>
      new Promise((resolve) => {
        wake = resolve;
        signal?.addEventListener('abort', () => resolve());
      }),
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    clock,
    wake: async () => {
      wake();
      await settle();
    },
    settle,
  };
}

describe('a deadline', () => {
  it('cuts when its time has come', async () => {
    const { clock, wake } = makeClock();
    const deadline = setDeadline(500, clock);
    expect([deadline.at, deadline.signal.aborted]).toEqual([1500, false]);
    await wake();
    expect(deadline.signal.aborted).toBe(true);
  });

  it('cuts when the caller does', () => {
    const outer = new AbortController();
    const { signal, end } = setDeadline(500, makeClock().clock, outer.signal);
    outer.abort();
    expect(signal.aborted).toBe(true);
    end();
  });

  it('that was ended never cuts', async () => {
    const { clock, settle } = makeClock();
    const { signal, end } = setDeadline(500, clock);
    end();
    await settle();
    expect(signal.aborted).toBe(false);
  });
});
