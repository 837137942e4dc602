import type { AddressInfo, Socket } from 'node:net';
import net from 'node:net';

export interface SocksServer {
  readonly address: string;
  /** Names as they were asked for, with whom asked: `user:password@host`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/**
 * A proxy that speaks SOCKS 5 with a user and password (https://www.rfc-editor.org/rfc/rfc1928 and 1929), and leads to one
 * port of this machine whatever it is asked for. `refuses`: everybody, whatever the password.
 */
export async function startSocksServer(port: number, { refuses = false } = {}): Promise<SocksServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    let user = '';
    socket.once('data', () => {
      socket.write(Buffer.of(5, 2));
      socket.once('data', (login: Buffer) => {
        const end = 2 + (login[1] ?? 0);
        user = `${login.subarray(2, end).toString()}:${login.subarray(end + 1).toString()}`;
        socket.write(Buffer.of(1, refuses ? 1 : 0));
        socket.once('data', (request: Buffer) => {
          asked.push(`${user}@${request.subarray(5, 5 + (request[4] ?? 0)).toString()}`);
          socket.write(Buffer.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 0));
          const far = net.connect(port, '127.0.0.1');
          far.on('error', () => socket.destroy());
          socket.pipe(far).pipe(socket);
        });
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
