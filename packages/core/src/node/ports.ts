import type { Clusters } from '../ports/clusters.ts';
import type { Environment } from '../ports/environment.ts';
import type { Ports } from '../ports/index.ts';
import { isInsidePod } from './cluster/sources.ts';
import { createLoginPorts } from './login-ports.ts';
import { nodeProcesses } from './processes.ts';

/** The real world, for this process. */
export function createNodePorts(): Ports {
  const ports = createLoginPorts();
  return { ...ports, clusters: createLazyClusters(ports.environment) };
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
