import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Environment } from '../ports/environment.ts';

const PLATFORMS: readonly string[] = ['linux', 'darwin', 'win32'];

/** The facts of this process, read once. */
export function readEnvironment(): Environment {
  const workingDirectory = findWorkingDirectory();
  return {
    variables: { ...process.env },
    platform: (PLATFORMS.includes(process.platform) ? process.platform : 'other') as Environment['platform'],
    home: path.resolve(workingDirectory, findHome()),
    workingDirectory,
    host: hostname(),
    uid: process.getuid?.(),
  };
}

/** One that was removed has a name still, where nothing is found; the clients of a command in it work all the same. */
function findWorkingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    const { PWD: last = '' } = process.env;
    return path.isAbsolute(last) ? last : path.parse(process.execPath).root;
  }
}

/**
 * As docker finds it: an empty variable counts as none, and then the user's entry does. A user without one, as containers
 * have them, is at home where docker run says so too. https://pkg.go.dev/github.com/docker/docker/pkg/homedir#Get
 */
function findHome(): string {
  const given = process.env[process.platform === 'win32' ? 'USERPROFILE' : 'HOME'] ?? '';
  if (given !== '') return given;
  try {
    return userInfo().homedir;
  } catch {
    return path.parse(process.execPath).root;
  }
}
