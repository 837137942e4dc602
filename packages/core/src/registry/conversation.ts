import type { Credential } from '../credential/credential.ts';
import type { HttpRequest, HttpResponse } from '../ports/http.ts';
import { findBase, plainBase } from './base.ts';
import type { RegistryChallenge } from './challenge.ts';
import { parseChallenges, pickChallenge } from './challenge.ts';
import type { NetworkPorts, Patience } from './exchange.ts';
import { encodeBasic, exchange } from './exchange.ts';
import type { Observation, Stage } from './observation.ts';
import { parseObject, readToken } from './observation.ts';
import type { RegistryReference } from './reference.ts';
import { isSameOrigin, judgeRealm, locatePath } from './safety.ts';
import { buildTokenUrl, readScopes } from './token.ts';
import type { Meaning } from './verdict.ts';
import { describeObservation, isErrorCode, judge, toError } from './verdict.ts';

export interface ProbeContext {
  readonly reference: RegistryReference;
  readonly allowedRealms: readonly string[];
  readonly patience: Patience;
  /** Forms of the secret that no error may repeat. */
  readonly forms: readonly string[];
  readonly ports: NetworkPorts;
  /** Told of everything that was found, also of what ends the conversation. */
  readonly observe?: (finding: Pick<Finding, 'observation' | 'means' | 'description'>) => void;
}

/** A registry that has told, anonymously, how it wants to be logged in to. Its realm has been judged. */
export interface ChallengedRegistry {
  /** `https://host/` or, on loopback only, `http://host/`. */
  readonly base: URL;
  readonly scheme: 'basic' | 'bearer' | 'none';
  readonly realm: URL | undefined;
  readonly service: string | undefined;
}

export interface Finding {
  readonly means: Meaning;
  readonly observation: Observation;
  readonly response: HttpResponse | undefined;
  /** For a person: what was seen, without the secret. */
  readonly description: string;
}

/**
 * Asks `GET /v2/` without a credential: https first, and plain http only for a loopback port that does not speak TLS.
 * Throws the code of the verdict when this is no registry, and `DCR_UNSAFE_REALM` before anything else is sent.
 */
export async function findChallenge(context: ProbeContext): Promise<ChallengedRegistry> {
  const { reference, patience, ports } = context;
  const ping = { method: 'GET', stage: 'ping', anonymous: true, scheme: 'none' } as const;
  const ask = (origin: URL) => exchange({ ...ping, url: new URL('/v2/', origin) }, patience, ports);
  let base = await findBase(context);
  let { observation, response } = await ask(base);
  // A port that was too busy to answer the greeting was taken for one that speaks TLS, and has told otherwise now.
  if (reference.loopback && observation.seen.kind === 'fault' && observation.seen.fault === 'not-tls') {
    base = plainBase(reference);
    ({ observation, response } = await ask(base));
  }
  settle(observation, response, context);
  return judgeChallenge(readChallenge(response), base, context);
}

/** Everything that is asked of one registry with one credential: attaches it, or a token made from it, to requests. */
export class Conversation {
  readonly #context: ProbeContext;
  readonly #registry: ChallengedRegistry;
  readonly #credential: Credential;
  readonly #tokens = new Map<string, string>();

  constructor(context: ProbeContext, registry: ChallengedRegistry, credential: Credential) {
    this.#context = context;
    this.#registry = registry;
    this.#credential = credential;
  }

  get scheme(): ChallengedRegistry['scheme'] {
    return this.#registry.scheme;
  }

  /** Throws the code of the verdict. `path` is absolute on the registry's origin. */
  async ask(question: {
    stage: Stage;
    path: string;
    method?: HttpRequest['method'];
    scopes?: readonly string[];
    anonymous?: boolean;
    once?: boolean;
  }): Promise<Finding> {
    const { stage, path, scopes = [], anonymous = false, method = 'GET', once = false } = question;
    const url = locatePath(path, this.#registry.base);
    const { scheme } = this.#registry;
    let authorization: string | undefined;
    if (scheme === 'bearer') {
      const token = await this.requestToken({ stage, scopes, anonymous });
      if (typeof token !== 'string') return token;
      authorization = `Bearer ${token}`;
    } else if (scheme === 'basic' && !anonymous) {
      authorization = this.#basic();
    }
    const asked = { stage, anonymous: anonymous || scheme === 'none', scheme, method, url, once };
    const attached = authorization === undefined ? {} : { authorization };
    const { observation, response } = await exchange(
      { ...asked, ...attached },
      this.#context.patience,
      this.#context.ports,
    );
    return settle(observation, response, this.#context);
  }

  /** The same registry as the challenge of a refused answer shows it: some ask for a credential only to push. */
  async followChallenge(finding: Finding): Promise<Conversation> {
    const registry = await judgeChallenge(readChallenge(finding.response), this.#registry.base, this.#context);
    return new Conversation(this.#context, registry, this.#credential);
  }

  /** Takes back an upload that was started. What goes wrong here is left to the registry, which expires uploads. */
  async cancelUpload(location: string, question: { scopes: readonly string[]; anonymous: boolean }): Promise<void> {
    const { base } = this.#registry;
    const url = new URL(location, base);
    if (!isSameOrigin(url, base)) return;
    const path = `${url.pathname}${url.search}`;
    await this.ask({ ...question, stage: 'push', method: 'DELETE', path, once: true }).catch(() => undefined);
  }

  /**
   * A token for these scopes, from the judged realm only, or what was found instead. `stage` says on whose behalf: once
   * the credential is known to be right, a refused token is a refused action.
   */
  async requestToken(question: {
    stage: Stage;
    scopes: readonly string[];
    anonymous: boolean;
  }): Promise<string | Finding> {
    const { stage, scopes, anonymous } = question;
    const { realm, service } = this.#registry;
    const key = JSON.stringify([anonymous, ...scopes]);
    const known = this.#tokens.get(key);
    if (known !== undefined || realm === undefined) return known ?? '';
    const account = anonymous ? {} : { username: this.#credential.username };
    const url = buildTokenUrl({ realm, service, scopes, ...account });
    const authorization = anonymous ? {} : { authorization: this.#basic() };
    const asked = { stage, anonymous, scheme: 'bearer', method: 'GET', url, ...authorization } as const;
    const { observation, response } = await exchange(asked, this.#context.patience, this.#context.ports);
    const token = response?.status === 200 ? readToken(parseObject(response.body)) : undefined;
    if (token === undefined) return settle(observation, response, this.#context);
    this.#tokens.set(key, token);
    return token;
  }

  /** The scopes that a refused request was missing, as its challenge says. */
  static readMissingScopes(finding: Finding): readonly string[] {
    const challenge = readChallenge(finding.response);
    return challenge === undefined ? [] : readScopes(challenge);
  }

  #basic(): string {
    return encodeBasic(this.#credential.username, this.#credential.password.reveal());
  }
}

function readChallenge(response: HttpResponse | undefined): RegistryChallenge | undefined {
  return pickChallenge(parseChallenges(response?.headers['www-authenticate'] ?? []));
}

function settle(observation: Observation, response: HttpResponse | undefined, context: ProbeContext): Finding {
  const row = judge(observation);
  const { means } = row;
  const { forms, reference } = context;
  const description = `${row.says} (${describeObservation(observation, forms)})`;
  context.observe?.({ means, observation, description });
  if (isErrorCode(means)) throw toError({ ...row, means }, { registry: reference.registry, observation, forms });
  return { means, observation, response, description };
}

async function judgeChallenge(
  challenge: RegistryChallenge | undefined,
  base: URL,
  context: ProbeContext,
): Promise<ChallengedRegistry> {
  if (challenge === undefined) return { base, scheme: 'none', realm: undefined, service: undefined };
  if (challenge.scheme === 'basic') return { base, scheme: 'basic', realm: undefined, service: undefined };
  const { reference, allowedRealms: allowed } = context;
  const realm = challenge.parameters['realm'] ?? '';
  const answer = await judgeRealm({ realm, reference, origin: base, allowed });
  if (answer.safe) return { base, scheme: 'bearer', realm: answer.url, service: challenge.parameters['service'] };
  const seen = { kind: 'realm', realm, why: answer.why } as const;
  const observation = {
    stage: 'ping',
    anonymous: true,
    scheme: 'bearer',
    request: `GET ${base.origin}/v2/`,
    seen,
  } as const;
  settle(observation, undefined, context);
  return { base, scheme: 'none', realm: undefined, service: undefined };
}
