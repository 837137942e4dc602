import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandResult, DockerDaemon, DockerRegistry } from '@nexqloud/dcr-testkit';
import {
  addProgram,
  describeReal,
  makeTemporaryDirectory,
  requirePart,
  runCommand,
  runToSuccess,
  scanDirectory,
  scanText,
  startCanary,
  startDockerDaemon,
  startDockerRegistry,
} from '@nexqloud/dcr-testkit';

const DOCKERFILE = 'packages/cli/Dockerfile';
const PASSWORD = 'c4nary:p@ss"w0rd$HOME\\x';
const SECRETS = [{ name: 'password', username: 'ci', value: PASSWORD }];
const { version: VERSION } = JSON.parse(readFileSync('packages/cli/package.json', 'utf8')) as { version: string };

type Builder = 'docker build' | 'buildx build';

/** What of a saved image is ours: everything but the layer of its base. */
interface Saved {
  readonly directory: string;
  readonly layers: readonly string[];
}

describeReal(['docker', 'dockerd', 'buildx', 'docker-registry', 'htpasswd', 'node24'], 'the image', () => {
  let daemon: DockerDaemon;
  let registry: DockerRegistry;
  let config: string;

  beforeAll(async () => {
    config = makeTemporaryDirectory();
    const auth = { type: 'htpasswd', users: [{ username: 'ci', password: PASSWORD }] } as const;
    [daemon, registry] = await Promise.all([
      startDockerDaemon(),
      startDockerRegistry({ auth, directory: makeTemporaryDirectory() }),
    ]);
    const auths = { [registry.host]: { auth: Buffer.from(`ci:${PASSWORD}`).toString('base64') } };
    writeFileSync(join(config, 'config.json'), JSON.stringify({ auths }));
  });
  afterAll(() => Promise.all([daemon.stop(), registry.stop()]), 30_000);

  async function succeed(words: readonly string[]): Promise<CommandResult> {
    const result = await daemon.docker(words, { config });
    if (result.exitCode !== 0) throw new Error(`docker ${words[0]}: ${result.output}`);
    return result;
  }

  async function build(builder: Builder, words: readonly string[], context = '.'): Promise<CommandResult> {
    const shared = ['--file', join(context, DOCKERFILE), ...words, context];
    const secret = { DCR_PASSWORD: PASSWORD };
    return builder === 'docker build'
      ? daemon.docker(['build', ...shared], { config, environment: { ...secret, DOCKER_BUILDKIT: '0' } })
      : runCommand({
          path: requirePart('buildx'),
          arguments: ['build', '--progress=plain', '--load', ...shared],
          environment: { ...secret, HOME: config, DOCKER_CONFIG: config, DOCKER_HOST: daemon.host },
        });
  }

  async function save(name: string): Promise<Saved> {
    const directory = makeTemporaryDirectory();
    await succeed(['save', '--output', join(directory, 'image.tar'), name]);
    await runToSuccess({ path: 'tar', arguments: ['-C', directory, '-xf', join(directory, 'image.tar')], environment });
    rmSync(join(directory, 'image.tar'));
    const [{ Layers: [base = '', ...own] = [] } = {}] = JSON.parse(
      readFileSync(join(directory, 'manifest.json'), 'utf8'),
    ) as { Layers: string[] }[];
    rmSync(join(directory, base));
    return { directory, layers: own.map((layer) => join(directory, layer)) };
  }

  describe.each(['docker build', 'buildx build'] as const)('made by %s', (builder) => {
    const name = builder.replace(' ', '-');
    let base: string;
    let saved: Saved;

    beforeAll(async () => {
      base = await publishBase(`${registry.host}/base/${name}`);
      // The password stands in the builder's environment, and a careless job hands it on.
      const words = [`--tag=${name}`, `--build-arg=NODE_IMAGE=${base}`, '--build-arg=REVISION=4b825dc'];
      const built = await build(builder, [...words, '--build-arg=DCR_PASSWORD']);
      if (built.exitCode !== 0) throw new Error(built.output);
      saved = await save(name);
    });

    /** Of what a base holds nothing matters here but its name, which ends in a digest as a release has it. */
    async function publishBase(tag: string): Promise<string> {
      const root = makeTemporaryDirectory();
      writeFileSync(join(root, 'base'), '');
      await daemon.importRoot(tag, root);
      await succeed(['push', '--quiet', tag]);
      const { stdout } = await succeed(['inspect', '--format', '{{index .RepoDigests 0}}', tag]);
      return stdout.trim();
    }

    it('runs as a user that is not root, and says what it is and what it was made of', async () => {
      const { stdout } = await succeed(['inspect', '--format', '{{json .Config}}', name]);
      expect(JSON.parse(stdout)).toMatchObject({
        User: '65532:65532',
        Entrypoint: ['node', '/opt/dcr-login/index.js'],
        Labels: {
          'org.opencontainers.image.title': 'dcr-login',
          'org.opencontainers.image.licenses': 'Apache-2.0',
          'org.opencontainers.image.version': VERSION,
          'org.opencontainers.image.revision': '4b825dc',
          'org.opencontainers.image.base.name': expect.stringMatching(/@sha256:[0-9a-f]{64}$/u),
        },
      });
    });

    it('adds the bundle, the licences and a directory for state, and no file that its user may change', async () => {
      const entries = (await Promise.all(saved.layers.map(listEntries))).flat();
      const bundle = readdirSync('dist/cli').map((file) => `-rw-r--r-- 0/0 opt/dcr-login/${file}`);
      expect(entries.toSorted()).toEqual(
        ['drwxr-xr-x 0/0 opt/', 'drwxr-xr-x 0/0 opt/dcr-login/', 'drwxr-xr-x 65532/65532 state/', ...bundle].toSorted(),
      );
    });

    it('holds no password that was there while it was built: not in a layer, a label or its history', async () => {
      expect(scanDirectory(saved.directory, SECRETS)).toEqual([]);
      const history = await succeed(['history', '--no-trunc', name]);
      const inspected = await succeed(['inspect', name]);
      expect(scanText(history.stdout + inspected.stdout, 'image', SECRETS)).toEqual([]);
    });

    it('is refused without a Node image, and the missing argument is named', async () => {
      const { exitCode, output } = await build(builder, []);
      expect(exitCode).not.toBe(0);
      expect(output).toContain('NODE_IMAGE: give_--build-arg_NODE_IMAGE=NAME@sha256:DIGEST');
    });

    it('is given nothing of the repository but what it holds', async () => {
      const context = makeTemporaryDirectory();
      const wanted = ['dist/cli/LICENSE', 'dist/cli/index.js', 'dist/cli/licenses.txt'];
      const stray = [
        '.env',
        '.git/config',
        '.npmrc',
        'dist/login/index.js',
        'dist/licenses.txt',
        'dist/.env',
        'packages/cli/package.json',
      ];
      for (const file of [...wanted, ...stray, DOCKERFILE]) {
        mkdirSync(dirname(join(context, file)), { recursive: true });
        writeFileSync(join(context, file), `FROM ${base}\nCOPY . /context/\n`);
      }
      copyFileSync('.dockerignore', join(context, '.dockerignore'));
      expect(await build(builder, ['--tag=context'], context)).toMatchObject({ exitCode: 0 });
      const entries = (await Promise.all((await save('context')).layers.map(listEntries))).flat();
      const files = entries.filter((entry) => !entry.endsWith('/')).map((entry) => entry.split(' context/')[1]);
      expect(files.toSorted()).toEqual(wanted);
    });
  });

  describe('run without rights on a read-only root file system', () => {
    beforeAll(async () => {
      // As distroless has it: Node and certificates, and nothing else.
      const root = makeTemporaryDirectory();
      await addProgram(root, requirePart('node24'), 'nodejs/bin/node');
      mkdirSync(join(root, 'etc/ssl/certs'), { recursive: true });
      copyFileSync('/etc/ssl/certs/ca-certificates.crt', join(root, 'etc/ssl/certs/ca-certificates.crt'));
      await daemon.importRoot('node:24', root);
      const built = await build('buildx build', ['--tag=dcr-login', '--build-arg=NODE_IMAGE=node:24']);
      if (built.exitCode !== 0) throw new Error(built.output);
    });

    function run(options: readonly string[], words: readonly string[]): Promise<CommandResult> {
      const rights = ['--read-only', '--user=65532', '--cap-drop=ALL', '--security-opt=no-new-privileges'];
      const environment = { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD };
      return daemon.docker(['run', '--rm', ...rights, ...options, 'dcr-login', ...words], { config, environment });
    }

    it('starts without a network and with nothing mounted', async () => {
      expect(await run(['--network=none'], ['--version'])).toMatchObject({ exitCode: 0, stdout: `${VERSION}\n` });
    });

    it('has no shell', async () => {
      const { exitCode, output } = await run(['--network=none', '--entrypoint=/bin/sh'], ['-c', 'exit 0']);
      expect([exitCode, output]).toEqual([127, expect.stringContaining('no such file or directory')]);
    });

    it.each([
      ['a new volume', () => '--volume=dcr-state:/state'],
      ['a directory of root that is open to all, as an emptyDir is,', () => mountEmptyDirectory().flag],
      ['memory that belongs to its user', () => '--tmpfs=/state:uid=65532,gid=65532,mode=0700'],
    ])('with %s for state, tells the whole story of the demo', async (_name, mount) => {
      const { exitCode, stdout } = await run(['--network=none', mount()], ['demo', '--json']);
      expect([exitCode, JSON.parse(stdout)]).toMatchObject([0, { ok: true }]);
    });

    it('logs in to a real registry, remembers it from one container to the next, and logs out', async () => {
      const { flag, directory } = mountEmptyDirectory();
      const options = ['--network=host', flag, '--env=DCR_USERNAME', '--env=DCR_PASSWORD'];
      const canary = await startCanary({
        secrets: SECRETS,
        allow: ({ place, process: seen }) =>
          place === 'environ' && /docker run|dcr-login\/index\.js|runc/u.test(seen?.arguments.join(' ') ?? ''),
      });
      const login = await run(options, ['login', `${registry.host}/acme`, '--engine=file', '--json']);
      expect([login.exitCode, JSON.parse(login.stdout)]).toMatchObject([0, { sessions: [{ name: 'acme' }] }]);
      expect(readdirSync(directory)).toContain('.docker');
      const logout = await run(['--network=none', flag], ['logout', '--json']);
      expect(JSON.parse(logout.stdout)).toMatchObject({ ok: true, sessions: [{ outcome: 'removed' }] });
      expect(await canary.stop()).toEqual([]);
      expect(scanDirectory(directory, SECRETS)).toEqual([]);
      for (const { output } of [login, logout]) expect(scanText(output, 'output', SECRETS)).toEqual([]);
    });
  });
});

const environment = { PATH: process.env['PATH'] ?? '' };

/** As kubelet makes one. */
function mountEmptyDirectory(): { readonly flag: string; readonly directory: string } {
  const directory = join(makeTemporaryDirectory(), 'state');
  mkdirSync(directory);
  chmodSync(directory, 0o777);
  return { flag: `--volume=${directory}:/state`, directory };
}

/** `drwxr-xr-x 0/0 opt/` for each entry of a layer. */
async function listEntries(layer: string): Promise<readonly string[]> {
  const words = ['--list', '--verbose', '--numeric-owner', '--file', layer];
  const { stdout } = await runToSuccess({ path: 'tar', arguments: words, environment });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [mode, owner, , , , ...name] = line.split(/ +/u);
      return [mode, owner, ...name].join(' ');
    });
}
