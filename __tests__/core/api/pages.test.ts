import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FakeAnswer, FakeRequest, FakeServer } from '@nexqloud/dcr-testkit/fakes';
import { startFakeServer } from '@nexqloud/dcr-testkit/fakes';
import { createApi } from '../../../packages/core/lib/api/client.js';
import { readPages } from '../../../packages/core/lib/api/pages.js';
import { catchCode } from '../support/codes.ts';
import { makePorts, SIGNAL } from '../targets/support.ts';

let server: FakeServer;
let handle: (request: FakeRequest) => FakeAnswer;
beforeEach(async () => {
  server = await startFakeServer({ handle: (request) => handle(request), validate: () => [] });
});
afterEach(() => server.close());

const open = (path = '/') =>
  createApi(
    { base: new URL(path, server.url), name: 'The API', headers: { authorization: 'Bearer t' }, forms: [] },
    makePorts({}),
  );

async function readAll(): Promise<readonly string[]> {
  const bodies: string[] = [];
  for await (const { body } of readPages(open(), { method: 'GET', path: 'list', signal: SIGNAL })) bodies.push(body);
  return bodies;
}

describe('reading a list page by page', () => {
  it('follows next links to the end', async () => {
    handle = ({ query }) => {
      const page = Number(query.get('page') ?? 1);
      const link = `<${server.url}/list?page=1>; rel="first", <${server.url}/list?page=${page + 1}>; rel="next"`;
      return {
        status: 200,
        body: `${page}`,
        headers: page < 3 ? { link } : { link: `<${server.url}/list?page=2>; rel="prev"` },
      };
    };
    expect(await readAll()).toEqual(['1', '2', '3']);
  });

  it('never follows one to another host (attack: the token is lured away)', async () => {
    handle = () => ({ status: 200, body: 'x', headers: { link: '<https://evil.example/list?page=2>; rel="next"' } });
    expect(await readAll()).toEqual(['x']);
  });

  it('ends a list that links in circles (attack: endless pages)', async () => {
    handle = () => ({ status: 200, headers: { link: `<${server.url}/list?page=2>; rel="next"` } });
    expect(await catchCode(readAll)).toBe('DCR_SERVER_ERROR');
  });
});

describe('asking an API', () => {
  it.each(['../../secret', 'https://evil.example/x', '//evil.example/x', '/elsewhere'])(
    'refuses the path %s, which leaves its base',
    async (path) => {
      handle = () => ({ status: 200 });
      expect(await catchCode(() => open('/api/v3/').ask({ method: 'GET', path, signal: SIGNAL }))).toBe(
        'DCR_CONFIG_INVALID',
      );
      expect(server.journal).toEqual([]);
    },
  );

  it('ends redirects that go in circles', async () => {
    handle = () => ({ status: 302, headers: { location: '/a' } });
    expect(await catchCode(() => open().ask({ method: 'GET', path: 'a', signal: SIGNAL }))).toBe('DCR_UNSAFE_REDIRECT');
    expect(server.journal).toHaveLength(6);
  });

  it('sends body, type and length of what is not ASCII', async () => {
    handle = () => ({ status: 200 });
    await open().ask({ method: 'PUT', path: 'a', body: { type: 'text/plain', text: 'ü€' }, signal: SIGNAL });
    expect(server.journal[0]).toMatchObject({ method: 'PUT', body: 'ü€', headers: { 'content-length': '5' } });
  });
});
