import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory, scanDirectory, startKubernetes, waitUntil } from '@nexqloud/dcr-testkit';
import type { KubernetesServer } from '@nexqloud/dcr-testkit';
import type { TargetSettings } from '../../../packages/core/lib/config/rotate-shape.js';
import type { DcrError } from '../../../packages/core/lib/errors.js';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import { LEASE } from '../../../packages/core/lib/kubernetes/lease-state.js';
import type { LeaseSpec } from '../../../packages/core/lib/kubernetes/lease-state.js';
import { createNodeClusters } from '../../../packages/core/lib/node/cluster/clusters.js';
import { isInsidePod } from '../../../packages/core/lib/node/cluster/sources.js';
import type { Ports } from '../../../packages/core/lib/ports/index.js';
import { chooseCluster } from '../../../packages/core/lib/rotation/lock.js';
import type { RotateRequest } from '../../../packages/core/lib/rotation/orders.js';
import { nameLease } from '../../../packages/core/lib/rotation/places.js';
import { rotateJobs } from '../../../packages/core/lib/rotation/rotate.js';
import type { Job } from '../../../packages/core/lib/rotation/run.js';
import type { Target } from '../../../packages/core/lib/targets/target.js';
import { catchError } from '../support/codes.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { makeWorld } from '../support/world.ts';

const REGISTRY = 'dcr.nexqloud.io/acme';
const PULL_SECRET: TargetSettings = { type: 'kubernetes-secret', namespaces: ['web'] };
const FILE: TargetSettings = { type: 'docker-config', path: 'config.json' };
const describeSettings = (targets: readonly TargetSettings[]): Job['settings'] => ({
  name: 'production',
  registry: REGISTRY,
  issuer: { type: 'http', url: 'https://issuer.example' },
  targets: targets.map((settings) => ({ settings, path: [] })),
  grace: 0,
  maxAge: null,
  path: [],
});

describe('which cluster keeps the lock', () => {
  const shard = { index: 1, count: 3 };

  it.each([
    ['none, on a machine that rotates files', [FILE], undefined, false, undefined],
    ['that of the targets, where it lets us', [FILE, PULL_SECRET], undefined, false, { isMust: false }],
    ['that of the first target', [{ ...PULL_SECRET, context: 'b' }, PULL_SECRET], undefined, false, { context: 'b' }],
    ['in a pod its own, by all means, for its pull secrets', [PULL_SECRET], undefined, true, { isMust: true }],
    ['in a pod its own, by all means, for a shard', [FILE], shard, true, { isMust: true }],
    ['in the pod of a CI agent its own, where it lets us', [FILE], undefined, true, { isMust: false }],
  ] as const)('is %s', (_what, targets, shard, isInside, choice) => {
    const found = chooseCluster({ settings: describeSettings(targets) }, { shard }, isInside);
    if (choice === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(choice);
  });

  it('is never that of the pod where a kubeconfig leads elsewhere, or where no token is mounted', () => {
    const home = makeTemporaryDirectory();
    const variables = { KUBERNETES_SERVICE_HOST: '10.0.0.1' };
    expect(isInsidePod({ home, variables: { ...variables, KUBECONFIG: '/elsewhere' } })).toBe(false);
    expect(isInsidePod({ home, variables })).toBe(false);
    mkdirSync(join(home, '.kube'));
    expect(isInsidePod({ home, variables })).toBe(false);
  });
});

describeReal(['etcd', 'kube-apiserver'], 'a rotation under a Lease of a real API server', () => {
  const NEW = { username: 'ci-new', password: 'given-c4nary-password' };
  let server: KubernetesServer;
  let turn = 0;
  let namespace: string;
  let clock: ManualClock;
  let held: string[];
  let onWrite: (id: string) => Promise<void>;
  let directory: string;

  beforeAll(async () => {
    server = await startKubernetes({ directory: makeTemporaryDirectory(), users: ['robot'] });
  }, 90_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    namespace = `robots-${(turn += 1)}`;
    await server.createNamespaces([namespace]);
    clock = new ManualClock();
    held = [];
    onWrite = async () => undefined;
    directory = join(makeTemporaryDirectory(), 'rotations', 'production');
  });

  const lease = (shard?: { index: number; count: number }) =>
    nameLease({ name: 'production', registry: REGISTRY }, shard);
  const list = () => `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`;
  const read = async (name = lease()) => (await server.call('GET', `${list()}/${name}`)) as { spec: LeaseSpec };

  function makeTarget(index: number): Target {
    const id = `place ${index}`;
    return {
      id,
      // Of a server of one's own: one after the other.
      type: 'github-secret',
      writes: [id],
      api: 'github.example',
      inspect: async () => ({ stored: undefined, exists: true, version: null, since: null, unknown: [] }),
      write: async () => {
        await onWrite(id);
        held.push(id);
      },
      check: async () => ({ kind: 'read-back', holds: true }),
    };
  }

  const job = (settings = describeSettings([PULL_SECRET])): Job => ({
    settings,
    targets: [0, 1, 2].map(makeTarget),
    issuer: { issue: async () => ({ ...NEW, password: new Secret(NEW.password) }) },
    directory,
  });

  function makePorts({ user = 'admin', inside = false, variables = {}, time = clock } = {}): Ports {
    const KUBECONFIG = server.writeKubeconfig({ user, namespace });
    const { ports } = makeWorld({ KUBECONFIG, ...variables });
    const right = `Basic ${Buffer.from(`${NEW.username}:${NEW.password}`).toString('base64')}`;
    const request: Ports['http']['request'] = async ({ headers }) => {
      const ok = headers['authorization'] === right;
      const realm = { 'www-authenticate': ['Basic realm="fake"'] };
      return { status: ok ? 200 : 401, headers: ok ? {} : realm, body: '{}', truncated: false };
    };
    const clusters = { ...createNodeClusters(ports), isInside: () => inside };
    return { ...ports, clock: time, clusters, http: { ...ports.http, request } };
  }

  const rotate = (request: RotateRequest = {}, options: Parameters<typeof makePorts>[0] & { job?: Job } = {}) =>
    rotateJobs([options.job ?? job()], { request, dryRun: false }, makePorts(options));

  it('holds it while it works, and leaves it free', async () => {
    onWrite = async () => {
      expect((await read()).spec.holderIdentity).toMatch(/^here_\d+_[0-9a-f]+$/u);
    };
    expect(await rotate()).toMatchObject({ state: 'complete', credentials: [{ notes: [] }] });
    expect(held).toHaveLength(3);
    expect((await read()).spec.holderIdentity).toBe('');
    expect(clock.sleepers).toBe(0);
  });

  it('takes none for a dry run', async () => {
    await rotateJobs([job()], { request: {}, dryRun: true }, makePorts());
    expect((await server.call('GET', list()))['items']).toEqual([]);
  });

  it('has one of its own for each shard', async () => {
    const given = { DCR_NEW_USERNAME: NEW.username, DCR_NEW_PASSWORD: NEW.password };
    await rotate({ shard: '2/3' }, { variables: given });
    expect((await read(lease({ index: 2, count: 3 }))).spec.leaseTransitions).toBe(0);
  });

  it('is refused while another machine holds it, and told who that is', async () => {
    // Another machine sees no file of ours, and has a clock of its own.
    const elsewhere = { time: new ManualClock(), job: { ...job(), directory: makeTemporaryDirectory() } };
    let second: Promise<DcrError> | undefined;
    onWrite = async (id) => {
      if (id !== 'place 1') return;
      second = catchError(() => rotate({}, elsewhere));
      await elsewhere.time.pass(LEASE.look);
      const { renewTime } = (await read()).spec;
      await clock.pass(LEASE.gap);
      const isRenewed = async () => (await read()).spec.renewTime !== renewTime;
      await waitUntil(isRenewed, { what: 'it is renewed', deadlineMs: 10_000 });
      await elsewhere.time.pass(LEASE.look);
      await second;
    };
    expect((await rotate()).state).toBe('complete');
    const refused = await second;
    expect(refused?.code).toBe('DCR_LOCKED');
    expect(refused?.message).toMatch(/held by here_\d+_[0-9a-f]+ since 2023-11-14T/u);
    expect(held).toHaveLength(3);
  });

  it('stops like an interrupted one when the lock is lost: the write in hand ends, nothing new begins, --resume goes on', async () => {
    const thief = { spec: { holderIdentity: 'thief' } };
    onWrite = async (id) => {
      if (id !== 'place 1') return;
      await server.ask('PATCH', `${list()}/${lease()}`, { body: thief, type: 'application/merge-patch+json' });
      await clock.pass(LEASE.gap);
      await waitUntil(() => clock.sleepers === 0, { what: 'the loss is noticed', deadlineMs: 10_000 });
    };
    const stopped = await rotate();
    expect([stopped.state, stopped.error?.code]).toEqual(['incomplete', 'DCR_ROTATION_INCOMPLETE']);
    expect(stopped.error?.message).toMatch(/lease dcr-login-production-\w+ in namespace robots-\d+, was lost/u);
    expect(stopped.targets.map(({ state }) => state)).toEqual(['updated', 'updated', 'pending']);
    expect((await read()).spec.holderIdentity).toBe('thief');
    await server.call('DELETE', `${list()}/${lease()}`);
    onWrite = async () => undefined;
    expect((await rotate({ mode: 'resume' })).state).toBe('complete');
    expect(held).toEqual(['place 0', 'place 1', 'place 2']);
  });

  it('is DCR_LOCKED when the lock is lost before anything was issued', async () => {
    const confirm = async () => {
      await server.call('DELETE', `${list()}/${lease()}`);
      await clock.pass(LEASE.gap);
      await waitUntil(() => clock.sleepers === 0, { what: 'the loss is noticed', deadlineMs: 10_000 });
      return true;
    };
    const { state, error } = await rotate({ confirm });
    expect([state, error?.code, held]).toEqual(['incomplete', 'DCR_LOCKED', []]);
  });

  describe('where Leases are forbidden', () => {
    it('goes on with the file alone outside of a cluster, and its report says so in one sentence', async () => {
      const report = await rotate({}, { user: 'robot' });
      expect(report.state).toBe('complete');
      const { notes } = report.credentials[0] ?? { notes: [] };
      expect(notes).toEqual([expect.stringContaining('the lock is only a file on this machine')]);
      expect(notes[0]).toContain('no right to get leases');
    });

    it('is refused in a pod, with the verb that is missing', async () => {
      const { code, message } = await catchError(() => rotate({}, { user: 'robot', inside: true }));
      expect(code).toBe('DCR_TARGET_REFUSED');
      expect(message).toContain('no right to get leases.coordination.k8s.io');
      expect(held).toEqual([]);
    });

    it('goes on in the pod of a CI agent that rotates what is no business of the cluster', async () => {
      const report = await rotate({}, { user: 'robot', inside: true, job: job(describeSettings([FILE])) });
      expect(report.state).toBe('complete');
      expect(report.credentials[0]?.notes).toHaveLength(1);
    });
  });

  it('asks no cluster where none is at hand', async () => {
    const ports = makePorts();
    const clusters = {
      isInside: () => false,
      open: () => Promise.reject(new Error('nobody may ask')),
    };
    const order = { request: {}, dryRun: false };
    expect((await rotateJobs([job(describeSettings([FILE]))], order, { ...ports, clusters })).state).toBe('complete');
  });

  it('writes no secret into the Lease or beside the journal', async () => {
    await rotate();
    expect(JSON.stringify(await read())).not.toContain('c4nary');
    expect(scanDirectory(directory, [{ name: 'new', username: NEW.username, value: NEW.password }])).toEqual([]);
  });
});
