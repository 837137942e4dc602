import { describe, expect, it } from '@jest/globals';
import { DcrError } from '../../../packages/core/lib/errors.js';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import { LAW } from '../../../packages/core/lib/rotation/law.js';
import { parsePlan } from '../../../packages/core/lib/rotation/plan.js';
import type { RotationReport } from '../../../packages/core/lib/rotation/report.js';
import type { RotationEvent } from '../../../packages/core/lib/rotation/run.js';
import { catchCode, catchError } from '../support/codes.ts';
import type { Pair } from './support/universe.ts';
import { OLD, Universe } from './support/universe.ts';

const NEW = { username: 'ci-new', password: 'given-c4nary-password' };
const GIVEN = { DCR_NEW_USERNAME: NEW.username, DCR_NEW_PASSWORD: NEW.password };
const AS_OLD = { DCR_USERNAME: OLD.username, DCR_PASSWORD: OLD.password };

/** A world whose registry knows what a person made in the console. */
function makeGiven(options: Partial<ConstructorParameters<typeof Universe>[0]> = {}, pair: Pair = NEW): Universe {
  const universe = new Universe({ targets: 3, issuer: 'none', ...options });
  universe.valid.add(`${pair.username}:${pair.password}`);
  return universe;
}

const readDisk = ({ disk }: Universe): string => [...disk.values()].join('\n');
const countStates = (targets: readonly { readonly state: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { state } of targets) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

describe('a rotation', () => {
  it('takes the steps of the law in its order and ends with every target, and only then without the old one', async () => {
    const universe = new Universe({ targets: 5, grace: 900_000 });
    const steps: string[] = [];
    const report = await universe.rotate({
      onEvent: (event) => void (event.kind === 'step' && steps.push(event.step)),
    });
    expect(steps).toEqual(LAW.map(({ step }) => step));
    expect(report).toMatchObject({
      state: 'complete',
      credentials: [{ old: { opens: 'no', retired: [OLD.username] } }],
    });
    expect(universe.now).toBe(1_700_000_000_000 + 900_000);
    expect(universe.violations).toEqual([]);
    expect(universe.holders(universe.last)).toBe(5);
  });

  it('does what its dry run listed, no more and no less, and the dry run itself does nothing', async () => {
    const universe = new Universe({ targets: 7, grace: 1000 });
    const plan = await universe.plan();
    expect([universe.issued, universe.writes, universe.disk.size]).toEqual([[], [], 0]);
    const report = await universe.rotate();
    const list = (effects: readonly { step: string; target?: string }[] = []) =>
      effects.map(({ step, target = '' }) => `${step} ${target}`).toSorted();
    expect(list(report.credentials[0]?.effects)).toEqual(list(plan.credentials[0]?.effects));
  });

  it('tells how each target was checked, and never that what cannot be read was', async () => {
    const universe = new Universe({ targets: 4, writeOnly: true });
    const { targets } = await universe.rotate();
    expect(targets.map(({ check }) => check)).toEqual(['read-back', 'metadata', 'read-back', 'metadata']);
  });

  it('writes nothing where every target holds the credential already, also on a machine without a journal', async () => {
    const universe = new Universe({ targets: 3, issuer: 'keeping', retires: false });
    await universe.rotate();
    universe.disk.clear();
    const report = await universe.rotate();
    expect(countStates(report.targets)).toEqual({ unchanged: 3 });
    expect([report.state, universe.writes.length]).toEqual(['complete', 3]);
  });

  it('never ends a username that is still in use', async () => {
    const same = { username: OLD.username, password: 'another-c4nary-password' };
    const universe = new Universe({ targets: 2 });
    universe.valid.add(`${same.username}:${same.password}`);
    const report = await universe.rotate({}, { DCR_NEW_USERNAME: same.username, DCR_NEW_PASSWORD: same.password });
    expect([report.state, universe.retired]).toEqual(['complete', []]);
    expect(report.credentials[0]?.notes.join()).toContain('the username stayed');
  });

  it('never ends what did not open this registry: a file for one host may hold the login of another', async () => {
    const universe = new Universe({ targets: 2 });
    universe.valid.delete(`${OLD.username}:${OLD.password}`);
    const report = await universe.rotate();
    expect([report.state, universe.retired]).toEqual(['complete', []]);
  });

  it.each([
    ['yes', { retires: false }, {}],
    ['no', { retires: true }, {}],
    ['unknown', { issuer: 'none', writeOnly: true, targets: 0 }, GIVEN],
  ] as const)('says whether the old one still opens the registry: %s', async (opens, options, variables) => {
    const universe = makeGiven({ issuer: 'minting', ...options });
    const report = await universe.rotate({}, variables);
    expect(report.credentials[0]?.old?.opens).toBe(opens);
  });
});

describe('what can be known is refused before the issuer is called', () => {
  const refused = new DcrError('DCR_TARGET_REFUSED', { message: 'the token may not write there' });
  const foreign = new DcrError('DCR_TARGET_FOREIGN', { message: 'Argo CD owns it' });

  it.each([
    ['a permission that is missing', refused],
    ['an owner that would put the old value back', foreign],
    ['a token that is not there', new DcrError('DCR_CREDENTIAL_MISSING', { message: 'GITHUB_TOKEN is not set' })],
  ])('%s', async (_what, error) => {
    const universe = new Universe({ targets: 3 });
    universe.inspection = (id) => (id === 'place 1' ? error : undefined);
    expect(await catchCode(() => universe.rotate())).toBe(error.code);
    expect([universe.issued, universe.writes, readDisk(universe)]).toEqual([[], [], '']);
  });

  it('every refusing target is named at once', async () => {
    const universe = new Universe({ targets: 3 });
    universe.inspection = (id) => (id === 'place 0' ? foreign : refused);
    const { message } = await catchError(() => universe.rotate());
    for (const id of universe.places.keys()) expect(message).toContain(id);
  });

  it('nobody is there to be asked, and nothing is given', async () => {
    const universe = makeGiven();
    expect(await catchCode(() => universe.rotate())).toBe('DCR_CREDENTIAL_MISSING');
    expect(await catchCode(() => universe.rotate({ shard: '1/2' }))).toBe('DCR_CREDENTIAL_MISSING');
  });

  it('a password whose user is not known', async () => {
    const universe = makeGiven({ targets: 0 });
    expect(await catchCode(() => universe.rotate({}, { DCR_NEW_PASSWORD: 'x-secret' }))).toBe('DCR_CREDENTIAL_MISSING');
  });

  it('the plan was not confirmed', async () => {
    const universe = new Universe({ targets: 1 });
    expect(await catchCode(() => universe.rotate({ confirm: async () => false }))).toBe('DCR_INPUT_INVALID');
    expect(universe.issued).toEqual([]);
  });

  it.each(['0/4', '5/4', '1', 'a/b', '1/0'])('a shard that is none: %s', async (shard) => {
    expect(await catchCode(() => makeGiven().rotate({ shard }, GIVEN))).toBe('DCR_INPUT_INVALID');
  });
});

describe('once a credential exists', () => {
  it('a target that refuses is that target’s failure, and holds nobody back', async () => {
    const universe = makeGiven();
    universe.inspection = (id) =>
      id === 'place 1' ? new DcrError('DCR_TARGET_REFUSED', { message: 'the repository is archived' }) : undefined;
    const report = await universe.rotate({}, GIVEN);
    expect(countStates(report.targets)).toEqual({ updated: 2, failed: 1 });
    expect([report.state, report.error?.code, report.error?.exitCode]).toEqual([
      'incomplete',
      'DCR_ROTATION_INCOMPLETE',
      7,
    ]);
    expect(universe.holders(NEW)).toBe(2);
  });

  it('a target that fails keeps the old one alive, and --resume touches that one only', async () => {
    const universe = new Universe({ targets: 50, issuer: 'keeping' });
    universe.fault = (id) => (['place 7', 'place 23', 'place 41'].includes(id) ? 'refuses' : undefined);
    expect(countStates((await universe.rotate()).targets)).toEqual({ updated: 47, failed: 3 });
    expect([universe.retired, universe.writes.length]).toEqual([[], 47]);
    universe.fault = () => undefined;
    const report = await universe.rotate({ mode: 'resume' });
    expect([report.state, universe.writes.length, universe.retired]).toEqual(['complete', 50, [OLD.username]]);
  });

  it('a target that takes the write and does not hold it has failed', async () => {
    const universe = new Universe({ targets: 2, retires: true });
    universe.fault = (id) => (id === 'place 0' ? 'lies' : undefined);
    const report = await universe.rotate();
    expect(report.targets[0]).toMatchObject({ state: 'failed', error: { code: 'DCR_TARGET_REFUSED' } });
    expect(universe.retired).toEqual([]);
  });

  it('the words of a target that repeats the password are clean in report and journal', async () => {
    const universe = makeGiven();
    universe.fault = () => 'refuses';
    const report = await universe.rotate({}, GIVEN);
    expect(report.targets[0]?.error?.message).toContain('***');
    expect(JSON.stringify(report) + readDisk(universe)).not.toContain(NEW.password);
  });

  it('a credential that the registry refuses is written nowhere, and a right one needs no --supersede', async () => {
    const universe = makeGiven({}, OLD);
    expect((await universe.rotate({}, GIVEN)).error?.code).toBe('DCR_CREDENTIAL_REJECTED');
    expect(universe.writes).toEqual([]);
    universe.valid.add(`${NEW.username}:right-c4nary-1`);
    const report = await universe.rotate({}, { ...GIVEN, DCR_NEW_PASSWORD: 'right-c4nary-1' });
    expect(report.state).toBe('complete');
  });

  it('another one from a person is refused as a possible typing error, and taken with --supersede', async () => {
    const universe = makeGiven();
    universe.fault = (id) => (id === 'place 2' ? 'refuses' : undefined);
    await universe.rotate({}, GIVEN);
    universe.fault = () => undefined;
    const other = { username: NEW.username, password: 'newest-c4nary-1' };
    universe.valid.add(`${other.username}:${other.password}`);
    const variables = { DCR_NEW_USERNAME: other.username, DCR_NEW_PASSWORD: other.password };
    expect((await universe.rotate({ mode: 'resume' }, variables)).error?.code).toBe('DCR_INPUT_INVALID');
    expect(await catchCode(() => universe.rotate({}, variables))).toBe('DCR_ROTATION_INCOMPLETE');
    expect(universe.holders(other)).toBe(0);
    const report = await universe.rotate({ mode: 'supersede' }, variables);
    expect([report.state, report.credentials[0]?.generation, universe.holders(other)]).toEqual(['complete', 2, 3]);
  });

  it('the same one needs neither flag nor username to go on', async () => {
    const universe = makeGiven();
    universe.fault = (id) => (id === 'place 2' ? 'refuses' : undefined);
    await universe.rotate({}, GIVEN);
    universe.fault = () => undefined;
    const report = await universe.rotate({}, { DCR_NEW_PASSWORD: NEW.password });
    expect([report.state, universe.writes.length]).toEqual(['complete', 3]);
  });

  it('--abort gives it up: what is updated stays, nothing is retired, and the next run starts anew', async () => {
    const universe = new Universe({ targets: 2 });
    universe.fault = (id) => (id === 'place 1' ? 'refuses' : undefined);
    await universe.rotate();
    const report = await universe.rotate({ mode: 'abort' });
    expect([report.state, countStates(report.targets)]).toEqual(['aborted', { updated: 1, failed: 1 }]);
    expect(await catchCode(() => universe.rotate({ mode: 'resume' }))).toBe('DCR_INPUT_INVALID');
    expect(await catchCode(() => universe.rotate({ mode: 'abort' }))).toBe('DCR_INPUT_INVALID');
    universe.fault = () => undefined;
    const next = await universe.rotate();
    expect([next.state, next.rotation === report.rotation]).toEqual(['complete', false]);
  });
});

describe('a plan in a file', () => {
  const inJson = (plan: unknown): string => JSON.stringify({ ok: true, command: 'rotate', plan });

  it('is run exactly, and the run does what it lists', async () => {
    const universe = new Universe({ targets: 3 });
    const plan = parsePlan(inJson(await universe.plan()), 'plan.json');
    expect((await universe.rotate({ plan })).state).toBe('complete');
  });

  it('may be made before the new password is there', async () => {
    const universe = makeGiven();
    const plan = await universe.plan();
    expect((await universe.rotate({ plan }, GIVEN)).state).toBe('complete');
  });

  it('is refused where anything was written since', async () => {
    const universe = new Universe({ targets: 3 });
    const plan = await universe.plan();
    universe.writes.push('place 1');
    const error = await catchError(() => universe.rotate({ plan }));
    expect([error.code, error.message.includes('place 1 was written since')]).toEqual(['DCR_INPUT_INVALID', true]);
    expect(universe.issued).toEqual([]);
  });

  it('is refused where the file names other targets, or another credential', async () => {
    const plan = await new Universe({ targets: 3 }).plan();
    const universe = new Universe({ targets: 4 });
    expect(await catchCode(() => universe.rotate({ plan }))).toBe('DCR_INPUT_INVALID');
    expect(await catchCode(() => universe.rotate({ plan: { version: 1, credentials: [] } }))).toBe('DCR_INPUT_INVALID');
  });

  it.each(['', 'no json', '[]', '{"plan":{"version":2,"credentials":[]}}', '{"version":"1","credentials":[]}', 'null'])(
    'is refused when it is none of this version: %s',
    async (text) => {
      expect(await catchCode(() => parsePlan(text, 'plan.json'))).toBe('DCR_INPUT_INVALID');
    },
  );

  it('holds no secret', async () => {
    expect(inJson(await makeGiven().plan({}, { ...GIVEN, ...AS_OLD }))).not.toMatch(/c4nary/u);
  });
});

describe('shards', () => {
  const shards = ['1/3', '2/3', '3/3'];

  it('write each target once, retire nothing, and an unsharded --resume retires without writing', async () => {
    const universe = makeGiven({ targets: 10, issuer: 'minting' });
    for (const shard of shards) expect((await universe.rotate({ shard }, GIVEN)).state).toBe('complete');
    expect([universe.writes.toSorted(), universe.retired, universe.issued]).toEqual([
      [...universe.places.keys()].toSorted(),
      [],
      [],
    ]);
    universe.issued.push(NEW);
    const report = await universe.rotate({ mode: 'resume' }, { ...GIVEN, ...AS_OLD });
    expect([report.state, universe.writes.length, universe.retired]).toEqual(['complete', 10, [OLD.username]]);
  });

  it('find out whom the unsharded run is to retire, which finds only the new one', async () => {
    const universe = makeGiven({ targets: 10, issuer: 'minting' });
    for (const shard of shards) await universe.rotate({ shard }, GIVEN);
    expect((await universe.rotate({ mode: 'resume' }, GIVEN)).state).toBe('complete');
    expect([universe.retired, universe.issued, universe.violations]).toEqual([[OLD.username], [], []]);
  });

  it('know whom to retire also when each of them ran once more after it was done', async () => {
    const universe = makeGiven({ targets: 10, issuer: 'minting' });
    for (const shard of [...shards, ...shards]) {
      universe.now += 1000;
      await universe.rotate({ shard }, GIVEN);
    }
    expect((await universe.rotate({ mode: 'resume' }, GIVEN)).state).toBe('complete');
    expect([universe.retired, universe.writes.length, universe.violations]).toEqual([[OLD.username], 10, []]);
  });

  it('that are missing keep the old one alive until the unsharded run has done their part', async () => {
    const universe = makeGiven({ targets: 9, issuer: 'minting' });
    await universe.rotate({ shard: '2/3' }, GIVEN);
    universe.issued.push(NEW);
    universe.fault = (id) => (id === 'place 0' ? 'refuses' : undefined);
    expect((await universe.rotate({ mode: 'resume' }, GIVEN)).state).toBe('incomplete');
    expect(universe.retired).toEqual([]);
    universe.fault = () => undefined;
    expect((await universe.rotate({ mode: 'resume' }, GIVEN)).state).toBe('complete');
    expect([universe.writes.length, universe.violations]).toEqual([9, []]);
  });

  it('of another credential count for nothing', async () => {
    const universe = makeGiven({ targets: 6 });
    const other = { username: 'ci-other', password: 'other-c4nary-1' };
    universe.valid.add(`${other.username}:${other.password}`);
    for (const shard of shards) await universe.rotate({ shard }, GIVEN);
    const variables = { DCR_NEW_USERNAME: other.username, DCR_NEW_PASSWORD: other.password };
    expect((await universe.rotate({ mode: 'resume' }, variables)).error?.code).toBe('DCR_INPUT_INVALID');
    expect(universe.holders(NEW)).toBe(6);
    expect((await universe.rotate({ mode: 'supersede' }, variables)).state).toBe('complete');
    expect(universe.holders(other)).toBe(6);
  });

  describe('that were given the living credential of somebody else by mistake', () => {
    const THEIRS = { username: 'other-team', password: 'their-c4nary-password' };
    const MISTAKEN = { DCR_NEW_USERNAME: THEIRS.username, DCR_NEW_PASSWORD: THEIRS.password };
    const makeMistake = (): Universe => {
      const universe = makeGiven({ targets: 6, issuer: 'minting' });
      universe.valid.add(`${THEIRS.username}:${THEIRS.password}`);
      return universe;
    };
    const expectTold = (universe: Universe, report: RotationReport): void => {
      expect([report.state, universe.retired, universe.violations]).toEqual(['complete', [OLD.username], []]);
      expect(report.credentials[0]?.notes).toEqual([expect.stringMatching(/^other-team was given .*may be alive/u)]);
    };

    it('let it live, and tell of it, where it was corrected by --supersede', async () => {
      const universe = makeMistake();
      universe.fault = (id) => (id === 'place 1' ? 'refuses' : undefined);
      for (const shard of shards) await universe.rotate({ shard }, MISTAKEN);
      universe.fault = () => undefined;
      await universe.rotate({ shard: '2/3', mode: 'supersede' }, GIVEN);
      for (const shard of ['1/3', '3/3']) await universe.rotate({ shard }, GIVEN);
      universe.now += 1000;
      expectTold(universe, await universe.rotate({ mode: 'resume' }, GIVEN));
    });

    it('let it live where they ran once more, to which it was the old one', async () => {
      const universe = makeMistake();
      for (const shard of shards) await universe.rotate({ shard }, MISTAKEN);
      universe.now += 1000;
      for (const shard of shards) await universe.rotate({ shard }, GIVEN);
      universe.now += 1000;
      expectTold(universe, await universe.rotate({ mode: 'resume' }, GIVEN));
    });

    it('have it ended where the caller names it as the old one', async () => {
      const universe = makeMistake();
      for (const shard of shards) await universe.rotate({ shard }, MISTAKEN);
      universe.now += 1000;
      for (const shard of shards) await universe.rotate({ shard }, GIVEN);
      universe.now += 1000;
      const named = { DCR_USERNAME: THEIRS.username, DCR_PASSWORD: THEIRS.password };
      await universe.rotate({ mode: 'resume' }, { ...GIVEN, ...named });
      expect(universe.retired).toContain(THEIRS.username);
    });
  });

  it('come from a Kubernetes Indexed Job, where none is named', async () => {
    const universe = makeGiven({ targets: 6 });
    const job = { JOB_COMPLETION_INDEX: '1', JOB_COMPLETIONS: '3' };
    expect(countStates((await universe.rotate({}, { ...GIVEN, ...job })).targets)).toEqual({ updated: 2, skipped: 4 });
  });
});

describe('trouble', () => {
  it('a second process is told that the first one works', async () => {
    const universe = new Universe({ targets: 3 });
    const [one, two] = await Promise.allSettled([universe.rotate(), universe.rotate()]);
    expect(one.status).toBe('fulfilled');
    expect(two).toMatchObject({ status: 'rejected', reason: { code: 'DCR_LOCKED' } });
    expect(universe.issued).toHaveLength(1);
  });

  it('a full disk, at whatever line, stops the run before the next effect, and room lets it go on', async () => {
    const whole = new Universe({ targets: 3, issuer: 'keeping' });
    await whole.rotate();
    const bytes = readDisk(whole).length;
    for (let room = 0; room < bytes; room += 40) {
      const universe = new Universe({ targets: 3, issuer: 'keeping' });
      universe.room = room;
      const report = await universe.rotate();
      expect(report.error?.code).toBe('DCR_STORE_FAILED');
      universe.room = Number.POSITIVE_INFINITY;
      const isOpen = /^\{"entry":"opened".*\}\n/u.test(readDisk(universe));
      expect((await universe.rotate(isOpen ? { mode: 'resume' } : {})).state).toBe('complete');
      expect([universe.violations, universe.holders(universe.last)]).toEqual([[], 3]);
    }
  });

  it('a journal that is damaged in its middle is not guessed at', async () => {
    const universe = new Universe({ targets: 2 });
    universe.fault = () => 'refuses';
    await universe.rotate();
    const [path = '', text = ''] = [...universe.disk][0] ?? [];
    const lines = text.split('\n');
    universe.disk.set(path, [lines[0], '{"entry":"iss', ...lines.slice(2)].join('\n'));
    expect(await catchCode(() => universe.rotate({ mode: 'resume' }))).toBe('DCR_STORE_FAILED');
    universe.disk.set(path, text.replace('"version":1', '"version":9'));
    expect(await catchCode(() => universe.rotate({ mode: 'resume' }))).toBe('DCR_STORE_FAILED');
  });

  it('a signal lets the write in hand finish and leaves what --resume continues', async () => {
    const universe = new Universe({ targets: 30, issuer: 'keeping' });
    const stop = new AbortController();
    const onEvent = (event: RotationEvent): void => {
      if (event.kind === 'target' && event.done === 4) stop.abort();
    };
    const report = await universe.rotate({ onEvent, signal: stop.signal });
    expect([report.state, report.error?.code]).toEqual(['incomplete', 'DCR_ROTATION_INCOMPLETE']);
    const { updated = 0, pending = 0 } = countStates(report.targets);
    expect([updated + pending, updated < 30, universe.writes.length]).toEqual([30, true, updated]);
    expect(await universe.rotate({ mode: 'resume' })).toMatchObject({ state: 'complete' });
    expect(universe.writes).toHaveLength(30);
  });

  it('a registry that has not heard yet of what was minted is asked again for a short while', async () => {
    const universe = new Universe({ targets: 1 });
    universe.lag = 3000;
    expect((await universe.rotate()).state).toBe('complete');
    const never = new Universe({ targets: 1 });
    never.lag = 60_000;
    expect((await never.rotate()).error?.code).toBe('DCR_CREDENTIAL_REJECTED');
    expect(never.writes).toEqual([]);
  });

  it('grace that was begun by a run that died is not begun anew', async () => {
    let universe = new Universe({ targets: 1, issuer: 'keeping', grace: 600_000 });
    for (let moment = 1; !/"waiting".*\}\n/u.test(readDisk(universe)); moment += 1) {
      universe = new Universe({ targets: 1, issuer: 'keeping', grace: 600_000 });
      await universe.dieDuring(moment);
    }
    universe.now += 599_000;
    const before = universe.now;
    await universe.rotate({ mode: 'resume' });
    expect(universe.now - before).toBe(1000);
  });
});

describe('a run that died while it waited for the old one’s end', () => {
  /** A world whose run died in its grace. */
  async function dieWaiting(): Promise<Universe> {
    for (let moment = 1; ; moment += 1) {
      const universe = new Universe({ targets: 3, grace: 600_000 });
      await universe.dieDuring(moment);
      if (/"waiting".*\}\n/u.test(readDisk(universe))) return universe;
    }
  }

  it('is continued without a credential: nothing is issued, proved or written again', async () => {
    const universe = await dieWaiting();
    const plan = await universe.plan({ mode: 'resume' });
    expect(plan.credentials[0]).toMatchObject({
      settled: true,
      effects: [{ step: 'wait' }, { step: 'retire' }, { step: 'finish' }],
    });
    const report = await universe.rotate({ mode: 'resume' });
    expect(report).toMatchObject({ state: 'complete', credentials: [{ generation: 1, username: 'ci-1' }] });
    expect([universe.issued.length, universe.writes.length, universe.retired]).toEqual([1, 3, [OLD.username]]);
    expect(universe.violations).toEqual([]);
  });

  it('but not with another credential, which is distributed with --supersede', async () => {
    const universe = await dieWaiting();
    universe.valid.add(`${NEW.username}:${NEW.password}`);
    expect((await universe.rotate({ mode: 'resume' }, GIVEN)).error?.code).toBe('DCR_INPUT_INVALID');
    expect(universe.retired).toEqual([]);
    const report = await universe.rotate({ mode: 'supersede' }, GIVEN);
    expect([report.state, universe.holders(NEW), universe.retired.toSorted()]).toEqual([
      'complete',
      3,
      ['ci-1', OLD.username],
    ]);
  });
});

describe('a person as the issuer', () => {
  it('is asked once the plan stands, with the username that is known', async () => {
    const universe = makeGiven();
    const questions: unknown[] = [];
    const ask = async (question: unknown) => {
      questions.push(question);
      return { username: NEW.username, password: new Secret(NEW.password) };
    };
    expect((await universe.rotate({ ask })).state).toBe('complete');
    expect(questions).toEqual([expect.objectContaining({ credential: 'production', username: OLD.username })]);
  });
});

describe('the audit log', () => {
  it('has one line for each effect, with who and what and no secret', async () => {
    const universe = new Universe({ targets: 2 });
    const variables = {
      GITHUB_ACTOR: 'octocat',
      GITHUB_RUN_ID: '7',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'acme/api',
    };
    await universe.rotate({ auditLog: '/audit.jsonl' }, variables);
    const lines = (universe.disk.get('/audit.jsonl') ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ effect, target, result }) => [effect, target, result])).toEqual([
      ['issue', undefined, 'done'],
      ['write', 'place 0', 'updated'],
      ['write', 'place 1', 'updated'],
      ['retire', undefined, 'done'],
    ]);
    expect(lines[0]).toMatchObject({ actor: 'octocat', run: 'https://github.example/acme/api/actions/runs/7' });
    expect(JSON.stringify(lines)).not.toContain('c4nary');
  });
});
