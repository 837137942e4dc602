import { toDcrError } from '../errors.ts';
import type { KubernetesWork } from './api.ts';
import type { PullCredential } from './pull-credential.ts';
import type { AccountReport, NamespaceReport, SecretState, SettledNamespace } from './pull-secret-report.ts';
import { rehearseAccount, rehearseReplacement, rehearseSecret } from './rehearsal.ts';
import { decideChange } from './secret-change.ts';
import { writeSecret } from './secret-write.ts';
import { readSecret } from './secret.ts';
import { attachPullSecret, inspectAccount } from './service-account.ts';

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
  const { notes, ...accounts } = await settleAccounts(serviceAccounts, async (account) => {
    const found = await inspectAccount({ namespace, account }, name, work);
    if (found.state === 'present') return found;
    return { ...found, notes: [...found.notes, ...(await rehearseAccount({ namespace, account }, work))] };
  });
  return { namespace, secret, kept: seen.kept, notes: [...seen.notes, ...notes], ...accounts };
};

/** Writes what is not in step. */
export const applyNamespace: Settle = async (
  { namespace, name, credential, serviceAccounts, replace, force },
  work,
) => {
  try {
    const written = await writeSecret({ place: { namespace, name }, credential, replace, force }, work);
    const { state: secret, kept } = written;
    // In this order: an account never names a secret that is not there.
    const { notes, ...accounts } = await settleAccounts(serviceAccounts, (account) =>
      attachPullSecret({ namespace, account }, name, work),
    );
    return { namespace, secret, kept, notes: [...written.notes, ...notes], ...accounts };
  } catch (thrown) {
    return { namespace, secret: 'failed', kept: [], notes: [], serviceAccounts: [], ...describeFailure(thrown) };
  }
};

interface SettledAccount {
  readonly state: AccountReport['state'];
  readonly notes: readonly string[];
}

/** One that fails keeps no other from its turn; the first failure is told. */
async function settleAccounts(
  names: readonly string[],
  settle: (account: string) => Promise<SettledAccount>,
): Promise<Pick<SettledNamespace, 'serviceAccounts' | 'notes' | 'error' | 'cause'>> {
  const serviceAccounts: AccountReport[] = [];
  const told: string[] = [];
  let failure: Pick<SettledNamespace, 'error' | 'cause'> | undefined;
  for (const name of names) {
    try {
      const { state, notes } = await settle(name);
      serviceAccounts.push({ name, state });
      told.push(...notes.map((note) => `service account ${name}: ${note}`));
    } catch (thrown) {
      failure ??= describeFailure(thrown);
    }
  }
  return { serviceAccounts, notes: told, ...failure };
}

function describeFailure(thrown: unknown): Pick<SettledNamespace, 'error' | 'cause'> {
  const cause = toDcrError(thrown);
  const { code, message, remedy } = cause;
  return { error: { code, message, remedy }, cause };
}

export function describePending(namespace: string): SettledNamespace {
  return { namespace, secret: 'pending', kept: [], serviceAccounts: [], notes: [] };
}
