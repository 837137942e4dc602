import { runToSuccess } from './command.ts';
import { requirePart } from './part.ts';

export interface RegistryUser {
  readonly username: string;
  /** 72 bytes at most and one line, or bcrypt would look at its beginning only. */
  readonly password: string;
}

/** The text of an htpasswd file with bcrypt hashes, the only kind that docker-registry reads. */
export async function writeHtpasswd(users: readonly RegistryUser[], cost: number): Promise<string> {
  const lines = await Promise.all(users.map((user) => hashUser(user, cost)));
  return lines.map((line) => `${line}\n`).join('');
}

async function hashUser(user: RegistryUser, cost: number): Promise<string> {
  if (Buffer.byteLength(user.password) > 72 || /[\r\n]/.test(user.password)) {
    throw new Error(`the password of ${user.username} is longer than 72 bytes or has a line break`);
  }
  const result = await runToSuccess({
    path: requirePart('htpasswd'),
    arguments: ['-niB', '-C', String(cost), user.username],
    environment: {},
    input: `${user.password}\n`,
  });
  return result.stdout.trim();
}
