import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { describeReal, makeTemporaryDirectory, runCommand, startKubernetes } from '@nexqloud/dcr-testkit';
import type { KubernetesServer } from '@nexqloud/dcr-testkit';
import { CLI, makeMachine, PASSWORD, readCode } from '../cli/support/machine.ts';
import type { Run, RunOptions } from '../cli/support/machine.ts';

interface Secret {
  readonly type: string;
  readonly immutable?: boolean;
  readonly data: Readonly<Record<string, string>>;
  readonly metadata: {
    readonly uid: string;
    readonly resourceVersion: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

interface Namespaced {
  readonly namespace: string;
  readonly secret: string;
  readonly kept: readonly string[];
  readonly serviceAccounts: readonly { readonly name: string; readonly state: string }[];
  readonly notes: readonly string[];
  readonly error?: { readonly code: string; readonly message: string };
}

const encode = (text: string): string => Buffer.from(text).toString('base64');
const pair = (username: string, password: string) => ({ auth: encode(`${username}:${password}`) });

describeReal(['etcd', 'kube-apiserver', 'kubectl'], 'pull-secret, against a real API server', () => {
  const machine = makeMachine();
  let server: KubernetesServer;
  let sandbox: Sandbox;
  let registry: string;
  let KUBECONFIG: string;
  let turn = 0;
  let namespace: string;

  beforeAll(async () => {
    server = await startKubernetes({ directory: makeTemporaryDirectory(), users: ['robot', 'reader', 'nobody'] });
    sandbox = await startSandbox({
      registries: [{ name: 'acme', credentials: [{ username: 'ci', password: PASSWORD }] }],
    });
    registry = `${sandbox.host}/acme`;
    KUBECONFIG = server.writeKubeconfig();
  }, 90_000);
  afterAll(async () => {
    await sandbox.close();
    await server.stop();
  });
  beforeEach(async () => {
    namespace = `ns-${(turn += 1)}`;
    await server.createNamespaces([namespace]);
  });

  const run = (words: readonly string[], { env = {}, ...rest }: RunOptions = {}): Promise<Run> =>
    machine.run(['pull-secret', registry, ...words], {
      env: { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD, KUBECONFIG, ...env },
      ...rest,
    });
  /** Holds the secret on purpose, which `run` would not let through. */
  const print = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    runCommand({
      path: process.execPath,
      arguments: [CLI, 'pull-secret', registry, ...words],
      environment: { ...machine.environment, DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD, ...env },
    });
  const apply = (...words: readonly string[]) => run(['-n', namespace, '--apply', '--json', ...words]);
  const path = (name = 'dcr-credentials') => `/api/v1/namespaces/${namespace}/secrets/${name}`;
  const read = async (name?: string) => (await server.call('GET', path(name))) as unknown as Secret;
  const readAuths = (secret: Secret) =>
    (
      JSON.parse(Buffer.from(secret.data['.dockerconfigjson'] ?? '', 'base64').toString()) as {
        auths: Record<string, object>;
      }
    ).auths;
  const put = (secret: object, metadata: object = {}) =>
    server.call('POST', `/api/v1/namespaces/${namespace}/secrets`, {
      metadata: { name: 'dcr-credentials', ...metadata },
      type: 'kubernetes.io/dockerconfigjson',
      ...secret,
    });
  const config = (auths: object) => ({ data: { '.dockerconfigjson': encode(JSON.stringify({ auths })) } });
  const only = ({ json }: Run) => (json['namespaces'] as readonly Namespaced[])[0];
  const listReferences = async (account = 'default') =>
    (await server.call('GET', `/api/v1/namespaces/${namespace}/serviceaccounts/${account}`))['imagePullSecrets'];

  it('shows what it would do, without the secret, and changes nothing', async () => {
    const { exitCode, stderr, json } = await run(['-n', namespace, '--json', '--service-account', 'default']);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ok: true, command: 'pull-secret', registry, name: 'dcr-credentials', applied: false });
    expect(json['namespaces']).toEqual([
      { namespace, secret: 'create', kept: [], serviceAccounts: [{ name: 'default', state: 'add' }], notes: [] },
    ]);
    expect(json['imagePullSecrets']).toEqual([{ name: 'dcr-credentials' }]);
    expect(stderr).toContain('Nothing was written');
    expect((await server.ask('GET', path())).status).toBe(404);
    expect(await listReferences()).toBeUndefined();
  });

  it('creates what kubectl reads, and says so', async () => {
    expect(only(await apply())).toMatchObject({ secret: 'created', kept: [] });
    const { stdout } = await server.kubectl([
      'get',
      'secret',
      'dcr-credentials',
      '-n',
      namespace,
      '-o',
      'jsonpath={.type} {.data.\\.dockerconfigjson}',
    ]);
    const [type, data = ''] = stdout.split(' ');
    expect(type).toBe('kubernetes.io/dockerconfigjson');
    expect(JSON.parse(Buffer.from(data, 'base64').toString())).toEqual({
      auths: { [registry]: { username: 'ci', password: PASSWORD, ...pair('ci', PASSWORD) } },
    });
  });

  it('holds byte for byte what kubectl would have written', async () => {
    await apply('--email', 'ops&co@acme.example');
    const { stdout } = await server.kubectl([
      'create',
      'secret',
      'docker-registry',
      'x',
      `--docker-server=${registry}`,
      '--docker-username=ci',
      `--docker-password=${PASSWORD}`,
      '--docker-email=ops&co@acme.example',
      '--dry-run=client',
      '-o',
      'json',
    ]);
    expect((await read()).data).toEqual((JSON.parse(stdout) as Secret).data);
  });

  it('writes nothing the second time', async () => {
    await apply('--service-account', 'default');
    const before = await read();
    const second = only(await apply('--service-account', 'default'));
    expect(second).toMatchObject({ secret: 'unchanged', serviceAccounts: [{ name: 'default', state: 'present' }] });
    expect((await read()).metadata.resourceVersion).toBe(before.metadata.resourceVersion);
  });

  it('updates in place: other registries, keys, labels and annotations stay, and so does the object', async () => {
    const others = { 'ghcr.io': pair('octo', 'cat'), 'quay.io/x': { ...pair('q', 'y'), email: 'q@y' } };
    const labels = { team: 'web' };
    const annotations = { 'acme.example/note': 'mine' };
    const base = config({ ...others, [registry]: pair('ci', 'old') });
    await put({ data: { ...base.data, more: encode('kept') } }, { labels, annotations });
    const before = await read();
    expect(only(await apply())).toMatchObject({ secret: 'updated', kept: ['ghcr.io', 'quay.io/x'] });
    const after = await read();
    expect(after.metadata).toMatchObject({ uid: before.metadata.uid, labels, annotations });
    expect(after.data['more']).toBe(encode('kept'));
    expect(readAuths(after)).toEqual({
      ...others,
      [registry]: { username: 'ci', password: PASSWORD, ...pair('ci', PASSWORD) },
    });
  });

  it('tells that kubectl apply has left a copy of an old credential behind', async () => {
    const manifest = await print(['-o', 'yaml', '-n', namespace], { DCR_PASSWORD: 'old-one' });
    await server.kubectl(['apply', '-f', '-'], { input: manifest.stdout });
    expect(only(await apply())?.notes.join()).toContain('last-applied-configuration');
  });

  it('appends to an account what others have put there, and keeps it', async () => {
    const account = `/api/v1/namespaces/${namespace}/serviceaccounts/default`;
    const { body } = await server.ask('GET', account);
    await server.call('PUT', account, { ...body, imagePullSecrets: [{ name: 'theirs' }, { name: 'others' }] });
    const { serviceAccounts } = only(await apply('--service-account', 'default')) ?? {};
    expect(serviceAccounts).toEqual([{ name: 'default', state: 'added' }]);
    expect(await listReferences()).toEqual([{ name: 'theirs' }, { name: 'others' }, { name: 'dcr-credentials' }]);
  });

  it.each([
    ['Argo CD', { annotations: { 'argocd.argoproj.io/tracking-id': 'x' } }],
    ['Helm', { labels: { 'app.kubernetes.io/managed-by': 'Helm' } }],
    ['Flux', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'x' } }],
    ['Tenant x', { ownerReferences: [{ apiVersion: 'acme.example/v1', kind: 'Tenant', name: 'x', uid: '1' }] }],
  ])(
    'appends to an account of %s, and says before and after that it may be taken out again',
    async (owner, metadata) => {
      const account = `/api/v1/namespaces/${namespace}/serviceaccounts`;
      await server.call('POST', account, { metadata: { name: 'owned', ...metadata } });
      const said = [expect.stringMatching(`^service account owned: it belongs to .*${owner}`)];
      const plan = only(await run(['-n', namespace, '--json', '--service-account', 'owned']));
      expect(plan).toMatchObject({ serviceAccounts: [{ name: 'owned', state: 'add' }], notes: said });
      const done = only(await apply('--service-account', 'owned'));
      expect(done).toMatchObject({ serviceAccounts: [{ name: 'owned', state: 'added' }], notes: said });
      expect(await listReferences('owned')).toEqual([{ name: 'dcr-credentials' }]);
      expect(only(await apply('--service-account', 'owned'))?.notes).toEqual([]);
    },
  );

  it('names an account that is not there, with the secret done', async () => {
    const answer = await apply('--service-account', 'ghost');
    expect(readCode(answer)).toBe('DCR_TARGET_REFUSED');
    expect(answer.exitCode).toBe(7);
    expect((await server.ask('GET', path())).status).toBe(200);
  });

  describe('what cannot be changed in place', () => {
    const cases = [
      ['another type', { type: 'Opaque', data: { password: encode('theirs') } }],
      ['an immutable secret', { immutable: true, ...config({ 'ghcr.io': pair('octo', 'cat') }) }],
      ['a configuration that no kubelet reads', config([])],
    ] as const;

    it.each(cases)('is left as it is, with the reason: %s', async (_what, secret) => {
      await put(secret);
      const before = await read();
      const answer = await apply();
      expect(readCode(answer)).toBe('DCR_TARGET_REFUSED');
      expect(answer.exitCode).toBe(7);
      expect(await read()).toEqual(before);
    });

    it.each(cases)('is deleted and created anew on request, with all that can be kept: %s', async (_what, secret) => {
      await put(secret, { labels: { team: 'web' } });
      expect(only(await apply('--replace'))).toMatchObject({ secret: 'replaced' });
      const after = await read();
      expect(after.type).toBe('kubernetes.io/dockerconfigjson');
      expect(after.metadata.labels).toEqual({ team: 'web' });
      expect(after.immutable).toBe('immutable' in secret ? true : undefined);
      expect(after.data).toMatchObject('password' in secret.data ? secret.data : {});
      const { [registry]: mine, ...rest } = readAuths(after);
      expect(mine).toMatchObject(pair('ci', PASSWORD));
      expect(rest).toEqual('immutable' in secret ? { 'ghcr.io': pair('octo', 'cat') } : {});
    });

    it('is deleted by nobody who may not create it anew', async () => {
      await put({ type: 'Opaque' });
      await server.grant('robot', { verbs: ['get', 'patch', 'delete'], resources: ['secrets'], namespace });
      const env = { KUBECONFIG: server.writeKubeconfig({ user: 'robot' }) };
      const answer = await run(['-n', namespace, '--apply', '--replace', '--json'], { env });
      expect(readCode(answer)).toBe('DCR_TARGET_REFUSED');
      expect(only(answer)?.error?.message).toContain('no right to create');
      expect((await read()).type).toBe('Opaque');
    });
  });

  it.each([
    ['Argo CD', { annotations: { 'argocd.argoproj.io/tracking-id': 'x' } }],
    ['Argo CD', { labels: { 'argocd.argoproj.io/instance': 'x' } }],
    ['Flux', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'x' } }],
    ['Helm', { labels: { 'app.kubernetes.io/managed-by': 'Helm' } }],
    ['External Secrets', { labels: { 'reconcile.external-secrets.io/managed': 'true' } }],
    [
      'Sealed Secrets',
      { ownerReferences: [{ apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', name: 'x', uid: '1' }] },
    ],
    ['Deployment', { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'x', uid: '1' }] }],
  ])('leaves what belongs to %s alone, unless it is forced', async (owner, metadata) => {
    await put(config({ [registry]: pair('ci', 'old') }), metadata);
    const refused = await apply();
    expect(readCode(refused)).toBe('DCR_TARGET_FOREIGN');
    expect(refused.exitCode).toBe(7);
    expect(only(refused)?.error?.message).toContain(owner);
    expect(readAuths(await read())[registry]).toEqual(pair('ci', 'old'));
    expect(only(await apply('--force'))).toMatchObject({ secret: 'updated' });
  });

  it('has nothing against an owner that holds the right credential already', async () => {
    await put(config({ [registry]: pair('ci', PASSWORD) }), { labels: { 'argocd.argoproj.io/instance': 'x' } });
    expect(only(await apply())).toMatchObject({ secret: 'unchanged' });
  });

  it('does many namespaces by their labels, also those of a second page', async () => {
    const names = Array.from({ length: 260 }, (_, index) => `fleet-${index}`);
    await server.createNamespaces(names, { team: 'fleet' });
    const answer = await run(['--namespace-selector', 'team=fleet', '--apply', '--json']);
    expect(answer.exitCode).toBe(0);
    const done = answer.json['namespaces'] as readonly Namespaced[];
    expect(done.map((one) => one.namespace).toSorted()).toEqual(names.toSorted());
    expect(new Set(done.map(({ secret }) => secret))).toEqual(new Set(['created']));
  });

  it('says where no namespace carries the labels', async () => {
    expect(readCode(await run(['--namespace-selector', 'team=none', '--json']))).toBe('DCR_INPUT_INVALID');
  });

  it('does the others where some are forbidden or missing, and names each', async () => {
    await server.createNamespaces(['allowed', 'forbidden']);
    const rights = { verbs: ['get', 'create', 'patch'], resources: ['secrets'] };
    await server.grant('reader', { ...rights, namespace: 'allowed' });
    const env = { KUBECONFIG: server.writeKubeconfig({ user: 'reader' }) };
    const words = ['-n', 'forbidden', '-n', 'allowed', '-n', 'missing-ns', '--apply', '--json'];
    const answer = await run(words, { env });
    expect(answer.exitCode).toBe(7);
    expect(readCode(answer)).toBe('DCR_TARGET_REFUSED');
    const found = answer.json['namespaces'] as readonly Namespaced[];
    expect(found.map(({ namespace: one, secret }) => [one, secret])).toEqual([
      ['forbidden', 'failed'],
      ['allowed', 'created'],
      ['missing-ns', 'failed'],
    ]);
    expect(found[0]?.error?.message).toContain('get secrets');
  });

  it('says that a namespace is not there to who may know it', async () => {
    const answer = await run(['-n', 'missing-ns', '--apply', '--json']);
    expect(readCode(answer)).toBe('DCR_TARGET_REFUSED');
    expect(only(answer)?.error?.message).toContain('there is no namespace missing-ns');
  });

  it('names the verb that an account lacks for the list of a service account', async () => {
    await server.grant('nobody', { verbs: ['get', 'create', 'patch'], resources: ['secrets'], namespace });
    await server.grant('nobody', { verbs: ['get'], resources: ['serviceaccounts'], namespace });
    const env = { KUBECONFIG: server.writeKubeconfig({ user: 'nobody' }) };
    const answer = await run(['-n', namespace, '--service-account', 'default', '--apply', '--json'], { env });
    expect(only(answer)?.error?.message).toContain('patch serviceaccounts');
  });

  it('asks the registry first, and stores nothing that it refuses', async () => {
    const answer = await run(['-n', namespace, '--apply', '--json'], { env: { DCR_PASSWORD: 'wr0ng-password' } });
    expect(readCode(answer)).toBe('DCR_CREDENTIAL_REJECTED');
    expect((await server.ask('GET', path())).status).toBe(404);
    const unproved = await run(['-n', namespace, '--apply', '--json', '--verify', 'none'], {
      env: { DCR_PASSWORD: 'wr0ng-password' },
    });
    expect(only(unproved)).toMatchObject({ secret: 'created' });
  });

  it.each([
    ['a name that no secret can have', ['--name', '../escape']],
    ['a namespace that no namespace is called', ['-n', 'a/b']],
    ['names and labels of namespaces', ['-n', 'a', '--namespace-selector', 'x=y']],
    ['a manifest and the deed', ['-o', 'yaml', '--apply']],
    ['a manifest and an account', ['-o', 'yaml', '--service-account', 'default']],
  ])('refuses %s', async (_what, words) => {
    const { exitCode, stderr } = await run(words);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('DCR_INPUT_INVALID');
  });

  it('prints no manifest where a log would keep it, unless it is told to', async () => {
    for (const env of [
      { CI: 'true' },
      { GITHUB_ACTIONS: 'true' },
      { GITLAB_CI: 'true' },
      { JENKINS_URL: 'http://x' },
    ] as const) {
      const { exitCode, stdout } = await run(['-o', 'yaml'], { env });
      expect([exitCode, stdout]).toEqual([2, '']);
    }
    const shown = await print(['-o', 'yaml', '--show-secret'], { CI: 'true' });
    expect(shown.stdout).toContain('kind: Secret');
  });

  it('masks the whole secret on a runner, as base64 hides what it is made of', async () => {
    const { stdout, stderr } = await print(['-o', 'yaml', '--show-secret'], { GITHUB_ACTIONS: 'true' });
    const [, data = ''] = /dockerconfigjson: (\S+)/u.exec(stdout) ?? [];
    expect(data).not.toBe('');
    expect(stderr).toContain(`::add-mask::${data}`);
  });

  it('is understood by kubectl, of one namespace and of several', async () => {
    const manifest = await print(['-o', 'yaml', '-n', namespace, '-n', 'default', '--name', `of-${namespace}`]);
    const { exitCode, stdout } = await server.kubectl(['apply', '--dry-run=server', '-f', '-'], {
      input: manifest.stdout,
    });
    expect([exitCode, stdout.trim().split('\n').length]).toEqual([0, 2]);
    const json = await print(['-o', 'json', '-n', namespace, '-n', 'default', '--name', `of-${namespace}`]);
    expect((await server.kubectl(['apply', '--dry-run=server', '-f', '-'], { input: json.stdout })).exitCode).toBe(0);
  });

  it('says in one line that there is no cluster, and that the server is not there', async () => {
    const none = await run(['--json'], { env: { KUBECONFIG: '' } });
    expect([none.exitCode, readCode(none)]).toEqual([2, 'DCR_INPUT_INVALID']);
    const wrong = server.writeKubeconfig();
    const { readFileSync, writeFileSync } = await import('node:fs');
    writeFileSync(wrong, readFileSync(wrong, 'utf8').replace(/127\.0\.0\.1:\d+/u, '127.0.0.1:1'));
    const away = await run(['-n', namespace, '--json', '--timeout', '20s'], { env: { KUBECONFIG: wrong } });
    expect([away.exitCode, readCode(away)]).toEqual([5, 'DCR_UNREACHABLE']);
  });
});
