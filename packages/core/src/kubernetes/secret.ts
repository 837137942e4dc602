import type { Api } from '../api/client.ts';
import { readObject } from '../api/json.ts';
import { parseInstant } from '../api/time.ts';
import { refuseAnswer } from './api.ts';
import { CONFIG_KEY } from './pull-credential.ts';

/** The type of a pull secret; a secret keeps its type for life. */
export const PULL_SECRET_TYPE = 'kubernetes.io/dockerconfigjson';

export interface SecretPlace {
  readonly namespace: string;
  readonly name: string;
}

export interface Metadata {
  readonly resourceVersion?: string;
  readonly uid?: string;
  readonly creationTimestamp?: string;
  /** Where it is on its way out. */
  readonly deletionTimestamp?: string;
  readonly finalizers?: readonly string[] | null;
  readonly labels?: Readonly<Record<string, string>> | null;
  readonly annotations?: Readonly<Record<string, string>> | null;
  readonly ownerReferences?: readonly { readonly kind?: string; readonly name?: string }[] | null;
  readonly managedFields?: readonly {
    readonly manager?: string;
    readonly time?: string;
    readonly fieldsV1?: { readonly 'f:data'?: Readonly<Record<string, unknown>> };
  }[];
}

/** A Secret as the server sent it: https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/secret-v1/ */
export interface SecretObject {
  readonly type?: string;
  readonly immutable?: boolean;
  /** Base64. */
  readonly data?: Readonly<Record<string, string>> | null;
  readonly metadata?: Metadata;
}

export function locateSecrets(namespace: string): string {
  return `api/v1/namespaces/${encodeURIComponent(namespace)}/secrets`;
}

export function locateSecret({ namespace, name }: SecretPlace): string {
  return `${locateSecrets(namespace)}/${encodeURIComponent(name)}`;
}

/** Undefined where there is none, and where there is no such namespace. Throws `DCR_TARGET_REFUSED` and what `ask` throws. */
export async function readSecret(place: SecretPlace, api: Api, signal: AbortSignal): Promise<SecretObject | undefined> {
  const answer = await api.ask({ method: 'GET', path: locateSecret(place), signal });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw refuseAnswer(answer, { verb: 'get', resource: 'secrets', ...place }, api);
  return readObject(answer, api);
}

/** The docker configuration in it, empty where there is none. */
export function readConfigText({ data }: SecretObject): string {
  return Buffer.from(data?.[CONFIG_KEY] ?? '', 'base64').toString('utf8');
}

/**
 * When its login was last written: by whoever owns the field now (milliseconds since the epoch), else since it exists.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 */
export function readWriteTime({ metadata }: SecretObject): number | null {
  const owners = (metadata?.managedFields ?? []).filter(
    ({ fieldsV1 }) => fieldsV1?.['f:data']?.[`f:${CONFIG_KEY}`] !== undefined,
  );
  const times = owners.map(({ time }) => parseInstant(time)).filter((time) => time !== null);
  return times.length > 0 ? Math.max(...times) : parseInstant(metadata?.creationTimestamp);
}
