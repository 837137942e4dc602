import { DcrError } from '../errors.ts';
import type { Environment } from '../ports/environment.ts';
import type { Http } from '../ports/http.ts';
import type { Ports } from '../ports/index.ts';
import { nodeClock } from './clock.ts';
import { readEnvironment } from './environment.ts';
import { createNodeFiles } from './files.ts';
import { nodeProcesses } from './processes.ts';
import { speaksTls } from './tls-sniff.ts';

/** The real world of a program that logs in and out and no more: nothing of Kubernetes is bundled into it. */
export function createLoginPorts(): Ports {
  const environment = readEnvironment();
  return {
    clock: nodeClock,
    clusters: {
      isInside: () => false,
      open: () => Promise.reject(new DcrError('DCR_INTERNAL', { message: 'this program asks no cluster' })),
    },
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
    // Whatever the answer is, a request comes next: its client is loaded while the port thinks about the greeting.
    speaksTls: (origin, bounds) => speaksTls(origin, { ...bounds, meanwhile: () => void load() }),
    inspect: async (origin, bounds) => (await load()).inspect(origin, bounds),
  };
}
