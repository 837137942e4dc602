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
    registry: 'Registry as `host/name`.',
    host: 'Host of the registry, for image names and `docker login`.',
    name: 'Name of the registry on its host.',
    username: 'User name that is logged in.',
    'config-dir': 'Directory of the docker configuration that holds the login (`DOCKER_CONFIG`).',
    'expires-at': 'End of the credential in RFC 3339, empty where it is not known.',
  },
} as const satisfies {
  name: string;
  inputs: Record<string, OptionContract>;
  outputs: Record<string, string>;
};
