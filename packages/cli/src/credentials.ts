import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import type { Readable } from 'node:stream';
import { addAbortSignal } from 'node:stream';
import { DcrError, Secret, tidyPassword } from '@nexqloud/dcr-core';
import { askHidden, askLine } from './prompt.ts';
import type { World } from './world.ts';

export interface Answers {
  readonly registry: string;
  readonly username: string;
  readonly password: Secret;
}

interface Given {
  readonly registry: string | undefined;
  readonly username: string | undefined;
  readonly passwordStdin: boolean;
  readonly passwordFile: string | undefined;
}

/** The flags of every command that takes a credential, as `Invocation` has them. */
interface CredentialOptions {
  readonly username: string | undefined;
  readonly 'password-stdin': boolean | undefined;
  readonly 'password-file': string | undefined;
}

/** A pipe that never ends must not eat the memory; no registry takes a longer password. Bytes. */
const PASSWORD_LIMIT = 64 * 1024;

/** The credential for the first REGISTRY of a command line. Throws as `gatherCredential` does. */
export function gatherFromOptions(invocation: {
  readonly words: readonly string[];
  readonly options: CredentialOptions;
  readonly world: World;
}): Promise<Answers> {
  const { words, options, world } = invocation;
  return gatherCredential({ registry: words[0], ...readFlags(options) }, world);
}

function readFlags(options: CredentialOptions): Omit<Given, 'registry'> {
  return {
    username: options.username,
    passwordStdin: options['password-stdin'] ?? false,
    passwordFile: options['password-file'],
  };
}

/**
 * Registry, user and password from arguments, variables, standard input or file; what is missing is asked for where a
 * person sits at a terminal.
 * Throws `DCR_INPUT_INVALID` for a missing registry or two sources of the password, `DCR_CREDENTIAL_MISSING` otherwise.
 */
async function gatherCredential(given: Given, world: World): Promise<Answers> {
  const { variables } = world.ports.environment;
  refuseTwoSources(given);
  const registry = await orAsk(given.registry ?? variables['DCR_REGISTRY'], world, () =>
    askLine('Registry (host/name): ', world),
  );
  if (registry === undefined || registry === '') {
    throw new DcrError('DCR_INPUT_INVALID', {
      message: 'no registry is named',
      remedy: 'Give it as argument or in DCR_REGISTRY: host/name, for example dcr.nexqloud.io/acme.',
    });
  }
  const username = await orAsk(given.username, world, () => askLine(`Username for ${registry}: `, world));
  const found = await findPassword(given, world);
  const password = await orAsk(found, world, () => askHidden(`Password for ${registry}: `, world));
  return { registry, username: username ?? '', password: new Secret(tidyPassword(password ?? '')) };
}

/** What was given, and nobody is asked for the rest. Throws `DCR_INPUT_INVALID` for two sources of the password. */
export async function collectCredential(options: CredentialOptions, world: World): Promise<Omit<Answers, 'registry'>> {
  const given = readFlags(options);
  refuseTwoSources(given);
  const password = new Secret(tidyPassword((await findPassword(given, world)) ?? ''));
  return { username: given.username ?? '', password };
}

function refuseTwoSources({ passwordStdin, passwordFile }: Omit<Given, 'registry'>): void {
  if (!passwordStdin || passwordFile === undefined) return;
  throw new DcrError('DCR_INPUT_INVALID', { message: '--password-stdin and --password-file exclude each other' });
}

async function findPassword(given: Omit<Given, 'registry'>, world: World): Promise<string | undefined> {
  const piped = given.passwordStdin ? await readPipe(world) : undefined;
  const filed = given.passwordFile === undefined ? piped : await readPasswordFile(given.passwordFile, world);
  return filed ?? world.ports.environment.variables['DCR_PASSWORD'];
}

async function orAsk(value: string | undefined, world: World, ask: () => Promise<string>): Promise<string | undefined> {
  return (value === undefined || value === '') && world.terminal ? ask() : value;
}

async function readPipe({ stdin, signal }: World): Promise<string> {
  if (stdin.isTTY) {
    throw new DcrError('DCR_INPUT_INVALID', {
      message: '--password-stdin needs a pipe, but standard input is a terminal',
      remedy: 'Pipe the password in, or leave --password-stdin out to be asked for it.',
    });
  }
  return readText(stdin, 'standard input', signal);
}

/** Anything that can be read: a file, or a pipe as `<(vault read …)` makes one. */
async function readPasswordFile(file: string, { signal }: World): Promise<string> {
  try {
    return await readText(fs.createReadStream(file), file, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof DcrError || code === undefined || signal.aborted) throw error;
    throw new DcrError('DCR_INPUT_INVALID', {
      message: `--password-file ${file} cannot be read (${code})`,
      cause: error,
    });
  }
}

async function readText(stream: Readable, where: string, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of addAbortSignal(signal, stream) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > PASSWORD_LIMIT) {
      throw new DcrError('DCR_INPUT_INVALID', { message: `${where} holds more than 64 KiB; that is no password` });
    }
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  // What is no UTF-8 would be sent as another password, and be rejected at the price of an attempt.
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `the password in ${where} is not UTF-8 text`,
    remedy: 'Store it as UTF-8. PowerShell 5 writes UTF-16: Set-Content -Encoding ascii FILE.',
  });
}
