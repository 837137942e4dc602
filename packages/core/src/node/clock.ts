import type { Clock } from '../ports/clock.ts';

export const nodeClock: Clock = {
  now: () => Date.now(),
  // For jitter and names. No secret is made of it, and a name that was guessed is refused by mkdir; node:crypto would add
  // 6 ms to the start of every command.
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      if (signal?.aborted === true) end();
      else signal?.addEventListener('abort', end);
    }),
};
