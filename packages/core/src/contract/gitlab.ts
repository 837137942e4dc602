import type { OptionContract } from './command.ts';

/**
 * A GitLab CI/CD component, `templates/NAME.yml`: its inputs, in the order of its documentation. None is a secret. Only the
 * generator reads this file: it is not part of the door, so that no bundle holds it.
 */
export interface ComponentContract {
  readonly name: string;
  readonly inputs: Readonly<Record<string, OptionContract>>;
}

/** The one image that the components with a CLI name; whoever needs another one, or a digest, gives it. */
const NODE_IMAGE = 'node:24.21.0-slim';

const input = <const O extends Omit<OptionContract, 'surfaces'>>(option: O) =>
  ({ ...option, surfaces: ['gitlab'] }) as const;

const CREDENTIAL = {
  registry: input({
    type: 'text',
    default: '',
    help: 'Registry as `host/name`, for example `dcr.nexqloud.io/acme`; empty: the variable `DCR_REGISTRY`.',
  }),
  username: input({
    type: 'text',
    default: '',
    help: 'User name of the credential; empty: the variable `DCR_USERNAME`.',
  }),
  'password-variable': input({
    type: 'text',
    default: 'DCR_PASSWORD',
    help: 'Name of the masked CI/CD variable that holds the password. Never the password itself.',
    pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
  }),
} as const;

const place = (job: string, stage: string) =>
  ({
    'job-name': input({ type: 'text', default: job, help: 'Name of the job.' }),
    stage: input({ type: 'text', default: stage, help: 'Stage of the job.' }),
    image: input({
      type: 'text',
      default: NODE_IMAGE,
      help: 'Image with Node 20.18.1 or newer, or with `dcr-login` on PATH. Pin it by digest where your policy asks for that.',
    }),
  }) as const;

export const GITLAB = {
  login: {
    name: 'login',
    inputs: {
      ...CREDENTIAL,
      registries: input({
        type: 'text',
        default: '',
        help: 'Several registries instead of one: a JSON list of `{"registry", "username", "passwordEnv"}`.',
      }),
      engine: input({
        type: 'choice',
        choices: ['auto', 'docker', 'podman', 'buildah', 'skopeo'],
        default: 'auto',
        help: 'Client that logs in; auto: the first on PATH.',
      }),
      verify: input({
        type: 'choice',
        choices: ['none', 'auth', 'pull', 'push'],
        default: 'none',
        help: 'What to prove before the client gets the password. auth needs curl or `dcr-login` in the image, pull and push need `dcr-login`.',
      }),
      'on-missing': input({
        type: 'choice',
        choices: ['fail', 'skip'],
        default: 'fail',
        help: 'When username or password is empty, as on an unprotected branch: fail with the reason, or go on without a login.',
      }),
    },
  },
  verify: {
    name: 'verify',
    inputs: {
      ...CREDENTIAL,
      action: input({ type: 'choice', choices: ['auth', 'pull', 'push'], default: 'auth', help: 'What to prove.' }),
      repository: input({
        type: 'text',
        default: '',
        help: 'Repository to ask in for pull and push; empty: the first that the registry lists.',
      }),
      ...place('dcr-verify', 'test'),
    },
  },
  rotate: {
    name: 'rotate',
    inputs: {
      file: input({ type: 'text', default: 'dcr-rotate.yml', help: 'What to rotate, and where it is stored.' }),
      'dry-run': input({ type: 'flag', default: 'false', help: 'Show the plan and change nothing.' }),
      ...place('dcr-rotate', 'deploy'),
    },
  },
} as const satisfies Record<string, ComponentContract>;
