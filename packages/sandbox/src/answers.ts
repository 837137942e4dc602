import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { RegistryError } from './errors.ts';

/** Bytes `start` to `end`, both included, of a file; an empty file has `end` = -1. */
export interface FileSlice {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** What an endpoint answers: plain data, written to the socket by `sendAnswer` alone. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | FileSlice;
}

export function answerJson(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** The error body of the OCI distribution spec. What is not a refusal of ours is reported without its words. */
export function answerError(error: unknown): Answer {
  const { code, message, detail, status, headers } =
    error instanceof RegistryError ? error : new RegistryError('UNKNOWN', 'the sandbox failed to serve this request');
  return answerJson(status, { errors: [{ code, message, ...(detail === undefined ? {} : { detail }) }] }, headers);
}

export async function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { body = '' } = answer;
  const slice = typeof body === 'string' || Buffer.isBuffer(body) ? undefined : body;
  const length = slice ? slice.end - slice.start + 1 : Buffer.byteLength(body as string | Buffer);
  response.writeHead(answer.status, {
    'Docker-Distribution-Api-Version': 'registry/2.0',
    'X-Content-Type-Options': 'nosniff',
    ...(answer.status === 204 ? {} : { 'Content-Length': String(length) }),
    ...answer.headers,
  });
  if (request.method === 'HEAD' || length === 0) {
    response.end();
  } else if (slice) {
    await pipeline(createReadStream(slice.path, { start: slice.start, end: slice.end }), response);
  } else {
    response.end(body);
  }
}
