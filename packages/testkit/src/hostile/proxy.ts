import { createServer, request as send } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface NameProxy {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * An HTTP proxy that leads every name to the same port on loopback: how real clients reach hosts by names that exist
 * nowhere. Go's clients go to loopback addresses directly (https://pkg.go.dev/net/http#ProxyFromEnvironment).
 */
export async function startNameProxy(): Promise<NameProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    const { hostname, port, pathname, search } = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
    const { method, headers } = incoming;
    const onward = send(
      { host: '127.0.0.1', port: port || 80, method, path: `${pathname}${search}`, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.writeHead(502).end(`no ${hostname}`));
    incoming.pipe(onward);
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (incoming, client: Socket, head: Buffer) => {
    const port = Number(/:(\d+)$/u.exec(incoming.url ?? '')?.[1] ?? 443);
    const onward = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (head.length > 0) onward.write(head);
      onward.pipe(client);
      client.pipe(onward);
    });
    sockets.add(onward);
    onward.on('error', () => client.destroy());
    onward.on('close', () => client.destroy());
    client.on('error', () => onward.destroy());
    client.on('close', () => onward.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
