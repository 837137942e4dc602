import type { RequestOptions } from 'node:https';
import { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { readExpiry } from '../../credential/expiry.ts';
import type { Environment } from '../../ports/environment.ts';
import { HttpFault } from '../../ports/http.ts';
import type { Processes } from '../../ports/processes.ts';
import type { ExecConfig, PluginCredential } from './exec-plugin.ts';
import { runExecPlugin } from './exec-plugin.ts';

export type ClusterEntry = NonNullable<ReturnType<KubeConfig['getCurrentCluster']>>;
export type UserEntry = NonNullable<ReturnType<KubeConfig['getCurrentUser']>>;

/** How one asks: what the connection and what each request says of us. */
export interface Identity {
  readonly tls: Pick<RequestOptions, 'ca' | 'cert' | 'key' | 'rejectUnauthorized'> & { readonly servername?: string };
  readonly headers: Readonly<Record<string, string>>;
  /** The kubeconfig's own proxy. */
  readonly proxyUrl: string | undefined;
  /** Milliseconds since the epoch: from then on it is found out anew. */
  readonly until: number;
}

/** A token in a file is renewed under our feet; client-go reads it again after a minute. Milliseconds. */
const FILE_PATIENCE = 60_000;
/** Nothing that a plugin gave is used to its last moment. Milliseconds. */
const MARGIN = 10_000;

/** kubectl dropped the providers that ran programs of clouds in 1.26; these two need none. */
const PROVIDERS = ['oidc', 'tokenFile'];
/** What `loadKubeconfig` calls a user whose way to impersonate no header of ours says. */
export const IMPERSONATION = 'as-groups, as-uid or as-user-extra';

export interface IdentityWorld {
  readonly environment: Environment;
  readonly processes: Processes;
}

/** Finds out who we are for the current context. Throws a `configuration` fault. */
export async function findIdentity(config: KubeConfig, signal: AbortSignal, world: IdentityWorld): Promise<Identity> {
  const cluster = config.getCurrentCluster() as ClusterEntry;
  const user = config.getCurrentUser() ?? { name: 'anonymous' };
  refuseProvider(user);
  const found = await findCredential(user, { cluster, signal }, world);
  // The library never sees a plugin, which it would run with all our secrets; a file that it reads it reads again in time.
  const isPlain = cluster.server.startsWith('http:');
  const { exec, ...bare } = user;
  const isOther = found !== undefined || exec || config.getCurrentUser() === null || isPlain;
  const own = isOther ? new KubeConfig() : config;
  if (own !== config) {
    // The library wants to hear it twice; that the address is of loopback was judged before.
    const reached = isPlain ? { ...cluster, skipTLSVerify: true } : cluster;
    own.loadFromClusterAndUser(reached, found === undefined ? bare : mergePlugin(user, found));
  }
  const options: RequestOptions & { servername?: string } = {};
  try {
    await own.applyToHTTPSOptions(options);
  } catch (error) {
    const detail = `the kubeconfig's user ${user.name} cannot be used: ${(error as Error).message}`;
    throw new HttpFault({ kind: 'configuration', during: 'connect', detail });
  }
  const { ca, cert, key, rejectUnauthorized, servername, auth, headers = {} } = options;
  const basic =
    auth === undefined || auth === null ? {} : { authorization: `Basic ${Buffer.from(auth).toString('base64')}` };
  return {
    tls: {
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
      ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
      ...(servername === undefined ? {} : { servername }),
    },
    headers: { ...lowerCase(headers as Readonly<Record<string, string>>), ...basic },
    proxyUrl: cluster.proxyUrl,
    until: found === undefined ? Date.now() + FILE_PATIENCE : (found.expiresAt ?? Number.POSITIVE_INFINITY) - MARGIN,
  };
}

interface Asked {
  readonly cluster: ClusterEntry;
  readonly signal: AbortSignal;
}

/** What a user's entry does not hold itself: a token in it wins over a plugin, as for kubectl. */
async function findCredential(
  user: UserEntry,
  asked: Asked,
  world: IdentityWorld,
): Promise<PluginCredential | undefined> {
  const { exec, token, authProvider } = user;
  const provider = authProvider as
    { readonly name?: string; readonly config?: Record<string, string> } | null | undefined;
  if (provider?.name === 'oidc') return readIdToken(user.name, provider.config?.['id-token'] ?? '');
  const isTold = (token ?? '') !== '' || provider?.name === 'tokenFile';
  return exec && !isTold ? askPlugin(exec as ExecConfig, asked, world) : undefined;
}

/**
 * Of OpenID Connect only a token that is good still: a renewed one would have to go back into the kubeconfig, and the
 * library's way to renew it does not work.
 */
function readIdToken(name: string, token: string): PluginCredential {
  const expiresAt = readExpiry(token);
  if (token !== '' && (expiresAt === undefined || expiresAt > Date.now()))
    return { token, ...(expiresAt === undefined ? {} : { expiresAt }) };
  const detail = `the id-token of the kubeconfig's user ${name} has expired; renew it (kubectl get namespaces does), or use an exec plugin`;
  throw new HttpFault({ kind: 'configuration', during: 'connect', detail });
}

function refuseProvider({ name, authProvider }: UserEntry): void {
  const provider = (authProvider as { readonly name?: string } | null | undefined)?.name;
  if (provider === undefined || PROVIDERS.includes(provider)) return;
  const detail =
    provider === IMPERSONATION
      ? `the kubeconfig's user ${name} has ${provider}, which is not known here; as: alone is`
      : `the kubeconfig's user ${name} has the auth-provider ${provider}, which kubectl 1.26 dropped; use its exec plugin`;
  throw new HttpFault({ kind: 'configuration', during: 'connect', detail });
}

function askPlugin(exec: ExecConfig, { cluster, signal }: Asked, world: IdentityWorld): Promise<PluginCredential> {
  const { server, caData, tlsServerName, skipTLSVerify, proxyUrl } = cluster;
  const told = {
    server,
    ...(caData === undefined ? {} : { 'certificate-authority-data': caData }),
    ...(tlsServerName === undefined ? {} : { 'tls-server-name': tlsServerName }),
    ...(skipTLSVerify ? { 'insecure-skip-tls-verify': true } : {}),
    ...(proxyUrl === undefined ? {} : { 'proxy-url': proxyUrl }),
  };
  return runExecPlugin({ exec, cluster: told, signal }, world);
}

function mergePlugin(user: UserEntry, { token, certificate, key }: PluginCredential): UserEntry {
  const encode = (text: string): string => Buffer.from(text).toString('base64');
  const { name, impersonateUser } = user;
  return {
    name,
    ...(impersonateUser === undefined ? {} : { impersonateUser }),
    ...(token === undefined ? {} : { token }),
    ...(certificate === undefined || key === undefined ? {} : { certData: encode(certificate), keyData: encode(key) }),
  };
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()]));
}
