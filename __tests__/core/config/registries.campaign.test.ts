import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readPlainEntries } from '../../../packages/core/lib/config/registries-plain.js';
import { findFaults } from '../../../packages/core/lib/config/registries-rules.js';
import { readEntries } from '../../../packages/core/lib/config/registries-schema.js';
import { RUNS } from '../support/runs.ts';

const SOURCE = { name: 'list.yml', variables: {}, allowPassword: true };

/** What YAML and JSON could read otherwise, among what nobody would look at twice. */
const values = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aZ09-_./:@'), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'a1 :#-&*!|>%@`,[]{}?"\'\\\t\n\r~='), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('null', 'Null', '~', 'true', 'no', '0x1f', '1e3', '.5', '012', '2026-01-01', '---', '...', '=', '<<'),
  fc.constantFrom('\u0085', '\u2028', '\ufeff', '\ud800', '\u007f', '\u0000', 'x\u00a0', '\ud83d\ude00', '\\/', ''),
);
const registries = fc
  .string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 6 })
  .map((name) => `a.example/${name}`);
const entries = fc.record(
  { registry: fc.oneof(registries, values), username: values, password: values, passwordEnv: values },
  { requiredKeys: ['registry', 'username'] },
);
const lists = fc.array(entries, { minLength: 1, maxLength: 3 });

const toJson = (list: unknown, indent: number) => JSON.stringify(list, undefined, indent);
/** One line a key, quoted as JSON or not at all. */
const toLines = (list: readonly Readonly<Record<string, string>>[], quoted: boolean) =>
  list
    .map((entry) => {
      const lines = Object.entries(entry).map(([key, value]) => `${key}: ${quoted ? JSON.stringify(value) : value}`);
      return `- ${lines.join('\n  ')}\n`;
    })
    .join('');
const written = fc
  .tuple(lists, fc.nat(4), fc.boolean(), fc.boolean())
  .map(([list, indent, asJson, quoted]) => (asJson ? toJson(list, indent) : toLines(list, quoted)));
/** The same with something taken out, put in or said twice anywhere. */
const broken = fc
  .tuple(written, fc.nat(), fc.nat(6), fc.oneof(values, fc.constantFrom('"registry":"x",', ' ', '\n', '  ', '"', '- ')))
  .map(([text, place, length, put]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + put + text.slice(at + length);
  });

describe('a list that is read without the schema', () => {
  /** Nothing is read that the schema does not read alike, and no fault is passed over. */
  const expectAlike = (text: string): void => {
    const plain = readPlainEntries(text);
    if (plain === undefined) return;
    if (findFaults(plain, SOURCE).length > 0) expect(() => readEntries(text, SOURCE)).toThrow();
    else expect(readEntries(text, SOURCE)).toEqual(plain);
  };

  it('means the same to the schema, however its values look', () => {
    fc.assert(fc.property(written, expectAlike), RUNS);
  });

  it('under attack by what was slipped into it means the same to the schema, or is left to it', () => {
    fc.assert(fc.property(broken, expectAlike), { ...RUNS, numRuns: RUNS.numRuns * 3 });
  });

  it.each([
    ['as a program writes JSON', (list: readonly Record<string, string>[]) => toJson(list, 0)],
    ['as JSON for people', (list: readonly Record<string, string>[]) => toJson(list, 2)],
    ['a line a key, each value in quotes', (list: readonly Record<string, string>[]) => toLines(list, true)],
  ])('is every list that is written %s', (_how, write) => {
    const plainly = lists.filter((list) => list.every(({ passwordEnv }) => passwordEnv !== ''));
    fc.assert(
      fc.property(plainly, (list) => expect(readPlainEntries(write(list))).toEqual(list)),
      RUNS,
    );
  });

  it('is one of bare words, as workflows have it', () => {
    const text = '- registry: dcr.nexqloud.io:5000/acme\n  username: ci\n  passwordEnv: ACME_PASSWORD\n';
    expect(readPlainEntries(text)).toEqual([
      { registry: 'dcr.nexqloud.io:5000/acme', username: 'ci', passwordEnv: 'ACME_PASSWORD' },
    ]);
  });

  it.each([
    ['a key named twice', '- registry: a.example/x\n  username: ci\n  username: cd\n'],
    ['a key named twice in JSON', '[{"registry":"a.example/x","username":"ci","username":"cd"}]'],
    ['an unknown key', '- registry: a.example/x\n  user: ci\n'],
    ['a value that is no text', '[{"registry":"a.example/x","username":12}]'],
    ['a missing secret', '- registry: a.example/x\n  username: ci\n  password: null\n'],
    ['a prototype', '- registry: a.example/x\n  username: ci\n  __proto__: x\n'],
    ['an alias', '- &x\n  registry: a.example/x\n  username: ci\n'],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(readPlainEntries(text)).toBeUndefined();
  });
});
