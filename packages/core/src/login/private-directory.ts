import path from 'node:path';
import { DcrError } from '../errors.ts';
import type { Entry, FileEffect } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';
import type { PrivateBase } from './places.ts';
import type { AuthEntry, JsonObject } from './store/config-file.ts';
import { isObject } from './store/config-file.ts';

/** What the user's own docker directory holds beside `config.json`, as far as clients use it. */
export interface ConfigDirectoryFacts {
  readonly path: string;
  readonly names: readonly string[];
  /** Names in `buildx/`, and the content of `buildx/current`. */
  readonly buildx: { readonly names: readonly string[]; readonly current: string | undefined } | undefined;
}

/**
 * An entry that no registry answers to. Docker looks for a helper on PATH by itself when a configuration has no `auths`
 * entry, and `{}` does not count as one: source, cli/config/configfile/file.go, `ContainsAuth`.
 */
const SEED_KEY = 'x.invalid';

export async function readConfigDirectory(directory: string, files: Ports['files']): Promise<ConfigDirectoryFacts> {
  const found = await files.inspect(directory, { follow: true });
  const names = found.kind === 'directory' ? found.names : [];
  const inside = names.includes('buildx')
    ? await files.inspect(path.join(directory, 'buildx'), { follow: true })
    : found;
  if (inside === found || inside.kind !== 'directory') return { path: directory, names, buildx: undefined };
  const current = await files.inspect(path.join(directory, 'buildx', 'current'), { follow: true });
  const text = current.kind === 'file' ? current.text : undefined;
  return { path: directory, names, buildx: { names: inside.names, current: text } };
}

/**
 * Makes the private directory and links into it what is no credential: plugins, contexts and builders keep working. Of
 * `buildx/` the part `config` is never linked, for that is where scoped credentials lie.
 */
export function planPrivateDirectory(
  directory: string,
  source: ConfigDirectoryFacts,
  seed: JsonObject,
): readonly FileEffect[] {
  const effects: FileEffect[] = [{ do: 'make-private', path: directory }];
  for (const name of ['cli-plugins', 'contexts'].filter((known) => source.names.includes(known))) {
    effects.push({ do: 'link', path: path.join(directory, name), target: path.join(source.path, name) });
  }
  if (source.buildx !== undefined) {
    const buildx = path.join(directory, 'buildx');
    effects.push({ do: 'make-private', path: buildx });
    for (const name of ['instances', 'defaults'].filter((known) => source.buildx?.names.includes(known))) {
      effects.push({ do: 'link', path: path.join(buildx, name), target: path.join(source.path, 'buildx', name) });
    }
    const { current } = source.buildx;
    if (current !== undefined) effects.push({ do: 'write', path: path.join(buildx, 'current'), text: current });
  }
  effects.push({ do: 'write', path: path.join(directory, 'config.json'), text: formatConfig(seed) });
  return effects;
}

/** Everything of the user's configuration but credentials and stores: what the client needs to find daemon and proxy. */
export function composeSeed(shared: JsonObject): JsonObject {
  const { credsStore: _store, credHelpers: _helpers, ...rest } = shared;
  return { ...rest, auths: { [SEED_KEY]: {} } };
}

/**
 * The configuration of isolated logins: the user's own with our entries in it. No helper answers for `helperKeys`: theirs
 * are taken out, and where docker would turn to a store instead, an empty name makes it keep the login in the file.
 * Podman 4 cannot read such a name, so that it stands only where it must (`blank`).
 */
export function composePrivateConfig(
  shared: JsonObject,
  logins: {
    readonly entries: readonly { readonly key: string; readonly entry: AuthEntry }[];
    readonly helperKeys: readonly string[];
    readonly blank: boolean;
  },
): JsonObject {
  const { entries, helperKeys, blank } = logins;
  const ours = Object.fromEntries(entries.map(({ key, entry }) => [key, entry]));
  const { credHelpers, ...rest } = shared;
  const auths = isObject(shared['auths']) ? shared['auths'] : {};
  const kept = Object.entries(isObject(credHelpers) ? credHelpers : {}).filter(([host]) => !helperKeys.includes(host));
  const helpers = Object.fromEntries([...kept, ...(blank ? helperKeys.map((host) => [host, '']) : [])]);
  return {
    ...rest,
    auths: { ...auths, ...ours },
    ...(Object.keys(helpers).length === 0 ? {} : { credHelpers: helpers }),
  };
}

/** The entry that a client wrote into a directory that was seeded. Its own spelling of the key does not matter. */
export function findNewEntry(config: JsonObject): AuthEntry | undefined {
  const auths = isObject(config['auths']) ? config['auths'] : {};
  const entry = Object.entries(auths).find(
    ([key, value]) => key !== SEED_KEY && isObject(value) && Object.keys(value).length > 0,
  );
  return isObject(entry?.[1]) ? entry[1] : undefined;
}

export function formatConfig(config: JsonObject): string {
  return JSON.stringify(config, undefined, '\t');
}

/**
 * The first base that can hold a private directory; missing levels are made, 0700. A level that is a symbolic link or
 * belongs to neither this user nor root is somebody's trap, and nothing is put there or anywhere else.
 * Throws `DCR_STORE_FAILED`.
 */
export async function choosePrivateBase(
  bases: readonly PrivateBase[],
  { environment, files }: Pick<Ports, 'environment' | 'files'>,
): Promise<string> {
  const reasons: string[] = [];
  for (const { root, below, mayBeLink = false } of bases) {
    let level = root;
    try {
      await files.apply({ do: 'make-directory', path: root });
      const { kind } = await files.inspect(root, { follow: mayBeLink });
      if (kind !== 'directory') throw new Error(`${root} is a ${kind}`);
      for (const name of below) {
        level = path.join(level, name);
        if ((await files.inspect(level)).kind === 'missing') await files.apply({ do: 'make-directory', path: level });
        refuseTrap(level, await files.inspect(level), environment);
      }
      return level;
    } catch (error) {
      if (error instanceof TrapError) throw error;
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new DcrError('DCR_STORE_FAILED', {
    message: `no private directory can be made: ${reasons.join('; ')}`,
    remedy: 'Set DCR_STATE_DIR to a directory of yours that is writable.',
  });
}

/**
 * Checked again before a secret gets near it: a directory of ours that was swapped for another one.
 * Throws `DCR_STORE_FAILED`.
 */
export async function checkPrivateDirectory(
  directory: string,
  { environment, files }: Pick<Ports, 'environment' | 'files'>,
): Promise<void> {
  const found = await files.inspect(directory);
  refuseTrap(directory, found, environment);
  if (isPrivate(found, environment)) return;
  throw new TrapError(`${directory} was made for this user alone, but is open to others now`);
}

/** A directory of this user that nobody else can read. */
export function isPrivate(found: Entry, { platform, uid }: Ports['environment']): boolean {
  if (found.kind !== 'directory' || (uid !== undefined && found.uid !== uid)) return false;
  // Windows has no such modes; what a new directory inherits there is the user's own.
  return platform === 'win32' || (found.mode & 0o077) === 0;
}

/** Throws `DCR_STORE_FAILED` for a directory of state that is a link, or somebody else's. */
export async function checkStateDirectory(
  directory: string,
  { environment, files }: Pick<Ports, 'environment' | 'files'>,
): Promise<void> {
  refuseTrap(directory, await files.inspect(directory), environment);
}

class TrapError extends DcrError {
  constructor(message: string) {
    super('DCR_STORE_FAILED', {
      message: `${message}; nothing was stored there`,
      remedy:
        'Find out who put it there. Then remove it, or set DCR_STATE_DIR to a directory that only you can write to.',
    });
  }
}

function refuseTrap(level: string, found: Entry, { uid }: Ports['environment']): void {
  if (found.kind !== 'directory') {
    const what = { link: 'a symbolic link', file: 'a file', missing: 'gone', other: 'no directory' }[found.kind];
    throw new TrapError(`${level} must be a directory, but is ${what}`);
  }
  if (uid !== undefined && found.uid !== uid && found.uid !== 0)
    throw new TrapError(`${level} belongs to another user (uid ${found.uid})`);
}
