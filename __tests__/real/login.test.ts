import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CommandResult, DockerDaemon, DockerRegistry, TokenServer } from '@nexqloud/dcr-testkit';
import {
  describeReal,
  makeTemporaryDirectory,
  requirePart,
  runCommand,
  scanDirectory,
  scanText,
  startCanary,
  startDockerDaemon,
  startDockerRegistry,
  startTokenServer,
} from '@nexqloud/dcr-testkit';
import { DIFFICULT } from './support/difficult.ts';

const CLI = resolve('dist/cli/index.js');
const PASSWORD = 'c4nary:p@ss"w0rd$HOME\\x';
const user = { username: 'ci', password: PASSWORD };
const SECRET = { name: 'password', username: 'ci', value: PASSWORD };
const OTHER = {
  auths: { 'other.example': { auth: 'b3RoZXI6b3RoZXI=' } },
  HttpHeaders: { 'X-Mine': 'kept' },
  unknown: [1],
};

/** A machine of its own for each login: home, docker configuration with a foreign login, state. */
function makeMachine(dockerHost: string) {
  const home = makeTemporaryDirectory();
  const config = join(home, '.docker');
  mkdirSync(config);
  const file = join(config, 'config.json');
  const before = JSON.stringify(OTHER, undefined, 2);
  writeFileSync(file, before);
  const environment = { PATH: process.env['PATH'] ?? '', HOME: home, DOCKER_HOST: dockerHost };
  const run = (words: readonly string[], extra: Record<string, string> = {}): Promise<CommandResult> =>
    runCommand({ path: process.execPath, arguments: [CLI, ...words], environment: { ...environment, ...extra } });
  return { home, config, file, before, run };
}

/** The failure of a `--json` command: its code. */
function readCode({ stdout }: CommandResult): unknown {
  return (JSON.parse(stdout) as { error?: { code: string } }).error?.code;
}

describeReal(
  ['docker', 'dockerd', 'busybox', 'docker-registry', 'htpasswd', 'skopeo'],
  'a login on a real registry with a real docker',
  () => {
    let daemon: DockerDaemon;
    let server: TokenServer;
    let registries: Record<'htpasswd' | 'token', DockerRegistry>;
    beforeAll(async () => {
      const users = [{ ...user, grants: ['repository:acme/*:pull,push'] }];
      server = await startTokenServer({ users });
      const [started, htpasswd, token] = await Promise.all([
        startDockerDaemon(),
        startDockerRegistry({ auth: { type: 'htpasswd', users: [user] }, directory: makeTemporaryDirectory() }),
        startDockerRegistry({ auth: { type: 'token', server }, directory: makeTemporaryDirectory() }),
      ]);
      daemon = started;
      registries = { htpasswd, token };
    });
    afterAll(
      () => Promise.all([daemon.stop(), registries.htpasswd.stop(), registries.token.stop(), server.stop()]),
      30_000,
    );

    it.each(['htpasswd', 'token'] as const)(
      'when the registry uses %s, it pushes and pulls, and logout leaves what was there',
      async (kind) => {
        const { host } = registries[kind];
        const { config, file, before, home, run } = makeMachine(daemon.host);
        const secrets = [SECRET];
        const canary = await startCanary({
          secrets,
          allow: ({ place, process: seen }) => place === 'environ' && seen?.arguments.includes(CLI) === true,
        });
        const credential = { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD };
        const login = await run(['login', `${host}/acme`, '--json'], credential);
        expect(login).toMatchObject({ exitCode: 0 });
        expect(JSON.parse(login.stdout)).toMatchObject({
          ok: true,
          sessions: [{ host, name: 'acme', engine: 'docker' }],
        });
        const image = `${host}/acme/app:v1`;
        await daemon.importImage(image);
        expect(await daemon.docker(['push', image], { config })).toMatchObject({ exitCode: 0 });
        expect(await daemon.docker(['rmi', image], { config })).toMatchObject({ exitCode: 0 });
        expect(await daemon.docker(['pull', image], { config })).toMatchObject({ exitCode: 0 });
        const skopeo = await runCommand({
          path: requirePart('skopeo'),
          arguments: ['list-tags', '--tls-verify=false', `docker://${host}/acme/app`],
          environment: { HOME: home, REGISTRY_AUTH_FILE: file },
        });
        expect(JSON.parse(skopeo.stdout)).toMatchObject({ Tags: ['v1'] });
        const proved = await run(
          ['verify', `${host}/acme`, '--action', 'push', '--repository', 'app', '--json'],
          credential,
        );
        expect(JSON.parse(proved.stdout)).toMatchObject({ ok: true, proven: { auth: true, pull: true, push: true } });
        const logout = await run(['logout', '--json']);
        expect(JSON.parse(logout.stdout)).toMatchObject({ ok: true, sessions: [{ outcome: 'removed' }] });
        expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(before));
        expect(readdirSync(config)).toEqual(['config.json']);
        expect((await daemon.docker(['push', image], { config })).exitCode).not.toBe(0);
        expect(await canary.stop()).toEqual([]);
        expect(scanDirectory(home, secrets)).toEqual([]);
        for (const { output } of [login, proved, logout]) expect(scanText(output, 'output', secrets)).toEqual([]);
      },
      60_000,
    );

    it('when the credential is rejected, it is sent once, docker never sees it, and nothing changes', async () => {
      const registry = registries.htpasswd;
      const { file, before, home, run } = makeMachine(daemon.host);
      const seen = registry.accessLog().length;
      const wrong = { username: 'ci', password: 'wr0ng-password' };
      const login = await run(['login', `${registry.host}/acme`, '--json'], {
        DCR_USERNAME: 'ci',
        DCR_PASSWORD: wrong.password,
      });
      expect(login.exitCode).toBe(3);
      expect(readCode(login)).toBe('DCR_CREDENTIAL_REJECTED');
      // One anonymous question, one with the credential.
      expect(registry.accessLog().slice(seen)).toEqual([
        { method: 'GET', path: '/v2/', status: 401 },
        { method: 'GET', path: '/v2/', status: 401 },
      ]);
      expect(readFileSync(file, 'utf8')).toBe(before);
      expect(scanDirectory(home, [{ name: 'wrong', value: wrong.password }])).toEqual([]);
    });

    it('when the right to push is missing, it says so and nothing changes', async () => {
      const { file, before, run } = makeMachine(daemon.host);
      const { host } = registries.token;
      const words = ['login', `${host}/globex`, '--verify', 'push', '--repository', 'web', '--json'];
      const login = await run(words, { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD });
      expect([login.exitCode, readCode(login)]).toEqual([4, 'DCR_ACCESS_DENIED']);
      expect(readFileSync(file, 'utf8')).toBe(before);
    });
  },
);

describeReal(['docker', 'docker-registry'], 'a difficult password', () => {
  let server: TokenServer;
  let registry: DockerRegistry;
  beforeAll(async () => {
    const users = Object.values(DIFFICULT).map((password, i) => ({ username: `ci${i}`, password, grants: [] }));
    server = await startTokenServer({ users });
    registry = await startDockerRegistry({ auth: { type: 'token', server }, directory: makeTemporaryDirectory() });
  });
  afterAll(() => Promise.all([registry.stop(), server.stop()]));

  it.each(Object.entries(DIFFICULT).map(([name, password], i) => [name, password, `ci${i}`] as const))(
    'with %s arrives byte-equal',
    async (_name, password, username) => {
      const { run, config } = makeMachine('unix:///nonexistent.sock');
      const asked = server.requests().length;
      const login = await run(['login', `${registry.host}/acme`, '--engine', 'docker'], {
        DCR_USERNAME: username,
        DCR_PASSWORD: password,
      });
      expect(login).toMatchObject({ exitCode: 0 });
      const stored = JSON.parse(readFileSync(join(config, 'config.json'), 'utf8')) as {
        auths: Record<string, { auth: string }>;
      };
      expect(Buffer.from(stored.auths[registry.host]?.auth ?? '', 'base64').toString()).toBe(`${username}:${password}`);
      const mine = server
        .requests()
        .slice(asked)
        .filter(({ claim }) => claim === 'password');
      // Docker would drop the spaces at the edges, so it is not given that one.
      const senders = /^[\s\u0085]|[\s\u0085]$/u.test(password) ? ['dcr-login'] : ['dcr-login', 'docker'];
      expect(mine.map(({ status }) => status)).toEqual(senders.map(() => 200));
    },
  );
});
