import path from 'node:path';
import { makeFingerprint } from '../credential/fingerprint.ts';
import type { Installation } from './install.ts';
import { notReadBack } from './read-back.ts';
import type { SessionRecord, StoredSession } from './session.ts';
import { isSamePlace } from './session.ts';
import type { StorePlace, Undo } from './store/store.ts';
import { readUndo, serialiseLogin, shapeLogin, writeStored } from './store/store.ts';

/** Puts the entry where others keep theirs, and reads it back. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`. */
export async function installShared(installation: Installation, place: StorePlace): Promise<SessionRecord> {
  const { plan, entry, record, sessions, context, salt, deadline } = installation;
  const { files } = context.ports;
  await files.apply({ do: 'make-directory', path: path.dirname(place.path) });
  const login = shapeLogin(place, entry);
  return files.lock(place.path, deadline, async () => {
    // What was there is on disk before it is touched, and so is whose the new entry is.
    const stored = await sessions.list();
    await sessions.saveUndo(record.id, inheritUndo(await readUndo(place, context), place, stored));
    const before = stored.filter((other) => isSamePlace(other.record, { place }));
    const sequence = Math.max(0, ...before.map((other) => other.record.sequence)) + 1;
    const installed = { ...record, sequence, installed: makeFingerprint(serialiseLogin(login), salt) };
    await sessions.update(installed);
    await writeStored(place, login, context);
    if (serialiseLogin(await readUndo(place, context)) !== serialiseLogin(login)) throw notReadBack(place.path, plan);
    return installed;
  });
}

/** What is there only since a login of ours that still lives was not there before: the last logout takes it away. */
function inheritUndo(undo: Undo, place: StorePlace, sessions: readonly StoredSession[]): Undo {
  const earlier = sessions.flatMap((other) =>
    other.record.place?.path === place.path && other.undo !== undefined ? [other.undo] : [],
  );
  return {
    ...undo,
    hadFile: undo.hadFile && earlier.every(({ hadFile }) => hadFile),
    hadAuths: undo.hadAuths && earlier.every(({ hadAuths }) => hadAuths),
  };
}
