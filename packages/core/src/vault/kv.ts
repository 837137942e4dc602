import type { Api, ApiAnswer } from '../api/client.ts';
import { JSON_TYPE, readObject } from '../api/json.ts';
import { parseInstant } from '../api/time.ts';
import { parseObject } from '../registry/observation.ts';

/** A secret of the KV engine, version 2, as it stands. */
export interface KvSecret {
  /** Empty where the present version was deleted, or there is none. */
  readonly data: Readonly<Record<string, unknown>>;
  /** 0 where there has never been one. */
  readonly version: number;
  /** Whether the present version holds data. */
  readonly exists: boolean;
  readonly createdAt: number | null;
}

/** Below the base: `v1/secret/data/dcr/acme`. */
export interface KvPlace {
  readonly path: string;
}

/** The other answer is a refusal. */
export async function readKv({ path }: KvPlace, api: Api, signal: AbortSignal): Promise<KvSecret | ApiAnswer> {
  const answer = await api.ask({ method: 'GET', path, signal });
  if (answer.status !== 200 && answer.status !== 404) return answer;
  // A version that was deleted is a 404 that still tells its number, which the next write must name.
  const body = (answer.status === 200 ? readObject(answer, api) : parseObject(answer.body)) ?? {};
  const { data, metadata } = (body['data'] ?? {}) as { data?: Record<string, unknown> | null; metadata?: object };
  const { version, created_time: created } = (metadata ?? {}) as { version?: unknown; created_time?: unknown };
  return {
    data: data ?? {},
    version: typeof version === 'number' ? version : 0,
    exists: answer.status === 200,
    createdAt: answer.status === 200 ? parseInstant(created) : null,
  };
}

export type KvWrite = 'done' | 'conflict' | ApiAnswer;

/**
 * Sets these keys and keeps all others, only on top of the version that was read: `conflict` when there is another one.
 * A token that may only patch is served as well (https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2).
 */
export async function mergeKv(
  { path }: KvPlace,
  change: { readonly secret: KvSecret; readonly keys: Readonly<Record<string, string>> },
  { api, signal }: { readonly api: Api; readonly signal: AbortSignal },
): Promise<KvWrite> {
  const { secret, keys } = change;
  const options = { cas: secret.version };
  const whole = JSON.stringify({ options, data: { ...secret.data, ...keys } });
  let answer = await api.ask({ method: 'POST', path, body: { type: JSON_TYPE, text: whole }, signal });
  if (answer.status === 403 && secret.exists) {
    const body = { type: 'application/merge-patch+json', text: JSON.stringify({ options, data: keys }) };
    const patched = await api.ask({ method: 'PATCH', path, body, signal });
    if (patched.status !== 403) answer = patched;
  }
  if (answer.status === 200 || answer.status === 204) return 'done';
  // A patch of what was deleted meanwhile finds nothing.
  const isConflict =
    (answer.status === 400 && /check-and-set parameter did not/iu.test(answer.body)) || answer.status === 404;
  return isConflict ? 'conflict' : answer;
}
