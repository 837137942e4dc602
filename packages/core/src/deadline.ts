import type { Clock } from './ports/clock.ts';

export interface Deadline {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Aborts at the deadline, or when the caller's own signal does. */
  readonly signal: AbortSignal;
  /** Lets go of the timer. */
  end(): void;
}

/** Bounds a command by `ms` from now and by the caller's signal. */
export function setDeadline(ms: number, clock: Clock, outer?: AbortSignal): Deadline {
  const done = new AbortController();
  const cut = new AbortController();
  void clock.sleep(ms, done.signal).then(() => {
    if (!done.signal.aborted) cut.abort();
  });
  const signal = outer === undefined ? cut.signal : AbortSignal.any([cut.signal, outer]);
  return { at: clock.now() + ms, signal, end: () => done.abort() };
}
