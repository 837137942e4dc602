import type { Credential } from '../credential/credential.ts';
import { checkCredential } from '../credential/credential.ts';
import { deriveMaskedForms } from '../credential/masking.ts';
import { Secret } from '../credential/secret.ts';
import { DcrError, toDcrError } from '../errors.ts';
import type { RegistryReference } from '../registry/reference.ts';
import { parseRegistry, parseRepository } from '../registry/reference.ts';
import type { DoctorRequest } from './doctor.ts';
import type { DoctorFinding } from './finding.ts';
import { fromError, info, ok, warn } from './finding.ts';

/** What the doctor was called for: as far as it can be used, and what is wrong with the rest. */
export interface Case {
  readonly reference: RegistryReference | undefined;
  /** Only where it may be sent. */
  readonly credential: Credential | undefined;
  readonly forms: readonly string[];
  readonly findings: readonly DoctorFinding[];
  /** Why there is no credential to send. */
  readonly withheld: DoctorFinding | undefined;
}

export function openCase(request: DoctorRequest, now: number): Case {
  const { registry = '' } = request;
  const forms = deriveForms(request);
  const nothing = { reference: undefined, credential: undefined, forms, withheld: undefined };
  if (registry === '') {
    const remedy = 'Name it as argument or in DCR_REGISTRY: host/name, for example dcr.nexqloud.io/acme.';
    return { ...nothing, findings: [info('registry', 'none is named: only this machine was looked at', remedy)] };
  }
  try {
    const reference = parseRegistry(registry);
    if (request.repository !== undefined) parseRepository(request.repository, reference);
    const findings = [ok('registry', [reference.registry, ...reference.tidied].join('; '))];
    return { reference, forms, findings, ...readCredential(request, reference, now) };
  } catch (error) {
    return { ...nothing, findings: [fromError('registry', toDcrError(error))] };
  }
}

function deriveForms({ credential: { username, password } }: DoctorRequest): readonly string[] {
  return deriveMaskedForms({ username, password: password instanceof Secret ? password : new Secret(password) });
}

function readCredential(
  { credential }: DoctorRequest,
  { registry }: RegistryReference,
  now: number,
): Pick<Case, 'credential' | 'withheld'> {
  try {
    return { credential: checkCredential(credential, { registry, now }), withheld: undefined };
  } catch (error) {
    if (!(error instanceof DcrError)) throw error;
    if (error.code !== 'DCR_CREDENTIAL_MISSING')
      return { credential: undefined, withheld: fromError('credential', error) };
    return { credential: undefined, withheld: explainMissing(credential.username, error) };
  }
}

function explainMissing(username: string, { message, remedy }: DcrError): DoctorFinding {
  const skipped = 'credential, name and permission were not checked';
  return username === ''
    ? info('credential', `no whole one was given: ${skipped}`, remedy)
    : warn('credential', `${message}: ${skipped}`, { code: 'DCR_CREDENTIAL_MISSING', remedy });
}
