import { DcrError } from '../../../packages/core/lib/errors.js';
import type { ErrorCode } from '../../../packages/core/lib/errors.js';

/** The error that this ends with; whatever is no DcrError, or a success, fails the test. */
export async function catchError(work: () => unknown): Promise<DcrError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DcrError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

export async function catchCode(work: () => unknown): Promise<ErrorCode> {
  return (await catchError(work)).code;
}
