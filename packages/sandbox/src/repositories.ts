import { RegistryError } from './errors.ts';
import type { ImageName } from './names.ts';

export interface StoredManifest {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** What one repository holds. A blob that another repository holds, too, is none of this one's until it is pushed or mounted. */
export interface Repository {
  /** Digests. */
  readonly blobs: Set<string>;
  /** By digest. */
  readonly manifests: Map<string, StoredManifest>;
  /** Tag to digest of the manifest. */
  readonly tags: Map<string, string>;
}

export class Repositories {
  readonly #registries = new Map<string, Map<string, Repository>>();

  /** Throws `NAME_UNKNOWN`. */
  get(image: ImageName): Repository {
    const repository = this.find(image);
    if (repository) return repository;
    throw new RegistryError('NAME_UNKNOWN', 'there is no such repository in this registry');
  }

  find(image: ImageName): Repository | undefined {
    return this.#registries.get(image.registry)?.get(image.repository);
  }

  /** Repositories come into being when the first thing is stored in them. */
  open(image: ImageName): Repository {
    const found = this.find(image);
    if (found) return found;
    const repository: Repository = { blobs: new Set(), manifests: new Map(), tags: new Map() };
    const registry = this.#registries.get(image.registry) ?? new Map<string, Repository>();
    this.#registries.set(image.registry, registry.set(image.repository, repository));
    return repository;
  }

  /** Names without the registry, sorted. */
  list(registry: string): readonly string[] {
    return [...(this.#registries.get(registry)?.keys() ?? [])].toSorted();
  }
}
