import { DcrError } from '../errors.ts';
import type { CredentialPlan } from './plan.ts';
import { makePlan, refuseChanges } from './plan.ts';
import type { Run } from './run.ts';
import { canRetire, chooseUsername, hasCredential } from './run.ts';

/**
 * Makes the plan and refuses what can be known to fail, before anything is issued. Where a credential exists already, one
 * refusing target is that target's failure: the others must not be left with a credential that may be dead.
 */
export function decidePlan(run: Run, expected: CredentialPlan | 'missing' | undefined): void {
  const { job, orders, past, targets } = run;
  const { name, registry, issuer, grace } = job.settings;
  run.plan = makePlan({
    name,
    registry,
    issuer: { type: issuer.type, given: orders.given !== undefined, retires: canRetire(run) },
    grace,
    shard: orders.shard ?? null,
    settled: run.settled,
    resumes: past?.rotation ?? run.shards[0]?.rotation ?? null,
    targets,
  });
  if (expected !== undefined) refuseChanges(expected, run.plan);
  refuseTargets(run);
  if (!run.settled) refuseSource(run);
}

function refuseTargets(run: Run): void {
  const mine = run.targets.filter(({ state }) => state !== 'skipped');
  const refused = mine.flatMap(({ target, facts }) => (facts instanceof DcrError ? [{ target, error: facts }] : []));
  const [first] = refused;
  if (first === undefined || (hasCredential(run) && refused.length < mine.length)) return;
  const { registry } = run.job.settings;
  const named = refused.map(({ target, error }) => `${target.id}: ${error.message}`);
  const message = named.length === 1 ? (named[0] ?? '') : `${named.length} targets refuse:\n  ${named.join('\n  ')}`;
  const { code, remedy, retryAfter } = first.error;
  const when = retryAfter === undefined ? {} : { retryAfter };
  throw new DcrError(code, { message: `${message} (nothing was issued or written)`, remedy, registry, ...when });
}

/** Whom the credential comes from can be known before it is wanted. */
function refuseSource(run: Run): void {
  const { job, orders, ports } = run;
  const { issuer, registry, name } = job.settings;
  if (orders.given !== undefined) {
    if (chooseUsername(run) !== undefined) return;
    const message = `DCR_NEW_PASSWORD is given for ${name}, but not whose it is`;
    throw new DcrError('DCR_CREDENTIAL_MISSING', { message, registry, remedy: 'Set DCR_NEW_USERNAME.' });
  }
  if (orders.shard !== undefined) {
    const message = `a shard distributes a credential that is given, and DCR_NEW_PASSWORD is not set`;
    const remedy = 'Set DCR_NEW_USERNAME and DCR_NEW_PASSWORD: one run issues, the shards distribute.';
    throw new DcrError('DCR_CREDENTIAL_MISSING', { message, registry, remedy });
  }
  if (issuer.type === 'console' && orders.ask === undefined && !orders.dryRun) {
    const message = `the new credential of ${name} comes from a person, and nobody is here to be asked`;
    const remedy = `${CONSOLE_PATH} → regenerate; then set DCR_NEW_PASSWORD (and DCR_NEW_USERNAME), or run it at a terminal.`;
    throw new DcrError('DCR_CREDENTIAL_MISSING', { message, registry, remedy });
  }
  for (const variable of listTokenVariables(issuer)) {
    if ((ports.environment.variables[variable] ?? '') !== '') continue;
    const message = `${variable} is not set, which issuer ${issuer.type} of ${name} needs`;
    throw new DcrError('DCR_CREDENTIAL_MISSING', { message, registry, remedy: `Set ${variable}.` });
  }
}

/** Where a person regenerates a credential: https://docs.nexqloud.io, "Manage Access Credentials". */
const CONSOLE_PATH = 'Console → Container → DCR Container Registry → the registry → Credentials';

function listTokenVariables(issuer: Run['job']['settings']['issuer']): readonly string[] {
  if (issuer.type === 'vault')
    return [issuer, issuer.retire].flatMap((call) => (call === undefined ? [] : [call.tokenEnv ?? 'VAULT_TOKEN']));
  if (issuer.type !== 'http') return [];
  return [issuer.tokenEnv, issuer.retire?.tokenEnv].filter((name) => name !== undefined);
}
