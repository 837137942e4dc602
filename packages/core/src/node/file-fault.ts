import { DcrError } from '../errors.ts';

const REMEDY =
  'See to that path: who may use it, what stands there, whether its disk is full. Then run the command again.';

/** What the system refuses is a fault of this machine: `DCR_STORE_FAILED`, in words that name the call and the path. */
export function tellFault<T>(call: () => T): T {
  try {
    return call();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw code === undefined ? cause : new DcrError('DCR_STORE_FAILED', { message, remedy: REMEDY, cause });
  }
}
