import type { Environment } from '../ports/environment.ts';
import type { Clusters } from '../ports/clusters.ts';
import type { Http } from '../ports/http.ts';
import type { Ports } from '../ports/index.ts';
import { nodeClock } from './clock.ts';
import { isInsidePod } from './cluster/sources.ts';
import { readEnvironment } from './environment.ts';
import { createNodeFiles } from './files.ts';
import { nodeProcesses } from './processes.ts';

/** The real world, for this process. */
export function createNodePorts(): Ports {
  const environment = readEnvironment();
  return {
    clock: nodeClock,
    clusters: createLazyClusters(environment),
    environment,
    files: createNodeFiles({ clock: nodeClock, processes: nodeProcesses }),
    http: createLazyHttp(environment),
    processes: nodeProcesses,
  };
}

/** Node's https takes about 15 ms to load: docker is started before, and a logout never needs it. */
function createLazyHttp(environment: Environment): Http {
  let client: Promise<Omit<Http, 'speaksTls'>> | undefined;
  const load = (): NonNullable<typeof client> =>
    (client ??= import('./http.ts').then(({ createSystemHttp }) => createSystemHttp(environment)));
  return {
    request: async (request) => (await load()).request(request),
    speaksTls: async (origin, bounds) => (await import('./tls-sniff.ts')).speaksTls(origin, bounds),
    inspect: async (origin, bounds) => (await load()).inspect(origin, bounds),
  };
}

/** The library behind it takes 400 ms to load. */
function createLazyClusters(environment: Environment): Clusters {
  let clusters: Promise<Clusters> | undefined;
  const world = { environment, processes: nodeProcesses };
  return {
    isInside: () => isInsidePod(environment),
    open: async (context) => {
      clusters ??= import('./cluster/clusters.ts').then(({ createNodeClusters }) => createNodeClusters(world));
      return (await clusters).open(context);
    },
  };
}
