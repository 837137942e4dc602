import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { runCommand } from '@nexqloud/dcr-testkit';
import { CLI, makeMachine, PASSWORD, readCode } from './support/machine.ts';
import type { RunOptions } from './support/machine.ts';

const BOM = '\uFEFF';
const machine = makeMachine();
let sandbox: Sandbox;
let registry: string;
beforeAll(async () => {
  sandbox = await startSandbox({
    registries: [{ name: 'acme', credentials: [{ username: 'ci', password: PASSWORD }] }],
  });
  registry = `${sandbox.host}/acme`;
});
afterAll(() => sandbox.close());

const verify = (words: readonly string[], options: RunOptions = {}) =>
  machine.run(['verify', registry, '-u', 'ci', '--json', ...words], options);

const write = (name: string, content: string | Buffer): string => {
  const file = join(machine.home, name);
  writeFileSync(file, content);
  return file;
};

describe('a password', () => {
  it.concurrent.each([
    ['as it is', PASSWORD],
    ['with one line end', `${PASSWORD}\n`],
    ['with a byte-order mark and a line end of Windows', `${BOM}${PASSWORD}\r\n`],
  ])('%s is the same from a variable, a pipe and a file', async (name, text) => {
    const file = write(name, text);
    const runs = await Promise.all([
      verify([], { env: { DCR_PASSWORD: text } }),
      verify(['--password-stdin'], { input: text }),
      verify(['--password-file', file]),
    ]);
    for (const run of runs) expect([run.exitCode, readCode(run)]).toEqual([0, undefined]);
  });

  it.concurrent.each([
    ['two line ends', `${PASSWORD}\n\n`],
    ['a NUL', `${PASSWORD}\0`],
    ['a tab at its end', `${PASSWORD}\t`],
  ])('with %s is refused, for it cannot be the right one', async (name, text) => {
    const file = write(name, text);
    const runs = await Promise.all([verify(['--password-stdin'], { input: text }), verify(['--password-file', file])]);
    for (const run of runs) expect([run.exitCode, readCode(run)]).toEqual([2, 'DCR_INPUT_INVALID']);
  });

  it.concurrent.each([
    ['UTF-16, as PowerShell 5 writes it', Buffer.from(`${BOM}${PASSWORD}\r\n`, 'utf16le')],
    ['Latin-1', Buffer.from('pässwörd-of-1990', 'latin1')],
  ])('in %s is refused rather than sent as another one', async (name, bytes) => {
    const before = sandbox.log.length;
    const file = write(name, bytes);
    const runs = await Promise.all([verify(['--password-stdin'], { input: bytes }), verify(['--password-file', file])]);
    for (const run of runs) expect([run.exitCode, readCode(run)]).toEqual([2, 'DCR_INPUT_INVALID']);
    expect(sandbox.log.slice(before).filter(({ accepted, scheme }) => scheme === 'basic' && !accepted)).toEqual([]);
  });

  it.concurrent('is taken from a pipe that a shell gives the name of a file', async () => {
    const { exitCode, stdout } = await runCommand({
      path: 'bash',
      arguments: [
        '-c',
        '"$0" "$1" verify "$2" -u ci --json --password-file <(printf %s "$SECRET")',
        process.execPath,
        CLI,
        registry,
      ],
      environment: { ...machine.environment, PATH: process.env['PATH'] ?? '', SECRET: PASSWORD },
    });
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([0, { ok: true }]);
  });

  it('of which a flag says where it is does not come from the variable', async () => {
    const file = write('right', PASSWORD);
    const [piped, filed, wrong] = await Promise.all([
      verify(['--password-stdin'], { input: PASSWORD, env: { DCR_PASSWORD: 'wr0ng-password' } }),
      verify(['--password-file', file], { env: { DCR_PASSWORD: 'wr0ng-password' } }),
      verify(['--password-stdin'], { input: 'wr0ng-password', env: { DCR_PASSWORD: PASSWORD } }),
    ]);
    expect([piped.exitCode, filed.exitCode, wrong.exitCode]).toEqual([0, 0, 3]);
  });

  it.concurrent('that has been waited for in vain ends with the signal that ended the wait', async () => {
    const started = machine.start(['login', registry, '-u', 'ci', '--engine', 'file', '--password-stdin'], {
      holdInput: true,
    });
    await started.listens();
    started.kill('SIGTERM');
    expect(await started.ended).toMatchObject({ exitCode: 143, stdout: '' });
    expect(machine.remains()).toEqual([]);
  });
});

describe('a credential whose end is known', () => {
  const claims = (exp: number): string =>
    ['{"alg":"none"}', JSON.stringify({ exp }), 'signature']
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');

  it('and has passed is not sent', async () => {
    const before = sandbox.log.length;
    const run = await verify([], { env: { DCR_PASSWORD: claims(1_000_000_000) } });
    expect([run.exitCode, readCode(run), sandbox.log.length]).toEqual([3, 'DCR_CREDENTIAL_EXPIRED', before]);
  });

  it.concurrent('is told with the login, the proof and the status', async () => {
    const password = claims(4_000_000_000);
    const bearer = await startSandbox({
      scheme: 'bearer',
      registries: [{ name: 'acme', credentials: [{ username: 'ci', password }] }],
    });
    const env = { DCR_USERNAME: 'ci', DCR_PASSWORD: password, DCR_REGISTRY: `${bearer.host}/acme` };
    const own = makeMachine();
    const expiresAt = '2096-10-02T07:06:40Z';
    try {
      const proved = await own.run(['verify', '--json'], { env });
      const login = await own.run(['login', '--engine', 'file', '--json'], { env });
      const status = await own.run(['status', '--json']);
      expect(proved.json).toMatchObject({ ok: true, scheme: 'bearer', expiresAt });
      expect(login.json).toMatchObject({ ok: true, sessions: [{ expiresAt }] });
      expect(status.json).toMatchObject({ ok: true, sessions: [{ expiresAt }] });
    } finally {
      await bearer.close();
    }
  });
});
