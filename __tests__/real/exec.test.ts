import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import type { DockerDaemon } from '@nexqloud/dcr-testkit';
import {
  describeReal,
  makeContainersClient,
  makeTemporaryDirectory,
  scanDirectory,
  startDockerDaemon,
  waitUntil,
} from '@nexqloud/dcr-testkit';
import type { ContainersClient } from '@nexqloud/dcr-testkit';
import { CLI } from '../cli/support/machine.ts';
import { startSilentServer } from '../cli/support/servers.ts';
import type { RealMachine } from './support/machine.ts';
import { makeRealMachine, readAssignments, writeScript } from './support/machine.ts';

describeReal(['docker', 'dockerd', 'busybox', 'podman', 'skopeo'], 'dcr-login exec with real clients', () => {
  const parts: (() => Promise<void>)[] = [];
  let daemon: DockerDaemon;
  let sandbox: Sandbox;
  let skopeo: ContainersClient;
  let podman: ContainersClient;
  let names: { readonly acme: Login; readonly globex: Login };
  interface Login {
    readonly registry: string;
    readonly username: string;
    readonly secret: { readonly name: string; readonly value: string };
    readonly env: { readonly DCR_USERNAME: string; readonly DCR_PASSWORD: string };
  }
  beforeAll(async () => {
    [daemon, skopeo, podman] = await Promise.all([
      startDockerDaemon().then((started) => {
        parts.push(() => started.stop());
        return started;
      }),
      makeContainersClient('skopeo', makeTemporaryDirectory()),
      makeContainersClient('podman', makeTemporaryDirectory()),
    ]);
    sandbox = await startSandbox();
    parts.push(() => sandbox.close());
    const pick = (name: string): Login => {
      const { reference, username, password } = sandbox.registries.find((each) => each.name === name) ?? {
        reference: '',
        username: '',
        password: '',
      };
      const env = { DCR_USERNAME: username, DCR_PASSWORD: password };
      return { registry: reference, username, secret: { name, value: password }, env };
    };
    names = { acme: pick('acme'), globex: pick('globex') };
    for (const { registry } of Object.values(names)) await daemon.importImage(`${registry}/pushed:v1`);
  });
  afterAll(() => Promise.all(parts.map((stop) => stop())), 30_000);

  const start = () => {
    const machine = makeRealMachine({ DOCKER_HOST: daemon.host });
    machine.writeConfig('{"auths":{"other.example":{}}}');
    return machine;
  };
  const pushes = (since: number) =>
    sandbox.log
      .slice(since)
      .filter(({ method, path, status }) => method === 'PUT' && path.includes('/manifests/') && status === 201)
      .map(({ username, path }) => `${username} ${path.split('/')[2]}`)
      .toSorted();
  const expectNothingLeft = (machine: RealMachine) => {
    expect(machine.remains()).toEqual([]);
    expect(machine.readConfig()).toBe('{"auths":{"other.example":{}}}');
    const secrets = Object.values(names).map(({ secret }) => secret);
    expect(scanDirectory(machine.root, secrets)).toEqual([]);
  };

  it('docker pushes and pulls in it, and nothing is left', async () => {
    const machine = start();
    const image = `${names.acme.registry}/pushed:v1`;
    const since = sandbox.log.length;
    const script = `docker push ${image} && docker rmi ${image} && docker pull ${image}`;
    const run = await machine.run(['exec', names.acme.registry, '--', 'sh', '-c', script], { env: names.acme.env });
    expect(run).toMatchObject({ exitCode: 0 });
    expect(pushes(since)).toEqual([`${names.acme.username} acme`]);
    expectNothingLeft(machine);
    expect((await daemon.docker(['push', image], { config: join(machine.home, '.docker') })).exitCode).not.toBe(0);
  });

  it.each(['docker', 'podman', 'file'])(
    'with engine %s, docker, podman and skopeo all see the login',
    async (engine) => {
      const machine = start();
      const since = sandbox.log.length;
      const { registry, env, username } = names.acme;
      // Every client in one command: the login is the command's, not the engine's.
      const words = ['exec', registry, '--engine', engine, '--', 'sh', '-c'];
      const where = join(machine.root, 'where');
      const script = [
        `docker push ${registry}/pushed:v1`,
        `printf "export DOCKER_CONFIG='%s'\\nexport REGISTRY_AUTH_FILE='%s'\\n" "$DOCKER_CONFIG" "$REGISTRY_AUTH_FILE" > '${where}'`,
        `until test -e '${where}.done'; do sleep 0.05; done`,
      ].join(' && ');
      const running = machine.start([...words, script], { env });
      await waitUntil(() => existsSync(where) && readFileSync(where, 'utf8').endsWith("'\n"), {
        deadlineMs: 20_000,
        what: 'the command has pushed',
      });
      const visible = readAssignments(readFileSync(where, 'utf8'));
      const image = `${registry}/others:v1`;
      expect(await skopeo.push(image, visible)).toMatchObject({ exitCode: 0 });
      expect(await podman.push(image, visible)).toMatchObject({ exitCode: 0 });
      writeFileSync(`${where}.done`, '');
      expect(await running.ended).toMatchObject({ exitCode: 0 });
      expect(pushes(since)).toEqual([`${username} acme`, `${username} acme`, `${username} acme`]);
      expectNothingLeft(machine);
    },
    30_000,
  );

  it('several at once, with different registries of one host: each pushes with its own user', async () => {
    const machine = start();
    const since = sandbox.log.length;
    const runs = await Promise.all(
      [names.acme, names.globex, names.acme, names.globex].map(({ registry, env }) =>
        machine.run(['exec', registry, '--', 'docker', 'push', `${registry}/pushed:v1`], { env }),
      ),
    );
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    const { acme, globex } = names;
    expect(pushes(since)).toEqual(
      [acme, acme, globex, globex].map(({ username, registry }) => `${username} ${registry.split('/')[1]}`),
    );
    expectNothingLeft(machine);
  });

  it('nested, the inner registry is seen inside, and the outer one again after it', async () => {
    const machine = start();
    const since = sandbox.log.length;
    const { acme, globex } = names;
    const push = ({ registry }: Login) => `docker push ${registry}/pushed:v1`;
    const inner = join(machine.root, 'inner.sh');
    writeScript(inner, [push(globex)]);
    const outer = join(machine.root, 'outer.sh');
    // The inner password comes from a file: the outer exec lets no secret of ours through.
    const password = join(machine.root, 'password');
    writeFileSync(password, globex.secret.value, { mode: 0o600 });
    writeScript(outer, [
      'set -e',
      push(acme),
      `'${process.execPath}' '${CLI}' exec ${globex.registry} --username ${globex.username} --password-file '${password}' -- '${inner}'`,
      push(acme),
    ]);
    const run = await machine.run(['exec', acme.registry, '--', outer], { env: acme.env });
    writeFileSync(password, '');
    expect(run).toMatchObject({ exitCode: 0 });
    expect(pushes(since)).toEqual([`${acme.username} acme`, `${acme.username} acme`, `${globex.username} globex`]);
    expectNothingLeft(machine);
  });

  describe('its end', () => {
    /** A command that is running; `trap` is what it does with signals. */
    async function startCommand(trap: string) {
      const machine = start();
      const ready = join(machine.root, 'ready');
      const script = join(machine.root, 'command.sh');
      writeScript(script, [trap, `echo $$ > '${ready}'`, 'while :; do sleep 0.05; done']);
      const running = machine.start(['exec', names.acme.registry, '--', script], { env: names.acme.env });
      await waitUntil(() => existsSync(ready) && readFileSync(ready, 'utf8').endsWith('\n'), {
        deadlineMs: 15_000,
        what: 'the command runs',
      });
      return { machine, running, pid: Number(readFileSync(ready, 'utf8')) };
    }

    it.each([
      ['SIGTERM', 143],
      ['SIGINT', 130],
      ['SIGHUP', 129],
    ] as const)('%s is passed on: the command ends, its status is told, nothing is left', async (signal, status) => {
      const { machine, running } = await startCommand(':');
      running.kill(signal);
      expect((await running.ended).exitCode).toBe(status);
      expectNothingLeft(machine);
    });

    it('a command that handles SIGTERM ends as it likes, and decides about the status', async () => {
      const { machine, running } = await startCommand("trap 'exit 7' TERM");
      running.kill('SIGTERM');
      expect((await running.ended).exitCode).toBe(7);
      expectNothingLeft(machine);
    });

    it('SIGKILL of the command is told as 137, and nothing is left', async () => {
      const { machine, running, pid } = await startCommand(':');
      process.kill(pid, 'SIGKILL');
      expect((await running.ended).exitCode).toBe(137);
      expectNothingLeft(machine);
    });

    it('SIGKILL of exec itself: logout --stale leaves nothing, and touches nobody who lives', async () => {
      const { machine, running, pid } = await startCommand(':');
      const ready = join(machine.root, 'other-ready');
      const other = machine.start(
        ['exec', names.globex.registry, '--', 'sh', '-c', `echo "$DOCKER_CONFIG" > '${ready}'; exec cat`],
        { env: names.globex.env, holdInput: true },
      );
      await waitUntil(() => existsSync(ready) && readFileSync(ready, 'utf8').endsWith('\n'), {
        deadlineMs: 15_000,
        what: 'the other command runs',
      });
      const plain = await machine.run(['login', names.globex.registry], { env: names.globex.env });
      expect(plain).toMatchObject({ exitCode: 0 });

      const early = await machine.run(['logout', '--stale', '--json']);
      expect(early.json).toMatchObject({ ok: true, sessions: [] });
      running.kill('SIGKILL');
      // The command lives on, and holds the streams.
      await waitUntil(() => !existsSync(`/proc/${running.pid}`), { deadlineMs: 5000, what: 'exec is gone' });
      const stale = await machine.run(['logout', '--stale', '--json']);
      expect(stale.json).toMatchObject({ ok: true, sessions: [{ registry: names.acme.registry, outcome: 'removed' }] });
      expect(scanDirectory(machine.root, [names.acme.secret])).toEqual([]);
      // The living one, and the one that is nobody's.
      const config = readFileSync(ready, 'utf8').trim();
      const image = `${names.globex.registry}/pushed:v1`;
      expect(await daemon.docker(['push', image], { config })).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(machine.readConfig())).toMatchObject({
        auths: { [sandbox.host]: { auth: expect.any(String) } },
      });
      other.kill('SIGTERM');
      await other.ended;
      process.kill(pid, 'SIGKILL');
      await running.ended;
      await machine.run(['logout']);
      expectNothingLeft(machine);
    });

    it('SIGTERM while it still logs in ends it before the command, with nothing left', async () => {
      const machine = start();
      const never = join(machine.root, 'never');
      const silent = await startSilentServer();
      const running = machine.start(['exec', `${silent.host}/acme`, '--', 'touch', never], { env: names.acme.env });
      await waitUntil(() => silent.connections() > 0, { deadlineMs: 15_000, what: 'exec asks the registry' });
      running.kill('SIGTERM');
      expect((await running.ended).exitCode).toBe(143);
      await silent.stop();
      expect(existsSync(never)).toBe(false);
      expectNothingLeft(machine);
    });
  });

  it.each([
    [0, 'exit 0'],
    [7, 'exit 7'],
    [137, 'kill -9 $$'],
    [143, 'kill -15 $$'],
  ])('the status %i is passed on (%s)', async (status, script) => {
    const machine = start();
    const run = await machine.run(['exec', names.acme.registry, '--', 'sh', '-c', script], { env: names.acme.env });
    expect(run.exitCode).toBe(status);
    expectNothingLeft(machine);
  });

  it('its own failures are 125, what cannot be run 126, what is not there 127', async () => {
    const machine = start();
    const plain = join(machine.root, 'plain');
    writeFileSync(plain, 'text');
    chmodSync(plain, 0o644);
    const { registry, env } = names.acme;
    const run = async (words: readonly string[], variables: Readonly<Record<string, string>> = env) =>
      (await machine.run(['exec', ...words], { env: variables })).exitCode;
    expect(await run([registry, '--', 'true'], { ...env, DCR_PASSWORD: 'wr0ng' })).toBe(125);
    expect(await run([registry, '--', plain])).toBe(126);
    expect(await run([registry, '--', join(machine.root, 'missing')])).toBe(127);
    expect(await run([registry, '--', 'dcr-no-such-command'])).toBe(127);
    expectNothingLeft(machine);
  });

  it("a stale DOCKER_AUTH_CONFIG does not shadow it, and the job's other variables are there", async () => {
    const machine = start();
    const { registry, env } = names.acme;
    const stale = JSON.stringify({
      auths: { [sandbox.host]: { auth: 'c3RhbGU6c3RhbGU=' }, 'x.example': { auth: 'eDp4' } },
    });
    const run = await machine.run(
      ['exec', registry, '--', 'sh', '-c', 'env && docker push "$1"', 'sh', `${registry}/pushed:v1`],
      {
        env: { ...env, DOCKER_AUTH_CONFIG: stale, CI_JOB_TOKEN: 'for-the-job' },
      },
    );
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stdout).toContain('DOCKER_AUTH_CONFIG={"auths":{"x.example":{"auth":"eDp4"}}}');
    expect(run.stdout).toContain('CI_JOB_TOKEN=for-the-job');
    expect(run.stdout).not.toContain('DCR_PASSWORD');
    expectNothingLeft(machine);
  });
});
