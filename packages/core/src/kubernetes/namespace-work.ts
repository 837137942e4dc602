import { toDcrError } from '../errors.ts';
import type { PullCredential } from './pull-credential.ts';
import type { AccountReport, NamespaceReport, SecretState, SettledNamespace } from './pull-secret-report.ts';
import { decideChange } from './secret-change.ts';
import type { KubernetesWork } from './secret-write.ts';
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

/** Looks, and changes nothing. */
export const planNamespace: Settle = async ({ namespace, name, credential, serviceAccounts, replace, force }, work) => {
  const place = { namespace, name };
  const accounts: AccountReport[] = [];
  let seen: Pick<NamespaceReport, 'kept' | 'notes'> = { kept: [], notes: [] };
  try {
    const found = await readSecret(place, work.api, work.signal);
    const change = decideChange(found, credential, { place, replace, force });
    seen = { kept: change.kept, notes: change.notes };
    if (change.do === 'refuse') throw change.error;
    for (const account of serviceAccounts) {
      const present = await hasPullSecret({ namespace, account }, name, work);
      accounts.push({ name: account, state: present ? 'present' : 'add' });
    }
    const secret = change.do === 'nothing' ? 'unchanged' : change.do;
    return { namespace, secret, serviceAccounts: accounts, ...seen };
  } catch (thrown) {
    return { namespace, secret: 'failed', serviceAccounts: accounts, ...seen, ...describeFailure(thrown) };
  }
};

/** Writes what is not in step. */
export const applyNamespace: Settle = async (
  { namespace, name, credential, serviceAccounts, replace, force },
  work,
) => {
  const accounts: AccountReport[] = [];
  let secret: SecretState = 'failed';
  let seen: Pick<NamespaceReport, 'kept' | 'notes'> = { kept: [], notes: [] };
  try {
    const written = await writeSecret({ place: { namespace, name }, credential, replace, force }, work);
    secret = written.state;
    seen = { kept: written.kept, notes: written.notes };
    // In this order: an account never names a secret that is not there.
    for (const account of serviceAccounts)
      accounts.push({ name: account, state: await attachPullSecret({ namespace, account }, name, work) });
    return { namespace, secret, serviceAccounts: accounts, ...seen };
  } catch (thrown) {
    return { namespace, secret, serviceAccounts: accounts, ...seen, ...describeFailure(thrown) };
  }
};

function describeFailure(thrown: unknown): Pick<SettledNamespace, 'error' | 'cause'> {
  const cause = toDcrError(thrown);
  const { code, message, remedy } = cause;
  return { error: { code, message, remedy }, cause };
}

export function describePending(namespace: string): SettledNamespace {
  return { namespace, secret: 'pending', kept: [], serviceAccounts: [], notes: [] };
}
