import { z } from 'zod';
import { Secret } from '../credential/secret.ts';
import { tidyPassword } from '../credential/credential.ts';
import { DcrError } from '../errors.ts';
import { parseRegistry } from '../registry/reference.ts';
import { describeFaults } from './faults.ts';
import { suggestName } from './near-name.ts';
import type { YamlPath } from './yaml-text.ts';
import { YamlText } from './yaml-text.ts';

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

const text = (what: string) =>
  z.string({ error: ({ input }) => (input === undefined ? 'is missing' : `must be ${what}`) });

/** A secret that is not there arrives as empty text, which is no fault of the list. */
const ENTRY = z.strictObject({
  registry: text('host/name'),
  username: text('the user name'),
  password: text('text').optional(),
  passwordEnv: text('the name of a variable').min(1, 'must name a variable').optional(),
  credentialsId: text('the id of a Jenkins credential').optional(),
});

const SHAPE = z.array(ENTRY, 'must be a list of registries').min(1, 'must name at least one registry');

type Entry = z.infer<typeof ENTRY>;

/**
 * The list `[{registry, username, password | passwordEnv}]` in YAML or JSON. A password that is empty here, or whose variable
 * is, is returned as an empty one: whoever asks knows best why. Throws `DCR_CONFIG_INVALID` with every fault at once.
 */
export function readRegistries(content: string, source: RegistriesSource): readonly ListedRegistry[] {
  const text = new YamlText(content, { textOnly: true });
  if (text.faults.length > 0) throw describeFaults(source.name, text.faults);
  const refuse = (found: readonly Misplaced[]): DcrError =>
    describeFaults(
      source.name,
      found.map(({ path, key, says }) => ({ ...text.locate(path, key), says })),
    );
  const parsed = SHAPE.safeParse(text.value);
  if (!parsed.success) throw refuse(parsed.error.issues.flatMap(describeIssue));
  const faults = findFaults(parsed.data, source);
  if (faults.length > 0) throw refuse(faults);
  return parsed.data.map(({ registry, username, password, passwordEnv }) => {
    const value = password ?? source.variables[passwordEnv ?? ''] ?? '';
    return { registry, username, password: new Secret(tidyPassword(value)), passwordEnv };
  });
}

/** A fault of the value at a path, or of a key of the map that stands there. */
interface Misplaced {
  readonly path: YamlPath;
  readonly key?: string;
  readonly says: string;
}

function describeIssue(issue: z.core.$ZodIssue): readonly Misplaced[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const known = Object.keys(ENTRY.shape);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path, key, says: `${key} is not known here${suggestName(key, known)}` }));
  const name = path.at(-1) ?? 'the document';
  if (typeof name === 'number') return [{ path, says: 'an entry has registry, username and a password' }];
  return [{ ...split(path), says: `${name} ${issue.message}` }];
}

/** A value is shown by its key, where it has one. */
function split(path: YamlPath): Pick<Misplaced, 'path' | 'key'> {
  const last = path.at(-1);
  return typeof last === 'string' ? { path: path.slice(0, -1), key: last } : { path };
}

function findFaults(entries: readonly Entry[], source: RegistriesSource): readonly Misplaced[] {
  const rules = [refuseCredentialsId, refuseWrittenPassword, demandOnePassword, demandRegistry];
  const faults = entries.flatMap((entry, index) =>
    rules.flatMap((rule) => rule(entry, source).map(({ path, says }) => ({ path: [index, ...path], says }))),
  );
  return [...faults, ...refuseTwice(entries)];
}

function refuseCredentialsId({ credentialsId }: Entry): readonly Misplaced[] {
  if (credentialsId === undefined) return [];
  return [{ path: ['credentialsId'], says: 'credentialsId is for Jenkins; use passwordEnv here' }];
}

function refuseWrittenPassword({ password }: Entry, { allowPassword }: RegistriesSource): readonly Misplaced[] {
  if (password === undefined || allowPassword) return [];
  const says = 'a password does not belong into a file; name the variable that holds it: passwordEnv';
  return [{ path: ['password'], says }];
}

function demandOnePassword(
  { password, passwordEnv }: Entry,
  { allowPassword }: RegistriesSource,
): readonly Misplaced[] {
  if (password !== undefined && passwordEnv !== undefined)
    return [{ path: ['passwordEnv'], says: 'password and passwordEnv exclude each other' }];
  if (password !== undefined || passwordEnv !== undefined) return [];
  return [{ path: [], says: allowPassword ? 'needs password or passwordEnv' : 'needs passwordEnv' }];
}

function demandRegistry({ registry }: Entry): readonly Misplaced[] {
  try {
    parseRegistry(registry);
    return [];
  } catch (error) {
    if (!(error instanceof DcrError)) throw error;
    return [{ path: ['registry'], says: error.message }];
  }
}

function refuseTwice(entries: readonly Entry[]): readonly Misplaced[] {
  const seen = new Set<string>();
  return entries.flatMap(({ registry }, index) => {
    const name = registry.trim().toLowerCase();
    if (seen.has(name)) return [{ path: [index], key: 'registry', says: `${registry} is named twice` }];
    seen.add(name);
    return [];
  });
}
