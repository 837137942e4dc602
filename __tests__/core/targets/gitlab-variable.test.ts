import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { scanText } from '@nexqloud/dcr-testkit';
import type { FakeGitlab, FakeGitlabOptions, FakeGitlabToken, FakeVariable } from '@nexqloud/dcr-testkit/fakes';
import { limitGitlab, startFakeGitlab } from '@nexqloud/dcr-testkit/fakes';
import fc from 'fast-check';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import type { GitlabVariableOptions } from '../../../packages/core/lib/targets/gitlab-variable/options.js';
import { createGitlabVariable } from '../../../packages/core/lib/targets/gitlab-variable/target.js';
import { catchCode, catchError } from '../support/codes.ts';
import { CREDENTIAL, makePorts, NEW_PASSWORD, SIGNAL } from './support.ts';
import type { TestPorts } from './support.ts';

const TOKENS: Readonly<Record<string, FakeGitlabToken>> = {
  'glpat-api-canary': { scopes: ['api'] },
  'glpat-read': { scopes: ['read_api'] },
  'glpat-dying': { scopes: ['api'], expiresAfter: 6 },
};
const VALUES = { DCR_REGISTRY: 'dcr.nexqloud.io/acme', DCR_USERNAME: 'robot-acme', DCR_PASSWORD: NEW_PASSWORD };
const NAMES = Object.keys(VALUES) as (keyof typeof VALUES)[];

let gitlab: FakeGitlab;
let ports: TestPorts;
let started: FakeGitlab[];

beforeEach(async () => {
  started = [];
  gitlab = await start();
  gitlab.state.add('projects', 'acme/api');
  gitlab.state.add('groups', 'acme');
  ports = makePorts({ GITLAB_TOKEN: 'glpat-api-canary' });
});
afterEach(async () => {
  for (const server of started) await server.close();
});

async function start(options: Partial<FakeGitlabOptions> = {}): Promise<FakeGitlab> {
  const server = await startFakeGitlab({ tokens: TOKENS, ...options });
  started.push(server);
  return server;
}

const open = (options: Partial<GitlabVariableOptions> = {}, world = ports) =>
  createGitlabVariable({ project: 'acme/api', apiUrl: gitlab.apiUrl, ...options }, world);
const openGroup = (options: Partial<GitlabVariableOptions> = {}) =>
  createGitlabVariable({ group: 'acme', apiUrl: gitlab.apiUrl, ...options }, ports);
const list = (kind: 'projects' | 'groups' = 'projects', path = 'acme/api') =>
  gitlab.state.listVariables(kind, path).map((variable) => ({ ...variable }));
const set = (variable: Partial<FakeVariable> & { key: string }, path = 'acme/api') =>
  gitlab.state.setVariable('projects', path, variable);

async function rotate(target: ReturnType<typeof open>, credential = CREDENTIAL) {
  const facts = await target.inspect(SIGNAL);
  await target.write(credential, facts, SIGNAL);
  return { facts, check: await target.check(credential, facts, SIGNAL) };
}

describe('gitlab-variable', () => {
  it.each([
    ['project', 'projects', 'acme/api'],
    ['group', 'groups', 'acme'],
  ] as const)(
    'makes the variables of a %s, the password masked, hidden and never expanded',
    async (kind, plural, path) => {
      const { facts, check } = await rotate(kind === 'project' ? open() : openGroup());
      expect(facts).toEqual({ stored: undefined, exists: false, version: null, since: null, unknown: [] });
      expect(check).toEqual({ kind: 'none', holds: true });
      expect(Object.fromEntries(list(plural, path).map(({ key, value }) => [key, value]))).toEqual(VALUES);
      const password = list(plural, path).find(({ key }) => key === 'DCR_PASSWORD');
      expect(password).toMatchObject({ masked: true, hidden: true, raw: true, protected: false });
      expect(gitlab.problems()).toEqual([]);
    },
  );

  it('reads back what can be read, also the credential that stood there before', async () => {
    for (const key of NAMES) set({ key, value: `before-${key}`, raw: true });
    const { facts, check } = await rotate(open());
    expect(facts.stored?.username).toBe('before-DCR_USERNAME');
    expect(facts.stored?.password.reveal()).toBe('before-DCR_PASSWORD');
    expect(check).toEqual({ kind: 'read-back', holds: true });
    set({ key: 'DCR_PASSWORD', value: 'somebody-elses' });
    expect(await open().check(CREDENTIAL, facts, SIGNAL)).toEqual({ kind: 'read-back', holds: false });
  });

  it('changes exactly one of three environment scopes', async () => {
    const scopes = ['*', 'prod', 'review/*'];
    for (const environment_scope of scopes)
      for (const key of NAMES) set({ key, value: 'old-value', raw: true, environment_scope });
    await rotate(open({ environmentScope: 'prod' }));
    for (const { key, value, environment_scope } of list())
      expect(value).toBe(environment_scope === 'prod' ? VALUES[key as keyof typeof VALUES] : 'old-value');
    expect(gitlab.problems()).toEqual([]);
  });

  it('writes nothing a second time', async () => {
    for (const key of NAMES) set({ key, value: 'old-value', raw: true });
    await rotate(open());
    gitlab.clearJournal();
    await rotate(open());
    expect(gitlab.writes()).toEqual([]);
  });

  it('masks the password on a GitLab that cannot hide it yet', async () => {
    gitlab = await start({ version: '17.3' });
    gitlab.state.add('projects', 'acme/api');
    const { check } = await rotate(open());
    expect(list().find(({ key }) => key === 'DCR_PASSWORD')).toMatchObject({ masked: true, hidden: false });
    expect(check.kind).toBe('read-back');
  });

  it('talks to a self-managed GitLab below a prefix, and follows a project that has moved', async () => {
    gitlab = await start({ prefix: '/gitlab' });
    gitlab.state.add('projects', 'acme/api');
    gitlab.state.move('projects', 'acme/api', 'acme/platform/api');
    const { check } = await rotate(open());
    expect(check.holds).toBe(true);
    expect(list('projects', 'acme/platform/api')).toHaveLength(3);
    expect(gitlab.problems()).toEqual([]);
  });

  it('keeps every attribute of its variables, and everything else byte for byte', async () => {
    const attributes = fc.record({
      protected: fc.boolean(),
      masked: fc.boolean(),
      hidden: fc.boolean(),
      raw: fc.boolean(),
      variable_type: fc.constantFrom('env_var', 'file'),
      description: fc.option(fc.string()),
    });
    const other = fc.record({
      key: fc.constantFrom('OTHER', 'DCR_PASSWORD'),
      environment_scope: fc.constantFrom('staging', 'review/*'),
      value: fc.string(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(attributes, { minLength: 3, maxLength: 3 }), fc.array(other), async (mine, others) => {
        gitlab.state.add('projects', 'acme/api');
        for (const one of others) set(one);
        NAMES.forEach((key, i) => set({ ...mine[i], key, value: 'before-before' } as FakeVariable));
        const before = list();
        await rotate(open());
        expect(list()).toEqual(
          before.map((variable) =>
            variable.environment_scope === '*'
              ? { ...variable, value: VALUES[variable.key as keyof typeof VALUES] }
              : variable,
          ),
        );
        expect(gitlab.problems()).toEqual([]);
      }),
      { numRuns: 25, seed: 6 },
    );
  });
});

describe('what a gitlab-variable refuses', () => {
  it.each([
    ['no token', 'DCR_CREDENTIAL_MISSING', { tokenEnv: 'NOBODY' }, {}],
    ['a wrong token', 'DCR_TARGET_REFUSED', { tokenEnv: 'WRONG' }, {}],
    ['a token that may only read', 'DCR_TARGET_REFUSED', { tokenEnv: 'READ' }, {}],
    ['an unknown project', 'DCR_TARGET_REFUSED', { project: 'acme/nope' }, {}],
    ['a developer', 'DCR_TARGET_REFUSED', {}, { role: 30 }],
    ['an archived project', 'DCR_TARGET_REFUSED', {}, { archived: true }],
  ] as const)('before anything is issued: %s', async (_, code, options, details) => {
    gitlab.state.add('projects', 'acme/api', details);
    const world = makePorts({ GITLAB_TOKEN: 'glpat-api-canary', WRONG: 'wrong', READ: 'glpat-read' });
    expect(await catchCode(() => open(options, world).inspect(SIGNAL))).toBe(code);
    expect(gitlab.writes()).toEqual([]);
    expect(gitlab.problems()).toEqual([]);
  });

  it('names what only the write can show where the token does not tell its scopes', async () => {
    gitlab.plan({ path: /self$/u, does: { answer: { status: 404, body: { error: '404 Not Found' } } } });
    expect((await open().inspect(SIGNAL)).unknown).toHaveLength(1);
  });

  it.each([
    {},
    { project: 'a', group: 'b' },
    { project: '' },
    { project: 'a/b', environmentScope: '' },
    { project: 'a/b', names: { password: 'A-B' } },
    { project: 'a/b', names: { password: 'X', username: 'x' } },
    { project: 'a/b', apiUrl: 'ftp://gitlab.example' },
  ] as const satisfies GitlabVariableOptions[])('the configuration %j', async (options) => {
    expect(await catchCode(() => createGitlabVariable(options, ports))).toBe('DCR_CONFIG_INVALID');
  });

  it.each([
    ['too short to be masked', { masked: true, raw: true }, 'short'],
    ['with a blank, masked', { masked: true, raw: true }, 'with a blank'],
    ['with a $, masked and expanded', { masked: true, raw: false }, 'dollar$dollar'],
    ['with a $, expanded', { masked: false, raw: false }, 'dollar$dollar'],
    ['over 10,000 characters', { masked: false, raw: true }, 'x'.repeat(10_001)],
  ])('a value %s, and leaves the variable as it was', async (_, attributes, value) => {
    for (const key of NAMES) set({ key, value: 'old-value', raw: true });
    set({ key: 'DCR_PASSWORD', value: 'old-value', ...attributes });
    const target = open();
    const facts = await target.inspect(SIGNAL);
    const error = await catchError(() => target.write({ ...CREDENTIAL, password: new Secret(value) }, facts, SIGNAL));
    expect(error.code).toBe('DCR_TARGET_REFUSED');
    expect(error.message + error.remedy).not.toContain(value);
    expect(list().find(({ key }) => key === 'DCR_PASSWORD')?.value).toBe('old-value');
    expect(gitlab.writes().filter(({ path }) => path.endsWith('DCR_PASSWORD'))).toEqual([]);
  });

  it('a scope that a group without Premium cannot have', async () => {
    gitlab.state.add('groups', 'acme', { premium: false });
    gitlab.state.setVariable('groups', 'acme', { key: 'DCR_REGISTRY', value: 'old-value' });
    expect(await catchCode(() => openGroup({ environmentScope: 'prod' }).inspect(SIGNAL))).toBe('DCR_TARGET_REFUSED');
  });

  it('to overwrite a password that somebody else wrote since it was looked at', async () => {
    for (const key of NAMES) set({ key, value: 'old-value', raw: true });
    const target = open();
    const facts = await target.inspect(SIGNAL);
    set({ key: 'DCR_PASSWORD', value: 'somebody-elses', raw: true });
    expect(await catchCode(() => target.write(CREDENTIAL, facts, SIGNAL))).toBe('DCR_TARGET_REFUSED');
    expect(list().find(({ key }) => key === 'DCR_PASSWORD')?.value).toBe('somebody-elses');
  });
});

describe('a gitlab-variable under faults', () => {
  it.each([
    ['a limit with a time', { answer: limitGitlab(20) }, 20_000],
    ['a limit without a time', { answer: limitGitlab() }, 60_000],
    ['a 502', { answer: { status: 502 } }, 250],
    ['a connection that breaks before the effect', { breaks: 'before' }, 250],
    ['a connection that breaks after the effect', { breaks: 'after' }, 250],
  ] as const)('makes and changes variables in spite of %s', async (_, does, pause) => {
    set({ key: 'DCR_PASSWORD', value: 'old-value', raw: true });
    gitlab.plan({ method: 'POST', does });
    gitlab.plan({ method: 'PUT', does });
    const { check } = await rotate(open());
    expect(check).toEqual({ kind: 'read-back', holds: true });
    expect(ports.pauses.filter((ms) => ms >= pause)).toHaveLength(2);
    expect(list()).toHaveLength(3);
  });

  it('takes over a variable that somebody else made in this moment', async () => {
    const make = (): void => set({ key: 'DCR_REGISTRY', value: 'theirs', protected: true, raw: true });
    gitlab.plan({ method: 'POST', does: { first: make } });
    await rotate(open());
    expect(list().find(({ key }) => key === 'DCR_REGISTRY')).toMatchObject({
      value: VALUES.DCR_REGISTRY,
      protected: true,
    });
  });

  it('makes a variable that somebody else removed in this moment', async () => {
    set({ key: 'DCR_REGISTRY', value: 'old-value', raw: true });
    const remove = (): void => void gitlab.state.add('projects', 'acme/api');
    gitlab.plan({ method: 'PUT', does: { first: remove } });
    const { check } = await rotate(open());
    expect(check.holds).toBe(true);
    expect(list()).toHaveLength(3);
  });

  it('ends with a refusal when the token expires midway', async () => {
    const target = open({}, makePorts({ GITLAB_TOKEN: 'glpat-dying' }));
    const facts = await target.inspect(SIGNAL);
    expect(await catchCode(() => target.write(CREDENTIAL, facts, SIGNAL))).toBe('DCR_TARGET_REFUSED');
  });

  it('puts no secret into a URL, and repeats none in an error', async () => {
    const target = open();
    const facts = await target.inspect(SIGNAL);
    const body = { message: { value: [`${NEW_PASSWORD} is invalid`, 'glpat-api-canary'] } };
    gitlab.plan({ method: 'POST', after: 2, does: { answer: { status: 400, body } } });
    const error = await catchError(() => target.write(CREDENTIAL, facts, SIGNAL));
    const secrets = [
      { name: 'password', username: CREDENTIAL.username, value: NEW_PASSWORD },
      { name: 'token', username: '', value: 'glpat-api-canary' },
    ];
    const texts = [error.message, error.remedy, ...gitlab.journal.map(({ path, query }) => `${path}?${query}`)];
    for (const text of texts) expect(scanText(text, 'here', secrets)).toEqual([]);
  });
});
