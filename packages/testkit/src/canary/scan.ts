import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { join } from 'node:path';
import { encodeForms } from './encodings.ts';
import type { CanarySecret, SecretForm } from './encodings.ts';
import type { CanaryHit } from './hit.ts';

/** The forms that occur in these bytes. */
export function findForms(bytes: Buffer, forms: readonly SecretForm[]): SecretForm[] {
  const unwrapped = bytes.includes('\n')
    ? Buffer.from(bytes.toString('latin1').replaceAll(/\s+/g, ''), 'latin1')
    : bytes;
  return forms.filter((form) => bytes.includes(form.bytes) || (form.wraps && unwrapped.includes(form.bytes)));
}

/** The text with every form of a secret replaced, so that it can be shown. */
export function hideForms(text: string, forms: readonly SecretForm[]): string {
  let bytes = Buffer.from(text);
  for (const form of forms) {
    for (let at = bytes.indexOf(form.bytes); at >= 0; at = bytes.indexOf(form.bytes)) {
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from('***'), bytes.subarray(at + form.bytes.length)]);
    }
  }
  return bytes.toString();
}

/** Looks for the secrets in a text, such as a log; `where` is how hits call it. */
export function scanText(text: string | Buffer, where: string, secrets: readonly CanarySecret[]): CanaryHit[] {
  const forms = secrets.flatMap(encodeForms);
  return describeHits('text', where, findForms(Buffer.from(text), forms), forms);
}

/** Looks for the secrets in the names and contents of all files at or below a path; links are read, not followed. */
export function scanDirectory(root: string, secrets: readonly CanarySecret[]): CanaryHit[] {
  const hits: CanaryHit[] = [];
  createFileScanner(secrets.flatMap(encodeForms), (hit) => hits.push(hit)).sweep(root);
  return hits;
}

export interface FileScanner {
  /** Reads what has changed at or below this path since the last sweep. */
  sweep(root: string): void;
}

export function createFileScanner(forms: readonly SecretForm[], report: (hit: CanaryHit) => void): FileScanner {
  const known = new Map<string, string>();
  const readOne = (path: string, name: string, stats: BigIntStats) => {
    const version = [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ');
    if (known.get(path) === version) return;
    const [named, held] = [findForms(Buffer.from(name), forms), findForms(readContent(path, stats), forms)];
    for (const hit of describeHits('file name', path, named, forms)) report(hit);
    for (const hit of describeHits('file', path, held, forms)) report(hit);
    known.set(path, version);
  };
  const walk = (path: string, name: string) => {
    ignoreVanished(() => {
      const stats = lstatSync(path, { bigint: true });
      readOne(path, name, stats);
      if (stats.isDirectory()) for (const child of readdirSync(path)) walk(join(path, child), child);
    });
  };
  return { sweep: (root) => walk(root, '') };
}

function readContent(path: string, stats: BigIntStats): Buffer {
  if (stats.isSymbolicLink()) return Buffer.from(readlinkSync(path));
  return stats.isFile() ? readFileSync(path) : Buffer.alloc(0);
}

function describeHits(
  place: CanaryHit['place'],
  where: string,
  found: readonly SecretForm[],
  forms: readonly SecretForm[],
): CanaryHit[] {
  return found.map(({ secret, encoding }) => ({ place, where: hideForms(where, forms), secret, encoding }));
}

function ignoreVanished(look: () => void): void {
  try {
    look();
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
