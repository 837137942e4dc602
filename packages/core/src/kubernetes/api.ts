import type { Api, ApiAnswer } from '../api/client.ts';
import { createApi } from '../api/client.ts';
import { describeAnswer, refuseTarget } from '../api/failure.ts';
import { readText } from '../api/json.ts';
import type { DcrError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Cluster } from '../ports/clusters.ts';
import { parseObject } from '../registry/observation.ts';

/** Who wrote a field, as `managedFields` tells it: https://kubernetes.io/docs/reference/using-api/server-side-apply/#managers */
export const FIELD_MANAGER = 'dcr-login';

export const MERGE_PATCH = 'application/merge-patch+json';

interface OpenOptions {
  /** Of the credential that is under way. */
  readonly forms?: readonly string[];
  /** As in `ApiOptions`. */
  readonly again?: string;
}

export function openKubernetes(cluster: Cluster, clock: Clock, { forms = [], again }: OpenOptions = {}): Api {
  const { server: base, http } = cluster;
  const more = again === undefined ? {} : { again };
  return createApi({ base, name: 'Kubernetes', headers: {}, forms, ...more }, { clock, http });
}

/** Why the server said no, by its own word: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
export function readReason(answer: ApiAnswer): string | undefined {
  return answer.status < 400 ? undefined : readText(parseObject(answer.body)?.['reason']);
}

/** What was tried, for the right that it needs. */
export interface Attempt {
  readonly verb: 'get' | 'list' | 'create' | 'patch' | 'update' | 'delete';
  /** `secrets`, or `leases.coordination.k8s.io`. */
  readonly resource: string;
  readonly namespace?: string;
  /** Of the object; a right to create or list cannot be limited to it. */
  readonly name?: string;
}

/** An answer that ends the work on one object. */
export function refuseAnswer(answer: ApiAnswer, attempt: Attempt, api: Api): DcrError {
  const { verb, resource, namespace, name } = attempt;
  const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
  const what = `${resource}${name === undefined ? '' : ` ${name}`}${where}`;
  const said = describeAnswer(answer, api.forms);
  if (answer.status === 401)
    return refuseTarget(
      `Kubernetes does not know who asks for ${what}: ${said}`,
      'Renew the credential in the kubeconfig: kubectl get namespaces shows whether it works.',
    );
  if (answer.status === 403)
    return refuseTarget(
      `no right to ${verb} ${what}: ${said}`,
      `Give the account the verb ${verb} on ${resource}${where}, by a Role and a RoleBinding (examples/kubernetes/rbac.yml).`,
    );
  if (answer.status === 404 && verb === 'create')
    return refuseTarget(
      `there is no namespace ${namespace ?? ''}: ${said}`,
      'Create the namespace, or correct its name.',
    );
  return refuseTarget(
    `Kubernetes refused to ${verb} ${what}: ${said}`,
    'Correct what the server names, then run it again.',
  );
}
