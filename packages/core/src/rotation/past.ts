import type { Fingerprint } from '../credential/fingerprint.ts';
import { makeFingerprint, matchesFingerprint } from '../credential/fingerprint.ts';
import type { Secret } from '../credential/secret.ts';
import type { CheckKind } from '../targets/target.ts';
import type { Entry, EntryData, OldMark, Shard } from './entry.ts';
import type { TargetState } from './law.ts';
import { DONE_STATES } from './law.ts';

export interface PastTarget {
  readonly state: TargetState;
  readonly check: CheckKind;
  readonly at: number;
  readonly error?: EntryData['wrote']['error'];
}

export interface PastGeneration {
  readonly generation: number;
  readonly username: string | null;
  readonly fingerprint: Fingerprint;
  /** An issuer made it, or gave it out; a person or a job may give anything. */
  readonly byIssuer: boolean;
  readonly proved: boolean;
  /** Every target held it, and the registry took it once more. */
  readonly confirmed: boolean;
}

/** What the lines of one journal add up to. */
export interface Past {
  readonly rotation: string;
  /** Its name in the file. */
  readonly credential: string;
  readonly registry: string;
  readonly salt: string;
  readonly shard: Shard | null;
  readonly openedAt: number;
  /** By place in the journal. */
  readonly ids: readonly string[];
  readonly old: OldMark;
  /** The last one is the present one. */
  readonly generations: readonly PastGeneration[];
  /** When an issuer was asked whose answer is not here. */
  readonly unanswered: readonly number[];
  /** By id, of the present generation. */
  readonly targets: ReadonlyMap<string, PastTarget>;
  /** By id: when it was last written in an earlier generation. */
  readonly earlier: ReadonlyMap<string, number>;
  readonly waitUntil: number | null;
  readonly retired: ReadonlySet<string>;
  readonly ended: EntryData['ended'] | null;
  readonly endedAt: number | null;
}

export function foldEntries(entries: readonly Entry[]): Past | undefined {
  const [opened] = entries;
  if (opened?.entry !== 'opened') return undefined;
  const { rotation, credential, registry, salt, shard, old, at: openedAt } = opened;
  const ids = [...opened.targets];
  const targets = new Map<string, PastTarget>();
  const earlier = new Map<string, number>();
  const retired = new Set<string>();
  let generations: PastGeneration[] = [];
  const unanswered: number[] = [];
  let asked: number | undefined;
  let byIssuer = false;
  let waitUntil: number | null = null;
  let ended: (EntryData['ended'] & { readonly at: number }) | null = null;
  const set = (target: number, state: PastTarget): void => void targets.set(ids[target] ?? '', state);
  for (const entry of entries) {
    switch (entry.entry) {
      case 'resumed':
        ids.push(...entry.added);
        break;
      case 'issuing':
        if (asked !== undefined) unanswered.push(asked);
        asked = entry.asks && entry.makesNothing !== true ? entry.at : undefined;
        // Of a journal without it, it is not known.
        byIssuer = entry.asks === true;
        break;
      case 'refused':
        asked = undefined;
        break;
      case 'issued':
        asked = undefined;
        if (entry.generation === generations.at(-1)?.generation) {
          const last = generations.length - 1;
          generations = generations.map((one, at) => (at === last && byIssuer ? { ...one, byIssuer } : one));
          break;
        }
        // Whatever was stored and waited for was another credential's.
        for (const [id, { at }] of targets) earlier.set(id, at);
        targets.clear();
        waitUntil = null;
        generations = [...generations, { ...entry, byIssuer, proved: false, confirmed: false }];
        break;
      case 'proved':
        generations = generations.map((one) => (one.generation === entry.generation ? { ...one, proved: true } : one));
        break;
      case 'confirmed':
        generations = generations.map((one) =>
          one.generation === entry.generation ? { ...one, confirmed: true } : one,
        );
        break;
      case 'writing':
        set(entry.target, { state: 'writing', check: 'none', at: entry.at });
        break;
      case 'wrote': {
        const { target, state, check, at, error } = entry;
        set(target, { state, check, at, ...(error === undefined ? {} : { error }) });
        break;
      }
      case 'waiting':
        waitUntil = entry.until;
        break;
      case 'retired':
        retired.add(entry.username);
        break;
      case 'ended':
        ended = entry;
        break;
      default:
        break;
    }
  }
  if (asked !== undefined) unanswered.push(asked);
  const end = ended === null ? null : { state: ended.state, opens: ended.opens };
  const common = {
    rotation,
    credential,
    registry,
    salt,
    shard,
    openedAt,
    ids,
    old,
    generations,
    unanswered,
    targets,
    earlier,
    waitUntil,
    retired,
  };
  return { ...common, ended: end, endedAt: ended?.at ?? null };
}

/** Whether what this journal says of a target is the last word: no other run wrote there as late or later. */
export function isStillDone(id: string, source: Past, witnesses: readonly Past[]): boolean {
  const one = source.targets.get(id);
  if (one === undefined || !DONE_STATES.has(one.state)) return false;
  return witnesses.every((other) => isSameJournal(other, source) || wroteAt(other, id) < one.at);
}

function wroteAt({ targets, earlier }: Past, id: string): number {
  return Math.max(targets.get(id)?.at ?? 0, earlier.get(id) ?? 0);
}

function isSameJournal(a: Past, b: Past): boolean {
  return a.rotation === b.rotation && a.shard?.index === b.shard?.index && a.shard?.count === b.shard?.count;
}

interface Pair {
  readonly username: string;
  readonly password: Secret;
}

/** Of both parts, so that a new username with an old password is another credential. */
export function fingerprintPair({ username, password }: Pair, salt: string): Fingerprint {
  return makeFingerprint(JSON.stringify([username, password.reveal()]), salt);
}

export function isPair({ username, password }: Pair, fingerprint: Fingerprint): boolean {
  return matchesFingerprint(JSON.stringify([username, password.reveal()]), fingerprint);
}

/** A username is an id, except where an issuer gives the secret as username too, as DigitalOcean does. */
export function keepUsername({ username, password }: Pair): string | null {
  return username.includes(password.reveal()) ? null : username;
}
