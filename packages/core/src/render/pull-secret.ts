import type { NamespaceReport, PullSecretReport, SecretState } from '../kubernetes/pull-secret-report.ts';

export function renderPullSecretJson({ error: _error, ...report }: PullSecretReport): Record<string, unknown> {
  return { ...report, imagePullSecrets: [{ name: report.name }] };
}

const WORDS: Readonly<Record<SecretState, string>> = {
  create: 'to be created',
  update: 'to be updated',
  replace: 'to be deleted and created anew',
  created: 'created',
  updated: 'updated',
  replaced: 'deleted and created anew',
  unchanged: 'in step',
  failed: 'not done',
  pending: 'not come to',
};

/** A thousand lines that say the same hide the one that does not. */
const LONGEST_LIST = 100;

export function renderPullSecretText(report: PullSecretReport): readonly string[] {
  const { registry, name, context, server, applied, namespaces, notes } = report;
  const shown = namespaces.length <= LONGEST_LIST ? namespaces : namespaces.filter(isOdd);
  const isAllDone = namespaces.every(isInStep);
  const done = applied ? [] : [isAllDone ? 'Nothing is to be written.' : 'Nothing was written; --apply does it.'];
  return [
    `${registry}: secret ${name} in context ${context} (${server}): ${countStates(namespaces)}`,
    ...shown.flatMap(describeNamespace),
    ...notes.map((note) => `  note: ${note}`),
    ...done,
    'A pod pulls with it by its service account, or by:',
    '  imagePullSecrets:',
    `    - name: ${name}`,
  ];
}

function isInStep({ secret, serviceAccounts, error }: NamespaceReport): boolean {
  return secret === 'unchanged' && error === undefined && serviceAccounts.every(({ state }) => state === 'present');
}

function isOdd({ error, notes, secret }: NamespaceReport): boolean {
  return error !== undefined || notes.length > 0 || secret === 'pending';
}

function countStates(namespaces: readonly NamespaceReport[]): string {
  const counts = new Map<string, number>();
  for (const { secret } of namespaces) counts.set(WORDS[secret], (counts.get(WORDS[secret]) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}

function describeNamespace({
  namespace,
  secret,
  kept,
  serviceAccounts,
  notes,
  error,
}: NamespaceReport): readonly string[] {
  const beside = kept.length === 0 ? '' : `, beside ${kept.join(', ')}`;
  const accounts = serviceAccounts.map(({ name, state }) => {
    return `; service account ${name}: ${state === 'add' ? 'to be added' : state === 'added' ? 'added' : 'in step'}`;
  });
  return [
    ...(error !== undefined && secret === 'failed'
      ? []
      : [`  ${namespace}: ${WORDS[secret]}${beside}${accounts.join('')}`]),
    ...(error === undefined ? [] : [`  ✖ ${namespace}: ${error.code}: ${error.message}`]),
    ...notes.map((note) => `      note: ${note}`),
  ];
}
