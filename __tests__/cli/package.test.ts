import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { makeTemporaryDirectory, runCommand } from '@nexqloud/dcr-testkit';
import { PASSWORD } from './support/machine.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    registries: [{ name: 'acme', credentials: [{ username: 'ci', password: PASSWORD }] }],
  });
});
afterAll(() => sandbox.close());

/** A machine that reaches no registry of npm. */
function makeOfflineNpm() {
  const root = makeTemporaryDirectory();
  const environment = {
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
    HOME: root,
    npm_config_cache: join(root, 'cache'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    DCR_USERNAME: 'ci',
    DCR_PASSWORD: PASSWORD,
  };
  const run = async ([path = '', ...rest]: readonly string[], directory: string) => {
    const result = await runCommand({ path, arguments: rest, environment, directory });
    expect(result).toMatchObject({ exitCode: 0 });
    return result;
  };
  return { root, run };
}

it('is one package on npm: its tarball installs without a network, and npx runs it', async () => {
  const { root, run } = makeOfflineNpm();
  const project = join(root, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"name":"project","private":true}\n');
  await run(['npm', 'pack', '--pack-destination', root], resolve('dist/cli'));
  const tarball = readdirSync(root).find((name) => name.endsWith('.tgz')) ?? '';
  await run(['npm', 'install', '--no-audit', '--no-fund', join(root, tarball)], project);
  expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['@nexqloud']);
  const verified = await run(['npx', 'dcr-login', 'verify', `${sandbox.host}/acme`, '--json'], project);
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, proven: { auth: true } });
}, 120_000);

it('is for everybody once it is published, though its name has a scope', async () => {
  const { root, run } = makeOfflineNpm();
  const script = pathToFileURL(resolve('scripts/bundle/manifest.mjs')).href;
  const { describePackage } = (await import(script)) as { describePackage: () => object };
  writeFileSync(join(root, 'package.json'), JSON.stringify(describePackage()));
  const { output } = await run(['npm', 'publish', '--dry-run', '--registry', 'http://127.0.0.1:1'], root);
  expect(output).toContain('public access');
}, 120_000);
