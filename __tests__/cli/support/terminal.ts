import { resolve } from 'node:path';
import { runCommand } from '@nexqloud/dcr-testkit';
import type { Machine } from './machine.ts';
import { CLI } from './machine.ts';

/** What is waited for on the screen, and what is typed (or which signal is sent) then. */
export type Step = { readonly expect: string } & ({ readonly type: string } | { readonly signal: NodeJS.Signals });

export interface TerminalResult {
  /** Negative where a signal ended the command. */
  readonly status: number;
  /** Everything that the terminal showed: its own echo and standard error. */
  readonly screen: string;
  readonly stdout: string;
  /** Whether the terminal's settings are what they were before. */
  readonly sane: boolean;
}

/** Runs the command line with a terminal as standard input and standard error. */
export async function runOnTerminal(
  machine: Machine,
  words: readonly string[],
  options: { readonly steps: readonly Step[]; readonly env?: Readonly<Record<string, string>> },
): Promise<TerminalResult> {
  return runProgramOnTerminal(machine, [process.execPath, CLI, ...words], options);
}

/** Runs any program like that; `argv` begins with its path. */
export async function runProgramOnTerminal(
  machine: Machine,
  argv: readonly string[],
  options: { readonly steps: readonly Step[]; readonly env?: Readonly<Record<string, string>> },
): Promise<TerminalResult> {
  const result = await runCommand({
    path: 'python3',
    arguments: [resolve('__tests__/cli/support/terminal.py')],
    environment: { ...(process.env as Record<string, string>) },
    directory: machine.home,
    input: JSON.stringify({
      argv,
      env: { ...machine.environment, TERM: 'xterm', ...options.env },
      steps: options.steps,
    }),
    deadlineMs: 20_000,
  });
  if (result.exitCode !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as TerminalResult;
}
