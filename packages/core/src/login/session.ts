import path from 'node:path';
import type { Fingerprint } from '../credential/fingerprint.ts';
import type { Ports } from '../ports/index.ts';
import type { ProcessIdentity } from '../ports/processes.ts';
import type { EngineName } from './engines/name.ts';
import { checkStateDirectory, isPrivate } from './private-directory.ts';
import type { StorePlace, Undo } from './store/stored-login.ts';

/** One login and what undoes it. Paths and names only: no secret. */
export interface SessionRecord {
  readonly version: 1;
  readonly id: string;
  /** `opening` until the login is complete: a login that was killed is undone like any other. */
  readonly state: 'opening' | 'open';
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly registry: string;
  readonly host: string;
  readonly name: string;
  readonly username: string;
  readonly engine: EngineName;
  readonly isolated: boolean;
  /** Directory of the file that holds the login. */
  readonly configDir: string;
  /** Under which the engine's file keeps the login. */
  readonly key: string;
  /** The variables by which a client sees the login. */
  readonly visible: Readonly<Record<string, string>>;
  /** Private directories that go with the session: its own, and one that it took over because its entry lies there too. */
  readonly directories: readonly string[];
  /** Sessions of one call whose entries lie in one directory close one after the other; null where it is alone. */
  readonly group: string | null;
  /** Where the entry was installed; null where it goes with the private directory. */
  readonly place: StorePlace | null;
  /** Of what was installed there. */
  readonly installed: Fingerprint | null;
  /** Order of the installations into one place, from 1. */
  readonly sequence: number;
  /** Whose end is the end of this session; null: nobody's, it is never stale. While it opens, whoever opens it. */
  readonly owner: ProcessIdentity | null;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number | null;
}

export interface StoredSession {
  readonly record: SessionRecord;
  readonly undo: Undo | undefined;
}

/**
 * What a login writes: the entry of a file, and what a helper keeps of the host. Each has its own order of logins: several
 * files may name one helper, and one file another helper than before, or none any more.
 */
export type Slot = 'entry' | 'helper';

export function sharesSlot(
  slot: Slot,
  { place: a }: Pick<SessionRecord, 'place'>,
  { place: b }: Pick<SessionRecord, 'place'>,
): boolean {
  if (a === null || b === null || a.key !== b.key) return false;
  return slot === 'entry' ? a.path === b.path : a.helper !== undefined && a.helper === b.helper;
}

/** Whether the entry of a session lies in this directory beside that of the session that made it. */
export function liesWithin({ place }: Pick<SessionRecord, 'place'>, directory: string): boolean {
  return place !== null && path.dirname(place.path) === directory;
}

/** The sessions of a state directory on disk: `sessions/<id>/session.json`, and `undo.json` beside it. */
export class SessionStore {
  readonly #directory: string;
  readonly #files: Ports['files'];
  readonly #ports: Pick<Ports, 'environment' | 'files'>;

  constructor(stateDir: string, ports: Pick<Ports, 'environment' | 'files'>) {
    this.#directory = path.join(stateDir, 'sessions');
    this.#files = ports.files;
    this.#ports = ports;
  }

  /** Throws `DCR_STORE_FAILED`, also for a directory that somebody planted: what was there before a login goes there. */
  async create(record: SessionRecord): Promise<void> {
    await this.#files.apply({ do: 'make-directory', path: this.#directory });
    await checkStateDirectory(this.#directory, this.#ports);
    await this.#files.apply({ do: 'make-private', path: `${this.#directory}/${record.id}` });
    await this.update(record);
  }

  /** Runs `work` while no other session of the group is being closed. */
  async withGroup<T>(group: string | null, deadline: number, work: () => Promise<T>): Promise<T> {
    return group === null ? work() : this.#files.lock(path.join(this.#directory, group), deadline, work);
  }

  /** Runs `work` while no other session of this state directory is installed in these helpers or taken out of them. */
  async withHelpers<T>(helpers: readonly string[], deadline: number, work: () => Promise<T>): Promise<T> {
    const [first, ...rest] = [...new Set(helpers)].toSorted();
    if (first === undefined) return work();
    const target = path.join(this.#directory, `helper-${encodeURIComponent(first)}`);
    return this.#files.lock(target, deadline, () => this.withHelpers(rest, deadline, work));
  }

  async update(record: SessionRecord): Promise<void> {
    await this.#files.apply({
      do: 'write',
      path: `${this.#directory}/${record.id}/session.json`,
      text: JSON.stringify(record),
    });
  }

  async saveUndo(id: string, undo: Undo): Promise<void> {
    await this.#files.apply({ do: 'write', path: `${this.#directory}/${id}/undo.json`, text: JSON.stringify(undo) });
  }

  /** Changes part of what a session will put back. Others that hold other locks may change the rest at the same time. */
  async amendUndo(id: string, part: Partial<Undo>, deadline: number): Promise<void> {
    await this.#files.lock(path.join(this.#directory, `undo-${id}`), deadline, async () => {
      const undo = (await this.read(id))?.undo;
      if (undo !== undefined) await this.saveUndo(id, { ...undo, ...part });
    });
  }

  async remove(id: string): Promise<void> {
    await this.#files.apply({ do: 'remove', path: `${this.#directory}/${id}` });
  }

  /**
   * Newest first. A directory without a readable record was never finished being made: nothing was done for it yet. What
   * somebody else put there is no session: its paths would be removed. Throws `DCR_STORE_FAILED` for a planted directory.
   */
  async list(): Promise<readonly StoredSession[]> {
    const found = await this.#files.inspect(this.#directory);
    if (found.kind !== 'missing') await checkStateDirectory(this.#directory, this.#ports);
    const names = found.kind === 'directory' ? found.names : [];
    const sessions = await Promise.all(names.map((id) => this.read(id)));
    return sessions
      .filter((session) => session !== undefined)
      .toSorted((a, b) => b.record.since - a.record.since || b.record.sequence - a.record.sequence);
  }

  async read(id: string): Promise<StoredSession | undefined> {
    if (!isPrivate(await this.#files.inspect(`${this.#directory}/${id}`), this.#ports.environment)) return undefined;
    const record = await this.#readJson<SessionRecord>(`${id}/session.json`);
    // Another version's session is left to that version.
    if (record?.version !== 1 || record.id !== id) return undefined;
    return { record, undo: await this.#readJson<Undo>(`${id}/undo.json`) };
  }

  async #readJson<T>(name: string): Promise<T | undefined> {
    const found = await this.#files.inspect(`${this.#directory}/${name}`);
    if (found.kind !== 'file') return undefined;
    try {
      return JSON.parse(found.text) as T;
    } catch {
      return undefined;
    }
  }
}
