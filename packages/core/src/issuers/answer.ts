import { parseInstant } from '../api/time.ts';
import { Secret } from '../credential/secret.ts';
import { DcrError } from '../errors.ts';
import { parseObject } from '../registry/observation.ts';
import type { IssuedCredential } from './issuer.ts';

/**
 * What an issuer says: `{"version":1,"username","password","expiresAt"?}`, the last in RFC 3339. None of the text is ever
 * repeated, for it may be a secret even where its shape is wrong. `source` names the issuer.
 * Throws `DCR_CONFIG_INVALID`, and `DCR_CREDENTIAL_MISSING` for an empty part.
 */
export function parseIssuedCredential(text: string, source: string): IssuedCredential {
  const { version, username, password, expiresAt } = parseObject(text) ?? {};
  const end = expiresAt === undefined || expiresAt === null ? undefined : parseInstant(expiresAt);
  const problem =
    version !== 1
      ? 'no JSON object with "version": 1'
      : typeof username !== 'string' || typeof password !== 'string'
        ? 'no "username" and "password" as text'
        : end === null
          ? 'an "expiresAt" that is no RFC 3339 time'
          : undefined;
  if (problem !== undefined) {
    const remedy =
      'It must give {"version":1,"username":"…","password":"…","expiresAt":"2030-01-31T12:00:00Z"}, the last one if it is known.';
    throw new DcrError('DCR_CONFIG_INVALID', { message: `${source} gave ${problem}`, remedy });
  }
  return requireParts({ username, password }, source, end ?? undefined);
}

/** Throws `DCR_CREDENTIAL_MISSING`. */
export function requireParts(
  { username, password }: { readonly username?: unknown; readonly password?: unknown },
  source: string,
  expiresAt?: number,
): IssuedCredential {
  const isGiven = (part: unknown): part is string => typeof part === 'string' && part !== '';
  if (!isGiven(username) || !isGiven(password)) {
    const missing = [isGiven(username) ? '' : 'username', isGiven(password) ? '' : 'password'].filter(Boolean);
    const message = `${source} gave no ${missing.join(' and no ')}`;
    throw new DcrError('DCR_CREDENTIAL_MISSING', {
      message,
      remedy: 'Correct the issuer; nothing was written anywhere.',
    });
  }
  return { username, password: new Secret(password), ...(expiresAt === undefined ? {} : { expiresAt }) };
}
