import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { acme, ask, pushBlob, startThree } from './client.ts';

describe('paths', () => {
  let sandbox: Sandbox;
  beforeAll(async () => void (sandbox = await startThree()));
  afterAll(() => sandbox.close());

  it.each([
    ['climb out of the registry', '/v2/acme/../globex/web/tags/list'],
    ['climb with encoded dots', '/v2/acme/%2e%2e/globex/web/tags/list'],
    ['hide a slash', '/v2/acme%2Fapp/tags/list'],
    ['hide a slash twice', '/v2/acme%252Fapp/tags/list'],
    ['double a slash', '/v2/acme//app/tags/list'],
    ['start with a slash', '/v2//acme/app/tags/list'],
    ['use a backslash', '/v2/acme\\app/tags/list'],
    ['carry a null', '/v2/acme/app%00/tags/list'],
    ['use capitals', '/v2/acme/App/tags/list'],
    ['start a name with a dot', '/v2/acme/.app/tags/list'],
    ['name no repository', '/v2/acme/tags/list'],
    ['use a name longer than 255', `/v2/acme/${'a'.repeat(251)}/tags/list`],
    ['climb to another catalog', '/v2/acme/../globex/_catalog'],
    ['ask a repository for a catalog', '/v2/acme/app/_catalog'],
    ['use a tag with a slash hidden in it', '/v2/acme/app/manifests/a%2Fb'],
    ['use a tag that starts with a dash', '/v2/acme/app/manifests/-latest'],
    ['use a tag longer than 128', `/v2/acme/app/manifests/${'t'.repeat(129)}`],
  ])('that %s are NAME_INVALID', async (_, path) => {
    expect(await ask(sandbox, { path, basic: acme })).toMatchObject({ status: 400, code: 'NAME_INVALID' });
  });

  it.each([
    ['/v2/acme/app/blobs/sha256:short'],
    ['/v2/acme/app/blobs/latest'],
    [`/v2/acme/app/blobs/sha256:${'A'.repeat(64)}`],
    [`/v2/acme/app/manifests/md5:${'0'.repeat(32)}`],
  ])('with the digest of %s are DIGEST_INVALID', async (path) => {
    expect(await ask(sandbox, { path, basic: acme })).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
  });

  it.each([['/'], ['/v1/'], ['/v2/_catalog'], ['/v2/acme/app'], ['/v2/acme/app/'], ['/sandbox/registries'], ['*']])(
    '%s is no endpoint',
    async (path) => {
      expect((await ask(sandbox, { path, basic: acme })).status).toBe(404);
    },
  );

  it.each([
    ['POST', '/v2/', 'GET, HEAD'],
    ['PUT', '/v2/acme/app/tags/list', 'GET, HEAD'],
    ['GET', '/v2/acme/app/blobs/uploads/', 'POST'],
    ['GET', '/sandbox/registries/acme/credentials', 'POST'],
  ])('%s %s is UNSUPPORTED, and Allow says what is', async (method, path, allow) => {
    const reply = await ask(sandbox, { method, path, basic: acme });
    expect(reply).toMatchObject({ status: 405, code: 'UNSUPPORTED', headers: { allow } });
  });

  it('may name a repository after an endpoint', async () => {
    for (const name of ['acme/manifests', 'acme/blobs/uploads', 'acme/tags/list']) {
      await pushBlob(sandbox, name, 'x');
      const reply = await ask(sandbox, { path: `/v2/${name}/tags/list`, basic: acme });
      expect(reply).toMatchObject({ status: 200, json: { name } });
    }
  });
});
