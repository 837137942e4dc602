import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory, startKubernetes } from '@nexqloud/dcr-testkit';
import type { KubernetesServer } from '@nexqloud/dcr-testkit';
import { pullSecret } from '../../../packages/core/lib/index.js';
import { createNodeClusters } from '../../../packages/core/lib/node/cluster/clusters.js';
import { makeWorld } from '../support/world.ts';

/** Of theirs and of ours, on the same two objects. */
const ROUNDS = process.env['DCR_CAMPAIGN'] === undefined ? 40 : 1000;

const encode = (text: string): string => Buffer.from(text).toString('base64');
const REGISTRY = 'dcr.nexqloud.io/acme';

describeReal(['etcd', 'kube-apiserver'], 'a second writer that never rests', () => {
  let server: KubernetesServer;
  beforeAll(async () => {
    server = await startKubernetes({ directory: makeTemporaryDirectory() });
  }, 90_000);
  afterAll(() => server.stop());

  interface Theirs {
    readonly labels: Record<string, string>;
    readonly hosts: string[];
    readonly accounts: string[];
  }

  /** Get, change, put, and again where somebody was faster: as every controller does. */
  async function change(path: string, edit: (object: never) => object): Promise<void> {
    for (;;) {
      const { body } = await server.ask('GET', path);
      const { status } = await server.ask('PUT', path, { body: edit(body as never) });
      if (status === 200) return;
      if (status !== 409) throw new Error(`${status} to PUT ${path}`);
    }
  }

  it(
    `loses nothing of theirs and nothing of ours in ${ROUNDS} rounds`,
    async () => {
      await server.createNamespaces(['shared']);
      const { ports } = makeWorld({ KUBECONFIG: server.writeKubeconfig({ namespace: 'shared' }) });
      const clusters = createNodeClusters(ports);
      const write = (password: string, account: string) =>
        pullSecret(
          {
            registry: REGISTRY,
            credential: { username: 'ci', password },
            serviceAccounts: [account],
            apply: true,
            verify: 'none',
          },
          { ...ports, clusters },
        );
      const base = '/api/v1/namespaces/shared';
      for (let index = 0; index < 10; index += 1)
        await server.call('POST', `${base}/serviceaccounts`, { metadata: { name: `account-${index}` } });
      await write('first', 'default');
      const theirs: Theirs = { labels: {}, hosts: [], accounts: [] };
      const rest = new AbortController();
      const second = (async () => {
        for (let round = 0; !rest.signal.aborted; round += 1) {
          const host = `host-${round % 50}.example`;
          await change(
            `${base}/secrets/dcr-credentials`,
            (secret: { metadata: { labels?: object }; data: Record<string, string> }) => {
              const config = JSON.parse(Buffer.from(secret.data['.dockerconfigjson'] ?? '', 'base64').toString()) as {
                auths: Record<string, object>;
              };
              config.auths[host] = { auth: encode(`them:${round}`) };
              const labels = { ...secret.metadata.labels, round: String(round) };
              const data = {
                ...secret.data,
                [`key-${round % 20}`]: encode(String(round)),
                '.dockerconfigjson': encode(JSON.stringify(config)),
              };
              return { ...secret, metadata: { ...secret.metadata, labels }, data };
            },
          );
          theirs.labels['round'] = String(round);
          theirs.hosts[round % 50] = encode(`them:${round}`);
          const name = `theirs-${round}`;
          await change(`${base}/serviceaccounts/account-${round % 10}`, (account: { imagePullSecrets?: object[] }) => {
            const kept = (account.imagePullSecrets ?? []).slice(-20);
            return { ...account, imagePullSecrets: [...kept, { name }] };
          });
          theirs.accounts[round % 10] = name;
        }
        return theirs;
      })();
      for (let round = 0; round < ROUNDS; round += 1) {
        const report = await write(`password-${round}`, `account-${round % 10}`);
        expect(report.error).toBeUndefined();
      }
      rest.abort();
      await second;
      const { metadata, data } = (await server.call('GET', `${base}/secrets/dcr-credentials`)) as {
        metadata: { labels: object };
        data: Record<string, string>;
      };
      const { auths } = JSON.parse(Buffer.from(data['.dockerconfigjson'] ?? '', 'base64').toString()) as {
        auths: Record<string, { auth: string }>;
      };
      expect(metadata.labels).toMatchObject(theirs.labels);
      expect(theirs.hosts.length).toBeGreaterThan(0);
      for (const [index, auth] of theirs.hosts.entries()) expect(auths[`host-${index}.example`]?.auth).toBe(auth);
      expect(auths[REGISTRY]?.auth).toBe(encode(`ci:password-${ROUNDS - 1}`));
      for (const [index, last] of theirs.accounts.entries()) {
        const { imagePullSecrets } = await server.call('GET', `${base}/serviceaccounts/account-${index}`);
        const names = (imagePullSecrets as { name: string }[]).map(({ name }) => name);
        expect(names).toContain(last);
      }
    },
    ROUNDS * 300 + 20_000,
  );

  it('loses none of twenty that write at once, each for a registry of its own', async () => {
    await server.createNamespaces(['crowded']);
    const { ports } = makeWorld({ KUBECONFIG: server.writeKubeconfig({ namespace: 'crowded' }) });
    const many = Array.from({ length: 20 }, (_, index) => `dcr.nexqloud.io/team-${index}`);
    const reports = await Promise.all(
      many.map((registry) =>
        pullSecret(
          { registry, credential: { username: 'ci', password: registry }, apply: true, verify: 'none' },
          { ...ports, clusters: createNodeClusters(ports) },
        ),
      ),
    );
    expect(reports.map(({ error }) => error?.message)).toEqual(many.map(() => undefined));
    const { data } = (await server.call('GET', '/api/v1/namespaces/crowded/secrets/dcr-credentials')) as {
      data: Record<string, string>;
    };
    const { auths } = JSON.parse(Buffer.from(data['.dockerconfigjson'] ?? '', 'base64').toString()) as {
      auths: object;
    };
    expect(Object.keys(auths).toSorted()).toEqual(many.toSorted());
  });
});
