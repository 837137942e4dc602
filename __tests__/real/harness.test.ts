import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  describeReal,
  makeRepository,
  makeTemporaryDirectory,
  requirePart,
  runCommand,
  runWorkflow,
  startDockerDaemon,
  startDockerRegistry,
  startTokenServer,
} from '@nexqloud/dcr-testkit';
import type { DockerDaemon, DockerRegistry, TokenServer, TokenUser } from '@nexqloud/dcr-testkit';

const PASSWORD = 'p@ss:w0rd $HOME "quoted"';
const user = { username: 'ci', password: PASSWORD };

/** The status of a GET, with a Basic or Bearer credential or without. */
async function ask(url: string, authorization?: string): Promise<number> {
  const response = await fetch(url, authorization === undefined ? {} : { headers: { authorization } });
  await response.arrayBuffer();
  return response.status;
}

/** With an entry in it, for in an empty one docker would take the credential helper that it finds on PATH. */
function makeDockerConfig(): string {
  const directory = makeTemporaryDirectory();
  writeFileSync(join(directory, 'config.json'), '{"auths":{"x.invalid":{}}}');
  return directory;
}

/** The arguments of every process of this machine. */
function listArguments(): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  });
}

function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

describeReal(['docker-registry', 'htpasswd'], 'docker-registry with htpasswd', () => {
  let registry: DockerRegistry;
  beforeAll(async () => {
    const auth = { type: 'htpasswd', users: [user] } as const;
    registry = await startDockerRegistry({ auth, directory: makeTemporaryDirectory() });
  });
  afterAll(() => registry.stop());

  it('lets the user in and nobody else', async () => {
    const url = `http://${registry.host}/v2/`;
    expect(await ask(url)).toBe(401);
    expect(await ask(url, basic('ci', 'wrong'))).toBe(401);
    expect(await ask(url, basic('ci', PASSWORD))).toBe(200);
  });

  it('tells each answered request, without its query', async () => {
    const before = registry.accessLog().length;
    await ask(`http://${registry.host}/v2/acme/app/tags/list?n=1`, basic('ci', PASSWORD));
    expect(registry.accessLog().slice(before)).toEqual([
      { method: 'GET', path: '/v2/acme/app/tags/list', status: 404 },
    ]);
  });

  it('swaps its users while it runs', async () => {
    const url = `http://${registry.host}/v2/`;
    await registry.setUsers([{ username: 'ci', password: 'the next one' }]);
    expect(await ask(url, basic('ci', PASSWORD))).toBe(401);
    expect(await ask(url, basic('ci', 'the next one'))).toBe(200);
    await registry.setUsers([user]);
    expect(await ask(url, basic('ci', PASSWORD))).toBe(200);
  });
});

describeReal(['docker-registry'], 'docker-registry with a token server', () => {
  const grants = ['repository:acme/*:pull,push'];
  const users: TokenUser[] = [{ ...user, grants }];
  let server: TokenServer;
  let stranger: TokenServer;
  let registry: DockerRegistry;
  beforeAll(async () => {
    [server, stranger] = await Promise.all([startTokenServer({ users }), startTokenServer({ users })]);
    registry = await startDockerRegistry({ auth: { type: 'token', server }, directory: makeTemporaryDirectory() });
  });
  afterAll(() => Promise.all([registry.stop(), server.stop(), stranger.stop()]));

  async function fetchToken(from: TokenServer, scope: string): Promise<string> {
    const url = `${from.realm}?service=${from.service}&scope=${scope}`;
    const response = await fetch(url, { headers: { authorization: basic('ci', PASSWORD) } });
    return `Bearer ${((await response.json()) as { token: string }).token}`;
  }

  it('names the token server in its challenge', async () => {
    const response = await fetch(`http://${registry.host}/v2/`);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe(`Bearer realm="${server.realm}",service="dcr-test"`);
  });

  it('accepts a token of its token server and refuses that of another', async () => {
    const url = `http://${registry.host}/v2/`;
    expect(await ask(url, await fetchToken(server, ''))).toBe(200);
    expect(await ask(url, await fetchToken(stranger, ''))).toBe(401);
  });

  it('opens what the user has a right to and nothing else', async () => {
    const list = (repository: string) => `http://${registry.host}/v2/${repository}/tags/list`;
    expect(await ask(list('acme/app'), await fetchToken(server, 'repository:acme/app:pull'))).toBe(404);
    expect(await ask(list('globex/web'), await fetchToken(server, 'repository:globex/web:pull'))).toBe(401);
  });
});

describeReal(
  ['docker', 'dockerd', 'busybox', 'docker-registry', 'htpasswd', 'skopeo'],
  'a docker daemon and skopeo',
  () => {
    let daemon: DockerDaemon;
    let registry: DockerRegistry;
    let server: TokenServer;
    let guarded: DockerRegistry;
    beforeAll(async () => {
      server = await startTokenServer({
        users: [{ ...user, grants: ['repository:acme/*:pull,push'] }],
        refreshTokens: true,
      });
      [daemon, registry, guarded] = await Promise.all([
        startDockerDaemon(),
        startDockerRegistry({ auth: { type: 'htpasswd', users: [user] }, directory: makeTemporaryDirectory() }),
        startDockerRegistry({ auth: { type: 'token', server }, directory: makeTemporaryDirectory() }),
      ]);
    });
    afterAll(() => Promise.all([daemon.stop(), registry.stop(), guarded.stop(), server.stop()]), 30_000);

    it('pushes an image after a plain docker login, and skopeo sees its tag', async () => {
      const image = `${registry.host}/acme/app:v1`;
      const config = makeDockerConfig();
      await daemon.importImage(image);
      expect((await daemon.docker(['push', image], { config })).exitCode).toBe(1);
      const login = ['login', '--username', 'ci', '--password-stdin', registry.host];
      expect(await daemon.docker(login, { config, input: PASSWORD })).toMatchObject({ exitCode: 0 });
      expect(await daemon.docker(['push', image], { config })).toMatchObject({ exitCode: 0 });
      expect(registry.accessLog()).toContainEqual({ method: 'PUT', path: '/v2/acme/app/manifests/v1', status: 201 });
      const tags = await runCommand({
        path: requirePart('skopeo'),
        arguments: ['list-tags', '--tls-verify=false', `docker://${registry.host}/acme/app`],
        environment: { HOME: config, REGISTRY_AUTH_FILE: join(config, 'config.json') },
      });
      expect(tags).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(tags.stdout)).toMatchObject({ Tags: ['v1'] });
    });

    it('pushes through the token server, with a refresh token instead of the password', async () => {
      const image = `${guarded.host}/acme/app:v1`;
      const config = makeDockerConfig();
      await daemon.importImage(image);
      const login = ['login', '--username', 'ci', '--password-stdin', guarded.host];
      expect(await daemon.docker(login, { config, input: PASSWORD })).toMatchObject({ exitCode: 0 });
      expect(await daemon.docker(['push', image], { config })).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(readFileSync(join(config, 'config.json'), 'utf8'))).toMatchObject({
        auths: { [guarded.host]: { identitytoken: expect.any(String) } },
      });
      expect(server.requests()).toContainEqual(
        expect.objectContaining({ form: 'oauth', claim: 'refresh', granted: ['repository:acme/app:push,pull'] }),
      );
    });

    it('runs a container that reaches loopback', async () => {
      const image = 'local/tool:v1';
      await daemon.importImage(image);
      const command = ['busybox', 'wget', '-qO-', `http://${registry.host}/`];
      const result = await daemon.docker(['run', '--rm', '--network=host', image, ...command]);
      expect(result).toMatchObject({ exitCode: 0 });
    });
  },
);

describeReal(['docker', 'dockerd'], 'a docker daemon that was stopped', () => {
  it('leaves no mount, process or file behind', async () => {
    const daemon = await startDockerDaemon();
    const directory = daemon.host.slice('unix://'.length, -'/docker.sock'.length);
    expect(readdirSync(directory)).toContain('docker.sock');
    expect(listArguments().filter((text) => text.includes(directory))).not.toEqual([]);
    await daemon.stop();
    expect(() => readdirSync(directory)).toThrow('ENOENT');
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain(directory);
    expect(listArguments().filter((text) => text.includes(directory))).toEqual([]);
  });
});

describeReal(['act', 'node24'], 'a GitHub workflow', () => {
  const workflow = `
on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - id: first
        uses: nexqloud/dcr-login@v1
        with:
          password: \${{ secrets.DCR_PASSWORD }}
      - run: |
          echo "length \${{ steps.first.outputs.length }} on $NODE, printed: $DCR_PASSWORD"
        env:
          DCR_PASSWORD: \${{ secrets.DCR_PASSWORD }}
`;
  const action = {
    'action.yml': `
name: A stand-in
description: Tells the length of its input
inputs: { password: { description: Anything, required: true } }
outputs: { length: { description: How long it is } }
runs: { using: node24, main: main.js, post: post.js }
`,
    'main.js': `
const { appendFileSync } = require('node:fs');
appendFileSync(process.env.GITHUB_OUTPUT, 'length=' + process.env.INPUT_PASSWORD.length + '\\n');
appendFileSync(process.env.GITHUB_ENV, 'NODE=' + process.version.split('.')[0] + '\\n');
`,
    'post.js': `console.log('undone');\n`,
  };
  // Everything that a dotenv file, YAML or a shell could take for its own.
  const password = `a$b"c'd\\e#f: {g} %h ünicode`;

  it('runs both steps and the post step with the secret whole and masked', async () => {
    const [repository, local, directory] = [0, 1, 2].map(() => makeTemporaryDirectory()) as [string, string, string];
    await makeRepository(repository, { '.github/workflows/build.yml': workflow });
    await makeRepository(local, action);
    const result = await runWorkflow({
      repository,
      workflow: '.github/workflows/build.yml',
      directory,
      secrets: { DCR_PASSWORD: password },
      localRepositories: { 'nexqloud/dcr-login@v1': local },
    });
    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.log).toContain(`length ${password.length} on v24, printed: ***`);
    expect(result.log).toContain('undone');
    expect(result.log).not.toContain(password);
  });

  it('tells that a step failed', async () => {
    const [repository, directory] = [makeTemporaryDirectory(), makeTemporaryDirectory()];
    const failing = 'on: workflow_dispatch\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit 3\n';
    await makeRepository(repository, { '.github/workflows/fail.yml': failing });
    const event = { name: 'workflow_dispatch', payload: { inputs: {} } };
    const result = await runWorkflow({ repository, workflow: '.github/workflows/fail.yml', directory, event });
    expect(result.exitCode).not.toBe(0);
  });
});
