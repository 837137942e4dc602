import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ERROR_CODES } from '../../../packages/core/lib/errors.js';
import type { Answer, Observation, Seen, Stage } from '../../../packages/core/lib/registry/observation.js';
import type { VerdictRow } from '../../../packages/core/lib/registry/verdict.js';
import {
  describeObservation,
  isErrorCode,
  judge,
  toError,
  VERDICTS,
} from '../../../packages/core/lib/registry/verdict.js';
import { RUNS } from '../support/runs.ts';

const STAGES: readonly Stage[] = ['ping', 'token', 'auth', 'name', 'pull', 'push'];
const SCHEMES = ['none', 'basic', 'bearer'] as const;
const FAULTS = [
  'dns',
  'connect',
  'reset',
  'timeout',
  'tls',
  'not-tls',
  'protocol',
  'cancelled',
  'proxy',
  'proxy-login',
  'configuration',
] as const;
const BODIES = ['oci-error', 'json', 'html', 'empty', 'text', 'oversized'] as const;
const LISTS = ['nothing', 'token', 'repositories', 'tags'] as const;
const CHALLENGES = ['none', 'basic', 'bearer', 'malformed'] as const;
const STATUSES = [200, 202, 204, 301, 400, 401, 403, 404, 405, 407, 408, 418, 429, 500, 503, 511, 599];
const CODES = [undefined, 'NAME_UNKNOWN', 'DENIED', 'UNAUTHORIZED', 'INVALID_GRANT', 'UNSUPPORTED'];
const ANSWER: Answer = {
  kind: 'answer',
  status: 418,
  challenge: 'none',
  challengeError: undefined,
  body: 'text',
  lists: 'nothing',
  errorCode: undefined,
  message: '',
  retryAfter: undefined,
};
const REQUEST = 'GET https://dcr.nexqloud.io/v2/';

/** One thing to see that satisfies the row, its other parts as uneventful as they can be. */
function* imagine(row: VerdictRow): Generator<Seen> {
  if (row.fault !== undefined) {
    for (const fault of row.fault) yield { kind: 'fault', fault, during: 'connect', detail: 'X' };
  } else if (row.redirect !== undefined) {
    for (const why of row.redirect) yield { kind: 'redirect', to: 'https://elsewhere.example', why };
  } else if (row.realm !== undefined) {
    yield { kind: 'realm', realm: 'https://elsewhere.example', why: 'another site' };
  } else {
    const [from, to] = typeof row.status === 'number' ? [row.status, row.status] : (row.status ?? [0, 999]);
    for (const status of STATUSES.filter((known) => known >= from && known <= to)) {
      for (const challenge of row.challenge ?? ['none']) {
        for (const body of row.body ?? ['text']) {
          for (const lists of row.lists ?? ['nothing']) {
            for (const errorCode of row.errorCode ?? [undefined]) {
              const message = row.words === undefined ? '' : 'the password has expired';
              yield {
                ...ANSWER,
                status,
                challenge,
                body,
                lists,
                errorCode,
                message,
                challengeError: row.challengeError,
              };
            }
          }
        }
      }
    }
  }
}

function findObservation(row: VerdictRow): Observation | undefined {
  for (const stage of row.stage ?? STAGES) {
    for (const anonymous of row.anonymous === undefined ? [false, true] : [row.anonymous]) {
      for (const scheme of row.scheme === undefined ? SCHEMES : [row.scheme]) {
        for (const seen of imagine(row)) {
          const observation = { stage, anonymous, scheme, request: REQUEST, seen };
          if (judge(observation) === row) return observation;
        }
      }
    }
  }
  return undefined;
}

const answer = fc.record({
  kind: fc.constant('answer' as const),
  status: fc.oneof(fc.constantFrom(...STATUSES), fc.integer({ min: 100, max: 999 })),
  challenge: fc.constantFrom(...CHALLENGES),
  challengeError: fc.constantFrom(undefined, 'invalid_token', 'insufficient_scope'),
  body: fc.constantFrom(...BODIES),
  lists: fc.constantFrom(...LISTS),
  errorCode: fc.constantFrom(...CODES),
  message: fc.oneof(fc.constant('token expired'), fc.string({ unit: 'binary', maxLength: 40 })),
  retryAfter: fc.option(fc.nat(1000), { nil: undefined }),
});
const fault = fc.record({
  kind: fc.constant('fault' as const),
  fault: fc.constantFrom(...FAULTS),
  during: fc.constantFrom('connect' as const, 'headers' as const, 'body' as const),
  detail: fc.string({ unit: 'binary' }),
});
const redirect = fc.record({
  kind: fc.constant('redirect' as const),
  to: fc.string(),
  why: fc.constantFrom('other-origin' as const, 'loop' as const, 'malformed' as const),
});
const realm = fc.record({ kind: fc.constant('realm' as const), realm: fc.string(), why: fc.string() });
const observations: fc.Arbitrary<Observation> = fc.record({
  stage: fc.constantFrom(...STAGES),
  anonymous: fc.boolean(),
  scheme: fc.constantFrom(...SCHEMES),
  request: fc.constant(REQUEST),
  seen: fc.oneof(answer, fault, redirect, realm),
});

describe('the table of verdicts', () => {
  it.each(VERDICTS.map((row, index) => [index, row.says, row] as const))('row %i can decide: %s', (_, _says, row) => {
    const observation = findObservation(row);
    expect(observation && judge(observation)).toBe(row);
  });

  it.each(STAGES)('has a row for stage %s that matches whatever no other row matched', (stage) => {
    const rows = VERDICTS.filter((row) => row.stage?.includes(stage));
    const open = rows.findIndex((row) => Object.keys(row).toSorted().join(' ') === 'means says stage');
    expect(open).toBeGreaterThanOrEqual(0);
    expect(rows.slice(open + 1)).toEqual([]);
  });

  it('gives every code that a registry or the way to it can be the reason of, and no other', () => {
    const codes = new Set(VERDICTS.map(({ means }) => means).filter(isErrorCode));
    expect([...codes].toSorted()).toEqual([
      'DCR_ACCESS_DENIED',
      'DCR_CONFIG_INVALID',
      'DCR_CREDENTIAL_EXPIRED',
      'DCR_CREDENTIAL_REJECTED',
      'DCR_NOT_A_REGISTRY',
      'DCR_RATE_LIMITED',
      'DCR_REGISTRY_UNKNOWN',
      'DCR_SERVER_ERROR',
      'DCR_TIMEOUT',
      'DCR_TLS_UNTRUSTED',
      'DCR_UNREACHABLE',
      'DCR_UNSAFE_REALM',
      'DCR_UNSAFE_REDIRECT',
    ]);
    for (const code of codes) expect([2, 3, 4, 5]).toContain(ERROR_CODES[code].exit);
    // That nothing was proved is no single observation: verify says it of all of them.
    const given = Object.entries(ERROR_CODES).filter(([, { exit }]) => exit >= 3 && exit <= 5);
    expect(given.filter(([code]) => !codes.has(code as never)).map(([code]) => code)).toEqual([
      'DCR_CREDENTIAL_UNPROVEN',
    ]);
  });

  it('decides every observation', () => {
    fc.assert(
      fc.property(observations, (observation) => {
        expect(VERDICTS).toContain(judge(observation));
      }),
      RUNS,
    );
  });

  it('never calls a request proven that carried no credential, nor open one that did, but for the ping', () => {
    fc.assert(
      fc.property(observations, (observation) => {
        const { means } = judge(observation);
        if (observation.stage === 'ping' || observation.stage === 'name') return;
        if (observation.anonymous) expect(['open', 'closed', 'unknown']).toContain(means);
        else expect(['open', 'closed']).not.toContain(means);
      }),
      RUNS,
    );
  });

  it('blames the credential only for an answer of the registry to that credential', () => {
    fc.assert(
      fc.property(observations, (observation) => {
        const { means } = judge(observation);
        if (means !== 'DCR_CREDENTIAL_REJECTED' && means !== 'DCR_CREDENTIAL_EXPIRED') return;
        expect(observation.anonymous).toBe(false);
        expect(observation.seen).toMatchObject({ kind: 'answer' });
        expect((observation.seen as Answer).status).toBeLessThan(404);
      }),
      RUNS,
    );
  });

  it('says what happened in a line of its own, without the forms of a secret', () => {
    const secret = 'hunter22';
    const seen = fc.record({
      ...Object.fromEntries(Object.entries(ANSWER).map(([name, value]) => [name, fc.constant(value)])),
      message: fc.tuple(fc.string({ unit: 'binary' }), fc.string()).map(([a, b]) => `${a}${secret}${b}`),
    }) as fc.Arbitrary<Answer>;
    fc.assert(
      fc.property(seen, (answer) => {
        const observation = {
          stage: 'auth',
          anonymous: false,
          scheme: 'basic',
          request: REQUEST,
          seen: answer,
        } as const;
        const text = describeObservation(observation, [secret]);
        expect(text).not.toContain(secret);
        // oxlint-disable-next-line no-control-regex
        expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/u);
      }),
      RUNS,
    );
  });
});

describe('an answer becomes the code', () => {
  const base: Observation = { stage: 'auth', anonymous: false, scheme: 'basic', request: REQUEST, seen: ANSWER };
  const see = (rest: Partial<Answer>): Seen => ({ ...ANSWER, ...rest });
  const at = (stage: Stage, rest: Partial<Answer>, more: Partial<Observation> = {}): Observation => {
    return { ...base, stage, ...more, seen: see(rest) };
  };
  it.each([
    ['DCR_CREDENTIAL_REJECTED', at('auth', { status: 401 })],
    ['DCR_CREDENTIAL_REJECTED', at('token', { status: 401 }, { scheme: 'bearer' })],
    ['DCR_CREDENTIAL_REJECTED', at('token', { status: 400, errorCode: 'INVALID_GRANT' }, { scheme: 'bearer' })],
    ['DCR_CREDENTIAL_EXPIRED', at('auth', { status: 401, message: 'Password expired on Monday' })],
    ['DCR_CREDENTIAL_EXPIRED', at('token', { status: 403, message: 'token has expired' }, { scheme: 'bearer' })],
    ['DCR_CREDENTIAL_REJECTED', at('auth', { status: 401, message: 'unexpired subscription needed' })],
    ['DCR_ACCESS_DENIED', at('auth', { status: 403 })],
    ['DCR_ACCESS_DENIED', at('name', { status: 403, body: 'oci-error', errorCode: 'DENIED' })],
    ['DCR_REGISTRY_UNKNOWN', at('name', { status: 404, body: 'oci-error', errorCode: 'NAME_UNKNOWN' })],
    ['DCR_NOT_A_REGISTRY', at('auth', { status: 200, body: 'html' })],
    ['DCR_NOT_A_REGISTRY', at('ping', { status: 200, body: 'html' }, { anonymous: true })],
    ['DCR_NOT_A_REGISTRY', at('ping', { status: 404, body: 'html' }, { anonymous: true })],
    ['DCR_NOT_A_REGISTRY', at('ping', { status: 511, body: 'html' }, { anonymous: true })],
    ['DCR_RATE_LIMITED', at('auth', { status: 429 })],
    ['DCR_SERVER_ERROR', at('auth', { status: 502, body: 'html' })],
    ['DCR_SERVER_ERROR', at('auth', { status: 401, challengeError: 'invalid_token' }, { scheme: 'bearer' })],
    ['DCR_ACCESS_DENIED', at('push', { status: 403 })],
    ['DCR_ACCESS_DENIED', at('pull', { status: 401 })],
  ] as const)('%s', (code, observation) => {
    expect(judge(observation).means).toBe(code);
  });

  it('with the remedy of its row and the time to come back', () => {
    const observation = at('auth', { status: 429, retryAfter: 30 });
    const row = judge(observation);
    if (!isErrorCode(row.means)) throw new Error('no code');
    const error = toError({ ...row, means: row.means }, { registry: 'dcr.nexqloud.io/acme', observation, forms: [] });
    expect(error).toMatchObject({ code: 'DCR_RATE_LIMITED', retryAfter: 30, registry: 'dcr.nexqloud.io/acme' });
    expect(error.remedy).toBe(ERROR_CODES.DCR_RATE_LIMITED.remedy);
  });
});
