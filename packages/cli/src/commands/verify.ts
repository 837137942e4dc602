import type { Verification } from '@nexqloud/dcr-core';
import { formatTime, verify } from '@nexqloud/dcr-core';
import type { VERIFY } from '@nexqloud/dcr-core/contract';
import { gatherFromOptions } from '../credentials.ts';
import { maskForRunner } from '../masks.ts';
import type { Invocation } from '../program.ts';
import type { Outcome } from '../world.ts';

export async function runVerify(invocation: Invocation<typeof VERIFY>): Promise<Outcome> {
  const { options, world } = invocation;
  const { registry, username, password } = await gatherFromOptions(invocation);
  const verification = await verify(
    {
      registry,
      credential: { username, password },
      action: options.action,
      allowCreate: options['allow-create'] ?? false,
      allowRealms: options['allow-realm'],
      retries: options.retries,
      timeout: options.timeout,
      signal: world.signal,
      mask: (forms) => maskForRunner(forms, world),
      ...(options.repository === undefined ? {} : { repository: options.repository }),
    },
    world.ports,
  );
  const { host, name, scheme, proven, expiresAt } = verification;
  const end = expiresAt === undefined ? {} : { expiresAt: formatTime(expiresAt) };
  return {
    json: { registry: verification.registry, host, name, scheme, proven, ...end },
    text: describeVerification(verification),
  };
}

function describeVerification(found: Verification): readonly string[] {
  const { registry, username, proven, repository, publicPull, nameKnown, expiresAt, scheme, notes } = found;
  const where = repository === undefined ? '' : ` (asked in ${repository})`;
  return [
    `${registry}: the credential of ${username} is right (${scheme})`,
    nameKnown === true ? '  registry name: right' : '  registry name: the registry does not tell',
    ...(proven.pull === true ? [`  pull: allowed${publicPull ? ', to anybody' : ''}${where}`] : []),
    ...(proven.push === true ? [`  push: allowed${where}`] : []),
    ...(expiresAt === undefined ? [] : [`  the credential ends at ${formatTime(expiresAt)}`]),
    ...notes.map((note) => `  note: ${note}`),
  ];
}
