import { createHash, randomUUID } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { open, rm, writeFile } from 'node:fs/promises';
import type { BlobStore } from './blobs.ts';
import { RegistryError } from './errors.ts';
import type { ImageName } from './names.ts';

export interface Upload {
  readonly id: string;
  readonly image: ImageName;
  readonly path: string;
  /** Bytes that have arrived and are in the file. */
  readonly size: number;
}

interface OpenUpload extends Upload {
  size: number;
  readonly hash: Hash;
  /** A request is at work on it: chunks have an order, so there is only ever one. */
  busy: boolean;
}

/** Uploads under way. What a client that went away had sent stays, and it may go on from there. */
export class Uploads {
  readonly #blobs: BlobStore;
  readonly #open = new Map<string, OpenUpload>();

  constructor(blobs: BlobStore) {
    this.#blobs = blobs;
  }

  async start(image: ImageName): Promise<Upload> {
    const [id, path] = [randomUUID(), this.#blobs.incomingPath()];
    await writeFile(path, '', { mode: 0o600, flag: 'wx' });
    const upload = { id, image, path, size: 0, hash: createHash('sha256'), busy: false };
    this.#open.set(id, upload);
    return upload;
  }

  /** Throws `BLOB_UPLOAD_UNKNOWN`, also where the upload belongs to another repository. */
  get(image: ImageName, id: string): Upload {
    return this.#get(image, id);
  }

  /** Throws `BLOB_UPLOAD_INVALID` while another request is at work on it. */
  async append(upload: Upload, chunks: AsyncIterable<Buffer>): Promise<void> {
    await this.#alone(upload, (own) => this.#write(own, chunks));
  }

  /** Appends what is left and makes the whole a blob. Throws `DIGEST_INVALID` and drops the upload when it is another. */
  async finish(upload: Upload, digest: string, chunks: AsyncIterable<Buffer>): Promise<void> {
    await this.#alone(upload, async (own) => {
      await this.#write(own, chunks);
      const found = `sha256:${own.hash.digest('hex')}`;
      if (found !== digest) {
        await this.#drop(own);
        throw new RegistryError('DIGEST_INVALID', 'the digest is not that of the content', { detail: { found } });
      }
      this.#open.delete(own.id);
      await this.#blobs.adopt({ path: own.path, digest, size: own.size });
    });
  }

  async cancel(upload: Upload): Promise<void> {
    await this.#alone(upload, (own) => this.#drop(own));
  }

  async #write(upload: OpenUpload, chunks: AsyncIterable<Buffer>): Promise<void> {
    const file = await open(upload.path, 'a');
    try {
      for await (const chunk of chunks) {
        try {
          await file.appendFile(chunk);
        } catch (error) {
          // Half a chunk may be in the file now, so nobody can go on from here.
          await this.#drop(upload);
          throw error;
        }
        upload.hash.update(chunk);
        upload.size += chunk.length;
      }
    } finally {
      await file.close();
    }
  }

  async #alone(upload: Upload, work: (own: OpenUpload) => Promise<void>): Promise<void> {
    const own = this.#get(upload.image, upload.id);
    if (own.busy) throw new RegistryError('BLOB_UPLOAD_INVALID', 'another request is at work on this upload');
    own.busy = true;
    try {
      await work(own);
    } finally {
      own.busy = false;
    }
  }

  async #drop(upload: OpenUpload): Promise<void> {
    this.#open.delete(upload.id);
    await rm(upload.path, { force: true });
  }

  #get(image: ImageName, id: string): OpenUpload {
    const upload = this.#open.get(id);
    if (upload?.image.full === image.full) return upload;
    throw new RegistryError('BLOB_UPLOAD_UNKNOWN', 'there is no such upload in this repository');
  }
}
