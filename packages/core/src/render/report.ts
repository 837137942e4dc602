import type { CredentialReport, OldReport, RotationReport, TargetReport } from '../rotation/report.ts';

/** What `check` can have found, in words that promise no more than it. */
const CHECKS = { 'read-back': 'read back', metadata: 'by its time of writing', none: 'not checkable' } as const;
const MARKS = { updated: '✔', unchanged: '✔', failed: '✖', pending: '…', skipped: '–' } as const;

const HEADS = {
  complete: 'is complete',
  incomplete: 'is NOT complete',
  planned: 'is planned',
  aborted: 'was given up',
} as const;

export function renderReportJson({
  rotation,
  state,
  targets,
  credentials,
  plan,
}: RotationReport): Record<string, unknown> {
  return {
    rotation,
    state,
    targets,
    credentials: credentials.map(({ error, targets: _targets, effects: _effects, ...rest }) => {
      return error === undefined ? rest : { ...rest, error: { code: error.code, message: error.message } };
    }),
    ...(plan === undefined ? {} : { plan }),
  };
}

export function renderReportText({ credentials }: RotationReport): readonly string[] {
  return credentials.flatMap((credential) => {
    const { name, registry, rotation, state, targets, old, notes } = credential;
    return [
      `${name}: rotation ${rotation} of ${registry} ${HEADS[state]} (${countTargets(targets)})`,
      ...targets.filter(isWorthALine(targets)).map((target) => `  ${MARKS[target.state]} ${describeTarget(target)}`),
      ...(old === null ? [] : [`  the old credential ${describeOld(old, credential)}`]),
      ...notes.map((note) => `  note: ${note}`),
    ];
  });
}

export function renderReportMarkdown({ credentials }: RotationReport): string {
  const parts = credentials.flatMap((credential) => {
    const { name, registry, rotation, state, targets, old, notes, error } = credential;
    const rows = targets
      .filter(isWorthALine(targets))
      .map(({ id, state: one, check, error: fault }) => [
        `${MARKS[one]} ${one}`,
        `\`${id}\``,
        one === 'updated' || one === 'unchanged' ? CHECKS[check] : '',
        fault === undefined ? '' : `${fault.code}: ${fault.message}`,
      ]);
    return [
      `## ${name}: rotation ${HEADS[state]}`,
      '',
      `\`${registry}\`, \`${rotation}\`, ${countTargets(targets)}`,
      '',
      ...(rows.length === 0
        ? []
        : ['| State | Target | Checked | Why |', '| --- | --- | --- | --- |', ...rows.map(renderRow), '']),
      ...(old === null ? [] : [`The old credential ${describeOld(old, credential)}.`, '']),
      ...notes.flatMap((note) => [`> ${note}`, '']),
      ...(error === undefined ? [] : [`**${error.code}**: ${escapeCell(error.message)}`, '', `→ ${error.remedy}`, '']),
    ];
  });
  return `${parts.join('\n')}\n`;
}

/** A thousand green lines hide the red one; GitHub cuts a summary at 1 MiB. */
const LONGEST_LIST = 500;

function isWorthALine(targets: readonly TargetReport[]): (target: TargetReport) => boolean {
  return ({ state }) => targets.length <= LONGEST_LIST || state === 'failed' || state === 'pending';
}

function describeTarget({ id, state, check, error }: TargetReport): string {
  if (error !== undefined) return `${id}: ${state}: ${error.code}: ${error.message}\n      → ${error.remedy}`;
  return state === 'updated' || state === 'unchanged' ? `${id}: ${state}, ${CHECKS[check]}` : `${id}: ${state}`;
}

function countTargets(targets: readonly TargetReport[]): string {
  const counts = new Map<string, number>();
  for (const { state } of targets) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
}

function describeOld({ opens, says, retired }: OldReport, { state }: CredentialReport): string {
  const ended = retired.length === 0 ? '' : ` (ended by the issuer: ${retired.join(', ')})`;
  if (opens === 'no') return `is dead${ended}`;
  if (opens === 'unknown') return `could not be tried: ${says}${ended}`;
  const remedy = state === 'complete' ? '; end it where it was made' : '';
  return `STILL opens the registry${ended}${remedy}`;
}

function renderRow(cells: readonly string[]): string {
  return `| ${cells.map(escapeCell).join(' | ')} |`;
}

/** Text from elsewhere stays in its cell. */
function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}
