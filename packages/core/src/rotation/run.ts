import type { CredentialSettings } from '../config/rotate-file.ts';
import type { DcrError } from '../errors.ts';
import type { IssuedCredential, Issuer } from '../issuers/issuer.ts';
import type { Ports } from '../ports/index.ts';
import type { Target, TargetFacts } from '../targets/target.ts';
import type { AuditLog } from './audit.ts';
import type { Shard } from './entry.ts';
import type { Journal } from './journal.ts';
import type { StepName, TargetState } from './law.ts';
import type { Past } from './past.ts';
import type { CredentialPlan, PlannedEffect, RotationPlan } from './plan.ts';
import type { OldReport, TargetReport } from './report.ts';

export type RotationMode = 'run' | 'resume' | 'supersede';

/** What a person or a job gives instead of the issuer: `DCR_NEW_USERNAME`, `DCR_NEW_PASSWORD`. */
export interface GivenCredential extends Omit<IssuedCredential, 'username'> {
  readonly username: string | undefined;
}

export type RotationEvent =
  /** Before anything is issued or written, and before `confirm` is asked. */
  | { readonly kind: 'plan'; readonly plan: RotationPlan }
  | { readonly kind: 'step'; readonly credential: string; readonly step: StepName; readonly says: string }
  | {
      readonly kind: 'target';
      readonly credential: string;
      readonly target: TargetReport;
      /** Targets that are done with, of all that this run works on. */
      readonly done: number;
      readonly all: number;
      /** Milliseconds since the epoch. */
      readonly startedAt: number;
    };

/** One credential of the file with its parts built. */
export interface Job {
  readonly settings: CredentialSettings;
  readonly targets: readonly Target[];
  /** Undefined: a person, who is asked by `orders.ask`. */
  readonly issuer: Issuer | undefined;
  /** Where its journals and its lock lie. */
  readonly directory: string;
}

export interface CredentialQuestion {
  readonly credential: string;
  readonly registry: string;
  readonly rotation: string;
  /** Of the old credential, where it is known. */
  readonly username: string | undefined;
}

/** What the caller wants, the same for every credential of one run. */
export interface Orders {
  readonly mode: RotationMode;
  readonly shard: Shard | undefined;
  /** Nothing is written, not even a lock or a journal. */
  readonly dryRun: boolean;
  readonly given: GivenCredential | undefined;
  /** The old credential, from `DCR_USERNAME` and `DCR_PASSWORD`. */
  readonly old: IssuedCredential | undefined;
  readonly ask: ((question: CredentialQuestion) => Promise<IssuedCredential>) | undefined;
  readonly mask: ((forms: readonly string[]) => void | Promise<void>) | undefined;
  readonly allowRealms: readonly string[];
  readonly signal: AbortSignal;
  readonly tell: (event: RotationEvent) => void;
  readonly audit: AuditLog | undefined;
}

export interface TargetWork {
  readonly target: Target;
  /** Its place in the journal's list. */
  readonly index: number;
  facts: TargetFacts | DcrError | undefined;
  state: TargetState;
  report: Pick<TargetReport, 'check' | 'error'>;
}

/** One rotation of one credential while it runs: what each step of the law found out for those after it. */
export interface Run {
  readonly job: Job;
  readonly orders: Orders;
  readonly ports: Ports;
  readonly rotation: string;
  readonly salt: string;
  readonly journal: Journal;
  /** What this journal, and with an unsharded run those of the shards, said at the start. */
  readonly past: Past | undefined;
  readonly shards: readonly Past[];
  /** Every journal of this credential: what any run may have written since. */
  readonly witnesses: readonly Past[];
  /** Rotations of other names for this registry, where this one finishes a fleet: one of them issued for it. */
  readonly siblings: readonly Past[];
  /** A line was torn off. */
  readonly torn: boolean;
  readonly targets: readonly TargetWork[];
  /** Everything but the end of the old one was done by a run before this one: no credential is needed any more. */
  readonly settled: boolean;
  plan: CredentialPlan | undefined;
  /** A candidate until the new one is known: it may be the same. */
  old: IssuedCredential | undefined;
  /** Its username where it may be ended: what opened this registry when the run began, or what the caller named. */
  oldName: string | null;
  issued: IssuedCredential | undefined;
  generation: number;
  oldReport: Omit<OldReport, 'retired'> | null;
  /** Usernames that were ended in this run. */
  readonly retired: string[];
  readonly effects: PlannedEffect[];
  readonly notes: string[];
}

/** Whether a credential exists already that some target may hold: then no refusal may hold the others back. */
export function hasCredential({ past, orders }: Pick<Run, 'past' | 'orders'>): boolean {
  return orders.given !== undefined || (past?.generations.length ?? 0) > 0;
}

/** Whose a password is that was given alone. */
export function chooseUsername({ orders, past, old }: Pick<Run, 'orders' | 'past' | 'old'>): string | undefined {
  return orders.given?.username ?? past?.generations.at(-1)?.username ?? old?.username;
}

export function canRetire({ job, orders }: Pick<Run, 'job' | 'orders'>): boolean {
  return orders.shard === undefined && job.issuer?.retire !== undefined;
}

export function reportTarget({ target: { id, type }, state, report }: TargetWork): TargetReport {
  // What is still being written when a run ends will be looked at and written again.
  return { id, type, state: state === 'writing' ? 'pending' : state, ...report };
}
