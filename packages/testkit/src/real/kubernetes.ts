import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import type { CommandResult } from './command.ts';
import { startEtcd } from './etcd.ts';
import type { KubernetesAnswer } from './kubernetes-request.ts';
import { sendToKubernetes } from './kubernetes-request.ts';
import { requirePart } from './part.ts';
import { findFreePort } from './port.ts';
import { startService } from './service.ts';

export interface KubernetesOptions {
  /** An existing private directory for data, keys and logs. */
  readonly directory: string;
  /** Names of users without any right, each with a token of its own; RBAC gives them some. */
  readonly users?: readonly string[];
}

export interface KubernetesServer {
  /** `https://127.0.0.1:PORT`. */
  readonly address: string;
  /** PEM of the authority that vouches for it. */
  readonly authorityFile: string;
  /** By user name; `admin` may do everything. */
  readonly tokens: Readonly<Record<string, string>>;
  /** A kubeconfig of this user, in a file of its own. */
  writeKubeconfig(options?: { readonly user?: string; readonly namespace?: string }): string;
  /** A request, as admin where no other user is named. Statuses are the caller's business. */
  ask(method: string, path: string, options?: KubernetesQuestion): Promise<KubernetesAnswer>;
  /** The same, where a status of 400 or more is an Error; gives back the object. */
  call(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  /** Namespaces, each with the `default` service account that a controller would make. */
  createNamespaces(names: readonly string[], labels?: Readonly<Record<string, string>>): Promise<void>;
  /** Lets a user use these verbs on these resources, `secrets` or `leases.coordination.k8s.io`, in one namespace or everywhere. */
  grant(user: string, rights: KubernetesRights): Promise<void>;
  /** The real kubectl, as admin where no other user is named. */
  kubectl(
    args: readonly string[],
    options?: { readonly user?: string; readonly input?: string },
  ): Promise<CommandResult>;
  readLog(): string;
  stop(): Promise<void>;
}

export interface KubernetesQuestion {
  readonly body?: object;
  readonly user?: string;
  /** Content type of the body. Default `application/json`. */
  readonly type?: string;
}

export interface KubernetesRights {
  readonly verbs: readonly string[];
  readonly resources: readonly string[];
  /** Default: everywhere. */
  readonly namespace?: string;
  readonly names?: readonly string[];
}

/** A kube-apiserver with an etcd and RBAC of its own. No controllers and no kubelet run. */
export async function startKubernetes({ directory, users = [] }: KubernetesOptions): Promise<KubernetesServer> {
  const tokens = Object.fromEntries(['admin', ...users].map((user) => [user, randomBytes(12).toString('hex')]));
  const certificates = join(directory, 'certificates');
  mkdirSync(certificates);
  const etcd = await startEtcd(directory);
  const port = await findFreePort();
  const address = `https://127.0.0.1:${port}`;
  const authorityFile = join(certificates, 'apiserver.crt');
  const service = await startService({
    path: requirePart('kube-apiserver'),
    arguments: [
      `--etcd-servers=${etcd.address}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${port}`,
      `--cert-dir=${certificates}`,
      ...writeServiceAccountKeys(directory),
      '--service-account-issuer=https://kubernetes.default.svc',
      `--token-auth-file=${writeTokens(directory, tokens)}`,
      '--authorization-mode=RBAC',
      '--service-cluster-ip-range=10.0.0.0/24',
      // Without controllers no pod would ever get its token.
      '--disable-admission-plugins=ServiceAccount',
    ],
    environment: { HOME: directory },
    logFile: join(directory, 'kube-apiserver.log'),
    isReady: async () => (await isReady(address, authorityFile, tokens['admin'] ?? '')) === true,
    deadlineMs: 60_000,
  }).catch(async (error: unknown) => {
    await etcd.stop();
    throw error;
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 16, ca: readFileSync(authorityFile) });
  const ask: KubernetesServer['ask'] = (method, path, { user = 'admin', body, type = 'application/json' } = {}) =>
    sendToKubernetes({ method, url: new URL(path, address), agent, token: tokens[user] ?? '', type, body });
  const call: KubernetesServer['call'] = async (method, path, body) => {
    const answer = await ask(method, path, body === undefined ? {} : { body });
    if (answer.status < 400) return answer.body;
    throw new Error(`${answer.status} to ${method} ${path}: ${JSON.stringify(answer.body)}`);
  };
  let files = 0;
  const writeKubeconfig: KubernetesServer['writeKubeconfig'] = ({ user = 'admin', namespace } = {}) => {
    const file = join(directory, `kubeconfig-${(files += 1)}`);
    const context = { cluster: 'test', user, ...(namespace === undefined ? {} : { namespace }) };
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'test', cluster: { server: address, 'certificate-authority': authorityFile } }],
      users: [{ name: user, user: { token: tokens[user] } }],
      contexts: [{ name: 'test', context }],
      'current-context': 'test',
    };
    writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
    return file;
  };
  return {
    address,
    authorityFile,
    tokens,
    writeKubeconfig,
    ask,
    call,
    async createNamespaces(names, labels = {}) {
      await eachAtOnce(names, async (name) => {
        await call('POST', '/api/v1/namespaces', { metadata: { name, labels } });
        await call('POST', `/api/v1/namespaces/${name}/serviceaccounts`, { metadata: { name: 'default' } });
      });
    },
    async grant(user, { verbs, resources, namespace, names }) {
      const name = `grant-${randomBytes(6).toString('hex')}`;
      const base = '/apis/rbac.authorization.k8s.io/v1';
      const [where, kind] =
        namespace === undefined ? [`${base}/cluster`, 'ClusterRole'] : [`${base}/namespaces/${namespace}/`, 'Role'];
      const rules = resources.map((resource) => {
        const [plural = '', ...group] = resource.split('.');
        const limit = names === undefined ? {} : { resourceNames: names };
        return { apiGroups: [group.join('.')], resources: [plural], verbs, ...limit };
      });
      await call('POST', `${where}roles`, { metadata: { name }, rules });
      await call('POST', `${where}rolebindings`, {
        metadata: { name },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
        subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user }],
      });
    },
    kubectl: (args, { user = 'admin', input = '' } = {}) =>
      runCommand({
        path: requirePart('kubectl'),
        arguments: args,
        environment: { HOME: directory, KUBECONFIG: writeKubeconfig({ user }) },
        input,
      }),
    readLog: () => service.readLog(),
    async stop() {
      agent.destroy();
      await service.stop();
      await etcd.stop();
    },
  };
}

function writeServiceAccountKeys(directory: string): readonly string[] {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [publicFile, privateFile] = [join(directory, 'sa.pub'), join(directory, 'sa.key')];
  writeFileSync(publicFile, publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(privateFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return [`--service-account-key-file=${publicFile}`, `--service-account-signing-key-file=${privateFile}`];
}

/** https://kubernetes.io/docs/reference/access-authn-authz/authentication/#static-token-file */
function writeTokens(directory: string, tokens: Readonly<Record<string, string>>): string {
  const file = join(directory, 'tokens.csv');
  const lines = Object.entries(tokens).map(
    ([user, token]) => `${token},${user},${user}${user === 'admin' ? ',"system:masters"' : ''}\n`,
  );
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return file;
}

async function isReady(address: string, authorityFile: string, token: string): Promise<boolean> {
  try {
    const agent = new Agent({ ca: readFileSync(authorityFile) });
    const url = new URL('/readyz', address);
    const { status } = await sendToKubernetes({ method: 'GET', url, agent, token, type: '', body: undefined });
    return status === 200;
  } catch {
    return false;
  }
}

async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const run = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: 16 }, run));
}
