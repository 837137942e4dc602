import type { CredentialInput } from '../credential/credential.ts';
import type { Action, Proof } from '../registry/probe.ts';
import type { EngineName } from './engines/name.ts';
import type { LogoutOutcome } from './logout.ts';

/** How a login is made, whatever it is for. */
export interface LoginSettings {
  /** Default `auto`: the first client that is on PATH. */
  readonly engine?: EngineName | 'auto';
  /** A private directory for this login alone. Default false. */
  readonly isolate?: boolean;
  readonly configDir?: string;
  /** Default `auth`. What cannot be proved is said in `notes`; only a refusal fails. */
  readonly verify?: 'none' | Action;
  /** Hosts beside the registry's own that may receive the credential as token service. */
  readonly allowRealms?: readonly string[];
  /** Tries after the first one, for faults of network and server. Default 3. */
  readonly retries?: number;
  /** Milliseconds for everything. Default 60,000. */
  readonly timeout?: number;
  readonly stateDir?: string;
  /** The process whose end is the end of this login. Default: nobody's. */
  readonly owner?: number;
  /**
   * The login is for one command that the caller starts with `visible` and a neutralised environment: it must be seen by
   * docker, podman and their kin alike, and nothing that stands in this environment shadows it. Isolated.
   */
  readonly forCommand?: boolean;
  readonly signal?: AbortSignal;
  readonly hooks?: LoginHooks;
}

/** One registry and what opens it. */
export interface RegistryLogin {
  readonly registry: string;
  readonly credential: CredentialInput;
  /** Where `verify` asks; default: the first that the registry lists. */
  readonly repository?: string;
}

export interface LoginRequest extends LoginSettings, RegistryLogin {}

export interface SeveralLoginsRequest extends LoginSettings {
  /** In order: what plain docker sees of a host is the first of its registries. */
  readonly registries: readonly RegistryLogin[];
}

export interface Announcement {
  readonly ids: readonly string[];
  readonly stateDir: string;
  /** The variables by which plain clients will see the first login, where it is isolated; else none. */
  readonly visible: Readonly<Record<string, string>>;
}

/** How a shell takes part before anything irrevocable happens. */
export interface LoginHooks {
  /** Where these sessions can be closed from, told before their first effect. */
  readonly announce?: (sessions: Announcement) => void;
  /**
   * Every form of the secrets that a log must not show. Awaited before any process or server sees a credential; the
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
  /** Directory of the file that holds the login. */
  readonly configDir: string;
  /** Under which the engine's file keeps the login. */
  readonly key: string;
  /** The variables by which a client sees the login. */
  readonly visible: Readonly<Record<string, string>>;
  readonly isolated: boolean;
  /** Milliseconds since the epoch, where it is known. */
  readonly expiresAt: number | undefined;
  /** Undefined with `verify: 'none'`: the engine's own answer was the proof. */
  readonly proof: Proof | undefined;
  /** What was tidied and what could not be proved, one sentence each. */
  readonly notes: readonly string[];
}
