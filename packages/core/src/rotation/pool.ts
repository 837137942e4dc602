import type { Target } from '../targets/target.ts';
import { groupByApi } from './lanes.ts';
import { findLimits } from './limits.ts';

export interface PoolOptions<T> {
  readonly items: readonly T[];
  readonly target: (item: T) => Pick<Target, 'type' | 'api'>;
  readonly work: (item: T) => Promise<void>;
  /** Nothing new is started once this is true; what is in hand is finished. */
  readonly isStopped: () => boolean;
}

/**
 * Works through the items in their order, each API beside the others and as many at once as it takes. What `work` throws
 * stops the pool: what is in hand is finished, then the first fault is thrown.
 */
export async function runPool<T>({ items, target, work, isStopped }: PoolOptions<T>): Promise<void> {
  const faults: unknown[] = [];
  const runLane = async (queue: Iterator<T>): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      if (faults.length > 0 || isStopped()) return;
      try {
        await work(next.value);
      } catch (fault) {
        faults.push(fault);
      }
    }
  };
  const lanes = groupByApi(items, (item) => target(item).api);
  await Promise.all(
    [...lanes.values()].flatMap((list) => {
      const queue = list.values();
      const { atOnce } = findLimits(target(list[0] as T));
      return Array.from({ length: Math.min(atOnce, list.length) }, () => runLane(queue));
    }),
  );
  if (faults.length > 0) throw faults[0];
}
