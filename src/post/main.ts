import { exportVariable, getState, info, warning } from '@actions/core';
import { logout, LOGOUT_OUTCOMES, toDcrError } from '@nexqloud/dcr-core';
import { createLoginPorts } from '@nexqloud/dcr-core/node';

interface SavedState {
  readonly sessions: readonly string[];
  readonly stateDir: string;
  readonly logout: boolean;
  /** What main found of the variables that it exports. */
  readonly before: Readonly<Record<string, string>>;
  readonly exported: Readonly<Record<string, string>>;
}

// Never fails the job: what this job was for is done, and its result must not depend on tidying up.
try {
  const saved = getState('dcr');
  if (saved !== '') await close(JSON.parse(saved) as SavedState);
} catch (thrown) {
  const { code, message, remedy } = toDcrError(thrown);
  warning(`${code}: ${message}\n→ ${remedy}`);
}

async function close({ sessions, stateDir, logout: wanted, before, exported }: SavedState): Promise<void> {
  if (!wanted) return info('The login stays (logout: false)');
  // First the variables, then what they point to: post steps of other actions still run.
  for (const [name, value] of Object.entries(exported)) {
    const present = process.env[name] ?? '';
    const old = before[name] ?? '';
    // The old value is seen here only where the step itself sets it: the rest of the job still has ours.
    if (present === value || present === old) exportVariable(name, old);
  }
  const closed = await logout({ ids: sessions, stateDir }, createLoginPorts());
  for (const { record, outcome } of closed) info(`Logged out of ${record.registry}: ${LOGOUT_OUTCOMES[outcome]}`);
  if (closed.length === 0) info('Nothing is left of this login');
}
