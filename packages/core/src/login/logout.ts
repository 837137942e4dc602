import { DcrError } from '../errors.ts';
import { isProvablyDead } from '../liveness.ts';
import type { Ports } from '../ports/index.ts';
import { parseRegistry } from '../registry/reference.ts';
import { closeSession } from './close.ts';
import { chooseStateDirectory } from './places.ts';
import type { SessionRecord } from './session.ts';
import { SessionStore } from './session.ts';

/** What became of a login: its entry is gone, what was there before it is back, or somebody else's stands there. */
export type LogoutOutcome = 'removed' | 'restored' | 'handed-over' | 'left';

export interface LogoutRequest {
  /** Only these registries; none named: every session of the state directory. */
  readonly registries?: readonly string[];
  /** Only these sessions. */
  readonly ids?: readonly string[];
  /** Only sessions whose owner has provably ended: what killed jobs have left. */
  readonly stale?: boolean;
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
  const sessions = new SessionStore(chooseStateDirectory(ports.environment, request.stateDir), ports);
  const isMeant = selectSessions(request, ports);
  const deadline = ports.clock.now() + (request.timeout ?? 60_000);
  const closed: ClosedSession[] = [];
  const failures: unknown[] = [];
  for (const session of await sessions.list()) {
    if (!isMeant(session.record)) continue;
    try {
      closed.push({ record: session.record, outcome: await closeSession({ session, sessions, deadline }, ports) });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1) throw collectFailures(failures);
  if (failures.length > 0) throw failures[0];
  return closed;
}

/** Throws `DCR_INPUT_INVALID` for a name that is no registry. */
function selectSessions(request: LogoutRequest, { processes }: Ports): (record: SessionRecord) => boolean {
  const registries = request.registries?.map((given) => parseRegistry(given).registry) ?? [];
  return ({ registry, id, owner }) =>
    (registries.length === 0 || registries.includes(registry)) &&
    (request.ids === undefined || request.ids.includes(id)) &&
    (request.stale !== true || (owner !== null && isProvablyDead(owner, processes)));
}

/** The code and remedy of the first, and what became of all. */
function collectFailures(failures: readonly unknown[]): unknown {
  const [first] = failures;
  if (!(first instanceof DcrError)) return first;
  const message = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
  return new DcrError(first.code, { message, remedy: first.remedy, cause: first });
}
