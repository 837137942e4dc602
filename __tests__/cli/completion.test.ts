import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeReal, requirePart, runCommand } from '@nexqloud/dcr-testkit';
import { installProgram, makeMachine } from './support/machine.ts';
import type { Machine } from './support/machine.ts';
import { runProgramOnTerminal } from './support/terminal.ts';

/** What is typed, Tab included → the arguments that the command gets. Flags and values may be joined or not. */
const TYPED: readonly (readonly [string, readonly string[]])[] = [
  ['veri\t', ['verify']],
  ['hel\tlogo\t', ['help', 'logout']],
  ['--vers\t', ['--version']],
  ['comp\tzs\t', ['completion', 'zsh']],
  ['login --eng\tdoc\t', ['login', '--engine', 'docker']],
  ['login --engine=fi\t', ['login', '--engine', 'file']],
  ['login --no-i\t', ['login', '--no-isolate']],
  ['login --shell-env pow\t', ['login', '--shell-env', 'powershell']],
  ['verify --act\tpus\t', ['verify', '--action', 'push']],
  ['sandbox --auth bea\t', ['sandbox', '--auth', 'bearer']],
  ['login --password-file a\t', ['login', '--password-file', 'a word.txt']],
  ['status --js\t', ['status', '--json']],
];

/** A machine on which `dcr-login` says what it was given, and that has the script of a shell. */
async function prepare(shell: 'bash' | 'zsh' | 'fish') {
  const machine = makeMachine();
  const { stdout, exitCode } = await machine.run(['completion', shell]);
  expect(exitCode).toBe(0);
  installProgram(machine, 'dcr-login', `printf 'ran:'; printf '<%s>' "$@"; printf ':end\\n'`);
  writeFileSync(join(machine.home, 'a word.txt'), '');
  writeFileSync(join(machine.home, 'script'), stdout);
  return machine;
}

/** Types each line at the prompt of an interactive shell and returns what was run. */
async function typeAll(
  machine: Machine,
  argv: readonly string[],
  setup: string,
): Promise<readonly (readonly string[])[]> {
  const env = { PATH: `${machine.bin}:/usr/bin:/bin`, TERM: 'dumb', PS1: 'READY> ' };
  const lines = TYPED.map(([typed]) => ({ expect: 'READY> ', type: `dcr-login ${typed}\r` }));
  const { screen, stdout } = await runProgramOnTerminal(machine, argv, {
    env,
    steps: [{ expect: 'READY> ', type: `${setup}\r` }, ...lines, { expect: 'READY> ', type: 'exit\r' }],
  });
  const ran = [...`${screen}${stdout}`.matchAll(/ran:((?:<[^>]*>)*):end/gu)];
  return ran.map(([, words = '']) => [...words.matchAll(/<([^>]*)>/gu)].flatMap(([, word = '']) => splitJoined(word)));
}

function splitJoined(word: string): readonly string[] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

const WANTED = TYPED.map(([, words]) => words);

describeReal(['bash'], 'the completion of bash', () => {
  it('completes commands, flags, choices and file names in an interactive shell', async () => {
    const machine = await prepare('bash');
    const ran = await typeAll(machine, [requirePart('bash'), '--norc', '--noprofile', '-i'], 'source ./script');
    expect(ran).toEqual(WANTED);
  });
});

describeReal(['zsh'], 'the completion of zsh', () => {
  it('completes the same when its file lies in fpath, from the first Tab on', async () => {
    const machine = await prepare('zsh');
    mkdirSync(join(machine.home, 'functions'));
    const { stdout } = await machine.run(['completion', 'zsh']);
    writeFileSync(join(machine.home, 'functions/_dcr-login'), stdout);
    const setup = 'fpath=(~/functions $fpath); autoload -U compinit; compinit -u -D';
    expect(await typeAll(machine, [requirePart('zsh'), '-f', '-i'], setup)).toEqual(WANTED);
  });

  it('completes the same when it is sourced', async () => {
    const machine = await prepare('zsh');
    const setup = 'autoload -U compinit; compinit -u -D; source ./script';
    expect(await typeAll(machine, [requirePart('zsh'), '-f', '-i'], setup)).toEqual(WANTED);
  });
});

describeReal(['fish'], 'the completion of fish', () => {
  it('offers commands, flags, choices and file names', async () => {
    const machine = await prepare('fish');
    const questions = TYPED.map(([typed]) => typed.replace(/^(.*)\t$/u, '$1'))
      // Fish answers one question at a time: what a Tab in the middle gives is written out.
      .map((typed) => typed.replace('hel\t', 'help ').replace('comp\t', 'completion '))
      .map((typed) => typed.replace('--eng\t', '--engine ').replace('--act\t', '--action '));
    const script = ['source ./script', ...questions.map((typed) => `complete -C 'dcr-login ${typed}'; echo ---`)];
    const { stdout, stderr } = await runCommand({
      path: requirePart('fish'),
      arguments: ['--no-config', '-c', script.join('\n')],
      environment: { ...machine.environment, PATH: `${machine.bin}:/usr/bin:/bin` },
      directory: machine.home,
    });
    const offered = stdout
      .split('---\n')
      .slice(0, -1)
      .map((lines) => lines.split('\n')[0]?.split('\t')[0]);
    expect(stderr).toBe('');
    expect(offered).toEqual(
      WANTED.map((words, at) => {
        const last = words.at(-1) ?? '';
        return questions[at]?.includes('=') === true ? `--engine=${last}` : last;
      }),
    );
  });
});
