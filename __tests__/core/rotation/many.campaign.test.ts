import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { makeTemporaryDirectory, runCommand, scanDirectory } from '@nexqloud/dcr-testkit';

const SCRIPT = fileURLToPath(new URL('support/many.mjs', import.meta.url));
const COUNT = process.env['DCR_CAMPAIGN'] === undefined ? 2000 : 10_000;
const MIB = 1024 * 1024;

interface Answer {
  readonly state: string;
  readonly code?: string;
  readonly ms: number;
  readonly rss: number;
  readonly written: number;
  /** Targets that were not written exactly once. */
  readonly twice: number;
  /** How often progress was told, of 20. */
  readonly steps: number;
}

async function rotate(count: number, state: string, dieAt = -1): Promise<Answer | undefined> {
  const { stdout, exitCode, stderr } = await runCommand({
    path: process.execPath,
    arguments: [SCRIPT, String(count), state, String(dieAt)],
    environment: { PATH: process.env['PATH'] ?? '' },
    deadlineMs: 120_000,
  });
  if (exitCode === 137) return undefined;
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Answer;
}

describe(`${COUNT} targets`, () => {
  it('stay within 200 MiB, are each written once, and progress is steady', async () => {
    const state = join(makeTemporaryDirectory(), 'state');
    const answer = await rotate(COUNT, state);
    expect(answer).toMatchObject({ state: 'complete', written: COUNT, twice: 0, steps: 20 });
    expect((answer?.rss ?? 0) / MIB).toBeLessThan(200);
    if (process.env['DCR_CAMPAIGN'] !== undefined) console.log(answer);
    expect(scanDirectory(state, [{ name: 'new', username: 'ci-new', value: 'many-c4nary-1' }])).toEqual([]);
  }, 240_000);

  it('whose run is killed in the middle go on from there: only what was in hand is written again', async () => {
    const state = join(makeTemporaryDirectory(), 'state');
    expect(await rotate(COUNT, state, COUNT / 2)).toBeUndefined();
    const answer = await rotate(COUNT, state);
    // Four APIs with eight at once were in hand.
    expect(answer?.state).toBe('complete');
    expect(answer?.written).toBeGreaterThanOrEqual(COUNT / 2);
    expect(answer?.written).toBeLessThanOrEqual(COUNT / 2 + 64);
    expect(answer?.twice).toBeLessThanOrEqual(64);
  }, 240_000);
});
