import { describe, expect, it } from '@jest/globals';
import { findNearestRegistry } from '../../../packages/core/lib/doctor/near-name.js';
import { parseRegistry } from '../../../packages/core/lib/registry/reference.js';

describe('the registry that was meant', () => {
  const nearest = (given: string, known: readonly string[]) => findNearestRegistry(parseRegistry(given), known);

  it.each<[string, readonly string[], string | undefined]>([
    ['r.example/acne', ['r.example/acme', 'r.example/globex'], 'r.example/acme'],
    ['r.example/acne', ['other.example/acme'], undefined],
    ['r.example/acne', ['https://r.example/acme'], 'r.example/acme'],
    ['dcr.nexqlod.io/acme', [], 'dcr.nexqloud.io/acme'],
    ['registy.example/acme', ['registry.example'], 'registry.example/acme'],
    ['dcr.nexqloud.io/acme', ['dcr.nexqloud.io/acme', ''], undefined],
  ])('for %s, with %j known, is %s', (given, known, expected) => {
    expect(nearest(given, known)).toBe(expected);
  });
});
