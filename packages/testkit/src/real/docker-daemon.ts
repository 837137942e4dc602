import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../wait.ts';
import { runCommand } from './command.ts';
import type { CommandResult } from './command.ts';
import { listMounts, unmountAll } from './mounts.ts';
import type { PartName } from './part.ts';
import { requirePart } from './part.ts';
import { addBusybox, addProgram, archiveRoot } from './root-file-system.ts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface DockerCallOptions {
  /** `DOCKER_CONFIG`; default: an empty directory of the daemon's own. */
  readonly config?: string;
  readonly input?: string;
  /** What its environment has beside PATH and HOME. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface DockerDaemon {
  /** What `DOCKER_HOST` must be. */
  readonly host: string;
  readonly storageDriver: 'overlay2' | 'vfs';
  /** Runs the docker CLI against this daemon. */
  docker(parameters: readonly string[], options?: DockerCallOptions): Promise<CommandResult>;
  /** Makes an image of this name that holds busybox, runs its shell, and has these programs of this machine too. */
  importImage(name: string, programs?: readonly PartName[]): Promise<void>;
  /** Makes an image of this name that holds the files below this directory, readable by anybody. */
  importRoot(name: string, root: string): Promise<void>;
  /** Ends the daemon and all that it started, and leaves nothing mounted and no file behind. */
  stop(): Promise<void>;
}

/**
 * Starts a docker daemon of its own (root only): own socket, own data, no bridge and no firewall rules.
 * Containers reach loopback servers by `--network host`.
 */
export async function startDockerDaemon(): Promise<DockerDaemon> {
  // Its own short path: a socket's address has 108 bytes at most.
  const directory = mkdtempSync(join(tmpdir(), 'dcr-dockerd-'));
  mkdirSync(join(directory, 'config'));
  const host = `unix://${join(directory, 'docker.sock')}`;
  const docker: DockerDaemon['docker'] = (parameters, options = {}) =>
    runCommand({
      path: requirePart('docker'),
      arguments: parameters,
      environment: {
        ...options.environment,
        PATH: SYSTEM_PATH,
        HOME: directory,
        DOCKER_HOST: host,
        DOCKER_CONFIG: options.config ?? join(directory, 'config'),
      },
      ...(options.input === undefined ? {} : { input: options.input }),
    });
  const importRoot = async (name: string, root: string, changes: readonly string[] = []) => {
    const archive = join(directory, 'rootfs.tar');
    await archiveRoot(root, archive);
    const result = await docker(['import', ...changes, archive, name]);
    if (result.exitCode !== 0) throw new Error(`docker import failed: ${result.output}`);
  };
  const isReady = async () => (await docker(['version'])).exitCode === 0;
  const { service, storageDriver } = await startWithBestDriver(directory, isReady).catch(async (error: unknown) => {
    await cleanUp(directory);
    throw error;
  });
  return {
    host,
    storageDriver,
    docker,
    importImage: async (name, programs = []) => {
      const root = join(directory, 'rootfs');
      rmSync(root, { recursive: true, force: true });
      await addBusybox(root);
      for (const program of programs) await addProgram(root, requirePart(program), join('bin', program));
      await importRoot(name, root, ['--change', 'CMD ["/bin/sh"]']);
    },
    importRoot,
    stop: async () => {
      await service.stop();
      await cleanUp(directory);
    },
  };
}

/** overlay2 is fast, but does not work on top of every file system; vfs does. */
async function startWithBestDriver(directory: string, isReady: () => Promise<boolean>) {
  try {
    return { service: await startDaemon(directory, 'overlay2', isReady), storageDriver: 'overlay2' as const };
  } catch {
    return { service: await startDaemon(directory, 'vfs', isReady), storageDriver: 'vfs' as const };
  }
}

function startDaemon(directory: string, storageDriver: string, isReady: () => Promise<boolean>): Promise<Service> {
  const at = (name: string) => join(directory, name);
  return startService({
    path: requirePart('dockerd'),
    arguments: [
      `--data-root=${at(storageDriver)}`,
      `--exec-root=${at('exec')}`,
      `--pidfile=${at('pid')}`,
      `--host=unix://${at('docker.sock')}`,
      `--storage-driver=${storageDriver}`,
      '--bridge=none',
      '--iptables=false',
      '--ip6tables=false',
      '--ip-forward=false',
      '--ip-masq=false',
    ],
    environment: { PATH: SYSTEM_PATH, HOME: directory },
    logFile: at('log'),
    isReady,
    deadlineMs: 30_000,
  });
}

async function cleanUp(directory: string): Promise<void> {
  await waitUntil(() => killProcessesOf(directory) === 0, {
    deadlineMs: 10_000,
    what: `no process works in ${directory}`,
  });
  await unmountAll(directory);
  const left = listMounts(directory);
  // Removing a directory reaches through what is mounted below it.
  if (left.length > 0) throw new Error(`still mounted: ${left.join(', ')}`);
  rmSync(directory, { recursive: true, force: true });
}

/** containerd and its shims outlive a daemon that died; each names the daemon's directory in its arguments. */
function killProcessesOf(directory: string): number {
  const found = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && readArguments(name).includes(`${directory}/`),
  );
  for (const pid of found) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended in this moment.
    }
  }
  return found.length;
}

function readArguments(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
