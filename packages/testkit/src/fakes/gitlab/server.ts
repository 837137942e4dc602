import type { FakeAnswer, FakeRequest, FakeServer } from '../server.ts';
import { startFakeServer } from '../server.ts';
import type { FoundOperation } from './parameters.ts';
import { findOperation, validateRequest } from './parameters.ts';
import type { FakeOwner, FakeVariable } from './state.ts';
import { GitlabState } from './state.ts';

export interface FakeGitlabToken {
  readonly scopes: readonly string[];
  /** After so many requests it has expired. */
  readonly expiresAfter?: number;
}

export interface FakeGitlabOptions {
  readonly tokens: Readonly<Record<string, FakeGitlabToken>>;
  /** Path before `/api/v4` of a GitLab below a prefix. Default: none. */
  readonly prefix?: string;
  /** Default: a GitLab of today. `17.3` does not know `masked_and_hidden` yet. */
  readonly version?: '17.3';
}

export interface FakeGitlab extends FakeServer {
  readonly state: GitlabState;
  /** Base of the API, as `apiUrl` names it. */
  readonly apiUrl: string;
}

const say = (status: number, message: unknown): FakeAnswer => ({ status, body: { message } });

/** What GitLab says when its limit is hit; some of these answers name no time. */
export function limitGitlab(retryAfter?: number): FakeAnswer {
  return {
    status: 429,
    body: 'Retry later\n',
    headers: { 'content-type': 'text/plain', ...(retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` }) },
  };
}

/** GitLab's CI/CD variables of projects and groups; every request is held against its documented parameters. */
export async function startFakeGitlab(options: FakeGitlabOptions): Promise<FakeGitlab> {
  const { prefix = '', tokens } = options;
  const base = `${prefix}/api/v4`;
  const state = new GitlabState();
  const used = new Map<string, number>();
  const locate = ({ method, path }: FakeRequest) =>
    findOperation(method, path.startsWith(`${base}/`) ? path.slice(base.length) : '');
  let url = '';
  const handle = (request: FakeRequest): FakeAnswer => {
    const found = locate(request);
    const secret = request.headers['private-token'] ?? '';
    const token = tokens[secret];
    used.set(secret, (used.get(secret) ?? 0) + 1);
    if (token === undefined || (used.get(secret) ?? 0) > (token.expiresAfter ?? Infinity))
      return say(401, '401 Unauthorized');
    if (found === undefined) return { status: 404, body: { error: '404 Not Found' } };
    if (found.name === 'self')
      return { status: 200, body: { id: 1, name: 'rotation', active: true, scopes: token.scopes } };
    const { kind, owner: path } = found;
    const moved = state.findMoved(kind, path);
    if (moved !== undefined) {
      const location = `${url}${request.path.replace(encodeURIComponent(path), moved)}`;
      const query = request.query.size === 0 ? '' : `?${request.query.toString()}`;
      return { ...say(301, 'Moved'), headers: { location: `${location}${query}` } };
    }
    const owner = state.find(kind, path);
    if (owner === undefined) return say(404, `404 ${kind === 'projects' ? 'Project' : 'Group'} Not Found`);
    const isWrite = request.method !== 'GET';
    if (!token.scopes.includes('api') && (isWrite || !token.scopes.includes('read_api')))
      return {
        status: 403,
        body: { error: 'insufficient_scope', error_description: 'The request requires higher privileges' },
      };
    if (found.name === 'project')
      return { status: 200, body: { id: owner.id, path_with_namespace: path, archived: owner.archived } };
    if (owner.role < (kind === 'projects' ? 40 : 50)) return say(403, '403 Forbidden');
    if (owner.archived && isWrite) return say(403, '403 Forbidden - The project is archived');
    return answerVariable(found, request, { owner, version: options.version });
  };
  const validate = (request: FakeRequest): readonly string[] => validateRequest(locate(request), request);
  const server = await startFakeServer({ handle, validate });
  ({ url } = server);
  return { ...server, state, apiUrl: `${url}${base}` };
}

interface Known {
  readonly owner: FakeOwner;
  readonly version: '17.3' | undefined;
}

function answerVariable(
  { name, kind, key }: FoundOperation,
  request: FakeRequest,
  { owner, version }: Known,
): FakeAnswer {
  const scoped = kind === 'projects' || owner.premium;
  const scope = scoped ? request.query.get('filter[environment_scope]') : null;
  const matching = owner.variables.filter(
    (one) => one.key === key && (scope === null || one.environment_scope === scope),
  );
  const body =
    request.body === '' ? {} : (JSON.parse(request.body) as Partial<FakeVariable> & { masked_and_hidden?: boolean });
  if (name === 'create') {
    const { masked_and_hidden: asked, ...attributes } = body;
    const hidden = asked === true && version !== '17.3';
    const made: FakeVariable = {
      key: '',
      value: '',
      variable_type: 'env_var',
      protected: false,
      raw: false,
      description: null,
      ...attributes,
      masked: attributes.masked === true || hidden,
      hidden,
      environment_scope: scoped ? (attributes.environment_scope ?? '*') : '*',
    };
    if (owner.variables.some((one) => one.key === made.key && one.environment_scope === made.environment_scope))
      return say(400, { key: [`(${made.key}) has already been taken`] });
    return store(owner, made, 201);
  }
  const [variable] = matching;
  if (variable === undefined) return say(404, '404 Variable Not Found');
  if (matching.length > 1)
    return say(409, "There are multiple variables with provided parameters. Please use 'filter[environment_scope]'");
  if (name === 'get') return { status: 200, body: describe(variable) };
  if (variable.hidden && body.masked === false)
    return say(400, { base: ['The visibility setting cannot be changed for masked and hidden variables.'] });
  return store(owner, { ...variable, ...body, hidden: variable.hidden }, 200, variable);
}

function store(owner: FakeOwner, variable: FakeVariable, status: number, before?: FakeVariable): FakeAnswer {
  const { masked, raw, value } = variable;
  // https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/models/concerns/ci/maskable.rb
  if (masked && !(raw ? /^\S{8,}$/u : /^[a-zA-Z0-9_+=/@:.~-]{8,}$/u).test(value))
    return say(400, { value: ['is invalid'] });
  const index = before === undefined ? owner.variables.length : owner.variables.indexOf(before);
  owner.variables[index] = variable;
  return { status, body: describe(variable) };
}

/** The value of a hidden variable is never told again. */
function describe(variable: FakeVariable): object {
  return { ...variable, value: variable.hidden ? null : variable.value };
}
