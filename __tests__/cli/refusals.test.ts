import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CREDENTIAL, installRecorder, makeMachine, PASSWORD, readCode } from './support/machine.ts';
import type { WebServer } from './support/servers.ts';
import { startServer } from './support/servers.ts';

const machine = makeMachine();
const docker = installRecorder(machine);
const file = join(machine.home, 'password');
let server: WebServer;
beforeAll(async () => {
  writeFileSync(file, PASSWORD);
  mkdirSync(join(machine.home, 'directory'));
  writeFileSync(join(machine.home, 'long'), 'x'.repeat(64 * 1024 + 1));
  server = await startServer(() => ({ status: 401, headers: { 'www-authenticate': 'Basic' } }));
});
afterAll(() => server.stop());

interface Refusal {
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly code?: string;
}

/** Everything is in order but for what the row says; HOST stands for the address of a server that listens. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  'a password as a flag': { words: ['login', 'HOST/acme', '--password', PASSWORD] },
  'a password behind an equals sign': { words: ['login', 'HOST/acme', `--password=${PASSWORD}`] },
  'an empty password as a flag': { words: ['login', 'HOST/acme', '--password='] },
  'a password as a short flag': { words: ['login', 'HOST/acme', '-p', PASSWORD] },
  'a password glued to a short flag': { words: ['login', 'HOST/acme', `-p${PASSWORD}`] },
  'a password before the command': { words: ['-p', PASSWORD, 'login', 'HOST/acme'] },
  'a password given to verify': { words: ['verify', 'HOST/acme', '--password', PASSWORD] },
  'a password given to logout': { words: ['logout', `--password=${PASSWORD}`] },
  'a password behind a flag that does not exist': { words: ['login', 'HOST/acme', `--pasword=${PASSWORD}`] },
  'a password behind a letter that does not exist': { words: ['login', 'HOST/acme', `-x${PASSWORD}`] },
  'no registry': { words: ['login'] },
  'an empty registry': { words: ['login', ''] },
  'an empty registry beside DCR_REGISTRY': { words: ['login', ''], env: { DCR_REGISTRY: 'HOST/acme' } },
  'an empty DCR_REGISTRY': { words: ['login'], env: { DCR_REGISTRY: '' } },
  'a DCR_REGISTRY of blanks': { words: ['login'], env: { DCR_REGISTRY: ' \t ' } },
  'a DCR_REGISTRY that was never filled in': { words: ['login'], env: { DCR_REGISTRY: '$DCR_REGISTRY' } },
  'DCR without the name of a registry': { words: ['login', 'dcr.nexqloud.io'] },
  'a host without a dot': { words: ['login', 'acme'] },
  'user information in the address': { words: ['login', `https://ci:${PASSWORD}@HOST/acme`] },
  'user information with a slash in it': { words: ['login', `https://ci:x/${PASSWORD}@HOST/acme`] },
  'two registries at once for verify': { words: ['verify', 'HOST/acme', 'HOST/globex'] },
  'an empty username': { words: ['login', 'HOST/acme', '-u', ''] },
  'an empty DCR_USERNAME': { words: ['login', 'HOST/acme'], env: { DCR_USERNAME: '' }, code: 'DCR_CREDENTIAL_MISSING' },
  'an empty DCR_PASSWORD': { words: ['login', 'HOST/acme'], env: { DCR_PASSWORD: '' }, code: 'DCR_CREDENTIAL_MISSING' },
  'a username with a colon': { words: ['login', 'HOST/acme', '-u', `ci:${PASSWORD}`] },
  'a username with a line break': { words: ['login', 'HOST/acme'], env: { DCR_USERNAME: 'ci\n' } },
  'two sources of the password': {
    words: ['login', 'HOST/acme', '--password-stdin', '--password-file', file],
    input: PASSWORD,
  },
  'a password file that is missing': { words: ['login', 'HOST/acme', '--password-file', 'nowhere'] },
  'a password file that is a directory': { words: ['login', 'HOST/acme', '--password-file', 'directory'] },
  'a password file that is too long': { words: ['login', 'HOST/acme', '--password-file', 'long'] },
  'a password file that never ends': { words: ['verify', 'HOST/acme', '--password-file', '/dev/zero'] },
  'a pipe that is too long': { words: ['login', 'HOST/acme', '--password-stdin'], input: 'x'.repeat(64 * 1024 + 1) },
  'an empty pipe beside DCR_PASSWORD': {
    words: ['login', 'HOST/acme', '--password-stdin'],
    input: '',
    code: 'DCR_CREDENTIAL_MISSING',
  },
  'an engine that does not exist': { words: ['login', 'HOST/acme', '--engine', 'nope'] },
  'a repository with a tag': { words: ['verify', 'HOST/acme', '--repository', 'api:v1'] },
  'a shell that does not exist': { words: ['login', 'HOST/acme', '--shell-env', 'cmd'] },
  'no time': { words: ['login', 'HOST/acme', '--timeout', '0'] },
  'negative time': { words: ['login', 'HOST/acme', '--timeout=-1s'] },
  'a time that is none': { words: ['verify', 'HOST/acme', '--timeout', '1.5s'] },
  'more time than a timer has': { words: ['verify', 'HOST/acme', '--timeout', '25d'] },
  'negative retries': { words: ['verify', 'HOST/acme', '--retries', '-1'] },
  'a flag without its value': { words: ['login', 'HOST/acme', '--json', '--timeout'] },
  'a completion of no shell that is known': { words: ['completion', 'powershell'] },
  'an empty registry to log out of': { words: ['logout', ''] },
  'a registry to log out of that is none': { words: ['logout', 'acme'] },
};

describe('the command line refuses, before anything is started, sent or written,', () => {
  it.concurrent.each(Object.entries(REFUSALS))('%s', async (_name, { words, env = {}, input = '', code }) => {
    const fill = (text: string): string => text.replace('HOST', server.host);
    const run = await machine.run([...words.map(fill), ...(words.includes('--json') ? [] : ['--json'])], {
      env: Object.fromEntries(Object.entries({ ...CREDENTIAL, ...env }).map(([name, value]) => [name, fill(value)])),
      input,
    });
    expect([run.exitCode, readCode(run)]).toEqual([2, code ?? 'DCR_INPUT_INVALID']);
    expect(run.stderr).toMatch(/^dcr-login: DCR_\w+: .+\n {2}→ .+\n$/u);
    expect([server.connections(), docker.calls(), machine.remains()]).toEqual([0, '', []]);
  });

  it('two faults at once are both told', async () => {
    const { json } = await machine.run(['login', '--engine', 'nope', '--retries', 'x', '--json']);
    expect((json['error'] as { message: string }).message).toMatch(/--engine.*--retries/u);
  });
});

describe('what is repeated of a value that was given', () => {
  it('is one line, whatever it holds: a CI system obeys lines that begin with ::', async () => {
    const attack = 'x\n::stop-commands::y\r\n##[error]z\u2028::warning::w';
    for (const words of [['login', attack], ['login', 'a.example/b', '--engine', attack], [attack]]) {
      const { exitCode, stderr } = await machine.run(words, { env: CREDENTIAL });
      expect(exitCode).toBe(2);
      expect(stderr.split(/[\r\n\u2028]/u).filter((line) => /^(?:::|##)/u.test(line))).toEqual([]);
      expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    }
  });
});
