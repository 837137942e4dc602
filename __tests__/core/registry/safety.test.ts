import { describe, expect, it } from '@jest/globals';
import { parseRegistry } from '../../../packages/core/lib/registry/reference.js';
import { isSameOrigin, judgeRealm, locatePath } from '../../../packages/core/lib/registry/safety.js';

async function isSafe(realm: string, given: { registry?: string; plain?: boolean; allowed?: readonly string[] } = {}) {
  const reference = parseRegistry(given.registry ?? 'dcr.nexqloud.io/acme');
  const origin = new URL(`${given.plain === true ? 'http' : 'https'}://${reference.apiHost}/`);
  const answer = await judgeRealm({ realm, reference, origin, allowed: given.allowed ?? [] });
  return answer.safe;
}

describe('a realm may receive the credential of dcr.nexqloud.io', () => {
  it.each([
    'https://dcr.nexqloud.io/token',
    'https://DCR.NEXQLOUD.IO/token',
    'https://dcr.nexqloud.io:8443/token',
    'https://auth.nexqloud.io/token?x=1',
    'https://a.b.c.nexqloud.io/',
    'https://nexqloud.io/',
  ])('when it is %s', async (realm) => {
    expect(await isSafe(realm)).toBe(true);
  });

  it.each([
    'http://dcr.nexqloud.io/token',
    'https://evil.example/token',
    'https://nexqloud.io.evil.example/token',
    'https://evilnexqloud.io/token',
    'https://nexqloud.io%2eevil.example/',
    'https://dcr.nexqloud.io@evil.example/token',
    'https://user@dcr.nexqloud.io/token',
    'https://:pw@dcr.nexqloud.io/token',
    'https://dcr.nexqloud.io\\@evil.example/',
    'https://nexqloud.com/',
    'https://nеxqloud.io/',
    'https://127.0.0.1/token',
    'https://localhost/token',
    'https://[::1]/token',
    'https://io/token',
    '//dcr.nexqloud.io/token',
    '/token',
    'dcr.nexqloud.io/token',
    'ftp://dcr.nexqloud.io/token',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,x',
    'https://',
    '',
  ])('but not when it is %j', async (realm) => {
    const safe = await isSafe(realm);
    // A backslash is a slash to a URL parser: that one stays on the registry's own host and is harmless.
    expect(safe).toBe(realm.includes('\\'));
  });
});

describe('two tenants of one hosting domain', () => {
  it.each([
    ['acme.github.io', 'https://evil.github.io/token'],
    ['acme.azurewebsites.net', 'https://evil.azurewebsites.net/token'],
    ['acme.s3.amazonaws.com', 'https://evil.s3.amazonaws.com/token'],
    ['registry.acme.co.uk', 'https://auth.evil.co.uk/token'],
    ['acme.herokuapp.com', 'https://herokuapp.com/token'],
    ['acme.blogspot.com', 'https://evil.blogspot.com/token'],
  ])('%s and %s are strangers', async (registry, realm) => {
    expect(await isSafe(realm, { registry })).toBe(false);
  });

  it.each([
    ['registry.acme.co.uk', 'https://auth.acme.co.uk/token'],
    ['registry.acme.github.io', 'https://auth.acme.github.io/token'],
    ['docker.io/acme', 'https://auth.docker.io/token'],
  ])('%s and %s are one', async (registry, realm) => {
    expect(await isSafe(realm, { registry })).toBe(true);
  });
});

describe('a numeric host', () => {
  it('shares no domain with another one', async () => {
    expect(await isSafe('https://10.0.0.2/token', { registry: '10.0.0.1:5000' })).toBe(false);
    expect(await isSafe('https://10.0.0.1:5001/token', { registry: '10.0.0.1:5000' })).toBe(true);
    expect(await isSafe('https://[::2]/token', { registry: '[::1]:5000' })).toBe(false);
  });
});

describe('a realm over plain http', () => {
  it('is safe only on loopback, for a loopback registry that was itself reached over http', async () => {
    const registry = '127.0.0.1:5000/acme';
    expect(await isSafe('http://127.0.0.1:5001/token', { registry, plain: true })).toBe(true);
    expect(await isSafe('http://127.0.0.1:5001/token', { registry })).toBe(false);
    expect(await isSafe('http://evil.example/token', { registry, plain: true })).toBe(false);
    expect(await isSafe('http://localhost:5001/token', { registry, plain: true })).toBe(false);
  });
});

describe('a realm that the user allows', () => {
  const realm = 'https://sso.acme.example:8443/token';
  it.each([[['sso.acme.example']], [['sso.acme.example:8443']], [['other', 'SSO.acme.example']]])(
    'by %j is safe',
    async (allowed) => {
      expect(await isSafe(realm, { allowed })).toBe(true);
    },
  );

  it.each([[['acme.example']], [['sso.acme.example:443']], [['']], [['*']], [['https://sso.acme.example']]])(
    'is not meant by %j',
    async (allowed) => {
      expect(await isSafe(realm, { allowed })).toBe(false);
    },
  );

  it('still has to be encrypted and without user information', async () => {
    const allowed = ['sso.acme.example'];
    expect(await isSafe('http://sso.acme.example/token', { allowed })).toBe(false);
    expect(await isSafe('https://u:p@sso.acme.example/token', { allowed })).toBe(false);
  });
});

describe('a redirect stays on the origin', () => {
  const here = new URL('https://dcr.nexqloud.io/v2/');
  it.each([
    ['https://dcr.nexqloud.io/other', true],
    ['https://dcr.nexqloud.io:443/other', true],
    ['http://dcr.nexqloud.io/other', false],
    ['https://dcr.nexqloud.io:444/', false],
    ['https://auth.nexqloud.io/', false],
  ])('%s: %s', (target, same) => {
    expect(isSameOrigin(new URL(target), here)).toBe(same);
  });
});

describe('a path that a registry chose', () => {
  it.each([
    '//thief.example/x',
    '/\\thief.example/x',
    '///thief.example',
    '/v2/?next=//thief.example',
    'https://thief.example/',
  ])('stays on the registry: %s', (path) => {
    expect(locatePath(path, new URL('https://dcr.nexqloud.io/')).origin).toBe('https://dcr.nexqloud.io');
  });

  it('keeps its query', () => {
    const url = locatePath('/v2/a/blobs/uploads/1?state=x%2Fy?z', new URL('http://127.0.0.1:5000/'));
    expect(url.href).toBe('http://127.0.0.1:5000/v2/a/blobs/uploads/1?state=x%2Fy?z');
  });
});
