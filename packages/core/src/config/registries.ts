import { z } from 'zod';
import { Secret } from '../credential/secret.ts';
import { tidyPassword } from '../credential/credential.ts';
import { DcrError } from '../errors.ts';
import { parseRegistry } from '../registry/reference.ts';
import type { Fault } from './document.ts';
import { readDocument, refuseFaults } from './document.ts';
import { checkShape } from './shape.ts';

/** One registry of a list, with its password. */
export interface ListedRegistry {
  readonly registry: string;
  readonly username: string;
  readonly password: Secret;
  /** Variable that the password came from, for messages. */
  readonly passwordEnv: string | undefined;
}

export interface RegistriesSource {
  /** How the source is called in messages: a file, or `input registries`. */
  readonly name: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** A password may stand in the list itself: only in the Action's input, where it comes from a secret expression. */
  readonly allowPassword: boolean;
}

/** A secret that is not there arrives as empty text, which is no fault of the list. */
const ENTRY = z.strictObject({
  registry: z.string('must be host/name'),
  username: z.string('must be the user name'),
  password: z.string('must be text').optional(),
  passwordEnv: z.string('must be the name of a variable').min(1, 'must name a variable').optional(),
  credentialsId: z.string('must be the id of a Jenkins credential').optional(),
});

const SHAPE = z.array(ENTRY, 'must be a list of registries').min(1, 'must name at least one registry');

type Entry = z.infer<typeof ENTRY>;

/**
 * The list `[{registry, username, password | passwordEnv}]` in YAML or JSON. A password that is empty here, or whose variable
 * is, is returned as an empty one: whoever asks knows best why. Throws `DCR_CONFIG_INVALID` with every fault at once.
 */
export function readRegistries(content: string, source: RegistriesSource): readonly ListedRegistry[] {
  const document = readDocument(content, source.name, { textOnly: true });
  const entries = checkShape(SHAPE, document, Object.keys(ENTRY.shape));
  refuseFaults(findFaults(entries, source), document);
  return entries.map(({ registry, username, password, passwordEnv }) => {
    const value = password ?? source.variables[passwordEnv ?? ''] ?? '';
    return { registry, username, password: new Secret(tidyPassword(value)), passwordEnv };
  });
}

function findFaults(entries: readonly Entry[], source: RegistriesSource): readonly Fault[] {
  const rules = [refuseCredentialsId, refuseWrittenPassword, demandOnePassword, demandRegistry];
  const faults = entries.flatMap((entry, index) =>
    rules.flatMap((rule) => rule(entry, source).map(({ path, says }) => ({ path: [index, ...path], says }))),
  );
  return [...faults, ...refuseTwice(entries)];
}

function refuseCredentialsId({ credentialsId }: Entry): readonly Fault[] {
  if (credentialsId === undefined) return [];
  return [{ path: ['credentialsId'], says: 'credentialsId is for Jenkins; use passwordEnv here' }];
}

function refuseWrittenPassword({ password }: Entry, { allowPassword }: RegistriesSource): readonly Fault[] {
  if (password === undefined || allowPassword) return [];
  const says = 'a password does not belong into a file; name the variable that holds it: passwordEnv';
  return [{ path: ['password'], says }];
}

function demandOnePassword({ password, passwordEnv }: Entry, { allowPassword }: RegistriesSource): readonly Fault[] {
  if (password !== undefined && passwordEnv !== undefined)
    return [{ path: ['passwordEnv'], says: 'password and passwordEnv exclude each other' }];
  if (password !== undefined || passwordEnv !== undefined) return [];
  return [{ path: [], says: allowPassword ? 'needs password or passwordEnv' : 'needs passwordEnv' }];
}

function demandRegistry({ registry }: Entry): readonly Fault[] {
  try {
    parseRegistry(registry);
    return [];
  } catch (error) {
    if (!(error instanceof DcrError)) throw error;
    return [{ path: ['registry'], says: error.message }];
  }
}

function refuseTwice(entries: readonly Entry[]): readonly Fault[] {
  const seen = new Set<string>();
  return entries.flatMap(({ registry }, index) => {
    const name = registry.trim().toLowerCase();
    if (seen.has(name)) return [{ path: [index, 'registry'], says: `${registry} is named twice` }];
    seen.add(name);
    return [];
  });
}
