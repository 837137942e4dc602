import type { Credential } from './credentials.ts';
import { findImageName } from './names.ts';

export type Action = 'pull' | 'push' | 'delete' | 'catalog';

/** One resource and what may be, or should be allowed to be, done to it. */
export interface Grant {
  readonly type: 'repository' | 'registry';
  /** A full image name, or the name of a registry. */
  readonly name: string;
  readonly actions: readonly Action[];
}

export interface RegistryFacts {
  readonly name: string;
  readonly public: boolean;
}

export function formatScope(grants: readonly Grant[]): string {
  return grants.map(({ type, name, actions }) => `${type}:${name}:${actions.join(',')}`).join(' ');
}

export function includesGrant(grants: readonly Grant[], wanted: Grant): boolean {
  const held = grants.filter(({ type, name }) => type === wanted.type && name === wanted.name);
  return wanted.actions.every((action) => held.some(({ actions }) => actions.includes(action)));
}

/** What these credentials may do to this registry and all that is in it. */
export function permittedActions(credentials: readonly Credential[], registry: RegistryFacts): readonly Action[] {
  const own = credentials.filter((credential) => credential.registry === registry.name);
  if (own.some(({ access }) => access === 'push')) return ['pull', 'push', 'delete', 'catalog'];
  if (own.length > 0) return ['pull', 'catalog'];
  return registry.public ? ['pull'] : [];
}

/**
 * Scopes as they were asked for, cut down to what the credentials allow. Asking for too much is not an error, and what
 * cannot be understood grants nothing: https://distribution.github.io/distribution/spec/auth/token/
 */
export function narrowScopes(
  scopes: readonly string[],
  credentials: readonly Credential[],
  registries: ReadonlyMap<string, RegistryFacts>,
): readonly Grant[] {
  return scopes.flatMap((scope) => {
    const [type, name, asked] = splitScope(scope);
    const registry = registries.get((type === 'registry' ? name : findImageName(name)?.registry) ?? '');
    if (!registry || (type !== 'repository' && type !== 'registry')) return [];
    const actions = permittedActions(credentials, registry)
      .filter((action) => (action === 'catalog') === (type === 'registry'))
      .filter((action) => asked.includes(action) || asked.includes('*'));
    return actions.length > 0 ? [{ type, name, actions }] : [];
  });
}

/** `type[(class)]:name:action,…`, where a name may itself hold a colon (a host with its port). */
function splitScope(scope: string): readonly [type: string, name: string, actions: readonly string[]] {
  const first = scope.indexOf(':');
  const last = scope.lastIndexOf(':');
  if (first === last) return ['', '', []];
  const type = scope.slice(0, first).replace(/\([a-z]*\)$/, '');
  return [type, scope.slice(first + 1, last), scope.slice(last + 1).split(',')];
}
