import type { HeldLease } from '../kubernetes/lease-hold.ts';
import { toDcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { nameLease, nameLock } from './places.ts';
import type { Job, Orders } from './run.ts';
import { announceStep } from './walk.ts';

/** A rotation may run for hours: whoever comes second is told so soon. Milliseconds. */
const PATIENCE = 1000;
/** In a pod nobody is told by waiting, and the file of a pod that died counts for thirty seconds. Milliseconds. */
const POD_PATIENCE = 35_000;

export interface Locked {
  /** Their signal also aborts when a lock is lost. */
  readonly orders: Orders;
  /** What there is to say of the locks, for the report. */
  readonly notes: ReadonlyMap<Job, readonly string[]>;
}

interface LockWork<T> {
  readonly ports: Ports;
  readonly work: (locked: Locked) => Promise<T>;
}

/**
 * Every lock before anything else, in the order of the file: a file, and inside it a Lease where a cluster is at hand.
 * Throws `DCR_LOCKED`, and where the Lease is a must also what keeps it from being taken.
 */
export async function lockAll<T>(jobs: readonly Job[], locked: Locked, { ports, work }: LockWork<T>): Promise<T> {
  const [job, ...rest] = jobs;
  if (job === undefined) return work(locked);
  const { orders } = locked;
  announceStep(job, orders, 'lock');
  await ports.files.apply({ do: 'make-directory', path: job.directory });
  const deadline = ports.clock.now() + (ports.clusters.isInside() ? POD_PATIENCE : PATIENCE);
  return ports.files.lock(nameLock(job.directory, orders.shard), deadline, async () => {
    const taken = await takeClusterLock(job, orders, ports);
    if (taken === undefined) return lockAll(rest, locked, { ports, work });
    if (typeof taken === 'string')
      return lockAll(rest, { orders, notes: new Map([...locked.notes, [job, [taken]]]) }, { ports, work });
    const signal = AbortSignal.any([orders.signal, taken.lost]);
    try {
      return await lockAll(rest, { ...locked, orders: { ...orders, signal } }, { ports, work });
    } finally {
      await taken.release();
    }
  });
}

interface ClusterChoice {
  readonly context: string | undefined;
  /** Whether nothing runs without it; else it is taken where it can be, and the report says so where it cannot. */
  readonly isMust: boolean;
}

/**
 * In a pod its own cluster: a must where this rotation is the cluster's business. An agent of a CI system that happens to
 * be a pod may well have no right to it. Elsewhere the cluster of the first target that is in one.
 */
export function chooseCluster(
  { settings }: Pick<Job, 'settings'>,
  { shard }: Pick<Orders, 'shard'>,
  isInside: boolean,
): ClusterChoice | undefined {
  const target = settings.targets.map((one) => one.settings).find(({ type }) => type === 'kubernetes-secret');
  if (isInside) return { context: undefined, isMust: target !== undefined || shard !== undefined };
  return target?.type === 'kubernetes-secret' ? { context: target.context, isMust: false } : undefined;
}

/** Undefined where no cluster is at hand; a sentence where it was not to be had and need not be. */
async function takeClusterLock(job: Job, orders: Orders, ports: Ports): Promise<HeldLease | string | undefined> {
  const choice = chooseCluster(job, orders, ports.clusters.isInside());
  if (choice === undefined) return undefined;
  try {
    return await openLease(choice, { job, orders, ports });
  } catch (thrown) {
    const error = toDcrError(thrown);
    const isOurs = error.code === 'DCR_LOCKED' || error.code === 'DCR_INTERNAL';
    if (choice.isMust || isOurs || orders.signal.aborted) throw error;
    return `the lock is only a file on this machine, as no Lease could be taken in the cluster: ${error.message}`;
  }
}

async function openLease(
  { context }: ClusterChoice,
  { job, orders, ports }: { readonly job: Job; readonly orders: Orders; readonly ports: Ports },
): Promise<HeldLease> {
  const { clock, environment, processes } = ports;
  const cluster = await ports.clusters.open(context);
  const [{ openKubernetes }, { holdLease }] = await Promise.all([
    import('../kubernetes/api.ts'),
    import('../kubernetes/lease-hold.ts'),
  ]);
  const nonce = Math.floor(clock.random() * 2 ** 32).toString(16);
  const me = `${environment.host}_${processes.identify()?.pid ?? 0}_${nonce}`;
  const place = { namespace: cluster.namespace, name: nameLease(job.settings, orders.shard), me };
  const api = openKubernetes(cluster, clock, { again: 'the same command' });
  return holdLease(place, { api, clock, signal: orders.signal });
}
