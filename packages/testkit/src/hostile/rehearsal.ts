// A program: the library against every attack, in one process. Prints one JSON line per attack and command.
// Started with `--import names.js`, NODE_EXTRA_CA_CERTS, and the directory of the identities as its argument.
import { join } from 'node:path';
import process from 'node:process';
import { ATTACKS } from './attacks.ts';
import { readIdentities } from './identity.ts';
import { mapAtOnce } from './map-at-once.ts';
import { askOurs } from './ours.ts';

/** Attacks wait more than they work. */
const AT_ONCE = 16;

const [directory = ''] = process.argv.slice(2);
const identities = readIdentities(directory);
const questions = ATTACKS.flatMap((attack, index) => [
  { attack, command: 'login' as const, home: join(directory, `login-${index}`) },
  ...(attack.verify === undefined
    ? []
    : [{ attack, command: 'verify' as const, home: join(directory, `verify-${index}`) }]),
]);
await mapAtOnce(questions, AT_ONCE, async (question) => {
  const answer = await askOurs(question, identities);
  process.stdout.write(`${JSON.stringify({ name: question.attack.name, command: question.command, ...answer })}\n`);
});
