import http from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeForms } from '../canary/encodings.ts';
import { findForms } from '../canary/scan.ts';
import { SECRET, TOKEN } from './attack.ts';
import type { Answer, Attack, Places, ServerName } from './attack.ts';
import { REGISTRY_HOST } from './identity.ts';
import type { Identities } from './identity.ts';

/** No server sends more than this for one request: the machine has to survive the clients that read it all. Bytes. */
export const STREAM_LIMIT = 256 * 1024 * 1024;

const FORMS = encodeForms(SECRET);

/** One request as a server saw it. */
export interface SeenRequest {
  readonly server: ServerName;
  readonly secure: boolean;
  readonly line: string;
  readonly password: boolean;
  readonly token: boolean;
}

export interface Stage {
  readonly places: Places;
  readonly requests: readonly SeenRequest[];
  /** Bytes of endless answers that were taken from the servers, the system's own buffers included. */
  readonly bytes: () => number;
  close(): Promise<void>;
}

/** Starts the servers of one attack on loopback. */
export async function startStage(attack: Attack, identities: Identities): Promise<Stage> {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let bytes = 0;
  const { tls = 'trusted', otherAddress = '127.0.0.1' } = attack;
  const plain = tls === 'plain' || tls === 'plain-on-https';
  const host = attack.host ?? (tls === 'plain' ? '127.0.0.1' : REGISTRY_HOST);
  let places: Places = { registry: host, registryPort: 0, otherPort: 0, otherPlainPort: 0 };

  const listen = (server: ServerName, secure: boolean): RequestListener => {
    return (request, response) => {
      request.on('error', () => undefined).resume();
      response.on('error', () => undefined);
      requests.push(describeRequest(request, server, secure));
      const { method = '', url = '/', headers } = request;
      const [path = ''] = url.split('?');
      const { authorization, cookie } = headers;
      const asked = { server, method, path, query: url.slice(path.length), cookie, authorization };
      const count = (size: number): void => void (bytes += size);
      void play(attack.behave(asked, places), { response, socket: request.socket, count }).catch(() =>
        response.destroy(),
      );
    };
  };
  const { trusted } = identities.servers;
  const identity =
    identities.servers[tls === 'unknown-issuer' || tls === 'expired' || tls === 'other-host' ? tls : 'trusted'];
  const registry = await open(
    tls === 'silent' || tls === 'garbage'
      ? net.createServer((socket) => {
          socket
            .on('error', () => undefined)
            .on('data', () => tls === 'garbage' && socket.end('SSH-2.0-OpenSSH_9.2p1\r\n'));
        })
      : plain
        ? http.createServer(listen('registry', false))
        : https.createServer(identity, listen('registry', true)),
    '127.0.0.1',
  );
  const other = await open(https.createServer(trusted, listen('other', true)), otherAddress);
  const otherPlain = await open(http.createServer(listen('other', false)), otherAddress);
  const servers = [registry, other, otherPlain];
  for (const { server } of servers) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
    });
    server.on('tlsClientError', (_error: Error, socket: Socket) => socket.on('error', () => undefined));
  }
  places = {
    registry: `${host}:${registry.port}`,
    registryPort: registry.port,
    otherPort: other.port,
    otherPlainPort: otherPlain.port,
  };
  return {
    places,
    requests,
    bytes: () => bytes,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map(({ server }) => new Promise((closed) => server.close(closed))));
    },
  };
}

async function open(server: Server, address: string): Promise<{ server: Server; port: number }> {
  await new Promise<void>((listening) => server.listen(0, address, listening));
  return { server, port: (server.address() as AddressInfo).port };
}

function describeRequest(request: IncomingMessage, server: ServerName, secure: boolean): SeenRequest {
  const line = `${request.method} ${request.url}`;
  const text = Buffer.from([line, ...request.rawHeaders].join('\n'));
  return { server, secure, line, password: findForms(text, FORMS).length > 0, token: text.includes(TOKEN) };
}

async function play(
  answer: Answer,
  { response, socket, count }: { response: ServerResponse; socket: Socket; count: (size: number) => void },
): Promise<void> {
  if ('status' in answer) {
    const { status, headers = {}, body = '' } = answer;
    response.writeHead(status, headers as http.OutgoingHttpHeaders).end(body);
    return;
  }
  if ('raw' in answer) {
    socket.write(Buffer.from(answer.raw));
    if (answer.open !== true) socket.end();
    return;
  }
  socket.write(answer.start);
  for (let size = 0; size < STREAM_LIMIT && !socket.destroyed; size += answer.stream.length) {
    if (answer.pause > 0) await sleep(answer.pause, undefined, { ref: false });
    if (!socket.write(answer.stream)) await drain(socket);
    count(answer.stream.length);
  }
  socket.end();
}

function drain(socket: Socket): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      socket.off('drain', end).off('close', end);
      done();
    };
    socket.on('drain', end).on('close', end);
  });
}
