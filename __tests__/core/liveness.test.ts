import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { listSessions, login, logout } from '../../packages/core/lib/index.js';
import { isProvablyDead } from '../../packages/core/lib/liveness.js';
import type { ProcessIdentity } from '../../packages/core/lib/ports/processes.js';
import { runChild } from './support/child.ts';
import { CREDENTIAL, listRemains, makeWorld, writeConfig } from './support/world.ts';

const ME: ProcessIdentity = { pid: 10, machine: 'm', boot: 'b', namespace: 'n', start: '100' };
const processes = {
  identify: (pid?: number) =>
    pid === undefined || pid === 10 ? ME : pid === 11 ? { ...ME, pid, start: '200' } : undefined,
};

describe('an owner', () => {
  it.each<[string, ProcessIdentity, boolean]>([
    ['that is this very process', ME, false],
    ['that lives', { ...ME, pid: 11, start: '200' }, false],
    ['whose process id nobody has', { ...ME, pid: 12 }, true],
    ['whose process id another process has by now', { ...ME, pid: 11, start: '150' }, true],
    ['of an earlier boot of this machine', { ...ME, boot: 'earlier' }, true],
    ['of another machine on the same file system', { ...ME, machine: 'other', boot: 'other' }, false],
    ['of another boot, where no machine tells its id', { pid: 12, boot: 'other', namespace: 'n', start: '1' }, false],
    ['of another container', { ...ME, pid: 12, namespace: 'other' }, false],
  ])('%s: provably dead is %s', (_, owner, dead) => {
    expect(isProvablyDead(owner, processes)).toBe(dead);
  });

  it('where only the process id is told, is dead when nobody has it', () => {
    const poor = { identify: (pid?: number) => (pid === undefined || pid === 1 ? { pid: pid ?? 1 } : undefined) };
    expect([isProvablyDead({ pid: 2 }, poor), isProvablyDead({ pid: 1 }, poor)]).toEqual([true, false]);
  });
});

describe('logout of what is stale', () => {
  it('takes back a login that was killed while it opened', async () => {
    const world = makeWorld();
    const before = writeConfig(world);
    const request = { registry: 'one.example/acme', credential: CREDENTIAL, engine: 'file', verify: 'none' };
    const order = { what: 'login', requests: [request], die: { effect: 6, when: 'after' } } as const;
    expect(await runChild(order, world.variables)).toBeUndefined();
    expect((await listSessions({}, world.ports)).map(({ state }) => state)).toEqual(['opening']);
    expect(await logout({ stale: true }, world.ports)).toHaveLength(1);
    expect([readFileSync(world.configFile, 'utf8'), listRemains(world)]).toEqual([before, []]);
  });

  it('closes the sessions of the dead and no other', async () => {
    const world = makeWorld();
    writeConfig(world);
    const dead = spawn('/bin/sleep', ['60']);
    const pid = dead.pid ?? 0;
    const request = { credential: CREDENTIAL, engine: 'file', verify: 'none' } as const;
    await login({ ...request, registry: 'one.example/dead', owner: pid }, world.ports);
    await login({ ...request, registry: 'two.example/living', owner: process.pid }, world.ports);
    await login({ ...request, registry: 'three.example/nobody' }, world.ports);
    expect(await logout({ stale: true }, world.ports)).toEqual([]);
    dead.kill('SIGKILL');
    await once(dead, 'exit');
    const closed = await logout({ stale: true }, world.ports);
    expect(closed.map(({ record }) => record.registry)).toEqual(['one.example/dead']);
    const left = (await listSessions({}, world.ports)).map(({ registry }) => registry).toSorted();
    expect(left).toEqual(['three.example/nobody', 'two.example/living']);
  });
});
