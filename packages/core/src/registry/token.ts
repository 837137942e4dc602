import type { Challenge } from './challenge.ts';

/**
 * Address of a token request in its GET form, which every token service answers. The realm may hold a query of its
 * own: it is added to, not replaced. Without `username` it is the question anybody could ask.
 * Source: https://distribution.github.io/distribution/spec/auth/token/
 */
export function buildTokenUrl(request: {
  readonly realm: URL;
  readonly service: string | undefined;
  readonly scopes: readonly string[];
  readonly username?: string;
}): URL {
  const url = new URL(request.realm);
  if (request.service !== undefined && request.service !== '') url.searchParams.set('service', request.service);
  for (const scope of request.scopes) url.searchParams.append('scope', scope);
  if (request.username !== undefined) url.searchParams.set('account', request.username);
  return url;
}

/** The scopes that a challenge asks for; several stand in one parameter, separated by spaces. */
export function readScopes(challenge: Challenge): readonly string[] {
  return (challenge.parameters['scope'] ?? '').split(' ').filter((scope) => scope !== '');
}

/** https://distribution.github.io/distribution/spec/auth/scope/ */
export function repositoryScope(path: string, actions: 'pull' | 'pull,push'): string {
  return `repository:${path}:${actions}`;
}
