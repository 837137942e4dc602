import type { IncomingMessage, RequestOptions } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import { createGunzip } from 'node:zlib';
import type { Http, HttpRequest, HttpResponse } from '../ports/http.ts';
import { BODY_LIMIT, HttpFault } from '../ports/http.ts';
import { classifyFault } from './http-fault.ts';

/**
 * Requests by node's own client, with the connections kept open between the requests of one command.
 * Redirects are not followed and cookies not kept.
 */
export function createNodeHttp(): Http {
  const agents = { 'http:': new http.Agent({ keepAlive: true }), 'https:': new https.Agent({ keepAlive: true }) };
  return {
    request: (request) => {
      const secure = request.url.protocol === 'https:';
      return send(secure ? https : http, secure ? agents['https:'] : agents['http:'], request);
    },
  };
}

function send(client: typeof http | typeof https, agent: http.Agent, request: HttpRequest): Promise<HttpResponse> {
  const { url, method, headers } = request;
  let during: HttpFault['during'] = 'connect';
  const deadline = AbortSignal.timeout(request.timeout);
  const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal]);
  return new Promise<HttpResponse>((resolve, reject) => {
    const fail = (error: unknown): void => {
      const cut = deadline.aborted ? 'timeout' : request.signal?.aborted === true ? 'cancelled' : undefined;
      reject(cut === undefined ? classifyFault(error, during) : describeCut(cut, during, request.timeout));
    };
    // Some answers need 16 KiB of headers; more is refused by node itself.
    const options: RequestOptions = { method, headers, agent, signal };
    const outgoing = client.request(url, options, (incoming) => {
      during = 'body';
      readBody(incoming, method).then(resolve, fail);
    });
    outgoing.on('socket', (socket) => {
      const connected = (): void => {
        during = 'headers';
      };
      if (socket.connecting) socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
      else connected();
    });
    outgoing.on('error', fail);
    outgoing.end(request.body);
  });
}

async function readBody(incoming: IncomingMessage, method: string): Promise<HttpResponse> {
  const gzip = method !== 'HEAD' && incoming.headers['content-encoding'] === 'gzip';
  const stream = gzip ? incoming.pipe(createGunzip()) : incoming;
  // An error of the source does not travel through a pipe.
  if (gzip) incoming.on('error', (error) => stream.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  let truncated = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) {
      truncated = true;
      break;
    }
    chunks.push(chunk);
  }
  // What is not read keeps the socket busy: such a connection is not used again.
  if (truncated) incoming.destroy();
  const headers = incoming.headersDistinct as Record<string, string[]>;
  return { status: incoming.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8'), truncated };
}

function describeCut(kind: 'timeout' | 'cancelled', during: HttpFault['during'], timeout: number): HttpFault {
  const what = { connect: 'no connection', headers: 'no answer', body: 'no complete answer' }[during];
  const detail = kind === 'timeout' ? `${what} within ${Math.max(1, Math.round(timeout / 1000))} s` : 'cancelled';
  return new HttpFault({ kind, during, detail });
}
