import type { OptionContract } from './command.ts';
import { LOGIN } from './login.ts';

const { username, engine, isolate, verify, retries, timeout } = LOGIN.options;

/** Inputs of the GitHub Action `nexqloud/dcr-login`, in the order of its documentation. */
export const ACTION = {
  name: 'login',
  inputs: {
    registry: {
      type: 'text',
      help: 'Registry as `host/name`, for example `dcr.nexqloud.io/acme`.',
      surfaces: ['action'],
    },
    username,
    password: { type: 'secret', help: 'Password of the credential, from a secret.', surfaces: ['action'] },
    registries: {
      type: 'secret',
      help: 'Several at once instead of the three above: a YAML or JSON list of {registry, username, password}, each password from a secret.',
      surfaces: ['action'],
    },
    logout: { type: 'flag', default: 'true', help: 'Log out when the job ends.', surfaces: ['action'] },
    isolate,
    verify,
    engine,
    retries,
    timeout,
    'on-missing': {
      type: 'choice',
      choices: ['fail', 'skip'],
      default: 'fail',
      help: 'When username or password is empty, as in a pull request from a fork: fail with the reason, or skip with a notice.',
      surfaces: ['action'],
    },
  },
  outputs: {
    registry: 'Registry as `host/name`; of several, the first.',
    host: 'Host of the registry, for image names and `docker login`.',
    name: 'Name of the registry on its host.',
    username: 'User name that is logged in.',
    'config-dir': 'Directory of the client configuration that holds the login (`DOCKER_CONFIG`).',
    'config-dirs': 'The same for every registry, as JSON: `{"host/name":"DIR"}`. Two registries of one host have two.',
    'expires-at': 'End of the credential in RFC 3339, empty where it is not known.',
  },
} as const satisfies {
  name: string;
  inputs: Record<string, OptionContract>;
  outputs: Record<string, string>;
};
