import type { CredentialQuestion } from '@nexqloud/dcr-core';
import { Secret, tidyPassword } from '@nexqloud/dcr-core';
import { askHidden, askLine } from '../prompt.ts';
import type { World } from '../world.ts';

/** Asks whether to do what was shown. */
export async function confirmPlan(world: World): Promise<boolean> {
  return /^y(?:es)?$/iu.test((await askLine('Do this? [y/N] ', world)).trim());
}

/** A person makes the new credential in the console, and types or pastes it here. */
export async function askCredential(
  { credential, registry, username }: CredentialQuestion,
  world: World,
): Promise<{ readonly username: string; readonly password: Secret }> {
  world.say(`${credential}: make the new credential of ${registry} now:`);
  world.say('  Console → Container → DCR Container Registry → the registry → Credentials → Rotate Credentials');
  const standard = username === undefined ? '' : ` [${username}]`;
  const name = (await askLine(`New username${standard}: `, world)).trim();
  const password = tidyPassword(await askHidden('New password: ', world));
  return { username: name === '' ? (username ?? '') : name, password: new Secret(password) };
}
