import type { FaultKind } from '../ports/http.ts';

/** What is worth a second try. Everything else is an answer: a rejected credential is sent exactly once. */
const RETRIED = {
  faults: ['dns', 'connect', 'reset', 'timeout'] as readonly FaultKind[],
  statuses: { exact: [408, 429] as readonly number[], from: 500 },
  /** First pause in milliseconds; doubled each time, halved at random so that a hundred jobs do not come back at once. */
  firstPause: 500,
  longestPause: 15_000,
} as const;

/**
 * The one exception: a registry of several machines may not know yet what was minted a moment ago, so a credential that an
 * issuer has just given may be refused at first. Milliseconds; the pause doubles.
 */
export const AFTER_MINTING = { window: 10_000, firstPause: 1000 } as const;

export interface RetryQuestion {
  /** Tries already made. */
  readonly tries: number;
  /** Tries allowed after the first one. */
  readonly retries: number;
  readonly outcome:
    { readonly fault: FaultKind } | { readonly status: number; readonly retryAfter?: number | undefined };
  /** Milliseconds left until the command must end. */
  readonly left: number;
  /** In [0, 1). */
  readonly random: number;
}

export type RetryAnswer = { readonly again: true; readonly pause: number } | { readonly again: false };

/** Thirty years in seconds: later is as good as never, and numbers stay exact. */
const LATEST = 1_000_000_000;

/** `Retry-After` is honoured; where it lies beyond the deadline, waiting would be in vain and the command ends at once. */
export function decideRetry(question: RetryQuestion): RetryAnswer {
  const { outcome, tries, retries, left } = question;
  if (!isWorthRetrying(outcome) || tries > retries) return { again: false };
  const backoff = Math.min(RETRIED.firstPause * 2 ** (tries - 1), RETRIED.longestPause);
  const asked = 'retryAfter' in outcome && outcome.retryAfter !== undefined ? outcome.retryAfter * 1000 : 0;
  const pause = Math.max(asked, Math.round(backoff / 2 + (backoff / 2) * question.random));
  return pause < left ? { again: true, pause } : { again: false };
}

/**
 * Seconds from `now` (ms since the epoch) that a `Retry-After` field names, as delta or as HTTP date
 * (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after).
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/u.test(value.trim())) return Math.min(Number(value.trim()), LATEST);
  const at = parseHttpDate(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

/** Milliseconds since the epoch, NaN for anything else: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
export function parseHttpDate(value: string): number {
  // Date.parse reads no clock, and takes the three formats of RFC 9110; a bare number would be read as a year.
  // oxlint-disable-next-line no-restricted-globals
  return /^[A-Z][a-z]+,? /u.test(value.trim()) ? Date.parse(value) : Number.NaN;
}

function isWorthRetrying(outcome: RetryQuestion['outcome']): boolean {
  if ('fault' in outcome) return RETRIED.faults.includes(outcome.fault);
  return RETRIED.statuses.exact.includes(outcome.status) || outcome.status >= RETRIED.statuses.from;
}
