import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import type https from 'node:https';
import process from 'node:process';
import type { Environment } from '../ports/environment.ts';
import type { Http, HttpRequest, HttpResponse } from '../ports/http.ts';
import { BODY_LIMIT, HttpFault } from '../ports/http.ts';
import type { Cut } from './bounds.ts';
import { bindBounds } from './bounds.ts';
import { classifyFault } from './http-fault.ts';
import type { HttpSurroundings } from './http-surroundings.ts';
import { listCertificateRoots, needsRoute } from './http-surroundings.ts';
import type { Route } from './route.ts';
import type { TunnelledRequest } from './tunnel.ts';

/** Requests; whether a port speaks TLS is found out without any of this: see `tls-sniff.ts`. */
type NodeHttp = Omit<Http, 'speaksTls'>;

/** As this machine is set up to reach hosts. */
export function createSystemHttp(environment: Environment): NodeHttp {
  const certificateRoots = listCertificateRoots(environment);
  return createNodeHttp({ variables: environment.variables, certificateRoots });
}

/**
 * Requests by node's own client, with the connections kept open between the requests of one command.
 * Redirects are not followed and cookies not kept.
 */
export function createNodeHttp(surroundings: HttpSurroundings): NodeHttp {
  const routes = new Map<string, Promise<Route>>();
  const findRoute = async (url: URL): Promise<Route> => {
    const route = routes.get(url.origin) ?? openRoute(url, surroundings);
    routes.set(url.origin, route);
    return route;
  };
  return {
    request: async (request) => sendRequest(await findRoute(request.url), request),
    inspect: async (origin, bounds) => (await import('./inspect.ts')).inspectOrigin(origin, bounds, surroundings),
  };
}

async function openRoute(url: URL, surroundings: HttpSurroundings): Promise<Route> {
  if (needsRoute(url, surroundings)) return (await import('./route.ts')).openRoute(url, surroundings);
  const client = url.protocol === 'https:' ? await loadHttps() : http;
  const { lookup } = surroundings;
  const agent = new client.Agent({ keepAlive: true, ...(lookup === undefined ? {} : { lookup }) });
  return { client, agent, shape: (_url, headers) => ({ headers }) };
}

/** Takes 12 ms more than http, which registries on loopback do not need. */
async function loadHttps(): Promise<typeof https> {
  return (await import('node:https')).default;
}

export function sendRequest({ client, agent, tunnels, shape }: Route, request: HttpRequest): Promise<HttpResponse> {
  const { url, method, headers } = request;
  let during: HttpFault['during'] = 'connect';
  let missing = 'no connection';
  let cut: Cut | undefined;
  let end = (): void => undefined;
  return new Promise<HttpResponse>((resolve, reject) => {
    const fail = (error: unknown): void => {
      reject(
        cut === undefined
          ? classifyFault(error, during)
          : describeCut(cut, { during, missing, timeout: request.timeout }),
      );
    };
    // Some answers need 16 KiB of headers; more is refused by node itself.
    const tunnel = tunnels === true ? new AbortController() : undefined;
    const tunnelled = tunnel === undefined ? {} : { tunnelSignal: tunnel.signal };
    const options: TunnelledRequest = { method, agent, ...tunnelled, ...shape(url, headers) };
    let outgoing: http.ClientRequest;
    try {
      outgoing = client.request(url, options, (incoming) => {
        during = 'body';
        missing = 'no complete answer';
        readBody(incoming, { method, limit: request.limit ?? BODY_LIMIT }).then(resolve, fail);
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
      else if (client === http) socket.once('connect', connected);
      else socket.once('connect', () => (missing = 'no TLS handshake')).once('secureConnect', connected);
    });
    outgoing.on('error', fail);
    // Not by the option `signal`: every AbortSignal takes its request along into the old generation of node 20's heap, where
    // 20,000 requests left 30 MiB instead of none.
    end = bindBounds(request, (why) => {
      cut ??= why;
      tunnel?.abort();
      outgoing.destroy();
      // On the way through a proxy it has no socket yet, and then tells nothing of its end.
      fail(undefined);
    });
    outgoing.end(request.body);
  }).finally(() => end());
}

/** We ask for gzip alone: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1 */
const KNOWN_ENCODINGS = ['', 'identity', 'gzip', 'x-gzip'];

async function readBody(
  incoming: IncomingMessage,
  { method, limit }: { readonly method: string; readonly limit: number },
): Promise<HttpResponse> {
  const encoding = method === 'HEAD' ? '' : (incoming.headers['content-encoding'] ?? '').trim().toLowerCase();
  if (!KNOWN_ENCODINGS.includes(encoding)) {
    incoming.destroy();
    const detail = `the answer is encoded as "${encoding}", which was not asked for`;
    throw new HttpFault({ kind: 'protocol', during: 'body', detail });
  }
  // Names of codings have no case, and x-gzip is an old one of the same.
  const gzip = encoding.endsWith('gzip');
  let received = 0;
  if (gzip) incoming.on('data', (chunk: Buffer) => (received += chunk.length));
  // Loaded here only: few registries compress what they say, and it takes 1 ms to load.
  const stream = gzip ? incoming.pipe(process.getBuiltinModule('node:zlib').createGunzip()) : incoming;
  // An error of the source does not travel through a pipe.
  if (gzip) incoming.on('error', (error) => stream.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  let truncated = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) {
        truncated = true;
        break;
      }
      chunks.push(chunk);
    }
  } catch (error) {
    // An empty body is sent with the field of its coding all the same, and is no gzip that breaks off.
    if (!gzip || received > 0) throw error;
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
