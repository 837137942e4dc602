import type { Credential } from '../credential/credential.ts';
import type { Ports } from '../ports/index.ts';
import type { ProbeContext } from '../registry/conversation.ts';
import { findChallenge } from '../registry/conversation.ts';
import type { Patience } from '../registry/exchange.ts';
import type { Proof } from '../registry/probe.ts';
import { proveCredential } from '../registry/probe.ts';
import type { RegistryReference } from '../registry/reference.ts';
import { parseRepository } from '../registry/reference.ts';
import type { LoginSettings } from './request.ts';

/** What a login proves before its engine is given the password; undefined with `verify: 'none'`. */
export async function proveLogin(
  login: {
    request: LoginSettings;
    repository: string | undefined;
    reference: RegistryReference;
    credential: Credential;
    forms: readonly string[];
  },
  patience: Patience,
  ports: Ports,
): Promise<Proof | undefined> {
  const { request, reference, credential, forms } = login;
  const action = request.verify ?? 'auth';
  if (action === 'none') return undefined;
  const context: ProbeContext = { reference, allowedRealms: request.allowRealms ?? [], patience, forms, ports };
  const registry = await findChallenge(context);
  const where = login.repository === undefined ? {} : { repository: parseRepository(login.repository, reference) };
  return proveCredential({ credential, action, ...where }, registry, context);
}
