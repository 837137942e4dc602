import type { TargetNames } from '../names.ts';

export interface GitlabVariableOptions {
  /** Path or number; either this or `group`. */
  readonly project?: string;
  readonly group?: string;
  /** Default `*`. */
  readonly environmentScope?: string;
  readonly names?: Partial<TargetNames>;
  /** Default `https://gitlab.com/api/v4`. */
  readonly apiUrl?: string;
  /** Variable that holds the API token. Default `GITLAB_TOKEN`. */
  readonly tokenEnv?: string;
}
