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
function findSources(run: Run): readonly Past[] {
  const present = findPresentName(run);
  if (typeof present !== 'string') return [];
  return run.siblings.filter(({ generations }) => generations.at(-1)?.username === present);
}

/** Those of them that came so far that all their targets hold it: what they had before is used nowhere there. */
export function findWholeSources(run: Run): readonly Past[] {
  return findSources(run).filter(isWhole);
}

function isWhole({ generations, ended }: Past): boolean {
  return ended?.state === 'complete' || generations.at(-1)?.confirmed === true;
}

/** What the first step of a fleet may have left alive, for the report of the run that finishes it. */
export function describeLeftovers(run: Run): readonly string[] {
  const sources = findSources(run);
  const whole = sources.filter(isWhole);
  const lost = sources.flatMap(describeUnanswered);
  const broken = describeBroken(run, sources);
  if (canRetire(run)) return [...lost, ...broken, ...describeEarlier(run, sources)];
  const replaced = listReplaced(whole, findPresentName(run));
  return [...lost, ...broken, ...replaced.map((name) => `${name} was issued and replaced: end it where it was made`)];
}

/** Of a source that is not complete some targets may still hold what it had before. */
function describeBroken(run: Run, sources: readonly Past[]): readonly string[] {
  return sources
    .filter((one) => !isWhole(one))
    .flatMap(({ generations, rotation, credential, ended }) => {
      const first = ended === null ? `finish that by rotate --resume ${credential}` : 'see there what is stored';
      return listUnended([{ generations }], run).map(
        (name) =>
          `${name}, which rotation ${rotation} of ${credential} had before, may be alive and in use, as that rotation is not complete: ${first}; if nothing uses it then, end it where it was made`,
      );
    });
}

/**
 * What that step issued in an earlier run, which came to its end: nobody knows here whether it was for this fleet and is
 * used nowhere, or for another one.
 */
function describeEarlier(run: Run, sources: readonly Past[]): readonly string[] {
  const steps = new Set(sources.map(({ credential }) => credential));
  const others = run.siblings.filter((one) => steps.has(one.credential) && !sources.includes(one));
  return listUnended(others, run).map(
    (name) =>
      `${name}, which an earlier run of ${[...steps].join(', ')} issued, may be alive: if nothing uses it, end it where it was made`,
  );
}

function listUnended(pasts: readonly Pick<Past, 'generations'>[], run: Run): readonly string[] {
  const ended = new Set([...run.retired, ...run.witnesses.flatMap(({ retired }) => [...retired])]);
  return listReplaced(pasts, findPresentName(run)).filter((name) => !ended.has(name));
}

function listReplaced(
  pasts: readonly Pick<Past, 'generations'>[],
  present: string | null | undefined,
): readonly string[] {
  const names = pasts.flatMap(({ generations }) => generations.map(({ username }) => username));
  return [...new Set(names)].filter((name): name is string => name !== null && name !== present);
}
