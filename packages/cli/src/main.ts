import process from 'node:process';
import { DcrError, toDcrError } from '@nexqloud/dcr-core';
import { createNodePorts } from '@nexqloud/dcr-core/node';
import { COMMANDS } from '@nexqloud/dcr-core/contract';
import { CommanderError } from 'commander';
import { buildProgram } from './program.ts';
import { renderError, renderFailure, renderSuccess } from './render.ts';
import { catchSignals } from './signals.ts';
import type { Outcome, World } from './world.ts';

/** Runs one command line and returns its exit status. */
export async function main(words: readonly string[]): Promise<number> {
  const own = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  const json = own.includes('--json');
  const { signal, interruption } = catchSignals();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const terminal = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const world: World = { ports: createNodePorts(), stdin: process.stdin, say, signal, terminal };
  // Not any first word: that may be the value of a refused --password.
  let command = own.find((word) => COMMANDS.some(({ name }) => name === word)) ?? '';
  try {
    refusePasswordFlag(own);
    const ended: { outcome?: Outcome } = {};
    const program = buildProgram(world, (name, outcome) => {
      command = name;
      ended.outcome = outcome;
    });
    await program.parseAsync(words, { from: 'user' });
    const { outcome } = ended;
    if (outcome === undefined) return 0;
    for (const line of outcome.text) say(line);
    if (outcome.error !== undefined) {
      for (const line of renderError(outcome.error)) say(line);
      if (json) process.stdout.write(`${renderFailure(command, outcome.error, outcome.json)}\n`);
      return interruption()?.exit ?? outcome.error.exitCode;
    }
    if (json) process.stdout.write(`${renderSuccess(command, outcome)}\n`);
    else if (outcome.output !== undefined) process.stdout.write(outcome.output);
    await outcome.stay?.();
    return outcome.exit ?? 0;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    const stopped = interruption();
    const error = thrown instanceof CommanderError ? explainUsage(thrown) : toDcrError(thrown);
    // A rotation says itself what an interruption left and how it goes on.
    if (stopped !== undefined && error.code !== 'DCR_ROTATION_INCOMPLETE')
      say(`dcr-login: ${stopped.name}: ${command} was interrupted; nothing of it was left`);
    else for (const line of renderError(error)) say(line);
    if (own.includes('--debug')) say(describeStack(thrown));
    if (json) process.stdout.write(`${renderFailure(command, error)}\n`);
    return stopped?.exit ?? error.exitCode;
  }
}

/** The value is never read, let alone repeated. */
function refusePasswordFlag(words: readonly string[]): void {
  if (!words.some((word) => /^(?:--password(?:=|$)|-p)/u.test(word))) return;
  throw new DcrError('DCR_INPUT_INVALID', {
    message: 'a password on the command line is refused: every process of this machine can read it, and logs keep it',
    remedy:
      'Set DCR_PASSWORD, or use --password-stdin or --password-file FILE. Treat the password you just typed as known to others.',
  });
}

function explainUsage(error: CommanderError): DcrError {
  const told = error.message.replace(/^error: /u, '').replace(/\n/gu, ' ');
  const message = error.code === 'commander.help' ? 'no command is named' : told;
  return new DcrError('DCR_INPUT_INVALID', { message, remedy: 'See dcr-login --help.' });
}

function describeStack(thrown: unknown): string {
  const parts: string[] = [];
  for (let error = thrown; error instanceof Error; error = error.cause) parts.push(error.stack ?? error.message);
  return parts.join('\ncaused by: ');
}
