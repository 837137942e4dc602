import type { Caller } from './caller.ts';
import { findImageName } from './names.ts';
import type { ImageName } from './names.ts';
import type { Route } from './router.ts';
import { formatScope, includesGrant, permittedActions } from './scopes.ts';
import type { Action, Grant, RegistryFacts } from './scopes.ts';

/** What a request needs. `also` is asked for in the challenge, but a request without it is served in a lesser way. */
export interface Need {
  readonly registry: string;
  readonly grant: Grant;
  readonly also?: Grant;
}

export type Verdict =
  | { readonly kind: 'allow' }
  | { readonly kind: 'challenge'; readonly message: string; readonly error?: 'invalid_token' | 'insufficient_scope' }
  | { readonly kind: 'deny'; readonly message: string }
  | { readonly kind: 'unknown-registry' };

export const REJECTIONS = {
  wrong: 'the username or password is not accepted',
  expired: 'the credential has expired',
  token: 'the token is not accepted: it is unknown, has expired or its credential was retired',
} as const;

/** Undefined where any valid credential will do. */
export function findNeed(route: Route, method: string, query: URLSearchParams): Need | undefined {
  switch (route.kind) {
    case 'catalog':
      return {
        registry: route.registry,
        grant: { type: 'registry', name: route.registry, actions: ['catalog'] },
      };
    case 'tags':
      return needImage(route.image, ['pull']);
    case 'blob':
    case 'manifest':
      return needImage(route.image, ACTIONS[method] ?? ['pull']);
    case 'upload':
      return needImage(route.image, ['pull', 'push']);
    case 'uploads': {
      const from = findImageName(query.get('from') ?? '');
      const need = needImage(route.image, ['pull', 'push']);
      return query.has('mount') && from ? { ...need, also: needImage(from, ['pull']).grant } : need;
    }
    default:
      return undefined;
  }
}

const ACTIONS: Readonly<Record<string, readonly Action[]>> = { PUT: ['pull', 'push'], DELETE: ['delete'] };

function needImage(image: ImageName, actions: readonly Action[]): Need {
  return { registry: image.registry, grant: { type: 'repository', name: image.full, actions } };
}

export interface AccessFacts {
  readonly scheme: 'basic' | 'bearer';
  readonly registries: ReadonlyMap<string, RegistryFacts>;
}

export function decideAccess(caller: Caller, need: Need | undefined, facts: AccessFacts): Verdict {
  if (caller.kind === 'rejected') {
    return { kind: 'challenge', message: REJECTIONS[caller.reason], error: 'invalid_token' };
  }
  if (!need) {
    const proven = caller.kind !== 'anonymous' && caller.credentials.length > 0;
    return proven ? { kind: 'allow' } : { kind: 'challenge', message: 'authentication required' };
  }
  if (mayUse(caller, need.registry, need.grant, facts)) return { kind: 'allow' };
  if (caller.kind === 'anonymous') return { kind: 'challenge', message: 'authentication required' };
  // Only who has some registry here is told which names there are.
  if (!facts.registries.has(need.registry) && caller.credentials.length > 0) return { kind: 'unknown-registry' };
  return caller.kind === 'token'
    ? { kind: 'challenge', message: 'the token does not allow this', error: 'insufficient_scope' }
    : { kind: 'deny', message: 'the credential is valid, but does not allow this here' };
}

/** Whether the caller may do this to something in that registry. */
export function mayUse(caller: Caller, registryName: string, grant: Grant, facts: AccessFacts): boolean {
  const registry = facts.registries.get(registryName);
  if (!registry || caller.kind === 'rejected') return false;
  if (caller.kind === 'token') return includesGrant(caller.grants, grant);
  // Registries that issue tokens want one even for a public image, and give it to anybody.
  if (facts.scheme === 'bearer') return false;
  const permitted = permittedActions(caller.kind === 'credential' ? caller.credentials : [], registry);
  return grant.actions.every((action) => permitted.includes(action));
}

/** The value of WWW-Authenticate: RFC 6750 §3 and https://distribution.github.io/distribution/spec/auth/token/ */
export function formatChallenge(challenge: {
  scheme: 'basic' | 'bearer';
  /** Scheme and authority under which the client reached us, e.g. `http://localhost:5000`. */
  origin: string;
  need: Need | undefined;
  error: 'invalid_token' | 'insufficient_scope' | undefined;
}): string {
  if (challenge.scheme === 'basic') return BASIC_CHALLENGE;
  const { need, error } = challenge;
  const parameters: Record<string, string> = { realm: `${challenge.origin}/token`, service: 'dcr-sandbox' };
  if (need) parameters['scope'] = formatScope(need.also ? [need.grant, need.also] : [need.grant]);
  if (error) parameters['error'] = error;
  return `Bearer ${Object.entries(parameters)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}`;
}

export const BASIC_CHALLENGE = 'Basic realm="DCR sandbox"';
