import { deriveMaskedForms } from '../credential/masking.ts';
import { Secret } from '../credential/secret.ts';
import { DcrError } from '../errors.ts';
import type { Environment } from '../ports/environment.ts';

/** The right to ask an API, and every form of it that no message may repeat. */
export interface ApiToken {
  readonly value: Secret;
  readonly forms: readonly string[];
}

/** Throws `DCR_CREDENTIAL_MISSING` with the variable's name. `username` is what the token is joined to in Basic. */
export function readApiToken(
  environment: Environment,
  options: { readonly variable: string; readonly api: string; readonly username?: string },
): ApiToken {
  const { variable, api, username = '' } = options;
  const text = environment.variables[variable]?.trim() ?? '';
  if (text === '') {
    const message = `no API token for ${api}: ${variable} is not set`;
    const remedy = `Set ${variable}, or name another variable by tokenEnv on the target.`;
    throw new DcrError('DCR_CREDENTIAL_MISSING', { message, remedy });
  }
  // A line break would end the header that carries it.
  if (/[^\x21-\x7e]/u.test(text)) {
    const message = `the API token for ${api} in ${variable} holds blanks or characters that no header can carry`;
    throw new DcrError('DCR_INPUT_INVALID', { message });
  }
  const value = new Secret(text);
  return { value, forms: deriveMaskedForms({ username, password: value }) };
}
