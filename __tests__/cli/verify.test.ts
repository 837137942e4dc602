import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { makeMachine, PASSWORD, readCode } from './support/machine.ts';
import type { WebServer } from './support/servers.ts';
import { startServer } from './support/servers.ts';

const machine = makeMachine();
const schemes = ['basic', 'bearer'] as const;
const sandboxes: Record<string, Sandbox> = {};
beforeAll(async () => {
  for (const scheme of schemes) {
    sandboxes[scheme] = await startSandbox({
      scheme,
      registries: [
        {
          name: 'acme',
          repositories: ['app', 'team/api'],
          credentials: [
            { username: 'ci', password: PASSWORD },
            { username: 'reader', password: PASSWORD, access: 'pull' },
            { username: 'old', password: PASSWORD, expiresAt: 1_000_000_000_000 },
          ],
        },
        { name: 'globex', repositories: ['web'] },
        { name: 'empty', credentials: [{ username: 'empty', password: PASSWORD }] },
        {
          name: 'open',
          public: true,
          repositories: ['site'],
          credentials: [{ username: 'owner', password: PASSWORD }],
        },
      ],
    });
  }
});
afterAll(() => Promise.all(Object.values(sandboxes).map((sandbox) => sandbox.close())));

interface Asked {
  readonly words?: readonly string[];
  readonly username?: string;
  readonly password?: string;
}

const verify = (host: string, name: string, { words = [], username = 'ci', password = PASSWORD }: Asked = {}) =>
  machine.run(['verify', `${host}/${name}`, '--json', ...words], {
    env: { DCR_USERNAME: username, DCR_PASSWORD: password },
  });

describe.each(schemes)('a registry that asks by %s', (scheme) => {
  const ask = (name: string, asked?: Asked) => verify(sandboxes[scheme]?.host ?? '', name, asked);

  it.concurrent('answers as promised, and nothing changes in it', async () => {
    const sandbox = sandboxes[scheme];
    const before = JSON.stringify(['acme', 'globex', 'empty', 'open'].map((name) => sandbox?.repositories(name)));
    const [auth, pull, push] = await Promise.all(
      ['auth', 'pull', 'push'].map((action) => ask('acme', { words: ['--action', action] })),
    );
    const host = sandbox?.host ?? '';
    const answer = { ok: true, command: 'verify', registry: `${host}/acme`, host, name: 'acme', scheme };
    expect(auth?.json).toEqual({ ...answer, proven: { auth: true, pull: null, push: null } });
    expect(pull?.json).toEqual({ ...answer, proven: { auth: true, pull: true, push: null } });
    expect(push?.json).toEqual({ ...answer, proven: { auth: true, pull: true, push: true } });
    expect([auth?.exitCode, pull?.exitCode, push?.exitCode]).toEqual([0, 0, 0]);
    expect(JSON.stringify(['acme', 'globex', 'empty', 'open'].map((name) => sandbox?.repositories(name)))).toBe(before);
  });

  it.concurrent.each<[string, string, Asked, string, number]>([
    ['a wrong password', 'acme', { password: 'wr0ng-password' }, 'DCR_CREDENTIAL_REJECTED', 3],
    ['a user that nobody knows', 'acme', { username: 'nobody' }, 'DCR_CREDENTIAL_REJECTED', 3],
    ['a credential that has expired', 'acme', { username: 'old' }, 'DCR_CREDENTIAL_EXPIRED', 3],
    [
      'the credential of another registry',
      'globex',
      { words: ['--action', 'pull', '--repository', 'web'] },
      'DCR_ACCESS_DENIED',
      4,
    ],
    ['a name that is misspelt', 'amce', {}, 'DCR_REGISTRY_UNKNOWN', 4],
    [
      'a push by who may only pull',
      'acme',
      { username: 'reader', words: ['--action', 'push'] },
      'DCR_ACCESS_DENIED',
      4,
    ],
    [
      'a repository that is not there',
      'acme',
      { words: ['--action', 'pull', '--repository', 'no'] },
      'DCR_CREDENTIAL_UNPROVEN',
      3,
    ],
    [
      'a push where no repository is',
      'empty',
      { username: 'empty', words: ['--action', 'push'] },
      'DCR_CREDENTIAL_UNPROVEN',
      3,
    ],
  ])('refuses %s', async (_name, name, asked, code, exit) => {
    const run = await ask(name, asked);
    const { error } = run.json as { error: { message: string; remedy: string; registry: string } };
    expect([run.exitCode, readCode(run)]).toEqual([exit, code]);
    expect(run.json).toMatchObject({
      ok: false,
      command: 'verify',
      error: { registry: expect.stringContaining(name) },
    });
    expect(run.stderr).toBe(`dcr-login: ${code}: ${error.message}\n  → ${error.remedy}\n`);
  });

  it.concurrent('that is public lets anybody pull, which is said, and still asks who pushes', async () => {
    const env = { DCR_USERNAME: 'owner', DCR_PASSWORD: PASSWORD };
    const words = ['verify', `${sandboxes[scheme]?.host}/open`, '--action', 'push'];
    const [told, run] = await Promise.all([machine.run(words, { env }), machine.run([...words, '--json'], { env })]);
    expect(run.json).toMatchObject({ ok: true, proven: { auth: true, pull: true, push: true } });
    expect([told.exitCode, told.stdout]).toEqual([0, '']);
    expect(told.stderr).toContain('anybody');
  });

  it.concurrent('is asked for a push into nothing only when that is allowed', async () => {
    const words = ['--action', 'push', '--allow-create'];
    const [unnamed, named] = await Promise.all([
      ask('empty', { username: 'empty', words }),
      ask('empty', { username: 'empty', words: [...words, '--repository', 'new'] }),
    ]);
    for (const { json } of [unnamed, named])
      expect(json).toMatchObject({ ok: true, proven: { auth: true, push: true } });
    expect(sandboxes[scheme]?.repositories('empty')).toEqual([]);
  });

  it.concurrent('is asked about the repository that is named, however its name is written', async () => {
    const host = sandboxes[scheme]?.host;
    for (const repository of ['team/api', `${host}/acme/team/api`]) {
      const { json } = await ask('acme', { words: ['--action', 'push', '--repository', repository] });
      expect(json).toMatchObject({ ok: true, proven: { push: true } });
    }
  });

  it('sees a rejected credential once', async () => {
    const sandbox = sandboxes[scheme];
    const from = sandbox?.log.length ?? 0;
    await ask('acme', { password: 'wr0ng-password' });
    const wrong = sandbox?.log.slice(from).filter((record) => record.scheme === 'basic');
    expect(wrong?.map(({ status, accepted }) => [status, accepted])).toEqual([[401, false]]);
  });
});

/** What an answer is made of: which path was asked, and whether with the credential. */
type Answers = (question: { path: string; method: string; known: boolean }) => {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const BASIC = { 'www-authenticate': 'Basic realm="x"' };
const challenge = { status: 401, headers: BASIC };

describe('a registry that lets anybody in', () => {
  let server: WebServer;
  let answers: Answers = () => challenge;
  beforeAll(async () => {
    server = await startServer(({ url = '', method = '', headers }) =>
      answers({ path: url, method, known: headers.authorization !== undefined }),
    );
  });
  afterAll(() => server.stop());

  it.each([
    ['to everything', () => ({ status: 200 })],
    ['but has nothing to show', () => ({ status: 200, body: '' })],
    [
      'and even to push',
      ({ method, path }: { method: string; path: string }) =>
        method === 'POST' ? { status: 202, headers: { location: `${path}1` } } : { status: 200, body: '{"tags":[]}' },
    ],
  ] as const)('%s proves nothing, whatever is asked', async (_name, given) => {
    answers = given as Answers;
    for (const action of ['auth', 'push']) {
      const run = await verify(server.host, 'acme', { words: ['--action', action, '--repository', 'app'] });
      expect([action, run.exitCode, readCode(run)]).toEqual([action, 3, 'DCR_CREDENTIAL_UNPROVEN']);
    }
  });

  it('but not to push proves the credential by the push', async () => {
    answers = ({ method, path, known }) => {
      if (method === 'DELETE') return { status: 204 };
      if (method === 'GET') return { status: 200, body: '{"tags":["v1"]}' };
      return known ? { status: 202, headers: { location: `${path}1` } } : challenge;
    };
    const asked = { words: ['--action', 'push', '--repository', 'app'] };
    const from = server.requests().length;
    const { json } = await verify(server.host, 'acme', asked);
    expect(json).toMatchObject({ ok: true, proven: { auth: true, pull: true, push: true } });
    // What was started is taken back.
    expect(server.requests().slice(from)).toContain('DELETE /v2/acme/app/blobs/uploads/1*');
  });

  it('and refuses this one the push says so', async () => {
    answers = ({ method, known }) => {
      if (method === 'GET') return { status: 200, body: '{"tags":["v1"]}' };
      return known ? { status: 403, body: '{"errors":[{"code":"DENIED"}]}' } : challenge;
    };
    const run = await verify(server.host, 'acme', { words: ['--action', 'push', '--repository', 'app'] });
    expect([run.exitCode, readCode(run)]).toEqual([4, 'DCR_ACCESS_DENIED']);
  });

  it('does not get a login to fail: what could not be proved is said', async () => {
    answers = () => ({ status: 200 });
    const { exitCode, stderr } = await machine.run(['login', `${server.host}/acme`, '--engine', 'file'], {
      env: { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD },
    });
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('not proved')]);
  });
});
