import fs from 'node:fs';
import path from 'node:path';
import { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { suggestName } from '../../config/near-name.ts';
import { YamlText } from '../../config/yaml-text.ts';
import { DcrError } from '../../errors.ts';
import type { Environment } from '../../ports/environment.ts';
import { IMPERSONATION } from './identity.ts';
import { isInsidePod, listKubeconfigs } from './sources.ts';

/** The name of the context that is no context of a file. */
export const IN_CLUSTER = 'in-cluster';

/**
 * What kubectl would go by: the files of `KUBECONFIG`, else `~/.kube/config`, else the service account of this pod. The
 * current context is the one that is asked for.
 * Throws `DCR_CONFIG_INVALID`, and `DCR_INPUT_INVALID` where there is no cluster at all.
 */
export function loadKubeconfig(context: string | undefined, environment: Environment): KubeConfig {
  const { named, present: files } = listKubeconfigs(environment);
  if (named.length > 0 && files.length === 0)
    throw refuse(`KUBECONFIG names ${named.join(', ')}, and there is no such file`);
  const config = files.length === 0 ? loadPod(environment) : loadFiles(files);
  const names = config.getContexts().map(({ name }) => name);
  // A wrapper may name the pod's own cluster like any other.
  const wanted = context ?? config.getCurrentContext();
  if (wanted === undefined || wanted === '')
    throw refuse(`${files.join(', ')} names no current context`, 'Name one by --context or context:.');
  if (!names.includes(wanted)) {
    const known = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
    throw refuse(`the kubeconfig has no context "${wanted}"${suggestName(wanted, names)}; ${known}`);
  }
  config.setCurrentContext(wanted);
  if (config.getCurrentCluster() === null)
    throw refuse(`the cluster that context "${wanted}" names is not in the kubeconfig`);
  return config;
}

/** Of two entries with one name, and of two current contexts, the first counts. */
function loadFiles(files: readonly string[]): KubeConfig {
  const all = new KubeConfig();
  for (const file of files) {
    const one = loadFile(file);
    const isNew = (list: readonly { name: string }[]) => (entry: { readonly name: string }) =>
      !list.some(({ name }) => name === entry.name);
    one.clusters = dropTwins(one.clusters).filter(isNew(all.clusters));
    one.users = dropTwins(one.users).filter(isNew(all.users));
    one.contexts = dropTwins(one.contexts).filter(isNew(all.contexts));
    // An empty one is what kubectl leaves when it takes a context away.
    const current = all.getCurrentContext() || one.getCurrentContext();
    all.mergeConfig(one, true);
    if (current) all.setCurrentContext(current);
  }
  return all;
}

function dropTwins<T extends { readonly name: string }>(list: readonly T[]): T[] {
  return [...new Map(list.toReversed().map((entry) => [entry.name, entry])).values()].toReversed();
}

function loadFile(file: string): KubeConfig {
  const config = new KubeConfig();
  // Not by the library's own parser: its errors quote the line, which may hold a token.
  const { value, faults } = new YamlText(readText(file));
  const [fault] = faults;
  if (fault !== undefined) throw refuse(`${file}:${fault.line}:${fault.column}: ${fault.says}`);
  try {
    // An entry that is not whole is no fault of the context that is meant.
    config.loadFromString(JSON.stringify(adaptUsers(value ?? {}, path.dirname(file))), { onInvalidEntry: 'filter' });
  } catch (error) {
    throw refuse(`${file} is no kubeconfig: ${error instanceof TypeError ? 'it is no map' : (error as Error).message}`);
  }
  if (!['string', 'undefined', 'object'].includes(typeof config.getCurrentContext()))
    throw refuse(`${file}: current-context is no text`);
  config.makePathsAbsolute(path.dirname(file));
  return config;
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw refuse(`the kubeconfig ${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`);
  }
}

interface RawUser {
  readonly user?:
    | ({ readonly tokenFile?: string; readonly token?: string; readonly exec?: { readonly command?: string } } & Record<
        string,
        unknown
      >)
    | null;
}

/** What the library does not know of a user: `tokenFile`, that a plugin's path starts at the file, and some ways to impersonate. */
function adaptUsers(value: unknown, directory: string): unknown {
  const { users } = (value ?? {}) as { readonly users?: unknown };
  if (!Array.isArray(users)) return value;
  const adapted = (users as readonly RawUser[]).map((entry) => {
    const { tokenFile, exec, token: bare, ...user } = entry?.user ?? {};
    // The file wins over a token beside it.
    const token =
      tokenFile === undefined
        ? bare === undefined
          ? {}
          : { token: bare }
        : { 'auth-provider': { name: 'tokenFile', config: { tokenFile: path.resolve(directory, tokenFile) } } };
    const isOther = ['as-groups', 'as-uid', 'as-user-extra'].some((name) => user[name] !== undefined);
    const other = isOther ? { 'auth-provider': { name: IMPERSONATION } } : {};
    // A bare name is looked up on PATH.
    const isPath = exec?.command !== undefined && /[\\/]/u.test(exec.command);
    const command = isPath ? path.resolve(directory, exec.command) : exec?.command;
    const plugin = exec === undefined ? {} : { exec: { ...exec, command } };
    return { ...entry, user: { ...user, ...token, ...plugin, ...other } };
  });
  return { ...(value as object), users: adapted };
}

function loadPod(environment: Environment): KubeConfig {
  const config = new KubeConfig();
  if (!isInsidePod(environment)) {
    throw new DcrError('DCR_INPUT_INVALID', {
      message: `there is no cluster to ask: KUBECONFIG is not set, ${path.join(environment.home, '.kube', 'config')} is not there, and this is no pod`,
      remedy:
        'Set KUBECONFIG to a kubeconfig. Without one there is only the manifest: dcr-login pull-secret REGISTRY -o yaml.',
    });
  }
  config.loadFromCluster();
  const [context] = config.getContexts();
  config.contexts = context === undefined ? [] : [{ ...context, name: IN_CLUSTER }];
  config.setCurrentContext(IN_CLUSTER);
  return config;
}

function refuse(message: string, remedy?: string): DcrError {
  return new DcrError('DCR_CONFIG_INVALID', { message, ...(remedy === undefined ? {} : { remedy }) });
}
