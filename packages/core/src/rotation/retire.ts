import { DcrError, toDcrError } from '../errors.ts';
import { findPresentName, findWholeSources } from './leftover.ts';
import type { Run } from './run.ts';

/** Until when whoever still uses the old one is let be; a run that continues does not start to wait anew. */
export function chooseEnd({ past, ports, job, settled, generation }: Run): number {
  const isSame = settled || past?.generations.at(-1)?.generation === generation;
  return (isSame ? past?.waitUntil : undefined) ?? ports.clock.now() + job.settings.grace;
}

export async function waitUntil({ ports, orders }: Run, until: number): Promise<void> {
  const left = until - ports.clock.now();
  if (left > 0) await ports.clock.sleep(left, orders.signal);
}

/**
 * The usernames that are to end: of the old credential, and of those that this rotation, its shards, or the run that issued
 * for them had and then replaced. Never the one that is in use now, whatever its password: an issuer ends a username with
 * all that belongs to it.
 */
export function listRetired(run: Run): readonly string[] {
  const { oldName, past, shards, witnesses, notes } = run;
  // A shard that was done and ran again found only the new one: what it saw the first time counts.
  const joined = shards.length > 0 ? witnesses.filter(({ shard }) => shard !== null) : [];
  const marks = [past, ...joined].map((one) => one?.old.username);
  const present = findPresentName(run);
  const replaced = [past, ...joined, ...findWholeSources(run)].flatMap((one) => one?.generations ?? []);
  const old = [oldName, ...marks];
  const all = [...old, ...replaced.map(({ username }) => username)].filter(
    (name) => name !== undefined && name !== null,
  );
  const names = [...new Set(all)].filter((name) => name !== present && past?.retired.has(name) !== true);
  if (present !== null && present !== undefined && old.includes(present) && names.length === 0)
    notes.push(`the username stayed ${present}, so nothing was retired: it would end the new credential too`);
  return names;
}

/** Throws `DCR_ROTATION_INCOMPLETE`: everybody has the new one by now, and the old one lives on. */
export async function retireName({ job, orders, rotation }: Run, username: string): Promise<void> {
  const { name, registry } = job.settings;
  try {
    await job.issuer?.retire?.({ username, rotation, signal: orders.signal });
  } catch (cause) {
    const { message: why } = toDcrError(cause);
    const message = `${name}: every target holds the new credential, but the old one (${username}) could not be ended: ${why}`;
    const remedy = 'Mend that, then: dcr-login rotate --resume.';
    throw new DcrError('DCR_ROTATION_INCOMPLETE', { message, remedy, registry, cause });
  }
}
