import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from '@nexqloud/dcr-core/contract';
import { makeMachine, readCode } from './support/machine.ts';

const machine = makeMachine();
const names = COMMANDS.map(({ name }) => name);

describe('asked for help, a command', () => {
  it.concurrent.each(COMMANDS.map((command) => [command.name, command] as const))(
    '%s shows its examples first, then every flag, on standard output',
    async (name, { examples, options }) => {
      const { exitCode, stdout, stderr } = await machine.run([name, '--help']);
      expect([exitCode, stderr]).toEqual([0, '']);
      const [first] = examples;
      expect(stdout.indexOf(first?.line ?? '?')).toBeGreaterThan(0);
      expect(stdout.indexOf(first?.line ?? '?')).toBeLessThan(stdout.indexOf('Usage:'));
      for (const [flag, option] of Object.entries(options)) {
        const negatable = option.type === 'flag' && option.negatable === true;
        expect(stdout).toContain(negatable ? `--[no-]${flag}` : `--${flag}`);
      }
    },
  );

  it.concurrent.each([
    ['help login', ['help', 'login']],
    ['login -h', ['login', '-h']],
    ['--debug login --help', ['--debug', 'login', '--help']],
    ['login with everything wrong and --help', ['login', '--nope', '-p', 'x', '--help']],
  ])('answers %s as login --help', async (_name, words) => {
    const [asked, wanted] = await Promise.all([machine.run(words), machine.run(['login', '--help'])]);
    expect([asked.exitCode, asked.stdout]).toEqual([0, wanted.stdout]);
  });
});

describe('asked for nothing in particular', () => {
  it.concurrent.each([
    ['nothing', []],
    ['help', ['help']],
    ['--help', ['--help']],
    ['-h', ['-h']],
  ])('with %s, it lists every command', async (_name, words) => {
    const { exitCode, stdout, stderr } = await machine.run(words);
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'mu'));
  });

  it.concurrent('what stands after -- is not asked of us', async () => {
    const { exitCode, json } = await machine.run(['verify', '--json', '--', '--help']);
    expect([exitCode, (json['error'] as { code: string }).code]).toEqual([2, 'DCR_INPUT_INVALID']);
  });

  it.concurrent('with --version, also behind a command, it tells the version alone', async () => {
    const [alone, behind] = await Promise.all([machine.run(['--version']), machine.run(['login', '--version'])]);
    expect(alone).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u), stderr: '' });
    expect(behind).toMatchObject({ exitCode: 0, stdout: alone.stdout, stderr: '' });
  });
});

describe('what does not exist', () => {
  it.concurrent.each([
    ['a command', ['lgin', '--json'], 'login'],
    ['a command, asked for its help', ['lgin', '--help', '--json'], 'login'],
    ['a command, asked for its help in words', ['help', 'verfy', '--json'], 'verify'],
    ['a flag', ['login', '--enigne', 'file', '--json'], '--engine'],
    ['a flag with a value', ['verify', '--acton=push', '--json'], '--action'],
    ['a flag of every command', ['status', '--jsn', '--json'], '--json'],
  ])('as %s is refused with the nearest one', async (_name, words, nearest) => {
    const run = await machine.run(words);
    expect([run.exitCode, readCode(run)]).toEqual([2, 'DCR_INPUT_INVALID']);
    expect((run.json['error'] as { message: string }).message).toContain(nearest);
  });
});
