import type { RotationEvent } from '@nexqloud/dcr-core';

/** One line of the log for each step and target. */
export function describeEvent(event: RotationEvent): string {
  if (event.kind === 'step') return `${event.credential}: ${event.says}`;
  const { target, done, all } = event;
  const why = target.error === undefined ? '' : `: ${target.error.code}: ${target.error.message}`;
  return `  ${done}/${all} ${target.id}: ${target.state}${why}`;
}
