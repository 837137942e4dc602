import { formatTime } from '../credential/credential.ts';
import type { Past } from './past.ts';
import type { Run } from './run.ts';
import { canRetire } from './run.ts';

/** An issuer that was asked may have given something: only it can know. One sentence for each time. */
export function describeUnanswered({ rotation, unanswered }: Pick<Past, 'rotation' | 'unanswered'>): readonly string[] {
  return unanswered.map(
    (at) =>
      `the issuer was asked at ${formatTime(at)} for rotation ${rotation}, and its answer was lost: a credential that it gave then may be alive, and nobody holds it; look for it where it was made, and end it there`,
  );
}

/** What this rotation issued and replaced, where nothing that runs here can end it. */
export function describeReplaced({ job, past, issued }: Run): readonly string[] {
  if (job.issuer === undefined || job.issuer.retire !== undefined) return [];
  const ending = 'end it where it was made; of a fleet, the run that finishes it does so';
  return listReplaced(past === undefined ? [] : [past], issued?.username).map(
    (name) => `${name} was issued by this rotation too, and replaced: as its issuer has no retire:, ${ending}`,
  );
}

/** Whose credential is in use now; null where that is as secret as the password. */
export function findPresentName({ settled, past, issued }: Run): string | null | undefined {
  return settled ? past?.generations.at(-1)?.username : issued?.username;
}

/** The rotations of other names that issued what is in use now: the first step of a fleet. */
export function findSources(run: Run): readonly Past[] {
  const present = findPresentName(run);
  if (typeof present !== 'string') return [];
  return run.siblings.filter(({ generations }) => generations.at(-1)?.username === present);
}

/** What the first step of a fleet may have left alive, for the report of the run that finishes it. */
export function describeLeftovers(run: Run): readonly string[] {
  const sources = findSources(run);
  const lost = sources.flatMap(describeUnanswered);
  if (canRetire(run)) return [...lost, ...describeEarlier(run, sources)];
  const replaced = listReplaced(sources, findPresentName(run));
  return [...lost, ...replaced.map((name) => `${name} was issued and replaced: end it where it was made`)];
}

/**
 * What that step issued in an earlier run, which came to its end: nobody knows here whether it was for this fleet and is
 * used nowhere, or for another one.
 */
function describeEarlier(run: Run, sources: readonly Past[]): readonly string[] {
  const steps = new Set(sources.map(({ credential }) => credential));
  const others = run.siblings.filter((one) => steps.has(one.credential) && !sources.includes(one));
  const ended = new Set([...run.retired, ...run.witnesses.flatMap(({ retired }) => [...retired])]);
  return listReplaced(others, findPresentName(run))
    .filter((name) => !ended.has(name))
    .map(
      (name) =>
        `${name}, which an earlier run of ${[...steps].join(', ')} issued, may be alive: if nothing uses it, end it where it was made`,
    );
}

function listReplaced(pasts: readonly Past[], present: string | null | undefined): readonly string[] {
  const names = pasts.flatMap(({ generations }) => generations.map(({ username }) => username));
  return [...new Set(names)].filter((name): name is string => name !== null && name !== present);
}
