import type { Secret } from '../credential/secret.ts';

export type TargetType =
  | 'github-secret'
  | 'gitlab-variable'
  | 'jenkins-credential'
  | 'kubernetes-secret'
  | 'docker-config'
  | 'vault-kv'
  | 'exec';

/** What is written: the values of `DCR_USERNAME`, `DCR_PASSWORD` and `DCR_REGISTRY`, or of the names that `names:` gives them. */
export interface TargetCredential {
  readonly username: string;
  readonly password: Secret;
  /** `host/name`. */
  readonly registry: string;
  /** Milliseconds since the epoch, where it is known. */
  readonly expiresAt?: number;
}

/** Which target this is: printable, the same in plan, journal and report. */
export interface TargetIdentity {
  /** Stable and unique in one rotation: type, address and names, for example `github-secret acme/api DCR_PASSWORD`. */
  readonly id: string;
  readonly type: TargetType;
  /** Every (place, name) that is written: two credentials that write one of them are refused. */
  readonly writes: readonly string[];
  /** Requests of one pacer share this API's published limits: `api.github.com`, `file`, `exec`. */
  readonly api: string;
}

/** What `check` can ever find out here. */
export type CheckKind = 'read-back' | 'metadata' | 'none';

/** What stood at a target when it was looked at. */
export interface TargetFacts {
  /** The credential that is stored, where the place lets itself be read. Never part of a plan, journal or report. */
  readonly stored: { readonly username: string; readonly password: Secret } | undefined;
  /** False where nothing is stored under these names yet. */
  readonly exists: boolean;
  /** Changes whenever anybody writes the place (`updated_at`, `resourceVersion`, a KV version, a hash of a file); null where nothing tells. */
  readonly version: string | null;
  /** Milliseconds since the epoch of the last write, where the place tells it. */
  readonly since: number | null;
  /** What only the write itself can find out, such as write permission behind a read-only API: one sentence each. */
  readonly unknown: readonly string[];
}

export interface TargetCheck {
  readonly kind: CheckKind;
  /** False: the place answers, and it does not hold what was written. With `none` always true. */
  readonly holds: boolean;
}

/**
 * A place that stores a credential. Every call is bounded by `signal`; none keeps anything between two calls but
 * connections, so that a run after a crash starts from what the place itself says.
 */
export interface Target extends TargetIdentity {
  /**
   * Looks, with the permissions that the write will have, and changes nothing. Throws what can be known to be refused:
   * `DCR_TARGET_REFUSED` (missing permission, wrong kind), `DCR_TARGET_FOREIGN` (another system owns the place),
   * `DCR_CREDENTIAL_MISSING` (no API token), and the codes of exit status 5.
   */
  inspect(signal: AbortSignal): Promise<TargetFacts>;
  /**
   * Stores the credential and keeps all that is not its own. Idempotent: a run that was killed writes again. `facts` is what
   * `inspect` saw in this run; a place that somebody else wrote since then is looked at again, never overwritten blindly.
   */
  write(credential: TargetCredential, facts: TargetFacts, signal: AbortSignal): Promise<void>;
  /** Whether the place holds it now, as well as its platform lets one find out. `facts` is from before the write. */
  check(credential: TargetCredential, facts: TargetFacts, signal: AbortSignal): Promise<TargetCheck>;
}
