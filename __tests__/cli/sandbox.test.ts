import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { waitUntil } from '@nexqloud/dcr-testkit';
import { CLI, CREDENTIAL, installProgram, makeMachine, readCode } from './support/machine.ts';
import { findClosedPort, startServer } from './support/servers.ts';

interface Described {
  readonly host: string;
  readonly adminToken: string;
  readonly registries: readonly { readonly registry: string; readonly username: string; readonly password: string }[];
}

const ask = (host: string): Promise<number> =>
  new Promise((resolve) => {
    const request = get(`http://${host}/v2/`, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once('error', () => resolve(0));
  });

describe('dcr-login sandbox -- CMD', () => {
  it.concurrent('gives the command a registry and its credential, and nothing of ours', async () => {
    const machine = makeMachine();
    const shown = join(machine.root, 'shown');
    installProgram(
      machine,
      'show',
      `echo "$DCR_REGISTRY|$DCR_USERNAME|$DCR_PASSWORD|$MINE" > '${shown}'\necho "$DCR_SANDBOX"`,
    );
    const env = { ...CREDENTIAL, DCR_REGISTRY: 'dcr.nexqloud.io/mine', MINE: 'kept' };
    const { exitCode, stdout } = await machine.run(
      ['sandbox', '--registry', 'one', '--registry', 'two', '--', 'show'],
      { env },
    );
    const described = JSON.parse(stdout) as Described;
    const [one, two] = described.registries;
    expect(exitCode).toBe(0);
    expect([one?.registry, two?.registry]).toEqual([`${described.host}/one`, `${described.host}/two`]);
    expect(readFileSync(shown, 'utf8').trim()).toBe([one?.registry, one?.username, one?.password, 'kept'].join('|'));
    expect([await ask(described.host), machine.remains()]).toEqual([0, []]);
  });

  it.concurrent.each(['basic', 'bearer'])('is one that login, verify and logout work against: %s', async (auth) => {
    const machine = makeMachine();
    const script = 'set -e; "$0" "$1" login --engine file; "$0" "$1" verify --action push --json; "$0" "$1" logout';
    const { exitCode, stdout } = await machine.run([
      'sandbox',
      '--auth',
      auth,
      '--',
      '/bin/sh',
      '-c',
      script,
      process.execPath,
      CLI,
    ]);
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([0, { ok: true, scheme: auth, proven: { push: true } }]);
    expect(machine.remains()).toEqual([]);
  });

  it.concurrent.each([
    ['its own status', ['/bin/sh', '-c', 'exit 7'], 7],
    ['128 and the signal that ended it', ['/bin/sh', '-c', 'kill -9 $$'], 137],
    ['127 when there is none', ['no-such-program'], 127],
    ['127 when its path leads nowhere', ['/nowhere/program'], 127],
    ['126 when it cannot be run', ['./not-executable'], 126],
    ['126 when it is a directory', ['/'], 126],
  ])('ends with %s', async (_name, command, exit) => {
    const machine = makeMachine();
    writeFileSync(join(machine.home, 'not-executable'), 'x');
    chmodSync(join(machine.home, 'not-executable'), 0o644);
    const run = await machine.run(['sandbox', '--json', '--', ...command]);
    const failed = exit === 126 || exit === 127;
    expect([run.exitCode, run.json['ok'], readCode(run), machine.remains()]).toEqual(
      failed ? [exit, false, 'DCR_INPUT_INVALID', []] : [exit, true, undefined, []],
    );
    if (failed) expect(run.stderr).toMatch(/^dcr-login: DCR_INPUT_INVALID: .+cannot be run/u);
  });

  it.concurrent('takes every word behind -- as it is', async () => {
    const { stdout } = await makeMachine().run(['sandbox', '--', '/bin/echo', '--json', '-p', '--', '--help']);
    expect(stdout).toBe('--json -p -- --help\n');
  });

  it.concurrent(
    'keeps standard output for the answer when that is asked for, and passes standard input on',
    async () => {
      const { json, stderr } = await makeMachine().run(['sandbox', '--json', '--', '/bin/cat'], { input: 'a word\n' });
      expect([json['ok'], stderr]).toEqual([true, 'a word\n']);
    },
  );

  it.concurrent.each([
    ['SIGINT', 3],
    ['SIGTERM', 4],
    ['SIGHUP', 5],
  ] as const)('passes %s on, waits for the end of the command, and leaves nothing', async (signal, exit) => {
    const machine = makeMachine();
    const script = `trap 'echo bye; exit 3' INT; trap 'echo bye; exit 4' TERM; trap 'echo bye; exit 5' HUP; echo "$DCR_REGISTRY"; while :; do /bin/sleep 0.05; done`;
    const started = machine.start(['sandbox', '--', '/bin/sh', '-c', script]);
    await started.said('/acme');
    started.kill(signal);
    const { exitCode, stdout } = await started.ended;
    expect([exitCode, stdout]).toEqual([exit, expect.stringContaining('bye')]);
    expect([await ask(stdout.split('/')[0] ?? ''), machine.remains()]).toEqual([0, []]);
  });
});

describe('dcr-login sandbox', () => {
  it.concurrent('prints what to paste, on standard error, and ends with Ctrl-C', async () => {
    const machine = makeMachine();
    const started = machine.start(['sandbox', '--auth', 'bearer']);
    await started.said('credentials');
    const host = /127\.0\.0\.1:\d+/u.exec(started.stderr())?.[0] ?? '';
    expect(await ask(host)).toBe(401);
    started.kill('SIGINT');
    const { exitCode, stdout, stderr } = await started.ended;
    expect([exitCode, stdout, await ask(host), machine.remains()]).toEqual([0, '', 0, []]);
    for (const name of ['DCR_REGISTRY', 'DCR_USERNAME', 'DCR_PASSWORD'])
      expect(stderr).toMatch(new RegExp(`^export ${name}='`, 'mu'));
  });

  it.concurrent('with --json describes itself in one object while it lives', async () => {
    const started = makeMachine().start(['sandbox', '--json']);
    await started.said('}\n');
    const described = JSON.parse(started.stdout()) as Described & { ok: boolean };
    expect(described).toMatchObject({
      ok: true,
      command: 'sandbox',
      registries: [{ registry: `${described.host}/acme` }, {}],
    });
    expect(await ask(described.host)).toBe(401);
    started.kill('SIGTERM');
    expect(await started.ended).toMatchObject({ json: { ok: true } });
  });

  it.concurrent('listens where it is told to', async () => {
    const port = (await findClosedPort()).split(':')[1] ?? '';
    const { stdout } = await makeMachine().run([
      'sandbox',
      '--port',
      port,
      '--',
      '/bin/sh',
      '-c',
      'echo $DCR_REGISTRY',
    ]);
    expect(stdout).toBe(`127.0.0.1:${port}/acme\n`);
  });

  it.concurrent('says why it cannot start', async () => {
    const taken = await startServer(() => ({ status: 200 }));
    try {
      const [port, temporary] = await Promise.all([
        makeMachine().run(['sandbox', '--port', taken.host.split(':')[1] ?? '', '--json']),
        makeMachine().run(['sandbox', '--json'], { env: { TMPDIR: '/nowhere' } }),
      ]);
      for (const run of [port, temporary]) expect([run.exitCode, readCode(run)]).toEqual([6, 'DCR_STORE_FAILED']);
    } finally {
      await taken.stop();
    }
  });

  it.concurrent.each([
    ['a port that is none', ['--port', '70000']],
    ['a name that no registry may have', ['--registry', 'Acme Corp']],
    ['a name twice', ['--registry', 'acme', '--registry', 'acme']],
    ['an empty name', ['--registry', '']],
  ])('refuses %s and leaves nothing', async (_name, words) => {
    const machine = makeMachine();
    const run = await machine.run(['sandbox', '--json', ...words]);
    expect([run.exitCode, readCode(run), machine.remains()]).toEqual([2, 'DCR_INPUT_INVALID', []]);
  });
});

describe('a command that outlives its sandbox', () => {
  it.concurrent('is not waited for once the command itself has ended', async () => {
    const machine = makeMachine();
    const mark = join(machine.root, 'pid');
    const script = `/bin/sleep 30 </dev/null >/dev/null 2>&1 & echo $! > '${mark}'`;
    expect((await machine.run(['sandbox', '--', '/bin/sh', '-c', script])).exitCode).toBe(0);
    await waitUntil(() => existsSync(mark), { what: 'the mark', deadlineMs: 1000 });
    process.kill(Number(readFileSync(mark, 'utf8')));
  });
});
