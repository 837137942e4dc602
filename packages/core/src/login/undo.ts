import { matchesFingerprint } from '../credential/fingerprint.ts';
import type { StoredSession } from './session.ts';
import { isSamePlace } from './session.ts';
import type { Undo } from './store/stored-login.ts';
import { serialiseLogin } from './store/stored-login.ts';

export type UndoDecision =
  /** Put back what was there before. */
  | { readonly do: 'restore'; readonly undo: Undo }
  /** A later session replaced ours: what was before us is now what was before it. */
  | { readonly do: 'hand-over'; readonly to: string; readonly undo: Undo }
  /** What is there is not ours. */
  | { readonly do: 'leave' };

/**
 * What the logout of `mine` does to the place it was installed in. Whatever the order of the logouts, the last one
 * leaves what was there before the first login, and no logout takes away what somebody else has put there since.
 */
export function decideUndo(question: {
  readonly mine: StoredSession;
  readonly present: Pick<Undo, 'entry' | 'helper'>;
  /** Every session of this state directory. */
  readonly sessions: readonly StoredSession[];
}): UndoDecision {
  const { mine, present, sessions } = question;
  const { installed } = mine.record;
  if (installed === null || mine.undo === undefined) return { do: 'leave' };
  const successor = sessions
    .filter(({ record }) => isSamePlace(record, mine.record) && record.sequence > mine.record.sequence)
    .filter(({ record }) => record.installed !== null)
    .toSorted((a, b) => a.record.sequence - b.record.sequence)[0];
  if (successor !== undefined) {
    const replacedOurs = successor.undo !== undefined && matchesFingerprint(serialiseLogin(successor.undo), installed);
    return replacedOurs ? { do: 'hand-over', to: successor.record.id, undo: mine.undo } : { do: 'leave' };
  }
  return matchesFingerprint(serialiseLogin(present), installed) ? { do: 'restore', undo: mine.undo } : { do: 'leave' };
}
