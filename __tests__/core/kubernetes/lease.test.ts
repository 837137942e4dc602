import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory, startKubernetes, waitUntil } from '@nexqloud/dcr-testkit';
import type { KubernetesServer } from '@nexqloud/dcr-testkit';
import type { DcrError } from '../../../packages/core/lib/errors.js';
import { openKubernetes } from '../../../packages/core/lib/kubernetes/api.js';
import { holdLease } from '../../../packages/core/lib/kubernetes/lease-hold.js';
import type { HeldLease } from '../../../packages/core/lib/kubernetes/lease-hold.js';
import { decideLease, LEASE, takeSpec } from '../../../packages/core/lib/kubernetes/lease-state.js';
import type { LeaseObject, LeaseSpec } from '../../../packages/core/lib/kubernetes/lease-state.js';
import { takeLease } from '../../../packages/core/lib/kubernetes/lease.js';
import { createNodeClusters } from '../../../packages/core/lib/node/cluster/clusters.js';
import type { Cluster } from '../../../packages/core/lib/ports/clusters.js';
import { HttpFault } from '../../../packages/core/lib/ports/http.js';
import { nameLease } from '../../../packages/core/lib/rotation/places.js';
import { catchCode, catchError } from '../support/codes.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { makeWorld } from '../support/world.ts';

const MICRO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/u;
const OTHER = { holderIdentity: 'other', leaseDurationSeconds: 15, renewTime: '2023-11-14T22:13:20.000000Z' };

describe('a Lease that was looked at', () => {
  const now = 1_700_000_000_000;
  const lease = (spec: LeaseSpec): LeaseObject => ({ metadata: { resourceVersion: '7' }, spec });
  const decide = (found: LeaseObject | undefined, watched?: { spec: LeaseSpec; for: number }) =>
    decideLease(found, {
      me: 'me',
      now,
      watched: watched === undefined ? undefined : { spec: watched.spec, since: now - watched.for },
    }).do;

  it.each<[string, string, LeaseObject | undefined, { spec: LeaseSpec; for: number } | undefined]>([
    ['is created where there is none', 'create', undefined, undefined],
    ['is taken where nobody holds it', 'take', lease({ holderIdentity: '' }), undefined],
    ['is taken where it was never held', 'take', lease({}), undefined],
    ['is taken where it is ours, as the answer was lost', 'take', lease({ ...OTHER, holderIdentity: 'me' }), undefined],
    [
      'is watched at first, however old its time looks',
      'watch',
      lease({ ...OTHER, renewTime: '1999-01-01T00:00:00Z' }),
      undefined,
    ],
    ['is watched until its duration is over', 'watch', lease(OTHER), { spec: OTHER, for: 14_999 }],
    ['is taken when nothing changed for its duration', 'take', lease(OTHER), { spec: OTHER, for: 15_000 }],
    [
      'is given up as soon as it was renewed',
      'give-up',
      lease({ ...OTHER, renewTime: '2023-11-14T22:13:25.000000Z' }),
      { spec: OTHER, for: 15_000 },
    ],
    [
      'is given up when somebody else was faster',
      'give-up',
      lease({ ...OTHER, holderIdentity: 'third' }),
      { spec: OTHER, for: 15_000 },
    ],
    ['is taken when its holder let it go meanwhile', 'take', lease({ holderIdentity: '' }), { spec: OTHER, for: 1 }],
    [
      'is not watched for hours, whatever it asks for',
      'give-up',
      lease({ ...OTHER, leaseDurationSeconds: 3600 }),
      undefined,
    ],
    [
      'without a duration is given ours',
      'watch',
      lease({ holderIdentity: 'other' }),
      { spec: { holderIdentity: 'other' }, for: LEASE.duration - 1 },
    ],
  ])('%s', (_what, move, found, watched) => {
    expect(decide(found, watched)).toBe(move);
  });

  it('counts how often its holder changed, and keeps what it does not know', () => {
    const take = (spec: LeaseSpec) => takeSpec(lease(spec), { me: 'me', now });
    expect(take({ ...OTHER, leaseTransitions: 3 }).leaseTransitions).toBe(4);
    expect(take({ holderIdentity: '', leaseTransitions: 3 }).leaseTransitions).toBe(4);
    expect(take({ holderIdentity: 'me', leaseTransitions: 3 }).leaseTransitions).toBe(3);
    expect(takeSpec(undefined, { me: 'me', now }).leaseTransitions).toBe(0);
    expect(take({ ...OTHER, strategy: 'OldestEmulationVersion' } as LeaseSpec)).toMatchObject({
      strategy: 'OldestEmulationVersion',
      holderIdentity: 'me',
    });
  });

  it.each([
    ['production', undefined],
    ['Team_A..B--_', { index: 1, count: 3 }],
    ['x'.repeat(64), { index: 99_999, count: 99_999 }],
  ])('of %s has a name that DNS takes', (name, shard) => {
    const lease = nameLease({ name, registry: 'dcr.nexqloud.io/acme' }, shard);
    expect(lease).toMatch(/^dcr-login(?:-[a-z0-9]+)+$/u);
    expect(lease.length).toBeLessThanOrEqual(63);
  });

  it('has another name for another registry, credential or shard', () => {
    const names = ['a', 'A', 'a_'].flatMap((name) =>
      ['r/x', 'r/y'].flatMap((registry) =>
        [undefined, { index: 1, count: 2 }, { index: 1, count: 3 }].map((shard) =>
          nameLease({ name, registry }, shard),
        ),
      ),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describeReal(['etcd', 'kube-apiserver'], 'a Lease of a real API server', () => {
  let server: KubernetesServer;
  let cluster: Cluster;
  let turn = 0;
  let name: string;
  let clock: ManualClock;

  beforeAll(async () => {
    server = await startKubernetes({ directory: makeTemporaryDirectory(), users: ['robot'] });
    await server.createNamespaces(['robots']);
    cluster = await open('admin');
  }, 90_000);
  afterAll(() => server.stop());
  beforeEach(() => {
    name = `dcr-login-${(turn += 1)}`;
    clock = new ManualClock();
  });

  const open = (user: string) =>
    createNodeClusters(makeWorld({ KUBECONFIG: server.writeKubeconfig({ user }) }).ports).open();
  const work = (via = cluster, signal = new AbortController().signal) => ({
    api: openKubernetes(via, clock),
    clock,
    signal,
  });
  const place = (me: string) => ({ namespace: 'robots', name, me });
  const path = () => `/apis/coordination.k8s.io/v1/namespaces/robots/leases/${name}`;
  const read = async () => (await server.call('GET', path())) as { spec: LeaseSpec; metadata: Record<string, unknown> };
  const put = (spec: LeaseSpec) => server.call('POST', path().slice(0, -name.length - 1), { metadata: { name }, spec });
  const change = (spec: LeaseSpec, metadata: object = {}) =>
    server.ask('PATCH', path(), { body: { metadata, spec }, type: 'application/merge-patch+json' });

  it('is taken, and left free for the next one, who counts the change', async () => {
    const first = await holdLease(place('one'), work());
    expect((await read()).spec).toMatchObject({
      holderIdentity: 'one',
      leaseDurationSeconds: 30,
      acquireTime: expect.stringMatching(MICRO_TIME),
      renewTime: expect.stringMatching(MICRO_TIME),
      leaseTransitions: 0,
    });
    await first.release();
    // The server leaves an empty holder out.
    expect((await read()).spec).toMatchObject({ holderIdentity: '', leaseDurationSeconds: 1, leaseTransitions: 0 });
    await takeLease(place('two'), work());
    expect((await read()).spec).toMatchObject({ holderIdentity: 'two', leaseTransitions: 1 });
  });

  it('has one holder, however many want it at once', async () => {
    const done: string[] = [];
    const stop = new AbortController();
    const all = Array.from({ length: 8 }, async (_, index) => {
      await takeLease(place(`racer-${index}`), work(cluster, stop.signal));
      done.push(`racer-${index}`);
    });
    await waitUntil(() => clock.sleepers === 7 && done.length === 1, {
      what: 'one holds it and seven watch',
      deadlineMs: 10_000,
    });
    expect((await read()).spec.holderIdentity).toBe(done[0]);
    stop.abort();
    const ends = await Promise.allSettled(all);
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(7);
  });

  it.each([
    ['ahead of ours by years', '2099-01-01T00:00:00.000000Z'],
    ['behind it by years', '2001-01-01T00:00:00.000000Z'],
  ])('of a dead holder is taken after its duration was watched, though its clock was %s', async (_what, time) => {
    await put({ holderIdentity: 'dead', leaseDurationSeconds: 3, renewTime: time, leaseTransitions: 4 });
    const taken = takeLease(place('heir'), work());
    for (let second = 0; second < 3; second += 1) {
      expect((await read()).spec.holderIdentity).toBe('dead');
      await clock.pass(LEASE.look);
    }
    await taken;
    expect((await read()).spec).toMatchObject({
      holderIdentity: 'heir',
      leaseTransitions: 5,
      leaseDurationSeconds: 30,
    });
  });

  it('of a living holder is given up as soon as it is renewed, and its holder is named with its time', async () => {
    await put({ ...OTHER, holderIdentity: 'pod-7', acquireTime: '2026-01-02T03:04:05.000000Z' });
    const refused = catchError(() => takeLease(place('late'), work()));
    await clock.pass(LEASE.look);
    await waitUntil(() => clock.sleepers === 1, { what: 'it has looked once more', deadlineMs: 10_000 });
    await change({ renewTime: '2023-11-14T22:13:25.000000Z' });
    await clock.pass(LEASE.look);
    const { code, message } = await refused;
    expect(code).toBe('DCR_LOCKED');
    expect(message).toContain('held by pod-7 since 2026-01-02T03:04:05');
    expect((await read()).spec.holderIdentity).toBe('pod-7');
  });

  it('of a holder with a hostile name cannot speak to the log', async () => {
    await put({ ...OTHER, holderIdentity: 'x\n::error::boom', leaseDurationSeconds: 100_000 });
    const { message } = await catchError(() => takeLease(place('late'), work()));
    expect(message).not.toMatch(/\n|::error/u);
  });

  it('is renewed for as long as it is held, also when somebody writes into its metadata', async () => {
    const held = await holdLease(place('one'), work());
    const times = new Set([(await read()).spec.renewTime]);
    for (let round = 0; round < 3; round += 1) {
      await change({}, { annotations: { round: String(round) } });
      await clock.pass(LEASE.gap);
      await waitUntil(async () => !times.has((await read()).spec.renewTime), {
        what: 'it is renewed',
        deadlineMs: 10_000,
      });
      times.add((await read()).spec.renewTime);
    }
    expect(await read()).toMatchObject({
      spec: { holderIdentity: 'one', leaseTransitions: 0 },
      metadata: { annotations: { round: '2' } },
    });
    expect(held.lost.aborted).toBe(false);
    await held.release();
    expect(clock.sleepers).toBe(0);
  });

  async function expectLoss(held: HeldLease): Promise<DcrError> {
    await waitUntil(() => held.lost.aborted, { what: 'the loss is noticed', deadlineMs: 10_000 });
    return held.lost.reason as DcrError;
  }

  it.each([
    ['somebody else took', () => change({ holderIdentity: 'thief' }), 'thief'],
    ['somebody set free', () => change({ holderIdentity: '' }), ''],
  ])('that %s is lost, and stays as it is', async (_what, steal, holder) => {
    const held = await holdLease(place('one'), work());
    await steal();
    await clock.pass(LEASE.gap);
    expect((await expectLoss(held)).code).toBe('DCR_LOCKED');
    await held.release();
    expect((await read()).spec.holderIdentity).toBe(holder);
  });

  it('that somebody deleted is lost', async () => {
    const held = await holdLease(place('one'), work());
    await server.call('DELETE', path());
    await clock.pass(LEASE.gap);
    expect((await expectLoss(held)).code).toBe('DCR_LOCKED');
    await held.release();
    expect((await server.ask('GET', path())).status).toBe(404);
  });

  it('that cannot be renewed is lost before another may take it, and not at the first failure', async () => {
    let down = true;
    const request: Cluster['http']['request'] = async (one) => {
      if (!down) return cluster.http.request(one);
      throw new HttpFault({ kind: 'configuration', during: 'connect', detail: 'the plugin is gone' });
    };
    down = false;
    const held = await holdLease(place('one'), work({ ...cluster, http: { request } }));
    down = true;
    await clock.pass(LEASE.gap);
    let waited = LEASE.gap as number;
    while (!held.lost.aborted && waited < LEASE.limit) {
      const step = Math.min(2000, LEASE.limit - waited);
      expect(held.lost.aborted).toBe(false);
      await clock.pass(step);
      waited += step;
    }
    expect((await expectLoss(held)).message).toContain('the plugin is gone');
    expect(waited).toBeGreaterThan(LEASE.gap * 2);
    expect(waited).toBeLessThan(LEASE.duration);
    await held.release();
  });

  it('needs exactly the rights to get, create and update it, and says which one is missing', async () => {
    const robot = await open('robot');
    const refusal = async (): Promise<string> => {
      const { code, message } = await catchError(() => takeLease(place('robot'), work(robot)));
      expect(code).toBe('DCR_TARGET_REFUSED');
      return message;
    };
    const grant = (verb: string) =>
      server.grant('robot', { verbs: [verb], resources: ['leases.coordination.k8s.io'], namespace: 'robots' });
    expect(await refusal()).toContain(`no right to get leases.coordination.k8s.io ${name} in namespace robots`);
    await grant('get');
    await waitUntil(async () => (await refusal()).includes('no right to create leases'), {
      what: 'get is granted',
      deadlineMs: 10_000,
    });
    await put({ holderIdentity: '' });
    expect(await refusal()).toContain('no right to update leases');
    await grant('update');
    await waitUntil(
      () =>
        takeLease(place('robot'), work(robot)).then(
          () => true,
          () => false,
        ),
      { what: 'update is granted', deadlineMs: 10_000 },
    );
  });

  it('in a namespace that is not there is refused', async () => {
    expect(await catchCode(() => takeLease({ ...place('one'), namespace: 'nowhere' }, work()))).toBe(
      'DCR_TARGET_REFUSED',
    );
  });
});
