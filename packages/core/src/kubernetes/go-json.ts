/**
 * Go's JSON is fit for HTML: three characters of ASCII, and two that end a line in JavaScript, are escapes in it
 * (https://pkg.go.dev/encoding/json#HTMLEscape). The rest of what JSON.stringify writes is the same.
 */
export function escapeForGo(json: string): string {
  const wellFormed = Buffer.from(json).toString('utf8');
  return wellFormed.replace(/[<>&\u2028\u2029]/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
