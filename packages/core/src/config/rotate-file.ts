import type * as z from 'zod';
import { parseDuration } from './duration.ts';
import { describeIssue } from './shape-issue.ts';
import { CREDENTIAL_RULES, TARGET_RULES } from './rotate-rules.ts';
import type { CredentialShape, IssuerSettings, TargetSettings } from './rotate-shape.ts';
import { ROTATE_SHAPE } from './rotate-shape.ts';
import { refuseSecret } from './secret-rule.ts';
import type { Fault } from './faults.ts';
import { describeFaults } from './faults.ts';
import type { YamlPath } from './yaml-text.ts';
import { YamlText } from './yaml-text.ts';

/** One credential of the file, with defaults filled in. */
export interface CredentialSettings {
  readonly name: string;
  readonly registry: string;
  readonly issuer: IssuerSettings;
  readonly targets: readonly { readonly settings: TargetSettings; readonly path: YamlPath }[];
  /** Milliseconds. */
  readonly grace: number;
  /** Milliseconds; null: any age is fine. */
  readonly maxAge: number | null;
  /** Where it stands in the file. */
  readonly path: YamlPath;
}

/** A rotation file as far as it is sound, and every fault of it so far. */
export class RotateFile {
  readonly #name: string;
  readonly #text: YamlText;
  readonly #faults: Fault[] = [];
  readonly #claims = new Map<string, string>();
  readonly credentials: readonly CredentialSettings[];

  /** `name` is how the faults call the file. */
  constructor(text: string, name: string) {
    this.#name = name;
    this.#text = new YamlText(text);
    this.#faults.push(...this.#text.faults);
    this.credentials = this.#faults.length > 0 ? [] : this.#readCredentials();
  }

  addFault(path: YamlPath, says: string, key?: string): void {
    const place = this.#text.locate(path, key);
    // Of two words about one place the first is the more exact one.
    if (!this.#faults.some((fault) => fault.line === place.line && fault.column === place.column))
      this.#faults.push({ ...place, says });
  }

  /** Rule: one (place, name) has one writer; of two, each would undo the other's work. */
  claim(writes: readonly string[], { by, path }: { readonly by: string; readonly path: YamlPath }): void {
    for (const place of writes) {
      const other = this.#claims.get(place);
      if (other !== undefined) this.addFault(path, `${place} is written by another entry already (${other})`);
      else this.#claims.set(place, by);
    }
  }

  /** Throws `DCR_CONFIG_INVALID` with all faults, each with line and column. */
  settle(): void {
    if (this.#faults.length === 0) return;
    throw describeFaults(this.#name, this.#faults);
  }

  #readCredentials(): readonly CredentialSettings[] {
    const data = this.#text.value;
    for (const scalar of this.#text.listScalars()) {
      const says = refuseSecret(scalar);
      if (says !== undefined) this.addFault(scalar.path.slice(0, -1), says, String(scalar.path.at(-1)));
    }
    const { error } = ROTATE_SHAPE.safeParse(data);
    const broken = (error?.issues ?? []).flatMap((issue) => this.#addIssue(issue, data));
    const isSound = (path: YamlPath): boolean => !broken.some((other) => touches(other, path));
    const list = listAt(data, 'credentials');
    const credentials = list.flatMap((given, index) => {
      const path = ['credentials', index];
      if (typeof given !== 'object' || given === null) return [];
      const credential = given as CredentialShape;
      this.#applyRules(credential, path, isSound);
      // A broken target leaves the rest of its credential to be judged.
      if (broken.some((other) => touches(other, path) && (other[2] !== 'targets' || other.length <= 3))) return [];
      const targets = credential.targets
        .map((settings, at) => ({ settings, path: [...path, 'targets', at] }))
        .filter((target) => isSound(target.path));
      return [{ ...normalise(credential), targets, path }];
    });
    this.#refuseTwoOfOneName(credentials);
    return credentials;
  }

  /** Reports the issue and gives the paths of what is broken by it. */
  #addIssue(issue: z.core.$ZodIssue, data: unknown): readonly YamlPath[] {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    for (const { says, key, below } of describeIssue(issue, data)) this.addFault(below ?? path, says, key);
    return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  }

  #applyRules(credential: CredentialShape, path: YamlPath, isSound: (path: YamlPath) => boolean): void {
    for (const { needs, judge } of CREDENTIAL_RULES) {
      if (!needs.every((key) => isSound([...path, key]))) continue;
      for (const found of judge(credential)) this.addFault([...path, ...found.path], found.says);
    }
    for (const [index, target] of listAt(credential, 'targets').entries()) {
      const own = [...path, 'targets', index];
      if (!isSound(own)) continue;
      for (const rule of TARGET_RULES)
        for (const found of rule(target as TargetSettings)) this.addFault([...own, ...found.path], found.says);
    }
  }

  #refuseTwoOfOneName(credentials: readonly CredentialSettings[]): void {
    const seen = new Set<string>();
    for (const { name, path } of credentials) {
      if (seen.has(name)) this.addFault([...path, 'name'], `another credential is called ${name} already`);
      seen.add(name);
    }
  }
}

function normalise({ name, registry, issuer, policy }: CredentialShape): Omit<CredentialSettings, 'targets' | 'path'> {
  const read = (value: string | number | undefined): number | undefined =>
    value === undefined ? undefined : parseDuration(String(value));
  return { name, registry, issuer, grace: read(policy?.grace) ?? 0, maxAge: read(policy?.maxAge) ?? null };
}

function listAt(data: unknown, key: string): readonly unknown[] {
  const value: unknown = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
  return Array.isArray(value) ? value : [];
}

/** One lies in the other. */
function touches(a: YamlPath, b: YamlPath): boolean {
  return a.slice(0, b.length).every((part, index) => part === b[index]);
}
