import { randomBytes } from 'node:crypto';
import type { FakeAnswer, FakeRequest, FakeServer } from '../server.ts';
import { startFakeServer } from '../server.ts';
import { JenkinsState, redact } from './state.ts';

export interface FakeJenkinsOptions {
  readonly user: string;
  readonly token: string;
  /** A password instead of a token: posts need a crumb and the session that it was made for. */
  readonly usesPassword?: boolean;
  /** Path before everything else. Default: none. */
  readonly prefix?: string;
}

export interface FakeJenkins extends FakeServer {
  readonly state: JenkinsState;
}

const page = (status: number, title: string): FakeAnswer => ({
  status,
  headers: { 'content-type': 'text/html;charset=utf-8' },
  body: `<html><head><title>${title}</title><style>h1 { color: red }</style></head><body><h1>${title}</h1></body></html>`,
});

const PATH =
  /^((?:\/job\/[^/]+)*)\/credentials\/store\/(system|folder)\/domain\/([^/]+)\/(api\/json|createCredentials|credential\/([^/]+)\/config\.xml)$/u;

/** The credentials of a Jenkins, as the REST API of its credentials plugin gives and takes them. */
export async function startFakeJenkins(options: FakeJenkinsOptions): Promise<FakeJenkins> {
  const { user, token, prefix = '' } = options;
  const state = new JenkinsState();
  const crumb = randomBytes(16).toString('hex');
  const session = `JSESSIONID.${crumb.slice(0, 8)}=node0${crumb.slice(8, 20)}`;
  const handle = (request: FakeRequest): FakeAnswer => {
    const path = request.path.startsWith(`${prefix}/`) ? request.path.slice(prefix.length) : '';
    const expected = `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
    if (request.headers['authorization'] !== expected) return page(401, 'Invalid password/token for user');
    if (path === '/crumbIssuer/api/json')
      return {
        status: 200,
        body: { _class: 'hudson.security.csrf.DefaultCrumbIssuer', crumb, crumbRequestField: 'Jenkins-Crumb' },
        headers: { 'set-cookie': `${session}; Path=/; HttpOnly; SameSite=Lax` },
      };
    const hasCrumb =
      request.headers['jenkins-crumb'] === crumb && request.headers['cookie']?.includes(session) === true;
    if (request.method === 'POST' && options.usesPassword === true && !hasCrumb)
      return page(403, 'No valid crumb was included in the request');
    if (path === '/configuration-as-code/export') return exportConfiguration(state);
    return answerStore(path, request, state);
  };
  const server = await startFakeServer({ handle, validate: (request) => validate(request, prefix) });
  return { ...server, url: `${server.url}${prefix}`, state };
}

function answerStore(path: string, request: FakeRequest, state: JenkinsState): FakeAnswer {
  const [, jobs = '', kind, domain = '', what = '', id = ''] = PATH.exec(path) ?? [];
  const folder = jobs
    .split('/job/')
    .slice(1)
    .map((part) => decodeURIComponent(part))
    .join('/');
  const store = kind === (folder === '' ? 'system' : 'folder') ? state.find(folder) : undefined;
  const credentials = store?.domains.get(decodeURIComponent(domain));
  if (store === undefined || credentials === undefined) return page(404, 'Not Found');
  const lacks = (right: 'View' | 'Create' | 'Update'): FakeAnswer | undefined =>
    store.rights.includes(right) ? undefined : page(403, `This user is missing the Credentials/${right} permission`);
  if (what === 'api/json')
    return lacks('View') ?? { status: 200, body: { credentials: [...credentials.keys()].map((key) => ({ id: key })) } };
  if (what === 'createCredentials') {
    const refusal = lacks('Create') ?? judgeXml(request);
    if (refusal !== undefined) return refusal;
    const made = /<id>([^<]*)<\/id>/u.exec(request.body)?.[1] ?? '';
    if (credentials.has(made)) return page(409, 'Conflict');
    credentials.set(made, request.body);
    return { status: 200 };
  }
  const name = decodeURIComponent(id);
  const present = credentials.get(name);
  if (present === undefined) return page(404, 'Not Found');
  if (request.method === 'GET')
    return lacks('View') ?? { status: 200, headers: { 'content-type': 'application/xml' }, body: redact(present) };
  const refusal = lacks('Update') ?? judgeXml(request);
  if (refusal !== undefined) return refusal;
  if (!state.ignoresUpdates) credentials.set(name, request.body);
  return { status: 200 };
}

/** What makes Jenkins fail instead of taking the credential. */
function judgeXml({ headers, body }: FakeRequest): FakeAnswer | undefined {
  if (!/^(?:application|text)\/xml/u.test(headers['content-type'] ?? ''))
    return page(400, 'No Content-Type header set');
  const root = /^(?:<\?xml[^>]*\?>)?\s*<([\w.$-]+)[^>]*>[\s\S]*<\/\1>\s*$/u.exec(body);
  // oxlint-disable-next-line no-control-regex
  const broken = root === null || /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|&(?!#?\w+;)/u.test(body);
  return broken ? page(500, 'Oops! A problem occurred while processing the request.') : undefined;
}

/** The live configuration as YAML. */
function exportConfiguration({ exported, mayExport }: JenkinsState): FakeAnswer {
  if (exported === undefined) return page(404, 'Not Found');
  if (!mayExport) return page(403, 'jenkins is missing the Overall/SystemRead permission');
  const entries = exported.map((id) =>
    [
      '      - usernamePassword:',
      `          id: "${id}"`,
      '          password: "{AQAAABAAAAAQ}"',
      '          scope: GLOBAL',
      '          username: "ci"',
    ].join('\n'),
  );
  const lines = ['credentials:', '  system:', '    domainCredentials:', '    - credentials:', ...entries];
  const body = [...lines, 'jenkins:', '  systemMessage: "hello"', ''].join('\n');
  return { status: 200, headers: { 'content-type': 'application/x-yaml' }, body };
}

/** What the user guide of the credentials plugin does not know. */
function validate({ method, path, query, body }: FakeRequest, prefix: string): string[] {
  const below = path.slice(prefix.length);
  if (['/crumbIssuer/api/json', '/configuration-as-code/export'].includes(below)) return [];
  const match = PATH.exec(below);
  if (match === null) return ['no such page'];
  const strange = [...query.keys()].filter((name) => name !== 'tree').map((name) => `query ${name}`);
  const posted = body.includes('<secret-redacted') ? ['the blacked-out secret was posted back'] : [];
  const isCreate = match[4] === 'createCredentials';
  const wrong = isCreate !== (method === 'POST') && !match[4]?.endsWith('config.xml') ? [`method ${method}`] : [];
  return [...strange, ...posted, ...wrong];
}
