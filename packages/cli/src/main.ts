import process from 'node:process';
import { DcrError, toDcrError } from '@nexqloud/dcr-core';
import { createNodePorts } from '@nexqloud/dcr-core/node';
import { COMMANDS, EXEC, LOGOUT } from '@nexqloud/dcr-core/contract';
import { CommanderError } from 'commander';
import { buildProgram } from './program.ts';
import { flatten, renderError, renderFailure, renderSuccess } from './render.ts';
import type { Interruption } from './signals.ts';
import { catchSignals } from './signals.ts';
import type { Outcome, World } from './world.ts';

/** `exec` ends with the status of its command; a failure of its own must not look like one: docker run has the same. */
const EXEC_FAILED = 125;

/** Runs one command line and returns its exit status. */
export async function main(words: readonly string[]): Promise<number> {
  const dashes = words.includes('--') ? words.indexOf('--') : words.length;
  const own = words.slice(0, dashes);
  const { signal, interruption, release } = catchSignals();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const terminal = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const world: World = {
    ports: createNodePorts(),
    stdin: process.stdin,
    say,
    signal,
    releaseSignals: release,
    terminal,
  };
  // Not any first word: that may be the value of a refused --password.
  let command = own.find((word) => COMMANDS.some(({ name }) => name === word)) ?? '';
  const json = own.includes('--json') && command !== EXEC.name;
  try {
    if (command === EXEC.name && own.includes('--json'))
      throw new DcrError('DCR_INPUT_INVALID', {
        message: 'exec has no --json: what it prints is what its command prints',
      });
    refusePasswordFlag(own);
    const ended: { outcome?: Outcome } = {};
    // Of some commands what follows the dashes is a command of its own.
    const runs = COMMANDS.find(({ name }) => name === command)?.arguments.some(({ name }) => name === 'CMD') === true;
    const rest = runs ? words.slice(dashes + 1) : [];
    const program = buildProgram(world, rest, (name, outcome) => {
      command = name;
      ended.outcome = outcome;
    });
    await program.parseAsync(runs ? own : words, { from: 'user' });
    const { outcome } = ended;
    if (outcome === undefined) return 0;
    for (const line of outcome.text) say(flatten(line));
    const { failure } = outcome;
    if (failure !== undefined) {
      for (const line of renderError(failure)) say(line);
      if (json)
        process.stdout.write(`${renderFailure(command, failure, outcome.exit === undefined ? outcome.json : {})}\n`);
      return interruption()?.exit ?? outcome.exit ?? failure.exitCode;
    }
    if (json) process.stdout.write(`${renderSuccess(command, outcome)}\n`);
    else if (outcome.output !== undefined) process.stdout.write(outcome.output);
    await outcome.stay?.();
    return outcome.exit ?? 0;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    const stopped = interruption();
    const known = thrown instanceof CommanderError ? explainUsage(thrown) : toDcrError(thrown);
    // A rotation says itself what an interruption left and how it goes on.
    const error =
      stopped === undefined || known.code === 'DCR_ROTATION_INCOMPLETE'
        ? known
        : explainInterruption(command, stopped, known);
    if (stopped !== undefined && error !== known) say(`dcr-login: ${stopped.name}: ${error.message}`);
    else for (const line of renderError(error)) say(line);
    if (own.includes('--debug')) say(describeStack(thrown));
    if (json) process.stdout.write(`${renderFailure(command, error)}\n`);
    return stopped?.exit ?? (command === EXEC.name ? EXEC_FAILED : error.exitCode);
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

/** No code means "interrupted": the exit status tells it. What was being asked then could not be. */
function explainInterruption(command: string, { name }: Interruption, cause: DcrError): DcrError {
  const left = command === LOGOUT.name || cause.leftover;
  return new DcrError('DCR_UNREACHABLE', {
    message: `${command} was interrupted by ${name}; ${left ? 'what it had not undone yet is still there' : 'nothing of it was left'}`,
    remedy: left ? 'See it by dcr-login status, remove it by dcr-login logout.' : 'Run it again.',
    cause,
  });
}

function describeStack(thrown: unknown): string {
  const parts: string[] = [];
  for (let error = thrown; error instanceof Error; error = error.cause) parts.push(error.stack ?? error.message);
  return parts.join('\ncaused by: ');
}
