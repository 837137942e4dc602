import type { CommandContract } from './command.ts';
import { COMMON, CREDENTIAL, EVERYWHERE } from './common.ts';

export const PULL_SECRET = {
  name: 'pull-secret',
  summary: 'Create or update Kubernetes pull secrets, and keep what else is in them',
  examples: [
    {
      line: 'dcr-login pull-secret dcr.nexqloud.io/acme -n web -n api',
      says: 'show what would be done; nothing is changed',
    },
    {
      line: 'dcr-login pull-secret dcr.nexqloud.io/acme -n web --service-account default --apply',
      says: 'do it, and let new pods of that account pull with it',
    },
    {
      line: 'dcr-login pull-secret dcr.nexqloud.io/acme --namespace-selector team=web --apply',
      says: 'in every namespace with this label',
    },
    {
      line: 'dcr-login pull-secret dcr.nexqloud.io/acme -o yaml | kubeseal',
      says: 'the manifest as kubectl would print it',
    },
  ],
  arguments: [{ name: 'REGISTRY', help: 'host/name; default: DCR_REGISTRY', required: false }],
  options: {
    ...CREDENTIAL,
    apply: {
      type: 'flag',
      help: 'Do it. Without this flag the plan is shown and nothing is written.',
      surfaces: ['cli'],
    },
    output: {
      type: 'choice',
      short: 'o',
      choices: ['yaml', 'json'],
      help: 'Print the manifest instead, as kubectl does. No cluster is asked. It holds the secret.',
      surfaces: ['cli'],
    },
    'show-secret': {
      type: 'flag',
      help: 'Allow --output in CI, where the log would keep it: base64 defeats the masking of logs.',
      surfaces: ['cli'],
    },
    name: {
      type: 'text',
      default: 'dcr-credentials',
      placeholder: 'NAME',
      help: 'Of the secret.',
      surfaces: ['cli'],
    },
    email: {
      type: 'text',
      placeholder: 'ADDRESS',
      help: 'Stored beside the user name, where a tool asks for it.',
      surfaces: ['cli'],
    },
    namespace: {
      type: 'list',
      short: 'n',
      placeholder: 'NAME',
      help: "Namespace of the secret; default: the context's. Repeatable.",
      surfaces: ['cli'],
    },
    'namespace-selector': {
      type: 'text',
      placeholder: 'LABELS',
      help: 'Every namespace with these labels, instead of names: team=web,tier!=test.',
      surfaces: ['cli'],
    },
    context: {
      type: 'text',
      placeholder: 'NAME',
      help: 'Context of the kubeconfig; default: its current one.',
      surfaces: ['cli'],
    },
    'service-account': {
      type: 'list',
      placeholder: 'NAME',
      help: 'Add the secret to the imagePullSecrets of this account, beside those that are there. Repeatable.',
      surfaces: ['cli'],
    },
    replace: {
      type: 'flag',
      help: 'Delete and create anew what cannot be changed: another type, or immutable. Pods that start in between cannot pull.',
      surfaces: ['cli'],
    },
    force: {
      type: 'flag',
      help: 'Write also what Argo CD, Flux, Helm or another system owns and may put back.',
      surfaces: ['cli'],
    },
    verify: {
      type: 'choice',
      choices: ['none', 'auth', 'pull'],
      default: 'auth',
      help: 'What to prove at the registry before anything is written. What cannot be proved is said; only a refusal fails.',
      surfaces: ['cli'],
    },
    retries: COMMON.retries,
    timeout: COMMON.timeout,
    'allow-realm': COMMON['allow-realm'],
    ...EVERYWHERE,
  },
  notes: [
    'The cluster is that of KUBECONFIG, else ~/.kube/config, else the one that this process runs in. Plugins of the kubeconfig get none of our secrets.',
    'Other registries in the secret, other keys, labels, annotations and other pull secrets of an account stay. Where nothing changes, nothing is written.',
    'Exit codes: 0 done, 2 input, 3 and 4 the registry refuses the credential, 5 could not be asked, 7 a namespace was refused.',
  ],
} as const satisfies CommandContract;
