import type { HttpRequest } from '../ports/http.ts';

/** What ends a request before its answer does. */
export type Cut = 'timeout' | 'cancelled';

/**
 * Acts when the time of one request is up or the caller's signal aborts; gives back what lets go of both.
 *
 * Not AbortSignal.timeout and AbortSignal.any: the timer of the one lives on for 30 s after the answer, the other leaves a
 * reference in the caller's signal, and a rotation of 10,000 targets makes 90,000 requests with one signal.
 */
export function bindBounds(
  { timeout, signal }: Pick<HttpRequest, 'timeout' | 'signal'>,
  act: (cut: Cut) => void,
): () => void {
  const timer = setTimeout(act, timeout, 'timeout');
  const forget = signal === undefined ? undefined : whenAborted(signal, () => act('cancelled'));
  return () => {
    clearTimeout(timer);
    forget?.();
  };
}

const WATCHED = new WeakMap<AbortSignal, (() => void)[]>();

/**
 * One listener for all requests of a signal. One for each, added and removed, makes the signal's table of listeners anew
 * every time, and V8 keeps each old table, with the request behind it, for the sake of the table before it.
 */
function whenAborted(signal: AbortSignal, act: () => void): () => void {
  if (signal.aborted) act();
  const acts = WATCHED.get(signal) ?? [];
  if (!WATCHED.has(signal)) {
    WATCHED.set(signal, acts);
    signal.addEventListener('abort', () => [...acts].forEach((one) => one()));
  }
  acts.push(act);
  return () => void acts.splice(acts.indexOf(act), 1);
}
