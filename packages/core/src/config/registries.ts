import { tidyPassword } from '../credential/credential.ts';
import { Secret } from '../credential/secret.ts';
import { readPlainEntries } from './registries-plain.ts';
import type { ListEntry, RegistriesSource } from './registries-rules.ts';
import { findFaults } from './registries-rules.ts';

/** One registry of a list, with its password. */
export interface ListedRegistry {
  readonly registry: string;
  readonly username: string;
  readonly password: Secret;
  /** Variable that the password came from, for messages. */
  readonly passwordEnv: string | undefined;
}

/**
 * The list `[{registry, username, password | passwordEnv}]` in YAML or JSON. A password that is empty here, or whose variable
 * is, is returned as an empty one: whoever asks knows best why. Throws `DCR_CONFIG_INVALID` with every fault at once.
 */
export async function readRegistries(content: string, source: RegistriesSource): Promise<readonly ListedRegistry[]> {
  return (await readList(content, source)).map(({ registry, username, password, passwordEnv }) => {
    const value = password ?? source.variables[passwordEnv ?? ''] ?? '';
    return { registry, username, password: new Secret(tidyPassword(value)), passwordEnv };
  });
}

/** The libraries that know all of YAML, and where a fault stands, take longer to load than a login: 27 ms. */
async function readList(content: string, source: RegistriesSource): Promise<readonly ListEntry[]> {
  const plain = readPlainEntries(content);
  if (plain !== undefined && findFaults(plain, source).length === 0) return plain;
  const { readEntries } = await import('./registries-schema.ts');
  return readEntries(content, source);
}
