import type { CommandContract } from './command.ts';
import { EVERYWHERE } from './common.ts';

export const DEMO = {
  name: 'demo',
  summary: 'The whole story on the sandbox in a few seconds, with nothing installed but Node',
  examples: [{ line: 'dcr-login demo', says: 'log in, prove, explain a wrong name, rotate, log out' }],
  arguments: [],
  options: { ...EVERYWHERE },
} as const satisfies CommandContract;
