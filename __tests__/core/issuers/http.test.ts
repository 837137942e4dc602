import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { scanText } from '@nexqloud/dcr-testkit';
import type { FakeAnswer, FakeRequest, FakeServer } from '@nexqloud/dcr-testkit/fakes';
import { startFakeServer } from '@nexqloud/dcr-testkit/fakes';
import type { HttpIssuerOptions } from '../../../packages/core/lib/issuers/http/issuer.js';
import { createHttpIssuer } from '../../../packages/core/lib/issuers/http/issuer.js';
import { catchCode, catchError } from '../support/codes.ts';
import { makePorts, SIGNAL } from '../targets/support.ts';
import type { TestPorts } from '../targets/support.ts';

const REQUEST = { rotation: 'r-1', registry: 'dcr.nexqloud.io/acme', signal: SIGNAL };
const OLD = { username: 'robot-1', rotation: 'r-1', signal: SIGNAL };

let service: FakeServer;
let ports: TestPorts;
let minted: number;

/** A service that mints a new credential at each request. */
function mint({ path, headers }: FakeRequest): FakeAnswer {
  if (headers['authorization'] !== 'Bearer issuer-token-canary') return { status: 401, body: { error: 'who?' } };
  if (path !== '/v1/issue') return { status: 204 };
  minted += 1;
  const expiresAt = '2030-01-31T12:00:00Z';
  return {
    status: 200,
    body: { version: 1, username: `robot-${minted}`, password: `minted-canary-${minted}`, expiresAt },
  };
}

beforeEach(async () => {
  minted = 0;
  service = await startFakeServer({ handle: mint, validate: () => [] });
  ports = makePorts({ ISSUER_TOKEN: 'issuer-token-canary' });
});
afterEach(() => service.close());

const open = (options: Partial<HttpIssuerOptions> = {}) =>
  createHttpIssuer({ url: `${service.url}/v1/issue`, tokenEnv: 'ISSUER_TOKEN', ...options }, ports);

describe('issuer http', () => {
  it('sends token and rotation and takes the answer', async () => {
    const issued = await open().issue(REQUEST);
    expect({ ...issued, password: issued.password.reveal() }).toEqual({
      username: 'robot-1',
      password: 'minted-canary-1',
      expiresAt: Date.parse('2030-01-31T12:00:00Z'),
    });
    const [{ method, headers, body } = { method: '', headers: {}, body: '' }] = service.journal;
    expect([method, JSON.parse(body)]).toEqual(['POST', { rotation: 'r-1', registry: 'dcr.nexqloud.io/acme' }]);
    expect(headers).toMatchObject({ 'idempotency-key': 'r-1', 'content-type': 'application/json' });
  });

  it.each([
    [{ team: 'a' }, '{"team":"a"}', 'application/json'],
    ['{"a": 1}', '{"a": 1}', 'application/json'],
    ['name=value', 'name=value', 'text/plain; charset=utf-8'],
  ])('sends the body %j as it is', async (body, text, type) => {
    await open({ body, url: `${service.url}/v1/issue?kind=robot` }).issue(REQUEST);
    expect(service.journal[0]).toMatchObject({ body: text, headers: { 'content-type': type } });
    expect(service.journal[0]?.query.get('kind')).toBe('robot');
  });

  it('asks once where an answer was lost, for a second one would be another credential', async () => {
    service.plan({ does: { breaks: 'after' } });
    expect(await catchCode(() => open().issue(REQUEST))).toBe('DCR_UNREACHABLE');
    expect(minted).toBe(1);
    expect(service.journal).toHaveLength(1);
  });

  it.each([429, 503])('asks again where %i says that nothing was done', async (status) => {
    service.plan({ does: { answer: { status, headers: { 'retry-after': '3' } } } });
    expect((await open().issue(REQUEST)).username).toBe('robot-1');
    expect(ports.pauses).toEqual([3000]);
  });

  it.each([
    ['no JSON', 'hello minted-canary', 'DCR_CONFIG_INVALID'],
    ['another version', { version: 2, username: 'a', password: 'minted-canary' }, 'DCR_CONFIG_INVALID'],
    ['no password', { version: 1, username: 'a' }, 'DCR_CONFIG_INVALID'],
    ['an empty password', { version: 1, username: 'a', password: '' }, 'DCR_CREDENTIAL_MISSING'],
    ['a number', { version: 1, username: 'a', password: 5 }, 'DCR_CONFIG_INVALID'],
    [
      'a date that is none',
      { version: 1, username: 'a', password: 'minted-canary', expiresAt: 'soon' },
      'DCR_CONFIG_INVALID',
    ],
    ['more than is read', 'x'.repeat(1_100_000), 'DCR_CONFIG_INVALID'],
  ] as const)('refuses an answer with %s and repeats none of it', async (_, body, code) => {
    service.plan({ does: { answer: { status: 200, body } } });
    const error = await catchError(() => open().issue(REQUEST));
    expect(error.code).toBe(code);
    expect(`${error.message}${error.remedy}`).not.toMatch(/minted-canary|xxx/u);
  });

  it.each([
    ['401', { answer: { status: 401, body: 'minted-canary issuer-token-canary' } }, 'DCR_CONFIG_INVALID'],
    ['404', { answer: { status: 404 } }, 'DCR_CONFIG_INVALID'],
    ['500', { answer: { status: 500 } }, 'DCR_SERVER_ERROR'],
    [
      'a redirect to another origin',
      { answer: { status: 307, headers: { location: 'https://evil.example/' } } },
      'DCR_UNSAFE_REDIRECT',
    ],
  ] as const)('fails on %s', async (_, does, code) => {
    service.plan({ does });
    const error = await catchError(() => open().issue(REQUEST));
    expect(error.code).toBe(code);
    const secrets = [{ name: 'token', username: '', value: 'issuer-token-canary' }];
    expect(scanText(`${error.message}${error.remedy}`, 'error', secrets)).toEqual([]);
    expect(service.journal).toHaveLength(1);
  });

  it.each([
    ['an answer of 401', { answer: { status: 401 } }, true],
    ['an answer of 403', { answer: { status: 403 } }, true],
    ['an answer of 500', { answer: { status: 500 } }, false],
    ['no answer', { breaks: 'after' }, false],
    ['an answer of another shape', { answer: { status: 200, body: 'hello' } }, false],
  ] as const)('with %s says whether it surely made nothing', async (_what, does, noEffect) => {
    service.plan({ does });
    expect(await catchError(() => open().issue(REQUEST))).toMatchObject({ noEffect });
  });

  it('made nothing where nobody listens, nor without its token', async () => {
    expect(await catchError(() => open({ tokenEnv: 'NOBODY' }).issue(REQUEST))).toMatchObject({ noEffect: true });
    const { url } = service;
    await service.close();
    const gone = createHttpIssuer({ url: `${url}/v1/issue` }, ports);
    expect(await catchError(() => gone.issue(REQUEST))).toMatchObject({ code: 'DCR_UNREACHABLE', noEffect: true });
    service = await startFakeServer({ handle: mint, validate: () => [] });
  });

  it('asks for the token by name', async () => {
    expect(await catchCode(() => open({ tokenEnv: 'NOBODY' }).issue(REQUEST))).toBe('DCR_CREDENTIAL_MISSING');
    expect(service.journal).toEqual([]);
  });

  it.each(['http://issuer.example/', 'https://u:p@issuer.example/', 'not an address', 'file:///etc/passwd'])(
    'refuses the address %s',
    async (url) => {
      expect(await catchCode(() => open({ url }))).toBe('DCR_CONFIG_INVALID');
      expect(await catchCode(() => open({ retire: { url } }))).toBe('DCR_CONFIG_INVALID');
    },
  );

  it('retires only where it is told how', async () => {
    expect(open().retire).toBeUndefined();
    const retire = { url: `${service.url}/v1/retire`, tokenEnv: 'ISSUER_TOKEN' };
    await open({ retire }).retire?.(OLD);
    const [{ path, body } = { path: '', body: '' }] = service.journal;
    expect([path, JSON.parse(body)]).toEqual(['/v1/retire', { rotation: 'r-1', username: 'robot-1' }]);
  });

  it.each([204, 404, 410])('takes %i as retired', async (status) => {
    service.plan({ does: { answer: { status } } });
    await open({
      retire: { url: `${service.url}/v1/robots/{username}`, method: 'DELETE', tokenEnv: 'ISSUER_TOKEN' },
    }).retire?.(OLD);
    expect(service.journal[0]).toMatchObject({ method: 'DELETE', path: '/v1/robots/robot-1', body: '', status });
  });

  it.each([
    ['robot$acme+ci', '/v1/robots/robot%24acme%2Bci'],
    ['../admin?x=1', '/v1/robots/..%2Fadmin%3Fx%3D1'],
  ])('puts the user name %s into the address as one part of it (attack: another path)', async (username, path) => {
    const retire = { url: `${service.url}/v1/robots/{username}`, method: 'DELETE', tokenEnv: 'ISSUER_TOKEN' } as const;
    await open({ retire }).retire?.({ ...OLD, username });
    expect(service.journal[0]?.path).toBe(path);
    expect(await catchCode(() => open({ retire }).retire?.({ ...OLD, username: '..' }))).toBe('DCR_CONFIG_INVALID');
  });

  it('retires again where an answer was lost, and fails where it was refused', async () => {
    const retire = { url: `${service.url}/v1/retire`, tokenEnv: 'ISSUER_TOKEN' };
    service.plan({ does: { breaks: 'after' } });
    await open({ retire }).retire?.(OLD);
    expect(service.journal).toHaveLength(2);
    service.plan({ does: { answer: { status: 403 } } });
    expect(await catchCode(() => open({ retire }).retire?.(OLD))).toBe('DCR_CONFIG_INVALID');
  });
});
