import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { scanText } from '@nexqloud/dcr-testkit';
import type { FakeGithub, FakeGithubOptions, FakeToken } from '@nexqloud/dcr-testkit/fakes';
import { limitPrimary, limitSecondary, startFakeGithub } from '@nexqloud/dcr-testkit/fakes';
import fc from 'fast-check';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import type { GithubSecretOptions } from '../../../packages/core/lib/targets/github-secret/options.js';
import { createGithubSecret } from '../../../packages/core/lib/targets/github-secret/target.js';
import { catchCode, catchError } from '../support/codes.ts';
import { CREDENTIAL, makePorts, NEW_PASSWORD, SIGNAL } from './support.ts';
import type { TestPorts } from './support.ts';

const T0 = Date.parse('2026-01-01T00:00:00Z');
const TOKENS = {
  fine: {},
  read: { secrets: 'read' },
  none: { secrets: 'none' },
  classic: { scopes: ['repo', 'admin:org'] },
  narrow: { scopes: ['gist'] },
  'app-user': { scopes: [] },
  dying: { expiresAfter: 5 },
} as const satisfies Record<string, FakeToken>;

let github: FakeGithub;
let now: number;
let started: FakeGithub[];
let ports: TestPorts;

beforeEach(async () => {
  now = T0;
  started = [];
  github = await start();
  github.state.addRepository('acme/api', { environments: ['prod', 'eu/west 1'] });
  github.state.addOrganization('acme');
  ports = makePorts({ GITHUB_TOKEN: 'fine' });
});
afterEach(async () => {
  for (const server of started) await server.close();
});

async function start(options: Partial<FakeGithubOptions> = {}): Promise<FakeGithub> {
  const server = await startFakeGithub({ tokens: TOKENS, now: () => now, ...options });
  started.push(server);
  return server;
}

const open = (options: Partial<GithubSecretOptions> = {}, world: TestPorts = ports) =>
  createGithubSecret({ repository: 'acme/api', apiUrl: github.apiUrl, ...options }, world);
const openOrganization = (options: Partial<GithubSecretOptions> = {}) =>
  createGithubSecret({ organization: 'acme', apiUrl: github.apiUrl, ...options }, ports);
const read = (place: string) =>
  Object.fromEntries([...github.state.place(place).secrets].map(([name, { value }]) => [name, value]));
const ALL = { DCR_REGISTRY: 'dcr.nexqloud.io/acme', DCR_USERNAME: 'robot-acme', DCR_PASSWORD: NEW_PASSWORD };
function put(place: string, name: string, details: { visibility?: string; selected?: number[] } = {}): void {
  const times = { createdAt: T0 - 1e6, updatedAt: T0 - 1e6 };
  github.state.place(place).secrets.set(name, { value: `old ${name}`, ...times, ...details });
}

async function rotate(target: ReturnType<typeof open>) {
  const facts = await target.inspect(SIGNAL);
  now += 5000;
  await target.write(CREDENTIAL, facts, SIGNAL);
  return { facts, check: await target.check(CREDENTIAL, facts, SIGNAL) };
}

describe('github-secret', () => {
  const places = [
    ['a repository', {}, 'acme/api actions'],
    ['its Dependabot store', { store: 'dependabot' }, 'acme/api dependabot'],
    ['its Codespaces store', { store: 'codespaces' }, 'acme/api codespaces'],
    ['an environment', { environment: 'prod' }, 'acme/api environment prod'],
    ['an environment whose name needs escaping', { environment: 'eu/west 1' }, 'acme/api environment eu/west 1'],
  ] as const;
  it.each(places)(
    'stores all three values in %s, for its own key, and every request is in the schema',
    async (_, options, place) => {
      const { facts, check } = await rotate(open(options));
      expect(facts).toMatchObject({ stored: undefined, exists: false, since: null });
      expect(check).toEqual({ kind: 'metadata', holds: true });
      expect(read(place)).toEqual(ALL);
      expect(github.problems()).toEqual([]);
    },
  );

  it.each(['actions', 'dependabot', 'codespaces'] as const)('stores them in an organization (%s)', async (store) => {
    const { check } = await rotate(openOrganization({ store }));
    expect(check.holds).toBe(true);
    expect(read(`organization acme ${store}`)).toEqual(ALL);
    expect(github.problems()).toEqual([]);
  });

  it('writes the password last, so that one request is the whole change', async () => {
    await rotate(open());
    expect(github.writes().map(({ path }) => path.split('/').at(-1))).toEqual([
      'DCR_REGISTRY',
      'DCR_USERNAME',
      'DCR_PASSWORD',
    ]);
  });

  it('takes other names, in any case, and leaves all others alone', async () => {
    put('acme/api actions', 'DCR_PASSWORD');
    const target = open({ names: { password: 'registry_token' } });
    await rotate(target);
    const found = read('acme/api actions');
    expect(found['REGISTRY_TOKEN']).toBe(NEW_PASSWORD);
    expect(found['DCR_PASSWORD']).toBe('old DCR_PASSWORD');
  });

  it('finds its secrets on the second page of a list', async () => {
    for (let i = 0; i < 100; i += 1) put('acme/api actions', `A_${i}`);
    put('acme/api actions', 'DCR_PASSWORD');
    const facts = await open().inspect(SIGNAL);
    expect(facts.exists).toBe(true);
    expect(facts.since).toBe(T0 - 1e6);
    expect(github.journal.filter(({ path }) => path.endsWith('/actions/secrets'))).toHaveLength(2);
    expect(github.problems()).toEqual([]);
  });

  it('talks to GitHub Enterprise Server below /api/v3', async () => {
    const server = await start({ prefix: '/api/v3' });
    server.state.addRepository('acme/api');
    const target = open({ apiUrl: server.apiUrl });
    await rotate(target);
    expect(server.state.place('acme/api actions').secrets.get('DCR_PASSWORD')?.value).toBe(NEW_PASSWORD);
    expect(server.problems()).toEqual([]);
    expect(target.id).toContain('127.0.0.1');
  });

  it('follows a renamed repository with every request, the token only on the same origin', async () => {
    github.state.renameRepository('acme/api', 'acme/service');
    const { check } = await rotate(open());
    expect(check.holds).toBe(true);
    expect(read('acme/service actions')).toEqual(ALL);
    expect(github.problems()).toEqual([]);
  });

  it('never follows a redirect to another host with the token (attack: open redirect)', async () => {
    const other = await start();
    const location = `${other.url}/repos/acme/api`;
    github.plan({ path: /acme\/api$/u, does: { answer: { status: 301, headers: { location } } } });
    expect(await catchCode(() => open().inspect(SIGNAL))).toBe('DCR_UNSAFE_REDIRECT');
    expect(other.journal).toEqual([]);
  });
});

describe('what a github-secret keeps of an organization', () => {
  it.each([
    ['all', []],
    ['private', []],
    ['selected', Array.from({ length: 205 }, (_, i) => 5000 - i)],
  ])('keeps the visibility %s and the repositories of more than one page', async (visibility, selected) => {
    for (const name of Object.keys(ALL)) put('organization acme actions', name, { visibility, selected });
    const { check } = await rotate(openOrganization());
    expect(check.holds).toBe(true);
    for (const name of Object.keys(ALL)) {
      const secret = github.state.place('organization acme actions').secrets.get(name);
      expect(secret?.visibility).toBe(visibility);
      expect(secret?.selected?.toSorted()).toEqual(selected.toSorted());
    }
    expect(github.problems()).toEqual([]);
  });

  it('shares a name that is missing like its narrowest sibling', async () => {
    put('organization acme actions', 'DCR_PASSWORD', { visibility: 'selected', selected: [7] });
    put('organization acme actions', 'DCR_USERNAME', { visibility: 'all' });
    await rotate(openOrganization());
    const secret = github.state.place('organization acme actions').secrets.get('DCR_REGISTRY');
    expect(secret).toMatchObject({ visibility: 'selected', selected: [7] });
  });

  it('refuses a visibility that it does not know before anything is issued, for a guess could widen it', async () => {
    put('organization acme actions', 'DCR_PASSWORD', { visibility: 'internal' });
    expect(await catchCode(() => openOrganization().inspect(SIGNAL))).toBe('DCR_TARGET_REFUSED');
    expect(github.writes()).toEqual([]);
  });

  it('tells when GitHub changed who may read it', async () => {
    put('organization acme actions', 'DCR_PASSWORD', { visibility: 'selected', selected: [7] });
    const target = openOrganization();
    const facts = await target.inspect(SIGNAL);
    now += 5000;
    const widen = () => put('organization acme actions', 'DCR_PASSWORD', { visibility: 'all' });
    github.plan({ path: /secrets\/DCR_REGISTRY$/u, method: 'GET', after: 1, does: { first: widen } });
    expect(await catchCode(() => target.write(CREDENTIAL, facts, SIGNAL))).toBe('DCR_TARGET_REFUSED');
  });

  it('keeps any sharing of any of its names and every other secret as they were', async () => {
    const sharing = fc.oneof(
      fc.constantFrom('all', 'private').map((visibility) => ({ visibility, selected: [] as number[] })),
      fc
        .uniqueArray(fc.integer({ min: 1, max: 1e9 }), { maxLength: 120 })
        .map((selected) => ({ visibility: 'selected', selected })),
    );
    const secrets = fc.dictionary(
      fc.constantFrom('DCR_PASSWORD', 'DCR_USERNAME', 'DCR_REGISTRY', 'OTHER', 'THIRD'),
      sharing,
    );
    await fc.assert(
      fc.asyncProperty(secrets, async (before) => {
        const { secrets: stored } = github.state.place('organization acme actions');
        stored.clear();
        for (const [name, details] of Object.entries(before)) put('organization acme actions', name, details);
        const others = JSON.stringify([stored.get('OTHER'), stored.get('THIRD')]);
        await rotate(openOrganization());
        expect(JSON.stringify([stored.get('OTHER'), stored.get('THIRD')])).toBe(others);
        for (const [name, { visibility, selected }] of Object.entries(before)) {
          const after = stored.get(name);
          expect(after?.visibility).toBe(visibility);
          expect((after?.selected ?? []).toSorted((a, b) => a - b)).toEqual(selected.toSorted((a, b) => a - b));
        }
        expect(github.problems()).toEqual([]);
      }),
      { numRuns: 15, seed: 6 },
    );
  });
});

const nothing = (): void => undefined;
const archive = (): void => void github.state.addRepository('acme/api', { archived: true });
const withdraw = (): void => void github.state.addRepository('acme/api', { push: false });

describe('what a github-secret finds out before anything is issued', () => {
  it.each([
    ['no token', 'DCR_CREDENTIAL_MISSING', { tokenEnv: 'NOBODY' }, nothing],
    ['a wrong token', 'DCR_TARGET_REFUSED', { tokenEnv: 'WRONG' }, nothing],
    ['a token that may not look', 'DCR_TARGET_REFUSED', { tokenEnv: 'NONE' }, nothing],
    ['a classic token without the scope', 'DCR_TARGET_REFUSED', { tokenEnv: 'NARROW' }, nothing],
    ['an unknown repository', 'DCR_TARGET_REFUSED', { repository: 'acme/nope' }, nothing],
    ['an unknown environment', 'DCR_TARGET_REFUSED', { environment: 'nope' }, nothing],
    ['an archived repository', 'DCR_TARGET_REFUSED', {}, archive],
    [
      'a repository that the user of a classic token may only read',
      'DCR_TARGET_REFUSED',
      { tokenEnv: 'CLASSIC' },
      withdraw,
    ],
  ] as const)('refuses %s', async (_, code, options, arrange) => {
    arrange();
    const world = makePorts({
      GITHUB_TOKEN: 'fine',
      WRONG: 'wrong',
      NONE: 'none',
      NARROW: 'narrow',
      CLASSIC: 'classic',
    });
    const error = await catchError(() => open(options, world).inspect(SIGNAL));
    expect(error.code).toBe(code);
    expect(error.remedy).not.toBe('');
    expect(github.writes()).toEqual([]);
    expect(github.problems()).toEqual([]);
  });

  it('takes an App that may write secrets and not the code', async () => {
    withdraw();
    const { check } = await rotate(open());
    expect(check.holds).toBe(true);
  });

  it('names what only the write can show, and nothing where the scopes of a classic token tell it', async () => {
    expect((await open().inspect(SIGNAL)).unknown).toHaveLength(1);
    expect((await open({}, makePorts({ GITHUB_TOKEN: 'classic' })).inspect(SIGNAL)).unknown).toEqual([]);
    // GitHub sends an empty list of scopes to the user of an App.
    expect((await open({}, makePorts({ GITHUB_TOKEN: 'app-user' })).inspect(SIGNAL)).unknown).toHaveLength(1);
  });

  it.each([
    { repository: 'acme' },
    { repository: 'acme/..' },
    { repository: 'acme/api/../../orgs/x' },
    { organization: 'a b' },
    { repository: 'acme/api', organization: 'acme' },
    {},
    { organization: 'acme', environment: 'prod' },
    { repository: 'acme/api', environment: 'prod', store: 'dependabot' },
    { repository: 'acme/api', names: { password: 'GITHUB_X' } },
    { repository: 'acme/api', names: { password: 'A-B' } },
    { repository: 'acme/api', names: { password: 'dcr_username' } },
    { repository: 'acme/api', apiUrl: 'http://ghe.example/api/v3' },
    { repository: 'acme/api', apiUrl: 'https://u:p@ghe.example' },
  ] as const satisfies GithubSecretOptions[])('refuses the configuration %j', async (options) => {
    expect(await catchCode(() => createGithubSecret(options, ports))).toBe('DCR_CONFIG_INVALID');
  });

  it('says the same place for two spellings of it, so that two writers of one name are seen', () => {
    const [a, b] = [open(), open({ repository: 'Acme/API' })];
    expect(a.writes).toEqual(b.writes);
    expect(open({ environment: 'prod' }).writes).not.toEqual(a.writes);
    expect(open({ store: 'dependabot' }).writes).not.toEqual(a.writes);
  });
});

describe('a github-secret under faults', () => {
  it('is refused by a right to write that is missing, and says which', async () => {
    const world = makePorts({ GITHUB_TOKEN: 'read' });
    const target = open({}, world);
    const facts = await target.inspect(SIGNAL);
    const error = await catchError(() => target.write(CREDENTIAL, facts, SIGNAL));
    expect(error.code).toBe('DCR_TARGET_REFUSED');
    expect(error.remedy).toContain('Secrets: write');
  });

  it('ends with a refusal when the token expires midway, and a new run with another one mends it', async () => {
    const target = open({}, makePorts({ GITHUB_TOKEN: 'dying' }));
    const facts = await target.inspect(SIGNAL);
    expect(await catchCode(() => target.write(CREDENTIAL, facts, SIGNAL))).toBe('DCR_TARGET_REFUSED');
    await rotate(open());
    expect(read('acme/api actions')).toEqual(ALL);
  });

  it.each([
    ['a secondary limit with a time', () => limitSecondary(7), 7000],
    ['a secondary limit by 429', () => limitSecondary(9, 429), 9000],
    ['a secondary limit without a time', () => limitSecondary(), 60_000],
    ['an exhausted primary limit', () => limitPrimary(Math.ceil(Date.now() / 1000) + 100), 90_000],
  ] as const)('waits as %s asks, and writes once', async (_, makeAnswer, atLeast) => {
    const target = open();
    const facts = await target.inspect(SIGNAL);
    now += 5000;
    github.plan({ method: 'PUT', path: /DCR_PASSWORD$/u, does: { answer: makeAnswer() } });
    await target.write(CREDENTIAL, facts, SIGNAL);
    expect(Math.max(...ports.pauses)).toBeGreaterThanOrEqual(atLeast);
    expect(read('acme/api actions')).toEqual(ALL);
  });

  it('writes within the limit of writes a minute, by the times that GitHub names', async () => {
    const clock = (): number => ports.clock.now();
    const server = await start({ writesPerMinute: 2, now: clock });
    for (const name of ['acme/a', 'acme/b']) {
      server.state.addRepository(name);
      await rotate(open({ repository: name, apiUrl: server.apiUrl }));
    }
    expect(server.state.place('acme/b actions').secrets.get('DCR_PASSWORD')?.value).toBe(NEW_PASSWORD);
    expect(ports.pauses.length).toBeLessThanOrEqual(3);
    expect(server.writes().filter(({ status }) => status === 403)).toHaveLength(ports.pauses.length);
  });

  it('gives up on a limit that stays and says when to come back', async () => {
    github.plan({ times: Infinity, does: { answer: limitSecondary(30) } });
    const error = await catchError(() => open().inspect(SIGNAL));
    expect(error).toMatchObject({ code: 'DCR_RATE_LIMITED', retryAfter: 30 });
    expect(github.journal).toHaveLength(4);
  });

  it.each([
    ['a 502', { answer: { status: 502, body: '<html>Bad Gateway</html>' } }],
    ['a connection that breaks before the effect', { breaks: 'before' }],
    ['a connection that breaks after the effect', { breaks: 'after' }],
    ['a slow answer', { delayMs: 50 }],
  ] as const)('writes in spite of %s', async (_, does) => {
    const target = open();
    const facts = await target.inspect(SIGNAL);
    now += 5000;
    github.plan({ method: 'PUT', does });
    await target.write(CREDENTIAL, facts, SIGNAL);
    expect(read('acme/api actions')).toEqual(ALL);
    expect((await target.check(CREDENTIAL, facts, SIGNAL)).holds).toBe(true);
  });

  it.each([
    ['500', 'DCR_SERVER_ERROR', { answer: { status: 500 } }, 4],
    ['broken connections', 'DCR_UNREACHABLE', { breaks: 'before' }, 4],
    ['a sign-in page', 'DCR_SERVER_ERROR', { answer: { status: 200, body: '<html>sign in</html>' } }, 1],
    ['409', 'DCR_TARGET_REFUSED', { answer: { status: 409, body: { message: 'Conflict' } } }, 1],
  ] as const)('fails on %s that stay with %s', async (_, code, does, tries) => {
    github.plan({ times: Infinity, does });
    expect(await catchCode(() => open().inspect(SIGNAL))).toBe(code);
    expect(github.journal).toHaveLength(tries);
  });

  it('stops at once when it is told to', async () => {
    github.plan({ does: { delayMs: 60_000 } });
    const cut = new AbortController();
    const work = catchCode(() => open().inspect(cut.signal));
    setImmediate(() => cut.abort());
    expect(await work).toBe('DCR_UNREACHABLE');
  });

  it('seals again when GitHub has changed its key in between', async () => {
    const target = open();
    const facts = await target.inspect(SIGNAL);
    now += 5000;
    const renew = () => github.state.place('acme/api actions').renewKey();
    github.plan({ method: 'PUT', path: /DCR_USERNAME$/u, does: { first: renew } });
    await target.write(CREDENTIAL, facts, SIGNAL);
    expect(read('acme/api actions')).toEqual(ALL);
  });

  it('refuses what is too large for GitHub before any request', async () => {
    const target = open();
    const facts = await target.inspect(SIGNAL);
    github.clearJournal();
    const large = { ...CREDENTIAL, password: new Secret('é'.repeat(24 * 1024 + 1)) };
    expect(await catchCode(() => target.write(large, facts, SIGNAL))).toBe('DCR_TARGET_REFUSED');
    expect(github.journal).toEqual([]);
  });

  it('leaves a place that somebody else wrote since it was looked at', async () => {
    put('acme/api actions', 'DCR_PASSWORD');
    const target = open();
    const facts = await target.inspect(SIGNAL);
    now += 5000;
    github.state
      .place('acme/api actions')
      .secrets.set('DCR_PASSWORD', { value: 'theirs', createdAt: now, updatedAt: now });
    expect(await catchCode(() => target.write(CREDENTIAL, facts, SIGNAL))).toBe('DCR_TARGET_REFUSED');
    expect(read('acme/api actions')).toEqual({ DCR_PASSWORD: 'theirs' });
  });

  it('tells a write in the same second as the last one by waiting for the next second', async () => {
    now = T0 + 300;
    for (const name of Object.keys(ALL)) {
      github.state.place('acme/api actions').secrets.set(name, { value: 'old', createdAt: T0, updatedAt: T0 });
    }
    const target = open();
    const facts = await target.inspect(SIGNAL);
    const { sleep } = ports.clock;
    Object.assign(ports.clock, { sleep: async (ms: number) => ((now += ms), sleep(ms)) });
    await target.write(CREDENTIAL, facts, SIGNAL);
    expect(ports.pauses).toEqual([1000]);
    expect((await target.check(CREDENTIAL, facts, SIGNAL)).holds).toBe(true);
  });

  it('never says that it holds what GitHub did not take', async () => {
    put('acme/api actions', 'DCR_PASSWORD');
    const target = open();
    const facts = await target.inspect(SIGNAL);
    now += 5000;
    github.plan({ method: 'PUT', path: /DCR_PASSWORD$/u, does: { answer: { status: 204 } } });
    await target.write(CREDENTIAL, facts, SIGNAL);
    expect(await target.check(CREDENTIAL, facts, SIGNAL)).toEqual({ kind: 'metadata', holds: false });
  });

  it('sends the password sealed only, and repeats neither it nor the token in an error', async () => {
    const secret = [
      { name: 'password', username: CREDENTIAL.username, value: NEW_PASSWORD },
      { name: 'token', username: '', value: 'fine-token-canary-1' },
    ];
    const server = await start({ tokens: { 'fine-token-canary-1': {} } });
    server.state.addRepository('acme/api');
    const world = makePorts({ GITHUB_TOKEN: 'fine-token-canary-1' });
    const target = open({ apiUrl: server.apiUrl }, world);
    const facts = await target.inspect(SIGNAL);
    const body = { message: `no: fine-token-canary-1 ${Buffer.from(NEW_PASSWORD).toString('base64')} ${NEW_PASSWORD}` };
    server.plan({ method: 'PUT', after: 2, times: Infinity, does: { answer: { status: 403, body } } });
    const error = await catchError(() => target.write(CREDENTIAL, facts, SIGNAL));
    const texts = [
      error.message,
      error.remedy,
      ...server.journal.map(({ path, query, body: sent }) => `${path}${query}${sent}`),
    ];
    for (const text of texts) expect(scanText(text, 'here', secret)).toEqual([]);
    expect(JSON.stringify([facts, target])).not.toContain('canary');
  });
});
