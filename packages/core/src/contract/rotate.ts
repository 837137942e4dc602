import type { CommandContract } from './command.ts';
import { COMMON, EVERYWHERE } from './common.ts';

/** The rotation file, for every command that reads it. */
export const FILE = {
  type: 'text',
  short: 'f',
  placeholder: 'FILE',
  help: 'The rotation file: which credential is stored where.',
  surfaces: ['cli', 'action'],
} as const;

export const ROTATE = {
  name: 'rotate',
  summary: 'Bring a new credential to every place that stores the old one',
  examples: [
    { line: 'dcr-login rotate --dry-run', says: 'look at every target and print the plan; nothing is changed' },
    { line: 'dcr-login rotate production', says: 'the credential of this name in dcr-rotate.yml' },
    { line: 'dcr-login rotate --resume', says: 'continue after a crash, an interruption or a target that failed' },
    {
      line: 'dcr-login rotate --dry-run --json > plan.json && dcr-login rotate --from-plan plan.json --yes',
      says: 'run exactly what was reviewed, or nothing',
    },
  ],
  arguments: [{ name: 'NAME', help: 'credential of the file; none named: all', required: false, repeated: true }],
  options: {
    file: { ...FILE, default: 'dcr-rotate.yml' },
    'dry-run': {
      type: 'flag',
      help: 'Look at every target with its real permissions and print the plan. Nothing is issued or written.',
      surfaces: ['cli', 'action'],
    },
    'from-plan': {
      type: 'text',
      placeholder: 'FILE',
      help: 'Run exactly the plan that --dry-run --json printed; refuse where anything has changed since.',
      surfaces: ['cli', 'action'],
    },
    resume: {
      type: 'flag',
      help: 'Continue the rotation that is not complete, with the same credential. Touches only what is not done.',
      surfaces: ['cli', 'action'],
    },
    supersede: {
      type: 'flag',
      help: 'Continue it with another credential than before: every target is written again.',
      surfaces: ['cli', 'action'],
    },
    abort: {
      type: 'flag',
      help: 'Give up the rotation that is not complete. Targets that have the new credential keep it.',
      surfaces: ['cli'],
    },
    shard: {
      type: 'text',
      placeholder: 'I/N',
      help: 'Write only this part of the targets, with a credential that is given. Default: JOB_COMPLETION_INDEX and JOB_COMPLETIONS of a Kubernetes Indexed Job.',
      surfaces: ['cli', 'action'],
    },
    yes: { type: 'flag', help: 'Do not ask before the first write; only a terminal is asked.', surfaces: ['cli'] },
    'audit-log': {
      type: 'text',
      placeholder: 'FILE',
      help: 'Append one JSON line for each effect: when, who, which target, which result.',
      surfaces: ['cli', 'action'],
    },
    'allow-realm': COMMON['allow-realm'],
    'state-dir': {
      ...COMMON['state-dir'],
      help: 'Where journals are kept. Default: the state directory of the platform.',
    },
    ...EVERYWHERE,
  },
  notes: [
    'The new credential comes from the issuer that the file names. From a person: at a hidden prompt, or in DCR_NEW_PASSWORD and DCR_NEW_USERNAME. API tokens come from GITHUB_TOKEN, GITLAB_TOKEN, JENKINS_USER with JENKINS_TOKEN, VAULT_TOKEN, or what tokenEnv names.',
    'The old credential is tried at the end: DCR_USERNAME and DCR_PASSWORD, else what the first readable target holds.',
    'Exit codes: 0 complete, 2 input, 7 not complete (rotate --resume continues it), 130 and 143 interrupted and resumable.',
  ],
} as const satisfies CommandContract;
