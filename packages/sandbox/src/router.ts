import { RegistryError } from './errors.ts';
import { parseDigest, parseImageName, parseManifestReference, parseRegistryName } from './names.ts';
import type { ImageName, ManifestReference } from './names.ts';

export type Route =
  | { readonly kind: 'base' }
  | { readonly kind: 'token' }
  | { readonly kind: 'catalog'; readonly registry: string }
  | { readonly kind: 'tags'; readonly image: ImageName }
  | { readonly kind: 'manifest'; readonly image: ImageName; readonly reference: ManifestReference }
  | { readonly kind: 'blob'; readonly image: ImageName; readonly digest: string }
  | { readonly kind: 'uploads'; readonly image: ImageName }
  | { readonly kind: 'upload'; readonly image: ImageName; readonly id: string }
  | { readonly kind: 'credentials'; readonly registry: string }
  | { readonly kind: 'credential'; readonly registry: string; readonly username: string };

const METHODS: Readonly<Record<Route['kind'], readonly string[]>> = {
  base: ['GET', 'HEAD'],
  token: ['GET', 'POST'],
  catalog: ['GET', 'HEAD'],
  tags: ['GET', 'HEAD'],
  manifest: ['GET', 'HEAD', 'PUT', 'DELETE'],
  blob: ['GET', 'HEAD', 'DELETE'],
  uploads: ['POST'],
  upload: ['GET', 'HEAD', 'PATCH', 'PUT', 'DELETE'],
  credentials: ['POST'],
  credential: ['DELETE'],
};

// The name is greedy, so that the verb is the last one in the path: a repository may be called `blobs` or `manifests`.
const ENDPOINTS: readonly (readonly [RegExp, (name: string, last: string) => Route])[] = [
  [/^(.+)\/_catalog$/, (name) => ({ kind: 'catalog', registry: parseRegistryName(name) })],
  [/^(.+)\/tags\/list$/, (name) => ({ kind: 'tags', image: parseImageName(name) })],
  [
    /^(.+)\/manifests\/([^/]+)$/,
    (name, last) => ({ kind: 'manifest', image: parseImageName(name), reference: parseManifestReference(last) }),
  ],
  [/^(.+)\/blobs\/uploads\/?$/, (name) => ({ kind: 'uploads', image: parseImageName(name) })],
  [/^(.+)\/blobs\/uploads\/([^/]+)$/, (name, last) => ({ kind: 'upload', image: parseImageName(name), id: last })],
  [
    /^(.+)\/blobs\/([^/]+)$/,
    (name, last) => ({ kind: 'blob', image: parseImageName(name), digest: parseDigest(last) }),
  ],
];

/**
 * Path, as it stood in the request line, to route. Nothing is normalised: `..`, doubled and encoded slashes fail the
 * grammar of names instead of becoming another name.
 * Throws `NAME_INVALID`, `DIGEST_INVALID` or `UNSUPPORTED`.
 */
export function parseRoute(method: string, path: string): Route {
  const route = parsePath(path);
  const allowed = METHODS[route.kind];
  if (allowed.includes(method)) return route;
  throw new RegistryError('UNSUPPORTED', 'this endpoint does not know this method', {
    headers: { Allow: allowed.join(', ') },
  });
}

function parsePath(path: string): Route {
  if (path === '/v2/' || path === '/v2') return { kind: 'base' };
  if (path === '/token') return { kind: 'token' };
  return path.startsWith('/v2/') ? parseRegistryPath(path.slice('/v2/'.length)) : parseAdminPath(path);
}

function parseRegistryPath(path: string): Route {
  // Only the colon of a digest is ever encoded by clients; with anything else encoded no name fits the grammar.
  const plain = path.replaceAll(/%3a/gi, ':');
  for (const [pattern, build] of ENDPOINTS) {
    const [matched, name, last] = pattern.exec(plain) ?? [];
    if (matched !== undefined) return build(name ?? '', last ?? '');
  }
  throw unknownPath();
}

function parseAdminPath(path: string): Route {
  const [, name, username] = /^\/sandbox\/registries\/([^/]+)\/credentials(?:\/([^/]+))?$/.exec(path) ?? [];
  if (name === undefined) throw unknownPath();
  const registry = parseRegistryName(name);
  return username === undefined
    ? { kind: 'credentials', registry }
    : { kind: 'credential', registry, username: decodeSegment(username) };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new RegistryError('NAME_INVALID', 'this is no encoded name');
  }
}

function unknownPath(): RegistryError {
  return new RegistryError('UNSUPPORTED', 'there is no such endpoint', { status: 404 });
}
