import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { describeReal, makeTemporaryDirectory, scanDirectory, waitUntil } from '@nexqloud/dcr-testkit';
import { makeRunner } from '../action/runner.ts';
import { installProgram, readCode } from '../cli/support/machine.ts';
import { makeRealMachine, readKeys, readStored } from './support/machine.ts';
import type { RealMachine } from './support/machine.ts';

const FOREIGN = 12_345;

describeReal(['docker', 'dockerd'], 'attacks on the files of a login', () => {
  let sandbox: Sandbox;
  let registry: string;
  let credential: { readonly DCR_USERNAME: string; readonly DCR_PASSWORD: string };
  let secrets: { name: string; value: string }[];
  beforeAll(async () => {
    sandbox = await startSandbox();
    const [acme] = sandbox.registries;
    registry = acme?.reference ?? '';
    credential = { DCR_USERNAME: acme?.username ?? '', DCR_PASSWORD: acme?.password ?? '' };
    secrets = [{ name: 'password', value: credential.DCR_PASSWORD }];
  });
  afterAll(() => sandbox.close());

  const login = (machine: RealMachine, ...flags: string[]) =>
    machine.run(['login', registry, '--engine', 'docker', '--json', ...flags], { env: credential });

  /** The login was refused, nothing of it is here, and nothing was put where the attacker waits. */
  function expectRefused(machine: RealMachine, trap: string, result: Awaited<ReturnType<typeof login>>): void {
    expect([result.exitCode, readCode(result)]).toEqual([6, 'DCR_STORE_FAILED']);
    expect(readdirSync(trap)).toEqual([]);
    expect(scanDirectory(machine.root, secrets)).toEqual([]);
  }

  describe('a planted symbolic link', () => {
    it.each([
      ['sessions/ of the state directory', (m: RealMachine) => join(m.stateDir, 'sessions'), {}],
      ['the private base in XDG_RUNTIME_DIR', (m: RealMachine) => join(m.runtime, 'dcr-login'), {}],
      [
        'the private base of the state directory',
        (m: RealMachine) => join(m.stateDir, 'private'),
        { XDG_RUNTIME_DIR: '' },
      ],
    ] as const)('at %s is refused', async (_name, place, env: Readonly<Record<string, string>>) => {
      const machine = makeRealMachine(env);
      const trap = makeTemporaryDirectory();
      mkdirSync(dirname(place(machine)), { recursive: true });
      symlinkSync(trap, place(machine));
      for (const flags of [[], ['--isolate']]) expectRefused(machine, trap, await login(machine, ...flags));
      expect(existsSync(machine.configFile)).toBe(false);
    });

    it('at the state directory itself is the user’s own choice', async () => {
      const machine = makeRealMachine();
      const elsewhere = makeTemporaryDirectory();
      mkdirSync(dirname(machine.stateDir), { recursive: true });
      symlinkSync(elsewhere, machine.stateDir);
      expect(await login(machine, '--isolate')).toMatchObject({ exitCode: 0 });
      expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
      expect(scanDirectory(elsewhere, secrets)).toEqual([]);
    });

    it('as RUNNER_TEMP is not used by the Action, nor by the command line', async () => {
      const runner = makeRunner();
      const trap = makeTemporaryDirectory();
      const link = join(dirname(runner.temporary), 'link');
      symlinkSync(trap, link);
      const inputs = {
        registry,
        username: credential.DCR_USERNAME,
        password: credential.DCR_PASSWORD,
        engine: 'docker',
        isolate: 'true',
      };
      expect(await runner.main(inputs, { RUNNER_TEMP: link })).toMatchObject({ exitCode: 0 });
      expect(scanDirectory(trap, secrets)).toEqual([]);
      expect(scanDirectory(runner.home, secrets)).not.toEqual([]);
      expect(await runner.post({ RUNNER_TEMP: link })).toMatchObject({ exitCode: 0 });
      expect(scanDirectory(dirname(runner.home), secrets)).toEqual([]);

      const machine = makeRealMachine({ RUNNER_TEMP: link });
      const isolated = await login(machine, '--isolate');
      const [{ configDir = '' } = {}] = (isolated.json['sessions'] ?? []) as readonly { configDir?: string }[];
      expect(configDir.startsWith(link)).toBe(false);
      expect(scanDirectory(trap, secrets)).toEqual([]);
      await machine.run(['logout']);
    });

    it('at the base of the Action’s state is refused with the code in its log', async () => {
      const runner = makeRunner();
      const trap = makeTemporaryDirectory();
      mkdirSync(join(runner.temporary, 'dcr-login'));
      symlinkSync(trap, join(runner.temporary, 'dcr-login/sessions'));
      const inputs = {
        registry,
        username: credential.DCR_USERNAME,
        password: credential.DCR_PASSWORD,
        engine: 'docker',
      };
      const main = await runner.main(inputs);
      expect(main.exitCode).toBe(1);
      expect(main.stdout).toContain('DCR_STORE_FAILED');
      expect(readdirSync(trap)).toEqual([]);
      expect(scanDirectory(runner.temporary, secrets)).toEqual([]);
      expect((await runner.post()).exitCode).toBe(0);
    });
  });

  it('a private directory that is swapped while the login runs gets no secret', async () => {
    // A registry that does not answer holds the login between the making of its directory and the use of it.
    let release: () => void = () => undefined;
    const released = new Promise<void>((done) => (release = done));
    const { createServer } = await import('node:http');
    const gate = createServer((request, response) => {
      void released.then(() => {
        const basic = request.headers.authorization !== undefined;
        const challenge = { 'www-authenticate': 'Basic realm="x"', 'docker-distribution-api-version': 'registry/2.0' };
        response.writeHead(basic ? 200 : 401, { 'content-type': 'application/json', ...challenge }).end('{}');
      });
    });
    await new Promise<void>((done) => gate.listen(0, '127.0.0.1', done));
    const { port } = gate.address() as { port: number };
    const machine = makeRealMachine();
    const trap = makeTemporaryDirectory();
    const words = ['login', `127.0.0.1:${port}/acme`, '--engine', 'docker', '--isolate', '--json'];
    const running = machine.start(words, { env: credential });
    const base = join(machine.runtime, 'dcr-login');
    const list = () =>
      (existsSync(base) ? readdirSync(base) : []).filter((name) => existsSync(join(base, name, 'config.json')));
    await waitUntil(() => list().length > 0, { deadlineMs: 15_000, what: 'the private directory is there' });
    const [name = ''] = list();
    renameSync(join(base, name), join(base, 'moved'));
    symlinkSync(trap, join(base, name));
    release();
    const result = await running.ended;
    gate.closeAllConnections();
    await new Promise((done) => gate.close(done));
    expect([result.exitCode, readCode(result)]).toEqual([6, 'DCR_STORE_FAILED']);
    expect(readdirSync(trap)).toEqual([]);
    expect(scanDirectory(machine.root, secrets)).toEqual([]);
  });

  describe('a config.json that is no file to be edited', () => {
    const kinds: Readonly<Record<string, (file: string) => void>> = {
      'a FIFO': (file) => void spawnSync('mkfifo', [file]),
      'a directory': (file) => mkdirSync(file),
      'a device': (file) => void spawnSync('mknod', [file, 'c', '1', '5']),
      'far too large': (file) => writeFileSync(file, `{"auths":{},"x":"${'x'.repeat(9 * 1024 * 1024)}"}`),
      'a loop of links': (file) => {
        symlinkSync(`${file}.other`, file);
        symlinkSync(file, `${file}.other`);
      },
      'cut off': (file) => writeFileSync(file, '{"auths":{"other.example":'),
    };
    it.each(Object.keys(kinds))('%s: is refused with a code, and stays what it was', async (kind) => {
      const machine = makeRealMachine();
      mkdirSync(dirname(machine.configFile), { recursive: true });
      kinds[kind]?.(machine.configFile);
      const before = spawnSync('stat', ['-c', '%F %s %i %a', machine.configFile], { encoding: 'utf8' }).stdout;
      const result = await login(machine);
      expect([result.exitCode, readCode(result)]).toEqual([6, 'DCR_STORE_FAILED']);
      expect(spawnSync('stat', ['-c', '%F %s %i %a', machine.configFile], { encoding: 'utf8' }).stdout).toBe(before);
      expect(machine.remains()).toEqual([]);
      expect(scanDirectory(join(machine.home, '.local'), secrets)).toEqual([]);
      const exec = await machine.run(['exec', registry, '--engine', 'file', '--', 'true'], { env: credential });
      expect(exec.exitCode).toBe(125);
      expect(machine.remains()).toEqual([]);
    });

    it('a link to nothing: the login goes where it points, and the link stays', async () => {
      const machine = makeRealMachine();
      mkdirSync(dirname(machine.configFile), { recursive: true });
      const target = join(machine.home, 'dotfiles.json');
      symlinkSync(target, machine.configFile);
      expect(await login(machine)).toMatchObject({ exitCode: 0 });
      expect(readStored(target, sandbox.host)).toBe(`${credential.DCR_USERNAME}:${credential.DCR_PASSWORD}`);
      expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
      expect(scanDirectory(machine.root, secrets)).toEqual([]);
      expect(spawnSync('readlink', [machine.configFile], { encoding: 'utf8' }).stdout.trim()).toBe(target);
    });
  });

  /** A helper that is found before all others, the file in which it keeps its one login, and what it was asked. */
  function installKeeper(machine: RealMachine) {
    const [file, log] = [join(machine.root, 'kept.json'), join(machine.root, 'verbs')];
    const get = `cat '${file}' 2>/dev/null || { echo credentials not found in native keychain; exit 1; }`;
    const body = `echo $1 >>'${log}'; case $1 in get) ${get};; store) cat >'${file}';; erase) rm -f '${file}';; esac`;
    installProgram(machine, 'docker-credential-kept', body);
    const env = { ...credential, PATH: `${machine.bin}:${process.env['PATH'] ?? ''}` };
    const readVerbs = () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(0, -1) : []);
    return { file, env, readVerbs };
  }

  describe('a config.json that docker reads in its own way', () => {
    it.each([
      ['credsstore', (host: string) => ({ credsstore: 'kept', auths: { [`other.${host}`]: {} } })],
      ['CREDHELPERS', (host: string) => ({ CREDHELPERS: { [host]: 'kept' } })],
    ])('%s names a helper as well: it alone gets the login, and none of an isolated one', async (_, compose) => {
      const machine = makeRealMachine();
      const { file: kept, env } = installKeeper(machine);
      const before = JSON.stringify(compose(sandbox.host));
      machine.writeConfig(before);
      const run = (...words: string[]) => machine.run([...words, '--json'], { env });
      expect(await run('login', registry, '--engine', 'docker', '--isolate')).toMatchObject({ exitCode: 0 });
      expect([existsSync(kept), machine.readConfig()]).toEqual([false, before]);
      expect(await run('logout')).toMatchObject({ exitCode: 0 });
      expect(await run('login', registry, '--engine', 'docker')).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ Secret: credential.DCR_PASSWORD });
      expect(scanDirectory(join(machine.home, '.docker'), secrets)).toEqual([]);
      expect(await run('logout')).toMatchObject({ exitCode: 0 });
      expect([existsSync(kept), readKeys(machine.readConfig())]).toEqual([false, readKeys(before)]);
      expect(machine.remains()).toEqual([]);
    });

    it.each([
      { auths: { 'h.example': {}, 'other.example': { auth: '!!' } } },
      { HttpHeaders: { 'X-Mine': 1 } },
      { proxies: { default: { noProxy: ['other.example'] } } },
      { credsStore: '', credsstore: 'kept', auths: { 'other.example': { Auth: 5 } } },
    ])('%j: docker passes over the entries and asks the helper, and so a login is put there', async (faulty) => {
      const machine = makeRealMachine();
      const { file, env, readVerbs } = installKeeper(machine);
      const before = JSON.stringify({ credsStore: 'kept', ...faulty });
      machine.writeConfig(before);
      const run = (...words: string[]) => machine.run([...words, '--json'], { env });
      const copied = await run('login', registry, '--engine', 'docker', '--isolate');
      expect([copied.exitCode, readCode(copied)]).toEqual([2, 'DCR_CONFIG_INVALID']);
      expect([machine.readConfig(), readVerbs(), machine.remains()]).toEqual([before, [], []]);
      expect(await run('login', registry, '--engine', 'docker')).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ Secret: credential.DCR_PASSWORD });
      expect(scanDirectory(join(machine.home, '.docker'), secrets)).toEqual([]);
      // Without a daemon it gets no further than to what it found stored, and writes its file anew nevertheless.
      const copy = makeTemporaryDirectory();
      writeFileSync(join(copy, 'config.json'), machine.readConfig());
      const asked = readVerbs().length;
      const docker = await machine.client('docker', ['login', sandbox.host], { env: { ...env, DOCKER_CONFIG: copy } });
      expect(docker.stderr).toContain('WARNING: Error');
      expect(docker.output).toContain('Authenticating with existing credentials');
      expect(readVerbs()[asked]).toBe('get');
      expect(await run('logout')).toMatchObject({ exitCode: 0 });
      expect([existsSync(file), machine.readConfig()]).toEqual([false, before]);
    });

    it('Auths is auths: the login goes there, and leaves the rest', async () => {
      const machine = makeRealMachine();
      const before = JSON.stringify({ Auths: { 'other.example': { auth: 'b3RoZXI6b3RoZXI=' } } }, undefined, 2);
      machine.writeConfig(before);
      expect(await login(machine)).toMatchObject({ exitCode: 0 });
      expect(Object.keys(JSON.parse(machine.readConfig()) as object)).toEqual(['Auths']);
      expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
      expect(machine.readConfig()).toBe(before);
    });

    it.each([
      '{"credHelpers":["pass"]}',
      '{"credHelpers":{"other.example":1}}',
      '{"credsStore":{}}',
      '{"HttpHeaders":[]}',
      '{"proxies":{"default":{"httpProxy":1}}}',
      '{"currentContext":1}',
      '{"auths":{"other.example":"text"}}',
      '{"auths":{"other.example":{"auth":"bm9jb2xvbg=="}}}',
      '{"auths":{"other.example":{"auth":"YTpi!"}}}',
      '{"auths":{"other.example":{"Auth":5}}}',
      '{"auths":{"other.example":{"ServerAddress":5}}}',
      '{"httpheaders":{"a":1}}',
      '{"features":{"buildkit":true}}',
    ])('%s is refused whole by docker, and so a login into it is too', async (before) => {
      const machine = makeRealMachine();
      machine.writeConfig(before);
      const docker = await machine.client('docker', ['context', 'ls']);
      expect(docker.stderr).toContain('WARNING: Error');
      for (const flags of [[], ['--isolate']]) {
        const result = await login(machine, ...flags);
        expect([result.exitCode, readCode(result)]).toEqual([2, 'DCR_CONFIG_INVALID']);
      }
      expect([machine.readConfig(), machine.remains()]).toEqual([before, []]);
    });

    it.each([
      '{"auths":{"other.example":{"username":"a","password":"b"}}}',
      '{"auths":{"other.example":null,"x":{"auth":null}},"credHelpers":{"a":null},"HttpHeaders":null,"proxies":{"d":null}}',
      '{"auths":{"other.example":{"auth":"YTpi\\n"}},"credsStore":null,"currentContext":null}',
      '{"proxies":{"default":{"enabled":true}},"auths":{"other.example":{"Auth":"YTpi","email":"x"}}}',
    ])('%s is fine for docker, and so a login into it is too', async (before) => {
      const machine = makeRealMachine();
      machine.writeConfig(before);
      expect((await machine.client('docker', ['context', 'ls'])).stderr).not.toContain('WARNING: Error');
      expect(await login(machine)).toMatchObject({ exitCode: 0 });
      expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
      expect(machine.readConfig()).toBe(before);
    });
  });

  it.each([0o640, 0o600, 0o444])('a file of mode %i and a foreign owner keeps both, key for key', async (mode) => {
    const machine = makeRealMachine();
    const before = '{ "auths": {"other.example": {"auth":"b3RoZXI6b3RoZXI="}},\n "unknown": [1] }';
    machine.writeConfig(before);
    chownSync(machine.configFile, FOREIGN, FOREIGN);
    chmodSync(machine.configFile, mode);
    const tell = () => {
      const { uid, gid, mode: bits } = statSync(machine.configFile);
      return [uid, gid, bits & 0o7777];
    };
    expect(await login(machine)).toMatchObject({ exitCode: 0 });
    expect(tell()).toEqual([FOREIGN, FOREIGN, mode]);
    expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
    expect(tell()).toEqual([FOREIGN, FOREIGN, mode]);
    expect(readKeys(readFileSync(machine.configFile, 'utf8'))).toBe(readKeys(before));
    expect(machine.remains()).toEqual([]);
  });

  it('a directory that cannot be written to: refused with a code, and an isolated login still works', async () => {
    const machine = makeRealMachine();
    machine.writeConfig('{"auths":{}}');
    // Root may write wherever modes say no; a read-only mount holds for root, too.
    const directory = dirname(machine.configFile);
    const mount = spawnSync('mount', ['--bind', directory, directory], { encoding: 'utf8' });
    expect(mount).toMatchObject({ status: 0 });
    try {
      expect(spawnSync('mount', ['-o', 'remount,ro,bind', directory], { encoding: 'utf8' })).toMatchObject({
        status: 0,
      });
      const result = await login(machine);
      expect([result.exitCode, readCode(result)]).toEqual([6, 'DCR_STORE_FAILED']);
      expect(machine.remains()).toEqual([]);
      expect(scanDirectory(machine.root, secrets)).toEqual([]);
      expect(await login(machine, '--isolate')).toMatchObject({ exitCode: 0 });
      expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
      expect(machine.remains()).toEqual([]);
    } finally {
      spawnSync('umount', [directory]);
    }
    expect(machine.readConfig()).toBe('{"auths":{}}');
  });
});
