import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Settings } from './options.ts';

export interface Listener {
  /** Address and port, as a URL has them. */
  readonly host: string;
  /** Ends every connection at once and waits until no request is at work any more. */
  close(): Promise<void>;
}

/** Serves one request to its end; a rejection means that the client cannot be answered. */
export type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export async function listen(settings: Settings, serve: Serve): Promise<Listener> {
  const running = new Set<Promise<void>>();
  const server = await createServer(settings, (request, response) => {
    const work = serve(request, response)
      .catch(() => void response.destroy())
      .finally(() => running.delete(work));
    running.add(work);
  });
  // The server's own list lacks connections that are still in their TLS handshake.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.address, resolve);
  });
  const { address, family, port } = server.address() as AddressInfo;
  return {
    host: `${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
      await Promise.allSettled(running);
    },
  };
}

/** The servers are loaded when one is started: importing the sandbox costs next to nothing. */
async function createServer(settings: Settings, onRequest: RequestListener): Promise<Server> {
  // A push may take as long as it takes, and a pooled connection of a client may rest longer than the usual 5 s.
  const options = { requestTimeout: 0, keepAliveTimeout: 60_000 };
  if (settings.tls) {
    const https = await import('node:https');
    return https.createServer({ ...options, ...settings.tls }, onRequest);
  }
  const http = await import('node:http');
  return http.createServer(options, onRequest);
}
