import { spawn } from 'node:child_process';
import { getEventListeners, once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, LookupFunction, Server } from 'node:net';
import net from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createSelfSignedCertificate, makeTemporaryDirectory, startProxy } from '@nexqloud/dcr-testkit';
import type { SelfSignedCertificate } from '@nexqloud/dcr-testkit';
import { createNodeHttp } from '../../../packages/core/lib/node/http.js';
import type { HttpSurroundings } from '../../../packages/core/lib/node/http-surroundings.js';
import type { HttpFault, HttpRequest } from '../../../packages/core/lib/ports/http.js';
import { BODY_LIMIT } from '../../../packages/core/lib/ports/http.js';

const DAY = 86_400_000;
const authority = createSelfSignedCertificate({ commonName: 'Example Authority' });
const leaf = createSelfSignedCertificate({
  commonName: 'registry.example',
  hosts: ['registry.example'],
  addresses: ['127.0.0.1'],
  issuer: authority,
});
const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const pem = ({ key, certificate }: SelfSignedCertificate) => ({
  key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  cert: certificate,
});

async function listen(server: Server, host = '127.0.0.1', port = 0): Promise<number> {
  await new Promise<void>((listening) => server.listen(port, host, listening));
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  stops.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((closed) => server.close(closed));
  });
  return (server.address() as AddressInfo).port;
}

const answer: http.RequestListener = (request, response) => response.end(`${request.method} ${request.url}`);

async function serveTls(certificate = leaf, options: https.ServerOptions = {}): Promise<number> {
  return listen(https.createServer({ ...pem(certificate), ...options }, answer));
}

async function proxy(options: Parameters<typeof startProxy>[0] = {}) {
  const started = await startProxy(options);
  stops.push(() => started.stop());
  return started;
}

function makeHttp(surroundings: Partial<HttpSurroundings> = {}) {
  return createNodeHttp({ variables: {}, certificateRoots: [], ...surroundings });
}

function get(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url: new URL(url), headers: {}, timeout: 5000, ...more };
}

function writeFiles(files: Readonly<Record<string, string>>): string {
  const root = makeTemporaryDirectory();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const CA = { SSL_CERT_FILE: join(writeFiles({ 'ca.pem': authority.certificate }), 'ca.pem') };

async function fault(work: Promise<unknown>): Promise<HttpFault> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error as HttpFault,
  );
  if (outcome?.name !== 'HttpFault') throw new Error(`no fault: ${String(outcome)}`);
  return outcome;
}

describe('a request through a proxy', () => {
  it('to https goes through one tunnel that is kept, with the credential of the proxy for the proxy alone', async () => {
    const port = await serveTls();
    const between = await proxy({ hosts: { 'registry.example:443': `127.0.0.1:${port}` } });
    const variables = { ...CA, HTTPS_PROXY: `http://me:s%3Acret@${between.host}` };
    const client = makeHttp({ variables });
    expect((await client.request(get('https://registry.example/v2/'))).body).toBe('GET /v2/');
    expect((await client.request(get('https://registry.example/v2/?a=b'))).body).toBe('GET /v2/?a=b');
    const authorization = `Basic ${Buffer.from('me:s:cret').toString('base64')}`;
    expect(between.requests).toEqual([
      { line: 'CONNECT registry.example:443', authorization, host: 'registry.example:443' },
    ]);
  });

  it('to http is asked in absolute form', async () => {
    const port = await listen(http.createServer(answer));
    const between = await proxy({ hosts: { 'plain.example': `127.0.0.1:${port}` } });
    const client = makeHttp({ variables: { HTTP_PROXY: `http://me:pw@${between.host}` } });
    expect((await client.request(get('http://plain.example/v2/?a=b'))).body).toBe('GET /v2/?a=b');
    const authorization = `Basic ${Buffer.from('me:pw').toString('base64')}`;
    expect(between.requests).toEqual([
      { line: 'GET http://plain.example/v2/?a=b', authorization, host: 'plain.example' },
    ]);
  });

  it('when the proxy itself speaks https, its certificate must be trusted', async () => {
    const port = await serveTls();
    const between = await proxy({ hosts: { 'registry.example:443': `127.0.0.1:${port}` }, tls: pem(leaf) });
    const HTTPS_PROXY = `https://${between.host}`;
    const trusting = makeHttp({ variables: { ...CA, HTTPS_PROXY } });
    expect((await trusting.request(get('https://registry.example/'))).status).toBe(200);
    const { kind, detail } = await fault(
      makeHttp({ variables: { HTTPS_PROXY } }).request(get('https://registry.example/')),
    );
    expect(kind).toBe('tls');
    expect(detail).toContain(`proxy https://${between.host} (HTTPS_PROXY)`);
  });

  it('when the host behind it is not trusted, is a fault of TLS', async () => {
    const port = await serveTls();
    const between = await proxy({ hosts: { 'registry.example:443': `127.0.0.1:${port}` } });
    const client = makeHttp({ variables: { HTTPS_PROXY: between.host } });
    expect((await fault(client.request(get('https://registry.example/')))).kind).toBe('tls');
  });

  it.each([
    [407, 'proxy-login'],
    [403, 'proxy'],
    [502, 'connect'],
  ])('when the proxy answers %i, is the fault %s without the credential', async (refuse, kind) => {
    const between = await proxy({ refuse });
    const client = makeHttp({ variables: { HTTPS_PROXY: `http://me:c4nary@${between.host}` } });
    const found = await fault(client.request(get('https://registry.example/')));
    expect([found.kind, found.during]).toEqual([kind, 'connect']);
    expect(found.detail).toContain(`proxy http://${between.host} (HTTPS_PROXY) answered ${refuse}`);
    expect(JSON.stringify(found) + found.message).not.toContain('c4nary');
  });

  it('when the proxy is silent, ends at the time limit and leaves no connection behind', async () => {
    const between = await proxy({ refuse: 'silent' });
    const client = makeHttp({ variables: { HTTPS_PROXY: between.host } });
    const found = await fault(client.request(get('https://registry.example/', { timeout: 200 })));
    expect([found.kind, found.during]).toEqual(['timeout', 'connect']);
  });

  it('when interrupted before the tunnel stands, is cancelled', async () => {
    const between = await proxy({ refuse: 'silent' });
    const client = makeHttp({ variables: { HTTPS_PROXY: between.host } });
    const stop = new AbortController();
    const outcome = fault(client.request(get('https://registry.example/', { signal: stop.signal })));
    setImmediate(() => stop.abort());
    expect((await outcome).kind).toBe('cancelled');
  });

  it('when nobody listens there, names the proxy', async () => {
    const between = await startProxy();
    await between.stop();
    const client = makeHttp({ variables: { https_proxy: between.host } });
    const { kind, detail } = await fault(client.request(get('https://registry.example/')));
    expect(kind).toBe('connect');
    expect(detail).toContain(`proxy http://${between.host} (https_proxy)`);
  });

  it('when NO_PROXY names the host, goes around it', async () => {
    const port = await serveTls();
    const between = await proxy({ refuse: 500 });
    const lookup: LookupFunction = (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);
    const variables = { ...CA, HTTPS_PROXY: between.host, NO_PROXY: '.example' };
    expect((await makeHttp({ variables, lookup }).request(get(`https://registry.example:${port}/`))).status).toBe(200);
    expect(between.requests).toEqual([]);
  });
});

describe('whom to trust', () => {
  it("when docker's certs.d has the authority of the host, it is believed for that host alone", async () => {
    const [port, other] = [await serveTls(), await serveTls()];
    const root = writeFiles({ [`127.0.0.1:${port}/ca.crt`]: authority.certificate });
    const client = makeHttp({ certificateRoots: [join(root, 'none'), root] });
    expect((await client.request(get(`https://127.0.0.1:${port}/`))).status).toBe(200);
    expect((await fault(client.request(get(`https://127.0.0.1:${other}/`)))).kind).toBe('tls');
  });

  it('when certs.d has a certificate and key, they are shown to the host that asks for them', async () => {
    const user = createSelfSignedCertificate({ commonName: 'ci', issuer: authority });
    const port = await serveTls(leaf, { requestCert: true, rejectUnauthorized: true, ca: authority.certificate });
    const { key, cert } = pem(user);
    const directory = `127.0.0.1:${port}`;
    const ca = { [`${directory}/ca.crt`]: authority.certificate };
    const known = writeFiles({ ...ca, [`${directory}/client.cert`]: cert, [`${directory}/client.key`]: key });
    const url = `https://127.0.0.1:${port}/`;
    expect((await makeHttp({ certificateRoots: [known] }).request(get(url))).status).toBe(200);
    const stranger = makeHttp({ certificateRoots: [writeFiles(ca)] });
    expect(['tls', 'reset']).toContain((await fault(stranger.request(get(url)))).kind);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a certificate without its key', { 'client.cert': leaf.certificate }, 'client.cert'],
    ['a key without its certificate', { 'client.key': pem(leaf).key }, 'client.key'],
    ['a key of another certificate', { 'c.cert': leaf.certificate, 'c.key': pem(authority).key }, 'c.cert'],
    ['an authority that is none', { 'ca.crt': 'hello' }, 'ca.crt'],
    [
      'an authority that is broken',
      { 'ca.crt': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n' },
      'ca.crt',
    ],
    ['a directory in place of a file', { 'ca.crt/file': '' }, 'ca.crt'],
  ])('when certs.d has %s, is a fault of the configuration that names the file', async (_what, files, named) => {
    const port = await serveTls();
    const root = writeFiles(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`127.0.0.1:${port}/${name}`, text])),
    );
    const { kind, detail } = await fault(
      makeHttp({ certificateRoots: [root] }).request(get(`https://127.0.0.1:${port}/`)),
    );
    expect(kind).toBe('configuration');
    expect(detail).toContain(join(root, `127.0.0.1:${port}`, named));
  });

  it('when SSL_CERT_DIR holds the authority among other things, it is believed', async () => {
    const port = await serveTls();
    const directory = writeFiles({ README: 'no certificate', 'a.0': authority.certificate });
    const variables = { SSL_CERT_DIR: `/nowhere:${directory}` };
    expect((await makeHttp({ variables }).request(get(`https://127.0.0.1:${port}/`))).status).toBe(200);
  });

  it('when SSL_CERT_FILE is not there, says so instead of trusting something else', async () => {
    const port = await serveTls();
    const client = makeHttp({ variables: { SSL_CERT_FILE: '/nowhere/ca.pem' } });
    const { kind, detail } = await fault(client.request(get(`https://127.0.0.1:${port}/`)));
    expect(kind).toBe('configuration');
    expect(detail).toContain('/nowhere/ca.pem (SSL_CERT_FILE)');
  });
});

describe('a body', () => {
  async function ask(encoding: string, body: Buffer, more: Partial<HttpRequest> = {}) {
    const port = await listen(
      http.createServer((_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body)),
    );
    return makeHttp().request(get(`http://127.0.0.1:${port}/`, more));
  }

  it.each<[string, Buffer]>([
    ['gzip', gzipSync('{"a":1}')],
    ['GZIP', gzipSync('{"a":1}')],
    ['x-gzip', gzipSync('{"a":1}')],
    ['identity', Buffer.from('{"a":1}')],
  ])('in %s is read', async (encoding, body) => {
    expect((await ask(encoding, body)).body).toBe('{"a":1}');
  });

  it.each<[string, Buffer]>([
    ['br', brotliCompressSync('{"a":1}')],
    ['deflate', deflateSync('{"a":1}')],
    ['gzip, gzip', gzipSync(gzipSync('{"a":1}'))],
  ])('in %s, which was not asked for, is no answer of a registry', async (encoding, body) => {
    const { kind, detail } = await fault(ask(encoding, body));
    expect([kind, detail]).toEqual(['protocol', expect.stringContaining(`"${encoding}"`)]);
  });

  it('that is empty and says it is compressed is empty', async () => {
    expect(await ask('gzip', Buffer.alloc(0))).toMatchObject({ body: '', truncated: false });
    expect(await ask('br', Buffer.alloc(0), { method: 'HEAD' })).toMatchObject({ body: '' });
  });

  it('that is no gzip though it says so is no answer of a registry', async () => {
    expect((await fault(ask('gzip', Buffer.from('hello hello hello')))).kind).toBe('protocol');
  });

  it('as a compression bomb is cut at the limit after decompression', async () => {
    const { body, truncated } = await ask('gzip', gzipSync(Buffer.alloc(64 * BODY_LIMIT, 'a')));
    expect(truncated).toBe(true);
    expect(body.length).toBeLessThanOrEqual(BODY_LIMIT);
  });
});

describe('a host of several addresses', () => {
  const both: LookupFunction = (_host, _options, done) =>
    done(null, [
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ]);

  it('when the first refuses, is reached at the second', async () => {
    const port = await listen(http.createServer(answer));
    const client = makeHttp({ lookup: both });
    expect((await client.request(get(`http://both.example:${port}/`))).status).toBe(200);
    expect(await client.inspect(new URL(`http://both.example:${port}/`), { timeout: 5000 })).toMatchObject({
      addresses: ['::1', '127.0.0.1'],
      remote: '127.0.0.1',
    });
  });

  it('when the first never answers, is reached at the second', async () => {
    const port = await listen(http.createServer(answer));
    const hole = spawn('python3', ['__tests__/core/node/blackhole.py', String(port)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    stops.push(() => new Promise((gone) => hole.once('close', gone).stdin.end()));
    await once(hole.stdout, 'data');
    const found = await makeHttp()
      .request(get(`http://[::1]:${port}/`, { timeout: 300 }))
      .catch((error) => error.kind);
    expect(found).toBe('timeout');
    expect((await makeHttp({ lookup: both }).request(get(`http://both.example:${port}/`))).status).toBe(200);
  });

  it('over TLS as well', async () => {
    const port = await serveTls();
    const client = makeHttp({ lookup: both, variables: CA });
    expect((await client.request(get(`https://registry.example:${port}/`))).status).toBe(200);
  });

  it('when none answers, is a fault that tells both', async () => {
    const server = net.createServer();
    const port = await listen(server);
    await stops.pop()?.();
    const { kind, detail } = await fault(makeHttp({ lookup: both }).request(get(`http://both.example:${port}/`)));
    expect(kind).toBe('connect');
    expect(detail).toMatch(/::1.*127\.0\.0\.1/u);
  });

  it('as a literal IPv6 address is reached', async () => {
    const port = await listen(http.createServer(answer), '::1');
    expect((await makeHttp().request(get(`http://[::1]:${port}/`))).status).toBe(200);
  });
});

describe('the way to a host', () => {
  it('is told with the chain as it was seen, the files in use and the proxy without its credential', async () => {
    const port = await serveTls(leaf, { cert: leaf.certificate + authority.certificate });
    const between = await proxy({ hosts: { 'registry.example:443': `127.0.0.1:${port}` } });
    const variables = { ...CA, HTTPS_PROXY: `http://me:c4nary@${between.host}` };
    const seen = await makeHttp({ variables }).inspect(new URL('https://registry.example/'), { timeout: 5000 });
    expect(seen).toMatchObject({
      proxy: { address: `http://${between.host}`, variable: 'HTTPS_PROXY', hasCredential: true },
      addresses: ['127.0.0.1'],
      files: [CA.SSL_CERT_FILE],
      tls: {
        problem: undefined,
        chain: [
          { subject: 'CN=registry.example', issuer: 'CN=Example Authority' },
          { subject: 'CN=Example Authority', issuer: 'CN=Example Authority' },
        ],
      },
    });
    expect(JSON.stringify(seen)).not.toContain('c4nary');
    expect(seen.tls?.chain[0]?.validTo).toBeGreaterThan(Date.now() + 29 * DAY - 60_000);
  });

  it.each<[string, SelfSignedCertificate, string]>([
    [
      'that has expired',
      createSelfSignedCertificate({
        commonName: 'old',
        addresses: ['127.0.0.1'],
        expired: true,
      }),
      'CERT_HAS_EXPIRED',
    ],
    [
      'of nobody known',
      createSelfSignedCertificate({ commonName: 'self', addresses: ['127.0.0.1'] }),
      'DEPTH_ZERO_SELF_SIGNED_CERT',
    ],
  ])('is told for a certificate %s, which no request would trust', async (_what, certificate, problem) => {
    const port = await serveTls(certificate);
    const seen = await makeHttp().inspect(new URL(`https://127.0.0.1:${port}/`), { timeout: 5000 });
    expect(seen.fault).toBeUndefined();
    // OpenSSL reports the end of validity or the missing authority first, depending on its version.
    expect([problem, 'DEPTH_ZERO_SELF_SIGNED_CERT']).toContain(seen.tls?.problem);
    expect(seen.tls?.chain).toHaveLength(1);
  });

  it('when the host says nothing, ends at the time limit with what was seen before', async () => {
    const port = await listen(net.createServer());
    const seen = await makeHttp().inspect(new URL(`https://127.0.0.1:${port}/`), { timeout: 200 });
    expect(seen).toMatchObject({ addresses: ['127.0.0.1'], remote: '127.0.0.1', fault: { kind: 'timeout' } });
  });
});

describe('a signal that many requests share', () => {
  const countTimers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

  it('has one listener, and no timer is left once the answers are there', async () => {
    const port = await listen(http.createServer(answer));
    const client = makeHttp();
    const { signal } = new AbortController();
    const request = () => client.request(get(`http://127.0.0.1:${port}/`, { signal, timeout: 600_000 }));
    await request();
    const timers = countTimers();
    for (let i = 0; i < 50; i += 1) await request();
    await Promise.all(Array.from({ length: 50 }, request));
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    expect(countTimers()).toBeLessThanOrEqual(timers + 50 / 2);
  });

  it('cancels all that are in hand, in headers and in body, and none that was answered before', async () => {
    const stop = new AbortController();
    let waiting = 0;
    const server = http.createServer((request, response) => {
      if (request.url === '/done') return void response.end('done');
      if (request.url === '/body') response.write('half');
      waiting += 1;
      if (waiting === 3) stop.abort();
    });
    const port = await listen(server);
    const client = makeHttp();
    const { signal } = stop;
    const ask = (path: string) => client.request(get(`http://127.0.0.1:${port}${path}`, { signal }));
    expect((await ask('/done')).body).toBe('done');
    const faults = await Promise.all([ask('/headers'), ask('/body'), ask('/headers')].map(fault));
    expect(faults.map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });

  it('that aborted before sends nothing', async () => {
    let asked = 0;
    const port = await listen(http.createServer((_request, response) => response.end(String((asked += 1)))));
    const signal = AbortSignal.abort();
    expect((await fault(makeHttp().request(get(`http://127.0.0.1:${port}/`, { signal })))).kind).toBe('cancelled');
    expect(asked).toBe(0);
  });
});
