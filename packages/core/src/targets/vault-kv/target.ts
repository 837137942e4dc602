import type { Api } from '../../api/client.ts';
import { refuseTarget } from '../../api/failure.ts';
import { readText } from '../../api/json.ts';
import { deriveMaskedForms } from '../../credential/masking.ts';
import { Secret } from '../../credential/secret.ts';
import type { Ports } from '../../ports/index.ts';
import { explainVault, openVault } from '../../vault/api.ts';
import type { KvSecret } from '../../vault/kv.ts';
import { mergeKv, readKv } from '../../vault/kv.ts';
import { listValues } from '../names.ts';
import type { Target, TargetCredential, TargetFacts } from '../target.ts';
import type { VaultKvOptions } from './options.ts';
import { inspectCapabilities, inspectMount } from './permission.ts';
import type { VaultKvPlace } from './place.ts';
import { locateVaultKv } from './place.ts';

/** How often the write is made anew on top of what somebody else wrote in between. */
const TRIES = 10;

/** Three keys of one secret of the KV engine, version 2; its other keys stay. Throws `DCR_CONFIG_INVALID`. */
export function createVaultKv(options: VaultKvOptions, ports: Ports): Target {
  const place = locateVaultKv(options);
  const { id, type, writes, api: host, names } = place;
  return {
    id,
    type,
    writes,
    api: host,
    async inspect(signal) {
      const api = openVault(place.address, ports);
      const mount = await inspectMount(place, api, signal);
      const secret = await readSecret(place, api, signal);
      const capabilities = await inspectCapabilities(place, secret, { api, signal });
      const stored = readStored(secret, place);
      return {
        stored: stored === undefined ? undefined : { username: stored.username, password: new Secret(stored.password) },
        exists: Object.values(names).some((name) => name in secret.data),
        version: secret.version === 0 ? null : String(secret.version),
        since: secret.createdAt,
        unknown: [...mount, ...capabilities],
      };
    },
    async write(credential, facts, signal) {
      const api = openVault(place.address, ports, deriveMaskedForms(credential));
      await writeKv(credential, facts, { place, api, signal });
    },
    async check(credential, _facts, signal) {
      const secret = await readSecret(place, openVault(place.address, ports, deriveMaskedForms(credential)), signal);
      return { kind: 'read-back', holds: holdsAll(secret, credential, place) };
    },
  };
}

async function writeKv(
  credential: TargetCredential,
  facts: TargetFacts,
  { place, api, signal }: { readonly place: VaultKvPlace; readonly api: Api; readonly signal: AbortSignal },
): Promise<void> {
  const keys = Object.fromEntries(listValues(credential, place.names));
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const secret = await readSecret(place, api, signal);
    if (holdsAll(secret, credential, place)) return;
    refuseStranger(secret, facts, place);
    const result = await mergeKv(place, { secret, keys }, { api, signal });
    if (result === 'done') return;
    if (result !== 'conflict') throw refuseVault(place, result, api);
  }
  const message = `${place.label} is written by somebody else so often that no write of ours came between`;
  throw refuseTarget(message, 'Find out who writes it, then: dcr-login rotate --resume.');
}

/** Other keys may have changed since the plan; a credential that nobody has seen is never overwritten. */
function refuseStranger(secret: KvSecret, facts: TargetFacts, place: VaultKvPlace): void {
  const now = readStored(secret, place);
  if (now === undefined || (secret.version !== 0 && String(secret.version) === facts.version)) return;
  if (now.username === facts.stored?.username && now.password === facts.stored.password.reveal()) return;
  const message = `the credential in ${place.label} was written by somebody else since it was looked at; it was left as it is`;
  throw refuseTarget(
    message,
    'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.',
  );
}

async function readSecret(place: VaultKvPlace, api: Api, signal: AbortSignal): Promise<KvSecret> {
  const secret = await readKv(place, api, signal);
  if ('status' in secret) throw refuseVault(place, secret, api);
  return secret;
}

function refuseVault(place: VaultKvPlace, answer: Parameters<typeof explainVault>[0], api: Api): Error {
  const { address, policyPath: path, label } = place;
  const { message, remedy } = explainVault(answer, { api, address, path, needs: 'read, create and update' });
  return refuseTarget(`${label} cannot be written: ${message}`, remedy);
}

function readStored({ data }: KvSecret, { names }: VaultKvPlace): { username: string; password: string } | undefined {
  const [username, password] = [readText(data[names.username]), readText(data[names.password])];
  return username === undefined || password === undefined ? undefined : { username, password };
}

function holdsAll({ data }: KvSecret, credential: TargetCredential, { names }: VaultKvPlace): boolean {
  return listValues(credential, names).every(([name, value]) => data[name] === value);
}
