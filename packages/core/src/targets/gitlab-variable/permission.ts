import { refuseTarget } from '../../api/failure.ts';
import { readObject } from '../../api/json.ts';
import { refuseGitlab } from './api.ts';
import type { GitlabWork } from './variable.ts';

/**
 * What can be known of the right to write without writing; the rest is returned as sentences. That variables can be read
 * at all proves the role. Throws `DCR_TARGET_REFUSED`.
 */
export async function inspectPermission(work: GitlabWork): Promise<readonly string[]> {
  const { place, api, signal } = work;
  if (place.kind === 'project') {
    const answer = await api.ask({ method: 'GET', path: place.owner, signal });
    if (answer.status !== 200) throw refuseGitlab(place, answer, api);
    if (readObject(answer, api)['archived'] === true) {
      const remedy = `Unarchive ${place.label}, or take it out of the rotation.`;
      throw refuseTarget(`${place.label} on GitLab is archived: its variables cannot be written`, remedy);
    }
  }
  // Since GitLab 15.5, for personal, project and group tokens; OAuth tokens have no such page.
  const answer = await api.ask({ method: 'GET', path: 'personal_access_tokens/self', signal });
  const scopes = answer.status === 200 ? readObject(answer, api)['scopes'] : undefined;
  if (!Array.isArray(scopes))
    return [`whether the token in ${place.tokenEnv} has the scope api shows only when it writes to ${place.label}`];
  if (scopes.includes('api')) return [];
  const message = `the token in ${place.tokenEnv} cannot write variables of ${place.label}: it has the scopes "${scopes.join(' ')}"`;
  throw refuseTarget(message, 'Use a token with the scope api.');
}
