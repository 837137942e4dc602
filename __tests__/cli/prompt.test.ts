import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { scanText } from '@nexqloud/dcr-testkit';
import { CREDENTIAL, makeMachine, PASSWORD, SECRET } from './support/machine.ts';
import type { Machine } from './support/machine.ts';
import type { Step } from './support/terminal.ts';
import { runOnTerminal } from './support/terminal.ts';

let sandbox: Sandbox;
let registry: string;
beforeAll(async () => {
  sandbox = await startSandbox({
    registries: [{ name: 'acme', credentials: [{ username: 'ci', password: PASSWORD }] }],
  });
  registry = `${sandbox.host}/acme`;
});
afterAll(() => sandbox.close());

/** Nothing of a password is shown by the command or by the terminal itself. */
async function run(machine: Machine, words: readonly string[], steps: readonly Step[], env = {}) {
  const result = await runOnTerminal(machine, words, { steps, env });
  expect(scanText(`${result.screen}\n${result.stdout}`, 'terminal', [SECRET])).toEqual([]);
  expect(result.sane).toBe(true);
  return result;
}

const askRegistry = { expect: 'Registry (host/name): ' };
const askUsername = { expect: 'Username for ' };
const askPassword = { expect: 'Password for ' };

describe('when a person sits at a terminal', () => {
  it.concurrent('asks for registry, user name and password, in this order', async () => {
    const { status, stdout, screen } = await run(
      makeMachine(),
      ['login', '--engine', 'file', '--json'],
      [
        { ...askRegistry, type: `${registry}\r` },
        { ...askUsername, type: 'ci\r' },
        { ...askPassword, type: `${PASSWORD}\r` },
      ],
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, sessions: [{ registry }] });
    const places = [askRegistry, askUsername, askPassword].map(({ expect: text }) => screen.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(screen).toContain(`Username for ${registry}: `);
  });

  it.concurrent('asks only for what is missing, and lets a mistyped password be mended', async () => {
    const machine = makeMachine();
    const { status, screen } = await run(
      machine,
      ['verify', registry, '-u', 'ci'],
      [{ ...askPassword, type: `x${'\u007f'}${PASSWORD}y${'\u007f'}\r` }],
    );
    expect([status, screen.includes('Registry (host'), screen.includes('Username for')]).toEqual([0, false, false]);
  });

  it.concurrent('asks for nothing when everything is given', async () => {
    const { status, screen } = await run(makeMachine(), ['verify', registry], [], CREDENTIAL);
    expect([status, /for .*: $/mu.test(screen)]).toEqual([0, false]);
  });

  it.concurrent('refuses --password-stdin, for a terminal is no pipe', async () => {
    const { status, stdout } = await run(
      makeMachine(),
      ['login', registry, '-u', 'ci', '--password-stdin', '--json'],
      [],
    );
    expect([status, JSON.parse(stdout)]).toMatchObject([2, { error: { code: 'DCR_INPUT_INVALID' } }]);
  });

  it.concurrent.each([
    ['Ctrl-C', { type: '\u0003' }, 130],
    ['SIGTERM', { signal: 'SIGTERM' } as const, 143],
  ])('ends on %s with the exit status that shells know, and does nothing', async (_name, how, exit) => {
    const machine = makeMachine();
    const hidden = run(machine, ['login', registry, '-u', 'ci', '--engine', 'file'], [{ ...askPassword, ...how }]);
    const shown = run(machine, ['login', '--engine', 'file'], [{ ...askRegistry, ...how }]);
    for (const { status, stdout } of await Promise.all([hidden, shown])) expect([status, stdout]).toEqual([exit, '']);
    expect(machine.remains()).toEqual([]);
  });

  it.concurrent('takes the end of input as an empty answer', async () => {
    const { status, stdout } = await run(
      makeMachine(),
      ['login', registry, '-u', 'ci', '--engine', 'file', '--json'],
      [{ ...askPassword, type: '\u0004' }],
    );
    expect([status, JSON.parse(stdout)]).toMatchObject([2, { error: { code: 'DCR_CREDENTIAL_MISSING' } }]);
  });

  it.concurrent('colours the code of an error, and NO_COLOR turns that off', async () => {
    const words = ['login', '--engine', 'nope'];
    const [coloured, plain] = await Promise.all([
      run(makeMachine(), words, []),
      run(makeMachine(), words, [], { NO_COLOR: '1' }),
    ]);
    expect(coloured.screen).toContain('\u001b[31mDCR_INPUT_INVALID\u001b[0m');
    expect(plain.screen).toContain(': DCR_INPUT_INVALID: ');
    expect(plain.screen).not.toContain('\u001b[');
  });
});

describe('when standard input is no terminal', () => {
  it.concurrent('asks for nothing and says what is missing', async () => {
    const machine = makeMachine();
    const [nothing, noUser, noPassword] = await Promise.all([
      machine.run(['login', '--engine', 'file', '--json']),
      machine.run(['login', registry, '--engine', 'file', '--json'], { env: { DCR_PASSWORD: PASSWORD } }),
      machine.run(['verify', registry, '--json'], { env: { DCR_USERNAME: 'ci' } }),
    ]);
    expect(nothing).toMatchObject({ exitCode: 2, json: { error: { code: 'DCR_INPUT_INVALID' } } });
    expect(noUser).toMatchObject({ exitCode: 2, json: { error: { code: 'DCR_CREDENTIAL_MISSING' } } });
    expect(noPassword).toMatchObject({ exitCode: 2, json: { error: { code: 'DCR_CREDENTIAL_MISSING' } } });
    for (const { stderr } of [nothing, noUser, noPassword])
      expect(stderr).not.toMatch(/^(?:Registry|Username|Password) /mu);
  });
});
