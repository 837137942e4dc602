import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CanarySecret, CommandResult } from '@nexqloud/dcr-testkit';
import { makeTemporaryDirectory, scanText, waitUntil } from '@nexqloud/dcr-testkit';

/** What is tested: as tsc made it, or the bundle (`DCR_TEST_CLI=dist/cli/index.js`). */
export const CLI = resolve(process.env['DCR_TEST_CLI'] ?? 'packages/cli/lib/index.js');
export const PASSWORD = 'c4nary:p@ss"w0rd\'$HOME\\%41';
export const SECRET: CanarySecret = { name: 'password', username: 'ci', value: PASSWORD };
export const CREDENTIAL = { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD };

/** One finished command; `json` is what stood on standard output when `--json` was given. */
export interface Run extends Omit<CommandResult, 'output'> {
  readonly json: Readonly<Record<string, unknown>>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
  readonly directory?: string;
  /** The Node that runs it. Default: the one that runs the tests. */
  readonly node?: string;
  /** Default 20 000. */
  readonly deadlineMs?: number;
}

/** A command that still runs; its standard input stays open when `holdInput` was asked for. */
export interface Started {
  readonly pid: number;
  readonly stderr: () => string;
  readonly stdout: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Waits until this text stands on one of its streams. */
  readonly said: (text: string) => Promise<unknown>;
  /** Waits until it takes signals itself. */
  readonly listens: () => Promise<unknown>;
  readonly ended: Promise<Run>;
}

/** A home, temporary directory and PATH of its own, that commands run in with nothing inherited. */
export interface Machine {
  readonly root: string;
  readonly home: string;
  /** The only directory on PATH; empty. */
  readonly bin: string;
  readonly temporary: string;
  readonly stateDir: string;
  readonly configFile: string;
  readonly environment: Readonly<Record<string, string>>;
  start(words: readonly string[], options?: RunOptions & { readonly holdInput?: boolean }): Started;
  /** No secret in what it prints, masks aside; with `--json` one object on standard output and nothing else. */
  run(words: readonly string[], options?: RunOptions): Promise<Run>;
  writeConfig(text: string): void;
  readConfig(): string;
  /** Sessions, private directories, locks and temporary files that are still there. */
  remains(): readonly string[];
}

export function makeMachine(): Machine {
  const root = makeTemporaryDirectory();
  const [home, bin, temporary] = [join(root, 'home'), join(root, 'bin'), join(root, 'tmp')];
  for (const directory of [home, bin, temporary]) mkdirSync(directory);
  const environment = { PATH: bin, HOME: home, TMPDIR: temporary };
  const configFile = join(home, '.docker/config.json');
  const stateDir = join(home, '.local/state/dcr-login');
  const list = (directory: string) => (existsSync(directory) ? readdirSync(directory) : []);
  const start: Machine['start'] = (words, options = {}) => startCli(words, { ...options, environment, home });
  return {
    root,
    home,
    bin,
    temporary,
    stateDir,
    configFile,
    environment,
    start,
    run: (words, options) => start(words, options).ended,
    writeConfig: (text) => {
      mkdirSync(join(home, '.docker'), { recursive: true });
      writeFileSync(configFile, text);
    },
    readConfig: () => readFileSync(configFile, 'utf8'),
    remains: () => [
      ...list(join(stateDir, 'sessions')),
      ...list(join(stateDir, 'private')),
      ...list(temporary),
      ...list(join(home, '.docker')).filter((name) => /dcr-(?:lock|new)/u.test(name)),
    ],
  };
}

function startCli(
  words: readonly string[],
  options: RunOptions & { holdInput?: boolean; environment: Readonly<Record<string, string>>; home: string },
): Started {
  const {
    env = {},
    input = '',
    directory = options.home,
    holdInput = false,
    node = process.execPath,
    deadlineMs = 20_000,
  } = options;
  const child = spawn(node, [CLI, ...words], { cwd: directory, env: { ...options.environment, ...env } });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  }
  child.stdin.on('error', () => undefined);
  if (!holdInput) child.stdin.end(input);
  const ended = new Promise<Run>((done, fail) => {
    const deadline = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`${words.join(' ')} did not end within ${deadlineMs} ms: ${output.stderr.slice(-1000)}`));
    }, deadlineMs);
    child.once('close', (status, signal) => {
      clearTimeout(deadline);
      try {
        done({
          exitCode: status ?? 128 + (signal === null ? 0 : constants.signals[signal]),
          ...checkOutput(words, output),
        });
      } catch (error) {
        fail(error as Error);
      }
    });
  });
  // Whoever only starts a command may not wait for it, and still must not fail elsewhere.
  ended.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    stderr: () => output.stderr,
    stdout: () => output.stdout,
    kill: (signal) => void child.kill(signal),
    listens: () =>
      waitUntil(() => catchesHangUp(child.pid), { what: 'it takes signals', deadlineMs: 10_000, intervalMs: 5 }),
    said: (text) =>
      waitUntil(() => output.stdout.includes(text) || output.stderr.includes(text), {
        what: `${words.join(' ')} says ${text}`,
        deadlineMs: 10_000,
        intervalMs: 5,
      }),
    ended,
  };
}

/** Of the signals that end a command, SIGHUP is the one that Node does not take by itself. */
function catchesHangUp(pid: number | undefined): boolean {
  const caught = /^SigCgt:\s*[0-9a-f]*([0-9a-f])$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number.parseInt(caught ?? '0', 16) & 1) === 1;
}

function checkOutput(words: readonly string[], output: { stdout: string; stderr: string }): Omit<Run, 'exitCode'> {
  const own = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  const shown = `${output.stdout}\n${output.stderr}`.replaceAll(/^::add-mask::.*$/gmu, '');
  const hits = scanText(shown, words.join(' '), [SECRET]);
  if (hits.length > 0) throw new Error(`the output holds the secret: ${JSON.stringify(hits)}`);
  return { ...output, json: own.includes('--json') ? parseOnlyLine(output) : {} };
}

function parseOnlyLine({ stdout, stderr }: { stdout: string; stderr: string }): Record<string, unknown> {
  if (!/^\{.*\}\n$/u.test(stdout)) throw new Error(`not one JSON object on standard output: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** The code of a failure that was told as JSON. */
export function readCode({ json }: Run): unknown {
  return (json['error'] as { code?: string } | undefined)?.code;
}

/** A docker that only writes down that it was started, and fails. */
export function installRecorder({ bin }: Machine): { readonly calls: () => string } {
  const log = join(bin, 'docker.calls');
  installProgram({ bin }, 'docker', `echo "$@" >> '${log}'\nexit 1`);
  return { calls: () => (existsSync(log) ? readFileSync(log, 'utf8') : '') };
}

/** Names of everything below a directory, sorted. */
export function listAll(directory: string): readonly string[] {
  return (readdirSync(directory, { recursive: true }) as string[]).toSorted();
}

/** Environment under which every host below `.test` and `nexqloud.io` is this machine. */
export const NAMES = { NODE_OPTIONS: `--require=${resolve('__tests__/cli/support/names.cjs')}` };

/** A program for the machine's PATH, written in sh. Returns its path. */
export function installProgram({ bin }: Pick<Machine, 'bin'>, name: string, body: string): string {
  const file = join(bin, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}
