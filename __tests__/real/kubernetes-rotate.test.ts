import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { describeReal, makeTemporaryDirectory, startCanary, startKubernetes } from '@nexqloud/dcr-testkit';
import type { KubernetesServer } from '@nexqloud/dcr-testkit';
import type { Machine, Run } from '../cli/support/machine.ts';
import { makeMachine, readCode } from '../cli/support/machine.ts';

interface Reported {
  readonly id: string;
  readonly state: string;
  readonly check: string;
  readonly error?: { readonly code: string; readonly message: string };
}

const encode = (text: string): string => Buffer.from(text).toString('base64');

describeReal(['etcd', 'kube-apiserver'], 'rotate and status on kubernetes-secret, against a real API server', () => {
  let server: KubernetesServer;
  let sandbox: Sandbox;
  let registry: string;
  let turn = 0;
  let machine: Machine;
  let namespaces: readonly string[];

  beforeAll(async () => {
    server = await startKubernetes({ directory: makeTemporaryDirectory(), users: ['robot', 'scout'] });
    sandbox = await startSandbox({ registries: [{ name: 'acme', repositories: ['app'] }] });
    registry = `${sandbox.host}/acme`;
  }, 90_000);
  afterAll(async () => {
    await sandbox.close();
    await server.stop();
  });
  beforeEach(async () => {
    turn += 1;
    machine = makeMachine();
    namespaces = ['a', 'b', 'c'].map((name) => `turn-${turn}-${name}`);
    await server.createNamespaces(namespaces);
  });

  const url = () => `${sandbox.url}/sandbox/registries/acme/credentials`;
  const service = () =>
    `{ type: http, url: "${url()}", tokenEnv: ADMIN, retire: { url: "${url()}/{username}", method: DELETE, tokenEnv: ADMIN } }`;

  function configure({ more = '', places = namespaces, issuer = service() } = {}): void {
    const lines = [
      'version: 1',
      'credentials:',
      '  - name: production',
      `    registry: ${registry}`,
      `    issuer: ${issuer}`,
      '    targets:',
      `      - { type: kubernetes-secret, namespaces: [${places.join(', ')}]${more} }`,
    ];
    writeFileSync(join(machine.home, 'dcr-rotate.yml'), `${lines.join('\n')}\n`);
  }

  const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}, user = 'admin'): Promise<Run> =>
    machine.run([...words, '--json'], {
      env: { ADMIN: sandbox.adminToken, KUBECONFIG: server.writeKubeconfig({ user }), ...env },
      deadlineMs: 60_000,
    });
  const targets = ({ json }: Run) => json['targets'] as readonly Reported[];
  const put = (
    namespace: string,
    login: { username: string; password: string },
    metadata: object = {},
    name = 'dcr-credentials',
  ) => {
    const auths = { 'ghcr.io': { auth: 'eDp5' }, [registry]: { auth: encode(`${login.username}:${login.password}`) } };
    return server.call('POST', `/api/v1/namespaces/${namespace}/secrets`, {
      metadata: { name, ...metadata },
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': encode(JSON.stringify({ auths })), more: encode('kept') },
    });
  };
  const readAuths = async (namespace: string): Promise<Readonly<Record<string, { auth: string }>>> => {
    const { data } = (await server.call('GET', `/api/v1/namespaces/${namespace}/secrets/dcr-credentials`)) as {
      data: Record<string, string>;
    };
    return (JSON.parse(Buffer.from(data['.dockerconfigjson'] ?? '', 'base64').toString()) as { auths: never }).auths;
  };
  const readHeld = async (namespace: string): Promise<string> =>
    Buffer.from((await readAuths(namespace))[registry]?.auth ?? '', 'base64').toString();

  it('brings the new credential into every namespace, reads each back, keeps the rest and retires the old one', async () => {
    const old = sandbox.rotate('acme', { grace: true });
    for (const namespace of namespaces.slice(0, 2)) await put(namespace, old);
    configure({ more: ', serviceAccounts: [default]' });
    const canary = await startCanary({ secrets: [{ name: 'old', username: old.username, value: old.password }] });
    const done = await run(['rotate']);
    expect(await canary.stop()).toEqual([]);
    expect(done).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    expect(targets(done).map(({ state, check }) => [state, check])).toEqual(
      namespaces.map(() => ['updated', 'read-back']),
    );
    const held = await Promise.all(namespaces.map(readHeld));
    expect(new Set(held).size).toBe(1);
    expect(held[0]).not.toBe(`${old.username}:${old.password}`);
    expect((await readAuths(namespaces[0] ?? ''))['ghcr.io']).toEqual({ auth: 'eDp5' });
    expect(sandbox.registries[0]?.credentials.map(({ username }) => username)).not.toContain(old.username);
    for (const namespace of namespaces) {
      const account = await server.call('GET', `/api/v1/namespaces/${namespace}/serviceaccounts/default`);
      expect(account['imagePullSecrets']).toEqual([{ name: 'dcr-credentials' }]);
    }
  });

  it('says in its plan whose the account is that is about to get the pull secret', async () => {
    const account = `/api/v1/namespaces/${namespaces[0]}/serviceaccounts`;
    await server.call('POST', account, { metadata: { name: 'owned', labels: { 'argocd.argoproj.io/instance': 'x' } } });
    configure({ more: ', serviceAccounts: [owned]', places: namespaces.slice(0, 1) });
    const { json } = await run(['rotate', '--dry-run']);
    const { credentials } = json['plan'] as { credentials: { targets: { unknown: string[] }[] }[] };
    expect(credentials[0]?.targets[0]?.unknown).toEqual([expect.stringContaining('belongs to Argo CD')]);
  });

  it('tells in status what is in step, how old it is, and what drifted, without values', async () => {
    configure();
    await run(['rotate']);
    const fine = await run(['status', '-f', 'dcr-rotate.yml']);
    expect(fine.exitCode).toBe(0);
    const rows = (answer: Run) => (answer.json['credentials'] as readonly { targets: readonly object[] }[])[0]?.targets;
    expect(rows(fine)).toEqual(
      namespaces.map((namespace) => ({
        id: `kubernetes-secret test ${namespace}/dcr-credentials ${registry}`,
        type: 'kubernetes-secret',
        step: 'in-step',
        since: expect.any(String),
        age: expect.any(Number),
        tooOld: false,
      })),
    );
    expect((await run(['status', '-f', 'dcr-rotate.yml', '--max-age', '0s'])).exitCode).toBe(8);
    await server.call('DELETE', `/api/v1/namespaces/${namespaces[0]}/secrets/dcr-credentials`);
    await server.call('DELETE', `/api/v1/namespaces/${namespaces[1]}/secrets/dcr-credentials`);
    await put(namespaces[1] ?? '', { username: 'someone', password: 'else' });
    const drifted = await run(['status', '-f', 'dcr-rotate.yml']);
    expect([drifted.exitCode, readCode(drifted)]).toEqual([8, 'DCR_DRIFT']);
    expect(rows(drifted)?.map((row) => (row as { step: string }).step)).toEqual(['missing', 'drifted', 'in-step']);
  });

  it('is 40 of 50 done where 10 are forbidden, names each with the verb it lacks, and --resume finishes once it is allowed', async () => {
    const fifty = Array.from({ length: 50 }, (_, index) => `team-${turn}-${index}`);
    await server.createNamespaces(fifty);
    const rights = { verbs: ['get', 'create', 'patch'], resources: ['secrets'] };
    for (const namespace of fifty.slice(0, 40)) await server.grant('robot', { ...rights, namespace });
    for (const namespace of fifty.slice(40)) await server.grant('robot', { ...rights, verbs: ['get'], namespace });
    configure({ places: fifty, issuer: '{ type: console }' });
    const fresh = sandbox.rotate('acme', { grace: true });
    const env = { DCR_NEW_USERNAME: fresh.username, DCR_NEW_PASSWORD: fresh.password };
    const first = await run(['rotate'], env, 'robot');
    expect([first.exitCode, readCode(first)]).toEqual([7, 'DCR_ROTATION_INCOMPLETE']);
    const [done, refused] = [40, 50].map((end) => targets(first).slice(end === 40 ? 0 : 40, end)) as [
      Reported[],
      Reported[],
    ];
    expect(done.map(({ state }) => state)).toEqual(Array.from({ length: 40 }, () => 'updated'));
    expect(refused.map(({ state, error }) => [state, error?.code])).toEqual(
      Array.from({ length: 10 }, () => ['failed', 'DCR_TARGET_REFUSED']),
    );
    for (const [index, { error }] of refused.entries())
      expect(error?.message).toContain(`no right to create secrets in namespace team-${turn}-${40 + index}`);
    for (const namespace of fifty.slice(40)) await server.grant('robot', { ...rights, namespace });
    const second = await run(['rotate', '--resume'], env, 'robot');
    expect(second).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    const held = await Promise.all(fifty.map(readHeld));
    expect(new Set(held)).toEqual(new Set([`${fresh.username}:${fresh.password}`]));
  });

  it('refuses before anything is issued what only the right to write would show', async () => {
    const before = sandbox.registries[0]?.credentials.length;
    await server.grant('scout', { verbs: ['get'], resources: ['secrets'] });
    for (const namespace of namespaces) await put(namespace, { username: 'u', password: 'p' });
    configure();
    const refused = await run(['rotate'], {}, 'scout');
    expect([refused.exitCode, readCode(refused)]).toEqual([7, 'DCR_TARGET_REFUSED']);
    expect(sandbox.registries[0]?.credentials.length).toBe(before);
  });

  it.each<[string, string, { metadata?: object; immutable?: boolean; type?: string }]>([
    [
      'belongs to another system',
      'DCR_TARGET_FOREIGN',
      { metadata: { labels: { 'argocd.argoproj.io/instance': 'x' } } },
    ],
    ['is immutable', 'DCR_TARGET_REFUSED', { immutable: true }],
    ['has another type', 'DCR_TARGET_REFUSED', { type: 'Opaque' }],
  ])('refuses before anything is issued a secret that %s', async (_what, code, { metadata = {}, ...secret }) => {
    await server.call('POST', `/api/v1/namespaces/${namespaces[2]}/secrets`, {
      metadata: { name: 'dcr-credentials', ...metadata },
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': encode('{"auths":{}}') },
      ...secret,
    });
    configure();
    const refused = await run(['rotate']);
    expect([refused.exitCode, readCode(refused)]).toEqual([7, code]);
    expect((await server.ask('GET', `/api/v1/namespaces/${namespaces[0]}/secrets/dcr-credentials`)).status).toBe(404);
  });

  it('refuses a namespace that is not there before anything is issued', async () => {
    configure({ places: [...namespaces, 'nowhere'] });
    expect(readCode(await run(['rotate']))).toBe('DCR_TARGET_REFUSED');
  });

  it('runs exactly the plan, and refuses it where a secret was written since', async () => {
    for (const namespace of namespaces) await put(namespace, { username: 'u', password: 'p' });
    configure();
    const plan = await run(['rotate', '--dry-run']);
    expect(plan.exitCode).toBe(0);
    writeFileSync(join(machine.home, 'plan.json'), plan.stdout);
    const path = `/api/v1/namespaces/${namespaces[1]}/secrets/dcr-credentials`;
    await server.ask('PATCH', path, {
      body: { metadata: { labels: { x: 'y' } } },
      type: 'application/merge-patch+json',
    });
    expect(readCode(await run(['rotate', '--from-plan', 'plan.json']))).toBe('DCR_INPUT_INVALID');
  });

  it('refuses a context that is not there, and only of the credential that is rotated', async () => {
    configure({ more: ', context: prod' });
    const file = join(machine.home, 'dcr-rotate.yml');
    const config = join(machine.home, 'other.json');
    const other = [
      '  - name: laptop',
      `    registry: ${registry}`,
      `    issuer: ${service()}`,
      '    targets:',
      `      - { type: docker-config, path: ${config} }`,
    ];
    writeFileSync(file, `${readFileSync(file, 'utf8')}${other.join('\n')}\n`);
    const refused = await run(['rotate', 'production', '--dry-run']);
    expect([refused.exitCode, readCode(refused)]).toEqual([2, 'DCR_CONFIG_INVALID']);
    expect(await run(['rotate', 'laptop'])).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    const status = await run(['status', '-f', 'dcr-rotate.yml']);
    expect(status.json['credentials']).toMatchObject([
      { targets: namespaces.map(() => ({ step: 'unknown', error: { code: 'DCR_CONFIG_INVALID' } })) },
      { targets: [{ step: 'in-step' }] },
    ]);
  });

  describe('faults of the file', () => {
    it('are told with their place', async () => {
      configure({ more: ', name: A_B' });
      const { exitCode, stderr } = await run(['rotate', '--dry-run']);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/DCR_CONFIG_INVALID: dcr-rotate\.yml:7:9/u);
    });

    it('are two credentials that write one entry', async () => {
      configure();
      const file = join(machine.home, 'dcr-rotate.yml');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text + text.slice(text.indexOf('  - name')).replace('production', 'again'));
      expect(readCode(await run(['rotate', '--dry-run']))).toBe('DCR_CONFIG_INVALID');
    });
  });
});
