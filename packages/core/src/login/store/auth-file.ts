import path from 'node:path';
import { DcrError } from '../../errors.ts';
import type { Environment } from '../../ports/environment.ts';
import type { RegistryReference } from '../../registry/reference.ts';
import type { JsonObject } from './config-file.ts';
import { isObject, readHelperName } from './config-file.ts';
import type { StorePlace } from './stored-login.ts';

/**
 * The file into which podman, buildah and skopeo write a login, and where they look first:
 * https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md
 */
export function chooseAuthFile({ variables, platform, home, uid, workingDirectory }: Environment): string {
  const { REGISTRY_AUTH_FILE: given, XDG_RUNTIME_DIR: runtime } = variables;
  if (given !== undefined && given !== '') return path.resolve(workingDirectory, given);
  if (platform !== 'linux') return path.join(home, '.config', 'containers', 'auth.json');
  const base =
    runtime !== undefined && runtime !== ''
      ? path.resolve(workingDirectory, runtime, 'containers')
      : path.join('/run/containers', String(uid ?? 0));
  return path.join(base, 'auth.json');
}

/**
 * Where the login of a registry lives in such a file. A helper that the file names for the host is asked before the
 * entries, and by the host alone: it can keep the login of a host, and hides that of a path.
 * Throws `DCR_SHADOWED`.
 */
export function placeInAuthFile(request: {
  readonly reference: RegistryReference;
  readonly file: string;
  readonly content: JsonObject;
}): StorePlace {
  const { reference, file, content } = request;
  // `credsStore` is docker's alone; the others do not read it.
  const { credsStore: _store, ...known } = content;
  const helper = readHelperName(known, reference.host);
  if (helper === undefined) return { path: file, key: reference.registry };
  if (reference.name === '') return { path: file, key: reference.host, helper };
  throw new DcrError('DCR_SHADOWED', {
    registry: reference.registry,
    message: `${file} names docker-credential-${helper} for ${reference.host}, which is asked before any login of ${reference.registry}`,
    remedy: `Take ${reference.host} out of credHelpers in that file, or log in with --isolate.`,
  });
}

/**
 * Logins of paths below this registry, which podman and its kin take for images there before that of the registry. They
 * may be meant so: it is said, and they are left. One sentence each.
 */
export function listDeeperLogins(
  { registry }: RegistryReference,
  { file, content: { auths } }: { readonly file: string; readonly content: JsonObject },
): readonly string[] {
  const keys = isObject(auths) ? Object.keys(auths).filter((key) => key.startsWith(`${registry}/`)) : [];
  return keys.map(
    (key) => `${file} holds a login of its own for ${key}, which is taken there before that of ${registry}`,
  );
}
