import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory, requirePart, runCommand } from '@nexqloud/dcr-testkit';
import { LOGIN } from '../../packages/core/lib/contract/login.js';
import { CLI } from '../cli/support/machine.ts';
import type { ConformanceRow, Ending } from './conformance.ts';
import { ROWS } from './conformance.ts';
import type { ShellName } from './support/machine.ts';
import { installClient, makeShellMachine, SHELLS } from './support/machine.ts';

const RIGHT = { DCR_REGISTRY: 'registry.example/acme', DCR_USERNAME: 'ci', DCR_PASSWORD: 'hunter22-secret' };
type Client = 'docker' | 'podman';

/** Which clients the command line knows by now. */
const CLI_CLIENTS = (['docker', 'podman'] as const).filter((name) =>
  (LOGIN.options.engine.choices as readonly string[]).includes(name),
);

function readEnding({ exitCode, stderr }: { exitCode: number; stderr: string }): Ending {
  const codes = [...stderr.matchAll(/^dcr-login: (DCR_[A-Z_]+): ./gmu)].map((match) => match[1] as string);
  return codes[0] === undefined ? { exit: exitCode } : { exit: exitCode, code: codes[0] };
}

async function runShell(row: ConformanceRow, shell: ShellName, client: Client): Promise<Ending> {
  const machine = makeShellMachine(shell);
  if (row.client !== 'none') installClient(machine, client, row.client);
  const result = await machine.run([row.command, ...(row.words ?? [])], { env: { ...RIGHT, ...row.env } });
  // Whatever failed has left nothing, and has said one line.
  if (result.exitCode !== 0) {
    expect(machine.listFiles()).toEqual([]);
    expect(result.stderr.split('\n')).toHaveLength(2);
    expect(result.stdout).toBe('');
  }
  return readEnding(result);
}

async function runCli(row: ConformanceRow, client: Client): Promise<Ending> {
  const root = makeTemporaryDirectory();
  const [home, bin] = [join(root, 'home'), join(root, 'bin')];
  for (const directory of [home, bin]) mkdirSync(directory);
  symlinkSync(requirePart('dash'), join(bin, 'sh'));
  if (row.client !== 'none') installClient({ bin }, client, row.client);
  const { DCR_ENGINE, DCR_VERIFY, ...variables } = { ...RIGHT, ...row.env } as Record<string, string | undefined>;
  const flags =
    row.command === 'login' ? ['--isolate', '--verify', DCR_VERIFY ?? 'none', '--engine', DCR_ENGINE ?? 'auto'] : [];
  const environment = Object.entries({ PATH: bin, HOME: home, ...variables }).filter(
    ([, value]) => value !== undefined,
  );
  const result = await runCommand({
    path: process.execPath,
    arguments: [CLI, row.command, ...flags, ...(row.words ?? [])],
    environment: Object.fromEntries(environment) as Record<string, string>,
  });
  return readEnding(result);
}

describeReal(['dash', 'bash', 'busybox'], 'dcr-login and dcr-login.sh', () => {
  it.each(ROWS.map((row) => [row.title, row] as const))('end alike with %s', async (_title, row) => {
    const wanted = (client: Client): Ending => {
      if (row.sh === undefined || (row.sh.client ?? client) !== client) return row.ends;
      return { exit: row.sh.exit, ...(row.sh.code === undefined ? {} : { code: row.sh.code }) };
    };
    // Input is judged before any client is chosen.
    const clients: readonly Client[] =
      row.client === undefined && row.env !== undefined ? ['docker'] : ['docker', 'podman'];
    const shells = SHELLS.flatMap((shell) => clients.map((client) => [`${shell}, ${client}`, shell, client] as const));
    const [byShell, byCli] = await Promise.all([
      Promise.all(shells.map(async ([name, shell, client]) => [name, await runShell(row, shell, client)] as const)),
      Promise.all(CLI_CLIENTS.map(async (client) => [`dcr-login, ${client}`, await runCli(row, client)] as const)),
    ]);
    expect(Object.fromEntries(byShell)).toEqual(
      Object.fromEntries(shells.map(([name, , client]) => [name, wanted(client)])),
    );
    expect(Object.fromEntries(byCli)).toEqual(Object.fromEntries(byCli.map(([name]) => [name, row.ends])));
  });
});
