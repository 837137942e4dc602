import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { scanText, waitUntil } from '@nexqloud/dcr-testkit';
import type { Machine } from './support/machine.ts';
import { CLI, CREDENTIAL, makeMachine, PASSWORD, SECRET } from './support/machine.ts';

let sandbox: Sandbox;
let registry: string;
let other: string;
beforeAll(async () => {
  const credentials = [{ username: 'ci', password: PASSWORD }];
  sandbox = await startSandbox({
    registries: [
      { name: 'acme', credentials },
      { name: 'globex', credentials: [{ username: 'ci', password: `${PASSWORD}2` }] },
    ],
  });
  registry = `${sandbox.host}/acme`;
  other = `${sandbox.host}/globex`;
});
afterAll(() => sandbox.close());

const SH = '/bin/sh';
const run = (machine: Machine, script: string, env = {}, words: readonly string[] = []) =>
  machine.run(['exec', registry, '--engine', 'file', ...words, '--', SH, '-c', script], {
    env: { ...CREDENTIAL, PATH: '/usr/bin:/bin', ...env },
  });

describe('exec', () => {
  it('gives the command a login that docker and podman see, passes its streams and status, and leaves nothing', async () => {
    const machine = makeMachine();
    machine.writeConfig('{"auths":{"other.example":{"auth":"eDp5"}}}');
    const script = 'cat; echo; cat "$DOCKER_CONFIG/config.json" "$REGISTRY_AUTH_FILE" >file; echo words >&2; exit 7';
    const { exitCode, stdout, stderr } = await machine.run(
      ['exec', registry, '--engine', 'file', '--', SH, '-c', script],
      { env: { ...CREDENTIAL, PATH: '/usr/bin:/bin' }, input: 'from the caller' },
    );
    expect([exitCode, stdout]).toEqual([7, 'from the caller\n']);
    expect(stderr).toContain('words');
    const seen = readFileSync(join(machine.home, 'file'), 'utf8');
    const auth = Buffer.from(`ci:${PASSWORD}`).toString('base64');
    expect(seen.split(auth).length - 1).toBe(2);
    expect(seen).toContain(`"${registry}"`);
    expect(seen).toContain('other.example');
    expect(machine.readConfig()).toBe('{"auths":{"other.example":{"auth":"eDp5"}}}');
    expect(machine.remains()).toEqual([]);
  });

  it('keeps every secret of ours out of the environment of the command, under whatever name', async () => {
    const machine = makeMachine();
    const env = {
      COPY: `x${PASSWORD}`,
      ENCODED: Buffer.from(`ci:${PASSWORD}`).toString('base64'),
      DOCKER_AUTH_CONFIG: JSON.stringify({
        auths: { [sandbox.host]: { auth: 'eDp5' }, 'o.example': { auth: 'eDp5' } },
      }),
      GITHUB_TOKEN: 'ghs_of_the_job',
    };
    const { exitCode, stdout } = await run(machine, 'cat /proc/self/environ | tr "\\0" "\\n"', env);
    expect(exitCode).toBe(0);
    expect(scanText(stdout, 'environment of the command', [SECRET])).toEqual([]);
    expect(stdout).toContain('GITHUB_TOKEN=ghs_of_the_job');
    expect(stdout).toContain('DOCKER_AUTH_CONFIG={"auths":{"o.example":{"auth":"eDp5"}}}');
    expect(stdout).not.toMatch(/DCR_PASSWORD|COPY=|ENCODED=/u);
  });

  it('several at once, of one host, each see their own login', async () => {
    const machine = makeMachine();
    const script = 'cat "$DOCKER_CONFIG/config.json" | tr -d "\\n" >"$OUT"';
    const start = (name: string, target: string, password: string) =>
      machine.run(['exec', target, '--engine', 'file', '--', SH, '-c', script], {
        env: { DCR_USERNAME: 'ci', DCR_PASSWORD: password, PATH: '/usr/bin:/bin', OUT: join(machine.root, name) },
      });
    await Promise.all([start('a', registry, PASSWORD), start('b', other, `${PASSWORD}2`)]);
    const read = (name: string) => readFileSync(join(machine.root, name), 'utf8');
    expect(read('a')).toContain(Buffer.from(`ci:${PASSWORD}`).toString('base64'));
    expect(read('b')).toContain(Buffer.from(`ci:${PASSWORD}2`).toString('base64'));
    expect(machine.remains()).toEqual([]);
  });

  it('nests: the inner one adds its login, and the outer one still has its own afterwards', async () => {
    const machine = makeMachine();
    const inner = `DCR_USERNAME=ci DCR_PASSWORD='${`${PASSWORD}2`.replaceAll("'", `'\\''`)}' '${process.execPath}' '${CLI}' exec ${other} --engine file -- ${SH} -c 'cat $DOCKER_CONFIG/config.json >inner'`;
    const script = join(machine.root, 'inner.sh');
    writeFileSync(script, inner);
    const { exitCode } = await run(machine, `. '${script}' && cat "$DOCKER_CONFIG/config.json" >outer`);
    expect(exitCode).toBe(0);
    expect(readFileSync(join(machine.home, 'inner'), 'utf8')).toContain(
      Buffer.from(`ci:${PASSWORD}2`).toString('base64'),
    );
    expect(readFileSync(join(machine.home, 'outer'), 'utf8')).toContain(
      Buffer.from(`ci:${PASSWORD}`).toString('base64'),
    );
    expect(machine.remains()).toEqual([]);
  });
});

describe('the status of exec', () => {
  it.each([
    ['exit 0', 0],
    ['exit 3', 3],
    ['kill -TERM $$', 143],
    ['kill -KILL $$', 137],
  ])('is that of the command: %s', async (script, status) => {
    const machine = makeMachine();
    expect((await run(machine, script)).exitCode).toBe(status);
    expect(machine.remains()).toEqual([]);
  });

  it('is 125 when the login fails, whatever its code, and the command is not run', async () => {
    const machine = makeMachine();
    for (const [env, words, code] of [
      [{ DCR_PASSWORD: 'wrong' }, [], 'DCR_CREDENTIAL_REJECTED'],
      [{ DCR_PASSWORD: '' }, [], 'DCR_CREDENTIAL_MISSING'],
      [{}, ['--jsno'], 'DCR_INPUT_INVALID'],
      [{}, ['--verify', 'everything'], 'DCR_INPUT_INVALID'],
    ] as const) {
      const { exitCode, stdout, stderr } = await run(machine, 'touch ran', env, words);
      expect([exitCode, stdout]).toEqual([125, '']);
      expect(stderr).toContain(code);
    }
    expect(existsSync(join(machine.home, 'ran'))).toBe(false);
    expect(machine.remains()).toEqual([]);
  });

  it('is 127 for a command that is not there, and then nobody was asked', async () => {
    const machine = makeMachine();
    const asked = sandbox.log.length;
    const { exitCode, stderr } = await machine.run(['exec', registry, '--', 'no-such-command'], { env: CREDENTIAL });
    expect([exitCode, sandbox.log.length]).toEqual([127, asked]);
    expect(stderr).toContain('no-such-command');
  });

  it('is 126 for a command that is no program', async () => {
    const machine = makeMachine();
    const file = join(machine.root, 'data');
    writeFileSync(file, 'no program');
    const words = ['exec', registry, '--engine', 'file', '--', file];
    expect((await machine.run(words, { env: CREDENTIAL })).exitCode).toBe(126);
    expect(machine.remains()).toEqual([]);
  });

  it.each([
    ['below a file', ['/etc/passwd/no-such-program']],
    ['with a name that is too long', [`./${'x'.repeat(300)}`]],
  ])('is 126 for a command %s', async (_, command) => {
    const machine = makeMachine();
    const words = ['exec', registry, '--engine', 'file', '--', ...command];
    const { exitCode, stderr } = await machine.run(words, { env: CREDENTIAL });
    expect([exitCode, stderr.includes('DCR_INPUT_INVALID')]).toEqual([126, true]);
    expect(machine.remains()).toEqual([]);
  });

  it('is 125 without a command, and says where it belongs', async () => {
    for (const words of [
      ['exec', registry],
      ['exec', registry, 'docker', 'push'],
      ['exec', registry, '--'],
    ]) {
      const { exitCode, stderr } = await makeMachine().run(words, { env: CREDENTIAL });
      expect([exitCode, stderr.includes('DCR_INPUT_INVALID')]).toEqual([125, true]);
    }
  });
});

describe('a signal to exec', () => {
  const start = (machine: Machine, script: string) =>
    machine.start(['exec', registry, '--engine', 'file', '--', SH, '-c', script], {
      env: { ...CREDENTIAL, PATH: '/usr/bin:/bin' },
    });
  const reached = (machine: Machine, name: string) =>
    waitUntil(() => existsSync(join(machine.home, name)), { deadlineMs: 15_000, what: name });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('is passed on, and the command decides: %s', async (signal) => {
    const machine = makeMachine();
    const name = signal.slice(3);
    const started = start(machine, `trap 'touch caught; exit 9' ${name}; touch ready; while :; do sleep 0.05; done`);
    await reached(machine, 'ready');
    started.kill(signal);
    expect((await started.ended).exitCode).toBe(9);
    expect(existsSync(join(machine.home, 'caught'))).toBe(true);
    expect(machine.remains()).toEqual([]);
  });

  it('that cannot be caught leaves a session that logout --stale removes, and no living one', async () => {
    const machine = makeMachine();
    const dead = start(machine, 'echo $$ >pid; touch ready; exec sleep 60');
    await reached(machine, 'ready');
    const living = start(machine, 'touch ready2; while ! test -e go; do sleep 0.05; done');
    await reached(machine, 'ready2');
    dead.kill('SIGKILL');
    // What exec ran still holds its streams.
    process.kill(Number(readFileSync(join(machine.home, 'pid'), 'utf8')), 'SIGKILL');
    await dead.ended;
    const swept = await machine.run(['logout', '--stale', '--json']);
    expect(swept.json).toMatchObject({ ok: true, sessions: [{ registry, outcome: 'removed' }] });
    expect(readdirSync(join(machine.stateDir, 'sessions'))).toHaveLength(1);
    writeFileSync(join(machine.home, 'go'), '');
    expect((await living.ended).exitCode).toBe(0);
    expect(machine.remains()).toEqual([]);
  });
});
