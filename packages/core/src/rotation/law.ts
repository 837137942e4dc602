/**
 * The order of a rotation, as data. The engine walks this table, the crash tests kill at every row of it, and the diagram
 * in ROTATION.md is drawn from it. Nothing else knows the order.
 */

/** Where one rotation of one credential stands. */
export type RotationState =
  | 'idle'
  | 'locked'
  | 'recovered'
  | 'inspected'
  | 'planned'
  | 'issued'
  | 'proved'
  | 'written'
  | 'confirmed'
  | 'waited'
  | 'retired'
  | 'done';

export type StepName =
  'lock' | 'recover' | 'inspect' | 'plan' | 'issue' | 'prove' | 'write' | 'confirm' | 'wait' | 'retire' | 'finish';

/** What stands in the journal; each is one line, on disk before anything that follows it happens. */
export type EntryKind =
  | 'opened'
  | 'resumed'
  | 'issuing'
  | 'refused'
  | 'issued'
  | 'proved'
  | 'writing'
  | 'wrote'
  | 'confirmed'
  | 'waiting'
  | 'retiring'
  | 'retired'
  | 'ended';

export interface Step {
  readonly step: StepName;
  readonly from: RotationState;
  readonly to: RotationState;
  /** For people: in the plan, in the progress and in the diagram. */
  readonly says: string;
  /** What the step reaches outside of this process, and whether it changes it. */
  readonly touches:
    | 'nothing'
    | 'state directory'
    | 'state directory, and a Lease where a cluster is at hand'
    | 'targets'
    | 'issuer'
    | 'registry';
  readonly changes: boolean;
  /** Written ahead of the effect: with this on disk, a run that died in the middle is known. */
  readonly before?: EntryKind;
  /** Written when the effect is known to have happened. */
  readonly after?: EntryKind;
  /** Written instead where whoever was asked said no, or was not reached: nothing happened. */
  readonly refused?: EntryKind;
  /** `once`: for the rotation; `target`: for each target that is not done; `name`: for each username that is to end. */
  readonly each: 'once' | 'target' | 'name';
  /** What a failure ends: the run before anything was issued, that target alone, or the run, which can be resumed. */
  readonly failure: 'refused' | 'target' | 'resumable';
  /** When it is left out. */
  readonly unless?: 'shard' | 'cannot retire';
}

export const LAW: readonly Step[] = [
  {
    step: 'lock',
    from: 'idle',
    to: 'locked',
    says: 'take the lock of this rotation',
    touches: 'state directory, and a Lease where a cluster is at hand',
    changes: false,
    each: 'once',
    failure: 'refused',
  },
  {
    step: 'recover',
    from: 'locked',
    to: 'recovered',
    says: 'read what a run before this one left',
    touches: 'state directory',
    changes: false,
    each: 'once',
    failure: 'refused',
  },
  {
    step: 'inspect',
    from: 'recovered',
    to: 'inspected',
    says: 'look at every target with the permissions that the write will have',
    touches: 'targets',
    changes: false,
    each: 'target',
    failure: 'refused',
  },
  {
    step: 'plan',
    from: 'inspected',
    to: 'planned',
    says: 'refuse what can be known to fail',
    touches: 'nothing',
    changes: false,
    after: 'opened',
    each: 'once',
    failure: 'refused',
  },
  {
    step: 'issue',
    from: 'planned',
    to: 'issued',
    says: 'ask the issuer for the new credential',
    touches: 'issuer',
    changes: true,
    before: 'issuing',
    after: 'issued',
    refused: 'refused',
    each: 'once',
    failure: 'resumable',
  },
  {
    step: 'prove',
    from: 'issued',
    to: 'proved',
    says: 'prove that the new credential opens the registry',
    touches: 'registry',
    changes: false,
    after: 'proved',
    each: 'once',
    failure: 'resumable',
  },
  {
    step: 'write',
    from: 'proved',
    to: 'written',
    says: 'store the new credential and check it',
    touches: 'targets',
    changes: true,
    before: 'writing',
    after: 'wrote',
    each: 'target',
    failure: 'target',
  },
  {
    step: 'confirm',
    from: 'written',
    to: 'confirmed',
    says: 'with every target of every shard done, prove the new credential again',
    touches: 'registry',
    changes: false,
    after: 'confirmed',
    each: 'once',
    failure: 'resumable',
    unless: 'shard',
  },
  {
    step: 'wait',
    from: 'confirmed',
    to: 'waited',
    says: 'let whoever still uses the old credential finish',
    touches: 'nothing',
    changes: false,
    before: 'waiting',
    each: 'once',
    failure: 'resumable',
    unless: 'cannot retire',
  },
  {
    step: 'retire',
    from: 'waited',
    to: 'retired',
    says: 'end the old credential',
    touches: 'issuer',
    changes: true,
    before: 'retiring',
    after: 'retired',
    each: 'name',
    failure: 'resumable',
    unless: 'cannot retire',
  },
  {
    step: 'finish',
    from: 'retired',
    to: 'done',
    says: 'try the old credential and report',
    touches: 'registry',
    changes: false,
    after: 'ended',
    each: 'once',
    failure: 'resumable',
    unless: 'shard',
  },
];

/** What one target can be in. */
export type TargetState = 'pending' | 'writing' | 'updated' | 'unchanged' | 'failed' | 'skipped';

/** `skipped` is another shard's. A new generation puts every target back to `pending`. */
export const TARGET_LAW: readonly { readonly from: TargetState; readonly to: TargetState; readonly when: string }[] = [
  { from: 'pending', to: 'skipped', when: 'it belongs to another shard' },
  { from: 'pending', to: 'unchanged', when: 'it holds the new credential already, by reading it' },
  { from: 'pending', to: 'writing', when: 'the intent is on disk' },
  { from: 'writing', to: 'updated', when: 'it was written, and the check does not say otherwise' },
  { from: 'writing', to: 'failed', when: 'it refused, or does not hold what was written' },
  { from: 'writing', to: 'pending', when: 'the run died: --resume looks at it again and writes again' },
  { from: 'failed', to: 'pending', when: '--resume' },
  { from: 'updated', to: 'pending', when: 'another credential was issued (generation n + 1)' },
  { from: 'unchanged', to: 'pending', when: 'another credential was issued (generation n + 1)' },
];

/** The old credential may be retired when every target of every shard is in one of these. */
export const DONE_STATES: ReadonlySet<TargetState> = new Set<TargetState>(['updated', 'unchanged']);

/** The steps from the first to the second, both included, in the order of the law. */
export function sliceLaw(from: StepName, to: StepName): readonly Step[] {
  const names = LAW.map(({ step }) => step);
  return LAW.slice(names.indexOf(from), names.indexOf(to) + 1);
}

export function findStep(name: StepName): Step {
  return LAW.find(({ step }) => step === name) as Step;
}
