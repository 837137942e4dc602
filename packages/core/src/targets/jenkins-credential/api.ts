import type { Api, ApiAnswer, ApiRequest } from '../../api/client.ts';
import { createApi } from '../../api/client.ts';
import { describeAnswer, refuseTarget } from '../../api/failure.ts';
import { readObject, readText } from '../../api/json.ts';
import { readApiToken, readApiVariable } from '../../api/token.ts';
import type { DcrError } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import { encodeBasic } from '../../registry/exchange.ts';
import type { JenkinsPlace } from './place.ts';

/** `forms`: of the credential that is being written. Throws `DCR_CREDENTIAL_MISSING`. */
export function openJenkins(place: JenkinsPlace, ports: Ports, forms: readonly string[] = []): Api {
  const name = `Jenkins (${place.base.host})`;
  const username = readApiVariable(ports.environment, { variable: place.userEnv, api: name, setting: 'userEnv' });
  const token = readApiToken(ports.environment, { variable: place.tokenEnv, api: name, username });
  const headers = { authorization: encodeBasic(username, token.value.reveal()), accept: '*/*' };
  const secret = [...token.forms, ...forms];
  const api = createApi({ base: place.base, name: 'Jenkins', headers, forms: secret }, ports);
  return { ...api, ask: (request) => askWithCrumb(api, request) };
}

/**
 * An API token needs no crumb; a password does, and the session that it was made for.
 * https://www.jenkins.io/doc/book/security/csrf-protection/
 */
async function askWithCrumb(api: Api, request: ApiRequest): Promise<ApiAnswer> {
  const answer = await api.ask(request);
  if (answer.status !== 403 || request.method !== 'POST' || !/valid crumb/iu.test(answer.body)) return answer;
  const issued = await api.ask({ method: 'GET', path: 'crumbIssuer/api/json', signal: request.signal });
  if (issued.status !== 200) return answer;
  const { crumb, crumbRequestField: field } = readObject(issued, api);
  const cookie = (issued.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  const headers = { ...request.headers, [readText(field) ?? 'Jenkins-Crumb']: readText(crumb) ?? '', cookie };
  return api.ask({ ...request, headers });
}

/** Why Jenkins will not do it, and what the user or the place lacks. */
export function refuseJenkins(place: JenkinsPlace, answer: ApiAnswer, api: Api): DcrError {
  const { label, userEnv, tokenEnv } = place;
  const message = `${label} of Jenkins cannot be written: Jenkins answered ${describeAnswer(answer, api.forms)}`;
  const needs = `Give the user in ${userEnv} the permissions Credentials/View, Create and Update there`;
  const remedies: Readonly<Record<number, string>> = {
    401: `The API token in ${tokenEnv} is not that of the user in ${userEnv}, or was revoked: make a new one.`,
    403: `${needs}.`,
    404: `Check address, folder and domain. Jenkins says 404 also where the user may not look: ${needs}, and Item/Read.`,
  };
  return refuseTarget(message, remedies[answer.status] ?? `${needs}.`);
}
