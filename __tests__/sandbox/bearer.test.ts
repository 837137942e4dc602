import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { acme, acmeReader, ask, askToken, askTokenByForm, globex, startThree } from './client.ts';

const PULL = 'repository:acme/app:pull';
const PUSH = 'repository:acme/app:pull,push';

describe('a sandbox with tokens', () => {
  let sandbox: Sandbox;
  let now = 1_700_000_000_000;
  beforeEach(async () => {
    sandbox = await startThree({ scheme: 'bearer', refreshTokens: true, tokenLifetime: 60, now: () => now });
  });
  afterEach(() => sandbox.close());

  const getToken = async (options: Parameters<typeof askToken>[1]): Promise<string> => {
    const { status, json } = await askToken(sandbox, options);
    expect(status).toBe(200);
    return json.token;
  };

  describe('in its challenges', () => {
    it('names realm, service and the scope of each endpoint', async () => {
      const challenge = async (method: string, path: string): Promise<string | undefined> =>
        (await ask(sandbox, { method, path })).headers['www-authenticate'];
      const start = `Bearer realm="${sandbox.url}/token",service="dcr-sandbox"`;
      const uploads = '/v2/acme/app/blobs/uploads/';
      expect(await challenge('GET', '/v2/')).toBe(start);
      expect(await challenge('GET', '/v2/acme/_catalog')).toBe(`${start},scope="registry:acme:catalog"`);
      expect(await challenge('GET', '/v2/acme/app/tags/list')).toBe(`${start},scope="${PULL}"`);
      expect(await challenge('HEAD', '/v2/acme/app/manifests/latest')).toBe(`${start},scope="${PULL}"`);
      expect(await challenge('PUT', '/v2/acme/app/manifests/latest')).toBe(`${start},scope="${PUSH}"`);
      expect(await challenge('POST', uploads)).toBe(`${start},scope="${PUSH}"`);
      expect(await challenge('DELETE', '/v2/acme/app/manifests/latest')).toBe(
        `${start},scope="repository:acme/app:delete"`,
      );
      expect(await challenge('POST', `${uploads}?mount=sha256:${'0'.repeat(64)}&from=acme/team/web`)).toBe(
        `${start},scope="${PUSH} repository:acme/team/web:pull"`,
      );
    });

    it('names the realm under the loopback name that the client called, and under no other', async () => {
      const realm = async (host: string): Promise<string | undefined> => {
        const reply = await ask(sandbox, { path: '/v2/', headers: { host } });
        return /realm="([^"]*)"/.exec(reply.headers['www-authenticate'] ?? '')?.[1];
      };
      const { port } = new URL(sandbox.url);
      expect(await realm(`localhost:${port}`)).toBe(`http://localhost:${port}/token`);
      expect(await realm('evil.example')).toBe(`${sandbox.url}/token`);
      expect(await realm(`localhost:${port}",x="`)).toBe(`${sandbox.url}/token`);
    });

    it('says insufficient_scope and what is missing', async () => {
      const bearer = await getToken({ basic: acme, scope: PULL });
      const reply = await ask(sandbox, { method: 'POST', path: '/v2/acme/app/blobs/uploads/', bearer });
      expect(reply).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
      expect(reply.headers['www-authenticate']).toContain(`scope="${PUSH}",error="insufficient_scope"`);
    });

    it.each([
      ['garbage', () => Promise.resolve('garbage')],
      [
        'an expired token',
        async () => {
          const token = await getToken({ basic: acme, scope: PULL });
          now += 60_000;
          return token;
        },
      ],
      [
        'the token of a retired credential',
        async () => {
          const token = await getToken({ basic: acme, scope: PULL });
          sandbox.rotate('acme');
          return token;
        },
      ],
      ['a refresh token', async () => (await askToken(sandbox, { basic: acme, offline: true })).json.refresh_token],
      ['the administrator’s token', () => Promise.resolve(sandbox.adminToken)],
    ])('says invalid_token to %s', async (_, makeToken) => {
      const reply = await ask(sandbox, { path: '/v2/acme/app/tags/list', bearer: await makeToken() });
      expect(reply).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
      expect(reply.headers['www-authenticate']).toContain(`scope="${PULL}",error="invalid_token"`);
    });

    it('does not look at Basic', async () => {
      const reply = await ask(sandbox, { path: '/v2/', basic: acme });
      expect(reply.status).toBe(401);
      expect(reply.headers['www-authenticate']).toMatch(/^Bearer /);
    });
  });

  describe('at the token endpoint', () => {
    it('answers a login without scope with a token that opens /v2/ and nothing else', async () => {
      const { json } = await askToken(sandbox, { basic: acme });
      expect(json).toMatchObject({ expires_in: 60, issued_at: new Date(now).toISOString() });
      expect(json.access_token).toBe(json.token);
      expect((await ask(sandbox, { path: '/v2/', bearer: json.token })).status).toBe(200);
      expect((await ask(sandbox, { path: '/v2/acme/app/tags/list', bearer: json.token })).status).toBe(401);
    });

    it('grants several scopes at once', async () => {
      const bearer = await getToken({ basic: acme, scope: [PULL, 'repository:acme/team/web:pull'] });
      for (const name of ['app', 'team/web']) {
        expect((await ask(sandbox, { path: `/v2/acme/${name}/tags/list`, bearer })).status).toBe(200);
      }
    });

    it.each([
      [acme, 'repository:acme/app:pull,push', 'repository:acme/app:pull,push'],
      [acme, 'repository:acme/app:*', 'repository:acme/app:pull,push,delete'],
      [acme, 'repository(plugin):acme/app:pull', 'repository:acme/app:pull'],
      [acmeReader, 'repository:acme/app:pull,push', 'repository:acme/app:pull'],
      [acme, 'registry:acme:catalog', 'registry:acme:catalog'],
      [acme, 'registry:globex:catalog registry:catalog:*', ''],
      [acme, 'repository:globex/web:pull,push repository:acme/app:pull', 'repository:acme/app:pull'],
      [acme, 'repository:initech/open:pull,push', 'repository:initech/open:pull'],
      [acme, 'repository:acme/../globex/web:pull repository:acme:pull nonsense ::', ''],
      [acme, 'user:acme/app:pull', ''],
    ])('narrows what %j asks for, from "%s" to "%s"', async (credential, scope, granted) => {
      const form = { grant_type: 'password', service: 'dcr-sandbox', client_id: 'test', scope, ...credential };
      expect(await askTokenByForm(sandbox, form)).toMatchObject({ status: 200, json: { scope: granted } });
    });

    it.each([
      ['GET', () => askToken(sandbox, { basic: { ...acme, password: 'no' }, scope: PULL })],
      ['POST', () => askTokenByForm(sandbox, { grant_type: 'password', username: 'acme-ci', password: 'no' })],
      ['POST without anything', () => askTokenByForm(sandbox, { grant_type: 'password' })],
      ['an invented refresh token', () => askTokenByForm(sandbox, { grant_type: 'refresh_token', refresh_token: 'x' })],
    ])('refuses a wrong credential: %s', async (_, attempt) => {
      expect(await attempt()).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
    });

    it('gives a stranger a token only for what is public', async () => {
      const open = 'repository:initech/open:pull,push';
      expect((await askToken(sandbox, {})).status).toBe(401);
      expect((await askToken(sandbox, { scope: PULL })).status).toBe(401);
      const bearer = await getToken({ scope: open });
      expect((await ask(sandbox, { path: '/v2/initech/open/manifests/latest', bearer })).status).toBe(200);
      expect((await ask(sandbox, { path: '/v2/', bearer })).status).toBe(401);
      const push = await ask(sandbox, { method: 'POST', path: '/v2/initech/open/blobs/uploads/', bearer });
      expect(push.headers['www-authenticate']).toContain('error="insufficient_scope"');
    });

    it('does not tell a stranger with a token which registries exist', async () => {
      const bearer = await getToken({ scope: 'repository:initech/open:pull' });
      for (const name of ['acme', 'acne']) {
        const reply = await ask(sandbox, { path: `/v2/${name}/app/tags/list`, bearer });
        expect(reply).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
      }
    });

    it('wants a token even for what is public', async () => {
      expect((await ask(sandbox, { path: '/v2/initech/open/manifests/latest' })).status).toBe(401);
    });

    it('refuses a form that is too large or of another kind', async () => {
      expect((await askTokenByForm(sandbox, { grant_type: 'password', scope: 'x'.repeat(70_000) })).status).toBe(413);
      expect((await askTokenByForm(sandbox, { grant_type: 'authorization_code' })).status).toBe(400);
    });
  });

  describe('with refresh tokens', () => {
    it('hands one out when asked, exchanges it, and forgets it with its credential', async () => {
      expect((await askToken(sandbox, { basic: acme })).json).not.toHaveProperty('refresh_token');
      const { json } = await askToken(sandbox, { basic: acme, offline: true });
      const form = { grant_type: 'refresh_token', refresh_token: json.refresh_token, scope: PUSH };
      const exchanged = await askTokenByForm(sandbox, form);
      expect(exchanged).toMatchObject({ status: 200, json: { scope: PUSH } });
      sandbox.rotate('acme');
      expect(await askTokenByForm(sandbox, form)).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
      expect((await ask(sandbox, { path: '/v2/', bearer: exchanged.json.token })).status).toBe(401);
    });

    it('hands one out by form for access_type=offline', async () => {
      const form = { grant_type: 'password', access_type: 'offline', ...acme };
      expect((await askTokenByForm(sandbox, form)).json.refresh_token).toEqual(expect.any(String));
    });

    it('hands none out unless the sandbox was told to', async () => {
      const plain = await startThree({ scheme: 'bearer' });
      try {
        expect((await askToken(plain, { basic: acme, offline: true })).json).not.toHaveProperty('refresh_token');
      } finally {
        await plain.close();
      }
    });
  });

  it('tells a token of another registry insufficient_scope, and a wrong name NAME_UNKNOWN', async () => {
    const bearer = await getToken({ basic: globex, scope: 'registry:acme:catalog' });
    const denied = await ask(sandbox, { path: '/v2/acme/_catalog', bearer });
    expect(denied.headers['www-authenticate']).toContain('error="insufficient_scope"');
    expect(await ask(sandbox, { path: '/v2/acne/_catalog', bearer })).toMatchObject({ code: 'NAME_UNKNOWN' });
  });

  it('logs the owner of a token, and never the token', async () => {
    const bearer = await getToken({ basic: acme, scope: PULL });
    await ask(sandbox, { path: '/v2/acme/app/tags/list', bearer });
    await askTokenByForm(sandbox, { grant_type: 'password', ...acme });
    expect(sandbox.log.map(({ method, scheme, username, accepted }) => [method, scheme, username, accepted])).toEqual([
      ['GET', 'basic', 'acme-ci', true],
      ['GET', 'bearer', 'acme-ci', true],
      ['POST', 'none', 'acme-ci', true],
    ]);
    expect(JSON.stringify(sandbox.log)).not.toContain(bearer);
  });
});
