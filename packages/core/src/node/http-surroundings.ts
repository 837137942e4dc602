import fs from 'node:fs';
import type { LookupFunction } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import type { Environment } from '../ports/environment.ts';

/** What of this machine decides how a host is reached. */
export interface HttpSurroundings {
  readonly variables: Environment['variables'];
  /** Directories that hold a directory a host, as docker's `certs.d`. */
  readonly certificateRoots: readonly string[];
  /** Name lookup instead of the system's. */
  readonly lookup?: LookupFunction;
}

export const PROXY_VARIABLES = {
  'https:': ['HTTPS_PROXY', 'https_proxy'],
  'http:': ['HTTP_PROXY', 'http_proxy'],
} as const;

const TRUST_VARIABLES = ['SSL_CERT_FILE', 'SSL_CERT_DIR'] as const;

/**
 * Docker's places for the certificates of one host; the second is what a rootless dockerd reads.
 * https://docs.docker.com/engine/security/certificates/
 */
export function listCertificateRoots({ variables, platform, home }: Environment): readonly string[] {
  if (platform === 'win32') return [path.join(variables['ProgramData'] ?? 'C:\\ProgramData', 'docker', 'certs.d')];
  const given = variables['XDG_CONFIG_HOME'];
  const config = given !== undefined && path.isAbsolute(given) ? given : path.join(home, '.config');
  return ['/etc/docker/certs.d', path.join(config, 'docker', 'certs.d')];
}

/** The directories of this host that exist. Their name may spell out the default port, but not on Windows any colon. */
export function findHostDirectories(url: URL, roots: readonly string[]): readonly string[] {
  const names = url.port === '' ? [url.host, `${url.host}:443`] : [url.host];
  const spell = (name: string): string => (process.platform === 'win32' ? name.replaceAll(':', '') : name);
  return roots
    .flatMap((root) => names.map((name) => path.join(root, spell(name))))
    .filter((directory) => fs.existsSync(directory));
}

/** False where node's defaults do: all that an ordinary machine pays for proxies and private authorities. */
export function needsRoute(url: URL, { variables, certificateRoots }: HttpSurroundings): boolean {
  const secure = url.protocol === 'https:';
  const names = [...PROXY_VARIABLES[secure ? 'https:' : 'http:'], ...(secure ? TRUST_VARIABLES : [])];
  if (names.some((name) => (variables[name] ?? '') !== '')) return true;
  return secure && findHostDirectories(url, certificateRoots).length > 0;
}
