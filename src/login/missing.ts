/** What the runner tells about the event that started this job. */
export interface EventFacts {
  readonly event: string;
  readonly actor: string;
  readonly repository: string;
  /** Repository that the pull request comes from. */
  readonly head: string | undefined;
  readonly refProtected: boolean;
  readonly ref: string;
}

/**
 * Why a secret is probably empty here. GitHub gives no secrets to runs from forks, gives Dependabot those of its own
 * store only, and gives those of an environment only to jobs that name it:
 * https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions
 */
export function explainMissing(facts: EventFacts): string {
  const { event, actor, repository, head, ref, refProtected } = facts;
  if (
    event.startsWith('pull_request') &&
    head !== undefined &&
    head !== repository &&
    event !== 'pull_request_target'
  ) {
    return `this pull request comes from the fork ${head}, and GitHub gives no secrets to forks. Push from a branch of ${repository}, or set on-missing: skip`;
  }
  if (actor === 'dependabot[bot]') {
    return 'Dependabot started this run, and it only sees secrets of its own store: Settings → Secrets and variables → Dependabot';
  }
  const environment = 'or it belongs to an environment that this job does not name with environment:';
  if (!refProtected) {
    return `either the secret does not exist under this name, ${environment}, or its environment lets only protected branches in and ${ref} is not one`;
  }
  return `either the secret does not exist under this name in ${repository} or its organization, ${environment}`;
}
