import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { LoginRequest } from '../../../packages/core/lib/index.js';
import { listSessions, login, logout } from '../../../packages/core/lib/index.js';
import { catchCode } from '../support/codes.ts';
import { runChild } from '../support/child.ts';
import type { World } from '../support/world.ts';
import {
  BEFORE,
  CREDENTIAL,
  encodePair,
  findSecret,
  listRemains,
  makeWorld,
  readConfig,
  writeConfig,
} from '../support/world.ts';

const HOST = 'dcr.nexqloud.io';
const request = (name: string, rest: Partial<LoginRequest> = {}): LoginRequest => ({
  registry: `${HOST}/${name}`,
  credential: { username: 'ci', password: `password-of-${name}` },
  engine: 'file',
  verify: 'none',
  ...rest,
});
const present = (world: World) => (existsSync(world.configFile) ? readConfig(world).auths?.[HOST]?.auth : undefined);
const pairOf = (name: string) => encodePair('ci', `password-of-${name}`);

describe('three logins to one host', () => {
  const orders = [
    ['a', 'b', 'c'],
    ['a', 'c', 'b'],
    ['b', 'a', 'c'],
    ['b', 'c', 'a'],
    ['c', 'a', 'b'],
    ['c', 'b', 'a'],
  ];
  it.each(orders)('closed in the order %s %s %s leave what was there before', async (...order) => {
    for (const config of [undefined, BEFORE, { ...BEFORE, auths: { [HOST]: { auth: 'YTpi', email: 'x@y' } } }]) {
      const world = makeWorld();
      const before = config === undefined ? undefined : writeConfig(world, config);
      const open = new Map<string, Awaited<ReturnType<typeof login>>>();
      for (const name of ['a', 'b', 'c']) {
        open.set(name, await login(request(name), world.ports));
        expect(present(world)).toBe(pairOf(name));
      }
      for (const name of order) {
        await open.get(name)?.close();
        open.delete(name);
        const newest = [...open.keys()].at(-1);
        expect(present(world)).toBe(
          newest === undefined
            ? config && 'auths' in config
              ? (config.auths as Record<string, { auth: string }>)[HOST]?.auth
              : undefined
            : pairOf(newest),
        );
      }
      expect(existsSync(world.configFile)).toBe(before !== undefined);
      if (before !== undefined) expect(readConfig(world)).toEqual(JSON.parse(before));
      expect(listRemains(world)).toEqual([]);
      for (const name of order) expect(findSecret(world, `password-of-${name}`)).toEqual([]);
    }
  });

  it('and a foreign one between them leave the foreign one', async () => {
    const world = makeWorld();
    writeConfig(world);
    const a = await login(request('a'), world.ports);
    const foreign = { ...BEFORE, auths: { [HOST]: { auth: 'Zjpm' } } };
    writeConfig(world, foreign);
    const b = await login(request('b'), world.ports);
    expect([await a.close(), await b.close(), await b.close()]).toEqual(['left', 'restored', 'removed']);
    expect(readConfig(world)).toEqual(foreign);
  });
});

describe('a logout', () => {
  it('as a process of its own undoes everything, and a second one nothing', async () => {
    const world = makeWorld();
    const before = writeConfig(world);
    await login(request('a'), world.ports);
    await login(request('b', { registry: 'other.example:5000/b' }), world.ports);
    await login(request('c', { isolate: true }), world.ports);
    expect((await listSessions({}, world.ports)).map(({ name, state }) => [name, state])).toEqual([
      ['c', 'open'],
      ['b', 'open'],
      ['a', 'open'],
    ]);
    const first = await runChild({ what: 'logout', requests: [{}] }, world.variables);
    expect(first?.answers).toEqual([{ closed: ['removed', 'removed', 'removed'] }]);
    expect(readFileSync(world.configFile, 'utf8')).toBe(before);
    const second = await runChild({ what: 'logout', requests: [{}] }, world.variables);
    expect(second?.answers).toEqual([{ closed: [] }]);
    expect(listRemains(world)).toEqual([]);
  });

  it('takes only the registries, or only the sessions, that are named', async () => {
    const world = makeWorld();
    const a = await login(request('a'), world.ports);
    await login(request('b', { registry: 'other.example/b' }), world.ports);
    await login(request('c', { registry: 'third.example/c' }), world.ports);
    const names = async () => (await listSessions({}, world.ports)).map(({ name }) => name).toSorted();
    await logout({ registries: ['https://OTHER.example/b/'] }, world.ports);
    expect(await names()).toEqual(['a', 'c']);
    await logout({ registries: ['other.example/b'], ids: [a.id] }, world.ports);
    expect(await names()).toEqual(['a', 'c']);
    await logout({ ids: [a.id] }, world.ports);
    expect(await names()).toEqual(['c']);
    expect(await logout({ registries: [] }, world.ports)).toHaveLength(1);
  });

  it('tries every session before it tells of one that failed, which stays to be closed later', async () => {
    const world = makeWorld();
    await login(request('a'), world.ports);
    const elsewhere = join(world.root, 'elsewhere');
    mkdirSync(elsewhere);
    await login(request('b', { configDir: elsewhere }), world.ports);
    writeFileSync(join(elsewhere, 'config.json'), '{ broken');
    expect(await catchCode(() => logout({}, world.ports))).toBe('DCR_STORE_FAILED');
    expect((await listSessions({}, world.ports)).map(({ name }) => name)).toEqual(['b']);
    expect(readFileSync(join(elsewhere, 'config.json'), 'utf8')).toBe('{ broken');
    expect(present(world)).toBeUndefined();
    rmSync(join(elsewhere, 'config.json'));
    expect(await logout({}, world.ports)).toMatchObject([{ outcome: 'removed' }]);
  });

  it('finds nothing to do where everything is gone already', async () => {
    const world = makeWorld();
    await login(request('a'), world.ports);
    const isolated = await login(request('b', { isolate: true }), world.ports);
    rmSync(world.configDir, { recursive: true });
    rmSync(isolated.configDir, { recursive: true });
    expect((await logout({}, world.ports)).map(({ outcome }) => outcome)).toEqual(['removed', 'removed']);
    expect(await logout({ stateDir: join(world.root, 'nowhere') }, world.ports)).toEqual([]);
  });

  it('ignores what is no session of this version', async () => {
    const world = makeWorld();
    const sessions = join(world.stateDir, 'sessions');
    const put = (id: string, text: string) => {
      mkdirSync(join(sessions, id), { recursive: true });
      writeFileSync(join(sessions, id, 'session.json'), text);
    };
    await login(request('a'), world.ports);
    put('half', '{"version":1,"id":"ha');
    put('other', '{"version":2,"id":"other","workDirectory":"/"}');
    put('lying', '{"version":1,"id":"another","workDirectory":"/"}');
    mkdirSync(join(sessions, 'empty'));
    writeFileSync(join(sessions, 'file'), '');
    expect(await logout({}, world.ports)).toHaveLength(1);
  });

  it('removes the login from behind a link that led to nothing', async () => {
    const world = makeWorld();
    const real = join(world.root, 'real.json');
    symlinkSync(real, world.configFile);
    const session = await login(request('a', { credential: CREDENTIAL }), world.ports);
    expect(findSecret(world)).toEqual([real]);
    await session.close();
    expect(findSecret(world)).toEqual([]);
  });
});
