import { DcrError } from '../errors.ts';
import type { CheckKind, TargetType } from '../targets/target.ts';
import type { TargetState } from './law.ts';
import { DONE_STATES } from './law.ts';
import { keepUsername } from './past.ts';
import type { PlannedEffect, RotationPlan } from './plan.ts';
import type { Run } from './run.ts';
import { reportTarget } from './run.ts';

export interface TargetError {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export interface TargetReport {
  readonly id: string;
  readonly type: TargetType;
  readonly state: Exclude<TargetState, 'writing'>;
  readonly check: CheckKind;
  readonly error?: TargetError;
}

/** What became of the credential that was replaced. */
export interface OldReport {
  /** Whether it still opens the registry. */
  readonly opens: 'yes' | 'no' | 'unknown';
  /** How it is known, or why it is not. */
  readonly says: string;
  /** Usernames that the issuer ended in this rotation. */
  readonly retired: readonly string[];
}

export interface CredentialReport {
  readonly name: string;
  readonly registry: string;
  readonly rotation: string;
  readonly state: 'complete' | 'incomplete' | 'planned' | 'aborted';
  readonly generation: number;
  readonly username: string | null;
  readonly targets: readonly TargetReport[];
  readonly old: OldReport | null;
  /** What was done, in order. */
  readonly effects: readonly PlannedEffect[];
  readonly notes: readonly string[];
  readonly error?: DcrError;
}

/** Everything that a run found out; text, JSON and step summary are made of it and of nothing else. */
export interface RotationReport {
  readonly rotation: string;
  readonly state: CredentialReport['state'];
  readonly targets: readonly TargetReport[];
  readonly credentials: readonly CredentialReport[];
  /** Of a dry run. */
  readonly plan?: RotationPlan;
  /** Why it is not complete; a command ends with its code. */
  readonly error?: DcrError;
}

export function joinReports(credentials: readonly CredentialReport[], plan?: RotationPlan): RotationReport {
  const states = credentials.map(({ state }) => state);
  const state = (['incomplete', 'aborted', 'planned'] as const).find((one) => states.includes(one)) ?? 'complete';
  const error = credentials.find((one) => one.error !== undefined)?.error;
  return {
    rotation: credentials[0]?.rotation ?? '',
    state,
    targets: credentials.flatMap(({ targets }) => targets),
    credentials,
    ...(plan === undefined ? {} : { plan }),
    ...(error === undefined ? {} : { error }),
  };
}

/** What this run found out of one credential, whether it came to its end or `error` ended it. */
export function reportRun(run: Run, error?: DcrError): CredentialReport {
  const { job, rotation, generation, issued, oldReport, effects, notes, orders, past } = run;
  const { name, registry } = job.settings;
  const targets = run.targets.map(reportTarget);
  const isDone = targets.every(({ state }) => DONE_STATES.has(state) || state === 'skipped');
  const fault = error ?? (isDone || orders.dryRun ? undefined : explainIncomplete({ name, registry }, targets));
  const retired = [...new Set([...(past?.retired ?? []), ...run.retired])];
  return {
    name,
    registry,
    rotation,
    state: orders.dryRun ? 'planned' : fault === undefined ? 'complete' : 'incomplete',
    generation: run.settled ? (past?.generations.at(-1)?.generation ?? 0) : generation,
    username: issued === undefined ? (past?.generations.at(-1)?.username ?? null) : keepUsername(issued),
    targets,
    old: oldReport === null ? null : { ...oldReport, retired },
    effects,
    notes,
    ...(fault === undefined ? {} : { error: fault }),
  };
}

/** Some targets hold the new credential and some do not. */
function explainIncomplete(
  { name, registry }: { readonly name: string; readonly registry: string },
  targets: readonly TargetReport[],
): DcrError {
  const mine = targets.filter(({ state }) => state !== 'skipped');
  const open = mine.filter(({ state }) => !DONE_STATES.has(state));
  const named = open.slice(0, 5).map(({ id, state, error }) => {
    const why = error?.message ?? state;
    return why.startsWith(id) ? why : `${id}: ${why}`;
  });
  const more = open.length > 5 ? `; and ${open.length - 5} more` : '';
  return new DcrError('DCR_ROTATION_INCOMPLETE', {
    message: `${name}: ${open.length} of ${mine.length} targets do not hold the new credential of ${registry}: ${named.join('; ')}${more}`,
    registry,
  });
}
