import { createHash } from 'node:crypto';

/** `salt:hash`, by which a stored value is recognised again without keeping it. */
export type Fingerprint = string;

/** `salt` is random text, new for each thing that is fingerprinted. */
export function makeFingerprint(value: string, salt: string): Fingerprint {
  return `${salt}:${createHash('sha256').update(`${salt}\n${value}`).digest('base64url')}`;
}

export function matchesFingerprint(value: string, fingerprint: Fingerprint): boolean {
  const salt = fingerprint.slice(0, fingerprint.indexOf(':'));
  return makeFingerprint(value, salt) === fingerprint;
}
