import http from 'node:http';
import https from 'node:https';
import { createSecureContext } from 'node:tls';
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { parseApiAddress } from '../../api/address.ts';
import type { Cluster, Clusters } from '../../ports/clusters.ts';
import type { HttpRequest, HttpResponse } from '../../ports/http.ts';
import { HttpFault } from '../../ports/http.ts';
import { sendRequest } from '../http.ts';
import { chooseProxy, parseProxy } from '../proxy.ts';
import type { Route } from '../route.ts';
import { toTunnelOptions } from '../route.ts';
import { readTrust } from '../trust.ts';
import { TunnelAgent } from '../tunnel.ts';
import type { ClusterEntry, Identity, IdentityWorld } from './identity.ts';
import { findIdentity } from './identity.ts';
import { IN_CLUSTER, loadKubeconfig } from './kubeconfig.ts';
import { SocksAgent } from './socks-agent.ts';
import { isInsidePod } from './sources.ts';

/** Clusters by kubeconfig; each context is opened once. */
export function createNodeClusters(world: IdentityWorld): Clusters {
  const opened = new Map<string, Cluster>();
  return {
    isInside: () => isInsidePod(world.environment),
    open: async (context) => {
      const config = loadKubeconfig(context, world.environment);
      const name = config.getCurrentContext();
      const cluster = opened.get(name) ?? openCluster(config, world);
      opened.set(name, cluster);
      return cluster;
    },
  };
}

function openCluster(config: KubeConfig, world: IdentityWorld): Cluster {
  const entry = config.getCurrentCluster() as ClusterEntry;
  const context = config.getCurrentContext();
  const server = parseApiAddress(entry.server, `the server of context "${context}"`);
  const line = new Line(server, config, world);
  return {
    context,
    server,
    namespace: config.getContextObject(context)?.namespace?.trim() || 'default',
    inside: context === IN_CLUSTER,
    http: { request: (request) => line.request(request) },
  };
}

/** One set of connections, and who we are on it. */
class Line {
  readonly #server: URL;
  readonly #config: KubeConfig;
  readonly #world: IdentityWorld;
  #known: Known | undefined;
  #asking: Promise<Known> | undefined;

  constructor(server: URL, config: KubeConfig, world: IdentityWorld) {
    this.#server = server;
    this.#config = config;
    this.#world = world;
  }

  async request(request: HttpRequest): Promise<HttpResponse> {
    const known = await this.#identify(request);
    const answer = await send(request, known);
    if (answer.status !== 401) return answer;
    // A token that was taken back before its time: whoever gave it is asked once more, and once for all who hear of it.
    if (this.#known === known) this.#known = undefined;
    const next = await this.#identify(request);
    return describe(next.identity) === describe(known.identity) ? answer : send(request, next);
  }

  async #identify(request: HttpRequest): Promise<Known> {
    if (this.#known !== undefined && Date.now() < this.#known.identity.until) return this.#known;
    // Of all that ask at the same time, the first finds out for the others.
    this.#asking ??= this.#findOut(request).finally(() => (this.#asking = undefined));
    this.#known = await this.#asking;
    return this.#known;
  }

  async #findOut({ timeout, signal }: HttpRequest): Promise<Known> {
    const deadline = AbortSignal.timeout(timeout);
    const bound = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
    const identity = await findIdentity(this.#config, bound, this.#world);
    const last = this.#known;
    // Connections are kept as long as they are made in one name; what is under way on older ones comes to its end.
    const isSame = last !== undefined && describeTls(last.identity) === describeTls(identity);
    return { identity, route: isSame ? last.route : this.#open(identity) };
  }

  #open(identity: Identity): Route {
    try {
      return openRoute(this.#server, identity, this.#world);
    } catch (error) {
      if (error instanceof HttpFault) throw error;
      const detail = `the certificates of the kubeconfig cannot be used: ${(error as Error).message}`;
      throw new HttpFault({ kind: 'configuration', during: 'connect', detail });
    }
  }
}

interface Known {
  readonly identity: Identity;
  readonly route: Route;
}

function send(request: HttpRequest, { identity, route }: Known): Promise<HttpResponse> {
  return sendRequest(route, { ...request, headers: { ...request.headers, ...identity.headers } });
}

function openRoute(server: URL, { tls, proxyUrl }: Identity, { environment: { variables } }: IdentityWorld): Route {
  const shape: Route['shape'] = (_url, headers) => ({ headers });
  if (server.protocol === 'http:') return { client: http, agent: new http.Agent({ keepAlive: true }), shape };
  // Made once: an agent that is given certificates spells them out for every request, to tell its connections apart.
  const { ca, cert, key, ...rest } = tls;
  const material = { ...(ca === undefined ? {} : { ca }), ...(cert === undefined ? {} : { cert, key }) };
  // Whom this machine trusts beside node's own roots counts where the kubeconfig names no authority.
  const trust =
    ca === undefined && cert === undefined ? readTrust(server, { variables, certificateRoots: [] }) : undefined;
  const options = { keepAlive: true, secureContext: trust?.context ?? createSecureContext(material), ...rest };
  if (proxyUrl?.startsWith('socks') === true)
    return { client: https, agent: new SocksAgent(options, proxyUrl), tunnels: true, shape };
  const choice = proxyUrl === undefined ? chooseProxy(server, variables) : { proxy: parseProxy(proxyUrl, 'proxy-url') };
  if ('none' in choice) return { client: https, agent: new https.Agent(options), shape };
  const tunnel = toTunnelOptions(choice.proxy, { variables, certificateRoots: [] });
  return { client: https, agent: new TunnelAgent(options, tunnel), tunnels: true, shape };
}

function describe({ tls, headers }: Identity): string {
  return JSON.stringify([tls, headers]);
}

function describeTls({ tls }: Identity): string {
  return JSON.stringify(tls);
}
