import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContainersClient, DockerDaemon, DockerRegistry, TokenServer } from '@nexqloud/dcr-testkit';
import {
  describeReal,
  makeContainersClient,
  makeTemporaryDirectory,
  requirePart,
  scanDirectory,
  startDockerDaemon,
  startDockerRegistry,
  startTokenServer,
} from '@nexqloud/dcr-testkit';
import { CREDENTIAL, PASSWORD, readCode, SECRET } from '../cli/support/machine.ts';
import { findClosedPort, startServer, startSilentServer } from '../cli/support/servers.ts';
import { DIFFICULT } from './support/difficult.ts';
import type { RealMachine } from './support/machine.ts';
import { encode, makeRealMachine, readAssignments, readKeys, readStored, writeScript } from './support/machine.ts';

const CONTAINERS = ['podman', 'buildah', 'skopeo'] as const;
const CLIENTS = ['docker', ...CONTAINERS] as const;
const ENGINES = [...CLIENTS, 'file'] as const;
type Engine = (typeof ENGINES)[number];

const ODD = `{ "auths" : {"other.example":{"auth":"b3RoZXI6b3RoZXI=", "x-mine": true}},
      "credHelpers":{"gcr.example":"none-here"},   "unknown":[1,{ "a" :null}],
  "HttpHeaders" : {"X-Mine":"kept"}
}`;

const isContainers = (engine: Engine): engine is (typeof CONTAINERS)[number] =>
  (CONTAINERS as readonly string[]).includes(engine);

/** The user's own file of this engine's format, with what a login must not change. */
function seed(machine: RealMachine, engine: Engine, text = ODD): string {
  if (isContainers(engine)) machine.writeAuthFile(text);
  else machine.writeConfig(text);
  return isContainers(engine) ? machine.authFile : machine.configFile;
}

describeReal(
  ['docker', 'dockerd', 'busybox', 'docker-registry', 'podman', 'buildah', 'skopeo'],
  'each engine against a real registry',
  () => {
    const parts: { stop: () => Promise<void> }[] = [];
    let daemon: DockerDaemon;
    let server: TokenServer;
    let registry: DockerRegistry;
    let containers: Record<(typeof CONTAINERS)[number], ContainersClient>;
    const difficult = Object.entries(DIFFICULT).map(([name, password], i) => ({
      name,
      password,
      username: `ci${i}`,
      variable: `PASSWORD_${i}`,
    }));
    beforeAll(async () => {
      const ci = { username: 'ci', password: PASSWORD, grants: ['repository:acme/*:pull,push'] };
      const users = [ci, ...difficult.map(({ username, password }) => ({ username, password, grants: [] }))];
      server = await startTokenServer({ users });
      parts.push(server);
      const auth = { type: 'token', server } as const;
      const makeClient = (name: (typeof CONTAINERS)[number]) => makeContainersClient(name, makeTemporaryDirectory());
      const [podman, buildah, skopeo] = await Promise.all([
        makeClient('podman'),
        makeClient('buildah'),
        makeClient('skopeo'),
        startDockerDaemon().then((started) => parts.push((daemon = started))),
        startDockerRegistry({ auth, directory: makeTemporaryDirectory() }).then((started) =>
          parts.push((registry = started)),
        ),
      ]);
      containers = { podman, buildah, skopeo };
      await daemon.importImage(`${registry.host}/acme/docker:v1`);
      await daemon.importImage(`${registry.host}/acme/file:v1`);
    });
    afterAll(() => Promise.all(parts.map((part) => part.stop())), 30_000);

    /** Pushing and pulling as the engine's own user does it; `file` is docker's file without docker's login. */
    function use(engine: Engine, machine: RealMachine, visible: Readonly<Record<string, string>>) {
      const image = `${registry.host}/acme/${engine}:v1`;
      if (isContainers(engine)) {
        const env = { XDG_RUNTIME_DIR: machine.runtime, ...visible };
        return { push: () => containers[engine].push(image, env), pull: () => containers[engine].pull(image, env) };
      }
      const config = visible['DOCKER_CONFIG'] ?? join(machine.home, '.docker');
      const docker = (...words: string[]) => daemon.docker([...words, image], { config });
      return {
        push: () => docker('push'),
        pull: async () => {
          await docker('rmi');
          const pulled = await docker('pull');
          // Somebody pushes it again.
          if (pulled.exitCode !== 0) await daemon.importImage(image);
          return pulled;
        },
      };
    }

    describe.each(ENGINES)('%s', (engine) => {
      it('when it shares its file, pushes and pulls, and logout leaves that file key for key as it was', async () => {
        const machine = makeRealMachine();
        const file = seed(machine, engine);
        const { push, pull } = use(engine, machine, {});
        const login = await machine.run(['login', `${registry.host}/acme`, '--engine', engine, '--json'], {
          env: CREDENTIAL,
        });
        expect(login).toMatchObject({ exitCode: 0 });
        expect(login.json).toMatchObject({ sessions: [{ engine, isolated: false, name: 'acme' }] });
        const key = isContainers(engine) ? `${registry.host}/acme` : registry.host;
        expect(readStored(file, key)).toBe(`ci:${PASSWORD}`);
        expect(readStored(file, 'other.example')).toBe('other:other');
        expect(await push()).toMatchObject({ exitCode: 0 });
        expect(await pull()).toMatchObject({ exitCode: 0 });
        expect((await machine.run(['logout', '--json'])).json).toMatchObject({ sessions: [{ outcome: 'removed' }] });
        expect(readKeys(readFileSync(file, 'utf8'))).toBe(readKeys(ODD));
        expect((await push()).exitCode).not.toBe(0);
        expect(machine.remains()).toEqual([]);
        expect(scanDirectory(machine.root, [SECRET])).toEqual([]);
      });

      it('when it is isolated, pushes and pulls while nothing of the user changes, and logout leaves nothing', async () => {
        const machine = makeRealMachine();
        const file = seed(machine, engine);
        const words = ['login', `${registry.host}/acme`, '--engine', engine, '--isolate', '--shell-env', 'sh'];
        const login = await machine.run(words, { env: CREDENTIAL });
        expect(login).toMatchObject({ exitCode: 0 });
        const visible = readAssignments(login.stdout);
        expect(Object.keys(visible)).toEqual([isContainers(engine) ? 'REGISTRY_AUTH_FILE' : 'DOCKER_CONFIG']);
        const { push, pull } = use(engine, machine, visible);
        expect(await push()).toMatchObject({ exitCode: 0 });
        expect(await pull()).toMatchObject({ exitCode: 0 });
        expect(readFileSync(file, 'utf8')).toBe(ODD);
        expect((await use(engine, machine, {}).push()).exitCode).not.toBe(0);
        expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
        expect(Object.values(visible).map((path) => existsSync(path))).toEqual([false]);
        expect((await push()).exitCode).not.toBe(0);
        expect(readFileSync(file, 'utf8')).toBe(ODD);
        expect(machine.remains()).toEqual([]);
        expect(scanDirectory(machine.root, [SECRET])).toEqual([]);
      });

      it('when the password is wrong, is not given it: the registry is asked with it once', async () => {
        const machine = makeRealMachine();
        const file = seed(machine, engine);
        const asked = server.requests().length;
        const words = ['login', `${registry.host}/acme`, '--engine', engine, '--json'];
        const login = await machine.run(words, { env: { DCR_USERNAME: 'ci', DCR_PASSWORD: 'wr0ng-password' } });
        expect([login.exitCode, readCode(login)]).toEqual([3, 'DCR_CREDENTIAL_REJECTED']);
        const claims = server.requests().slice(asked);
        expect(claims.filter(({ claim }) => claim !== 'anonymous').map(({ status }) => status)).toEqual([401]);
        expect(readFileSync(file, 'utf8')).toBe(ODD);
        expect(machine.remains()).toEqual([]);
        expect(scanDirectory(machine.root, [{ name: 'wrong', value: 'wr0ng-password' }])).toEqual([]);
      });
    });

    describe('auto', () => {
      it.each(CLIENTS)('when %s alone is on PATH, takes it', async (client) => {
        const machine = makeRealMachine();
        symlinkSync(requirePart(client), join(machine.bin, client));
        const login = await machine.run(['login', `${registry.host}/acme`, '--json'], {
          env: { ...CREDENTIAL, PATH: machine.bin },
        });
        expect(login.json).toMatchObject({ ok: true, sessions: [{ engine: client }] });
        const [file, key] = isContainers(client)
          ? [machine.authFile, `${registry.host}/acme`]
          : [machine.configFile, registry.host];
        expect(readStored(file, key)).toBe(`ci:${PASSWORD}`);
        expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
        expect(existsSync(file)).toBe(false);
      });

      it('when several are there, takes the first of docker, podman, buildah, skopeo', async () => {
        const machine = makeRealMachine();
        for (const client of ['skopeo', 'buildah'] as const)
          symlinkSync(requirePart(client), join(machine.bin, client));
        const login = await machine.run(['login', `${registry.host}/acme`, '--isolate', '--json'], {
          env: { ...CREDENTIAL, PATH: machine.bin },
        });
        expect(login.json).toMatchObject({ sessions: [{ engine: 'buildah' }] });
        await machine.run(['logout']);
        expect(machine.remains()).toEqual([]);
      });

      it('when none is there, says so and asks the registry nothing', async () => {
        const machine = makeRealMachine();
        const asked = server.requests().length;
        const login = await machine.run(['login', `${registry.host}/acme`, '--json'], {
          env: { ...CREDENTIAL, PATH: machine.bin },
        });
        expect([login.exitCode, readCode(login)]).toEqual([6, 'DCR_ENGINE_MISSING']);
        expect(server.requests().length).toBe(asked);
      });
    });

    // One login for all of them: each is a registry of its own, with a credential of its own.
    it.each(CONTAINERS)(
      'difficult passwords arrive byte-equal through %s, which changes none of them',
      async (engine) => {
        const machine = makeRealMachine();
        const list = difficult.map(({ username, variable }) => ({
          registry: `${registry.host}/${username}`,
          username,
          passwordEnv: variable,
        }));
        const file = join(machine.root, 'registries.json');
        writeFileSync(file, JSON.stringify(list));
        const asked = server.requests().length;
        const login = await machine.run(['login', '--registries', file, '--engine', engine, '--json'], {
          env: Object.fromEntries(difficult.map(({ variable, password }) => [variable, password])),
        });
        expect(login).toMatchObject({ exitCode: 0 });
        const stored = difficult.map(({ username }) => readStored(machine.authFile, `${registry.host}/${username}`));
        expect(stored).toEqual(difficult.map(({ username, password }) => `${username}:${password}`));
        // Ours and the client's own for each: none was refused, and none went around the client.
        const claims = server.requests().slice(asked);
        const sent = claims.filter(({ claim }) => claim === 'password').map(({ status }) => status);
        expect(sent).toEqual(difficult.flatMap(() => [200, 200]));
        expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
        expect(existsSync(machine.authFile)).toBe(false);
      },
    );

    describe('what stands in an auth file already', () => {
      it('a login of the whole host does not beat the fresh one of a registry on it', async () => {
        const machine = makeRealMachine();
        const stale = { auths: { [registry.host]: { auth: encode('ci', 'stale-password') } } };
        machine.writeAuthFile(JSON.stringify(stale));
        expect(
          await machine.run(['login', `${registry.host}/acme`, '--engine', 'podman'], { env: CREDENTIAL }),
        ).toMatchObject({ exitCode: 0 });
        expect(await use('podman', machine, {}).push()).toMatchObject({ exitCode: 0 });
        await machine.run(['logout']);
        expect(JSON.parse(readFileSync(machine.authFile, 'utf8'))).toEqual(stale);
      });

      it.each([[], ['--isolate']])(
        'a login of a path below the registry beats it there, which is said %s',
        async (...flags) => {
          const machine = makeRealMachine();
          const key = `${registry.host}/acme/podman`;
          const stale = { auths: { [key]: { auth: encode('ci', 'stale-password') } } };
          machine.writeAuthFile(JSON.stringify(stale));
          const login = await machine.run(['login', `${registry.host}/acme`, '--engine', 'podman', ...flags], {
            env: CREDENTIAL,
          });
          expect(login).toMatchObject({ exitCode: 0 });
          // Who has logged in to that path may have meant it: it is neither overwritten nor hidden.
          const lines = login.stderr.split('\n').filter((line) => line.includes('note:'));
          expect(lines).toContainEqual(expect.stringContaining(key));
          const visible = flags.length === 0 ? {} : { REGISTRY_AUTH_FILE: readToUse(login.stderr) };
          expect((await use('podman', machine, visible).push()).exitCode).not.toBe(0);
          await machine.run(['logout']);
          expect(JSON.parse(readFileSync(machine.authFile, 'utf8'))).toEqual(stale);
        },
      );

      it('a helper for the host would hide the login: refused, or left out of a private file', async () => {
        const machine = makeRealMachine();
        const helped = JSON.stringify({ credHelpers: { [registry.host]: 'dcr-none' } });
        machine.writeAuthFile(helped);
        const words = ['login', `${registry.host}/acme`, '--engine', 'podman', '--json'];
        const login = await machine.run(words, { env: CREDENTIAL });
        expect([login.exitCode, readCode(login)]).toEqual([6, 'DCR_SHADOWED']);
        expect(readFileSync(machine.authFile, 'utf8')).toBe(helped);
        const isolated = await machine.run(words.toSpliced(-1, 1, '--isolate'), { env: CREDENTIAL });
        expect(isolated).toMatchObject({ exitCode: 0 });
        const visible = { REGISTRY_AUTH_FILE: readToUse(isolated.stderr) };
        expect(await use('podman', machine, visible).push()).toMatchObject({ exitCode: 0 });
        await machine.run(['logout']);
        expect(machine.remains()).toEqual([]);
      });
    });

    // As the user configures it; podman alone knows a variable that names another file.
    describe.each(CONTAINERS)('when registries.conf makes %s store elsewhere', (engine) => {
      it.each(['acme', undefined])('that is said and taken back, with the name %s', async (name) => {
        const machine = makeRealMachine();
        const store = join(machine.root, 'helper-store');
        mkdirSync(store);
        writeScript(join(machine.bin, 'docker-credential-dcr-elsewhere'), [
          `cd '${store}' || exit 1`,
          'case "$1" in',
          '  store) cat > kept; echo store >> calls;;',
          '  erase) cat > /dev/null; rm -f kept; echo erase >> calls;;',
          '  list) cat > /dev/null; echo "{}";;',
          '  get) test -f kept && cat kept && exit; echo "credentials not found in native keychain"; exit 1;;',
          'esac',
        ]);
        const folder = join(machine.home, '.config/containers');
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'registries.conf'), 'credential-helpers = ["dcr-elsewhere"]\n');
        const registryName = name === undefined ? registry.host : `${registry.host}/${name}`;
        const login = await machine.run(['login', registryName, '--engine', engine, '--json'], {
          env: { ...CREDENTIAL, PATH: `${machine.bin}:${process.env['PATH'] ?? ''}` },
        });
        expect([login.exitCode, readCode(login)]).toEqual([6, 'DCR_STORE_FAILED']);
        expect(JSON.stringify(login.json)).toContain('registries.conf');
        // A name stops the client before it stores anything.
        const calls = existsSync(join(store, 'calls')) ? readFileSync(join(store, 'calls'), 'utf8') : '';
        expect(calls).toBe(name === undefined ? 'store\nerase\n' : '');
        expect(existsSync(machine.authFile)).toBe(false);
        expect(machine.remains()).toEqual([]);
        expect(scanDirectory(machine.root, [SECRET])).toEqual([]);
      });
    });

    // Nothing but the client asks: `--verify none` makes no request of ours. All at once, for most of them wait.
    it('the words of each client, when a login fails, become the code of its reason', async () => {
      const answer = (status: number) => startServer(({ url }) => ({ status: url === '/v2/' ? status : 404 }));
      const [untrusted, silent, ...failing] = await Promise.all([
        startServer(() => ({ status: 200 }), { tls: true }),
        startSilentServer(),
        ...[403, 404, 429, 500].map(answer),
      ]);
      const [denied, missing, limited, broken] = failing.map(({ host }) => host);
      // Not among the addresses that clients take plain http and any certificate from, and still this machine.
      const strange = untrusted.host.replace('127.0.0.1', '0.0.0.0');
      const plain = registry.host.replace('127.0.0.1', '0.0.0.0');
      const closed = await findClosedPort();
      const reasons: Readonly<Record<string, readonly [string | undefined, string, string?]>> = {
        'a wrong password': [registry.host, 'DCR_CREDENTIAL_REJECTED'],
        'nobody listens': [closed, 'DCR_UNREACHABLE'],
        'no such host': ['registry.invalid', 'DCR_UNREACHABLE'],
        'an unknown certificate': [strange, 'DCR_TLS_UNTRUSTED'],
        'no TLS at all': [plain, 'DCR_TLS_UNTRUSTED'],
        forbidden: [denied, 'DCR_ACCESS_DENIED'],
        'no registry': [missing, 'DCR_NOT_A_REGISTRY'],
        'too often': [limited, 'DCR_RATE_LIMITED'],
        'a fault of the server': [broken, 'DCR_SERVER_ERROR'],
        'no answer': [silent.host, 'DCR_TIMEOUT', '4s'],
      };
      const ask = async (client: (typeof CLIENTS)[number], withDaemon: boolean) =>
        Promise.all(
          Object.entries(reasons).map(async ([reason, [host, code, timeout = '60s']]) => {
            // podman and its kin wait by themselves when they are told 429, for a minute and more.
            const waits = code === 'DCR_RATE_LIMITED' && client !== 'docker';
            const [wanted, time] = waits ? ['DCR_TIMEOUT', '4s'] : [code, timeout];
            const machine = makeRealMachine(withDaemon ? { DOCKER_HOST: daemon.host } : {});
            const words = [
              'login',
              `${host}/acme`,
              '--engine',
              client,
              '--verify',
              'none',
              '--timeout',
              time,
              '--json',
            ];
            const env = { DCR_USERNAME: 'ci', DCR_PASSWORD: 'wr0ng-password' };
            const login = await machine.run(words, { env, deadlineMs: 60_000 });
            expect(machine.remains()).toEqual([]);
            return { client, withDaemon, reason, wanted, code: readCode(login), said: login.json };
          }),
        );
      const asked = await Promise.all([ask('docker', true), ...CLIENTS.map((client) => ask(client, false))]);
      await Promise.all([untrusted, silent, ...failing].map((each) => each.stop()));
      expect(asked.flat().filter(({ wanted, code }) => code !== wanted)).toEqual([]);
      expect(asked.flat().length).toBe(50);
    }, 90_000);

    describe('XDG_RUNTIME_DIR', () => {
      it.each(CONTAINERS)(
        'when it names what is not there, %s logs in and sees its login all the same',
        async (engine) => {
          const machine = makeRealMachine();
          const runtime = join(machine.root, 'missing');
          const env = { ...CREDENTIAL, XDG_RUNTIME_DIR: runtime };
          expect(await machine.run(['login', `${registry.host}/acme`, '--engine', engine], { env })).toMatchObject({
            exitCode: 0,
          });
          const image = `${registry.host}/acme/${engine}:v1`;
          expect(await containers[engine].push(image, { XDG_RUNTIME_DIR: runtime })).toMatchObject({ exitCode: 0 });
          expect(await machine.run(['logout'], { env })).toMatchObject({ exitCode: 0 });
          expect(scanDirectory(machine.root, [SECRET])).toEqual([]);
        },
      );
    });
  },
);

function readToUse(stderr: string): string {
  return /REGISTRY_AUTH_FILE='([^']+)'/u.exec(stderr)?.[1] ?? '';
}
