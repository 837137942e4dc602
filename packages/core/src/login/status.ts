import type { Ports } from '../ports/index.ts';
import { chooseStateDirectory } from './places.ts';
import type { SessionRecord } from './session.ts';
import { SessionStore } from './session.ts';

/** The sessions that live in a state directory, newest first. */
export async function listSessions(
  request: { readonly stateDir?: string },
  ports: Pick<Ports, 'environment' | 'files'>,
): Promise<readonly SessionRecord[]> {
  const directory = chooseStateDirectory(ports.environment, request.stateDir);
  return (await new SessionStore(directory, ports).list()).map(({ record }) => record);
}
