import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import {
  createSelfSignedCertificate,
  describeReal,
  makeTemporaryDirectory,
  requirePart,
  runCommand,
  startTinyproxy,
} from '@nexqloud/dcr-testkit';
import type { Tinyproxy } from '@nexqloud/dcr-testkit';
import { CREDENTIAL, makeMachine, PASSWORD, readCode } from '../cli/support/machine.ts';

// 0.0.0.0 reaches loopback on Linux, but docker and verify take it for a host like any other: https, and a proxy.
const ADDRESS = '0.0.0.0';
const authority = createSelfSignedCertificate({ commonName: 'Example Authority' });
const server = createSelfSignedCertificate({ commonName: 'registry', addresses: [ADDRESS], issuer: authority });
const user = createSelfSignedCertificate({ commonName: 'ci', issuer: authority });
const exportKey = ({ key }: typeof server) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

const UNTRUSTED = 'DCR_TLS_UNTRUSTED';

describeReal(['docker', 'tinyproxy'], 'docker login and verify on the same machine', () => {
  const login = { username: 'me', password: 'secret' };
  const machine = makeMachine();
  const files = makeTemporaryDirectory();
  const ca = join(files, 'ca.pem');
  let sandbox: Sandbox;
  let proxy: Tinyproxy;
  let host: string;

  beforeAll(async () => {
    writeFileSync(ca, authority.certificate);
    const tls = { key: exportKey(server), cert: server.certificate };
    const credentials = [{ username: 'ci', password: PASSWORD }];
    sandbox = await startSandbox({ tls, registries: [{ name: 'acme', credentials }] });
    proxy = await startTinyproxy({ directory: makeTemporaryDirectory(), login });
    host = `${ADDRESS}:${sandbox.host.split(':')[1]}`;
  });
  afterAll(() => Promise.all([sandbox.close(), proxy.stop()]));

  async function askDocker(env: Readonly<Record<string, string>>): Promise<boolean> {
    const config = makeTemporaryDirectory();
    writeFileSync(join(config, 'config.json'), '{"auths":{"x.invalid":{}}}');
    const { exitCode } = await runCommand({
      path: requirePart('docker'),
      arguments: ['login', '--username', 'ci', '--password-stdin', host],
      // Without a daemon the client asks the registry itself.
      environment: { HOME: machine.home, DOCKER_CONFIG: config, DOCKER_HOST: 'unix:///nowhere/docker.sock', ...env },
      input: PASSWORD,
    });
    return exitCode === 0;
  }

  async function askVerify(env: Readonly<Record<string, string>>): Promise<unknown> {
    const words = ['verify', `${host}/acme`, '--json', '--retries', '0'];
    const run = await machine.run(words, { env: { ...CREDENTIAL, ...env } });
    return run.exitCode === 0 ? 'ok' : readCode(run);
  }

  async function compare(env: Readonly<Record<string, string>>, outcome: string): Promise<void> {
    const [docker, verify] = await Promise.all([askDocker(env), askVerify(env)]);
    expect([docker, verify]).toEqual([outcome === 'ok', outcome]);
  }

  const through = (credential: string) => `http://${credential}${proxy.host}`;
  const known = { SSL_CERT_FILE: ca };

  it.each<[string, string, () => Readonly<Record<string, string>>]>([
    ['nothing', UNTRUSTED, () => ({})],
    ['the authority in SSL_CERT_FILE', 'ok', () => known],
    ['the authority in SSL_CERT_DIR', 'ok', () => ({ SSL_CERT_DIR: files })],
    ['a proxy and its login', 'ok', () => ({ ...known, HTTPS_PROXY: through('me:secret@') })],
    ['a proxy and its login, in lower case', 'ok', () => ({ ...known, https_proxy: through('me:secret@') })],
    ['a proxy and no login', 'DCR_UNREACHABLE', () => ({ ...known, HTTPS_PROXY: through('') })],
    ['a proxy for http alone', 'ok', () => ({ ...known, HTTP_PROXY: through('') })],
    ['ALL_PROXY, which nobody reads', 'ok', () => ({ ...known, ALL_PROXY: through('') })],
    ['NO_PROXY with the address', 'ok', () => ({ ...known, HTTPS_PROXY: through(''), NO_PROXY: ADDRESS })],
    ['NO_PROXY with a network', 'ok', () => ({ ...known, HTTPS_PROXY: through(''), NO_PROXY: '0.0.0.0/8' })],
    [
      'NO_PROXY with another port',
      'DCR_UNREACHABLE',
      () => ({ ...known, HTTPS_PROXY: through(''), NO_PROXY: `${ADDRESS}:1` }),
    ],
  ])('with %s end alike: %s', async (_what, outcome, env) => {
    await compare(env(), outcome);
  });

  it('through the proxy both were seen by it', () => {
    const tunnels = proxy.readLog().split(`CONNECT ${host}`).length - 1;
    expect(tunnels).toBeGreaterThan(4);
  });

  const etc = '/etc/docker/certs.d';
  const itAsRoot = process.getuid?.() === 0 ? it : it.skip;

  itAsRoot("with docker's own certs.d (needs root) end alike, also when a file there is broken", async () => {
    const place = join(etc, host);
    const isNew = !existsSync(etc);
    mkdirSync(place, { recursive: true });
    try {
      writeFileSync(join(place, 'ca.crt'), authority.certificate);
      await compare({}, 'ok');
      writeFileSync(join(place, 'client.cert'), user.certificate);
      await compare({}, 'DCR_CONFIG_INVALID');
      writeFileSync(join(place, 'client.key'), exportKey(user));
      await compare({}, 'ok');
      writeFileSync(join(place, 'client.key'), exportKey(server));
      await compare({}, 'DCR_CONFIG_INVALID');
    } finally {
      rmSync(place, { recursive: true });
      if (isNew) rmdirSync(etc);
    }
  });
});
