import { toDcrError } from '../errors.ts';
import type { KubernetesWork } from './api.ts';
import type { PullCredential } from './pull-credential.ts';
import type { AccountReport, NamespaceReport, SecretState, SettledNamespace } from './pull-secret-report.ts';
import { rehearseAccount, rehearseReplacement, rehearseSecret } from './rehearsal.ts';
import { decideChange } from './secret-change.ts';
import { writeSecret } from './secret-write.ts';
import { readSecret } from './secret.ts';
import { attachPullSecret, hasPullSecret } from './service-account.ts';

/** One namespace of a command. */
export interface NamespaceWork {
  readonly namespace: string;
  readonly name: string;
  readonly credential: PullCredential;
  readonly serviceAccounts: readonly string[];
  readonly replace: boolean;
  readonly force: boolean;
}

export type Settle = (item: NamespaceWork, work: KubernetesWork) => Promise<SettledNamespace>;

/** Looks, has the server go through each write, and changes nothing. */
export const planNamespace: Settle = async ({ namespace, name, credential, serviceAccounts, replace, force }, work) => {
  const place = { namespace, name };
  let secret: SecretState = 'failed';
  let seen: Pick<NamespaceReport, 'kept' | 'notes'> = { kept: [], notes: [] };
  try {
    const found = await readSecret(place, work.api, work.signal);
    const change = decideChange(found, credential, { place, replace, force });
    seen = { kept: change.kept, notes: change.notes };
    if (change.do === 'refuse') throw change.error;
    const doubts =
      change.do === 'nothing'
        ? []
        : change.do === 'replace'
          ? await rehearseReplacement(place, work)
          : await rehearseSecret(place, found, work);
    secret = change.do === 'nothing' ? 'unchanged' : change.do;
    seen = { kept: change.kept, notes: [...change.notes, ...doubts] };
  } catch (thrown) {
    return { namespace, secret, serviceAccounts: [], ...seen, ...describeFailure(thrown) };
  }
  const accounts = await settleAccounts(serviceAccounts, async (account) => {
    if (await hasPullSecret({ namespace, account }, name, work)) return 'present';
    await rehearseAccount({ namespace, account }, work);
    return 'add';
  });
  return { namespace, secret, ...seen, ...accounts };
};

/** Writes what is not in step. */
export const applyNamespace: Settle = async (
  { namespace, name, credential, serviceAccounts, replace, force },
  work,
) => {
  try {
    const written = await writeSecret({ place: { namespace, name }, credential, replace, force }, work);
    const { state: secret, kept, notes } = written;
    // In this order: an account never names a secret that is not there.
    const accounts = await settleAccounts(serviceAccounts, (account) =>
      attachPullSecret({ namespace, account }, name, work),
    );
    return { namespace, secret, kept, notes, ...accounts };
  } catch (thrown) {
    return { namespace, secret: 'failed', kept: [], notes: [], serviceAccounts: [], ...describeFailure(thrown) };
  }
};

/** One that fails keeps no other from its turn; the first failure is told. */
async function settleAccounts(
  names: readonly string[],
  settle: (account: string) => Promise<AccountReport['state']>,
): Promise<Pick<SettledNamespace, 'serviceAccounts' | 'error' | 'cause'>> {
  const serviceAccounts: AccountReport[] = [];
  let failure: Pick<SettledNamespace, 'error' | 'cause'> | undefined;
  for (const name of names) {
    try {
      serviceAccounts.push({ name, state: await settle(name) });
    } catch (thrown) {
      failure ??= describeFailure(thrown);
    }
  }
  return { serviceAccounts, ...failure };
}

function describeFailure(thrown: unknown): Pick<SettledNamespace, 'error' | 'cause'> {
  const cause = toDcrError(thrown);
  const { code, message, remedy } = cause;
  return { error: { code, message, remedy }, cause };
}

export function describePending(namespace: string): SettledNamespace {
  return { namespace, secret: 'pending', kept: [], serviceAccounts: [], notes: [] };
}
