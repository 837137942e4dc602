import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { HttpResponse } from '../../../packages/core/lib/ports/http.js';
import {
  describeAnswer,
  parseObject,
  readRepositories,
  readToken,
} from '../../../packages/core/lib/registry/observation.js';
import { RUNS } from '../support/runs.ts';

const respond = (body: unknown, rest: Partial<HttpResponse> = {}): HttpResponse => ({
  status: 200,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
  truncated: false,
  ...rest,
});

describe('the body of an answer', () => {
  const oci = (code: unknown, message?: unknown) => ({ errors: [{ code, message }] });
  it.each([
    ['nothing', '', { body: 'empty', lists: 'nothing', errorCode: undefined, message: '' }],
    ['blanks', ' \n', { body: 'empty' }],
    ['an empty object', {}, { body: 'json', lists: 'nothing', errorCode: undefined }],
    ['an OCI error', oci('DENIED', 'no'), { body: 'oci-error', errorCode: 'DENIED', message: 'no' }],
    ['an OCI error in small letters', oci('denied'), { body: 'oci-error', errorCode: 'DENIED', message: '' }],
    ['an OCI error whose message is no text', oci('DENIED', { a: 1 }), { body: 'oci-error', message: '' }],
    ['an OCI error without a code', oci(7, 'no'), { body: 'json', errorCode: undefined }],
    ['no errors', { errors: [] }, { body: 'json' }],
    ['errors that are no list', { errors: 'x' }, { body: 'json' }],
    ['errors with null in them', { errors: [null] }, { body: 'json' }],
    [
      'an OAuth error',
      { error: 'invalid_grant', error_description: 'wrong' },
      { body: 'json', errorCode: 'INVALID_GRANT', message: 'wrong' },
    ],
    ['a token', { token: 't' }, { lists: 'token' }],
    ['an access token', { access_token: 't' }, { lists: 'token' }],
    ['an empty token', { token: '' }, { lists: 'nothing' }],
    ['a token that is no text', { token: 5 }, { lists: 'nothing' }],
    ['repositories', { repositories: ['a'] }, { lists: 'repositories' }],
    ['no repositories', { repositories: [] }, { lists: 'repositories' }],
    ['repositories that are no names', { repositories: [1] }, { lists: 'nothing' }],
    ['tags', { name: 'a', tags: ['1'] }, { lists: 'tags' }],
    ['null tags', { name: 'a', tags: null }, { lists: 'tags' }],
    ['a page', '<!doctype html><title>Sign in</title>', { body: 'html', message: 'Sign in' }],
    ['a page without a title', '<html>', { body: 'html', message: '' }],
    ['words', 'unauthorized', { body: 'text', message: 'unauthorized' }],
    ['a list', '[1]', { body: 'text' }],
    ['null', 'null', { body: 'text' }],
    ['half of a JSON object', '{"token":"t', { body: 'text', lists: 'nothing' }],
  ])('with %s', (_, body, expected) => {
    expect(describeAnswer(respond(body), undefined)).toMatchObject(expected);
  });

  it('larger than the limit is not looked at', () => {
    const answer = describeAnswer(respond({ token: 't' }, { truncated: true }), undefined);
    expect(answer).toMatchObject({ body: 'oversized', lists: 'nothing', message: '' });
  });

  it('is described without an error, whatever it holds', () => {
    const json = fc.jsonValue().map((value) => JSON.stringify(value));
    const shaped = fc
      .record(
        { errors: fc.jsonValue(), error: fc.jsonValue(), token: fc.jsonValue(), tags: fc.jsonValue() },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.oneof(fc.string(), json, shaped), fc.boolean(), (body, truncated) => {
        const answer = describeAnswer(respond(body, { truncated }), 5);
        expect(typeof answer.message).toBe('string');
        expect(answer.retryAfter).toBe(5);
      }),
      RUNS,
    );
  });
});

describe('the challenge of an answer', () => {
  it.each([
    [undefined, 'none', undefined],
    [['Basic realm="x"'], 'basic', undefined],
    [['Bearer realm="https://x/",error="insufficient_scope"'], 'bearer', 'insufficient_scope'],
    [['Negotiate'], 'malformed', undefined],
    [['Bearer realm="'], 'malformed', undefined],
    [['Negotiate', 'Basic'], 'basic', undefined],
  ])('%j is %s', (values, challenge, challengeError) => {
    const headers = values === undefined ? {} : { 'www-authenticate': values };
    expect(describeAnswer(respond('', { status: 401, headers }), undefined)).toMatchObject({
      challenge,
      challengeError,
    });
  });
});

describe('of a JSON answer', () => {
  it('the access token counts before the token', () => {
    expect(readToken({ token: 'a', access_token: 'b' })).toBe('b');
    expect(readToken({ token: 'a', access_token: '' })).toBe('a');
    expect(readToken(undefined)).toBeUndefined();
  });

  it('only an object is an object', () => {
    expect(['{}', '[]', 'null', '1', '', '{'].map((text) => parseObject(text) !== undefined)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(readRepositories(parseObject('{"repositories":["b","a"]}'))).toEqual(['b', 'a']);
  });
});
