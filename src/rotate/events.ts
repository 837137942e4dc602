import type { RotationEvent } from '@nexqloud/dcr-core';
import { renderPlan } from '@nexqloud/dcr-core/render';

/** The plan, then one line of the log for each step and target. */
export function describeEvent(event: RotationEvent): string {
  if (event.kind === 'plan') return renderPlan(event.plan).join('\n');
  if (event.kind === 'step') return `${event.credential}: ${event.says}`;
  const { target, done, all } = event;
  const why = target.error === undefined ? '' : `: ${target.error.code}: ${target.error.message}`;
  return `  ${done}/${all} ${target.id}: ${target.state}${why}`;
}
