import type { Api } from '../../api/client.ts';
import { refuseTarget } from '../../api/failure.ts';
import { JSON_TYPE, readObject, readText } from '../../api/json.ts';
import type { KvSecret } from '../../vault/kv.ts';
import type { VaultKvPlace } from './place.ts';

/** Throws `DCR_TARGET_REFUSED` where the mount is no KV engine of version 2: its other version would take the write as it is. */
export async function inspectMount(place: VaultKvPlace, api: Api, signal: AbortSignal): Promise<readonly string[]> {
  const path = `v1/sys/internal/ui/mounts/${place.mount}`;
  const answer = await api.ask({ method: 'GET', path, signal });
  if (answer.status !== 200)
    return [`whether ${place.label} is a KV engine of version 2 cannot be asked with this token`];
  const { type, options } = (readObject(answer, api)['data'] ?? {}) as { type?: unknown; options?: unknown };
  const version = readText((options as { version?: unknown } | null)?.version);
  if (type === 'kv' && version === '2') return [];
  const kind = `${String(type)}${version === undefined ? '' : ` version ${version}`}`;
  const remedy = 'Name a mount of the KV engine, version 2: it alone can keep what others wrote at the same time.';
  throw refuseTarget(`${place.label} cannot be written: its mount is of the kind ${kind}`, remedy);
}

/** Throws `DCR_TARGET_REFUSED` where Vault says that the token may not write; every token may ask that of itself. */
export async function inspectCapabilities(
  place: VaultKvPlace,
  secret: KvSecret,
  { api, signal }: { readonly api: Api; readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const body = { type: JSON_TYPE, text: JSON.stringify({ paths: [place.policyPath] }) };
  const answer = await api.ask({ method: 'POST', path: 'v1/sys/capabilities-self', body, signal });
  const found: unknown = answer.status === 200 ? readObject(answer, api)[place.policyPath] : undefined;
  if (!Array.isArray(found)) return [`whether the token may write ${place.label} shows only when it does`];
  // A version that was deleted is still there to be updated.
  const enough =
    secret.version === 0 ? ['root', 'create'] : secret.exists ? ['root', 'update', 'patch'] : ['root', 'update'];
  if (enough.some((capability) => found.includes(capability))) return [];
  const message = `the token in ${place.address.tokenEnv} may not write ${place.label}: its policies allow ${found.join(', ')}`;
  throw refuseTarget(message, `Give it a policy with ${enough.slice(1).join(' or ')} on ${place.policyPath}.`);
}
