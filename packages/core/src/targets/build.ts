import type { TargetSettings } from '../config/rotate-shape.ts';
import type { Ports } from '../ports/index.ts';
import type { Target, TargetType } from './target.ts';

export interface BuildContext {
  readonly ports: Ports;
  /** `host/name` of the credential that is distributed. */
  readonly registry: string;
  /** Of the rotation file: where relative paths and commands start. */
  readonly directory: string;
}

type Settings<T extends TargetType> = Extract<TargetSettings, { type: T }>;
type Builders = {
  readonly [T in TargetType]: (settings: Settings<T>, context: BuildContext) => Promise<readonly Target[]>;
};

/** Each kind is loaded only where a file names it: sealed boxes alone weigh more than the whole login. */
const BUILDERS: Builders = {
  'github-secret': async (settings, { ports }) => {
    const { createGithubSecret } = await import('./github-secret/target.ts');
    return [createGithubSecret(settings, ports)];
  },
  'gitlab-variable': async (settings, { ports }) => {
    const { createGitlabVariable } = await import('./gitlab-variable/target.ts');
    return [createGitlabVariable(settings, ports)];
  },
  'jenkins-credential': async (settings, { ports }) => {
    const { createJenkinsCredential } = await import('./jenkins-credential/target.ts');
    return [createJenkinsCredential(settings, ports)];
  },
  'kubernetes-secret': async (settings, context) => {
    const { createKubernetesSecrets } = await import('./kubernetes-secret/target.ts');
    return createKubernetesSecrets(settings, context);
  },
  'docker-config': async (settings, context) => {
    const { createDockerConfig } = await import('./docker-config/target.ts');
    return [createDockerConfig(settings, context)];
  },
  'vault-kv': async (settings, { ports }) => {
    const { createVaultKv } = await import('./vault-kv/target.ts');
    return [createVaultKv(settings, ports)];
  },
  exec: async (settings, context) => {
    const { createExecTarget } = await import('./exec/target.ts');
    return [createExecTarget(settings, context)];
  },
};

/** The targets that one entry of the file stands for. Throws `DCR_CONFIG_INVALID`, and `DCR_INPUT_INVALID` where there is no cluster. */
export async function buildTargets(settings: TargetSettings, context: BuildContext): Promise<readonly Target[]> {
  const build = BUILDERS[settings.type] as (
    settings: TargetSettings,
    context: BuildContext,
  ) => Promise<readonly Target[]>;
  return build(settings, context);
}
