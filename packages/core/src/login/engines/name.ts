import path from 'node:path';
import type { RegistryReference } from '../../registry/reference.ts';

/** In the order in which `auto` looks for them on PATH. */
export const CLIENTS = ['docker', 'podman', 'buildah', 'skopeo'] as const;

export type ClientName = (typeof CLIENTS)[number];

export const ENGINES = [...CLIENTS, 'file'] as const;

/** The client that will use the login; `file`: none, the files are written directly. */
export type EngineName = (typeof ENGINES)[number];

/**
 * Which file a client reads: docker's `config.json`, whose keys are hosts, or the `auth.json` of podman, buildah and
 * skopeo, whose keys may carry a path (https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md).
 */
export type FileFormat = 'docker' | 'containers';

/** How the file of a format is named, and the variable that points to it: docker's names the directory. */
export const FILES = {
  docker: { name: 'config.json', variable: 'DOCKER_CONFIG' },
  containers: { name: 'auth.json', variable: 'REGISTRY_AUTH_FILE' },
} as const satisfies Record<FileFormat, { name: string; variable: string }>;

export function formatOf(engine: EngineName): FileFormat {
  return engine === 'docker' || engine === 'file' ? 'docker' : 'containers';
}

/** The key under which a client of this format stores and looks up this registry. */
export function keyOf(reference: RegistryReference, format: FileFormat): string {
  return format === 'docker' ? reference.key : reference.registry;
}

/** The variable that makes a client of this format see the file in `directory`. */
export function makeVisible(format: FileFormat, directory: string): Readonly<Record<string, string>> {
  const { name, variable } = FILES[format];
  return { [variable]: format === 'docker' ? directory : path.join(directory, name) };
}
