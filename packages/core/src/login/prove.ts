import type { Credential } from '../credential/credential.ts';
import type { Ports } from '../ports/index.ts';
import type { ProbeContext } from '../registry/conversation.ts';
import { findChallenge } from '../registry/conversation.ts';
import type { Patience } from '../registry/exchange.ts';
import type { Action, Proof } from '../registry/probe.ts';
import { proveCredential } from '../registry/probe.ts';
import type { RegistryReference } from '../registry/reference.ts';
import { parseRepository } from '../registry/reference.ts';

/** What a login proves before its engine is given the password. */
export async function proveLogin(
  login: {
    action: Action;
    allowRealms: readonly string[];
    repository: string | undefined;
    reference: RegistryReference;
    credential: Credential;
    forms: readonly string[];
  },
  patience: Patience,
  ports: Ports,
): Promise<Proof> {
  const { action, allowRealms: allowedRealms, reference, credential, forms } = login;
  const context: ProbeContext = { reference, allowedRealms, patience, forms, ports };
  const registry = await findChallenge(context);
  const where = login.repository === undefined ? {} : { repository: parseRepository(login.repository, reference) };
  return proveCredential({ credential, action, ...where }, registry, context);
}
