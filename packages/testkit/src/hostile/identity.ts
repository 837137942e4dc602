import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSelfSignedCertificate } from '../real/certificate.ts';

export const REGISTRY_HOST = 'registry.acme.example';

/** Every name that a server of the table goes by. None is looked up anywhere: `names.ts` and the proxy lead to loopback. */
const NAMES = [
  'localhost',
  '*.acme.example',
  'acme.example',
  'thief.example',
  '*.thief.example',
  '*.acme.example.thief.example',
  '*.acme-example.example',
  'acme.github.io',
  'thief.github.io',
  '*.xn--acm-moa.example',
];
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

export type IdentityName = 'trusted' | 'unknown-issuer' | 'expired' | 'other-host';

export interface Identities {
  /** PEM of every certificate that clients are told to trust. */
  readonly trustFile: string;
  readonly servers: Readonly<Record<IdentityName, ServerIdentity>>;
}

/** Certificates for one run, written to a private directory, so that clients in other processes can trust them. */
export function createIdentities(directory: string): Identities {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const addresses = ['127.0.0.1', '127.0.0.2'];
  const make = (hosts: readonly string[], expired = false): ServerIdentity => {
    const { key, certificate: cert } = createSelfSignedCertificate({
      commonName: 'hostile registry',
      addresses,
      hosts,
      expired,
    });
    return { key: key.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
  };
  const servers = {
    trusted: make(NAMES),
    'unknown-issuer': make(NAMES),
    expired: make(NAMES, true),
    'other-host': make(['registry.somebody-else.example']),
  };
  const { trusted, expired, 'other-host': otherHost } = servers;
  writeFileSync(join(directory, 'trust.pem'), [trusted, expired, otherHost].map(({ cert }) => cert).join(''));
  writeFileSync(join(directory, 'servers.json'), JSON.stringify(servers), { mode: 0o600 });
  return readIdentities(directory);
}

export function readIdentities(directory: string): Identities {
  const servers = JSON.parse(readFileSync(join(directory, 'servers.json'), 'utf8')) as Identities['servers'];
  return { trustFile: join(directory, 'trust.pem'), servers };
}
