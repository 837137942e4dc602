import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { makeTemporaryDirectory, runCommand, startCanary } from '@nexqloud/dcr-testkit';
import type { CanaryHit } from '@nexqloud/dcr-testkit';

const value = 'canary$c41e/08+b7 d2';
const secret = { name: 'password', value, username: 'ci' };

/** Lives long enough for a sweep, as every real program does. */
function runLeak(options: { arguments?: string[]; environment?: Record<string, string> }) {
  return runCommand({
    path: '/bin/sh',
    arguments: ['-c', 'sleep 0.1', 'leak', ...(options.arguments ?? [])],
    environment: { PATH: '/usr/bin:/bin', ...options.environment },
  });
}

async function watch(
  leak: () => Promise<unknown>,
  options: { roots?: string[]; allow?: (hit: CanaryHit) => boolean } = {},
) {
  const canary = await startCanary({ secrets: [secret], ...options });
  try {
    await leak();
  } finally {
    await canary.stop();
  }
  return canary.stop();
}

describe('the canary', () => {
  it('sees the secret in the arguments of a process', async () => {
    const hits = await watch(() => runLeak({ arguments: [`--password=${value}`] }));
    expect(hits).toContainEqual(
      expect.objectContaining({
        place: 'argv',
        secret: 'password',
        encoding: 'raw',
        process: expect.objectContaining({ command: 'sh', arguments: expect.arrayContaining(['--password=***']) }),
      }),
    );
    expect(JSON.stringify(hits)).not.toContain(value);
  });

  it.each([0, 1, 2])('sees it in base64 at alignment %d', async (offset) => {
    const text = Buffer.from(`${'x'.repeat(offset)}${value}:more`).toString('base64');
    const hits = await watch(() => runLeak({ arguments: [text] }));
    expect(hits.map((hit) => [hit.place, hit.encoding])).toContainEqual(['argv', `base64 at offset ${offset}`]);
  });

  it('sees it in the environment of a process and of its children', async () => {
    const hits = await watch(() => runLeak({ environment: { DCR_PASSWORD: value } }));
    const seen = hits.filter((hit) => hit.place === 'environ').map((hit) => hit.process?.command);
    expect(new Set(seen)).toEqual(new Set(['sh', 'sleep']));
  });

  it('keeps quiet about what is allowed', async () => {
    const allow = (hit: CanaryHit) => hit.place === 'environ' && hit.process?.arguments[3] === 'leak';
    const hits = await watch(() => runLeak({ environment: { DCR_PASSWORD: value } }), { allow });
    expect(hits.map((hit) => hit.process?.command)).toEqual(['sleep']);
  });

  it('does not blame a process for the memory of its parent between fork and exec', async () => {
    const allow = (hit: CanaryHit) => hit.place === 'environ' && hit.process?.arguments[0] === '/bin/sh';
    const script = 'i=0; while [ $i -lt 300 ]; do env -i /bin/true; i=$((i+1)); done';
    const environment = { PATH: '/usr/bin:/bin', DCR_PASSWORD: value };
    // `env` itself has the secret; what it becomes has not. Until it was seen, nothing so short-lived was.
    for (let seen: (string | undefined)[] = []; !seen.includes('env');) {
      const hits = await watch(() => runCommand({ path: '/bin/sh', arguments: ['-c', script], environment }), {
        allow,
      });
      seen = hits.map((hit) => hit.process?.command);
      const wrong = hits.filter(({ process }) => process?.command === 'true' || process?.arguments[0] === '/bin/true');
      expect(wrong).toEqual([]);
    }
  });

  it('leaves alone what another worker of the test runner starts, and sees what its own does', async () => {
    const directory = makeTemporaryDirectory();
    const script = (name: string, text: string): string => {
      const head = `import { spawn } from 'node:child_process';
        const value = ${JSON.stringify(value)};
        const leak = (name) => spawn('/bin/sh', ['-c', 'read -r line', name], { env: { DCR_PASSWORD: value } });`;
      writeFileSync(join(directory, name), `${head}\n${text}`);
      return join(directory, name);
    };
    const worker = script(
      'worker.mjs',
      `import { startCanary } from ${JSON.stringify(pathToFileURL(resolve('packages/testkit/lib/canary/watch.js')).href)};
      const own = leak('own');
      const hits = await (await startCanary({ secrets: [{ name: 'password', value, username: 'ci' }] })).stop();
      own.stdin.end();
      console.log(JSON.stringify([...new Set(hits.map(({ process }) => process.arguments[3]))]));`,
    );
    const runner = script(
      'runner.mjs',
      `const beside = leak('beside');
      await new Promise((started) => beside.once('spawn', started));
      spawn(process.execPath, [${JSON.stringify(worker)}], { stdio: ['ignore', 'inherit', 'inherit'] })
        .once('close', () => beside.stdin.end());`,
    );
    const environment = { PATH: '/usr/bin:/bin' };
    const { output } = await runCommand({ path: process.execPath, arguments: [runner], environment });
    expect(output).toBe('["own"]\n');
  });

  it('sees a file that lived for a moment', async () => {
    const root = makeTemporaryDirectory();
    const path = join(root, 'passing');
    const hits = await watch(
      async () => {
        writeFileSync(path, `password=${value}\n`);
        await runCommand({ path: 'sleep', arguments: ['0.1'], environment: { PATH: '/usr/bin:/bin' } });
        rmSync(path);
      },
      { roots: [root] },
    );
    expect(hits).toEqual([{ place: 'file', where: path, secret: 'password', encoding: 'raw' }]);
  });

  it('sees what is there when it stops', async () => {
    const root = makeTemporaryDirectory();
    const path = join(root, 'left');
    const hits = await watch(async () => writeFileSync(path, value), { roots: [root] });
    expect(hits.map((hit) => hit.where)).toEqual([path]);
  });

  it('goes on watching while the test is busy', async () => {
    const canary = await startCanary({ secrets: [secret] });
    const child = spawn('/bin/sh', ['-c', 'sleep 0.1; exit 0', value], { env: {} });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const until = performance.now() + 300;
    while (performance.now() < until);
    await ended;
    expect((await canary.stop()).map((hit) => hit.place)).toContain('argv');
  });

  it('finds nothing where nothing leaks', async () => {
    expect(await watch(() => runLeak({ arguments: ['--password-stdin'] }))).toEqual([]);
  });
});
