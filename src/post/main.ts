import { exportVariable, getState, info, warning } from '@actions/core';
import { logout, toDcrError } from '@nexqloud/dcr-core';
import { createNodePorts } from '@nexqloud/dcr-core/node';

interface SavedState {
  readonly session: string;
  readonly stateDir: string;
  readonly logout: boolean;
  readonly dockerConfig: string;
}

// Never fails the job: what this job was for is done, and its result must not depend on tidying up.
try {
  const saved = getState('dcr');
  if (saved !== '') await close(JSON.parse(saved) as SavedState);
} catch (thrown) {
  const { code, message, remedy } = toDcrError(thrown);
  warning(`${code}: ${message}\n→ ${remedy}`);
}

async function close({ session, stateDir, logout: wanted, dockerConfig }: SavedState): Promise<void> {
  if (!wanted) return info('The login stays (logout: false)');
  // First the variable, then the directory it points to: post steps of other actions still run.
  if (process.env['DOCKER_CONFIG'] !== dockerConfig) exportVariable('DOCKER_CONFIG', dockerConfig);
  const closed = await logout({ ids: [session], stateDir }, createNodePorts());
  for (const { record, outcome } of closed)
    info(`Logged out of ${record.registry}: ${outcome}, proved by reading back`);
  if (closed.length === 0) info('Nothing is left of this login');
}
