import https from 'node:https';
import http from 'node:http';
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { parseApiAddress } from '../../api/address.ts';
import type { Cluster, Clusters } from '../../ports/clusters.ts';
import type { HttpRequest, HttpResponse } from '../../ports/http.ts';
import { sendRequest } from '../http.ts';
import { chooseProxy } from '../proxy.ts';
import type { Route } from '../route.ts';
import { toTunnelOptions } from '../route.ts';
import { TunnelAgent } from '../tunnel.ts';
import type { ClusterEntry, Identity, IdentityWorld } from './identity.ts';
import { findIdentity } from './identity.ts';
import { IN_CLUSTER, loadKubeconfig } from './kubeconfig.ts';
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
  #identity: Promise<Identity> | undefined;
  #route: { readonly route: Route; readonly key: string } | undefined;

  constructor(server: URL, config: KubeConfig, world: IdentityWorld) {
    this.#server = server;
    this.#config = config;
    this.#world = world;
  }

  async request(request: HttpRequest): Promise<HttpResponse> {
    const identity = await this.#identify(request);
    const answer = await this.#send(request, identity);
    if (answer.status !== 401) return answer;
    // A token that was taken back before its time: whoever gave it is asked once more.
    this.#identity = undefined;
    const next = await this.#identify(request);
    return describe(next) === describe(identity) ? answer : this.#send(request, next);
  }

  async #identify({ timeout, signal }: HttpRequest): Promise<Identity> {
    const known = await this.#identity?.catch(() => undefined);
    if (known !== undefined && Date.now() < known.until) return known;
    const deadline = AbortSignal.timeout(timeout);
    const bound = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
    // Of all that ask at the same time, the first finds out for the others.
    const asked = (this.#asking ??= findIdentity(this.#config, bound, this.#world).finally(
      () => (this.#asking = undefined),
    ));
    this.#identity = asked;
    return asked;
  }

  #asking: Promise<Identity> | undefined;

  #send(request: HttpRequest, identity: Identity): Promise<HttpResponse> {
    return sendRequest(this.#findRoute(identity), {
      ...request,
      headers: { ...request.headers, ...identity.headers },
    });
  }

  /** Connections are kept as long as they are made in one name. */
  #findRoute(identity: Identity): Route {
    const key = describe({ ...identity, headers: {} });
    if (this.#route?.key === key) return this.#route.route;
    this.#route?.route.agent.destroy();
    const route = openRoute(this.#server, identity, this.#world);
    this.#route = { route, key };
    return route;
  }
}

function openRoute(server: URL, { tls, agent }: Identity, { environment: { variables } }: IdentityWorld): Route {
  const shape: Route['shape'] = (_url, headers) => ({ headers });
  if (server.protocol === 'http:') return { client: http, agent: new http.Agent({ keepAlive: true }), shape };
  if (agent instanceof http.Agent) return { client: https, agent: Object.assign(agent, { keepAlive: true }), shape };
  const options = { keepAlive: true, ...tls };
  const choice = chooseProxy(server, variables);
  if ('none' in choice) return { client: https, agent: new https.Agent(options), shape };
  const tunnel = toTunnelOptions(choice.proxy, { variables, certificateRoots: [] });
  return { client: https, agent: new TunnelAgent(options, tunnel), shape };
}

function describe({ tls, headers }: Pick<Identity, 'tls' | 'headers'>): string {
  return JSON.stringify([tls, headers]);
}
