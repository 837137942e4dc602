import { parse, Scalar, stringify } from 'yaml';
import type { PullCredential } from './pull-credential.ts';
import { composeConfig, CONFIG_KEY } from './pull-credential.ts';
import { PULL_SECRET_TYPE } from './secret.ts';

export interface ManifestRequest {
  readonly name: string;
  /** None: the manifest names none, and goes where it is applied. */
  readonly namespaces: readonly string[];
  readonly credential: PullCredential;
  readonly format: 'yaml' | 'json';
}

/**
 * What `kubectl create secret docker-registry NAME --dry-run=client -o yaml` prints, byte for byte; of several namespaces
 * a document each, or a List.
 */
export function renderManifest({ name, namespaces, credential, format }: ManifestRequest): string {
  const data = { [CONFIG_KEY]: Buffer.from(composeConfig(credential)).toString('base64') };
  const places = namespaces.length === 0 ? [{}] : namespaces.map((namespace) => ({ namespace }));
  if (format === 'yaml') {
    const documents = places.map((place) => {
      const metadata = { creationTimestamp: null, ...quoteNames({ name, ...place }) };
      const secret = { apiVersion: 'v1', data, kind: 'Secret', metadata, type: PULL_SECRET_TYPE };
      return stringify(secret, { lineWidth: 0 });
    });
    return documents.join('---\n');
  }
  const secrets = places.map((place) => {
    const metadata = { name, ...place, creationTimestamp: null };
    return { kind: 'Secret', apiVersion: 'v1', metadata, data, type: PULL_SECRET_TYPE };
  });
  const [first] = secrets;
  const whole = secrets.length === 1 ? first : { kind: 'List', apiVersion: 'v1', metadata: {}, items: secrets };
  return `${JSON.stringify(whole, undefined, 4)}\n`;
}

/** A name of digits, or one such as `on`, is in quotes where YAML 1.1 or 1.2 would take it for something else: Go's parser knows both. */
function quoteNames(names: Readonly<Record<string, string>>): Readonly<Record<string, string | Scalar>> {
  return Object.fromEntries(
    Object.entries(names).map(([key, name]) => {
      const isText = (['1.1', '1.2'] as const).every((version) => parse(name, { version }) === name);
      return [key, isText ? name : Object.assign(new Scalar(name), { type: 'QUOTE_DOUBLE' })];
    }),
  );
}
