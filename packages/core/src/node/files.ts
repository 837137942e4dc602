import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Entry, FileEffect, Files } from '../ports/files.ts';
import { tellFault } from './file-fault.ts';
import { holdLock } from './lock.ts';
import type { Processes } from '../ports/processes.ts';
import type { Clock } from '../ports/clock.ts';

/** Far above any client configuration, far below what would hurt. */
const READ_LIMIT = 8 * 1024 * 1024;

/**
 * The disk. Synchronous calls behind an asynchronous face: each is a few system calls long, and a thread pool would cost
 * more than they do.
 */
export function createNodeFiles(ports: { clock: Clock; processes: Pick<Processes, 'identify'> }): Files {
  return {
    inspect: async (target, options) => tellFault(() => inspectEntry(target, options?.follow ?? false)),
    apply: async (effect) => tellFault(() => applyEffect(effect)),
    lock: (target, deadline, work) => holdLock({ target, deadline, work: () => cleanBefore(target, work) }, ports),
  };
}

/** A writer that was killed could not remove its temporary file, which holds a login. Nobody writes here now. */
function cleanBefore<T>(target: string, work: () => Promise<T>): Promise<T> {
  tellFault(() => {
    const real = resolveLink(target);
    const directory = path.dirname(real);
    const [start, end] = nameTemporary(real);
    for (const name of fs.readdirSync(directory)) {
      if (name.startsWith(start) && name.endsWith(end)) fs.rmSync(path.join(directory, name), { force: true });
    }
  });
  return work();
}

function inspectEntry(target: string, follow: boolean): Entry {
  try {
    return readEntry(target, follow);
  } catch (error) {
    // Gone between the look at it and the reading, or said to be below what is no directory.
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    throw error;
  }
}

function readEntry(target: string, follow: boolean): Entry {
  const stat = (follow ? fs.statSync : fs.lstatSync)(target, { throwIfNoEntry: false });
  if (stat === undefined) return { kind: 'missing' };
  const { uid } = stat;
  const mode = stat.mode & 0o7777;
  if (stat.isSymbolicLink()) return { kind: 'link', target: fs.readlinkSync(target) };
  if (stat.isDirectory())
    return { kind: 'directory', mode, uid, names: fs.readdirSync(target).toSorted(), real: fs.realpathSync(target) };
  if (!stat.isFile() || stat.size > READ_LIMIT) return { kind: 'other' };
  return { kind: 'file', mode, uid, text: fs.readFileSync(target, 'utf8') };
}

function applyEffect(effect: FileEffect): void {
  switch (effect.do) {
    case 'make-private':
      fs.mkdirSync(effect.path, { mode: 0o700 });
      return;
    case 'make-directory':
      fs.mkdirSync(effect.path, { recursive: true, mode: 0o700 });
      return;
    case 'write':
      writeNew(effect.path, effect.text);
      return;
    case 'replace':
      replaceDurably(effect.path, effect.text);
      return;
    case 'append':
      appendDurably(effect.path, effect.text);
      return;
    case 'link':
      // A junction needs no privilege on Windows; elsewhere the kind is ignored.
      fs.symlinkSync(effect.target, effect.path, 'junction');
      return;
    case 'remove':
      fs.rmSync(effect.path, { recursive: true, force: true, maxRetries: 3 });
      return;
  }
}

/** For a directory that is ours alone: whole or not at all, without the price of fsync. */
function writeNew(target: string, text: string): void {
  const temporary = `${target}.${process.pid}.new`;
  fs.writeFileSync(temporary, text, { mode: 0o600 });
  fs.renameSync(temporary, target);
}

function replaceDurably(target: string, text: string): void {
  const real = resolveLink(target);
  const old = fs.statSync(real, { throwIfNoEntry: false });
  const temporary = path.join(path.dirname(real), nameTemporary(real).join(String(process.pid)));
  fs.rmSync(temporary, { force: true });
  // wx: nothing that was planted under this name is followed.
  const file = fs.openSync(temporary, 'wx', 0o600);
  try {
    try {
      fs.writeFileSync(file, text);
      if (old !== undefined) keepOwner(file, old);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(temporary, real);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  syncDirectory(path.dirname(real));
}

function appendDurably(target: string, text: string): void {
  const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = fs.constants;
  const isNew = !fs.existsSync(target);
  const file = fs.openSync(target, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  try {
    fs.writeFileSync(file, text);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
  if (isNew) syncDirectory(path.dirname(target));
}

/** What a temporary file's name begins and ends with, around the id of its process. */
function nameTemporary(real: string): readonly [string, string] {
  return [`.${path.basename(real)}.`, '.dcr-new'];
}

function keepOwner(file: number, old: fs.Stats): void {
  if (process.platform === 'win32') return;
  const present = fs.fstatSync(file);
  // Owner first: chown clears the set-id bits of a mode.
  if (present.uid !== old.uid || present.gid !== old.gid) fs.fchownSync(file, old.uid, old.gid);
  fs.fchmodSync(file, old.mode & 0o7777);
}

/** The file that a link stands for, also when it does not exist yet. */
function resolveLink(target: string): string {
  let real = target;
  for (let hops = 0; hops < 40; hops += 1) {
    const stat = fs.lstatSync(real, { throwIfNoEntry: false });
    if (!stat?.isSymbolicLink()) return real;
    real = path.resolve(path.dirname(real), fs.readlinkSync(real));
  }
  throw Object.assign(new Error(`ELOOP: too many symbolic links, '${target}'`), { code: 'ELOOP' });
}

/** A rename is only as durable as its directory. Windows and some network file systems cannot sync one. */
function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(directory, 'r');
  try {
    fs.fsyncSync(handle);
  } catch {
    // The content itself is on disk; what is lost by a power cut here is the new name, and the old file is whole.
  } finally {
    fs.closeSync(handle);
  }
}
