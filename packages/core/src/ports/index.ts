import type { Clock } from './clock.ts';
import type { Cluster, Clusters } from './clusters.ts';
import type { Environment } from './environment.ts';
import type { Files } from './files.ts';
import type { Http } from './http.ts';
import type { Processes } from './processes.ts';

/** Everything that core may touch. `@nexqloud/dcr-core/node` has the real ones. */
export interface Ports {
  readonly clock: Clock;
  readonly clusters: Clusters;
  readonly environment: Environment;
  readonly files: Files;
  readonly http: Http;
  readonly processes: Processes;
}

export type { Clock, Cluster, Clusters, Environment, Files, Http, Processes };
