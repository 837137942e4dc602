import fs from 'node:fs';
import path from 'node:path';

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
  const { delimiter, isAbsolute, join } = windows ? path.win32 : path.posix;
  // Windows lets a place stand in quotes, for it may hold the delimiter.
  const places = (env['PATH'] ?? '').split(delimiter).map((place) => (windows ? place.replaceAll('"', '') : place));
  for (const place of places.filter((given) => isAbsolute(given))) {
    const file = listEndings(name, { platform, env })
      .map((ending) => join(place, name + ending))
      .find((candidate) => isExecutable(candidate));
    if (file !== undefined) return file;
  }
  return undefined;
}

/** On Windows `docker` may be docker.exe or a shim such as docker.cmd: PATHEXT says what counts, in this order. */
function listEndings(name: string, { platform, env }: SearchPlace): readonly string[] {
  if (platform !== 'win32') return [''];
  const endings = (env['PATHEXT'] || '.COM;.EXE;.BAT;.CMD').toLowerCase().split(';').filter(Boolean);
  return endings.some((ending) => name.toLowerCase().endsWith(ending)) ? [''] : endings;
}

function canRun(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
