import { parseApiAddress } from '../../api/address.ts';
import { DcrError } from '../../errors.ts';
import type { TargetNames } from '../names.ts';
import { chooseNames, listNames } from '../names.ts';
import type { TargetIdentity } from '../target.ts';
import type { GithubSecretOptions } from './options.ts';

/** Where on GitHub, and what a token needs there. */
export interface GithubPlace extends TargetIdentity {
  readonly base: URL;
  readonly kind: 'repository' | 'environment' | 'organization';
  /** `acme/api`, `environment prod of acme/api`, `organization acme`. */
  readonly label: string;
  /** Path of the repository below the base, where there is one. */
  readonly repository: string | undefined;
  /** Path of the secrets below the base. */
  readonly secrets: string;
  readonly names: TargetNames;
  readonly tokenEnv: string;
  /** What a fine-grained token or App needs. */
  readonly permission: string;
  /** What a classic token needs. */
  readonly scope: 'repo' | 'admin:org';
}

// https://docs.github.com/actions/reference/security/secrets: also stored upper-case, and `GITHUB_` is taken.
const NAME = /^(?!github_)[a-z_][a-z0-9_]*$/iu;
const LOGIN = '[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?';
const REPOSITORY = new RegExp(`^${LOGIN}/(?!\\.{1,2}$)[A-Za-z0-9._-]+$`, 'u');
const ORGANIZATION = new RegExp(`^${LOGIN}$`, 'u');

const PERMISSIONS = { actions: 'Secrets', dependabot: 'Dependabot secrets', codespaces: 'Codespaces secrets' } as const;

/** Throws `DCR_CONFIG_INVALID`. */
export function locateGithubSecret(options: GithubSecretOptions): GithubPlace {
  const { repository, organization, environment, store = 'actions' } = options;
  const owner = repository ?? organization ?? '';
  const what = `github-secret ${owner}`;
  if ((repository === undefined) === (organization === undefined))
    refuse('a github-secret has either repository or organization');
  if (!(repository === undefined ? ORGANIZATION : REPOSITORY).test(owner))
    refuse(`${what} names no ${repository === undefined ? 'organization' : 'repository as owner/name'}`);
  if (environment !== undefined && (repository === undefined || store !== 'actions' || environment.trim() === ''))
    refuse(`${what}: an environment belongs to a repository, and its secrets to the store actions`);
  const names = chooseNames(options.names, what);
  for (const name of listNames(names))
    if (!NAME.test(name)) refuse(`${what}: GitHub takes no secret of the name ${JSON.stringify(name)}`);
  const base = parseApiAddress(options.apiUrl ?? 'https://api.github.com', `apiUrl of ${what}`);
  const kind = environment !== undefined ? 'environment' : repository !== undefined ? 'repository' : 'organization';
  const place = { environment: `${owner} environment ${environment}`, repository: owner, organization: owner }[kind];
  const words = [
    'github-secret',
    base.host === 'api.github.com' ? '' : base.host,
    kind === 'organization' ? 'organization' : '',
    place,
    store === 'actions' ? '' : store,
  ];
  const prefix = words.filter((word) => word !== '').join(' ');
  const path = kind === 'organization' ? `orgs/${owner}` : `repos/${owner}`;
  const folder = kind === 'environment' ? `environments/${encodeURIComponent(environment ?? '')}` : store;
  return {
    id: `${prefix} ${names.password}`,
    type: 'github-secret',
    // GitHub takes logins, repositories and names of secrets in any case; names of environments too.
    writes: listNames(names).map((name) => `${prefix} ${name}`.toLowerCase()),
    api: base.host,
    base,
    kind,
    label: {
      environment: `environment ${environment} of ${owner}`,
      repository: owner,
      organization: `organization ${owner}`,
    }[kind],
    repository: kind === 'organization' ? undefined : path,
    secrets: `${path}/${folder}/secrets`,
    names,
    tokenEnv: options.tokenEnv ?? 'GITHUB_TOKEN',
    permission:
      kind === 'environment'
        ? 'repository permission "Environments: write"'
        : `${kind} permission "${PERMISSIONS[store]}: write"`,
    scope: kind === 'organization' ? 'admin:org' : 'repo',
  };
}

function refuse(message: string): never {
  throw new DcrError('DCR_CONFIG_INVALID', { message });
}
