import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { DockerDaemon, DockerRegistry, PipelineOptions, TokenServer } from '@nexqloud/dcr-testkit';
import {
  describeReal,
  makeTemporaryDirectory,
  scanText,
  startDockerDaemon,
  startDockerRegistry,
  startTokenServer,
} from '@nexqloud/dcr-testkit';
import { makeProject, PASSWORD, SECRET } from './support/project.ts';

const GLOBEX: typeof SECRET = { name: 'globex', username: 'bot', value: 'gl0bex-c4nary-$(id)' };
const VARIABLES = {
  DCR_USERNAME: 'ci',
  DCR_PASSWORD: PASSWORD,
  ACME_PASSWORD: PASSWORD,
  GLOBEX_PASSWORD: GLOBEX.value,
};

/** The example as it stands, with the component of this checkout, and the registry and the images of this machine. */
function readExample(name: string, host: string): string {
  return readFileSync(join('examples/gitlab', `${name}.yml`), 'utf8')
    .replace(/component: \S+\/(login|rotate)@1/u, 'local: templates/$1.yml')
    .replaceAll('dcr.nexqloud.io', host)
    .replace(/image: docker:\S+/u, 'image: docker:cli')
    .replace(/ {2}services:\n.*\n/u, '')
    .replaceAll('buildah push', 'buildah push --tls-verify=false');
}

/** The command line of this checkout stands in for the published one. */
function installCli(): string {
  const bin = makeTemporaryDirectory();
  const cli = join(process.cwd(), 'packages/cli/lib/index.js');
  writeFileSync(join(bin, 'dcr-login'), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`, { mode: 0o755 });
  return bin;
}

describe('examples/gitlab', () => {
  it('has no example that no test runs', () => {
    expect(readdirSync('examples/gitlab').toSorted()).toEqual([
      'buildah.yml',
      'docker-in-docker.yml',
      'rotate.yml',
      'shell-runner.yml',
    ]);
  });
});

describeReal(
  ['docker', 'dockerd', 'busybox', 'docker-registry', 'gitlab-ci-local', 'node24', 'rsync', 'buildah', 'htpasswd'],
  'an example for GitLab',
  () => {
    let daemon: DockerDaemon;
    let server: TokenServer;
    let registry: DockerRegistry;
    let basic: DockerRegistry;
    beforeAll(async () => {
      server = await startTokenServer({
        users: [
          { username: 'ci', password: PASSWORD, grants: ['repository:acme/*:pull,push'] },
          { username: 'bot', password: GLOBEX.value, grants: ['repository:globex/*:pull,push'] },
        ],
      });
      [daemon, basic, registry] = await Promise.all([
        startDockerDaemon(),
        startDockerRegistry({
          auth: { type: 'htpasswd', users: [{ username: 'ci', password: PASSWORD }] },
          directory: makeTemporaryDirectory(),
        }),
        startDockerRegistry({ auth: { type: 'token', server }, directory: makeTemporaryDirectory() }),
      ]);
      // Alpine's docker:cli has BusyBox and docker, and nothing that could help.
      await daemon.importImage('docker:cli', ['docker']);
    }, 90_000);
    afterAll(() => Promise.all([daemon.stop(), basic.stop(), registry.stop(), server.stop()]), 30_000);

    it.each([
      ['shell-runner', 'shell', ['acme']],
      ['docker-in-docker', 'docker', ['acme']],
      ['buildah', 'shell', ['acme', 'globex']],
    ] as const)(
      '%s, on the %s executor, pushes and leaves nothing',
      async (name, kind, names) => {
        const project = await makeProject({
          '.gitlab-ci.yml': readExample(name, registry.host),
          Dockerfile: 'FROM scratch\nCOPY README.md /\n',
        });
        const socket = daemon.host.replace('unix://', '');
        const executor: PipelineOptions['executor'] =
          kind === 'shell'
            ? 'shell'
            : { dockerHost: daemon.host, helperImage: 'docker:cli', volumes: [`${socket}:/var/run/docker.sock`] };
        const { exitCode, log } = await project.run({
          variables: VARIABLES,
          executor,
          environment: { DOCKER_HOST: daemon.host },
          deadlineMs: 90_000,
        });
        expect(exitCode === 0 ? '' : log).toBe('');
        for (const registryName of names) {
          const pushed = registry
            .accessLog()
            .filter(({ method, path }) => method === 'PUT' && path.startsWith(`/v2/${registryName}/app/manifests/`));
          expect(pushed.at(-1)).toMatchObject({ status: 201 });
        }
        expect(scanText(log, 'log', [SECRET, GLOBEX])).toEqual([]);
        expect([project.remains(), project.findSecret(SECRET, GLOBEX)]).toEqual([[], []]);
      },
      120_000,
    );

    it('the pipeline that tests the components of this project does so', async () => {
      const pipeline = readFileSync('.gitlab-ci.yml', 'utf8').replaceAll(/image: docker:\S+/gu, 'image: docker:cli');
      const project = await makeProject({ '.gitlab-ci.yml': pipeline });
      const bin = installCli();
      const { exitCode, log } = await project.run({
        variables: { ...VARIABLES, DCR_REGISTRY: `${basic.host}/acme` },
        environment: { DOCKER_HOST: daemon.host, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
        deadlineMs: 90_000,
      });
      expect(exitCode === 0 ? '' : log).toBe('');
      for (const job of ['login-component', 'reference-pieces', 'verify-component'])
        expect(log).toMatch(new RegExp(`PASS +${job}`, 'u'));
      expect(scanText(log, 'log', [SECRET])).toEqual([]);
      expect(project.remains()).toEqual([]);
    }, 120_000);
  },
);

describeReal(['gitlab-ci-local', 'node24', 'rsync'], 'examples/gitlab/rotate.yml, on a schedule', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({
      registries: [{ name: 'acme', credentials: [{ username: 'ci', password: 'the-0ld-c4nary-password' }] }],
    });
  });
  afterAll(() => sandbox.close());

  it('brings the new credential to the place, and keeps a journal that holds no secret', async () => {
    const { username, password } = sandbox.rotate('acme');
    const outside = makeTemporaryDirectory();
    const [issued, place] = [join(outside, 'issued.json'), join(outside, 'config.json')];
    writeFileSync(issued, JSON.stringify({ version: 1, username, password }));
    writeFileSync(place, '{"auths":{"other.example":{"auth":"eDp5"}}}');
    const rotation = [
      'version: 1',
      'credentials:',
      '  - name: acme',
      `    registry: ${sandbox.host}/acme`,
      `    issuer: { type: exec, command: [/bin/cat, ${issued}] }`,
      '    targets:',
      `      - { type: docker-config, path: ${place} }`,
    ].join('\n');
    const project = await makeProject({
      '.gitlab-ci.yml': readExample('rotate', sandbox.host),
      'dcr-rotate.yml': rotation,
    });
    const { exitCode, log } = await project.run({
      environment: { PATH: `${installCli()}:${process.env['PATH'] ?? ''}` },
      predefined: { CI_PIPELINE_SOURCE: 'schedule' },
    });
    expect(exitCode === 0 ? '' : log).toBe('');
    const { auths } = JSON.parse(readFileSync(place, 'utf8')) as { auths: Record<string, { auth: string }> };
    expect(Buffer.from(auths[sandbox.host]?.auth ?? '', 'base64').toString()).toBe(`${username}:${password}`);
    expect(auths['other.example']).toEqual({ auth: 'eDp5' });
    const secret = { name: 'new password', username, value: password };
    expect([scanText(log, 'log', [secret]), project.findSecret(secret)]).toEqual([[], []]);
  });
});
