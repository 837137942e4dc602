import { readText } from '../api/json.ts';

/** Milliseconds. */
export const LEASE = {
  /** Whoever watches a Lease that its holder does not renew takes it after this time. */
  duration: 30_000,
  /** Between two renewals. */
  gap: 10_000,
  /** Of the holder, who must have stopped before another may begin. */
  limit: 25_000,
  /** Between two looks at a Lease of somebody else. */
  look: 1000,
  /** Nobody watches longer than this, whatever the holder asks for. */
  longestWatch: 60_000,
} as const;

/** `spec` of a Lease: https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/lease-v1/ */
export interface LeaseSpec {
  readonly holderIdentity?: string | null;
  readonly leaseDurationSeconds?: number | null;
  readonly acquireTime?: string | null;
  readonly renewTime?: string | null;
  readonly leaseTransitions?: number | null;
}

/** A Lease as the server sent it. What others put into its metadata goes back as it came. */
export interface LeaseObject {
  readonly metadata?: { readonly resourceVersion?: string } & Readonly<Record<string, unknown>>;
  readonly spec?: LeaseSpec;
}

/** What was seen of a Lease of somebody else, and since when it has been so by our own clock. */
export interface WatchedLease {
  readonly spec: LeaseSpec;
  readonly since: number;
}

export type LeaseMove =
  | { readonly do: 'create' }
  | { readonly do: 'take'; readonly found: LeaseObject }
  | { readonly do: 'watch'; readonly watched: WatchedLease }
  /** Its holder lives, or is to be believed for too long. */
  | { readonly do: 'give-up'; readonly spec: LeaseSpec };

/**
 * What to do about a Lease that was looked at just now. That its holder is dead is told by our own clock alone: nothing of
 * it has changed for as long as the holder asked for. Clocks of two machines are never compared.
 */
export function decideLease(
  found: LeaseObject | undefined,
  { me, now, watched }: { readonly me: string; readonly now: number; readonly watched: WatchedLease | undefined },
): LeaseMove {
  if (found === undefined) return { do: 'create' };
  const { spec = {} } = found;
  const holder = readHolder(found);
  // Our own: the answer to the request that took it was lost.
  if (holder === '' || holder === me) return { do: 'take', found };
  const patience = readDuration(spec);
  if (watched === undefined)
    return patience > LEASE.longestWatch ? { do: 'give-up', spec } : { do: 'watch', watched: { spec, since: now } };
  if (!isSame(spec, watched.spec)) return { do: 'give-up', spec };
  return now - watched.since >= patience ? { do: 'take', found } : { do: 'watch', watched };
}

/** Empty where it is free. */
export function readHolder({ spec }: LeaseObject): string {
  return readText(spec?.holderIdentity) ?? '';
}

/** Milliseconds. */
function readDuration({ leaseDurationSeconds: seconds }: LeaseSpec): number {
  return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : LEASE.duration;
}

/** In what its holder writes; anybody may write the metadata. */
function isSame(a: LeaseSpec, b: LeaseSpec): boolean {
  return readHolder({ spec: a }) === readHolder({ spec: b }) && a.renewTime === b.renewTime;
}

export function takeSpec(found: LeaseObject | undefined, { me, now }: { readonly me: string; readonly now: number }) {
  const before = found?.spec?.leaseTransitions ?? 0;
  const isNew = found === undefined || readHolder(found) === me;
  const time = formatMicroTime(now);
  return {
    ...found?.spec,
    holderIdentity: me,
    leaseDurationSeconds: LEASE.duration / 1000,
    acquireTime: time,
    renewTime: time,
    leaseTransitions: isNew ? before : before + 1,
  } satisfies LeaseSpec;
}

export function renewSpec({ spec }: LeaseObject, now: number): LeaseSpec {
  return { ...spec, renewTime: formatMicroTime(now) };
}

/** As the libraries of Kubernetes leave a Lease: free, and over in a second for whoever only looks at times. */
export function releaseSpec({ spec }: LeaseObject, now: number): LeaseSpec {
  const time = formatMicroTime(now);
  return { ...spec, holderIdentity: '', leaseDurationSeconds: 1, acquireTime: time, renewTime: time };
}

/** RFC 3339 with six digits, as the API wants it: MicroTime. */
function formatMicroTime(epoch: number): string {
  // Formatting a given instant reads no clock.
  // oxlint-disable-next-line no-restricted-globals
  return new Date(epoch).toISOString().replace('Z', '000Z');
}
