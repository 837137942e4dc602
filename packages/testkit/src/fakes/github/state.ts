import sodium from 'libsodium-wrappers';

await sodium.ready;

export interface FakeSecret {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly visibility?: string;
  /** Ids of repositories. */
  readonly selected?: readonly number[];
}

export interface FakeRepository {
  readonly id: number;
  readonly fullName: string;
  readonly archived: boolean;
  readonly push: boolean;
  readonly environments: readonly string[];
}

/** One set of secrets with a key pair of its own: of a repository, an environment or an organization, for one store. */
export class SecretPlace {
  readonly secrets = new Map<string, FakeSecret>();
  #pair = sodium.crypto_box_keypair();
  #keyNumber = 0;

  get publicKey(): { key_id: string; key: string } {
    const key = sodium.to_base64(this.#pair.publicKey, sodium.base64_variants.ORIGINAL);
    return { key_id: String(568250167242549743n + BigInt(this.#keyNumber)), key };
  }

  /** GitHub changes keys when it likes; what was sealed for the old one is refused. */
  renewKey(): void {
    this.#pair = sodium.crypto_box_keypair();
    this.#keyNumber += 1;
  }

  /** Undefined where the box was not sealed for the present key. */
  open(sealed: string, keyId: string): string | undefined {
    if (keyId !== this.publicKey.key_id) return undefined;
    try {
      const box = sodium.from_base64(sealed, sodium.base64_variants.ORIGINAL);
      return sodium.to_string(sodium.crypto_box_seal_open(box, this.#pair.publicKey, this.#pair.privateKey));
    } catch {
      return undefined;
    }
  }
}

/** Everything that this GitHub knows. Names are compared as GitHub does, in any case. */
export class GithubState {
  readonly #repositories = new Map<string, FakeRepository>();
  readonly #renamed = new Map<string, number>();
  readonly #organizations = new Set<string>();
  readonly #places = new Map<string, SecretPlace>();

  addRepository(fullName: string, details: Partial<Omit<FakeRepository, 'fullName'>> = {}): FakeRepository {
    const id = details.id ?? 1000 + this.#repositories.size;
    const repository = { archived: false, push: true, environments: [], ...details, id, fullName };
    this.#repositories.set(fullName.toLowerCase(), repository);
    return repository;
  }

  renameRepository(from: string, to: string): void {
    const repository = this.findRepository(from);
    if (repository === undefined) throw new Error(`no repository ${from}`);
    this.#repositories.delete(from.toLowerCase());
    this.#repositories.set(to.toLowerCase(), { ...repository, fullName: to });
    this.#renamed.set(from.toLowerCase(), repository.id);
  }

  addOrganization(name: string): void {
    this.#organizations.add(name.toLowerCase());
  }

  findRepository(fullName: string): FakeRepository | undefined {
    return this.#repositories.get(fullName.toLowerCase());
  }

  findRepositoryById(id: number): FakeRepository | undefined {
    return [...this.#repositories.values()].find((repository) => repository.id === id);
  }

  findRenamed(fullName: string): number | undefined {
    return this.#renamed.get(fullName.toLowerCase());
  }

  hasOrganization(name: string): boolean {
    return this.#organizations.has(name.toLowerCase());
  }

  /** `acme/api actions`, `acme/api environment prod`, `organization acme actions`. */
  place(key: string): SecretPlace {
    const known = this.#places.get(key.toLowerCase()) ?? new SecretPlace();
    this.#places.set(key.toLowerCase(), known);
    return known;
  }
}
