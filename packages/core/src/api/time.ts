/** Milliseconds since the epoch of an instant as an API writes it (RFC 3339 or an HTTP date), null for anything else. */
export function parseInstant(text: unknown): number | null {
  if (typeof text !== 'string' || !/^(?:\d{4}-\d\d-\d\dT|[A-Z][a-z]+,? )/u.test(text)) return null;
  // Parsing a given instant reads no clock.
  // oxlint-disable-next-line no-restricted-globals
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
