import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { makeTemporaryDirectory, waitUntil } from '@nexqloud/dcr-testkit';
import { nodeClock } from '../../../packages/core/lib/node/clock.js';
import { isMachineItself } from '../../../packages/core/lib/node/machine-id.js';
import type { Surroundings } from '../../../packages/core/lib/node/machine-id.js';
import { nodeProcesses } from '../../../packages/core/lib/node/processes.js';

const run = (code: string, stdin = '', signal?: AbortSignal) => {
  const spec = { file: process.execPath, args: ['-e', code], env: { MARK: 'mine' } };
  return nodeProcesses.start({ ...spec, ...(signal === undefined ? {} : { signal }) }).finish(stdin);
};

describe('a child', () => {
  it('gets its input, its arguments and no environment but the given one', async () => {
    const code = `let text = ''; process.stdin.on('data', (part) => (text += part)).on('end', () => {
      console.log(JSON.stringify([text, Object.keys(process.env)])); console.error('words'); process.exitCode = 3; });`;
    const result = await run(code, 'hunter22');
    expect(JSON.parse(result.stdout)).toEqual(['hunter22', ['MARK']]);
    expect(result).toMatchObject({ status: 3, signal: null, stderr: 'words\n' });
  });

  it('is told by its status or its signal', async () => {
    expect(await run('process.kill(process.pid, "SIGKILL")')).toMatchObject({ status: null, signal: 'SIGKILL' });
    expect(await run('process.exit(0)')).toMatchObject({ status: 0, signal: null });
  });

  it('that does not read its input is no error', async () => {
    expect(await run('process.stdin.destroy(); process.exit(4)', 'x'.repeat(1_000_000))).toMatchObject({ status: 4 });
  });

  it('that says too much is cut', async () => {
    const { stdout, stderr, status } = await run(
      `process.stdout.write('o'.repeat(300000)); process.stderr.write('e'.repeat(300000))`,
    );
    expect([stdout.length, stderr.length, status]).toEqual([65_536, 65_536, 0]);
  });

  it('that does not exist ends with words and no status', async () => {
    const result = await nodeProcesses.start({ file: '/nowhere/docker', args: [], env: {} }).finish('x');
    expect(result).toMatchObject({ status: null });
    expect(result.stderr).toContain('ENOENT');
  });

  it('that is still being written ends with words and no status', async () => {
    const file = join(makeTemporaryDirectory(), 'docker');
    fs.copyFileSync('/bin/true', file);
    const writer = fs.openSync(file, 'r+');
    const result = await nodeProcesses.start({ file, args: [], env: {} }).finish('x');
    fs.closeSync(writer);
    expect(result).toMatchObject({ status: null });
    expect(result.stderr).toContain('ETXTBSY');
  });

  it('that was started and killed had never been given anything', async () => {
    const mark = join(makeTemporaryDirectory(), 'mark');
    const code = `process.stdin.on('data', () => require('fs').writeFileSync(${JSON.stringify(mark)}, 'x')); setInterval(() => {}, 1000);`;
    const child = nodeProcesses.start({ file: process.execPath, args: ['-e', code], env: {} });
    await child.kill();
    await child.kill();
    expect(fs.existsSync(mark)).toBe(false);
  });

  it.each([
    ['as it likes', 'setInterval(() => {}, 1000)', 'SIGTERM'],
    ['against its will', 'process.on("SIGTERM", () => {}); console.log(1); setInterval(() => {}, 1000)', 'SIGKILL'],
  ])('ends %s when it is cut off', async (_, code, signal) => {
    const cut = new AbortController();
    const ended = run(code, '', cut.signal);
    // Long enough for the second one to have said that it will not listen.
    await nodeClock.sleep(200);
    cut.abort();
    expect(await ended).toMatchObject({ status: null, signal });
  });

  it('that is cut off before it began ends too', async () => {
    expect(await run('setInterval(() => {}, 1000)', '', AbortSignal.abort())).toMatchObject({ status: null });
  });

  it.each(['lives', 'has ended'])('of which a child holds the pipes is not waited for, while it %s', async (state) => {
    const mark = join(makeTemporaryDirectory(), 'pid');
    const code = `const child = require('child_process').spawn('/bin/sleep', ['30'], { stdio: 'inherit' });
      require('fs').writeFileSync(${JSON.stringify(mark)}, String(child.pid)); child.unref();
      ${state === 'lives' ? 'setInterval(() => {}, 1000);' : ''}`;
    const cut = new AbortController();
    const ended = run(code, '', cut.signal);
    const sleeper = await waitUntil(() => fs.existsSync(mark) && Number(fs.readFileSync(mark, 'utf8')), {
      what: 'the child of the child runs',
      deadlineMs: 5000,
    });
    const since = performance.now();
    cut.abort();
    await ended;
    expect(performance.now() - since).toBeLessThan(3000);
    process.kill(sleeper, 'SIGKILL');
  });
});

describe('a program', () => {
  let directory: string;
  beforeEach(() => {
    directory = makeTemporaryDirectory();
    process.env['PATH'] = `:relative:${join(directory, 'missing')}:${directory}/a:${directory}/b:`;
    for (const name of ['a', 'b']) fs.mkdirSync(join(directory, name));
  });
  const put = (name: string, mode: number) => fs.writeFileSync(join(directory, name), '', { mode });

  it('is found where a shell would find it: the first one that can be run', () => {
    put('a/docker', 0o644);
    put('b/docker', 0o755);
    expect(nodeProcesses.find('docker')).toBe(join(directory, 'b/docker'));
    fs.chmodSync(join(directory, 'a/docker'), 0o755);
    expect(nodeProcesses.find('docker')).toBe(join(directory, 'a/docker'));
  });

  it('is no directory, and nothing that lies in the working directory', () => {
    fs.mkdirSync(join(directory, 'a/docker'));
    expect(nodeProcesses.find('docker')).toBeUndefined();
    expect(nodeProcesses.find('package.json')).toBeUndefined();
  });
});

describe('the identity of a process', () => {
  it('is stable for a living one and gone with it', async () => {
    const child = spawn('/bin/sleep', ['30']);
    const pid = child.pid ?? 0;
    const first = nodeProcesses.identify(pid);
    expect(first).toMatchObject({ pid, start: expect.stringMatching(/^\d+$/u) });
    expect(nodeProcesses.identify(pid)).toEqual(first);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(nodeProcesses.identify(pid)).toBeUndefined();
  });

  it('of this one names boot and namespace', () => {
    expect(nodeProcesses.identify()).toMatchObject({
      pid: process.pid,
      boot: expect.stringMatching(/^[0-9a-f-]{36}$/u),
      namespace: expect.stringContaining('pid:'),
    });
  });
});

describe('the id of the machine', () => {
  const machine = { pid: 'pid:[4026531836]', cgroup: 'cgroup:[4026531835]', marked: false };
  it.each<[string, Partial<Surroundings>, boolean]>([
    ['the machine itself', {}, true],
    ['the machine itself, with a kernel that has no namespaces of cgroups', { cgroup: undefined }, true],
    ['a container', { pid: 'pid:[4026532001]' }, false],
    ['a container of docker that shares its pids', { marked: true }, false],
    ['a container of containerd that shares its pids', { cgroup: 'cgroup:[4026532002]' }, false],
    ['a system that does not tell', { pid: undefined }, false],
  ])('in %s (%j) is told: %s', (_, differing, told) => {
    expect(isMachineItself({ ...machine, ...differing })).toBe(told);
  });

  it('is part of no identity inside of a container, whose id is that of an image', () => {
    const marked = fs.existsSync('/.dockerenv') || fs.existsSync('/run/.containerenv');
    const namespaces = ['pid', 'cgroup'].map((kind) => fs.readlinkSync(`/proc/self/ns/${kind}`));
    const isMachine = !marked && namespaces.join(' ') === `${machine.pid} ${machine.cgroup}`;
    const id = fs.existsSync('/etc/machine-id') ? fs.readFileSync('/etc/machine-id', 'utf8').trim() : '';
    expect(nodeProcesses.identify()?.machine).toBe(isMachine && id !== '' ? id : undefined);
  });
});

describe('a pause', () => {
  it('ends at once when it is cut off, before or while', async () => {
    const since = performance.now();
    await nodeClock.sleep(20_000, AbortSignal.abort());
    await nodeClock.sleep(20_000, AbortSignal.timeout(5));
    expect(performance.now() - since).toBeLessThan(5000);
    for (let draw = 0; draw < 100; draw += 1) expect(Math.floor(nodeClock.random())).toBe(0);
  });
});
