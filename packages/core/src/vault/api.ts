import type { Api, ApiAnswer } from '../api/client.ts';
import { createApi } from '../api/client.ts';
import { describeAnswer } from '../api/failure.ts';
import { readApiToken } from '../api/token.ts';
import type { Ports } from '../ports/index.ts';
import type { VaultAddress } from './place.ts';

/** `forms`: of the credential that is under way. Throws `DCR_CREDENTIAL_MISSING`. */
export function openVault(
  { base, namespace, tokenEnv }: VaultAddress,
  ports: Pick<Ports, 'clock' | 'environment' | 'http'>,
  forms: readonly string[] = [],
): Api {
  const token = readApiToken(ports.environment, { variable: tokenEnv, api: `Vault (${base.host})` });
  const headers = {
    'x-vault-token': token.value.reveal(),
    // An agent may be set up to want it: https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/apiproxy
    'x-vault-request': 'true',
    ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
  };
  return createApi({ base, name: 'Vault', headers, forms: [...token.forms, ...forms] }, ports);
}

/** What Vault refused, and what the token or the path lacks. */
export function explainVault(
  answer: ApiAnswer,
  context: { readonly api: Api; readonly address: VaultAddress; readonly path: string; readonly needs: string },
): { readonly message: string; readonly remedy: string } {
  const { api, address, path, needs } = context;
  const message = `Vault answered ${describeAnswer(answer, api.forms)}`;
  const wrong = /invalid token/iu.test(answer.body)
    ? `The token in ${address.tokenEnv} is wrong or has expired: make a new one.`
    : `Give the token in ${address.tokenEnv} a policy with ${needs} on ${path}.`;
  const remedy =
    answer.status === 403
      ? wrong
      : answer.status === 404
        ? 'Check address, namespace, mount and path.'
        : `Correct what Vault names, at ${path}.`;
  return { message, remedy };
}
