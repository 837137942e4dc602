import type { CommandContract } from './command.ts';
import { COMMON, CREDENTIAL, EVERYWHERE, QUESTION } from './common.ts';

export const VERIFY = {
  name: 'verify',
  summary: 'Prove that a credential opens this registry, or say precisely why not',
  examples: [
    { line: 'dcr-login verify dcr.nexqloud.io/acme', says: 'is the credential right, is the name right' },
    { line: 'dcr-login verify dcr.nexqloud.io/acme --action push --repository api', says: 'may it push there' },
    {
      line: 'dcr-login verify dcr.nexqloud.io/acme --json',
      says: 'for scripts; the exit code tells the kind of failure',
    },
  ],
  arguments: [{ name: 'REGISTRY', help: 'host/name; default: DCR_REGISTRY', required: false }],
  options: {
    ...CREDENTIAL,
    ...QUESTION,
    'allow-create': {
      type: 'flag',
      help: 'Ask for push also where the repository does not exist; some registries create it then.',
      surfaces: ['cli'],
    },
    retries: COMMON.retries,
    timeout: COMMON.timeout,
    'allow-realm': COMMON['allow-realm'],
    ...EVERYWHERE,
  },
  notes: [
    'Exit codes: 0 proved, 2 input, 3 credential not accepted or not proved, 4 not for this registry, 5 could not be asked.',
  ],
} as const satisfies CommandContract;
