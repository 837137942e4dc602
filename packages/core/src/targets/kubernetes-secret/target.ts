import { refuseTarget } from '../../api/failure.ts';
import { Secret } from '../../credential/secret.ts';
import type { KubernetesWork } from '../../kubernetes/api.ts';
import { openKubernetes } from '../../kubernetes/api.ts';
import type { PullCredential } from '../../kubernetes/pull-credential.ts';
import { holdsLogin, listOwnKeys, parseAuths, readLogin } from '../../kubernetes/pull-credential.ts';
import { rehearseAccount, rehearseSecret } from '../../kubernetes/rehearsal.ts';
import { decideChange } from '../../kubernetes/secret-change.ts';
import { writeSecret } from '../../kubernetes/secret-write.ts';
import type { SecretObject } from '../../kubernetes/secret.ts';
import { readConfigText, readSecret, readWriteTime } from '../../kubernetes/secret.ts';
import { attachPullSecret, inspectAccount } from '../../kubernetes/service-account.ts';
import { deriveSecretForms } from '../../kubernetes/wanted.ts';
import type { Cluster } from '../../ports/clusters.ts';
import type { BuildContext } from '../build.ts';
import type { Target, TargetCredential, TargetFacts } from '../target.ts';
import type { KubernetesSecretOptions, KubernetesSecretPlace } from './place.ts';
import { locateKubernetesSecrets } from './place.ts';

/**
 * One registry's entry in the pull secret of each namespace, and the secret in the list of its accounts.
 * A cluster that cannot be opened is told by whoever asks it: a credential that is not rotated now must not keep others
 * from being rotated. Throws `DCR_CONFIG_INVALID` for a name.
 */
export async function createKubernetesSecrets(
  options: KubernetesSecretOptions & { readonly context?: string },
  { ports, registry }: Pick<BuildContext, 'ports' | 'registry'>,
): Promise<readonly Target[]> {
  const cluster = await ports.clusters.open(options.context).catch((error: unknown) => standIn(options.context, error));
  const places = locateKubernetesSecrets(options, { cluster, registry });
  return places.map((place) => createTarget(place, cluster, ports));
}

function standIn(context = 'current context', error: unknown): Cluster {
  const server = new URL('https://kubernetes.invalid/');
  return { context, server, namespace: 'default', inside: false, http: { request: () => Promise.reject(error) } };
}

function createTarget(place: KubernetesSecretPlace, cluster: Cluster, { clock }: BuildContext['ports']): Target {
  const { id, type, writes, api: host, secret, server, accounts, force } = place;
  const open = (signal: AbortSignal, credential?: TargetCredential): KubernetesWork => {
    const forms = credential === undefined ? [] : deriveSecretForms(toPullCredential(credential, server));
    return { api: openKubernetes(cluster, clock, { forms }), clock, signal };
  };
  return {
    id,
    type,
    writes,
    api: host,
    async inspect(signal) {
      const work = open(signal);
      const found = await readSecret(secret, work.api, signal);
      refuseKnown(found, place);
      const unknown = new Set(await rehearseSecret(secret, found, work));
      for (const account of accounts) {
        const at = { namespace: secret.namespace, account };
        const { state, notes } = await inspectAccount(at, secret.name, work);
        if (state === 'present') continue;
        for (const note of notes) unknown.add(`service account ${account}: ${note}`);
        for (const doubt of await rehearseAccount(at, work)) unknown.add(doubt);
      }
      const login = found === undefined ? undefined : readStored(found, server);
      return {
        stored: login === undefined ? undefined : { username: login.username, password: new Secret(login.password) },
        exists: login !== undefined,
        version: found?.metadata?.resourceVersion ?? null,
        since: found === undefined || login === undefined ? null : readWriteTime(found),
        unknown: [...unknown],
      };
    },
    async write(credential, facts, signal) {
      const work = open(signal, credential);
      const login = toPullCredential(credential, server);
      const guard = (found: SecretObject | undefined): void => refuseStranger(found, { facts, login, place });
      await writeSecret({ place: secret, credential: login, replace: false, force, guard }, work);
      // In this order: an account never names a secret that is not there.
      for (const account of accounts)
        await attachPullSecret({ namespace: secret.namespace, account }, secret.name, work);
    },
    async check(credential, _facts, signal) {
      const work = open(signal, credential);
      const found = await readSecret(secret, work.api, signal);
      const holds = found !== undefined && holdsLogin(readConfigText(found), toPullCredential(credential, server));
      for (const account of holds ? accounts : []) {
        const { state } = await inspectAccount({ namespace: secret.namespace, account }, secret.name, work);
        if (state !== 'present') return { kind: 'read-back', holds: false };
      }
      return { kind: 'read-back', holds };
    },
  };
}

function toPullCredential({ username, password }: TargetCredential, server: string): PullCredential {
  return { server, username, password: password.reveal() };
}

/** Whatever the new credential will be: this secret cannot take it. */
function refuseKnown(found: SecretObject | undefined, { secret, server, force }: KubernetesSecretPlace): void {
  const any = { server, username: '', password: '' };
  const change = decideChange(found, any, { place: secret, replace: false, force });
  if (change.do === 'refuse') throw change.error;
}

function readStored(found: SecretObject, server: string): ReturnType<typeof readLogin> {
  const auths = parseAuths(readConfigText(found) || '{}') ?? {};
  const [key] = listOwnKeys(auths, server);
  return key === undefined ? undefined : readLogin(auths[key]);
}

/** Other entries may have changed since the plan; a credential that nobody has seen is never overwritten. */
function refuseStranger(
  found: SecretObject | undefined,
  known: { readonly facts: TargetFacts; readonly login: PullCredential; readonly place: KubernetesSecretPlace },
): void {
  const { facts, login, place } = known;
  const now = found === undefined ? undefined : readStored(found, place.server);
  if (now === undefined || isSame(now, login)) return;
  const seen = facts.stored;
  if (seen !== undefined && isSame(now, { username: seen.username, password: seen.password.reveal() })) return;
  throw refuseTarget(
    `${place.id} was written by somebody else since it was looked at; it was left as it is`,
    'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.',
  );
}

type Login = Pick<PullCredential, 'username' | 'password'>;

function isSame(one: Login, other: Login): boolean {
  return one.username === other.username && one.password === other.password;
}
