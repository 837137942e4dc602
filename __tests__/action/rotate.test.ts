import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { makeTemporaryDirectory, runCommand, scanDirectory, scanText } from '@nexqloud/dcr-testkit';

/** As tsc made it; `npm run check` proves that the bundle is made of the same. */
const MAIN = resolve('.build/src/rotate/main.js');

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ registries: [{ name: 'acme', repositories: ['app'] }] });
});
afterAll(() => sandbox.close());

/** A job whose workspace has a rotation file for one docker configuration, and a place that refuses if told so. */
function makeJob(options: { readonly broken?: boolean } = {}) {
  const root = makeTemporaryDirectory();
  const old = sandbox.rotate('acme', { grace: true });
  const fresh = sandbox.rotate('acme', { grace: true });
  mkdirSync(join(root, 'temp'));
  for (const file of ['output', 'summary', 'env']) writeFileSync(join(root, file), '');
  const auth = Buffer.from(`${old.username}:${old.password}`).toString('base64');
  const config = join(root, 'config.json');
  writeFileSync(config, JSON.stringify({ auths: { [sandbox.host]: { auth } } }));
  const targets = [
    { type: 'docker-config', path: config },
    ...(options.broken === true ? [{ type: 'exec', command: ['false'] }] : []),
  ];
  const credential = { name: 'production', registry: `${sandbox.host}/acme`, issuer: { type: 'console' }, targets };
  writeFileSync(join(root, 'dcr-rotate.yml'), JSON.stringify({ version: 1, credentials: [credential] }));
  const secret = { name: 'new', username: fresh.username, value: fresh.password };
  const run = (inputs: Readonly<Record<string, string>> = {}, nodeArguments: readonly string[] = []) => {
    const named = Object.entries({ file: join(root, 'dcr-rotate.yml'), ...inputs });
    return runCommand({
      path: process.execPath,
      arguments: [...nodeArguments, MAIN],
      environment: {
        PATH: process.env['PATH'] ?? '',
        HOME: root,
        RUNNER_TEMP: join(root, 'temp'),
        GITHUB_OUTPUT: join(root, 'output'),
        GITHUB_ENV: join(root, 'env'),
        GITHUB_STEP_SUMMARY: join(root, 'summary'),
        DCR_NEW_USERNAME: fresh.username,
        DCR_NEW_PASSWORD: fresh.password,
        ...(Object.fromEntries(named.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])) as Record<
          string,
          string
        >),
      },
    });
  };
  return { root, config, fresh, secret, run, read: (file: string) => readFileSync(join(root, file), 'utf8') };
}

const withoutMasks = (text: string): string => text.replaceAll(/^::add-mask::.*$/gmu, '');

describe('the Action nexqloud/dcr-login/rotate', () => {
  it('rotates, sets its outputs, writes a summary, masks every form of the password and tells it nowhere', async () => {
    const job = makeJob();
    const { exitCode, output } = await job.run();
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    const auth = Buffer.from(`${job.fresh.username}:${job.fresh.password}`).toString('base64');
    expect(job.read('config.json')).toContain(auth);
    expect(job.read('output')).toMatch(/^state<<\S+\ncomplete\n/mu);
    expect(job.read('summary')).toContain('| ✔ updated |');
    expect(output).toContain(`::add-mask::${auth}`);
    for (const file of ['output', 'summary', 'env']) expect(scanText(job.read(file), file, [job.secret])).toEqual([]);
    expect(scanText(withoutMasks(output), 'log', [job.secret])).toEqual([]);
    expect(scanDirectory(join(job.root, 'temp'), [job.secret])).toEqual([]);
  });

  it('keeps its heap small as the command line does, for a rotation of thousands of targets', async () => {
    const listen = `import v8 from 'node:v8';
      import { syncBuiltinESMExports } from 'node:module';
      const set = v8.setFlagsFromString;
      v8.setFlagsFromString = (flag) => { console.log('flag', flag); set(flag); };
      syncBuiltinESMExports();`;
    const { exitCode, output } = await makeJob().run({}, [
      '--import',
      `data:text/javascript,${encodeURIComponent(listen)}`,
    ]);
    expect(exitCode).toBe(0);
    expect(output.match(/^flag .*$/gmu)).toEqual([
      'flag --semi-space-growth-factor=1',
      'flag --heap-growing-percent=25',
    ]);
  });

  it('fails where a target failed, says which in log and summary, and resume goes on', async () => {
    const job = makeJob({ broken: true });
    const { exitCode, output } = await job.run();
    expect([exitCode, output.includes('DCR_ROTATION_INCOMPLETE')]).toEqual([1, true]);
    expect(job.read('summary')).toMatch(/✖ failed .*exec false.*DCR_TARGET_REFUSED/u);
    expect(job.read('output')).toMatch(/^state<<\S+\nincomplete\n/mu);
    const file = JSON.parse(job.read('dcr-rotate.yml')) as { credentials: [{ targets: unknown[] }] };
    file.credentials[0].targets.pop();
    writeFileSync(join(job.root, 'dcr-rotate.yml'), JSON.stringify(file));
    expect(await job.run({ resume: 'true', credentials: 'production' })).toMatchObject({ exitCode: 0 });
  });

  it('shows a plan and changes nothing with dry-run, and takes it back from a file', async () => {
    const job = makeJob();
    const before = job.read('config.json');
    expect(await job.run({ 'dry-run': 'true' })).toMatchObject({ exitCode: 0 });
    expect([job.read('config.json'), job.read('summary').includes('Plan of a rotation')]).toEqual([before, true]);
    const [, result = ''] = /^result<<\S+\n(.*)\n/mu.exec(job.read('output')) ?? [];
    writeFileSync(join(job.root, 'plan.json'), result);
    expect(await job.run({ 'from-plan': join(job.root, 'plan.json') })).toMatchObject({ exitCode: 0 });
    expect(job.read('config.json')).not.toBe(before);
  });

  it.each([
    [{ file: 'missing.yml' }, 'DCR_CONFIG_INVALID'],
    [{ resume: 'perhaps' }, 'DCR_INPUT_INVALID'],
    [{ 'from-plan': 'missing.json' }, 'DCR_INPUT_INVALID'],
    [{ credentials: 'prodution' }, 'DCR_INPUT_INVALID'],
  ])('fails with a code for %j', async (inputs, code) => {
    const { exitCode, output } = await makeJob().run(inputs);
    expect([exitCode, output.includes(code)]).toEqual([1, true]);
  });
});

describe('the examples of a rotation', () => {
  it('never let two runs meet, nor cancel one that has begun', () => {
    const text = readFileSync('examples/github/rotate.yml', 'utf8');
    expect(text).toMatch(/^concurrency:\n {2}group: dcr-rotate\n {2}cancel-in-progress: false$/mu);
    // On GitLab by the component that its example includes.
    expect(readFileSync('examples/gitlab/rotate.yml', 'utf8')).toMatch(/component: \S+\/rotate@1$/mu);
    const gitlab = readFileSync('templates/rotate.yml', 'utf8');
    expect(gitlab).toMatch(/^ {2}resource_group: dcr-rotate\n {2}interruptible: false$/mu);
  });
});
