import type { ErrorCode } from '../errors.ts';
import { DcrError } from '../errors.ts';
import { quoteForeignText } from '../credential/masking.ts';
import type { FaultKind } from '../ports/http.ts';
import type { Answer, BodyKind, Observation, Stage } from './observation.ts';

/**
 * What an observation means: an error code, or
 * `proven` (the credential did it), `open` (nobody needs a credential for it), `challenged` (a registry that asks for
 * one), `closed` (refused without one, as it should be), `unknown` (no usable answer; never a failure by itself).
 */
export type Meaning = 'proven' | 'open' | 'challenged' | 'closed' | 'unknown' | ErrorCode;

/** Every field that is present must match; the first row that matches decides. */
export interface VerdictRow {
  readonly stage?: readonly Stage[];
  readonly anonymous?: boolean;
  readonly scheme?: 'basic' | 'bearer';
  readonly fault?: readonly FaultKind[];
  readonly redirect?: readonly ('other-origin' | 'loop' | 'malformed')[];
  readonly realm?: true;
  /** One status, or from–to inclusive. */
  readonly status?: number | readonly [number, number];
  readonly challenge?: readonly Answer['challenge'][];
  readonly challengeError?: string;
  readonly body?: readonly BodyKind[];
  readonly lists?: readonly Answer['lists'][];
  readonly errorCode?: readonly string[];
  /** In the server's own words. */
  readonly words?: RegExp;
  readonly means: Meaning;
  /** What was found out, as the end of the sentence `REGISTRY: …`; ERRORS.md lists it as well. */
  readonly says: string;
  /** Where more is known than the code's own remedy tells. */
  readonly remedy?: string;
}

const CREDENTIAL: readonly Stage[] = ['token', 'auth'];
const ACTION: readonly Stage[] = ['pull', 'push'];
const EXPIRED = /\bexpired?\b/iu;

export const VERDICTS: readonly VerdictRow[] = [
  // `/v2/<name>/_catalog` is DCR's own question and no OCI endpoint: only an unmistakable refusal counts.
  {
    stage: ['name'],
    status: 200,
    lists: ['repositories'],
    means: 'proven',
    says: 'the registry of this name answers this credential',
  },
  {
    stage: ['name'],
    errorCode: ['NAME_UNKNOWN'],
    means: 'DCR_REGISTRY_UNKNOWN',
    says: 'this host has no registry of that name',
  },
  {
    stage: ['name'],
    scheme: 'basic',
    errorCode: ['DENIED', 'UNAUTHORIZED'],
    means: 'DCR_ACCESS_DENIED',
    says: 'the credential is right, but it belongs to another registry of this host',
  },
  { stage: ['name'], means: 'unknown', says: 'the registry does not tell whether the name is right' },

  // Asked without the credential only to know what needs none; no failure of it is a failure of the credential.
  {
    stage: ['token'],
    anonymous: true,
    status: 200,
    lists: ['token'],
    means: 'open',
    says: 'the token service gives a token to anybody',
  },
  {
    stage: ['auth'],
    anonymous: true,
    status: 200,
    means: 'open',
    says: 'the registry lets anybody in who asked for a token',
  },
  { stage: ['pull'], anonymous: true, status: 200, lists: ['tags'], means: 'open', says: 'anybody may pull' },
  { stage: ['push'], anonymous: true, status: 202, means: 'open', says: 'anybody may push' },
  {
    stage: ['token', 'auth', 'pull', 'push'],
    anonymous: true,
    status: [400, 404],
    means: 'closed',
    says: 'refused without the credential',
  },
  {
    stage: ['token', 'auth', 'pull', 'push'],
    anonymous: true,
    means: 'unknown',
    says: 'no usable answer without the credential',
  },

  {
    realm: true,
    means: 'DCR_UNSAFE_REALM',
    says: 'the registry wants the credential sent to a place that is not its own',
  },
  {
    stage: ['ping'],
    redirect: ['other-origin'],
    means: 'DCR_NOT_A_REGISTRY',
    says: 'the address sends its visitors to another site, as a sign-in portal or a moved registry does',
    remedy: 'Use the address that the registry really lives at; on a guest network, sign in to it first.',
  },
  {
    redirect: ['other-origin'],
    means: 'DCR_UNSAFE_REDIRECT',
    says: 'a request with the credential was redirected to another site; it was not followed',
  },
  { redirect: ['loop'], means: 'DCR_UNSAFE_REDIRECT', says: 'the request was redirected in circles' },
  {
    redirect: ['malformed'],
    means: 'DCR_UNSAFE_REDIRECT',
    says: 'the request was redirected to something that is no address',
  },

  {
    fault: ['dns'],
    means: 'DCR_UNREACHABLE',
    says: 'the host name cannot be resolved',
    remedy: 'Check the spelling of the host and the DNS of this machine.',
  },
  { fault: ['connect'], means: 'DCR_UNREACHABLE', says: 'no connection could be made' },
  { fault: ['reset'], means: 'DCR_UNREACHABLE', says: 'the connection was cut' },
  { fault: ['cancelled'], means: 'DCR_UNREACHABLE', says: 'the request was cancelled' },
  { fault: ['timeout'], means: 'DCR_TIMEOUT', says: 'no answer came in time' },
  { fault: ['tls'], means: 'DCR_TLS_UNTRUSTED', says: 'the certificate of the host is not trusted' },
  {
    fault: ['not-tls'],
    means: 'DCR_TLS_UNTRUSTED',
    says: 'this port does not speak TLS',
    remedy: 'Check the port. Registries outside of this machine must be reached over https.',
  },
  {
    fault: ['proxy-login'],
    means: 'DCR_UNREACHABLE',
    says: 'the proxy wants a login of its own, or another one',
    remedy:
      'Put user and password of the proxy into its variable, special characters percent-encoded: http://user:password@host:port. Or name the registry in NO_PROXY.',
  },
  {
    fault: ['proxy'],
    means: 'DCR_UNREACHABLE',
    says: 'the proxy does not let this host through',
    remedy: 'Ask whoever runs the proxy to allow the host and port, or name the registry in NO_PROXY to go around it.',
  },
  {
    fault: ['configuration'],
    means: 'DCR_CONFIG_INVALID',
    says: 'a variable or file that says how to connect cannot be used; nothing was sent',
  },
  { fault: ['protocol'], means: 'DCR_NOT_A_REGISTRY', says: 'what answers does not speak HTTP correctly' },

  { status: 429, means: 'DCR_RATE_LIMITED', says: 'the registry asks to come back later' },
  { status: 511, means: 'DCR_NOT_A_REGISTRY', says: 'the network wants a sign-in before it lets anything through' },
  {
    status: 407,
    means: 'DCR_UNREACHABLE',
    says: 'a proxy on the way wants a login of its own',
    remedy: 'Put user and password of the proxy into HTTPS_PROXY, or name the registry in NO_PROXY.',
  },
  { status: 408, means: 'DCR_SERVER_ERROR', says: 'the registry gave up waiting for the request' },
  { status: [500, 599], means: 'DCR_SERVER_ERROR', says: 'the registry failed on its own side' },
  { body: ['oversized'], means: 'DCR_NOT_A_REGISTRY', says: 'the answer is larger than any answer of a registry' },

  {
    stage: ['ping'],
    status: 401,
    challenge: ['basic', 'bearer'],
    means: 'challenged',
    says: 'a registry that asks for a credential',
  },
  {
    stage: ['ping'],
    status: 401,
    challenge: ['malformed'],
    means: 'DCR_NOT_A_REGISTRY',
    says: 'the answer asks for a credential in a way that no registry client understands',
  },
  {
    stage: ['ping'],
    status: 401,
    means: 'DCR_NOT_A_REGISTRY',
    says: 'the answer is 401 but does not say how to log in',
  },
  { stage: ['ping'], status: 200, body: ['json', 'empty'], means: 'open', says: 'the registry lets anybody in' },
  {
    stage: ['ping'],
    status: 403,
    body: ['oci-error'],
    means: 'DCR_ACCESS_DENIED',
    says: 'the registry refuses this machine before it has seen a credential',
    remedy: 'Registries can be limited to certain networks: check the allowed addresses in the console.',
  },
  { stage: ['ping'], means: 'DCR_NOT_A_REGISTRY', says: 'what answers on this address is no registry' },

  {
    stage: CREDENTIAL,
    status: [400, 403],
    words: EXPIRED,
    means: 'DCR_CREDENTIAL_EXPIRED',
    says: 'the registry says that the credential has expired',
  },
  {
    stage: ['token'],
    status: 401,
    means: 'DCR_CREDENTIAL_REJECTED',
    says: 'the registry does not accept this username and password',
  },
  {
    stage: ['token'],
    status: 400,
    errorCode: ['INVALID_GRANT', 'UNAUTHORIZED'],
    means: 'DCR_CREDENTIAL_REJECTED',
    says: 'the token service does not accept this username and password',
  },
  {
    stage: ['auth'],
    scheme: 'basic',
    status: 401,
    means: 'DCR_CREDENTIAL_REJECTED',
    says: 'the registry does not accept this username and password',
  },
  { stage: CREDENTIAL, status: 403, means: 'DCR_ACCESS_DENIED', says: 'the registry refuses this account' },
  {
    stage: ['auth'],
    scheme: 'bearer',
    status: 401,
    challengeError: 'insufficient_scope',
    means: 'proven',
    says: 'the registry knows whose token it is, though it may do nothing here',
  },
  {
    stage: ['auth'],
    scheme: 'bearer',
    status: 401,
    means: 'DCR_SERVER_ERROR',
    says: 'the registry does not accept the token that its own token service gave',
    remedy: 'The clocks of registry and token service may differ. Ask support with the time and host of this message.',
  },
  {
    stage: ['auth'],
    status: 200,
    body: ['json', 'empty'],
    means: 'proven',
    says: 'the registry accepts the credential',
  },
  {
    stage: ['token'],
    status: 200,
    lists: ['token'],
    means: 'proven',
    says: 'the token service accepts the credential',
  },
  {
    stage: CREDENTIAL,
    means: 'DCR_NOT_A_REGISTRY',
    says: 'the answer to the credential is not one that a registry gives',
  },

  { stage: ['pull'], status: 200, lists: ['tags'], means: 'proven', says: 'the credential may pull' },
  { stage: ['push'], status: 202, means: 'proven', says: 'the credential may push' },
  {
    stage: ACTION,
    errorCode: ['NAME_UNKNOWN'],
    means: 'unknown',
    says: 'there is no repository of this name to ask in',
  },
  {
    stage: ACTION,
    status: 401,
    words: EXPIRED,
    means: 'DCR_CREDENTIAL_EXPIRED',
    says: 'the registry says that the credential has expired',
  },
  {
    stage: ['pull'],
    status: [401, 403],
    means: 'DCR_ACCESS_DENIED',
    says: 'the credential is right, but it may not pull here',
  },
  {
    stage: ['push'],
    status: [401, 403],
    means: 'DCR_ACCESS_DENIED',
    says: 'the credential is right, but it may not push here',
  },
  { stage: ACTION, means: 'unknown', says: 'the registry gave no usable answer' },
];

/** Every observation matches a row: the last row of each stage matches everything. */
export function judge(observation: Observation): VerdictRow {
  const row = VERDICTS.find((candidate) => matches(candidate, observation));
  if (row === undefined)
    throw new DcrError('DCR_INTERNAL', { message: `no verdict for ${JSON.stringify(observation)}` });
  return row;
}

export function isErrorCode(meaning: Meaning): meaning is ErrorCode {
  return meaning.startsWith('DCR_');
}

/** The error of a verdict, for a person: what happened, to which registry, in whose words, what to do. */
export function toError(
  row: VerdictRow & { means: ErrorCode },
  context: { registry: string; observation: Observation; forms: readonly string[] },
): DcrError {
  const { registry, observation, forms } = context;
  const { seen } = observation;
  const retryAfter = seen.kind === 'answer' ? seen.retryAfter : undefined;
  return new DcrError(row.means, {
    registry,
    message: `${registry}: ${row.says} (${describeObservation(observation, forms)})`,
    ...(row.remedy === undefined ? {} : { remedy: row.remedy }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** One line: the request and what came of it, the server's words quoted as data. */
export function describeObservation(observation: Observation, forms: readonly string[]): string {
  const { seen, request } = observation;
  const asked = quoteForeignText(request, forms);
  if (seen.kind === 'fault') return `${asked}: ${quoteForeignText(seen.detail, forms)}, at stage ${seen.during}`;
  if (seen.kind === 'realm')
    return `realm "${quoteForeignText(seen.realm, forms)}": ${quoteForeignText(seen.why, forms)}`;
  if (seen.kind === 'redirect') return `${asked}: redirected to ${quoteForeignText(seen.to, forms)}`;
  const words = quoteForeignText([seen.errorCode, seen.message].filter(Boolean).join(' '), forms);
  const later = seen.retryAfter === undefined ? '' : `, come back in ${seen.retryAfter} s`;
  return `${asked}: ${seen.status}${words === '' ? '' : ` "${words}"`}${later}`;
}

function matches(row: VerdictRow, { stage, anonymous, scheme, seen }: Observation): boolean {
  const includes = <T>(wanted: readonly T[] | undefined, value: T): boolean => wanted?.includes(value) ?? true;
  if (!includes(row.stage, stage) || (row.anonymous ?? anonymous) !== anonymous) return false;
  if ((row.scheme ?? scheme) !== scheme) return false;
  if (row.fault !== undefined) return seen.kind === 'fault' && row.fault.includes(seen.fault);
  if (row.redirect !== undefined) return seen.kind === 'redirect' && row.redirect.includes(seen.why);
  if (row.realm !== undefined) return seen.kind === 'realm';
  const { status, challenge, challengeError, body, lists, errorCode, words } = row;
  const needsAnswer = [status, challenge, challengeError, body, lists, errorCode, words].some(
    (field) => field !== undefined,
  );
  if (seen.kind !== 'answer') return !needsAnswer;
  const [from, to] = typeof status === 'number' ? [status, status] : (status ?? [0, 999]);
  return (
    seen.status >= from &&
    seen.status <= to &&
    includes(challenge, seen.challenge) &&
    (challengeError ?? seen.challengeError) === seen.challengeError &&
    includes(body, seen.body) &&
    includes(lists, seen.lists) &&
    includes<string | undefined>(errorCode, seen.errorCode) &&
    (words?.test(seen.message) ?? true)
  );
}
