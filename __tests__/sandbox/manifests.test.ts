import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { acme, ask, digestOf, globex, pushBlob, startThree } from './client.ts';
import type { Reply } from './client.ts';

const DOCKER = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const OCI = 'application/vnd.oci.image.manifest.v1+json';
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';

describe('manifests', () => {
  let sandbox: Sandbox;
  let image: { schemaVersion: number; config: object; layers: object[] };
  beforeAll(async () => {
    sandbox = await startThree();
    const [config, layer] = ['{}', 'a layer'];
    image = {
      schemaVersion: 2,
      config: { mediaType: 'application/json', digest: await pushBlob(sandbox, 'acme/m', config), size: 2 },
      layers: [{ mediaType: 'application/x', digest: await pushBlob(sandbox, 'acme/m', layer), size: layer.length }],
    };
  });
  afterAll(() => sandbox.close());

  const put = (reference: string, body: unknown, type: string | undefined = OCI): Promise<Reply> =>
    ask(sandbox, {
      method: 'PUT',
      path: `/v2/acme/m/manifests/${reference}`,
      basic: acme,
      body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      headers: { 'content-type': type },
    });
  const get = (reference: string, method = 'GET'): Promise<Reply> =>
    ask(sandbox, { method, path: `/v2/acme/m/manifests/${reference}`, basic: acme });

  it.each([DOCKER, OCI])('are taken as %s and come back byte by byte, by tag and by digest', async (type) => {
    const body = JSON.stringify({ ...image, mediaType: type }, null, 3);
    const digest = digestOf(body);
    expect(await put('v1', body, type)).toMatchObject({
      status: 201,
      headers: { location: `/v2/acme/m/manifests/${digest}`, 'docker-content-digest': digest },
    });
    for (const reference of ['v1', digest]) {
      const reply = await get(reference);
      expect(reply).toMatchObject({ status: 200, headers: { 'content-type': type, 'docker-content-digest': digest } });
      expect(reply.bytes.toString()).toBe(body);
      const head = await get(reference, 'HEAD');
      expect(head).toMatchObject({ status: 200, headers: { 'content-length': String(body.length) } });
      expect(head.bytes).toHaveLength(0);
    }
  });

  it.each([DOCKER_LIST, OCI_INDEX])('are listed by %s when they are there', async (type) => {
    const body = JSON.stringify(image);
    await put('child', body);
    const child = { mediaType: OCI, digest: digestOf(body), size: body.length };
    const index = { schemaVersion: 2, mediaType: type, manifests: [child] };
    expect(await put('index', index, type)).toMatchObject({ status: 201 });
    const missing = { ...index, manifests: [{ ...child, digest: digestOf('missing') }] };
    expect(await put('index', missing, type)).toMatchObject({ status: 400, code: 'MANIFEST_BLOB_UNKNOWN' });
  });

  it('may be pushed by their digest, and by no other', async () => {
    const body = JSON.stringify(image);
    expect(await put(digestOf(body), body)).toMatchObject({ status: 201 });
    expect(await put(digestOf('another'), body)).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
  });

  it('may name foreign layers, which nobody pushes', async () => {
    const foreign = { mediaType: 'application/x', digest: digestOf('foreign'), size: 7, urls: ['https://x.example/'] };
    expect(await put('foreign', { ...image, layers: [foreign] })).toMatchObject({ status: 201 });
  });

  it('are refused with a blob that only another repository holds', async () => {
    const digest = await pushBlob(sandbox, 'globex/web', 'of globex');
    const layers = [{ mediaType: 'application/x', digest, size: 9 }];
    const reply = await put('stolen', { ...image, layers });
    expect(reply).toMatchObject({ status: 400, code: 'MANIFEST_BLOB_UNKNOWN' });
    expect(reply.json.errors[0].detail).toEqual({ digest });
    expect(sandbox.tags('acme', 'm')).not.toContain('stolen');
  });

  it.each([
    ['no JSON', 'nonsense', OCI],
    ['no object', '[]', OCI],
    ['schema 1', { schemaVersion: 1 }, 'application/vnd.docker.distribution.manifest.v1+prettyjws'],
    ['an unknown media type', () => image, 'application/json'],
    ['two different media types', () => ({ ...image, mediaType: DOCKER }), OCI],
    ['no config', () => ({ ...image, config: undefined }), OCI],
    ['layers that are no list', () => ({ ...image, layers: {} }), OCI],
    ['a digest that climbs', () => ({ ...image, layers: [{ digest: 'sha256:../../etc/passwd', size: 1 }] }), OCI],
    ['a negative size', () => ({ ...image, layers: [{ digest: digestOf(''), size: -1 }] }), OCI],
    ['a wrong size', () => ({ ...image, config: { ...image.config, size: 3 } }), OCI],
  ])('are refused with %s', async (_, body: unknown, type) => {
    const given: unknown = typeof body === 'function' ? body() : body;
    expect(await put('bad', given, type)).toMatchObject({ status: 400, code: 'MANIFEST_INVALID' });
    expect(sandbox.tags('acme', 'm')).not.toContain('bad');
  });

  it('are refused when huge, told beforehand or not, and the connection lives on', async () => {
    const huge = Buffer.alloc(16 * 1024 * 1024, ' ');
    for (const body of [huge, huge.subarray(0, 4 * 1024 * 1024 + 1)]) {
      expect(await put('huge', body)).toMatchObject({ status: 413, code: 'MANIFEST_INVALID' });
    }
    const chunked = await ask(sandbox, {
      method: 'PUT',
      path: '/v2/acme/m/manifests/huge',
      basic: acme,
      body: huge,
      headers: { 'content-type': OCI, 'transfer-encoding': 'chunked' },
    });
    expect(chunked).toMatchObject({ status: 413, code: 'MANIFEST_INVALID' });
    expect((await put('next', image)).status).toBe(201);
  });

  it('make no repository when they are refused', async () => {
    const path = '/v2/acme/never/manifests/v1';
    const headers = { 'content-type': OCI };
    const reply = await ask(sandbox, { method: 'PUT', path, basic: acme, headers, body: JSON.stringify(image) });
    expect(reply).toMatchObject({ status: 400, code: 'MANIFEST_BLOB_UNKNOWN' });
    expect(sandbox.repositories('acme')).not.toContain('never');
  });

  it('lose one tag when a tag is deleted, and all of them when the digest is', async () => {
    const body = JSON.stringify({ ...image, annotations: { for: 'deletion' } });
    for (const tag of ['d1', 'd2', 'd3']) await put(tag, body);
    expect(await get('d1', 'DELETE')).toMatchObject({ status: 202 });
    expect(await get('d1')).toMatchObject({ status: 404, code: 'MANIFEST_UNKNOWN' });
    expect((await get('d2')).status).toBe(200);
    expect(await get(digestOf(body), 'DELETE')).toMatchObject({ status: 202 });
    for (const reference of ['d2', 'd3', digestOf(body)]) {
      expect(await get(reference)).toMatchObject({ status: 404, code: 'MANIFEST_UNKNOWN' });
      expect(await get(reference, 'DELETE')).toMatchObject({ status: 404, code: 'MANIFEST_UNKNOWN' });
    }
    expect(sandbox.tags('acme', 'm')).not.toContain('d2');
  });

  it('show in the lists, page by page', async () => {
    for (const tag of ['p1', 'p2', 'p3']) await put(tag, image);
    const all = sandbox.tags('acme', 'm');
    expect(await ask(sandbox, { path: '/v2/acme/m/tags/list', basic: acme })).toMatchObject({
      json: { name: 'acme/m', tags: all },
    });
    const seen: string[] = [];
    for (let path: string | undefined = '/v2/acme/m/tags/list?n=2'; path;) {
      const reply: Reply = await ask(sandbox, { path, basic: acme });
      expect(reply.json.tags.length).toBeLessThanOrEqual(2);
      seen.push(...reply.json.tags);
      path = /^<(.*)>; rel="next"$/.exec(String(reply.headers.link))?.[1];
    }
    expect(seen).toEqual(all);
  });
});

describe('a registry’s catalog', () => {
  it('is cut by n and last', async () => {
    const sandbox = await startSandbox({
      registries: [{ name: 'acme', credentials: [acme], repositories: ['c', 'a', 'b/x'] }],
    });
    try {
      const list = (query: string): Promise<Reply> => ask(sandbox, { path: `/v2/acme/_catalog?${query}`, basic: acme });
      const first = await list('n=2');
      expect(first).toMatchObject({
        json: { repositories: ['a', 'b/x'] },
        headers: { link: '</v2/acme/_catalog?n=2&last=b%2Fx>; rel="next"' },
      });
      const rest = await list('n=2&last=b%2Fx');
      expect(rest.json).toEqual({ repositories: ['c'] });
      expect(rest.headers).not.toHaveProperty('link');
      expect((await list('n=0')).json).toEqual({ repositories: [] });
      for (const query of ['n=-1', 'n=x', 'n=']) {
        expect(await list(query)).toMatchObject({ status: 400, code: 'PAGINATION_NUMBER_INVALID' });
      }
    } finally {
      await sandbox.close();
    }
  });
});

describe('a seeded repository', () => {
  it('holds an image whose every part can be pulled, the same on every machine', async () => {
    const [one, two] = await Promise.all([startThree(), startThree()]);
    try {
      const manifest = await pullSeed(one, 'manifests/latest');
      expect((await pullSeed(two, 'manifests/latest')).bytes.equals(manifest.bytes)).toBe(true);
      expect(digestOf(manifest.bytes)).toBe('sha256:9070e4adbd9067e2a8cf7ad7093d6008327b12c243948c72b668c3d2f428ee1a');
      for (const { digest, size } of [manifest.json.config, ...manifest.json.layers]) {
        const blob = await pullSeed(one, `blobs/${digest}`);
        expect([digestOf(blob.bytes), blob.bytes.length]).toEqual([digest, size]);
      }
    } finally {
      await Promise.all([one.close(), two.close()]);
    }
  });
});

function pullSeed(sandbox: Sandbox, path: string): Promise<Reply> {
  return ask(sandbox, { path: `/v2/globex/web/${path}`, basic: globex });
}
