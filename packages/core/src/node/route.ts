import type { RequestOptions } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { HttpSurroundings } from './http-surroundings.ts';
import { chooseProxy } from './proxy.ts';
import type { Trust } from './trust.ts';
import { readTrust } from './trust.ts';
import { TunnelAgent } from './tunnel.ts';

/** How requests to one origin are sent. */
export interface Route {
  readonly client: typeof http | typeof https;
  readonly agent: http.Agent;
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
  // What is trusted for the registry alone says nothing about the proxy.
  const own =
    proxy.protocol === 'https:' ? readTrust(new URL(proxy.address), { variables, certificateRoots: [] }) : undefined;
  const tunnel = { proxy, ...looking, ...(own?.ca === undefined ? {} : { ca: own.ca }) };
  if (secure) return { client: https, agent: new TunnelAgent(agentOptions, tunnel), shape: direct };
  const client = proxy.protocol === 'https:' ? https : http;
  return {
    client,
    agent: new client.Agent({ keepAlive: true, ...looking, ...(own === undefined ? {} : toTlsOptions(own)) }),
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

export function toTlsOptions({ ca, cert, key }: Trust): { ca?: string[]; cert?: string; key?: string } {
  return {
    ...(ca === undefined ? {} : { ca: [...ca] }),
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
  };
}
