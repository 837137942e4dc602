import type { Api, ApiAnswer } from '../../api/client.ts';
import { refuseTarget } from '../../api/failure.ts';
import { readObject } from '../../api/json.ts';
import { refuseGithub } from './api.ts';
import type { GithubPlace } from './place.ts';

/**
 * What can be known of the right to write without writing; the rest is returned as sentences.
 * Throws `DCR_TARGET_REFUSED`.
 */
export async function inspectPermission(place: GithubPlace, api: Api, signal: AbortSignal): Promise<readonly string[]> {
  const { repository } = place;
  if (repository !== undefined) {
    const answer = await api.ask({ method: 'GET', path: repository, signal });
    if (answer.status !== 200) throw refuseGithub(place, answer, api);
    judgeRepository(place, readObject(answer, api), readScopes(answer));
  }
  const key = await api.ask({ method: 'GET', path: `${place.secrets}/public-key`, signal });
  if (key.status !== 200) throw refuseGithub(place, key, api);
  return judgeScopes(place, key);
}

function judgeRepository(
  { label }: GithubPlace,
  repository: Readonly<Record<string, unknown>>,
  scopes: readonly string[],
): void {
  if (repository['archived'] === true) {
    const remedy = `Unarchive ${label}, or take it out of the rotation.`;
    throw refuseTarget(`${label} on GitHub is archived: its secrets cannot be written`, remedy);
  }
  const { push } = (repository['permissions'] ?? {}) as { push?: unknown };
  // Of an App or a fine-grained token this tells its right to the code, which secrets do not need.
  if (push === false && scopes.length > 0) {
    const remedy = 'Give its user write access to the repository, or use another token.';
    throw refuseTarget(`the token may read ${label} on GitHub but not write to it`, remedy);
  }
}

function judgeScopes({ label, scope, tokenEnv, permission }: GithubPlace, answer: ApiAnswer): readonly string[] {
  const scopes = readScopes(answer);
  if (scopes.length === 0)
    return [`whether the token in ${tokenEnv} has the ${permission} on ${label} shows only when it writes`];
  if (scopes.includes(scope)) return [];
  const message = `the classic token in ${tokenEnv} cannot write secrets of ${label}: it has the scopes "${scopes.join(' ')}"`;
  throw refuseTarget(message, `Give it the scope ${scope}, or use a fine-grained token with the ${permission}.`);
}

/** Only classic tokens have scopes, and GitHub names them in every answer; to an App's user it names none. */
function readScopes({ headers }: ApiAnswer): readonly string[] {
  const names = (headers['x-oauth-scopes']?.[0] ?? '').split(',').map((name) => name.trim());
  return names.filter((name) => name !== '');
}
