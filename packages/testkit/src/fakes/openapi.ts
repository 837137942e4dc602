import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { FakeAnswer, FakeRequest } from './server.ts';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[];
  readonly body?: { readonly properties?: Readonly<Record<string, unknown>> };
  readonly answers: Readonly<Record<string, { readonly schema?: object; readonly example?: object }>>;
}

export interface FoundOperation {
  readonly operation: Operation;
  /** Values of the `{…}` parts, decoded. */
  readonly parts: Readonly<Record<string, string>>;
}

// OpenAPI 3.0 has keywords of its own, which the strict mode does not know.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const compiled = new Map<object, ReturnType<Ajv['compile']>>();

/** The operations that were cut out of GitHub's own description by scripts/extract-github-openapi.mjs. */
export function readOperations(file: URL): readonly Operation[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { operations: Operation[] }).operations;
}

/** The operation that this request asks for; `path` begins below the API's base. */
export function findOperation(
  operations: readonly Operation[],
  { method, path }: { readonly method: string; readonly path: string },
): FoundOperation | undefined {
  for (const operation of operations) {
    if (operation.method !== method) continue;
    const names = [...operation.path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
    const pattern = new RegExp(`^${operation.path.replace(/\{\w+\}/gu, '([^/]+)')}$`, 'u');
    const values = pattern.exec(path)?.slice(1);
    if (values === undefined) continue;
    return {
      operation,
      parts: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(values[i] ?? '')])),
    };
  }
  return undefined;
}

/** What of the request or the answer the description does not know; `status: 0` is an answer that a test made up. */
export function validateExchange(found: FoundOperation, request: FakeRequest, answer: FakeAnswer): readonly string[] {
  const { operation, parts } = found;
  const described = operation.parameters.filter((parameter) => parameter.in === 'query');
  const queries = [...request.query].flatMap(([name, text]) => {
    const parameter = described.find((one) => one.name === name);
    if (parameter === undefined) return [`query ${name} is not described`];
    return check(parameter.schema, /^\d+$/u.test(text) ? Number(text) : text, `query ${name}`);
  });
  const missing = operation.parameters
    .filter(({ required, in: place, name }) => required && place === 'query' && !request.query.has(name))
    .map(({ name }) => `query ${name} is missing`);
  const paths = operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .flatMap(({ name, schema }) => check(schema, parts[name], `path ${name}`));
  const expected = operation.answers[String(answer.status)]?.schema;
  const answered = expected === undefined ? [] : check(expected, answer.body ?? {}, 'answer');
  return [...queries, ...missing, ...paths, ...validateBody(operation, request), ...answered];
}

function validateBody(operation: Operation, { body, headers }: FakeRequest): readonly string[] {
  if (operation.body === undefined) return body === '' ? [] : ['a body is not described'];
  if (headers['content-type']?.startsWith('application/json') !== true) return ['the content type is not JSON'];
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return ['the body is no JSON'];
  }
  const known = Object.keys(operation.body.properties ?? {});
  const strange = Object.keys(value as object).filter((name) => !known.includes(name));
  return [...strange.map((name) => `body ${name} is not described`), ...check(operation.body, value, 'body')];
}

function check(schema: object, value: unknown, what: string): readonly string[] {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${what}${instancePath} ${message ?? ''}`);
}
