import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { runCommand } from '@nexqloud/dcr-testkit';
import { CLI, CREDENTIAL, listAll, makeMachine, PASSWORD } from './support/machine.ts';

let sandbox: Sandbox;
let registry: string;
beforeAll(async () => {
  sandbox = await startSandbox({
    registries: [{ name: 'acme', credentials: [{ username: 'ci', password: PASSWORD }] }],
  });
  registry = `${sandbox.host}/acme`;
});
afterAll(() => sandbox.close());

describe('in a working directory that was removed', () => {
  const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"';

  it.each([['login', '--engine', 'file'], ['verify'], ['doctor'], ['exec', '--engine', 'file', '--', '/bin/true']])(
    '%s works',
    async (command, ...words) => {
      const machine = makeMachine();
      const run = await runCommand({
        path: '/bin/sh',
        arguments: ['-c', script, 'sh', process.execPath, CLI, command, registry, ...words],
        directory: machine.home,
        environment: { ...machine.environment, ...CREDENTIAL, PATH: '/usr/bin:/bin' },
      });
      expect(run).toMatchObject({ exitCode: 0 });
      expect(run.stderr).not.toContain('uv_cwd');
    },
  );
});

describe('the home directory', () => {
  it('is that of the user’s entry where HOME is empty, as docker has it, and never the working directory', async () => {
    const machine = makeMachine();
    const module = pathToFileURL(resolve('packages/core/lib/node/environment.js')).href;
    const code = `import(${JSON.stringify(module)}).then(({ readEnvironment }) => console.log(readEnvironment().home))`;
    const run = await runCommand({
      path: process.execPath,
      arguments: ['-e', code],
      directory: machine.home,
      environment: { ...machine.environment, HOME: '' },
    });
    expect(run.stdout).toBe(`${userInfo().homedir}\n`);
  });

  it('of a user without an entry is not needed by who names the places', async () => {
    const machine = makeMachine();
    const without = join(machine.root, 'without-entry.cjs');
    const stub = `require('node:os').userInfo = () => { throw Object.assign(new Error('no entry'), { code: 'ENOENT' }); };`;
    writeFileSync(
      without,
      `${stub}\nrequire('node:os').homedir = require('node:os').userInfo;\nrequire('node:module').syncBuiltinESMExports();\n`,
    );
    const env = {
      ...CREDENTIAL,
      HOME: '',
      NODE_OPTIONS: `--require=${without}`,
      DOCKER_CONFIG: join(machine.root, 'docker'),
      DCR_STATE_DIR: join(machine.root, 'state'),
    };
    for (const words of [['verify'], ['login', '--engine', 'file'], ['logout'], ['doctor']]) {
      const [command = '', ...rest] = words;
      expect(await machine.run([command, registry, ...rest], { env })).toMatchObject({ exitCode: 0 });
    }
    expect(listAll(machine.home)).toEqual([]);
  });
});
