import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DcrError } from '../../../packages/core/lib/errors.js';
import { LAW, TARGET_LAW } from '../../../packages/core/lib/rotation/law.js';
import { Universe } from './support/universe.ts';

interface Line {
  readonly entry: string;
  readonly target?: number;
  readonly state?: string;
  readonly generation?: number;
}

const readLines = ({ disk }: Universe): readonly Line[] =>
  [...disk.values()].flatMap((text) =>
    text.split('\n').flatMap((line) => {
      try {
        return [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    }),
  );

/** `from > to` of every target, as the lines of the journal tell it. */
function readTransitions(lines: readonly Line[]): ReadonlySet<string> {
  const states = new Map<number, string>();
  const seen = new Set<string>();
  let generation = 0;
  const move = (target: number, to: string): void => {
    const from = states.get(target) ?? 'pending';
    if (from !== to) seen.add(`${from} > ${to}`);
    states.set(target, to);
  };
  for (const { entry, target = -1, state = '', generation: next = generation } of lines) {
    if (entry === 'opened') {
      states.clear();
      generation = 0;
    }
    if (entry === 'writing') move(target, 'writing');
    if (entry === 'wrote') move(target, state);
    // A run that goes on takes back what was in hand or failed; another credential takes back everything.
    if (entry === 'resumed')
      for (const [one, now] of states) if (now === 'writing' || now === 'failed') move(one, 'pending');
    if (entry === 'issued' && next !== generation) {
      if (generation > 0) for (const one of states.keys()) move(one, 'pending');
      generation = next;
    }
  }
  return seen;
}

describe('the law', () => {
  it('is one chain from idle to done, and each row begins where the one before ended', () => {
    expect([LAW[0]?.from, LAW.at(-1)?.to]).toEqual(['idle', 'done']);
    for (const [index, { from }] of LAW.entries()) if (index > 0) expect(from).toBe(LAW[index - 1]?.to);
  });

  it('says of each row what it reaches, the Lease of a cluster among it', () => {
    const reached = LAW.map(({ step, touches }) => [step, touches]);
    expect(Object.fromEntries(reached)).toMatchObject({
      lock: expect.stringContaining('Lease'),
      inspect: 'targets',
      issue: 'issuer',
      write: 'targets',
      retire: 'issuer',
    });
  });

  it('puts a line on disk ahead of everything that changes the world, and one after it', () => {
    for (const { step, changes, before, after } of LAW.filter((row) => row.changes))
      expect([step, changes, before !== undefined, after !== undefined]).toEqual([step, true, true, true]);
  });

  it('issues once everything was refused that can be, writes what was proved, and retires last', () => {
    const at = (step: string): number => LAW.findIndex((row) => row.step === step);
    expect([at('inspect') < at('issue'), at('plan') < at('issue'), at('prove') < at('write')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(LAW.filter((row) => row.changes).at(-1)?.step).toBe('retire');
    expect(at('confirm')).toBeLessThan(at('retire'));
  });

  it('is what a run writes: every line of it, in its order', async () => {
    const universe = new Universe({ targets: 1, grace: 1000 });
    await universe.rotate();
    const told = LAW.flatMap(({ before, after }) => [before, after]).filter((kind) => kind !== undefined);
    expect(readLines(universe).map(({ entry }) => entry)).toEqual(told);
  });

  it('has a line of its own for an issuer that says no', async () => {
    const universe = new Universe({ targets: 1 });
    const error = new DcrError('DCR_CONFIG_INVALID', { message: 'quota reached', noEffect: true });
    universe.work = () => ({ ...universe.job(), issuer: { issue: () => Promise.reject(error) } });
    await universe.rotate();
    const { before, refused } = LAW.find(({ step }) => step === 'issue') ?? {};
    expect(readLines(universe).map(({ entry }) => entry)).toEqual(['opened', before, refused]);
  });

  it('of a target is what targets do, whatever moment a run dies at', async () => {
    const allowed = new Set(TARGET_LAW.map(({ from, to }) => `${from} > ${to}`));
    const seen = new Set<string>();
    for (let moment = 5; moment < 80; moment += 3) {
      const universe = new Universe({ targets: 3, issuer: moment % 2 === 0 ? 'minting' : 'keeping' });
      universe.fault = (id) => (id === 'place 1' && moment % 4 === 0 ? 'refuses' : undefined);
      await universe.dieDuring(moment);
      universe.fault = () => undefined;
      await universe.rotate();
      for (const transition of readTransitions(readLines(universe))) seen.add(transition);
    }
    for (const transition of seen) expect(allowed).toContain(transition);
    expect(seen.size).toBeGreaterThan(4);
  });

  it('is what ROTATION.md shows', () => {
    const page = readFileSync('packages/core/ROTATION.md', 'utf8');
    for (const { step, from, to } of LAW) expect(page).toMatch(new RegExp(`${from} --> ${to}: ${step}\\b`, 'u'));
  });
});
