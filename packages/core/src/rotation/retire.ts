import { DcrError, toDcrError } from '../errors.ts';
import { findPresentName, findWholeSources, listGiven, listJoined } from './leftover.ts';
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
 * The usernames that are to end: of the old credential, and of those that an issuer made for this rotation and that were
 * then replaced. Never the one that is in use now, whatever its password: an issuer ends a username with all that belongs
 * to it. Nor what was only given, though a shard that ran once more found it as the old one, unless the caller names it so.
 */
export function listRetired(run: Run): readonly string[] {
  const { oldName, past, notes, orders } = run;
  const joined = listJoined(run);
  const marks = joined.map((one) => one.old.username);
  const present = findPresentName(run);
  const given = new Set(listGiven(run).filter((name) => name !== orders.old?.username));
  const replaced = [...joined, ...findWholeSources(run)]
    .flatMap(({ generations }) => generations)
    .filter(({ byIssuer }) => byIssuer);
  const old = [oldName, ...marks];
  const all = [...old, ...replaced.map(({ username }) => username)].filter(
    (name): name is string => name !== null && !given.has(name),
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
