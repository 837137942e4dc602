import type { CommandContract } from './command.ts';
import { COMMON, CREDENTIAL } from './common.ts';

export const EXEC = {
  name: 'exec',
  summary: 'Run a command with a private login that ends with it',
  examples: [
    {
      line: 'dcr-login exec dcr.nexqloud.io/acme -- docker push dcr.nexqloud.io/acme/app',
      says: 'push, and leave nothing',
    },
    {
      line: 'dcr-login exec dcr.nexqloud.io/acme -- ./release.sh',
      says: 'docker, podman and their kin in it see the login',
    },
  ],
  arguments: [
    { name: 'REGISTRY', help: 'host/name; default: DCR_REGISTRY', required: false },
    { name: 'CMD', help: 'command to run, after --', required: true, repeated: true },
  ],
  options: {
    ...CREDENTIAL,
    engine: COMMON.engine,
    verify: COMMON.verify,
    repository: COMMON.repository,
    retries: COMMON.retries,
    timeout: {
      ...COMMON.timeout,
      help: 'Time for the login; the command has no limit. 60s, 2m; a bare number is seconds.',
    },
    'allow-realm': COMMON['allow-realm'],
    'state-dir': COMMON['state-dir'],
    debug: COMMON.debug,
  },
  notes: [
    'The command gets no password of ours in its environment, and DOCKER_AUTH_CONFIG without this host. Signals are passed on.',
    'Exits with the status of the command; 125: the login failed; 126: the command cannot be run; 127: it was not found.',
  ],
} as const satisfies CommandContract;
