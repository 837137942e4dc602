import path from 'node:path';
import { DcrError } from '../errors.ts';
import type { FileEffect } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';
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
 * The configuration of an isolated login: the user's own with our entry in it. An empty helper name for our host makes
 * docker keep this one in the file, whatever store the others use.
 */
export function composePrivateConfig(shared: JsonObject, key: string, entry: AuthEntry): JsonObject {
  const auths = isObject(shared['auths']) ? shared['auths'] : {};
  const helpers = isObject(shared['credHelpers']) ? shared['credHelpers'] : {};
  return { ...shared, auths: { ...auths, [key]: entry }, credHelpers: { ...helpers, [key]: '' } };
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
 * The first base that can hold a private directory; missing ones are made. A base that is a symbolic link, or belongs to
 * another user while it is not the CI system's, is somebody's trap.
 * Throws `DCR_STORE_FAILED`.
 */
export async function choosePrivateBase(bases: readonly string[], files: Ports['files']): Promise<string> {
  const reasons: string[] = [];
  for (const base of bases) {
    try {
      await files.apply({ do: 'make-directory', path: base });
      const found = await files.inspect(base);
      if (found.kind === 'directory') return base;
      reasons.push(`${base} is a ${found.kind}`);
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new DcrError('DCR_STORE_FAILED', {
    message: `no private directory can be made: ${reasons.join('; ')}`,
    remedy: 'Set DCR_STATE_DIR to a directory of yours that is writable.',
  });
}
