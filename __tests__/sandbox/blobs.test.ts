import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { acme, ask, authorizeBasic, digestOf, globex, pushBlob, startThree } from './client.ts';
import type { Reply } from './client.ts';

describe('blobs', () => {
  let sandbox: Sandbox;
  beforeAll(async () => void (sandbox = await startThree()));
  afterAll(() => sandbox.close());

  const start = async (image: string): Promise<string> => {
    const path = `/v2/${image}/blobs/uploads/`;
    const reply = await ask(sandbox, { method: 'POST', path, basic: acme });
    expect(reply).toMatchObject({ status: 202, headers: { range: '0-0', 'content-length': '0' } });
    expect(reply.headers.location).toBe(`${path}${reply.headers['docker-upload-uuid'] as string}`);
    return reply.headers.location ?? '';
  };
  const send = (method: string, path: string, body?: string, range?: string): Promise<Reply> =>
    ask(sandbox, {
      method,
      path,
      basic: acme,
      ...(body === undefined ? {} : { body }),
      ...(range === undefined ? {} : { headers: { 'content-range': range } }),
    });

  describe('when one is uploaded', () => {
    it('arrives in chunks, tells how far it is, and can be read when it is finished', async () => {
      const upload = await start('acme/chunks');
      expect(await send('PATCH', upload, 'hello ', '0-5')).toMatchObject({ status: 202, headers: { range: '0-5' } });
      expect(await send('GET', upload)).toMatchObject({ status: 204, headers: { range: '0-5', location: upload } });
      expect(await send('PATCH', upload, 'wor', '6-8')).toMatchObject({ status: 202, headers: { range: '0-8' } });
      const digest = digestOf('hello world');
      const blob = `/v2/acme/chunks/blobs/${digest}`;
      expect(await send('PUT', `${upload}?digest=${encodeURIComponent(digest)}`, 'ld')).toMatchObject({
        status: 201,
        headers: { location: blob, 'docker-content-digest': digest },
      });
      expect((await send('GET', blob)).bytes.toString()).toBe('hello world');
      const head = await send('HEAD', blob.replace(':', '%3A'));
      expect(head).toMatchObject({ status: 200, headers: { 'content-length': '11', 'docker-content-digest': digest } });
      expect(await send('GET', upload)).toMatchObject({ status: 404, code: 'BLOB_UPLOAD_UNKNOWN' });
    });

    it('arrives whole in one POST, also when it is empty', async () => {
      for (const bytes of ['', randomBytes(1_500_000)]) {
        const digest = await pushBlob(sandbox, 'acme/whole', bytes);
        const reply = await send('GET', `/v2/acme/whole/blobs/${digest}`);
        expect(digestOf(reply.bytes)).toBe(digest);
      }
    });

    it('makes no repository before it is finished', async () => {
      const upload = await start('acme/probed');
      expect(sandbox.repositories('acme')).not.toContain('probed');
      expect(await send('DELETE', upload)).toMatchObject({ status: 204 });
      expect(await send('DELETE', upload)).toMatchObject({ status: 404, code: 'BLOB_UPLOAD_UNKNOWN' });
      expect(sandbox.repositories('acme')).not.toContain('probed');
    });

    it('refuses a chunk that is not the next one, and goes on from where it was', async () => {
      const upload = await start('acme/order');
      await send('PATCH', upload, 'abc', '0-2');
      for (const range of ['0-2', '5-7', 'nonsense']) {
        expect(await send('PATCH', upload, 'xyz', range)).toMatchObject({ status: 416, headers: { range: '0-2' } });
      }
      expect(await send('PATCH', upload, 'xyz', '3-9')).toMatchObject({ status: 400, code: 'SIZE_INVALID' });
      expect(await send('PUT', `${upload}?digest=${digestOf('abcdef')}`, 'def', '3-5')).toMatchObject({ status: 201 });
    });

    it('refuses content of another digest, and drops it', async () => {
      const upload = await start('acme/lies');
      const reply = await send('PUT', `${upload}?digest=${digestOf('promised')}`, 'delivered');
      expect(reply).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
      expect(await send('GET', upload)).toMatchObject({ status: 404 });
      expect(sandbox.repositories('acme')).not.toContain('lies');
    });

    it.each(['', '?digest=', '?digest=sha256:abc', `?digest=sha512:${'0'.repeat(128)}`, '?digest=../../x'])(
      'refuses to be finished with "%s", and can still be finished rightly',
      async (query) => {
        const upload = await start('acme/digests');
        expect(await send('PUT', upload + query, 'x')).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
        expect((await send('PUT', `${upload}?digest=${digestOf('x')}`, 'x')).status).toBe(201);
      },
    );

    it('does not continue an upload through another repository', async () => {
      const upload = await start('acme/mine');
      const other = upload.replace('acme/mine', 'acme/yours');
      expect(await send('PATCH', other, 'x')).toMatchObject({ status: 404, code: 'BLOB_UPLOAD_UNKNOWN' });
      const foreign = upload.replace('acme/mine', 'globex/web');
      expect(await ask(sandbox, { method: 'PATCH', path: foreign, basic: globex, body: 'x' })).toMatchObject({
        status: 404,
        code: 'BLOB_UPLOAD_UNKNOWN',
      });
    });

    it('takes the same blob from many at once', async () => {
      const bytes = randomBytes(300_000);
      const images = Array.from({ length: 12 }, (_, index) => `acme/parallel-${index % 3}`);
      const digests = await Promise.all(images.map((image) => pushBlob(sandbox, image, bytes)));
      for (const image of images) {
        const reply = await send('GET', `/v2/${image}/blobs/${digests[0] as string}`);
        expect(reply.bytes.equals(bytes)).toBe(true);
      }
    });

    it('keeps what a client had sent when it went away, and lets it go on', async () => {
      const upload = await start('acme/aborted');
      const { hostname, port } = new URL(sandbox.url);
      const socket = connect(Number(port), hostname);
      const lines = [
        `PATCH ${upload} HTTP/1.1`,
        `Host: ${sandbox.host}`,
        `Authorization: ${authorizeBasic(acme)}`,
        'Content-Length: 1000',
      ];
      socket.write(`${lines.join('\r\n')}\r\n\r\nfirst`);
      await until(async () => (await send('GET', upload)).headers.range === '0-4');
      expect(await send('PATCH', upload, 'x')).toMatchObject({ status: 409, code: 'BLOB_UPLOAD_INVALID' });
      socket.destroy();
      const digest = digestOf('first, second');
      await until(async () => (await send('PATCH', upload, ', sec')).status === 202);
      expect(await send('PUT', `${upload}?digest=${digest}`, 'ond')).toMatchObject({ status: 201 });
    });
  });

  describe('when one is read', () => {
    it.each([
      ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
      ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
      ['bytes=-3', 206, '789', 'bytes 7-9/10'],
      ['bytes=8-100', 206, '89', 'bytes 8-9/10'],
      ['bytes=-100', 206, '0123456789', 'bytes 0-9/10'],
      ['bytes=10-', 416, '', 'bytes */10'],
      ['bytes=-0', 416, '', 'bytes */10'],
      ['bytes=5-2', 200, '0123456789', undefined],
      ['bytes=0-1,4-5', 200, '0123456789', undefined],
      ['lines=0-1', 200, '0123456789', undefined],
    ])('answers Range %s with %i', async (range, status, text, contentRange) => {
      const digest = await pushBlob(sandbox, 'acme/ranges', '0123456789');
      const path = `/v2/acme/ranges/blobs/${digest}`;
      const reply = await ask(sandbox, { path, basic: acme, headers: { range } });
      expect([reply.status, reply.bytes.toString(), reply.headers['content-range']]).toEqual([
        status,
        text,
        contentRange,
      ]);
    });

    it('is not there for a repository that was never given it', async () => {
      const digest = await pushBlob(sandbox, 'acme/secret', 'only here');
      await pushBlob(sandbox, 'globex/web', 'something else');
      const attack = { path: `/v2/globex/web/blobs/${digest}`, basic: globex };
      expect(await ask(sandbox, attack)).toMatchObject({ status: 404, code: 'BLOB_UNKNOWN' });
      expect(await ask(sandbox, { ...attack, method: 'HEAD' })).toMatchObject({ status: 404 });
      const sibling = await send('GET', `/v2/acme/app/blobs/${digest}`);
      expect(sibling).toMatchObject({ status: 404, code: 'BLOB_UNKNOWN' });
    });

    it('is gone from the repository that deleted it, and from no other', async () => {
      const digest = await pushBlob(sandbox, 'acme/gone', 'shared');
      await pushBlob(sandbox, 'acme/kept', 'shared');
      expect(await send('DELETE', `/v2/acme/gone/blobs/${digest}`)).toMatchObject({ status: 202 });
      expect(await send('DELETE', `/v2/acme/gone/blobs/${digest}`)).toMatchObject({ code: 'BLOB_UNKNOWN' });
      expect((await send('GET', `/v2/acme/kept/blobs/${digest}`)).bytes.toString()).toBe('shared');
    });
  });

  describe('when one is mounted', () => {
    it('comes from a repository that the credential may read', async () => {
      const digest = await pushBlob(sandbox, 'acme/source', 'mounted');
      const path = `/v2/acme/mounted/blobs/uploads/?mount=${digest}&from=acme/source`;
      expect(await send('POST', path)).toMatchObject({
        status: 201,
        headers: { location: `/v2/acme/mounted/blobs/${digest}`, 'docker-content-digest': digest },
      });
      expect((await send('GET', `/v2/acme/mounted/blobs/${digest}`)).bytes.toString()).toBe('mounted');
    });

    it('comes from a public registry, too', async () => {
      const manifest = await ask(sandbox, { path: '/v2/initech/open/manifests/latest' });
      const digest: string = manifest.json.config.digest;
      const path = `/v2/acme/mounted/blobs/uploads/?mount=${digest}&from=initech/open`;
      expect(await send('POST', path)).toMatchObject({ status: 201 });
    });

    it.each([
      ['a registry that the credential may not read', 'globex/web'],
      ['a repository that does not exist', 'acme/none'],
      ['a repository without the blob', 'acme/app'],
      ['a path that climbs', 'acme/../globex/web'],
      ['nowhere', ''],
    ])('ends in an ordinary upload when it is to come from %s', async (_, from) => {
      const digest = await pushBlob(sandbox, 'globex/web', 'of globex');
      const query = new URLSearchParams({ mount: digest, from });
      const reply = await send('POST', `/v2/acme/thief/blobs/uploads/?${query}`);
      expect(reply).toMatchObject({ status: 202, headers: { range: '0-0' } });
      expect(sandbox.repositories('acme')).not.toContain('thief');
    });

    it('refuses a digest that is none', async () => {
      const path = '/v2/acme/mounted/blobs/uploads/?mount=sha256:x&from=acme/source';
      expect(await send('POST', path)).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
    });
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('this never came true');
  }
}
