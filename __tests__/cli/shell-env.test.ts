import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { runCommand } from '@nexqloud/dcr-testkit';
import { renderAssignment } from '../../packages/cli/lib/shell-env.js';
import { CLI, CREDENTIAL, makeMachine, PASSWORD, readCode } from './support/machine.ts';

let sandbox: Sandbox;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  sandbox = await startSandbox({
    registries: [{ name: 'acme', credentials: [{ username: 'ci', password: PASSWORD }] }],
  });
  env = { ...CREDENTIAL, DCR_REGISTRY: `${sandbox.host}/acme` };
});
afterAll(() => sandbox.close());

/** Names that a shell would take apart, expand or run. */
const HOSTILE: Readonly<Record<string, string>> = {
  blanks: ' two  words ',
  'single quotes': "it's 'quoted'",
  'double quotes': 'a "b" c',
  dollars: '$HOME ${PATH} $(touch mark) `touch mark`',
  'backslashes at the end': 'a\\n\\',
  'a comment and a list': 'a #b; touch mark & c | d > e',
  'a glob and a tilde': '~/* ?[a]',
  'a leading dash': '-n',
  'typographic quotes': '‘a’ “b”',
  'a line break': 'one\ntouch mark',
};

describe('eval "$(dcr-login login --shell-env sh)"', () => {
  it.concurrent.each(Object.entries(HOSTILE))(
    'gives the directory to the shell whose name has %s',
    async (_name, name) => {
      const machine = makeMachine();
      const directory = join(machine.home, name);
      const { exitCode, stdout, stderr } = await runCommand({
        path: '/bin/sh',
        arguments: [
          '-c',
          'eval "$("$0" "$1" login --engine file --isolate --config-dir "$2" --shell-env sh)" && printf %s "$DOCKER_CONFIG" && sh -c \'test -f "$DOCKER_CONFIG/config.json"\'',
          process.execPath,
          CLI,
          directory,
        ],
        environment: { ...machine.environment, ...env, PATH: process.env['PATH'] ?? '' },
        directory: machine.home,
      });
      expect({ exitCode, stdout, stderr }).toMatchObject({ exitCode: 0, stdout: directory });
      expect(existsSync(join(machine.home, 'mark'))).toBe(false);
      expect(readdirSync(directory)).toEqual(['config.json']);
    },
  );

  it.concurrent('leaves the shell as it was when the login fails', async () => {
    const machine = makeMachine();
    const { stdout } = await runCommand({
      path: '/bin/sh',
      arguments: [
        '-c',
        'eval "$("$0" "$1" login --engine file --isolate --shell-env sh -u nobody)"; printf "[%s]" "$DOCKER_CONFIG"',
        process.execPath,
        CLI,
      ],
      environment: { ...machine.environment, ...env, PATH: process.env['PATH'] ?? '', DOCKER_CONFIG: '/before' },
    });
    expect([stdout, machine.remains()]).toEqual(['[/before]', []]);
  });
});

const login = (kind: string, name: string, machine = makeMachine()) => {
  const directory = join(machine.home, name);
  const words = ['login', '--engine', 'file', '--isolate', '--config-dir', directory, '--shell-env', kind];
  return machine.run(words, { env }).then((run) => ({ ...run, directory, machine }));
};

describe('a path of which the name has', () => {
  it.each(Object.entries(HOSTILE))('%s is one single-quoted string of powershell', (_name, name) => {
    // In it every quote is doubled, the typographic ones too, and nothing else means anything.
    const text = renderAssignment('powershell', 'DOCKER_CONFIG', name);
    const [, value = ''] = /^\$env:DOCKER_CONFIG = '((?:[^'‘-‛]|(['‘-‛])\2)*)'$/u.exec(text) ?? [];
    expect(value.replaceAll(/(['‘-‛])\1/gu, '$1')).toBe(name);
  });

  it.each(Object.entries(HOSTILE).filter(([name]) => name !== 'a line break'))(
    '%s is left as it is for dotenv: who reads it takes the rest of the line',
    (_name, name) => {
      expect(renderAssignment('dotenv', 'DOCKER_CONFIG', name)).toBe(`DOCKER_CONFIG=${name}`);
    },
  );
});

describe('--shell-env', () => {
  it.concurrent('powershell prints the assignment of the directory that was made', async () => {
    const { stdout, directory, exitCode } = await login('powershell', "it's");
    expect([exitCode, stdout]).toEqual([0, `$env:DOCKER_CONFIG = '${directory.replace("'", "''")}'\n`]);
    expect(existsSync(join(directory, 'config.json'))).toBe(true);
  });

  it.concurrent('dotenv is read by node, too', async () => {
    const { stdout, directory } = await login('dotenv', 'plain');
    expect(parseEnv(stdout)).toEqual({ DOCKER_CONFIG: directory });
  });

  it.concurrent(
    'dotenv refuses a line break, which would assign another variable, and takes the login back',
    async () => {
      const run = await login('dotenv', 'one\nPATH=/evil');
      expect([run.exitCode, run.stdout, existsSync(run.directory)]).toEqual([2, '', false]);
      expect(run.machine.remains()).toEqual([]);
      const told = await login('dotenv', 'one\nPATH=/evil').then(({ machine, directory }) =>
        machine.run(
          ['login', '--engine', 'file', '--isolate', '--config-dir', directory, '--shell-env', 'dotenv', '--json'],
          { env },
        ),
      );
      expect(readCode(told)).toBe('DCR_INPUT_INVALID');
    },
  );

  it.concurrent('names the shared directory when the login is not isolated, and gives way to --json', async () => {
    const machine = makeMachine();
    mkdirSync(join(machine.home, 'other'));
    const shared = await machine.run(['login', '--engine', 'file', '--shell-env', 'sh', '--config-dir', 'other'], {
      env,
    });
    expect(shared.stdout).toBe(`export DOCKER_CONFIG='${machine.home}/other'\n`);
    const { json } = await machine.run(['login', '--engine', 'file', '--shell-env', 'sh', '--json'], { env });
    expect(json).toMatchObject({ ok: true, sessions: [{ configDir: `${machine.home}/.docker` }] });
  });

  it.concurrent('is not needed to see what an isolated login needs: it ends with that line', async () => {
    const machine = makeMachine();
    const { stderr, stdout } = await machine.run(['login', '--engine', 'file', '--isolate'], { env });
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n').at(-1)).toContain(`export DOCKER_CONFIG='${machine.stateDir}/private/dcr-`);
  });
});
