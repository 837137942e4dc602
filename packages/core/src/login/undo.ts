import { matchesFingerprint } from '../credential/fingerprint.ts';
import type { SessionRecord, Slot, StoredSession } from './session.ts';
import { sharesSlot } from './session.ts';
import type { StoredLogin, Undo } from './store/stored-login.ts';
import { MARKER } from './store/stored-login.ts';

export type UndoDecision =
  /** Put back what was there before. */
  | { readonly do: 'restore'; readonly undo: Undo }
  /** A later session replaced ours: what was before us is now what was before it. */
  | { readonly do: 'hand-over'; readonly to: string; readonly undo: Undo }
  /** What is there is not ours. */
  | { readonly do: 'leave' };

/**
 * What the logout of `mine` does to one of the slots that it was installed in. Whatever the order of the logouts, the last
 * one leaves what was there before the first login, and no logout takes away what somebody else has put there since.
 */
export function decideUndo(question: {
  readonly slot: Slot;
  readonly mine: StoredSession;
  readonly present: StoredLogin;
  /** Every session of this state directory. */
  readonly sessions: readonly StoredSession[];
}): UndoDecision {
  const { slot, mine, present, sessions } = question;
  const { record, undo } = mine;
  if (record.installed === null || undo === undefined) return { do: 'leave' };
  const holds = (other: StoredSession): boolean => other.undo !== undefined && isInstalled(slot, record, other.undo);
  const later = sessions
    .filter((other) => sharesSlot(slot, other.record, record) && other.record.sequence > record.sequence)
    .filter((other) => other.record.installed !== null)
    .toSorted((a, b) => a.record.sequence - b.record.sequence);
  // By another file the same helper may be called and yet keep its secrets elsewhere: only what it holds can tell.
  const next = later.find((other) => holds(other) || other.record.place?.path === record.place?.path);
  if (next !== undefined) return holds(next) ? { do: 'hand-over', to: next.record.id, undo } : { do: 'leave' };
  return isInstalled(slot, record, present) ? { do: 'restore', undo } : { do: 'leave' };
}

/** Whether this slot holds what the session has put there. */
function isInstalled(slot: Slot, { place, installed }: SessionRecord, stored: StoredLogin): boolean {
  if (slot === 'entry' && place?.helper !== undefined) return JSON.stringify(stored.entry) === JSON.stringify(MARKER);
  return installed !== null && matchesFingerprint(JSON.stringify(stored[slot]), installed);
}
