import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { describeReal, makeTemporaryDirectory, requirePart, runCommand } from '@nexqloud/dcr-testkit';
import { rotate } from '../../packages/core/lib/index.js';
import { createNodePorts } from '../../packages/core/lib/node/index.js';

const TARGETS = 30;

describeReal(['mount'], 'a rotation on a disk that is full', () => {
  let sandbox: Sandbox;
  let disk: string;
  beforeAll(async () => {
    sandbox = await startSandbox({ registries: [{ name: 'acme', repositories: ['app'] }] });
    disk = makeTemporaryDirectory();
    const mounted = await call(requirePart('mount'), ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', disk]);
    expect(mounted).toMatchObject({ exitCode: 0 });
  });
  afterAll(async () => {
    await call('umount', ['--lazy', disk]);
    await sandbox.close();
  });

  it('stops before the next effect, loses nothing, and goes on when there is room again', async () => {
    const root = makeTemporaryDirectory();
    const old = sandbox.rotate('acme', { grace: true });
    const fresh = sandbox.rotate('acme', { grace: true });
    const encode = ({ username, password }: typeof old) => Buffer.from(`${username}:${password}`).toString('base64');
    const configs = Array.from({ length: TARGETS }, (_, index) => join(root, `place-${index}`, 'config.json'));
    for (const file of configs) {
      mkdirSync(join(file, '..'));
      writeFileSync(file, JSON.stringify({ auths: { [sandbox.host]: { auth: encode(old) } } }));
    }
    const targets = configs.map((path) => ({ type: 'docker-config', path }));
    const credential = { name: 'production', registry: `${sandbox.host}/acme`, issuer: { type: 'console' }, targets };
    const file = join(root, 'dcr-rotate.yml');
    writeFileSync(file, JSON.stringify({ version: 1, credentials: [credential] }));
    const ports = createNodePorts();
    const variables = { HOME: root, DCR_NEW_USERNAME: fresh.username, DCR_NEW_PASSWORD: fresh.password };
    const here = { ...ports, environment: { ...ports.environment, variables } };
    const stateDir = join(disk, 'state');
    // All but one page: the journal of so many targets needs more.
    const filler = join(disk, 'filler');
    writeFileSync(filler, Buffer.alloc(24 * 1024));

    const report = await rotate({ file, stateDir }, here);
    expect([report.state, report.error?.code]).toEqual(['incomplete', 'DCR_STORE_FAILED']);
    expect(report.error?.message).toContain('ENOSPC');
    const held = configs.map((path) => readFileSync(path, 'utf8'));
    for (const text of held) expect(text.includes(encode(old)) || text.includes(encode(fresh))).toBe(true);
    expect(held.some((text) => text.includes(encode(old)))).toBe(true);

    rmSync(filler);
    expect(await rotate({ file, stateDir, mode: 'resume' }, here)).toMatchObject({ state: 'complete' });
    for (const path of configs) expect(readFileSync(path, 'utf8')).toContain(encode(fresh));
  });
});

function call(path: string, words: readonly string[]): ReturnType<typeof runCommand> {
  return runCommand({ path, arguments: words, environment: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } });
}
