import { describe, expect, it } from '@jest/globals';
import { findNearest, findNearestRegistry, measureDistance } from '../../../packages/core/lib/doctor/near-name.js';
import { parseRegistry } from '../../../packages/core/lib/registry/reference.js';

describe('the distance of two words', () => {
  it.each<[string, string, number]>([
    ['acme', 'acme', 0],
    ['', 'acme', 4],
    ['acme', 'acne', 1],
    ['acme', 'acmee', 1],
    ['acme', 'amce', 1],
    ['kitten', 'sitting', 3],
    ['globex', 'acme', 5],
  ])('from %j to %j is %i, and back', (a, b, distance) => {
    expect(measureDistance(a, b)).toBe(distance);
    expect(measureDistance(b, a)).toBe(distance);
  });
});

describe('the nearest word', () => {
  it('is the one with the fewest changes, and never the word itself', () => {
    expect(findNearest('acme', ['acme', 'acmes', 'amce-x'])).toBe('acmes');
  });

  it('is none where nothing is near', () => {
    expect(findNearest('acme', ['globex', 'a'])).toBeUndefined();
    expect(findNearest('acme', [])).toBeUndefined();
  });
});

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
