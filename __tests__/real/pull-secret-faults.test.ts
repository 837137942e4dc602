import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory, startKubernetes } from '@nexqloud/dcr-testkit';
import type { KubernetesServer } from '@nexqloud/dcr-testkit';
import { makeMachine, PASSWORD, readCode } from '../cli/support/machine.ts';
import type { Run } from '../cli/support/machine.ts';
import type { Asked, KubernetesProxy } from './support/kubernetes-proxy.ts';
import { startKubernetesProxy } from './support/kubernetes-proxy.ts';

const REGISTRY = 'dcr.nexqloud.io/acme';
const encode = (text: string): string => Buffer.from(text).toString('base64');
const isWrite = ({ method, path }: Asked): boolean => method !== 'GET' && !path.includes('dryRun');

interface Namespaced {
  readonly namespace: string;
  readonly secret: string;
  readonly notes: readonly string[];
  readonly error?: { readonly code: string; readonly message: string; readonly remedy: string };
}

describeReal(['etcd', 'kube-apiserver'], 'pull-secret, when the API server or the way to it goes wrong', () => {
  const machine = makeMachine();
  let server: KubernetesServer;
  let proxy: KubernetesProxy;
  let turn = 0;
  let namespaces: readonly string[];

  beforeAll(async () => {
    server = await startKubernetes({ directory: makeTemporaryDirectory() });
    proxy = await startKubernetesProxy(server);
  }, 90_000);
  afterAll(async () => {
    await proxy.close();
    await server.stop();
  });
  beforeEach(async () => {
    turn += 1;
    namespaces = ['a', 'b', 'c'].map((name) => `fault-${turn}-${name}`);
    await server.createNamespaces(namespaces);
    proxy.intercept = () => undefined;
  });

  const words = (more: readonly string[], count: number) => [
    'pull-secret',
    REGISTRY,
    '--json',
    '--verify',
    'none',
    ...namespaces.slice(0, count).flatMap((name) => ['-n', name]),
    ...more,
  ];
  const options = () => ({ env: { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD, KUBECONFIG: proxy.kubeconfig } });
  const run = (more: readonly string[], count = 1): Promise<Run> => machine.run(words(more, count), options());
  const apply = (count = 1, ...more: readonly string[]): Promise<Run> => run(['--apply', ...more], count);
  const rows = ({ json }: Run) => json['namespaces'] as readonly Namespaced[];
  const path = (namespace = namespaces[0]) => `/api/v1/namespaces/${namespace}/secrets/dcr-credentials`;
  const put = (secret: object, metadata: object = {}) =>
    server.call('POST', `/api/v1/namespaces/${namespaces[0]}/secrets`, {
      type: 'kubernetes.io/dockerconfigjson',
      ...secret,
      metadata: { name: 'dcr-credentials', ...metadata },
    });
  const FULL = {
    immutable: true,
    data: { '.dockerconfigjson': encode('{"auths":{"other.example":{"auth":"eDp5"}}}'), extra: encode('kept') },
  };

  async function expectAllKept(): Promise<void> {
    const { data, immutable, metadata } = (await server.call('GET', path())) as {
      data: Record<string, string>;
      immutable: boolean;
      metadata: { labels: object };
    };
    const { auths } = JSON.parse(Buffer.from(data['.dockerconfigjson'] ?? '', 'base64').toString()) as {
      auths: object;
    };
    expect(Object.keys(auths).toSorted()).toEqual([REGISTRY, 'other.example'].toSorted());
    expect([data['extra'], immutable, metadata.labels]).toEqual([encode('kept'), true, { team: 'web' }]);
  }

  describe('a replacement', () => {
    it('keeps everything when the answer to its deletion is lost', async () => {
      await put(FULL, { labels: { team: 'web' } });
      let lost = false;
      proxy.intercept = ({ method, path: at }) => {
        if (method !== 'DELETE' || at.includes('dryRun') || lost) return undefined;
        lost = true;
        return 'lose-answer';
      };
      expect(rows(await apply(1, '--replace'))).toMatchObject([{ secret: 'replaced' }]);
      await expectAllKept();
    });

    it('keeps who owns it, whose labels and annotations it has, and what its owner is collected with', async () => {
      const account = `/api/v1/namespaces/${namespaces[0]}/serviceaccounts/default`;
      const { uid } = (await server.call('GET', account))['metadata'] as { uid: string };
      const owner = { apiVersion: 'v1', kind: 'ServiceAccount', name: 'default', uid, controller: true };
      const metadata = {
        labels: { team: 'web', 'argocd.argoproj.io/instance': 'acme' },
        annotations: { 'acme.example/note': 'theirs' },
        ownerReferences: [{ ...owner, blockOwnerDeletion: true }],
      };
      await put(FULL, metadata);
      expect(rows(await apply(1, '--force', '--replace'))).toMatchObject([{ secret: 'replaced' }]);
      expect((await server.call('GET', path()))['metadata']).toMatchObject(metadata);
    });

    it('keeps everything when it is interrupted between its two requests', async () => {
      await put(FULL, { labels: { team: 'web' } });
      const started = machine.start(words(['--apply', '--replace'], 1), options());
      proxy.intercept = (asked) => {
        if (asked.method === 'DELETE' && isWrite(asked)) started.kill('SIGINT');
        return undefined;
      };
      const { exitCode } = await started.ended;
      expect([0, 130]).toContain(exitCode);
      await expectAllKept();
    });

    it('deletes nothing that a finalizer would hold back, and names it', async () => {
      await put(FULL, { finalizers: ['acme.example/keeper'] });
      const refused = await apply(1, '--replace');
      expect(readCode(refused)).toBe('DCR_TARGET_REFUSED');
      expect(rows(refused)[0]?.error?.message).toContain('acme.example/keeper');
      const { metadata } = (await server.call('GET', path())) as { metadata: { deletionTimestamp?: string } };
      expect(metadata.deletionTimestamp).toBeUndefined();
    });
  });

  describe('a write that landed and whose answer was lost', () => {
    const old = { data: { '.dockerconfigjson': encode('{"auths":{}}') } };
    it.each([
      ['created', 'POST', '/secrets', undefined, []],
      ['updated', 'PATCH', '/secrets', old, []],
      ['replaced', 'POST', '/secrets', { ...old, immutable: true }, ['--replace']],
      ['created', 'PATCH', '/serviceaccounts', undefined, []],
    ])('is told as %s, when it was the %s to %s', async (state, verb, part, before, more) => {
      if (before !== undefined) await put(before);
      let lost = false;
      proxy.intercept = (asked) => {
        if (lost || asked.method !== verb || !asked.path.includes(part) || !isWrite(asked)) return undefined;
        lost = true;
        return 'lose-answer';
      };
      const added = { secret: state, serviceAccounts: [{ name: 'default', state: 'added' }] };
      expect(rows(await apply(1, '--service-account', 'default', ...more))).toMatchObject([added]);
      expect(lost).toBe(true);
      const again = { secret: 'unchanged', serviceAccounts: [{ name: 'default', state: 'present' }] };
      expect(rows(await apply(1, '--service-account', 'default'))).toMatchObject([again]);
    });
  });

  it('changes nothing that is on its way out', async () => {
    await put({ data: { '.dockerconfigjson': encode('{"auths":{}}') } }, { finalizers: ['acme.example/keeper'] });
    await server.call('DELETE', path());
    const refused = await apply();
    expect(readCode(refused)).toBe('DCR_TARGET_REFUSED');
    expect(rows(refused)[0]?.error?.message).toContain('being deleted');
  });

  it('attack: a webhook that repeats the secret in its refusal does not bring it into any output', async () => {
    await put({
      data: { '.dockerconfigjson': encode('{"auths":{"other.example":{"auth":"dGhlaXJzOnNlY3JldC1vZi1vdGhlcnM="}}}') },
    });
    proxy.intercept = (asked) =>
      isWrite(asked)
        ? {
            status: 403,
            body: { kind: 'Status', reason: 'Forbidden', message: `admission webhook "x" denied: ${asked.body}` },
          }
        : undefined;
    // `run` looks for every form of our own secret itself.
    const refused = await apply();
    expect(readCode(refused)).toBe('DCR_TARGET_REFUSED');
    expect(refused.stderr).toContain('admission webhook');
    expect(JSON.stringify(refused)).not.toContain('dGhlaXJzOnNlY3JldC1vZi1vdGhlcnM');
    expect(JSON.stringify(refused)).not.toContain(encode('dGhlaXJzOnNlY3JldC1vZi1vdGhlcnM=').slice(4, 30));
    expect(rows(refused)[0]?.error?.remedy).not.toContain('RoleBinding');
  });

  it('does the others when one namespace answers with a failure of the server', async () => {
    proxy.intercept = ({ path: at }) =>
      at.includes(namespaces[0] ?? '') ? { status: 500, body: { message: 'failed calling webhook' } } : undefined;
    const answer = await apply(3);
    expect(rows(answer).map(({ secret }) => secret)).toEqual(['failed', 'created', 'created']);
    expect([answer.exitCode, readCode(answer)]).toEqual([5, 'DCR_SERVER_ERROR']);
  });

  it('reads a secret that is nearly as large as Kubernetes allows', async () => {
    await put({ data: { '.dockerconfigjson': encode('{"auths":{}}'), large: encode('x'.repeat(900_000)) } });
    expect(rows(await apply())).toMatchObject([{ secret: 'updated' }]);
  });

  it('ends with DCR_TIMEOUT when the server says nothing, of one namespace and of several', async () => {
    proxy.intercept = () => 'hang';
    for (const count of [1, 3]) {
      const late = await apply(count, '--timeout', '2s');
      expect([late.exitCode, readCode(late)]).toEqual([5, 'DCR_TIMEOUT']);
    }
    const listed = await machine.run(
      ['pull-secret', REGISTRY, '--json', '--namespace-selector', 'a=b', '--timeout', '2s'],
      options(),
    );
    expect([listed.exitCode, readCode(listed)]).toEqual([5, 'DCR_TIMEOUT']);
  });

  it('says when to come back, and does not wait for longer than it may', async () => {
    proxy.intercept = () => ({
      status: 429,
      headers: { 'retry-after': '120' },
      body: { message: 'too many requests' },
    });
    const busy = await apply(3, '--timeout', '30s');
    expect([busy.exitCode, readCode(busy)]).toEqual([5, 'DCR_RATE_LIMITED']);
    expect(busy.json['error']).toMatchObject({ retryAfter: 120, registry: REGISTRY });
  });

  it('waits as long as priority and fairness ask, and goes on', async () => {
    let asked = 0;
    proxy.intercept = () =>
      (asked += 1) === 1
        ? { status: 429, headers: { 'retry-after': '1' }, body: { message: 'too many requests' } }
        : undefined;
    expect(rows(await apply())).toMatchObject([{ secret: 'created' }]);
  });

  it('lets the write in hand finish when it is interrupted, and tells what was not come to', async () => {
    const started = machine.start(words(['--apply'], 1), options());
    let told = false;
    proxy.intercept = (asked) => {
      if (asked.method === 'POST' && !told) {
        told = true;
        started.kill('SIGINT');
      }
      return undefined;
    };
    await started.ended;
    expect((await server.ask('GET', path())).status).toBe(200);
  });

  it('knows an account that the server does not, after one namespace and not after all', async () => {
    proxy.intercept = () => ({
      status: 401,
      body: { kind: 'Status', reason: 'Unauthorized', message: 'Unauthorized' },
    });
    proxy.seen.length = 0;
    const refused = await apply(3);
    expect(readCode(refused)).toBe('DCR_TARGET_REFUSED');
    expect(rows(refused)[0]?.error?.remedy).toContain('kubeconfig');
  });

  it('shows in the plan already what the server would refuse', async () => {
    const missing = await machine.run(['pull-secret', REGISTRY, '--json', '-n', 'nowhere'], options());
    expect([missing.exitCode, readCode(missing)]).toEqual([7, 'DCR_TARGET_REFUSED']);
    proxy.seen.length = 0;
    proxy.intercept = ({ path: at }) =>
      at.includes('dryRun')
        ? { status: 403, body: { reason: 'Forbidden', message: 'exceeded quota: pods' } }
        : undefined;
    const quota = await run([]);
    expect(rows(quota)[0]?.error?.message).toContain('exceeded quota');
    expect(rows(quota)[0]?.error?.remedy).not.toContain('Role');
    expect(proxy.seen.filter(isWrite)).toEqual([]);
  });

  it('says in the plan what no rehearsal could find out, of the secret and of an account', async () => {
    const unsupported = { reason: 'BadRequest', message: 'admission webhook "x" does not support dry run' };
    const doubts = async (part: string) => {
      proxy.intercept = ({ path: at }) =>
        at.includes('dryRun') && at.includes(part) ? { status: 400, body: unsupported } : undefined;
      return rows(await run(['--service-account', 'default']))[0]?.notes;
    };
    const doubt = 'whether an admission webhook lets the write through shows only then';
    expect(await doubts('/secrets')).toEqual([doubt]);
    expect(await doubts('/serviceaccounts')).toEqual([`service account default: ${doubt}`]);
  });

  it('ends at its time limit where a socks proxy of the kubeconfig never answers', async () => {
    const { createServer } = await import('node:net');
    const { readFileSync, writeFileSync } = await import('node:fs');
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    try {
      for (const scheme of ['socks5', 'http']) {
        const file = server.writeKubeconfig();
        const config = JSON.parse(readFileSync(file, 'utf8')) as { clusters: { cluster: object }[] };
        Object.assign(config.clusters[0]?.cluster ?? {}, { 'proxy-url': `${scheme}://127.0.0.1:${port}` });
        writeFileSync(file, JSON.stringify(config));
        const started = machine.start(words(['--timeout', '2s'], 1), { env: { ...options().env, KUBECONFIG: file } });
        const late = await started.ended;
        expect([late.exitCode, readCode(late)]).toEqual([5, 'DCR_TIMEOUT']);
      }
    } finally {
      silent.close();
    }
  });
});
