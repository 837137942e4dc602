import { formatTime } from '../credential/credential.ts';
import type { Past } from './past.ts';
import type { Run } from './run.ts';
import { canRetire } from './run.ts';

/** An issuer that was asked may have given something: only it can know. One sentence, however often that was. */
export function describeUnanswered({ rotation, unanswered }: Pick<Past, 'rotation' | 'unanswered'>): readonly string[] {
  const [first, ...others] = unanswered;
  if (first === undefined) return [];
  const last = others.at(-1);
  const lost =
    last === undefined
      ? `at ${formatTime(first)} for rotation ${rotation}, and its answer was lost: a credential that it gave then may be alive, and nobody holds it; look for it where it was made, and end it there`
      : `${unanswered.length} times from ${formatTime(first)} to ${formatTime(last)} for rotation ${rotation}, and each time its answer was lost: credentials that it gave then may be alive, and nobody holds them; look for them where they were made, and end them there`;
  return [`the issuer was asked ${lost}`];
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

/** This rotation, and of its shards all that they did. */
export function listJoined({ past, shards, witnesses }: Run): readonly Past[] {
  // A shard that was done and ran again found only the new one: what it saw the first time counts.
  const joined = shards.length > 0 ? witnesses.filter(({ shard }) => shard !== null) : [];
  return [...(past === undefined ? [] : [past]), ...joined];
}

/**
 * Usernames that a person or a job gave to this rotation and that no issuer is known to have made for it: one of them may
 * be anybody's, given by mistake.
 */
export function listGiven(run: Run): readonly string[] {
  const generations = [...listJoined(run), ...findWholeSources(run)].flatMap((one) => one.generations);
  const made = new Set(generations.filter(({ byIssuer }) => byIssuer).map(({ username }) => username));
  const names = generations.filter(({ proved }) => proved).map(({ username }) => username);
  return [...new Set(names)].filter(
    (name): name is string => name !== null && !made.has(name) && name !== findPresentName(run),
  );
}

/** What the first step of a fleet may have left alive, for the report of the run that finishes it. */
export function describeLeftovers(run: Run): readonly string[] {
  const sources = findSources(run);
  const whole = sources.filter(isWhole);
  const broken = sources.filter((one) => !whole.includes(one));
  const told = [...sources.flatMap(describeUnanswered), ...describeBroken(run, broken)];
  if (!canRetire(run)) {
    const replaced = listReplaced(whole, findPresentName(run));
    return [...told, ...replaced.map((name) => `${name} was issued and replaced: end it where it was made`)];
  }
  const steps = new Set(sources.map(({ credential }) => credential));
  const earlier = run.siblings.filter((one) => steps.has(one.credential) && !sources.includes(one));
  return [...told, ...describeEarlier(run, earlier), ...describeGiven(run, [...broken, ...earlier])];
}

/** `others`: whose names are told as theirs. */
function describeGiven(run: Run, others: readonly Past[]): readonly string[] {
  const theirs = new Set(others.flatMap(({ generations }) => generations.map(({ username }) => username)));
  const ended = listEnded(run);
  return listGiven(run)
    .filter((name) => !theirs.has(name) && !ended.has(name))
    .map(
      (name) =>
        `${name} was given to this rotation and replaced, and may be alive and in use elsewhere: if nothing uses it, end it where it was made`,
    );
}

/** Of a source that is not complete some targets may still hold what it had before. */
function describeBroken(run: Run, broken: readonly Past[]): readonly string[] {
  return broken.flatMap((source) => {
    const { rotation, credential, ended } = source;
    const first = ended === null ? `finish that by rotate --resume ${credential}` : 'see there what is stored';
    return listUnended([source], run).map(
      (name) =>
        `${name}, which rotation ${rotation} of ${credential} had before, may be alive and in use, as that rotation is not complete: ${first}; if nothing uses it then, end it where it was made`,
    );
  });
}

/**
 * What that step issued in an earlier run, which came to its end: nobody knows here whether it was for this fleet and is
 * used nowhere, or for another one.
 */
function describeEarlier(run: Run, earlier: readonly Past[]): readonly string[] {
  const steps = [...new Set(earlier.map(({ credential }) => credential))].join(', ');
  return listUnended(earlier, run).map(
    (name) =>
      `${name}, which an earlier run of ${steps} issued, may be alive: if nothing uses it, end it where it was made`,
  );
}

function listUnended(pasts: readonly Past[], run: Run): readonly string[] {
  const ended = listEnded(run);
  return listReplaced(pasts, findPresentName(run)).filter((name) => !ended.has(name));
}

function listEnded({ retired, witnesses }: Run): ReadonlySet<string> {
  return new Set([...retired, ...witnesses.flatMap((one) => [...one.retired])]);
}

function listReplaced(pasts: readonly Past[], present: string | null | undefined): readonly string[] {
  const names = pasts.flatMap(({ generations }) => generations.map(({ username }) => username));
  return [...new Set(names)].filter((name): name is string => name !== null && name !== present);
}
