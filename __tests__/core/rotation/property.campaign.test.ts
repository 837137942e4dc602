import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DcrError } from '../../../packages/core/lib/errors.js';
import { RUNS } from '../support/runs.ts';
import { OLD, Universe } from './support/universe.ts';

/** What happens in one process, in the order in which things go wrong for people. */
const PROCESS = fc.record({
  mode: fc.constantFrom('run', 'resume', 'resume', 'supersede', 'abort') as fc.Arbitrary<
    'run' | 'resume' | 'supersede' | 'abort'
  >,
  shard: fc.option(fc.constantFrom('1/2', '2/2'), { nil: undefined, freq: 3 }),
  dieAt: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
  refusing: fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 3 }),
  lying: fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 1 }),
  blind: fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 2 }),
  given: fc.option(fc.constantFrom('given-c4nary-1', 'given-c4nary-2'), { nil: undefined, freq: 3 }),
  room: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: undefined, freq: 6 }),
});
type Process = typeof PROCESS extends fc.Arbitrary<infer T> ? T : never;

/** Codes that a run may end with; anything else is a bug. */
const ALLOWED = new Set([
  'DCR_INPUT_INVALID',
  'DCR_CREDENTIAL_MISSING',
  'DCR_ROTATION_INCOMPLETE',
  'DCR_TARGET_REFUSED',
  'DCR_STORE_FAILED',
  'DCR_CREDENTIAL_REJECTED',
]);

async function live(universe: Universe, process: Process): Promise<void> {
  const { mode, shard, dieAt = Number.POSITIVE_INFINITY, refusing, lying, blind, given, room } = process;
  const isOne = (list: readonly number[], id: string): boolean => list.some((index) => id === `place ${index}`);
  universe.fault = (id) => (isOne(refusing, id) ? 'refuses' : isOne(lying, id) ? 'lies' : undefined);
  universe.inspection = (id) =>
    isOne(blind, id)
      ? new DcrError('DCR_TARGET_REFUSED', { message: 'it does not let itself be looked at' })
      : undefined;
  universe.room = room ?? Number.POSITIVE_INFINITY;
  const variables = given === undefined ? {} : { DCR_NEW_USERNAME: 'ci-given', DCR_NEW_PASSWORD: given };
  const request = { mode, ...(shard === undefined ? {} : { shard }) };
  try {
    await universe.dieDuring(dieAt, request, variables);
  } catch (error) {
    const code = (error as { code?: string }).code ?? String(error);
    if (!ALLOWED.has(code)) throw error;
  }
}

describe('whatever goes wrong, in whatever order', () => {
  it('each target holds a credential that works, the old one ends last, and a quiet run converges', async () => {
    const world = fc.record({
      targets: fc.integer({ min: 1, max: 6 }),
      issuer: fc.constantFrom('minting', 'keeping') as fc.Arbitrary<'minting' | 'keeping'>,
      writeOnly: fc.boolean(),
      processes: fc.array(PROCESS, { minLength: 1, maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ processes, ...options }) => {
        const universe = new Universe(options);
        for (const password of ['given-c4nary-1', 'given-c4nary-2']) universe.valid.add(`ci-given:${password}`);
        for (const one of processes) await live(universe, one);
        universe.fault = () => undefined;
        universe.inspection = () => undefined;
        universe.room = Number.POSITIVE_INFINITY;
        // The last word is the issuer's, whatever persons gave before.
        const end = await universe.rotate({ mode: 'supersede' }).catch(() => universe.rotate());
        expect(end.state).toBe('complete');
        expect(universe.violations).toEqual([]);
        const held = new Set([...universe.places.values()].map((pair) => JSON.stringify(pair)));
        expect(held.size).toBe(1);
        const disk = [...universe.disk.values()].join('\n');
        for (const { password } of [OLD, ...universe.issued]) expect(disk).not.toContain(password);
        expect(disk).not.toContain('given-c4nary');
      }),
      RUNS,
    );
  }, 300_000);
});
