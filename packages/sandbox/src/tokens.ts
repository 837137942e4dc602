import { createHash, randomBytes } from 'node:crypto';
import type { Credential } from './credentials.ts';
import type { Grant } from './scopes.ts';

export interface Token {
  /** Whose it is; nobody's where it was given to an anonymous caller. */
  readonly credentials: readonly Credential[];
  readonly grants: readonly Grant[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Opaque random tokens. Only their hashes are kept, so looking one up compares no secret. */
export class TokenStore {
  readonly #tokens = new Map<string, Token>();
  readonly #refreshTokens = new Map<string, readonly Credential[]>();

  /** Answers the token's text. */
  issue(token: Token, now: number): string {
    this.#forgetExpired(now);
    return remember(this.#tokens, token);
  }

  issueRefreshToken(credentials: readonly Credential[]): string {
    return remember(this.#refreshTokens, credentials);
  }

  /** Whether it still counts, by its own expiry and by its credentials, is for the caller to judge. */
  find(text: string): Token | undefined {
    return this.#tokens.get(hash(text));
  }

  findRefreshToken(text: string): readonly Credential[] | undefined {
    return this.#refreshTokens.get(hash(text));
  }

  /** All live equally long, so the oldest come first. */
  #forgetExpired(now: number): void {
    for (const [key, token] of this.#tokens) {
      if (token.expiresAt > now) return;
      this.#tokens.delete(key);
    }
  }
}

function remember<T>(store: Map<string, T>, value: T): string {
  const text = randomBytes(32).toString('base64url');
  store.set(hash(text), value);
  return text;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
