import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { makeFingerprint } from '../../../packages/core/lib/credential/fingerprint.js';
import type { StoredSession } from '../../../packages/core/lib/login/session.js';
import type { Undo } from '../../../packages/core/lib/login/store/stored-login.js';
import { serialiseLogin } from '../../../packages/core/lib/login/store/stored-login.js';
import { decideUndo } from '../../../packages/core/lib/login/undo.js';
import { RUNS } from '../support/runs.ts';

type Value = string | null;
const toUndo = (value: Value): Undo => {
  return { entry: value === null ? null : { auth: value }, helper: null, hadFile: true, hadAuths: true };
};
const PLACE = { path: '/home/ci/.docker/config.json', key: 'dcr.nexqloud.io' };

function makeSession(id: string, rest: Partial<StoredSession['record']>, undo: Undo | undefined): StoredSession {
  const record = {
    version: 1,
    id,
    state: 'open',
    since: 0,
    registry: 'dcr.nexqloud.io/acme',
    host: 'dcr.nexqloud.io',
    name: 'acme',
    username: 'ci',
    engine: 'file',
    isolated: false,
    configDir: '/home/ci/.docker',
    key: 'h',
    visible: {},
    directories: [],
    group: null,
    place: PLACE,
    installed: null,
    sequence: 0,
    owner: null,
    expiresAt: null,
    ...rest,
  } as const;
  return { record, undo };
}

/** The place and its sessions, moved by the decisions under test. */
class Actual {
  present: Value;
  readonly sessions = new Map<string, StoredSession>();

  constructor(before: Value) {
    this.present = before;
  }

  login(id: string, value: string): void {
    const undo = toUndo(this.present);
    const sequence = Math.max(0, ...[...this.sessions.values()].map(({ record }) => record.sequence)) + 1;
    const installed = makeFingerprint(serialiseLogin(toUndo(value)), id);
    this.sessions.set(id, makeSession(id, { sequence, installed }, undo));
    this.present = value;
  }

  logout(id: string): void {
    const mine = this.sessions.get(id);
    if (mine === undefined) return;
    const sessions = [...this.sessions.values()];
    const decision = decideUndo({ slot: 'entry', mine, present: toUndo(this.present), sessions });
    if (decision.do === 'restore') this.present = (decision.undo.entry?.['auth'] as string | undefined) ?? null;
    if (decision.do === 'hand-over') {
      const heir = this.sessions.get(decision.to);
      if (heir !== undefined) this.sessions.set(decision.to, { ...heir, undo: decision.undo });
    }
    this.sessions.delete(id);
  }
}

/** What should be seen: a base that a foreign hand sets, and on it the logins that are still open. */
class Model {
  base: Value;
  stack: { readonly id: string; readonly value: string }[] = [];

  constructor(before: Value) {
    this.base = before;
  }

  get present(): Value {
    return this.stack.at(-1)?.value ?? this.base;
  }
}

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('login' as const), id: ids, value: fc.constantFrom('v', 'w', 'x') }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('logout' as const), id: ids }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('foreign' as const), value: fc.constantFrom(null, 'f', 'g') }),
    },
  ),
  { maxLength: 24 },
);
const orders = fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4, maxLength: 4 });

describe('logins and logouts on one place', () => {
  it('show the newest login that is still open, and in the end what was there before, or what a foreign hand put there', () => {
    fc.assert(
      fc.property(fc.constantFrom(null, 'before', 'v'), steps, orders, (before, sequence, closing) => {
        const actual = new Actual(before);
        const model = new Model(before);
        const close = closing.map((id) => ({ do: 'logout' as const, id }));
        for (const step of [...sequence, ...close]) {
          if (step.do === 'foreign') {
            actual.present = model.base = step.value;
            model.stack = [];
          } else if (step.do === 'logout') {
            actual.logout(step.id);
            model.stack = model.stack.filter(({ id }) => id !== step.id);
          } else if (!actual.sessions.has(step.id)) {
            actual.login(step.id, step.value);
            model.stack.push(step);
          }
          expect(actual.present).toBe(model.present);
        }
        expect([actual.present, actual.sessions.size]).toEqual([model.base, 0]);
      }),
      { ...RUNS, numRuns: RUNS.numRuns * 5 },
    );
  });
});

describe('a logout leaves alone', () => {
  const installed = makeFingerprint(serialiseLogin(toUndo('mine')), 'salt');
  const decide = (mine: StoredSession, present: Value, others: readonly StoredSession[] = []) =>
    decideUndo({ slot: 'entry', mine, present: toUndo(present), sessions: [mine, ...others] });

  it.each([
    ['a place that its login never reached', makeSession('a', {}, toUndo(null)), 'mine'],
    [
      'a place of which it does not know what was there before',
      makeSession('a', { installed, sequence: 1 }, undefined),
      'mine',
    ],
    ['a place that holds something else', makeSession('a', { installed, sequence: 1 }, toUndo(null)), 'foreign'],
    ['a place that holds nothing', makeSession('a', { installed, sequence: 1 }, toUndo(null)), null],
  ])('%s', (_, mine, present) => {
    expect(decide(mine, present)).toEqual({ do: 'leave' });
  });

  it('but not for a session of another place, nor for one that never got anywhere', () => {
    const mine = makeSession('a', { installed, sequence: 1 }, toUndo('before'));
    const others = [
      makeSession('b', { installed, sequence: 2, place: { ...PLACE, key: 'other.example' } }, toUndo('mine')),
      makeSession('c', { installed, sequence: 2, place: { ...PLACE, path: '/other/config.json' } }, toUndo('mine')),
      makeSession('e', { installed, sequence: 2, place: null }, toUndo('mine')),
      makeSession('f', { installed: null, sequence: 2 }, undefined),
    ];
    expect(decide(mine, 'mine', others)).toEqual({ do: 'restore', undo: toUndo('before') });
  });

  it('and hands over to one that keeps its secret in a helper, and replaced ours in the file', () => {
    const mine = makeSession('a', { installed, sequence: 1 }, toUndo('before'));
    const later = makeSession('b', { installed, sequence: 2, place: { ...PLACE, helper: 'pass' } }, toUndo('mine'));
    expect(decide(mine, null, [later])).toEqual({ do: 'hand-over', to: 'b', undo: toUndo('before') });
  });

  it('and hands over to the one that replaced ours in a helper, also where another file was logged in to between them', () => {
    const place = { ...PLACE, helper: 'pass' };
    const kept = (secret: string): Undo => ({ ...toUndo(null), helper: { username: 'ci', secret } });
    const own = makeFingerprint(JSON.stringify(kept('mine').helper), 'salt');
    const mine = makeSession('a', { installed: own, sequence: 1, place }, kept('before'));
    const between = makeSession(
      'b',
      { installed, sequence: 2, place: { ...place, path: '/other/config.json' } },
      kept('elsewhere'),
    );
    const later = makeSession('c', { installed, sequence: 3, place }, kept('mine'));
    const sessions = [mine, between, later];
    expect(decideUndo({ slot: 'helper', mine, present: kept('theirs'), sessions })).toEqual({
      do: 'hand-over',
      to: 'c',
      undo: kept('before'),
    });
  });
});
