import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import type { ProcessIdentity, ProcessResult, Processes, ProcessSpec, StartedProcess } from '../ports/processes.ts';
import { findExecutable, planCall } from './executable.ts';
import { readMachineId } from './machine-id.ts';

const OUTPUT_LIMIT = 64 * 1024;
/** Between asking a child to end and ending it. Milliseconds. */
const GRACE = 1000;

export const nodeProcesses: Processes = {
  find: (name) => findExecutable(name, process),
  start: startProcess,
  identify: identifyProcess,
};

function startProcess({ file, args, env, signal }: ProcessSpec): StartedProcess {
  const call = planCall({ file, args }, process.platform);
  let child: ChildProcessWithoutNullStreams;
  try {
    child = spawn(call.file, args, { env: { ...env }, shell: call.shell, stdio: 'pipe', windowsHide: true });
  } catch (error) {
    // Node tells of some faults at once, such as ETXTBSY and E2BIG, and of others by an event.
    const { message } = error as Error;
    return {
      finish: async () => ({ status: null, signal: null, stdout: '', stderr: message }),
      kill: async () => undefined,
    };
  }
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] = (output[name] + text).slice(0, OUTPUT_LIMIT);
    });
  }
  // A child that ends without reading breaks the pipe; its exit status says more than EPIPE does.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<ProcessResult>((resolve) => {
    child.on('error', (error) => resolve({ status: null, signal: null, stdout: '', stderr: error.message }));
    child.on('close', (status, killed) => resolve({ status, signal: killed, ...output }));
  });
  // A child of the child may hold the pipes open: of one that is stopped, only its own end is waited for.
  const letGo = (): void => {
    const close = (): void => {
      for (const stream of child.stdio) stream?.destroy();
    };
    if (child.exitCode !== null || child.signalCode !== null) close();
    else child.once('exit', close);
  };
  const stop = (): void => {
    letGo();
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), GRACE);
    void ended.then(() => clearTimeout(hard));
  };
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop, { once: true });
  void ended.then(() => signal?.removeEventListener('abort', stop));
  return {
    finish: (stdin) => {
      child.stdin.end(stdin);
      return ended;
    },
    kill: async () => {
      letGo();
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Linux tells boot, namespace and start time; elsewhere only whether the process lives can be told without a child. */
function identifyProcess(pid: number = process.pid): ProcessIdentity | undefined {
  if (process.platform !== 'linux') return isAlive(pid) ? { pid } : undefined;
  try {
    // Field 22, start time in clock ticks since boot; the second field is a name in brackets that may hold anything.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; it only waits for its parent to notice.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const namespace = fs.readlinkSync('/proc/self/ns/pid');
    const machine = readMachineId();
    const told = machine === undefined ? {} : { machine };
    return { pid, ...told, boot, namespace, start: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
