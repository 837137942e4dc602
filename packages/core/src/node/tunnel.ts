import type { ClientRequestArgs, RequestOptions } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import type { ConnectionOptions, SecureContext, TLSSocket } from 'node:tls';
import tls from 'node:tls';
import { callbackify } from 'node:util';
import { HttpFault } from '../ports/http.ts';
import { classifyFault } from './http-fault.ts';
import type { Proxy } from './proxy.ts';

export interface TunnelOptions {
  readonly proxy: Proxy;
  /** Whom to believe about a proxy that is itself reached by https. */
  readonly context?: SecureContext;
  readonly lookup?: LookupFunction;
}

/** A request's own field, which the agent hands through: an abort must also end a CONNECT that is under way. */
export type TunnelledRequest = RequestOptions & { readonly tunnelSignal?: AbortSignal };

/**
 * Connections to https origins through a proxy, kept open as those of any agent. Not undici's ProxyAgent, which was
 * tried (7.30.2): an abort does not end its CONNECT, so that a silent proxy outlives every time limit; of a refusal it
 * tells the status only, in words; and a second client would bring a second set of faults, stages and TLS options.
 */
export class TunnelAgent extends https.Agent {
  readonly #tunnel: TunnelOptions;

  constructor(options: https.AgentOptions, tunnel: TunnelOptions) {
    super(options);
    this.#tunnel = tunnel;
  }

  override createConnection(
    options: ClientRequestArgs & ConnectionOptions & TunnelledRequest,
    done?: (error: Error | null, socket: Socket) => void,
  ): undefined {
    const { host, port, tunnelSignal: signal } = options;
    const connect = callbackify(async () => {
      const socket = await openTunnel({ host: host ?? '', port: Number(port) }, this.#tunnel, signal);
      return shakeHands({ ...options, socket }, signal);
    });
    connect((error, socket) => done?.(error, socket));
  }
}

/** Rejects with a `HttpFault` that names the proxy. */
export function openTunnel(
  target: { readonly host: string; readonly port: number },
  { proxy, context, lookup }: TunnelOptions,
  signal: AbortSignal | undefined,
): Promise<Socket> {
  const client = proxy.protocol === 'https:' ? https : http;
  const agent = context === undefined ? false : new https.Agent({ secureContext: context });
  const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
  const { hostname, port, authorization } = proxy;
  return new Promise((resolve, reject) => {
    const request = client.request({
      host: hostname,
      port,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }) },
      agent,
      ...(signal === undefined ? {} : { signal }),
      ...(lookup === undefined ? {} : { lookup }),
    });
    request.on('connect', ({ statusCode = 0, statusMessage }, socket, head) => {
      if (statusCode >= 200 && statusCode < 300) {
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(explainRefusal(proxy, { status: statusCode, words: statusMessage ?? '' }));
    });
    request.on('error', (error) => reject(nameProxy(classifyFault(error, 'connect'), proxy)));
    request.end();
  });
}

/** Resolves once the peer is known, trusted or not as the options say. */
export function shakeHands(options: ConnectionOptions, signal: AbortSignal | undefined): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = tls.connect(options);
    const stop = (): void => void socket.destroy(new Error('aborted'));
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
    // Stays until whoever takes the socket listens, for an error that nobody hears ends the process.
    socket.on('error', reject);
    socket.once('secureConnect', () => {
      signal?.removeEventListener('abort', stop);
      resolve(socket);
    });
    // Closed in the middle of the handshake, without a word.
    socket.once('close', () =>
      reject(Object.assign(new Error('closed during the TLS handshake'), { code: 'ECONNRESET' })),
    );
  });
}

function explainRefusal(proxy: Proxy, { status, words }: { status: number; words: string }): HttpFault {
  const detail = `proxy ${proxy.address} (${proxy.variable}) answered ${`${status} ${words}`.trim()}`;
  // 5xx: the proxy let us in but did not reach the host, which may be weather.
  const kind = status === 407 ? 'proxy-login' : status >= 500 ? 'connect' : 'proxy';
  return new HttpFault({ kind, during: 'connect', detail });
}

function nameProxy(fault: HttpFault, proxy: Proxy): HttpFault {
  const detail = `proxy ${proxy.address} (${proxy.variable}): ${fault.detail}`;
  return new HttpFault({ kind: fault.kind, during: 'connect', detail, cause: fault });
}
