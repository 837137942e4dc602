import type { Environment } from '../ports/environment.ts';
import { dropSecrets } from './places.ts';
import { dropShadow } from './shadow.ts';

/**
 * Environment of a command that sees a login and nothing that would shadow it: the caller's own, without our secrets.
 * `forms` are those of the password, `key` is the one under which docker keeps the login, `visible` its variables.
 */
export function composeCommandEnvironment(
  environment: Pick<Environment, 'variables'>,
  login: {
    readonly forms: readonly string[];
    readonly key?: string;
    readonly visible: Readonly<Record<string, string>>;
  },
): Readonly<Record<string, string>> {
  const { DOCKER_AUTH_CONFIG: given, ...others } = environment.variables;
  // First, so that the other hosts in it stay where ours holds the very password.
  const shadow = login.key === undefined ? given : dropShadow(given, login.key);
  const kept = dropSecrets({ variables: { ...others, DOCKER_AUTH_CONFIG: shadow } }, login.forms);
  return { ...kept, ...login.visible };
}
