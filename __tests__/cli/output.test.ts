import { closeSync, openSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { runCommand } from '@nexqloud/dcr-testkit';
import { CLI, CREDENTIAL, installProgram, makeMachine, PASSWORD } from './support/machine.ts';

let sandbox: Sandbox;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  sandbox = await startSandbox({
    registries: [{ name: 'acme', repositories: ['app'], credentials: [{ username: 'ci', password: PASSWORD }] }],
  });
  env = { ...CREDENTIAL, DCR_REGISTRY: `${sandbox.host}/acme` };
});
afterAll(() => sandbox.close());

describe('with --json, standard output holds one object and nothing else, for', () => {
  it.concurrent('login, status and logout', async () => {
    const machine = makeMachine();
    const registry = { registry: `${sandbox.host}/acme`, host: sandbox.host, name: 'acme', engine: 'file' };
    const place = { configDir: `${machine.home}/.docker`, isolated: false };
    const login = await machine.run(['login', '--engine', 'file', '--json'], { env });
    expect(login.json).toEqual({ ok: true, command: 'login', sessions: [{ ...registry, ...place }] });
    const status = await machine.run(['status', '--json']);
    const since = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
    const session = { ...registry, ...place, username: 'ci', state: 'open', since };
    expect(status.json).toEqual({ ok: true, command: 'status', sessions: [session] });
    const logout = await machine.run(['logout', '--json']);
    expect(logout.json).toEqual({
      ok: true,
      command: 'logout',
      sessions: [{ ...registry, ...place, outcome: 'removed' }],
    });
    const [again, empty] = await Promise.all([machine.run(['logout', '--json']), machine.run(['status', '--json'])]);
    expect([again.exitCode, again.json]).toEqual([0, { ok: true, command: 'logout', sessions: [] }]);
    expect(empty.json).toEqual({ ok: true, command: 'status', sessions: [] });
    // What people read stands on the other stream all the same.
    for (const { stderr } of [login, status, logout, again, empty]) expect(stderr).toMatch(/^\S.*\n/u);
  });

  it.concurrent.each([
    [['login', '--engine', 'docker'], 'login', 'DCR_ENGINE_MISSING', 6],
    [['login', '--engine', 'auto'], 'login', 'DCR_ENGINE_MISSING', 6],
    [['verify', '127.0.0.1:1/acme', '--retries', '0'], 'verify', 'DCR_UNREACHABLE', 5],
    [['logout', '--nope'], 'logout', 'DCR_INPUT_INVALID', 2],
    [['nope'], '', 'DCR_INPUT_INVALID', 2],
    [[], '', 'DCR_INPUT_INVALID', 2],
  ] as const)('what fails: %j', async (words, command, code, exit) => {
    const run = await makeMachine().run([...words, '--json'], { env });
    const { error } = run.json as { error: Readonly<Record<string, unknown>> };
    expect([run.exitCode, run.json]).toEqual([exit, { ok: false, command, error }]);
    expect(error).toMatchObject({ code, message: expect.any(String), remedy: expect.stringMatching(/\.$/u) });
    expect(Object.keys(error).filter((key) => !['code', 'message', 'remedy', 'registry'].includes(key))).toEqual([]);
  });

  it.concurrent('completion', async () => {
    const [plain, asked] = await Promise.all([
      makeMachine().run(['completion', 'bash']),
      makeMachine().run(['completion', 'bash', '--json']),
    ]);
    expect(asked.json).toEqual({ ok: true, command: 'completion', shell: 'bash', script: plain.stdout });
  });

  it.concurrent('any command that is asked before its name', async () => {
    expect((await makeMachine().run(['--json', 'status'])).json).toMatchObject({ ok: true, command: 'status' });
  });
});

describe('without --json', () => {
  it.concurrent(
    'everything for people stands on standard error, one line for what and one for what to do',
    async () => {
      const machine = makeMachine();
      const login = await machine.run(['login', '--engine', 'file'], { env });
      const status = await machine.run(['status']);
      const logout = await machine.run(['logout']);
      for (const run of [login, status, logout]) expect(run).toMatchObject({ exitCode: 0, stdout: '' });
      expect(login.stderr).toContain(`${sandbox.host}/acme as ci`);
      expect(status.stderr).toContain(`${sandbox.host}/acme as ci`);
      const failed = await machine.run(['verify', '127.0.0.1:1/acme', '--retries', '0'], { env });
      expect(failed.stderr).toMatch(/^dcr-login: DCR_UNREACHABLE: .+\n {2}→ .+\n$/u);
    },
  );

  it.concurrent('what was tidied in the address is said', async () => {
    const machine = makeMachine();
    const run = await machine.run(['verify', `https://${sandbox.host.replace('127.0.0.1', 'LOCALHOST')}/acme/`], {
      env,
    });
    expect(run.exitCode).toBe(0);
    for (const part of ['https://', 'slash', 'lower case']) expect(run.stderr).toContain(part);
  });
});

describe('--debug', () => {
  it.concurrent('adds where it went wrong, and nothing else does', async () => {
    const words = ['verify', '127.0.0.1:1/acme', '--retries', '0'];
    const [plain, debug] = await Promise.all([
      makeMachine().run([...words, '--json'], { env }),
      makeMachine().run([...words, '--json', '--debug'], { env }),
    ]);
    expect(plain.stderr).not.toMatch(/^ {4}at /mu);
    expect(debug.stderr).toMatch(/^ {4}at /mu);
    expect(debug.json).toEqual(plain.json);
  });
});

describe("on GitHub's runner", () => {
  it.concurrent(
    'every form of the password is masked before anything is sent, and on standard error only',
    async () => {
      const requests = sandbox.log.length;
      const wrong = { ...env, GITHUB_ACTIONS: 'true', DCR_PASSWORD: 'hunter-22 %' };
      const { exitCode, stdout, stderr } = await makeMachine().run(['verify'], { env: wrong });
      const lines = stderr.split('\n');
      expect([exitCode, stdout]).toEqual([3, '']);
      expect(sandbox.log.length).toBeGreaterThan(requests);
      for (const form of ['hunter-22 %25', Buffer.from('ci:hunter-22 %').toString('base64'), 'hunter-22%2520%2525']) {
        expect(lines).toContain(`::add-mask::${form}`);
      }
      const masks = lines.filter((line) => line.startsWith('::add-mask::')).length;
      expect(lines.slice(0, masks).every((line) => line.startsWith('::add-mask::'))).toBe(true);
    },
  );

  it.concurrent('elsewhere nothing is', async () => {
    const { stderr } = await makeMachine().run(['verify'], { env });
    expect(stderr).not.toContain('::add-mask::');
  });
});

describe('a reader that goes away', () => {
  const pipe = (script: string, machine = makeMachine()) =>
    runCommand({
      path: 'bash',
      arguments: ['-c', `${script}; echo "\${PIPESTATUS[0]}"`, process.execPath, CLI],
      environment: { ...machine.environment, ...env, PATH: process.env['PATH'] ?? '' },
    });

  it.concurrent.each([
    ['of an answer', '"$0" "$1" completion zsh | true'],
    ['of an error', '"$0" "$1" verify --retries nope 2>&1 | true'],
    ['of help', '"$0" "$1" login --help | true'],
  ])('%s is no crash', async (_name, script) => {
    const { stdout, stderr } = await pipe(script);
    expect([stderr, stdout]).toEqual(['', script.includes('nope') ? '2\n' : '0\n']);
  });

  it.concurrent('of standard error does not keep a login from being taken back', async () => {
    const machine = makeMachine();
    const { stdout } = await pipe('"$0" "$1" login --engine file -u nobody 2> >(true)', machine);
    expect([stdout, machine.remains()]).toEqual(['3\n', []]);
  });

  it('because the disk is full makes it a failure', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'completion', 'bash'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect([status, stderr]).toEqual([6, expect.stringContaining('ENOSPC')]);
  });
});

describe('flags win over variables:', () => {
  it.concurrent('--username over DCR_USERNAME, a registry over DCR_REGISTRY', async () => {
    const other = { ...env, DCR_USERNAME: 'nobody', DCR_REGISTRY: '127.0.0.1:1/acme' };
    const { json } = await makeMachine().run(['verify', `${sandbox.host}/acme`, '--username', 'ci', '--json'], {
      env: other,
    });
    expect(json).toMatchObject({ ok: true });
  });

  it.concurrent('--state-dir over DCR_STATE_DIR, --config-dir over DOCKER_CONFIG', async () => {
    const machine = makeMachine();
    const other = { ...env, DCR_STATE_DIR: `${machine.root}/no-state`, DOCKER_CONFIG: `${machine.root}/no-config` };
    const words = ['login', '--engine', 'file', '--state-dir', 'state', '--config-dir', 'config', '--json'];
    const { json } = await machine.run(words, { env: other });
    expect(json).toMatchObject({ sessions: [{ configDir: `${machine.home}/config` }] });
    const [mine, theirs] = await Promise.all([
      machine.run(['status', '--json', '--state-dir', 'state']),
      machine.run(['status', '--json'], { env: other }),
    ]);
    expect([mine.json['sessions'], theirs.json['sessions']]).toMatchObject([[{ name: 'acme' }], []]);
  });

  it.concurrent('the last one of several over the others, and -- ends them', async () => {
    const words = ['verify', '-u', 'nobody', '-u', 'ci', '--json', '--', `${sandbox.host}/acme`];
    expect((await makeMachine().run(words, { env })).json).toMatchObject({ ok: true });
  });
});

describe('times', () => {
  it.concurrent.each(['60', '24d', ' 5000ms '])('may be written as %j', async (time) => {
    expect((await makeMachine().run(['verify', '--timeout', time], { env })).exitCode).toBe(0);
  });
});

describe('which client logs in', () => {
  it.concurrent('is the one on PATH, and the file itself only when that is asked for', async () => {
    const machine = makeMachine();
    installProgram(machine, 'docker', 'exit 3');
    const [auto, file] = await Promise.all([
      machine.run(['login', '--json'], { env }),
      machine.run(['login', '--json', '--engine', 'file', '--isolate'], { env }),
    ]);
    expect(auto).toMatchObject({ exitCode: 6, json: { error: { code: 'DCR_STORE_FAILED' } } });
    expect(file.json).toMatchObject({ sessions: [{ engine: 'file', isolated: true }] });
  });
});
