import type { Api } from '../../api/client.ts';
import { JSON_TYPE, readObject, readText } from '../../api/json.ts';
import { readWords, refuseTarget } from '../../api/failure.ts';
import { refuseGitlab } from './api.ts';
import { judgeVariableValue } from './masking.ts';
import type { GitlabPlace } from './place.ts';

/** A variable as GitLab tells it. */
export interface Variable {
  readonly key: string;
  /** Undefined where GitLab does not tell it any more: the variable is hidden. */
  readonly value: string | undefined;
  readonly masked: boolean;
  readonly hidden: boolean;
  readonly raw: boolean;
  readonly scope: string;
}

export interface GitlabWork {
  readonly place: GitlabPlace;
  readonly api: Api;
  readonly signal: AbortSignal;
}

/** The variable of exactly this scope. Throws `DCR_TARGET_REFUSED` where the token may not look. */
export async function readVariable(key: string, { place, api, signal }: GitlabWork): Promise<Variable | undefined> {
  const answer = await api.ask({ method: 'GET', path: pathOf(place, key), query: filterOf(place), signal });
  if (answer.status === 200) {
    const variable = parseVariable(readObject(answer, api));
    // Without Premium, groups know no scopes and ignore the filter.
    if (variable.scope !== place.scope) throw refuseScope(place, variable);
    return variable;
  }
  if (answer.status === 404 && /variable/iu.test(readWords(answer.body))) return undefined;
  throw refuseGitlab(place, answer, api);
}

/** The value and nothing else: what is not sent stays as it is. */
export async function updateVariable(variable: Variable, value: string, work: GitlabWork): Promise<'done' | 'gone'> {
  const { place, api, signal } = work;
  const problem = judgeVariableValue(variable, value);
  if (problem !== undefined) {
    const message = `${variable.key} of ${place.label} on GitLab cannot hold the new value: ${problem.message}`;
    throw refuseTarget(message, problem.remedy);
  }
  const body = { type: JSON_TYPE, text: JSON.stringify({ value }) };
  const path = pathOf(place, variable.key);
  const answer = await api.ask({ method: 'PUT', path, query: filterOf(place), body, signal });
  if (answer.status === 200) return 'done';
  if (answer.status === 404 && /variable/iu.test(readWords(answer.body))) return 'gone';
  throw refuseGitlab(place, answer, api);
}

/** `taken`: somebody else made it meanwhile. */
export async function createVariable(
  key: string,
  { value, secret }: { readonly value: string; readonly secret: boolean },
  { place, api, signal }: GitlabWork,
): Promise<'done' | 'taken'> {
  const shape = { key, masked: secret, hidden: secret, raw: true };
  const problem = judgeVariableValue(shape, value);
  if (problem !== undefined) {
    const message = `${key} of ${place.label} on GitLab cannot hold the new value: ${problem.message}`;
    throw refuseTarget(message, problem.remedy);
  }
  // `masked` beside it: a GitLab before 17.4 does not know `masked_and_hidden` and would store the value unmasked.
  const masking = secret ? { masked: true, masked_and_hidden: true } : {};
  const content = { key, value, raw: true, environment_scope: place.scope, ...masking };
  const body = { type: JSON_TYPE, text: JSON.stringify(content) };
  const answer = await api.ask({ method: 'POST', path: `${place.owner}/variables`, body, signal });
  if (answer.status === 400 && /already been taken/iu.test(readWords(answer.body))) return 'taken';
  if (answer.status !== 201) throw refuseGitlab(place, answer, api);
  const made = parseVariable(readObject(answer, api));
  if (made.scope !== place.scope) throw refuseScope(place, made);
  return 'done';
}

function parseVariable(object: Readonly<Record<string, unknown>>): Variable {
  const hidden = object['hidden'] === true;
  return {
    key: readText(object['key']) ?? '',
    value: hidden ? undefined : readText(object['value']),
    masked: object['masked'] === true,
    hidden,
    raw: object['raw'] === true,
    scope: readText(object['environment_scope']) ?? '*',
  };
}

function refuseScope(place: GitlabPlace, { key, scope }: Variable): Error {
  const message = `${key} of ${place.label}: GitLab keeps it for environments "${scope}", not for "${place.scope}"`;
  const remedy =
    "Scopes of a group's variables need GitLab Premium: leave environmentScope out, or store it in the projects.";
  return refuseTarget(message, remedy);
}

function pathOf({ owner }: GitlabPlace, key: string): string {
  return `${owner}/variables/${encodeURIComponent(key)}`;
}

function filterOf({ scope }: GitlabPlace): Readonly<Record<string, string>> {
  return { 'filter[environment_scope]': scope };
}
