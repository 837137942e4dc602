import type { AuthEntry } from './config-file.ts';
import type { HelperCredential } from './helper.ts';

/** Where the login of one host lives for the clients of this user. */
export interface StorePlace {
  /** A docker `config.json`. */
  readonly path: string;
  readonly key: string;
  /** `docker-credential-<helper>` that keeps the secret instead of the file. */
  readonly helper?: string;
}

/** What a place holds for its key. */
export interface StoredLogin {
  readonly entry: AuthEntry | null;
  readonly helper: HelperCredential | null;
}

/** Docker keeps an empty entry in the file for what a helper holds. */
export const MARKER: AuthEntry = {};

/** What stood there before a login, and so what its logout puts back. Holds a secret: it lives in a 0600 file only. */
export interface Undo extends StoredLogin {
  readonly hadFile: boolean;
  readonly hadAuths: boolean;
}

/** What a fingerprint is made of: the secret, wherever it is kept. */
export function serialiseLogin(login: StoredLogin): string {
  return JSON.stringify(login.helper ?? login.entry);
}
