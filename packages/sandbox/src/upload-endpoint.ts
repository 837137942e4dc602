import type { IncomingMessage } from 'node:http';
import type { Answer } from './answers.ts';
import { mayUse } from './authorize.ts';
import { RegistryError } from './errors.ts';
import type { Backend, Exchange } from './exchange.ts';
import { findImageName, parseDigest } from './names.ts';
import type { ImageName } from './names.ts';
import type { Upload } from './uploads.ts';

/** Starts an upload, mounts a blob from another repository, or takes a whole blob in one request. */
export async function startUpload(backend: Backend, exchange: Exchange, image: ImageName): Promise<Answer> {
  const mount = exchange.query.get('mount');
  if (mount !== null && mountBlob(backend, exchange, image, parseDigest(mount))) return answerStored(image, mount);
  const digest = exchange.query.get('digest');
  if (digest !== null) parseDigest(digest);
  const upload = await backend.uploads.start(image);
  return digest === null ? answerProgress(upload, 202) : await finishUpload(backend, exchange, upload);
}

export async function serveUpload(backend: Backend, exchange: Exchange, image: ImageName, id: string): Promise<Answer> {
  const upload = backend.uploads.get(image, id);
  switch (exchange.method) {
    case 'PATCH':
      checkOrder(upload, exchange.request);
      await backend.uploads.append(upload, exchange.request);
      return answerProgress(upload, 202);
    case 'PUT':
      checkOrder(upload, exchange.request);
      return await finishUpload(backend, exchange, upload);
    case 'DELETE':
      await backend.uploads.cancel(upload);
      return { status: 204 };
    default:
      return answerProgress(upload, 204);
  }
}

async function finishUpload(backend: Backend, exchange: Exchange, upload: Upload): Promise<Answer> {
  const digest = parseDigest(exchange.query.get('digest') ?? '');
  await backend.uploads.finish(upload, digest, exchange.request);
  backend.repositories.open(upload.image).blobs.add(digest);
  return answerStored(upload.image, digest);
}

/** A blob that the caller may not read is not there for him: the spec lets any mount end in an ordinary upload. */
function mountBlob(backend: Backend, exchange: Exchange, image: ImageName, digest: string): boolean {
  const from = findImageName(exchange.query.get('from') ?? '');
  if (!from) return false;
  const pull = { type: 'repository', name: from.full, actions: ['pull'] } as const;
  if (!mayUse(exchange.caller, from.registry, pull, backend.settings)) return false;
  if (!backend.repositories.find(from)?.blobs.has(digest)) return false;
  backend.repositories.open(image).blobs.add(digest);
  return true;
}

/** `Content-Range: <first>-<last>`, without a unit; chunks come in order. Throws `BLOB_UPLOAD_INVALID`, `SIZE_INVALID`. */
function checkOrder(upload: Upload, request: IncomingMessage): void {
  const header = request.headers['content-range'];
  if (header === undefined) return;
  const [matched, first, last] = /^(?:bytes )?(\d+)-(\d+)$/.exec(header) ?? [];
  if (matched === undefined || Number(first) !== upload.size) {
    throw new RegistryError('BLOB_UPLOAD_INVALID', 'this chunk is not the next one', {
      status: 416,
      headers: progressHeaders(upload),
    });
  }
  const length = request.headers['content-length'];
  if (length !== undefined && Number(length) !== Number(last) - Number(first) + 1) {
    throw new RegistryError('SIZE_INVALID', 'Content-Length and Content-Range differ');
  }
}

function answerProgress(upload: Upload, status: number): Answer {
  return { status, headers: progressHeaders(upload) };
}

function progressHeaders(upload: Upload): Readonly<Record<string, string>> {
  return {
    Location: `/v2/${upload.image.full}/blobs/uploads/${upload.id}`,
    Range: `0-${Math.max(upload.size - 1, 0)}`,
    'Docker-Upload-UUID': upload.id,
  };
}

function answerStored(image: ImageName, digest: string): Answer {
  return {
    status: 201,
    headers: { Location: `/v2/${image.full}/blobs/${digest}`, 'Docker-Content-Digest': digest },
  };
}
