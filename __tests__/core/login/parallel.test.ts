import { existsSync } from 'node:fs';
import { beforeEach, expect, it } from '@jest/globals';
import { listSessions, login, logout } from '../../../packages/core/lib/index.js';
import { runChild } from '../support/child.ts';
import type { World } from '../support/world.ts';
import { BEFORE, encodePair, listRemains, makeWorld, readConfig, writeConfig } from '../support/world.ts';

let world: World;
beforeEach(() => void (world = makeWorld()));
const request = (index: number) => ({
  registry: `host-${index}.example/acme`,
  credential: { username: 'ci', password: `password-${index}` },
  engine: 'file' as const,
  verify: 'none' as const,
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, offset) => from + offset);

it('forty logins to forty hosts at once, of this process and three others, are all stored', async () => {
  writeConfig(world);
  const others = [range(10, 20), range(20, 30), range(30, 40)].map((numbers) =>
    runChild({ what: 'login', requests: numbers.map(request) }, world.variables),
  );
  const own = range(0, 10).map((index) => login(request(index), world.ports));
  const [answers] = await Promise.all([Promise.all(others), Promise.all(own)]);
  expect(answers.flatMap((answer) => answer?.answers ?? []).filter(({ id }) => id === undefined)).toEqual([]);
  const auths = Object.fromEntries(
    range(0, 40).map((index) => [`host-${index}.example`, { auth: encodePair('ci', `password-${index}`) }]),
  );
  expect(readConfig(world)).toEqual({ ...BEFORE, auths: { ...BEFORE.auths, ...auths } });
  expect(listRemains(world).filter((name) => !name.startsWith('session '))).toEqual([]);
  expect(await listSessions({}, world.ports)).toHaveLength(40);

  const leave = (from: number, to: number) => ({ registries: range(from, to).map((index) => request(index).registry) });
  const closed = await Promise.all([
    runChild({ what: 'logout', requests: [leave(0, 13)] }, world.variables),
    runChild({ what: 'logout', requests: [leave(13, 26)] }, world.variables),
    logout(leave(26, 40), world.ports).then((sessions) => ({
      answers: [{ closed: sessions.map(({ outcome }) => outcome) }],
    })),
  ]);
  expect(closed.flatMap((answer) => answer?.answers.flatMap((each) => each.closed))).toEqual(
    range(0, 40).map(() => 'removed'),
  );
  expect(readConfig(world)).toEqual(BEFORE);
  expect(listRemains(world)).toEqual([]);
});

it('many logins to one host at once, of two processes, are undone in any order', async () => {
  const names = (start: string) =>
    range(0, 8).map((index) => ({ ...request(index), registry: `host.example/${start}${index}` }));
  const other = runChild({ what: 'login', requests: names('other') }, world.variables);
  const mine = await Promise.all(names('mine').map((each) => login(each, world.ports)));
  expect((await other)?.answers.every(({ id }) => id !== undefined)).toBe(true);
  const sequences = (await listSessions({}, world.ports)).map(({ sequence }) => sequence);
  expect(sequences.toSorted((a, b) => a - b)).toEqual(range(1, 17));
  const logouts = [
    runChild({ what: 'logout', requests: [{}] }, world.variables),
    ...mine.map((session) => session.close()),
  ];
  await Promise.all(logouts);
  expect([existsSync(world.configFile), listRemains(world)]).toEqual([false, []]);
});
