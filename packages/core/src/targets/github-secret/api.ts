import type { Api, ApiAnswer } from '../../api/client.ts';
import { createApi } from '../../api/client.ts';
import { describeAnswer, refuseTarget } from '../../api/failure.ts';
import { readApiToken } from '../../api/token.ts';
import type { DcrError } from '../../errors.ts';
import type { HttpResponse } from '../../ports/http.ts';
import type { Ports } from '../../ports/index.ts';
import { parseRetryAfter } from '../../registry/retry.ts';
import type { GithubPlace } from './place.ts';

/** `forms`: of the credential that is being written. Throws `DCR_CREDENTIAL_MISSING`. */
export function openGithub(place: GithubPlace, ports: Ports, forms: readonly string[] = []): Api {
  const token = readApiToken(ports.environment, { variable: place.tokenEnv, api: `GitHub (${place.base.host})` });
  const headers = {
    authorization: `Bearer ${token.value.reveal()}`,
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
  };
  const secret = [...token.forms, ...forms];
  return createApi({ base: place.base, name: 'GitHub', headers, forms: secret, readQuota }, ports);
}

/**
 * GitHub's own words for a limit: `retry-after`, else nothing left until `x-ratelimit-reset`, else at least a minute.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function readQuota({ status, headers, body }: HttpResponse, now: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const asked = parseRetryAfter(headers['retry-after']?.[0], now);
  if (asked !== undefined) return asked;
  const reset = Number(headers['x-ratelimit-reset']?.[0]);
  if (headers['x-ratelimit-remaining']?.[0] === '0' && reset > 0) return Math.max(1, Math.ceil(reset - now / 1000));
  return status === 429 || /secondary rate limit/iu.test(body) ? 60 : undefined;
}

/** Why GitHub will not do it, and what the token or the place lacks. */
export function refuseGithub(place: GithubPlace, answer: ApiAnswer, api: Api): DcrError {
  const message = `${place.label} on GitHub cannot be written: GitHub answered ${describeAnswer(answer, api.forms)}`;
  const { tokenEnv, permission, scope } = place;
  const needs = `Give the token in ${tokenEnv} the ${permission} (a classic token: the scope ${scope}); the GITHUB_TOKEN of a workflow can never write secrets`;
  const remedies: Readonly<Record<number, string>> = {
    401: `The token in ${tokenEnv} is wrong, revoked or expired: make a new one.`,
    403: /archived/iu.test(answer.body) ? `Unarchive ${place.label}, or take it out of the rotation.` : `${needs}.`,
    404: `Check the spelling of ${place.label}. GitHub says 404 also where the token may not look: ${needs}.`,
    409: 'GitHub was changing this place at the same moment. Run it again: dcr-login rotate --resume.',
    422: 'GitHub takes no such secret: check its name, its size and how many there are already.',
  };
  return refuseTarget(message, remedies[answer.status] ?? `${needs}.`);
}
