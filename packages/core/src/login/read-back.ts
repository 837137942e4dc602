import { DcrError } from '../errors.ts';
import type { LoginPlan } from './plan.ts';

/** What was written is read again before a login counts: another program may have written there too. */
export function notReadBack(where: string, { reference }: LoginPlan): DcrError {
  const message = `${reference.registry}: the login was written to ${where} but is not there when read back`;
  return new DcrError('DCR_STORE_FAILED', { message, registry: reference.registry });
}
