import { chownSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { listSessions, login, logout } from '../../../packages/core/lib/index.js';
import { catchCode, catchError } from '../support/codes.ts';
import { installHelper } from '../support/fake-helper.ts';
import type { World } from '../support/world.ts';
import { CREDENTIAL, makeWorld, readConfig, writeConfig } from '../support/world.ts';

const HOST = 'dcr.nexqloud.io';
const request = { registry: `${HOST}/acme`, credential: CREDENTIAL, engine: 'file', verify: 'none' } as const;

describe('an attack by a session that somebody planted', () => {
  async function plant(world: World, mode = 0o700): Promise<string> {
    const victim = join(world.root, 'victim');
    mkdirSync(victim, { mode: 0o755 });
    writeFileSync(join(victim, 'file'), 'precious');
    const session = await login({ ...request, isolate: true }, world.ports);
    const directory = join(world.stateDir, 'sessions', session.id);
    const file = join(directory, 'session.json');
    const record = JSON.parse(readFileSync(file, 'utf8')) as { directories: string[] };
    writeFileSync(file, JSON.stringify({ ...record, directories: [victim] }), { mode });
    return directory;
  }

  it('that names a directory which no login made: it is not removed', async () => {
    const world = makeWorld();
    await plant(world);
    expect(await catchCode(() => logout({}, world.ports))).toBe('DCR_STORE_FAILED');
    expect(existsSync(join(world.root, 'victim/file'))).toBe(true);
  });

  it('as another user: it is no session at all', async () => {
    if (process.getuid?.() !== 0) return expect(process.getuid?.()).not.toBe(0);
    const world = makeWorld();
    chownSync(await plant(world), 65_534, 65_534);
    expect(await listSessions({}, world.ports)).toEqual([]);
    expect(await logout({}, world.ports)).toEqual([]);
    expect(existsSync(join(world.root, 'victim/file'))).toBe(true);
  });

  it('through a link in the place of the state directory is refused', async () => {
    const world = makeWorld();
    mkdirSync(world.stateDir);
    mkdirSync(join(world.root, 'elsewhere'));
    symlinkSync(join(world.root, 'elsewhere'), join(world.stateDir, 'sessions'));
    for (const attempt of [() => login(request, world.ports), () => logout({}, world.ports)])
      expect(await catchCode(attempt)).toBe('DCR_STORE_FAILED');
  });
});

it('a helper that fails after it has printed its secret is not quoted', async () => {
  const world = makeWorld();
  const helper = installHelper(world, 'vault');
  helper.keep({ [HOST]: { Username: 'old', Secret: 'an-0ld-secret-of-the-helper' } });
  writeConfig(world, { credsStore: 'vault' });
  const leaky = `#!/bin/sh\necho '{"ServerURL":"x","Username":"old","Secret":"an-0ld-secret-of-the-helper"}'\nexit 1\n`;
  writeFileSync(join(world.bin, 'docker-credential-vault'), leaky);
  const { code, message } = await catchError(() => login(request, world.ports));
  expect([code, message.includes('an-0ld-secret')]).toEqual(['DCR_STORE_FAILED', false]);
  expect(message).toContain('docker-credential-vault');
});

it('two names of one config.json are one place: no login is lost, and undo is one stack', async () => {
  const world = makeWorld();
  writeConfig(world);
  const alias = join(world.root, 'alias');
  mkdirSync(alias);
  symlinkSync(world.configFile, join(alias, 'config.json'));
  const logins = await Promise.all(
    Array.from({ length: 12 }, (_, index) => {
      const configDir = index % 2 === 0 ? {} : { configDir: alias };
      return login({ ...request, ...configDir, registry: `host-${index}.example/acme` }, world.ports);
    }),
  );
  expect(Object.keys(readConfig(world).auths ?? {})).toHaveLength(13);
  const [first, second] = [
    await login({ ...request, registry: 'same.example/a' }, world.ports),
    await login({ ...request, registry: 'same.example/b', configDir: alias }, world.ports),
  ];
  expect([await first.close(), await second.close()]).toEqual(['handed-over', 'removed']);
  await Promise.all(logins.map((session) => session.close()));
  expect(Object.keys(readConfig(world).auths ?? {})).toEqual(['other.example']);
});
