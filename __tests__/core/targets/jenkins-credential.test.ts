import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { scanText } from '@nexqloud/dcr-testkit';
import type { FakeJenkins, FakeJenkinsOptions } from '@nexqloud/dcr-testkit/fakes';
import { startFakeJenkins } from '@nexqloud/dcr-testkit/fakes';
import fc from 'fast-check';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import { escapeXml } from '../../../packages/core/lib/targets/jenkins-credential/document.js';
import type { JenkinsCredentialOptions } from '../../../packages/core/lib/targets/jenkins-credential/options.js';
import { createJenkinsCredential } from '../../../packages/core/lib/targets/jenkins-credential/target.js';
import { catchCode, catchError } from '../support/codes.ts';
import { CREDENTIAL, makePorts, NEW_PASSWORD, SIGNAL } from './support.ts';
import type { TestPorts } from './support.ts';

const CLASS = 'com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl';
const ID = 'dcr-credentials';
const BEFORE = `<?xml version='1.1' encoding='UTF-8'?>
<${CLASS} plugin="credentials@1371.vfee6b_095f0a_3">
  <scope>SYSTEM</scope>
  <id>${ID}</id>
  <description>Push &amp; pull, see &lt;wiki&gt;</description>
  <username>old-robot</username>
  <password>{AQAAABAAAAAQold}</password>
  <usernameSecret>true</usernameSecret>
  <extra><!-- kept --><deep/></extra>
</${CLASS}>
`;

let jenkins: FakeJenkins;
let ports: TestPorts;
let started: FakeJenkins[];

beforeEach(async () => {
  started = [];
  jenkins = await start();
  ports = makePorts({ JENKINS_USER: 'admin', JENKINS_TOKEN: '11a-token-canary' });
});
afterEach(async () => {
  for (const server of started) await server.close();
});

async function start(options: Partial<FakeJenkinsOptions> = {}): Promise<FakeJenkins> {
  const server = await startFakeJenkins({ user: 'admin', token: '11a-token-canary', ...options });
  started.push(server);
  return server;
}

const open = (options: Partial<JenkinsCredentialOptions> = {}, world = ports) =>
  createJenkinsCredential({ url: jenkins.url, id: ID, ...options }, world);

async function rotate(target: ReturnType<typeof open>, credential = CREDENTIAL) {
  const facts = await target.inspect(SIGNAL);
  await target.write(credential, facts, SIGNAL);
  return { facts, check: await target.check(credential, facts, SIGNAL) };
}

const expected = (xml: string, password = NEW_PASSWORD, username = CREDENTIAL.username): string =>
  xml
    .replace(/<username>[^<]*<\/username>/u, () => `<username>${escapeXml(username)}</username>`)
    .replace(/<password>[^<]*<\/password>/u, () => `<password>${escapeXml(password)}</password>`);

describe('jenkins-credential', () => {
  it('makes a credential whose user name is no secret', async () => {
    const { facts, check } = await rotate(open());
    expect(facts).toMatchObject({ exists: false, stored: undefined, version: null, since: null });
    expect(check).toEqual({ kind: 'none', holds: true });
    const xml = jenkins.state.get(ID) ?? '';
    expect(xml).toContain(`<password>${NEW_PASSWORD}</password>`);
    expect(xml).toContain('<usernameSecret>false</usernameSecret>');
    expect(jenkins.problems()).toEqual([]);
  });

  it.each([
    ['the system', {}, {}],
    ['a folder', { folder: 'team-a' }, { folder: 'team-a' }],
    ['a folder in a folder with a blank', { folder: 'team-a/sub b' }, { folder: 'team-a/sub b' }],
    ['a domain', { domain: 'registries' }, { domain: 'registries' }],
  ])('changes user name and password in the store of %s, and no other byte', async (_, options, place) => {
    const { folder = '', domain = '_' } = place as { folder?: string; domain?: string };
    if (folder !== '') jenkins.state.addStore(folder);
    if (domain !== '_') jenkins.state.addDomain(folder, domain);
    jenkins.state.set(ID, BEFORE, place);
    jenkins.state.set('other', '<other/>', place);
    await rotate(open(options));
    expect(jenkins.state.get(ID, place)).toBe(expected(BEFORE));
    expect(jenkins.state.get('other', place)).toBe('<other/>');
    expect(jenkins.problems()).toEqual([]);
  });

  it('leaves out usernameSecret where Jenkins leaves it out, for there it means true', async () => {
    const without = BEFORE.replace(/\s*<usernameSecret>.*<\/usernameSecret>/u, '');
    jenkins.state.set(ID, without);
    await rotate(open());
    expect(jenkins.state.get(ID)).not.toContain('usernameSecret');
  });

  it('keeps the time of the write in the description when it is told to, and checks by it', async () => {
    jenkins.state.set(ID, BEFORE);
    const first = await rotate(open({ marker: 'description' }));
    expect(first.facts.version).toBeNull();
    expect(first.check).toEqual({ kind: 'metadata', holds: true });
    const second = await rotate(open({ marker: 'description' }));
    expect(second.facts.since).toBeGreaterThan(Date.parse('2026-01-01'));
    const description = /<description>(.*)<\/description>/u.exec(jenkins.state.get(ID) ?? '')?.[1] ?? '';
    expect(description).toMatch(/^Push &amp; pull, see &lt;wiki&gt; \[dcr-login \S+ \w{6}\]$/u);
  });

  it('never says that it holds what Jenkins accepted and forgot', async () => {
    jenkins.state.set(ID, BEFORE.replace('old-robot', CREDENTIAL.username));
    jenkins.state.ignoresUpdates = true;
    const { check } = await rotate(open({ marker: 'description' }));
    expect(check).toEqual({ kind: 'metadata', holds: false });
    jenkins.state.set(ID, BEFORE);
    expect(await catchCode(() => rotate(open()))).toBe('DCR_TARGET_REFUSED');
  });

  it('brings a crumb and its session along where a password stands in for the token', async () => {
    jenkins = await start({ usesPassword: true, prefix: '/jenkins' });
    jenkins.state.set(ID, BEFORE);
    await rotate(open());
    expect(jenkins.state.get(ID)).toBe(expected(BEFORE));
    expect(jenkins.problems()).toEqual([]);
  });

  it('carries every value that XML can carry, and keeps all other bytes of any document', async () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => !/\p{Cs}/u.test(value));
    const printable = text.map((value) => value.replace(/[\p{Cc}\ufffe\uffff]/gu, ''));
    await fc.assert(
      fc.asyncProperty(
        printable,
        printable,
        printable,
        fc.boolean(),
        async (username, password, description, marker) => {
          const before = BEFORE.replace(
            /<description>.*<\/description>/u,
            () => `<description>${escapeXml(description)}</description>`,
          );
          jenkins.state.set(ID, before);
          await rotate(open(marker ? { marker: 'description' } : {}), {
            ...CREDENTIAL,
            username,
            password: new Secret(password),
          });
          const strip = (xml: string): string => xml.replace(/ ?\[dcr-login [^\]]*\]/u, '');
          expect(strip(jenkins.state.get(ID) ?? '')).toBe(strip(expected(before, password, username)));
        },
      ),
      { numRuns: 25, seed: 6 },
    );
  });
});

describe('what a jenkins-credential refuses', () => {
  it.each([
    ['no user', 'DCR_CREDENTIAL_MISSING', { userEnv: 'NOBODY' }],
    ['no token', 'DCR_CREDENTIAL_MISSING', { tokenEnv: 'NOTHING' }],
    ['a wrong token', 'DCR_TARGET_REFUSED', { tokenEnv: 'WRONG' }],
    ['an unknown folder', 'DCR_TARGET_REFUSED', { folder: 'nope' }],
    ['an unknown domain', 'DCR_TARGET_REFUSED', { domain: 'nope' }],
    ['another kind of credential', 'DCR_TARGET_REFUSED', { id: 'a-string' }],
    ['a store that may not be seen', 'DCR_TARGET_REFUSED', { folder: 'closed' }],
  ] as const)('before anything is issued: %s', async (_, code, options) => {
    const string = 'org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl';
    jenkins.state.set('a-string', `<${string}><id>a-string</id><secret>x</secret></${string}>`);
    jenkins.state.addStore('closed', []);
    const world = makePorts({ JENKINS_USER: 'admin', JENKINS_TOKEN: '11a-token-canary', WRONG: 'wrong' });
    const error = await catchError(() => open(options, world).inspect(SIGNAL));
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/<h1>|color: red/u);
    expect(jenkins.writes()).toEqual([]);
  });

  it('what Configuration as Code would put back, unless it is forced', async () => {
    jenkins.state.set(ID, BEFORE);
    jenkins.state.exported = ['another', ID];
    expect(await catchCode(() => open().inspect(SIGNAL))).toBe('DCR_TARGET_FOREIGN');
    expect(jenkins.state.get(ID)).toBe(BEFORE);
    await rotate(open({ force: true }));
    expect(jenkins.state.get(ID)).toBe(expected(BEFORE));
  });

  it('nothing that Configuration as Code does not know, and says what it could not ask', async () => {
    jenkins.state.set(ID, BEFORE);
    jenkins.state.exported = [`${ID}-2`];
    expect((await open().inspect(SIGNAL)).unknown).toHaveLength(1);
    jenkins.state.mayExport = false;
    expect((await open().inspect(SIGNAL)).unknown).toHaveLength(2);
  });

  it.each(['Create', 'Update'] as const)('a user without Credentials/%s, on the write, and says so', async (right) => {
    jenkins.state.addStore('team', right === 'Create' ? ['View', 'Update'] : ['View', 'Create']);
    if (right === 'Update') jenkins.state.set(ID, BEFORE, { folder: 'team' });
    const target = open({ folder: 'team' });
    const facts = await target.inspect(SIGNAL);
    expect(facts.unknown.join()).toContain(right);
    const error = await catchError(() => target.write(CREDENTIAL, facts, SIGNAL));
    expect(error.code).toBe('DCR_TARGET_REFUSED');
    expect(error.remedy).toContain('Credentials/View, Create and Update');
  });

  it.each(['bell\u0007', 'null\u0000', 'escape\u001b[2J'])('a value that XML cannot carry: %j', async (value) => {
    jenkins.state.set(ID, BEFORE);
    const credential = { ...CREDENTIAL, password: new Secret(value) };
    expect(await catchCode(() => rotate(open(), credential))).toBe('DCR_TARGET_REFUSED');
    expect(jenkins.state.get(ID)).toBe(BEFORE);
  });

  it('a credential with a second secret, which the write would destroy', async () => {
    jenkins.state.set(ID, BEFORE.replace('<extra>', '<secret>second</secret><extra>'));
    expect(await catchCode(() => rotate(open()))).toBe('DCR_TARGET_REFUSED');
    expect(jenkins.state.get(ID)).toContain('second');
  });

  it.each(['<!DOCTYPE x [<!ENTITY y "z">]><x/>', '<a><b></a></b>', '<a/><b/>', 'no xml', `<${CLASS}>`])(
    'an answer that is no credential (attack: %j)',
    async (body) => {
      jenkins.plan({ does: { answer: { status: 200, body } } });
      expect(await catchCode(() => open().inspect(SIGNAL))).toBe('DCR_TARGET_REFUSED');
    },
  );

  it.each([{ id: '../x' }, { id: '..' }, { id: 'a/b' }, { folder: 'a/../b' }, { url: 'http://ci.example' }])(
    'the configuration %j',
    async (options) => {
      expect(await catchCode(() => open(options))).toBe('DCR_CONFIG_INVALID');
    },
  );

  it('to overwrite what another rotation wrote since it was looked at', async () => {
    jenkins.state.set(ID, BEFORE);
    const target = open({ marker: 'description' });
    const facts = await target.inspect(SIGNAL);
    await rotate(open({ marker: 'description' }), { ...CREDENTIAL, password: new Secret('theirs') });
    expect(await catchCode(() => target.write(CREDENTIAL, facts, SIGNAL))).toBe('DCR_TARGET_REFUSED');
    expect(jenkins.state.get(ID)).toContain('<password>theirs</password>');
  });
});

describe('a jenkins-credential under faults', () => {
  it.each([
    ['a 503', { answer: { status: 503 } }],
    ['a connection that breaks before the effect', { breaks: 'before' }],
    ['a connection that breaks after the effect', { breaks: 'after' }],
  ] as const)('is made and changed in spite of %s', async (_, does) => {
    jenkins.plan({ method: 'POST', does });
    await rotate(open());
    expect(jenkins.state.get(ID)).toContain(`<password>${NEW_PASSWORD}</password>`);
    jenkins.plan({ method: 'POST', path: /config\.xml$/u, does });
    await rotate(open(), { ...CREDENTIAL, password: new Secret('third') });
    expect(jenkins.state.get(ID)).toContain('<password>third</password>');
  });

  it('changes a credential that somebody else made in this moment, and keeps how they made it', async () => {
    jenkins.plan({ method: 'POST', does: { first: () => jenkins.state.set(ID, BEFORE) } });
    await rotate(open());
    expect(jenkins.state.get(ID)).toBe(expected(BEFORE));
  });

  it('puts no secret into a URL, and repeats none in an error', async () => {
    const target = open();
    const facts = await target.inspect(SIGNAL);
    const body = `<html>${NEW_PASSWORD} 11a-token-canary ${Buffer.from('admin:11a-token-canary').toString('base64')}</html>`;
    jenkins.plan({ method: 'POST', does: { answer: { status: 400, body } } });
    const error = await catchError(() => target.write(CREDENTIAL, facts, SIGNAL));
    const secrets = [
      { name: 'password', username: CREDENTIAL.username, value: NEW_PASSWORD },
      { name: 'token', username: 'admin', value: '11a-token-canary' },
    ];
    const texts = [error.message, error.remedy, ...jenkins.journal.map(({ path, query }) => `${path}?${query}`)];
    for (const text of texts) expect(scanText(text, 'here', secrets)).toEqual([]);
  });
});
