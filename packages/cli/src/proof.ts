import type { Proof } from '@nexqloud/dcr-core';

/** What was proved, for people. */
export function describeProof(proof: Proof | undefined, engine: string): string {
  if (proof === undefined) return engine === 'file' ? 'not proved' : `${engine} says so`;
  const { auth, pull, push } = proof.proven;
  const parts = [
    auth ? 'credential proved' : 'credential not proved',
    proof.name === true ? 'registry name right' : '',
    pull === true ? 'may pull' : '',
    push === true ? 'may push' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
