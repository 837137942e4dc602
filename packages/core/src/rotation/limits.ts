import type { Target, TargetType } from '../targets/target.ts';
import { groupByApi } from './lanes.ts';

/** What an API lets one do, as its maker publishes it. */
export interface ApiLimits {
  /** Targets that are worked on at the same time. */
  readonly atOnce: number;
  /** Milliseconds from the start of one write to the start of the next. */
  readonly writeGap: number;
  /** At most so many requests, or writes, in any span of so many milliseconds. */
  readonly windows: readonly { readonly of: 'writes' | 'requests'; readonly count: number; readonly span: number }[];
  /** Milliseconds that one target takes where no limit holds it back; a guess, for the estimate alone. */
  readonly guess: number;
}

const MINUTE = 60_000;
const FREE = { writeGap: 0, windows: [] } as const;

export const LIMITS: Readonly<Record<TargetType, ApiLimits>> = {
  // https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits and
  // https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api: serial, a second between writes
  'github-secret': {
    atOnce: 1,
    writeGap: 1000,
    windows: [
      { of: 'writes', count: 80, span: MINUTE },
      { of: 'writes', count: 500, span: 60 * MINUTE },
    ],
    guess: 1500,
  },
  // https://docs.gitlab.com/user/gitlab_com/#rate-limits-on-gitlabcom: authenticated API traffic of one user
  'gitlab-variable': {
    atOnce: 4,
    writeGap: 0,
    windows: [{ of: 'requests', count: 2000, span: MINUTE }],
    guess: 1500,
  },
  'jenkins-credential': { ...FREE, atOnce: 4, guess: 1000 },
  'kubernetes-secret': { ...FREE, atOnce: 16, guess: 100 },
  'docker-config': { ...FREE, atOnce: 4, guess: 50 },
  'vault-kv': { ...FREE, atOnce: 8, guess: 200 },
  exec: { ...FREE, atOnce: 4, guess: 1000 },
};

/** Servers of one's own (GitHub Enterprise Server, self-managed GitLab) have the published limits off by default. */
const PUBLISHED_HOSTS: Partial<Record<TargetType, RegExp>> = {
  'github-secret': /^api\.(?:github\.com|[a-z0-9-]+\.ghe\.com)$/u,
  'gitlab-variable': /^gitlab\.com$/u,
};

export function findLimits({ type, api }: Pick<Target, 'type' | 'api'>): ApiLimits {
  const limits = LIMITS[type];
  const published = PUBLISHED_HOSTS[type];
  return published === undefined || published.test(api) ? limits : { ...limits, ...FREE };
}

export interface ApiEstimate {
  readonly api: string;
  readonly targets: number;
  readonly seconds: number;
}

/** How long the writes of these targets will take, API by API; they run beside each other. */
export function estimateTime(targets: readonly Pick<Target, 'type' | 'api' | 'writes'>[]): readonly ApiEstimate[] {
  const lanes = groupByApi(targets, ({ api }) => api);
  return [...lanes].map(([api, list]) => {
    const [first] = list;
    const { atOnce, writeGap, windows, guess } = findLimits(first as Target);
    const writes = list.reduce((sum, { writes: names }) => sum + names.length, 0);
    const floors = windows.map(({ count, span }) => Math.floor((writes - 1) / count) * span);
    const time = Math.max((list.length * guess) / atOnce, (writes - 1) * writeGap, ...floors);
    return { api, targets: list.length, seconds: Math.max(1, Math.ceil(time / 1000)) };
  });
}
