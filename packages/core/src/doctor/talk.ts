import type { Credential } from '../credential/credential.ts';
import type { DcrError } from '../errors.ts';
import { toDcrError } from '../errors.ts';
import type { Http, Inspection } from '../ports/http.ts';
import type { Ports } from '../ports/index.ts';
import type { ChallengedRegistry } from '../registry/conversation.ts';
import { findChallenge } from '../registry/conversation.ts';
import type { Action, Proof } from '../registry/probe.ts';
import { proveCredential } from '../registry/probe.ts';
import type { RegistryReference } from '../registry/reference.ts';
import { parseRepository } from '../registry/reference.ts';
import { parseHttpDate } from '../registry/retry.ts';
import type { Observed } from './answers.ts';

/** Everything that was seen between this machine and the registry. */
export interface TalkFacts {
  readonly inspection: Inspection;
  readonly secure: boolean;
  readonly dates: { readonly server: number; readonly local: number } | undefined;
  readonly observed: readonly Observed[];
  readonly challenge: ChallengedRegistry | undefined;
  readonly proof: Proof | undefined;
  readonly error: DcrError | undefined;
}

/** Looking at the way alone may take so long. Milliseconds. */
const INSPECTION_LIMIT = 10_000;

/** The way first, then the questions of `verify`, in its order and not one more. */
export async function talkToRegistry(
  request: {
    readonly reference: RegistryReference;
    readonly credential: Credential | undefined;
    readonly forms: readonly string[];
    readonly action: Action;
    readonly repository?: string;
    readonly allowRealms: readonly string[];
    readonly retries: number;
    /** Milliseconds since the epoch. */
    readonly deadline: number;
    readonly signal?: AbortSignal;
  },
  { clock, http }: Pick<Ports, 'clock' | 'http'>,
): Promise<TalkFacts> {
  const { reference, credential, forms, action, retries, deadline } = request;
  const signal = request.signal === undefined ? {} : { signal: request.signal };
  const timeout = Math.max(1, Math.min(INSPECTION_LIMIT, deadline - clock.now()));
  const { inspection, secure } = await inspectWay(reference, http, { timeout, ...signal });
  const observed: Observed[] = [];
  const seen: { dates?: TalkFacts['dates']; challenge?: ChallengedRegistry; proof?: Proof; error?: DcrError } = {};
  const noting: Http = {
    ...http,
    request: async (question) => {
      const answer = await http.request(question);
      const server = parseHttpDate(answer.headers['date']?.[0] ?? '');
      if (!Number.isNaN(server)) seen.dates ??= { server, local: clock.now() };
      return answer;
    },
  };
  const context = {
    reference,
    allowedRealms: request.allowRealms,
    patience: { deadline, retries, ...signal },
    forms,
    ports: { clock, http: noting },
    observe: (finding: Observed) => void observed.push(finding),
  };
  try {
    seen.challenge = await findChallenge(context);
    if (credential !== undefined) {
      const repository =
        request.repository === undefined ? {} : { repository: parseRepository(request.repository, reference) };
      seen.proof = await proveCredential({ credential, action, ...repository }, seen.challenge, context);
    }
  } catch (error) {
    seen.error = toDcrError(error);
  }
  const { dates, challenge, proof, error } = seen;
  return { inspection, secure, observed, dates, challenge, proof, error };
}

/** Plain http only where a request would use it: on a loopback port that does not speak TLS. */
async function inspectWay(
  { apiHost, loopback }: RegistryReference,
  http: Http,
  bounds: Parameters<Http['inspect']>[1],
): Promise<Pick<TalkFacts, 'inspection' | 'secure'>> {
  const inspection = await http.inspect(new URL(`https://${apiHost}/`), bounds);
  const kind = inspection.fault?.kind;
  if (!loopback || (kind !== 'not-tls' && kind !== 'reset')) return { inspection, secure: true };
  return { inspection: await http.inspect(new URL(`http://${apiHost}/`), bounds), secure: false };
}
