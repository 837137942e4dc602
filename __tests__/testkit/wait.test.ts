import { describe, expect, it } from '@jest/globals';
import { waitUntil } from '@nexqloud/dcr-testkit';

describe('waiting', () => {
  it('returns the first answer that is neither false nor undefined', async () => {
    const answers = [false, undefined, 0, 'late'] as const;
    let asked = 0;
    const answer = await waitUntil(() => answers[asked++], { deadlineMs: 5000, what: 'an answer', intervalMs: 1 });
    expect([answer, asked]).toEqual([0, 3]);
  });

  it('names what it waited for when the deadline has come', async () => {
    const wait = waitUntil(async () => false, { deadlineMs: 10, what: 'the moon falls', intervalMs: 1 });
    await expect(wait).rejects.toThrow('the moon falls');
  });

  it('ends at once when the check throws', async () => {
    const check = () => {
      throw new Error('broken');
    };
    await expect(waitUntil(check, { deadlineMs: 60_000, what: 'nothing' })).rejects.toThrow('broken');
  });
});
