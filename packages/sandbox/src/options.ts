import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { createPassword } from './credentials.ts';
import type { Access, Credential } from './credentials.ts';
import { findImageName, isRegistryName } from './names.ts';

export interface CredentialOptions {
  /** Default `<registry>-ci`. */
  readonly username?: string;
  /** Default: a random one. */
  readonly password?: string;
  /** `push` includes pull. Default `push`. */
  readonly access?: Access;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
}

export interface RegistryOptions {
  readonly name: string;
  /** At least one; the first is the registry's current one, which `rotate` replaces. Default: one that may push. */
  readonly credentials?: readonly CredentialOptions[];
  /** Anybody may pull; pushing still needs a credential. */
  readonly public?: boolean;
  /** Repositories, named without the registry, that exist from the start with a tiny image tagged `latest`. */
  readonly repositories?: readonly string[];
}

export interface SandboxOptions {
  /** Default: `acme` with the repository `app`, and `globex` with the repository `web`. */
  readonly registries?: readonly RegistryOptions[];
  /** How clients prove who they are. Default `basic`. */
  readonly scheme?: 'basic' | 'bearer';
  /** Whether the token endpoint hands out refresh tokens when asked for one (`bearer` only). Default false. */
  readonly refreshTokens?: boolean;
  /** Seconds that a token lives. Default 300. */
  readonly tokenLifetime?: number;
  /** Default 0: the kernel chooses. */
  readonly port?: number;
  /** Listen on `::1` instead of `127.0.0.1`. */
  readonly ipv6?: boolean;
  /** PEM texts; with them the sandbox speaks https only. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Where the private directory for blobs is made. Default: the system's temporary directory. */
  readonly directory?: string;
  /** Milliseconds since the epoch, for everything that expires. Default `Date.now`. */
  readonly now?: () => number;
}

export interface RegistrySettings {
  readonly name: string;
  readonly public: boolean;
  readonly credentials: readonly Credential[];
  readonly repositories: readonly string[];
}

export interface Settings {
  readonly registries: ReadonlyMap<string, RegistrySettings>;
  readonly scheme: 'basic' | 'bearer';
  readonly refreshTokens: boolean;
  readonly tokenLifetime: number;
  readonly port: number;
  readonly address: '127.0.0.1' | '::1';
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  readonly directory: string;
  readonly adminToken: string;
  readonly now: () => number;
}

const DEFAULT_REGISTRIES: readonly RegistryOptions[] = [
  { name: 'acme', repositories: ['app'] },
  { name: 'globex', repositories: ['web'] },
];

/** Throws `TypeError` for names and usernames that no client could use. */
export function resolveOptions(options: SandboxOptions): Settings {
  const registries = new Map<string, RegistrySettings>();
  for (const registry of options.registries ?? DEFAULT_REGISTRIES) {
    if (registries.has(registry.name)) throw new TypeError(`registry ${registry.name} is given twice`);
    registries.set(registry.name, resolveRegistry(registry));
  }
  return {
    registries,
    scheme: options.scheme ?? 'basic',
    refreshTokens: options.refreshTokens ?? false,
    tokenLifetime: options.tokenLifetime ?? 300,
    port: options.port ?? 0,
    address: options.ipv6 ? '::1' : '127.0.0.1',
    tls: options.tls,
    directory: options.directory ?? tmpdir(),
    adminToken: randomBytes(24).toString('base64url'),
    now: options.now ?? Date.now,
  };
}

function resolveRegistry(options: RegistryOptions): RegistrySettings {
  const { name, credentials = [{}], repositories = [] } = options;
  if (!isRegistryName(name)) throw new TypeError(`${JSON.stringify(name)} is not the name of a registry`);
  if (credentials.length === 0) throw new TypeError(`registry ${name} needs a credential`);
  for (const repository of repositories) {
    if (!findImageName(`${name}/${repository}`)) {
      throw new TypeError(`${JSON.stringify(repository)} is not the name of a repository`);
    }
  }
  return {
    name,
    public: options.public ?? false,
    credentials: credentials.map((credential) => resolveCredential(name, credential)),
    repositories,
  };
}

function resolveCredential(registry: string, options: CredentialOptions): Credential {
  const { username = `${registry}-ci`, password = createPassword(), access = 'push', expiresAt } = options;
  checkUsername(username);
  return { registry, username, password, access, ...(expiresAt === undefined ? {} : { expiresAt }) };
}

/** Basic cuts at the first colon (RFC 7617), so a username with one could never be used. */
export function checkUsername(username: string): void {
  if (username === '' || username.includes(':')) throw new TypeError('a username is not empty and has no colon');
}
