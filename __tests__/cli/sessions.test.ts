import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { scanDirectory, waitUntil } from '@nexqloud/dcr-testkit';
import { CREDENTIAL, installProgram, listAll, makeMachine, PASSWORD, readCode, SECRET } from './support/machine.ts';
import type { Machine, Run } from './support/machine.ts';
import { startServer } from './support/servers.ts';

const BEFORE = `${JSON.stringify({ auths: { 'other.example': { auth: 'b3RoZXI6b3RoZXI=' } }, mine: { a: 1 } }, undefined, 2)}\n`;
const credentials = [{ username: 'ci', password: PASSWORD }];
const sandboxes: Sandbox[] = [];
beforeAll(async () => {
  for (const name of ['acme', 'globex']) sandboxes.push(await startSandbox({ registries: [{ name, credentials }] }));
});
afterAll(() => Promise.all(sandboxes.map((sandbox) => sandbox.close())));

const registry = (place: 0 | 1): string => `${sandboxes[place]?.host}/${['acme', 'globex'][place]}`;
const login = (machine: Machine, place: 0 | 1, words: readonly string[] = []): Promise<Run> =>
  machine.run(['login', registry(place), '--engine', 'file', '--json', ...words], { env: CREDENTIAL });
const readAuths = (machine: Machine): Readonly<Record<string, { auth?: string }>> =>
  (JSON.parse(machine.readConfig()) as { auths: Record<string, { auth?: string }> }).auths;
const outcomes = ({ json }: Run): unknown =>
  (json['sessions'] as { registry: string; outcome: string }[]).map((session) => [session.registry, session.outcome]);

describe('a logout', () => {
  it.concurrent('leaves every byte as it was before the login, and a second one finds nothing to do', async () => {
    const machine = makeMachine();
    machine.writeConfig(BEFORE);
    await login(machine, 0);
    expect(Object.keys(readAuths(machine))).toEqual(['other.example', sandboxes[0]?.host]);
    const auth = readAuths(machine)[sandboxes[0]?.host ?? '']?.auth ?? '';
    expect(Buffer.from(auth, 'base64').toString()).toBe(`ci:${PASSWORD}`);
    const first = await machine.run(['logout', '--json']);
    const second = await machine.run(['logout', '--json']);
    expect([outcomes(first), outcomes(second)]).toEqual([[[registry(0), 'removed']], []]);
    expect([first.exitCode, second.exitCode, machine.readConfig(), machine.remains()]).toEqual([0, 0, BEFORE, []]);
    expect(scanDirectory(machine.root, [SECRET])).toEqual([]);
  });

  it.concurrent('of a registry that is named, however it is written, leaves the others', async () => {
    const machine = makeMachine();
    machine.writeConfig(BEFORE);
    await login(machine, 0);
    await login(machine, 1);
    const run = await machine.run(['logout', `https://${registry(0)}/`, '--json']);
    expect(outcomes(run)).toEqual([[registry(0), 'removed']]);
    expect(Object.keys(readAuths(machine))).toEqual(['other.example', sandboxes[1]?.host]);
    const unknown = await machine.run(['logout', 'registry.example/acme', '--json']);
    expect([unknown.exitCode, outcomes(unknown)]).toEqual([0, []]);
    await machine.run(['logout', registry(0), registry(1)]);
    expect([machine.readConfig(), machine.remains()]).toEqual([BEFORE, []]);
  });

  it.concurrent('takes the registry of the variable as no name: it is of all', async () => {
    const machine = makeMachine();
    await login(machine, 0);
    await login(machine, 1);
    const run = await machine.run(['logout', '--json'], { env: { DCR_REGISTRY: registry(0) } });
    expect((outcomes(run) as unknown[]).length).toBe(2);
    expect(readdirSync(join(machine.home, '.docker'))).toEqual([]);
  });

  it.concurrent('puts back what the login replaced, and says so', async () => {
    const machine = makeMachine();
    const own = JSON.stringify({ auths: { [sandboxes[0]?.host ?? '']: { auth: 'bWluZTptaW5l' } } });
    machine.writeConfig(own);
    await login(machine, 0);
    expect(outcomes(await machine.run(['logout', '--json']))).toEqual([[registry(0), 'restored']]);
    expect(machine.readConfig()).toBe(own);
  });

  it.concurrent('in the order of the logins hands over, and the last one leaves what was there first', async () => {
    const machine = makeMachine();
    machine.writeConfig(BEFORE);
    await login(machine, 0);
    await login(machine, 0, ['--isolate']);
    await login(machine, 0);
    const run = await machine.run(['logout', '--json']);
    expect((outcomes(run) as unknown[]).length).toBe(3);
    expect([machine.readConfig(), machine.remains()]).toEqual([BEFORE, []]);
  });

  it.concurrent('leaves what somebody else has logged in with since', async () => {
    const machine = makeMachine();
    await login(machine, 0);
    const theirs = JSON.stringify({ auths: { [sandboxes[0]?.host ?? '']: { auth: 'dGhlaXJzOnRoZWlycw==' } } });
    machine.writeConfig(theirs);
    expect(outcomes(await machine.run(['logout', '--json']))).toEqual([[registry(0), 'left']]);
    expect([machine.readConfig(), machine.remains()]).toEqual([theirs, []]);
  });

  it.concurrent('succeeds where everything is gone already', async () => {
    const machine = makeMachine();
    await login(machine, 0);
    await login(machine, 1, ['--isolate']);
    rmSync(join(machine.home, '.docker'), { recursive: true });
    rmSync(join(machine.stateDir, 'private'), { recursive: true });
    expect((await machine.run(['logout'])).exitCode).toBe(0);
    expect(machine.remains()).toEqual([]);
  });

  it.concurrent('that cannot undo says which file, keeps the session, and succeeds once that is mended', async () => {
    const machine = makeMachine();
    await login(machine, 0);
    const good = machine.readConfig();
    machine.writeConfig('{ broken');
    const run = await machine.run(['logout', '--json']);
    expect([run.exitCode, readCode(run)]).toEqual([6, 'DCR_STORE_FAILED']);
    expect((run.json['error'] as { message: string }).message).toContain(machine.configFile);
    machine.writeConfig(good);
    expect(outcomes(await machine.run(['logout', '--json']))).toEqual([[registry(0), 'removed']]);
    expect(machine.remains()).toEqual([]);
  });
});

describe('a logout after the client itself has logged out', () => {
  it.concurrent('says that the login is gone, and touches nothing', async () => {
    const machine = makeMachine();
    await login(machine, 0);
    machine.writeConfig(BEFORE);
    const run = await machine.run(['logout', '--json']);
    expect([outcomes(run), machine.readConfig()]).toEqual([[[registry(0), 'removed']], BEFORE]);
    expect(machine.remains()).toEqual([]);
  });
});

describe('logins that meet in a helper or a file', () => {
  const OLD = { ServerURL: 'x', Username: 'old', Secret: 'old-secret' };
  const STORE = { credsStore: 'kept' };

  /** Two logins to one host, the second by another configuration than the first. */
  async function loginTwice(first: object, second: object, apart: boolean) {
    const machine = makeMachine();
    const kept = join(machine.root, 'kept.json');
    const get = `[ -e '${kept}' ] && /bin/cat '${kept}' || { echo credentials not found; exit 1; }`;
    const body = `case $1 in get) ${get};; store) /bin/cat >'${kept}';; erase) /bin/rm -f '${kept}';; esac`;
    installProgram(machine, 'docker-credential-kept', body);
    writeFileSync(kept, JSON.stringify(OLD));
    const files = (apart ? ['a', 'b'] : ['a', 'a']).map((name) => join(machine.root, name, 'config.json'));
    const run = (file: string, name: string, password: string) =>
      machine.run(['login', `one.example/${name}`, '--engine', 'file', '--verify', 'none', '--json'], {
        env: { DCR_USERNAME: 'ci', DCR_PASSWORD: password, DOCKER_CONFIG: join(file, '..') },
      });
    const configure = (file: string, { credsStore }: { credsStore?: string }) => {
      const present = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { auths?: object }) : {};
      const store = credsStore === undefined ? {} : { credsStore };
      const { auths } = present;
      writeFileSync(file, JSON.stringify({ ...store, ...(auths === undefined ? {} : { auths }) }));
    };
    for (const file of files) mkdirSync(join(file, '..'), { recursive: true });
    const [one = '', two = ''] = files;
    configure(one, first);
    expect(await run(one, 'acme', `${PASSWORD}-1`)).toMatchObject({ exitCode: 0 });
    configure(two, second);
    expect(await run(two, 'globex', `${PASSWORD}-2`)).toMatchObject({ exitCode: 0 });
    const seen = () =>
      `${readFileSync(kept, 'utf8')}${[...new Set(files)].map((file) => readFileSync(file, 'utf8')).join('')}`;
    const holds = (password: string): boolean =>
      seen().includes(JSON.stringify(password).slice(1, -1)) ||
      seen().includes(Buffer.from(`ci:${password}`).toString('base64'));
    return { machine, kept, files, holds };
  }

  it.concurrent.each(
    (['acme', 'globex'] as const).flatMap((first) => [
      [first, 'two files that name one helper', STORE, STORE, true] as const,
      [first, 'a file that came to name a helper', {}, STORE, false] as const,
      [first, 'a file that no longer names a helper', STORE, {}, false] as const,
    ]),
  )(
    '%s logged out first, in %s: the other one lives on, and in the end all is as it was',
    async (name, _, a, b, apart) => {
      const { machine, kept, files, holds } = await loginTwice(a, b, apart);
      const [own, other] = name === 'acme' ? ['-1', '-2'] : ['-2', '-1'];
      expect(await machine.run(['logout', `one.example/${name}`])).toMatchObject({ exitCode: 0 });
      // Of two files with one helper, and of one file, the newest login is what is seen.
      expect([holds(`${PASSWORD}${own}`), holds(`${PASSWORD}${other}`)]).toEqual([false, true]);
      expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ Username: OLD.Username, Secret: OLD.Secret });
      for (const file of files) expect(readFileSync(file, 'utf8')).not.toContain('one.example');
      expect([scanDirectory(machine.root, [SECRET]), machine.remains()]).toEqual([[], []]);
    },
  );
});

describe('an isolated login', () => {
  it.concurrent('lies in a directory of its own that only its user may enter, and goes with the logout', async () => {
    const machine = makeMachine();
    machine.writeConfig(BEFORE);
    const { json } = await login(machine, 0, ['--isolate']);
    const [session] = json['sessions'] as { configDir: string; isolated: boolean }[];
    expect([session?.isolated, machine.readConfig()]).toEqual([true, BEFORE]);
    expect(session?.configDir.startsWith(join(machine.stateDir, 'private'))).toBe(true);
    expect(statSync(session?.configDir ?? '').mode & 0o777).toBe(0o700);
    expect(statSync(join(session?.configDir ?? '', 'config.json')).mode & 0o777).toBe(0o600);
    await machine.run(['logout']);
    expect(machine.remains()).toEqual([]);
  });

  it.concurrent.each([
    ['that a flag names', ['--state-dir', 'mine'], {}],
    ['that a variable names', [], { DCR_STATE_DIR: 'mine' }],
  ])('lies in the state directory %s', async (_name, words, env) => {
    const machine = makeMachine();
    const { json } = await machine.run(['login', registry(0), '--engine', 'file', '--isolate', '--json', ...words], {
      env: { ...CREDENTIAL, ...env },
    });
    const [session] = json['sessions'] as { configDir: string }[];
    expect(session?.configDir.startsWith(join(machine.home, 'mine/private/dcr-'))).toBe(true);
    expect(listAll(machine.home).filter((name) => !name.startsWith('mine'))).toEqual([]);
    await machine.run(['logout', ...words], { env });
    expect(listAll(join(machine.home, 'mine'))).toEqual(['private', 'sessions']);
  });

  it.concurrent('is refused in a directory that is there already', async () => {
    const machine = makeMachine();
    mkdirSync(join(machine.home, 'there'));
    writeFileSync(join(machine.home, 'there/keep'), 'x');
    const run = await login(machine, 0, ['--isolate', '--config-dir', 'there']);
    expect([run.exitCode, readCode(run), listAll(join(machine.home, 'there'))]).toEqual([
      2,
      'DCR_INPUT_INVALID',
      ['keep'],
    ]);
  });
});

describe('a login that fails', () => {
  it.concurrent.each([
    ['because the credential is wrong', { DCR_PASSWORD: 'wr0ng-password' }, '', 'DCR_CREDENTIAL_REJECTED'],
    ['because the file is broken', {}, '{ broken', 'DCR_STORE_FAILED'],
    ['because a helper is missing', {}, '{"credsStore":"nowhere"}', 'DCR_STORE_FAILED'],
  ])('%s leaves no entry and no session', async (_name, env, config, code) => {
    const machine = makeMachine();
    if (config !== '') machine.writeConfig(config);
    const before = listAll(machine.home);
    const run = await machine.run(['login', registry(0), '--engine', 'file', '--json'], {
      env: { ...CREDENTIAL, ...env },
    });
    expect(readCode(run)).toBe(code);
    if (config !== '') expect(machine.readConfig()).toBe(config);
    expect(machine.remains()).toEqual([]);
    expect(listAll(machine.home).filter((name) => !name.startsWith('.local') && !before.includes(name))).toEqual([]);
  });
});

describe('status', () => {
  it.concurrent('lists the newest login first, for people and for scripts alike', async () => {
    const machine = makeMachine();
    await login(machine, 0);
    await login(machine, 1, ['--isolate']);
    const [told, asked] = await Promise.all([machine.run(['status']), machine.run(['status', '--json'])]);
    expect(asked.json['sessions']).toMatchObject([
      { registry: registry(1), isolated: true, username: 'ci', state: 'open' },
      { registry: registry(0), isolated: false, username: 'ci', state: 'open' },
    ]);
    expect(told.stderr.split('\n').map((line) => line.split(' ')[0])).toEqual([registry(1), registry(0), '']);
  });

  it.concurrent('shows a login that was killed in the middle, and logout removes it', async () => {
    const machine = makeMachine();
    machine.writeConfig(BEFORE);
    const server = await startServer(({ headers }) =>
      headers.authorization === undefined ? { status: 401, headers: { 'www-authenticate': 'Basic' } } : undefined,
    );
    try {
      const words = ['login', `${server.host}/acme`, '--engine', 'file', '--isolate'];
      const started = machine.start(words, { env: CREDENTIAL });
      await waitUntil(() => server.credentials() === 1, { what: 'the credential was sent', deadlineMs: 10_000 });
      started.kill('SIGKILL');
      expect((await started.ended).exitCode).toBe(137);
    } finally {
      await server.stop();
    }
    const [told, asked] = await Promise.all([machine.run(['status']), machine.run(['status', '--json'])]);
    expect(asked.json['sessions']).toMatchObject([{ name: 'acme', state: 'opening' }]);
    expect(told.stderr).toContain('never completed');
    expect(scanDirectory(machine.root, [SECRET])).toEqual([]);
    expect((await machine.run(['logout'])).exitCode).toBe(0);
    expect([machine.remains(), machine.readConfig()]).toEqual([[], BEFORE]);
  });

  it.concurrent('has nothing to show where nothing was ever done, and makes nothing', async () => {
    const machine = makeMachine();
    expect(await machine.run(['status'])).toMatchObject({ exitCode: 0, stdout: '', stderr: 'No login lives here\n' });
    expect(listAll(machine.root)).toEqual(['bin', 'home', 'tmp']);
  });
});
