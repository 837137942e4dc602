import fs from 'node:fs';
import process from 'node:process';
import type { Clock } from '../ports/clock.ts';
import type { ProcessIdentity, Processes } from '../ports/processes.ts';
import { DcrError } from '../errors.ts';
import { isProvablyDead } from '../liveness.ts';
import { tellFault } from './file-fault.ts';

/** A holder of another machine or container cannot be asked whether it lives: it is given this long. Milliseconds. */
const FOREIGN_PATIENCE = 30_000;
/** A lock is held for a few milliseconds; waiting starts short and never gets long. */
const PAUSE = { first: 2, longest: 40 };

export interface LockRequest<T> {
  readonly target: string;
  readonly deadline: number;
  readonly work: () => Promise<T>;
}

interface LockPorts {
  readonly clock: Clock;
  readonly processes: Pick<Processes, 'identify'>;
}

/**
 * Runs `work` under the lock of a path: a file beside it that names its holder. A holder that is provably dead loses it
 * at once; one that cannot be asked, after thirty seconds. proper-lockfile was not taken: it knows a dead holder only
 * by age, so that a killed job would make the next one wait ten seconds.
 */
export async function holdLock<T>({ target, deadline, work }: LockRequest<T>, ports: LockPorts): Promise<T> {
  const file = `${target}.dcr-lock`;
  // Where the system tells nothing, the process id alone has to do.
  const mine = JSON.stringify(ports.processes.identify() ?? { pid: process.pid });
  for (let pause = PAUSE.first; !tellFault(() => tryCreate(file, mine)); pause = Math.min(pause * 2, PAUSE.longest)) {
    if (tellFault(() => breakStale(file, ports))) continue;
    if (ports.clock.now() >= deadline) {
      const message = `${target} is locked by ${describeHolder(file)}, which did not let go in time`;
      throw new DcrError('DCR_LOCKED', { message });
    }
    await ports.clock.sleep(pause / 2 + (pause / 2) * ports.clock.random());
  }
  const beat = startBeat(file);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    // One that was held too long may be somebody else's by now.
    if (readLock(file)?.content === mine) fs.rmSync(file, { force: true });
  }
}

/** Whoever holds it for long, as a rotation does, shows those who cannot see its process that it lives. */
function startBeat(file: string): NodeJS.Timeout {
  return setInterval(() => {
    const now = new Date();
    // Gone is what it will be in the end.
    fs.utimes(file, now, now, () => undefined);
  }, FOREIGN_PATIENCE / 3).unref();
}

function tryCreate(file: string, content: string): boolean {
  const temporary = `${file}.${process.pid}.${process.hrtime.bigint()}`;
  // A hard link appears with its content: no reader ever sees a lock without its holder.
  fs.writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 });
  try {
    return succeeds(
      () => fs.linkSync(temporary, file),
      () => fs.writeFileSync(file, content, { flag: 'wx', mode: 0o600 }),
    );
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** False when the file is there already. File systems without hard links (vfat, some mounts) take the second way. */
function succeeds(create: () => void, createWithoutLink: () => void): boolean {
  try {
    create();
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
    return succeeds(createWithoutLink, () => {
      throw error;
    });
  }
}

/**
 * True when there is no lock any more. Of several waiters that find it stale only the one that made the breaker file
 * may remove it, after a second look: a lock that is free to be taken cannot be removed by a latecomer.
 */
function breakStale(file: string, ports: LockPorts): boolean {
  const seen = readLock(file);
  if (seen === undefined) return true;
  if (!isStale(seen, ports)) return false;
  const breaker = `${file}.break`;
  const made = succeeds(
    () => fs.closeSync(fs.openSync(breaker, 'wx', 0o600)),
    () => undefined,
  );
  if (!made) {
    const since = fs.statSync(breaker, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && ports.clock.now() - since > FOREIGN_PATIENCE) fs.rmSync(breaker, { force: true });
    return false;
  }
  try {
    const again = readLock(file);
    if (again !== undefined && isStale(again, ports)) fs.rmSync(file, { force: true });
    return true;
  } finally {
    fs.rmSync(breaker, { force: true });
  }
}

interface SeenLock {
  readonly content: string;
  readonly holder: ProcessIdentity | undefined;
  readonly since: number;
}

function readLock(file: string): SeenLock | undefined {
  try {
    const content = fs.readFileSync(file, 'utf8');
    const since = fs.statSync(file).mtimeMs;
    return { content, since, holder: parseHolder(content) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseHolder(content: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null && 'pid' in value ? (value as ProcessIdentity) : undefined;
  } catch {
    return undefined;
  }
}

function isStale({ holder, since }: SeenLock, { clock, processes }: LockPorts): boolean {
  if (holder !== undefined && isProvablyDead(holder, processes)) return true;
  const mine = processes.identify();
  const answers = holder?.start !== undefined && holder.boot === mine?.boot && holder.namespace === mine?.namespace;
  // A holder that can be asked, and lives, keeps its lock.
  return !answers && clock.now() - since > FOREIGN_PATIENCE;
}

function describeHolder(file: string): string {
  const holder = readLock(file)?.holder;
  return holder === undefined ? 'another process' : `process ${holder.pid}`;
}
