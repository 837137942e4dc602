import type { RequestOptions } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { SecureContext } from 'node:tls';
import type { HttpSurroundings } from './http-surroundings.ts';
import type { Proxy } from './proxy.ts';
import { chooseProxy } from './proxy.ts';
import type { Trust } from './trust.ts';
import { readTrust } from './trust.ts';
import type { TunnelOptions } from './tunnel.ts';
import { TunnelAgent } from './tunnel.ts';

/** How requests to one origin are sent. */
export interface Route {
  readonly client: typeof http | typeof https;
  readonly agent: http.Agent;
  /** The agent's own requests to a proxy end by `tunnelSignal`. */
  readonly tunnels?: true;
  /** What the way changes in a request: address, request line and fields of a proxy. */
  readonly shape: (url: URL, headers: Readonly<Record<string, string>>) => RequestOptions;
}

/** Throws a `configuration` fault for a variable or file that cannot be used. */
export function openRoute(url: URL, options: HttpSurroundings): Route {
  const { variables, lookup } = options;
  const secure = url.protocol === 'https:';
  const looking = lookup === undefined ? {} : { lookup };
  const agentOptions = { keepAlive: true, ...looking, ...(secure ? toTlsOptions(readTrust(url, options)) : {}) };
  const choice = chooseProxy(url, variables);
  const direct = (_url: URL, headers: Readonly<Record<string, string>>): RequestOptions => ({ headers });
  if ('none' in choice) {
    const client = secure ? https : http;
    return { client, agent: new client.Agent(agentOptions), shape: direct };
  }
  const { proxy } = choice;
  const tunnel = toTunnelOptions(proxy, options);
  if (secure) return { client: https, agent: new TunnelAgent(agentOptions, tunnel), tunnels: true, shape: direct };
  const client = proxy.protocol === 'https:' ? https : http;
  const { context } = tunnel;
  return {
    client,
    agent: new client.Agent({
      keepAlive: true,
      ...looking,
      ...(context === undefined ? {} : { secureContext: context }),
    }),
    // Absolute form: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
    shape: (target, headers) => ({
      protocol: proxy.protocol,
      hostname: proxy.hostname,
      port: proxy.port,
      path: `${target.origin}${target.pathname}${target.search}`,
      headers: {
        ...headers,
        host: target.host,
        ...(proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }),
      },
    }),
  };
}

/** The options of an agent or socket by which this trust counts. */
export function toTlsOptions({ context }: Trust): { readonly secureContext?: SecureContext } {
  return context === undefined ? {} : { secureContext: context };
}

/** What is trusted for one registry alone says nothing about the proxy on the way to it. */
export function toTunnelOptions(proxy: Proxy, surroundings: HttpSurroundings): TunnelOptions {
  const { lookup } = surroundings;
  const trust =
    proxy.protocol === 'https:'
      ? readTrust(new URL(proxy.address), { ...surroundings, certificateRoots: [] })
      : undefined;
  return {
    proxy,
    ...(trust?.context === undefined ? {} : { context: trust.context }),
    ...(lookup === undefined ? {} : { lookup }),
  };
}
