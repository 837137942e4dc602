import path from 'node:path';
import { setDeadline } from '../deadline.ts';
import { DcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { parseRegistry } from '../registry/reference.ts';
import { chooseStateDirectory, cleanEnvironment } from './places.ts';
import type { SessionRecord, StoredSession } from './session.ts';
import { SessionStore } from './session.ts';
import type { StoreContext, StorePlace, Undo } from './store/store.ts';
import { readUndo, serialiseLogin, writeStored } from './store/store.ts';
import { decideUndo } from './undo.ts';

/** What became of a login: its entry is gone, what was there before it is back, or somebody else's stands there. */
export type LogoutOutcome = 'removed' | 'restored' | 'handed-over' | 'left';

export interface LogoutRequest {
  /** Only these registries; none named: every session of the state directory. */
  readonly registries?: readonly string[];
  /** Only these sessions. */
  readonly ids?: readonly string[];
  readonly stateDir?: string;
  /** Milliseconds. */
  readonly timeout?: number;
}

export interface ClosedSession {
  readonly record: SessionRecord;
  readonly outcome: LogoutOutcome;
}

/**
 * Undoes what login did, newest first, from the saved state alone, and proves that the secret is gone. What was undone
 * before is not there to be undone again: a second call does nothing.
 * Throws `DCR_STORE_FAILED` and `DCR_LOCKED` after having tried every session.
 */
export async function logout(request: LogoutRequest, ports: Ports): Promise<readonly ClosedSession[]> {
  const directory = chooseStateDirectory(ports.environment, request.stateDir);
  const sessions = new SessionStore(path.join(directory, 'sessions'), ports.files);
  const registries = request.registries?.map((given) => parseRegistry(given).registry);
  const deadline = ports.clock.now() + (request.timeout ?? 60_000);
  const closed: ClosedSession[] = [];
  const failures: unknown[] = [];
  for (const session of await sessions.list()) {
    const { registry, id } = session.record;
    if (registries !== undefined && registries.length > 0 && !registries.includes(registry)) continue;
    if (request.ids !== undefined && !request.ids.includes(id)) continue;
    try {
      closed.push({ record: session.record, outcome: await closeSession({ session, sessions, deadline }, ports) });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return closed;
}

/** Throws `DCR_STORE_FAILED` and `DCR_LOCKED`; the session then stays, to be closed later. */
export async function closeSession(
  closing: { session: StoredSession; sessions: SessionStore; deadline: number },
  ports: Ports,
): Promise<LogoutOutcome> {
  const { session, sessions, deadline } = closing;
  const { record } = session;
  const { signal, end } = setDeadline(Math.max(1, deadline - ports.clock.now()), ports.clock);
  const context: StoreContext = { ports, env: cleanEnvironment(ports.environment, []), forms: [], signal };
  try {
    // First, for it goes whatever the shared place says.
    if (record.workDirectory !== null) await removeDirectory(record.workDirectory, context);
    const outcome =
      record.place === null ? 'removed' : await undoShared(session, record.place, { ...closing, context });
    await sessions.remove(record.id);
    return outcome;
  } finally {
    end();
  }
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
  return files.lock(place.path, deadline, async () => {
    const mine = await sessions.read(record.id);
    if (mine === undefined) return 'removed';
    const decision = decideUndo({ mine, present: await readUndo(place, context), sessions: await sessions.list() });
    if (decision.do === 'leave') return 'left';
    if (decision.do === 'hand-over') {
      await sessions.saveUndo(decision.to, decision.undo);
      return 'handed-over';
    }
    await writeStored(place, decision.undo, context);
    await proveRestored(place, decision.undo, context);
    return decision.undo.entry === null && decision.undo.helper === null ? 'removed' : 'restored';
  });
}

/** Reads the place again: it must hold what was there before, whoever wrote to it in between. */
async function proveRestored(place: StorePlace, undo: Undo, context: StoreContext): Promise<void> {
  if (serialiseLogin(await readUndo(place, context)) === serialiseLogin(undo)) return;
  const where = place.helper === undefined ? place.path : `docker-credential-${place.helper}`;
  throw new DcrError('DCR_STORE_FAILED', {
    message: `the login of ${place.key} is still in ${where} after it was removed`,
  });
}

async function removeDirectory(directory: string, context: StoreContext): Promise<void> {
  const { files } = context.ports;
  await files.apply({ do: 'remove', path: directory });
  if ((await files.inspect(directory)).kind === 'missing') return;
  throw new DcrError('DCR_STORE_FAILED', { message: `${directory} could not be removed and still holds a login` });
}
