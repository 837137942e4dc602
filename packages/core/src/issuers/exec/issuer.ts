import type { CommandSettings } from '../../commands.ts';
import { findCommand, runCommand } from '../../commands.ts';
import { parseDuration } from '../../config/duration.ts';
import type { IssuerSettings } from '../../config/rotate-shape.ts';
import { quoteForeignText, SHORTEST_MASK } from '../../credential/masking.ts';
import { DcrError } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import type { BuildContext } from '../../targets/build.ts';
import { parseIssuedCredential } from '../answer.ts';
import type { Issuer } from '../issuer.ts';

const TIMEOUT = '60s';

/**
 * A program that prints the new credential as JSON. It gets `{"version":1,"rotation","registry"}` on standard input, and
 * `{"version":1,"rotation","username"}` where it is to end the old one.
 * Throws `DCR_CONFIG_INVALID` where there is no such program.
 */
export async function createExecIssuer(
  settings: Extract<IssuerSettings, { type: 'exec' }>,
  { ports, directory }: BuildContext,
): Promise<Issuer> {
  const timeout = parseDuration(String(settings.timeout ?? TIMEOUT)) ?? 0;
  const prepare = async (command: readonly string[], what: string): Promise<Call> => {
    const run = { command, timeout, directory };
    if ((await findCommand(run, ports)) === undefined) {
      const message = `the command of ${what} is not there, or is not executable: ${command[0]}`;
      throw new DcrError('DCR_CONFIG_INVALID', { message });
    }
    return (question, signal) => call(run, { what, question, signal }, ports);
  };
  const issue = await prepare(settings.command, 'issuer exec');
  const issuer: Issuer = {
    async issue({ rotation, registry, signal }) {
      return parseIssuedCredential(await issue({ rotation, registry }, signal), `issuer exec (${settings.command[0]})`);
    },
  };
  if (settings.retire === undefined) return issuer;
  const end = await prepare(settings.retire.command, 'retire of issuer exec');
  return {
    ...issuer,
    async retire({ username, rotation, signal }) {
      await end({ rotation, username }, signal);
    },
  };
}

type Call = (question: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<string>;

async function call(
  run: CommandSettings,
  { what, question, signal }: { what: string; question: Readonly<Record<string, string>>; signal: AbortSignal },
  ports: Ports,
): Promise<string> {
  const stdin = `${JSON.stringify({ version: 1, ...question })}\n`;
  const { status, signal: killed, stdout, stderr } = await runCommand(run, { stdin, forms: [], signal }, ports);
  if (status === 0) return stdout;
  const ended = status === null ? `was ended by ${killed ?? 'the system'}` : `ended with ${status}`;
  // Whatever it printed as an answer may be the secret, and some programs say it on both streams.
  const forms = stdout.split(/[\s"'{}:,]+/u).filter((word) => word.length >= SHORTEST_MASK);
  const words = quoteForeignText(stderr, forms);
  throw new DcrError('DCR_CONFIG_INVALID', {
    message: `${what} (${run.command[0]}) ${ended}${words === '' ? '' : `: "${words}"`}`,
    remedy: 'Repair the command, then run it again.',
    // A status is an answer; a signal may have come in the middle of it.
    noEffect: status !== null,
  });
}
