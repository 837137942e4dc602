const UNITS: Readonly<Record<string, number>> = { '': 1000, ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `60s`, `15m`, `90d`; a bare number is seconds. Undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,9})(ms|s|m|h|d|)$/u.exec(text.trim());
  const unit = UNITS[match?.[2] ?? 'none'];
  return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}
