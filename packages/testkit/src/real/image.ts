import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/**
 * Writes an image that holds nothing into a new directory, as an OCI layout with the tag `latest`:
 * https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 */
export function writeImage(directory: string): void {
  const blobs = join(directory, 'blobs/sha256');
  mkdirSync(blobs, { recursive: true });
  const store = (bytes: Buffer) => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(join(blobs, hash), bytes);
    return { digest: `sha256:${hash}`, size: bytes.length };
  };
  // A tar archive ends with two empty blocks, and this one does nothing else.
  const archive = Buffer.alloc(1024);
  const layer = store(gzipSync(archive));
  const layers = { type: 'layers', diff_ids: [`sha256:${createHash('sha256').update(archive).digest('hex')}`] };
  const config = store(json({ architecture: 'amd64', os: 'linux', rootfs: layers, config: {} }));
  const manifest = store(
    json({
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...config },
      layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', ...layer }],
    }),
  );
  const annotations = { 'org.opencontainers.image.ref.name': 'latest' };
  writeFileSync(join(directory, 'oci-layout'), json({ imageLayoutVersion: '1.0.0' }));
  const index = { schemaVersion: 2, manifests: [{ mediaType: MANIFEST, ...manifest, annotations }] };
  writeFileSync(join(directory, 'index.json'), json(index));
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}
