import type { TargetNames } from '../names.ts';

export interface GithubSecretOptions {
  /** `owner/name`; either this or `organization`. */
  readonly repository?: string;
  readonly organization?: string;
  /** Of the repository; its secrets are Actions secrets. */
  readonly environment?: string;
  /** Default `actions`. */
  readonly store?: 'actions' | 'dependabot' | 'codespaces';
  readonly names?: Partial<TargetNames>;
  /** Default `https://api.github.com`; `https://HOST/api/v3` for GitHub Enterprise Server. */
  readonly apiUrl?: string;
  /** Variable that holds the API token. Default `GITHUB_TOKEN`. */
  readonly tokenEnv?: string;
}
