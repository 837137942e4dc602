import process from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { World } from './world.ts';

/**
 * Asks on standard error, so that standard output stays for the result. Rejects when interrupted; the end of the input
 * (Ctrl-D) is an empty answer.
 */
export async function askLine(question: string, world: World): Promise<string> {
  return ask(question, world, { hidden: false });
}

/** Like `askLine`, but what is typed is not shown. */
export async function askHidden(question: string, world: World): Promise<string> {
  return ask(question, world, { hidden: true }).finally(() => process.stderr.write('\n'));
}

function ask(question: string, { stdin, signal }: World, { hidden }: { hidden: boolean }): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const output = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
    const lines = createInterface({ input: stdin, output, terminal: true, historySize: 0 });
    // Only now, for until the interface was made, the terminal itself would have shown what is typed.
    if (hidden) process.stderr.write(question);
    // In raw mode Ctrl-C is a character, not a signal: it is made one again.
    lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const stop = (): void => {
      reject(new Error('interrupted'));
      lines.close();
    };
    signal.addEventListener('abort', stop, { once: true });
    lines.once('close', () => {
      signal.removeEventListener('abort', stop);
      resolve('');
    });
    lines.question(hidden ? '' : question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}
