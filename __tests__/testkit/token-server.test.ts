import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { X509Certificate, verify } from 'node:crypto';
import { startTokenServer } from '@nexqloud/dcr-testkit';
import type { TokenServer } from '@nexqloud/dcr-testkit';

const PASSWORD = 'first:secret';
const users = [
  { username: 'ci', password: PASSWORD, grants: ['repository:acme/*:pull,push', 'registry:catalog:*'] },
  { username: 'reader', password: 'second-secret', grants: ['repository:acme/app:pull'] },
];

interface TokenAnswer {
  token: string;
  access_token: string;
  expires_in: number;
  issued_at: string;
  refresh_token?: string;
  scope?: string;
}

let server: TokenServer;
beforeAll(async () => {
  server = await startTokenServer({ users, refreshTokens: true, anonymousGrants: ['repository:acme/public:pull'] });
});
afterEach(() => server.setUsers(users));
afterAll(() => server.stop());

const basic = (username: string, password: string) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

async function get(query: string, authorization?: string) {
  const url = `${server.realm}?service=dcr-test&${query}`;
  const response = await fetch(url, authorization === undefined ? {} : { headers: { authorization } });
  return { status: response.status, body: (await response.json()) as TokenAnswer };
}

async function post(fields: Record<string, string>) {
  const body = new URLSearchParams({ service: 'dcr-test', client_id: 'test', ...fields });
  const response = await fetch(server.realm, { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as TokenAnswer };
}

function readClaims(token: string) {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}

describe('a token', () => {
  it('is signed by the certificate that the registry trusts, which it carries', async () => {
    const { body } = await get('scope=repository:acme/app:pull', basic('ci', PASSWORD));
    const [header = '', claims = '', signature = ''] = body.token.split('.');
    const certificate = new X509Certificate(server.certificate);
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      typ: 'JWT',
      alg: 'ES256',
      x5c: [certificate.raw.toString('base64')],
    });
    const key = { key: certificate.publicKey, dsaEncoding: 'ieee-p1363' } as const;
    const isGood = verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'));
    expect(isGood).toBe(true);
  });

  it('says for whom, for what and for how long it is', async () => {
    const { body } = await get('scope=repository:acme/app:pull', basic('ci', PASSWORD));
    const claims = readClaims(body.token);
    expect(claims).toMatchObject({
      iss: server.issuer,
      aud: 'dcr-test',
      sub: 'ci',
      access: [{ type: 'repository', name: 'acme/app', actions: ['pull'] }],
    });
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(300);
    expect(body).toMatchObject({ access_token: body.token, expires_in: 300 });
    expect(Date.parse(body.issued_at) / 1000).toBe(claims['iat']);
  });

  it.each([
    ['all that was asked for', 'ci', ['repository:acme/a/b:pull,push'], ['repository:acme/a/b:pull,push']],
    ['less than was asked for', 'reader', ['repository:acme/app:pull,push'], ['repository:acme/app:pull']],
    ['nothing of a foreign repository', 'reader', ['repository:acme/app2:pull'], []],
    [
      'each of several scopes by itself',
      'ci',
      ['registry:catalog:*', 'repository:globex/a:pull'],
      ['registry:catalog:*'],
    ],
    ['nothing where nothing was asked for', 'ci', [], []],
  ])('holds %s', async (_, username, requested, granted) => {
    const password = users.find((user) => user.username === username)?.password ?? '';
    const query = requested.map((scope) => `scope=${encodeURIComponent(scope)}`).join('&');
    const answer = await get(query, basic(username, password));
    const oauth = await post({ grant_type: 'password', username, password, scope: requested.join(' ') });
    expect([answer.status, oauth.status]).toEqual([200, 200]);
    expect(oauth.body.scope).toBe(granted.join(' '));
    expect(readClaims(oauth.body.token)['access']).toEqual(readClaims(answer.body.token)['access']);
    expect(server.requests().slice(-2)).toMatchObject([
      { form: 'get', requested, granted, status: 200 },
      { form: 'oauth', requested, granted, status: 200 },
    ]);
  });
});

describe('the token server', () => {
  it('refuses a wrong credential in both forms', async () => {
    expect((await get('', basic('ci', 'wrong'))).status).toBe(401);
    expect((await post({ grant_type: 'password', username: 'ci', password: 'wrong' })).status).toBe(401);
    expect((await post({ grant_type: 'refresh_token', refresh_token: 'made-up' })).status).toBe(401);
  });

  it('refuses a form that it cannot read', async () => {
    expect((await post({ grant_type: 'magic' })).status).toBe(400);
    expect((await post({ grant_type: 'password', username: 'ci' })).status).toBe(400);
  });

  it('refuses a question about another service', async () => {
    const response = await fetch(`${server.realm}?service=other`, {
      headers: { authorization: basic('ci', PASSWORD) },
    });
    expect(response.status).toBe(400);
  });

  it('gives anybody what is public', async () => {
    const { status, body } = await get('scope=repository:acme/public:pull,push');
    expect(status).toBe(200);
    expect(readClaims(body.token)['access']).toMatchObject([{ name: 'acme/public', actions: ['pull'] }]);
  });

  it('gives a refresh token only to those who ask for one, and takes it as long as the credential lives', async () => {
    expect((await get('', basic('ci', PASSWORD))).body.refresh_token).toBeUndefined();
    const { body } = await get('offline_token=true&client_id=docker', basic('ci', PASSWORD));
    const refresh = {
      grant_type: 'refresh_token',
      refresh_token: body.refresh_token ?? '',
      scope: 'repository:acme/x:pull',
    };
    expect(await post(refresh)).toMatchObject({ status: 200, body: { scope: 'repository:acme/x:pull' } });
    server.setUsers([{ username: 'ci', password: 'the next one', grants: [] }]);
    expect((await post(refresh)).status).toBe(401);
    expect((await get('', basic('ci', PASSWORD))).status).toBe(401);
    expect((await get('', basic('ci', 'the next one'))).status).toBe(200);
  });

  it('keeps a log that holds no secret', async () => {
    const { body } = await get('offline_token=true&client_id=docker', basic('ci', PASSWORD));
    await post({ grant_type: 'password', username: 'ci', password: PASSWORD });
    const log = server.requests().slice(-2);
    expect(log).toMatchObject([
      { form: 'get', claim: 'password', clientId: 'docker', offline: true, service: 'dcr-test' },
      { form: 'oauth', claim: 'password', clientId: 'test', offline: false },
    ]);
    for (const secret of [PASSWORD, body.token, body.refresh_token ?? PASSWORD]) {
      expect(JSON.stringify(log)).not.toContain(secret);
    }
  });

  it('refuses grants that are no scopes when it starts', async () => {
    const broken = startTokenServer({ users: [{ username: 'ci', password: 'x', grants: ['everything'] }] });
    await expect(broken).rejects.toThrow('not a scope');
  });
});
