import type { PullSecretReport } from './kubernetes/pull-secret-report.ts';
import type { ManifestOrder, PullSecretRequest } from './kubernetes/pull-secret.ts';
import type { Ports } from './ports/index.ts';

// What speaks to Kubernetes is loaded here and not before: a login needs none of it.

/**
 * Shows what would be done to the pull secret of this registry in each namespace, and with `apply` does it: other
 * registries' entries, other keys, labels and annotations stay, and there is no moment without the secret. The report
 * tells what became of each namespace; its `error` is why some were not done.
 * Throws, with nothing written: `DCR_INPUT_INVALID`, `DCR_CONFIG_INVALID` (kubeconfig), `DCR_CREDENTIAL_MISSING`,
 * `DCR_TARGET_REFUSED` (namespaces cannot be listed), and with `apply` what `verify` throws.
 */
export async function pullSecret(request: PullSecretRequest, ports: Ports): Promise<PullSecretReport> {
  const { runPullSecret } = await import('./kubernetes/pull-secret.ts');
  return runPullSecret(request, ports);
}

/**
 * The secret's manifest as `kubectl create secret docker-registry --dry-run=client -o …` prints it, for other tools to
 * apply. It holds the secret. Throws `DCR_INPUT_INVALID`, `DCR_CREDENTIAL_MISSING` and `DCR_CREDENTIAL_EXPIRED`.
 */
export async function printPullSecret(order: ManifestOrder, ports: Pick<Ports, 'clock'>): Promise<string> {
  const { composeManifest } = await import('./kubernetes/pull-secret.ts');
  return composeManifest(order, ports);
}
