import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { deriveMaskedForms, quoteForeignText, redactText } from '../../../packages/core/lib/credential/masking.js';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import { RUNS } from '../support/runs.ts';

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/u;
/** What checkCredential lets through and is long enough to be masked; `*` is what masks are made of. */
const unit = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...'abcXYZ019-_.~+/=') },
  { weight: 3, arbitrary: fc.constantFrom(...'"\'\\$`<>&%#!(){}[]|;:?@ ') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const passwords = fc.string({ unit, minLength: 4, maxLength: 40 }).filter((text) => {
  return (
    text.length >= 4 &&
    text.trim().length >= 4 &&
    !CONTROL.test(text) &&
    !text.includes('*') &&
    Buffer.from(text).toString() === text
  );
});
const usernames = fc.string({ unit: fc.constantFrom(...'ci-bot@ü'), minLength: 1, maxLength: 8 });
const around = fc.string({ unit: fc.constantFrom(...'abc 012\n,:;'), maxLength: 12 });

const toBase64Url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_');
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeAscii = (text: string) =>
  text
    .split('')
    .map((c) => (c > '\u007e' ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c))
    .join('');

/** Each way in which a log could show a password: how it is written, and how it is read again. */
const ENCODINGS: Readonly<Record<string, readonly [write: (text: string) => string, read: (text: string) => string]>> =
  {
    plain: [(text) => text, (text) => text],
    hex: [(text) => Buffer.from(text).toString('hex'), (text) => Buffer.from(text, 'hex').toString()],
    'upper-case hex': [
      (text) => Buffer.from(text).toString('hex').toUpperCase(),
      (text) => Buffer.from(text, 'hex').toString(),
    ],
    'percent, component': [encodeURIComponent, decodeURIComponent],
    'percent, address': [encodeURI, decodeURI],
    'percent, form': [
      (text) => new URLSearchParams({ v: text }).toString().slice(2),
      (text) => new URLSearchParams(`v=${text}`).get('v') ?? '',
    ],
    'percent, every byte': [(text) => Buffer.from(text).toString('hex').replace(/../gu, '%$&'), decodeURIComponent],
    json: [(text) => JSON.stringify(text).slice(1, -1), (text) => JSON.parse(`"${text}"`) as string],
    'json, ascii': [
      (text) => escapeAscii(JSON.stringify(text).slice(1, -1)),
      (text) => JSON.parse(`"${text}"`) as string,
    ],
    "json, as Go's encoder writes it": [
      (text) =>
        JSON.stringify(text)
          .slice(1, -1)
          .replace(/[<>&\u2028\u2029]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
      (text) => JSON.parse(`"${text}"`) as string,
    ],
    xml: [escapeXml, (text) => text],
    'xml attribute': [(text) => escapeXml(text).replaceAll('"', '&quot;').replaceAll("'", '&apos;'), (text) => text],
    'html attribute': [(text) => escapeXml(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;'), (text) => text],
    "html, as Go's template writes it": [
      (text) => escapeXml(text).replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
      (text) => text,
    ],
    'single-quoted shell': [(text) => text.replaceAll("'", `'\\''`), (text) => text],
    "single-quoted shell, as Python's shlex writes it": [(text) => text.replaceAll("'", `'"'"'`), (text) => text],
    'double-quoted shell': [(text) => text.replace(/["\\$`]/gu, '\\$&'), (text) => text],
    'shell, every special character escaped': [(text) => text.replace(/[^\w@%+=:,./-]/gu, '\\$&'), (text) => text],
    powershell: [(text) => text.replaceAll("'", "''"), (text) => text],
    'doubled dollars': [(text) => text.replaceAll('$', '$$$$'), (text) => text],
    'workflow command': [(text) => text.replaceAll('%', '%25'), (text) => text],
  };

describe('a masked log', () => {
  it.each(Object.entries(ENCODINGS))('does not show the password as %s', (_, [write]) => {
    fc.assert(
      fc.property(usernames, passwords, around, around, (username, password, before, after) => {
        const forms = deriveMaskedForms({ username, password: new Secret(password) });
        const written = write(password);
        // Such text is not the password any more, but its surroundings: nothing to be hidden.
        fc.pre(!before.includes(written) && !after.includes(written));
        const clean = redactText(`${before}${written}${after}`, forms);
        expect(clean).not.toContain(written);
        expect(clean).not.toContain(password);
      }),
      RUNS,
    );
  });

  it.each([0, 1, 2])('does not show the password in base64 of a text where it begins at byte 3n + %i', (shift) => {
    const head = fc.string({ unit: fc.constantFrom(...'abc:"{'), minLength: 0, maxLength: 12 });
    fc.assert(
      fc.property(usernames, passwords, head, head, fc.boolean(), (username, password, before, after, forUrls) => {
        const forms = deriveMaskedForms({ username, password: new Secret(password) });
        const padded = `${before}${'x'.repeat((3 + shift - (before.length % 3)) % 3)}`;
        const base64 = Buffer.from(`${padded}${password}${after}`).toString('base64');
        const clean = redactText(forUrls ? toBase64Url(base64) : base64, forms);
        for (const piece of clean.split('***')) {
          for (const cut of [0, 1, 2, 3])
            expect(Buffer.from(piece.slice(cut), 'base64').toString()).not.toContain(password);
        }
        expect(clean).toContain('***');
      }),
      RUNS,
    );
  });

  it('does not show the pair of a Basic header', () => {
    fc.assert(
      fc.property(usernames, passwords, around, (username, password, before) => {
        const forms = deriveMaskedForms({ username, password: new Secret(password) });
        const pair = Buffer.from(`${username}:${password}`).toString('base64');
        expect(redactText(`${before}Basic ${pair}`, forms)).not.toContain(pair);
        expect(redactText(`{"auth":"${pair.replace(/=+$/u, '')}"}`, forms)).not.toContain(pair.replace(/=+$/u, ''));
      }),
      RUNS,
    );
  });

  it('still shows the username, and what has nothing to do with the password', () => {
    const forms = deriveMaskedForms({ username: 'ci-bot', password: new Secret('hunter22') });
    expect(redactText('ci-bot logged in to dcr.nexqloud.io/acme', forms)).toBe(
      'ci-bot logged in to dcr.nexqloud.io/acme',
    );
  });
});

describe('the forms of a password', () => {
  it('come longest first, once each, and none that would blank innocent text', () => {
    fc.assert(
      fc.property(usernames, fc.string({ maxLength: 30 }), (username, password) => {
        const forms = deriveMaskedForms({ username, password: new Secret(password) });
        expect(new Set(forms).size).toBe(forms.length);
        expect(forms.map(({ length }) => length)).toEqual(forms.map(({ length }) => length).toSorted((a, b) => b - a));
        expect(forms.every((form) => form.length >= 4)).toBe(true);
        expect(forms).not.toContain(username.length > 3 && username !== password.trim() ? username : undefined);
      }),
      RUNS,
    );
  });

  it('are none for an empty one, and no error for a lone surrogate', () => {
    expect(deriveMaskedForms({ username: '', password: new Secret('') })).toEqual([]);
    const forms = deriveMaskedForms({ username: 'ci', password: new Secret('a\uD800bcdef') });
    expect(redactText(`x${encodeURIComponent('a\uFFFDbcdef')}x`, forms)).toBe('x***x');
  });
});

describe('text from elsewhere', () => {
  it.each([
    ['::error::x', /^: :error: :x$/u],
    [':::error', /^[^:]*:(?: :)* ?:error$/u],
    ['\n::set-output name=a::b', /^: :set-output name=a: :b$/u],
    ['##[command]x', /^## \[command\]x$/u],
    ['###[command]x', /^### \[command\]x$/u],
    ['a\u001b[31mred\u001b[0m', /^a \[31mred \[0m$/u],
    ['a\u202eb\u200bc\ufeffd\u2028e', /^a b c d e$/u],
    ['a\r\n\tb', /^a b$/u],
    ['  a  ', /^a$/u],
  ])('%j is data', (text, expected) => {
    expect(quoteForeignText(text, [])).toMatch(expected);
  });

  it('gives no commands, no lines, no secret and no more than 300 characters', () => {
    const piece = fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[',
      '\n',
      '\r',
      '\u2028',
      '\u200b',
      '\u001b',
      'hunter 22',
      'hunter',
      '22',
      ' ',
      '😀',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(piece, { maxLength: 200 }).map((all) => all.join('')),
    );
    const password = fc.constantFrom('hunter 22', 'a: :b', 'hunter22', '## [x]');
    fc.assert(
      fc.property(text, password, (foreign, secret) => {
        const quoted = quoteForeignText(foreign, deriveMaskedForms({ username: 'ci', password: new Secret(secret) }));
        expect(quoted).not.toContain('::');
        expect(quoted).not.toContain('##[');
        expect(quoted).not.toContain(secret);
        expect(quoted).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect([...quoted].length).toBeLessThanOrEqual(300);
      }),
      RUNS,
    );
  });

  it('shows no part of a secret that stands across the end of what is shown', () => {
    const forms = deriveMaskedForms({ username: 'ci', password: new Secret('hunter22') });
    for (let length = 285; length < 305; length += 1) {
      expect(quoteForeignText(`${'x'.repeat(length)}hunter22${'y'.repeat(50)}`, forms)).not.toMatch(/hunt/u);
    }
  });
});
