import { RegistryError } from './errors.ts';
import { isDigest } from './names.ts';

interface Descriptor {
  readonly digest: string;
  readonly size: number;
  /** The content lies elsewhere (foreign layers), and nobody pushes it. */
  readonly foreign: boolean;
}

/** What a manifest refers to: an image to blobs, an index to manifests. */
export interface ManifestContent {
  readonly mediaType: string;
  readonly blobs: readonly Descriptor[];
  readonly manifests: readonly Descriptor[];
}

export const IMAGE_TYPE = 'application/vnd.docker.distribution.manifest.v2+json';

const IMAGE_TYPES: readonly string[] = [IMAGE_TYPE, 'application/vnd.oci.image.manifest.v1+json'];
const INDEX_TYPES: readonly string[] = [
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.index.v1+json',
];

/** Throws `MANIFEST_INVALID`. */
export function readManifest(bytes: Buffer, contentType: string | undefined): ManifestContent {
  const manifest = parseObject(bytes);
  const stated = manifest['mediaType'];
  const sent = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  const mediaType = sent ?? stated;
  if (stated !== undefined && stated !== mediaType) throw invalid('mediaType and Content-Type differ');
  if (manifest['schemaVersion'] !== 2) throw invalid('schemaVersion is not 2');
  if (typeof mediaType === 'string' && IMAGE_TYPES.includes(mediaType)) {
    const blobs = [readDescriptor(manifest['config']), ...readDescriptors(manifest['layers'])];
    return { mediaType, blobs, manifests: [] };
  }
  if (typeof mediaType === 'string' && INDEX_TYPES.includes(mediaType)) {
    return { mediaType, blobs: [], manifests: readDescriptors(manifest['manifests']) };
  }
  throw invalid('this media type is neither an image nor an index of Docker (version 2) or OCI');
}

function parseObject(bytes: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (isObject(value)) return value;
  } catch {
    // The answer is the same as for JSON that is no object.
  }
  throw invalid('this is no JSON object');
}

function readDescriptors(value: unknown): readonly Descriptor[] {
  if (!Array.isArray(value)) throw invalid('a list of descriptors is missing');
  return value.map(readDescriptor);
}

function readDescriptor(value: unknown): Descriptor {
  if (!isObject(value)) throw invalid('a descriptor is missing');
  const { digest, size, urls } = value;
  if (typeof digest !== 'string' || !isDigest(digest)) throw invalid('a descriptor has no sha256 digest');
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw invalid('a descriptor has no size');
  return { digest, size, foreign: Array.isArray(urls) && urls.length > 0 };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string): RegistryError {
  return new RegistryError('MANIFEST_INVALID', message);
}
