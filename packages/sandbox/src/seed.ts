import { gzipSync } from 'node:zlib';
import { digestOf } from './blobs.ts';
import type { Backend } from './exchange.ts';
import { IMAGE_TYPE } from './manifests.ts';
import { parseImageName } from './names.ts';

/** Brings a repository into being with one tiny image, tagged `latest`, whose bytes depend on the name alone. */
export async function seedRepository(backend: Backend, registry: string, repository: string): Promise<void> {
  const image = parseImageName(`${registry}/${repository}`);
  const layer = packFile('sandbox.txt', `${image.full}\n`);
  const config = Buffer.from(JSON.stringify(describeImage(layer)));
  const packed = gzipWithoutTrace(layer);
  const place = backend.repositories.open(image);
  for (const bytes of [config, packed]) place.blobs.add(await backend.blobs.put(bytes));
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: IMAGE_TYPE,
      config: describeBlob('application/vnd.docker.container.image.v1+json', config),
      layers: [describeBlob('application/vnd.docker.image.rootfs.diff.tar.gzip', packed)],
    }),
  );
  const digest = digestOf(manifest);
  place.manifests.set(digest, { mediaType: IMAGE_TYPE, bytes: manifest });
  place.tags.set('latest', digest);
}

function describeBlob(mediaType: string, bytes: Buffer): object {
  return { mediaType, size: bytes.length, digest: digestOf(bytes) };
}

function describeImage(layer: Buffer): object {
  return {
    architecture: 'amd64',
    os: 'linux',
    created: '1970-01-01T00:00:00Z',
    config: { Cmd: ['/sandbox.txt'] },
    rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
    history: [{ created: '1970-01-01T00:00:00Z', created_by: 'dcr-login sandbox' }],
  };
}

/** A tar archive (POSIX ustar) of one file. */
function packFile(name: string, text: string): Buffer {
  const content = Buffer.from(text);
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
  return Buffer.concat([header, content, padding, Buffer.alloc(1024)]);
}

/** Stored, not compressed, and without the system's number: the same bytes on every machine and version of zlib. */
function gzipWithoutTrace(bytes: Buffer): Buffer {
  const packed = gzipSync(bytes, { level: 0 });
  packed[9] = 255;
  return packed;
}
