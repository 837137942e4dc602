import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { DcrError, verify } from '@nexqloud/dcr-core';
import { createNodePorts } from '@nexqloud/dcr-core/node';

const PASSWORD = 'c4nary-p@ssword';
const credential = { username: 'ci', password: PASSWORD };
const BASIC = { 'www-authenticate': 'Basic realm="x"' };

type Handler = (request: IncomingMessage, response: ServerResponse, host: string) => void;
type Answer = readonly [status: number, body?: string, headers?: Record<string, string>];

/** The same answer to everybody, or one without and one with the credential. */
const always =
  (anonymous: Answer, known: Answer = anonymous): Handler =>
  (request, response) => {
    const [status, body = '', headers = {}] = request.headers.authorization === undefined ? anonymous : known;
    response.writeHead(status, headers).end(body);
  };

const oci = (code: string, message = ''): string => JSON.stringify({ errors: [{ code, message }] });
const challenged: Answer = [401, oci('UNAUTHORIZED'), BASIC];
const bearer = (realm: string): Handler =>
  always([401, '', { 'www-authenticate': `Bearer realm="${realm}",service="s"` }]);

/** Pauses take no time, but the clock goes on. */
function makePorts() {
  let ahead = 0;
  const { clock, ...ports } = createNodePorts();
  const now = () => clock.now() + ahead;
  return { ...ports, clock: { ...clock, now, sleep: (ms: number) => Promise.resolve(void (ahead += ms)) } };
}

/** What verify ends with on a server of this behaviour, and how many requests carried the credential. */
async function ask(
  handler: Handler,
  options: { action?: 'auth' | 'push'; timeout?: number; retries?: number } = {},
  ports = makePorts(),
) {
  const sent: string[] = [];
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    if (request.headers.authorization !== undefined) sent.push(`${request.method} ${request.url}`);
    handler(request, response, `127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const registry = `127.0.0.1:${(server.address() as AddressInfo).port}/acme`;
  try {
    const found = await verify({ registry, credential, retries: 2, ...options }, ports);
    return { code: 'ok', sent, requests, found, message: '' };
  } catch (error) {
    if (!(error instanceof DcrError)) throw error;
    return { code: error.code, sent, requests, found: undefined, message: error.message };
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

describe('a registry that refuses', () => {
  it.each<[string, Handler, string, number]>([
    ['a wrong password', always(challenged), 'DCR_CREDENTIAL_REJECTED', 1],
    [
      'an expired one (401)',
      always(challenged, [401, oci('UNAUTHORIZED', 'credential expired'), BASIC]),
      'DCR_CREDENTIAL_EXPIRED',
      1,
    ],
    [
      'an expired one (403)',
      always(challenged, [403, oci('DENIED', 'the token has expired')]),
      'DCR_CREDENTIAL_EXPIRED',
      1,
    ],
    ['an account', always(challenged, [403, oci('DENIED')]), 'DCR_ACCESS_DENIED', 1],
    ['too many requests', always([429, '', { 'retry-after': '900' }]), 'DCR_RATE_LIMITED', 0],
    ['too many logins', always(challenged, [429, '', { 'retry-after': '900' }]), 'DCR_RATE_LIMITED', 1],
    ['nothing, by failing', always([502, '']), 'DCR_SERVER_ERROR', 0],
  ])(
    '%s ends with its code, and the credential is sent no more often than needed',
    async (_name, handler, code, times) => {
      const { code: seen, sent } = await ask(handler);
      expect([seen, sent.length]).toEqual([code, times]);
    },
  );
});

describe('what is no registry', () => {
  it.each<[string, Handler]>([
    ['a web page', always([200, '<html><title>Welcome</title></html>'])],
    ['a page that is not there', always([404, 'not found'])],
    ['a sign-in portal that redirects', always([302, '', { location: 'http://127.0.0.2:9/login' }])],
    ['a network that wants a sign-in', always([511, ''])],
    ['a 401 that does not say how to log in', always([401, ''])],
    ['a challenge with an unclosed quote', always([401, '', { 'www-authenticate': 'Bearer realm="http://x' }])],
    ['a challenge with two realms', always([401, '', { 'www-authenticate': 'Basic realm="a", realm="b"' }])],
    ['a scheme that nobody speaks', always([401, '', { 'www-authenticate': 'Negotiate' }])],
    ['an answer of two mebibytes', always([200, `"${'x'.repeat(2 * 1024 * 1024)}"`])],
  ])('%s is told as such and never sees the credential', async (_name, handler) => {
    const { code, sent } = await ask(handler);
    expect([code, sent]).toEqual(['DCR_NOT_A_REGISTRY', []]);
  });
});

describe('an attack on the credential', () => {
  it.each<[string, Handler, string]>([
    ['a realm on another site', bearer('https://evil.example/token'), 'DCR_UNSAFE_REALM'],
    ['a realm on another loopback address', bearer('http://127.0.0.2:9/token'), 'DCR_UNSAFE_REALM'],
    ['a look-alike host', bearer('http://127.0.0.1.evil.example/token'), 'DCR_UNSAFE_REALM'],
    ['a realm with user information', (q, r, host) => bearer(`http://x@${host}/token`)(q, r, host), 'DCR_UNSAFE_REALM'],
    ['a realm that is a file', bearer('file:///etc/passwd'), 'DCR_UNSAFE_REALM'],
    ['a realm that is relative', bearer('/token'), 'DCR_UNSAFE_REALM'],
    ['a redirect in circles', always([307, '', { location: '/v2/' }]), 'DCR_UNSAFE_REDIRECT'],
  ])('by %s is refused before anything is sent', async (_name, handler, code) => {
    const { code: seen, sent } = await ask(handler);
    expect([seen, sent]).toEqual([code, []]);
  });

  it('by a redirect of the request that carries it is not followed', async () => {
    const stolen: unknown[] = [];
    const thief = createServer((request, response) => {
      stolen.push(request.headers.authorization);
      response.end();
    });
    await new Promise<void>((listening) => thief.listen(0, '127.0.0.1', listening));
    const location = `http://127.0.0.1:${(thief.address() as AddressInfo).port}/v2/`;
    const { code, sent } = await ask(always(challenged, [307, '', { location }]));
    await new Promise((closed) => thief.close(closed));
    expect([code, sent.length, stolen]).toEqual(['DCR_UNSAFE_REDIRECT', 1, []]);
  });

  it('by words that a CI system would obey, or that repeat it, tells nothing of them', async () => {
    const encoded = Buffer.from(`ci:${PASSWORD}`).toString('base64');
    const hostile = `::add-mask::x\n##[error]\u001b[31m ${PASSWORD} ${encoded} ${encodeURIComponent(PASSWORD)} ${'y'.repeat(5000)}`;
    const { code, message } = await ask(always(challenged, [401, oci('UNAUTHORIZED', hostile), BASIC]));
    expect(code).toBe('DCR_CREDENTIAL_REJECTED');
    for (const part of [PASSWORD, encoded, '::add-mask', '##[', '\n', '\u001b']) expect(message).not.toContain(part);
    expect(message.length).toBeLessThan(600);
  });
});

describe('a credential that nothing proves', () => {
  it('is never called right where anybody is let in', async () => {
    expect((await ask(always([200, '{}']))).code).toBe('DCR_CREDENTIAL_UNPROVEN');
  });

  it('is never called right where the token service gives tokens to anybody', async () => {
    const handler: Handler = (request, response, host) => {
      if (request.url?.startsWith('/token') === true) response.end('{"token":"t"}');
      else if (request.headers.authorization === undefined) bearer(`http://${host}/token`)(request, response, host);
      else response.end('{}');
    };
    expect((await ask(handler)).code).toBe('DCR_CREDENTIAL_UNPROVEN');
  });
});

describe('faults on the way', () => {
  it('when the server recovers, are waited out with exactly the retries that it takes', async () => {
    let failures = 2;
    const { code, requests } = await ask((request, response, host) => {
      if (failures > 0) {
        failures -= 1;
        response.writeHead(503).end();
      } else {
        always(challenged, [200, '{}'])(request, response, host);
      }
    });
    expect(code).toBe('ok');
    expect(requests).toBe(5);
  });

  it('of a loopback port that was too busy to say that it speaks no TLS are none', async () => {
    const ports = makePorts();
    const busy = { ...ports, http: { ...ports.http, speaksTls: () => Promise.resolve(true) } };
    const { code, message } = await ask(always(challenged, [200, '{}']), {}, busy);
    expect({ code, message }).toEqual({ code: 'ok', message: '' });
  });

  it('when the server is silent, end with DCR_TIMEOUT', async () => {
    expect((await ask(() => undefined, { timeout: 300, retries: 0 })).code).toBe('DCR_TIMEOUT');
  });

  it('when the body never ends, end with DCR_TIMEOUT', async () => {
    const handler: Handler = (_request, response) => void response.writeHead(200).write('{');
    expect((await ask(handler, { timeout: 300, retries: 0 })).code).toBe('DCR_TIMEOUT');
  });

  it('when nothing listens, end with DCR_UNREACHABLE', async () => {
    const attempt = verify({ registry: '127.0.0.1:1/acme', credential, retries: 0 }, makePorts());
    await expect(attempt).rejects.toMatchObject({ code: 'DCR_UNREACHABLE' });
  });
});
