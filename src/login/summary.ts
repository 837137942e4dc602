import type { Session } from '@nexqloud/dcr-core';
import { formatTime } from '@nexqloud/dcr-core';
import { describeProof } from '@nexqloud/dcr-core/render';

/** What was proved, where the login lives and when it goes, for the log of the step. */
export function describeLogin(session: Session, { logout }: { logout: boolean }): readonly string[] {
  const { registry, host, username, engine, configDir, visible, isolated, expiresAt, proof, notes } = session;
  const where = isolated ? `${configDir} (private to this job; ${Object.keys(visible).join(', ')})` : configDir;
  return [
    `Logged in to ${registry}`,
    `  host:     ${host}`,
    `  user:     ${username}`,
    `  proved:   ${describeProof(proof, engine)}`,
    `  lives in: ${where}`,
    `  goes:     ${logout ? 'when this job ends' : 'never by itself (logout: false)'}`,
    ...(expiresAt === undefined ? [] : [`  expires:  ${formatTime(expiresAt)}`]),
    ...notes.map((note) => `  note:     ${note}`),
  ];
}
