import type { Metadata } from './secret.ts';

interface OwnerRule {
  /** As a person calls it. */
  readonly owner: string;
  readonly label?: RegExp;
  readonly annotation?: RegExp;
  /** Where a value decides, and not the key alone. */
  readonly value?: RegExp;
}

/**
 * Marks by which other systems know what is theirs and put back what somebody else changes. Sources: the pages of
 * argo-cd.readthedocs.io (resource tracking), fluxcd.io (kustomize and helm controllers), helm.sh (labels and annotations),
 * external-secrets.io, developer.hashicorp.com (vault-secrets-operator), kyverno.io (generate rules), and the READMEs of
 * kubernetes-replicator and kubernetes-reflector.
 */
const RULES: readonly OwnerRule[] = [
  { owner: 'Argo CD', annotation: /^argocd\.argoproj\.io\/tracking-id$/u },
  { owner: 'Argo CD', label: /^argocd\.argoproj\.io\/instance$/u },
  { owner: 'Flux', label: /^(?:kustomize|helm)\.toolkit\.fluxcd\.io\/name$/u },
  { owner: 'Helm', annotation: /^meta\.helm\.sh\/release-name$/u },
  { owner: 'Helm', label: /^app\.kubernetes\.io\/managed-by$/u, value: /^Helm$/u },
  { owner: 'External Secrets', label: /^reconcile\.external-secrets\.io\/managed$/u },
  { owner: 'External Secrets', annotation: /^reconcile\.external-secrets\.io\/data-hash$/u },
  { owner: 'Sealed Secrets', annotation: /^sealedsecrets\.bitnami\.com\/managed$/u, value: /^true$/u },
  { owner: 'Vault Secrets Operator', label: /^app\.kubernetes\.io\/managed-by$/u, value: /^hashicorp-vso$/u },
  { owner: 'Kyverno', label: /^app\.kubernetes\.io\/managed-by$/u, value: /^kyverno$/u },
  { owner: 'kubernetes-replicator', annotation: /^replicator\.v1\.mittwald\.de\/replicated-from-version$/u },
  { owner: 'kubernetes-reflector', annotation: /^reflector\.v1\.k8s\.emberstack\.com\/reflects$/u },
];

/** Kinds that own a secret by `ownerReferences`, in the words of their makers. */
const KINDS: Readonly<Record<string, string>> = {
  ExternalSecret: 'External Secrets',
  ClusterExternalSecret: 'External Secrets',
  SealedSecret: 'Sealed Secrets',
  VaultStaticSecret: 'Vault Secrets Operator',
  VaultDynamicSecret: 'Vault Secrets Operator',
};

/** Who else keeps this object as they want it, with the mark that says so; undefined where nobody does. */
export function findOwner({ labels, annotations, ownerReferences }: Metadata = {}): string | undefined {
  const [reference] = ownerReferences ?? [];
  if (reference !== undefined) {
    const { kind = 'object', name = '' } = reference;
    const known = Object.hasOwn(KINDS, kind) ? `${KINDS[kind]} ` : '';
    return `${known}(ownerReferences: ${kind} ${name})`;
  }
  for (const { owner, label, annotation, value = /^/u } of RULES) {
    const marks = Object.entries((label === undefined ? annotations : labels) ?? {});
    const found = marks.find(([key, text]) => (label ?? annotation)?.test(key) === true && value.test(text));
    if (found !== undefined) return `${owner} (${label === undefined ? 'annotation' : 'label'} ${found[0]})`;
  }
  return undefined;
}
