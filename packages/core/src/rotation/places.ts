import { createHash } from 'node:crypto';
import path from 'node:path';
import { chooseStateDirectory } from '../login/places.ts';
import type { Ports } from '../ports/index.ts';
import type { Shard } from './entry.ts';

/** Of rotations that are over, so that `status` and a person can look back. */
const KEPT = 5;

/** Where the journals of one credential lie. The registry is part of it: two files may use one name. */
export function chooseRotationDirectory(
  credential: CredentialName,
  { stateDir, environment }: { readonly stateDir: string | undefined; readonly environment: Ports['environment'] },
): string {
  const root = stateDir ?? chooseStateDirectory(environment);
  return path.join(root, 'rotations', `${credential.name}-${hashCredential(credential)}`);
}

interface CredentialName {
  readonly name: string;
  readonly registry: string;
}

function hashCredential({ name, registry }: CredentialName): string {
  return createHash('sha256').update(`${name}\n${registry}`).digest('hex').slice(0, 8);
}

/** `<rotation>.jsonl`, or `<rotation>.shard-1-of-4.jsonl`. */
export function nameJournal(rotation: string, shard: Shard | undefined): string {
  return `${rotation}${shard === undefined ? '' : `.${nameShard(shard)}`}.jsonl`;
}

function nameShard({ index, count }: Shard): string {
  return `shard-${index}-of-${count}`;
}

export function nameLock(directory: string, shard: Shard | undefined): string {
  return path.join(directory, shard === undefined ? 'rotation' : nameShard(shard));
}

/**
 * The same on every machine, and at most 63 characters of what a label of DNS takes:
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export function nameLease(credential: CredentialName, shard: Shard | undefined): string {
  const words = credential.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 20);
  const parts = ['dcr-login', words, hashCredential(credential), ...(shard === undefined ? [] : [nameShard(shard)])];
  return parts.join('-').replaceAll(/-+/gu, '-');
}

/** Newest first; ids begin with the time. `shard`: whose; undefined: those of the whole credential. */
export async function listJournals(
  directory: string,
  shard: Shard | undefined,
  { files }: Pick<Ports, 'files'>,
): Promise<readonly string[]> {
  const end = nameJournal('', shard);
  return (await listNames(directory, files)).filter((name) =>
    shard === undefined ? /^[^.]+\.jsonl$/u.test(name) : name.endsWith(end),
  );
}

/** The newest journal of every shard. */
export async function listShardJournals(
  directory: string,
  { files }: Pick<Ports, 'files'>,
): Promise<readonly string[]> {
  const found = (await listNames(directory, files)).flatMap((name) => {
    const [, shard = ''] = /\.(shard-\d+-of-\d+)\.jsonl$/u.exec(name) ?? [];
    return shard === '' ? [] : [{ name, shard }];
  });
  const newest = new Map<string, string>();
  for (const { name, shard } of found) if (!newest.has(shard)) newest.set(shard, name);
  return [...newest.values()];
}

export async function listAllJournals(directory: string, { files }: Pick<Ports, 'files'>): Promise<readonly string[]> {
  return (await listNames(directory, files)).filter((name) => name.endsWith('.jsonl'));
}

/** What a complete rotation leaves behind for nobody: the journals of its shards, and all but the last few of its own. */
export async function tidyJournals(directory: string, ports: Pick<Ports, 'files'>): Promise<void> {
  const own = await listJournals(directory, undefined, ports);
  const shards = (await listAllJournals(directory, ports)).filter((name) => name.includes('.shard-'));
  const over = [...own.slice(KEPT), ...shards];
  for (const name of over) await ports.files.apply({ do: 'remove', path: path.join(directory, name) });
}

/** The directories of the other credentials. */
export async function listSiblings(directory: string, { files }: Pick<Ports, 'files'>): Promise<readonly string[]> {
  const root = path.dirname(directory);
  return (await listNames(root, files)).map((name) => path.join(root, name)).filter((one) => one !== directory);
}

async function listNames(directory: string, files: Ports['files']): Promise<readonly string[]> {
  const found = await files.inspect(directory);
  return found.kind === 'directory' ? found.names.toReversed() : [];
}
