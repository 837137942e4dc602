import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import {
  createSelfSignedCertificate,
  describeReal,
  makeTemporaryDirectory,
  scanText,
  startProxy,
  startTinyproxy,
} from '@nexqloud/dcr-testkit';
import type { Tinyproxy } from '@nexqloud/dcr-testkit';
import type { Machine, Run } from './support/machine.ts';
import { CREDENTIAL, makeMachine, PASSWORD, readCode } from './support/machine.ts';
import { startServer } from './support/servers.ts';

// 0.0.0.0 reaches loopback on Linux but is no loopback address: it is asked over https only, and through a proxy.
const ADDRESS = '0.0.0.0';
const { key, certificate } = createSelfSignedCertificate({ commonName: 'sandbox', addresses: [ADDRESS, '127.0.0.1'] });
const tls = { key: key.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: certificate };

let sandbox: Sandbox;
let port: string;
let machine: Machine;
let ca: string;

beforeAll(async () => {
  const credentials = [{ username: 'ci', password: PASSWORD }];
  sandbox = await startSandbox({ tls, registries: [{ name: 'acme', credentials, repositories: ['app'] }] });
  port = sandbox.host.split(':')[1] ?? '';
  machine = makeMachine();
  ca = join(machine.root, 'ca.pem');
  writeFileSync(ca, certificate);
});
afterAll(() => sandbox.close());

function verify(host: string, env: Readonly<Record<string, string>> = {}, ...words: string[]): Promise<Run> {
  return machine.run(['verify', `${host}/acme`, '--json', ...words], { env: { ...CREDENTIAL, ...env } });
}

const message = ({ json }: Run): string => (json['error'] as { message: string }).message;

describe('a registry of a private authority', () => {
  const OK = { ok: true, proven: { auth: true } };

  it('is not trusted by itself', async () => {
    const run = await verify(`127.0.0.1:${port}`, {}, '--retries', '0');
    expect([run.exitCode, readCode(run)]).toEqual([5, 'DCR_TLS_UNTRUSTED']);
  });

  it.each(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'])('is trusted by %s', async (variable) => {
    expect((await verify(`127.0.0.1:${port}`, { [variable]: ca })).json).toMatchObject(OK);
  });

  it('is trusted by NODE_EXTRA_CA_CERTS also where SSL_CERT_FILE names another authority', async () => {
    const other = join(machine.root, 'other.pem');
    writeFileSync(other, createSelfSignedCertificate({ commonName: 'other' }).certificate);
    const env = { NODE_EXTRA_CA_CERTS: ca, SSL_CERT_FILE: other };
    expect((await verify(`127.0.0.1:${port}`, env)).json).toMatchObject(OK);
  });

  it("is trusted by the user's own certs.d of a rootless docker", async () => {
    const config = makeTemporaryDirectory();
    mkdirSync(join(config, 'docker/certs.d', `127.0.0.1:${port}`), { recursive: true });
    writeFileSync(join(config, 'docker/certs.d', `127.0.0.1:${port}`, 'ca.crt'), certificate);
    expect((await verify(`127.0.0.1:${port}`, { XDG_CONFIG_HOME: config })).json).toMatchObject(OK);
  });

  it('with a broken file there, ends with DCR_CONFIG_INVALID and its name', async () => {
    const config = makeTemporaryDirectory();
    const file = join(config, 'docker/certs.d', `127.0.0.1:${port}`, 'ca.crt');
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, 'no certificate');
    const run = await verify(`127.0.0.1:${port}`, { XDG_CONFIG_HOME: config });
    expect([run.exitCode, readCode(run)]).toEqual([2, 'DCR_CONFIG_INVALID']);
    expect(message(run)).toContain(file);
  });
});

describe('a proxy', () => {
  it('that refuses its user ends with DCR_UNREACHABLE at the first try, and shows no credential', async () => {
    const proxy = await startProxy({ refuse: 407 });
    const login = { name: 'proxy', username: 'me', value: 'pr0xy-canary' };
    const run = await verify(`${ADDRESS}:${port}`, { HTTPS_PROXY: `http://me:${login.value}@${proxy.host}` });
    await proxy.stop();
    expect([run.exitCode, readCode(run)]).toEqual([5, 'DCR_UNREACHABLE']);
    expect(message(run)).toContain(`proxy http://${proxy.host} (HTTPS_PROXY) answered 407`);
    expect(scanText(run.stdout + run.stderr, 'verify', [login])).toEqual([]);
    expect(proxy.requests).toHaveLength(1);
  });

  it('that nobody can use ends with DCR_CONFIG_INVALID', async () => {
    const run = await verify(`${ADDRESS}:${port}`, { HTTPS_PROXY: 'socks5://127.0.0.1:1' });
    expect([run.exitCode, readCode(run)]).toEqual([2, 'DCR_CONFIG_INVALID']);
  });
});

describeReal(['tinyproxy'], 'a real proxy with a login', () => {
  const login = { username: 'me', password: 'pr0xy-canary' };
  let proxy: Tinyproxy;
  beforeAll(async () => {
    proxy = await startTinyproxy({ directory: makeTemporaryDirectory(), login });
  });
  afterAll(() => proxy.stop());

  it('is passed through with its credential, and sees nothing but the tunnel', async () => {
    const env = { HTTPS_PROXY: `http://${login.username}:${login.password}@${proxy.host}`, SSL_CERT_FILE: ca };
    const run = await verify(`${ADDRESS}:${port}`, env, '--action', 'push');
    expect(run.json).toMatchObject({ ok: true, proven: { auth: true, pull: true, push: true } });
    expect(proxy.readLog()).toContain(`CONNECT ${ADDRESS}:${port}`);
    expect(scanText(run.stdout + run.stderr, 'verify', [{ name: 'proxy', ...login, value: login.password }])).toEqual(
      [],
    );
  });

  it('refuses whoever does not log in, and its answer is told', async () => {
    const run = await verify(`${ADDRESS}:${port}`, { HTTPS_PROXY: proxy.host, SSL_CERT_FILE: ca });
    expect([run.exitCode, readCode(run)]).toEqual([5, 'DCR_UNREACHABLE']);
    expect(message(run)).toMatch(/answered 40[17]/u);
  });

  it('is gone around for a host in NO_PROXY', async () => {
    const env = { HTTPS_PROXY: proxy.host, SSL_CERT_FILE: ca, NO_PROXY: `0.0.0.0/32` };
    expect((await verify(`${ADDRESS}:${port}`, env)).json).toMatchObject({ ok: true });
  });
});

describe('a registry that asks to come back later', () => {
  it.each<[string, () => string]>([
    ['in seconds', () => '1'],
    ['by a date', () => new Date(Date.now() + 1000).toUTCString()],
  ])('%s, within the time limit, is asked again and gets the credential once', async (_form, value) => {
    let asked = 0;
    const server = await startServer(({ headers }) => {
      asked += 1;
      if (asked === 1) return { status: 429, headers: { 'retry-after': value() } };
      if (headers.authorization !== undefined) return { status: 200, body: '{"repositories":["app"]}' };
      return { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } };
    });
    const run = await verify(server.host);
    await server.stop();
    expect(run.json).toMatchObject({ ok: true });
    // Later, the challenge, the credential, the name.
    expect(asked).toBe(4);
  });
});
