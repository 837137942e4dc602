import { describe, expect, it } from '@jest/globals';
import { YamlText } from '../../../packages/core/lib/config/yaml-text.js';
import { findNearest } from '../../../packages/core/lib/config/nearest.js';
import { readRegistries } from '../../../packages/core/lib/config/registries.js';
import { catchError } from '../support/codes.ts';

const variables = { ACME_PASSWORD: 'from the variable\n', EMPTY: '' };
const read = async (text: string, allowPassword = false) => {
  const listed = await readRegistries(text, { name: 'list.yml', variables, allowPassword });
  return listed.map(({ registry, username, password }) => [registry, username, password.reveal()]);
};
const fault = async (text: string, allowPassword = false) => {
  const { code, message } = await catchError(() => read(text, allowPassword));
  return [code, message];
};

describe('a list of registries', () => {
  it('is YAML or JSON, and every value is the text that stands there', async () => {
    const yaml = [
      '- registry: dcr.nexqloud.io/acme',
      '  username: ci',
      '  password: 0123',
      '- { registry: dcr.nexqloud.io/globex, username: "1e3", password: "true" }',
      '- registry: ghcr.example/x',
      '  username: ci',
      '  passwordEnv: ACME_PASSWORD',
    ].join('\n');
    expect(await read(yaml, true)).toEqual([
      ['dcr.nexqloud.io/acme', 'ci', '0123'],
      ['dcr.nexqloud.io/globex', '1e3', 'true'],
      ['ghcr.example/x', 'ci', 'from the variable'],
    ]);
    const json = JSON.stringify([{ registry: 'dcr.nexqloud.io/acme', username: 'ci', password: '#"\\:{$' }]);
    expect(await read(json, true)).toEqual([['dcr.nexqloud.io/acme', 'ci', '#"\\:{$']]);
  });

  it('with a secret that is not there has an empty password, which is no fault of the list', async () => {
    const list =
      '- {registry: a.example/x, username: "", passwordEnv: EMPTY}\n- registry: b.example/x\n  username: ci\n  password:';
    expect(await read(list, true)).toEqual([
      ['a.example/x', '', ''],
      ['b.example/x', 'ci', ''],
    ]);
  });

  it('tells all its faults at once, each with line and column', async () => {
    const list = [
      '- registry: dcr.nexqloud.io',
      '  username: ci',
      '  passwordEnv: X',
      '- regsitry: dcr.nexqloud.io/acme',
      '  username: ci',
      '  password: hunter22',
    ].join('\n');
    expect(await fault(list)).toEqual([
      'DCR_CONFIG_INVALID',
      expect.stringContaining('list.yml:4:3: regsitry is not known here (did you mean "registry"?)'),
    ]);
    const rules = [
      '- registry: dcr.nexqloud.io',
      '  username: ci',
      '- registry: dcr.nexqloud.io/acme',
      '  username: ci',
      '  password: hunter22',
      '- registry: dcr.nexqloud.io/ACME/',
      '  username: ci',
      '  credentialsId: dcr-credentials',
      '- {registry: dcr.nexqloud.io/acme, username: ci, passwordEnv: X}',
    ].join('\n');
    const [code, message = ''] = await fault(rules);
    expect(code).toBe('DCR_CONFIG_INVALID');
    const places = [...message.matchAll(/list\.yml:(\d+):(\d+)/gu)].map(([, line, column]) => `${line}:${column}`);
    expect(places).toEqual(['1:3', '1:13', '5:13', '6:3', '6:13', '8:18', '9:4']);
    expect(message).not.toContain('hunter22');
  });

  it.each([
    ['', 'the document'],
    ['{}', 'must be a list'],
    ['[]', 'at least one'],
    ['- x', 'an entry has'],
    ['- {registry: a.example/x, username: [ci], password: x}', 'username'],
    ['- registry: "a', 'a closing quote'],
    ['- registry: a.example/x\n  registry: b.example/x', 'twice'],
  ])('that is no such list is told as such: %j', async (text, part) => {
    expect(await fault(text, true)).toEqual(['DCR_CONFIG_INVALID', expect.stringContaining(part)]);
  });

  it('under attack by a document of references to itself does not grow', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`),
    ].join('\n');
    const { code } = await catchError(() => read(bomb));
    expect(code).toBe('DCR_CONFIG_INVALID');
  });
});

it('a syntax error never repeats the text around it', () => {
  const { faults, value } = new YamlText('password: "hunter22\n x: [');
  expect([faults.length > 0, value]).toEqual([true, undefined]);
  expect(JSON.stringify(faults)).not.toContain('hunter22');
});

it.each([
  ['regsitry', 'registry'],
  ['usrname', 'username'],
  ['REGISTRY', 'registry'],
  ['zzzzzz', undefined],
  ['', undefined],
  ['registry', undefined],
  ['rgeistry', 'registry'],
  ['registryy', 'registry'],
  ['reg', undefined],
])('the word nearest to %j is %s', (word, near) => {
  expect(findNearest(word, ['registry', 'username', 'password'])).toBe(near);
});
