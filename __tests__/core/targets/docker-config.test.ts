import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import { createDockerConfig } from '../../../packages/core/lib/targets/docker-config/target.js';
import { catchCode } from '../support/codes.ts';
import { installHelper } from '../support/fake-helper.ts';
import type { World } from '../support/world.ts';
import { encodePair, findSecret, makeWorld, PASSWORD, readConfig, writeConfig } from '../support/world.ts';

const HOST = 'dcr.nexqloud.io';
const SIGNAL = new AbortController().signal;
const NEW = { username: 'ci', password: new Secret(PASSWORD), registry: `${HOST}/acme` };
const OLD = {
  auths: { 'other.example': { auth: 'b3RoZXI6b3RoZXI=' }, [HOST]: { auth: encodePair('ci', 'old') } },
  mine: 1,
};

const makeTarget = (world: World, path = '~/.docker/config.json') =>
  createDockerConfig(
    { type: 'docker-config', path },
    { ports: world.ports, registry: NEW.registry, directory: world.root },
  );

describe('the docker-config target', () => {
  it('keeps everything else of the file, its indentation and mode, and reads back what it wrote', async () => {
    const world = makeWorld();
    writeConfig(world, OLD);
    const target = makeTarget(world);
    const facts = await target.inspect(SIGNAL);
    expect([facts.exists, facts.stored?.password.reveal()]).toEqual([true, 'old']);
    await target.write(NEW, facts, SIGNAL);
    expect(await target.check(NEW, facts, SIGNAL)).toEqual({ kind: 'read-back', holds: true });
    expect(readConfig(world)).toEqual({
      ...OLD,
      auths: { ...OLD.auths, [HOST]: { auth: encodePair('ci', PASSWORD) } },
    });
    expect(findSecret(world)).toEqual([world.configFile]);
  });

  it('makes a file that is not there, for its owner alone', async () => {
    const world = makeWorld();
    const target = makeTarget(world, 'new/place/config.json');
    const facts = await target.inspect(SIGNAL);
    expect(facts).toMatchObject({ exists: false, version: null, stored: undefined });
    expect(existsSync(join(world.root, 'new'))).toBe(false);
    await target.write(NEW, facts, SIGNAL);
    expect(statSync(join(world.root, 'new/place/config.json')).mode & 0o777).toBe(0o600);
  });

  it('tells another version after any other writer, and never one that a password could be guessed from quickly', async () => {
    const world = makeWorld();
    writeConfig(world, OLD);
    const target = makeTarget(world);
    const { version } = await target.inspect(SIGNAL);
    writeConfig(world, { ...OLD, mine: 2 });
    expect((await target.inspect(SIGNAL)).version).toBe(version);
    writeConfig(world, { auths: { [HOST]: { auth: encodePair('ci', 'older') } } });
    expect((await target.inspect(SIGNAL)).version).not.toBe(version);
  });

  it('leaves what somebody else stored since it was looked at, and takes what is the new one already', async () => {
    const world = makeWorld();
    writeConfig(world, OLD);
    const target = makeTarget(world);
    const facts = await target.inspect(SIGNAL);
    const stranger = { auths: { [HOST]: { auth: encodePair('me', 'mine') } } };
    writeConfig(world, stranger);
    expect(await catchCode(() => target.write(NEW, facts, SIGNAL))).toBe('DCR_TARGET_REFUSED');
    expect(readConfig(world)).toEqual(stranger);
    writeConfig(world, { auths: { [HOST]: { auth: encodePair('ci', PASSWORD) } } });
    await target.write(NEW, facts, SIGNAL);
  });

  it('follows a link and keeps it', async () => {
    const world = makeWorld();
    mkdirSync(join(world.root, 'elsewhere'));
    const real = join(world.root, 'elsewhere/config.json');
    writeFileSync(real, JSON.stringify(OLD));
    symlinkSync(real, world.configFile);
    const target = makeTarget(world);
    await target.write(NEW, await target.inspect(SIGNAL), SIGNAL);
    expect(readFileSync(real, 'utf8')).toContain(encodePair('ci', PASSWORD));
  });

  it('hands it to the helper that the file names, and the file holds no secret', async () => {
    const world = makeWorld();
    const helper = installHelper(world, 'vault');
    helper.keep({ [HOST]: { Username: 'ci', Secret: 'old' } });
    writeConfig(world, { auths: {}, credHelpers: { [HOST]: 'vault' } });
    const target = makeTarget(world);
    const facts = await target.inspect(SIGNAL);
    expect(facts.stored?.password.reveal()).toBe('old');
    await target.write(NEW, facts, SIGNAL);
    expect(helper.content()[HOST]).toEqual({ Username: 'ci', Secret: PASSWORD });
    expect(readFileSync(world.configFile, 'utf8')).not.toContain(encodePair('ci', PASSWORD));
    helper.behave('store fails');
    const later = await target.inspect(SIGNAL);
    expect(await catchCode(() => target.write({ ...NEW, username: 'other' }, later, SIGNAL))).toBe('DCR_STORE_FAILED');
  });

  it('never repairs what is no configuration', async () => {
    const world = makeWorld();
    writeConfig(world, '{"auths":');
    expect(await catchCode(() => makeTarget(world).inspect(SIGNAL))).toBe('DCR_STORE_FAILED');
  });

  it('refuses a file of whose entries docker takes none, before anything is issued and before it is written', async () => {
    const world = makeWorld();
    const target = makeTarget(world);
    writeConfig(world, OLD);
    const facts = await target.inspect(SIGNAL);
    const before = writeConfig(world, { ...OLD, HttpHeaders: { 'X-Mine': 1 } });
    for (const act of [() => target.inspect(SIGNAL), () => target.write(NEW, facts, SIGNAL)])
      expect(await catchCode(act)).toBe('DCR_CONFIG_INVALID');
    expect(await catchCode(() => target.check(NEW, facts, SIGNAL))).toBe('DCR_CONFIG_INVALID');
    expect(readFileSync(world.configFile, 'utf8')).toBe(before);
  });

  it('takes such a file where a helper keeps the login, which docker asks all the same', async () => {
    const world = makeWorld();
    const helper = installHelper(world, 'vault');
    writeConfig(world, { credsStore: 'vault', HttpHeaders: { 'X-Mine': 1 } });
    const target = makeTarget(world);
    await target.write(NEW, await target.inspect(SIGNAL), SIGNAL);
    expect(helper.content()[HOST]).toEqual({ Username: 'ci', Secret: PASSWORD });
  });

  it('is one (place, name) however it is spelled', () => {
    const world = makeWorld();
    expect(makeTarget(world, '~/.docker/config.json').writes).toEqual(
      makeTarget(world, 'home/.docker/./config.json').writes,
    );
  });
});
