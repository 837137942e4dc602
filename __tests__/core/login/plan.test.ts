import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import { login } from '../../../packages/core/lib/index.js';
import type { EngineName } from '../../../packages/core/lib/login/engines/name.js';
import type { LoginFacts, LoginOptions, Position } from '../../../packages/core/lib/login/plan.js';
import { chooseEngine, planLogin } from '../../../packages/core/lib/login/plan.js';
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
  clients: { docker: '/usr/bin/docker', podman: '/usr/bin/podman' },
  config: { path: '/home/ci/.docker', names: [], buildx: undefined },
  docker: {},
  shared: { file: '/home/ci/.docker/config.json', real: '/home/ci/.docker/config.json', content: {} },
  privateBase: '/private',
};
const AUTH_FILE = { file: '/run/containers/auth.json', real: '/run/containers/auth.json', content: {} };
const OPTIONS: LoginOptions = { engine: 'auto', isolate: false, configDir: undefined, forCommand: false };
const ALONE: Position = { main: undefined, several: false, hostTaken: false, helperKeys: ['dcr.nexqloud.io'] };

interface Changes {
  readonly engine?: EngineName;
  readonly options?: Partial<LoginOptions>;
  readonly facts?: Partial<LoginFacts>;
  readonly position?: Partial<Position>;
  readonly password?: string;
  readonly registry?: string;
}

const plan = (changes: Changes = {}) =>
  planLogin({
    id: 'id',
    reference: parseRegistry(changes.registry ?? 'dcr.nexqloud.io/acme'),
    credential: { username: 'ci', password: new Secret(changes.password ?? 'hunter22') },
    engine: changes.engine ?? 'docker',
    options: { ...OPTIONS, ...changes.options },
    facts: { ...FACTS, ...changes.facts },
    position: { ...ALONE, ...changes.position },
  });

describe('a plan', () => {
  it.each<[Changes, unknown]>([
    [
      {},
      { engine: { name: 'docker' }, isolated: false, configDir: '/home/ci/.docker', workDirectory: '/private/dcr-id' },
    ],
    [{ engine: 'file' }, { engine: { name: 'file' }, workDirectory: undefined, effects: [] }],
    [{ options: { isolate: true } }, { isolated: true, configDir: '/private/dcr-id', place: undefined }],
    [
      { engine: 'file', options: { isolate: true } },
      { engine: { name: 'file' }, workDirectory: '/private/dcr-id' },
    ],
    [{ options: { isolate: true, configDir: '/mine' } }, { configDir: '/mine', workDirectory: '/mine' }],
    [{ options: { configDir: '/shared' } }, { workDirectory: '/private/dcr-id' }],
    [
      { facts: { shared: { ...FACTS.shared, content: { credsStore: 'pass' } } } },
      { place: { key: 'dcr.nexqloud.io', helper: 'pass' } },
    ],
    [
      { engine: 'podman', facts: { shared: AUTH_FILE } },
      {
        engine: {
          name: 'podman',
          args: [
            'login',
            '--authfile',
            '/private/dcr-id/auth.json',
            '--username',
            'ci',
            '--password-stdin',
            'dcr.nexqloud.io/acme',
          ],
        },
        place: { path: AUTH_FILE.file, key: 'dcr.nexqloud.io/acme' },
        visible: { REGISTRY_AUTH_FILE: AUTH_FILE.file },
        effects: [{ do: 'make-private', path: '/private/dcr-id' }],
      },
    ],
    [
      { engine: 'podman', options: { isolate: true }, facts: { shared: AUTH_FILE } },
      { configDir: '/private/dcr-id', visible: { REGISTRY_AUTH_FILE: '/private/dcr-id/auth.json' }, place: undefined },
    ],
    [
      { engine: 'podman', registry: '127.0.0.1:5000/acme' },
      { engine: { args: expect.arrayContaining(['--tls-verify=false']) } },
    ],
    [
      { options: { isolate: true, forCommand: true } },
      {
        visible: { DOCKER_CONFIG: '/private/dcr-id', REGISTRY_AUTH_FILE: '/private/dcr-id/auth.json' },
        keeps: { bothFormats: true },
      },
    ],
  ])('of %j', (changes, expected) => {
    expect(plan(changes)).toMatchObject(expected as object);
  });

  it.each<[LoginOptions['engine'], LoginFacts['clients'], string]>([
    ['auto', { docker: '/d', podman: '/p' }, 'docker'],
    ['auto', { skopeo: '/s', buildah: '/b' }, 'buildah'],
    ['podman', { docker: '/d', podman: '/p' }, 'podman'],
    ['file', {}, 'file'],
  ])('for %s among %j takes %s', (wanted, clients, engine) => {
    expect(chooseEngine(wanted, clients)).toBe(engine);
  });

  it.each(['auto', 'docker', 'skopeo'] as const)('for %s without one is DCR_ENGINE_MISSING', async (engine) => {
    expect(await catchCode(() => chooseEngine(engine, {}))).toBe('DCR_ENGINE_MISSING');
  });

  it('for podman where a helper of its file answers for the host first is DCR_SHADOWED', async () => {
    const shared = { ...AUTH_FILE, content: { credHelpers: { 'dcr.nexqloud.io': 'pass' } } };
    expect(await catchCode(() => plan({ engine: 'podman', facts: { shared } }))).toBe('DCR_SHADOWED');
    const isolated = plan({ engine: 'podman', options: { isolate: true }, facts: { shared } });
    expect(isolated.keeps?.helperKeys).toEqual(['dcr.nexqloud.io']);
  });

  it('can be printed: no part of it is a secret', () => {
    const content = { auths: { 'other.example': { auth: 'b3RoZXI6b3RoZXI=' } }, credsStore: 'pass' };
    const text = JSON.stringify(plan({ options: { isolate: true }, facts: { shared: { ...FACTS.shared, content } } }));
    expect(text).not.toMatch(/hunter22|aHVudGVyMjI|b3RoZXI/u);
  });

  it.each([' hunter22', 'hunter22 ', '\u00a0hunter22'])(
    'gives docker no password that it would trim: %j',
    (password) => {
      const { engine, notes } = plan({ password });
      expect([engine, notes.length]).toEqual([{ name: 'file' }, 1]);
    },
  );
});

describe('of several logins in one call', () => {
  const main = plan({ options: { isolate: true }, position: { several: true } });
  const beside = (hostTaken: boolean, changes: Changes = {}) =>
    plan({ options: { isolate: true }, position: { main, several: true, hostTaken }, ...changes });

  it('an isolated one of another host joins the first, and keeps a directory of its own', () => {
    expect(beside(false, { registry: 'ghcr.example/x' })).toMatchObject({
      configDir: '/private/dcr-id',
      place: { path: join(main.configDir, 'config.json'), key: 'ghcr.example' },
      keeps: { helperKeys: ['ghcr.example'] },
      group: main.id,
      notes: [],
    });
  });

  it('one of the same host lies apart from the first, isolated or not, and that is said', () => {
    for (const isolate of [true, false]) {
      const apart = plan({ options: { isolate }, position: { main, several: true, hostTaken: true } });
      expect(apart).toMatchObject({ isolated: true, place: undefined, keeps: {}, notes: [expect.any(String)] });
    }
  });

  it("podman's lie in one file, under their paths", () => {
    const first = plan({ engine: 'podman', options: { isolate: true }, facts: { shared: AUTH_FILE } });
    const second = beside(true, {
      engine: 'podman',
      registry: 'dcr.nexqloud.io/globex',
      position: { main: first, several: true, hostTaken: true },
    });
    expect(second).toMatchObject({
      configDir: first.configDir,
      place: { path: join(first.configDir, 'auth.json'), key: 'dcr.nexqloud.io/globex' },
      keeps: undefined,
      notes: [],
    });
  });
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
    const login = { entries: [{ key: 'h', entry: { auth: 'y' } }], helperKeys: ['h'], blank: true };
    expect(composePrivateConfig(shared, login)).toEqual({
      auths: { a: { auth: 'x' }, h: { auth: 'y' } },
      credsStore: 'pass',
      credHelpers: { b: 'c', h: '' },
    });
  });

  it('for a client that cannot read an empty helper name has none, and no helper for its host', () => {
    const login = { entries: [{ key: 'h/acme', entry: { auth: 'y' } }], helperKeys: ['h'], blank: false };
    expect(composePrivateConfig({ credHelpers: { h: 'c' } }, login)).toEqual({ auths: { 'h/acme': { auth: 'y' } } });
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
    const bases = [
      { root: join(root, 'file'), below: ['below'] },
      { root: join(root, 'new'), below: ['one', 'two'] },
      { root: join(root, 'never'), below: [] },
    ];
    expect(await choosePrivateBase(bases, ports)).toBe(join(root, 'new', 'one', 'two'));
    expect(await ports.files.inspect(join(root, 'new', 'one'))).toMatchObject({ kind: 'directory', mode: 0o700 });
    expect(await ports.files.inspect(join(root, 'never'))).toEqual({ kind: 'missing' });
  });

  it('that cannot be had at all is DCR_STORE_FAILED', async () => {
    const { root, ports } = makeWorld();
    writeFileSync(join(root, 'file'), '');
    const bases = [{ root: join(root, 'file', 'below'), below: [] }];
    expect(await catchCode(() => choosePrivateBase(bases, ports))).toBe('DCR_STORE_FAILED');
  });

  it('under attack by a planted link is refused, whatever else could be had', async () => {
    const { root, ports } = makeWorld();
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'planted'));
    const bases = [
      { root, below: ['planted'] },
      { root: join(root, 'new'), below: [] },
    ];
    expect(await catchCode(() => choosePrivateBase(bases, ports))).toBe('DCR_STORE_FAILED');
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
  });

  it('under attack by another user is refused', async () => {
    const { root, ports } = makeWorld();
    mkdirSync(join(root, 'theirs'));
    const environment = { ...ports.environment, uid: 4711 };
    // What root owns is the system's; here the files of the test stand for another user's.
    const files = {
      ...ports.files,
      inspect: async (path: string) => ({ ...(await ports.files.inspect(path)), uid: 4712 }) as never,
    };
    const bases = [{ root, below: ['theirs'] }];
    expect(await catchCode(() => choosePrivateBase(bases, { environment, files }))).toBe('DCR_STORE_FAILED');
  });
});
