import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** `push` includes pull. */
export type Access = 'push' | 'pull';

export interface Credential {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
  readonly access: Access;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
}

/** One username and password may open several registries, so several credentials may be accepted at once. */
export type Authentication =
  | { readonly kind: 'accepted'; readonly credentials: readonly Credential[] }
  | { readonly kind: 'expired' }
  | { readonly kind: 'wrong' };

/** 192 random bits; the prefix keeps the text from being taken for a flag and tells scanners what they found. */
export function createPassword(): string {
  return `sbx_${randomBytes(24).toString('base64url')}`;
}

function createUsername(registry: string): string {
  return `${registry}-${randomBytes(4).toString('hex')}`;
}

export interface RotateOptions {
  /** Default: the present one's; with grace a fresh one. */
  readonly username?: string;
  /** Default: a random one. */
  readonly password?: string;
  /** The present credential lives on until it is retired. Default: it ends at once. */
  readonly grace?: boolean;
}

/** Hashed first, so that neither content nor length of the expected value can be timed. */
export function equalSecrets(given: string, expected: string): boolean {
  return timingSafeEqual(hashSecret(given), hashSecret(expected));
}

function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export function isExpired(credential: Credential, now: number): boolean {
  return credential.expiresAt !== undefined && credential.expiresAt <= now;
}

/** The live credentials of every registry, the current one of each first. */
export class CredentialBook {
  readonly #live = new Map<string, readonly Credential[]>();
  readonly #current = new Map<string, Credential>();
  readonly #usernames = new Set<string>();
  readonly #now: () => number;

  constructor(credentials: Iterable<Credential>, now: () => number) {
    this.#now = now;
    for (const credential of credentials)
      this.#set(credential.registry, [...this.list(credential.registry), credential]);
  }

  list(registry: string): readonly Credential[] {
    return this.#live.get(registry) ?? [];
  }

  /** The first that lives; where none does, the last that was current. */
  current(registry: string): Credential | undefined {
    return this.#current.get(registry);
  }

  isLive(credential: Credential): boolean {
    return this.list(credential.registry).includes(credential);
  }

  /** Whether this is, or once was, somebody's name here: anything else may be a password typed into the wrong field. */
  knowsUsername(username: string): boolean {
    return this.#usernames.has(username);
  }

  authenticate(username: string, password: string): Authentication {
    const matching: Credential[] = [];
    for (const credential of [...this.#live.values()].flat()) {
      const sameUsername = equalSecrets(username, credential.username);
      if (equalSecrets(password, credential.password) && sameUsername) matching.push(credential);
    }
    if (matching.length === 0) return { kind: 'wrong' };
    const credentials = matching.filter((credential) => !isExpired(credential, this.#now()));
    return credentials.length > 0 ? { kind: 'accepted', credentials } : { kind: 'expired' };
  }

  /** Gives the registry a new current credential in the place of the present one, or, with grace, before it. */
  rotate(registry: string, options: RotateOptions = {}): Credential {
    const [present, ...others] = this.list(registry);
    const { grace = false, password = createPassword() } = options;
    const username = options.username ?? (grace ? undefined : present?.username) ?? createUsername(registry);
    const next: Credential = { registry, username, password, access: this.current(registry)?.access ?? 'push' };
    this.#set(registry, grace && present ? [next, present, ...others] : [next, ...others]);
    return next;
  }

  /** A string is a username and means every live credential of that name; answers how many ended. */
  retire(registry: string, old: string | Pick<Credential, 'username' | 'password'>): number {
    const before = this.list(registry);
    const after = before.filter((credential) =>
      typeof old === 'string'
        ? credential.username !== old
        : credential.username !== old.username || credential.password !== old.password,
    );
    this.#set(registry, after);
    return before.length - after.length;
  }

  #set(registry: string, credentials: readonly Credential[]): void {
    this.#live.set(registry, credentials);
    if (credentials[0]) this.#current.set(registry, credentials[0]);
    for (const { username } of credentials) this.#usernames.add(username);
  }
}
