import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';

export interface ProxyOptions {
  /** Where a host that the proxy is asked for really is: `registry.example:443` → `127.0.0.1:PORT`. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Answers every request with this status instead of passing it on; `silent` never answers. */
  readonly refuse?: number | 'silent';
  /** PEM texts; with them the proxy itself is reached by https. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface ProxyRequest {
  /** Method and target as they stood in the request line. */
  readonly line: string;
  readonly authorization: string | undefined;
  readonly host: string | undefined;
}

export interface FakeProxy {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  readonly requests: readonly ProxyRequest[];
  stop(): Promise<void>;
}

/** An HTTP proxy on loopback that resolves names by itself, as a company's does, or misbehaves. */
export async function startProxy(options: ProxyOptions = {}): Promise<FakeProxy> {
  const { hosts = {}, refuse } = options;
  const requests: ProxyRequest[] = [];
  const sockets = new Set<Socket>();
  const note = ({ method, url, headers }: IncomingMessage): void => {
    requests.push({ line: `${method} ${url}`, authorization: headers['proxy-authorization'], host: headers.host });
  };
  const server = options.tls === undefined ? http.createServer() : https.createServer(options.tls);
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    note(request);
    if (refuse === 'silent') return;
    if (refuse !== undefined) return void client.end(`HTTP/1.1 ${refuse} No\r\nContent-Length: 0\r\n\r\n`);
    const upstream = dial(hosts[request.url ?? ''] ?? request.url ?? '');
    sockets.add(upstream);
    upstream.on('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  server.on('request', (request, response) => {
    note(request);
    if (refuse === 'silent') return;
    if (refuse !== undefined) return void response.writeHead(refuse).end();
    const { host, pathname, search } = new URL(request.url ?? '');
    const target = `http://${hosts[host] ?? host}${pathname}${search}`;
    http.get(target, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function dial(address: string): Socket {
  const [host = '', port = ''] = address.split(':');
  return connect({ host, port: Number(port) });
}
