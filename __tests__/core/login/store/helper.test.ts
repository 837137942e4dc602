import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { scanText } from '@nexqloud/dcr-testkit';
import { DcrError, login, logout } from '../../../../packages/core/lib/index.js';
import type { FileEffect } from '../../../../packages/core/lib/ports/files.js';
import { catchCode, catchError } from '../../support/codes.ts';
import { installDocker } from '../../support/fake-docker.ts';
import type { FakeHelper, HelperManner } from '../../support/fake-helper.ts';
import { installHelper } from '../../support/fake-helper.ts';
import type { World } from '../../support/world.ts';
import {
  BEFORE,
  CREDENTIAL,
  findSecret,
  listRemains,
  makeWorld,
  PASSWORD,
  readConfig,
  writeConfig,
} from '../../support/world.ts';

const HOST = 'dcr.nexqloud.io';
const SECRET = [{ name: 'password', username: 'ci', value: PASSWORD }];
const OLD = { Username: 'old', Secret: 'old-password' };
const MINE = { Username: 'ci', Secret: PASSWORD };
let world: World;
let helper: FakeHelper;
beforeEach(() => {
  world = makeWorld({ DCR_PASSWORD: PASSWORD });
  installDocker(world);
  helper = installHelper(world, 'vault');
});
const run = (rest: { engine?: 'file' | 'docker'; isolate?: boolean; timeout?: number } = {}) =>
  login({ registry: `${HOST}/acme`, credential: CREDENTIAL, verify: 'none', ...rest }, world.ports);
/** Where the password lies, other than in the helper and in what docker was given. */
const findLeaks = () => findSecret(world).filter((path) => !path.startsWith(world.bin));

describe('a credential helper that the user configured', () => {
  it.each([
    ['for everything', { ...BEFORE, credsStore: 'vault' }, 'docker'],
    ['for everything', { ...BEFORE, credsStore: 'vault' }, 'file'],
    ['for this host', { ...BEFORE, credsStore: 'missing', credHelpers: { [HOST]: 'vault' } }, 'file'],
  ] as const)('%s keeps the login, and the file none of it: %j by %s', async (_, config, engine) => {
    const before = writeConfig(world, config);
    helper.keep({ 'other.example': OLD });
    const session = await run({ engine });
    expect(helper.content()).toEqual({ 'other.example': OLD, [HOST]: MINE });
    expect(readConfig(world)).toEqual({ ...config, auths: { ...BEFORE.auths, [HOST]: {} } });
    expect(findLeaks()).toEqual([]);
    expect(await session.close()).toBe('removed');
    expect(helper.content()).toEqual({ 'other.example': OLD });
    expect(JSON.parse(readFileSync(world.configFile, 'utf8'))).toEqual(JSON.parse(before));
  });

  it('that a logout had emptied when the disk was full: the next one puts back what the file held', async () => {
    const before = writeConfig(world, { auths: { [HOST]: { auth: 'b2xkOm9sZC1wYXNzd29yZA==' } }, credsStore: 'vault' });
    await run({ engine: 'file' });
    const { files } = world.ports;
    const full = {
      ...files,
      apply: (effect: FileEffect) => (effect.do === 'replace' ? refuse() : files.apply(effect)),
    };
    const refuse = () => Promise.reject(new DcrError('DCR_STORE_FAILED', { message: 'no space left on device' }));
    expect(await catchCode(() => logout({}, { ...world.ports, files: full }))).toBe('DCR_STORE_FAILED');
    expect([helper.content(), listRemains(world).length]).toEqual([{}, 1]);
    expect((await logout({}, world.ports)).map(({ outcome }) => outcome)).toEqual(['restored']);
    expect([readFileSync(world.configFile, 'utf8'), listRemains(world)]).toEqual([before, []]);
  });

  it('has what it held before the login back after it', async () => {
    const before = writeConfig(world, { auths: { [HOST]: {} }, credsStore: 'vault' });
    helper.keep({ [HOST]: OLD });
    const session = await run();
    expect(helper.content()).toEqual({ [HOST]: MINE });
    expect(await session.close()).toBe('restored');
    expect([helper.content(), readFileSync(world.configFile, 'utf8')]).toEqual([{ [HOST]: OLD }, before]);
    expect(listRemains(world)).toEqual([]);
  });

  it('gives back the plain entry of a time before the helper', async () => {
    const plain = { auths: { [HOST]: { auth: 'b2xkOm9sZA==' } }, credsStore: 'vault' };
    writeConfig(world, plain);
    const session = await run();
    await session.close();
    expect([helper.content(), readConfig(world)]).toEqual([{}, plain]);
  });

  it('keeps what somebody else stored in it since', async () => {
    writeConfig(world, { credsStore: 'vault' });
    const session = await run();
    helper.keep({ [HOST]: OLD });
    expect(await session.close()).toBe('left');
    expect(helper.content()).toEqual({ [HOST]: OLD });
  });

  it('sees nothing of the secret in its arguments and environment', async () => {
    writeConfig(world, { credsStore: 'vault' });
    await (await run()).close();
    expect(new Set(helper.verbs())).toEqual(new Set(['get', 'store', 'erase']));
    for (const environ of helper.environs()) expect(scanText(environ, 'environ', SECRET)).toEqual([]);
  });

  it('is not asked at all for an isolated login', async () => {
    writeConfig(world, { ...BEFORE, credsStore: 'vault' });
    const session = await run({ isolate: true });
    expect([helper.verbs(), helper.content()]).toEqual([[], {}]);
    await session.close();
    expect(helper.verbs()).toEqual([]);
  });
});

describe('a broken helper', () => {
  it.each<[HelperManner, RegExp]>([
    ['get fails', /vault.*get.*the vault is sealed/u],
    ['store fails', /vault.*store.*the vault is sealed/u],
    ['get answers junk', /vault.*get/u],
  ])('(%s) is DCR_STORE_FAILED in its own words, and nothing is stored in plain text', async (manner, words) => {
    for (const engine of ['file', 'docker'] as const) {
      const before = writeConfig(world, { ...BEFORE, credsStore: 'vault' });
      helper.keep({ [HOST]: OLD });
      helper.behave(manner);
      const error = await catchError(() => run({ engine }));
      expect(error.code).toBe('DCR_STORE_FAILED');
      expect(error.message).toMatch(words);
      expect(scanText(`${error.message}\n${error.remedy}`, 'message', SECRET)).toEqual([]);
      expect(error.message).not.toMatch(/\n|::/u);
      expect([readFileSync(world.configFile, 'utf8'), helper.content()]).toEqual([before, { [HOST]: OLD }]);
      expect([listRemains(world), findLeaks()]).toEqual([[], []]);
    }
  });

  it('that says it stored and did not is DCR_STORE_FAILED', async () => {
    writeConfig(world, { ...BEFORE, credsStore: 'vault' });
    helper.behave('store forgets');
    expect(await catchCode(() => run())).toBe('DCR_STORE_FAILED');
    expect(findLeaks()).toEqual([]);
  });

  it('that is not on PATH is DCR_STORE_FAILED', async () => {
    const before = writeConfig(world, { ...BEFORE, credsStore: 'nowhere' });
    const error = await catchError(() => run());
    expect([error.code, error.message.includes('docker-credential-nowhere')]).toEqual(['DCR_STORE_FAILED', true]);
    expect([readFileSync(world.configFile, 'utf8'), listRemains(world), findLeaks()]).toEqual([before, [], []]);
  });

  it('that hangs is ended at the deadline', async () => {
    writeConfig(world, { ...BEFORE, credsStore: 'vault' });
    helper.behave('get hangs');
    const since = performance.now();
    expect(await catchCode(() => run({ engine: 'file', timeout: 400 }))).toBe('DCR_STORE_FAILED');
    expect(performance.now() - since).toBeLessThan(4000);
    expect(listRemains(world)).toEqual([]);
  });

  it('that cannot erase keeps the session, until it can', async () => {
    writeConfig(world, { ...BEFORE, credsStore: 'vault' });
    await run();
    helper.behave('erase fails');
    const error = await catchError(() => logout({}, world.ports));
    expect([error.code, error.message.includes('sealed')]).toEqual(['DCR_STORE_FAILED', true]);
    helper.behave('works');
    expect(await logout({}, world.ports)).toMatchObject([{ outcome: 'removed' }]);
    expect([helper.content(), listRemains(world)]).toEqual([{}, []]);
  });

  it('that says it erased and did not is told of', async () => {
    writeConfig(world, { ...BEFORE, credsStore: 'vault' });
    await run();
    helper.behave('erase forgets');
    expect(await catchCode(() => logout({}, world.ports))).toBe('DCR_STORE_FAILED');
  });

  it('that is gone at logout is told of, and the session stays', async () => {
    writeConfig(world, { ...BEFORE, credsStore: 'vault' });
    await run();
    rmSync(`${world.bin}/docker-credential-vault`);
    expect(await catchCode(() => logout({}, world.ports))).toBe('DCR_STORE_FAILED');
    expect(listRemains(world)).toHaveLength(1);
  });
});

describe('helpers that lie on PATH and are not configured', () => {
  it('are never called', async () => {
    const unasked = ['pass', 'secretservice', 'osxkeychain', 'wincred'].map((name) => installHelper(world, name));
    for (const config of [undefined, {}, BEFORE, { credsStore: '' }, { credHelpers: { 'other.example': 'pass' } }]) {
      rmSync(world.configFile, { force: true });
      if (config !== undefined) writeConfig(world, config);
      await (await run()).close();
      await (await run({ isolate: true })).close();
    }
    expect(unasked.flatMap(({ verbs }) => verbs())).toEqual([]);
  });
});

describe('a helper that was configured between login and logout', () => {
  it('is not asked: the login goes from where it was put', async () => {
    writeConfig(world);
    const session = await run();
    writeFileSync(world.configFile, JSON.stringify({ ...readConfig(world), credsStore: 'vault' }));
    expect(await session.close()).toBe('removed');
    expect([helper.verbs(), readConfig(world)]).toEqual([[], { ...BEFORE, credsStore: 'vault' }]);
  });
});
