import { describe, expect, it } from '@jest/globals';
import type { UniverseOptions } from './support/universe.ts';
import { OLD, Universe } from './support/universe.ts';

const CAMPAIGN = process.env['DCR_CAMPAIGN'] !== undefined;

/** All moments in a campaign, else about so many, spread over the whole run. */
function chooseMoments(count: number, wanted: number): readonly number[] {
  const step = CAMPAIGN ? 1 : Math.max(1, Math.floor(count / wanted));
  return Array.from({ length: count }, (_, index) => index + 1).filter((moment) => moment % step === 0 || moment < 20);
}

async function countMoments(options: UniverseOptions): Promise<number> {
  const universe = new Universe(options);
  await universe.rotate();
  return universe.moments;
}

/** Whether a journal says, in a whole line, that the rotation came to its end. */
function isOver({ disk }: Universe): boolean {
  return [...disk.values()].some((text) => text.split('\n').some((line) => /^\{"entry":"ended".*\}$/u.test(line)));
}

/** Runs again as a person or a job would: with --resume, and without it where nothing was ever begun. */
async function resume(universe: Universe): Promise<void> {
  if (isOver(universe)) return;
  const report = await universe.rotate({ mode: 'resume' }).catch((error: unknown) => {
    if ((error as { code?: string }).code !== 'DCR_INPUT_INVALID') throw error;
    expect(universe.issued).toEqual([]);
    return universe.rotate();
  });
  expect({ state: report.state, error: report.error }).toEqual({ state: 'complete', error: undefined });
}

function expectConverged(universe: Universe): void {
  expect(universe.violations).toEqual([]);
  expect(universe.holders(universe.last)).toBe(universe.places.size);
  const kept = [...universe.disk.values()].join('\n');
  for (const { password } of [OLD, ...universe.issued]) expect(kept).not.toContain(password);
}

describe.each([
  { targets: 1, issuer: 'minting', grace: 1000 },
  { targets: 3, issuer: 'minting', grace: 1000 },
  { targets: 3, issuer: 'keeping', grace: 1000 },
  { targets: 4, issuer: 'minting', writeOnly: true },
  { targets: 50, issuer: 'minting', grace: 60_000, writeOnly: true },
] as const)('a run that dies at any moment, with %j', (options) => {
  it('is continued to the end, with the newest credential at every target and nothing retired too early', async () => {
    const moments = await countMoments(options);
    expect(moments).toBeGreaterThan(20);
    for (const moment of chooseMoments(moments, 60)) {
      const universe = new Universe(options);
      expect(await universe.dieDuring(moment)).toBe(true);
      expect(universe.valid.has(`${OLD.username}:${OLD.password}`) || universe.holders(universe.last) > 0).toBe(true);
      await resume(universe);
      expectConverged(universe);
    }
  });

  it('may die again while it is continued', async () => {
    const moments = await countMoments(options);
    for (const moment of chooseMoments(moments, 12)) {
      const universe = new Universe(options);
      await universe.dieDuring(moment);
      for (let again = 1; again < 40; again += 13) {
        if (!isOver(universe)) await universe.dieDuring(again);
      }
      if (!isOver(universe)) expect(await universe.rotate()).toMatchObject({ state: 'complete' });
      expectConverged(universe);
    }
  });
});

describe('what a dead run had issued', () => {
  it('is retired too, once every target holds what came after it', async () => {
    let universe = new Universe({ targets: 3 });
    // The first moment at which some target, and not every one, holds the first credential.
    for (let moment = 1; universe.holders(universe.last) === 0; moment += 1) {
      universe = new Universe({ targets: 3 });
      await universe.dieDuring(moment);
    }
    const report = await universe.rotate({ mode: 'resume' });
    expect(report.state).toBe('complete');
    const [first, ...later] = universe.issued;
    expect(later.length).toBeGreaterThan(0);
    expect(universe.retired).toContain(OLD.username);
    expect(universe.retired).toContain(first?.username);
    expect(universe.retired).not.toContain(universe.last?.username);
  });
});
