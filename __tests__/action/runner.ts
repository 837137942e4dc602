import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeTemporaryDirectory, runCommand } from '@nexqloud/dcr-testkit';

/** A runner's machine: home, temporary directory and the files of the command protocol. */
export interface Runner {
  readonly home: string;
  readonly temporary: string;
  /** What a step wrote into one of the runner's files, raw. */
  read(file: 'state' | 'output' | 'env'): string;
  /** The same as the runner understands it; of a name that stands there twice, the last. */
  values(file: 'state' | 'output' | 'env'): Readonly<Record<string, string>>;
  /** All variables that the main step gets. */
  environment(
    inputs: Readonly<Record<string, string>>,
    extra?: Readonly<Record<string, string>>,
  ): Record<string, string>;
  main(
    inputs: Readonly<Record<string, string>>,
    extra?: Readonly<Record<string, string>>,
  ): ReturnType<typeof runCommand>;
  post(extra?: Readonly<Record<string, string>>): ReturnType<typeof runCommand>;
}

export const MAIN = resolve('dist/login/index.js');
const POST = resolve('dist/post/index.js');

export function makeRunner(): Runner {
  const root = makeTemporaryDirectory();
  const [home, temporary] = [join(root, 'home'), join(root, 'temp')];
  for (const directory of [home, temporary]) mkdirSync(directory);
  for (const file of ['state', 'output', 'env']) writeFileSync(join(root, file), '');
  const base = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    RUNNER_TEMP: temporary,
    GITHUB_REPOSITORY: 'acme/api',
    GITHUB_STATE: join(root, 'state'),
    GITHUB_OUTPUT: join(root, 'output'),
    GITHUB_ENV: join(root, 'env'),
  };
  const read: Runner['read'] = (file) => readFileSync(join(root, file), 'utf8');
  const environment: Runner['environment'] = (inputs, extra = {}) => {
    const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return { ...base, ...(Object.fromEntries(named) as Record<string, string>), ...extra };
  };
  const run = (file: string, variables: Record<string, string>) =>
    runCommand({ path: process.execPath, arguments: [file], environment: variables });
  return {
    home,
    temporary,
    read,
    values: (file) => parseValues(read(file)),
    environment,
    main: (inputs, extra) => run(MAIN, environment(inputs, extra)),
    post: (extra = {}) => {
      // The runner hands the state of main to post as variables of their own.
      const state = Object.entries(parseValues(read('state'))).map(([name, value]) => [`STATE_${name}`, value]);
      return run(POST, { ...base, ...(Object.fromEntries(state) as Record<string, string>), ...extra });
    },
  };
}

/** `name=value`, or `name<<end`, lines, `end`: actions/runner, src/Runner.Worker/FileCommandManager.cs. */
function parseValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name = '', sign, rest = ''] = /^(.*?)(=|<<)(.*)$/u.exec(line) ?? [];
    if (sign === '<<')
      values[name] = lines
        .splice(0, lines.indexOf(rest) + 1)
        .slice(0, -1)
        .join('\n');
    else if (sign === '=') values[name] = rest;
    else if (line !== '') throw new Error(`the runner refuses the line ${line}`);
  }
  return values;
}

/** Starts main without waiting for it, to be killed. */
export function startMain(environment: Readonly<Record<string, string>>): { kill: () => Promise<void> } {
  const child = spawn(process.execPath, [MAIN], { env: { ...environment }, stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/**
 * A docker that reads the password, stores it as docker does, and then, where `slow`, never ends. It leaves `started`
 * and `stored` beside itself when it has come that far.
 */
export function writeDocker(options: { readonly slow: boolean }): {
  readonly path: string;
  readonly reached: (step: string) => boolean;
} {
  const directory = makeTemporaryDirectory();
  const lines = [
    '#!/bin/sh',
    `touch '${directory}/started'`,
    'password=$(cat)',
    'for host; do :; done',
    'auth=$(printf "%s:%s" "$3" "$password" | base64 -w0)',
    'printf \'{"auths":{"%s":{"auth":"%s"}}}\' "$host" "$auth" > "$DOCKER_CONFIG/config.json"',
    `touch '${directory}/stored'`,
    ...(options.slow ? ['exec sleep 600'] : []),
  ];
  writeFileSync(join(directory, 'docker'), `${lines.join('\n')}\n`, { mode: 0o755 });
  return {
    path: `${directory}:${process.env['PATH'] ?? ''}`,
    reached: (step) => existsSync(join(directory, step)),
  };
}
