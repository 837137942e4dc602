import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { DcrError } from '@nexqloud/dcr-core';
import type { Outcome, World } from './world.ts';

/** Exit statuses of a command that could not be run, as shells, `env` and docker have them. */
export const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;

/** How the command ended, or why it could not be run. */
export type Ended = Pick<Outcome, 'exit' | 'failure'>;

const FORWARDED = ['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2'] as const;
/** A terminal sends these to the command itself. */
const BY_TERMINAL: readonly string[] = ['SIGINT', 'SIGQUIT'];

export interface ChildCommand {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Standard output is kept for our own answer, and the command's goes to standard error. */
  readonly quiet?: boolean;
}

/**
 * Runs a command as if it stood there alone: same streams, signals passed on. Its exit status is 128 and more where a
 * signal ended it.
 */
export async function runChild(command: ChildCommand, world: World): Promise<Ended> {
  const { words, env, quiet = false } = command;
  const [file = '', ...args] = words;
  const stdout = quiet ? process.stderr : 'inherit';
  // From before the start: a signal that comes in between must not end us, and is passed on.
  let pass: (name: NodeJS.Signals) => void = () => undefined;
  const listener = (name: NodeJS.Signals): void => {
    if (process.stdin.isTTY !== true || !BY_TERMINAL.includes(name)) pass(name);
  };
  for (const name of FORWARDED) process.on(name, listener);
  world.releaseSignals();
  try {
    return await new Promise<Ended>((resolve) => {
      const refuse = (error: NodeJS.ErrnoException): void => resolve(explainNotRun(file, error));
      let child: ChildProcess;
      try {
        child = spawn(file, args, { env: { ...env }, stdio: ['inherit', stdout, 'inherit'] });
      } catch (error) {
        // Node tells of some faults at once, such as ENOTDIR and E2BIG, and of others by an event.
        refuse(error as NodeJS.ErrnoException);
        return;
      }
      pass = (name) => void child.kill(name);
      if (world.signal.aborted) pass('SIGTERM');
      child.once('error', refuse);
      child.once('close', (status, killed) => {
        resolve({ exit: status ?? 128 + (killed === null ? 0 : constants.signals[killed]) });
      });
    });
  } finally {
    // The listeners stay: what comes after the command is short and must not be cut.
    pass = () => undefined;
  }
}

function explainNotRun(file: string, { code, message }: NodeJS.ErrnoException): Ended {
  const failure = new DcrError('DCR_INPUT_INVALID', {
    message: `${file} cannot be run (${code ?? message})`,
    remedy: 'After -- stands a program and its arguments, as a shell would run it.',
  });
  return { failure, exit: code === 'ENOENT' ? NOT_FOUND : NOT_EXECUTABLE };
}
