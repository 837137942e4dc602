import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  bitString,
  explicit,
  implicit,
  integer,
  objectId,
  octetString,
  sequence,
  set,
  truth,
  utcTime,
  utf8String,
} from './der.ts';

export interface CertificateOptions {
  readonly commonName: string;
  /** IPv4 addresses that a server with this certificate answers at. */
  readonly addresses?: readonly string[];
  /** DNS names of the same; the first label may be `*`. */
  readonly names?: readonly string[];
  /** Default: from yesterday for a month. */
  readonly valid?: { readonly from: Date; readonly until: Date };
}

export interface SelfSignedCertificate {
  /** EC P-256. */
  readonly key: KeyObject;
  readonly der: Buffer;
  /** The same as PEM. */
  readonly certificate: string;
}

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
const BASIC_CONSTRAINTS = '2.5.29.19';
const DAY_MS = 86_400_000;

/** A key and a certificate that vouches for itself: https://www.rfc-editor.org/rfc/rfc5280 */
export function createSelfSignedCertificate(options: CertificateOptions): SelfSignedCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(objectId(COMMON_NAME), utf8String(options.commonName))));
  const algorithm = sequence(objectId(ECDSA_WITH_SHA256));
  const now = Date.now();
  const { from, until } = options.valid ?? { from: new Date(now - DAY_MS), until: new Date(now + 30 * DAY_MS) };
  const body = sequence(
    explicit(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    name,
    sequence(utcTime(from), utcTime(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...listExtensions(options))),
  );
  const der = sequence(body, algorithm, bitString(sign('sha256', body, privateKey)));
  return { key: privateKey, der, certificate: toPem(der) };
}

function listExtensions({ addresses = [], names = [] }: CertificateOptions): Buffer[] {
  const authority = sequence(objectId(BASIC_CONSTRAINTS), truth(), octetString(sequence(truth())));
  const alternatives = [
    ...names.map((name) => implicit(2, Buffer.from(name))),
    ...addresses.map((address) => implicit(7, Buffer.from(address.split('.').map(Number)))),
  ];
  if (alternatives.length === 0) return [authority];
  return [authority, sequence(objectId(SUBJECT_ALTERNATIVE_NAME), octetString(sequence(...alternatives)))];
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
