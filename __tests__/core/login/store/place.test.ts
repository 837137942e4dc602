import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { login } from '../../../../packages/core/lib/index.js';
import { catchError } from '../../support/codes.ts';
import { runChild } from '../../support/child.ts';
import type { World } from '../../support/world.ts';
import {
  BEFORE,
  CREDENTIAL,
  encodePair,
  findSecret,
  listRemains,
  makeWorld,
  PASSWORD,
  readConfig,
  writeConfig,
} from '../../support/world.ts';

const HOST = 'dcr.nexqloud.io';
const REQUEST = { registry: `${HOST}/acme`, credential: CREDENTIAL, engine: 'file', verify: 'none' } as const;
let world: World;
beforeEach(() => void (world = makeWorld()));
const run = () => login(REQUEST, world.ports);
const expectStored = () => expect(readConfig(world).auths?.[HOST]?.auth).toBe(encodePair('ci', PASSWORD));

describe('a config.json', () => {
  it('that is a link stays one', async () => {
    const real = join(world.root, 'real.json');
    writeConfig(world);
    writeFileSync(real, readFileSync(world.configFile));
    rmSync(world.configFile);
    symlinkSync('../../real.json', world.configFile);
    const session = await run();
    expectStored();
    await session.close();
    expect(readlinkSync(world.configFile)).toBe('../../real.json');
    expect(JSON.parse(readFileSync(real, 'utf8'))).toEqual(BEFORE);
    expect([lstatSync(real).isFile(), findSecret(world)]).toEqual([true, []]);
  });

  it.each([0o640, 0o600, 0o664])('keeps its mode (%i)', async (mode) => {
    writeConfig(world);
    chmodSync(world.configFile, mode);
    const session = await run();
    expect(statSync(world.configFile).mode & 0o777).toBe(mode);
    await session.close();
    expect(statSync(world.configFile).mode & 0o777).toBe(mode);
  });

  it('that is new is for its owner alone, and goes with its last login', async () => {
    rmSync(world.configDir, { recursive: true });
    const session = await run();
    expect([statSync(world.configDir).mode & 0o777, statSync(world.configFile).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(readConfig(world)).toEqual({ auths: { [HOST]: { auth: encodePair('ci', PASSWORD) } } });
    await session.close();
    expect(existsSync(world.configFile)).toBe(false);
  });

  it.each(['', '{}', '{"auths":{}}', '{"auths":null}', '\n'])('of %j is taken as empty', async (text) => {
    writeConfig(world, text);
    const session = await run();
    expectStored();
    await session.close();
    expect([findSecret(world), readConfig(world).auths ?? {}]).toEqual([[], {}]);
  });

  it.each([
    ['a directory', () => mkdirSync(world.configFile)],
    ['a pipe', () => spawnSync('/usr/bin/mkfifo', [world.configFile])],
    [
      'a link to a pipe',
      () => {
        spawnSync('/usr/bin/mkfifo', [join(world.root, 'pipe')]);
        symlinkSync(join(world.root, 'pipe'), world.configFile);
      },
    ],
    ['a device', () => symlinkSync('/dev/zero', world.configFile)],
    ['a link to itself', () => symlinkSync('config.json', world.configFile)],
    ['no JSON', () => writeFileSync(world.configFile, '{"auths":')],
    ['a list', () => writeFileSync(world.configFile, '[]')],
    ['one whose auths are no object', () => writeFileSync(world.configFile, '{"auths":"x"}')],
    [
      'one that names the host twice',
      () => writeFileSync(world.configFile, `{"auths":{"${HOST}":{"auth":"YTpi"},"${HOST}":{}}}`),
    ],
    ['one that has auths twice', () => writeFileSync(world.configFile, '{"auths":{},"auths":{}}')],
  ])('that is %s is refused and stays as it is', async (_, make) => {
    make();
    const content = () => (lstatSync(world.configFile).isFile() ? readFileSync(world.configFile, 'utf8') : '');
    const before = content();
    const since = performance.now();
    expect((await catchError(run)).code).toBe('DCR_STORE_FAILED');
    expect(performance.now() - since).toBeLessThan(3000);
    expect([content(), listRemains(world), findSecret(world)]).toEqual([before, [], []]);
  });

  it('in whose place of a directory a file lies is DCR_STORE_FAILED', async () => {
    rmSync(world.configDir, { recursive: true });
    writeFileSync(world.configDir, 'x');
    expect((await catchError(run)).code).toBe('DCR_STORE_FAILED');
  });
});

describe('a user who may not write', () => {
  /** As this user nothing is forbidden to root; so the child runs as nobody, where this one is root. */
  const asNobody = async (rest: { isolate?: boolean } = {}) => {
    const answer = await runChild({ what: 'login', requests: [{ ...REQUEST, ...rest }] }, world.variables, {
      asNobody: true,
    });
    return answer?.answers[0];
  };
  const own = (path: string) => {
    if (process.getuid?.() === 0) chownSync(path, 65_534, 65_534);
  };

  it.each(['the configuration directory', 'the state directory'])('to %s is told so with a code', async (what) => {
    const before = writeConfig(world);
    mkdirSync(world.stateDir);
    for (const path of [world.root, world.home, world.configDir, world.configFile, world.stateDir]) own(path);
    chmodSync(what === 'the state directory' ? world.stateDir : world.configDir, 0o500);
    const answer = await asNobody();
    chmodSync(world.stateDir, 0o700);
    chmodSync(world.configDir, 0o700);
    expect(answer).toMatchObject({ code: 'DCR_STORE_FAILED', message: expect.stringContaining('EACCES') });
    expect([readFileSync(world.configFile, 'utf8'), listRemains(world), findSecret(world)]).toEqual([before, [], []]);
  });

  it('may not read the configuration either: that is told with a code', async () => {
    writeConfig(world);
    for (const path of [world.root, world.home, world.configDir, world.configFile]) own(path);
    chmodSync(world.configFile, 0o000);
    expect(await asNobody()).toMatchObject({ code: 'DCR_STORE_FAILED', message: expect.stringContaining('EACCES') });
  });
});
