import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parseChallenges, pickChallenge } from '../../../packages/core/lib/registry/challenge.js';
import { RUNS } from '../support/runs.ts';

type Parameters = Record<string, string>;
const bearer = (parameters: Parameters) => ({ scheme: 'bearer', parameters });
const basic = (parameters: Parameters = {}) => ({ scheme: 'basic', parameters });

describe('a WWW-Authenticate field', () => {
  it.each([
    ['Basic', [basic()]],
    ['basic realm="x"', [basic({ realm: 'x' })]],
    ['BASIC REALM=x', [basic({ realm: 'x' })]],
    ['Basic realm = "x"', [basic({ realm: 'x' })]],
    ['Basic realm="a, b"', [basic({ realm: 'a, b' })]],
    ['Basic realm="a \\"b\\" \\\\ c"', [basic({ realm: 'a "b" \\ c' })]],
    ['Basic realm="", charset="UTF-8"', [basic({ realm: '', charset: 'UTF-8' })]],
    [
      'Bearer realm="https://a/token",service="s",scope="repository:x:pull,push"',
      [bearer({ realm: 'https://a/token', service: 's', scope: 'repository:x:pull,push' })],
    ],
    [
      'Bearer realm="https://a/token" , error = invalid_token',
      [bearer({ realm: 'https://a/token', error: 'invalid_token' })],
    ],
    ['Basic realm="b", Bearer realm="https://a/"', [basic({ realm: 'b' }), bearer({ realm: 'https://a/' })]],
    ['Negotiate, Basic realm="b"', [{ scheme: 'negotiate', parameters: {} }, basic({ realm: 'b' })]],
    ['Negotiate YWJj=, Basic', [{ scheme: 'negotiate', parameters: {} }, basic()]],
    [
      'NewAuth a=1, b="2", Bearer realm="r"',
      [{ scheme: 'newauth', parameters: { a: '1', b: '2' } }, bearer({ realm: 'r' })],
    ],
    [', , Basic realm="b", ,', [basic({ realm: 'b' })]],
    ['\tBasic\trealm="b"', [basic({ realm: 'b' })]],
    ['', []],
    [' , ', []],
  ])('%j holds its challenges', (value, expected) => {
    expect(parseChallenges([value])).toEqual(expected);
  });

  it.each([
    ['an unclosed quote', 'Bearer realm="https://a/token'],
    ['a quote that closes too early', 'Bearer realm="https://a/"evil"'],
    ['an escape without its character', 'Bearer realm="https://a/\\'],
    ['one parameter twice', 'Bearer realm="https://a/", realm="https://b/"'],
    ['one parameter twice in other letters', 'Bearer realm="https://a/", REALM="https://b/"'],
    ['an unquoted address', 'Bearer realm=https://a/token'],
    ['a parameter before any scheme', 'realm="https://a/"'],
    ['words between', 'Bearer realm="https://a/" and more'],
  ])('with %s has no challenge that could receive a credential', (_, value) => {
    expect(pickChallenge(parseChallenges([value]))).toBeUndefined();
  });

  it('keeps what stands before the malformed part', () => {
    expect(parseChallenges(['Basic realm="b", Bearer realm="x'])).toEqual([basic({ realm: 'b' })]);
  });

  it('may come several times, each time on its own', () => {
    const values = ['Bearer realm="x', 'Basic realm="b"', 'Negotiate'];
    expect(parseChallenges(values)).toEqual([basic({ realm: 'b' }), { scheme: 'negotiate', parameters: {} }]);
  });

  it('is parsed without an error, whatever it holds', () => {
    const piece = fc.constantFrom('Bearer ', 'Basic', 'realm=', '"', '\\', ',', ' ', '=', 'a', '\t', 'https://x/');
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (values) => {
        for (const { scheme } of parseChallenges(values)) expect(scheme).toBe(scheme.toLowerCase());
      }),
      RUNS,
    );
  });

  it('is parsed in a time that grows with its length', () => {
    for (const unit of ['"', ',', 'a=', '\\"', 'Bearer ', 'a="b",', ' ', '"\\']) {
      const before = performance.now();
      parseChallenges([unit.repeat(8000), `Bearer realm="${unit.repeat(8000)}`]);
      expect(performance.now() - before).toBeLessThan(1500);
    }
  });

  it('gives back every challenge that was written by the rules', () => {
    const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9!#$%&'*+.^_`|~-]{0,8}$/u);
    const text = fc.string({ unit: fc.constantFrom(...'abc XYZ09,="\\:/?&;'), maxLength: 20 });
    const parameters = fc.uniqueArray(fc.tuple(token, text), {
      maxLength: 4,
      selector: ([name]) => name.toLowerCase(),
    });
    const space = fc.constantFrom('', ' ', '  ', '\t');
    const challenge = fc.record({ scheme: token, parameters, space, quoted: fc.boolean() });
    fc.assert(
      fc.property(fc.array(challenge, { minLength: 1, maxLength: 4 }), (challenges) => {
        const written = challenges.map(({ scheme, parameters, space, quoted }) => {
          const items = parameters.map(([name, value]) => {
            const plain = !quoted && /^[A-Za-z0-9]+$/u.test(value);
            return `${name}${space}=${space}${plain ? value : `"${value.replace(/["\\]/gu, '\\$&')}"`}`;
          });
          return [scheme, items.join(`${space},${space}`)].filter(Boolean).join(' ');
        });
        expect(parseChallenges([written.join(', ')])).toEqual(
          challenges.map(({ scheme, parameters }) => ({
            scheme: scheme.toLowerCase(),
            parameters: Object.fromEntries(parameters.map(([name, value]) => [name.toLowerCase(), value])),
          })),
        );
      }),
      RUNS,
    );
  });
});

describe('of several challenges', () => {
  it('the first that can be answered is picked', () => {
    const challenges = parseChallenges(['Negotiate, Bearer realm="https://a/", Basic realm="b"']);
    expect(pickChallenge(challenges)?.scheme).toBe('bearer');
  });

  it('a bearer challenge without a realm is passed over', () => {
    expect(pickChallenge(parseChallenges(['Bearer service="s", Basic']))?.scheme).toBe('basic');
    expect(pickChallenge(parseChallenges(['Bearer realm=""']))).toBeUndefined();
  });
});
