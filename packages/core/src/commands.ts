import path from 'node:path';
import { DcrError } from './errors.ts';
import { cleanEnvironment } from './login/places.ts';
import type { Ports } from './ports/index.ts';
import type { ProcessResult } from './ports/processes.ts';

/** A program that a rotation file names: argv, never a shell. */
export interface CommandSettings {
  readonly command: readonly string[];
  /** Milliseconds. */
  readonly timeout: number;
  /** Where a relative path starts. */
  readonly directory: string;
}

/** The file that would be run: a path as it is, a bare name from PATH. Undefined where there is none. */
export async function findCommand(
  { command: [name = ''], directory }: Pick<CommandSettings, 'command' | 'directory'>,
  { files, processes }: Pick<Ports, 'files' | 'processes'>,
): Promise<string | undefined> {
  if (!/[/\\]/u.test(name)) return processes.find(name);
  const file = path.resolve(directory, name);
  const found = await files.inspect(file, { follow: true });
  // A program may be larger than what is read whole: then it is `other`, which a directory never is.
  if (found.kind === 'other') return file;
  return found.kind === 'file' && (found.mode & 0o111) !== 0 ? file : undefined;
}

/**
 * Runs it with `stdin`, in an environment without our secrets and API tokens.
 * Throws `DCR_CONFIG_INVALID` where it is not there, `DCR_TIMEOUT` when it takes longer than allowed.
 */
export async function runCommand(
  settings: CommandSettings,
  call: { readonly stdin: string; readonly forms: readonly string[]; readonly signal: AbortSignal },
  ports: Pick<Ports, 'clock' | 'environment' | 'files' | 'processes'>,
): Promise<ProcessResult> {
  const { command, timeout } = settings;
  const file = await findCommand(settings, ports);
  if (file === undefined) {
    const message = `the command ${command[0]} is not there, or is not executable`;
    const remedy = 'Install it, or correct the path in the file.';
    throw new DcrError('DCR_CONFIG_INVALID', { message, remedy, noEffect: true });
  }
  const done = new AbortController();
  const late = new AbortController();
  void ports.clock.sleep(timeout, done.signal).then(() => {
    if (!done.signal.aborted) late.abort();
  });
  const signal = AbortSignal.any([late.signal, call.signal]);
  const env = cleanEnvironment(ports.environment, call.forms);
  const started = ports.processes.start({ file, args: command.slice(1), env, signal });
  const result = await started.finish(call.stdin).finally(() => done.abort());
  if (late.signal.aborted) {
    const message = `the command ${command[0]} did not end within ${timeout / 1000} s`;
    throw new DcrError('DCR_TIMEOUT', { message, remedy: 'Run it again, or give it more by timeout.' });
  }
  return result;
}
