import { DcrError } from '../errors.ts';
import { parseRegistry } from '../registry/reference.ts';
import type { YamlPath } from './yaml-text.ts';

/** One entry of a list as it stands there. */
export interface ListEntry {
  readonly registry: string;
  readonly username: string;
  readonly password?: string | undefined;
  readonly passwordEnv?: string | undefined;
  readonly credentialsId?: string | undefined;
}

export interface RegistriesSource {
  /** How the source is called in messages: a file, or `input registries`. */
  readonly name: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** A password may stand in the list itself: only in the Action's input, where it comes from a secret expression. */
  readonly allowPassword: boolean;
}

/** A fault of the value at a path, or of a key of the map that stands there. */
export interface Misplaced {
  readonly path: YamlPath;
  readonly key?: string;
  readonly says: string;
}

/** What the shape of a list does not tell, in the order of its entries. */
export function findFaults(entries: readonly ListEntry[], source: RegistriesSource): readonly Misplaced[] {
  const rules = [refuseCredentialsId, refuseWrittenPassword, demandOnePassword, demandRegistry];
  const faults = entries.flatMap((entry, index) =>
    rules.flatMap((rule) => rule(entry, source).map(({ path, says }) => ({ path: [index, ...path], says }))),
  );
  return [...faults, ...refuseTwice(entries)];
}

function refuseCredentialsId({ credentialsId }: ListEntry): readonly Misplaced[] {
  if (credentialsId === undefined) return [];
  return [{ path: ['credentialsId'], says: 'credentialsId is for Jenkins; use passwordEnv here' }];
}

function refuseWrittenPassword({ password }: ListEntry, { allowPassword }: RegistriesSource): readonly Misplaced[] {
  if (password === undefined || allowPassword) return [];
  const says = 'a password does not belong into a file; name the variable that holds it: passwordEnv';
  return [{ path: ['password'], says }];
}

function demandOnePassword(
  { password, passwordEnv }: ListEntry,
  { allowPassword }: RegistriesSource,
): readonly Misplaced[] {
  if (password !== undefined && passwordEnv !== undefined)
    return [{ path: ['passwordEnv'], says: 'password and passwordEnv exclude each other' }];
  if (password !== undefined || passwordEnv !== undefined) return [];
  return [{ path: [], says: allowPassword ? 'needs password or passwordEnv' : 'needs passwordEnv' }];
}

function demandRegistry({ registry }: ListEntry): readonly Misplaced[] {
  try {
    parseRegistry(registry);
    return [];
  } catch (error) {
    if (!(error instanceof DcrError)) throw error;
    return [{ path: ['registry'], says: error.message }];
  }
}

function refuseTwice(entries: readonly ListEntry[]): readonly Misplaced[] {
  const seen = new Set<string>();
  return entries.flatMap(({ registry }, index) => {
    const name = registry.trim().toLowerCase();
    if (seen.has(name)) return [{ path: [index], key: 'registry', says: `${registry} is named twice` }];
    seen.add(name);
    return [];
  });
}
