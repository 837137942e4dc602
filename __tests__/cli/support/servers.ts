import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import { loopbackTls } from '../../sandbox/loopback-tls.ts';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface TestServer {
  readonly host: string;
  /** Connections so far. */
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
}

export interface WebServer extends TestServer {
  /** Requests so far, as `METHOD /path`; those that carried the credential itself end with `*`, with a token with `+`. */
  readonly requests: () => readonly string[];
  /** How many of them carried the credential itself. */
  readonly credentials: () => number;
}

/** Answers a request, or takes the connection into its own hands and returns nothing. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Answer | undefined;

/** PEM texts; `true` is a certificate for loopback that nobody trusts. */
export type Tls = boolean | { readonly key: string; readonly cert: string };

/** A web server on loopback that answers as it is told. */
export async function startServer(answer: Handler, { tls = false }: { tls?: Tls } = {}): Promise<WebServer> {
  const seen: string[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const { authorization = '' } = request.headers;
    const mark = authorization === '' ? '' : authorization.startsWith('Bearer ') ? '+' : '*';
    seen.push(`${request.method} ${request.url}${mark}`);
    const given = answer(request, response);
    if (given === undefined) return;
    const { status, headers = {}, body = '{}' } = given;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
  const options = tls === true ? loopbackTls : tls;
  const server: Server | https.Server =
    options === false ? http.createServer(listener) : https.createServer(options, listener);
  const { host, connections } = await listen(server);
  return {
    host,
    connections,
    requests: () => seen,
    credentials: () => seen.filter((line) => line.endsWith('*')).length,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Takes connections and never says a word, unless `speak` does. */
export async function startSilentServer(speak?: (socket: net.Socket) => void): Promise<TestServer> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    speak?.(socket);
  });
  const { host, connections } = await listen(server);
  return {
    host,
    connections,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** An address of loopback at which nobody listens. */
export async function findClosedPort(): Promise<string> {
  const server = await startSilentServer();
  await server.stop();
  return server.host;
}

async function listen(server: net.Server): Promise<Pick<TestServer, 'host' | 'connections'>> {
  let count = 0;
  server.on('connection', () => (count += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, connections: () => count };
}
