import type { FaultKind, HttpResponse } from '../ports/http.ts';
import type { RegistryScheme } from './challenge.ts';
import { parseChallenges, pickChallenge } from './challenge.ts';

/** What was being asked. */
export type Stage = 'ping' | 'token' | 'auth' | 'name' | 'pull' | 'push';

export type BodyKind = 'oci-error' | 'json' | 'html' | 'empty' | 'text' | 'oversized';

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  /** Of a 401: which challenge it carried that we can answer. */
  readonly challenge: RegistryScheme | 'none' | 'malformed';
  /** `error` of a bearer challenge: `invalid_token`, `insufficient_scope`. */
  readonly challengeError: string | undefined;
  readonly body: BodyKind;
  /** What a JSON answer carries, of what we ask for. */
  readonly lists: 'token' | 'repositories' | 'tags' | 'nothing';
  /** First OCI error code, or the `error` of an OAuth answer, in upper case. */
  readonly errorCode: string | undefined;
  /** The server's own words, raw: to be quoted as data only. */
  readonly message: string;
  /** Seconds. */
  readonly retryAfter: number | undefined;
}

export type Seen =
  | Answer
  | {
      readonly kind: 'fault';
      readonly fault: FaultKind;
      readonly during: 'connect' | 'headers' | 'body';
      readonly detail: string;
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly why: 'other-origin' | 'loop' | 'malformed' }
  | { readonly kind: 'realm'; readonly realm: string; readonly why: string };

/** One thing that was seen while asking a registry: plain data, from which `verdict.ts` decides. */
export interface Observation {
  readonly stage: Stage;
  /** Whether the credential, or a token made from it, was attached. */
  readonly anonymous: boolean;
  readonly scheme: RegistryScheme | 'none';
  /** Method and URL without query: `GET https://host/v2/`. */
  readonly request: string;
  readonly seen: Seen;
}

/** What an answer says, without what it means. */
export function describeAnswer(response: HttpResponse, retryAfter: number | undefined): Answer {
  const body = parseBody(response);
  const fields = response.headers['www-authenticate'] ?? [];
  const picked = pickChallenge(parseChallenges(fields));
  return {
    kind: 'answer',
    status: response.status,
    challenge: picked?.scheme ?? (fields.length === 0 ? 'none' : 'malformed'),
    challengeError: picked?.parameters['error'],
    retryAfter,
    ...body,
  };
}

/** The JSON object of a body, or undefined for anything else. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function parseBody(response: HttpResponse): Pick<Answer, 'body' | 'lists' | 'errorCode' | 'message'> {
  const text = response.body.trim();
  const nothing = { lists: 'nothing', errorCode: undefined, message: '' } as const;
  if (response.truncated) return { ...nothing, body: 'oversized' };
  if (text === '') return { ...nothing, body: 'empty' };
  const json = parseObject(text);
  if (json === undefined) {
    return { ...nothing, body: text.startsWith('<') ? 'html' : 'text', message: stripMarkup(text) };
  }
  const lists = nameContent(json);
  const errors = json['errors'];
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (typeof first === 'object' && first !== null && 'code' in first && typeof first.code === 'string') {
    const message = 'message' in first && typeof first.message === 'string' ? first.message : '';
    return { body: 'oci-error', lists, errorCode: first.code.toUpperCase(), message };
  }
  // Token services answer in OAuth's shape (RFC 6749 §5.2) or with `details`, which docker accepts as well.
  const words = [json['error_description'], json['details'], json['message'], json['error']];
  const oauth = typeof json['error'] === 'string' ? json['error'].toUpperCase() : undefined;
  return { body: 'json', lists, errorCode: oauth, message: words.find((word) => typeof word === 'string') ?? '' };
}

function nameContent(json: Readonly<Record<string, unknown>>): Answer['lists'] {
  if (readToken(json) !== undefined) return 'token';
  if (readRepositories(json) !== undefined) return 'repositories';
  // A repository whose tags are all gone answers null (registries written in Go).
  return Array.isArray(json['tags']) || json['tags'] === null ? 'tags' : 'nothing';
}

/**
 * `token` and `access_token` are equivalent: https://distribution.github.io/distribution/spec/auth/token/
 * What a header cannot carry is no token (https://www.rfc-editor.org/rfc/rfc6750#section-2.1): a line break would end it.
 */
export function readToken(json: Readonly<Record<string, unknown>> | undefined): string | undefined {
  return [json?.['access_token'], json?.['token']].find(
    (value) => typeof value === 'string' && /^[!-~]+$/u.test(value),
  ) as string | undefined;
}

export function readRepositories(json: Readonly<Record<string, unknown>> | undefined): readonly string[] | undefined {
  const names = json?.['repositories'];
  return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : undefined;
}

function stripMarkup(text: string): string {
  const title = /<title[^>]*>([^<]*)/iu.exec(text)?.[1];
  return title ?? (text.startsWith('<') ? '' : text.slice(0, 1000));
}
