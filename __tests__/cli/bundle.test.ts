import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { COMMANDS } from '@nexqloud/dcr-core/contract';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { describeReal, requirePart, runCommand } from '@nexqloud/dcr-testkit';
import { CREDENTIAL, makeMachine, PASSWORD } from './support/machine.ts';

const BUNDLE = resolve('dist/cli/index.js');
let sandbox: Sandbox;
/** Of an API server only that there is no such secret, and that it would take one. */
const cluster = createServer(({ method }, answer) => answer.writeHead(method === 'POST' ? 201 : 404).end('{}'));
beforeAll(async () => {
  await new Promise<void>((resolve) => cluster.listen(0, '127.0.0.1', resolve));
  sandbox = await startSandbox({
    scheme: 'bearer',
    registries: [{ name: 'acme', repositories: ['app'], credentials: [{ username: 'ci', password: PASSWORD }] }],
  });
});
afterAll(async () => {
  cluster.close();
  await sandbox.close();
});

/** Every command does its work, so that everything it loads is loaded. */
function runEveryCommand(part: 'node20' | 'node24'): void {
  const { environment, home, configFile } = makeMachine();
  const rotation = join(home, 'dcr-rotate.yml');
  const kubeconfig = join(home, 'kubeconfig');
  beforeAll(() => {
    const { port } = cluster.address() as AddressInfo;
    const entries = {
      clusters: [{ name: 'c', cluster: { server: `http://127.0.0.1:${port}` } }],
      users: [{ name: 'u', user: { token: 't' } }],
      contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    };
    writeFileSync(kubeconfig, JSON.stringify({ ...entries, 'current-context': 'x' }));
    writeFileSync(
      rotation,
      `version: 1\ncredentials:\n  - name: acme\n    registry: ${sandbox.host}/acme\n    issuer: { type: exec, command: [/bin/false] }\n    targets:\n      - { type: docker-config, path: ${configFile} }\n`,
    );
  });
  const run = (words: readonly string[]) =>
    runCommand({
      path: requirePart(part),
      arguments: [BUNDLE, ...words],
      environment: { ...environment, ...CREDENTIAL, KUBECONFIG: kubeconfig, DCR_REGISTRY: `${sandbox.host}/acme` },
    });

  // In this order: each finds what the one before it has made.
  const WORK: Readonly<Record<string, readonly string[]>> = {
    login: ['login', '--engine', 'file', '--verify', 'push', '--json'],
    status: ['status', '--json'],
    verify: ['verify', '--action', 'push', '--json'],
    doctor: ['doctor', '--json'],
    'pull-secret': ['pull-secret', '--json'],
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
