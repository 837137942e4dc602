import type { CredentialInput } from './credential/credential.ts';
import { checkCredential } from './credential/credential.ts';
import { deriveMaskedForms } from './credential/masking.ts';
import { DcrError } from './errors.ts';
import { findChallenge } from './registry/conversation.ts';
import type { NetworkPorts } from './registry/exchange.ts';
import type { Action, Proof } from './registry/probe.ts';
import { proveCredential } from './registry/probe.ts';
import { parseRegistry, parseRepository } from './registry/reference.ts';

export interface VerifyRequest {
  readonly registry: string;
  readonly credential: CredentialInput;
  /** Default `auth`. */
  readonly action?: Action;
  /** Below the registry; default: the first that the registry lists. */
  readonly repository?: string;
  readonly allowCreate?: boolean;
  readonly allowRealms?: readonly string[];
  readonly retries?: number;
  /** Milliseconds for everything. Default 60,000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /** Every form of the secret that a log must not show; awaited before anything is sent. */
  readonly mask?: (forms: readonly string[]) => void | Promise<void>;
}

export interface Verification extends Omit<Proof, 'name' | 'doubts'> {
  readonly registry: string;
  readonly host: string;
  readonly name: string;
  readonly username: string;
  /** Whether the name after the host is right; null where the registry does not tell. */
  readonly nameKnown: boolean | null;
  readonly expiresAt: number | undefined;
  readonly notes: readonly string[];
}

/**
 * Proves that the credential opens this registry for this action, and changes nothing there.
 * Throws the code of whatever refused it, and `DCR_CREDENTIAL_UNPROVEN` when nothing was refused but nothing proved.
 */
export async function verify(request: VerifyRequest, ports: NetworkPorts): Promise<Verification> {
  const { clock } = ports;
  const reference = parseRegistry(request.registry);
  const { registry, host, name } = reference;
  const credential = checkCredential(request.credential, { registry, now: clock.now() });
  const repository =
    request.repository === undefined ? {} : { repository: parseRepository(request.repository, reference) };
  const forms = deriveMaskedForms(credential);
  await request.mask?.(forms);
  const patience = {
    deadline: clock.now() + (request.timeout ?? 60_000),
    retries: request.retries ?? 3,
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  };
  const context = { reference, allowedRealms: request.allowRealms ?? [], patience, forms, ports };
  const action = request.action ?? 'auth';
  const question = { credential, action, allowCreate: request.allowCreate ?? false, ...repository };
  const { doubts, name: nameKnown, ...proof } = await proveCredential(question, await findChallenge(context), context);
  if (!proof.proven.auth || proof.proven[action] !== true) {
    throw new DcrError('DCR_CREDENTIAL_UNPROVEN', {
      registry,
      message: `${registry}: ${action === 'auth' ? 'the credential' : action} could not be proved: ${doubts.join('; ')}`,
    });
  }
  const notes = [...reference.tidied, ...doubts];
  return {
    registry,
    host,
    name,
    username: credential.username,
    nameKnown,
    expiresAt: credential.expiresAt,
    notes,
    ...proof,
  };
}
