import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import type { ContainersClient, DockerDaemon } from '@nexqloud/dcr-testkit';
import {
  describeReal,
  makeContainersClient,
  makeTemporaryDirectory,
  scanDirectory,
  startDockerDaemon,
} from '@nexqloud/dcr-testkit';
import { readCode } from '../cli/support/machine.ts';
import type { RealMachine } from './support/machine.ts';
import { makeRealMachine, readAssignments, readKeys, readStored } from './support/machine.ts';

const BEFORE = `{"auths": {"other.example": {"auth": "b3RoZXI6b3RoZXI="}},\n   "unknown": [1]}`;

interface Entry {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
}

describeReal(['docker', 'dockerd', 'busybox', 'podman', 'skopeo'], 'several registries in one login', () => {
  const parts: (() => Promise<void>)[] = [];
  let daemon: DockerDaemon;
  let clients: Record<'podman' | 'skopeo', ContainersClient>;
  let first: Sandbox;
  let second: Sandbox;
  /** acme and globex of the first host, acme of the second. */
  let entries: readonly [Entry, Entry, Entry];
  beforeAll(async () => {
    const start = async () => {
      const sandbox = await startSandbox();
      parts.push(() => sandbox.close());
      return sandbox;
    };
    const [podman, skopeo] = await Promise.all([
      makeContainersClient('podman', makeTemporaryDirectory()),
      makeContainersClient('skopeo', makeTemporaryDirectory()),
      startDockerDaemon().then((started) => {
        daemon = started;
        parts.push(() => started.stop());
      }),
    ]);
    clients = { podman, skopeo };
    [first, second] = [await start(), await start()];
    const pick = (sandbox: Sandbox, name: string): Entry => {
      const found = sandbox.registries.find((registry) => registry.name === name);
      if (found === undefined) throw new Error(`no registry ${name}`);
      return { registry: found.reference, username: found.username, password: found.password };
    };
    entries = [pick(first, 'acme'), pick(first, 'globex'), pick(second, 'acme')];
    for (const { registry } of entries) await daemon.importImage(`${registry}/pushed:v1`);
  });
  afterAll(() => Promise.all(parts.map((stop) => stop())), 30_000);

  async function loginAll(machine: RealMachine, list: readonly Entry[], ...flags: string[]) {
    const file = join(machine.root, 'registries.yml');
    const lines = list.map(
      ({ registry, username }, i) => `- registry: ${registry}\n  username: ${username}\n  passwordEnv: PASSWORD_${i}\n`,
    );
    writeFileSync(file, lines.join(''));
    return machine.run(['login', '--registries', file, ...flags, '--json'], {
      env: Object.fromEntries(list.map(({ password }, i) => [`PASSWORD_${i}`, password])),
    });
  }

  /** Who has pushed this since then, as the registry saw it. */
  function whoPushed(since: readonly [number, number]): readonly (string | undefined)[] {
    return [first, second].flatMap(({ log }, i) =>
      log
        .slice(since[i])
        .filter(({ method, path, status }) => method === 'PUT' && path.includes('/manifests/') && status === 201)
        .map(({ username, path }) => `${username} ${path.split('/')[2]}`),
    );
  }
  const now = (): readonly [number, number] => [first.log.length, second.log.length];
  const users = () => entries.map(({ username, registry }) => `${username} ${registry.split('/')[1]}`);
  const secrets = () => entries.map(({ password }, i) => ({ name: `password ${i}`, value: password }));

  it('docker, isolated: a directory for each, and plain docker sees the first', async () => {
    const machine = makeRealMachine();
    machine.writeConfig(BEFORE);
    const login = await loginAll(machine, entries, '--engine', 'docker', '--isolate');
    expect(login).toMatchObject({ exitCode: 0 });
    const sessions = login.json['sessions'] as readonly { registry: string; configDir: string }[];
    expect(sessions.map(({ registry }) => registry)).toEqual(entries.map(({ registry }) => registry));
    const [main, apart, other] = sessions.map(({ configDir }) => configDir);
    expect(new Set([main, apart, other]).size).toBe(3);
    const since = now();
    for (const { registry, configDir } of sessions) {
      const image = `${registry}/pushed:v1`;
      expect(await daemon.docker(['push', image], { config: configDir })).toMatchObject({ exitCode: 0 });
    }
    expect(whoPushed(since)).toEqual(users());
    // The second host does not clash with the first: plain docker sees both.
    const plain = await daemon.docker(['push', `${entries[2].registry}/pushed:v1`], { config: main ?? '' });
    expect(plain).toMatchObject({ exitCode: 0 });
    const wrong = await daemon.docker(['push', `${entries[1].registry}/pushed:v1`], { config: main ?? '' });
    expect(wrong.exitCode).not.toBe(0);
    expect(machine.readConfig()).toBe(BEFORE);
    expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
    expect([main, apart, other].map((path) => existsSync(path ?? ''))).toEqual([false, false, false]);
    expect(machine.remains()).toEqual([]);
    expect(scanDirectory(machine.root, secrets())).toEqual([]);
  });

  it('docker, shared: its file has the first of a host, the second lies apart', async () => {
    const machine = makeRealMachine();
    machine.writeConfig(BEFORE);
    const login = await loginAll(machine, entries, '--engine', 'docker');
    expect(login).toMatchObject({ exitCode: 0 });
    expect(login.stderr).toContain('DOCKER_CONFIG=');
    const sessions = login.json['sessions'] as readonly { registry: string; configDir: string }[];
    const since = now();
    for (const { registry, configDir } of sessions) {
      expect(await daemon.docker(['push', `${registry}/pushed:v1`], { config: configDir })).toMatchObject({
        exitCode: 0,
      });
    }
    expect(whoPushed(since)).toEqual(users());
    expect(readStored(machine.configFile, first.host)).toBe(`${entries[0].username}:${entries[0].password}`);
    expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
    expect(readKeys(machine.readConfig())).toBe(readKeys(BEFORE));
    expect(machine.remains()).toEqual([]);
    expect(scanDirectory(machine.root, secrets())).toEqual([]);
  });

  it.each(['podman', 'skopeo'] as const)(
    '%s: one file with a key for each, isolated or not',
    async (engine) => {
      for (const flags of [[], ['--isolate']]) {
        const machine = makeRealMachine();
        machine.writeAuthFile(BEFORE);
        const login = await loginAll(machine, entries, '--engine', engine, ...flags);
        expect(login).toMatchObject({ exitCode: 0 });
        const directories = (login.json['sessions'] as readonly { configDir: string }[]).map(
          ({ configDir }) => configDir,
        );
        expect(new Set(directories).size).toBe(1);
        const file = join(directories[0] ?? '', 'auth.json');
        expect(file === machine.authFile).toBe(flags.length === 0);
        const since = now();
        for (const { registry } of entries) {
          const push = await clients[engine].push(`${registry}/pushed:v1`, { REGISTRY_AUTH_FILE: file });
          expect(push).toMatchObject({ exitCode: 0 });
        }
        expect(whoPushed(since)).toEqual(users());
        expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
        expect(readKeys(readFileSync(machine.authFile, 'utf8'))).toBe(readKeys(BEFORE));
        expect(machine.remains()).toEqual([]);
        expect(scanDirectory(machine.root, secrets())).toEqual([]);
      }
    },
    60_000,
  );

  it.each(['docker', 'podman', 'file'] as const)(
    '%s: one wrong password undoes all, and the error names the first that failed',
    async (engine) => {
      for (const flags of [[], ['--isolate']]) {
        const machine = makeRealMachine();
        machine.writeConfig(BEFORE);
        machine.writeAuthFile(BEFORE);
        const list = [entries[0], { ...entries[1], password: 'wr0ng-password' }, entries[2]];
        const login = await loginAll(machine, list, '--engine', engine, ...flags);
        expect([login.exitCode, readCode(login)]).toEqual([3, 'DCR_CREDENTIAL_REJECTED']);
        expect(login.json).toMatchObject({ error: { registry: entries[1].registry } });
        expect(machine.readConfig()).toBe(BEFORE);
        expect(readFileSync(machine.authFile, 'utf8')).toBe(BEFORE);
        expect(machine.remains()).toEqual([]);
        expect(scanDirectory(machine.root, secrets())).toEqual([]);
      }
    },
    30_000,
  );

  describe.each([
    [
      'docker',
      'shared',
      'there',
      [
        [0, 1, 2],
        [2, 0, 1],
      ],
    ],
    [
      'docker',
      'isolated',
      'there',
      [
        [0, 2, 1],
        [1, 0, 2],
      ],
    ],
    [
      'podman',
      'shared',
      'there',
      [
        [1, 2, 0],
        [0, 1, 2],
      ],
    ],
    [
      'podman',
      'shared',
      'not there',
      [
        [2, 1, 0],
        [0, 1, 2],
      ],
    ],
    [
      'podman',
      'isolated',
      'there',
      [
        [0, 1, 2],
        [2, 1, 0],
      ],
    ],
    [
      'file',
      'shared',
      'not there',
      [
        [1, 0, 2],
        [0, 2, 1],
      ],
    ],
  ] as const)('%s, %s, with a file that was %s', (engine, mode, was, orders) => {
    it(`logout in the orders ${orders.join(' and ')} leaves what was there, and the logins that are still open`, async () => {
      // At once: each on a machine of its own.
      await Promise.all(
        orders.map(async (order) => {
          const machine = makeRealMachine();
          const file = engine === 'podman' ? machine.authFile : machine.configFile;
          if (was === 'there') {
            machine.writeAuthFile(BEFORE);
            machine.writeConfig(BEFORE);
          }
          const flags = mode === 'isolated' ? ['--isolate'] : [];
          const login = await loginAll(machine, entries, '--engine', engine, ...flags);
          expect(login).toMatchObject({ exitCode: 0 });
          const sessions = login.json['sessions'] as readonly { registry: string; configDir: string }[];
          for (const [step, index] of order.entries()) {
            const { registry = '' } = sessions[index] ?? {};
            expect(await machine.run(['logout', registry])).toMatchObject({ exitCode: 0 });
            for (const left of order.slice(step + 1)) {
              const { configDir = '', registry: key = '' } = sessions[left] ?? {};
              const name = engine === 'podman' ? 'auth.json' : 'config.json';
              const stored = readStored(join(configDir, name), engine === 'podman' ? key : (key.split('/')[0] ?? ''));
              expect(stored).toBe(`${entries[left]?.username}:${entries[left]?.password}`);
            }
          }
          if (was === 'there') expect(readKeys(readFileSync(file, 'utf8'))).toBe(readKeys(BEFORE));
          else expect(existsSync(file)).toBe(false);
          expect(machine.remains()).toEqual([]);
          expect(scanDirectory(machine.root, secrets())).toEqual([]);
        }),
      );
    });
  });

  it('what --shell-env prints makes plain docker see the first', async () => {
    const machine = makeRealMachine();
    const file = join(machine.root, 'list.json');
    writeFileSync(
      file,
      JSON.stringify(
        entries.map(({ registry, username }, i) => ({ registry, username, passwordEnv: `PASSWORD_${i}` })),
      ),
    );
    const login = await machine.run(['login', '--registries', file, '--isolate', '--shell-env', 'sh'], {
      env: Object.fromEntries(entries.map(({ password }, i) => [`PASSWORD_${i}`, password])),
    });
    expect(login).toMatchObject({ exitCode: 0 });
    const { DOCKER_CONFIG: config = '' } = readAssignments(login.stdout);
    const since = now();
    expect(await daemon.docker(['push', `${entries[0].registry}/pushed:v1`], { config })).toMatchObject({
      exitCode: 0,
    });
    expect(whoPushed(since)).toEqual(users().slice(0, 1));
    await machine.run(['logout']);
    expect(machine.remains()).toEqual([]);
  });
});
