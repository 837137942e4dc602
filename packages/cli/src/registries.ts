import fs from 'node:fs';
import type { RegistryLogin } from '@nexqloud/dcr-core';
import { DcrError } from '@nexqloud/dcr-core';
import type { World } from './world.ts';

/**
 * The logins of `--registries FILE`. Throws `DCR_INPUT_INVALID` for what does not go with it, `DCR_CONFIG_INVALID` for the
 * file itself, `DCR_CREDENTIAL_MISSING` for an empty variable.
 */
export async function readRegistriesFile(
  given: {
    readonly file: string;
    readonly words: readonly string[];
    readonly passwordStdin: boolean;
    readonly passwordFile: string | undefined;
    readonly repository: string | undefined;
  },
  { ports }: World,
): Promise<readonly RegistryLogin[]> {
  const { file, words, passwordStdin, passwordFile, repository } = given;
  const rivals = [
    words.length > 0 && 'REGISTRY',
    passwordStdin && '--password-stdin',
    passwordFile !== undefined && '--password-file',
    repository !== undefined && '--repository',
  ].filter((rival) => rival !== false);
  if (rivals.length > 0) {
    const message = `--registries names registries and credentials itself, and excludes ${rivals.join(', ')}`;
    throw new DcrError('DCR_INPUT_INVALID', { message });
  }
  // Loaded here only: most logins are to one registry.
  const { readRegistries } = await import('@nexqloud/dcr-core/registries');
  const { variables } = ports.environment;
  const listed = await readRegistries(readText(file), { name: file, variables, allowPassword: false });
  return listed.map(({ registry, username, password, passwordEnv = '' }) => {
    if (password.reveal() !== '') return { registry, credential: { username, password } };
    throw new DcrError('DCR_CREDENTIAL_MISSING', {
      registry,
      message: `${file}: no password for ${registry}: the variable ${passwordEnv} is empty or not set`,
    });
  });
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (cause) {
    const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
    throw new DcrError('DCR_CONFIG_INVALID', { message: `--registries ${file} cannot be read (${code})`, cause });
  }
}
