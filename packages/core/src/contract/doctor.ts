import type { CommandContract } from './command.ts';
import { COMMON, CREDENTIAL, EVERYWHERE, QUESTION } from './common.ts';

export const DOCTOR = {
  name: 'doctor',
  summary: 'Say why a login or push does not work: network, TLS, clock, credential, name, rights, files, helpers',
  examples: [
    {
      line: 'dcr-login doctor dcr.nexqloud.io/acme',
      says: 'with the credential of DCR_USERNAME and DCR_PASSWORD, if any',
    },
    { line: 'dcr-login doctor dcr.nexqloud.io/acme --repository api', says: 'may it push there' },
    {
      line: 'dcr-login doctor dcr.nexqloud.io/acme 2>&1 | tee report.txt',
      says: 'to paste into an issue; it holds no secret',
    },
  ],
  arguments: [
    {
      name: 'REGISTRY',
      help: 'host/name; default: DCR_REGISTRY; without one only this machine is looked at',
      required: false,
    },
  ],
  options: {
    ...CREDENTIAL,
    action: {
      ...QUESTION.action,
      default: 'push',
      help: 'Up to where to check. An upload that push starts is cancelled: nothing changes on the registry.',
    },
    repository: QUESTION.repository,
    retries: COMMON.retries,
    timeout: COMMON.timeout,
    'allow-realm': COMMON['allow-realm'],
    'state-dir': COMMON['state-dir'],
    ...EVERYWHERE,
  },
  notes: [
    'One finding a line: ok, info, warning or error, each problem with what to do. The exit status is that of the first error; warnings exit with 0.',
    'Nobody is asked for anything. The credential is sent as often as verify sends it. User names of other logins are shortened and the home directory is written as ~.',
  ],
} as const satisfies CommandContract;
