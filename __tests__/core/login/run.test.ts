import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { scanText } from '@nexqloud/dcr-testkit';
import type { LoginRequest } from '../../../packages/core/lib/index.js';
import { listSessions, login, logout, toDcrError } from '../../../packages/core/lib/index.js';
import { catchCode, catchError } from '../support/codes.ts';
import type { DockerManner, FakeDocker } from '../support/fake-docker.ts';
import { installDocker } from '../support/fake-docker.ts';
import type { FakeRegistry } from '../support/fake-registry.ts';
import { startRegistry } from '../support/fake-registry.ts';
import type { World } from '../support/world.ts';
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
} from '../support/world.ts';

const PAIR = encodePair('ci', PASSWORD);
let world: World;
let docker: FakeDocker;
let registry: FakeRegistry;
let before: string;
beforeEach(async () => {
  world = makeWorld({ DCR_PASSWORD: PASSWORD, MY_COPY: `x${PASSWORD}x`, GITHUB_TOKEN: 'ghs_1', KEPT: 'yes' });
  docker = installDocker(world);
  registry = await startRegistry(CREDENTIAL);
  before = writeConfig(world);
});
afterEach(async () => {
  docker.stop();
  await registry.stop();
});

const run = (rest: Partial<LoginRequest> = {}) =>
  login({ registry: `${registry.host}/acme`, credential: CREDENTIAL, ...rest }, world.ports);
/** What the fake was given, undefined as long as nothing was. */
const given = () =>
  docker
    .calls()
    .map(({ stdin }) => stdin)
    .find((stdin) => stdin !== undefined && stdin !== '');
function expectNothingLeft(): void {
  expect(readFileSync(world.configFile, 'utf8')).toBe(before);
  expect(listRemains(world)).toEqual([]);
  expect(findSecret(world).filter((path) => !path.startsWith(world.bin))).toEqual([]);
}

describe('a login by docker', () => {
  it('masks, asks without the credential, proves it, and only then gives it to docker', async () => {
    const order: string[] = [];
    registry.onRequest = (authorization) => {
      order.push(authorization === undefined ? 'asked' : 'proved');
      expect(given()).toBeUndefined();
    };
    const session = await run({
      hooks: {
        announce: ({ ids, stateDir }) => {
          order.push('announced');
          expect([stateDir, listRemains(world)]).toEqual([world.stateDir, []]);
          expect(ids).toEqual([expect.any(String)]);
        },
        mask: async (forms) => {
          order.push('masked');
          expect(forms).toContain(PASSWORD);
          expect((await listSessions({}, world.ports)).map(({ state }) => state)).toEqual(['opening']);
          expect([registry.requests, given()]).toEqual([[], undefined]);
        },
      },
    });
    expect(order).toEqual(['announced', 'masked', 'asked', 'proved', 'proved']);
    expect(given()).toBe(PASSWORD);
    expect(session).toMatchObject({ engine: 'docker', isolated: false, configDir: world.configDir, username: 'ci' });
    expect(session.proof?.proven).toEqual({ auth: true, pull: null, push: null });
    expect(readConfig(world)).toEqual({ ...BEFORE, auths: { ...BEFORE.auths, [registry.host]: { auth: PAIR } } });
    expect(listRemains(world)).toEqual([`session ${session.id}`]);
    expect(statSync(join(world.stateDir, 'sessions', session.id)).mode & 0o777).toBe(0o700);
    expect(await session.close()).toBe('removed');
    expectNothingLeft();
  });

  it('shows docker nothing of the secret but on its standard input, and hides the tokens of the job', async () => {
    await run();
    const [call] = docker.calls();
    expect(call?.argv).toEqual(['login', '--username', 'ci', '--password-stdin', registry.host]);
    const secret = [{ name: 'password', username: 'ci', value: PASSWORD }];
    expect(scanText(JSON.stringify([call?.argv, call?.environ, call?.config]), 'docker', secret)).toEqual([]);
    expect(Object.keys(call?.environ ?? {}).toSorted()).toEqual([
      'DCR_STATE_DIR',
      'DOCKER_CONFIG',
      'GOMAXPROCS',
      'HOME',
      'KEPT',
      'PATH',
    ]);
  });

  it('starts it with one thread, or with as many as the user says', async () => {
    await run({ verify: 'none' });
    const environment = { ...world.ports.environment, variables: { ...world.variables, GOMAXPROCS: '4' } };
    const request = { registry: `${registry.host}/acme`, credential: CREDENTIAL, verify: 'none' } as const;
    await login(request, { ...world.ports, environment });
    const threads = docker.calls().map(({ environ }) => environ['GOMAXPROCS']);
    expect(threads).toEqual(['1', '1', '4', '4']);
  });

  it('runs it in a private directory in which it looks for no helper, and leaves none of it', async () => {
    const places: string[] = [];
    await run({
      hooks: {
        mask: () => {
          const [name = ''] = readdirSync(join(world.stateDir, 'private'));
          const directory = join(world.stateDir, 'private', name);
          places.push(directory);
          expect(statSync(directory).mode & 0o777).toBe(0o700);
          expect(statSync(join(directory, 'config.json')).mode & 0o777).toBe(0o600);
        },
      },
    });
    const [call] = docker.calls();
    expect(call?.environ['DOCKER_CONFIG']).toBe(places[0]);
    expect(JSON.parse(call?.config ?? '')).toEqual({ ...BEFORE, auths: { 'x.invalid': {} } });
    expect(readdirSync(join(world.stateDir, 'private'))).toEqual([]);
  });

  it('keeps what docker was given instead of the password', async () => {
    docker.behave('stores a token');
    await run({ verify: 'none' });
    expect(readConfig(world).auths?.[registry.host]).toEqual({
      auth: encodePair('ci', ''),
      identitytoken: `refresh-${PASSWORD}`,
    });
  });

  it('is a success when docker only warns', async () => {
    docker.behave('stores and warns');
    expect((await run({ verify: 'none' })).engine).toBe('docker');
  });

  it('makes no request of its own when nothing is to be verified', async () => {
    const session = await run({ verify: 'none' });
    expect([registry.requests, session.proof]).toEqual([[], undefined]);
  });

  it('isolated leaves the configuration of the user alone and takes its own with it', async () => {
    const session = await run({ isolate: true });
    expect(readFileSync(world.configFile, 'utf8')).toBe(before);
    expect(session.configDir.startsWith(join(world.stateDir, 'private'))).toBe(true);
    const own = JSON.parse(readFileSync(join(session.configDir, 'config.json'), 'utf8')) as unknown;
    const auths = { ...BEFORE.auths, [registry.host]: { auth: PAIR } };
    expect(own).toEqual({ ...BEFORE, auths, credHelpers: { [registry.host]: '' } });
    expect(await session.close()).toBe('removed');
    expectNothingLeft();
  });
});

describe('a credential that the registry refuses', () => {
  it.each([false, true])('is sent once and never seen by docker (isolated: %s)', async (isolate) => {
    const wrong = { username: 'ci', password: 'wrong-canary-22' };
    const error = await catchError(() => run({ credential: wrong, isolate }));
    expect(error.code).toBe('DCR_CREDENTIAL_REJECTED');
    expect(registry.requests.filter(({ authorization }) => authorization !== undefined)).toEqual([
      { line: 'GET /v2/', authorization: `Basic ${encodePair('ci', 'wrong-canary-22')}` },
    ]);
    expect(given()).toBeUndefined();
    expect(JSON.stringify([error.message, error.remedy, error.stack])).not.toContain('wrong-canary');
    expectNothingLeft();
  });
});

describe('a docker that', () => {
  it.each<[DockerManner, string, RegExp]>([
    ['stores nothing', 'DCR_STORE_FAILED', /stored nothing/u],
    ['stores junk', 'DCR_STORE_FAILED', /config\.json/u],
    ['fails silently', 'DCR_STORE_FAILED', /ended with 1.*said nothing/u],
    ['repeats the password', 'DCR_CREDENTIAL_REJECTED', /401 unauthorized for \*\*\*/u],
    ['is killed', 'DCR_STORE_FAILED', /SIGKILL/u],
  ])('%s makes the login fail with %s and leaves nothing behind', async (manner, code, words) => {
    docker.behave(manner);
    const error = await catchError(() => run());
    expect([error.code, words.test(error.message)]).toEqual([code, true]);
    expect(error.message).not.toContain('\n');
    expect(
      scanText(`${error.message}${error.remedy}`, 'message', [{ name: 'password', username: 'ci', value: PASSWORD }]),
    ).toEqual([]);
    expectNothingLeft();
  });

  it.each<DockerManner>(['hangs', 'hangs and ignores the request to end', 'leaves a child that holds its pipes'])(
    '%s is ended at the deadline',
    async (manner) => {
      docker.behave(manner);
      const since = performance.now();
      expect(await catchCode(() => run({ timeout: 700, verify: 'none' }))).toBe('DCR_TIMEOUT');
      // The second after which an end is no more asked for, and room for a busy machine.
      expect(performance.now() - since).toBeLessThan(700 + 1000 + 2500);
      expectNothingLeft();
    },
  );

  it('is not there is DCR_ENGINE_MISSING, before anything is made or sent', async () => {
    const other = makeWorld();
    const request = { registry: `${registry.host}/acme`, credential: CREDENTIAL };
    expect(await catchCode(() => login(request, other.ports))).toBe('DCR_ENGINE_MISSING');
    expect(await catchCode(() => login({ ...request, engine: 'docker' }, other.ports))).toBe('DCR_ENGINE_MISSING');
    expect([registry.requests, readdirSync(other.root).toSorted()]).toEqual([[], ['bin', 'home']]);
    expect(listRemains(other)).toEqual([]);
  });

  it('would trim the password does not get it: the configuration is written directly, and that is said', async () => {
    const session = await run({ credential: { username: 'ci', password: ` ${PASSWORD}` }, verify: 'none' });
    expect([session.engine, session.notes.length, docker.calls()]).toEqual(['file', 1, []]);
    expect(readConfig(world).auths?.[registry.host]?.auth).toBe(encodePair('ci', ` ${PASSWORD}`));
  });
});

describe('a login that is cut off', () => {
  it('by its caller, while the registry is silent, leaves nothing behind', async () => {
    const cut = new AbortController();
    registry.onRequest = () => {
      cut.abort();
      return new Promise(() => undefined);
    };
    const error = await run({ signal: cut.signal }).catch(toDcrError);
    expect(error).toMatchObject({ code: 'DCR_UNREACHABLE' });
    expectNothingLeft();
  });

  it('by its own time, while the registry is silent, leaves nothing behind', async () => {
    registry.onRequest = () => new Promise(() => undefined);
    expect(await catchCode(() => run({ timeout: 400 }))).toBe('DCR_TIMEOUT');
    expectNothingLeft();
  });

  it('by a mask that cannot be set has sent nothing', async () => {
    const hooks = { mask: () => Promise.reject(new Error('no log')) };
    await expect(run({ hooks })).rejects.toThrow('no log');
    expect([registry.requests, given()]).toEqual([[], undefined]);
    expectNothingLeft();
  });
});

describe('wrong input', () => {
  it.each<[Partial<LoginRequest>, string]>([
    [{ registry: '' }, 'DCR_INPUT_INVALID'],
    [{ registry: 'dcr.nexqloud.io' }, 'DCR_INPUT_INVALID'],
    [{ credential: { username: 'ci', password: '' } }, 'DCR_CREDENTIAL_MISSING'],
    [{ credential: { username: 'a:b', password: 'x' } }, 'DCR_INPUT_INVALID'],
    [{ credential: { ...CREDENTIAL, expiresAt: 1 } }, 'DCR_CREDENTIAL_EXPIRED'],
  ])('%j is refused before any process starts', async (rest, code) => {
    expect(await catchCode(() => run(rest))).toBe(code);
    expect([docker.calls(), registry.requests]).toEqual([[], []]);
    expectNothingLeft();
  });
});

describe('a private directory', () => {
  const isolated = (configDir: string) => run({ isolate: true, verify: 'none', engine: 'file', configDir });

  it.each(['a directory', 'a link to a directory', 'a link to nothing', 'a file'])(
    'of which %s stands in the place is refused, and that stays as it is',
    async (what) => {
      const place = join(world.root, 'mine');
      const treasure = join(world.root, 'treasure');
      mkdirSync(treasure);
      writeFileSync(join(treasure, 'kept'), 'x');
      if (what === 'a directory') mkdirSync(place);
      if (what === 'a directory') writeFileSync(join(place, 'kept'), 'x');
      if (what === 'a link to a directory') symlinkSync(treasure, place);
      if (what === 'a link to nothing') symlinkSync(join(world.root, 'nothing'), place);
      if (what === 'a file') writeFileSync(place, 'x');
      expect(await catchCode(() => isolated(place))).toBe('DCR_INPUT_INVALID');
      expect(readdirSync(treasure)).toEqual(['kept']);
      expect(readdirSync(world.root)).toContain('mine');
      if (what === 'a directory') expect(readdirSync(place)).toEqual(['kept']);
      expectNothingLeft();
    },
  );

  it('that somebody plants at the last moment is refused, and neither filled nor removed', async () => {
    const place = join(world.root, 'mine');
    const hooks = {
      announce: () => {
        mkdirSync(place);
        writeFileSync(join(place, 'kept'), 'x');
      },
    };
    const planted = () => run({ isolate: true, verify: 'none', engine: 'file', configDir: place, hooks });
    expect(await catchCode(planted)).toBe('DCR_STORE_FAILED');
    expect(readdirSync(place)).toEqual(['kept']);
    expectNothingLeft();
    expect(await logout({}, world.ports)).toEqual([]);
  });

  it('of which the parent is a link that somebody planted is made elsewhere', async () => {
    const trap = join(world.root, 'trap');
    mkdirSync(trap);
    symlinkSync(trap, join(world.root, 'runner'));
    const variables = { ...world.variables, RUNNER_TEMP: join(world.root, 'runner') };
    const environment = { ...world.ports.environment, variables };
    const request = {
      registry: 'dcr.nexqloud.io/acme',
      credential: CREDENTIAL,
      isolate: true,
      verify: 'none',
    } as const;
    const session = await login({ ...request, engine: 'file' }, { ...world.ports, environment });
    expect(session.configDir.startsWith(join(world.stateDir, 'private'))).toBe(true);
    expect(readdirSync(trap)).toEqual([]);
  });

  it('is never inside of the workspace', async () => {
    const environment = { ...world.ports.environment, variables: { ...world.variables, GITHUB_WORKSPACE: world.root } };
    const request = {
      registry: 'dcr.nexqloud.io/acme',
      credential: CREDENTIAL,
      isolate: true,
      verify: 'none',
    } as const;
    const place = { engine: 'file', configDir: join(world.root, 'sub', 'mine') } as const;
    expect(await catchCode(() => login({ ...request, ...place }, { ...world.ports, environment }))).toBe(
      'DCR_INPUT_INVALID',
    );
  });
});
