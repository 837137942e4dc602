import { formatTime, inspectTargets, listSessions } from '@nexqloud/dcr-core';
import type { STATUS } from '@nexqloud/dcr-core/contract';
import { renderStatusJson, renderStatusText } from '@nexqloud/dcr-core/render';
import type { Invocation } from '../program.ts';
import type { Outcome } from '../world.ts';

export async function runStatus(invocation: Invocation<typeof STATUS>): Promise<Outcome> {
  const { words, options, world } = invocation;
  const stateDir = options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] };
  // A name or an age means places of a file, and only a file tells which.
  const file = options.file ?? (words.length > 0 || options['max-age'] !== undefined ? 'dcr-rotate.yml' : undefined);
  if (file === undefined) return listLogins(stateDir, invocation);
  const maxAge = options['max-age'] === undefined ? {} : { maxAge: options['max-age'] };
  const request = { file, names: words, signal: world.signal, ...maxAge, ...stateDir };
  const report = await inspectTargets(request, world.ports);
  return {
    json: renderStatusJson(report),
    text: renderStatusText(report),
    ...(report.error === undefined ? {} : { failure: report.error }),
  };
}

async function listLogins(
  request: { readonly stateDir?: string },
  { world }: Invocation<typeof STATUS>,
): Promise<Outcome> {
  const sessions = (await listSessions(request, world.ports)).map((record) => {
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
