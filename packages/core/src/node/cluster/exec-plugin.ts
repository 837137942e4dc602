import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import { quoteForeignText } from '../../credential/masking.ts';
import { dropSecrets } from '../../login/places.ts';
import type { Environment } from '../../ports/environment.ts';
import { HttpFault } from '../../ports/http.ts';
import type { Processes } from '../../ports/processes.ts';
import { parseObject } from '../../registry/observation.ts';

/** How a kubeconfig names a plugin: https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/#ExecConfig */
export interface ExecConfig {
  readonly command: string;
  readonly args?: readonly string[] | null;
  readonly env?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly apiVersion?: string;
  readonly interactiveMode?: string;
  readonly provideClusterInfo?: boolean;
  readonly installHint?: string;
}

/** Who a plugin says that we are. */
export interface PluginCredential {
  readonly token?: string;
  /** PEM, both. */
  readonly certificate?: string;
  readonly key?: string;
  /** Milliseconds since the epoch; undefined: as long as this process lives, or until the server refuses it. */
  readonly expiresAt?: number;
}

export interface PluginRequest {
  readonly exec: ExecConfig;
  /** What the plugin may know of the cluster, where the kubeconfig wants that. */
  readonly cluster: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}

/**
 * Runs a plugin by the protocol of client.authentication.k8s.io (https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins).
 * Not by the client library: that one hands the plugin our whole environment, with the registry's password in it, and
 * does not tell it the protocol's version. The job's other variables stay: they are what such plugins log in with.
 * Throws a `configuration` fault with the plugin's own words.
 */
export async function runExecPlugin(
  { exec, cluster, signal }: PluginRequest,
  { environment, processes }: { readonly environment: Environment; readonly processes: Processes },
): Promise<PluginCredential> {
  const { command, args, env, apiVersion = 'client.authentication.k8s.io/v1', interactiveMode, installHint } = exec;
  if (interactiveMode === 'Always') throw refuse(`${command} must be asked at a terminal (interactiveMode: Always)`);
  const file = path.isAbsolute(command) ? command : processes.find(command);
  if (file === undefined || !fs.existsSync(file)) {
    const hint = installHint === undefined ? '' : `: ${quoteForeignText(installHint, [])}`;
    throw refuse(`the kubeconfig asks ${command} who we are, and it is not installed${hint}`);
  }
  const spec = { interactive: false, ...(exec.provideClusterInfo === true ? { cluster } : {}) };
  const variables = {
    ...dropSecrets(environment, listSecrets(environment)),
    ...Object.fromEntries((env ?? []).map(({ name, value }) => [name, value])),
    KUBERNETES_EXEC_INFO: JSON.stringify({ apiVersion, kind: 'ExecCredential', spec }),
  };
  const result = await processes.start({ file, args: args ?? [], env: variables, signal }).finish('');
  if (result.status !== 0) {
    const end = signal.aborted ? 'did not answer in time' : `failed (${result.status ?? result.signal})`;
    throw refuse(`${command}, which the kubeconfig asks who we are, ${end}: ${quoteForeignText(result.stderr, [])}`);
  }
  return readCredential(result.stdout, command, apiVersion);
}

function readCredential(text: string, command: string, apiVersion: string): PluginCredential {
  const answer = isUtf8(Buffer.from(text)) ? parseObject(text) : undefined;
  const status = answer?.['status'] as Readonly<Record<string, unknown>> | undefined;
  const read = (key: string): string | undefined => {
    const value = status?.[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [token, certificate, key, end] = [
    read('token'),
    read('clientCertificateData'),
    read('clientKeyData'),
    read('expirationTimestamp'),
  ];
  if (
    answer?.['apiVersion'] !== apiVersion ||
    (token === undefined && (certificate === undefined || key === undefined))
  )
    throw refuse(`${command}, which the kubeconfig asks who we are, gave no credential of ${apiVersion}`);
  const expiresAt = end === undefined ? Number.NaN : Date.parse(end);
  return {
    ...(token === undefined ? {} : { token }),
    ...(certificate === undefined || key === undefined ? {} : { certificate, key }),
    ...(Number.isNaN(expiresAt) ? {} : { expiresAt }),
  };
}

/** Whatever a variable of another name repeats of them is left out as well. */
function listSecrets({ variables }: Environment): readonly string[] {
  return [variables['DCR_PASSWORD'], variables['DCR_NEW_PASSWORD']].filter(
    (text) => text !== undefined && text !== '',
  ) as string[];
}

function refuse(detail: string): HttpFault {
  return new HttpFault({ kind: 'configuration', during: 'connect', detail });
}
