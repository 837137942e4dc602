import { deriveMaskedForms, redactText } from '../credential/masking.ts';
import { DcrError, toDcrError } from '../errors.ts';
import type { TargetCheck, TargetCredential, TargetFacts } from '../targets/target.ts';
import type { EntryData } from './entry.ts';
import type { Run, TargetWork } from './run.ts';

/**
 * Stores the new credential at one target and checks it. `intend` puts the intent on disk; without it nothing is written.
 * What the target throws becomes its state, never the end of the run.
 */
export async function writeTarget(
  run: Run,
  work: TargetWork,
  intend: () => Promise<void>,
): Promise<EntryData['wrote']> {
  const credential = toTargetCredential(run);
  const { target, index } = work;
  try {
    const facts = await lookAgain(run, work);
    const present = await findPresent(work, credential, facts);
    if (present !== undefined) return { target: index, state: 'unchanged', check: present.kind };
    await throughJournal(intend);
    work.state = 'writing';
    // A signal that asks to stop lets the write in hand finish; each request has its own bound.
    await target.write(credential, facts, NEVER);
    const { kind, holds } = await target.check(credential, facts, NEVER);
    if (holds) return { target: index, state: 'updated', check: kind };
    const message = `${target.id} took the write, and does not hold the new credential when it is looked at (${kind})`;
    throw new DcrError('DCR_TARGET_REFUSED', {
      message,
      remedy: 'Find out who else writes there, then: dcr-login rotate --resume.',
    });
  } catch (thrown) {
    if (thrown instanceof JournalFault) throw thrown.cause;
    const { code, message, remedy } = toDcrError(thrown);
    const forms = deriveMaskedForms(credential);
    const error = { code, message: redactText(message, forms), remedy: redactText(remedy, forms) };
    return { target: index, state: 'failed', check: 'none', error };
  }
}

const NEVER = new AbortController().signal;

/** The journal's own failure ends the run: nothing may happen that is not written ahead. */
class JournalFault extends Error {
  override readonly name = 'JournalFault';
}

async function throughJournal(intend: () => Promise<void>): Promise<void> {
  try {
    await intend();
  } catch (cause) {
    throw new JournalFault('the journal failed', { cause });
  }
}

/** What was done for an earlier credential was not looked at in this run. */
async function lookAgain({ orders }: Run, work: TargetWork): Promise<TargetFacts> {
  const facts = work.facts ?? (await work.target.inspect(orders.signal));
  if (facts instanceof DcrError) throw facts;
  return facts;
}

/** Only what can be read can be known to hold it already. */
async function findPresent(
  { target }: TargetWork,
  credential: TargetCredential,
  facts: TargetFacts,
): Promise<TargetCheck | undefined> {
  const { stored } = facts;
  if (stored?.username !== credential.username || stored.password.reveal() !== credential.password.reveal())
    return undefined;
  const check = await target.check(credential, facts, NEVER);
  return check.kind === 'read-back' && check.holds ? check : undefined;
}

function toTargetCredential({ issued, job }: Run): TargetCredential {
  if (issued === undefined) throw new DcrError('DCR_INTERNAL', { message: 'nothing was issued' });
  return { ...issued, registry: job.settings.registry };
}
