import type { EntryData } from './entry.ts';
import { inspectTargets } from './inspect.ts';
import { describeIssued, describeIssuing, issueCredential } from './issue.ts';
import type { EntryKind, StepName } from './law.ts';
import { DONE_STATES } from './law.ts';
import { describeLeftovers } from './leftover.ts';
import { fingerprintPair, keepUsername } from './past.ts';
import { confirmNew, proveNew, tryOld } from './prove.ts';
import { chooseEnd, listRetired, retireName, waitUntil } from './retire.ts';
import type { Run, TargetWork } from './run.ts';
import { writeTarget } from './write.ts';

type Line = { readonly [K in EntryKind]: { readonly kind: K; readonly data: EntryData[K] } }[EntryKind];

/** What one taking of a step is about: nothing in particular, a target, or a username. */
export interface StepItem {
  readonly work?: TargetWork;
  readonly name?: string;
}

/** What one step does. The order, and which lines are written when, is the law's; what the lines say is known here. */
export interface StepWork {
  /** Default: one item, about nothing in particular. */
  readonly items?: (run: Run) => readonly StepItem[];
  readonly before?: (run: Run, item: StepItem) => Line;
  /** `intend` writes the line that goes ahead of the effect. Gives what the line after it says, where only the act knows. */
  readonly act: (run: Run, item: StepItem, intend: () => Promise<void>) => Promise<EntryData['wrote'] | void>;
  readonly after?: (run: Run, item: StepItem, result: EntryData['wrote'] | undefined) => Line | undefined;
  /** Where the act threw what had no effect. */
  readonly refused?: (run: Run) => Line;
}

/** `lock` surrounds a run, `recover` makes it, and `plan` decides whether it may begin: see `rotate.ts`. */
export type WalkedStep = Exclude<StepName, 'lock' | 'recover' | 'plan'>;

export const STEP_WORK: Readonly<Record<WalkedStep, StepWork>> = {
  inspect: { act: inspectTargets },
  issue: {
    before: (run) => ({ kind: 'issuing', data: describeIssuing(run) }),
    refused: (run) => ({ kind: 'refused', data: { generation: describeIssuing(run).generation } }),
    act: async (run, _item, intend) => {
      await intend();
      await issueCredential(run);
    },
    after: (run) => ({ kind: 'issued', data: describeIssued(run) }),
  },
  prove: { act: proveNew, after: ({ generation }) => ({ kind: 'proved', data: { generation } }) },
  write: {
    items: ({ targets }) =>
      targets.filter(({ state }) => !DONE_STATES.has(state) && state !== 'skipped').map((work) => ({ work })),
    before: (_run, { work }) => ({ kind: 'writing', data: { target: work?.index ?? 0 } }),
    act: async (run, { work }, intend) => {
      if (work === undefined) return;
      const result = await writeTarget(run, work, intend);
      work.state = result.state;
      work.report = { check: result.check, ...(result.error === undefined ? {} : { error: result.error }) };
      return result;
    },
    after: (_run, _item, result) => (result === undefined ? undefined : { kind: 'wrote', data: result }),
  },
  confirm: { act: confirmNew, after: ({ generation }) => ({ kind: 'confirmed', data: { generation } }) },
  wait: {
    before: (run) => ({ kind: 'waiting', data: { until: chooseEnd(run) } }),
    act: async (run, _item, intend) => {
      const until = chooseEnd(run);
      await intend();
      await waitUntil(run, until);
    },
  },
  retire: {
    items: (run) => listRetired(run).map((name) => ({ name })),
    before: (_run, { name = '' }) => ({ kind: 'retiring', data: { username: name } }),
    act: async (run, { name = '' }, intend) => {
      await intend();
      await retireName(run, name);
      run.retired.push(name);
    },
    after: (_run, { name = '' }) => ({ kind: 'retired', data: { username: name } }),
  },
  finish: {
    act: async (run) => {
      run.notes.push(...describeLeftovers(run));
      await tryOld(run);
    },
    after: ({ oldReport }) => ({ kind: 'ended', data: { state: 'complete', opens: oldReport?.opens ?? 'unknown' } }),
  },
};

/** The first line of a journal; the ids are told here once. */
export function describeOpening({ job, orders, rotation, salt, targets, old, oldName }: Run): EntryData['opened'] {
  const { name: credential, registry } = job.settings;
  const isId = old !== undefined && keepUsername(old) !== null;
  return {
    version: 1,
    rotation,
    credential,
    registry,
    salt,
    shard: orders.shard ?? null,
    targets: targets.toSorted((a, b) => a.index - b.index).map(({ target }) => target.id),
    old: { username: oldName, fingerprint: isId ? fingerprintPair(old, salt) : null },
  };
}
