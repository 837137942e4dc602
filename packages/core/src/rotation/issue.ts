import type { Credential } from '../credential/credential.ts';
import { checkCredential } from '../credential/credential.ts';
import { deriveMaskedForms } from '../credential/masking.ts';
import { DcrError } from '../errors.ts';
import type { IssuedCredential } from '../issuers/issuer.ts';
import type { EntryData } from './entry.ts';
import { describeReplaced, describeUnanswered } from './leftover.ts';
import type { Past } from './past.ts';
import { fingerprintPair, isPair, isStillDone, keepUsername } from './past.ts';
import type { Run } from './run.ts';
import { chooseUsername } from './run.ts';

/**
 * Gets the new credential and says which generation it is. One that a person gives must be the one that is being
 * distributed already, if there is one: another may be a typing error, and needs `--supersede`.
 * Throws `DCR_INPUT_INVALID`, `DCR_CREDENTIAL_MISSING`, `DCR_CREDENTIAL_EXPIRED`, and whatever the issuer throws.
 */
export async function issueCredential(run: Run): Promise<void> {
  const { job, orders, ports, past } = run;
  const { registry, name } = job.settings;
  const source = await askSource(run);
  await orders.mask?.(deriveMaskedForms(source));
  const { username, password, expiresAt }: Credential = checkCredential(source, { registry, now: ports.clock.now() });
  const issued = { username, password, ...(expiresAt === undefined ? {} : { expiresAt }) };
  const last = past?.generations.at(-1);
  const isSame = last !== undefined && isPair(issued, last.fingerprint);
  const byPerson = orders.given !== undefined || job.issuer === undefined;
  if (byPerson && orders.mode !== 'supersede' && isAnother(run, issued)) {
    throw new DcrError('DCR_INPUT_INVALID', {
      message: `${name}: this is not the credential that rotation ${run.rotation} is distributing to ${registry}`,
      remedy: 'Check it for typing errors; if it really is a newer one: dcr-login rotate --supersede.',
      registry,
    });
  }
  run.issued = issued;
  run.generation = isSame ? last.generation : (last?.generation ?? 0) + 1;
  if (past !== undefined) run.notes.push(...describeUnanswered(past), ...describeReplaced(run));
  // What is in use already, on a machine without a journal: nothing is known of an older one.
  if (run.old !== undefined && isPair(run.old, fingerprintPair(issued, run.salt))) run.old = undefined;
  adoptStates(run);
}

/** Than the one that is being distributed: by this rotation, or where it has none yet, by its shards. */
function isAnother({ past, shards }: Run, issued: IssuedCredential): boolean {
  const pasts = past === undefined ? shards : [past];
  const proved = pasts.flatMap(({ generations }) => generations.at(-1) ?? []).filter((one) => one.proved);
  return proved.length > 0 && !proved.some(({ fingerprint }) => isPair(issued, fingerprint));
}

async function askSource(run: Run): Promise<IssuedCredential> {
  const { job, orders, rotation } = run;
  const { registry, name } = job.settings;
  const { given, ask, signal } = orders;
  if (given !== undefined) return { ...given, username: chooseUsername(run) ?? '' };
  if (job.issuer !== undefined) return job.issuer.issue({ rotation, registry, signal });
  const answer = await ask?.({ credential: name, registry, rotation, username: chooseUsername(run) });
  if (answer !== undefined) return answer;
  throw new DcrError('DCR_CREDENTIAL_MISSING', { message: 'nobody was there to be asked for the new credential' });
}

/**
 * What this rotation, or its shards, have stored of this very credential is done, unless another run wrote there as late
 * or later; everything else is to be done.
 */
function adoptStates({ past, shards, witnesses, targets, issued }: Run): void {
  const sources = [past, ...shards].filter((one): one is Past => {
    const last = one?.generations.at(-1);
    return issued !== undefined && last !== undefined && isPair(issued, last.fingerprint);
  });
  for (const work of targets) {
    if (work.state === 'skipped') continue;
    const { id } = work.target;
    const found = sources.flatMap((source) => {
      const one = source.targets.get(id);
      return one !== undefined && isStillDone(id, source, witnesses) ? [one] : [];
    })[0];
    work.state = found?.state ?? 'pending';
    work.report = { check: found?.check ?? 'none' };
  }
}

export function describeIssuing({ past, job, orders }: Run): EntryData['issuing'] {
  const asks = orders.given === undefined && job.issuer !== undefined;
  const generation = (past?.generations.at(-1)?.generation ?? 0) + 1;
  return { generation, asks, ...(asks && job.issuer?.makesNothing === true ? { makesNothing: true } : {}) };
}

export function describeIssued({ issued, generation, salt }: Run): EntryData['issued'] {
  if (issued === undefined) throw new DcrError('DCR_INTERNAL', { message: 'nothing was issued' });
  return { generation, username: keepUsername(issued), fingerprint: fingerprintPair(issued, salt) };
}
