import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { COMMANDS } from '@nexqloud/dcr-core/contract';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { describeReal, requirePart, runCommand } from '@nexqloud/dcr-testkit';
import { CREDENTIAL, makeMachine, PASSWORD } from './support/machine.ts';

const BUNDLE = resolve('dist/cli/index.js');
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    scheme: 'bearer',
    registries: [{ name: 'acme', repositories: ['app'], credentials: [{ username: 'ci', password: PASSWORD }] }],
  });
});
afterAll(() => sandbox.close());

/** Every command does its work, so that everything it loads is loaded. */
function runEveryCommand(part: 'node20' | 'node24'): void {
  const { environment, home, configFile } = makeMachine();
  const rotation = join(home, 'dcr-rotate.yml');
  beforeAll(() =>
    writeFileSync(
      rotation,
      `version: 1\ncredentials:\n  - name: acme\n    registry: ${sandbox.host}/acme\n    issuer: { type: exec, command: [/bin/false] }\n    targets:\n      - { type: docker-config, path: ${configFile} }\n`,
    ),
  );
  const run = (words: readonly string[]) =>
    runCommand({
      path: requirePart(part),
      arguments: [BUNDLE, ...words],
      environment: { ...environment, ...CREDENTIAL, DCR_REGISTRY: `${sandbox.host}/acme` },
    });

  // In this order: each finds what the one before it has made.
  const WORK: Readonly<Record<string, readonly string[]>> = {
    login: ['login', '--engine', 'file', '--verify', 'push', '--json'],
    status: ['status', '--json'],
    verify: ['verify', '--action', 'push', '--json'],
    doctor: ['doctor', '--json'],
    rotate: ['rotate', '-f', rotation, '--dry-run', '--json'],
    logout: ['logout', '--json'],
    completion: ['completion', 'fish', '--json'],
    demo: ['demo', '--json'],
    exec: ['exec', '--engine', 'file', '--', '/bin/echo', '{"ok":true,"command":"exec"}'],
    sandbox: ['sandbox', '--json', '--', '/bin/true'],
  };

  it('knows every command of the contract', () => {
    expect(Object.keys(WORK).toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
  });

  it.each(Object.entries(WORK))('runs %s', async (command, words) => {
    const { stdout, stderr, exitCode } = await run(words);
    expect({ exitCode, stderr, stdout }).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, command });
    expect(stderr).not.toMatch(/\bWarning: /u);
  });

  it('prints help', async () => {
    expect(await run(['--help'])).toMatchObject({ exitCode: 0, stderr: '' });
  });
}

describeReal(['node20'], 'the bundle on the oldest Node that is supported', () => runEveryCommand('node20'));

describeReal(['node24'], 'the bundle on the Node of the Action', () => runEveryCommand('node24'));
