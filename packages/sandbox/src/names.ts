import { RegistryError } from './errors.ts';

// Grammar: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REGISTRY = new RegExp(`^${COMPONENT}$`);
const IMAGE = new RegExp(`^(${COMPONENT})/(${COMPONENT}(?:/${COMPONENT})*)$`);
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[a-f0-9]{64}$/;

/** Clients limit host and name together to 255 characters; here the name alone. */
const LONGEST_NAME = 255;

/** `<registry>/<repository>[/<sub>…]`, the part of an image reference between host and tag. */
export interface ImageName {
  readonly registry: string;
  /** Without the registry, e.g. `app` or `frontend/web`. */
  readonly repository: string;
  readonly full: string;
}

export type ManifestReference =
  { readonly kind: 'tag'; readonly tag: string } | { readonly kind: 'digest'; readonly digest: string };

export function isRegistryName(text: string): boolean {
  return text.length <= LONGEST_NAME && REGISTRY.test(text);
}

export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** Throws `NAME_INVALID`. */
export function parseRegistryName(text: string): string {
  if (!isRegistryName(text)) throw new RegistryError('NAME_INVALID', 'this is not the name of a registry');
  return text;
}

/** Undefined where the text is no image name of this host. */
export function findImageName(text: string): ImageName | undefined {
  const [, registry, repository] = (text.length <= LONGEST_NAME && IMAGE.exec(text)) || [];
  return registry && repository ? { registry, repository, full: text } : undefined;
}

/** Throws `NAME_INVALID`. */
export function parseImageName(text: string): ImageName {
  const image = findImageName(text);
  if (image) return image;
  throw new RegistryError('NAME_INVALID', 'an image is named <registry>/<repository>, in lower case');
}

/** Throws `DIGEST_INVALID`; sha256 is the one algorithm that every registry must know. */
export function parseDigest(text: string): string {
  if (!isDigest(text)) throw new RegistryError('DIGEST_INVALID', 'a digest is sha256: and 64 hexadecimal digits');
  return text;
}

/** Throws `DIGEST_INVALID` or `NAME_INVALID`. */
export function parseManifestReference(text: string): ManifestReference {
  if (text.includes(':')) return { kind: 'digest', digest: parseDigest(text) };
  if (TAG.test(text)) return { kind: 'tag', tag: text };
  throw new RegistryError('NAME_INVALID', 'this is neither a tag nor a digest');
}
