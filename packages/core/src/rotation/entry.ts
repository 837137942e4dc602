import type { Fingerprint } from '../credential/fingerprint.ts';
import type { CheckKind } from '../targets/target.ts';
import type { EntryKind } from './law.ts';

/** A part of the targets of one credential, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** How the old credential is told from others without keeping it. */
export interface OldMark {
  /** Null where it is as secret as the password, or unknown. */
  readonly username: string | null;
  readonly fingerprint: Fingerprint | null;
}

/** What a journal line holds beside its kind and time. Ids, states and fingerprints: never a secret. */
export interface EntryData {
  readonly opened: {
    readonly version: 1;
    readonly rotation: string;
    readonly credential: string;
    readonly registry: string;
    readonly salt: string;
    readonly shard: Shard | null;
    /** In the order of the plan: later lines name a target by its place here. */
    readonly targets: readonly string[];
    readonly old: OldMark;
  };
  /** `added`: targets that came into the file since, at the end of the list. */
  readonly resumed: { readonly process: number; readonly added: readonly string[] };
  /**
   * `asks`: an issuer is about to be asked; what a person or a job gives exists already. `makesNothing`: it only tells what
   * is stored.
   */
  readonly issuing: { readonly generation: number; readonly asks: boolean; readonly makesNothing?: true };
  /** The issuer said no, or was not reached: it made nothing. */
  readonly refused: { readonly generation: number };
  readonly issued: {
    readonly generation: number;
    readonly username: string | null;
    readonly fingerprint: Fingerprint;
  };
  readonly proved: { readonly generation: number };
  readonly writing: { readonly target: number };
  readonly wrote: {
    readonly target: number;
    readonly state: 'updated' | 'unchanged' | 'failed';
    readonly check: CheckKind;
    readonly error?: { readonly code: string; readonly message: string; readonly remedy: string };
  };
  readonly confirmed: { readonly generation: number };
  readonly waiting: { readonly until: number };
  readonly retiring: { readonly username: string };
  readonly retired: { readonly username: string };
  readonly ended: { readonly state: 'complete' | 'aborted'; readonly opens: 'yes' | 'no' | 'unknown' };
}

export type Entry = {
  readonly [K in EntryKind]: { readonly entry: K; readonly at: number } & EntryData[K];
}[EntryKind];
