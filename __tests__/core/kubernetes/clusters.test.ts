import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createSelfSignedCertificate,
  describeReal,
  makeTemporaryDirectory,
  startKubernetes,
} from '@nexqloud/dcr-testkit';
import type { KubernetesServer } from '@nexqloud/dcr-testkit';
import { createNodeClusters } from '../../../packages/core/lib/node/cluster/clusters.js';
import type { Cluster } from '../../../packages/core/lib/ports/clusters.js';
import { catchCode, catchError } from '../support/codes.ts';
import { startSocksServer } from '../support/socks-server.ts';
import { makeWorld } from '../support/world.ts';

const SECRET = 'hunter22-canary:exec';

function open(variables: Readonly<Record<string, string>>, context?: string): Promise<Cluster> {
  const { ports } = makeWorld(variables);
  return createNodeClusters(ports).open(context);
}

async function whoAmI(cluster: Cluster): Promise<unknown> {
  const body = JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' });
  const { status, body: answer } = await cluster.http.request({
    method: 'POST',
    url: new URL('/apis/authentication.k8s.io/v1/selfsubjectreviews', cluster.server),
    headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
    body,
    timeout: 10_000,
  });
  const parsed = JSON.parse(answer) as { status?: { userInfo?: { username?: string } }; message?: string };
  return status === 201 ? parsed.status?.userInfo?.username : `${status}: ${parsed.message}`;
}

interface Entries {
  readonly clusters?: object[];
  readonly users?: object[];
  readonly contexts?: object[];
  readonly 'current-context'?: string;
}

function writeConfig(config: Entries | string, directory = makeTemporaryDirectory()): string {
  const file = join(directory, 'config');
  writeFileSync(
    file,
    typeof config === 'string' ? config : JSON.stringify({ apiVersion: 'v1', kind: 'Config', ...config }),
  );
  return file;
}

describe('which cluster is meant', () => {
  const clusters = [{ name: 'c', cluster: { server: 'https://k8s.example' } }];
  const users = [{ name: 'u', user: { token: 't' } }];
  const contexts = ['prod', 'stage'].map((name) => ({ name, context: { cluster: 'c', user: 'u', namespace: name } }));

  it('is the current context of KUBECONFIG', async () => {
    const KUBECONFIG = writeConfig({ clusters, users, contexts, 'current-context': 'stage' });
    const { context, server, namespace, inside } = await open({ KUBECONFIG });
    expect({ context, server: server.href, namespace, inside }).toEqual({
      context: 'stage',
      server: 'https://k8s.example/',
      namespace: 'stage',
      inside: false,
    });
  });

  it('is the context that is asked for', async () => {
    const KUBECONFIG = writeConfig({ clusters, users, contexts, 'current-context': 'stage' });
    expect((await open({ KUBECONFIG }, 'prod')).namespace).toBe('prod');
  });

  it('is what several files say together, the first of them first', async () => {
    const first = writeConfig({ contexts: [contexts[0] as object], 'current-context': 'prod' });
    const second = writeConfig({ clusters, users, contexts, 'current-context': 'stage' });
    const missing = join(makeTemporaryDirectory(), 'none');
    const { context } = await open({ KUBECONFIG: [missing, first, second].join(':') });
    expect(context).toBe('prod');
  });

  it('is that of ~/.kube/config without KUBECONFIG', async () => {
    const world = makeWorld();
    mkdirSync(join(world.home, '.kube'));
    writeConfig({ clusters, users, contexts, 'current-context': 'prod' }, join(world.home, '.kube'));
    expect((await createNodeClusters(world.ports).open()).context).toBe('prod');
  });

  it('is that of the next file where the first one has an empty context, or is empty', async () => {
    const emptied = writeConfig({ clusters: [], 'current-context': '' });
    const full = writeConfig({ clusters, users, contexts, 'current-context': 'stage' });
    expect((await open({ KUBECONFIG: [emptied, writeConfig(''), full].join(':') })).context).toBe('stage');
  });

  it('is found beside entries that are not whole, or stand there twice', async () => {
    const KUBECONFIG = writeConfig({
      clusters: [{ name: 'broken' }, ...clusters, ...clusters],
      users: [...users, ...users],
      contexts: [{ name: 'half' }, ...contexts, ...contexts],
      'current-context': 'stage',
    });
    expect((await open({ KUBECONFIG })).server.host).toBe('k8s.example');
  });

  it('is none where nothing tells, and says how to go on', async () => {
    expect(await catchCode(() => open({}))).toBe('DCR_INPUT_INVALID');
  });

  it.each([
    ['a context that is not there', { clusters, users, contexts, 'current-context': 'prdo' }],
    ['no current context', { clusters, users, contexts }],
    ['a context without its cluster', { users, contexts, 'current-context': 'prod' }],
    [
      'a cluster on plain http beyond loopback',
      {
        clusters: [{ name: 'c', cluster: { server: 'http://k8s.example' } }],
        users,
        contexts,
        'current-context': 'prod',
      },
    ],
    ['a list', '- a\n'],
    ['no YAML', 'users: [ {token: hunter22-canary'],
  ])('refuses %s without repeating the file', async (_what, config) => {
    const error = await catchError(() => open({ KUBECONFIG: writeConfig(config) }));
    expect(error.code).toBe('DCR_CONFIG_INVALID');
    expect(error.message).not.toContain('hunter22-canary');
  });

  it('suggests the context that was meant', async () => {
    const KUBECONFIG = writeConfig({ clusters, users, contexts, 'current-context': 'prod' });
    expect((await catchError(() => open({ KUBECONFIG }, 'prdo'))).message).toContain('did you mean "prod"');
  });

  it('refuses a KUBECONFIG that names no file', async () => {
    expect(await catchCode(() => open({ KUBECONFIG: '/nowhere/config' }))).toBe('DCR_CONFIG_INVALID');
  });
});

describe('a socks proxy of the kubeconfig', () => {
  const openThrough = (proxy: string, cluster: object = {}): Promise<Cluster> => {
    const entry = { server: 'https://k8s.internal', 'proxy-url': `socks5://${proxy}`, ...cluster };
    const KUBECONFIG = writeConfig({
      clusters: [{ name: 'c', cluster: entry }],
      users: [{ name: 'u', user: { token: 't' } }],
      contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'c',
    });
    return open({ KUBECONFIG });
  };
  const ask = async ({ http, server }: Cluster, signal = new AbortController().signal) =>
    http.request({ method: 'GET', url: new URL('/version', server), headers: {}, timeout: 20_000, signal });

  it('is let go of when the caller gives up, though it never says a word', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = silent.address() as AddressInfo;
      const stop = new AbortController();
      const asking = ask(await openThrough(`127.0.0.1:${port}`, { server: 'https://10.0.0.1' }), stop.signal);
      const [socket] = (await once(silent, 'connection')) as [Socket];
      socket.on('error', () => undefined);
      await once(socket, 'data');
      const closed = once(socket, 'close');
      const startedAt = performance.now();
      stop.abort();
      await expect(asking).rejects.toMatchObject({ kind: 'cancelled' });
      await closed;
      // The limit of the handshake's own, which would end it as well, is 30 s.
      expect(performance.now() - startedAt).toBeLessThan(20_000);
    } finally {
      silent.close();
    }
  });

  it('leads to the server, whose name it looks up, in the name of whoever stands in its address', async () => {
    const { certificate, key } = createSelfSignedCertificate({ commonName: 'k8s', hosts: ['k8s.internal'] });
    const options = { cert: certificate, key: key.export({ type: 'pkcs8', format: 'pem' }) };
    const web = https.createServer(options, (_request, response) => void response.end('here'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const proxy = await startSocksServer((web.address() as AddressInfo).port);
    try {
      const authority = { 'certificate-authority-data': Buffer.from(certificate).toString('base64') };
      const cluster = await openThrough(`me:p%40ss@${proxy.address}`, authority);
      expect(await ask(cluster)).toMatchObject({ status: 200, body: 'here' });
      expect(await ask(cluster)).toMatchObject({ status: 200, body: 'here' });
      expect(proxy.asked).toEqual(['me:p@ss@k8s.internal']);
    } finally {
      await proxy.close();
      web.closeAllConnections();
      web.close();
    }
  });

  it('is named where it cannot be reached, without what stands before its host', async () => {
    const fault = await ask(await openThrough('me:hunter22-canary@127.0.0.1:1')).catch((error: unknown) => error);
    expect(fault).toMatchObject({ kind: 'connect', during: 'connect' });
    expect((fault as Error).message).toContain('socks5://127.0.0.1:1 (proxy-url)');
    expect((fault as Error).message).not.toContain('hunter22-canary');
  });

  it('refuses without a word of its password, however deep an error is looked into', async () => {
    const proxy = await startSocksServer(1, { refuses: true });
    try {
      const asking = ask(await openThrough(`me:hunter22-canary@${proxy.address}`));
      const fault = await asking.catch((error: unknown) => error);
      expect(fault).toMatchObject({ kind: 'connect', during: 'connect' });
      expect(inspect(fault, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain('hunter22-canary');
    } finally {
      await proxy.close();
    }
  });
});

describeReal(['etcd', 'kube-apiserver'], 'who we are to a real API server', () => {
  let server: KubernetesServer;

  beforeAll(async () => {
    server = await startKubernetes({ directory: makeTemporaryDirectory(), users: ['robot', 'other'] });
  }, 90_000);
  afterAll(() => server.stop());

  function configure(user: object, files: Readonly<Record<string, string>> = {}): string {
    const directory = makeTemporaryDirectory();
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(directory, name), text);
      chmodSync(join(directory, name), 0o755);
    }
    const cluster = { server: server.address, 'certificate-authority': server.authorityFile };
    return writeConfig(
      {
        clusters: [{ name: 'c', cluster }],
        users: [{ name: 'u', user }],
        contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
        'current-context': 'x',
      },
      directory,
    );
  }

  it('is whoever the token is', async () => {
    expect(await whoAmI(await open({ KUBECONFIG: configure({ token: server.tokens['robot'] }) }))).toBe('robot');
  });

  it('is whoever the token in a file is, beside the kubeconfig', async () => {
    const KUBECONFIG = configure({ tokenFile: 'token' }, { token: `${server.tokens['robot']}\n` });
    expect(await whoAmI(await open({ KUBECONFIG }))).toBe('robot');
  });

  it('is nobody in particular without a user', async () => {
    const answer = await whoAmI(await open({ KUBECONFIG: configure({}) }));
    expect(answer).toMatch(/anonymous/);
  });

  it('is whom one impersonates', async () => {
    const KUBECONFIG = configure({ token: server.tokens['admin'], as: 'other' });
    expect(await whoAmI(await open({ KUBECONFIG }))).toBe('other');
  });

  it('is not somebody of other groups by mistake', async () => {
    const KUBECONFIG = configure({ token: server.tokens['admin'], as: 'other', 'as-groups': ['team'] });
    await expect(whoAmI(await open({ KUBECONFIG }))).rejects.toMatchObject({ kind: 'configuration' });
  });

  it('is whoever the token is, where a plugin stands beside it', async () => {
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'not-installed' };
    const KUBECONFIG = configure({ token: server.tokens['robot'], exec });
    expect(await whoAmI(await open({ KUBECONFIG }))).toBe('robot');
  });

  it('is whoever the file says, where a token stands beside it', async () => {
    const KUBECONFIG = configure({ tokenFile: 'token', token: 'stale' }, { token: server.tokens['robot'] ?? '' });
    expect(await whoAmI(await open({ KUBECONFIG }))).toBe('robot');
  });

  it('is nobody with an id-token of OpenID Connect that has expired, and says how to renew it', async () => {
    const claims = Buffer.from(JSON.stringify({ exp: 1_000_000_000 })).toString('base64url');
    const config = { 'id-token': `eyJhbGciOiJub25lIn0.${claims}.x`, 'idp-issuer-url': 'https://idp.example' };
    const KUBECONFIG = configure({ 'auth-provider': { name: 'oidc', config } });
    await expect(whoAmI(await open({ KUBECONFIG }))).rejects.toMatchObject({
      kind: 'configuration',
      detail: expect.stringContaining('expired'),
    });
  });

  it('believes an authority of SSL_CERT_FILE where the kubeconfig names none', async () => {
    const KUBECONFIG = writeConfig({
      clusters: [{ name: 'c', cluster: { server: server.address } }],
      users: [{ name: 'u', user: { token: server.tokens['robot'] } }],
      contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'x',
    });
    expect(await whoAmI(await open({ KUBECONFIG, SSL_CERT_FILE: server.authorityFile }))).toBe('robot');
  });

  it('is nobody whom the server would believe with a wrong authority', async () => {
    const cluster = { server: server.address };
    const KUBECONFIG = writeConfig({
      clusters: [{ name: 'c', cluster }],
      users: [{ name: 'u', user: { token: 't' } }],
      contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'x',
    });
    const cluster2 = await open({ KUBECONFIG });
    await expect(whoAmI(cluster2)).rejects.toMatchObject({ name: 'HttpFault', kind: 'tls' });
  });

  const PLUGIN = `#!/bin/sh
printf '%s\\n' "$KUBERNETES_EXEC_INFO" >> "$LOG"
env >> "$LOG"
printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}' "$(cat "$TOKEN_FILE")"
`;

  function configurePlugin(more: object = {}, plugin = PLUGIN): { KUBECONFIG: string; log: string; token: string } {
    const directory = makeTemporaryDirectory();
    const [log, token] = [join(directory, 'log'), join(directory, 'token')];
    writeFileSync(token, server.tokens['robot'] ?? '');
    const env = [
      { name: 'LOG', value: log },
      { name: 'TOKEN_FILE', value: token },
    ];
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: './plugin',
      env,
      interactiveMode: 'IfAvailable',
      ...more,
    };
    return { KUBECONFIG: configure({ exec }, { plugin }), log, token };
  }

  const variables = { DCR_PASSWORD: SECRET, COPY: `x${SECRET}y`, CLOUD_TOKEN: 'of-the-cloud', PATH: '/usr/bin:/bin' };

  it("is whom a plugin names, which learns the protocol and the cloud's token but none of our secrets", async () => {
    const { KUBECONFIG, log } = configurePlugin({ provideClusterInfo: true });
    expect(await whoAmI(await open({ KUBECONFIG, ...variables }))).toBe('robot');
    const { readFileSync } = await import('node:fs');
    const seen = readFileSync(log, 'utf8');
    expect(JSON.parse(seen.split('\n')[0] ?? '')).toEqual({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      spec: { interactive: false, cluster: expect.objectContaining({ server: server.address }) },
    });
    expect(seen).toContain('CLOUD_TOKEN=of-the-cloud');
    expect(seen).not.toContain(SECRET);
  });

  it('asks a plugin once for many requests, and again when the server no longer believes its token', async () => {
    const { KUBECONFIG, log, token } = configurePlugin();
    writeFileSync(token, 'taken-back');
    const cluster = await open({ KUBECONFIG, ...variables });
    const first = whoAmI(cluster);
    expect(await first).toMatch(/^401/);
    writeFileSync(token, server.tokens['robot'] ?? '');
    expect(await Promise.all([whoAmI(cluster), whoAmI(cluster), whoAmI(cluster)])).toEqual(['robot', 'robot', 'robot']);
    const { readFileSync } = await import('node:fs');
    const runs = readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{')).length;
    expect(runs).toBeLessThanOrEqual(4);
  });

  it.each([
    ['fails', '#!/bin/sh\necho "no session, run: cloud login" >&2\nexit 3\n', /no session/],
    ['prints junk', '#!/bin/sh\necho junk\n', /no credential/],
    ['answers in another version', '#!/bin/sh\necho \'{"apiVersion":"v0","status":{"token":"t"}}\'\n', /no credential/],
  ])('says so when a plugin %s', async (_what, plugin, words) => {
    const { KUBECONFIG } = configurePlugin({}, plugin);
    const cluster = await open({ KUBECONFIG, ...variables });
    await expect(whoAmI(cluster)).rejects.toMatchObject({
      kind: 'configuration',
      detail: expect.stringMatching(words),
    });
  });

  it('says so when a plugin is not installed, with the hint of the kubeconfig', async () => {
    const { KUBECONFIG } = configurePlugin({ command: 'cloud-auth-plugin', installHint: 'get it from the cloud' });
    await expect(whoAmI(await open({ KUBECONFIG, ...variables }))).rejects.toMatchObject({
      kind: 'configuration',
      detail: expect.stringContaining('get it from the cloud'),
    });
  });

  it('refuses a provider that kubectl dropped, which would run a program with our secrets', async () => {
    const KUBECONFIG = configure({ 'auth-provider': { name: 'gcp', config: { 'cmd-path': '/bin/true' } } });
    await expect(whoAmI(await open({ KUBECONFIG }))).rejects.toMatchObject({ kind: 'configuration' });
  });
});
