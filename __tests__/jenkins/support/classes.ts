import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { partCache, requirePart } from '@nexqloud/dcr-testkit';

const SOURCES = resolve('__tests__/jenkins/harness/src');

/** The compiled harness, kept in the cache of real parts under the hash of its sources. */
export function compileHarness(): string {
  const names = readdirSync(SOURCES).toSorted();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\0`).update(readFileSync(join(SOURCES, name)));
  const folder = join(partCache(), `jenkins-harness-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const fresh = mkdtempSync(`${folder}.`);
  const sources = names.filter((name) => name.endsWith('.java')).map((name) => join(SOURCES, name));
  const classpath = join(dirname(requirePart('groovy-cps')), '*');
  const words = ['-nowarn', '-encoding', 'UTF-8', '-cp', classpath, '-d', fresh, ...sources];
  const { status, stderr } = spawnSync(requirePart('javac'), words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`javac: ${stderr}`);
  for (const name of names.filter((each) => each.endsWith('.groovy')))
    copyFileSync(join(SOURCES, name), join(fresh, name));
  try {
    renameSync(fresh, folder);
  } catch {
    // Another test file was faster, with the same result.
    rmSync(fresh, { recursive: true });
  }
  return folder;
}
