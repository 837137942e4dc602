import { checkName } from '../../kubernetes/name.ts';
import { chooseServer } from '../../kubernetes/pull-credential.ts';
import type { SecretPlace } from '../../kubernetes/secret.ts';
import { DEFAULT_NAME } from '../../kubernetes/wanted.ts';
import { DcrError } from '../../errors.ts';
import type { Cluster } from '../../ports/clusters.ts';
import { parseRegistry } from '../../registry/reference.ts';
import type { TargetIdentity } from '../target.ts';

export interface KubernetesSecretOptions {
  readonly namespaces: readonly string[];
  /** Default `dcr-credentials`. */
  readonly name?: string;
  /** Accounts of each namespace whose new pods are to pull with it. */
  readonly serviceAccounts?: readonly string[];
  /** Write also what another system owns. */
  readonly force?: boolean;
}

export interface KubernetesSecretPlace extends TargetIdentity {
  readonly secret: SecretPlace;
  /** The key under `auths`. */
  readonly server: string;
  readonly accounts: readonly string[];
  readonly force: boolean;
}

/** One place a namespace. Throws `DCR_CONFIG_INVALID`. */
export function locateKubernetesSecrets(
  options: KubernetesSecretOptions,
  { cluster, registry }: { readonly cluster: Cluster; readonly registry: string },
): readonly KubernetesSecretPlace[] {
  const { serviceAccounts: accounts = [], force = false } = options;
  const name = check(options.name ?? DEFAULT_NAME, 'name');
  const server = chooseServer(parseRegistry(registry));
  return [...new Set(options.namespaces)].map((given) => {
    const secret = { namespace: check(given, 'namespace'), name };
    const where = `${secret.namespace}/${name} ${server}`;
    return {
      id: `kubernetes-secret ${cluster.context} ${where}`,
      type: 'kubernetes-secret',
      // Two contexts may lead to one cluster.
      writes: [`kubernetes-secret ${cluster.server.host}${cluster.server.pathname} ${where}`],
      api: cluster.server.host,
      secret,
      server,
      accounts,
      force,
    };
  });
}

function check(text: string, what: string): string {
  try {
    return checkName(text, `the ${what} of kubernetes-secret`);
  } catch (error) {
    throw new DcrError('DCR_CONFIG_INVALID', { message: (error as Error).message, cause: error });
  }
}
