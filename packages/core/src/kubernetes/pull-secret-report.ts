import { DcrError } from '../errors.ts';

/** What is, or would be, done to one secret. `pending`: the command ended before its turn. */
export type SecretState =
  'create' | 'update' | 'replace' | 'created' | 'updated' | 'replaced' | 'unchanged' | 'failed' | 'pending';

export interface AccountReport {
  readonly name: string;
  readonly state: 'add' | 'added' | 'present';
}

export interface NamespaceReport {
  readonly namespace: string;
  readonly secret: SecretState;
  /** Registries whose entries in the secret stay as they are. */
  readonly kept: readonly string[];
  readonly serviceAccounts: readonly AccountReport[];
  readonly notes: readonly string[];
  readonly error?: { readonly code: string; readonly message: string; readonly remedy: string };
}

export interface PullSecretReport {
  readonly registry: string;
  /** Of the secret. */
  readonly name: string;
  readonly context: string;
  /** Address of the API server. */
  readonly server: string;
  readonly applied: boolean;
  readonly namespaces: readonly NamespaceReport[];
  /** What was found out about the credential, one sentence each. */
  readonly notes: readonly string[];
  /** Why some namespaces were not done. */
  readonly error?: DcrError;
}

/** A report with the error itself. */
export type SettledNamespace = NamespaceReport & { readonly cause?: DcrError };

/** One error for all that was not done; it has the code of the first. */
export function explainReports(
  all: readonly SettledNamespace[],
  { registry, isLate }: { readonly registry: string; readonly isLate: boolean },
): DcrError | undefined {
  const failed = all.filter(({ cause }) => cause !== undefined);
  const pending = all.filter(({ secret }) => secret === 'pending');
  const open = failed.length + pending.length;
  if (open === 0) return undefined;
  const [first] = failed;
  if (first?.cause !== undefined && all.length === 1) return first.cause;
  const told = failed.slice(0, 5).map(({ namespace, cause }) => `${namespace}: ${cause?.message ?? ''}`);
  const more = open > told.length ? `; and ${open - told.length} more` : '';
  const code = isLate || first?.cause === undefined ? 'DCR_TIMEOUT' : first.cause.code;
  const remedy = isLate
    ? 'Run it again with a longer --timeout: what is done already is not written again.'
    : first?.cause?.remedy;
  return new DcrError(code, {
    message: `${open} of ${all.length} namespaces were not done: ${told.join('; ')}${more}`,
    registry,
    ...(remedy === undefined ? {} : { remedy }),
  });
}
