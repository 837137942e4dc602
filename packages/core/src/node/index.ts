import type { Http } from '../ports/http.ts';
import type { Ports } from '../ports/index.ts';
import { nodeClock } from './clock.ts';
import { readEnvironment } from './environment.ts';
import { createNodeFiles } from './files.ts';
import { nodeProcesses } from './processes.ts';

/** The real world, for this process. */
export function createNodePorts(): Ports {
  return {
    clock: nodeClock,
    environment: readEnvironment(),
    files: createNodeFiles({ clock: nodeClock, processes: nodeProcesses }),
    http: createLazyHttp(),
    processes: nodeProcesses,
  };
}

/** Node's https takes about 15 ms to load: docker is started before, and a logout never needs it. */
function createLazyHttp(): Http {
  let client: Promise<Http> | undefined;
  return {
    request: async (request) => {
      client ??= import('./http.ts').then(({ createNodeHttp }) => createNodeHttp());
      return (await client).request(request);
    },
  };
}
