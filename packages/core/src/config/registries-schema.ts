import { z } from 'zod';
import type { DcrError } from '../errors.ts';
import { describeFaults } from './faults.ts';
import { suggestName } from './near-name.ts';
import type { ListEntry, Misplaced, RegistriesSource } from './registries-rules.ts';
import { findFaults } from './registries-rules.ts';
import type { YamlPath } from './yaml-text.ts';
import { YamlText } from './yaml-text.ts';

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

/** The entries of a list in YAML or JSON. Throws `DCR_CONFIG_INVALID` with every fault at once. */
export function readEntries(content: string, source: RegistriesSource): readonly ListEntry[] {
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
  return parsed.data;
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
