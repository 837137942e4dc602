import { DcrError } from '../errors.ts';
import type { TargetCredential } from './target.ts';

/** What the three values are called at a target; each can be overridden by `names:`. */
export interface TargetNames {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
}

const DEFAULT_NAMES: TargetNames = { registry: 'DCR_REGISTRY', username: 'DCR_USERNAME', password: 'DCR_PASSWORD' };

/** Throws `DCR_CONFIG_INVALID` for two values under one name. */
export function chooseNames(given: Partial<TargetNames> | undefined, target: string): TargetNames {
  const names = { ...DEFAULT_NAMES, ...given };
  const all = listNames(names);
  if (new Set(all.map((name) => name.toUpperCase())).size < all.length)
    throw new DcrError('DCR_CONFIG_INVALID', { message: `names of ${target} has one name for two values` });
  return names;
}

/** In the order in which they are written. */
export function listNames({ registry, username, password }: TargetNames): readonly string[] {
  return [registry, username, password];
}

/**
 * Name and value, password last: where only the password changes, as at DCR, one request is the whole step from the old
 * credential to the new one, and a crash before it leaves the old one whole.
 */
export function listValues(credential: TargetCredential, names: TargetNames): readonly (readonly [string, string])[] {
  return [
    [names.registry, credential.registry],
    [names.username, credential.username],
    [names.password, credential.password.reveal()],
  ];
}
