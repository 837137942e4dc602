import type { Fingerprint } from '../credential/fingerprint.ts';
import { makeFingerprint, matchesFingerprint } from '../credential/fingerprint.ts';
import type { Secret } from '../credential/secret.ts';
import type { CheckKind } from '../targets/target.ts';
import type { Entry, EntryData, OldMark, Shard } from './entry.ts';
import type { TargetState } from './law.ts';

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
  readonly proved: boolean;
}

/** What the lines of one journal add up to. */
export interface Past {
  readonly rotation: string;
  readonly registry: string;
  readonly salt: string;
  readonly shard: Shard | null;
  readonly openedAt: number;
  /** By place in the journal. */
  readonly ids: readonly string[];
  readonly old: OldMark;
  /** The last one is the present one. */
  readonly generations: readonly PastGeneration[];
  /** An issuer was asked and its answer was lost. */
  readonly lostAnswer: boolean;
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
  const { rotation, registry, salt, shard, old, at: openedAt } = opened;
  const ids = [...opened.targets];
  const targets = new Map<string, PastTarget>();
  const earlier = new Map<string, number>();
  const retired = new Set<string>();
  let generations: PastGeneration[] = [];
  let lostAnswer = false;
  let waitUntil: number | null = null;
  let ended: (EntryData['ended'] & { readonly at: number }) | null = null;
  const set = (target: number, state: PastTarget): void => void targets.set(ids[target] ?? '', state);
  for (const entry of entries) {
    switch (entry.entry) {
      case 'resumed':
        ids.push(...entry.added);
        break;
      case 'issuing':
        lostAnswer = true;
        break;
      case 'issued':
        lostAnswer = false;
        if (entry.generation === generations.at(-1)?.generation) break;
        // Whatever was stored and waited for was another credential's.
        for (const [id, { at }] of targets) earlier.set(id, at);
        targets.clear();
        waitUntil = null;
        generations = [...generations, { ...entry, proved: false }];
        break;
      case 'proved':
        generations = generations.map((one) => ({ ...one, proved: one.proved || one.generation === entry.generation }));
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
  const end = ended === null ? null : { state: ended.state, opens: ended.opens };
  const common = {
    rotation,
    registry,
    salt,
    shard,
    openedAt,
    ids,
    old,
    generations,
    lostAnswer,
    targets,
    earlier,
    waitUntil,
    retired,
  };
  return { ...common, ended: end, endedAt: ended?.at ?? null };
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
