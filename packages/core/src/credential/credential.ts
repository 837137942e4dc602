import { DcrError } from '../errors.ts';
import { readExpiry } from './expiry.ts';
import { Secret } from './secret.ts';

/** What a caller of the library hands over. */
export interface CredentialInput {
  readonly username: string;
  readonly password: string | Secret;
  /** Milliseconds since the epoch, where the issuer told it. */
  readonly expiresAt?: number;
}

export interface Credential {
  readonly username: string;
  readonly password: Secret;
  readonly expiresAt: number | undefined;
}

// A line break or NUL cannot travel in a Basic header or over `--password-stdin`, and would split a log line.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/u;

/**
 * Checks what no registry could ever accept, before anything is sent.
 * Throws `DCR_CREDENTIAL_MISSING` for an empty part, `DCR_INPUT_INVALID` for one that cannot be sent
 * (Basic splits at the first colon: https://www.rfc-editor.org/rfc/rfc7617#section-2) and `DCR_CREDENTIAL_EXPIRED`
 * when its known end has passed at `now`.
 */
export function checkCredential(input: CredentialInput, context: { registry: string; now: number }): Credential {
  const { registry } = context;
  const password = input.password instanceof Secret ? input.password : new Secret(input.password);
  const value = password.reveal();
  const missing = [input.username === '' && 'username', value === '' && 'password'].filter(Boolean).join(' and ');
  if (missing !== '') {
    throw new DcrError('DCR_CREDENTIAL_MISSING', { registry, message: `no ${missing} for ${registry}` });
  }
  if (input.username.includes(':')) {
    const message = `the username for ${registry} contains a colon, which HTTP Basic cannot carry`;
    throw new DcrError('DCR_INPUT_INVALID', { registry, message });
  }
  for (const [what, text] of [
    ['username', input.username],
    ['password', value],
  ] as const) {
    if (CONTROL.test(text)) {
      const message = `the ${what} for ${registry} contains a line break or another control character`;
      const remedy = 'Store the value on one line, without a byte-order mark or trailing line breaks.';
      throw new DcrError('DCR_INPUT_INVALID', { registry, message, remedy });
    }
  }
  const expiresAt = input.expiresAt ?? readExpiry(value);
  if (expiresAt !== undefined && expiresAt <= context.now) {
    const message = `the credential for ${registry} expired at ${formatTime(expiresAt)}; it was not sent`;
    throw new DcrError('DCR_CREDENTIAL_EXPIRED', { registry, message });
  }
  return { username: input.username, password, expiresAt };
}

/** RFC 3339 in UTC without milliseconds. */
export function formatTime(epoch: number): string {
  // Formatting a given instant reads no clock.
  // oxlint-disable-next-line no-restricted-globals
  return new Date(epoch).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}

/** Drops what `echo`, an editor or PowerShell adds around a value: one line end, a byte-order mark. */
export function tidyPassword(text: string): string {
  return text.replace(/^\uFEFF/u, '').replace(/\r?\n$/u, '');
}
