import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeTemporaryDirectory } from '@nexqloud/dcr-testkit';
import type { KubernetesServer, PartName } from '@nexqloud/dcr-testkit';
import { parseAllDocuments } from 'yaml';
import { CLI } from '../../cli/support/machine.ts';

/** What a pod needs here: an API server, and root for namespaces of the kernel. */
export const POD_PARTS: readonly PartName[] = ['etcd', 'kube-apiserver', 'kubectl', 'mount'];

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}

interface PodSpec {
  readonly serviceAccountName: string;
  readonly containers: readonly {
    readonly args: readonly string[];
    readonly workingDir?: string;
    readonly env?: readonly Variable[];
    readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  }[];
  readonly volumes: readonly { readonly name: string; readonly configMap?: { readonly name: string } }[];
}

interface Template {
  readonly template: { readonly spec: PodSpec };
}

/** A Job, a CronJob, or anything else that a file of manifests holds. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: Partial<Template> & { readonly jobTemplate?: { readonly spec: Template } };
}

export interface PodOptions {
  /** The pod's own; its process sees it as the name of its machine. */
  readonly name: string;
  /** What its volume `state` is. */
  readonly state: string;
  /** Beside, or instead of, what the manifest says. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

export interface Pod {
  /** Without a word, as when its node is lost. */
  kill(): void;
  readonly ended: Promise<{
    readonly exitCode: number;
    readonly stderr: string;
    readonly json: Readonly<Record<string, unknown>>;
  }>;
}

export function readManifests(text: string): readonly Manifest[] {
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
}

/**
 * Starts the container of a Job as a kubelet would: the command line as entry point, environment from secrets, ConfigMap
 * and state as directories, the token of its service account where a pod has it, a host name, mounts and process ids of its
 * own. What it mounts is a directory of this machine: paths in arguments and variables are put in its place.
 */
export async function startPod(server: KubernetesServer, manifest: Manifest, options: PodOptions): Promise<Pod> {
  const { namespace = '' } = manifest.metadata;
  const spec = (manifest.spec?.jobTemplate?.spec ?? manifest.spec)?.template?.spec;
  const [container] = spec?.containers ?? [];
  if (spec === undefined || container === undefined) throw new Error(`${manifest.metadata.name} has no pod`);
  const root = makeTemporaryDirectory();
  const places = await mountVolumes(server, { spec, namespace, root, state: options.state });
  const place = (text: string): string =>
    places.reduce(
      (path, [from, to]) => (path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path),
      text,
    );
  const account = await mountAccount(server, { namespace, account: spec.serviceAccountName, root });
  const { hostname, port } = new URL(server.address);
  const variables = await Promise.all(
    (container.env ?? []).map(async (one) => [one.name, await readVariable(server, namespace, one)] as const),
  );
  const environment = {
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin:/usr/sbin:/sbin`,
    HOME: options.state,
    KUBERNETES_SERVICE_HOST: hostname,
    KUBERNETES_SERVICE_PORT: port,
    ...Object.fromEntries(variables.map(([name, value]) => [name, place(value)])),
    ...options.env,
  };
  const argv = [process.execPath, CLI, ...(options.args ?? container.args).map(place)];
  const isolated = ['--mount', '--uts', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const child = spawn('unshare', [...isolated, 'sh', '-c', ENTER, 'sh', account, options.name, ...argv], {
    cwd: place(container.workingDir ?? options.state),
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  const ended = new Promise<Awaited<Pod['ended']>>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const { stdout, stderr } = output;
      const json = stdout.startsWith('{') ? (JSON.parse(stdout) as Record<string, unknown>) : {};
      resolve({ exitCode: code ?? 137, stderr, json });
    });
  });
  return { kill: () => void child.kill('SIGKILL'), ended };
}

/** Nothing of it is seen outside of the process. */
const ENTER = `set -e
mount -t tmpfs tmpfs /var/run
mkdir -p /var/run/secrets/kubernetes.io
cp -r "$1" /var/run/secrets/kubernetes.io/serviceaccount
hostname "$2"
shift 2
exec "$@"`;

async function mountVolumes(
  server: KubernetesServer,
  { spec, namespace, root, state }: { spec: PodSpec; namespace: string; root: string; state: string },
): Promise<readonly (readonly [string, string])[]> {
  return Promise.all(
    (spec.containers[0]?.volumeMounts ?? []).map(async ({ name, mountPath }) => {
      const map = spec.volumes.find((volume) => volume.name === name)?.configMap?.name;
      if (map === undefined) return [mountPath, state] as const;
      const directory = join(root, name);
      mkdirSync(directory);
      const { data } = (await server.call('GET', `/api/v1/namespaces/${namespace}/configmaps/${map}`)) as {
        data: Record<string, string>;
      };
      for (const [file, text] of Object.entries(data)) writeFileSync(join(directory, file), text);
      return [mountPath, directory] as const;
    }),
  );
}

/** A real token of the account, for the real RBAC. */
async function mountAccount(
  server: KubernetesServer,
  { namespace, account, root }: { namespace: string; account: string; root: string },
): Promise<string> {
  const directory = join(root, 'serviceaccount');
  mkdirSync(directory);
  const request = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} };
  const answer = await server.call('POST', `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`, request);
  writeFileSync(join(directory, 'token'), (answer as { status: { token: string } }).status.token, { mode: 0o600 });
  writeFileSync(join(directory, 'ca.crt'), readFileSync(server.authorityFile));
  writeFileSync(join(directory, 'namespace'), namespace);
  return directory;
}

async function readVariable(server: KubernetesServer, namespace: string, variable: Variable): Promise<string> {
  if (variable.valueFrom === undefined) return variable.value ?? '';
  const { name, key } = variable.valueFrom.secretKeyRef;
  const { data = {} } = (await server.call('GET', `/api/v1/namespaces/${namespace}/secrets/${name}`)) as {
    data?: Record<string, string>;
  };
  const value = data[key];
  // A kubelet would try again until it is there.
  if (value === undefined) throw new Error(`secret ${name} has no ${key} yet`);
  return Buffer.from(value, 'base64').toString();
}
