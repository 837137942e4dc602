import process from 'node:process';
import { paint } from './render.ts';
import type { World } from './world.ts';

export interface Progress {
  /** Takes the line of the running step away, where it was shown. */
  readonly clear: () => void;
  readonly done: (seen: string) => void;
}

/** Shows a running step on a terminal; elsewhere only what became of it, one plain line a step. */
export function startProgress(title: string, { say, terminal }: World): Progress {
  if (terminal) process.stderr.write(`  … ${title}`);
  return {
    clear: () => {
      if (terminal) process.stderr.write('\r\u001b[2K');
    },
    done: (seen) => {
      say(`${paint(32, '✔')} ${title}`);
      say(`    ${seen}`);
    },
  };
}
