import { DcrError, toDcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { closeSession } from './close.ts';
import type { LogoutOutcome } from './logout.ts';
import type { SessionRecord, SessionStore } from './session.ts';

/** Time that taking back a failed login may need, whatever the deadline was. Milliseconds. */
const UNDO_TIME = 10_000;

interface Kept {
  readonly sessions: SessionStore;
  readonly ports: Ports;
}

/** Undoes one login, like a logout of its own. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`. */
export async function takeBack(id: string, { sessions, ports }: Kept): Promise<LogoutOutcome> {
  const session = await sessions.read(id);
  if (session === undefined) return 'removed';
  return closeSession({ session, sessions, deadline: ports.clock.now() + UNDO_TIME }, ports);
}

/**
 * Undoes the logins of a call that has failed with `reason`, and returns the error to end with: the reason, and that
 * something is left where it is. What cannot be undone now stays recorded for logout.
 */
export async function takeBackAll(
  logins: readonly { readonly record: SessionRecord }[],
  reason: unknown,
  kept: Kept,
): Promise<unknown> {
  let all = true;
  for (const { record } of logins) await takeBack(record.id, kept).catch(() => (all = false));
  if (all) return reason;
  const { code, message, remedy, registry, retryAfter, cause } = toDcrError(reason);
  return new DcrError(code, {
    message,
    remedy: `${remedy} Part of this login could not be taken back; when its cause is mended: dcr-login logout.`,
    leftover: true,
    cause,
    ...(registry === undefined ? {} : { registry }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}
