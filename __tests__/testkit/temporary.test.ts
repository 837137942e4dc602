import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { makeTemporaryDirectory } from '@nexqloud/dcr-testkit';

const made: string[] = [];
// Runs after the testkit's own hook, which was registered first.
afterAll(() => expect(made.filter((directory) => existsSync(directory))).toEqual([]));

describe('a temporary directory', () => {
  it('is open to its owner only and not the same twice', () => {
    made.push(makeTemporaryDirectory(), makeTemporaryDirectory());
    const [first = '', second] = made;
    expect(statSync(first).mode & 0o777).toBe(0o700);
    expect(first).not.toBe(second);
    writeFileSync(join(first, 'file'), 'goes with it');
  });
});
