import type { Secret } from '../credential/secret.ts';

export type IssuerType = 'console' | 'exec' | 'http' | 'vault';

export interface IssuedCredential {
  readonly username: string;
  readonly password: Secret;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
}

/** Where a new credential comes from. The engine owns the order; an issuer only does what it is told. */
export interface Issuer {
  /** It gives what somebody stored: a lost answer leaves nothing behind. */
  readonly makesNothing?: true;
  /**
   * Gives the new credential. `rotation` is the id of this run, for the far side's own records. Called again after a crash: a source that keeps
   * its value gives the same one, one that mints gives another, which opens the next generation.
   * Throws, with `noEffect` where it surely made nothing, `DCR_CREDENTIAL_MISSING`, `DCR_CONFIG_INVALID` (an answer of the wrong shape), and the codes of exit status 5.
   */
  issue(request: {
    readonly rotation: string;
    readonly registry: string;
    readonly signal: AbortSignal;
  }): Promise<IssuedCredential>;
  /** Makes the old credential worthless, where the far side can. What is retired already is success. */
  retire?(old: { readonly username: string; readonly rotation: string; readonly signal: AbortSignal }): Promise<void>;
}
