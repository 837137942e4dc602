import type { CommandContract } from './command.ts';
import { EVERYWHERE } from './common.ts';

export const SANDBOX = {
  name: 'sandbox',
  summary: 'Run an embedded registry of DCR’s shape on loopback, to try everything against',
  examples: [
    { line: 'dcr-login sandbox', says: 'two registries with a credential each, until Ctrl-C' },
    { line: 'dcr-login sandbox -- ./try-it.sh', says: 'as long as the command lives, with DCR_* set for it' },
    { line: 'dcr-login sandbox --auth bearer --registry acme --registry globex', says: 'with a token service' },
  ],
  arguments: [{ name: 'CMD', help: 'command to run against it, after --', required: false, repeated: true }],
  options: {
    auth: {
      type: 'choice',
      choices: ['basic', 'bearer'],
      default: 'basic',
      help: 'How it asks for the credential.',
      surfaces: ['cli'],
    },
    registry: {
      type: 'list',
      placeholder: 'NAME',
      help: 'Name of a registry to have. Repeatable; default: acme and globex.',
      surfaces: ['cli'],
    },
    port: {
      type: 'number',
      default: '0',
      placeholder: 'PORT',
      help: 'Port on 127.0.0.1; 0: any free one.',
      surfaces: ['cli'],
    },
    ...EVERYWHERE,
  },
  notes: ['It listens on 127.0.0.1 only. Its credentials are made at start, open nothing else, and are printed.'],
} as const satisfies CommandContract;
