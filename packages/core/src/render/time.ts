const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

/** `4 s`, `18 min`, `2 h 5 min`, `90 d`: milliseconds as a person says them, two units at most. */
export function describeTime(ms: number): string {
  let left = Math.max(0, Math.round(ms / 1000));
  const at = UNITS.findIndex(([, size]) => left >= size);
  if (at < 0) return '0 s';
  const parts = UNITS.slice(at, at + 2).flatMap(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? [] : [`${count} ${unit}`];
  });
  return parts.join(' ');
}
