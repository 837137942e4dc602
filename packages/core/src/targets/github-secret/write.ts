import type { Api } from '../../api/client.ts';
import { refuseTarget } from '../../api/failure.ts';
import { JSON_TYPE, readObject, readText } from '../../api/json.ts';
import { parseInstant } from '../../api/time.ts';
import type { Clock } from '../../ports/clock.ts';
import { listValues } from '../names.ts';
import type { TargetCredential, TargetFacts } from '../target.ts';
import { refuseGithub } from './api.ts';
import type { GithubPlace } from './place.ts';
import { checkValue, sealValue } from './sealed-box.ts';
import type { Sharing } from './sharing.ts';
import { isSameSharing, readSharing, readSharings } from './sharing.ts';
import type { StoredSecret } from './stored.ts';
import { describeVersion, readStored } from './stored.ts';

export interface GithubWrite {
  readonly place: GithubPlace;
  readonly api: Api;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

interface PublicKey {
  readonly id: string;
  readonly key: string;
  /** The server's own clock when it gave the key. */
  readonly at: number | null;
}

/** Seals and stores all values. Throws `DCR_TARGET_REFUSED`, also where somebody else wrote since `facts`. */
export async function writeSecrets(credential: TargetCredential, facts: TargetFacts, run: GithubWrite): Promise<void> {
  const { place, api, signal } = run;
  const values = listValues(credential, place.names);
  for (const [name, value] of values) checkValue(name, value);
  const stored = await readStored(place, api, signal);
  if (describeVersion(stored) !== facts.version) {
    const message = `${place.label} on GitHub was written by somebody else since it was looked at; it was left as it is`;
    throw refuseTarget(
      message,
      'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.',
    );
  }
  const sharings = place.kind === 'organization' ? await readSharings(stored, run) : undefined;
  let key = await readKey(run);
  await waitForNextSecond(stored, key, run);
  for (const [name, value] of values) key = await putSecret({ name, value, sharing: sharings?.(name) }, key, run);
  if (sharings !== undefined) await confirmSharings(sharings, run);
}

async function readKey({ place, api, signal }: GithubWrite): Promise<PublicKey> {
  const answer = await api.ask({ method: 'GET', path: `${place.secrets}/public-key`, signal });
  if (answer.status !== 200) throw refuseGithub(place, answer, api);
  const { key_id: id, key } = readObject(answer, api);
  return { id: readText(id) ?? '', key: readText(key) ?? '', at: parseInstant(answer.headers['date']?.[0]) };
}

/** `updated_at` counts in seconds: a write in the same second as the one before could not be told from no write. */
async function waitForNextSecond(stored: readonly StoredSecret[], { at }: PublicKey, run: GithubWrite): Promise<void> {
  const last = Math.max(...stored.map(({ updatedAt }) => updatedAt));
  if (at !== null && last >= at && last - at < 5000) await run.clock.sleep(last - at + 1000, run.signal);
}

/** Gives back the key for the next one: GitHub may have changed it in between, and then refuses what the old one sealed. */
async function putSecret(
  secret: { readonly name: string; readonly value: string; readonly sharing: Sharing | undefined },
  key: PublicKey,
  run: GithubWrite,
): Promise<PublicKey> {
  const { place, api, signal } = run;
  const { name, value, sharing } = secret;
  const body = {
    encrypted_value: await sealValue(value, key.key),
    key_id: key.id,
    ...(sharing === undefined ? {} : { visibility: sharing.visibility }),
    ...(sharing?.visibility === 'selected' ? { selected_repository_ids: sharing.repositories } : {}),
  };
  const path = `${place.secrets}/${name}`;
  const answer = await api.ask({
    method: 'PUT',
    path,
    body: { type: JSON_TYPE, text: JSON.stringify(body) },
    signal,
  });
  if (answer.status === 201 || answer.status === 204) return key;
  if (answer.status === 422) {
    const fresh = await readKey(run);
    if (fresh.id !== key.id) return putSecret(secret, fresh, run);
  }
  throw refuseGithub(place, answer, api);
}

/** GitHub does not say what a write makes of who may read it, so it is looked at afterwards. */
async function confirmSharings(expected: (name: string) => Sharing, run: GithubWrite): Promise<void> {
  const { place, api, signal } = run;
  for (const secret of await readStored(place, api, signal)) {
    const [before, after] = [expected(secret.name), await readSharing(secret, run)];
    if (isSameSharing(before, after)) continue;
    const message = `${secret.name} of ${place.label} was stored, but GitHub now shares it as "${after.visibility}" with ${after.repositories.length} repositories instead of "${before.visibility}" with ${before.repositories.length}`;
    throw refuseTarget(message, 'Set its visibility and repositories again by hand, then: dcr-login rotate --resume.');
  }
}
