import type { CommandContract } from './command.ts';
import { COMMON, EVERYWHERE } from './common.ts';
import { FILE } from './rotate.ts';

export const STATUS = {
  name: 'status',
  summary: 'List the logins that live here, or with -f what is stored where and how old it is',
  examples: [
    { line: 'dcr-login status', says: 'registry, user, where, since and until when' },
    { line: 'dcr-login status -f dcr-rotate.yml', says: 'every place of the file: age, in step or drifted, no values' },
    { line: 'dcr-login status -f dcr-rotate.yml --max-age 90d', says: 'exit 8 where a place is older' },
  ],
  arguments: [{ name: 'NAME', help: 'credential of the file; none named: all', required: false, repeated: true }],
  options: {
    file: FILE,
    'max-age': {
      type: 'duration',
      compared: true,
      placeholder: 'TIME',
      help: 'Fail with DCR_TOO_OLD where a place is older: 90d. Default: maxAge of the credential in the file.',
      surfaces: ['cli'],
    },
    'state-dir': COMMON['state-dir'],
    ...EVERYWHERE,
  },
  notes: ['A place that cannot be read is in step as far as its time of writing tells, and is marked so.'],
} as const satisfies CommandContract;
