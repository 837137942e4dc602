import { DcrError } from '../errors.ts';
import type { Shard } from './entry.ts';

/**
 * `I/N`, else `JOB_COMPLETION_INDEX` of a Kubernetes Indexed Job (counted from 0) with `JOB_COMPLETIONS`
 * (https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode).
 * Throws `DCR_INPUT_INVALID`.
 */
export function readShard(
  given: string | undefined,
  variables: Readonly<Record<string, string | undefined>>,
): Shard | undefined {
  const { JOB_COMPLETION_INDEX: at, JOB_COMPLETIONS: all } = variables;
  const text = given ?? (at === undefined || all === undefined ? undefined : `${Number(at) + 1}/${all}`);
  if (text === undefined) return undefined;
  const [, index = '', count = ''] = /^(\d{1,5})\/(\d{1,5})$/u.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  const what = given === undefined ? 'JOB_COMPLETION_INDEX and JOB_COMPLETIONS say' : '--shard is';
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `${what} "${text}"; a shard is I/N, counted from 1: 1/4 to 4/4`,
  });
}

/** Whose a target is: by its place in the sorted list of ids, so that every machine says the same. */
export function splitTargets(ids: readonly string[], { index, count }: Shard): ReadonlySet<string> {
  return new Set(ids.toSorted().filter((_id, at) => at % count === index - 1));
}
