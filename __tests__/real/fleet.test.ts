import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { describeReal, makeTemporaryDirectory, scanDirectory, startKubernetes, waitUntil } from '@nexqloud/dcr-testkit';
import type { KubernetesServer } from '@nexqloud/dcr-testkit';
import { nameLease } from '../../packages/core/lib/rotation/places.js';
import { startServer } from '../cli/support/servers.ts';
import type { WebServer } from '../cli/support/servers.ts';
import type { Manifest, Pod, PodOptions } from './support/pod.ts';
import { POD_PARTS, readManifests, startPod } from './support/pod.ts';

const NAMESPACES = Array.from({ length: 33 }, (_, index) => `team-${index}`);
const SHARDS = [0, 1, 2];
const encode = (text: string): string => Buffer.from(text).toString('base64');

interface Pair {
  readonly username: string;
  readonly password: string;
}

describeReal(POD_PARTS, 'examples/kubernetes/fleet.yml, run as its pods would on a real API server', () => {
  let server: KubernetesServer;
  let sandbox: Sandbox;
  let issuer: WebServer;
  let registry: string;
  let manifests: readonly Manifest[];
  let old: Pair;
  let gate: string;
  let volume: string;

  beforeAll(async () => {
    server = await startKubernetes({ directory: makeTemporaryDirectory() });
    sandbox = await startSandbox({ registries: [{ name: 'acme', repositories: ['app'] }] });
    registry = `${sandbox.host}/acme`;
    issuer = await startServer((request, response) => {
      void fetch(`${sandbox.url}/sandbox/registries/acme${request.url}`, {
        method: request.method ?? 'GET',
        headers: { authorization: request.headers.authorization ?? '' },
      }).then(async (answer) => response.writeHead(answer.status).end(await answer.text()));
      return undefined;
    });
    await server.createNamespaces([...NAMESPACES, 'web', 'api']);
    for (const file of ['rbac.yml', 'rbac-cluster.yml'])
      await apply(readFileSync(`examples/kubernetes/${file}`, 'utf8'));
    await server.call('POST', '/api/v1/namespaces/dcr-login/secrets', {
      metadata: { name: 'dcr-issuer' },
      data: { token: encode(sandbox.adminToken) },
    });
  }, 120_000);
  afterAll(async () => {
    await issuer.stop();
    await sandbox.close();
    await server.stop();
  });

  beforeEach(async () => {
    const scratch = makeTemporaryDirectory();
    gate = join(scratch, 'gate');
    volume = join(scratch, 'volume');
    mkdirSync(volume);
    for (const kind of [
      '/apis/batch/v1/namespaces/dcr-login/jobs',
      '/apis/coordination.k8s.io/v1/namespaces/dcr-login/leases',
    ])
      await server.ask('DELETE', `${kind}?propagationPolicy=Background`);
    await server.ask('DELETE', '/api/v1/namespaces/dcr-login/secrets/dcr-new');
    const text = adapt(readFileSync('examples/kubernetes/fleet.yml', 'utf8'));
    await apply(text);
    manifests = readManifests(text);
    old = sandbox.rotate('acme', { grace: true });
    await Promise.all(NAMESPACES.map((namespace) => store(namespace, old)));
  });

  /** Its own addresses, its own namespaces, and a target that waits in the first shard until it is let go. */
  function adapt(text: string): string {
    const wait = `cat >/dev/null; touch ${gate}.reached; while test ! -e ${gate}.open; do sleep 0.05; done`;
    return text
      .replaceAll('dcr.nexqloud.io/acme', registry)
      .replaceAll('https://issuer.acme.example', `http://${issuer.host}`)
      .replace('namespaces: [web, api]', `namespaces: [${NAMESPACES.join(', ')}]`)
      .replace('        policy:', `          - { type: exec, command: [sh, -c, '${wait}'] }\n        policy:`)
      .replaceAll('grace: 15m', 'grace: 1ms');
  }

  async function apply(text: string): Promise<void> {
    const { exitCode, output } = await server.kubectl(['apply', '-f', '-'], { input: text });
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  }

  async function store(namespace: string, { username, password }: Pair): Promise<void> {
    const auths = { 'ghcr.io': { auth: 'eDp5' }, [registry]: { auth: encode(`${username}:${password}`) } };
    const path = `/api/v1/namespaces/${namespace}/secrets`;
    await server.ask('DELETE', `${path}/dcr-credentials`);
    await server.call('POST', path, {
      metadata: { name: 'dcr-credentials' },
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': encode(JSON.stringify({ auths })) },
    });
  }

  async function readHeld(namespace: string): Promise<string> {
    const { data } = (await server.call('GET', `/api/v1/namespaces/${namespace}/secrets/dcr-credentials`)) as {
      data: Record<string, string>;
    };
    const text = Buffer.from(data['.dockerconfigjson'] ?? '', 'base64').toString();
    const { auths } = JSON.parse(text) as { auths: Record<string, { auth: string }> };
    expect(auths['ghcr.io']).toEqual({ auth: 'eDp5' });
    return Buffer.from(auths[registry]?.auth ?? '', 'base64').toString();
  }

  let pods = 0;
  const start = (job: string, options: Partial<PodOptions> = {}): Promise<Pod> => {
    const manifest = manifests.find(({ kind, metadata }) => kind === 'Job' && metadata.name === job);
    if (manifest === undefined) throw new Error(`there is no Job ${job}`);
    return startPod(server, manifest, { name: `${job}-${(pods += 1)}`, state: volume, ...options });
  };
  const startShard = (index: number, options: Partial<PodOptions> = {}): Promise<Pod> =>
    start('dcr-shards', {
      name: `dcr-shards-${index}-${(pods += 1)}`,
      ...options,
      env: { JOB_COMPLETION_INDEX: String(index), ...options.env },
    });
  const run = async (job: string, options: Partial<PodOptions> = {}) => (await start(job, options)).ended;
  const countRequests = () => ({
    issued: issuer.requests().filter((line) => line.startsWith('POST')).length,
    retired: issuer.requests().filter((line) => line.startsWith('DELETE')).length,
  });
  const leaseOf = (index: number) =>
    `/apis/coordination.k8s.io/v1/namespaces/dcr-login/leases/${nameLease({ name: 'production', registry }, { index: index + 1, count: 3 })}`;
  const readHolder = async (index: number) =>
    ((await server.call('GET', leaseOf(index))) as { spec: { holderIdentity: string } }).spec.holderIdentity;
  const readNew = async (): Promise<Pair> => {
    const { data } = (await server.call('GET', '/api/v1/namespaces/dcr-login/secrets/dcr-new')) as {
      data: Record<'username' | 'password', string>;
    };
    const decode = (text: string) => Buffer.from(text, 'base64').toString();
    return { username: decode(data.username), password: decode(data.password) };
  };
  /** What its holder asked for has passed: half a minute in the life of a Lease, and of a lock's file. */
  async function letTimePass(index: number): Promise<void> {
    const body = { spec: { leaseDurationSeconds: 1 } };
    await server.ask('PATCH', leaseOf(index), { body, type: 'application/merge-patch+json' });
    const locks = (readdirSync(volume, { recursive: true }) as string[]).filter((name) => name.endsWith('.dcr-lock'));
    for (const name of locks) utimesSync(join(volume, name), 1, 1);
  }

  async function expectAll({ username, password }: Pair): Promise<void> {
    const held = await Promise.all(NAMESPACES.map(readHeld));
    expect(new Set(held)).toEqual(new Set([`${username}:${password}`]));
    const live = sandbox.registries[0]?.credentials.map((one) => one.username) ?? [];
    expect([live.includes(username), live.includes(old.username)]).toEqual([true, false]);
  }

  it('issues once, loses a pod in the middle and a Lease to a dead one, and retires once when all shards are done', async () => {
    const before = countRequests();
    await expect(startShard(0)).rejects.toThrow(/secret dcr-new has no .* yet/u);
    expect(await run('dcr-issue')).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    const fresh = await readNew();
    // Nobody is there to tell that this one died.
    const dead = {
      holderIdentity: 'dcr-shards-1-dead',
      leaseDurationSeconds: 1,
      renewTime: '2020-01-01T00:00:00.000000Z',
    };
    const [list, name] = leaseOf(1).split(/\/(?=[^/]+$)/u);
    await server.call('POST', list ?? '', { metadata: { name }, spec: { ...dead, leaseTransitions: 1 } });

    const [first, ...others] = await Promise.all(SHARDS.map((index) => startShard(index)));
    for (const pod of others) expect(await pod.ended).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    const isWriting = () =>
      existsSync(`${gate}.reached`) &&
      (readdirSync(volume, { recursive: true }) as string[]).some(
        (file) => file.includes('shard-1-of-3.jsonl') && readFileSync(join(volume, file), 'utf8').includes('"wrote"'),
      );
    await waitUntil(isWriting, { what: 'the first shard is in the middle', deadlineMs: 20_000 });
    first?.kill();
    await first?.ended;
    expect(await readHolder(0)).toMatch(/^dcr-shards-0-/u);
    expect(countRequests()).toEqual({ ...before, issued: before.issued + 1 });

    await letTimePass(0);
    writeFileSync(`${gate}.open`, '');
    // A pod in its place, twice: an Indexed Job may do that.
    const twice = await Promise.all([startShard(0), startShard(0, { state: makeTemporaryDirectory() })]);
    const ends = await Promise.all(twice.map(({ ended }) => ended));
    expect(ends.map(({ exitCode }) => exitCode)).toEqual([0, 0]);

    const finish = await run('dcr-finish');
    expect(finish).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    expect(finish.json['targets']).toHaveLength(NAMESPACES.length + 1);
    expect(countRequests()).toEqual({ issued: before.issued + 1, retired: before.retired + 1 });
    await expectAll(fresh);
    for (const index of SHARDS) expect(await readHolder(index)).toBe('');
    // Nothing of the credential lies where it does not belong.
    expect(
      scanDirectory(
        volume,
        [old, fresh].map((pair) => ({ ...pair, name: pair.username, value: pair.password })),
      ),
    ).toEqual([]);
  }, 120_000);

  it('ends the same without a volume that the pods share, where the last one is told the old credential', async () => {
    const before = countRequests();
    const alone = () => ({ state: makeTemporaryDirectory() });
    writeFileSync(`${gate}.open`, '');
    expect((await run('dcr-issue', alone())).exitCode).toBe(0);
    const shards = await Promise.all(SHARDS.map((index) => startShard(index, alone())));
    for (const pod of shards) expect((await pod.ended).exitCode).toBe(0);
    expect(await run('dcr-finish', alone())).toMatchObject({
      exitCode: 2,
      json: { error: { code: 'DCR_INPUT_INVALID' } },
    });
    const args = ['rotate', '--file', '/config/dcr-rotate.yml', '--json'];
    const env = { DCR_USERNAME: old.username, DCR_PASSWORD: old.password };
    const finish = await run('dcr-finish', { ...alone(), args, env });
    expect(finish).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    expect(countRequests()).toEqual({ issued: before.issued + 1, retired: before.retired + 1 });
    await expectAll(await readNew());
  }, 120_000);
});
