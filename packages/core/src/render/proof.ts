import type { EngineName } from '../login/engines/name.ts';
import type { Proof } from '../registry/probe.ts';

/** What a login proved, in words that promise no more; undefined: no request was made (`--verify none`). */
export function describeProof(proof: Proof | undefined, engine: EngineName): string {
  if (proof === undefined)
    return engine === 'file' ? 'nothing was asked' : `${engine} login succeeded, nothing else was asked`;
  const { auth, pull, push } = proof.proven;
  const may = [pull === true ? 'pull' : '', push === true ? 'push' : ''].filter((word) => word !== '').join(' and ');
  const parts = [
    auth ? 'the registry accepts the credential' : 'nothing was refused, but nothing proved either',
    proof.name === true ? 'the registry name is right' : '',
    may === '' ? '' : `it may ${may}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
