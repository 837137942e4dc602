import type { CredentialInput } from '../credential/credential.ts';
import { checkCredential } from '../credential/credential.ts';
import { deriveMaskedForms, encodeBase64Forms } from '../credential/masking.ts';
import { Secret } from '../credential/secret.ts';
import type { Ports } from '../ports/index.ts';
import { parseRegistry } from '../registry/reference.ts';
import { checkName } from './name.ts';
import type { PullCredential } from './pull-credential.ts';
import { chooseServer, composeConfig } from './pull-credential.ts';

/** What a pull secret is to hold, checked. */
export interface Wanted {
  readonly registry: string;
  /** Of the secret. */
  readonly name: string;
  readonly credential: PullCredential;
  readonly forms: readonly string[];
  readonly notes: readonly string[];
}

export interface WantedRequest {
  readonly registry: string;
  readonly credential: CredentialInput;
  readonly name?: string;
  readonly email?: string;
}

/** What a secret is called where nobody says otherwise. */
export const DEFAULT_NAME = 'dcr-credentials';

/** Throws `DCR_INPUT_INVALID` and what `checkCredential` throws. */
export function readWanted(request: WantedRequest, { clock }: Pick<Ports, 'clock'>): Wanted {
  const reference = parseRegistry(request.registry);
  const { registry, tidied } = reference;
  const { username, password } = checkCredential(request.credential, { registry, now: clock.now() });
  const email = request.email === undefined ? {} : { email: request.email };
  const credential = { server: chooseServer(reference), username, password: password.reveal(), ...email };
  return {
    registry,
    name: checkName(request.name ?? DEFAULT_NAME, 'the name of the secret'),
    credential,
    forms: deriveSecretForms(credential),
    notes: tidied,
  };
}

/** Every form in which a Secret, or what quotes one, shows the credential: it is base64 in it, and its `auth` twice. */
export function deriveSecretForms(credential: PullCredential): readonly string[] {
  const { username, password } = credential;
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  const whole = Buffer.from(composeConfig(credential)).toString('base64');
  const forms = deriveMaskedForms({ username, password: new Secret(password) });
  return [whole, ...new Set([...encodeBase64Forms(auth), ...forms])].toSorted((a, b) => b.length - a.length);
}
