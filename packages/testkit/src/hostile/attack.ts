import type { ErrorCode } from '@nexqloud/dcr-core';
import type { CanarySecret } from '../canary/encodings.ts';

export const USERNAME = 'ci';
export const PASSWORD = 'c4nary-p@ss:w0rd/%41"x';
export const SECRET: CanarySecret = { name: 'password', username: USERNAME, value: PASSWORD };
/** What a token service here gives for the credential: who has it can do what the credential can. */
export const TOKEN = 't0ken-made-of-the-credential-4711';

/** The registry, or the second origin of an attack: a thief, or a token service of the registry's own. */
export type ServerName = 'registry' | 'other';

/** One request, as the behaviour of a server sees it. */
export interface Asked {
  readonly server: ServerName;
  readonly method: string;
  /** Without query. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly cookie: string | undefined;
  /** Of the credential, of a token, or undefined for a stranger. */
  readonly authorization: string | undefined;
}

/** Where the servers of one attack listen; the second origin by https and by http. */
export interface Places {
  /** `host:port`. */
  readonly registry: string;
  readonly registryPort: number;
  readonly otherPort: number;
  readonly otherPlainPort: number;
}

export type Answer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string | readonly string[]>>;
      readonly body?: string | Buffer;
    }
  /** These bytes instead of an answer, then the end of the connection; or `open`: nothing more. */
  | { readonly raw: string; readonly open?: boolean }
  /** After this beginning the same piece again and again, with a pause in milliseconds; stops at `STREAM_LIMIT`. */
  | { readonly stream: string | Buffer; readonly start: string; readonly pause: number };

export type Behaviour = (asked: Asked, places: Places) => Answer;

/**
 * `trusted`: https with a certificate that the client trusts; `plain`: http on loopback, which clients allow;
 * the others are what a client must not accept.
 */
export type Tls =
  'trusted' | 'plain' | 'unknown-issuer' | 'expired' | 'other-host' | 'plain-on-https' | 'silent' | 'garbage';

export interface Duties {
  /** Who may receive the credential, or a token made of it: also the registry's own site, where a rule allows that. */
  readonly secretMayReach: 'nobody' | 'registry' | 'site';
  /**
   * `fails`: no success, nothing stored; `unproved`: whatever happens, it must not be called a right credential;
   * `succeeds`: it is a right credential and no attack on it; `either`: both are safe.
   */
  readonly login: 'fails' | 'unproved' | 'succeeds' | 'either';
  /** Requests that may carry the password at most: guesses are counted, and accounts locked. */
  readonly attempts?: number;
}

export interface Attack {
  /** As an attack, or as the breakage it is. */
  readonly name: string;
  readonly group: string;
  /** Default `trusted`. */
  readonly tls?: Tls;
  /** Default `registry.acme.example`, `127.0.0.1` where http is plain. */
  readonly host?: string;
  /** Where the second origin listens; default 127.0.0.1. */
  readonly otherAddress?: string;
  readonly behave: Behaviour;
  readonly must: Duties;
  /** What `dcr-login login --engine file` ends with. */
  readonly code: ErrorCode | 'ok';
  /** Where `dcr-login verify` sees more or is stricter; `only`: no login comes so far as to meet this attack. */
  readonly verify?: { readonly action: 'auth' | 'push'; readonly code: ErrorCode | 'ok'; readonly only?: true };
  /** It never ends by itself: tests give it little time. */
  readonly endless?: boolean;
  /** The rule behind the duty. */
  readonly rule: string;
}
