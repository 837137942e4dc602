import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '../../packages/core/lib/errors.js';
import { DcrError, ERROR_CODES, toDcrError } from '../../packages/core/lib/errors.js';

describe('every code', () => {
  it('has the exit status that pipelines match on', () => {
    const exits = Object.fromEntries(Object.entries(ERROR_CODES).map(([code, { exit }]) => [code, exit]));
    expect(exits).toEqual({
      DCR_INTERNAL: 1,
      DCR_INPUT_INVALID: 2,
      DCR_CREDENTIAL_MISSING: 2,
      DCR_CONFIG_INVALID: 2,
      DCR_CREDENTIAL_REJECTED: 3,
      DCR_CREDENTIAL_EXPIRED: 3,
      DCR_CREDENTIAL_UNPROVEN: 3,
      DCR_ACCESS_DENIED: 4,
      DCR_REGISTRY_UNKNOWN: 4,
      DCR_UNREACHABLE: 5,
      DCR_TIMEOUT: 5,
      DCR_TLS_UNTRUSTED: 5,
      DCR_RATE_LIMITED: 5,
      DCR_SERVER_ERROR: 5,
      DCR_NOT_A_REGISTRY: 5,
      DCR_UNSAFE_REALM: 5,
      DCR_UNSAFE_REDIRECT: 5,
      DCR_ENGINE_MISSING: 6,
      DCR_STORE_FAILED: 6,
      DCR_SHADOWED: 6,
      DCR_LOCKED: 6,
      DCR_ROTATION_INCOMPLETE: 7,
      DCR_TARGET_REFUSED: 7,
      DCR_TARGET_FOREIGN: 7,
      DCR_TOO_OLD: 8,
      DCR_DRIFT: 8,
    });
  });

  it.each(Object.keys(ERROR_CODES) as ErrorCode[])(
    '%s says what it means and what to do, in whole sentences',
    (code) => {
      const { means, remedy } = ERROR_CODES[code];
      for (const words of [means, remedy]) expect(words).toMatch(/^\S.{15,}[.A-Z]$/u);
      const error = new DcrError(code, { message: 'it happened' });
      expect(error).toMatchObject({
        name: 'DcrError',
        code,
        remedy,
        exitCode: ERROR_CODES[code].exit,
        message: 'it happened',
      });
      expect(error.registry).toBeUndefined();
      expect(error.retryAfter).toBeUndefined();
    },
  );
});

describe('an error', () => {
  it('keeps its cause, and its own remedy where it has one', () => {
    const cause = new Error('disk');
    const error = new DcrError('DCR_STORE_FAILED', {
      message: 'm',
      remedy: 'do this',
      registry: 'h/n',
      retryAfter: 7,
      cause,
    });
    expect(error).toMatchObject({ remedy: 'do this', registry: 'h/n', retryAfter: 7, cause });
  });

  it('that has a code already is handed on as it is', () => {
    const error = new DcrError('DCR_LOCKED', { message: 'm' });
    expect(toDcrError(error)).toBe(error);
  });

  it.each([new TypeError('x is undefined'), 'words', undefined, null, 7, { toString: () => 'odd' }])(
    'that is not ours (%s) is a bug of ours',
    (thrown) => {
      const error = toDcrError(thrown);
      expect(error).toMatchObject({ code: 'DCR_INTERNAL', exitCode: 1 });
      expect(error.cause).toBe(thrown);
    },
  );
});
