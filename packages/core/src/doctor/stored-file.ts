import path from 'node:path';
import type { DcrError } from '../errors.ts';
import { toDcrError } from '../errors.ts';
import { chooseConfigDirectory } from '../login/places.ts';
import { chooseAuthFile } from '../login/store/auth-file.ts';
import { isObject, parseConfigFile, spellEntry } from '../login/store/config-file.ts';
import { findShapeFault } from '../login/store/config-shape.ts';
import type { FileFormat } from '../login/engines/name.ts';
import type { Environment } from '../ports/environment.ts';
import type { Files } from '../ports/files.ts';
import { shortenUser } from './privacy.ts';

/** One file that a client reads logins from, without what is secret in it. */
export interface StoredFile {
  readonly path: string;
  readonly state: 'missing' | 'readable' | 'broken';
  /** Of a broken one. */
  readonly error?: DcrError;
  /** Why docker takes no login from it though it can be read. */
  readonly fault?: string;
  readonly mode: number;
  readonly entries: readonly StoredEntry[];
  /** `credsStore`, and `credHelpers` by host. */
  readonly store: string | undefined;
  readonly helpers: Readonly<Record<string, string>>;
}

export interface StoredEntry {
  /** As it stands there: `host`, `host/name`, `https://host/v1/`. */
  readonly key: string;
  /** Shortened. */
  readonly user: string | undefined;
  /** Whether it holds the credential that was given to the doctor; undefined where none was given. */
  readonly same: boolean | undefined;
  /** `refused`: docker then refuses the whole file. */
  readonly holds: 'login' | 'nothing' | 'refused';
}

/** The user's own docker configuration: a directory by `DOCKER_CONFIG`, else `~/.docker`. */
export function placeDockerFile(environment: Environment): string {
  return path.join(chooseConfigDirectory(environment), 'config.json');
}

/**
 * The files that podman, buildah and skopeo read before docker's, first match wins.
 * Source: https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md
 */
export function listContainersFiles(environment: Environment): readonly string[] {
  const { variables, platform, home, workingDirectory } = environment;
  const first = chooseAuthFile(environment);
  if ((variables['REGISTRY_AUTH_FILE'] ?? '') !== '') return [first];
  const base = path.resolve(workingDirectory, variables['XDG_CONFIG_HOME'] || path.join(home, '.config'));
  const config = path.join(base, 'containers', 'auth.json');
  return platform === 'linux' ? [first, config] : [config];
}

/** `own` is the `auth` value that the given credential makes; undefined where none was given. */
export async function readStoredFile(
  file: string,
  { own, format }: { readonly own: string | undefined; readonly format: FileFormat },
  files: Files,
): Promise<StoredFile> {
  const nothing = { path: file, mode: 0, entries: [], store: undefined, helpers: {} };
  try {
    const found = await files.inspect(file, { follow: true });
    if (found.kind === 'missing') return { ...nothing, state: 'missing' };
    const config = parseConfigFile(found.kind === 'file' ? found.text : '[]', file);
    const helpers = isObject(config['credHelpers']) ? config['credHelpers'] : {};
    const auths = isObject(config['auths']) ? config['auths'] : {};
    const fault = format === 'docker' ? findShapeFault(config) : undefined;
    return {
      path: file,
      state: 'readable',
      ...(fault === undefined ? {} : { fault }),
      mode: found.kind === 'file' ? found.mode : 0,
      entries: Object.entries(auths).map(([key, entry]) => readEntry(key, entry, { own, format })),
      store: typeof config['credsStore'] === 'string' && config['credsStore'] !== '' ? config['credsStore'] : undefined,
      helpers: Object.fromEntries(
        Object.entries(helpers).filter(
          (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
        ),
      ),
    };
  } catch (error) {
    return { ...nothing, state: 'broken', error: toDcrError(error) };
  }
}

export function readEntry(
  key: string,
  entry: unknown,
  { own, format }: { readonly own: string | undefined; readonly format: FileFormat },
): StoredEntry {
  const { auth, identitytoken, username, password } = isObject(entry) ? spellEntry(entry) : {};
  const hasToken = typeof identitytoken === 'string' && identitytoken !== '';
  const hasAuth = typeof auth === 'string' && auth !== '';
  // Docker takes them also in clear text, podman and its kin do not.
  const isClear = format === 'docker' && typeof username === 'string' && username !== '';
  if (!hasAuth && !isClear) {
    return { key, user: hasToken ? 'a token' : undefined, same: undefined, holds: hasToken ? 'login' : 'nothing' };
  }
  const text = hasAuth ? Buffer.from(auth, 'base64').toString('utf8') : `${String(username)}:${String(password ?? '')}`;
  const colon = text.indexOf(':');
  if (colon <= 0) return { key, user: undefined, same: undefined, holds: 'refused' };
  const same = own === undefined || hasToken ? undefined : text === Buffer.from(own, 'base64').toString('utf8');
  return { key, user: shortenUser(text.slice(0, colon)), same, holds: 'login' };
}

/** Docker's `ConvertToHostname`: scheme and path are cut off. */
export function readHost(key: string): string {
  return key.replace(/^https?:\/\//u, '').replace(/\/.*$/su, '');
}
