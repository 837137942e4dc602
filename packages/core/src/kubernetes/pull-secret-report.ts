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

/** What ended the command before its work was done. */
export type Ending = 'interrupted' | 'late' | undefined;

/** One error for all that was not done: why the command ended, else the first failure, with its code. */
export function explainReports(
  all: readonly SettledNamespace[],
  { registry, ending }: { readonly registry: string; readonly ending: Ending },
): DcrError | undefined {
  const failed = all.filter(({ cause }) => cause !== undefined);
  const pending = all.filter(({ secret }) => secret === 'pending');
  const open = failed.length + pending.length;
  if (open === 0) return undefined;
  const first = failed[0]?.cause;
  const wasCut = first === undefined || first.code === 'DCR_UNREACHABLE' || first.code === 'DCR_TIMEOUT';
  const told = failed.slice(0, 5).map(({ namespace, cause }) => `${namespace}: ${cause?.message ?? ''}`);
  const more = open > told.length ? [`${told.length === 0 ? '' : 'and '}${open - told.length} more`] : [];
  const message = `${open} of ${all.length} namespaces were not done: ${[...told, ...more].join('; ')}`;
  if (ending !== undefined && (wasCut || ending === 'interrupted')) return explainEnding(ending, message, registry);
  const { code, remedy, retryAfter } = first ?? new DcrError('DCR_INTERNAL', { message });
  const wait = retryAfter === undefined ? {} : { retryAfter };
  const own = all.length === 1 && first !== undefined ? first.message : message;
  return new DcrError(code, { message: own, remedy, registry, ...wait, cause: first });
}

function explainEnding(ending: 'interrupted' | 'late', message: string, registry: string): DcrError {
  if (ending === 'interrupted')
    return new DcrError('DCR_UNREACHABLE', {
      message: `interrupted: ${message}`,
      remedy: 'Run it again: what is done already is not written again.',
      registry,
    });
  return new DcrError('DCR_TIMEOUT', { message, remedy: LATE, registry });
}

const LATE = 'Run it again with a longer --timeout: what is done already is not written again.';

/** What was cut off by the time limit, before any namespace had its turn. */
export function explainLate(thrown: unknown): unknown {
  if (!(thrown instanceof DcrError) || thrown.code !== 'DCR_UNREACHABLE') return thrown;
  return new DcrError('DCR_TIMEOUT', { message: thrown.message, remedy: LATE, cause: thrown });
}
