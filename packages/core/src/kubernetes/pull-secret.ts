import type { CredentialInput } from '../credential/credential.ts';
import { setDeadline } from '../deadline.ts';
import { DcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { runPool } from '../rotation/pool.ts';
import { verify } from '../verify.ts';
import type { KubernetesWork } from './api.ts';
import { openKubernetes, UNKNOWN_CALLER } from './api.ts';
import { renderManifest } from './manifest.ts';
import { checkName } from './name.ts';
import type { Settle } from './namespace-work.ts';
import { applyNamespace, describePending, planNamespace } from './namespace-work.ts';
import { listNamespaces } from './namespaces.ts';
import type { PullSecretReport, SettledNamespace } from './pull-secret-report.ts';
import { explainLate, explainReports } from './pull-secret-report.ts';
import { readWanted } from './wanted.ts';

export interface PullSecretRequest {
  readonly registry: string;
  readonly credential: CredentialInput;
  /** Of the secret. Default `dcr-credentials`. */
  readonly name?: string;
  readonly email?: string;
  /** Default: the context's. */
  readonly namespaces?: readonly string[];
  /** Labels of the namespaces, instead of their names. */
  readonly namespaceSelector?: string;
  /** Of the kubeconfig; default its current one. */
  readonly context?: string;
  /** Accounts of every namespace whose new pods are to pull with the secret. */
  readonly serviceAccounts?: readonly string[];
  /** Default false: look, and change nothing. */
  readonly apply?: boolean;
  /** Delete and create anew what cannot be changed in place: another type, or immutable. */
  readonly replace?: boolean;
  /** Write also what another system owns and may put back. */
  readonly force?: boolean;
  /** What to prove at the registry before anything is written. Default `auth`; nothing is proved without `apply`. */
  readonly verify?: 'none' | 'auth' | 'pull';
  readonly allowRealms?: readonly string[];
  /** Tries after the first one, at the registry. Default 3. */
  readonly retries?: number;
  /** Milliseconds for everything. Default 60,000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /** Every form of the secret that a log must not show; awaited before anything is sent. */
  readonly mask?: (forms: readonly string[]) => void | Promise<void>;
}

/** What a manifest alone needs to know. */
export interface ManifestOrder extends Pick<PullSecretRequest, 'registry' | 'credential' | 'name' | 'email' | 'mask'> {
  /** None: the manifest names none, and goes where it is applied. */
  readonly namespaces?: readonly string[];
  readonly format: 'yaml' | 'json';
}

/** The run behind `printPullSecret`. */
export async function composeManifest(order: ManifestOrder, ports: Pick<Ports, 'clock'>): Promise<string> {
  const { name, credential, forms } = readWanted(order, ports);
  const namespaces = (order.namespaces ?? []).map((namespace) => checkName(namespace, 'the namespace'));
  await order.mask?.(forms);
  return renderManifest({ name, namespaces, credential, format: order.format });
}

/** The run behind `pullSecret`. */
export async function runPullSecret(request: PullSecretRequest, ports: Ports): Promise<PullSecretReport> {
  const wanted = readWanted(request, ports);
  const { registry, name, credential, forms } = wanted;
  await request.mask?.(forms);
  const limit = setDeadline(request.timeout ?? 60_000, ports.clock);
  // A signal lets the write in hand finish; the time limit does not.
  const stop = request.signal === undefined ? limit.signal : AbortSignal.any([limit.signal, request.signal]);
  try {
    const { apply = false, serviceAccounts = [], replace = false, force = false } = request;
    const cluster = await ports.clusters.open(request.context);
    const api = openKubernetes(cluster, ports.clock, { forms, again: 'run it again', deadline: limit.at });
    const work = { api, clock: ports.clock, signal: apply ? limit.signal : stop };
    const names = { ...work, signal: stop };
    const namespaces = await chooseNamespaces(request, { work: names, standard: cluster.namespace });
    const notes = apply ? await prove(request, ports, { at: limit.at, signal: stop }) : [];
    const reports = new Map<string, SettledNamespace>();
    const settle: Settle = apply ? applyNamespace : planNamespace;
    let hopeless = false;
    await runPool({
      items: namespaces,
      target: () => ({ type: 'kubernetes-secret', api: cluster.server.host }),
      work: async (namespace) => {
        const report = await settle({ namespace, name, credential, serviceAccounts, replace, force }, work);
        reports.set(namespace, report);
        hopeless ||= report.cause !== undefined && isHopeless(report.cause);
      },
      isStopped: () => hopeless || stop.aborted,
    });
    const all = namespaces.map((namespace) => reports.get(namespace) ?? describePending(namespace));
    const ending = request.signal?.aborted === true ? 'interrupted' : limit.signal.aborted ? 'late' : undefined;
    const error = explainReports(all, { registry, ending });
    return {
      registry,
      name,
      context: cluster.context,
      server: cluster.server.href,
      applied: apply,
      namespaces: all.map(({ cause: _cause, ...report }) => report),
      notes: [...wanted.notes, ...notes],
      ...(error === undefined ? {} : { error }),
    };
  } catch (thrown) {
    throw limit.signal.aborted ? explainLate(thrown) : thrown;
  } finally {
    limit.end();
  }
}

/** What will be no better in the next namespace: the cluster cannot be reached, or does not know us. */
function isHopeless({ code, message }: DcrError): boolean {
  const codes = ['DCR_UNREACHABLE', 'DCR_TLS_UNTRUSTED', 'DCR_TIMEOUT', 'DCR_RATE_LIMITED', 'DCR_CONFIG_INVALID'];
  return codes.includes(code) || message.startsWith(UNKNOWN_CALLER);
}

async function chooseNamespaces(
  { namespaces = [], namespaceSelector, context }: PullSecretRequest,
  { work, standard }: { readonly work: KubernetesWork; readonly standard: string },
): Promise<readonly string[]> {
  if (namespaceSelector === undefined) {
    const named = namespaces.length === 0 ? [standard] : namespaces;
    return [...new Set(named.map((name) => checkName(name, 'the namespace')))];
  }
  if (namespaces.length > 0)
    throw new DcrError('DCR_INPUT_INVALID', { message: 'namespaces are chosen by name or by selector, not by both' });
  const found = await listNamespaces(namespaceSelector, work.api, work.signal);
  if (found.length > 0) return found;
  const where = context === undefined ? 'the current context' : `context "${context}"`;
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `no namespace of ${where} carries the labels ${namespaceSelector}`,
    remedy: 'See the labels with: kubectl get namespaces --show-labels.',
  });
}

/** A secret that does not open its registry would be found out by a pod that does not start. */
async function prove(
  request: PullSecretRequest,
  ports: Ports,
  { at, signal }: { readonly at: number; readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const { registry, credential, verify: action = 'auth', allowRealms = [], retries = 3 } = request;
  if (action === 'none') return [];
  const timeout = Math.max(1, at - ports.clock.now());
  try {
    return (await verify({ registry, credential, action, allowRealms, retries, timeout, signal }, ports)).notes;
  } catch (error) {
    if (error instanceof DcrError && error.code === 'DCR_CREDENTIAL_UNPROVEN') return [error.message];
    throw error;
  }
}
