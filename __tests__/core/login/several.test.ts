import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FileEffect } from '../../../packages/core/lib/ports/files.js';
import type { SeveralLoginsRequest, Session } from '../../../packages/core/lib/index.js';
import { listSessions, loginAll, logout } from '../../../packages/core/lib/index.js';
import { catchCode, catchError } from '../support/codes.ts';
import type { FakeDocker } from '../support/fake-docker.ts';
import { installDocker } from '../support/fake-docker.ts';
import { startRegistry } from '../support/fake-registry.ts';
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

const NAMES = ['one.example/acme', 'two.example/acme', 'one.example/globex', 'three.example/acme'];
const passwordOf = (registry: string) => `password-of-${registry}`;
const pairOf = (registry: string) => encodePair('ci', passwordOf(registry));
const listed = (registry: string) => ({ registry, credential: { username: 'ci', password: passwordOf(registry) } });
const hostOf = (registry: string) => registry.slice(0, registry.indexOf('/'));

let world: World;
let docker: FakeDocker;
let before: string;
beforeEach(() => {
  world = makeWorld();
  docker = installDocker(world);
  before = writeConfig(world);
});
afterEach(() => docker.stop());

const run = (rest: Partial<SeveralLoginsRequest> = {}) =>
  loginAll({ registries: NAMES.map(listed), verify: 'none', isolate: true, ...rest }, world.ports);
const readAuths = (file: string): Record<string, string | undefined> => {
  const { auths } = JSON.parse(readFileSync(file, 'utf8')) as { auths: Record<string, { auth?: string }> };
  return Object.fromEntries(Object.entries(auths).map(([key, { auth }]) => [key, auth]));
};
function expectNothingLeft(): void {
  expect(readFileSync(world.configFile, 'utf8')).toBe(before);
  expect(listRemains(world)).toEqual([]);
  for (const name of NAMES)
    expect(findSecret(world, passwordOf(name)).filter((path) => !path.startsWith(world.bin))).toEqual([]);
}
/** Whether a docker that is pointed to the session's own directory still finds its login. */
const isAlive = ({ configDir, registry, key }: Session) =>
  existsSync(join(configDir, 'config.json')) && readAuths(join(configDir, 'config.json'))[key] === pairOf(registry);

describe('several logins at once, isolated', () => {
  it('each have a directory of their own, and the first one holds the first of every host', async () => {
    const sessions = await run();
    const [first] = sessions;
    expect(sessions.map(({ registry }) => registry)).toEqual(NAMES);
    expect(new Set(sessions.map(({ configDir }) => configDir)).size).toBe(NAMES.length);
    expect(readAuths(join(first?.configDir ?? '', 'config.json'))).toEqual({
      'other.example': BEFORE.auths['other.example'].auth,
      'one.example': pairOf('one.example/acme'),
      'two.example': pairOf('two.example/acme'),
      'three.example': pairOf('three.example/acme'),
    });
    expect(sessions.map(isAlive)).toEqual([true, true, true, true]);
    // The second of one host is the only one that plain docker does not see, and it says so.
    expect(sessions.map(({ notes }) => notes.length)).toEqual([0, 0, 1, 0]);
    await logout({}, world.ports);
    expectNothingLeft();
  });

  const orders = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 0, 3, 2],
    [2, 3, 0, 1],
    [0, 3, 2, 1],
  ];
  it.each(orders)('closed in the order %i %i %i %i never take another one along', async (...order) => {
    const sessions = await run();
    const open = new Set(sessions);
    for (const index of order) {
      const session = sessions[index] as Session;
      await session.close();
      open.delete(session);
      expect([...open].filter((other) => !isAlive(other))).toEqual([]);
      const closed = sessions.filter((other) => !open.has(other)).map(({ registry }) => registry);
      for (const registry of closed)
        expect(findSecret(world, passwordOf(registry)).filter((path) => !path.startsWith(world.bin))).toEqual([]);
      expect(await session.close()).toBe('removed');
    }
    expectNothingLeft();
  });

  it('closed by several processes at once leave nothing', async () => {
    const sessions = await run();
    await Promise.all(sessions.map(({ id }) => logout({ ids: [id] }, world.ports)));
    expectNothingLeft();
  });
});

describe('several logins into the shared configuration', () => {
  it('are all in it but the second of one host, which lies apart', async () => {
    const sessions = await run({ isolate: false });
    expect(sessions.map(({ isolated }) => isolated)).toEqual([false, false, true, false]);
    const auths = Object.fromEntries(
      [0, 1, 3].map((index) => [hostOf(NAMES[index] ?? ''), { auth: pairOf(NAMES[index] ?? '') }]),
    );
    expect(readConfig(world).auths).toEqual({ ...BEFORE.auths, ...auths });
    await logout({}, world.ports);
    expectNothingLeft();
  });

  it('are written there at once, when the undo of each is on disk', async () => {
    const wrote: string[] = [];
    const files = {
      ...world.ports.files,
      apply: async (effect: FileEffect) => {
        if (effect.do === 'replace') {
          const stored = readdirSync(join(world.stateDir, 'sessions'));
          const undone = stored.filter((id) => existsSync(join(world.stateDir, 'sessions', id, 'undo.json')));
          wrote.push(`${effect.path} ${undone.length}`);
        }
        return world.ports.files.apply(effect);
      },
    };
    const registries = ['one', 'two', 'three', 'four'].map((name) => listed(`${name}.example/acme`));
    await loginAll({ registries, verify: 'none' }, { ...world.ports, files });
    expect(wrote).toEqual([`${world.configFile} 4`]);
  });
});

describe('when one of several logins fails', () => {
  it('none is left, the error is the first in order, and each rejected credential was sent once', async () => {
    const registries = await Promise.all([1, 2, 3].map(() => startRegistry(CREDENTIAL)));
    const wrong = { username: 'ci', password: 'wr0ng-password' };
    const credentials = [CREDENTIAL, wrong, wrong];
    const error = await catchError(() =>
      run({
        verify: 'auth',
        registries: registries.map(({ host }, index) => ({
          registry: `${host}/acme`,
          credential: credentials[index] ?? CREDENTIAL,
        })),
      }),
    );
    expect([error.code, error.registry]).toEqual(['DCR_CREDENTIAL_REJECTED', `${registries[1]?.host}/acme`]);
    const sent = registries.map(({ requests }) => requests.filter(({ authorization }) => authorization !== undefined));
    expect(sent.map((requests) => requests.length)).toEqual([2, 1, 1]);
    // What a docker that was already started was given.
    expect(docker.calls().filter(({ stdin }) => stdin === wrong.password)).toEqual([]);
    expectNothingLeft();
    await Promise.all(registries.map((registry) => registry.stop()));
  });

  it('at the client, none is left either', async () => {
    docker.behave('fails silently');
    expect(await catchCode(() => run())).toBe('DCR_STORE_FAILED');
    expectNothingLeft();
  });

  it('at its input, nothing was started', async () => {
    for (const registries of [
      [listed('one.example/acme'), listed('no-host')],
      [listed('one.example/acme'), { ...listed('two.example/acme'), credential: { username: 'a:b', password: 'x' } }],
      [listed('one.example/acme'), listed('https://ONE.example/acme/')],
    ])
      expect(await catchCode(() => run({ registries }))).toBe('DCR_INPUT_INVALID');
    expect([docker.calls(), readdirSync(world.root).toSorted()]).toEqual([[], ['bin', 'home']]);
  });
});

it('announces all sessions at once, and masks every password before any is given out', async () => {
  const seen: string[] = [];
  await run({
    hooks: {
      announce: ({ ids }) => void seen.push(`announced ${ids.length}`),
      mask: async (forms) => {
        seen.push(`masked ${NAMES.filter((name) => forms.includes(passwordOf(name))).length}`);
        expect((await listSessions({}, world.ports)).map(({ state }) => state)).toEqual(NAMES.map(() => 'opening'));
        expect(docker.calls().filter(({ stdin }) => stdin !== undefined)).toEqual([]);
      },
    },
  });
  expect(seen).toEqual([`announced ${NAMES.length}`, `masked ${NAMES.length}`]);
});
