import { readFileSync } from 'node:fs';
import { runCommand } from './command.ts';

/** Mount points at or below a directory, the deepest first: https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html */
export function listMounts(directory: string): string[] {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => decodeOctal(line.split(' ')[4] ?? ''))
    .filter((point) => point === directory || point.startsWith(`${directory}/`))
    .toSorted((left, right) => right.length - left.length);
}

export async function unmountAll(directory: string): Promise<void> {
  for (const point of listMounts(directory)) {
    const environment = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' };
    // Lazily: a process that has just been killed may hold it a moment longer.
    await runCommand({ path: 'umount', arguments: ['--lazy', point], environment });
  }
}

function decodeOctal(text: string): string {
  return text.replaceAll(/\\(\d{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
