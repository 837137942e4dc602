import { DcrError } from '../errors.ts';

/** A fault of a configuration at its place, both counted from 1. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  /** The end of the sentence `FILE:LINE:COLUMN: …`; never a value that may be a secret. */
  readonly says: string;
}

/** The error that tells all of them, one a line, in the order of the file. `name` is the file, or an input. */
export function describeFaults(name: string, faults: readonly Fault[]): DcrError {
  const lines = faults
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    // What is repeated of the file is data: it does not begin a line of its own.
    .map(({ line, column, says }) => `${name}:${line}:${column}: ${says}`.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '));
  const [first = ''] = lines;
  const message = lines.length === 1 ? first : `${name} has ${lines.length} faults:\n  ${lines.join('\n  ')}`;
  return new DcrError('DCR_CONFIG_INVALID', { message, remedy: 'Correct these lines; nothing was started.' });
}
