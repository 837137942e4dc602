import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { acme, acmeReader, ask, authorizeBasic, globex, startThree } from './client.ts';

const BASIC = 'Basic realm="DCR sandbox"';

describe('a sandbox with Basic', () => {
  let sandbox: Sandbox;
  beforeAll(async () => void (sandbox = await startThree()));
  afterAll(() => sandbox.close());

  describe('at /v2/', () => {
    it('challenges who comes without a credential', async () => {
      const reply = await ask(sandbox, { path: '/v2/' });
      expect(reply).toMatchObject({ status: 401, code: 'UNAUTHORIZED', headers: { 'www-authenticate': BASIC } });
      expect(reply.headers['docker-distribution-api-version']).toBe('registry/2.0');
    });

    it.each([acme, acmeReader, globex])('lets $username in, whichever registry is his', async (basic) => {
      expect(await ask(sandbox, { path: '/v2/', basic })).toMatchObject({ status: 200, json: {} });
    });

    it.each([
      ['a wrong password', authorizeBasic({ ...acme, password: 'no' })],
      ['the password of another registry', authorizeBasic({ ...acme, password: globex.password })],
      ['the first part of a password that has colons', authorizeBasic({ ...acme, password: 'acme' })],
      ['an unknown username', authorizeBasic({ ...acme, username: 'nobody' })],
      ['no colon', `Basic ${Buffer.from('acme-ci').toString('base64')}`],
      ['no base64', 'Basic %%%'],
      ['a token', 'Bearer abc'],
    ])('refuses %s', async (_, authorization) => {
      const reply = await ask(sandbox, { path: '/v2/', headers: { authorization } });
      expect(reply).toMatchObject({ status: 401, code: 'UNAUTHORIZED', headers: { 'www-authenticate': BASIC } });
    });

    it('answers HEAD with the length that GET has, and no body', async () => {
      const [get, head] = await Promise.all([
        ask(sandbox, { path: '/v2/' }),
        ask(sandbox, { path: '/v2/', method: 'HEAD' }),
      ]);
      expect(head).toMatchObject({ status: 401, headers: { 'content-length': get.headers['content-length'] } });
      expect(head.bytes).toHaveLength(0);
    });
  });

  describe('at a registry’s catalog', () => {
    it.each([acme, acmeReader])('lists the repositories, without the registry’s name, to $username', async (basic) => {
      const reply = await ask(sandbox, { path: '/v2/acme/_catalog', basic });
      expect(reply).toMatchObject({ status: 200, json: { repositories: ['app', 'team/web'] } });
    });

    it.each([
      ['the credential of another registry', '/v2/acme/_catalog', globex, 403, 'DENIED'],
      ['a name that is no registry’s', '/v2/acne/_catalog', acme, 404, 'NAME_UNKNOWN'],
      ['a wrong password', '/v2/acme/_catalog', { ...acme, password: 'no' }, 401, 'UNAUTHORIZED'],
      ['a public registry’s list without a credential', '/v2/initech/_catalog', undefined, 401, 'UNAUTHORIZED'],
    ])('refuses %s', async (_, path, basic, status, code) => {
      expect(await ask(sandbox, { path, ...(basic ? { basic } : {}) })).toMatchObject({ status, code });
    });

    it('does not tell a stranger which registries exist', async () => {
      const [known, unknown] = await Promise.all([
        ask(sandbox, { path: '/v2/acme/_catalog' }),
        ask(sandbox, { path: '/v2/acne/_catalog' }),
      ]);
      expect([known.status, known.bytes.toString()]).toEqual([unknown.status, unknown.bytes.toString()]);
    });
  });

  describe('in a repository', () => {
    it.each([
      ['GET', '/v2/acme/app/tags/list'],
      ['GET', '/v2/acme/app/manifests/latest'],
      ['HEAD', '/v2/acme/app/manifests/latest'],
    ])('lets the pull-only credential %s %s', async (method, path) => {
      expect(await ask(sandbox, { method, path, basic: acmeReader })).toMatchObject({ status: 200 });
    });

    it.each([
      ['POST', '/v2/acme/app/blobs/uploads/'],
      ['PUT', '/v2/acme/app/manifests/latest'],
      ['DELETE', '/v2/acme/app/manifests/latest'],
    ])('denies the pull-only credential %s %s', async (method, path) => {
      expect(await ask(sandbox, { method, path, basic: acmeReader })).toMatchObject({ status: 403, code: 'DENIED' });
    });

    it.each([
      ['GET', '/v2/acme/app/tags/list'],
      ['GET', '/v2/acme/app/manifests/latest'],
      ['POST', '/v2/acme/app/blobs/uploads/'],
      ['PUT', '/v2/acme/new/manifests/latest'],
    ])('denies the credential of another registry %s %s', async (method, path) => {
      expect(await ask(sandbox, { method, path, basic: globex })).toMatchObject({ status: 403, code: 'DENIED' });
      expect(sandbox.repositories('acme')).toEqual(['app', 'team/web']);
    });

    it('says NAME_UNKNOWN where registry or repository is missing', async () => {
      for (const path of ['/v2/acne/app/tags/list', '/v2/acme/none/tags/list', '/v2/acme/none/manifests/latest']) {
        expect(await ask(sandbox, { path, basic: acme })).toMatchObject({ status: 404, code: 'NAME_UNKNOWN' });
      }
      const upload = { method: 'POST', path: '/v2/acne/app/blobs/uploads/', basic: acme };
      expect(await ask(sandbox, upload)).toMatchObject({ status: 404, code: 'NAME_UNKNOWN' });
    });

    it('has no token endpoint', async () => {
      expect(await ask(sandbox, { path: '/token', basic: acme })).toMatchObject({ status: 404 });
    });
  });

  describe('in a public registry', () => {
    const pull = { path: '/v2/initech/open/manifests/latest' };

    it('lets anybody pull, also with the credential of another registry', async () => {
      expect((await ask(sandbox, pull)).status).toBe(200);
      expect((await ask(sandbox, { ...pull, basic: globex })).status).toBe(200);
    });

    it('takes the empty credential that skopeo sends for none', async () => {
      expect((await ask(sandbox, { ...pull, basic: { username: '', password: '' } })).status).toBe(200);
    });

    it('does not overlook a wrong password', async () => {
      expect((await ask(sandbox, { ...pull, basic: { ...globex, password: 'no' } })).status).toBe(401);
    });

    it('lets nobody push without its own credential', async () => {
      const push = { method: 'POST', path: '/v2/initech/open/blobs/uploads/' };
      expect((await ask(sandbox, push)).status).toBe(401);
      expect(await ask(sandbox, { ...push, basic: globex })).toMatchObject({ status: 403, code: 'DENIED' });
    });
  });
});

describe('a credential with an expiry', () => {
  it('opens until then, and afterwards is refused with the reason, but only to who has the password', async () => {
    let now = 1000;
    const credential = { username: 'ci', password: 'secret', expiresAt: 2000 };
    const registries = [{ name: 'acme', credentials: [credential] }];
    const sandbox = await startSandbox({ registries, now: () => now });
    try {
      expect((await ask(sandbox, { path: '/v2/', basic: credential })).status).toBe(200);
      now = 2000;
      const late = await ask(sandbox, { path: '/v2/', basic: credential });
      expect(late).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
      expect(late.json.errors[0].message).toMatch(/expired/);
      const guess = await ask(sandbox, { path: '/v2/', basic: { username: 'ci', password: 'guess' } });
      expect(guess.json.errors[0].message).not.toMatch(/expired/);
    } finally {
      await sandbox.close();
    }
  });
});

describe('one username and password for two registries', () => {
  it('opens both', async () => {
    const registries = ['acme', 'globex'].map((name) => ({ name, credentials: [acme] }));
    const sandbox = await startSandbox({ registries });
    try {
      for (const name of ['acme', 'globex']) {
        expect((await ask(sandbox, { path: `/v2/${name}/_catalog`, basic: acme })).status).toBe(200);
      }
    } finally {
      await sandbox.close();
    }
  });
});

describe('the access log', () => {
  it('says what was asked and answered, and never holds a secret', async () => {
    const sandbox = await startThree();
    try {
      await ask(sandbox, { path: '/v2/?secret=in-a-query' });
      await ask(sandbox, { path: '/v2/acme/_catalog', basic: acme });
      await ask(sandbox, { path: '/v2/', basic: { ...acme, password: 'wrong-password' } });
      // Somebody who put the password where the username belongs.
      await ask(sandbox, { path: '/v2/', basic: { username: acme.password, password: acme.username } });
      expect(sandbox.log).toEqual([
        { method: 'GET', path: '/v2/', status: 401, scheme: 'none', accepted: false },
        { method: 'GET', path: '/v2/acme/_catalog', status: 200, scheme: 'basic', username: 'acme-ci', accepted: true },
        { method: 'GET', path: '/v2/', status: 401, scheme: 'basic', username: 'acme-ci', accepted: false },
        { method: 'GET', path: '/v2/', status: 401, scheme: 'basic', accepted: false },
      ]);
    } finally {
      await sandbox.close();
    }
  });
});
