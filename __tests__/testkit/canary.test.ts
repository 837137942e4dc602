import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
    const hits = await watch(() => runCommand({ path: '/bin/sh', arguments: ['-c', script], environment }), { allow });
    const wrong = hits.filter(({ process }) => process?.command === 'true' || process?.arguments[0] === '/bin/true');
    // `env` itself has the secret; what it becomes has not.
    expect(wrong).toEqual([]);
    expect(hits.map((hit) => hit.process?.command)).toContain('env');
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
