import type { Proof, Session } from '@nexqloud/dcr-core';
import { formatTime, login } from '@nexqloud/dcr-core';
import type { LOGIN } from '@nexqloud/dcr-core/contract';
import { gatherCredential } from '../credentials.ts';
import { maskForRunner } from '../masks.ts';
import type { Invocation } from '../program.ts';
import { renderAssignment } from '../shell-env.ts';
import type { Outcome } from '../world.ts';

export async function runLogin({ words, options, world }: Invocation<typeof LOGIN>): Promise<Outcome> {
  const { registry, username, password } = await gatherCredential(
    {
      registry: words[0],
      username: options.username,
      passwordStdin: options['password-stdin'] ?? false,
      passwordFile: options['password-file'],
    },
    world,
  );
  const session = await login(
    {
      registry,
      credential: { username, password },
      engine: options.engine,
      isolate: options.isolate ?? false,
      verify: options.verify,
      retries: options.retries,
      timeout: options.timeout,
      allowRealms: options['allow-realm'],
      signal: world.signal,
      hooks: { mask: (forms) => maskForRunner(forms, world) },
      ...(options['config-dir'] === undefined ? {} : { configDir: options['config-dir'] }),
      ...(options.repository === undefined ? {} : { repository: options.repository }),
      ...(options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] }),
    },
    world.ports,
  );
  const assignment = await assignVisibly(session, options['shell-env']);
  return {
    json: { sessions: [describeSession(session)] },
    text: describeLogin(session, { visible: assignment !== undefined }),
    ...(assignment === undefined ? {} : { output: `${assignment}\n` }),
  };
}

/** A login that nobody could be shown is taken back. */
async function assignVisibly(
  session: Session,
  kind: Parameters<typeof renderAssignment>[0] | undefined,
): Promise<string | undefined> {
  try {
    return kind === undefined ? undefined : renderAssignment(kind, 'DOCKER_CONFIG', session.configDir);
  } catch (error) {
    await session.close();
    throw error;
  }
}

function describeSession(session: Session): Record<string, unknown> {
  const { registry, host, name, engine, configDir, isolated, expiresAt } = session;
  const end = expiresAt === undefined ? {} : { expiresAt: formatTime(expiresAt) };
  return { registry, host, name, engine, configDir, isolated, ...end };
}

function describeLogin(session: Session, { visible }: { visible: boolean }): readonly string[] {
  const { registry, username, engine, configDir, isolated, expiresAt, proof, notes } = session;
  const lines = [
    `Logged in to ${registry} as ${username} (${describeProof(proof, engine)})`,
    `  kept in ${configDir}, until: dcr-login logout ${registry}`,
  ];
  if (expiresAt !== undefined) lines.push(`  the credential ends at ${formatTime(expiresAt)}`);
  for (const note of notes) lines.push(`  note: ${note}`);
  if (isolated && !visible) lines.push(`  to use it: ${renderAssignment('sh', 'DOCKER_CONFIG', configDir)}`);
  return lines;
}

function describeProof(proof: Proof | undefined, engine: string): string {
  if (proof === undefined) return engine === 'file' ? 'not proved' : `${engine} says so`;
  const { auth, pull, push } = proof.proven;
  const parts = [
    auth ? 'credential proved' : 'credential not proved',
    proof.name === true ? 'registry name right' : '',
    pull === true ? 'may pull' : '',
    push === true ? 'may push' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
