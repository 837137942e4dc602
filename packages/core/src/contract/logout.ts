import type { CommandContract } from './command.ts';
import { COMMON, EVERYWHERE } from './common.ts';

export const LOGOUT = {
  name: 'logout',
  summary: 'Undo exactly what login did and prove that the secret is gone',
  examples: [
    { line: 'dcr-login logout', says: 'every login of this state directory' },
    { line: 'dcr-login logout dcr.nexqloud.io/acme', says: 'the logins of one registry' },
    { line: 'dcr-login logout --stale', says: 'what killed jobs have left on this machine' },
  ],
  arguments: [
    {
      name: 'REGISTRY',
      help: 'host/name; none named: all but those of other running jobs',
      required: false,
      repeated: true,
    },
  ],
  options: {
    stale: {
      type: 'flag',
      help: 'Only logins whose owner has provably ended. A login of a shell belongs to nobody and is never stale.',
      surfaces: ['cli'],
    },
    timeout: COMMON.timeout,
    'state-dir': COMMON['state-dir'],
    ...EVERYWHERE,
  },
  notes: [
    'What was stored before the login is put back. A second logout finds nothing to do and succeeds.',
    'The login of a job that still runs is left where no registry is named.',
  ],
} as const satisfies CommandContract;
