import { refuseTarget } from '../api/failure.ts';
import { readObject, readObjects } from '../api/json.ts';
import type { KubernetesWork } from './api.ts';
import { FIELD_MANAGER, MERGE_PATCH, refuseAnswer } from './api.ts';
import { findOwner } from './owner.ts';
import type { Metadata } from './secret.ts';
import { pauseBriefly, refuseBusy, TRIES } from './secret-write.ts';

export interface AccountPlace {
  readonly namespace: string;
  readonly account: string;
}

interface FoundAccount {
  readonly metadata: Metadata;
  /** References as they stand there. */
  readonly references: readonly Readonly<Record<string, unknown>>[];
}

/** What to know of a list that becomes longer, one sentence each. */
type Notes = readonly string[];

/**
 * Whether new pods of this account pull with this secret, and what is to be known before it is added.
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
export async function inspectAccount(
  place: AccountPlace,
  secret: string,
  work: KubernetesWork,
): Promise<{ readonly state: 'add' | 'present'; readonly notes: Notes }> {
  const found = await readAccount(place, work);
  return names(found).includes(secret)
    ? { state: 'present', notes: [] }
    : { state: 'add', notes: describeOwner(found) };
}

/**
 * Adds the secret to the account's `imagePullSecrets`. The list is atomic: every kind of patch replaces it
 * (https://github.com/kubernetes/kubernetes/issues/72475), so the whole of it is written back, and only on top of the
 * version that was read.
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
export async function attachPullSecret(
  place: AccountPlace,
  secret: string,
  work: KubernetesWork,
): Promise<{ readonly state: 'added' | 'present'; readonly notes: Notes }> {
  const { api, signal } = work;
  let mayHaveLanded = false;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const found = await readAccount(place, work);
    if (names(found).includes(secret))
      return mayHaveLanded ? { state: 'added', notes: describeOwner(found) } : { state: 'present', notes: [] };
    const { metadata, references } = found;
    const { resourceVersion } = metadata;
    const body = { metadata: { resourceVersion }, imagePullSecrets: [...references, { name: secret }] };
    const answer = await api.ask({
      method: 'PATCH',
      path: locateAccount(place),
      query: { fieldManager: FIELD_MANAGER },
      body: { type: MERGE_PATCH, text: JSON.stringify(body) },
      signal,
    });
    if (answer.status === 200) return { state: 'added', notes: describeOwner(found) };
    if (answer.status !== 409 && answer.status !== 404) throw refuseAnswer(answer, attempt('patch', place), api);
    ({ mayHaveLanded } = answer);
    await pauseBriefly(tries, work);
  }
  throw refuseBusy(`service account ${place.account} in namespace ${place.namespace}`);
}

async function readAccount(place: AccountPlace, { api, signal }: KubernetesWork): Promise<FoundAccount> {
  const answer = await api.ask({ method: 'GET', path: locateAccount(place), signal });
  if (answer.status === 404)
    throw refuseTarget(
      `there is no service account ${place.account} in namespace ${place.namespace}`,
      'Create it, or correct its name; that of a new namespace appears a moment after it.',
    );
  if (answer.status !== 200) throw refuseAnswer(answer, attempt('get', place), api);
  const { metadata, imagePullSecrets } = readObject(answer, api);
  return { metadata: (metadata ?? {}) as Metadata, references: readObjects(imagePullSecrets) };
}

/**
 * No refusal, as for a secret: nothing of the owner's is written over, and one whose manifest names no `imagePullSecrets`
 * leaves them alone.
 */
function describeOwner({ metadata }: FoundAccount): Notes {
  const owner = findOwner(metadata);
  return owner === undefined
    ? []
    : [`it belongs to ${owner}, which may take the pull secret out again; add it there as well`];
}

export function locateAccount({ namespace, account }: AccountPlace): string {
  return `api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(account)}`;
}

function attempt(verb: 'get' | 'patch', { namespace, account }: AccountPlace) {
  return { verb, resource: 'serviceaccounts', namespace, name: account } as const;
}

function names({ references }: FoundAccount): readonly unknown[] {
  return references.map(({ name }) => name);
}
