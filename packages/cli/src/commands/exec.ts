import type { Session } from '@nexqloud/dcr-core';
import { composeCommandEnvironment, DcrError, deriveMaskedForms, login } from '@nexqloud/dcr-core';
import type { EXEC } from '@nexqloud/dcr-core/contract';
import { describeProof } from '@nexqloud/dcr-core/render';
import { NOT_FOUND, runChild } from '../child.ts';
import { gatherFromOptions } from '../credentials.ts';
import { maskForRunner } from '../masks.ts';
import type { Invocation } from '../program.ts';
import type { Outcome } from '../world.ts';

export async function runExec(invocation: Invocation<typeof EXEC>): Promise<Outcome> {
  const { rest, options, world } = invocation;
  const [command = ''] = rest;
  if (command === '') {
    throw new DcrError('DCR_INPUT_INVALID', {
      message: 'no command is named',
      remedy: 'Put it after two dashes: dcr-login exec REGISTRY -- CMD.',
    });
  }
  if (!command.includes('/') && world.ports.processes.find(command) === undefined)
    return {
      json: {},
      text: [`dcr-login: ${command} was not found on PATH; nothing was logged in to`],
      exit: NOT_FOUND,
    };
  const { registry, username, password } = await gatherFromOptions(invocation);
  const session = await login(
    {
      registry,
      credential: { username, password },
      forCommand: true,
      owner: process.pid,
      engine: options.engine,
      verify: options.verify,
      retries: options.retries,
      timeout: options.timeout,
      allowRealms: options['allow-realm'],
      signal: world.signal,
      hooks: { mask: (forms) => maskForRunner(forms, world) },
      ...(options.repository === undefined ? {} : { repository: options.repository }),
      ...(options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] }),
    },
    world.ports,
  );
  const forms = deriveMaskedForms({ username, password });
  const { visible, key } = session;
  const env = composeCommandEnvironment(world.ports.environment, { forms, key, visible });
  world.say(
    `dcr-login: ${session.registry} as ${username} (${describeProof(session.proof, session.engine)}), as long as ${command}`,
  );
  for (const note of session.notes) world.say(`dcr-login: note: ${note}`);
  const ended = await runChild({ words: rest, env }, world).finally(() => closeOrSay(session, world));
  return { json: {}, text: [], ...ended };
}

/** The status is that of the command, also where what it used could not be taken away. */
async function closeOrSay(session: Session, { say }: Invocation<typeof EXEC>['world']): Promise<void> {
  try {
    await session.close();
  } catch (error) {
    say(
      `dcr-login: the login of ${session.registry} is still there: ${error instanceof Error ? error.message : String(error)}`,
    );
    say('  → dcr-login logout --stale');
  }
}
