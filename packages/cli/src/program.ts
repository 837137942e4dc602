import type { CommandContract, OptionContract } from '@nexqloud/dcr-core/contract';
import {
  COMPLETION,
  DEMO,
  DOCTOR,
  EXEC,
  LOGIN,
  LOGOUT,
  PULL_SECRET,
  readOptions,
  ROTATE,
  SANDBOX,
  STATUS,
  VERIFY,
} from '@nexqloud/dcr-core/contract';
import { Command, InvalidArgumentError, Option } from 'commander';
import { runCompletion } from './commands/completion.ts';
import { runDemo } from './commands/demo.ts';
import { runDoctor } from './commands/doctor.ts';
import { runExec } from './commands/exec.ts';
import { runLogin } from './commands/login.ts';
import { runLogout } from './commands/logout.ts';
import { runPullSecret } from './commands/pull-secret.ts';
import { runRotate } from './commands/rotate.ts';
import { runSandbox } from './commands/sandbox.ts';
import { runStatus } from './commands/status.ts';
import { runVerify } from './commands/verify.ts';
import { VERSION } from './generated/version.ts';
import type { Outcome, World } from './world.ts';

/**
 * The command line as commander sees it, made of the contract. `rest` is what stood after two dashes, of a command that
 * runs another one. Help is not commander's business: see `index.ts`.
 */
export function buildProgram(
  world: World,
  rest: readonly string[],
  finish: (command: string, outcome: Outcome) => void,
): Command {
  const program = new CommandLine('dcr-login').version(VERSION, '--version').helpOption(false).helpCommand(false);
  program.option('--json').option('--debug');
  const add = <C extends CommandContract>(contract: C, run: RunCommand<C>): void => {
    const command = addCommand(program, contract);
    command.action(async () => {
      const options = readOptions(contract, collectWritten(contract, command, world));
      finish(contract.name, await run({ words: command.args, rest, options, world }));
    });
  };
  add(LOGIN, runLogin);
  add(LOGOUT, runLogout);
  add(EXEC, runExec);
  add(VERIFY, runVerify);
  add(DOCTOR, runDoctor);
  add(PULL_SECRET, runPullSecret);
  add(ROTATE, runRotate);
  add(STATUS, runStatus);
  add(SANDBOX, runSandbox);
  add(DEMO, runDemo);
  add(COMPLETION, runCompletion);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: () => undefined, outputError: () => undefined });
  }
  return program;
}

export interface Invocation<C extends CommandContract> {
  /** Arguments before two dashes. */
  readonly words: readonly string[];
  /** What stood after them: the command to run. */
  readonly rest: readonly string[];
  readonly options: ReturnType<typeof readOptions<C>>;
  readonly world: World;
}

type RunCommand<C extends CommandContract> = (invocation: Invocation<C>) => Promise<Outcome>;

class CommandLine extends Command {
  override createCommand(name?: string): CommandLine {
    return new CommandLine(name);
  }

  /** Commander's own, without the value: it may be a password, and no flag is similar to both together. */
  unknownOption(flag: string): void {
    const original = Command.prototype as unknown as { unknownOption: (flag: string) => void };
    original.unknownOption.call(this, flag.replace(/^(--[^=]*=|-[^-]).+$/su, '$1…'));
  }
}

function addCommand(program: Command, contract: CommandContract): Command {
  const command = program.command(contract.name).helpOption(false).helpCommand(false);
  for (const { name, required, repeated } of contract.arguments) {
    if (name === 'CMD') continue;
    const word = repeated === true ? `${name}...` : name;
    command.argument(required ? `<${word}>` : `[${word}]`);
  }
  for (const [name, option] of Object.entries(contract.options)) {
    for (const flag of toFlags(name, option)) command.addOption(flag);
  }
  return command;
}

function toFlags(name: string, option: OptionContract): readonly Option[] {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  if (option.type === 'secret') return [];
  if (option.type === 'flag') {
    const flag = new Option(`${short}--${name}`);
    return option.negatable === true ? [flag, new Option(`--no-${name}`)] : [flag];
  }
  const valued = new Option(`${short}--${name} <value>`);
  if (option.type === 'list') {
    valued.argParser((value: string, before: readonly string[] | undefined) => {
      if (value === '') throw new InvalidArgumentError(`--${name} needs a value`);
      return [...(before ?? []), value];
    });
  }
  return [valued];
}

/** Flags win over variables. An empty flag is given as one without a value, which `readOptions` tells with the rest. */
function collectWritten(
  contract: CommandContract,
  command: Command,
  { ports }: World,
): Record<string, string | boolean | string[]> {
  const flags: Readonly<Record<string, unknown>> = command.optsWithGlobals();
  const written: Record<string, string | boolean | string[]> = {};
  for (const [name, option] of Object.entries(contract.options)) {
    const camel = name.replace(/-(.)/gu, (_, letter: string) => letter.toUpperCase());
    const value =
      flags[camel] ?? (option.variable === undefined ? undefined : ports.environment.variables[option.variable]);
    if (value !== undefined) written[name] = flags[camel] === '' ? true : (value as string | boolean | string[]);
  }
  return written;
}
