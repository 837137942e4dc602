import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createSelfSignedCertificate } from '@nexqloud/dcr-testkit';
import { CREDENTIAL, makeMachine, NAMES, PASSWORD, readCode } from './support/machine.ts';
import type { Run } from './support/machine.ts';
import type { Answer, Handler, TestServer, Tls, WebServer } from './support/servers.ts';
import { findClosedPort, startServer, startSilentServer } from './support/servers.ts';

const machine = makeMachine();
const servers: TestServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

const serve = async (handler: Handler, tls?: Tls): Promise<WebServer> => {
  const server = await startServer(handler, tls === undefined ? {} : { tls });
  servers.push(server);
  return server;
};

/** One answer to those who show no credential, one to those who do. */
const twoFaced =
  (stranger: Answer, known: Answer = stranger): Handler =>
  ({ headers }) =>
    headers.authorization === undefined ? stranger : known;

const json = (value: unknown): string => JSON.stringify(value);
const oci = (code: string, message = ''): string => json({ errors: [{ code, message }] });
const CHALLENGE: Answer = {
  status: 401,
  headers: { 'www-authenticate': 'Basic realm="x"' },
  body: oci('UNAUTHORIZED'),
};
const bearer = (realm: string, more = ''): Answer => ({
  status: 401,
  headers: { 'www-authenticate': `Bearer realm="${realm}",service="s"${more}` },
});

const verify = (
  host: string,
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> =>
  machine.run(['verify', `${host}/acme`, '--json', '--retries', '0', ...words], { env: { ...CREDENTIAL, ...env } });

const EXITS: Readonly<Record<string, number>> = {
  DCR_CREDENTIAL_REJECTED: 3,
  DCR_CREDENTIAL_EXPIRED: 3,
  DCR_ACCESS_DENIED: 4,
};
const readFailure = (run: Run): unknown => [readCode(run), run.exitCode];
const failure = (code: string): unknown => [code, EXITS[code] ?? 5];

/** Behaviour → code, and how often the credential itself was sent. */
const MATRIX: Readonly<Record<string, readonly [Handler, string, number]>> = {
  'a rejected credential': [twoFaced(CHALLENGE), 'DCR_CREDENTIAL_REJECTED', 1],
  'a rejected credential, told in plain text': [
    twoFaced(CHALLENGE, { ...CHALLENGE, body: 'go away' }),
    'DCR_CREDENTIAL_REJECTED',
    1,
  ],
  'an expired credential': [
    twoFaced(CHALLENGE, { ...CHALLENGE, body: oci('UNAUTHORIZED', 'credential expired') }),
    'DCR_CREDENTIAL_EXPIRED',
    1,
  ],
  'a machine that is refused': [twoFaced({ status: 403, body: oci('DENIED', 'your address') }), 'DCR_ACCESS_DENIED', 0],
  'a server that fails': [twoFaced({ status: 503, body: '<html>' }), 'DCR_SERVER_ERROR', 0],
  'a server that fails once it sees the credential': [twoFaced(CHALLENGE, { status: 500 }), 'DCR_SERVER_ERROR', 1],
  'a proxy that wants a login of its own': [twoFaced({ status: 407 }), 'DCR_UNREACHABLE', 0],
  'a captive portal that answers with its page': [
    twoFaced({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html><title>Sign in</title>' }),
    'DCR_NOT_A_REGISTRY',
    0,
  ],
  'a portal that shows its page only to those with a credential': [
    twoFaced(CHALLENGE, { status: 200, body: '<html>' }),
    'DCR_NOT_A_REGISTRY',
    1,
  ],
  'JSON that breaks off': [twoFaced({ status: 200, body: '{"repositories":[' }), 'DCR_NOT_A_REGISTRY', 0],
  'JSON that is a list': [twoFaced({ status: 200, body: '[]' }), 'DCR_NOT_A_REGISTRY', 0],
  'a bearer challenge without a realm': [
    twoFaced({ status: 401, headers: { 'www-authenticate': 'Bearer service="s"' } }),
    'DCR_NOT_A_REGISTRY',
    0,
  ],
  'a realm elsewhere': [twoFaced(bearer('https://thief.test/token')), 'DCR_UNSAFE_REALM', 0],
  'a redirect in circles': [twoFaced({ status: 307, headers: { location: '/v2/?again' } }), 'DCR_UNSAFE_REDIRECT', 0],
  'a redirect of the credential elsewhere': [
    twoFaced(CHALLENGE, { status: 307, headers: { location: 'https://thief.test/' } }),
    'DCR_UNSAFE_REDIRECT',
    1,
  ],
  'a redirect of the credential to another scheme': [
    twoFaced(CHALLENGE, { status: 302, headers: { location: 'ftp://127.0.0.1/' } }),
    'DCR_UNSAFE_REDIRECT',
    1,
  ],
  'a redirect to no address': [twoFaced({ status: 302, headers: { location: 'http://[' } }), 'DCR_UNSAFE_REDIRECT', 0],
};

describe('verify tells', () => {
  it.concurrent.each(Object.entries(MATRIX))('%s by its code', async (_name, [handler, code, times]) => {
    const server = await serve(handler);
    const run = await verify(server.host);
    expect([readFailure(run), server.credentials()]).toEqual([failure(code), times]);
  });

  it.concurrent('of a token service its code, and that the credential goes nowhere else', async () => {
    const rows: readonly [Answer, string][] = [
      [{ status: 401 }, 'DCR_CREDENTIAL_REJECTED'],
      [
        { status: 400, body: json({ error: 'invalid_grant', error_description: 'token expired' }) },
        'DCR_CREDENTIAL_EXPIRED',
      ],
      [{ status: 400, body: json({ error: 'invalid_grant' }) }, 'DCR_CREDENTIAL_REJECTED'],
      [{ status: 403 }, 'DCR_ACCESS_DENIED'],
      [{ status: 200, body: '<html>' }, 'DCR_NOT_A_REGISTRY'],
      [{ status: 200, body: '{"token":""}' }, 'DCR_NOT_A_REGISTRY'],
      [{ status: 502 }, 'DCR_SERVER_ERROR'],
      [{ status: 307, headers: { location: 'https://thief.test/token' } }, 'DCR_UNSAFE_REDIRECT'],
    ];
    await Promise.all(
      rows.map(async ([answer, code]) => {
        const server: WebServer = await serve(({ url, headers }) =>
          url?.startsWith('/token') === true
            ? headers.authorization === undefined
              ? { status: 401 }
              : answer
            : bearer(`http://${server.host}/token`),
        );
        const run = await verify(server.host);
        expect([readFailure(run), server.credentials()]).toEqual([failure(code), 1]);
        expect(server.requests().filter((line) => line.endsWith('*'))).toEqual([
          expect.stringMatching(/^GET \/token\?/u),
        ]);
      }),
    );
  });
});

describe('a redirect on the same origin', () => {
  it.concurrent('is followed, with the credential too', async () => {
    const server = await serve(({ url, headers }) => {
      if (url !== '/v2/here') return { status: 308, headers: { location: '/v2/here' } };
      return headers.authorization === undefined ? CHALLENGE : { status: 200 };
    });
    expect((await verify(server.host)).json).toMatchObject({ ok: true, proven: { auth: true } });
  });
});

describe('a registry that asks to come back later', () => {
  it.concurrent.each([
    ['in seconds', '900', 900],
    ['at a date', new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000).toUTCString(), 3600],
  ])('%s is not waited for beyond the deadline: the answer says when', async (_name, retryAfter, seconds) => {
    const limit: Answer = { status: 429, headers: { 'retry-after': retryAfter } };
    const [stranger, known] = await Promise.all([serve(twoFaced(limit)), serve(twoFaced(CHALLENGE, limit))]);
    const runs = await Promise.all([stranger, known].map(({ host }) => verify(host, ['--retries', '3'])));
    for (const run of runs) {
      expect(readFailure(run)).toEqual(failure('DCR_RATE_LIMITED'));
      const { error } = run.json as { error: { retryAfter: number } };
      // A date comes nearer while the test waits for its turn.
      expect(error.retryAfter).toBeLessThanOrEqual(seconds);
      expect(error.retryAfter).toBeGreaterThan(seconds / 2);
    }
    expect([stranger.requests(), known.credentials()]).toEqual([['GET /v2/'], 1]);
  });

  it.concurrent('gets exactly the retries that were allowed, and is believed when it recovers', async () => {
    let failures = 1;
    const tired = await serve(() => ({ status: 503, headers: { 'retry-after': '0' } }));
    const recovered = await serve(({ headers }) => {
      failures -= 1;
      return failures >= 0 ? { status: 503 } : headers.authorization === undefined ? CHALLENGE : { status: 200 };
    });
    const [gone, back] = await Promise.all([
      verify(tired.host, ['--retries', '1']),
      verify(recovered.host, ['--retries', '1']),
    ]);
    expect([readFailure(gone), tired.requests().length]).toEqual([failure('DCR_SERVER_ERROR'), 2]);
    expect([back.exitCode, recovered.credentials() > 0]).toEqual([0, true]);
  });
});

describe('a body', () => {
  it.concurrent.each<[string, Answer, boolean]>([
    ['in gzip is read', { status: 200, headers: { 'content-encoding': 'gzip' }, body: gzipSync('{}') }, true],
    ['in GZIP is read', { status: 200, headers: { 'content-encoding': 'GZIP' }, body: gzipSync('{}') }, true],
    ['in x-gzip is read', { status: 200, headers: { 'content-encoding': 'x-gzip' }, body: gzipSync('{}') }, true],
    ['that says identity is read', { status: 200, headers: { 'content-encoding': 'identity' } }, true],
    [
      'that is gzip and says identity is none of a registry',
      { status: 200, headers: { 'content-encoding': 'identity' }, body: gzipSync('{}') },
      false,
    ],
    [
      'that says gzip and is not is none of a registry',
      { status: 200, headers: { 'content-encoding': 'gzip' }, body: '{}' },
      false,
    ],
    [
      'in gzip that breaks off is none of a registry',
      { status: 200, headers: { 'content-encoding': 'gzip' }, body: gzipSync('{}').subarray(0, 8) },
      false,
    ],
    [
      'in deflate, which was not asked for, is none of a registry',
      { status: 200, headers: { 'content-encoding': 'deflate' }, body: deflateSync('{}') },
      false,
    ],
    [
      'in brotli, which was not asked for, is none of a registry',
      { status: 200, headers: { 'content-encoding': 'br' }, body: brotliCompressSync('{}') },
      false,
    ],
    [
      'in gzip twice is none of a registry',
      { status: 200, headers: { 'content-encoding': 'gzip, gzip' }, body: gzipSync(gzipSync('{}')) },
      false,
    ],
    [
      'of a gzip bomb is cut, not unpacked',
      { status: 200, headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)) },
      false,
    ],
  ])('%s', async (_name, answer, readable) => {
    const server = await serve(twoFaced(CHALLENGE, answer));
    const run = await verify(server.host);
    if (readable) expect(run).toMatchObject({ exitCode: 0, json: { proven: { auth: true } } });
    else expect([readFailure(run), server.credentials()]).toEqual([failure('DCR_NOT_A_REGISTRY'), 1]);
  });
});

describe('an attack by words', () => {
  it.concurrent.each([
    [
      'that repeat the credential in every form',
      [
        PASSWORD,
        Buffer.from(PASSWORD).toString('base64'),
        Buffer.from(`ci:${PASSWORD}`).toString('base64url'),
        Buffer.from(PASSWORD).toString('hex'),
        encodeURIComponent(PASSWORD),
        json(PASSWORD),
      ].join(' '),
    ],
    ['that a CI system would obey', '\n::set-output name=x::y\r\n##vso[task.setvariable]z\n##[error]w'],
    ['that move the cursor', '\u001b[2J\u001b[1;1HLogin Succeeded\u0007\u009b31m\b\b\b'],
    ['that turn the text around', '\u202Egnp.exe\u2066\u200B\uFEFF\u2028::x'],
    ['that never end', 'x'.repeat(500_000)],
  ])('%s is quoted as data', async (_name, words) => {
    const server = await serve(twoFaced(CHALLENGE, { ...CHALLENGE, body: oci(words, words) }));
    const { stdout, stderr } = await verify(server.host);
    for (const text of [stderr, (JSON.parse(stdout) as { error: { message: string } }).error.message]) {
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(text).not.toMatch(/::|##\[|##vso\[/u);
      expect(text.length).toBeLessThan(900);
    }
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('a host that cannot be trusted or reached', () => {
  const authority = (options: Partial<Parameters<typeof createSelfSignedCertificate>[0]>, name: string) => {
    const made = createSelfSignedCertificate({ commonName: name, ...options });
    const file = join(machine.root, `${name}.pem`);
    writeFileSync(file, made.certificate);
    const key = String(made.key.export({ type: 'pkcs8', format: 'pem' }));
    return { tls: { key, cert: made.certificate }, env: { NODE_EXTRA_CA_CERTS: file } };
  };

  it.concurrent.each<[string, ReturnType<typeof authority>]>([
    ['has expired', authority({ addresses: ['127.0.0.1'], expired: true }, 'expired')],
    ['is for another host', authority({ hosts: ['other.test'] }, 'other')],
    ['nobody vouches for', { ...authority({ addresses: ['127.0.0.1'] }, 'alone'), env: { NODE_EXTRA_CA_CERTS: '' } }],
  ])('is one whose certificate %s; the credential stays here', async (_name, { tls, env }) => {
    const server = await serve(twoFaced(CHALLENGE, { status: 200 }), tls);
    const run = await verify(server.host, ['--retries', '3'], env);
    expect([readFailure(run), server.requests()]).toEqual([failure('DCR_TLS_UNTRUSTED'), []]);
  });

  it.concurrent('is none whose certificate a private authority signed that the user trusts', async () => {
    const { tls, env } = authority({ addresses: ['127.0.0.1'] }, 'private');
    const server = await serve(twoFaced(CHALLENGE, { status: 200 }), tls);
    expect((await verify(server.host, [], env)).json).toMatchObject({ ok: true, scheme: 'basic' });
  });

  it.concurrent(
    'is one beyond this machine that speaks http; nothing is sent over it, by https or otherwise',
    async () => {
      const server = await serve(twoFaced(CHALLENGE, { status: 200 }));
      const port = server.host.split(':')[1];
      const run = await verify(`registry.test:${port}`, [], NAMES);
      expect([readFailure(run), server.requests()]).toEqual([failure('DCR_TLS_UNTRUSTED'), []]);
    },
  );

  it.concurrent.each([
    ['a sibling of its own domain', 'auth.nexqloud.io', [], 0],
    ['a stranger', 'thief.test', [], 5],
    ['a stranger whom the user allows', 'sso.test', ['--allow-realm', 'sso.test'], 0],
    ['a stranger whom a variable allows', 'sso.test', ['DCR_ALLOW_REALM'], 0],
  ])('is no place for a token: %s', async (_name, realm, allow, exit) => {
    const { tls, env } = authority({ hosts: ['dcr.nexqloud.io', realm] }, `realm-${allow.length}-${realm}`);
    const tokens = await serve(
      ({ headers }) => (headers.authorization === undefined ? { status: 401 } : { status: 200, body: '{"token":"t"}' }),
      tls,
    );
    const address = `https://${realm}:${tokens.host.split(':')[1]}/token`;
    const server = await serve(
      ({ headers }) => (headers.authorization === undefined ? bearer(address) : { status: 200 }),
      tls,
    );
    const variable = allow[0] === 'DCR_ALLOW_REALM' ? { DCR_ALLOW_REALM: 'other.test, sso.test' } : {};
    const words = allow[0] === 'DCR_ALLOW_REALM' ? [] : allow;
    const run = await verify(`dcr.nexqloud.io:${server.host.split(':')[1]}`, words, { ...NAMES, ...env, ...variable });
    expect([run.exitCode, tokens.credentials(), server.credentials()]).toEqual([exit, exit === 0 ? 1 : 0, 0]);
    if (exit !== 0) expect(readCode(run)).toBe('DCR_UNSAFE_REALM');
  });

  it.concurrent('is one at whose port nobody listens, or whose name nobody knows', async () => {
    const [closed, unknown] = await Promise.all([
      findClosedPort().then((host) => verify(host, ['--retries', '1'])),
      verify('registry.invalid', ['--retries', '0']),
    ]);
    expect([closed, unknown].map(readFailure)).toEqual([failure('DCR_UNREACHABLE'), failure('DCR_UNREACHABLE')]);
  });

  it.concurrent('is one that cuts the connection', async () => {
    const server = await startSilentServer((socket) => socket.once('data', () => socket.destroy()));
    servers.push(server);
    expect(readFailure(await verify(server.host))).toEqual(failure('DCR_UNREACHABLE'));
  });
});

/** Refuses TLS as a server of plain http does, so that https is given up at once. */
const plain = (speak: (socket: Socket) => void) => (socket: Socket) => {
  socket.once('data', (bytes: Buffer) => {
    if (bytes[0] === 0x16) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    else speak(socket);
  });
};

const trickle = (start: string) => (socket: Socket) => {
  socket.write(start);
  const timer = setInterval(() => socket.write(' '), 20);
  socket.once('close', () => clearInterval(timer));
};

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n';

const FULL_QUEUE = `
import socket, time
listener = socket.socket()
listener.bind(('127.0.0.1', 0))
listener.listen(0)
callers = [socket.socket() for _ in range(3)]
for caller in callers:
    caller.setblocking(False)
    caller.connect_ex(listener.getsockname())
print(listener.getsockname()[1], flush=True)
time.sleep(60)
`;

describe('a server that takes its time', () => {
  it.concurrent.each<[string, string, (socket: Socket) => void]>([
    ['before the TLS handshake', 'TLS handshake', () => undefined],
    ['before its headers', 'at stage headers', plain(() => undefined)],
    ['with its headers, byte by byte', 'at stage headers', plain(trickle(`${HEAD}x: y`))],
    ['with its body', 'at stage body', plain((socket) => socket.write(`${HEAD}\r\n{`))],
    ['with its body, byte by byte', 'at stage body', plain(trickle(`${HEAD}\r\n`))],
  ])('%s is given up in time, and the stage is told', async (_name, stage, speak) => {
    const server = await startSilentServer(speak);
    servers.push(server);
    const run = await verify(server.host, ['--timeout', '900ms', '--retries', '9']);
    expect(readFailure(run)).toEqual(failure('DCR_TIMEOUT'));
    expect((run.json['error'] as { message: string }).message).toContain(stage);
  });

  it.concurrent('to take the connection is given up in time, and the stage is told', async () => {
    // A queue of one that nobody empties: the kernel drops who comes next.
    const full = spawn('python3', ['-c', FULL_QUEUE]);
    try {
      const port = await new Promise((resolve) =>
        full.stdout.once('data', (text: Buffer) => resolve(String(text).trim())),
      );
      const run = await verify(`127.0.0.1:${String(port)}`, ['--timeout', '900ms']);
      expect(readFailure(run)).toEqual(failure('DCR_TIMEOUT'));
      expect((run.json['error'] as { message: string }).message).toContain('no connection');
    } finally {
      full.kill();
    }
  });
});
