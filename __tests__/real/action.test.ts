import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { DockerDaemon, DockerRegistry } from '@nexqloud/dcr-testkit';
import {
  describeReal,
  makeRepository,
  makeTemporaryDirectory,
  runWorkflow,
  scanDirectory,
  scanText,
  startCanary,
  startDockerDaemon,
  startDockerRegistry,
} from '@nexqloud/dcr-testkit';

const PASSWORD = 'c4nary:p@ss"w0rd$HOME\\x';
const SECRET = { name: 'password', username: 'ci', value: PASSWORD };

/** The action as users get it: its metadata and its bundles, nothing else of this tree. */
function copyAction(): string {
  const directory = makeTemporaryDirectory();
  for (const part of ['action.yml', 'dist']) cpSync(resolve(part), join(directory, part), { recursive: true });
  return directory;
}

describeReal(
  ['docker', 'dockerd', 'busybox', 'docker-registry', 'htpasswd', 'act', 'node24'],
  'examples/github/push.yml, run by act',
  () => {
    let daemon: DockerDaemon;
    let registry: DockerRegistry;
    let action: string;
    let machine: string;
    beforeAll(async () => {
      action = copyAction();
      const auth = { type: 'htpasswd', users: [{ username: 'ci', password: PASSWORD }] } as const;
      [daemon, registry] = await Promise.all([
        startDockerDaemon(),
        startDockerRegistry({ auth, directory: makeTemporaryDirectory() }),
      ]);
      await daemon.importImage('app:latest');
    });
    afterAll(() => Promise.all([daemon.stop(), registry.stop()]), 30_000);
    beforeEach(() => {
      machine = makeTemporaryDirectory();
    });

    /** The example as it stands, with its registry replaced by the real one of this test. */
    async function runExample(secrets: Record<string, string>, edit: (text: string) => string = (text) => text) {
      const repository = makeTemporaryDirectory();
      const text = readFileSync('examples/github/push.yml', 'utf8');
      const example = text.replaceAll(/\$\{\{ vars\.DCR_REGISTRY \|\| '[^']+' \}\}/gu, `${registry.host}/acme`);
      await makeRepository(repository, { '.github/workflows/push.yml': edit(example), 'README.md': 'app' });
      const directory = join(machine, 'act');
      mkdirSync(directory, { mode: 0o700 });
      return runWorkflow({
        repository,
        workflow: '.github/workflows/push.yml',
        directory,
        secrets,
        environment: { DOCKER_HOST: daemon.host },
        localRepositories: { 'nexqloud/dcr-login@v1': action },
      });
    }

    it('logs in, pushes, and leaves nothing', async () => {
      const watch = await startCanary({
        secrets: [SECRET],
        // The runner and the step that was given the input hold it; nobody else may.
        allow: ({ place, process: seen }) =>
          place === 'environ' &&
          seen?.arguments.some((word) => /dist\/(?:login|post)\/index\.js$/u.test(word)) === true,
      });
      const { exitCode, log } = await runExample({ DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD });
      expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
      const pushed = registry
        .accessLog()
        .filter(({ method, path }) => method === 'PUT' && path.includes('/manifests/'));
      expect(pushed).toEqual([
        { method: 'PUT', path: expect.stringMatching(/^\/v2\/acme\/app\/manifests\//u), status: 201 },
      ]);
      expect(log).toContain(`Logged in to ${registry.host}/acme`);
      expect(log).toContain(`Logged out of ${registry.host}/acme: gone`);
      expect(scanText(log.replaceAll(/^.*::add-mask::.*$/gmu, ''), 'log', [SECRET])).toEqual([]);
      expect(await watch.stop()).toEqual([]);
      const kept = scanDirectory(machine, [SECRET]).filter(({ where }) => !where.endsWith('/secrets.yml'));
      expect(kept).toEqual([]);
      expect(existsSync(join(machine, 'act/home/.docker/config.json'))).toBe(false);
    }, 90_000);

    it('when the secret is missing, it fails with the reason and asks the registry nothing', async () => {
      const before = registry.accessLog().length;
      const { exitCode, log } = await runExample({});
      expect(exitCode).not.toBe(0);
      expect(log).toContain('DCR_CREDENTIAL_MISSING');
      expect(registry.accessLog().length).toBe(before);
    }, 90_000);

    it('when the secret is missing and that is allowed, it skips the login', async () => {
      const skip = (text: string) =>
        text.replace('with:', 'with:\n          on-missing: skip').replace(/ {6}- run:.*\n/u, '');
      const { exitCode, log } = await runExample({}, skip);
      expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
      expect(log).toContain('DCR login skipped');
    }, 90_000);
  },
);

describeReal(
  ['docker', 'dockerd', 'busybox', 'act', 'node24'],
  'examples/github/several-registries.yml, run by act',
  () => {
    let daemon: DockerDaemon;
    let sandbox: Sandbox;
    const passwords = [PASSWORD, `${PASSWORD}:#2`];
    beforeAll(async () => {
      const make = (name: string, password = '') => ({ name, credentials: [{ username: `${name}-ci`, password }] });
      [daemon, sandbox] = await Promise.all([
        startDockerDaemon(),
        startSandbox({ registries: [make('acme', passwords[0]), make('globex', passwords[1])] }),
      ]);
      await daemon.importImage('app:latest');
    });
    afterAll(() => Promise.all([daemon.stop(), sandbox.close()]), 30_000);

    it('pushes to two registries of one host, each as its own user, and leaves nothing', async () => {
      const [repository, machine] = [makeTemporaryDirectory(), makeTemporaryDirectory()];
      const text = readFileSync('examples/github/several-registries.yml', 'utf8');
      const example = text.replaceAll(/\$\{\{ vars\.\w+ \|\| 'dcr\.nexqloud\.io\/(\w+)' \}\}/gu, `${sandbox.host}/$1`);
      await makeRepository(repository, { '.github/workflows/release.yml': example, 'README.md': 'app' });
      const { exitCode, log } = await runWorkflow({
        repository,
        workflow: '.github/workflows/release.yml',
        directory: machine,
        secrets: {
          ACME_USERNAME: 'acme-ci',
          ACME_PASSWORD: passwords[0] ?? '',
          GLOBEX_USERNAME: 'globex-ci',
          GLOBEX_PASSWORD: passwords[1] ?? '',
        },
        environment: { DOCKER_HOST: daemon.host },
        localRepositories: { 'nexqloud/dcr-login@v1': copyAction() },
      });
      expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
      const pushed = sandbox.log.filter(({ method, path, status }) => {
        return method === 'PUT' && path.includes('/manifests/') && status === 201;
      });
      expect(pushed.map(({ path, username }) => [path.split('/')[2], username])).toEqual([
        ['acme', 'acme-ci'],
        ['globex', 'globex-ci'],
      ]);
      const secrets = passwords.map((value, index) => ({ name: `password ${index}`, value }));
      const kept = scanDirectory(machine, secrets).filter(({ where }) => !where.endsWith('/secrets.yml'));
      expect(kept).toEqual([]);
      expect(existsSync(join(machine, 'home/.docker/config.json'))).toBe(false);
    }, 90_000);
  },
);
