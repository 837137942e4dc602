import type { FoundOperation } from '../openapi.ts';
import type { FakeAnswer, FakeRequest } from '../server.ts';
import { describeSecret, listPage, NOT_FOUND, refuse } from './answers.ts';
import type { FakeToken } from './server.ts';
import type { GithubState, SecretPlace } from './state.ts';

export interface Asked extends FoundOperation {
  readonly request: FakeRequest;
  readonly state: GithubState;
  readonly token: FakeToken;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly now: number;
}

/** 48 KB of value and the sealed box around it: https://docs.github.com/actions/reference/limits */
const SEALED_LIMIT = 48 * 1024 + 48;

export function answerOperation(asked: Asked): FakeAnswer {
  const { operation, parts, request, state, origin } = asked;
  const fullName = `${parts['owner'] ?? ''}/${parts['repo'] ?? ''}`;
  const isOrganization = parts['org'] !== undefined;
  const repository = isOrganization ? undefined : state.findRepository(fullName);
  const renamed = isOrganization ? undefined : state.findRenamed(fullName);
  if (repository === undefined && renamed !== undefined) {
    const path = request.path.replace(`/repos/${fullName}`, `/repositories/${renamed}`);
    const query = request.query.size === 0 ? '' : `?${request.query.toString()}`;
    const location = `${origin}${path}${query}`;
    return { ...refuse(request.method === 'GET' ? 301 : 307, 'Moved Permanently'), headers: { location } };
  }
  if (isOrganization ? !state.hasOrganization(parts['org'] ?? '') : repository === undefined) return NOT_FOUND;
  if (operation.path === '/repos/{owner}/{repo}') {
    // GitHub's own example lacks a field that its schema requires.
    const example = { ...operation.answers['200']?.example, language: null, source: undefined, parent: undefined };
    const { id, fullName: name, archived, push } = repository ?? {};
    const permissions = { admin: push, push, pull: true };
    return { status: 200, body: { ...example, id, full_name: name, name: name?.split('/')[1], archived, permissions } };
  }
  const environment = parts['environment_name'];
  if (environment !== undefined && repository?.environments.includes(environment) !== true) return NOT_FOUND;
  const refusal = refuseToken(asked, isOrganization);
  if (refusal !== undefined) return refusal;
  const store = /\/(actions|dependabot|codespaces)\//u.exec(operation.path)?.[1] ?? '';
  const owner = isOrganization ? `organization ${parts['org']}` : fullName;
  const place = state.place(environment === undefined ? `${owner} ${store}` : `${owner} environment ${environment}`);
  if (request.method === 'GET') return answerRead(asked, place);
  if (repository?.archived === true) return refuse(403, 'Repository was archived so is read-only.');
  return putSecret(asked, place, isOrganization);
}

/** What a token lacks: GitHub says 404 to a classic one without the scope and 403 to a fine-grained one. */
function refuseToken({ token, request }: Asked, isOrganization: boolean): FakeAnswer | undefined {
  if (token.scopes !== undefined && token.scopes.length > 0)
    return token.scopes.includes(isOrganization ? 'admin:org' : 'repo') ? undefined : NOT_FOUND;
  const right = token.secrets ?? 'write';
  if (right === 'write' || (right === 'read' && request.method === 'GET')) return undefined;
  const headers = { 'x-accepted-github-permissions': request.method === 'GET' ? 'secrets=read' : 'secrets=write' };
  return refuse(403, 'Resource not accessible by personal access token', headers);
}

function answerRead(asked: Asked, place: SecretPlace): FakeAnswer {
  const { operation, parts, request, origin } = asked;
  if (operation.path.endsWith('/public-key')) return { status: 200, body: place.publicKey };
  const name = parts['secret_name']?.toUpperCase();
  const { path } = request;
  if (name === undefined) {
    const items = [...place.secrets].map(([key, secret]) => describeSecret(key, secret, `${origin}${path}/${key}`));
    return listPage(items, request, { name: 'secrets', origin, path });
  }
  const secret = place.secrets.get(name);
  if (secret === undefined) return NOT_FOUND;
  if (!operation.path.endsWith('/repositories'))
    return { status: 200, body: describeSecret(name, secret, `${origin}${path}/repositories`) };
  if (secret.visibility !== 'selected') return refuse(409, 'Visibility type must be set to selected.');
  const example = operation.answers['200']?.example as { repositories: object[] };
  const items = (secret.selected ?? []).map((id) => ({ ...example.repositories[0], id }));
  return listPage(items, request, { name: 'repositories', origin, path });
}

function putSecret({ parts, request, now }: Asked, place: SecretPlace, isOrganization: boolean): FakeAnswer {
  const body = JSON.parse(request.body) as {
    encrypted_value?: string;
    key_id?: string;
    visibility?: string;
    selected_repository_ids?: (number | string)[];
  };
  const name = (parts['secret_name'] ?? '').toUpperCase();
  if (!/^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/u.test(name))
    return refuse(422, 'Secret names can only contain alphanumeric characters');
  const { encrypted_value: sealed = '', key_id: keyId = '', visibility, selected_repository_ids: selected } = body;
  if (Buffer.from(sealed, 'base64').length > SEALED_LIMIT) return refuse(422, 'Value is too large.');
  const value = place.open(sealed, keyId);
  if (value === undefined) return refuse(422, 'Bad request - encrypted value or key_id is not valid');
  if (isOrganization && selected !== undefined && visibility !== 'selected')
    return refuse(422, 'selected_repository_ids is only allowed with visibility selected');
  const before = place.secrets.get(name);
  if (before === undefined && !isOrganization && place.secrets.size >= 100) return refuse(422, 'Too many secrets.');
  const sharing = isOrganization ? { visibility: visibility ?? '', selected: (selected ?? []).map(Number) } : {};
  place.secrets.set(name, { value, createdAt: before?.createdAt ?? now, updatedAt: now, ...sharing });
  return before === undefined ? { status: 201, body: {} } : { status: 204 };
}
