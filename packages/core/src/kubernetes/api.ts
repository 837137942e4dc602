import type { Api, ApiAnswer } from '../api/client.ts';
import { createApi } from '../api/client.ts';
import { describeAnswer, refuseTarget } from '../api/failure.ts';
import { readText } from '../api/json.ts';
import type { DcrError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Cluster } from '../ports/clusters.ts';
import type { HttpRequest, HttpResponse } from '../ports/http.ts';
import { parseObject } from '../registry/observation.ts';

/** Who wrote a field, as `managedFields` tells it: https://kubernetes.io/docs/reference/using-api/server-side-apply/#managers */
export const FIELD_MANAGER = 'dcr-login';

export const MERGE_PATCH = 'application/merge-patch+json';

/** What a piece of work on a cluster is done with. */
export interface KubernetesWork {
  readonly api: Api;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

interface OpenOptions {
  /** Of the credential that is under way. */
  readonly forms?: readonly string[];
  /** Both as in `ApiOptions`. */
  readonly again?: string;
  readonly deadline?: number;
}

/** A secret holds up to 1 MiB, which base64 makes longer. Bytes. */
const ANSWER_LIMIT = 4 * 1024 * 1024;

const TRUST = 'Name the authority of the API server in the kubeconfig (certificate-authority), or in SSL_CERT_FILE.';

export function openKubernetes(cluster: Cluster, clock: Clock, options: OpenOptions = {}): Api {
  const { forms = [], ...more } = options;
  const http = {
    request: async (request: HttpRequest): Promise<HttpResponse> => {
      const answer = await cluster.http.request(request);
      return answer.status < 400 ? answer : { ...answer, body: hideEncoded(answer.body) };
    },
  };
  const own = { base: cluster.server, name: 'Kubernetes', headers: {}, limit: ANSWER_LIMIT, trust: TRUST };
  return createApi({ ...own, forms, ...more }, { clock, http });
}

/**
 * A webhook that refuses a secret may repeat it in its words, with the credentials of other registries beside ours: no
 * list of forms knows those. Whatever looks like base64 is left out; names in Kubernetes have no capitals.
 */
function hideEncoded(text: string): string {
  return text.replace(/[A-Za-z0-9+/]{20,}={0,2}/gu, (run) => (/[A-Z]/u.test(run) ? '***' : run));
}

/** Why the server said no, by its own word: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
export function readReason(answer: ApiAnswer): string | undefined {
  return answer.status < 400 ? undefined : readText(parseObject(answer.body)?.['reason']);
}

/** How the refusal of whoever asks begins. */
export const UNKNOWN_CALLER = 'Kubernetes does not know who asks';

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
      `${UNKNOWN_CALLER} for ${what}: ${said}`,
      'Renew the credential in the kubeconfig: kubectl get namespaces shows whether it works.',
    );
  // A quota, a namespace on its way out and a webhook say 403 as well.
  if (answer.status === 403 && /\bcannot [a-z]+ resource\b/u.test(answer.body)) {
    const kind = namespace === undefined ? 'a ClusterRole and a ClusterRoleBinding' : 'a Role and a RoleBinding';
    return refuseTarget(
      `no right to ${verb} ${what}: ${said}`,
      `Give the account the verb ${verb} on ${resource}${where}, by ${kind} (examples/kubernetes/rbac.yml).`,
    );
  }
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
