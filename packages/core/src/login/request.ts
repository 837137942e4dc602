import type { CredentialInput } from '../credential/credential.ts';
import type { Action, Proof } from '../registry/probe.ts';
import type { LogoutOutcome } from './logout.ts';
import type { EngineName } from './plan.ts';

export interface LoginRequest {
  readonly registry: string;
  readonly credential: CredentialInput;
  /** Default `auto`: the first client that is on PATH. */
  readonly engine?: EngineName | 'auto';
  /** A private directory for this login alone. Default false. */
  readonly isolate?: boolean;
  readonly configDir?: string;
  /** Default `auth`. What cannot be proved is said in `notes`; only a refusal fails. */
  readonly verify?: 'none' | Action;
  readonly repository?: string;
  /** Hosts beside the registry's own that may receive the credential as token service. */
  readonly allowRealms?: readonly string[];
  /** Tries after the first one, for faults of network and server. Default 3. */
  readonly retries?: number;
  /** Milliseconds for everything. Default 60,000. */
  readonly timeout?: number;
  readonly stateDir?: string;
  /** The process whose end is the end of this login. Default: nobody's. */
  readonly owner?: number;
  readonly signal?: AbortSignal;
  readonly hooks?: LoginHooks;
}

/** How a shell takes part before anything irrevocable happens. */
export interface LoginHooks {
  /** Where this session can be closed from, told before its first effect. */
  readonly announce?: (session: { readonly id: string; readonly stateDir: string }) => void;
  /**
   * Every form of the secret that a log must not show. Awaited before any process or server sees the credential; the
   * engine may have been started by then, but has been given nothing.
   */
  readonly mask?: (forms: readonly string[]) => void | Promise<void>;
}

export interface Session extends SessionFacts {
  /** Undoes this login, like `logout` for this session alone. */
  close(): Promise<LogoutOutcome>;
}

export interface SessionFacts {
  readonly id: string;
  readonly registry: string;
  readonly host: string;
  readonly name: string;
  readonly username: string;
  readonly engine: EngineName;
  /** What `DOCKER_CONFIG` must be for a client to see this login. */
  readonly configDir: string;
  readonly isolated: boolean;
  /** Milliseconds since the epoch, where it is known. */
  readonly expiresAt: number | undefined;
  /** Undefined with `verify: 'none'`: the engine's own answer was the proof. */
  readonly proof: Proof | undefined;
  /** What was tidied and what could not be proved, one sentence each. */
  readonly notes: readonly string[];
}
