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
  /** Host names of the same. */
  readonly hosts?: readonly string[];
  /** Who vouches for it; default: it does so itself. */
  readonly issuer?: SelfSignedCertificate;
  /** Ended yesterday. Default: from yesterday for a month. */
  readonly expired?: boolean;
}

export interface SelfSignedCertificate {
  readonly commonName: string;
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

/** A key and its certificate, which vouches for itself where no issuer is named: https://www.rfc-editor.org/rfc/rfc5280 */
export function createSelfSignedCertificate(options: CertificateOptions): SelfSignedCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { commonName, issuer } = options;
  const algorithm = sequence(objectId(ECDSA_WITH_SHA256));
  const now = options.expired === true ? Date.now() - 31 * DAY_MS : Date.now();
  const body = sequence(
    explicit(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    encodeName(issuer?.commonName ?? commonName),
    sequence(utcTime(new Date(now - DAY_MS)), utcTime(new Date(now + 30 * DAY_MS))),
    encodeName(commonName),
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...listExtensions(options))),
  );
  const der = sequence(body, algorithm, bitString(sign('sha256', body, issuer?.key ?? privateKey)));
  return { commonName, key: privateKey, der, certificate: toPem(der) };
}

function encodeName(commonName: string): Buffer {
  return sequence(set(sequence(objectId(COMMON_NAME), utf8String(commonName))));
}

function listExtensions({ addresses = [], hosts = [] }: CertificateOptions): Buffer[] {
  const authority = sequence(objectId(BASIC_CONSTRAINTS), truth(), octetString(sequence(truth())));
  const names = [
    ...hosts.map((host) => implicit(2, Buffer.from(host))),
    ...addresses.map((address) => implicit(7, Buffer.from(address.split('.').map(Number)))),
  ];
  if (names.length === 0) return [authority];
  return [authority, sequence(objectId(SUBJECT_ALTERNATIVE_NAME), octetString(sequence(...names)))];
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
