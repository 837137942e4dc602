import { waitUntil } from '@nexqloud/dcr-testkit';
import type { Clock } from '../../../packages/core/lib/ports/clock.js';

interface Sleeper {
  readonly ms: number;
  readonly until: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #now = 1_700_000_000_000;
  readonly #sleepers = new Set<Sleeper>();

  now(): number {
    return this.#now;
  }

  random(): number {
    return Math.random();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { ms, until: this.#now + ms, wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', wake);
    });
  }

  get sleepers(): number {
    return this.#sleepers.size;
  }

  /** Waits until so many sleep for exactly so long, then moves on by it. */
  async pass(ms: number, count = 1): Promise<void> {
    const what = `${count} asleep for ${ms} ms`;
    await waitUntil(() => [...this.#sleepers].filter((one) => one.ms === ms).length >= count, {
      what,
      deadlineMs: 10_000,
      intervalMs: 2,
    });
    this.#now += ms;
    for (const { until, wake } of this.#sleepers) if (until <= this.#now) wake();
  }
}
