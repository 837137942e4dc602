import { DcrError, toDcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import type { Entry, EntryData } from './entry.ts';
import type { EntryKind } from './law.ts';

type JournalPorts = Pick<Ports, 'clock' | 'files'>;

/** Append-only JSON lines. A line is on disk when `append` resolves; lines that are waiting go together. */
export class Journal {
  readonly path: string;
  readonly #ports: JournalPorts;
  #waiting: string[] = [];
  #next: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, ports: JournalPorts) {
    this.path = path;
    this.#ports = ports;
  }

  /**
   * Lines that come while others are being written go together in the next breath: a sync costs milliseconds.
   * Throws `DCR_STORE_FAILED`, and then for every further line too: what follows a lost line would be out of order.
   */
  async append<K extends EntryKind>(entry: K, data: EntryData[K]): Promise<void> {
    this.#waiting.push(`${JSON.stringify({ entry, at: this.#ports.clock.now(), ...data })}\n`);
    this.#next ??= this.#last = this.#last.then(() => this.#flush());
    return this.#next;
  }

  async #flush(): Promise<void> {
    const text = this.#waiting.join('');
    this.#waiting = [];
    this.#next = undefined;
    try {
      await this.#ports.files.apply({ do: 'append', path: this.path, text });
    } catch (cause) {
      const { code, message } = toDcrError(cause);
      throw new DcrError(code, {
        message: `the journal ${this.path} could not be written: ${message}`,
        remedy:
          'Make room or mend the disk, then: dcr-login rotate --resume. Nothing was done that is not in the journal.',
        cause,
      });
    }
  }
}

/** Lines of a journal, and whether its last one was torn off by a crash. */
export interface ReadJournal {
  readonly entries: readonly Entry[];
  readonly torn: boolean;
}

/**
 * Undefined where there is none, or none that was ever opened. A line that was torn off is passed over at the end, and
 * where a later run went on after it. Throws `DCR_STORE_FAILED` for a journal that is damaged in any other way.
 */
export async function readJournal(path: string, { files }: Pick<Ports, 'files'>): Promise<ReadJournal | undefined> {
  const found = await files.inspect(path);
  if (found.kind === 'missing') return undefined;
  if (found.kind !== 'file') throw damaged(path, 'it is no regular file, or larger than 8 MiB');
  const lines = found.text.split('\n');
  const torn = lines.pop() !== '';
  const entries: Entry[] = [];
  let lost = false;
  for (const [index, line] of lines.entries()) {
    const entry = parseEntry(line);
    if (entry === undefined) {
      lost = true;
      continue;
    }
    if (lost && entry.entry !== 'resumed') throw damaged(path, `line ${index} cannot be read`);
    lost = false;
    entries.push(entry);
  }
  const [first] = entries;
  if (first === undefined) return undefined;
  if (first.entry !== 'opened') throw damaged(path, 'it does not start with its opening');
  if (first.version !== 1) throw damaged(path, `it is of version ${String(first.version)}, made by another dcr-login`);
  return { entries, torn };
}

function parseEntry(line: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'entry' in value ? (value as Entry) : undefined;
  } catch {
    return undefined;
  }
}

function damaged(path: string, why: string): DcrError {
  return new DcrError('DCR_STORE_FAILED', {
    message: `the journal ${path} cannot be read: ${why}`,
    remedy: 'Move it away and run the rotation again: without a journal it looks at every target and converges.',
  });
}
