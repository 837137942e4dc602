import { DcrError } from '../errors.ts';
import { parseRegistry } from '../registry/reference.ts';
import { parseDuration } from './duration.ts';
import type { CredentialShape, TargetSettings } from './rotate-shape.ts';
import type { YamlPath } from './yaml-text.ts';

export interface RuleFinding {
  /** Below the credential. */
  readonly path: YamlPath;
  readonly says: string;
}

/** What the shape alone cannot say of one credential. It is asked where the keys that it `needs` have the right shape. */
export interface CredentialRule {
  readonly needs: readonly (keyof CredentialShape)[];
  readonly judge: (credential: CredentialShape) => readonly RuleFinding[];
}

/** The longest time that a timer can be set to: 2³¹ − 1 ms, about 24 days. */
const LONGEST_GRACE = 2 ** 31 - 1;

export const CREDENTIAL_RULES: readonly CredentialRule[] = [
  { needs: ['registry'], judge: requireRegistry },
  { needs: ['policy'], judge: boundGrace },
];

function requireRegistry({ registry }: CredentialShape): readonly RuleFinding[] {
  try {
    parseRegistry(registry);
    return [];
  } catch (error) {
    return error instanceof DcrError ? [{ path: ['registry'], says: error.message }] : [];
  }
}

function boundGrace({ policy }: CredentialShape): readonly RuleFinding[] {
  const grace = parseDuration(String(policy?.grace ?? '0')) ?? 0;
  return grace <= LONGEST_GRACE ? [] : [{ path: ['policy', 'grace'], says: 'grace is longer than 24d' }];
}

export type TargetRule = (target: TargetSettings) => readonly RuleFinding[];

export const TARGET_RULES: readonly TargetRule[] = [requireOneOwner, refuseEnvironmentElsewhere];

/** `project` or `group`, `repository` or `organization`: exactly one says whose secret it is. */
function requireOneOwner(target: TargetSettings): readonly RuleFinding[] {
  const owners =
    target.type === 'github-secret'
      ? { repository: target.repository, organization: target.organization }
      : target.type === 'gitlab-variable'
        ? { project: target.project, group: target.group }
        : undefined;
  if (owners === undefined) return [];
  const given = Object.values(owners).filter((owner) => owner !== undefined).length;
  const [one, other] = Object.keys(owners);
  return given === 1 ? [] : [{ path: [], says: `${target.type} needs ${one} or ${other}, and not both` }];
}

function refuseEnvironmentElsewhere(target: TargetSettings): readonly RuleFinding[] {
  if (target.type !== 'github-secret' || target.environment === undefined) return [];
  if (target.repository !== undefined && (target.store ?? 'actions') === 'actions') return [];
  return [{ path: ['environment'], says: 'an environment belongs to a repository, and to its Actions secrets only' }];
}
