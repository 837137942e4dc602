import path from 'node:path';
import { setDeadline } from '../deadline.ts';
import { DcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { cleanEnvironment } from './places.ts';
import { checkPrivateDirectory } from './private-directory.ts';
import { FILES, formatOf } from './engines/name.ts';
import type { LogoutOutcome } from './logout.ts';
import type { SessionRecord, SessionStore, Slot, StoredSession } from './session.ts';
import { liesWithin } from './session.ts';
import type { StoreContext } from './store/store.ts';
import { deriveUndoForms, readUndo, writeStored } from './store/store.ts';
import type { StorePlace, Undo } from './store/stored-login.ts';
import type { UndoDecision } from './undo.ts';
import { decideUndo } from './undo.ts';

export interface Closing {
  readonly session: StoredSession;
  readonly sessions: SessionStore;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly signal?: AbortSignal;
}

type ClosingContext = StoreContext & { readonly ports: Ports };

/** Undoes one login. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`; the session then stays, to be closed later. */
export async function closeSession(closing: Closing, ports: Ports): Promise<LogoutOutcome> {
  const { session, sessions, deadline } = closing;
  const time = Math.max(1, deadline - ports.clock.now());
  const { signal, end } = setDeadline(time, ports.clock, closing.signal);
  const forms = deriveUndoForms(session.undo);
  const context: ClosingContext = { ports, env: cleanEnvironment(ports.environment, forms), forms, signal };
  try {
    return await sessions.withGroup(session.record.group, deadline, async () => {
      // A session of the same call may have left its directory to this one in the meantime.
      const present = session.record.group === null ? session : await sessions.read(session.record.id);
      if (present === undefined) return 'removed';
      return await undoLogin({ ...closing, session: present }, context);
    });
  } finally {
    end();
  }
}

async function undoLogin({ session, sessions, deadline }: Closing, context: ClosingContext): Promise<LogoutOutcome> {
  const { record } = session;
  // First, for they go whatever the shared place says.
  for (const directory of record.directories) {
    const heir = record.group === null ? undefined : await findHeir(record, directory, sessions);
    if (heir === undefined) await removeDirectory(directory, context);
    else await bequeathDirectory({ record, heir, directory, sessions, deadline }, context);
  }
  const outcome =
    record.place === null ? 'removed' : await undoShared(session, record.place, { sessions, deadline, context });
  await sessions.remove(record.id);
  return outcome;
}

/** Another session of the same call whose login lies in this directory as well. */
async function findHeir(
  { id, group }: SessionRecord,
  directory: string,
  sessions: SessionStore,
): Promise<SessionRecord | undefined> {
  const others = (await sessions.list()).map(({ record }) => record);
  return others.find((other) => {
    // A login that was killed before it got there has nothing there.
    return other.id !== id && other.group === group && other.installed !== null && liesWithin(other, directory);
  });
}

/** The directory goes with the other session from now on; only the own entry leaves it. */
async function bequeathDirectory(
  will: {
    readonly record: SessionRecord;
    readonly heir: SessionRecord;
    readonly directory: string;
    readonly sessions: SessionStore;
    readonly deadline: number;
  },
  context: StoreContext,
): Promise<void> {
  const { record, heir, directory, sessions, deadline } = will;
  if (!heir.directories.includes(directory))
    await sessions.update({ ...heir, directories: [...heir.directories, directory] });
  // What a login in a directory of its own replaced there is the copy of the user's own entry: it goes too.
  if (record.place !== null && liesWithin(record, directory)) return;
  const file = path.join(directory, FILES[formatOf(record.engine)].name);
  const place = { path: file, key: record.key };
  await context.ports.files.lock(file, deadline, async () => {
    await writeStored(place, { entry: null, helper: null }, context);
    if ((await readUndo(place, context)).entry !== null) throw stillThere(record.key, file);
  });
}

async function undoShared(
  { record }: StoredSession,
  place: StorePlace,
  { sessions, deadline, context }: { sessions: SessionStore; deadline: number; context: StoreContext },
): Promise<LogoutOutcome> {
  const { files } = context.ports;
  // What never got as far as the place is not looked for there: file or helper may be the reason why.
  if (record.installed === null) return 'left';
  // Without the directory there is nothing to be undone, and nowhere to put a lock.
  if ((await files.inspect(path.dirname(place.path), { follow: true })).kind !== 'directory') return 'removed';
  const helpers = place.helper === undefined ? [] : [place.helper];
  const undo = async (): Promise<LogoutOutcome> => {
    const mine = await sessions.read(record.id);
    if (mine === undefined) return 'removed';
    const present = await readUndo(place, context);
    const decisions = decideAll(mine, place, { present, sessions: await sessions.list() });
    await handOver(decisions, sessions, deadline);
    const restored: Partial<Undo> = Object.assign({}, ...decisions.map((decision) => pickRestored(decision)));
    if (Object.keys(restored).length > 0) {
      await writeStored(place, restored, context);
      await proveRestored(place, restored, context);
    }
    const what = decisions.find((decision) => decision.do !== 'leave')?.do;
    if (what === 'restore') return (restored.entry ?? restored.helper ?? null) === null ? 'removed' : 'restored';
    if (what === 'hand-over') return 'handed-over';
    // Somebody has logged out by the client itself, or a logout was cut off before it could forget the session.
    return present[place.helper === undefined ? 'entry' : 'helper'] === null ? 'removed' : 'left';
  };
  return files.lock(place.path, deadline, () => sessions.withHelpers(helpers, deadline, undo));
}

type SlotDecision = UndoDecision & { readonly slot: Slot };

/** The slot that keeps the secret comes first. */
function decideAll(
  mine: StoredSession,
  place: StorePlace,
  seen: { readonly present: Undo; readonly sessions: readonly StoredSession[] },
): readonly SlotDecision[] {
  const decide = (slot: Slot): SlotDecision => ({ slot, ...decideUndo({ slot, mine, ...seen }) });
  if (place.helper === undefined) return [decide('entry')];
  const [helper, entry] = [decide('helper'), decide('entry')];
  // The mark in the file belongs to whatever login the helper keeps, if that is somebody else's.
  const isForeign = helper.do === 'leave' && !isUndone(mine, seen.present);
  return isForeign && entry.do === 'restore' ? [helper, { slot: 'entry', do: 'leave' }] : [helper, entry];
}

/** The helper holds what it held before, or nothing: a logout that was cut off had come that far. */
function isUndone({ undo }: StoredSession, { helper }: Undo): boolean {
  return helper === null || JSON.stringify(helper) === JSON.stringify(undo?.helper);
}

/** What the later session would put back of a slot is from now on what this one would have. */
async function handOver(decisions: readonly SlotDecision[], sessions: SessionStore, deadline: number): Promise<void> {
  for (const decision of decisions)
    if (decision.do === 'hand-over') await sessions.amendUndo(decision.to, pickSlot(decision), deadline);
}

function pickRestored(decision: SlotDecision): Partial<Undo> {
  return decision.do === 'restore' ? pickSlot(decision) : {};
}

function pickSlot({ slot, undo }: { readonly slot: Slot; readonly undo: Undo }): Partial<Undo> {
  const { entry, helper, hadFile, hadAuths } = undo;
  return slot === 'helper' ? { helper } : { entry, hadFile, hadAuths };
}

/** Reads the place again: it must hold what was there before, whoever wrote to it in between. */
async function proveRestored(place: StorePlace, restored: Partial<Undo>, context: StoreContext): Promise<void> {
  const present = await readUndo(place, context);
  const differs = (slot: Slot): boolean =>
    restored[slot] !== undefined && JSON.stringify(present[slot]) !== JSON.stringify(restored[slot]);
  if (place.helper !== undefined && differs('helper')) throw stillThere(place.key, `docker-credential-${place.helper}`);
  if (differs('entry')) throw stillThere(place.key, place.path);
}

function stillThere(key: string, where: string): DcrError {
  return new DcrError('DCR_STORE_FAILED', {
    message: `the login of ${key} is still in ${where} after it was removed`,
  });
}

async function removeDirectory(directory: string, context: ClosingContext): Promise<void> {
  const { files } = context.ports;
  if ((await files.inspect(directory)).kind === 'missing') return;
  // What was made for this login is this user's alone: anything else that stands there now is not ours to remove.
  await checkPrivateDirectory(directory, context.ports);
  await files.apply({ do: 'remove', path: directory });
  if ((await files.inspect(directory)).kind === 'missing') return;
  throw new DcrError('DCR_STORE_FAILED', { message: `${directory} could not be removed and still holds a login` });
}
