import { ENGINES } from '../login/engines/name.ts';
import type { OptionContract } from './command.ts';

/** Options that several commands share, word for word. */
export const COMMON = {
  username: {
    type: 'text',
    short: 'u',
    variable: 'DCR_USERNAME',
    placeholder: 'NAME',
    help: 'User name of the credential.',
    surfaces: ['cli', 'action'],
  },
  'password-stdin': {
    type: 'flag',
    help: 'Read the password from standard input; one trailing line break is dropped.',
    surfaces: ['cli'],
  },
  'password-file': {
    type: 'text',
    placeholder: 'FILE',
    help: 'Read the password from a file; one trailing line break is dropped.',
    surfaces: ['cli'],
  },
  engine: {
    type: 'choice',
    choices: ['auto', ...ENGINES],
    default: 'auto',
    help: 'Client that will use the login; auto: the first of docker, podman, buildah, skopeo that is on PATH; file: none, the configuration is written directly.',
    surfaces: ['cli', 'action'],
  },
  verify: {
    type: 'choice',
    choices: ['none', 'auth', 'pull', 'push'],
    default: 'auth',
    help: 'What to prove before the client gets the password. What cannot be proved is said; only a refusal fails.',
    surfaces: ['cli', 'action'],
  },
  repository: {
    type: 'text',
    placeholder: 'NAME',
    help: 'Repository to ask in for --verify pull or push; default: the first that the registry lists.',
    surfaces: ['cli'],
  },
  retries: {
    type: 'number',
    default: '3',
    placeholder: 'N',
    help: 'Tries after the first one, for faults of network and server only. A refusal is never tried again.',
    surfaces: ['cli', 'action'],
  },
  timeout: {
    type: 'duration',
    default: '60s',
    placeholder: 'TIME',
    help: 'Time for everything: 60s, 2m; a bare number is seconds.',
    surfaces: ['cli', 'action'],
  },
  'allow-realm': {
    type: 'list',
    variable: 'DCR_ALLOW_REALM',
    placeholder: 'HOST',
    help: "Host beside the registry's own that may receive the credential as its token service. Repeatable.",
    surfaces: ['cli'],
  },
  'state-dir': {
    type: 'text',
    variable: 'DCR_STATE_DIR',
    placeholder: 'DIR',
    help: 'Where sessions are remembered. Default: the state directory of the platform.',
    surfaces: ['cli'],
  },
  json: { type: 'flag', help: 'One JSON object on standard output, nothing else there.', surfaces: ['cli'] },
  debug: { type: 'flag', help: 'Stack traces of errors. Holds no secret.', surfaces: ['cli'] },
} as const satisfies Record<string, OptionContract>;

/** What a command that takes a credential has. */
export const CREDENTIAL = {
  username: COMMON.username,
  'password-stdin': COMMON['password-stdin'],
  'password-file': COMMON['password-file'],
} as const;

/** What a command that only asks has: for which action, and where. */
export const QUESTION = {
  action: {
    type: 'choice',
    choices: ['auth', 'pull', 'push'],
    default: 'auth',
    help: 'What to prove. An upload that push starts is cancelled: nothing changes on the registry.',
    surfaces: ['cli'],
  },
  repository: {
    type: 'text',
    placeholder: 'NAME',
    help: 'Repository to ask in; default: the first that the registry lists.',
    surfaces: ['cli'],
  },
} as const satisfies Record<string, OptionContract>;

/** What every command has. */
export const EVERYWHERE = { json: COMMON.json, debug: COMMON.debug } as const;
