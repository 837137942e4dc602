import type { IncomingMessage, Server } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import { loopbackTls } from '../../sandbox/loopback-tls.ts';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface TestServer {
  readonly host: string;
  /** Connections so far. */
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
}

/** A web server on loopback that answers as it is told. */
export async function startServer(
  answer: (request: IncomingMessage) => Answer,
  { tls = false }: { tls?: boolean } = {},
): Promise<TestServer> {
  const listener = (request: IncomingMessage, response: http.ServerResponse) => {
    const { status, headers = {}, body = '{}' } = answer(request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
  const server: Server | https.Server = tls ? https.createServer(loopbackTls, listener) : http.createServer(listener);
  const { host, connections } = await listen(server);
  return {
    host,
    connections,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Takes connections and never says a word. */
export async function startSilentServer(): Promise<TestServer> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
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
