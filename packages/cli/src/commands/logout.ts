import { listSessions, logout, LOGOUT_OUTCOMES } from '@nexqloud/dcr-core';
import type { LOGOUT } from '@nexqloud/dcr-core/contract';
import type { Invocation } from '../program.ts';
import type { Outcome } from '../world.ts';

export async function runLogout({ words, options, world }: Invocation<typeof LOGOUT>): Promise<Outcome> {
  const stateDir = options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] };
  const { timeout, stale = false } = options;
  const closed = await logout({ registries: words, stale, timeout, signal: world.signal, ...stateDir }, world.ports);
  const what = [stale ? 'of a dead owner' : '', words.length === 0 ? 'here' : `of ${words.join(', ')}`];
  const nothing = `Nothing to do: there is no login ${what.filter(Boolean).join(' ')}`;
  const kept = words.length > 0 || stale ? [] : await listSessions(stateDir, world.ports);
  return {
    json: {
      sessions: closed.map(({ record: { registry, host, name, engine, configDir, isolated }, outcome }) => {
        return { registry, host, name, engine, configDir, isolated, outcome };
      }),
    },
    text: [
      ...closed.map(({ record, outcome }) => `Logged out of ${record.registry}: ${LOGOUT_OUTCOMES[outcome]}`),
      ...kept.map(
        ({ registry, owner }) => `Left ${registry}: it belongs to process ${owner?.pid}; name it to log out of it`,
      ),
      ...(closed.length + kept.length === 0 ? [nothing] : []),
    ],
  };
}
