import { DcrError } from '../errors.ts';
import { parseObject } from '../registry/observation.ts';
import type { Api, ApiAnswer } from './client.ts';
import { describeAnswer } from './failure.ts';

export const JSON_TYPE = 'application/json';

/** The body as an object. Throws `DCR_SERVER_ERROR`: a portal or proxy answers in the API's place, or too much came. */
export function readObject(answer: ApiAnswer, api: Api): Readonly<Record<string, unknown>> {
  const object = answer.truncated ? undefined : parseObject(answer.body);
  if (object !== undefined) return object;
  const what = answer.truncated ? 'more than 1 MiB' : 'what is no JSON object';
  const message = `${api.name} sent ${what}: ${describeAnswer({ ...answer, body: '' }, api.forms)}`;
  const remedy = `Check that ${api.base.href} is the address of the API.`;
  throw new DcrError('DCR_SERVER_ERROR', { message, remedy });
}

export function readObjects(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

export function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
