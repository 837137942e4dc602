import type { Ports } from './ports/index.ts';
import type { RotateRequest } from './rotation/orders.ts';
import type { RotationPlan } from './rotation/plan.ts';
import type { RotationReport } from './rotation/report.ts';
import type { StatusReport, StatusRequest } from './rotation/status.ts';

// YAML, its schema and everything that writes to targets are loaded here and not before: a login needs none of it.

/**
 * What a rotation would do, as data without a secret: every target is looked at with the permissions that the write will
 * have, and nothing is changed or kept. Throws what `rotate` would throw before anything is issued.
 */
export async function planRotation(request: RotateRequest, ports: Ports): Promise<RotationPlan> {
  const { runRotation } = await import('./rotation/rotate.ts');
  return (await runRotation(request, { dryRun: true }, ports)).plan ?? { version: 1, credentials: [] };
}

/**
 * Brings a new credential to every place that stores the old one, in the order of `rotation/law.ts`, and survives a crash
 * at any moment. The report says what became of each target; its `error` is why the rotation is not complete.
 * Throws, with nothing issued or written: `DCR_CONFIG_INVALID`, `DCR_INPUT_INVALID`, `DCR_CREDENTIAL_MISSING`,
 * `DCR_TARGET_REFUSED`, `DCR_TARGET_FOREIGN`, `DCR_LOCKED`, `DCR_STORE_FAILED`, `DCR_ROTATION_INCOMPLETE` (an earlier one
 * is not complete) and the codes of exit status 5.
 */
export async function rotate(request: RotateRequest, ports: Ports): Promise<RotationReport> {
  const { runRotation } = await import('./rotation/rotate.ts');
  return runRotation(request, { dryRun: false }, ports);
}

/**
 * What is stored where, how old it is and whether it is in step, without values. The report's `error` is `DCR_DRIFT`,
 * `DCR_TOO_OLD` or what kept a place from being looked at. Throws `DCR_CONFIG_INVALID` and `DCR_INPUT_INVALID`.
 */
export async function inspectTargets(request: StatusRequest, ports: Ports): Promise<StatusReport> {
  const { inspectStatus } = await import('./rotation/status.ts');
  return inspectStatus(request, ports);
}
