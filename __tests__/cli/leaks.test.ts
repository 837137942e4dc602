import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { CanaryHit } from '@nexqloud/dcr-testkit';
import { describeReal, requirePart, scanDirectory, startCanary } from '@nexqloud/dcr-testkit';
import { CLI, CREDENTIAL, installProgram, listAll, makeMachine, PASSWORD, SECRET } from './support/machine.ts';
import type { Machine, RunOptions } from './support/machine.ts';

let sandbox: Sandbox;
let registry: string;
beforeAll(async () => {
  sandbox = await startSandbox({
    scheme: 'bearer',
    registries: [{ name: 'acme', repositories: ['app'], credentials: [{ username: 'ci', password: PASSWORD }] }],
  });
  registry = `${sandbox.host}/acme`;
});
afterAll(() => sandbox.close());

/** A machine with docker, and the watch over all processes and all of its files while `work` runs. */
async function watch(
  machine: Machine,
  work: (machine: Machine) => Promise<unknown>,
  allowed: (hit: CanaryHit) => boolean = () => false,
): Promise<readonly CanaryHit[]> {
  const canary = await startCanary({
    secrets: [SECRET],
    roots: [machine.root],
    // The process that was given the secret in its environment has it there, and nobody else.
    allow: (hit) => (hit.place === 'environ' && hit.process?.arguments[1] === CLI) || allowed(hit),
  });
  await work(machine);
  return canary.stop();
}

function makeDockerMachine(): Machine {
  const machine = makeMachine();
  symlinkSync(requirePart('docker'), join(machine.bin, 'docker'));
  return machine;
}

const run = async (machine: Machine, words: readonly string[], options: RunOptions = { env: CREDENTIAL }) => {
  // Every form on standard output and standard error is looked for by the machine itself.
  const result = await machine.run([...words, '--json'], options);
  expect(result.json).toMatchObject({ ok: true });
};

/** Where the login itself is kept, and docker's own temporary file beside it. */
const isLogin = ({ place, where }: CanaryHit): boolean =>
  place === 'file' && /\/(?:\.docker|private\/dcr-[^/]+)\/\.?config\.json[^/]*$/u.test(where);

describeReal(['docker'], 'no form of the secret is seen in arguments, environments of children, or files', () => {
  it('during login by docker, but for the file that keeps it; after logout, nowhere', async () => {
    const machine = makeDockerMachine();
    expect(await watch(machine, () => run(machine, ['login', registry, '--verify', 'push']), isLogin)).toEqual([]);
    expect(scanDirectory(machine.root, [SECRET]).map(({ where }) => where)).toContain(machine.configFile);
    expect(await watch(machine, () => run(machine, ['status'], {}), isLogin)).toEqual([]);
    expect(await watch(machine, () => run(machine, ['logout'], {}), isLogin)).toEqual([]);
    expect([scanDirectory(machine.root, [SECRET]), machine.remains()]).toEqual([[], []]);
  });

  it('during an isolated login, not even in the own environment when it comes from a pipe', async () => {
    const machine = makeDockerMachine();
    const words = ['login', registry, '-u', 'ci', '--isolate', '--password-stdin'];
    const hits = await watch(machine, () => run(machine, words, { input: PASSWORD }), isLogin);
    expect(hits).toEqual([]);
    await run(machine, ['logout'], {});
    expect(scanDirectory(machine.root, [SECRET])).toEqual([]);
  });

  it('during login by a credential helper, which alone gets it, on its standard input', async () => {
    const machine = makeDockerMachine();
    machine.writeConfig('{"credsStore":"kept"}');
    const store = join(machine.root, 'helper.store');
    installProgram(
      machine,
      'docker-credential-kept',
      `case "$1" in
  store) /bin/cat > '${store}' ;;
  erase) /bin/rm -f '${store}' ;;
  get) if [ -f '${store}' ]; then /bin/cat '${store}'; else echo 'credentials not found in native keychain'; exit 1; fi ;;
esac`,
    );
    const isStore = (hit: CanaryHit): boolean =>
      isLogin(hit) ? !hit.where.startsWith(machine.configFile) : hit.where === store;
    expect(await watch(machine, () => run(machine, ['login', registry]), isStore)).toEqual([]);
    expect(scanDirectory(machine.root, [SECRET]).every(({ where }) => where === store)).toBe(true);
    expect(await watch(machine, () => run(machine, ['logout'], {}), isStore)).toEqual([]);
    expect([scanDirectory(machine.root, [SECRET]), machine.readConfig()]).toEqual([[], '{"credsStore":"kept"}']);
  });

  it('during verify, which writes nothing at all', async () => {
    const machine = makeDockerMachine();
    const before = listAll(machine.root);
    expect(await watch(machine, () => run(machine, ['verify', registry, '--action', 'push']))).toEqual([]);
    expect(listAll(machine.root)).toEqual(before);
  });

  it('during a login that is rejected', async () => {
    const machine = makeDockerMachine();
    const work = async () => {
      const { exitCode } = await machine.run(['login', registry, '--debug', '--json'], {
        env: { ...CREDENTIAL, DCR_USERNAME: 'nobody' },
      });
      expect(exitCode).toBe(3);
    };
    expect(await watch(machine, work)).toEqual([]);
    expect([scanDirectory(machine.root, [SECRET]), machine.remains()]).toEqual([[], []]);
  });

  it('during a sandbox, whose command gets its credential and not that of the user', async () => {
    const machine = makeDockerMachine();
    const words = ['sandbox', '--', '/bin/sh', '-c', '/bin/sleep 0.1'];
    expect(await watch(machine, () => machine.run(words, { env: CREDENTIAL }))).toEqual([]);
  });
});
