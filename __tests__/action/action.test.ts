import { existsSync, readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { makeTemporaryDirectory, scanDirectory, scanText, waitUntil } from '@nexqloud/dcr-testkit';
import { makeRunner, startMain, writeDocker } from './runner.ts';

const PASSWORD = 'c4nary:p@ss"w0rd\'$HOME\\%41';
const SECRET = { name: 'password', username: 'ci', value: PASSWORD };

let sandbox: Sandbox;
let registry: string;
let inputs: Record<string, string>;
beforeAll(async () => {
  const credentials = [{ username: 'ci', password: PASSWORD }];
  sandbox = await startSandbox({ registries: [{ name: 'acme', credentials, repositories: ['app'] }] });
  registry = `${sandbox.host}/acme`;
  inputs = { registry, username: 'ci', password: PASSWORD, engine: 'file' };
});
afterAll(() => sandbox.close());

/** Everything that a log may show once the runner has taken its mask commands out. */
const withoutMasks = (text: string): string => text.replaceAll(/^.*::add-mask::.*$/gmu, '');

describe('the main step', () => {
  it('when the login is right, it sets its outputs and tells no secret', async () => {
    const runner = makeRunner();
    const { exitCode, output } = await runner.main(inputs);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    const { 'config-dir': directory, ...outputs } = runner.values('output');
    expect(outputs).toEqual({
      registry,
      host: sandbox.host,
      name: 'acme',
      username: 'ci',
      'config-dirs': JSON.stringify({ [registry]: directory }),
      'expires-at': '',
    });
    expect(runner.values('env')).toEqual({ DOCKER_CONFIG: directory });
    for (const file of ['state', 'output', 'env'] as const)
      expect(scanText(runner.read(file), file, [SECRET])).toEqual([]);
    expect(scanText(withoutMasks(output), 'log', [SECRET])).toEqual([]);
    await runner.post();
  });

  it('prints every mask before anything else', async () => {
    const runner = makeRunner();
    const lines = (await runner.main(inputs)).stdout.trim().split('\n');
    const masks = lines.filter((line) => line.startsWith('::add-mask::'));
    expect(masks.length).toBeGreaterThan(10);
    expect(lines.slice(0, masks.length)).toEqual(masks);
    await runner.post();
  });

  it('when a path holds line breaks, tells the runner that path and no variable of its making', async () => {
    const runner = makeRunner();
    const directory = join(runner.temporary, 'a\nend\nend_\nNODE_OPTIONS=1');
    mkdirSync(directory);
    expect(await runner.main(inputs, { RUNNER_TEMP: directory })).toMatchObject({ exitCode: 0 });
    const { 'config-dir': told = '' } = runner.values('output');
    expect(runner.values('env')).toEqual({ DOCKER_CONFIG: told });
    expect(existsSync(join(told, 'config.json'))).toBe(true);
    await runner.post();
    expect(readdirSync(directory)).toEqual(['dcr-login']);
  });

  it('isolates on every runner but those of GitHub', async () => {
    const [own, hosted] = [makeRunner(), makeRunner()];
    await own.main(inputs);
    await hosted.main(inputs, { RUNNER_ENVIRONMENT: 'github-hosted' });
    expect(existsSync(join(own.home, '.docker'))).toBe(false);
    expect(existsSync(join(hosted.home, '.docker/config.json'))).toBe(true);
    expect(hosted.read('env')).toBe('');
    await Promise.all([own.post(), hosted.post()]);
    expect(existsSync(join(hosted.home, '.docker/config.json'))).toBe(false);
  });

  it('when the credential is rejected, it fails with the code and leaves nothing', async () => {
    const runner = makeRunner();
    const { exitCode, output } = await runner.main({ ...inputs, password: 'wr0ng-password' });
    expect(exitCode).toBe(1);
    expect(output).toContain('::error::DCR_CREDENTIAL_REJECTED');
    expect(scanDirectory(runner.temporary, [{ name: 'wrong', value: 'wr0ng-password' }])).toEqual([]);
    expect(readdirSync(join(runner.temporary, 'dcr-login/sessions'))).toEqual([]);
  });

  it('when several inputs are wrong, it names them all', async () => {
    const { exitCode, output } = await makeRunner().main({
      ...inputs,
      engine: 'dokcer',
      retries: 'many',
      timeout: 'soon',
    });
    expect(exitCode).toBe(1);
    for (const name of ['input engine', 'input retries', 'input timeout']) expect(output).toContain(name);
  });
});

describe('a missing secret', () => {
  const head = (repository: string) => ({ pull_request: { head: { repo: { full_name: repository } } } });
  it.each([
    ['a pull request from a fork', { GITHUB_EVENT_NAME: 'pull_request' }, head('mallory/api'), 'fork mallory/api'],
    ['Dependabot', { GITHUB_ACTOR: 'dependabot[bot]', GITHUB_EVENT_NAME: 'push' }, {}, 'Dependabot'],
    ['an unprotected ref', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/x' }, {}, 'refs/heads/x'],
    ['a protected ref', { GITHUB_EVENT_NAME: 'push', GITHUB_REF_PROTECTED: 'true' }, {}, 'environment:'],
  ])('is explained for %s', async (_name, variables, payload, words) => {
    const runner = makeRunner();
    const event = join(makeTemporaryDirectory(), 'event.json');
    writeFileSync(event, JSON.stringify(payload));
    const { exitCode, output } = await runner.main(
      { ...inputs, password: '' },
      { ...variables, GITHUB_EVENT_PATH: event },
    );
    expect(exitCode).toBe(1);
    expect(output).toContain('DCR_CREDENTIAL_MISSING');
    expect(output).toContain(words);
    expect(readdirSync(runner.temporary)).toEqual([]);
  });

  it('when on-missing is skip, succeeds with a notice', async () => {
    const { exitCode, output } = await makeRunner().main({ ...inputs, password: '', 'on-missing': 'skip' });
    expect(exitCode).toBe(0);
    expect(output).toContain('::notice::');
  });
});

describe('the post step', () => {
  it('works from the saved state alone, twice, and gives DOCKER_CONFIG back first', async () => {
    const runner = makeRunner();
    await runner.main(inputs, { DOCKER_CONFIG: '/somewhere/else' });
    const first = await runner.post(runner.values('env'));
    expect(first).toMatchObject({ exitCode: 0 });
    expect(runner.values('env')).toEqual({ DOCKER_CONFIG: '/somewhere/else' });
    expect(scanDirectory(runner.temporary, [SECRET])).toEqual([]);
    expect(await runner.post()).toMatchObject({ exitCode: 0 });
  });

  it('gives DOCKER_CONFIG back also where the step itself sets it, and leaves what somebody else has set since', async () => {
    for (const [seen, given] of [
      ['/of/the/step', true],
      ['/of/somebody/else', false],
    ] as const) {
      const runner = makeRunner();
      await runner.main(inputs, { DOCKER_CONFIG: '/of/the/step' });
      const { length } = runner.read('env');
      expect(await runner.post({ DOCKER_CONFIG: seen })).toMatchObject({ exitCode: 0 });
      expect(runner.read('env').slice(length).includes('/of/the/step')).toBe(given);
    }
  });

  it('on a runner of GitHub touches no DOCKER_CONFIG, which it never set', async () => {
    const runner = makeRunner();
    await runner.main(inputs, { RUNNER_ENVIRONMENT: 'github-hosted' });
    await runner.post({ DOCKER_CONFIG: '/of/the/user' });
    expect(runner.read('env')).toBe('');
  });

  it('when there was another login on the host, puts it back', async () => {
    const runner = makeRunner();
    const before = { auths: { [sandbox.host]: { auth: 'b2xkOm9sZA==' } }, mine: 1 };
    mkdirSync(join(runner.home, '.docker'));
    const file = join(runner.home, '.docker/config.json');
    writeFileSync(file, JSON.stringify(before));
    await runner.main(inputs, { RUNNER_ENVIRONMENT: 'github-hosted' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).not.toEqual(before);
    await runner.post();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(before);
  });

  it('when logout is false, leaves the login', async () => {
    const runner = makeRunner();
    await runner.main({ ...inputs, logout: 'false' });
    expect(await runner.post()).toMatchObject({ exitCode: 0 });
    expect(scanDirectory(runner.temporary, [SECRET]).length).toBeGreaterThan(0);
  });

  it('never fails the job, whatever it finds', async () => {
    const runner = makeRunner();
    expect(await runner.post({ STATE_dcr: '{"session":"gone","stateDir":"/nowhere","logout":true}' })).toMatchObject({
      exitCode: 0,
    });
    expect(await runner.post({ STATE_dcr: 'torn' })).toMatchObject({ exitCode: 0 });
    expect(await runner.post()).toMatchObject({ exitCode: 0 });
  });
});

describe('main killed with SIGKILL, then post', () => {
  it.each(['true', 'false'])('when docker had stored the login (isolate: %s), nothing is left', async (isolate) => {
    const runner = makeRunner();
    const docker = writeDocker({ slow: true });
    const main = startMain(runner.environment({ ...inputs, engine: 'docker', isolate }, { PATH: docker.path }));
    await waitUntil(() => docker.reached('stored'), { deadlineMs: 15_000, what: 'docker to store the login' });
    expect(scanDirectory(runner.temporary, [SECRET]).length).toBeGreaterThan(0);
    await main.kill();
    expect(await runner.post()).toMatchObject({ exitCode: 0 });
    expect(scanDirectory(runner.temporary, [SECRET])).toEqual([]);
    expect(scanDirectory(runner.home, [SECRET])).toEqual([]);
    expect(readdirSync(join(runner.temporary, 'dcr-login/sessions'))).toEqual([]);
  });

  it('when the registry was still being asked, nothing is left', async () => {
    const silent = createServer();
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const asked = new Promise((connected) => silent.once('connection', connected));
    const runner = makeRunner();
    const docker = writeDocker({ slow: false });
    const host = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const main = startMain(
      runner.environment({ ...inputs, registry: `${host}/acme`, engine: 'docker' }, { PATH: docker.path }),
    );
    await asked;
    await main.kill();
    expect(docker.reached('stored')).toBe(false);
    expect(await runner.post()).toMatchObject({ exitCode: 0 });
    expect(readdirSync(join(runner.temporary, 'dcr-login/sessions'))).toEqual([]);
    expect(readdirSync(runner.temporary)).toEqual(['dcr-login']);
    silent.close();
  });
});

describe('dist/login', () => {
  it('has no undici and no Octokit in what it loads at start', () => {
    const text = readFileSync('dist/login/index.js', 'utf8');
    expect(text).not.toMatch(/undici|octokit/iu);
    const later = readdirSync('dist/login').filter((name) => /^\d+\.index\.js$/u.test(name));
    expect(later.some((name) => /octokit/iu.test(readFileSync(join('dist/login', name), 'utf8')))).toBe(true);
  });
});
