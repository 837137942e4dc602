import type { ClosedSession } from '@nexqloud/dcr-core';
import { logout } from '@nexqloud/dcr-core';
import type { LOGOUT } from '@nexqloud/dcr-core/contract';
import type { Invocation } from '../program.ts';
import type { Outcome } from '../world.ts';

const OUTCOMES: Readonly<Record<ClosedSession['outcome'], string>> = {
  removed: 'gone',
  restored: 'gone; the login that was there before is back',
  'handed-over': 'gone; a later login stands in its place',
  left: 'gone from here; what is stored for this host now is not ours and was left',
};

export async function runLogout({ words, options, world }: Invocation<typeof LOGOUT>): Promise<Outcome> {
  const stateDir = options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] };
  const { timeout, stale = false } = options;
  const closed = await logout({ registries: words, stale, timeout, ...stateDir }, world.ports);
  const what = [stale ? 'of a dead owner' : '', words.length === 0 ? 'here' : `of ${words.join(', ')}`];
  return {
    json: {
      sessions: closed.map(({ record: { registry, host, name, engine, configDir, isolated }, outcome }) => {
        return { registry, host, name, engine, configDir, isolated, outcome };
      }),
    },
    text:
      closed.length === 0
        ? [`Nothing to do: there is no login ${what.filter(Boolean).join(' ')}`]
        : closed.map(({ record, outcome }) => `Logged out of ${record.registry}: ${OUTCOMES[outcome]}`),
  };
}
