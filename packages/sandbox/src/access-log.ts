import { usernameOf } from './caller.ts';
import type { Caller, HeaderScheme } from './caller.ts';

/** One answered request, without any secret of it. */
export interface AccessRecord {
  readonly method: string;
  /** As it stood in the request line, without the query. */
  readonly path: string;
  readonly status: number;
  /** Of the Authorization header. */
  readonly scheme: HeaderScheme;
  /** Only a name that the sandbox knows, for an unknown one may be a password in the wrong field. */
  readonly username?: string;
  /** Whether the credential, if there was one, was good; what it may do is another matter. */
  readonly accepted: boolean;
}

/** A sandbox may run for days; the newest records are what anybody looks at. */
const LONGEST_LOG = 10_000;

export function appendRecord(
  log: AccessRecord[],
  facts: Omit<AccessRecord, 'username' | 'accepted'>,
  caller: Caller,
): void {
  const username = findUsername(caller);
  const accepted = caller.kind === 'credential' || caller.kind === 'token';
  log.push({ ...facts, ...(username === undefined ? {} : { username }), accepted });
  if (log.length > LONGEST_LOG) log.shift();
}

function findUsername(caller: Caller): string | undefined {
  if (caller.kind === 'anonymous') return undefined;
  return caller.kind === 'rejected' ? caller.username : usernameOf(caller.credentials);
}
