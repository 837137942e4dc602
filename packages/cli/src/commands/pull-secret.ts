import type { PullSecretReport } from '@nexqloud/dcr-core';
import { DcrError, printPullSecret, pullSecret } from '@nexqloud/dcr-core';
import type { PULL_SECRET } from '@nexqloud/dcr-core/contract';
import { renderPullSecretJson, renderPullSecretText } from '@nexqloud/dcr-core/render';
import type { Answers } from '../credentials.ts';
import { gatherFromOptions } from '../credentials.ts';
import { maskForRunner } from '../masks.ts';
import type { Invocation } from '../program.ts';
import type { Outcome, World } from '../world.ts';

type Options = Invocation<typeof PULL_SECRET>['options'];

export async function runPullSecret(invocation: Invocation<typeof PULL_SECRET>): Promise<Outcome> {
  const { options, world } = invocation;
  refuseClash(options, world);
  const answers = await gatherFromOptions(invocation);
  const format = options.output;
  if (format !== undefined) return printManifest(format, answers, { options, world });
  const selector = options['namespace-selector'];
  const report = await pullSecret(
    {
      ...describeSecret(answers, { options, world }),
      apply: options.apply ?? false,
      serviceAccounts: options['service-account'],
      replace: options.replace ?? false,
      force: options.force ?? false,
      verify: options.verify,
      allowRealms: options['allow-realm'],
      retries: options.retries,
      timeout: options.timeout,
      signal: world.signal,
      ...(selector === undefined ? {} : { namespaceSelector: selector }),
      ...(options.context === undefined ? {} : { context: options.context }),
    },
    world.ports,
  );
  return describeReport(report);
}

interface Given {
  readonly options: Options;
  readonly world: World;
}

function describeSecret({ registry, username, password }: Answers, { options, world }: Given) {
  return {
    registry,
    credential: { username, password },
    name: options.name,
    namespaces: options.namespace,
    mask: (forms: readonly string[]) => maskForRunner(forms, world),
    ...(options.email === undefined ? {} : { email: options.email }),
  };
}

function describeReport(report: PullSecretReport): Outcome {
  const { error } = report;
  return {
    json: renderPullSecretJson(report),
    text: renderPullSecretText(report),
    ...(error === undefined ? {} : { failure: error }),
  };
}

async function printManifest(format: 'yaml' | 'json', answers: Answers, given: Given): Promise<Outcome> {
  const output = await printPullSecret({ ...describeSecret(answers, given), format }, given.world.ports);
  return { json: {}, text: [], output };
}

/** Throws `DCR_INPUT_INVALID` for flags that contradict each other, and for a manifest that a log would keep. */
function refuseClash(options: Options, { ports }: World): void {
  const { variables } = ports.environment;
  const refuse = (message: string, remedy?: string): never => {
    throw new DcrError('DCR_INPUT_INVALID', { message, ...(remedy === undefined ? {} : { remedy }) });
  };
  if (options.namespace.length > 0 && options['namespace-selector'] !== undefined)
    refuse('--namespace and --namespace-selector contradict each other');
  if (options.output === undefined) return;
  const others = (['apply', 'json', 'replace', 'force', 'namespace-selector', 'context'] as const).filter(
    (name) => options[name] !== undefined,
  );
  const [other] = options['service-account'].length > 0 ? [...others, 'service-account'] : others;
  if (other !== undefined)
    refuse(
      `--output prints a manifest and asks no cluster, so --${other} cannot go with it`,
      'Leave one of them out; kubectl patch would replace the pull secrets of a service account.',
    );
  const ci = ['CI', 'GITHUB_ACTIONS', 'GITLAB_CI', 'JENKINS_URL', 'TF_BUILD'].find(
    (name) => (variables[name] ?? '') !== '',
  );
  if (ci === undefined || options['show-secret'] === true) return;
  refuse(
    `--output would print the secret in base64 where a log keeps it (${ci} is set), and no masking finds it there`,
    'Use --apply; or pipe the manifest on with --show-secret where you know that no log gets it.',
  );
}
