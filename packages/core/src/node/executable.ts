import fs from 'node:fs';
import path from 'node:path';
import { DcrError } from '../errors.ts';

/** What the search depends on beside the disk; the process itself has it. */
export interface SearchPlace {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The executable that a shell would run for this name. What lies in the working directory is never taken. */
export function findExecutable(
  name: string,
  { platform, env }: SearchPlace,
  isExecutable: (file: string) => boolean = canRun,
): string | undefined {
  const windows = platform === 'win32';
  const { isAbsolute, join } = windows ? path.win32 : path.posix;
  const places = windows ? splitWindowsPath(env['PATH'] ?? '') : (env['PATH'] ?? '').split(':');
  for (const place of places.filter((given) => isAbsolute(given))) {
    const file = listEndings(name, { platform, env })
      .map((ending) => join(place, name + ending))
      .find((candidate) => isExecutable(candidate));
    if (file !== undefined) return file;
  }
  return undefined;
}

/** A place that holds the delimiter stands in quotes. */
function splitWindowsPath(text: string): readonly string[] {
  return (text.match(/(?:"[^"]*"?|[^;"])+/gu) ?? []).map((place) => place.replaceAll('"', ''));
}

/**
 * How a program is called. Node runs .cmd and .bat only by way of cmd.exe, which takes its command line apart anew:
 * https://nodejs.org/api/child_process.html#spawning-bat-and-cmd-files-on-windows
 * Throws `DCR_INPUT_INVALID` for an argument that cmd.exe would not pass on as it is, such as `ci&calc`.
 */
export function planCall(
  { file, args }: { readonly file: string; readonly args: readonly string[] },
  platform: string,
): { readonly file: string; readonly shell: boolean } {
  if (platform !== 'win32' || !/\.(?:cmd|bat)$/iu.test(file)) return { file, shell: false };
  if (args.every((argument) => /^[\w$@.:/\\+~-]+$/u.test(argument))) return { file: `"${file}"`, shell: true };
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `${file} is a batch file, which cannot be given a user name with blanks or special characters`,
    remedy: 'Put the real docker.exe before it on PATH, or use --engine file.',
  });
}

/** On Windows `docker` may be docker.exe or a shim such as docker.cmd: PATHEXT says what counts, in this order. */
function listEndings(name: string, { platform, env }: SearchPlace): readonly string[] {
  if (platform !== 'win32') return [''];
  const endings = (env['PATHEXT'] || '.COM;.EXE;.BAT;.CMD').toLowerCase().split(';').filter(Boolean);
  return endings.some((ending) => name.toLowerCase().endsWith(ending)) ? [''] : endings;
}

function canRun(file: string): boolean {
  try {
    // Most places on PATH hold no such file: to make an exception of each takes a millisecond before docker is started.
    if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
    fs.accessSync(file, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
