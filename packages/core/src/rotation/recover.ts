import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { formatTime } from '../credential/credential.ts';
import { DcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import type { Shard } from './entry.ts';
import { Journal, readJournal } from './journal.ts';
import { DONE_STATES } from './law.ts';
import type { Past, PastGeneration } from './past.ts';
import { foldEntries, isPair, isStillDone } from './past.ts';
import { listAllJournals, listJournals, listShardJournals, listSiblings, nameJournal } from './places.ts';
import type { Job, Orders, Run, TargetWork } from './run.ts';
import { splitTargets } from './shard.ts';

interface Recovered {
  readonly past: Past | undefined;
  readonly shards: readonly Past[];
  readonly witnesses: readonly Past[];
  readonly siblings: readonly Past[];
  readonly torn: boolean;
}

/**
 * Reads what a run before this one left, and starts the one that goes on from there.
 * Throws `DCR_INPUT_INVALID` where there is nothing to resume, and `DCR_ROTATION_INCOMPLETE` where a person must say how an
 * unfinished rotation is to end.
 */
export async function recoverRun(job: Job, orders: Orders, ports: Ports): Promise<Run> {
  const { past, shards, witnesses, siblings, torn } = await readPast(job, orders, ports);
  refuseMode(job, orders, { past, shards });
  const rotation = past?.rotation ?? makeRotationId(ports);
  return {
    job,
    orders,
    ports,
    rotation,
    salt: past?.salt ?? randomBytes(9).toString('base64url'),
    journal: new Journal(path.join(job.directory, nameJournal(rotation, orders.shard)), ports),
    past,
    shards,
    witnesses,
    siblings,
    torn,
    targets: startTargets(job, orders, [past, ...shards]),
    settled: isSettled(job, orders, { past, witnesses }),
    plan: undefined,
    old: undefined,
    oldName: null,
    issued: undefined,
    generation: 0,
    oldReport: null,
    retired: [],
    effects: [],
    notes: [],
  };
}

/** The newest rotation that did not come to its end, if there is one. */
export async function readOpenPast(
  job: Pick<Job, 'directory'>,
  shard: Shard | undefined,
  ports: Ports,
): Promise<Pick<Recovered, 'past' | 'torn'>> {
  for (const name of await listJournals(job.directory, shard, ports)) {
    const read = await readJournal(path.join(job.directory, name), ports);
    // Torn in its very first line: nothing was issued yet, and an older one may count.
    const past = read === undefined ? undefined : foldEntries(read.entries);
    if (past === undefined) continue;
    // A shard has no end of its own: it is over when its targets are.
    const over = past.ended !== null || (shard !== undefined && isShardDone(past, shard));
    return over ? { past: undefined, torn: false } : { past, torn: read?.torn === true };
  }
  return { past: undefined, torn: false };
}

async function readPast(job: Job, orders: Orders, ports: Ports): Promise<Recovered> {
  const { directory } = job;
  const own = await readOpenPast(job, orders.shard, ports);
  const joins = orders.shard === undefined && orders.mode !== 'run';
  const shards = joins ? await readAll(directory, await listShardJournals(directory, ports), ports) : [];
  const witnesses = await readAll(directory, await listAllJournals(directory, ports), ports);
  return { ...own, shards, witnesses, siblings: shards.length === 0 ? [] : await readSiblings(job, ports) };
}

/** A journal of theirs that cannot be read is for whoever goes on with it. */
async function readSiblings({ directory, settings }: Job, ports: Ports): Promise<readonly Past[]> {
  const pasts: Past[] = [];
  for (const other of await listSiblings(directory, ports))
    for (const name of await listJournals(other, undefined, ports)) {
      const read = await readJournal(path.join(other, name), ports).catch(() => undefined);
      const past = foldEntries(read?.entries ?? []);
      if (past?.registry === settings.registry) pasts.push(past);
    }
  return pasts;
}

async function readAll(directory: string, names: readonly string[], ports: Ports): Promise<readonly Past[]> {
  const read = await Promise.all(names.map((name) => readJournal(path.join(directory, name), ports)));
  return read.flatMap((one) => foldEntries(one?.entries ?? []) ?? []);
}

/** The credential is needed to prove and to write; what is left after that needs it no more. */
function isSettled(job: Job, orders: Orders, { past, witnesses }: Pick<Recovered, 'past' | 'witnesses'>): boolean {
  const last = past?.generations.at(-1);
  if (past === undefined || last?.confirmed !== true || orders.shard !== undefined) return false;
  // Another one that is given now wants to be distributed, or to be refused as a typing error.
  if (orders.mode === 'supersede' || (orders.given !== undefined && !isGiven(orders, last))) return false;
  return job.targets.every(({ id }) => isStillDone(id, past, witnesses));
}

function isShardDone({ ids, targets }: Past, shard: Shard): boolean {
  const mine = [...splitTargets(ids, shard)];
  return mine.every((id) => DONE_STATES.has(targets.get(id)?.state ?? 'pending'));
}

function startTargets(job: Job, { shard }: Orders, pasts: readonly (Past | undefined)[]): readonly TargetWork[] {
  const [own] = pasts;
  const places = new Map((own?.ids ?? []).map((id, index) => [id, index]));
  const mine =
    shard === undefined
      ? undefined
      : splitTargets(
          job.targets.map(({ id }) => id),
          shard,
        );
  return job.targets.map((target): TargetWork => {
    const { id } = target;
    // What came into the file since then is added to the journal's list, at its end.
    if (!places.has(id)) places.set(id, places.size);
    const done = pasts.map((past) => past?.targets.get(id)).find((one) => DONE_STATES.has(one?.state ?? 'pending'));
    const state = mine?.has(id) === false ? 'skipped' : (done?.state ?? 'pending');
    return { target, index: places.get(id) ?? 0, facts: undefined, state, report: { check: done?.check ?? 'none' } };
  });
}

function refuseMode(job: Job, orders: Orders, { past, shards }: Pick<Recovered, 'past' | 'shards'>): void {
  const { name, registry } = job.settings;
  if (orders.mode !== 'run') {
    if (past !== undefined || shards.length > 0) return;
    const message = `there is no unfinished rotation of ${name} in ${job.directory}`;
    const remedy = 'Run it without --resume: where targets hold the new credential already, nothing is written.';
    throw new DcrError('DCR_INPUT_INVALID', { message, registry, remedy });
  }
  const last = past?.generations.at(-1);
  if (past === undefined || last?.proved !== true || orders.dryRun) return;
  // A machine can be asked again; what a person gives may be another one by mistake.
  const continues = orders.given === undefined ? job.issuer !== undefined : isGiven(orders, last);
  if (continues) return;
  throw new DcrError('DCR_ROTATION_INCOMPLETE', {
    message: `rotation ${past.rotation} of ${name} is not complete`,
    remedy:
      'dcr-login rotate --resume continues it with the same new credential, --supersede with a newer one; --abort gives it up.',
    registry,
  });
}

function isGiven({ given, old }: Orders, { username, fingerprint }: PastGeneration): boolean {
  const names = [given?.username, username, old?.username].filter((one) => typeof one === 'string');
  return given !== undefined && names.some((one) => isPair({ username: one, password: given.password }, fingerprint));
}

/** Begins with the time, so that names sort by age. */
function makeRotationId({ clock }: Pick<Ports, 'clock'>): string {
  const time = formatTime(clock.now()).replaceAll(/[-:]/gu, '');
  return `${time}-${randomBytes(4).toString('hex')}`;
}
