import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { scanDirectory, scanText } from '@nexqloud/dcr-testkit';
import { makeRunner } from './runner.ts';

const PASSWORDS = ['c4nary-one:"#{}$', 'c4nary-two-012', '012345678901'];
const SECRETS = PASSWORDS.map((value) => ({ name: value.slice(0, 10), username: 'ci', value }));

let near: Sandbox;
let far: Sandbox;
let registries: readonly string[];
beforeAll(async () => {
  const make = (name: string, password = '') => ({ name, credentials: [{ username: 'ci', password }] });
  near = await startSandbox({ registries: [make('acme', PASSWORDS[0]), make('globex', PASSWORDS[1])] });
  far = await startSandbox({ registries: [make('initech', PASSWORDS[2])] });
  registries = [`${near.host}/acme`, `${near.host}/globex`, `${far.host}/initech`];
});
afterAll(() => Promise.all([near.close(), far.close()]));

/** As a workflow writes it, with `toJSON(secrets.X)` in the place of each password; the last one unquoted. */
const list = (passwords: readonly string[] = PASSWORDS) =>
  registries
    .map((registry, index) => {
      const password = index === 2 ? passwords[index] : JSON.stringify(passwords[index]);
      return `- registry: ${registry}\n  username: ci\n  password: ${password}\n`;
    })
    .join('');
const auth = (index: number) => Buffer.from(`ci:${PASSWORDS[index]}`).toString('base64');
const withoutMasks = (text: string): string => text.replaceAll(/^.*::add-mask::.*$/gmu, '');
describe('several registries in one step', () => {
  it('each have a login, the first of a host for all clients, and post removes every one', async () => {
    const runner = makeRunner();
    const { exitCode, output } = await runner.main({ registries: list(), engine: 'file' });
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    const directories = JSON.parse(runner.values('output')['config-dirs'] ?? '') as Record<string, string>;
    expect(Object.keys(directories)).toEqual(registries);
    expect(runner.values('output')['config-dir']).toBe(directories[registries[0] ?? '']);
    const read = (index: number) =>
      readFileSync(join(directories[registries[index] ?? ''] ?? '', 'config.json'), 'utf8');
    expect([0, 2].map((index) => read(0).includes(auth(index)))).toEqual([true, true]);
    expect([read(0).includes(auth(1)), read(1).includes(auth(1))]).toEqual([false, true]);
    expect(output).toContain(`for ${registries[1]} use DOCKER_CONFIG=${directories[registries[1] ?? '']}`);
    expect(scanText(withoutMasks(output), 'log', SECRETS)).toEqual([]);
    for (const file of ['state', 'output', 'env'] as const)
      expect(scanText(runner.read(file), file, SECRETS)).toEqual([]);
    expect(await runner.post()).toMatchObject({ exitCode: 0 });
    expect(scanDirectory(runner.temporary, SECRETS)).toEqual([]);
    expect(readdirSync(join(runner.temporary, 'dcr-login/sessions'))).toEqual([]);
  });

  it('with one wrong password: none is left, and the step names the one', async () => {
    const runner = makeRunner();
    const { exitCode, output } = await runner.main({
      registries: list([PASSWORDS[0] ?? '', 'wr0ng', PASSWORDS[2] ?? '']),
      engine: 'file',
    });
    expect([exitCode, output.includes(`DCR_CREDENTIAL_REJECTED: ${registries[1]}`)]).toEqual([1, true]);
    expect(scanDirectory(runner.temporary, SECRETS)).toEqual([]);
    expect(existsSync(join(runner.home, '.docker'))).toBe(false);
  });

  it('with one secret that is not there: nothing is asked, and the reason is told', async () => {
    const asked = near.log.length + far.log.length;
    const { exitCode, output } = await makeRunner().main({
      registries: `- {registry: ${registries[0]}, username: ci, password: x1234}\n- registry: ${registries[1]}\n  username: ci\n  password:\n`,
    });
    expect([exitCode, near.log.length + far.log.length]).toEqual([1, asked]);
    expect(output).toContain(`DCR_CREDENTIAL_MISSING: password is empty for ${registries[1]}`);
  });

  it('with a secret that toJSON writes as null: that is a missing secret as well', async () => {
    const runner = makeRunner();
    const text = `- registry: ${registries[0]}\n  username: ci\n  password: null\n`;
    const { exitCode, output } = await runner.main({ registries: text, 'on-missing': 'skip' });
    expect([exitCode, output.includes('::notice::'), output.includes('add-mask')]).toEqual([0, true, false]);
  });

  it('beside the input registry, or misspelt: all faults at once, and no password in them', async () => {
    const both = await makeRunner().main({ registries: list(), registry: registries[0] ?? '' });
    expect([both.exitCode, both.output.includes('DCR_INPUT_INVALID')]).toEqual([1, true]);
    const text = `- {registry: x, user: ci, password: c4nary-one}\n- {registry: ${registries[1]}, username: ci}\n`;
    const { exitCode, output } = await makeRunner().main({ registries: text });
    expect([exitCode, output.includes('DCR_CONFIG_INVALID'), output.includes('c4nary-one')]).toEqual([1, true, false]);
    expect(output).toContain('input registries:1:');
  });
});
