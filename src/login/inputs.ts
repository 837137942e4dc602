import process from 'node:process';
import { Secret, tidyPassword } from '@nexqloud/dcr-core';
import { ACTION, readOptions } from '@nexqloud/dcr-core/contract';

export interface Inputs {
  readonly registry: string;
  readonly username: string;
  readonly password: Secret;
  readonly options: ReturnType<typeof readOptions<{ options: typeof ACTION.inputs }>>;
}

/**
 * The inputs of this step, read once from where the runner puts them. Not by @actions/core: it is loaded while docker
 * already starts (see `main.ts`), and its `getInput` trims, which would change a password.
 * Throws `DCR_INPUT_INVALID` with every problem at once.
 */
export function readInputs(): Inputs {
  const written = Object.fromEntries(
    Object.entries(ACTION.inputs)
      .filter(([, input]) => input.type !== 'secret')
      .map(([name]) => [name, readInput(name).trim()]),
  );
  const options = readOptions({ options: ACTION.inputs }, written, (name) => `input ${name}`);
  const password = new Secret(tidyPassword(readInput('password')));
  return { registry: written['registry'] ?? '', username: written['username'] ?? '', password, options };
}

/** The runner's own spelling: upper case, spaces as underscores, hyphens kept. */
function readInput(name: string): string {
  return process.env[`INPUT_${name.toUpperCase()}`] ?? '';
}
