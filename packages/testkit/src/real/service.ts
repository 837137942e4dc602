import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { waitUntil } from '../wait.ts';

export interface ServiceOptions {
  readonly path: string;
  readonly arguments: readonly string[];
  /** All of the child's environment; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where both output streams go: a file can be read to its end at any moment, a pipe only up to what has arrived. */
  readonly logFile: string;
  /** Asked until it says so. */
  readonly isReady: (log: string) => boolean | Promise<boolean>;
  readonly deadlineMs: number;
}

export interface Service {
  readonly pid: number;
  readLog(): string;
  /** SIGTERM, and SIGKILL when that is not enough. */
  stop(): Promise<void>;
}

/** Starts a long-running program and waits until it is ready; one that ends before that is an Error with its last words. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const log = openSync(options.logFile, 'w', 0o600);
  const child = spawn(options.path, options.arguments, {
    env: { ...options.environment },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `exit ${code ?? signal}`));
  const hasEnded = () => ended !== undefined;
  const readLog = () => readFileSync(options.logFile, 'utf8');
  const stop = async () => {
    if (hasEnded()) return;
    child.kill('SIGTERM');
    const what = `${options.path} ends`;
    await waitUntil(hasEnded, { deadlineMs: 10_000, what }).catch(async () => {
      child.kill('SIGKILL');
      await waitUntil(hasEnded, { deadlineMs: 5000, what });
    });
  };
  try {
    await waitUntil(
      () => {
        if (ended !== undefined) throw new Error(`${options.path} ended (${ended}): ${readLog().slice(-2000)}`);
        return options.isReady(readLog());
      },
      { deadlineMs: options.deadlineMs, what: `${options.path} is ready` },
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid ?? -1, readLog, stop };
}
