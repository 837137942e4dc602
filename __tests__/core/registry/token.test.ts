import { describe, expect, it } from '@jest/globals';
import { buildTokenUrl, readScopes, repositoryScope } from '../../../packages/core/lib/registry/token.js';

const build = (realm: string, rest: Partial<Parameters<typeof buildTokenUrl>[0]> = {}) =>
  buildTokenUrl({ realm: new URL(realm), service: undefined, scopes: [], ...rest }).href;

describe('a token is asked for', () => {
  it.each([
    ['at the bare realm', 'https://a.example/token', {}, 'https://a.example/token'],
    ['for a service', 'https://a.example/token', { service: 'r e&g' }, 'https://a.example/token?service=r+e%26g'],
    ['without an empty service', 'https://a.example/token', { service: '' }, 'https://a.example/token'],
    [
      'beside the query of the realm',
      'https://a.example/t?tenant=7',
      { service: 's' },
      'https://a.example/t?tenant=7&service=s',
    ],
    [
      'once for a service that the realm names too',
      'https://a.example/t?service=x',
      { service: 's' },
      'https://a.example/t?service=s',
    ],
    [
      'with one parameter for each scope',
      'https://a.example/t',
      { scopes: ['repository:a/b:pull', 'repository:c:pull,push'] },
      'https://a.example/t?scope=repository%3Aa%2Fb%3Apull&scope=repository%3Ac%3Apull%2Cpush',
    ],
    [
      'in the name of an account',
      'https://a.example/t',
      { username: 'a+b@c' },
      'https://a.example/t?account=a%2Bb%40c',
    ],
  ])('%s', (_, realm, rest, expected) => {
    expect(build(realm, rest)).toBe(expected);
  });

  it('without changing the realm that was judged', () => {
    const realm = new URL('https://a.example/t');
    buildTokenUrl({ realm, service: 's', scopes: ['x'], username: 'u' });
    expect(realm.href).toBe('https://a.example/t');
  });
});

describe('scopes', () => {
  it('are read from a challenge, where several are separated by spaces', () => {
    const scope = ' repository:a:pull  repository:b:push ';
    expect(readScopes({ scheme: 'bearer', parameters: { scope } })).toEqual(['repository:a:pull', 'repository:b:push']);
    expect(readScopes({ scheme: 'bearer', parameters: {} })).toEqual([]);
  });

  it('name the repository and the actions', () => {
    expect(repositoryScope('acme/api', 'pull,push')).toBe('repository:acme/api:pull,push');
  });
});
