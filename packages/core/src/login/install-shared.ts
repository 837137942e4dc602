import path from 'node:path';
import { makeFingerprint } from '../credential/fingerprint.ts';
import type { InstallContext, Installation } from './install.ts';
import { notReadBack } from './read-back.ts';
import type { SessionRecord, StoredSession } from './session.ts';
import { sharesSlot } from './session.ts';
import { readUndo, shapeLogin, writeAllStored } from './store/store.ts';
import type { StorePlace, Undo } from './store/stored-login.ts';
import { serialiseLogin } from './store/stored-login.ts';

/**
 * Puts these entries where others keep theirs, and reads them back: each place is in this file. Returns the records as they
 * are now. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`.
 */
export async function installShared(
  file: string,
  installations: readonly Installation[],
  { sessions, context, deadline }: InstallContext,
): Promise<readonly SessionRecord[]> {
  const { files } = context.ports;
  await files.apply({ do: 'make-directory', path: path.dirname(file) });
  const writes = installations.flatMap(({ plan, entry, record, salt }) => {
    const { place } = plan;
    return place === undefined ? [] : [{ plan, place, login: shapeLogin(place, entry), record, salt }];
  });
  const helpers = writes.flatMap(({ place: { helper } }) => (helper === undefined ? [] : [helper]));
  const install = async (): Promise<readonly SessionRecord[]> => {
    // What was there is on disk before it is touched, and so is whose the new entries are.
    const stored = await sessions.list();
    const records: SessionRecord[] = [];
    for (const { place, login, record, salt } of writes) {
      await sessions.saveUndo(record.id, inheritUndo(await readUndo(place, context), place, stored));
      const before = stored.filter(({ record: other }) => {
        return sharesSlot('entry', other, { place }) || sharesSlot('helper', other, { place });
      });
      const sequence = Math.max(0, ...before.map((other) => other.record.sequence)) + 1;
      const installed = { ...record, sequence, installed: makeFingerprint(serialiseLogin(login), salt) };
      await sessions.update(installed);
      records.push(installed);
    }
    await writeAllStored(file, writes, context);
    for (const { plan, place, login } of writes)
      if (serialiseLogin(await readUndo(place, context)) !== serialiseLogin(login)) throw notReadBack(file, plan);
    return records;
  };
  return files.lock(file, deadline, () => sessions.withHelpers(helpers, deadline, install));
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
