import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { describeReal, makeTemporaryDirectory, startKubernetes, waitUntil } from '@nexqloud/dcr-testkit';
import type { KubernetesServer } from '@nexqloud/dcr-testkit';
import { parseRegistry } from '../../packages/core/lib/registry/reference.js';
import { nameLease } from '../../packages/core/lib/rotation/places.js';
import type { Manifest } from '../real/support/pod.ts';
import { POD_PARTS, readManifests, startPod } from '../real/support/pod.ts';

const FOLDER = 'examples/kubernetes';
const MANIFESTS = readdirSync(FOLDER).filter((name) => name.endsWith('.yml'));
const read = (name: string): string => readFileSync(`${FOLDER}/${name}`, 'utf8');

interface Rule {
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

/** What the operator brings along, as far as a server needs it to take our manifests. */
const OPERATOR = ['ExternalSecret', 'SecretStore'].map((kind) => {
  const [plural, singular] = [`${kind.toLowerCase()}s`, kind.toLowerCase()];
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.external-secrets.io` },
    spec: {
      group: 'external-secrets.io',
      names: { kind, plural, singular },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  };
});

it('examples/kubernetes: README.md names every manifest, and no other', () => {
  const named = new Set([...read('README.md').matchAll(/[a-z-]+\.yml/gu)].map(([name]) => name));
  for (const name of MANIFESTS) expect(named).toContain(name);
  for (const name of named) expect([...MANIFESTS, 'dcr-rotate.yml', 'issue.yml']).toContain(name);
});

describeReal(POD_PARTS, 'examples/kubernetes, on a real API server', () => {
  let server: KubernetesServer;
  let sandbox: Sandbox;
  let registry: string;
  let cronJob: Manifest;
  let lease: string;

  beforeAll(async () => {
    server = await startKubernetes({ directory: makeTemporaryDirectory() });
    sandbox = await startSandbox({ registries: [{ name: 'acme', repositories: ['app'] }] });
    registry = `${sandbox.host}/acme`;
    await server.createNamespaces(['web', 'api']);
    for (const stub of OPERATOR) {
      await server.call('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', stub);
      const kind = `/apis/external-secrets.io/v1/${stub.spec.names.plural}`;
      const isServed = async () => (await server.ask('GET', kind)).status === 200;
      await waitUntil(isServed, { what: `${kind} is served`, deadlineMs: 20_000 });
    }
    await apply(read('rbac.yml'));
    await server.call('POST', '/api/v1/namespaces/dcr-login/secrets', {
      metadata: { name: 'dcr-issuer' },
      data: { token: Buffer.from(sandbox.adminToken).toString('base64') },
    });
    const text = adapt(read('cronjob.yml'));
    await apply(text);
    cronJob = readManifests(text).find(({ kind }) => kind === 'CronJob') as Manifest;
    const list = '/apis/coordination.k8s.io/v1/namespaces/dcr-login/leases';
    lease = `${list}/${nameLease({ name: 'production', registry }, undefined)}`;
  }, 120_000);
  afterAll(async () => {
    await sandbox.close();
    await server.stop();
  });

  function adapt(text: string): string {
    return text
      .replaceAll('dcr.nexqloud.io/acme', registry)
      .replaceAll('https://issuer.acme.example', `${sandbox.url}/sandbox/registries/acme`)
      .replaceAll('grace: 15m', 'grace: 1ms');
  }

  async function apply(text: string): Promise<void> {
    const { exitCode, output } = await server.kubectl(['apply', '-f', '-'], { input: text });
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  }

  it.each(MANIFESTS)('%s is what the server would take, without a word of warning', async (name) => {
    const { exitCode, stderr, stdout } = await server.kubectl(['apply', '--dry-run=server', '-f', `${FOLDER}/${name}`]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toHaveLength(readManifests(read(name)).length);
  });

  it.each(['cronjob.yml', 'fleet.yml'])('%s names the registry as the real one is named', (name) => {
    const [registry = ''] = /dcr\.nexqloud\.io\/\S+/u.exec(read(name)) ?? [];
    expect(parseRegistry(registry).host).toBe('dcr.nexqloud.io');
  });

  const rotate = async () => {
    const pod = await startPod(server, cronJob, { name: 'dcr-rotate-1', state: makeTemporaryDirectory() });
    return pod.ended;
  };

  const secret = (namespace: string) => `/api/v1/namespaces/${namespace}/secrets/dcr-credentials`;
  const account = (namespace: string) => `/api/v1/namespaces/${namespace}/serviceaccounts/default`;
  const clear = async (): Promise<void> => {
    for (const namespace of ['web', 'api']) {
      await server.ask('DELETE', secret(namespace));
      await attach(namespace, []);
    }
    await server.ask('DELETE', lease);
  };
  const attach = (namespace: string, imagePullSecrets: readonly object[]) =>
    server.ask('PATCH', account(namespace), { body: { imagePullSecrets }, type: 'application/merge-patch+json' });
  const createSecrets = async (): Promise<void> => {
    const data = { '.dockerconfigjson': Buffer.from('{"auths":{}}').toString('base64') };
    for (const namespace of ['web', 'api']) {
      const path = `/api/v1/namespaces/${namespace}/secrets`;
      await server.call('POST', path, {
        metadata: { name: 'dcr-credentials' },
        type: 'kubernetes.io/dockerconfigjson',
        data,
      });
    }
  };
  const createLease = () => {
    const [list = '', name] = lease.split(/\/(?=[^/]+$)/u);
    return server.call('POST', list, { metadata: { name }, spec: {} });
  };

  /** Until the server goes by it. */
  async function expectAccess(
    allowed: boolean,
    { namespace, verb, resource, name }: { namespace: string; verb: string; resource: string; name?: string },
  ): Promise<void> {
    const group = resource === 'leases' ? 'coordination.k8s.io' : '';
    const resourceAttributes = { namespace, verb, resource, group, ...(name === undefined ? {} : { name }) };
    const spec = { user: 'system:serviceaccount:dcr-login:dcr-login', resourceAttributes };
    const review = async () => {
      const answer = await server.call('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', { spec });
      return (answer as { status: { allowed: boolean } }).status.allowed === allowed;
    };
    await waitUntil(review, { what: `${verb} ${resource} is ${allowed ? '' : 'not '}allowed`, deadlineMs: 20_000 });
  }

  describe('rbac.yml', () => {
    beforeEach(clear);

    it('lets the CronJob rotate, and a second time, and see no other secret', async () => {
      expect(await rotate()).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
      expect(await rotate()).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
      for (const namespace of ['web', 'api']) {
        const { stdout } = await server.kubectl(['get', 'secret', 'dcr-credentials', '-n', namespace, '-o', 'name']);
        expect(stdout).toBe('secret/dcr-credentials\n');
        await expectAccess(false, { namespace, verb: 'get', resource: 'secrets', name: 'other' });
        await expectAccess(false, { namespace, verb: 'list', resource: 'secrets' });
      }
    });

    it('lets it rotate without the right to create, where the secrets are there before', async () => {
      await createSecrets();
      const put = await withoutVerb(['web', 'api'], 'dcr-login', { resource: 'secrets', verb: 'create' });
      try {
        expect(await rotate()).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
      } finally {
        await put();
      }
    });

    /** Gives back what puts it in again. */
    async function withoutVerb(
      namespaces: readonly string[],
      role: string,
      { resource, verb }: { resource: string; verb: string },
    ): Promise<() => Promise<void>> {
      const roles = namespaces.map((namespace) => ({
        namespace,
        path: `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/roles/${role}`,
      }));
      const names = { secrets: 'dcr-credentials', serviceaccounts: 'default', leases: lease.split('/').at(-1) ?? '' };
      const name = verb === 'create' ? {} : { name: names[resource as keyof typeof names] };
      const before = new Map<string, readonly Rule[]>();
      const set = (path: string, rules: readonly Rule[]) =>
        server.ask('PATCH', path, { body: { rules }, type: 'application/merge-patch+json' });
      for (const { namespace, path } of roles) {
        const { rules } = (await server.call('GET', path)) as unknown as { rules: readonly Rule[] };
        before.set(path, rules);
        const left = rules.map((rule) =>
          rule.resources.includes(resource) ? { ...rule, verbs: rule.verbs.filter((one) => one !== verb) } : rule,
        );
        // A rule has verbs.
        await set(
          path,
          left.filter(({ verbs }) => verbs.length > 0),
        );
        await expectAccess(false, { namespace, verb, resource, ...name });
      }
      return async () => {
        for (const { namespace, path } of roles) {
          await set(path, before.get(path) ?? []);
          await expectAccess(true, { namespace, verb, resource, ...name });
        }
      };
    }

    it.each<[string, string, string, string, () => Promise<unknown>]>([
      ['dcr-login', 'dcr-login-lock', 'leases', 'get', async () => undefined],
      ['dcr-login', 'dcr-login-lock', 'leases', 'create', async () => undefined],
      ['dcr-login', 'dcr-login-lock', 'leases', 'update', createLease],
      ['web', 'dcr-login', 'secrets', 'get', async () => undefined],
      ['web', 'dcr-login', 'secrets', 'create', async () => undefined],
      ['web', 'dcr-login', 'secrets', 'patch', createSecrets],
      ['api', 'dcr-login', 'serviceaccounts', 'get', async () => undefined],
      ['api', 'dcr-login', 'serviceaccounts', 'patch', async () => undefined],
    ])(
      'has in %s, %s: %s, no verb too many: without %s it is refused before anything is issued, by that name',
      async (namespace, role, resource, verb, prepare) => {
        await prepare();
        const before = sandbox.registries[0]?.credentials.length;
        const put = await withoutVerb([namespace], role, { resource, verb });
        try {
          const { exitCode, json } = await rotate();
          expect([exitCode, json['error']]).toEqual([7, expect.objectContaining({ code: 'DCR_TARGET_REFUSED' })]);
          const { message } = json['error'] as { message: string };
          expect(message).toMatch(new RegExp(`no right to ${verb} ${resource}\\b.* in namespace ${namespace}`, 'u'));
          expect(sandbox.registries[0]?.credentials.length).toBe(before);
        } finally {
          await put();
        }
      },
      60_000,
    );

    it('has no rule beside those', () => {
      const verbs = readManifests(read('rbac.yml')).flatMap((manifest) => {
        const { rules = [] } = manifest as unknown as { rules?: readonly Rule[] };
        return rules.flatMap((rule) =>
          rule.resources.flatMap((resource) => rule.verbs.map((verb) => `${resource} ${verb}`)),
        );
      });
      expect([...new Set(verbs)].toSorted()).toEqual([
        'leases create',
        'leases get',
        'leases update',
        'secrets create',
        'secrets get',
        'secrets patch',
        'serviceaccounts get',
        'serviceaccounts patch',
      ]);
    });
  });
});
