/** ` (did you mean "x"?)` where one of the names is close enough to be meant, else nothing. */
export function suggestName(given: string, names: readonly string[]): string {
  const ranked = names
    .map((name) => ({ name, distance: measureDistance(given.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  const limit = given.length < 4 ? 1 : Math.max(2, Math.floor(given.length / 3));
  return best === undefined || best.distance > limit ? '' : ` (did you mean "${best.name}"?)`;
}

/** Edits from one to the other: insert, delete, replace. */
function measureDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, right] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (left === right ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
