import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import type { SecretForm } from './encodings.ts';
import type { CanaryHit, SeenProcess } from './hit.ts';
import { findForms, hideForms } from './scan.ts';

export interface ProcessScanner {
  /** Looks once at every process of this machine but those of tests that run beside this one. */
  sweep(): void;
}

interface Sample {
  readonly argv: Buffer;
  readonly environ: Buffer;
}

export function createProcessScanner(forms: readonly SecretForm[], report: (hit: CanaryHit) => void): ProcessScanner {
  const known = new Map<string, Sample>();
  /** Kept when a process has ended: by then its children have another parent. */
  const parents = new Map<number, number>();
  const look = (pid: string) => {
    const before = known.get(pid);
    if (before === undefined) parents.set(Number(pid), readParent(pid));
    const sample = readSample(pid, before);
    if (sample === before) return;
    known.set(pid, sample);
    for (const place of ['argv', 'environ'] as const) {
      const found = findForms(sample[place], forms);
      if (found.length === 0 || isBeside(Number(pid), parents)) continue;
      const seen = describeProcess(pid, sample.argv, forms);
      for (const { secret, encoding } of found)
        report({
          place,
          where: seen.command,
          secret,
          encoding,
          process: { ...seen, parent: parents.get(seen.pid) ?? 0 },
        });
    }
  };
  return {
    sweep: () => {
      const pids = new Set(readdirSync('/proc').filter((name) => /^\d+$/.test(name)));
      for (const pid of known.keys()) if (!pids.has(pid)) known.delete(pid);
      for (const pid of pids) ignoreUnreadable(() => look(pid));
    },
  };
}

/** Returns `before` where nothing has changed. */
function readSample(pid: string, before: Sample | undefined): Sample {
  for (;;) {
    const argv = readFileSync(`/proc/${pid}/cmdline`);
    // Only threads of the kernel and processes that have ended have none.
    const environ = argv.length === 0 ? argv : readFileSync(`/proc/${pid}/environ`);
    if (before?.argv.equals(argv) && before.environ.equals(environ)) return before;
    // Between fork and exec a child still shows its parent's memory: both parts must be of one program.
    if (argv.length === 0 || argv.equals(readFileSync(`/proc/${pid}/cmdline`))) return { argv, environ };
  }
}

/** Below the parent of this process, and not by way of it: another worker of the test runner, with secrets of its own. */
function isBeside(pid: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at = pid; at > 1 && at !== process.pid; at = parents.get(at) ?? 0)
    if (parents.get(at) === process.ppid) return true;
  return false;
}

function readParent(pid: string): number {
  return Number(/^PPid:\s*(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}

function describeProcess(pid: string, argv: Buffer, forms: readonly SecretForm[]): Omit<SeenProcess, 'parent'> {
  const parts = argv.toString().split('\0');
  return {
    pid: Number(pid),
    command: hideForms(basename(parts[0] ?? ''), forms),
    arguments: parts.slice(0, -1).map((part) => hideForms(part, forms)),
  };
}

/** Processes end while they are looked at, and those of other users are closed to all but root. */
function ignoreUnreadable(look: () => void): void {
  try {
    look();
  } catch (error) {
    if (!['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
