import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import type { DockerDaemon } from '@nexqloud/dcr-testkit';
import { describeReal, requirePart, startDockerDaemon } from '@nexqloud/dcr-testkit';
import { readCode } from '../cli/support/machine.ts';
import type { RealMachine } from './support/machine.ts';
import { encode, makeRealMachine, readAssignments } from './support/machine.ts';

describeReal(['docker', 'dockerd', 'busybox', 'buildx'], 'the private directory of an isolated docker login', () => {
  const parts: (() => Promise<void>)[] = [];
  let daemon: DockerDaemon;
  let sandbox: Sandbox;
  let registry: string;
  let credential: Readonly<Record<string, string>>;
  let machine: RealMachine;
  let inside: Readonly<Record<string, string>>;
  beforeAll(async () => {
    [daemon, sandbox] = await Promise.all([startDockerDaemon(), startSandbox()]);
    parts.push(
      () => daemon.stop(),
      () => sandbox.close(),
    );
    const [acme] = sandbox.registries;
    registry = acme?.reference ?? '';
    credential = { DCR_USERNAME: acme?.username ?? '', DCR_PASSWORD: acme?.password ?? '' };
    // As a user of contexts has it: a DOCKER_HOST would win over the selected one.
    machine = makeRealMachine({ DOCKER_HOST: '' });
    machine.writeConfig(
      JSON.stringify({
        proxies: { default: { httpProxy: 'http://proxy.example:3128', noProxy: 'intern.example' } },
        HttpHeaders: { 'X-Mine': 'kept' },
      }),
    );
    const plugins = join(machine.home, '.docker/cli-plugins');
    mkdirSync(plugins);
    symlinkSync(requirePart('buildx'), join(plugins, 'docker-buildx'));
    await setUp(['context', 'create', 'mine', '--docker', `host=${daemon.host}`]);
    await setUp(['context', 'use', 'mine']);
    await setUp(['buildx', 'create', '--name', 'other-builder', '--driver', 'docker-container', 'mine']);
    await setUp(['buildx', 'create', '--name', 'my-builder', '--driver', 'docker-container', '--use', 'mine']);
    const login = await machine.run(['login', registry, '--engine', 'docker', '--isolate', '--shell-env', 'sh'], {
      env: credential,
    });
    inside = readAssignments(login.stdout);
    await daemon.importImage(`${registry}/pushed:v1`);
  }, 90_000);
  afterAll(() => Promise.all(parts.map((stop) => stop())), 30_000);

  async function setUp(words: readonly string[]): Promise<void> {
    const result = await machine.client('docker', words);
    if (result.exitCode !== 0) throw new Error(`docker ${words.join(' ')}: ${result.output}`);
  }

  it.each([
    ['docker buildx ls', ['buildx', 'ls'], 'my-builder*'],
    ['docker buildx inspect, which takes the selected builder', ['buildx', 'inspect'], 'my-builder'],
    ['docker context ls', ['context', 'ls'], 'mine *'],
    ['docker context show', ['context', 'show'], 'mine'],
    [
      'the plugins of docker info',
      ['info', '--format', '{{range .ClientInfo.Plugins}}{{.Name}} {{.Version}}\n{{end}}'],
      'buildx',
    ],
  ])(
    '%s is equal inside and outside, and in exec',
    async (_name, words, marker) => {
      const outside = await machine.client('docker', words);
      expect(outside).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(marker) });
      const isolated = await machine.client('docker', words, { env: inside });
      expect(isolated).toMatchObject({ exitCode: 0 });
      // When a builder was last used is kept beside what is linked, and one more line widens the columns.
      const tidy = (text: string) => text.replaceAll(/Last Activity:.*\n/gu, '').replaceAll(/ +/gu, ' ');
      expect(tidy(isolated.stdout)).toBe(tidy(outside.stdout));
      const inExec = await machine.run(['exec', registry, '--engine', 'docker', '--', 'docker', ...words], {
        env: credential,
      });
      expect(inExec).toMatchObject({ exitCode: 0 });
      expect(tidy(inExec.stdout)).toBe(tidy(outside.stdout));
    },
    30_000,
  );

  it('its docker pushes through the selected context', async () => {
    const push = await machine.client('docker', ['push', `${registry}/pushed:v1`], { env: inside });
    expect(push).toMatchObject({ exitCode: 0 });
    expect((await machine.client('docker', ['push', `${registry}/pushed:v1`])).exitCode).not.toBe(0);
  });

  it('a builder that is selected inside does not change the selection outside', async () => {
    const login = await machine.run(['login', registry, '--engine', 'docker', '--isolate', '--shell-env', 'sh'], {
      env: credential,
    });
    const other = readAssignments(login.stdout);
    expect(await machine.client('docker', ['buildx', 'use', 'other-builder'], { env: other })).toMatchObject({
      exitCode: 0,
    });
    const selected = await machine.client('docker', ['buildx', 'ls']);
    expect(selected.stdout).toContain('my-builder*');
  });

  it('proxies and HttpHeaders of the configuration reach docker', async () => {
    const seen: (string | undefined)[] = [];
    const server = http.createServer((request, response) => {
      seen.push(request.headers['x-mine'] as string | undefined);
      response.writeHead(200, { 'api-version': '1.41' }).end('{}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await machine.client('docker', ['version'], { env: { ...inside, DOCKER_HOST: `tcp://127.0.0.1:${port}` } });
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set(['kept']));

    const created = await machine.client('docker', ['create', '--network', 'none', `${registry}/pushed:v1`], {
      env: inside,
    });
    const id = created.stdout.trim();
    const { stdout } = await machine.client('docker', ['inspect', '--format', '{{json .Config.Env}}', id]);
    expect(JSON.parse(stdout)).toEqual(
      expect.arrayContaining(['HTTP_PROXY=http://proxy.example:3128', 'NO_PROXY=intern.example']),
    );
    await machine.client('docker', ['rm', id]);
  });

  it('DOCKER_AUTH_CONFIG with another credential is refused where docker reads it, and harmless where it does not', async () => {
    const { stdout } = await machine.client('docker', ['--version']);
    const [, major = 0, minor = 0] = (/version (\d+)\.(\d+)/u.exec(stdout) ?? []).map(Number);
    const reads = major > 28 || (major === 28 && minor >= 3);
    const stale = JSON.stringify({ auths: { [sandbox.host]: { auth: encode('ci', 'stale') } } });
    const login = await machine.run(['login', registry, '--engine', 'docker', '--isolate', '--json'], {
      env: { ...credential, DOCKER_AUTH_CONFIG: stale },
    });
    expect(readCode(login)).toBe(reads ? 'DCR_SHADOWED' : undefined);
    const push = await machine.client('docker', ['push', `${registry}/pushed:v1`], {
      env: { ...inside, DOCKER_AUTH_CONFIG: stale },
    });
    expect(push.exitCode === 0).toBe(!reads);
  });

  it('after logout, contexts, builders and plugins are where they were', async () => {
    const before = readFileSync(machine.configFile, 'utf8');
    expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
    expect(machine.remains()).toEqual([]);
    expect(readFileSync(machine.configFile, 'utf8')).toBe(before);
    const { stdout } = await machine.client('docker', ['buildx', 'ls']);
    expect(stdout).toContain('my-builder*');
  });
});
