import type { Answer } from './answers.ts';
import { RegistryError } from './errors.ts';
import type { Backend, Exchange } from './exchange.ts';
import type { ImageName } from './names.ts';

export function serveBlob(backend: Backend, exchange: Exchange, image: ImageName, digest: string): Answer {
  const repository = backend.repositories.get(image);
  const size = backend.blobs.size(digest);
  if (size === undefined || !repository.blobs.has(digest)) {
    throw new RegistryError('BLOB_UNKNOWN', 'this repository does not hold that blob');
  }
  if (exchange.method === 'DELETE') {
    repository.blobs.delete(digest);
    return { status: 202 };
  }
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Docker-Content-Digest': digest,
    'Accept-Ranges': 'bytes',
    ETag: `"${digest}"`,
  };
  const path = backend.blobs.path(digest);
  const range = exchange.method === 'GET' ? parseRange(exchange.request.headers.range, size) : undefined;
  if (range === undefined) return { status: 200, headers, body: { path, start: 0, end: size - 1 } };
  if (range === 'unsatisfiable') return { status: 416, headers: { 'Content-Range': `bytes */${size}` } };
  const contentRange = `bytes ${range.start}-${range.end}/${size}`;
  return { status: 206, headers: { ...headers, 'Content-Range': contentRange }, body: { path, ...range } };
}

/**
 * One range of bytes, RFC 9110 §14. Several ranges, other units and what does not parse are answered with the whole, as
 * the RFC allows: undefined.
 */
function parseRange(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  return start > end ? 'unsatisfiable' : { start, end };
}
