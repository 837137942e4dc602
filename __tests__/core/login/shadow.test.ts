import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { composeCommandEnvironment, login } from '../../../packages/core/lib/index.js';
import { dropShadow, readShadow, readsVariable } from '../../../packages/core/lib/login/shadow.js';
import { catchCode } from '../support/codes.ts';
import { installDocker } from '../support/fake-docker.ts';
import type { World } from '../support/world.ts';
import { CREDENTIAL, encodePair, listRemains, makeWorld, PASSWORD, writeConfig } from '../support/world.ts';

const HOST = 'dcr.nexqloud.io';
const shadow = (auths: object) => JSON.stringify({ auths });
const OTHER = shadow({ [HOST]: { auth: encodePair('robot', 'of-the-runner') } });

describe('the variable by which a runner pulls its images', () => {
  it.each([
    ['Docker version 28.2.2, build e6534b4', false],
    ['Docker version 20.10.24+dfsg1, build 297e128', false],
    ['Docker version 28.3.0, build 38b7060', true],
    ['Docker version 29.0.1, build x', true],
    ['podman version 4.3.1', false],
    ['', true],
  ])('is read by %j: %s', (version, reads) => {
    expect(readsVariable(version)).toBe(reads);
  });

  it.each([
    [OTHER, encodePair('robot', 'of-the-runner')],
    [shadow({ [`${HOST}/acme`]: { auth: 'eA==' } }), undefined],
    [shadow({ [`https://${HOST}`]: { auth: 'eA==' } }), undefined],
    [shadow({ [HOST]: {} }), undefined],
    ['{}', undefined],
    ['no json', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j holds for the host %s', (value, auth) => {
    expect(readShadow(value, HOST)).toBe(auth);
  });

  it('loses only the host that a command logs in to', () => {
    const both = shadow({ [HOST]: { auth: 'eA==' }, 'other.example': { auth: 'eQ==' } });
    expect(dropShadow(both, HOST)).toBe(shadow({ 'other.example': { auth: 'eQ==' } }));
    expect([dropShadow(OTHER, HOST), dropShadow('no json', HOST), dropShadow(undefined, HOST)]).toEqual([
      undefined,
      'no json',
      undefined,
    ]);
  });
});

describe('a login that the variable would shadow', () => {
  const prepare = (value: string, version: string): World => {
    const world = makeWorld({ DOCKER_AUTH_CONFIG: value });
    installDocker(world);
    // Answers `docker --version` and is the fake in everything else.
    const fake = join(world.bin, 'docker-fake');
    writeFileSync(
      fake,
      `#!/bin/sh\n[ "$1" = --version ] && echo '${version}' && exit\nexec '${world.bin}/docker' "$@"\n`,
      {
        mode: 0o755,
      },
    );
    writeConfig(world);
    return { ...world, ports: { ...world.ports, processes: { ...world.ports.processes, find: () => fake } } };
  };
  const run = ({ ports }: World, rest: object = {}) =>
    login({ registry: `${HOST}/acme`, credential: CREDENTIAL, verify: 'none', engine: 'docker', ...rest }, ports);

  it('is DCR_SHADOWED and leaves nothing, isolated or not', async () => {
    for (const isolate of [true, false]) {
      const world = prepare(OTHER, 'Docker version 28.3.2, build x');
      expect(await catchCode(() => run(world, { isolate }))).toBe('DCR_SHADOWED');
      expect(listRemains(world)).toEqual([]);
    }
  });

  it.each([
    ['this docker does not read it', OTHER, 'Docker version 28.2.2, build x'],
    ['it holds the same credential', shadow({ [HOST]: { auth: encodePair('ci', PASSWORD) } }), 'Docker version 29.0.0'],
    ['it holds another host', shadow({ 'other.example': { auth: 'eA==' } }), 'Docker version 29.0.0'],
  ])('is none where %s', async (_, value, version) => {
    const session = await run(prepare(value, version));
    expect(session.registry).toBe(`${HOST}/acme`);
    await session.close();
  });

  it('for a command of ours is one that the command does not see', async () => {
    const world = prepare(OTHER, 'Docker version 29.0.0');
    const { key, visible, close } = await run(world, { forCommand: true });
    const env = composeCommandEnvironment(world.ports.environment, { forms: [PASSWORD], key, visible });
    expect(env['DOCKER_AUTH_CONFIG']).toBeUndefined();
    expect(Object.keys(visible)).toEqual(['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE']);
    await close();
  });
});

it('a command has all that its caller has, but no secret of ours under any name', () => {
  const variables = {
    PATH: '/bin',
    DCR_PASSWORD: 'x',
    DCR_NEW_PASSWORD: 'y',
    INPUT_PASSWORD: 'x',
    MINE: `prefix-${PASSWORD}`,
    GITHUB_TOKEN: 'ghs_1',
    DCR_REGISTRY: 'dcr.nexqloud.io/acme',
  };
  const env = composeCommandEnvironment({ variables }, { forms: [PASSWORD], visible: { DOCKER_CONFIG: '/d' } });
  expect(Object.keys(env).toSorted()).toEqual(['DCR_REGISTRY', 'DOCKER_CONFIG', 'GITHUB_TOKEN', 'PATH']);
});
