import { formatTime, listSessions } from '@nexqloud/dcr-core';
import type { STATUS } from '@nexqloud/dcr-core/contract';
import type { Invocation } from '../program.ts';
import type { Outcome } from '../world.ts';

export async function runStatus({ options, world }: Invocation<typeof STATUS>): Promise<Outcome> {
  const stateDir = options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] };
  const sessions = (await listSessions(stateDir, world.ports)).map((record) => {
    const { registry, host, name, username, engine, configDir, isolated, state, since, expiresAt } = record;
    const end = expiresAt === null ? {} : { expiresAt: formatTime(expiresAt) };
    return { registry, host, name, username, engine, configDir, isolated, state, since: formatTime(since), ...end };
  });
  return {
    json: { sessions },
    text:
      sessions.length === 0
        ? ['No login lives here']
        : sessions.map(({ registry, username, engine, configDir, since, state, expiresAt }) => {
            const end = expiresAt === undefined ? '' : `, until ${expiresAt}`;
            const broken = state === 'open' ? '' : ' (never completed; dcr-login logout removes it)';
            return `${registry} as ${username}: ${engine}, in ${configDir}, since ${since}${end}${broken}`;
          }),
  };
}
