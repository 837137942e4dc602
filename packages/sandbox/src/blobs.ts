import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Blobs on disk, each once, whichever repositories hold it. Files appear by renaming, so each is there whole or not at all. */
export class BlobStore {
  readonly #directory: string;
  readonly #sizes = new Map<string, number>();

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** The directory must exist and be private. */
  static async open(directory: string): Promise<BlobStore> {
    await mkdir(join(directory, 'incoming'), { mode: 0o700 });
    await mkdir(join(directory, 'blobs'), { mode: 0o700 });
    return new BlobStore(directory);
  }

  /** A path for a file that `adopt` will take. */
  incomingPath(): string {
    return join(this.#directory, 'incoming', randomUUID());
  }

  path(digest: string): string {
    return join(this.#directory, 'blobs', digest.slice('sha256:'.length));
  }

  /** Bytes; undefined where no repository ever held the blob. */
  size(digest: string): number | undefined {
    return this.#sizes.get(digest);
  }

  /** The digest must be the file's. Two that bring the same blob at once replace it by itself. */
  async adopt(file: { path: string; digest: string; size: number }): Promise<void> {
    await rename(file.path, this.path(file.digest));
    this.#sizes.set(file.digest, file.size);
  }

  async put(bytes: Buffer): Promise<string> {
    const [path, digest] = [this.incomingPath(), digestOf(bytes)];
    await writeFile(path, bytes, { mode: 0o600 });
    await this.adopt({ path, digest, size: bytes.length });
    return digest;
  }
}
