import { DcrError } from '../errors.ts';
import type { IssuerType } from '../issuers/issuer.ts';
import type { Target, TargetFacts, TargetType } from '../targets/target.ts';
import type { Shard } from './entry.ts';
import type { StepName, TargetState } from './law.ts';
import { DONE_STATES, LAW, sliceLaw } from './law.ts';
import type { ApiEstimate } from './limits.ts';
import { estimateTime } from './limits.ts';

export interface PlannedTarget {
  readonly id: string;
  readonly type: TargetType;
  readonly state: TargetState;
  readonly exists: boolean;
  /** Of what stood there when it was looked at; null where nothing tells. */
  readonly version: string | null;
  /** What only the write will find out. */
  readonly unknown: readonly string[];
  readonly refused?: { readonly code: string; readonly message: string; readonly remedy: string };
}

export interface PlannedEffect {
  readonly step: StepName;
  readonly target?: string;
}

export interface CredentialPlan {
  readonly name: string;
  readonly registry: string;
  readonly issuer: { readonly type: IssuerType; readonly given: boolean; readonly retires: boolean };
  /** Milliseconds. */
  readonly grace: number;
  readonly shard: Shard | null;
  /** Every target is done; what is left is the end of the old credential. */
  readonly settled: boolean;
  /** The rotation that is continued. */
  readonly resumes: string | null;
  readonly targets: readonly PlannedTarget[];
  readonly effects: readonly PlannedEffect[];
  readonly estimate: readonly ApiEstimate[];
}

/** What a rotation would do: printable, without a secret, the same whenever the facts are the same. */
export interface RotationPlan {
  readonly version: 1;
  readonly credentials: readonly CredentialPlan[];
}

export interface PlanInput extends Omit<CredentialPlan, 'targets' | 'effects' | 'estimate'> {
  readonly targets: readonly {
    readonly target: Target;
    readonly state: TargetState;
    /** Undefined where it was not looked at, since it is done. */
    readonly facts: TargetFacts | DcrError | undefined;
  }[];
}

export function makePlan({ targets, ...rest }: PlanInput): CredentialPlan {
  const { shard, issuer, settled } = rest;
  const planned = targets.map(({ target: { id, type }, state, facts }): PlannedTarget => {
    if (facts instanceof DcrError) {
      const { code, message, remedy } = facts;
      const refused = { code, message, remedy };
      return { id, type, state, exists: false, version: null, unknown: [], refused };
    }
    const { exists = true, version = null, unknown = [] } = facts ?? {};
    return { id, type, state, exists, version, unknown };
  });
  const open = targets.filter(({ state, facts }) => isOpen(state) && !(facts instanceof DcrError));
  const effects = LAW.flatMap(({ step, touches, changes, each, unless }): PlannedEffect[] => {
    const reaches = changes || touches === 'registry' || step === 'wait';
    if (!reaches || (unless !== undefined && shard !== null)) return [];
    if (unless === 'cannot retire' && !issuer.retires) return [];
    if (settled && !AFTER_CONFIRMATION.has(step)) return [];
    return each === 'target' ? open.map(({ target }) => ({ step, target: target.id })) : [{ step }];
  });
  return { ...rest, targets: planned, effects, estimate: estimateTime(open.map(({ target }) => target)) };
}

/** What needs no credential. */
const AFTER_CONFIRMATION: ReadonlySet<StepName> = new Set(sliceLaw('wait', 'finish').map(({ step }) => step));

function isOpen(state: TargetState): boolean {
  return !DONE_STATES.has(state) && state !== 'skipped';
}

/**
 * The plan in a file: as it is, or as the answer of `rotate --dry-run --json` holds it.
 * Throws `DCR_INPUT_INVALID` for anything else and for another version.
 */
export function parsePlan(text: string, name: string): RotationPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const outer = value as { plan?: unknown; version?: unknown } | null | undefined;
  const plan = (outer?.plan ?? outer) as RotationPlan | null | undefined;
  const remedy = 'Make it with: dcr-login rotate --dry-run --json > plan.json';
  if (typeof plan !== 'object' || plan === null || !('version' in plan))
    throw new DcrError('DCR_INPUT_INVALID', { message: `${name} holds no plan of a rotation`, remedy });
  if (plan.version !== 1 || !Array.isArray(plan.credentials)) {
    const message = `${name} holds a plan of version ${String(plan.version)}; this dcr-login runs version 1`;
    throw new DcrError('DCR_INPUT_INVALID', { message, remedy });
  }
  return plan;
}

/** Throws `DCR_INPUT_INVALID` that names every fact that is no longer what the plan says. */
export function refuseChanges(expected: CredentialPlan | 'missing', found: CredentialPlan): void {
  const changes = expected === 'missing' ? ['it is not in the plan'] : listChanges(expected, found);
  if (changes.length === 0) return;
  const shown = changes.slice(0, 10).join('; ');
  const more = changes.length > 10 ? `; and ${changes.length - 10} more` : '';
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `${found.name} is not what it was when the plan was made: ${shown}${more}`,
    remedy: 'Make the plan anew with --dry-run, read it, and run that.',
    registry: found.registry,
  });
}

function listChanges(expected: CredentialPlan, found: CredentialPlan): readonly string[] {
  const changes: string[] = [];
  // Whether a person gives it at a prompt or in a variable is the same source.
  if (expected.issuer.type !== found.issuer.type || expected.issuer.retires !== found.issuer.retires)
    changes.push('issuer changed');
  for (const key of ['registry', 'grace', 'shard', 'settled', 'resumes'] as const)
    if (JSON.stringify(expected[key]) !== JSON.stringify(found[key])) changes.push(`${key} changed`);
  const before = new Map(expected.targets.map((target) => [target.id, target]));
  for (const target of found.targets) {
    const old = before.get(target.id);
    before.delete(target.id);
    if (old === undefined) changes.push(`${target.id} is new`);
    else if (old.version !== target.version || old.exists !== target.exists)
      changes.push(`${target.id} was written since`);
    else if (old.state !== target.state) changes.push(`${target.id} is ${target.state} and was ${old.state}`);
  }
  return [...changes, ...[...before.keys()].map((id) => `${id} is gone`)];
}
