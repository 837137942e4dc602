import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import { login } from '../../../packages/core/lib/index.js';
import type { LoginFacts, LoginOptions } from '../../../packages/core/lib/login/plan.js';
import { planLogin } from '../../../packages/core/lib/login/plan.js';
import {
  choosePrivateBase,
  composePrivateConfig,
  composeSeed,
  findNewEntry,
} from '../../../packages/core/lib/login/private-directory.js';
import { parseRegistry } from '../../../packages/core/lib/registry/reference.js';
import { catchCode } from '../support/codes.ts';
import { CREDENTIAL, makeWorld } from '../support/world.ts';

const FACTS: LoginFacts = {
  id: 'id',
  docker: '/usr/bin/docker',
  config: { path: '/home/ci/.docker', names: [], buildx: undefined },
  shared: {},
  privateBase: '/private',
};
const OPTIONS: LoginOptions = { engine: 'auto', isolate: false, configDir: undefined };
const plan = (options: Partial<LoginOptions> = {}, facts: Partial<LoginFacts> = {}, password = 'hunter22') =>
  planLogin({
    reference: parseRegistry('dcr.nexqloud.io/acme'),
    credential: { username: 'ci', password: new Secret(password) },
    options: { ...OPTIONS, ...options },
    facts: { ...FACTS, ...facts },
  });

describe('a plan', () => {
  it.each<[Partial<LoginOptions>, Partial<LoginFacts>, unknown]>([
    [
      {},
      {},
      { engine: { name: 'docker' }, isolated: false, configDir: '/home/ci/.docker', workDirectory: '/private/dcr-id' },
    ],
    [{ engine: 'file' }, {}, { engine: { name: 'file' }, workDirectory: undefined, effects: [] }],
    [{ isolate: true }, {}, { isolated: true, configDir: '/private/dcr-id', place: undefined }],
    [
      { isolate: true, engine: 'file' },
      { docker: undefined },
      { engine: { name: 'file' }, workDirectory: '/private/dcr-id' },
    ],
    [{ isolate: true, configDir: '/mine' }, {}, { configDir: '/mine', workDirectory: '/mine' }],
    [{ configDir: '/shared' }, {}, { workDirectory: '/private/dcr-id' }],
    [{}, { shared: { credsStore: 'pass' } }, { place: { key: 'dcr.nexqloud.io', helper: 'pass' } }],
  ])('of %j on %j', (options, facts, expected) => {
    expect(plan(options, facts)).toMatchObject(expected as object);
  });

  it.each(['auto', 'docker'] as const)('for %s without a docker is DCR_ENGINE_MISSING', async (engine) => {
    expect(await catchCode(() => plan({ engine }, { docker: undefined }))).toBe('DCR_ENGINE_MISSING');
  });

  it('can be printed: no part of it is a secret', () => {
    const shared = { auths: { 'other.example': { auth: 'b3RoZXI6b3RoZXI=' } }, credsStore: 'pass' };
    const text = JSON.stringify(plan({ isolate: true }, { shared }));
    expect(text).not.toMatch(/hunter22|aHVudGVyMjI|b3RoZXI/u);
  });

  it.each([' hunter22', 'hunter22 ', '\u00a0hunter22'])(
    'gives docker no password that it would trim: %j',
    (password) => {
      const { engine, notes } = plan({}, {}, password);
      expect([engine, notes.length]).toEqual([{ name: 'file' }, 1]);
    },
  );
});

describe('the configuration in which a client logs in', () => {
  it('has neither the logins nor the stores of the user, and everything else', () => {
    const shared = {
      auths: { a: { auth: 'x' } },
      credsStore: 'pass',
      credHelpers: { b: 'c' },
      proxies: { default: {} },
    };
    expect(composeSeed(shared)).toEqual({ auths: { 'x.invalid': {} }, proxies: { default: {} } });
  });

  it('of an isolated login has them all, and keeps its own entry in the file', () => {
    const shared = { auths: { a: { auth: 'x' } }, credsStore: 'pass', credHelpers: { b: 'c' } };
    expect(composePrivateConfig(shared, 'h', { auth: 'y' })).toEqual({
      auths: { a: { auth: 'x' }, h: { auth: 'y' } },
      credsStore: 'pass',
      credHelpers: { b: 'c', h: '' },
    });
  });

  it.each([
    [{ auths: { 'x.invalid': {}, 'h:443': { auth: 'y' } } }, { auth: 'y' }],
    [{ auths: { 'x.invalid': {}, h: {} } }, undefined],
    [{ auths: { 'x.invalid': { auth: 'z' } } }, undefined],
    [{ auths: null }, undefined],
    [{}, undefined],
  ])('after it holds a new entry or none: %j', (config, entry) => {
    expect(findNewEntry(config)).toEqual(entry);
  });
});

describe("an isolated login links the user's tools into its directory", () => {
  it('and never what holds a login', async () => {
    const world = makeWorld();
    const own = (...parts: string[]) => join(world.configDir, ...parts);
    for (const name of [
      'cli-plugins',
      'contexts',
      'trust',
      'buildx',
      'buildx/instances',
      'buildx/defaults',
      'buildx/config',
    ]) {
      mkdirSync(own(name));
    }
    writeFileSync(own('buildx', 'current'), '{"Key":"x"}');
    writeFileSync(own('daemon.json'), '{}');
    const request = {
      registry: 'dcr.nexqloud.io/acme',
      credential: CREDENTIAL,
      engine: 'file',
      verify: 'none',
    } as const;
    const session = await login({ ...request, isolate: true }, world.ports);
    const found = await world.ports.files.inspect(session.configDir);
    const inside = await world.ports.files.inspect(join(session.configDir, 'buildx'));
    expect(found).toMatchObject({
      kind: 'directory',
      mode: 0o700,
      names: ['buildx', 'cli-plugins', 'config.json', 'contexts'],
    });
    expect(inside).toMatchObject({ kind: 'directory', mode: 0o700, names: ['current', 'defaults', 'instances'] });
    expect(readlinkSync(join(session.configDir, 'cli-plugins'))).toBe(own('cli-plugins'));
    expect(readlinkSync(join(session.configDir, 'buildx', 'instances'))).toBe(own('buildx', 'instances'));
    expect(readFileSync(join(session.configDir, 'buildx', 'current'), 'utf8')).toBe('{"Key":"x"}');
    await session.close();
    for (const name of ['cli-plugins', 'contexts', 'buildx/instances']) {
      expect(await world.ports.files.inspect(own(name))).toMatchObject({ kind: 'directory' });
    }
  });
});

describe('the parent of a private directory', () => {
  it('is the first that can be had', async () => {
    const { root, ports } = makeWorld();
    writeFileSync(join(root, 'file'), '');
    const bases = [join(root, 'file'), join(root, 'file', 'below'), join(root, 'new', 'one'), join(root, 'never')];
    expect(await choosePrivateBase(bases, ports.files)).toBe(join(root, 'new', 'one'));
    expect(await ports.files.inspect(join(root, 'never'))).toEqual({ kind: 'missing' });
  });

  it('that cannot be had at all is DCR_STORE_FAILED', async () => {
    const { root, ports } = makeWorld();
    writeFileSync(join(root, 'file'), '');
    expect(await catchCode(() => choosePrivateBase([join(root, 'file')], ports.files))).toBe('DCR_STORE_FAILED');
  });
});
