import path from 'node:path';
import type { RegistryReference } from '../../registry/reference.ts';
import type { ClientName } from './name.ts';
import { FILES } from './name.ts';

interface ContainersLogin {
  readonly reference: RegistryReference;
  readonly username: string;
  readonly directory: string;
}

/**
 * podman, buildah and skopeo share one implementation, containers/common `pkg/auth`, and so their arguments. They keep
 * a login under its path: two registries of one host are two entries.
 */
export function composeContainersArguments({ reference, username, directory }: ContainersLogin): readonly string[] {
  // Docker's own rule, on loopback alone: whatever speaks there is trusted, also in plain http.
  const plain = reference.loopback ? ['--tls-verify=false'] : [];
  const file = path.join(directory, FILES.containers.name);
  return ['login', '--authfile', file, ...plain, '--username', username, '--password-stdin', reference.registry];
}

export function explainStoredElsewhere(client: ClientName): string {
  return `A credential-helpers line in registries.conf makes ${client} store logins elsewhere: take it out, or use --engine file.`;
}

/** Takes back what a login has stored where `--authfile` did not lead it: `credential-helpers` of registries.conf. */
export function composeContainersLogout({
  reference,
  directory,
}: Omit<ContainersLogin, 'username'>): readonly string[] {
  return ['logout', '--authfile', path.join(directory, FILES.containers.name), reference.registry];
}
