import type { CommandContract } from './command.ts';
import { COMMON, CREDENTIAL, EVERYWHERE } from './common.ts';

export const LOGIN = {
  name: 'login',
  summary: 'Log in to a registry, prove it, and remember how to undo it',
  examples: [
    {
      line: 'dcr-login login dcr.nexqloud.io/acme',
      says: 'user and password from DCR_USERNAME and DCR_PASSWORD, or asked for',
    },
    {
      line: 'vault read -field=pw dcr | dcr-login login dcr.nexqloud.io/acme -u ci --password-stdin',
      says: 'password from a pipe',
    },
    { line: 'eval "$(dcr-login login --isolate --shell-env sh)"', says: 'a login that only this shell sees' },
    { line: 'dcr-login login --engine file', says: 'no docker needed' },
    { line: 'dcr-login login --registries registries.yml', says: 'many at once, each with a credential of its own' },
  ],
  arguments: [
    {
      name: 'REGISTRY',
      help: 'host/name; default: DCR_REGISTRY; several share one credential',
      required: false,
      repeated: true,
    },
  ],
  options: {
    ...CREDENTIAL,
    registries: {
      type: 'text',
      placeholder: 'FILE',
      help: 'YAML or JSON list of {registry, username, passwordEnv}, instead of REGISTRY and one credential.',
      surfaces: ['cli'],
    },
    engine: COMMON.engine,
    isolate: {
      type: 'flag',
      negatable: true,
      help: 'A private directory for this login alone; ~/.docker is not touched. Default: off in the CLI, on in the wrappers except on GitHub-hosted runners.',
      surfaces: ['cli', 'action'],
    },
    'config-dir': {
      type: 'text',
      placeholder: 'DIR',
      help: 'Directory of the docker configuration, instead of DOCKER_CONFIG; with --isolate the private directory to make.',
      surfaces: ['cli'],
    },
    'shell-env': {
      type: 'choice',
      choices: ['sh', 'powershell', 'dotenv'],
      help: 'Print the assignment that makes the login visible to other commands.',
      surfaces: ['cli'],
    },
    verify: COMMON.verify,
    repository: COMMON.repository,
    retries: COMMON.retries,
    timeout: COMMON.timeout,
    'allow-realm': COMMON['allow-realm'],
    'state-dir': COMMON['state-dir'],
    ...EVERYWHERE,
  },
  notes: ['There is no --password flag: arguments are readable by every process of the machine and end up in logs.'],
} as const satisfies CommandContract;
