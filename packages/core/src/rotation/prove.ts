import { DcrError } from '../errors.ts';
import type { IssuedCredential } from '../issuers/issuer.ts';
import { AFTER_MINTING } from '../registry/retry.ts';
import { verify } from '../verify.ts';
import type { OldReport } from './report.ts';
import type { Run } from './run.ts';

/**
 * Proves that the new credential opens the registry. Right after an issuer made it, a refusal may be a registry that has
 * not heard of it yet. Throws the code of whatever refuses it, and `DCR_CREDENTIAL_UNPROVEN`.
 */
export async function proveNew(run: Run): Promise<void> {
  const { job, orders, ports, issued } = run;
  if (issued === undefined) throw new DcrError('DCR_INTERNAL', { message: 'nothing was issued' });
  const minted = orders.given === undefined && job.issuer !== undefined;
  const end = ports.clock.now() + (minted ? AFTER_MINTING.window : 0);
  for (let pause: number = AFTER_MINTING.firstPause; ; pause *= 2) {
    const refusal = await tryToProve(run, issued);
    if (refusal === undefined) return;
    const isEarly = refusal.code === 'DCR_CREDENTIAL_REJECTED' && ports.clock.now() + pause <= end;
    if (!isEarly || orders.signal.aborted) throw refusal;
    await ports.clock.sleep(pause, orders.signal);
  }
}

/** With every target done. What is wrong now keeps the old one alive. */
export async function confirmNew(run: Run): Promise<void> {
  const refusal = run.issued === undefined ? undefined : await tryToProve(run, run.issued);
  if (refusal !== undefined) throw refusal;
}

/** What refuses it, or nothing. */
export async function tryToProve(run: Run, credential: IssuedCredential): Promise<DcrError | undefined> {
  const first = await attempt(run, credential, 'auth');
  // A registry that lets anybody in proves nothing by letting us in; the right to push still can.
  return first?.code === 'DCR_CREDENTIAL_UNPROVEN' ? attempt(run, credential, 'push') : first;
}

async function attempt(
  { job, orders, ports }: Run,
  credential: IssuedCredential,
  action: 'auth' | 'push',
): Promise<DcrError | undefined> {
  const { registry } = job.settings;
  const { allowRealms, signal } = orders;
  try {
    await verify({ registry, credential, action, allowRealms, signal }, ports);
    return undefined;
  } catch (error) {
    if (error instanceof DcrError) return error;
    throw error;
  }
}

/** Whether the old credential still opens the registry, as far as it can be tried. */
export async function tryOld(run: Run): Promise<void> {
  run.oldReport = await askOld(run);
}

async function askOld(run: Run): Promise<Omit<OldReport, 'retired'>> {
  const { old } = run;
  if (old === undefined) {
    const says = 'it is not known: no target let itself be read, and DCR_USERNAME and DCR_PASSWORD are not set';
    return { opens: 'unknown', says };
  }
  const refusal = await tryToProve(run, old);
  if (refusal === undefined) return { opens: 'yes', says: 'the registry accepted it just now' };
  if (refusal.exitCode !== 3 && refusal.exitCode !== 4) return { opens: 'unknown', says: refusal.message };
  const opens = refusal.code === 'DCR_CREDENTIAL_UNPROVEN' ? 'unknown' : 'no';
  return { opens, says: `${refusal.code}: ${refusal.message}` };
}
