import type { Api, ApiAnswer } from '../../api/client.ts';
import { createApi } from '../../api/client.ts';
import { describeAnswer, refuseTarget } from '../../api/failure.ts';
import { readApiToken } from '../../api/token.ts';
import type { DcrError } from '../../errors.ts';
import type { HttpResponse } from '../../ports/http.ts';
import type { Ports } from '../../ports/index.ts';
import { parseRetryAfter } from '../../registry/retry.ts';
import type { GitlabPlace } from './place.ts';

/** `forms`: of the credential that is being written. Throws `DCR_CREDENTIAL_MISSING`. */
export function openGitlab(place: GitlabPlace, ports: Ports, forms: readonly string[] = []): Api {
  const token = readApiToken(ports.environment, { variable: place.tokenEnv, api: `GitLab (${place.base.host})` });
  const headers = { 'private-token': token.value.reveal() };
  const secret = [...token.forms, ...forms];
  return createApi({ base: place.base, name: 'GitLab', headers, forms: secret, readQuota }, ports);
}

/** Some of GitLab's 429 name no time at all: https://gitlab.com/gitlab-org/gitlab/-/issues/365728 */
function readQuota({ status, headers }: HttpResponse, now: number): number | undefined {
  if (status !== 429) return undefined;
  const asked = parseRetryAfter(headers['retry-after']?.[0], now);
  if (asked !== undefined) return asked;
  const reset = Number(headers['ratelimit-reset']?.[0]);
  return reset > 0 ? Math.max(1, Math.ceil(reset - now / 1000)) : 60;
}

/** Why GitLab will not do it, and what the token or the place lacks. */
export function refuseGitlab(place: GitlabPlace, answer: ApiAnswer, api: Api): DcrError {
  const { label, tokenEnv, role } = place;
  const message = `variables of ${label} on GitLab cannot be written: GitLab answered ${describeAnswer(answer, api.forms)}`;
  const needs = `Give the token in ${tokenEnv} the scope api and the role ${role}; CI_JOB_TOKEN can never write variables`;
  const remedies: Readonly<Record<number, string>> = {
    400: 'GitLab takes no such value or attribute: correct what it names.',
    401: `The token in ${tokenEnv} is wrong, revoked or expired: make a new one.`,
    403: /archived/iu.test(answer.body) ? `Unarchive ${label}, or take it out of the rotation.` : `${needs}.`,
    404: `Check the spelling of ${label}. GitLab says 404 also where the token may not look: ${needs}.`,
    409: 'Several variables have this key: name the one by environmentScope.',
  };
  return refuseTarget(message, remedies[answer.status] ?? `${needs}.`);
}
