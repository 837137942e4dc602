import type { Http } from './http.ts';

/** An API server of Kubernetes, and who asks it: as a kubeconfig says, or a pod's own service account. */
export interface Cluster {
  /** Name of the context, or `in-cluster`. */
  readonly context: string;
  /** Address of the API server. */
  readonly server: URL;
  /** The context's, where a command names none. */
  readonly namespace: string;
  /** Whether this process is a pod of the cluster. */
  readonly inside: boolean;
  /** Says who asks in every request, over one set of connections. Plugins run, and files of tokens are read, when they are needed. */
  readonly http: Pick<Http, 'request'>;
}

export interface Clusters {
  /** Whether the cluster that is meant where none is named is the one that this process runs in as a pod. Costs nothing. */
  isInside(): boolean;
  /**
   * Reads which cluster is meant; nothing is sent. `context`: one of the kubeconfig, default its current one; without a
   * kubeconfig the cluster that this process runs in.
   * Throws `DCR_CONFIG_INVALID` for a kubeconfig or context that cannot be used, `DCR_INPUT_INVALID` where there is no cluster.
   */
  open(context?: string): Promise<Cluster>;
}
