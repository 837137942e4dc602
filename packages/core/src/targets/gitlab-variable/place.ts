import { parseApiAddress } from '../../api/address.ts';
import { DcrError } from '../../errors.ts';
import type { TargetNames } from '../names.ts';
import { chooseNames, listNames } from '../names.ts';
import type { TargetIdentity } from '../target.ts';
import type { GitlabVariableOptions } from './options.ts';

export interface GitlabPlace extends TargetIdentity {
  readonly base: URL;
  readonly kind: 'project' | 'group';
  /** `project acme/api (environments *)`. */
  readonly label: string;
  /** Path of the project or group below the base. */
  readonly owner: string;
  readonly scope: string;
  readonly names: TargetNames;
  readonly tokenEnv: string;
  /** Who may write there. */
  readonly role: 'Maintainer' | 'Owner';
}

/** Throws `DCR_CONFIG_INVALID`. */
export function locateGitlabVariable(options: GitlabVariableOptions): GitlabPlace {
  const { project, group, environmentScope: scope = '*', tokenEnv = 'GITLAB_TOKEN' } = options;
  const name = String(project ?? group ?? '').replace(/^\/+|\/+$/gu, '');
  const what = `gitlab-variable ${name}`;
  if ((project === undefined) === (group === undefined) || name === '')
    refuse('a gitlab-variable has either project or group');
  // https://docs.gitlab.com/ci/environments/#limit-the-environment-scope-of-a-cicd-variable
  if (scope === '' || scope.length > 255) refuse(`${what}: environmentScope has 1 to 255 characters`);
  const names = chooseNames(options.names, what);
  for (const key of listNames(names))
    if (!/^[A-Za-z0-9_]{1,255}$/u.test(key))
      refuse(`${what}: GitLab takes no variable of the name ${JSON.stringify(key)}`);
  const base = parseApiAddress(options.apiUrl ?? 'https://gitlab.com/api/v4', `apiUrl of ${what}`);
  const kind = project === undefined ? 'group' : 'project';
  const words = [
    'gitlab-variable',
    base.host === 'gitlab.com' ? '' : base.host,
    kind === 'group' ? 'group' : '',
    name,
    scope === '*' ? '' : `environments ${scope}`,
  ];
  const prefix = words.filter((word) => word !== '').join(' ');
  return {
    id: `${prefix} ${names.password}`,
    type: 'gitlab-variable',
    writes: listNames(names).map((key) => `${prefix} ${key}`),
    api: base.host,
    base,
    kind,
    label: `${kind} ${name}${scope === '*' ? '' : ` (environments ${scope})`}`,
    owner: `${kind}s/${encodeURIComponent(name)}`,
    scope,
    names,
    tokenEnv,
    role: kind === 'project' ? 'Maintainer' : 'Owner',
  };
}

function refuse(message: string): never {
  throw new DcrError('DCR_CONFIG_INVALID', { message });
}
