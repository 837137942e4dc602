import process from 'node:process';
import type { RegistryLogin } from '@nexqloud/dcr-core';
import { DcrError, Secret, tidyPassword } from '@nexqloud/dcr-core';
import { ACTION, readOptions } from '@nexqloud/dcr-core/contract';

export interface Inputs {
  /** In their order; a missing username or password is empty. */
  readonly registries: readonly (RegistryLogin & { readonly credential: { readonly password: Secret } })[];
  readonly options: ReturnType<typeof readOptions<{ options: typeof ACTION.inputs }>>;
}

/**
 * The inputs of this step, read once from where the runner puts them. Not by @actions/core: it is loaded while docker
 * already starts (see `main.ts`), and its `getInput` trims, which would change a password.
 * Throws `DCR_INPUT_INVALID` and `DCR_CONFIG_INVALID` with every problem at once.
 */
export async function readInputs(): Promise<Inputs> {
  const written = Object.fromEntries(
    Object.entries(ACTION.inputs)
      .filter(([, input]) => input.type !== 'secret')
      .map(([name]) => [name, readInput(name).trim()]),
  );
  const options = readOptions({ options: ACTION.inputs }, written, (name) => `input ${name}`);
  const { registry = '', username = '' } = written;
  const list = readInput('registries');
  if (list.trim() !== '') {
    const rivals = ['registry', 'username', 'password'].filter((name) => readInput(name) !== '');
    return { registries: await readList(list, rivals), options };
  }
  const password = new Secret(tidyPassword(readInput('password')));
  return { registries: [{ registry, credential: { username, password } }], options };
}

async function readList(list: string, rivals: readonly string[]): Promise<Inputs['registries']> {
  if (rivals.length > 0)
    throw new DcrError('DCR_INPUT_INVALID', { message: `input registries excludes ${rivals.join(', ')}` });
  // Loaded here only: most steps name one registry.
  const { readRegistries } = await import('@nexqloud/dcr-core/registries');
  const source = { name: 'input registries', variables: process.env, allowPassword: true };
  return (await readRegistries(list, source)).map(({ username, password, ...each }) => ({
    registry: each.registry,
    credential: { username, password },
  }));
}

/** The runner's own spelling: upper case, spaces as underscores, hyphens kept. */
function readInput(name: string): string {
  return process.env[`INPUT_${name.toUpperCase()}`] ?? '';
}
