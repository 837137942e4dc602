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

/** The same for people, as the end of the sentence `Logged out of REGISTRY: …`. */
export const LOGOUT_OUTCOMES: Readonly<Record<LogoutOutcome, string>> = {
  removed: 'gone',
  restored: 'gone; the login that was there before is back',
  'handed-over': 'gone; a later login stands in its place',
  left: 'gone from here; what is stored for this host now is not ours and was left',
};

export interface LogoutRequest {
  /** Only these registries; none named: every session of the state directory but those of other jobs that may live. */
  readonly registries?: readonly string[];
  /** Only these sessions. */
  readonly ids?: readonly string[];
  /** Only sessions whose owner has provably ended: what killed jobs have left. */
  readonly stale?: boolean;
  readonly stateDir?: string;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
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
  const cut = request.signal === undefined ? {} : { signal: request.signal };
  for (const session of await sessions.list()) {
    request.signal?.throwIfAborted();
    if (!isMeant(session.record)) continue;
    try {
      closed.push({
        record: session.record,
        outcome: await closeSession({ session, sessions, deadline, ...cut }, ports),
      });
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
  const named = registries.length > 0 || request.ids !== undefined;
  return ({ registry, id, owner }) => {
    if (registries.length > 0 && !registries.includes(registry)) return false;
    if (request.ids !== undefined && !request.ids.includes(id)) return false;
    if (owner === null) return request.stale !== true;
    // The login of a job that may live is ended by nobody who does not name it.
    return (named && request.stale !== true) || isProvablyDead(owner, processes);
  };
}

/** The code and remedy of the first, and what became of all. */
function collectFailures(failures: readonly unknown[]): unknown {
  const [first] = failures;
  if (!(first instanceof DcrError)) return first;
  const message = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
  return new DcrError(first.code, { message, remedy: first.remedy, cause: first });
}
