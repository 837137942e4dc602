import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { waitUntil } from '@nexqloud/dcr-testkit';
import { CREDENTIAL, installProgram, listAll, makeMachine } from './support/machine.ts';
import type { Machine } from './support/machine.ts';
import type { TestServer } from './support/servers.ts';
import { startServer } from './support/servers.ts';

const CONFIG = '{\n  "auths": { "other.example": { "auth": "b3RoZXI6b3RoZXI=" } },\n  "mine": [1]\n}\n';
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

const servers: TestServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

/** A registry that falls silent as soon as it is shown the credential. */
async function startSilent() {
  const server = await startServer(({ headers }) =>
    headers.authorization === undefined ? { status: 401, headers: { 'www-authenticate': 'Basic' } } : undefined,
  );
  servers.push(server);
  return server;
}

const begin = (machine: Machine, host: string, words: readonly string[]) => {
  machine.writeConfig(CONFIG);
  return machine.start([...words, `${host}/acme`, '--json'], { env: CREDENTIAL });
};

/** Nothing is left, and the user's own file is as it was. */
function expectNothingOf(machine: Machine): void {
  expect(machine.remains()).toEqual([]);
  expect(machine.readConfig()).toBe(CONFIG);
}

describe('a login that is interrupted', () => {
  it.concurrent.each(SIGNALS)('by %s, while the registry thinks, leaves nothing and says so', async (signal, exit) => {
    const server = await startSilent();
    const machine = makeMachine();
    const started = begin(machine, server.host, ['login', '--engine', 'file']);
    await waitUntil(() => server.credentials() === 1, { what: 'the credential was sent', deadlineMs: 10_000 });
    started.kill(signal);
    const { exitCode, json, stderr } = await started.ended;
    expect([exitCode, json]).toMatchObject([exit, { ok: false, command: 'login' }]);
    expect((json['error'] as { message: string }).message).toContain(signal);
    expect(stderr).toBe(`dcr-login: ${signal}: login was interrupted by ${signal}; nothing of it was left\n`);
    expectNothingOf(machine);
  });

  it.concurrent.each(SIGNALS.slice(0, 2))(
    'by %s, while docker waits for the password, ends docker as well',
    async (signal, exit) => {
      const server = await startSilent();
      const machine = makeMachine();
      const mark = join(machine.root, 'docker.pid');
      installProgram(machine, 'docker', `echo $$ > '${mark}'\nread -r word\necho "$word" > '${mark}.got'`);
      const started = begin(machine, server.host, ['login', '--isolate']);
      await waitUntil(() => existsSync(mark) && server.credentials() === 1, {
        what: 'docker waits',
        deadlineMs: 10_000,
      });
      started.kill(signal);
      expect((await started.ended).exitCode).toBe(exit);
      expect(existsSync(`/proc/${readFileSync(mark, 'utf8').trim()}`)).toBe(false);
      expect(existsSync(`${mark}.got`) && readFileSync(`${mark}.got`, 'utf8').trim()).toBeFalsy();
      expectNothingOf(machine);
    },
  );

  it.concurrent('by its own deadline leaves nothing either', async () => {
    const server = await startSilent();
    const machine = makeMachine();
    const run = await begin(machine, server.host, ['login', '--engine', 'file', '--timeout', '700ms']).ended;
    expect([run.exitCode, run.json]).toMatchObject([5, { error: { code: 'DCR_TIMEOUT' } }]);
    expectNothingOf(machine);
  });

  it.concurrent('while it waits for a second try does not wait any longer', async () => {
    const server = await startServer(() => ({ status: 503, headers: { 'retry-after': '50' } }));
    servers.push(server);
    const machine = makeMachine();
    const started = begin(machine, server.host, ['login', '--engine', 'file']);
    await waitUntil(() => server.requests().length === 1, { what: 'the first try', deadlineMs: 10_000 });
    started.kill('SIGINT');
    expect((await started.ended).exitCode).toBe(130);
    expectNothingOf(machine);
  });
});

describe('a verify that is interrupted', () => {
  it.concurrent.each(SIGNALS.slice(0, 2))(
    'by %s ends with its status and has touched nothing',
    async (signal, exit) => {
      const server = await startSilent();
      const machine = makeMachine();
      const before = listAll(machine.root);
      const started = machine.start(['verify', `${server.host}/acme`], { env: CREDENTIAL });
      await waitUntil(() => server.credentials() === 1, { what: 'the credential was sent', deadlineMs: 10_000 });
      started.kill(signal);
      expect(await started.ended).toMatchObject({ exitCode: exit, stdout: '' });
      expect(listAll(machine.root)).toEqual(before);
    },
  );
});
