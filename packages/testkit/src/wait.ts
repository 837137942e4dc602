import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  readonly deadlineMs: number;
  /** What is waited for, as the error names it: "the registry answers". */
  readonly what: string;
  /** Milliseconds between two checks. Default 20. */
  readonly intervalMs?: number;
}

/**
 * Asks until the answer is neither false nor undefined, and returns it.
 * What `check` throws ends the wait at once; the deadline is an Error that names `what`.
 */
export async function waitUntil<T>(
  check: () => T | false | undefined | Promise<T | false | undefined>,
  options: WaitOptions,
): Promise<T> {
  const end = performance.now() + options.deadlineMs;
  for (;;) {
    const answer = await check();
    if (answer !== false && answer !== undefined) return answer;
    if (performance.now() >= end) throw new Error(`not within ${options.deadlineMs} ms: ${options.what}`);
    await sleep(options.intervalMs ?? 20);
  }
}
