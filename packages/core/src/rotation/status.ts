import { formatTime } from '../credential/credential.ts';
import type { ErrorCode } from '../errors.ts';
import { DcrError, toDcrError } from '../errors.ts';
import type { IssuedCredential } from '../issuers/issuer.ts';
import type { Ports } from '../ports/index.ts';
import type { Target, TargetFacts, TargetType } from '../targets/target.ts';
import { readJournal } from './journal.ts';
import { describeUnanswered } from './leftover.ts';
import { loadJobs } from './load.ts';
import type { Past } from './past.ts';
import { foldEntries, isPair } from './past.ts';
import { listJournals } from './places.ts';
import { runPool } from './pool.ts';
import type { TargetError } from './report.ts';
import type { Job } from './run.ts';

export interface StatusRequest {
  readonly file: string;
  readonly names?: readonly string[];
  readonly stateDir?: string;
  /** Milliseconds; default: `maxAge` of each credential. */
  readonly maxAge?: number;
  readonly signal?: AbortSignal;
}

/**
 * `in-step`: it holds what was distributed last, or what the other readable places hold; `drifted`: it does not, or it
 * was written by somebody else after that; `unread`: it does not let itself be read, and no time tells; `unknown`: it could not
 * be looked at.
 */
export type TargetStep = 'in-step' | 'drifted' | 'missing' | 'unread' | 'unknown';

export interface TargetStatus {
  readonly id: string;
  readonly type: TargetType;
  readonly step: TargetStep;
  /** RFC 3339 of the last write, where it is known. */
  readonly since?: string;
  /** Milliseconds. */
  readonly age?: number;
  readonly tooOld: boolean;
  readonly error?: TargetError;
}

export interface CredentialStatus {
  readonly name: string;
  readonly registry: string;
  /** The rotation that is not complete. */
  readonly unfinished?: string;
  /** What it may have left alive, one sentence each. */
  readonly notes: readonly string[];
  readonly targets: readonly TargetStatus[];
}

export interface StatusReport {
  readonly credentials: readonly CredentialStatus[];
  /** `DCR_DRIFT`, `DCR_TOO_OLD`, or what kept places from being looked at. */
  readonly error?: DcrError;
}

/** What is stored where and how old it is, without values. */
export async function inspectStatus(request: StatusRequest, ports: Ports): Promise<StatusReport> {
  const { file, names = [], stateDir } = request;
  const jobs = await loadJobs({ file, names, stateDir }, ports);
  const credentials: CredentialStatus[] = [];
  for (const job of jobs) credentials.push(await inspectJob(job, request, ports));
  const error = findError(credentials);
  return { credentials, ...(error === undefined ? {} : { error }) };
}

async function inspectJob(job: Job, request: StatusRequest, ports: Ports): Promise<CredentialStatus> {
  const { name, registry, maxAge } = job.settings;
  const { signal = new AbortController().signal } = request;
  const facts = new Map<string, TargetFacts | DcrError>();
  await runPool({
    items: job.targets,
    target: (target) => target,
    work: async (target) => void facts.set(target.id, await target.inspect(signal).catch(toDcrError)),
    isStopped: () => signal.aborted,
  });
  const past = await readNewest(job, ports);
  const reference = findReference(job.targets, facts);
  const limit = request.maxAge ?? maxAge ?? Number.POSITIVE_INFINITY;
  const targets = job.targets.map((target): TargetStatus => {
    const { id, type } = target;
    const found = facts.get(id);
    if (found === undefined || found instanceof DcrError) {
      const { code, message, remedy } = found ?? new DcrError('DCR_INTERNAL', { message: 'it was not looked at' });
      return { id, type, step: 'unknown', tooOld: false, error: { code, message, remedy } };
    }
    const wrote = past?.targets.get(id)?.at ?? null;
    const since = found.since ?? wrote;
    const time = since === null ? {} : { since: formatTime(since), age: Math.max(0, ports.clock.now() - since) };
    return { id, type, step: judge(found, { past, reference, wrote }), ...time, tooOld: (time.age ?? 0) > limit };
  });
  const open = past !== undefined && past.ended === null ? past : undefined;
  const unfinished = open === undefined ? {} : { unfinished: open.rotation };
  return { name, registry, ...unfinished, notes: open === undefined ? [] : describeUnanswered(open), targets };
}

async function readNewest({ directory }: Job, ports: Ports): Promise<Past | undefined> {
  for (const name of await listJournals(directory, undefined, ports)) {
    const past = foldEntries((await readJournal(`${directory}/${name}`, ports))?.entries ?? []);
    if (past !== undefined) return past;
  }
  return undefined;
}

/** What most readable places hold; of equals, the first in the file. */
function findReference(
  targets: readonly Target[],
  facts: ReadonlyMap<string, TargetFacts | DcrError>,
): IssuedCredential | undefined {
  const votes = new Map<string, { readonly pair: IssuedCredential; count: number }>();
  for (const { id } of targets) {
    const found = facts.get(id);
    if (found === undefined || found instanceof DcrError || found.stored === undefined) continue;
    const key = JSON.stringify([found.stored.username, found.stored.password.reveal()]);
    const vote = votes.get(key) ?? { pair: found.stored, count: 0 };
    vote.count += 1;
    votes.set(key, vote);
  }
  return [...votes.values()].toSorted((a, b) => b.count - a.count)[0]?.pair;
}

/** Clocks of two machines differ; a place counts as written by somebody else only well after our own write. */
const CLOCK_SLACK = 5 * 60_000;

function judge(
  { stored, exists, since }: TargetFacts,
  known: {
    readonly past: Past | undefined;
    readonly reference: IssuedCredential | undefined;
    readonly wrote: number | null;
  },
): TargetStep {
  const { past, reference, wrote } = known;
  const last = past?.generations.at(-1);
  if (stored !== undefined) {
    const isRight =
      last?.proved === true ? isPair(stored, last.fingerprint) : reference !== undefined && isSame(stored, reference);
    return isRight ? 'in-step' : 'drifted';
  }
  if (!exists) return 'missing';
  if (wrote === null || since === null) return 'unread';
  return Math.abs(since - wrote) > CLOCK_SLACK ? 'drifted' : 'in-step';
}

function isSame(a: IssuedCredential, b: IssuedCredential): boolean {
  return a.username === b.username && a.password.reveal() === b.password.reveal();
}

function findError(credentials: readonly CredentialStatus[]): DcrError | undefined {
  const all = credentials.flatMap(({ name, targets }) => targets.map((target) => ({ name, target })));
  const name = (one: (typeof all)[number]): string => `${one.name}: ${one.target.id}`;
  const drifted = all.filter(({ target: { step } }) => step === 'drifted' || step === 'missing');
  if (drifted.length > 0) {
    const message = `not in step: ${drifted.map((one) => `${name(one)} (${one.target.step})`).join('; ')}`;
    return new DcrError('DCR_DRIFT', { message });
  }
  const old = all.filter(({ target }) => target.tooOld);
  if (old.length > 0) {
    const message = `too old: ${old.map((one) => `${name(one)} (since ${one.target.since})`).join('; ')}`;
    return new DcrError('DCR_TOO_OLD', { message });
  }
  const failed = all.find(({ target }) => target.error !== undefined);
  const error = failed?.target.error;
  return error === undefined ? undefined : new DcrError(error.code as ErrorCode, error);
}
