import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dropAuth, putAuth } from '../../../../packages/core/lib/login/store/config-edit.js';
import {
  decodeAuth,
  encodeAuth,
  parseConfigFile,
  readAuth,
  readHelperName,
} from '../../../../packages/core/lib/login/store/config-file.js';
import { catchError } from '../../support/codes.ts';
import { RUNS } from '../../support/runs.ts';

const KEY = 'dcr.nexqloud.io';
const ENTRY = { auth: 'Y2k6aHVudGVyMjI=' };
const HUB = 'https://index.docker.io/v1/';

/** A JSON value as text, in any formatting; numbers are written as no parser of doubles would keep them. */
const blank = fc.constantFrom('', '', ' ', '  ', '\t', '\n', '\r\n', '\n\n  ');
const number = fc.constantFrom('0', '-0', '1e400', '12345678901234567890', '1.10', '1E+2', '0.1e-99', '-5');
const string = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\u0000', 'a"b\\c', '\ud800', '__proto__', HUB, 'é'))
  .map((text) => JSON.stringify(text));
const key = fc.oneof(
  { weight: 3, arbitrary: string },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '"a\\u0075ths"',
      '"HttpHeaders"',
      '"credsStore"',
      '"__proto__"',
      '"constructor"',
      '""',
      '"0"',
    ),
  },
);
function object(value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.uniqueArray(fc.tuple(key, value, blank, blank), {
        maxLength: 5,
        selector: ([name]) => JSON.parse(name) as string,
      }),
      blank,
    )
    .map(
      ([members, end]) =>
        `{${members.map(([name, content, a, b]) => `${a}${name}${b}:${a}${content}${b}`).join(',')}${end}}`,
    );
}
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    number,
    string,
    fc.constantFrom('true', 'false', 'null'),
    object(tie('value')),
    fc
      .tuple(fc.array(tie('value'), { maxLength: 3 }), blank)
      .map(([items, pad]) => `[${items.join(`${pad},${pad}`)}${pad}]`),
  ),
}));
const auths = fc.oneof(object(object(value)), fc.constant('{}'), fc.constant('null'));
/** A docker config.json: unknown keys around `auths`, where there is one. */
const configs = fc
  .tuple(object(value), fc.option(auths), fc.boolean(), blank, fc.constantFrom('\n', '\r\n'))
  .map(([rest, own, first, pad, eol]) => {
    const inner = rest.slice(1, -1);
    if (own === null) return rest.replaceAll(/(?<!\r)\n/gu, eol);
    const member = `${pad}"auths"${pad}:${own}`;
    const parts = inner.trim() === '' ? [member] : first ? [member, inner] : [inner, member];
    return `{${parts.join(`,${pad}`)}}`.replaceAll(/(?<!\r)\n/gu, eol);
  })
  .filter((text) => {
    try {
      parseConfigFile(text, 'x');
      return !/"a\\u0075ths"[\s\S]*"auths"|"auths"[\s\S]*"a\\u0075ths"/u.test(text);
    } catch {
      return false;
    }
  });

/** The same text with every number as a string, so that comparing does not round it. */
const readExactly = (text: string): unknown => {
  const exact = text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gu, (part) =>
    part.startsWith('"') ? part : `"number ${part}"`,
  );
  return text.trim() === '' ? {} : JSON.parse(exact);
};
const forget = (config: unknown, name: string): unknown => {
  const { auths, ...rest } = config as { auths?: Record<string, unknown> | null };
  if (typeof auths !== 'object' || auths === null) return { rest, others: {} };
  const { [name]: _, ...others } = auths;
  return { rest, others };
};

describe('any configuration', () => {
  it('gives back the entry that was put into it, and everything else as it was', () => {
    fc.assert(
      fc.property(configs, fc.constantFrom(KEY, HUB, '__proto__', '0'), (text, name) => {
        const put = putAuth(text, name, ENTRY);
        expect(readAuth(parseConfigFile(put, 'x'), name)).toEqual(ENTRY);
        expect(forget(readExactly(put), name)).toEqual(forget(readExactly(text), name));
      }),
      RUNS,
    );
  });

  it('has lost the entry that was dropped from it, and nothing else', () => {
    fc.assert(
      fc.property(configs, fc.constantFrom(KEY, HUB, '__proto__'), fc.boolean(), (text, name, keep) => {
        const dropped = dropAuth(putAuth(text, name, ENTRY), name, keep);
        expect(readAuth(parseConfigFile(dropped, 'x'), name)).toBeUndefined();
        expect(forget(readExactly(dropped), name)).toEqual(forget(readExactly(text), name));
        expect(dropAuth(dropped, name, keep)).toBe(dropped);
      }),
      RUNS,
    );
  });

  it('comes back to the byte from an entry that was put into it and dropped again', () => {
    // Which blanks stood between two braces, or that there was null, is not known any more when an entry has stood there.
    const isPlain = (text: string): boolean => !/\{\s+\}/u.test(text) && parseConfigFile(text, 'x')['auths'] !== null;
    fc.assert(
      fc.property(configs.filter(isPlain), fc.constantFrom(KEY, HUB), (text, name) => {
        const { auths: own } = parseConfigFile(text, 'x');
        fc.pre(readAuth({ auths: own }, name) === undefined && !Object.hasOwn(own ?? {}, name));
        expect(dropAuth(putAuth(text, name, ENTRY), name, own !== undefined)).toBe(text);
      }),
      RUNS,
    );
  });

  it.each([
    ['one line', '{"x":1.10,"auths":{"a":{"auth":"eA=="}},"y":[ 1,2 ]}'],
    ['two blanks', '{\n  "x": 1.10,\n  "auths": {\n    "a": {\n      "auth": "eA=="\n    }\n  },\n  "y": [ 1,2 ]\n}\n'],
    ['four blanks', '{\n    "x": 1.10,\n    "auths": {\n        "a": {}\n    },\n    "y": [ 1,2 ]\n}'],
    ['tabs', '{\n\t"auths": {\n\t\t"a": {\n\t\t\t"auth": "eA=="\n\t\t}\n\t},\n\t"y": [1,2]\n}'],
    ['entries on one line each', '{\n\t"auths": {\n\t\t"a": {"auth": "eA=="},\n\t\t"b": { }\n\t},\n\t"y": [1,2]\n}'],
    ['no entries', '{\n\t"auths": {},\n\t"y": [1,2]\n}'],
    ['line ends of Windows', '{\r\n  "x": 1.10,\r\n  "auths": {\r\n    "a": {}\r\n  }\r\n}\r\n'],
  ])('that is written with %s stays so, and comes back to the byte', (_, text) => {
    const put = putAuth(text, KEY, ENTRY);
    const indents = (of: string) => new Set(of.split(/\r?\n/u).map((line) => /^[ \t]*/u.exec(line)?.[0] ?? ''));
    const step = [...indents(text)].find((indent) => indent !== '') ?? '';
    for (const indent of indents(put)) expect(indent).toBe(step.repeat(step === '' ? 0 : indent.length / step.length));
    expect(put.replaceAll('\r\n', '')).not.toMatch(text.includes('\r') ? /\n/u : /\r/u);
    expect(dropAuth(put, KEY, true)).toBe(text);
  });
});

describe('a configuration with nothing in it', () => {
  it.each(['', ' \n', '{}', '{"auths":{}}', '{"auths":null}'])('%j takes an entry and loses it again', (text) => {
    const put = putAuth(text, KEY, ENTRY);
    expect(JSON.parse(put)).toEqual({ auths: { [KEY]: ENTRY } });
    expect(JSON.parse(dropAuth(put, KEY, true))).toEqual({ auths: {} });
    expect(JSON.parse(dropAuth(put, KEY, false))).toEqual({});
  });
});

describe('what is no configuration', () => {
  it.each([
    '[]',
    'null',
    '1',
    '"x"',
    '{',
    '{"auths":[]}',
    '{"auths":"hunter22"}',
    '{"auths":7}',
    '// comment\n{}',
    '{"a":1,}',
    '{"auths":{}}{}',
    '\u0000',
    '\uFEFF{}',
    `{"auths":{"${KEY}":{"auth":"hunter22"}}`,
  ])('is refused as it is, without repeating it: %j', async (text) => {
    const error = await catchError(() => parseConfigFile(text, '/home/ci/.docker/config.json'));
    expect(error.code).toBe('DCR_STORE_FAILED');
    expect(error.message).toContain('/home/ci/.docker/config.json');
    expect(`${error.message}${error.cause}`).not.toContain('hunter22');
  });
});

describe('the helper of a host', () => {
  it.each([
    [{}, undefined],
    [{ credsStore: 'pass' }, 'pass'],
    [{ credsStore: '' }, undefined],
    [{ credsStore: 7 }, undefined],
    [{ credsStore: 'pass', credHelpers: { [KEY]: 'gcr' } }, 'gcr'],
    [{ credsStore: 'pass', credHelpers: { [KEY]: '' } }, undefined],
    [{ credsStore: 'pass', credHelpers: { 'other.example': 'gcr' } }, 'pass'],
    [{ credHelpers: { 'other.example': 'gcr' } }, undefined],
    [{ credHelpers: 'gcr', credsStore: 'pass' }, 'pass'],
    [{ credHelpers: { [KEY]: null } }, undefined],
  ])('in %j is %j', (config, helper) => {
    expect(readHelperName(config, KEY)).toBe(helper);
  });

  it('is not found among what every object inherits', () => {
    expect(readHelperName({ credHelpers: {} }, 'constructor')).toBeUndefined();
    expect(readAuth({ auths: {} }, 'constructor')).toBeUndefined();
  });
});

describe('an entry', () => {
  const encode = (text: string) => Buffer.from(text).toString('base64');
  it.each([
    [{ auth: encode('ci:hunter22') }, { username: 'ci', secret: 'hunter22' }],
    [{ auth: encode('ci:a:b') }, { username: 'ci', secret: 'a:b' }],
    [{ auth: encode('jürgen:pä😀') }, { username: 'jürgen', secret: 'pä😀' }],
    [{ auth: encode('ci:') }, { username: 'ci', secret: '' }],
    [
      { auth: encode('ci:x'), identitytoken: 'refresh' },
      { username: '<token>', secret: 'refresh' },
    ],
    [
      { auth: encode('ci:x'), identitytoken: '' },
      { username: 'ci', secret: 'x' },
    ],
    [{ identitytoken: 'refresh' }, { username: '<token>', secret: 'refresh' }],
    [{ auth: encode(':x') }, undefined],
    [{ auth: encode('nothing') }, undefined],
    [{ auth: '' }, undefined],
    [{ auth: 7 }, undefined],
    [{}, undefined],
  ])('%j is %j', (entry, expected) => {
    expect(decodeAuth(entry)).toEqual(expected);
  });

  it('holds exactly the pair that was put into it', () => {
    const username = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes(':'));
    fc.assert(
      fc.property(username, fc.string({ unit: 'grapheme' }), (name, secret) => {
        expect(decodeAuth(encodeAuth(name, secret))).toEqual({ username: name, secret });
      }),
      RUNS,
    );
  });
});
