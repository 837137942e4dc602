/** `repository:acme/app:pull,push` taken apart: https://distribution.github.io/distribution/spec/auth/scope/ */
export interface Scope {
  readonly type: string;
  readonly name: string;
  readonly actions: readonly string[];
}

/** A name may hold a colon (`host:port/…`): the first and the last one separate. Anything else is undefined. */
export function parseScope(text: string): Scope | undefined {
  const [, type, name, actions] = /^([a-z0-9]+)(?:\([a-z0-9]+\))?:(.+):([a-z*,]+)$/.exec(text) ?? [];
  if (type === undefined || name === undefined || actions === undefined) return undefined;
  return { type, name, actions: actions.split(',') };
}

export function printScope(scope: Scope): string {
  return `${scope.type}:${scope.name}:${scope.actions.join(',')}`;
}

/** What of the requested scopes the grants cover; a scope of which nothing is left is not there. */
export function narrowScopes(requested: readonly Scope[], grants: readonly Scope[]): Scope[] {
  return requested
    .map((scope) => {
      const covering = grants.filter((grant) => grant.type === scope.type && matchesName(grant.name, scope.name));
      const allowed = new Set(covering.flatMap((grant) => grant.actions));
      return { ...scope, actions: scope.actions.filter((action) => allowed.has(action)) };
    })
    .filter((scope) => scope.actions.length > 0);
}

/** A grant's name is exact, or ends in `*` and covers all that begin like it. */
function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
