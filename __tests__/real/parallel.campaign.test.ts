import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import type { DockerDaemon } from '@nexqloud/dcr-testkit';
import { describeReal, scanDirectory, startDockerDaemon } from '@nexqloud/dcr-testkit';
import { makeRealMachine, readAssignments, readKeys, readStored } from './support/machine.ts';

const CAMPAIGN = process.env['DCR_CAMPAIGN'] !== undefined;
const LOGINS = CAMPAIGN ? 40 : 10;
const RUNS = CAMPAIGN ? 50 : 6;

const BEFORE = `{"HttpHeaders": {"X-Mine": "kept"},\n  "auths": {"other.example": {"auth": "b3RoZXI6b3RoZXI="}}, "unknown": [1]}`;

describeReal(['docker', 'dockerd', 'busybox'], 'many logins at once', () => {
  const parts: (() => Promise<void>)[] = [];
  let daemon: DockerDaemon;
  let sandboxes: readonly Sandbox[];
  beforeAll(async () => {
    const started = await Promise.all([
      startDockerDaemon(),
      ...Array.from({ length: LOGINS }, () => startSandbox()),
    ] as const);
    daemon = started[0];
    sandboxes = started.slice(1) as readonly Sandbox[];
    parts.push(() => daemon.stop(), ...sandboxes.map((sandbox) => () => sandbox.close()));
  });
  afterAll(() => Promise.all(parts.map((stop) => stop())), 60_000);

  it(`${LOGINS} processes log in to as many hosts: all are stored, nothing else changes, no lock or temporary file is left`, async () => {
    const machine = makeRealMachine();
    machine.writeConfig(BEFORE);
    const wanted = sandboxes.map(({ host, registries: [acme] }) => {
      const { reference = '', username = '', password = '' } = acme ?? {};
      return { host, reference, username, password };
    });
    const logins = await Promise.all(
      wanted.map(({ reference, username, password }) =>
        machine.run(['login', reference, '--engine', 'docker', '--timeout', '300s'], {
          env: { DCR_USERNAME: username, DCR_PASSWORD: password },
          deadlineMs: 300_000,
        }),
      ),
    );
    expect(logins.map(({ exitCode }) => exitCode)).toEqual(wanted.map(() => 0));
    const stored = wanted.map(({ host }) => readStored(machine.configFile, host));
    expect(stored).toEqual(wanted.map(({ username, password }) => `${username}:${password}`));
    const { auths, ...others } = JSON.parse(machine.readConfig()) as { auths: Record<string, unknown> };
    expect(others).toEqual({ HttpHeaders: { 'X-Mine': 'kept' }, unknown: [1] });
    expect(Object.keys(auths).length).toBe(LOGINS + 1);
    expect(readdirSync(join(machine.home, '.docker'))).toEqual(['config.json']);
    // Logouts at once, too.
    const logouts = await Promise.all(
      wanted.map(({ reference }) => machine.run(['logout', reference, '--timeout', '300s'], { deadlineMs: 300_000 })),
    );
    expect(logouts.map(({ exitCode }) => exitCode)).toEqual(wanted.map(() => 0));
    expect(readKeys(machine.readConfig())).toBe(readKeys(BEFORE));
    expect(machine.remains()).toEqual([]);
    expect(readdirSync(join(machine.home, '.docker'))).toEqual(['config.json']);
  }, 360_000);

  it(`${RUNS} isolated runs with two credentials of one host: every push arrives with the right user`, async () => {
    const [sandbox] = sandboxes;
    if (sandbox === undefined) throw new Error('no sandbox');
    const machine = makeRealMachine({ DOCKER_HOST: daemon.host });
    machine.writeConfig(BEFORE);
    const { registries } = sandbox;
    const since = sandbox.log.length;
    const images = Array.from({ length: RUNS }, (_, i) => {
      const { name = '', reference = '', username = '', password = '' } = registries[i % registries.length] ?? {};
      return {
        name,
        reference,
        username,
        password,
        image: `${reference}/run-${i}:v1`,
        path: `/v2/${name}/run-${i}/manifests/v1`,
      };
    });
    for (const { image } of images) await daemon.importImage(image);
    await Promise.all(
      images.map(async ({ reference, username, password, image }, i) => {
        const env = { DCR_USERNAME: username, DCR_PASSWORD: password, DCR_STATE_DIR: join(machine.root, `state-${i}`) };
        const long = { env, deadlineMs: 300_000 };
        const words = ['login', reference, '--engine', 'docker', '--isolate', '--shell-env', 'sh', '--timeout', '300s'];
        const login = await machine.run(words, long);
        expect(login).toMatchObject({ exitCode: 0 });
        const { DOCKER_CONFIG: config = '' } = readAssignments(login.stdout);
        expect(await daemon.docker(['push', image], { config })).toMatchObject({ exitCode: 0 });
        expect(await machine.run(['logout', '--timeout', '300s'], long)).toMatchObject({ exitCode: 0 });
        expect(existsSync(config)).toBe(false);
      }),
    );
    const pushed = sandbox.log
      .slice(since)
      .filter(({ method, path }) => method === 'PUT' && path.includes('/manifests/'));
    expect(Object.fromEntries(pushed.map(({ path, username, status }) => [path, `${username} ${status}`]))).toEqual(
      Object.fromEntries(images.map(({ path, username }) => [path, `${username} 201`])),
    );
    expect(new Set(images.map(({ username }) => username)).size).toBe(2);
    expect(readFileSync(machine.configFile, 'utf8')).toBe(BEFORE);
    expect(readdirSync(join(machine.home, '.docker'))).toEqual(['config.json']);
    expect(
      scanDirectory(
        machine.root,
        registries.map(({ name, password }) => ({ name, value: password })),
      ),
    ).toEqual([]);
  }, 600_000);
});
