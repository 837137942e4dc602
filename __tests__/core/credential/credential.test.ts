import { describe, expect, it } from '@jest/globals';
import { checkCredential, formatTime, tidyPassword } from '../../../packages/core/lib/credential/credential.js';
import { readExpiry } from '../../../packages/core/lib/credential/expiry.js';
import { makeFingerprint, matchesFingerprint } from '../../../packages/core/lib/credential/fingerprint.js';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import { catchCode, catchError } from '../support/codes.ts';

const NOW = Date.UTC(2024, 0, 1);
const context = { registry: 'dcr.nexqloud.io/acme', now: NOW };
const encode = (claims: unknown) => Buffer.from(JSON.stringify(claims)).toString('base64url');
const makeToken = (claims: unknown) => `${encode({ alg: 'none' })}.${encode(claims)}.c2ln`;

describe('a credential', () => {
  it.each([
    ['ci', 'hunter22'],
    ['ci', ' '],
    [' ci ', ' hunter22 '],
    ['ci', 'a:b:c'],
    ['ci', '"$`\\\'<>&%'],
    ['jürgen', 'pässwörd 😀'],
    ['_json_key', `{"type":"service_account"}`],
    ['<token>', 'x'],
    ['-u', '--password-stdin'],
    ['ci', 'x'.repeat(20_000)],
  ])('of %j can be sent', (username, password) => {
    const checked = checkCredential({ username, password }, context);
    expect([checked.username, checked.password.reveal()]).toEqual([username, password]);
  });

  it.each([
    ['', 'hunter22', 'DCR_CREDENTIAL_MISSING'],
    ['ci', '', 'DCR_CREDENTIAL_MISSING'],
    ['', '', 'DCR_CREDENTIAL_MISSING'],
    ['a:b', 'hunter22', 'DCR_INPUT_INVALID'],
    [':', 'hunter22', 'DCR_INPUT_INVALID'],
    ['ci\n', 'hunter22', 'DCR_INPUT_INVALID'],
    ['ci', 'hunter22\n', 'DCR_INPUT_INVALID'],
    ['ci', 'hunter\r\n22', 'DCR_INPUT_INVALID'],
    ['ci', 'hunter\u000022', 'DCR_INPUT_INVALID'],
    ['ci', '\u007fhunter22', 'DCR_INPUT_INVALID'],
    ['ci', '\thunter22', 'DCR_INPUT_INVALID'],
    ['ci', makeToken({ exp: NOW / 1000 }), 'DCR_CREDENTIAL_EXPIRED'],
    ['ci', makeToken({ exp: -1e300 }), undefined],
  ])('of %j with %j: %s', async (username, password, code) => {
    if (code === undefined) {
      expect(checkCredential({ username, password }, context).expiresAt).toBeUndefined();
      return;
    }
    const error = await catchError(() => checkCredential({ username, password }, context));
    expect(error).toMatchObject({ code, registry: 'dcr.nexqloud.io/acme' });
    if (password.length > 3) expect(`${error.message} ${error.remedy}`).not.toContain(password.trim());
  });

  it('may come as a secret', () => {
    const password = new Secret('hunter22');
    expect(checkCredential({ username: 'ci', password }, context).password).toBe(password);
  });

  it('ends when its issuer says so, or else when its token does', async () => {
    const password = makeToken({ exp: NOW / 1000 + 60 });
    expect(checkCredential({ username: 'ci', password }, context).expiresAt).toBe(NOW + 60_000);
    expect(checkCredential({ username: 'ci', password, expiresAt: NOW + 5 }, context).expiresAt).toBe(NOW + 5);
    expect(await catchCode(() => checkCredential({ username: 'ci', password, expiresAt: NOW }, context))).toBe(
      'DCR_CREDENTIAL_EXPIRED',
    );
  });
});

describe('the end of a password', () => {
  it.each([
    [makeToken({ exp: 1_700_000_000 }), 1_700_000_000_000],
    [makeToken({ exp: 1_700_000_000.5 }), 1_700_000_000_500],
    [makeToken({ exp: 0 }), 0],
    [makeToken({}), undefined],
    [makeToken({ exp: '1700000000' }), undefined],
    [makeToken({ exp: null }), undefined],
    [makeToken({ exp: 1e300 }), undefined],
    [makeToken(null), undefined],
    [makeToken([]), undefined],
    [`${makeToken({ exp: 1 })}.more`, undefined],
    ['eyJ.eyJ.eyJ', undefined],
    ['eyJ..', undefined],
    [`x.${encode({ exp: 5 })}.y`, undefined],
    ['hunter22', undefined],
    ['', undefined],
  ])('%s is %j', (password, end) => {
    expect(readExpiry(password)).toBe(end);
  });

  it('is written without milliseconds, in UTC', () => {
    expect(formatTime(1_700_000_000_123)).toBe('2023-11-14T22:13:20Z');
  });
});

describe('what was added around a password', () => {
  it.each([
    ['hunter22\n', 'hunter22'],
    ['hunter22\r\n', 'hunter22'],
    ['\uFEFFhunter22', 'hunter22'],
    ['hunter22\n\n', 'hunter22\n'],
    ['hunter22 ', 'hunter22 '],
    ['\n', ''],
    ['hunter22', 'hunter22'],
  ])('%j is dropped: %j', (text, password) => {
    expect(tidyPassword(text)).toBe(password);
  });
});

describe('a fingerprint', () => {
  it('is matched by its own value alone', () => {
    const made = makeFingerprint('hunter22', 'salt');
    expect(matchesFingerprint('hunter22', made)).toBe(true);
    expect(matchesFingerprint('hunter23', made)).toBe(false);
    expect(matchesFingerprint('', made)).toBe(false);
    expect(matchesFingerprint('hunter22', '')).toBe(false);
    expect(matchesFingerprint('hunter22', 'salt')).toBe(false);
  });

  it('holds neither the value nor anything that is the same for the same value', () => {
    const [one, two] = [makeFingerprint('hunter22', 'a'), makeFingerprint('hunter22', 'b')];
    expect(one.split(':')[1]).not.toBe(two.split(':')[1]);
    expect(`${one}${two}`).not.toContain('hunter22');
  });
});
