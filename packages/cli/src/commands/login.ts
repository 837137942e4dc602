import type { RegistryLogin, Session } from '@nexqloud/dcr-core';
import { formatTime, loginAll } from '@nexqloud/dcr-core';
import type { LOGIN } from '@nexqloud/dcr-core/contract';
import { describeProof } from '@nexqloud/dcr-core/render';
import { gatherFromOptions } from '../credentials.ts';
import { maskForRunner } from '../masks.ts';
import type { Invocation } from '../program.ts';
import { readRegistriesFile } from '../registries.ts';
import { renderAssignment } from '../shell-env.ts';
import type { Outcome } from '../world.ts';

export async function runLogin(invocation: Invocation<typeof LOGIN>): Promise<Outcome> {
  const { options, world } = invocation;
  const sessions = await loginAll(
    {
      registries: await gatherRegistries(invocation),
      engine: options.engine,
      isolate: options.isolate ?? false,
      verify: options.verify,
      retries: options.retries,
      timeout: options.timeout,
      allowRealms: options['allow-realm'],
      signal: world.signal,
      hooks: { mask: (forms) => maskForRunner(forms, world) },
      ...(options['config-dir'] === undefined ? {} : { configDir: options['config-dir'] }),
      ...(options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] }),
    },
    world.ports,
  );
  const kind = options['shell-env'];
  // Of several logins the first is what plain clients see; whoever lies apart is told of in its notes.
  const visible = Object.assign({}, ...sessions.toReversed().map((session) => session.visible)) as Record<
    string,
    string
  >;
  const assignments = (shell: NonNullable<typeof kind>): readonly string[] =>
    Object.entries(visible).map(([name, value]) => renderAssignment(shell, name, value));
  const output = kind === undefined ? undefined : await assignVisibly(() => assignments(kind), sessions);
  const isHidden = sessions[0]?.isolated === true || options['config-dir'] !== undefined;
  return {
    json: { sessions: sessions.map(describeSession) },
    text: [
      ...sessions.flatMap(describeLogin),
      ...(isHidden && kind === undefined ? assignments('sh').map((line) => `  to use it: ${line}`) : []),
    ],
    ...(output === undefined ? {} : { output }),
  };
}

/** Logins that nobody could be shown are taken back. */
async function assignVisibly(render: () => readonly string[], sessions: readonly Session[]): Promise<string> {
  try {
    return render()
      .map((line) => `${line}\n`)
      .join('');
  } catch (error) {
    for (const session of sessions) await session.close();
    throw error;
  }
}

/** From a file with a credential for each, or from the command line with one for all. */
async function gatherRegistries(invocation: Invocation<typeof LOGIN>): Promise<readonly RegistryLogin[]> {
  const { words, options, world } = invocation;
  const passwordStdin = options['password-stdin'] ?? false;
  const passwordFile = options['password-file'];
  const { repository, registries: file } = options;
  if (file !== undefined) return readRegistriesFile({ file, words, passwordStdin, passwordFile, repository }, world);
  const { registry, ...credential } = await gatherFromOptions(invocation);
  return [registry, ...words.slice(1)].map((name) => ({
    registry: name,
    credential,
    ...(repository === undefined ? {} : { repository }),
  }));
}

function describeSession(session: Session): Record<string, unknown> {
  const { registry, host, name, engine, configDir, isolated, expiresAt } = session;
  const end = expiresAt === undefined ? {} : { expiresAt: formatTime(expiresAt) };
  return { registry, host, name, engine, configDir, isolated, ...end };
}

function describeLogin(session: Session): readonly string[] {
  const { registry, username, engine, configDir, expiresAt, proof, notes } = session;
  const lines = [
    `Logged in to ${registry} as ${username} (${describeProof(proof, engine)})`,
    `  kept in ${configDir}, until: dcr-login logout ${registry}`,
  ];
  if (expiresAt !== undefined) lines.push(`  the credential ends at ${formatTime(expiresAt)}`);
  for (const note of notes) lines.push(`  note: ${note}`);
  return lines;
}
