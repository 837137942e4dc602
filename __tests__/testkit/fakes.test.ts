import { afterEach, describe, expect, it } from '@jest/globals';
import type { FakeServer } from '@nexqloud/dcr-testkit/fakes';
import { startFakeGithub, startFakeGitlab, startFakeJenkins } from '@nexqloud/dcr-testkit/fakes';

let started: FakeServer | undefined;
afterEach(() => started?.close());

const JSON_TYPE = { 'content-type': 'application/json' };

describe('the fake GitHub', () => {
  const SECRET = '/repos/acme/api/actions/secrets/A';
  const good = { encrypted_value: 'AAAA', key_id: '1' };
  it.each([
    ['an operation that is not described', 'GET', '/repos/acme/api/secrets', undefined],
    ['a query that is not described', 'GET', '/repos/acme/api/actions/secrets?size=5', undefined],
    ['a page that is no number', 'GET', '/repos/acme/api/actions/secrets?page=next', undefined],
    ['a body without a value', 'PUT', SECRET, { key_id: '1' }],
    ['a value that is no base64', 'PUT', SECRET, { ...good, encrypted_value: 'A-_' }],
    ['a body with more than is described', 'PUT', SECRET, { ...good, value: 'plain' }],
    ['an unknown visibility', 'PUT', '/orgs/acme/actions/secrets/A', { ...good, visibility: 'internal' }],
    ['no visibility', 'PUT', '/orgs/acme/actions/secrets/A', good],
    ['a body that is no JSON', 'PUT', SECRET, 'encrypted_value=AAAA'],
  ])('notes %s', async (_, method, path, body) => {
    const github = await startFakeGithub({ tokens: { t: {} } });
    started = github;
    github.state.addRepository('acme/api');
    github.state.addOrganization('acme');
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const type = typeof body === 'object' ? JSON_TYPE : {};
    await fetch(`${github.apiUrl}${path}`, { method, headers: { authorization: 'Bearer t', ...type }, ...sent }).catch(
      () => undefined,
    );
    expect(github.problems()).not.toEqual([]);
  });

  it('opens nothing that was sealed for another key', async () => {
    const github = await startFakeGithub({ tokens: { t: {} } });
    started = github;
    const place = github.state.place('acme/api actions');
    expect(place.open('AAAA', place.publicKey.key_id)).toBeUndefined();
    const before = place.publicKey;
    place.renewKey();
    expect(place.publicKey.key_id).not.toBe(before.key_id);
    expect(place.publicKey.key).not.toBe(before.key);
  });
});

describe('the fake GitLab', () => {
  const ITEM = '/projects/acme%2Fapi/variables/A';
  it.each([
    ['a value in the query', 'PUT', `${ITEM}?value=x`, { value: 'x' }],
    ['a parameter that is not documented', 'PUT', ITEM, { value: 'x', hidden: true }],
    ['an update of what only a creation takes', 'PUT', ITEM, { value: 'x', masked_and_hidden: true }],
    ['a parameter of another kind', 'PUT', ITEM, { value: 'x', raw: 'true' }],
    ['an update without a value', 'PUT', ITEM, { raw: true }],
    ['an operation that is not documented', 'PATCH', ITEM, { value: 'x' }],
  ])('notes %s', async (_, method, path, body) => {
    const gitlab = await startFakeGitlab({ tokens: { t: { scopes: ['api'] } } });
    started = gitlab;
    gitlab.state.add('projects', 'acme/api');
    const headers = { 'private-token': 't', ...JSON_TYPE };
    const sent = { method, headers, body: JSON.stringify(body) };
    await fetch(`${gitlab.apiUrl}${path}`, sent);
    expect(gitlab.problems()).not.toEqual([]);
  });

  it('answers 409 to a key of several scopes without a filter', async () => {
    const gitlab = await startFakeGitlab({ tokens: { t: { scopes: ['api'] } } });
    started = gitlab;
    gitlab.state.add('projects', 'acme/api');
    for (const environment_scope of ['*', 'prod'])
      gitlab.state.setVariable('projects', 'acme/api', { key: 'A', environment_scope });
    expect((await fetch(`${gitlab.apiUrl}${ITEM}`, { headers: { 'private-token': 't' } })).status).toBe(409);
  });
});

describe('the fake Jenkins', () => {
  const PATH = '/credentials/store/system/domain/_/credential/a/config.xml';
  const headers = {
    authorization: `Basic ${Buffer.from('u:t').toString('base64')}`,
    'content-type': 'application/xml',
  };

  it('shows no secret, and notes when what it shows is posted back', async () => {
    const jenkins = await startFakeJenkins({ user: 'u', token: 't' });
    started = jenkins;
    jenkins.state.set('a', '<x><password>hidden</password></x>');
    const shown = await (await fetch(`${jenkins.url}${PATH}`, { headers })).text();
    expect(shown).not.toContain('hidden');
    await fetch(`${jenkins.url}${PATH}`, { method: 'POST', headers, body: shown });
    expect(jenkins.problems()).toHaveLength(1);
  });

  it.each([
    ['broken XML', '<x><y></x', 500],
    ['a control character', '<x>\u0007</x>', 500],
    ['a bare ampersand', '<x>a & b</x>', 500],
  ])('fails on %s', async (_, body, status) => {
    const jenkins = await startFakeJenkins({ user: 'u', token: 't' });
    started = jenkins;
    jenkins.state.set('a', '<x/>');
    expect((await fetch(`${jenkins.url}${PATH}`, { method: 'POST', headers, body })).status).toBe(status);
    expect(jenkins.state.get('a')).toBe('<x/>');
  });
});
