import fs from 'node:fs';
import path from 'node:path';
import type { Environment } from '../../ports/environment.ts';

/** Where a pod finds who it is: https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/ */
const POD_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

type Place = Pick<Environment, 'variables' | 'home'>;

/**
 * The files that say which clusters there are: those that `KUBECONFIG` names, else `~/.kube/config`. Files that are missing
 * are passed over, as kubectl does: https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
 */
export function listKubeconfigs({ variables, home }: Place): {
  readonly named: readonly string[];
  readonly present: readonly string[];
} {
  const named = (variables['KUBECONFIG'] ?? '').split(path.delimiter).filter((file) => file !== '');
  const files = named.length > 0 ? named : [path.join(home, '.kube', 'config')];
  return { named, present: files.filter((file) => fs.existsSync(file)) };
}

/** Whether a pod asks the API server that it runs under. A kubeconfig in a pod leads elsewhere. */
export function isInsidePod(place: Place): boolean {
  const { named, present } = listKubeconfigs(place);
  if (named.length > 0 || present.length > 0) return false;
  return (place.variables['KUBERNETES_SERVICE_HOST'] ?? '') !== '' && fs.existsSync(POD_TOKEN);
}
