import { describe, expect, it } from '@jest/globals';
import { chooseProxy } from '../../../packages/core/lib/node/proxy.js';
import { HttpFault } from '../../../packages/core/lib/ports/http.js';

type Variables = Readonly<Record<string, string>>;

const PROXY = { HTTPS_PROXY: 'http://proxy.example:3128', HTTP_PROXY: 'http://plain.example' };

function choose(url: string, variables: Variables): string {
  const choice = chooseProxy(new URL(url), variables);
  return 'none' in choice ? `none: ${choice.none}` : choice.proxy.address;
}

function refuse(variables: Variables, url = 'https://registry.example/'): HttpFault {
  try {
    chooseProxy(new URL(url), variables);
  } catch (error) {
    if (error instanceof HttpFault) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('which proxy', () => {
  it.each<[string, Variables, string]>([
    ['https://registry.example/', {}, 'none: HTTPS_PROXY is not set'],
    ['https://registry.example/', { HTTPS_PROXY: '' }, 'none: HTTPS_PROXY is not set'],
    ['https://registry.example/', PROXY, 'http://proxy.example:3128'],
    ['http://registry.example/', PROXY, 'http://plain.example:80'],
    ['https://registry.example/', { HTTP_PROXY: 'http://plain.example' }, 'none: HTTPS_PROXY is not set'],
    ['https://registry.example/', { https_proxy: 'lower.example:8080' }, 'http://lower.example:8080'],
    ['https://registry.example/', { HTTPS_PROXY: 'upper.example', https_proxy: 'lower' }, 'http://upper.example:80'],
    ['https://registry.example/', { HTTPS_PROXY: 'https://proxy.example' }, 'https://proxy.example:443'],
    ['https://registry.example/', { HTTPS_PROXY: 'http://[2001:db8::1]:3128' }, 'http://[2001:db8::1]:3128'],
    // Go does not read it, and so docker does not.
    ['https://registry.example/', { ALL_PROXY: 'http://all.example' }, 'none: HTTPS_PROXY is not set'],
  ])('for %s with %j it is %s', (url, variables, expected) => {
    expect(choose(url, variables)).toBe(expected);
  });

  it.each([
    'https://localhost/',
    'https://127.0.0.1:5000/',
    'https://127.9.9.9/',
    'https://[::1]:5000/',
    'https://[::ffff:127.0.0.1]/',
  ])('never proxies %s, which is loopback', (url) => {
    expect(choose(url, PROXY)).toBe('none: loopback is never proxied');
  });

  it('keeps the credential of the proxy out of its address, and decodes it', () => {
    const choice = chooseProxy(new URL('https://registry.example/'), { HTTPS_PROXY: 'http://me:p%40ss%3Aw@proxy:1' });
    if ('none' in choice) throw new Error(choice.none);
    const { address, authorization } = choice.proxy;
    expect(address).toBe('http://proxy:1');
    expect(authorization).toBe(`Basic ${Buffer.from('me:p@ss:w').toString('base64')}`);
  });
});

describe('NO_PROXY', () => {
  it.each<[string, string, boolean]>([
    ['*', 'https://registry.example/', true],
    ['registry.example', 'https://registry.example/', true],
    ['REGISTRY.example', 'https://registry.example/', true],
    ['example', 'https://registry.example/', true],
    ['xample', 'https://registry.example/', false],
    ['.example', 'https://registry.example/', true],
    ['.registry.example', 'https://registry.example/', false],
    ['*.example', 'https://registry.example/', true],
    ['*.registry.example', 'https://registry.example/', false],
    ['registry.example:443', 'https://registry.example/', true],
    ['registry.example:5000', 'https://registry.example/', false],
    ['registry.example:5000', 'https://registry.example:5000/', true],
    ['.example:5000', 'https://registry.example:5000/', true],
    ['other.example, registry.example', 'https://registry.example/', true],
    ['other.example,,', 'https://registry.example/', false],
    [':443', 'https://registry.example/', false],
    ['10.0.0.0/8', 'https://10.1.2.3/', true],
    ['10.0.0.0/8', 'https://11.1.2.3/', false],
    ['10.0.0.0/8', 'https://registry.example/', false],
    ['10.0.0.0/99', 'https://10.1.2.3/', false],
    ['10.1.2.3', 'https://10.1.2.3:5000/', true],
    ['10.1.2.3:443', 'https://10.1.2.3:5000/', false],
    ['10.1.2.3:5000', 'https://10.1.2.3:5000/', true],
    ['0.1.2.3', 'https://10.1.2.3/', false],
    ['2001:db8::/32', 'https://[2001:db8::9]/', true],
    ['2001:db8::9', 'https://[2001:db8::9]:5000/', true],
    ['[2001:db8::9]:5000', 'https://[2001:db8::9]:5000/', true],
    ['[2001:db8::9]:443', 'https://[2001:db8::9]:5000/', false],
    ['3.4', 'https://1.2.3.4/', false],
    ['[2001:db8::9]', 'https://[2001:db8::9]/', false],
    ['::/0', 'https://10.1.2.3/', false],
    ['::ffff:10.0.0.0/104', 'https://10.1.2.3/', true],
    ['10.0.0.0/8', 'https://[::ffff:10.1.2.3]/', true],
    ['registry.example', 'https://registry.example./', false],
    ['registry.example:', 'https://registry.example:5000/', true],
    ['[2001:db8::9]:', 'https://[2001:db8::9]:5000/', true],
    ['bücher.example', 'https://xn--bcher-kva.example/', true],
    ['registry.example/', 'https://registry.example/', false],
    ['*example', 'https://registry.example/', false],
    ['http://registry.example', 'https://registry.example/', false],
  ])('%s lets %s go around the proxy: %s', (NO_PROXY, url, around) => {
    expect(choose(url, { ...PROXY, NO_PROXY }).startsWith('none')).toBe(around);
    expect(choose(url, { ...PROXY, no_proxy: NO_PROXY }).startsWith('none')).toBe(around);
  });

  it('when both spellings are set, the upper-case one counts', () => {
    expect(choose('https://a.example/', { ...PROXY, NO_PROXY: 'b.example', no_proxy: 'a.example' })).toBe(
      'http://proxy.example:3128',
    );
  });
});

describe('a proxy that cannot be used', () => {
  it.each([
    { HTTPS_PROXY: 'socks5://user:c4nary@proxy.example' },
    { HTTPS_PROXY: 'http://' },
    { HTTPS_PROXY: 'http://user:c4nary%zz@proxy.example' },
    { HTTPS_PROXY: 'user:c4nary@:99999999' },
  ])('%j is a fault of the configuration that names the variable and no credential', (variables) => {
    const { kind, detail } = refuse(variables);
    expect(kind).toBe('configuration');
    expect(detail).toContain('HTTPS_PROXY');
    expect(detail).not.toContain('c4nary');
  });

  it('in a CGI program, HTTP_PROXY may come from the visitor and is refused', () => {
    expect(refuse({ ...PROXY, REQUEST_METHOD: 'GET' }, 'http://registry.example/').kind).toBe('configuration');
  });
});
