import type { z } from 'zod';
import type { ConfigDocument, Fault } from './document.ts';
import { refuseFaults } from './document.ts';
import { findNearest } from './nearest.ts';

/**
 * The value of a document in the shape of a schema. Throws `DCR_CONFIG_INVALID` with every fault, and for an unknown key
 * the known one that was probably meant. `keys`: every key that the schema knows anywhere.
 */
export function checkShape<T>(schema: z.ZodType<T>, document: ConfigDocument, keys: readonly string[]): T {
  const parsed = schema.safeParse(document.value);
  if (parsed.success) return parsed.data;
  refuseFaults(
    parsed.error.issues.flatMap((issue) => readIssue(issue, keys)),
    document,
  );
  throw parsed.error;
}

function readIssue(issue: z.core.$ZodIssue, keys: readonly string[]): readonly Fault[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code !== 'unrecognized_keys') {
    const name = path.at(-1);
    return [{ path, says: `${name === undefined ? 'the document' : String(name)}: ${issue.message}` }];
  }
  return issue.keys.map((key) => {
    const near = findNearest(key, keys);
    return {
      path: [...path, key],
      says: `"${key}" is not known here${near === undefined ? '' : `; is it "${near}"?`}`,
    };
  });
}
