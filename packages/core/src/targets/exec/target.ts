import { findCommand, runCommand } from '../../commands.ts';
import { parseDuration } from '../../config/duration.ts';
import type { TargetSettings } from '../../config/rotate-shape.ts';
import { formatTime } from '../../credential/credential.ts';
import { deriveMaskedForms, quoteForeignText } from '../../credential/masking.ts';
import { DcrError } from '../../errors.ts';
import type { BuildContext } from '../build.ts';
import type { Target } from '../target.ts';

/** For a program that stores one credential somewhere. Milliseconds. */
const TIMEOUT = '60s';

/** A program that stores the credential: it gets it as JSON on standard input, and its exit status is the answer. */
export function createExecTarget(
  settings: Extract<TargetSettings, { type: 'exec' }>,
  { ports, directory }: BuildContext,
): Target {
  const { command } = settings;
  const timeout = parseDuration(String(settings.timeout ?? TIMEOUT)) ?? 0;
  const id = `exec ${command.join(' ')}`;
  const run = { command, timeout, directory };
  return {
    id,
    type: 'exec',
    writes: [id],
    api: 'exec',
    async inspect() {
      if ((await findCommand(run, ports)) === undefined) {
        const message = `${id}: the command is not there, or is not executable`;
        const remedy = 'Install it, or correct the path; a relative one starts where the rotation file lies.';
        throw new DcrError('DCR_TARGET_REFUSED', { message, remedy });
      }
      const unknown = ['whether the command succeeds, and what it stores, is known by its exit status only'];
      return { stored: undefined, exists: true, version: null, since: null, unknown };
    },
    async write({ username, password, registry, expiresAt }, _facts, signal) {
      const forms = deriveMaskedForms({ username, password });
      const end = expiresAt === undefined ? {} : { expiresAt: formatTime(expiresAt) };
      const stdin = `${JSON.stringify({ version: 1, registry, username, password: password.reveal(), ...end })}\n`;
      const { status, signal: killed, stderr } = await runCommand(run, { stdin, forms, signal }, ports);
      if (status === 0) return;
      const ended = status === null ? `was ended by ${killed ?? 'the system'}` : `ended with ${status}`;
      const words = quoteForeignText(stderr, forms);
      const message = `${id} ${ended}${words === '' ? '' : `: "${words}"`}`;
      throw new DcrError('DCR_TARGET_REFUSED', {
        message,
        remedy: 'Repair the command, then: dcr-login rotate --resume.',
      });
    },
    check: async () => ({ kind: 'none', holds: true }),
  };
}
