import { makeFingerprint } from '../credential/fingerprint.ts';
import type { Installation } from './install.ts';
import type { SessionRecord, SessionStore } from './session.ts';
import type { JsonObject } from './store/config-file.ts';
import { readAuth } from './store/config-file.ts';
import { serialiseLogin } from './store/stored-login.ts';

/**
 * Puts on disk, before the file itself is written, what logins add to the private directory of the first login of their
 * call, and what their logouts will put back: the user's own entries, of which that file is composed (`shared`). The
 * directory is as new as the call, so that no other session has its place there. Returns the records as they are now.
 */
export async function recordJoined(
  joined: readonly Installation[],
  { shared, sessions }: { readonly shared: JsonObject; readonly sessions: SessionStore },
): Promise<readonly SessionRecord[]> {
  const records: SessionRecord[] = [];
  for (const { plan, entry, record, salt } of joined) {
    const before = plan.place === undefined ? undefined : readAuth(shared, plan.place.key);
    await sessions.saveUndo(record.id, { entry: before ?? null, helper: null, hadFile: true, hadAuths: true });
    const installed = makeFingerprint(serialiseLogin({ entry, helper: null }), salt);
    records.push({ ...record, sequence: 1, installed });
  }
  for (const record of records) await sessions.update(record);
  return records;
}
