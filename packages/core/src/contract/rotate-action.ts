import type { OptionContract } from './command.ts';
import { ROTATE } from './rotate.ts';

const {
  file,
  resume,
  supersede,
  shard,
  'dry-run': dryRun,
  'from-plan': fromPlan,
  'audit-log': auditLog,
} = ROTATE.options;

/** Inputs of the GitHub Action `nexqloud/dcr-login/rotate`. Tokens and the new credential come from `env:`. */
export const ROTATE_ACTION = {
  name: 'rotate',
  inputs: {
    file,
    credentials: {
      type: 'text',
      help: 'Names of credentials of the file, one a line or separated by blanks; none: all.',
      surfaces: ['action'],
    },
    'dry-run': dryRun,
    'from-plan': fromPlan,
    resume,
    supersede,
    shard,
    'audit-log': auditLog,
    'state-dir': {
      type: 'text',
      help: 'Where journals are kept. Default: RUNNER_TEMP; name a directory that outlives the job, such as a cache, to resume in another run.',
      surfaces: ['action'],
    },
  },
  outputs: {
    rotation: 'Id of the rotation.',
    state: '`complete`, `incomplete`, `planned` or `aborted`.',
    result: 'The whole result as JSON, as `dcr-login rotate --json` prints it; no secret is in it.',
  },
} as const satisfies {
  name: string;
  inputs: Record<string, OptionContract>;
  outputs: Record<string, string>;
};
