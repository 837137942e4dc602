import type { ApiAnswer } from '../api/client.ts';
import { JSON_TYPE, readObject } from '../api/json.ts';
import type { Attempt, KubernetesWork } from './api.ts';
import { FIELD_MANAGER, MERGE_PATCH, refuseAnswer } from './api.ts';
import { CONFIG_KEY } from './pull-credential.ts';
import type { SecretObject, SecretPlace } from './secret.ts';
import { locateSecret, locateSecrets, PULL_SECRET_TYPE } from './secret.ts';
import { locateAccount } from './service-account.ts';

/**
 * Has the server go through a write and store nothing (https://kubernetes.io/docs/reference/using-api/api-concepts/#dry-run):
 * rights, quotas and admission are judged as for the write itself. Gives one sentence for what only the write will show.
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
export async function rehearseSecret(
  place: SecretPlace,
  found: SecretObject | undefined,
  work: KubernetesWork,
): Promise<readonly string[]> {
  if (found === undefined) {
    const data = { [CONFIG_KEY]: Buffer.from('{"auths":{}}').toString('base64') };
    const body = { apiVersion: 'v1', kind: 'Secret', metadata: { name: place.name }, type: PULL_SECRET_TYPE, data };
    const attempt = { verb: 'create', resource: 'secrets', namespace: place.namespace } as const;
    return rehearse({ method: 'POST', path: locateSecrets(place.namespace), body, attempt }, work);
  }
  const attempt = { verb: 'patch', resource: 'secrets', ...place } as const;
  return rehearse({ method: 'PATCH', path: locateSecret(place), body: { data: found.data ?? {} }, attempt }, work);
}

/** The same for what is to be deleted and created anew. */
export async function rehearseReplacement(place: SecretPlace, work: KubernetesWork): Promise<readonly string[]> {
  const deletes = { verb: 'delete', resource: 'secrets', ...place } as const;
  const doubts = await rehearse({ method: 'DELETE', path: locateSecret(place), body: {}, attempt: deletes }, work);
  return [...doubts, ...(await rehearseSecret(place, undefined, work))];
}

/** The same for the list of an account that is about to become longer. */
export async function rehearseAccount(
  place: { readonly namespace: string; readonly account: string },
  work: KubernetesWork,
): Promise<readonly string[]> {
  const { namespace, account } = place;
  const attempt = { verb: 'patch', resource: 'serviceaccounts', namespace, name: account } as const;
  return rehearse({ method: 'PATCH', path: locateAccount(place), body: {}, attempt }, work);
}

interface Rehearsal {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body: object;
  readonly attempt: Attempt;
}

async function rehearse({ method, path, body, attempt }: Rehearsal, work: KubernetesWork): Promise<readonly string[]> {
  const { api, signal } = work;
  const answer = await api.ask({
    method,
    path,
    query: { dryRun: 'All', ...(method === 'DELETE' ? {} : { fieldManager: FIELD_MANAGER }) },
    body: { type: method === 'PATCH' ? MERGE_PATCH : JSON_TYPE, text: JSON.stringify(body) },
    signal,
  });
  // Whoever is faster now is looked at again by the write.
  if (answer.status < 400 || answer.status === 409) return [];
  return isUnsupported(answer) ? askAccess(attempt, work) : Promise.reject(refuseAnswer(answer, attempt, api));
}

/** An admission webhook with effects of its own cannot be rehearsed: the server says so and asks it nothing. */
function isUnsupported({ status, body }: ApiAnswer): boolean {
  return status === 400 && /dry.?run/iu.test(body);
}

/** Everybody may ask that of himself: https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access */
async function askAccess(attempt: Attempt, { api, signal }: KubernetesWork): Promise<readonly string[]> {
  const { verb, resource, namespace, name } = attempt;
  const resourceAttributes = { verb, resource, namespace, ...(name === undefined ? {} : { name }) };
  const body = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: { resourceAttributes } };
  const answer = await api.ask({
    method: 'POST',
    path: 'apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    body: { type: JSON_TYPE, text: JSON.stringify(body) },
    signal,
  });
  const { status } = answer.status === 201 ? readObject(answer, api) : {};
  if ((status as { readonly allowed?: unknown } | undefined)?.allowed === false)
    throw refuseAnswer({ ...answer, status: 403 }, attempt, api);
  return ['whether an admission webhook lets the write through shows only then'];
}
