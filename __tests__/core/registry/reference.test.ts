import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DcrError } from '../../../packages/core/lib/errors.js';
import { isLoopbackHost, parseRegistry, parseRepository } from '../../../packages/core/lib/registry/reference.js';
import { catchCode, catchError } from '../support/codes.ts';
import { RUNS } from '../support/runs.ts';

/** Address as it was typed → registry, API host, credential key, number of things that were tidied. */
const PARSED: readonly (readonly [string, string, string, string, number])[] = [
  ['dcr.nexqloud.io/acme', 'dcr.nexqloud.io/acme', 'dcr.nexqloud.io', 'dcr.nexqloud.io', 0],
  ['  dcr.nexqloud.io/acme\n', 'dcr.nexqloud.io/acme', 'dcr.nexqloud.io', 'dcr.nexqloud.io', 0],
  ['https://dcr.nexqloud.io/acme', 'dcr.nexqloud.io/acme', 'dcr.nexqloud.io', 'dcr.nexqloud.io', 1],
  ['HTTPS://DCR.Nexqloud.IO/acme', 'dcr.nexqloud.io/acme', 'dcr.nexqloud.io', 'dcr.nexqloud.io', 2],
  ['http://registry.example/team', 'registry.example/team', 'registry.example', 'registry.example', 1],
  ['dcr.nexqloud.io/acme/', 'dcr.nexqloud.io/acme', 'dcr.nexqloud.io', 'dcr.nexqloud.io', 1],
  ['dcr.nexqloud.io/acme///', 'dcr.nexqloud.io/acme', 'dcr.nexqloud.io', 'dcr.nexqloud.io', 1],
  ['dcr.nexqloud.io./acme', 'dcr.nexqloud.io/acme', 'dcr.nexqloud.io', 'dcr.nexqloud.io', 1],
  ['dcr.nexqloud.io:443/acme/api', 'dcr.nexqloud.io:443/acme/api', 'dcr.nexqloud.io:443', 'dcr.nexqloud.io:443', 0],
  ['registry.example', 'registry.example', 'registry.example', 'registry.example', 0],
  ['registry.example:5000', 'registry.example:5000', 'registry.example:5000', 'registry.example:5000', 0],
  ['registry.example.:5000/a', 'registry.example:5000/a', 'registry.example:5000', 'registry.example:5000', 1],
  ['registry.example/a/b/c', 'registry.example/a/b/c', 'registry.example', 'registry.example', 0],
  ['registry.example/a--b__c.d', 'registry.example/a--b__c.d', 'registry.example', 'registry.example', 0],
  ['registry:5000/acme', 'registry:5000/acme', 'registry:5000', 'registry:5000', 0],
  ['localhost', 'localhost', 'localhost', 'localhost', 0],
  ['localhost/acme', 'localhost/acme', 'localhost', 'localhost', 0],
  ['LOCALHOST:5000/acme', 'localhost:5000/acme', 'localhost:5000', 'localhost:5000', 1],
  ['127.0.0.1:5000/acme', '127.0.0.1:5000/acme', '127.0.0.1:5000', '127.0.0.1:5000', 0],
  ['[::1]:5000/acme', '[::1]:5000/acme', '[::1]:5000', '[::1]:5000', 0],
  ['[2001:DB8::1]/acme', '[2001:db8::1]/acme', '[2001:db8::1]', '[2001:db8::1]', 1],
  [
    'xn--rgistry-bya.example/acme',
    'xn--rgistry-bya.example/acme',
    'xn--rgistry-bya.example',
    'xn--rgistry-bya.example',
    0,
  ],
  ['evildocker.io/acme', 'evildocker.io/acme', 'evildocker.io', 'evildocker.io', 0],
  ['docker.io.evil.example/acme', 'docker.io.evil.example/acme', 'docker.io.evil.example', 'docker.io.evil.example', 0],
  [
    'dcr.nexqloud.io.evil.example',
    'dcr.nexqloud.io.evil.example',
    'dcr.nexqloud.io.evil.example',
    'dcr.nexqloud.io.evil.example',
    0,
  ],
  ['docker.io', 'docker.io', 'registry-1.docker.io', 'https://index.docker.io/v1/', 0],
  ['docker.io/acme', 'docker.io/acme', 'registry-1.docker.io', 'https://index.docker.io/v1/', 0],
  ['https://index.docker.io/v1/', 'docker.io', 'registry-1.docker.io', 'https://index.docker.io/v1/', 2],
  ['registry-1.docker.io/acme', 'docker.io/acme', 'registry-1.docker.io', 'https://index.docker.io/v1/', 0],
  ['registry.hub.docker.com/acme', 'docker.io/acme', 'registry-1.docker.io', 'https://index.docker.io/v1/', 0],
  ['0123.example/7', '0123.example/7', '0123.example', '0123.example', 0],
];

const REFUSED: readonly string[] = [
  '',
  '   ',
  '\t\n',
  '/',
  '///',
  'https://',
  'https:///x',
  'https:///',
  '/acme',
  '$UNSET',
  '${{ secrets.DCR_REGISTRY }}',
  '%DCR_REGISTRY%',
  'dcr.nexqloud.io',
  'dcr.nexqloud.io/',
  'https://dcr.nexqloud.io',
  'dcr.nexqloud.io/acme/api',
  'dcr.nexqloud.io/acme:latest',
  'dcr.nexqloud.io/acme@sha256:0123456789abcdef',
  'dcr.nexqloud.io/Acme',
  'dcr.nexqloud.io/acme corp',
  'dcr.nexqloud.io//acme',
  'dcr.nexqloud.io/acme?x=1',
  'dcr.nexqloud.io/acme#x',
  'dcr.nexqloud.io/../acme',
  'dcr.nexqloud.io/-acme',
  'dcr.nexqloud.io/acme_',
  'acme',
  'acme/api',
  'acme.',
  'user@dcr.nexqloud.io/acme',
  'user:hunter22@dcr.nexqloud.io/acme',
  'https://user:hunter22@dcr.nexqloud.io/acme',
  'ftp://dcr.nexqloud.io/acme',
  'docker://dcr.nexqloud.io/acme',
  'javascript:alert(1)',
  'registry.example:0/acme',
  'registry.example:65536/acme',
  'registry.example:/acme',
  'registry.example:port/acme',
  'registry.example:443:443/acme',
  'registry..example/acme',
  '.example/acme',
  '-registry.example/acme',
  'registry-.example/acme',
  'reg istry.example/acme',
  'régistry.example/acme',
  'registry.example/ümlaut',
  'ⅾcr.nexqloud.io/acme',
  '[::1/acme',
  '::1/acme',
  '[fe80::1%eth0]:5000/acme',
  'registry.example\\acme',
  'registry.example/acme\u0000',
];

describe('an address', () => {
  it.each(PARSED)('%j is the registry %s', (given, registry, apiHost, key, tidied) => {
    const parsed = parseRegistry(given);
    expect(parsed).toMatchObject({ registry, apiHost, key });
    expect(parsed.tidied).toHaveLength(tidied);
    expect(parsed.registry).toBe(parsed.name === '' ? parsed.host : `${parsed.host}/${parsed.name}`);
  });

  it.each(REFUSED)('%j is refused', async (given) => {
    expect(await catchCode(() => parseRegistry(given))).toBe('DCR_INPUT_INVALID');
  });

  it('of 300 characters is parsed or refused like any other', async () => {
    expect(parseRegistry(`registry.example/${'a'.repeat(283)}`).name).toHaveLength(283);
    expect(await catchCode(() => parseRegistry('a'.repeat(300)))).toBe('DCR_INPUT_INVALID');
    expect(await catchCode(() => parseRegistry(`${'.'.repeat(300)}/x`))).toBe('DCR_INPUT_INVALID');
  });

  it('is judged in a time that grows with its length, however it is made', () => {
    for (const unit of ['a-', '-', 'a', 'a.', 'a__', '/', ':', '[', '@/']) {
      const given = `registry.example/${unit.repeat(5000)}!`;
      const before = performance.now();
      expect(() => parseRegistry(given)).toThrow(DcrError);
      expect(() => parseRegistry(unit.repeat(5000) + '!')).toThrow(DcrError);
      expect(performance.now() - before).toBeLessThan(1000);
    }
  });

  it('with user information is refused without repeating it', async () => {
    for (const given of ['user:hunter22@dcr.nexqloud.io/acme', 'https://user:hunter22@h.example/x']) {
      const error = await catchError(() => parseRegistry(given));
      expect(JSON.stringify([error.message, error.remedy])).not.toContain('hunter22');
    }
  });

  it('is the same after having been parsed once', () => {
    for (const [given] of PARSED) {
      const once = parseRegistry(given);
      expect(parseRegistry(once.registry)).toEqual({ ...once, tidied: [] });
    }
  });

  it('is parsed, or refused with the code for wrong input, whatever it holds', () => {
    const part = fc.constantFrom(
      'dcr.nexqloud.io',
      'docker.io',
      '/',
      ':',
      '@',
      '.',
      'https://',
      'a',
      'A',
      '[::1]',
      '5000',
      ' ',
    );
    const address = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(address, (given) => {
        try {
          const { host, registry, key, apiHost } = parseRegistry(given);
          expect(host).toBe(host.toLowerCase());
          expect(`${registry}${key}${apiHost}`).not.toMatch(/[\s@\\?#]/u);
          expect(new URL(`https://${apiHost}/`).username).toBe('');
          // Only a name of Docker Hub itself may become Docker Hub.
          if (host === 'docker.io') expect(given.toLowerCase()).toMatch(/docker\.(?:io|com)/u);
        } catch (error) {
          expect(error).toMatchObject({ code: 'DCR_INPUT_INVALID' });
        }
      }),
      RUNS,
    );
  });
});

describe('a loopback host', () => {
  it.each(['localhost', 'localhost:5000', '127.0.0.1', '127.255.0.9:80', '[::1]', '[::1]:5000'])('is %s', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    'localhost.example',
    '127.0.0.1.example',
    '128.0.0.1',
    '[::2]',
    'notlocalhost',
    '10.0.0.1',
    '127.example',
    '0.0.0.0',
  ])('is not %s', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});

describe('a repository', () => {
  const acme = parseRegistry('dcr.nexqloud.io/acme');
  it.each([
    ['api', 'api'],
    ['team/api', 'team/api'],
    ['acme/api', 'api'],
    ['dcr.nexqloud.io/acme/api', 'api'],
    ['acmes/api', 'acmes/api'],
  ])('%s is asked for as %s', (given, repository) => {
    expect(parseRepository(given, acme)).toBe(repository);
  });

  it.each([
    '',
    '/',
    'API',
    'api:1',
    'api@sha256:0',
    '../api',
    'api/',
    'acme/',
    'api?x',
    'a b',
    'dcr.nexqloud.io/other/api:1',
  ])('%j is refused', async (given) => {
    expect(await catchCode(() => parseRepository(given, acme))).toBe('DCR_INPUT_INVALID');
  });

  it('of a registry that is a whole host keeps its first word', () => {
    expect(parseRepository('library/api', parseRegistry('registry.example:5000'))).toBe('library/api');
  });
});
