import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loginAll, logout } from '../../../packages/core/lib/index.js';
import type { ChildOrder } from '../support/child.ts';
import { runChild } from '../support/child.ts';
import { installDocker } from '../support/fake-docker.ts';
import type { World } from '../support/world.ts';
import {
  BEFORE,
  CREDENTIAL,
  encodePair,
  findSecret,
  listRemains,
  makeWorld,
  PASSWORD,
  writeConfig,
} from '../support/world.ts';

const HOST = 'dcr.nexqloud.io';
const OLD = { ...BEFORE, auths: { ...BEFORE.auths, [HOST]: { auth: 'b2xkOm9sZA==' } } };
const NEW = { ...OLD, auths: { ...OLD.auths, [HOST]: { auth: encodePair('ci', PASSWORD) } } };
/** Two of one host and one of another: a directory of its own, the shared file or the first directory, each is used. */
const SEVERAL = [`${HOST}/acme`, 'ghcr.example/acme', `${HOST}/globex`];
const WAYS = [
  { engine: 'file', isolate: true, registries: SEVERAL },
  { engine: 'file', isolate: false, registries: SEVERAL },
  { engine: 'file', isolate: false },
  { engine: 'file', isolate: true },
  { engine: 'docker', isolate: false },
  { engine: 'docker', isolate: true },
] as const;
type Way = (typeof WAYS)[number];
type Death = NonNullable<ChildOrder['die']>;

const makeRequest = ({ engine, isolate, ...way }: Way) => ({
  registries: ('registries' in way ? way.registries : SEVERAL.slice(0, 1)).map((registry) => ({
    registry,
    credential: CREDENTIAL,
  })),
  verify: 'none' as const,
  engine,
  isolate,
});

function prepareWorld({ engine }: Way): World {
  const world = makeWorld();
  if (engine === 'docker') installDocker(world);
  writeConfig(world, OLD);
  return world;
}

/** The configuration after a crash: it is whole, and one of those that it may be. */
function expectOldOrNew(world: World): void {
  const other = { 'ghcr.example': { auth: encodePair('ci', PASSWORD) } };
  const states = [OLD, NEW].flatMap((state) => [state, { ...state, auths: { ...state.auths, ...other } }]);
  expect(states).toContainEqual(JSON.parse(readFileSync(world.configFile, 'utf8')));
}

/** Locks of the dead are taken by whoever comes next, and what never became a session holds nothing. */
function listUndoable(world: World): readonly string[] {
  const isEmpty = (id: string) =>
    readdirSync(join(world.stateDir, 'sessions', id)).every((name) => name.endsWith('.new'));
  return listRemains(world).filter((name) => {
    return !name.includes('.dcr-lock') && !(name.startsWith('session ') && isEmpty(name.slice(8)));
  });
}

async function expectUndone(world: World): Promise<void> {
  await logout({}, world.ports);
  expect(listUndoable(world)).toEqual([]);
  expect(JSON.parse(readFileSync(world.configFile, 'utf8'))).toEqual(OLD);
  // What docker was given is in the notes of the fake.
  expect(findSecret(world).filter((path) => !path.startsWith(world.bin))).toEqual([]);
  expect(await logout({}, world.ports)).toEqual([]);
}

/** Kills at these places, two processes at a time: this machine is shared. */
async function killAtEach(deaths: readonly Death[], scene: (death: Death) => Promise<void>): Promise<void> {
  const left = [...deaths];
  const work = async () => {
    for (let death = left.pop(); death !== undefined; death = left.pop()) await scene(death);
  };
  await Promise.all([work(), work()]);
}

async function killLogin(way: Way, die: Death): Promise<void> {
  const world = prepareWorld(way);
  expect(await runChild({ what: 'login', requests: [makeRequest(way)], die }, world.variables)).toBeUndefined();
  expectOldOrNew(world);
  await expectUndone(world);
}

async function killLogout(way: Way, die: Death): Promise<void> {
  const world = prepareWorld(way);
  await loginAll(makeRequest(way), world.ports);
  expect(await runChild({ what: 'logout', requests: [{}], die }, world.variables)).toBeUndefined();
  expectOldOrNew(world);
  await expectUndone(world);
}

async function countLogin(way: Way, die: Death): Promise<number> {
  const world = prepareWorld(way);
  const answer = await runChild({ what: 'login', requests: [makeRequest(way)], die }, world.variables);
  const sessions = listRemains(world).filter((name) => name.startsWith('session '));
  expect(sessions).toHaveLength(makeRequest(way).registries.length);
  expect(sessions).toContain(`session ${answer?.answers[0]?.id}`);
  return answer?.count ?? 0;
}

async function countLogout(way: Way, die: Death): Promise<number> {
  const world = prepareWorld(way);
  await loginAll(makeRequest(way), world.ports);
  const answer = await runChild({ what: 'logout', requests: [{}], die }, world.variables);
  expect(answer?.answers[0]?.closed).toHaveLength(makeRequest(way).registries.length);
  return answer?.count ?? 0;
}

const listEffects = (count: number): Death[] =>
  Array.from({ length: count }, (_, index) => index + 1).flatMap((effect) => [
    { effect, when: 'before' as const },
    { effect, when: 'after' as const },
  ]);
/** All of them in a campaign, else every n-th. */
const listCalls = (count: number, step: number): Death[] =>
  Array.from({ length: count }, (_, index) => ({ call: index + 1 })).filter(
    ({ call }) => process.env['DCR_CAMPAIGN'] !== undefined || call % step === 0,
  );

/** A campaign goes every way; else the one that differs least from another is left out. */
const CHOSEN = WAYS.filter((way) => process.env['DCR_CAMPAIGN'] !== undefined || !('registries' in way) || way.isolate);

describe.each(CHOSEN)('a process that is killed, by %j', (way) => {
  it('before or after any effect of a login leaves what logout undoes wholly', async () => {
    const count = await countLogin(way, { effect: 0, when: 'before' });
    expect(count).toBeGreaterThan(5);
    await killAtEach(listEffects(count), (death) => killLogin(way, death));
  }, 120_000);

  it('before or after any effect of a logout leaves what the next logout undoes wholly', async () => {
    const count = await countLogout(way, { effect: 0, when: 'before' });
    expect(count).toBeGreaterThan(0);
    await killAtEach(listEffects(count), (death) => killLogout(way, death));
  }, 120_000);

  it('in the middle of an effect, at any system call of it, leaves no more than that', async () => {
    const count = await countLogin(way, { call: 0 });
    await killAtEach(listCalls(count, 9), (death) => killLogin(way, death));
    await killAtEach(listCalls(await countLogout(way, { call: 0 }), 9), (death) => killLogout(way, death));
  }, 240_000);
});
