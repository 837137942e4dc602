import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export interface CommandOptions {
  /** Absolute path, or a name that is looked up on the PATH of `environment`. */
  readonly path: string;
  readonly arguments: readonly string[];
  /** All of the child's environment; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  readonly directory?: string;
  /** For standard input, which is closed after it. */
  readonly input?: string | Buffer;
  /** Default 60 000. */
  readonly deadlineMs?: number;
  /** Told once it runs. */
  readonly onStart?: (pid: number) => void;
}

export interface CommandResult {
  /** 128 + signal number, as a shell says it, when a signal ended the command. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams in the order of their arrival. */
  readonly output: string;
}

/** Runs a command to its end. At the deadline it and its descendants are killed, and an Error names the command. */
export async function runCommand(options: CommandOptions): Promise<CommandResult> {
  const child = spawn(options.path, options.arguments, {
    cwd: options.directory,
    env: { ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A process group of its own, so that what it started can be ended with it.
    detached: true,
  });
  if (child.pid !== undefined) options.onStart?.(child.pid);
  const chunks: { stream: 'stdout' | 'stderr'; bytes: Buffer }[] = [];
  child.stdout.on('data', (bytes: Buffer) => chunks.push({ stream: 'stdout', bytes }));
  child.stderr.on('data', (bytes: Buffer) => chunks.push({ stream: 'stderr', bytes }));
  // A command that does not read its input closes the pipe; its exit code tells what that means.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const join = (stream?: 'stdout' | 'stderr') =>
    Buffer.concat(
      chunks.filter((chunk) => stream === undefined || chunk.stream === stream).map(({ bytes }) => bytes),
    ).toString();
  return new Promise((resolve, reject) => {
    const deadlineMs = options.deadlineMs ?? 60_000;
    const deadline = setTimeout(() => {
      killGroup(child.pid);
      reject(new Error(`${options.path} did not end within ${deadlineMs} ms; its output ends: ${join().slice(-2000)}`));
    }, deadlineMs);
    child.once('error', (error) => {
      clearTimeout(deadline);
      reject(error);
    });
    child.once('close', (code, signal) => {
      clearTimeout(deadline);
      const exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      resolve({ exitCode, stdout: join('stdout'), stderr: join('stderr'), output: join() });
    });
  });
}

/** As `runCommand`, for a command that must succeed. */
export async function runToSuccess(options: CommandOptions): Promise<CommandResult> {
  const result = await runCommand(options);
  if (result.exitCode !== 0)
    throw new Error(`${options.path} exited with ${result.exitCode}: ${result.output.slice(-2000)}`);
  return result;
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in this moment.
  }
}
