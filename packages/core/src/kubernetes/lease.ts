import type { Api, ApiAnswer } from '../api/client.ts';
import { JSON_TYPE, readObject } from '../api/json.ts';
import { quoteForeignText } from '../credential/masking.ts';
import { DcrError } from '../errors.ts';
import { FIELD_MANAGER, readReason, refuseAnswer } from './api.ts';
import type { Attempt, KubernetesWork } from './api.ts';
import type { LeaseObject, LeaseSpec, WatchedLease } from './lease-state.ts';
import { decideLease, LEASE, readHolder, releaseSpec, renewSpec, takeSpec } from './lease-state.ts';

export interface LeasePlace {
  readonly namespace: string;
  readonly name: string;
  /** Who holds it: of one process alone, and no secret. */
  readonly me: string;
}

export interface TakenLease {
  readonly held: LeaseObject;
  /** When the request that took it was begun: milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Takes the Lease by compare and swap. One that somebody else holds is watched: a holder that lives renews it soon, and we
 * give up; a dead one loses it after the time that it asked for.
 * Throws `DCR_LOCKED`, `DCR_TARGET_REFUSED` where it may not be read or written, and what `ask` throws.
 */
export async function takeLease(place: LeasePlace, work: KubernetesWork): Promise<TakenLease> {
  const { clock, signal } = work;
  const { me } = place;
  let watched: WatchedLease | undefined;
  for (;;) {
    const found = await readLease(place, work);
    const now = clock.now();
    const move = decideLease(found, { me, now, watched });
    if (move.do === 'give-up') throw describeHolder(place, move.spec);
    if (move.do === 'watch') {
      ({ watched } = move);
      await clock.sleep(LEASE.look, signal);
      if (signal.aborted) throw describeHolder(place, watched.spec);
      continue;
    }
    const base = move.do === 'take' ? move.found : undefined;
    const held = await writeLease(place, { base, spec: takeSpec(base, { me, now }) }, work);
    if (held !== 'conflict') return { held, at: now };
  }
}

/** Undefined where it is not ours any more. Throws what `ask` throws. */
export async function renewLease(
  place: LeasePlace,
  held: LeaseObject,
  work: KubernetesWork,
): Promise<LeaseObject | undefined> {
  return rewrite(place, held, work, renewSpec);
}

/** Leaves it free for the next one, where it is still ours. */
export async function releaseLease(place: LeasePlace, held: LeaseObject, work: KubernetesWork): Promise<void> {
  await rewrite(place, held, work, releaseSpec);
}

/** Made anew where somebody else wrote into the metadata, or an answer was lost; what bounds it is the signal. */
async function rewrite(
  place: LeasePlace,
  held: LeaseObject,
  work: KubernetesWork,
  change: (held: LeaseObject, now: number) => LeaseSpec,
): Promise<LeaseObject | undefined> {
  let base = held;
  for (;;) {
    const written = await writeLease(place, { base, spec: change(base, work.clock.now()) }, work);
    if (written !== 'conflict') return written;
    const found = await readLease(place, work);
    if (found === undefined || readHolder(found) !== place.me) return undefined;
    base = found;
  }
}

function locate({ namespace }: LeasePlace): string {
  return `apis/coordination.k8s.io/v1/namespaces/${encodeURIComponent(namespace)}/leases`;
}

function locateOne(place: LeasePlace): string {
  return `${locate(place)}/${encodeURIComponent(place.name)}`;
}

/** Looked at first: where it is there already, nobody needs the right to create it. */
async function readLease(place: LeasePlace, work: KubernetesWork): Promise<LeaseObject | undefined> {
  const { api, signal } = work;
  const answer = await api.ask({ method: 'GET', path: locateOne(place), signal });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw refuse(answer, 'get', place, api);
  return readObject(answer, api);
}

/** The version that was read is the fence: whoever comes second hears `conflict`. */
async function writeLease(
  place: LeasePlace,
  { base, spec }: { readonly base: LeaseObject | undefined; readonly spec: LeaseSpec },
  { api, signal }: KubernetesWork,
): Promise<LeaseObject | 'conflict'> {
  const { namespace, name } = place;
  const labels = { 'app.kubernetes.io/managed-by': FIELD_MANAGER };
  const metadata = base?.metadata ?? { namespace, name, labels };
  const body = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec };
  const answer = await api.ask({
    method: base === undefined ? 'POST' : 'PUT',
    path: base === undefined ? locate(place) : locateOne(place),
    query: { fieldManager: FIELD_MANAGER },
    body: { type: JSON_TYPE, text: JSON.stringify(body) },
    signal,
  });
  if (answer.status === 200 || answer.status === 201) return readObject(answer, api);
  const isGone = answer.status === 404 && base !== undefined;
  if ((answer.status === 409 && readReason(answer) !== undefined) || isGone) return 'conflict';
  throw refuse(answer, base === undefined ? 'create' : 'update', place, api);
}

function refuse(answer: ApiAnswer, verb: Attempt['verb'], { namespace, name }: LeasePlace, api: Api): DcrError {
  const resource = 'leases.coordination.k8s.io';
  return refuseAnswer(answer, { verb, resource, namespace, ...(verb === 'create' ? {} : { name }) }, api);
}

function describeHolder({ namespace, name }: LeasePlace, spec: LeaseSpec): DcrError {
  const holder = quoteForeignText(readHolder({ spec }), []);
  const since = quoteForeignText(spec.acquireTime ?? 'some time ago', []);
  return new DcrError('DCR_LOCKED', {
    message: `the lock of this rotation, lease ${name} in namespace ${namespace}, is held by ${holder} since ${since}`,
    remedy: `Let it finish. If it is gone for good: kubectl delete lease ${name} -n ${namespace}, then run it again.`,
  });
}
