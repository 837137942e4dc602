import type { Fingerprint } from '../credential/fingerprint.ts';
import type { Ports } from '../ports/index.ts';
import type { ProcessIdentity } from '../ports/processes.ts';
import type { EngineName } from './plan.ts';
import type { StorePlace, Undo } from './store/store.ts';

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
  /** What `DOCKER_CONFIG` must be for a client to see this login. */
  readonly configDir: string;
  /** The private directory, which goes with the session. */
  readonly workDirectory: string | null;
  /** Where the entry was installed; null in an isolated login, whose entry goes with its directory. */
  readonly place: StorePlace | null;
  /** Of what was installed there. */
  readonly installed: Fingerprint | null;
  /** Order of the installations into one place, from 1. */
  readonly sequence: number;
  /** Whose end is the end of this session; null: nobody's, it is never stale. */
  readonly owner: ProcessIdentity | null;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number | null;
}

export interface StoredSession {
  readonly record: SessionRecord;
  readonly undo: Undo | undefined;
}

export function isSamePlace(a: Pick<SessionRecord, 'place'>, b: Pick<SessionRecord, 'place'>): boolean {
  if (a.place === null || b.place === null) return false;
  return a.place.path === b.place.path && a.place.key === b.place.key && a.place.helper === b.place.helper;
}

/** The sessions of a state directory on disk: `sessions/<id>/session.json`, and `undo.json` beside it. */
export class SessionStore {
  readonly #directory: string;
  readonly #files: Ports['files'];

  constructor(directory: string, files: Ports['files']) {
    this.#directory = directory;
    this.#files = files;
  }

  async create(record: SessionRecord): Promise<void> {
    await this.#files.apply({ do: 'make-directory', path: this.#directory });
    await this.#files.apply({ do: 'make-private', path: `${this.#directory}/${record.id}` });
    await this.update(record);
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

  async remove(id: string): Promise<void> {
    await this.#files.apply({ do: 'remove', path: `${this.#directory}/${id}` });
  }

  /** Newest first. A directory without a readable record was never finished being made: nothing was done for it yet. */
  async list(): Promise<readonly StoredSession[]> {
    const found = await this.#files.inspect(this.#directory);
    const names = found.kind === 'directory' ? found.names : [];
    const sessions = await Promise.all(names.map((id) => this.read(id)));
    return sessions
      .filter((session) => session !== undefined)
      .toSorted((a, b) => b.record.since - a.record.since || b.record.sequence - a.record.sequence);
  }

  async read(id: string): Promise<StoredSession | undefined> {
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
