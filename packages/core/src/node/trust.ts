import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { SecureContext } from 'node:tls';
import tls from 'node:tls';
import type { Environment } from '../ports/environment.ts';
import { HttpFault } from '../ports/http.ts';
import type { HttpSurroundings } from './http-surroundings.ts';
import { findHostDirectories } from './http-surroundings.ts';

/** Whom to believe on one host, and who to be there. */
export interface Trust {
  /** Made once, for OpenSSL takes a while to read a hundred authorities; undefined where node's defaults do. */
  readonly context: SecureContext | undefined;
  /** Where all of it was read. */
  readonly files: readonly string[];
  /** Whether node's own roots count as well. */
  readonly builtInRoots: boolean;
}

/**
 * As docker does: what `certs.d` holds is added to the system's roots. `SSL_CERT_FILE` and `SSL_CERT_DIR` are Go's: the
 * file replaces the system's bundle and the directory its directory, so only both together replace all roots; node's own
 * stand in for the half that was not replaced. https://pkg.go.dev/crypto/x509#SystemCertPool
 * Throws a `configuration` fault that names the file.
 */
export function readTrust(url: URL, { variables, certificateRoots }: HttpSurroundings): Trust {
  const { SSL_CERT_FILE: file = '', SSL_CERT_DIR: directory = '' } = variables;
  const read = [
    ...(file === '' ? [] : [readBundle(file, 'SSL_CERT_FILE')]),
    ...(directory === '' ? [] : directory.split(path.delimiter).flatMap((name) => readDirectory(name))),
  ];
  const hosts = findHostDirectories(url, certificateRoots).map((place) => readHostDirectory(place));
  const own = hosts.flatMap(({ authorities }) => authorities);
  const client = hosts.find(({ pair }) => pair !== undefined)?.pair;
  const builtInRoots = file === '' || directory === '';
  const added = [...read, ...own];
  // NODE_EXTRA_CA_CERTS adds in any case: it was set for this very program.
  const extra = readExtra(variables);
  const defaults = builtInRoots ? listDefaultRoots(extra) : extra.certificates;
  const ca =
    added.length === 0 ? {} : { ca: [...new Set([...defaults, ...added.flatMap(({ certificates }) => certificates)])] };
  const pair = client === undefined ? {} : { cert: client.cert, key: client.key };
  return {
    context: added.length === 0 && client === undefined ? undefined : tls.createSecureContext({ ...ca, ...pair }),
    files: [
      ...(extra.certificates.length === 0 ? [] : [extra.file]),
      ...added.map((bundle) => bundle.file),
      ...(client?.files ?? []),
    ],
    builtInRoots,
  };
}

interface Bundle {
  readonly file: string;
  readonly certificates: readonly string[];
}

/** What counts when no `ca` is given; naming one switches all of it off, NODE_EXTRA_CA_CERTS too. */
function listDefaultRoots(extra: Bundle): readonly string[] {
  // Node 22.15 and later tell it; they know --use-system-ca as well.
  const { getCACertificates } = tls as typeof tls & { getCACertificates?: (kind: 'default') => string[] };
  return getCACertificates?.('default') ?? [...tls.rootCertificates, ...extra.certificates];
}

/** One that cannot be read is ignored by node, with a warning of its own at start. */
function readExtra(variables: Environment['variables']): Bundle {
  const file = variables['NODE_EXTRA_CA_CERTS'] ?? '';
  return { file, certificates: file === '' ? [] : tryReadPem(file) };
}

function readHostDirectory(directory: string): {
  authorities: readonly Bundle[];
  pair: { cert: string; key: string; files: readonly string[] } | undefined;
} {
  const names = attempt(directory, () => fs.readdirSync(directory)).toSorted();
  const partner = (name: string, from: string, to: string): string => `${name.slice(0, -from.length)}${to}`;
  for (const name of names) {
    const file = path.join(directory, name);
    if (name.endsWith('.cert') && !names.includes(partner(name, '.cert', '.key')))
      throw refuse(`${file} has no ${partner(name, '.cert', '.key')} beside it (a CA's certificate must end in .crt)`);
    if (name.endsWith('.key') && !names.includes(partner(name, '.key', '.cert')))
      throw refuse(`${file} has no ${partner(name, '.key', '.cert')} beside it`);
  }
  const authorities = names
    .filter((name) => name.endsWith('.crt'))
    .map((name) => readAuthority(path.join(directory, name)));
  // Node can offer one; docker offers the first that the server's list of authorities fits.
  const cert = names.find((name) => name.endsWith('.cert'));
  return { authorities, pair: cert === undefined ? undefined : readPair(path.join(directory, cert)) };
}

function readPair(certFile: string): { cert: string; key: string; files: readonly string[] } {
  const keyFile = certFile.replace(/\.cert$/u, '.key');
  const [cert, key] = [certFile, keyFile].map((file) => attempt(file, () => fs.readFileSync(file, 'utf8'))) as [
    string,
    string,
  ];
  // OpenSSL's own words name no file, and none of them repeats what the file holds.
  attempt(`${certFile} with ${keyFile}`, () => tls.createSecureContext({ cert, key }));
  return { cert, key, files: [certFile, keyFile] };
}

/** Not each certificate is looked at, which would cost more than all the rest: a broken one is one that nobody trusts. */
function readBundle(file: string, why: string): Bundle {
  const certificates = splitPem(attempt(`${file} (${why})`, () => fs.readFileSync(file, 'utf8')));
  if (certificates.length === 0) throw refuse(`${file} (${why}) holds no PEM certificate`);
  return { file, certificates };
}

/** The few that somebody has put there by hand for one host. */
function readAuthority(file: string): Bundle {
  const bundle = readBundle(file, "docker's certs.d");
  for (const certificate of bundle.certificates) attempt(file, () => new X509Certificate(certificate));
  return bundle;
}

/** A directory of many: what is missing, unreadable or no certificate is passed over, as OpenSSL and Go do. */
function readDirectory(directory: string): readonly Bundle[] {
  try {
    const files = fs.readdirSync(directory).map((name) => path.join(directory, name));
    const found = files.filter((file) => !isAlias(file)).flatMap((file) => tryReadPem(file));
    return found.length === 0 ? [] : [{ file: directory, certificates: found }];
  } catch {
    return [];
  }
}

/** `openssl rehash` gives every certificate a second name, by its hash, in the same directory. */
function isAlias(file: string): boolean {
  return fs.lstatSync(file).isSymbolicLink() && !fs.readlinkSync(file).includes(path.sep);
}

function tryReadPem(file: string): readonly string[] {
  try {
    return splitPem(fs.readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}

function splitPem(text: string): readonly string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
}

function attempt<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw refuse(`${what} cannot be used: ${code ?? message}`, error);
  }
}

function refuse(detail: string, cause?: unknown): HttpFault {
  return new HttpFault({ kind: 'configuration', during: 'connect', detail, cause });
}
