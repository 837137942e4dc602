import { findStep } from '../rotation/law.ts';
import type { CredentialPlan, PlannedTarget, RotationPlan } from '../rotation/plan.ts';
import { describeTime } from './time.ts';

/** A plan for people, one line a target; a step that is taken for each target is told once. */
export function renderPlan({ credentials }: RotationPlan): readonly string[] {
  return credentials.flatMap(renderCredential);
}

function renderCredential(plan: CredentialPlan): readonly string[] {
  const { name, registry, issuer, shard, resumes, targets, effects, grace } = plan;
  const part = shard === null ? '' : `, shard ${shard.index} of ${shard.count}`;
  const from = issuer.given ? 'given (DCR_NEW_PASSWORD)' : `issuer ${issuer.type}`;
  const again = resumes === null ? '' : `, continues ${resumes}`;
  const steps = [...new Set(effects.map(({ step }) => step))];
  return [
    `${name}: ${registry}, new credential ${from}${part}${again}`,
    ...renderTargets(targets),
    ...steps.map((step, index) => `  ${index + 1}. ${findStep(step).says}${describeCount(plan, step, grace)}`),
    ...renderEstimate(plan),
    ...(issuer.retires || shard !== null
      ? []
      : ['  the issuer cannot end the old credential: end it where it was made']),
  ];
}

/** More lines than this nobody reads; what refuses is always told. */
const LONGEST_LIST = 100;

function renderTargets(targets: readonly PlannedTarget[]): readonly string[] {
  if (targets.length <= LONGEST_LIST) return targets.map(renderTarget);
  const refused = targets.filter((target) => target.refused !== undefined);
  return [`  • ${targets.length} targets, all of them with --dry-run --json`, ...refused.map(renderTarget)];
}

function renderTarget({ id, state, exists, unknown, refused }: PlannedTarget): string {
  if (refused !== undefined) return `  ✖ ${id}: ${refused.code}: ${refused.message}`;
  const now = state === 'pending' ? (exists ? 'to be updated' : 'to be created') : state;
  return `  • ${id}: ${now}${unknown.length === 0 ? '' : ` (not known before: ${unknown.join('; ')})`}`;
}

function describeCount({ effects }: CredentialPlan, step: string, grace: number): string {
  if (step === 'wait') return ` (${describeTime(grace)})`;
  const count = effects.filter((effect) => effect.step === step && effect.target !== undefined).length;
  return count === 0 ? '' : ` (${count} ${count === 1 ? 'target' : 'targets'})`;
}

function renderEstimate({ estimate }: CredentialPlan): readonly string[] {
  if (estimate.length === 0) return ['  nothing is left to write'];
  const slowest = Math.max(...estimate.map(({ seconds }) => seconds));
  const lanes = estimate.map(({ api, targets, seconds }) => `${api} ${targets} in ${describeTime(seconds * 1000)}`);
  return [`  writing takes about ${describeTime(slowest * 1000)}: ${lanes.join(', ')}`];
}
