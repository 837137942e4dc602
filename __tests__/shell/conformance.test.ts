import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory, requirePart, runCommand } from '@nexqloud/dcr-testkit';
import { LOGIN } from '../../packages/core/lib/contract/login.js';
import { CLI } from '../cli/support/machine.ts';
import type { TestServer } from '../cli/support/servers.ts';
import { findClosedPort, startServer } from '../cli/support/servers.ts';
import type { ConformanceRow, Ending, ServerManner } from './conformance.ts';
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

const servers = new Map<ServerManner, Promise<TestServer>>();

/** The address of a server of this manner, which is started once. */
async function addressOf({ server }: ConformanceRow): Promise<Record<string, string>> {
  if (server === undefined) return {};
  if (server === 'closed') return { DCR_REGISTRY: `${await findClosedPort()}/acme` };
  if (!servers.has(server)) servers.set(server, startRegistry(server));
  return { DCR_REGISTRY: `${(await servers.get(server))?.host}/acme` };
}

async function startRegistry(manner: ServerManner): Promise<TestServer> {
  const right = `Basic ${Buffer.from(`${RIGHT.DCR_USERNAME}:${RIGHT.DCR_PASSWORD}`).toString('base64')}`;
  const refuse = (challenge: string) => ({ status: 401, headers: { 'www-authenticate': challenge } });
  const server: TestServer = await startServer(({ url = '/', headers: { authorization } }) => {
    if (typeof manner === 'number') return { status: manner };
    if (manner === 'open') return { status: 200 };
    if (manner === 'page') return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' };
    if (manner === 'elsewhere') return { status: 302, headers: { location: 'http://127.0.0.2:1/' } };
    if (manner === 'bearer' && url.startsWith('/token')) {
      return authorization === right ? { status: 200, body: '{"token":"t0ken"}' } : { status: 401 };
    }
    if (manner === 'bearer') {
      const challenge = `Bearer realm="http://${server.host}/token",service="test"`;
      return authorization === 'Bearer t0ken' ? { status: 200 } : refuse(challenge);
    }
    if (authorization !== right) return refuse('Basic realm="test"');
    return { status: manner === 'forbids' ? 403 : 200 };
  });
  return server;
}

afterAll(async () => {
  for (const server of servers.values()) await (await server).stop();
});

async function runShell(row: ConformanceRow, shell: ShellName, client: Client): Promise<Ending> {
  const machine = makeShellMachine(shell);
  if (row.server !== undefined) machine.install('curl');
  if (row.client !== 'none') installClient(machine, client, row.client);
  const env = { ...RIGHT, ...(await addressOf(row)), ...row.env };
  const result = await machine.run([row.command, ...(row.words ?? [])], { env });
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
  const { DCR_ENGINE, DCR_VERIFY, ...variables } = {
    ...RIGHT,
    ...(await addressOf(row)),
    ...row.env,
  } as Record<string, string | undefined>;
  const flags =
    row.command === 'verify'
      ? ['--retries', '0']
      : row.command === 'login'
        ? ['--isolate', '--verify', DCR_VERIFY ?? 'none', '--engine', DCR_ENGINE ?? 'auto']
        : [];
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

describeReal(['dash', 'bash', 'busybox', 'curl'], 'dcr-login and dcr-login.sh', () => {
  it.concurrent.each(ROWS.map((row) => [row.title, row] as const))('end alike with %s', async (_title, row) => {
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
