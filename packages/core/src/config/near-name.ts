import { findNearest } from './nearest.ts';

/** ` (did you mean "x"?)` where one of the names is close enough to be meant, else nothing. */
export function suggestName(given: string, names: readonly string[]): string {
  const near = findNearest(given, names);
  return near === undefined ? '' : ` (did you mean "${near}"?)`;
}
