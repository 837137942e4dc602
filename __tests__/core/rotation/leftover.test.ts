import { describe, expect, it } from '@jest/globals';
import { DcrError } from '../../../packages/core/lib/errors.js';
import type { Issuer } from '../../../packages/core/lib/issuers/issuer.js';
import { abortRotation } from '../../../packages/core/lib/rotation/abort.js';
import type { Entry } from '../../../packages/core/lib/rotation/entry.js';
import { foldEntries } from '../../../packages/core/lib/rotation/past.js';
import type { CredentialReport, RotationReport } from '../../../packages/core/lib/rotation/report.js';
import type { Job } from '../../../packages/core/lib/rotation/run.js';
import type { Target } from '../../../packages/core/lib/targets/target.js';
import type { Pair } from './support/universe.ts';
import { OLD, REGISTRY, Universe } from './support/universe.ts';

const key = ({ username, password }: Pair): string => `${username}:${password}`;
const readNotes = (report: RotationReport): readonly string[] =>
  report.credentials.flatMap(({ notes }: CredentialReport) => notes);
const countLost = (report: RotationReport): number =>
  readNotes(report).filter((note) => note.includes('its answer was lost')).length;

/** As examples/kubernetes/fleet.yml: one rotation issues into a place of its own, shards distribute, a last run finishes. */
class Fleet {
  readonly universe = new Universe({ targets: 6 });
  /** What the shards are given. */
  handed: Pair | undefined;

  issueJob(): Job {
    const { settings, issuer, targets } = this.universe.job();
    const [model] = targets as readonly [Target, ...Target[]];
    const place: Target = {
      ...model,
      id: 'handover',
      writes: ['handover'],
      inspect: async () => ({ stored: undefined, exists: false, version: null, since: null, unknown: [] }),
      write: async ({ username, password }) => {
        this.handed = { username, password: password.reveal() };
        await Promise.resolve();
      },
      check: async () => ({ kind: 'none', holds: true }),
    };
    return {
      settings: { ...settings, name: 'production-issue' },
      targets: [place],
      issuer: { issue: (request) => issuer?.issue(request) as never },
      directory: '/state/rotations/production-issue',
    };
  }

  /** The first step, in a process that dies at this moment. Whether it died. */
  async dieIssuing(moment: number): Promise<boolean> {
    this.universe.work = () => this.issueJob();
    const died = await this.universe.dieDuring(moment);
    this.universe.work = () => this.universe.job();
    return died;
  }

  async distribute(request: { shard?: string; mode?: 'resume' }): Promise<RotationReport> {
    const { username = '', password = '' } = this.handed ?? {};
    return this.universe.rotate(request, { DCR_NEW_USERNAME: username, DCR_NEW_PASSWORD: password });
  }

  /** All that opens the registry beside what is in use. */
  get strays(): readonly string[] {
    return [...this.universe.valid].filter((one) => this.handed === undefined || one !== key(this.handed));
  }
}

describe('a credential that was issued and is used nowhere', () => {
  it('is ended by the run that finishes a fleet, or told by it where nobody knows its name, whenever the issuing process died', async () => {
    let told = 0;
    let ended = 0;
    for (let moment = 1, died = true; died; moment += 1) {
      const fleet = new Fleet();
      const { universe } = fleet;
      died = await fleet.dieIssuing(moment);
      // A pod of the shards starts as soon as there is something to distribute.
      if (died && fleet.handed !== undefined) await fleet.distribute({ shard: '1/3' });
      universe.now += 1000;
      await fleet.dieIssuing(Number.POSITIVE_INFINITY);
      for (const shard of ['1/3', '2/3', '3/3']) await fleet.distribute({ shard });
      universe.now += 1000;
      const report = await fleet.distribute({ mode: 'resume' });
      expect([moment, report.state, universe.violations]).toEqual([moment, 'complete', []]);
      const isTold = readNotes(report).some((note) => note.startsWith('ci-1, which')) || countLost(report) > 0;
      if (!isTold) expect([moment, fleet.strays]).toEqual([moment, []]);
      told += fleet.strays.length;
      ended += universe.retired.includes('ci-1') ? 1 : 0;
    }
    expect([told > 0, ended > 0]).toEqual([true, true]);
  });

  it('is told by the next run of the process that issued it, with its name where that is known', async () => {
    let told = 0;
    for (let moment = 1, died = true; died; moment += 1) {
      const fleet = new Fleet();
      const { universe } = fleet;
      died = await fleet.dieIssuing(moment);
      const isOver = [...universe.disk.values()].join('').includes('"entry":"ended"');
      universe.work = () => fleet.issueJob();
      const notes = readNotes(await universe.rotate());
      if (isOver || universe.issued.length === 1) continue;
      expect([moment, notes]).toEqual([moment, [expect.stringMatching(/its answer was lost|^ci-1 was issued/u)]]);
      told += 1;
    }
    expect(told).toBeGreaterThan(0);
  });

  it('is told by --abort too, which gives its rotation up', async () => {
    const fleet = new Fleet();
    const { universe } = fleet;
    let moment = 1;
    while (universe.issued.length === 0) await fleet.dieIssuing((moment += 1));
    expect(universe.issued).toHaveLength(1);
    const [aborted] = await abortRotation([fleet.issueJob()], { shard: undefined }, universe.ports({}));
    expect(aborted?.notes.join()).toContain('its answer was lost');
  });

  describe('that an issuer may have made before it failed', () => {
    /** Runs one after the other, of an issuer that fails so; what the next one says, and `status` would. */
    const failIssuing = async (
      errors: readonly DcrError[],
      issuer: Partial<Issuer> = {},
    ): Promise<readonly string[]> => {
      const { universe } = new Fleet();
      for (const error of errors) {
        universe.work = () => ({ ...universe.job(), issuer: { ...issuer, issue: () => Promise.reject(error) } });
        const report = await universe.rotate();
        expect([report.state, report.error]).toEqual(['incomplete', error]);
        universe.now += 1000;
      }
      universe.work = () => universe.job();
      const report = await universe.rotate();
      expect(report.state).toBe('complete');
      return readNotes(report);
    };
    const make = (noEffect: boolean): DcrError =>
      new DcrError('DCR_CONFIG_INVALID', { message: 'quota reached', noEffect });

    it('is not told where it surely made nothing', async () => {
      expect(await failIssuing([make(true), make(true)])).toEqual([]);
    });

    it('is not told where it only reads what is stored', async () => {
      expect(await failIssuing([make(false)], { makesNothing: true })).toEqual([]);
    });

    it('is told once, however often that was', async () => {
      const lost = [expect.stringContaining('its answer was lost')];
      expect(await failIssuing([make(false), make(true)])).toEqual(lost);
      expect(await failIssuing([make(false), make(true), make(false), make(false)])).toEqual(lost);
    });

    it('is told too where the journal of an older version says less', () => {
      const opened = { entry: 'opened', at: 1, version: 1, rotation: 'r', credential: 'c', registry: REGISTRY };
      const rest = { salt: '', shard: null, targets: [], old: { username: null, fingerprint: null } };
      const lines = [
        { ...opened, ...rest },
        { entry: 'issuing', at: 2000, generation: 1, asks: true },
      ];
      expect(foldEntries(lines as readonly Entry[])?.unanswered).toEqual([2000]);
    });
  });

  it('is nothing that a person or a job gave, though it was refused as a typing error', async () => {
    const { universe } = new Fleet();
    await universe.dieDuring(30);
    const given = { DCR_NEW_USERNAME: 'ci-other', DCR_NEW_PASSWORD: 'other-c4nary-1' };
    await universe.rotate({ mode: 'resume' }, given);
    expect(countLost(await universe.rotate({ mode: 'resume' }))).toBe(0);
  });
});

describe('what another name of the file issued', () => {
  /** Another name with targets of its own, in the world of the fleet; the same issuer. */
  class Neighbour extends Fleet {
    readonly held = new Map<string, string>();
    refuses = (_id: string): boolean => false;

    override issueJob(): Job {
      const { settings, issuer, targets } = this.universe.job();
      const [model] = targets as readonly [Target, ...Target[]];
      const places = ['us 1', 'us 2'].map((id): Target => ({
        ...model,
        id,
        writes: [id],
        inspect: async () => ({ stored: undefined, exists: true, version: null, since: null, unknown: [] }),
        write: async ({ username, password }) => {
          if (this.refuses(id)) throw new DcrError('DCR_TARGET_REFUSED', { message: `${id} said no` });
          await Promise.resolve();
          this.held.set(id, username);
          this.handed = { username, password: password.reveal() };
        },
        check: async () => ({ kind: 'none', holds: true }),
      }));
      return {
        settings: { ...settings, name: 'us' },
        targets: places,
        issuer: { issue: (request) => issuer?.issue(request) as never },
        directory: '/state/rotations/us',
      };
    }

    async rotateUs(request: { mode?: 'supersede' | 'resume' } = {}): Promise<RotationReport> {
      this.universe.work = () => this.issueJob();
      const report = await this.universe.rotate(request);
      this.universe.work = () => this.universe.job();
      return report;
    }

    /** What it issued last reaches the shards, and the last run of the fleet. */
    async finish(): Promise<RotationReport> {
      this.handed = this.universe.last;
      for (const shard of ['1/2', '2/2']) await this.distribute({ shard });
      this.universe.now += 1000;
      return this.distribute({ mode: 'resume' });
    }
  }

  it('lives on while its targets may hold it, and is told to be alive', async () => {
    const fleet = new Neighbour();
    const { universe } = fleet;
    fleet.refuses = (id) => id === 'us 2';
    await fleet.rotateUs();
    fleet.refuses = () => true;
    expect((await fleet.rotateUs({ mode: 'supersede' })).state).toBe('incomplete');
    expect([...fleet.held]).toEqual([['us 1', 'ci-1']]);
    const report = await fleet.finish();
    expect([report.state, universe.retired]).toEqual(['complete', [OLD.username]]);
    expect(readNotes(report)).toEqual([expect.stringMatching(/^ci-1, .*may be alive/u)]);
  });

  it('is ended once its rotation is complete, for its targets hold what came after it', async () => {
    const fleet = new Neighbour();
    fleet.refuses = () => true;
    await fleet.rotateUs();
    fleet.refuses = () => false;
    expect((await fleet.rotateUs({ mode: 'supersede' })).state).toBe('complete');
    const report = await fleet.finish();
    expect([report.state, fleet.universe.retired.toSorted()]).toEqual(['complete', ['ci-1', OLD.username]]);
    expect(readNotes(report)).toEqual([]);
  });
});
