import type { Answer } from './answers.ts';
import { digestOf } from './blobs.ts';
import { RegistryError } from './errors.ts';
import { readBody } from './exchange.ts';
import type { Backend, Exchange } from './exchange.ts';
import { readManifest } from './manifests.ts';
import type { ManifestContent } from './manifests.ts';
import type { ImageName, ManifestReference } from './names.ts';
import type { Repository } from './repositories.ts';

/** 4 MiB, the size that the OCI spec asks every registry to take at least. */
const MANIFEST_LIMIT = 4 * 1024 * 1024;

interface ManifestRequest {
  readonly image: ImageName;
  readonly reference: ManifestReference;
}

export async function serveManifest(backend: Backend, exchange: Exchange, wanted: ManifestRequest): Promise<Answer> {
  if (exchange.method === 'PUT') return await putManifest(backend, exchange, wanted);
  const repository = backend.repositories.get(wanted.image);
  return exchange.method === 'DELETE'
    ? deleteManifest(repository, wanted.reference)
    : getManifest(repository, wanted.reference);
}

function getManifest(repository: Repository, reference: ManifestReference): Answer {
  const digest = reference.kind === 'tag' ? repository.tags.get(reference.tag) : reference.digest;
  const manifest = digest === undefined ? undefined : repository.manifests.get(digest);
  if (!manifest || digest === undefined) throw unknownManifest();
  return {
    status: 200,
    headers: { 'Content-Type': manifest.mediaType, 'Docker-Content-Digest': digest, ETag: `"${digest}"` },
    body: manifest.bytes,
  };
}

/** A tag takes only itself away; a digest takes the manifest and every tag on it. */
function deleteManifest(repository: Repository, reference: ManifestReference): Answer {
  if (reference.kind === 'tag') {
    if (!repository.tags.delete(reference.tag)) throw unknownManifest();
    return { status: 202 };
  }
  if (!repository.manifests.delete(reference.digest)) throw unknownManifest();
  for (const [tag, digest] of repository.tags) {
    if (digest === reference.digest) repository.tags.delete(tag);
  }
  return { status: 202 };
}

async function putManifest(backend: Backend, exchange: Exchange, wanted: ManifestRequest): Promise<Answer> {
  const tooLarge = new RegistryError('MANIFEST_INVALID', 'a manifest has at most 4 MiB', { status: 413 });
  const bytes = await readBody(exchange.request, MANIFEST_LIMIT, tooLarge);
  const digest = digestOf(bytes);
  const { image, reference } = wanted;
  if (reference.kind === 'digest' && reference.digest !== digest) {
    throw new RegistryError('DIGEST_INVALID', 'the digest is not that of the manifest', { detail: { found: digest } });
  }
  const content = readManifest(bytes, exchange.request.headers['content-type']);
  checkReferences(backend, backend.repositories.find(image), content);
  const repository = backend.repositories.open(image);
  repository.manifests.set(digest, { mediaType: content.mediaType, bytes });
  if (reference.kind === 'tag') repository.tags.set(reference.tag, digest);
  return {
    status: 201,
    headers: { Location: `/v2/${image.full}/manifests/${digest}`, 'Docker-Content-Digest': digest },
  };
}

/** Throws `MANIFEST_BLOB_UNKNOWN` for what this repository does not hold, `MANIFEST_INVALID` for a wrong size. */
function checkReferences(backend: Backend, repository: Repository | undefined, content: ManifestContent): void {
  const blobs = content.blobs
    .filter(({ foreign }) => !foreign)
    .map(({ digest, size }) => ({ digest, size, found: repository?.blobs.has(digest) && backend.blobs.size(digest) }));
  const manifests = content.manifests.map(({ digest, size }) => {
    return { digest, size, found: repository?.manifests.get(digest)?.bytes.length };
  });
  for (const { digest, size, found } of [...blobs, ...manifests]) {
    if (typeof found !== 'number') {
      const message = 'the manifest refers to something that this repository does not hold';
      throw new RegistryError('MANIFEST_BLOB_UNKNOWN', message, { detail: { digest } });
    }
    if (found !== size) throw new RegistryError('MANIFEST_INVALID', 'a size is wrong', { detail: { digest } });
  }
}

function unknownManifest(): RegistryError {
  return new RegistryError('MANIFEST_UNKNOWN', 'this repository does not hold that manifest');
}
