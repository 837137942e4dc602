import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory } from '@nexqloud/dcr-testkit';
import { Fleet } from './support/fleet.ts';
import { POD_PARTS } from './support/pod.ts';

const CAMPAIGN = process.env['DCR_CAMPAIGN'] !== undefined;
const SHARDS = [0, 1, 2];
/** Lines in a shard's journal at which its pod is killed: before it is opened, while it writes, and when it is done. */
const MOMENTS = Array.from({ length: 28 }, (_, index) => index);

describeReal(POD_PARTS, 'examples/kubernetes/fleet.yml, run as its pods would on a real API server', () => {
  let fleet: Fleet;

  beforeAll(async () => {
    fleet = await Fleet.start();
  }, 120_000);
  afterAll(() => fleet.stop());
  beforeEach(() => fleet.begin());

  async function expectAll(): Promise<void> {
    const { username, password } = await fleet.readNew();
    expect(new Set(await fleet.readHeld())).toEqual(new Set([`${username}:${password}`]));
    expect([fleet.isAlive({ username, password }), fleet.isAlive(fleet.old)]).toEqual([true, false]);
  }

  it('issues once, loses a pod in the middle and a Lease to a dead one, and retires once when all shards are done', async () => {
    const before = fleet.countRequests();
    await expect(fleet.start('dcr-shards', { index: 0 })).rejects.toThrow(/secret dcr-new has no .* yet/u);
    expect(await fleet.run('dcr-issue')).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    await fleet.leaveLease(1, 1);

    const [first, ...others] = await Promise.all(SHARDS.map((index) => fleet.start('dcr-shards', { index })));
    for (const pod of others) expect(await pod.ended).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    await fleet.waitForGate();
    await fleet.waitForLines(0, 1, 'wrote');
    first?.kill();
    await first?.ended;
    expect(await fleet.readHolder(0)).toMatch(/^dcr-shards-0-/u);
    expect(fleet.countRequests()).toEqual({ ...before, issued: before.issued + 1 });

    await fleet.letTimePass(0);
    fleet.openGate();
    // A pod in its place, and another one: an Indexed Job may do that.
    const twice = [{}, { state: makeTemporaryDirectory() }];
    const ends = await Promise.all(twice.map((options) => fleet.run('dcr-shards', { index: 0, ...options })));
    // Whoever loses the race for a Lease that is over either waits for the other one or is told.
    expect(ends.map(({ exitCode }) => exitCode)).toContain(0);
    for (const { exitCode } of ends) expect([0, 6]).toContain(exitCode);

    const finish = await fleet.run('dcr-finish');
    expect(finish).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    expect(finish.json['targets']).toHaveLength(fleet.size);
    expect(fleet.countRequests()).toEqual({ issued: before.issued + 1, retired: before.retired + 1 });
    await expectAll();
    for (const index of SHARDS) expect(await fleet.readHolder(index)).toBe('');
    expect(fleet.scanVolume([fleet.old, await fleet.readNew()])).toEqual([]);
  }, 120_000);

  it('ends the same without a volume that the pods share, where the last one is told the old credential', async () => {
    const before = fleet.countRequests();
    const alone = () => ({ state: makeTemporaryDirectory() });
    fleet.openGate();
    expect((await fleet.run('dcr-issue', alone())).exitCode).toBe(0);
    const shards = await Promise.all(SHARDS.map((index) => fleet.run('dcr-shards', { index, ...alone() })));
    expect(shards.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    const resumed = await fleet.run('dcr-finish', alone());
    expect(resumed).toMatchObject({ exitCode: 2, json: { error: { code: 'DCR_INPUT_INVALID' } } });
    const args = ['rotate', '--file', '/config/dcr-rotate.yml', '--json'];
    const env = { DCR_USERNAME: fleet.old.username, DCR_PASSWORD: fleet.old.password };
    const finish = await fleet.run('dcr-finish', { ...alone(), args, env });
    expect(finish).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    expect(fleet.countRequests()).toEqual({ issued: before.issued + 1, retired: before.retired + 1 });
    await expectAll();
  }, 120_000);

  it('tells what the issuer may have made for a pod that died before it heard of it, and goes on', async () => {
    const notes = (run: { json: Readonly<Record<string, unknown>> }): string =>
      JSON.stringify((run.json['credentials'] as readonly { readonly notes: readonly string[] }[])[0]?.notes);
    fleet.openGate();
    fleet.mute = true;
    const first = await fleet.start('dcr-issue');
    const lost = await fleet.waitForUnheard();
    first.kill();
    await first.ended;
    fleet.mute = false;
    await fleet.letTimePass('issue');
    const status = await fleet.run('dcr-issue', { args: ['status', '-f', '/config/issue.yml', '--json'] });
    expect(notes(status)).toContain('its answer was lost');
    const issue = await fleet.run('dcr-issue');
    expect(issue).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    expect(notes(issue)).toContain('its answer was lost');
    await Promise.all(SHARDS.map((index) => fleet.run('dcr-shards', { index })));
    const finish = await fleet.run('dcr-finish');
    expect(finish).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    expect(notes(finish)).toContain('its answer was lost');
    await expectAll();
    expect(fleet.isAlive(lost)).toBe(true);
    expect(notes(finish)).not.toContain(lost.password);
  }, 120_000);

  it('ends with the old credential what a pod got that died before it was done', async () => {
    fleet.openGate();
    fleet.holdIssued();
    const first = await fleet.start('dcr-issue');
    await fleet.waitForIssued();
    first.kill();
    await first.ended;
    const [stray] = fleet.listAlive().filter(({ username }) => username !== fleet.old.username);
    fleet.releaseIssued();
    await fleet.letTimePass('issue');
    expect(await fleet.run('dcr-issue')).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    await Promise.all(SHARDS.map((index) => fleet.run('dcr-shards', { index })));
    expect(stray !== undefined && fleet.isAlive(stray)).toBe(true);
    expect(await fleet.run('dcr-finish')).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    await expectAll();
    expect(stray !== undefined && fleet.isAlive(stray)).toBe(false);
  }, 120_000);

  if (!CAMPAIGN) return;

  it.each(MOMENTS)(
    'when the journal has %i lines, all at the same time, comes to the same end',
    async (lines) => {
      await fleet.give();
      fleet.openGate();
      const pods = SHARDS.map(async (index) => {
        const pod = await fleet.start('dcr-shards', { index });
        await Promise.race([fleet.waitForLines(index, lines), pod.ended]);
        pod.kill();
        await pod.ended;
        await fleet.letTimePass(index);
        return fleet.run('dcr-shards', { index });
      });
      for (const { exitCode, stderr } of await Promise.all(pods))
        expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      expect(await fleet.run('dcr-finish')).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
      await expectAll();
    },
    120_000,
  );

  it('tells a pod that is one too many, while the first one lives, whose turn it is', async () => {
    await fleet.give();
    const first = await fleet.start('dcr-shards', { index: 0 });
    await fleet.waitForGate();
    const second = await fleet.run('dcr-shards', { index: 0, state: makeTemporaryDirectory() });
    expect(second).toMatchObject({ exitCode: 6, json: { error: { code: 'DCR_LOCKED' } } });
    expect((second.json['error'] as { message: string }).message).toMatch(/held by dcr-shards-0-\d+_1_/u);
    fleet.openGate();
    expect((await first.ended).exitCode).toBe(0);
  }, 120_000);

  it('takes the place of one that died, in its own time', async () => {
    await fleet.give();
    const first = await fleet.start('dcr-shards', { index: 0 });
    await fleet.waitForGate();
    first.kill();
    await first.ended;
    fleet.openGate();
    expect((await fleet.run('dcr-shards', { index: 0 })).exitCode).toBe(0);
  }, 120_000);
});
