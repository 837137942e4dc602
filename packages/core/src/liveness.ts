import type { ProcessIdentity, Processes } from './ports/processes.ts';

/**
 * Whether a process has certainly ended. What cannot be asked lives: another PID namespace, another machine on the same
 * file system, and a boot that may be another machine's because the machine does not tell its id.
 */
export function isProvablyDead(owner: ProcessIdentity, processes: Pick<Processes, 'identify'>): boolean {
  const mine = processes.identify();
  if (mine === undefined) return false;
  if (owner.boot !== mine.boot) {
    // Nobody of an earlier boot of this machine lives.
    return owner.machine !== undefined && owner.machine === mine.machine && owner.boot !== undefined;
  }
  if (owner.namespace !== mine.namespace) return false;
  const present = processes.identify(owner.pid);
  if (present === undefined) return true;
  return present.start !== undefined && owner.start !== undefined && present.start !== owner.start;
}
