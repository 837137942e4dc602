import type { CommandContract } from './command.ts';
import { COMMON, EVERYWHERE } from './common.ts';

export const STATUS = {
  name: 'status',
  summary: 'List the logins that live here: registry, user, where, since and until when',
  examples: [
    { line: 'dcr-login status', says: 'for people' },
    { line: 'dcr-login status --json', says: 'for scripts' },
  ],
  arguments: [],
  options: { 'state-dir': COMMON['state-dir'], ...EVERYWHERE },
} as const satisfies CommandContract;
