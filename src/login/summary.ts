import type { Session } from '@nexqloud/dcr-core';
import { formatTime } from '@nexqloud/dcr-core';

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

function describeProof(proof: Session['proof'], engine: string): string {
  if (proof === undefined)
    return engine === 'file' ? 'nothing (verify: none)' : `${engine} login succeeded (verify: none)`;
  const { auth, pull, push } = proof.proven;
  const may = [pull === true ? 'pull' : '', push === true ? 'push' : ''].filter((word) => word !== '').join(' and ');
  const parts = [
    auth ? 'the registry accepts the credential' : 'nothing was refused, but nothing proved either',
    proof.name === true ? 'the registry name is right' : '',
    may === '' ? '' : `it may ${may}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
