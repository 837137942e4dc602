import type { ClientRequestArgs } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import net from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { callbackify } from 'node:util';
import { SocksClient } from 'socks';
import { HttpFault } from '../../ports/http.ts';
import { classifyFault } from '../http-fault.ts';
import type { TunnelledRequest } from '../tunnel.ts';
import { shakeHands } from '../tunnel.ts';

/**
 * Connections through a `proxy-url` that speaks socks. Not the Kubernetes library's agent: nothing but a time limit of its
 * own ends its handshake, and the same limit cuts off every answer that takes longer.
 */
export class SocksAgent extends https.Agent {
  readonly #proxy: URL;

  constructor(options: https.AgentOptions, proxyUrl: string) {
    super(options);
    this.#proxy = readProxy(proxyUrl);
  }

  override createConnection(
    options: ClientRequestArgs & ConnectionOptions & TunnelledRequest,
    done?: (error: Error | null, socket: Socket) => void,
  ): undefined {
    const { host, port, tunnelSignal: signal } = options;
    const connect = callbackify(async () => {
      const socket = await openSocks({ host: host ?? '', port: Number(port) }, this.#proxy, signal);
      return shakeHands({ ...options, socket }, signal);
    });
    connect((error, socket) => done?.(error, socket));
  }
}

function readProxy(text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new HttpFault({ kind: 'configuration', during: 'connect', detail: 'proxy-url is no address' });
}

/** Names are looked up by the proxy, as kubectl has them: that of a private cluster is known to nobody else. */
async function openSocks(
  destination: { readonly host: string; readonly port: number },
  proxy: URL,
  signal: AbortSignal | undefined,
): Promise<Socket> {
  const { protocol, hostname, port, username, password } = proxy;
  const place = { host: hostname.replace(/^\[|\]$/gu, ''), port: port === '' ? 1080 : Number(port) };
  const socket = net.connect(place);
  const stop = (): void => void socket.destroy(new Error('aborted'));
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await new Promise((resolve, reject) => void socket.once('connect', resolve).once('error', reject));
    await SocksClient.createConnection({
      command: 'connect',
      proxy: {
        ...place,
        type: protocol.startsWith('socks4') ? 4 : 5,
        ...(username === '' ? {} : { userId: decodeURIComponent(username), password: decodeURIComponent(password) }),
      },
      destination,
      existing_socket: socket,
    });
    return socket;
  } catch (error) {
    socket.destroy();
    const { kind, detail } = classifyFault(error, 'connect');
    const where = `proxy ${protocol}//${proxy.host} (proxy-url)`;
    // Without its cause: an error of socks holds its options, the proxy's password among them.
    throw new HttpFault({ kind, during: 'connect', detail: `${where}: ${detail}` });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
