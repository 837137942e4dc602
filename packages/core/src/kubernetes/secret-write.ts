import type { ApiAnswer } from '../api/client.ts';
import { refuseTarget } from '../api/failure.ts';
import { JSON_TYPE, readObject } from '../api/json.ts';
import { DcrError } from '../errors.ts';
import { FIELD_MANAGER, MERGE_PATCH, readReason, refuseAnswer } from './api.ts';
import type { Attempt, KubernetesWork } from './api.ts';
import { CONFIG_KEY, holdsLogin } from './pull-credential.ts';
import type { PullCredential } from './pull-credential.ts';
import { carryOver, decideChange } from './secret-change.ts';
import type { ChangeOptions, SecretChange } from './secret-change.ts';
import type { SecretObject, SecretPlace } from './secret.ts';
import { locateSecret, locateSecrets, PULL_SECRET_TYPE, readConfigText, readSecret } from './secret.ts';

/** How often a write is made anew on top of what somebody else wrote in between. */
export const TRIES = 30;

export interface SecretWrite extends ChangeOptions {
  readonly place: SecretPlace;
  readonly credential: PullCredential;
  /** Looks at what stands there before each try, and throws where it must not be written over. */
  readonly guard?: (found: SecretObject | undefined) => void;
}

export interface SecretWritten {
  readonly state: 'created' | 'updated' | 'replaced' | 'unchanged';
  readonly notes: readonly string[];
  /** Whose entries stayed beside ours. */
  readonly kept: readonly string[];
}

/**
 * Puts the credential into one secret, on top of what stands there at that very moment: the version that was read is the
 * fence of the write, and whoever was faster is read again. Nothing is written where nothing changes.
 * Throws `DCR_TARGET_REFUSED`, `DCR_TARGET_FOREIGN` and what `ask` throws.
 */
export async function writeSecret(write: SecretWrite, work: KubernetesWork): Promise<SecretWritten> {
  const { place, credential, guard } = write;
  let landed: SecretWritten['state'] | undefined;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const found = await readSecret(place, work.api, work.signal);
    guard?.(found);
    const change = decideChange(found, credential, write);
    const { notes, kept } = change;
    if (change.do === 'refuse') throw change.error;
    // What stands there now is our own write, whose answer was lost.
    if (change.do === 'nothing') return { state: landed ?? 'unchanged', notes, kept };
    const stored = await applyChange(change, place, work);
    if (typeof stored !== 'string') {
      refuseOther(stored, write);
      return { state: DONE[change.do], notes, kept };
    }
    if (stored === 'lost') landed = DONE[change.do];
    await pauseBriefly(tries, work);
  }
  throw refuseBusy(`secret ${place.name} in namespace ${place.namespace}`);
}

const DONE = { create: 'created', update: 'updated', replace: 'replaced' } as const;

type Effect = Exclude<SecretChange, { do: 'nothing' | 'refuse' }>;

/** `lost`: it may be our own write, whose answer was lost, that stands in the way. */
type Stored = SecretObject | 'conflict' | 'lost';

async function applyChange(change: Effect, place: SecretPlace, work: KubernetesWork): Promise<Stored> {
  if (change.do === 'create') return create({}, change.text, place, work);
  if (change.do === 'update') {
    const { resourceVersion } = change.found.metadata ?? {};
    const body = { metadata: { resourceVersion }, data: { [CONFIG_KEY]: encode(change.text) } };
    return settle(await send('PATCH', locateSecret(place), body, work), { verb: 'patch', ...place }, work);
  }
  return replace(change, place, work);
}

/** `base`: what a new object is to have beside our own key. */
async function create(
  base: SecretObject,
  text: string,
  place: SecretPlace,
  work: KubernetesWork,
  query: Readonly<Record<string, string>> = {},
): Promise<Stored> {
  const metadata = base.metadata ?? { labels: { 'app.kubernetes.io/managed-by': FIELD_MANAGER } };
  const body = {
    apiVersion: 'v1',
    kind: 'Secret',
    ...base,
    metadata: { ...metadata, name: place.name },
    type: PULL_SECRET_TYPE,
    data: { ...base.data, [CONFIG_KEY]: encode(text) },
  };
  const answer = await send('POST', locateSecrets(place.namespace), body, work, query);
  return settle(answer, { verb: 'create', namespace: place.namespace }, work);
}

/**
 * Between the two requests there is no secret, which is why this is done on request only. The right to create is asked
 * for before anything is deleted; what comes after the deletion is not broken off, for it alone knows what was there.
 */
async function replace(
  { found, text }: Extract<Effect, { do: 'replace' }>,
  place: SecretPlace,
  work: KubernetesWork,
): Promise<Stored> {
  const base = carryOver(found);
  // It is there, so the answer of a server that would let us is a conflict.
  await create(base, text, place, work, { dryRun: 'All' });
  const whole = { ...work, signal: new AbortController().signal };
  const { uid, resourceVersion } = found.metadata ?? {};
  const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid, resourceVersion } };
  const deleted = await send('DELETE', locateSecret(place), body, whole);
  // Gone: the answer to the first try may have been lost.
  if (deleted.status !== 404 && typeof settle(deleted, { verb: 'delete', ...place }, work) === 'string')
    return 'conflict';
  try {
    return await create(base, text, place, whole);
  } catch (cause) {
    const { message: why } = cause as Error;
    const message = `secret ${place.name} in namespace ${place.namespace} was deleted and could not be created anew: ${why}`;
    const remedy =
      'Run the same command again: it creates the secret with this registry alone. What else was in it has to come from where it came from.';
    throw new DcrError('DCR_TARGET_REFUSED', { message, remedy, cause });
  }
}

async function send(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body: object,
  { api, signal }: KubernetesWork,
  query: Readonly<Record<string, string>> = {},
): Promise<ApiAnswer> {
  const type = method === 'PATCH' ? MERGE_PATCH : JSON_TYPE;
  const manager = method === 'DELETE' ? {} : { fieldManager: FIELD_MANAGER };
  return api.ask({ method, path, query: { ...manager, ...query }, body: { type, text: JSON.stringify(body) }, signal });
}

/** 409: somebody was faster; 404 to a change: somebody deleted it. */
function settle(answer: ApiAnswer, attempt: Omit<Attempt, 'resource'>, { api }: KubernetesWork): Stored {
  if (answer.status === 200 || answer.status === 201) return readObject(answer, api);
  const isGone = answer.status === 404 && attempt.verb !== 'create';
  if ((answer.status === 409 && readReason(answer) !== undefined) || isGone)
    return answer.mayHaveLanded ? 'lost' : 'conflict';
  throw refuseAnswer(answer, { resource: 'secrets', ...attempt }, api);
}

/** What the server stored is what it answers: an admission webhook may have had its own mind. */
function refuseOther(stored: SecretObject, { place, credential }: SecretWrite): void {
  if (holdsLogin(readConfigText(stored), credential)) return;
  throw refuseTarget(
    `secret ${place.name} in namespace ${place.namespace} was written, and the server stored something else`,
    'Find out which admission webhook changes secrets there.',
  );
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** Two that write the same object all the time must not keep in step. Milliseconds: 10 at first, 200 in the end. */
export async function pauseBriefly(tries: number, { clock, signal }: KubernetesWork): Promise<void> {
  await clock.sleep(Math.min(10 * tries, 200) * clock.random(), signal);
}

export function refuseBusy(what: string): DcrError {
  return refuseTarget(
    `${what} is written by somebody else so often that no write of ours came between`,
    'Find out who writes it, then run it again.',
  );
}
