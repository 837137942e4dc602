import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { RetryQuestion } from '../../../packages/core/lib/registry/retry.js';
import { decideRetry, parseRetryAfter } from '../../../packages/core/lib/registry/retry.js';
import { RUNS } from '../support/runs.ts';

const QUESTION: Omit<RetryQuestion, 'outcome'> = { tries: 1, retries: 3, left: 60_000, random: 0 };

describe('a second try', () => {
  it.each([
    [{ status: 408 }, true],
    [{ status: 429 }, true],
    [{ status: 500 }, true],
    [{ status: 503 }, true],
    [{ status: 599 }, true],
    [{ status: 200 }, false],
    [{ status: 301 }, false],
    [{ status: 400 }, false],
    [{ status: 401 }, false],
    [{ status: 403 }, false],
    [{ status: 404 }, false],
    [{ fault: 'dns' }, true],
    [{ fault: 'connect' }, true],
    [{ fault: 'reset' }, true],
    [{ fault: 'timeout' }, true],
    [{ fault: 'tls' }, false],
    [{ fault: 'not-tls' }, false],
    [{ fault: 'protocol' }, false],
    [{ fault: 'cancelled' }, false],
  ] as const)('after %j: %s', (outcome, again) => {
    expect(decideRetry({ ...QUESTION, outcome }).again).toBe(again);
  });

  it('is made as often as allowed and never more', () => {
    const outcome = { status: 503 };
    expect([1, 2, 3, 4].map((tries) => decideRetry({ ...QUESTION, outcome, tries }).again)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(decideRetry({ ...QUESTION, outcome, retries: 0 })).toEqual({ again: false });
  });

  it.each([
    [1, 0, 250],
    [1, 0.999_999, 500],
    [2, 0, 500],
    [3, 0, 1000],
    [4, 0.5, 3000],
    [20, 0.999_999, 15_000],
  ])('after try %i with chance %d waits %i ms', (tries, random, pause) => {
    expect(decideRetry({ ...QUESTION, outcome: { status: 500 }, tries, random, retries: 99 })).toEqual({
      again: true,
      pause,
    });
  });

  it('waits as long as Retry-After says, and not at all where that lies beyond the deadline', () => {
    const outcome = { status: 429, retryAfter: 10 };
    expect(decideRetry({ ...QUESTION, outcome })).toEqual({ again: true, pause: 10_000 });
    expect(decideRetry({ ...QUESTION, outcome, left: 10_001 })).toEqual({ again: true, pause: 10_000 });
    expect(decideRetry({ ...QUESTION, outcome, left: 10_000 })).toEqual({ again: false });
    expect(decideRetry({ ...QUESTION, outcome: { status: 429, retryAfter: 0 } })).toEqual({ again: true, pause: 250 });
  });

  it('never lies beyond the deadline and never comes too soon', () => {
    const retryAfter = fc.option(fc.nat(200), { nil: undefined });
    const question = fc.record({
      tries: fc.integer({ min: 1, max: 40 }),
      retries: fc.nat(40),
      left: fc.integer({ min: -5000, max: 120_000 }),
      random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      outcome: fc.record({ status: fc.constantFrom(408, 429, 500, 503), retryAfter }),
    });
    fc.assert(
      fc.property(question, (asked) => {
        const answer = decideRetry(asked);
        if (!answer.again) return;
        expect(asked.tries).toBeLessThanOrEqual(asked.retries);
        expect(answer.pause).toBeLessThan(asked.left);
        expect(answer.pause).toBeGreaterThanOrEqual((asked.outcome.retryAfter ?? 0) * 1000);
      }),
      RUNS,
    );
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2024, 0, 1, 12, 0, 0);
  it.each([
    ['0', 0],
    ['120', 120],
    [' 7 ', 7],
    ['Mon, 01 Jan 2024 12:02:00 GMT', 120],
    ['Monday, 01-Jan-24 12:00:30 GMT', 30],
    ['Mon Jan  1 12:00:10 2024 GMT', 10],
    ['Mon, 01 Jan 2024 11:00:00 GMT', 0],
    ['-5', undefined],
    ['1.5', undefined],
    ['2024', 2024],
    ['9999999999', 1_000_000_000],
    ['99999999999999999999', 1_000_000_000],
    ['soon', undefined],
    ['2024-01-01T12:02:00Z', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j asks for %j seconds', (value, seconds) => {
    expect(parseRetryAfter(value, now)).toBe(seconds);
  });

  it('is a whole number of seconds, zero or more, or nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.date({ noInvalidDate: true }), (text, date) => {
        for (const value of [text, date.toUTCString()]) {
          const seconds = parseRetryAfter(value, now);
          if (seconds !== undefined) expect(Number.isInteger(seconds) && seconds >= 0).toBe(true);
        }
      }),
      RUNS,
    );
  });
});
