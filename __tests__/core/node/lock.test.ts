import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeTemporaryDirectory, runCommand, waitUntil } from '@nexqloud/dcr-testkit';
import { nodeClock } from '../../../packages/core/lib/node/clock.js';
import { createNodeFiles } from '../../../packages/core/lib/node/files.js';
import { nodeProcesses } from '../../../packages/core/lib/node/processes.js';
import type { Processes } from '../../../packages/core/lib/ports/processes.js';
import { catchError } from '../support/codes.ts';

const FILES = new URL('../../../packages/core/lib/node/', import.meta.url);
const files = createNodeFiles({ clock: nodeClock, processes: nodeProcesses });

let directory: string;
let target: string;
let lock: string;
beforeEach(() => {
  directory = makeTemporaryDirectory();
  target = join(directory, 'config.json');
  lock = `${target}.dcr-lock`;
});

/** Node code that has `files` and `target`. */
function program(code: string): readonly string[] {
  return [
    '--input-type=module',
    '-e',
    `import fs from 'node:fs';
     import { createNodeFiles } from '${FILES}files.js';
     import { nodeClock } from '${FILES}clock.js';
     import { nodeProcesses } from '${FILES}processes.js';
     const files = createNodeFiles({ clock: nodeClock, processes: nodeProcesses });
     const target = ${JSON.stringify(target)};
     ${code}`,
  ];
}

/** A process that holds the lock until it is ended. */
async function startHolder() {
  const child = spawn(
    process.execPath,
    program(
      `await files.lock(target, Date.now() + 9000, () => new Promise(() => { console.log('held'); setInterval(() => {}, 1000); }))`,
    ),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  const end = async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { pid: child.pid, end };
}

describe('a lock', () => {
  it('lets one process in at a time, of many that want in', async () => {
    fs.writeFileSync(target, '0');
    // Read, wait, write: two at once would lose a count, and two inside would see each other.
    const code = `
      const inside = target + '.inside';
      for (let turn = 0; turn < 12; turn += 1) {
        await files.lock(target, Date.now() + 30_000, async () => {
          fs.mkdirSync(inside);
          const count = Number(fs.readFileSync(target, 'utf8'));
          await nodeClock.sleep(Math.random() * 2);
          fs.writeFileSync(target, String(count + 1));
          fs.rmdirSync(inside);
        });
      }`;
    const runs = Array.from({ length: 6 }, () =>
      runCommand({ path: process.execPath, arguments: program(code), environment: {} }),
    );
    for (const { exitCode, stderr } of await Promise.all(runs)) expect([exitCode, stderr]).toEqual([0, '']);
    expect(fs.readFileSync(target, 'utf8')).toBe('72');
    expect(fs.readdirSync(directory)).toEqual(['config.json']);
  });

  it('lets one task of a process in at a time', async () => {
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await nodeClock.sleep(1);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => files.lock(target, Date.now() + 20_000, work)));
    expect(fs.readdirSync(directory)).toEqual([]);
  });

  it('is let go when the work throws, and hands on what it threw or gave', async () => {
    await expect(files.lock(target, Date.now(), () => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
    expect(await files.lock(target, Date.now(), async () => 7)).toBe(7);
    expect(fs.readdirSync(directory)).toEqual([]);
  });

  it('is taken at once from a holder that was killed', async () => {
    const holder = await startHolder();
    expect(fs.existsSync(lock)).toBe(true);
    await holder.end();
    const since = performance.now();
    expect(await files.lock(target, Date.now() + 20_000, async () => 'mine')).toBe('mine');
    expect(performance.now() - since).toBeLessThan(2000);
    expect(fs.readdirSync(directory)).toEqual([]);
  });

  it('is taken from a dead holder by exactly one at a time', async () => {
    const holder = await startHolder();
    await holder.end();
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await nodeClock.sleep(1);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => files.lock(target, Date.now() + 20_000, work)));
    expect(most).toBe(1);
  });

  it('is not taken from a living holder: that ends with DCR_LOCKED, naming it', async () => {
    const holder = await startHolder();
    try {
      const error = await catchError(() => files.lock(target, Date.now() + 150, async () => 'mine'));
      expect(error.code).toBe('DCR_LOCKED');
      expect(error.message).toContain(String(holder.pid));
      expect(fs.existsSync(lock)).toBe(true);
    } finally {
      await holder.end();
    }
  });
});

describe('a lock of which the holder', () => {
  // No container tells the id of its machine, and this may be one.
  const identify: Processes['identify'] = (pid) => {
    const found = nodeProcesses.identify(pid);
    return found === undefined ? undefined : { ...found, machine: 'm' };
  };
  const onMachine = createNodeFiles({ clock: nodeClock, processes: { ...nodeProcesses, identify } });
  const mine = identify() ?? { pid: 0 };
  const age = (seconds: number) => {
    const time = new Date(Date.now() - seconds * 1000);
    fs.utimesSync(lock, time, time);
  };
  const take = async () => {
    try {
      return await onMachine.lock(target, Date.now() + 60, async () => 'taken');
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it.each([
    ['is a process of another boot', { ...mine, boot: 'another' }, 0, 'taken'],
    ['may live on another machine', { ...mine, boot: 'another', machine: undefined }, 0, 'DCR_LOCKED'],
    ['was a process whose id is used again', { ...mine, start: '1' }, 0, 'taken'],
    ['is no process', { ...mine, pid: 2 ** 22 + 1 }, 0, 'taken'],
    ['lives, however long', mine, 3600, 'DCR_LOCKED'],
    ['lives in another container', { ...mine, namespace: 'pid:[1]' }, 0, 'DCR_LOCKED'],
    ['has been silent in another container for half a minute', { ...mine, namespace: 'pid:[1]' }, 31, 'taken'],
    ['cannot be read', 'nonsense', 0, 'DCR_LOCKED'],
    ['cannot be read for half a minute', 'nonsense', 31, 'taken'],
    ['is not named', [], 31, 'taken'],
  ])('%s', async (_, holder, seconds, expected) => {
    fs.writeFileSync(lock, typeof holder === 'string' ? holder : JSON.stringify(holder));
    age(seconds);
    expect(await take()).toBe(expected);
    expect(fs.readdirSync(directory)).toEqual(expected === 'taken' ? [] : ['config.json.dcr-lock']);
  });

  it('is dead, while one that wanted to break the lock was killed too, is broken after half a minute', async () => {
    fs.writeFileSync(lock, JSON.stringify({ ...mine, start: '1' }));
    fs.writeFileSync(`${lock}.break`, '');
    expect(await take()).toBe('DCR_LOCKED');
    const time = new Date(Date.now() - 31_000);
    fs.utimesSync(`${lock}.break`, time, time);
    expect(await take()).toBe('taken');
    expect(fs.readdirSync(directory)).toEqual([]);
  });
});

describe('between the look at a dead holder and the breaking of its lock', () => {
  const { openSync } = fs;
  afterEach(() => void (fs.openSync = openSync));

  it('another one may have taken it, who keeps it', async () => {
    const living = JSON.stringify(nodeProcesses.identify());
    fs.writeFileSync(lock, JSON.stringify({ ...nodeProcesses.identify(), start: '1' }));
    fs.openSync = (path, ...rest) => {
      if (String(path).endsWith('.break')) fs.writeFileSync(lock, living);
      return openSync(path, ...rest);
    };
    const error = await catchError(() => files.lock(target, Date.now() + 50, async () => 'mine'));
    expect([error.code, fs.readFileSync(lock, 'utf8')]).toEqual(['DCR_LOCKED', living]);
    expect(fs.readdirSync(directory)).toEqual(['config.json.dcr-lock']);
  });
});

describe('on a disk without hard links', () => {
  const { linkSync } = fs;
  afterEach(() => void (fs.linkSync = linkSync));

  it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])(
    'that says %s a lock still lets in one at a time',
    async (code) => {
      fs.linkSync = () => {
        throw Object.assign(new Error(code), { code });
      };
      let inside = 0;
      const work = async () => {
        inside += 1;
        expect(inside).toBe(1);
        await nodeClock.sleep(1);
        inside -= 1;
      };
      await Promise.all(Array.from({ length: 8 }, () => files.lock(target, Date.now() + 20_000, work)));
      expect(fs.readdirSync(directory)).toEqual([]);
    },
  );
});

describe('where no lock can be made', () => {
  it('the reason is told with a code', async () => {
    const error = await catchError(() => files.lock(join(directory, 'missing', 'x'), Date.now(), async () => 7));
    expect(error.code).toBe('DCR_STORE_FAILED');
    expect(error.message).toContain('ENOENT');
  });
});

it('a waiting process sees that the lock is free within a blink', async () => {
  const holder = await startHolder();
  const waiting = files.lock(target, Date.now() + 20_000, async () => performance.now());
  await waitUntil(() => fs.existsSync(lock), { what: 'the lock is held', deadlineMs: 2000 });
  const since = performance.now();
  await holder.end();
  expect((await waiting) - since).toBeLessThan(1000);
});
