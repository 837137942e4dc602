import type { IncomingMessage } from 'node:http';
import type { BlobStore } from './blobs.ts';
import type { Caller, HeaderScheme } from './caller.ts';
import type { CredentialBook } from './credentials.ts';
import type { RegistryError } from './errors.ts';
import type { Settings } from './options.ts';
import type { Repositories } from './repositories.ts';
import type { TokenStore } from './tokens.ts';
import type { Uploads } from './uploads.ts';

/** Everything that a sandbox holds. */
export interface Backend {
  readonly settings: Settings;
  readonly book: CredentialBook;
  readonly tokens: TokenStore;
  readonly repositories: Repositories;
  readonly blobs: BlobStore;
  readonly uploads: Uploads;
}

/** One request. Who asks is found out on the way, last by the token endpoint, whose callers may name themselves in a form. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly method: string;
  /** As it stood in the request line, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly scheme: HeaderScheme;
  caller: Caller;
}

/** Reads a whole body. Throws the given error as soon as it is larger than the limit (bytes). */
export async function readBody(request: IncomingMessage, limit: number, tooLarge: RegistryError): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Node leaves the connection of a request alone when its body is read no further, so the refusal reaches the client.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
