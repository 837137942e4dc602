import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { requirePart } from '@nexqloud/dcr-testkit';
import { compileHarness } from './classes.ts';

/** `sandbox`: 1.24 under the interceptor; `newest`: 1.31 without one. */
export type Transformation = 'sandbox' | 'newest';

export interface JenkinsCredential {
  readonly username?: string;
  readonly password?: string;
  /** Of a "Secret text". */
  readonly text?: string;
  /** Of a "Secret file". */
  readonly path?: string;
}

export interface BuildOptions {
  readonly script: string;
  /** Default `team-a/app`. */
  readonly job?: string;
  /** Folder ('' is Jenkins itself) → id → credential. */
  readonly credentials: Readonly<Record<string, Readonly<Record<string, JenkinsCredential>>>>;
  /** All of the environment of the agent. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where workspaces and stored states of the builds go. */
  readonly directory: string;
  /** What `checkout scm` brings. */
  readonly repository?: Readonly<Record<string, string>>;
  /** Stops before the first step whose script holds this text. */
  readonly stopBefore?: string;
  /** A stored state to go on from. */
  readonly resumeFrom?: string;
}

export interface BuildReport {
  readonly result: 'SUCCESS' | 'FAILURE' | 'ABORTED' | 'STOPPED' | 'BROKEN';
  readonly error: string | null;
  /** Unmasked: a secret in it is a leak, also where Jenkins would put asterisks. */
  readonly log: string;
  /** How often the program was stored, and went on from what was stored. */
  readonly checkpoints: number;
  readonly stopped: string | null;
  /** The signatures of Jenkins' list that were needed. */
  readonly used: readonly string[];
}

export interface RunningBuild {
  readonly report: Promise<BuildReport>;
  abort(): void;
}

export interface Jenkins {
  start(options: BuildOptions): RunningBuild;
  run(options: BuildOptions): Promise<BuildReport>;
  stop(): Promise<void>;
}

/** Signatures that Jenkins allows by default, as far as the library needs them. */
export const ALLOWED = readFileSync('__tests__/jenkins/harness/allowed.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const JARS = { sandbox: 'groovy-cps', newest: 'groovy-cps-newest' } as const;

/** Groovy 2.4 looks into these by reflection. */
const OPENED = ['java.lang', 'java.io', 'java.util', 'java.util.regex', 'java.net', 'java.math', 'java.text'];

/** Starts a JVM that runs builds, several at once when asked to. */
export function startJenkins(transformation: Transformation): Jenkins {
  const classpath = [compileHarness(), join(dirname(requirePart(JARS[transformation])), '*')].join(delimiter);
  const words = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Dfile.encoding=UTF-8', '-cp', classpath];
  for (const name of OPENED) words.push(`--add-opens=java.base/${name}=ALL-UNNAMED`);
  // Java passes the environment of a child on in the locale's encoding.
  const child = spawn(requirePart('java'), [...words, 'Main'], {
    env: { LC_ALL: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  const waiting = new Map<number, (report: BuildReport) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const report = JSON.parse(line) as BuildReport & { id: number };
    waiting.get(report.id)?.(report.result === 'BROKEN' ? { ...report, log: `${report.log}\n${errors}` } : report);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const [, tell] of waiting)
        tell({ result: 'BROKEN', error: errors, log: errors, checkpoints: 0, stopped: null, used: [] });
      resolve();
    });
  });
  const send = (message: object) => child.stdin.write(`${JSON.stringify(message)}\n`);
  let last = 0;
  const start = (options: BuildOptions): RunningBuild => {
    const id = (last += 1);
    const report = new Promise<BuildReport>((tell) => waiting.set(id, tell));
    send({ id, ...describeBuild(options, transformation) });
    return { report, abort: () => send({ id, abort: true }) };
  };
  return {
    start,
    run: (options) => start(options).report,
    stop: () => {
      child.stdin.end();
      return ended;
    },
  };
}

function describeBuild(options: BuildOptions, transformation: Transformation): object {
  const agent = join(options.directory, 'agent');
  mkdirSync(agent, { recursive: true });
  return {
    job: 'team-a/app',
    repository: {},
    ...options,
    sandbox: transformation === 'sandbox',
    allowed: ALLOWED,
    library: resolve('packages/jenkins'),
    agent,
    checkpoints: mkdtempSync(join(options.directory, 'states-')),
  };
}

/** An Error with the log where a build ended otherwise. */
export function expectEnd(report: BuildReport, result: BuildReport['result']): void {
  if (report.result === result) return;
  throw new Error(`the build ended as ${report.result} (${report.error}); its log: ${report.log}`);
}
