import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand, runToSuccess } from './command.ts';
import { requirePart } from './part.ts';

const environment = { PATH: '/usr/bin:/bin' };

/** Puts busybox under all its names into `bin/`, and makes a `tmp/`. */
export async function addBusybox(root: string): Promise<void> {
  mkdirSync(join(root, 'bin'), { recursive: true });
  copyFileSync(requirePart('busybox'), join(root, 'bin/busybox'));
  const { stdout } = await runToSuccess({ path: requirePart('busybox'), arguments: ['--list'], environment });
  for (const name of stdout.trim().split('\n')) {
    if (name !== 'busybox') symlinkSync('busybox', join(root, 'bin', name));
  }
  mkdirSync(join(root, 'tmp'), { mode: 0o1777 });
}

/** Copies a program of this machine to a place below the root; of one that is not static, its loader and libraries too. */
export async function addProgram(root: string, program: string, at: string): Promise<void> {
  const copy = (file: string, place: string) => {
    mkdirSync(join(root, dirname(place)), { recursive: true });
    copyFileSync(file, join(root, place));
  };
  copy(program, at);
  const needed = await runCommand({ path: 'ldd', arguments: [program], environment });
  for (const [library] of needed.stdout.matchAll(/\/\S+\.so\S*/gu)) copy(library, library);
}

/** Writes a tar file in which everybody may read everything. */
export async function archiveRoot(root: string, archive: string): Promise<void> {
  const words = ['-C', root, '--mode=a+rX', '-cf', archive, '.'];
  await runToSuccess({ path: 'tar', arguments: words, environment });
}
