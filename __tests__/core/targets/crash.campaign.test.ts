import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { makeTemporaryDirectory, scanDirectory, scanText, startCanary, waitUntil } from '@nexqloud/dcr-testkit';
import type { FakeServer, Fault } from '@nexqloud/dcr-testkit/fakes';
import { startFakeGithub, startFakeGitlab, startFakeJenkins } from '@nexqloud/dcr-testkit/fakes';

const CLI = resolve('packages/cli/lib/index.js');

interface Place {
  readonly server: FakeServer;
  /** Lines of the target in the file. */
  readonly target: string;
  /** What the place holds as password now. */
  read(): string | undefined;
}

/** Requests of one write of a target, in their order; the last one carries the password. */
const KINDS: Readonly<Record<string, { readonly writes: number; readonly open: () => Promise<Place> }>> = {
  'github-secret': {
    writes: 3,
    open: async () => {
      const server = await startFakeGithub({ tokens: { 'api-token-canary': {} } });
      server.state.addRepository('acme/api');
      const { secrets } = server.state.place('acme/api actions');
      const at = Date.parse('2026-01-01T00:00:00Z');
      secrets.set('DCR_PASSWORD', { value: 'old', createdAt: at, updatedAt: at });
      const target = `{ type: github-secret, repository: acme/api, apiUrl: '${server.apiUrl}', tokenEnv: API_KEY }`;
      return { server, target, read: () => secrets.get('DCR_PASSWORD')?.value };
    },
  },
  'gitlab-variable': {
    writes: 3,
    open: async () => {
      const server = await startFakeGitlab({ tokens: { 'api-token-canary': { scopes: ['api'] } } });
      const { variables } = server.state.add('projects', 'acme/api');
      const target = `{ type: gitlab-variable, project: acme/api, apiUrl: '${server.apiUrl}', tokenEnv: API_KEY }`;
      return { server, target, read: () => variables.find(({ key }) => key === 'DCR_PASSWORD')?.value };
    },
  },
  'jenkins-credential': {
    writes: 1,
    open: async () => {
      const server = await startFakeJenkins({ user: 'admin', token: 'api-token-canary' });
      const target = `{ type: jenkins-credential, url: '${server.url}', id: dcr, marker: description, tokenEnv: API_KEY }`;
      return { server, target, read: () => /<password>([^<]*)</u.exec(server.state.get('dcr') ?? '')?.[1] };
    },
  },
};

const CASES = Object.entries(KINDS).flatMap(([kind, { writes }]) =>
  Array.from({ length: writes }, (_, index) => index)
    .flatMap((index) => (['before', 'after'] as const).map((when) => ({ kind, index, when })))
    // Without a campaign, the end of the request that carries the password.
    .filter(
      ({ index, when }) => process.env['DCR_CAMPAIGN'] !== undefined || (index === writes - 1 && when === 'after'),
    ),
);

let sandbox: Sandbox;
let directory: string;
let places: Place[];

beforeEach(async () => {
  sandbox = await startSandbox();
  directory = makeTemporaryDirectory();
  mkdirSync(join(directory, 'home'));
  places = [];
});
afterEach(async () => {
  for (const { server } of places) await server.close();
  await sandbox.close();
});

function start(words: readonly string[], password: { readonly old: string; readonly new: string }): ChildProcess {
  const env = {
    PATH: '/nonexistent',
    HOME: join(directory, 'home'),
    DCR_STATE_DIR: join(directory, 'state'),
    API_KEY: 'api-token-canary',
    JENKINS_USER: 'admin',
    DCR_USERNAME: 'acme-ci',
    DCR_PASSWORD: password.old,
    DCR_NEW_USERNAME: sandbox.registries[0]?.username ?? '',
    DCR_NEW_PASSWORD: password.new,
  };
  const file = join(directory, 'dcr-rotate.yml');
  return spawn(process.execPath, [CLI, 'rotate', '--file', file, '--yes', '--json', ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function finish(child: ChildProcess): Promise<{ status: number | null; output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output };
}

/** Opens a place of each kind and writes the file that names them all. */
async function prepare(): Promise<void> {
  for (const { open } of Object.values(KINDS)) places.push(await open());
  const targets = places.map(({ target }) => `      - ${target}\n`).join('');
  const registry = sandbox.registries[0]?.reference ?? '';
  const credential = `  - name: production\n    registry: ${registry}\n    issuer: { type: console }\n    targets:\n${targets}`;
  writeFileSync(join(directory, 'dcr-rotate.yml'), `version: 1\ncredentials:\n${credential}`);
}

const listSecrets = (...values: string[]) =>
  [...values, 'api-token-canary'].map((value, i) => ({ name: `secret ${i}`, username: '', value }));

describe('a rotation over remote targets', () => {
  it('shows no secret in an argument, a file, a URL or a log while it runs', async () => {
    const old = sandbox.registries[0]?.password ?? '';
    const fresh = sandbox.rotate('acme', { grace: true }).password;
    await prepare();
    const secrets = listSecrets(old, fresh);
    const canary = await startCanary({ secrets, roots: [directory], allow: ({ place }) => place === 'environ' });
    const { status, output } = await finish(start([], { old, new: fresh }));
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(await canary.stop()).toEqual([]);
    const asked = places
      .flatMap(({ server }) => server.journal)
      .map(({ path, query }) => `${path}?${query.toString()}`);
    expect(scanText([output, ...asked].join('\n'), 'output and URLs', secrets)).toEqual([]);
    expect(places.map(({ read }) => read() === fresh)).toEqual([true, true, true]);
  });
});

describe('a rotation that is killed inside the write of a target', () => {
  it.each(CASES)(
    'is resumed to the new password: $kind, request $index, killed $when its effect',
    async ({ kind, index, when }) => {
      const old = sandbox.registries[0]?.password ?? '';
      const fresh = sandbox.rotate('acme', { grace: true }).password;
      await prepare();
      const place = places[Object.keys(KINDS).indexOf(kind)];

      const first = start([], { old, new: fresh });
      const killed = finish(first);
      const die = async (): Promise<void> => {
        first.kill('SIGKILL');
        await killed;
        if (when === 'before') throw new Error('the request never had an effect');
      };
      const writes =
        kind === 'github-secret' ? { method: 'PUT' } : { path: /\/variables|createCredentials/u, method: 'POST' };
      const fault: Fault = { ...writes, after: index, does: { first: die } };
      place?.server.plan(fault);
      expect((await killed).status).toBeNull();
      // The server goes on with the request of a client that is dead.
      const hasEffect = when === 'after' && index === (KINDS[kind]?.writes ?? 0) - 1;
      if (hasEffect)
        await waitUntil(() => place?.read() === fresh, { deadlineMs: 5000, what: 'the write takes effect' });
      else expect(place?.read()).not.toBe(fresh);

      const { status, output } = await finish(start(['--resume'], { old, new: fresh }));
      expect({ status, output }).toMatchObject({ status: 0 });
      expect(places.map(({ read }) => read() === fresh)).toEqual([true, true, true]);
      expect(places.flatMap(({ server }) => server.problems())).toEqual([]);
      const secrets = listSecrets(old, fresh);
      expect(scanDirectory(directory, secrets)).toEqual([]);
      expect(scanText(`${(await killed).output}${output}`, 'output', secrets)).toEqual([]);
    },
    30_000,
  );
});
