import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeReal, requirePart, runCommand, scanText, startCanary } from '@nexqloud/dcr-testkit';
import { GITLAB } from '../../packages/core/lib/contract/gitlab.js';
import { COMMANDS } from '../../packages/core/lib/contract/index.js';
import { makeProject, PASSWORD, SECRET } from './support/project.ts';

const NAMES = readdirSync('templates').map((file) => file.replace('.yml', ''));
const read = (name: string) => readFileSync(join('templates', `${name}.yml`), 'utf8');

/** The scripts of a template: its block scalars, without their indent, each as often as it stands there. */
function readScripts(name: string): readonly string[] {
  return [...read(name).matchAll(/^ {4}- (?:&\S+ )?\|\n((?: {6}.*\n|\n)+)/gmu)].map(([, text = '']) =>
    text.replaceAll(/^ {6}/gmu, ''),
  );
}

describe('the templates', () => {
  it('are one for each component of the contract', () => {
    expect(NAMES.toSorted()).toEqual(Object.keys(GITLAB).toSorted());
  });

  it.each(NAMES)('%s has nothing global: one job, made of its inputs', (name) => {
    const [, body = ''] = read(name).split('\n---\n');
    const keys = [...body.matchAll(/^(\S.*):$/gmu)].map((match) => match[1]);
    expect(keys).toEqual([name === 'login' ? '.dcr-login' : "'$[[ inputs.job-name ]]'"]);
  });

  it.each(NAMES)('%s describes every input, and none of them is a secret or has no default', (name) => {
    const [head = ''] = read(name).split('\n---\n');
    const inputs = head.split(/^ {4}(?=\S)/gmu).slice(1);
    expect(inputs.length).toBe(Object.keys(GITLAB[name as keyof typeof GITLAB].inputs).length);
    for (const input of inputs) {
      expect(input).toMatch(/\n {6}description: '.+'\n/u);
      expect(input).toMatch(/\n {6}default: /u);
      expect(input).not.toMatch(/^(?:password|token|secret):/u);
    }
  });

  it.each(NAMES)('%s puts no input into a script: each is a variable that is not expanded', (name) => {
    const [, body = ''] = read(name).split('\n---\n');
    for (const script of readScripts(name)) expect(script).not.toContain('$[[');
    const variables = [...body.matchAll(/^ {4}(DCR_INPUT_\w+):\n {6}value: (.+)\n {6}expand: false$/gmu)];
    const places = name === 'login' ? [] : ['job-name', 'stage', 'image'];
    const inputs = Object.keys(GITLAB[name as keyof typeof GITLAB].inputs).filter((input) => !places.includes(input));
    expect(variables.map((match) => match[1])).toEqual(
      inputs.map((input) => `DCR_INPUT_${input.toUpperCase().replaceAll('-', '_')}`),
    );
  });

  it('rotate uses no flag that its command does not have', () => {
    const command = COMMANDS.find((one) => one.name === 'rotate');
    // Until the command is there, the README must not tell anybody to include the component.
    const offered = readFileSync('README.md', 'utf8').includes('/rotate@');
    expect(offered && command === undefined).toBe(false);
    const flags = [...read('rotate').matchAll(/ --([a-z-]+)/gu)].map((match) => match[1] as string);
    expect(flags.filter((flag) => flag === 'yes' || flag === 'dry-run').length).toBeGreaterThanOrEqual(2);
    for (const flag of ['yes', 'dry-run', 'file']) expect(command === undefined || flag in command.options).toBe(true);
  });
});

describeReal(['shellcheck', 'dash', 'bash', 'busybox'], 'the scripts of the templates', () => {
  it.each(NAMES)('of %s are clean for shellcheck and parse in every shell', async (name) => {
    const scripts = readScripts(name);
    expect(scripts.length).toBeGreaterThan(0);
    const text = scripts.join('\n');
    const check = await runCommand({
      path: requirePart('shellcheck'),
      arguments: ['--shell=sh', '--severity=style', '-'],
      environment: {},
      input: text,
    });
    expect(check.output).toBe('');
    for (const shell of [[requirePart('dash')], [requirePart('bash')], [requirePart('busybox'), 'ash']]) {
      const [path = '', ...first] = shell;
      const parsed = await runCommand({ path, arguments: [...first, '-n'], environment: {}, input: text });
      expect(parsed).toMatchObject({ exitCode: 0, output: '' });
    }
  });
});

describeReal(['gitlab-ci-local', 'node24', 'rsync'], 'a component that runs the command line', () => {
  /** A `dcr-login` that writes down what it was given. */
  function installRecorder(root: string): { path: string; read: (what: string) => string } {
    const bin = join(root, 'bin');
    mkdirSync(bin);
    const lines = ['#!/bin/sh', `printf '<%s>' "$@" > '${bin}/argv'`, `cat > '${bin}/stdin'`, `env > '${bin}/env'`];
    writeFileSync(join(bin, 'dcr-login'), `${lines.join('\n')}\n`);
    chmodSync(join(bin, 'dcr-login'), 0o755);
    return {
      path: `${bin}:${process.env['PATH'] ?? ''}`,
      read: (what) => (existsSync(join(bin, what)) ? readFileSync(join(bin, what), 'utf8') : ''),
    };
  }

  it('verify: gives the password by standard input alone', async () => {
    const inputs = { registry: 'dcr.nexqloud.io/acme', action: 'push', repository: 'api', 'password-variable': 'PROD' };
    const project = await makeProject({
      '.gitlab-ci.yml': `include:\n  - local: templates/verify.yml\n    inputs: ${JSON.stringify(inputs)}\n`,
    });
    const recorder = installRecorder(project.root);
    const watch = await startCanary({
      secrets: [SECRET],
      allow: ({ place, process: seen }) => place === 'environ' && seen?.command !== 'dcr-login',
    });
    const { exitCode, log } = await project.run({
      variables: { DCR_USERNAME: 'ci', PROD: PASSWORD },
      environment: { PATH: recorder.path },
    });
    expect(exitCode === 0 ? '' : log).toBe('');
    expect(recorder.read('argv')).toBe(
      '<verify><dcr.nexqloud.io/acme><--username><ci><--password-stdin><--action><push><--repository><api>',
    );
    expect(recorder.read('stdin')).toBe(PASSWORD);
    expect(recorder.read('env')).not.toMatch(/^(?:PROD|DCR_PASSWORD)=/mu);
    expect(await watch.stop()).toEqual([]);
    expect(scanText(log, 'log', [SECRET])).toEqual([]);
  });

  it.each([
    [{}, '<rotate><-f><dcr-rotate.yml><--yes>'],
    [{ file: 'a b.yml', 'dry-run': true, 'job-name': 'turn' }, '<rotate><-f><a b.yml><--yes><--dry-run>'],
  ])('rotate: runs on a schedule only, with the inputs %j', async (inputs, argv) => {
    const project = await makeProject({
      '.gitlab-ci.yml': `include:\n  - local: templates/rotate.yml\n    inputs: ${JSON.stringify(inputs)}\nother:\n  script: [echo other]\n`,
    });
    const recorder = installRecorder(project.root);
    const environment = { PATH: recorder.path };
    const push = await project.run({ environment });
    expect([push.exitCode, recorder.read('argv')]).toEqual([0, '']);
    const { exitCode, log } = await project.run({ environment, predefined: { CI_PIPELINE_SOURCE: 'schedule' } });
    expect(exitCode === 0 ? '' : log).toBe('');
    expect(recorder.read('argv')).toBe(argv);
  });

  it('can be included from an address as well', async () => {
    const server = createServer((request, response) => {
      const name = request.url?.replace('/', '') ?? '';
      response.end(existsSync(join('templates', name)) ? readFileSync(join('templates', name)) : '');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/verify.yml`;
      const project = await makeProject({
        '.gitlab-ci.yml': `include:\n  - remote: ${address}\n    inputs: {registry: dcr.nexqloud.io/acme}\n`,
      });
      const recorder = installRecorder(project.root);
      const { exitCode, log } = await project.run({
        variables: { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD },
        environment: { PATH: recorder.path },
      });
      expect(exitCode === 0 ? '' : log).toBe('');
      expect(recorder.read('argv')).toContain('<verify><dcr.nexqloud.io/acme>');
    } finally {
      server.close();
    }
  });
});
