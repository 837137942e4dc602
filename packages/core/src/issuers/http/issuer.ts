import { parseApiAddress } from '../../api/address.ts';
import type { ApiAnswer, ApiRequest } from '../../api/client.ts';
import { createApi } from '../../api/client.ts';
import { describeAnswer, isRefusal } from '../../api/failure.ts';
import { JSON_TYPE } from '../../api/json.ts';
import { readApiToken } from '../../api/token.ts';
import { DcrError } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import { parseObject } from '../../registry/observation.ts';
import { parseIssuedCredential } from '../answer.ts';
import type { Issuer } from '../issuer.ts';

const PLACEHOLDER = '{username}';

export interface HttpCall {
  /** https, or http on loopback. Of `retire`, `{username}` stands for the old user name. */
  readonly url: string;
  /** Default `POST`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Variable whose value is sent as bearer token. */
  readonly tokenEnv?: string;
  /** Sent as it is; default: what is known of the rotation, as JSON, where the method takes a body. */
  readonly body?: string | Readonly<Record<string, unknown>>;
}

export interface HttpIssuerOptions extends HttpCall {
  readonly retire?: HttpCall;
}

/** A service that mints or changes the credential. Throws `DCR_CONFIG_INVALID` for an address that is not safe. */
export function createHttpIssuer(options: HttpIssuerOptions, ports: Ports): Issuer {
  const { retire } = options;
  const issue = prepareCall(options, 'issuer http');
  const issuer: Issuer = {
    async issue({ rotation, registry, signal }) {
      // A lost answer is not asked for again: some issuers revoke everything when a used token comes twice.
      const answer = await issue({ facts: { rotation, registry }, rotation, once: true, signal }, ports);
      if (answer.status < 200 || answer.status > 299) throw answer.refusal;
      return parseIssuedCredential(answer.truncated ? '' : answer.body, answer.source);
    },
  };
  if (retire === undefined) return issuer;
  const end = prepareCall(retire, 'retire of issuer http');
  return {
    ...issuer,
    async retire({ username, rotation, signal }) {
      const answer = await end({ facts: { rotation, username }, rotation, once: false, signal }, ports);
      // What is gone already is what was wanted.
      if ((answer.status < 200 || answer.status > 299) && ![404, 410].includes(answer.status)) throw answer.refusal;
    },
  };
}

interface Call extends Required<Pick<ApiRequest, 'once' | 'signal'>> {
  readonly facts: Readonly<Record<string, string>>;
  readonly rotation: string;
}

function prepareCall(call: HttpCall, what: string) {
  const { method = 'POST', tokenEnv, body } = call;
  const shown = readUrl(call.url, what);
  const source = `${what} (${shown.origin}${shown.pathname.replaceAll('%7Busername%7D', PLACEHOLDER)})`;
  return async ({ facts, rotation, once, signal }: Call, ports: Ports) => {
    const url = readUrl(fillIn(call.url, facts['username'], source), what);
    const token =
      tokenEnv === undefined ? undefined : readApiToken(ports.environment, { variable: tokenEnv, api: source });
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token.value.reveal()}` };
    // The far side may know the rotation again and give the same value: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
    const headers = { ...authorization, 'idempotency-key': rotation };
    const api = createApi({ base: new URL('/', url), name: what, headers, forms: token?.forms ?? [] }, ports);
    // https://www.rfc-editor.org/rfc/rfc9110#name-delete: a body there may have the request rejected.
    const content = body ?? (method === 'DELETE' ? undefined : facts);
    const sent = method === 'GET' || content === undefined ? {} : { body: describeBody(content) };
    const query = Object.fromEntries(url.searchParams);
    const answer = await api.ask({ method, path: url.pathname.slice(1), query, once, signal, ...sent });
    return { ...answer, source, refusal: refuse(answer, source, tokenEnv) };
  };
}

/** Throws `DCR_CONFIG_INVALID` for a user name that would make another path of it. */
function fillIn(url: string, username: string | undefined, source: string): string {
  if (username === undefined || !url.includes(PLACEHOLDER)) return url;
  if (/^\.{0,2}$/u.test(username))
    throw new DcrError('DCR_CONFIG_INVALID', { message: `${source}: the old user name cannot stand in an address` });
  return url.replaceAll(PLACEHOLDER, encodeURIComponent(username));
}

function readUrl(text: string, what: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new DcrError('DCR_CONFIG_INVALID', { message: `the url of ${what} is no absolute URL` });
  }
  const { search } = url;
  url.search = '';
  parseApiAddress(url.href, `the url of ${what}`);
  url.search = search;
  return url;
}

function describeBody(body: string | Readonly<Record<string, unknown>>): { type: string; text: string } {
  if (typeof body !== 'string') return { type: JSON_TYPE, text: JSON.stringify(body) };
  return { type: parseObject(body) === undefined ? 'text/plain; charset=utf-8' : JSON_TYPE, text: body };
}

/** Its words are not repeated: an answer of another shape may still hold the credential. */
function refuse(answer: ApiAnswer, source: string, tokenEnv: string | undefined): DcrError {
  const message = `${source} answered ${describeAnswer({ ...answer, body: '' }, [])}`;
  const token = tokenEnv === undefined ? 'tokenEnv' : `the token in ${tokenEnv}`;
  const remedy = `Check url, method, body and ${token} of the issuer; nothing was written anywhere.`;
  return new DcrError('DCR_CONFIG_INVALID', { message, remedy, noEffect: isRefusal(answer) });
}
