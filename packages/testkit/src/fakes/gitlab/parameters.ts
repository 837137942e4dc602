import type { FakeRequest } from '../server.ts';

type Kind = 'string' | 'boolean' | 'env_var|file';

interface Described {
  readonly method: string;
  /** Below `/api/v4`. */
  readonly path: RegExp;
  readonly query: readonly string[];
  readonly body?: Readonly<Record<string, { readonly kind: Kind; readonly required?: true }>>;
}

const ITEM = /^\/(projects|groups)\/([^/]+)\/variables\/([A-Za-z0-9_]+)$/u;
const COLLECTION = /^\/(projects|groups)\/([^/]+)\/variables$/u;
const SCOPE = ['filter[environment_scope]'];

const ATTRIBUTES = {
  description: { kind: 'string' },
  environment_scope: { kind: 'string' },
  masked: { kind: 'boolean' },
  protected: { kind: 'boolean' },
  raw: { kind: 'boolean' },
  variable_type: { kind: 'env_var|file' },
} as const;

/**
 * Parameters of the operations that are called, as GitLab documents them:
 * https://docs.gitlab.com/api/project_level_variables/, https://docs.gitlab.com/api/group_level_variables/,
 * https://docs.gitlab.com/api/projects/#retrieve-a-project, https://docs.gitlab.com/api/personal_access_tokens/.
 */
export const OPERATIONS = {
  self: { method: 'GET', path: /^\/personal_access_tokens\/self$/u, query: [] },
  project: {
    method: 'GET',
    path: /^\/(projects)\/([^/]+)$/u,
    query: ['license', 'statistics', 'with_custom_attributes'],
  },
  get: { method: 'GET', path: ITEM, query: SCOPE },
  create: {
    method: 'POST',
    path: COLLECTION,
    query: [],
    body: {
      ...ATTRIBUTES,
      key: { kind: 'string', required: true },
      value: { kind: 'string', required: true },
      masked_and_hidden: { kind: 'boolean' },
    },
  },
  update: {
    method: 'PUT',
    path: ITEM,
    query: SCOPE,
    body: { ...ATTRIBUTES, value: { kind: 'string', required: true } },
  },
} as const satisfies Record<string, Described>;

export type OperationName = keyof typeof OPERATIONS;

export interface FoundOperation {
  readonly name: OperationName;
  readonly kind: string;
  /** Path or number of the project or group, decoded. */
  readonly owner: string;
  readonly key: string;
}

export function findOperation(method: string, path: string): FoundOperation | undefined {
  for (const [name, operation] of Object.entries(OPERATIONS) as [OperationName, Described][]) {
    const match = operation.method === method ? operation.path.exec(path) : null;
    if (match === null) continue;
    const [, kind = '', owner = '', key = ''] = match;
    return { name, kind, owner: decodeURIComponent(owner), key };
  }
  return undefined;
}

/** What of the request GitLab's documents do not know. */
export function validateRequest(found: FoundOperation | undefined, request: FakeRequest): string[] {
  if (found === undefined) return ['no such operation is described'];
  const { query, body }: Described = OPERATIONS[found.name];
  const queries = [...request.query.keys()].filter((name) => !query.includes(name)).map((name) => `query ${name}`);
  const secret = request.query.has('value') ? ['a value in the query is logged'] : [];
  if (body === undefined) return [...queries, ...secret, ...(request.body === '' ? [] : ['a body is not described'])];
  if (request.headers['content-type']?.startsWith('application/json') !== true) return ['the content type is not JSON'];
  const given = JSON.parse(request.body) as Record<string, unknown>;
  const strange = Object.keys(given).filter((name) => body[name] === undefined);
  const wrong = Object.entries(body).filter(([name, { kind, required }]) => {
    const value = given[name];
    if (value === undefined) return required === true;
    return kind === 'env_var|file' ? value !== 'env_var' && value !== 'file' : typeof value !== kind;
  });
  return [
    ...queries,
    ...secret,
    ...strange.map((name) => `body ${name}`),
    ...wrong.map(([name]) => `body ${name} is wrong`),
  ];
}
