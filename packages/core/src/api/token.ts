import { deriveMaskedForms } from '../credential/masking.ts';
import { Secret } from '../credential/secret.ts';
import { DcrError } from '../errors.ts';
import type { Environment } from '../ports/environment.ts';

/** The right to ask an API, and every form of it that no message may repeat. */
export interface ApiToken {
  readonly value: Secret;
  readonly forms: readonly string[];
}

interface Wanted {
  readonly variable: string;
  /** As a person calls it: `GitHub (api.github.com)`. */
  readonly api: string;
}

/** `username` is what the token is joined to in Basic. Throws `DCR_CREDENTIAL_MISSING` with the variable's name. */
export function readApiToken(
  environment: Environment,
  { username = '', ...wanted }: Wanted & { username?: string },
): ApiToken {
  const text = readApiVariable(environment, { ...wanted, setting: 'tokenEnv' });
  // A line break would end the header that carries it.
  if (/[^\x21-\x7e]/u.test(text)) {
    const message = `the API token for ${wanted.api} in ${wanted.variable} holds blanks or characters that no header can carry`;
    throw new DcrError('DCR_INPUT_INVALID', { message, noEffect: true });
  }
  const value = new Secret(text);
  return { value, forms: deriveMaskedForms({ username, password: value }) };
}

/** Throws `DCR_CREDENTIAL_MISSING` with the variable's name. */
export function readApiVariable(
  environment: Environment,
  { variable, api, setting }: Wanted & { setting: string },
): string {
  const text = environment.variables[variable]?.trim() ?? '';
  if (text !== '') return text;
  const message = `no access to ${api}: ${variable} is not set`;
  const remedy = `Set ${variable}, or name another variable by ${setting}.`;
  throw new DcrError('DCR_CREDENTIAL_MISSING', { message, remedy, noEffect: true });
}
