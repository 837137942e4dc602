import { homedir, hostname } from 'node:os';
import process from 'node:process';
import type { Environment } from '../ports/environment.ts';

const PLATFORMS: readonly string[] = ['linux', 'darwin', 'win32'];

/** The facts of this process, read once. */
export function readEnvironment(): Environment {
  return {
    variables: { ...process.env },
    platform: (PLATFORMS.includes(process.platform) ? process.platform : 'other') as Environment['platform'],
    home: homedir(),
    workingDirectory: process.cwd(),
    host: hostname(),
    uid: process.getuid?.(),
  };
}
