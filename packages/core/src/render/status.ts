import type { StatusReport, TargetStatus } from '../rotation/status.ts';
import { describeTime } from './time.ts';

const STEPS = {
  'in-step': '✔ in step',
  drifted: '✖ drifted',
  missing: '✖ missing',
  unread: '? cannot be read',
  unknown: '✖ not looked at',
} as const;

export function renderStatusJson({ credentials }: StatusReport): Record<string, unknown> {
  return { credentials };
}

export function renderStatusText({ credentials }: StatusReport): readonly string[] {
  return credentials.flatMap(({ name, registry, unfinished, notes, targets }) => [
    `${name}: ${registry}${unfinished === undefined ? '' : `, rotation ${unfinished} is not complete (dcr-login rotate --resume)`}`,
    ...targets.map((target) => `  ${STEPS[target.step]}  ${target.id}${describeAge(target)}`),
    ...notes.map((note) => `  note: ${note}`),
  ]);
}

function describeAge({ age, since, tooOld, error }: TargetStatus): string {
  if (error !== undefined) return `: ${error.code}: ${error.message}`;
  if (age === undefined) return ', age not known';
  return `, ${describeTime(age)} old (${since})${tooOld ? ', TOO OLD' : ''}`;
}
