/** Of the times that a date can tell: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_SECOND = 8.64e12;

/**
 * The end of a password that is a JSON Web Token, in milliseconds since the epoch: its `exp` claim
 * (https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4). Undefined for every other password.
 */
export function readExpiry(password: string): number | undefined {
  const parts = password.split('.');
  if (parts.length !== 3 || !password.startsWith('eyJ')) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    const exp = (claims as { exp?: unknown } | null)?.exp;
    return typeof exp === 'number' && Math.abs(exp) <= LAST_SECOND ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
