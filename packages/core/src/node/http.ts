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
  let missing = 'no connection';
  const deadline = AbortSignal.timeout(request.timeout);
  const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal]);
  return new Promise<HttpResponse>((resolve, reject) => {
    const fail = (error: unknown): void => {
      const cut = deadline.aborted ? 'timeout' : request.signal?.aborted === true ? 'cancelled' : undefined;
      reject(
        cut === undefined
          ? classifyFault(error, during)
          : describeCut(cut, { during, missing, timeout: request.timeout }),
      );
    };
    // Some answers need 16 KiB of headers; more is refused by node itself.
    const options: RequestOptions = { method, headers, agent, signal };
    let outgoing: http.ClientRequest;
    try {
      outgoing = client.request(url, options, (incoming) => {
        during = 'body';
        missing = 'no complete answer';
        readBody(incoming, method).then(resolve, fail);
      });
    } catch (error) {
      // A header that cannot be sent is thrown at once.
      fail(error);
      return;
    }
    // A 101 that nobody asked for is no response to node: it ends the request without error, and no deadline is left.
    outgoing.on('upgrade', (_incoming, socket) => {
      socket.destroy();
      reject(new HttpFault({ kind: 'protocol', during, detail: 'the answer switches to another protocol' }));
    });
    outgoing.on('socket', (socket) => {
      const connected = (): void => {
        during = 'headers';
        missing = 'no answer';
      };
      if (!socket.connecting) connected();
      else if (url.protocol === 'http:') socket.once('connect', connected);
      else socket.once('connect', () => (missing = 'no TLS handshake')).once('secureConnect', connected);
    });
    outgoing.on('error', fail);
    outgoing.end();
  });
}

async function readBody(incoming: IncomingMessage, method: string): Promise<HttpResponse> {
  // Names of codings have no case, and x-gzip is an old one of the same: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1
  const gzip = method !== 'HEAD' && /^\s*(?:x-)?gzip\s*$/iu.test(incoming.headers['content-encoding'] ?? '');
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

function describeCut(
  kind: 'timeout' | 'cancelled',
  { during, missing, timeout }: { during: HttpFault['during']; missing: string; timeout: number },
): HttpFault {
  const detail = kind === 'timeout' ? `${missing} within ${Math.max(1, Math.round(timeout / 1000))} s` : 'cancelled';
  return new HttpFault({ kind, during, detail });
}
