import { quoteForeignText } from '../credential/masking.ts';
import type { ErrorCode } from '../errors.ts';
import { DcrError } from '../errors.ts';
import type { FaultKind, HttpFault } from '../ports/http.ts';
import { parseObject } from '../registry/observation.ts';
import type { ApiAnswer, ApiOptions, ApiRequest, ApiResponse } from './client.ts';

const FAULT_CODES: Partial<Record<FaultKind, ErrorCode>> = {
  timeout: 'DCR_TIMEOUT',
  tls: 'DCR_TLS_UNTRUSTED',
  'not-tls': 'DCR_TLS_UNTRUSTED',
};

/** What most of what asks an API is part of. */
const RESUME = 'dcr-login rotate --resume';

/** No answer came. */
export function explainFault(
  fault: HttpFault,
  request: ApiRequest,
  { name, base, forms, again = RESUME, trust, noEffect }: ApiOptions & { readonly noEffect: boolean },
): DcrError {
  const detail = quoteForeignText(fault.detail, forms);
  const message = `${name} at ${base.host} gave no answer to ${request.method} ${request.path}: ${detail}`;
  const code = FAULT_CODES[fault.kind] ?? 'DCR_UNREACHABLE';
  const remedy =
    fault.kind === 'configuration'
      ? `Correct what the message names, then: ${again}.`
      : code === 'DCR_UNREACHABLE'
        ? `Check the address of the API, DNS, proxy and firewall of this machine, then: ${again}.`
        : code === 'DCR_TIMEOUT'
          ? `Once it answers: ${again}.`
          : trust;
  return new DcrError(code, { message, noEffect, cause: fault, ...(remedy === undefined ? {} : { remedy }) });
}

/** A limit or a failure of the server that outlasted the retries. */
export function explainStatus(
  answer: ApiResponse,
  {
    name,
    forms,
    retryAfter,
    again = RESUME,
    noEffect,
  }: ApiOptions & { readonly noEffect: boolean; readonly retryAfter: number | undefined },
): DcrError {
  const message = `${name} answered ${describeAnswer(answer, forms)}`;
  if (retryAfter === undefined && answer.status >= 500) {
    const remedy = `Wait until ${name} works again, then: ${again}.`;
    return new DcrError('DCR_SERVER_ERROR', { message, remedy, noEffect });
  }
  const when = retryAfter === undefined ? 'Wait' : `Wait for ${retryAfter} s`;
  const remedy = `${when}, then: ${again}.`;
  return new DcrError('DCR_RATE_LIMITED', {
    message,
    remedy,
    noEffect,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** `403 to PUT https://…: "Resource not accessible"`, fit for a message. */
export function describeAnswer(answer: ApiResponse, forms: readonly string[]): string {
  const words = quoteForeignText(readWords(answer.body), forms);
  return `${answer.status} to ${answer.request}${words === '' ? '' : `: "${words}"`}`;
}

/** Whether this answer says that nothing was done, and nothing was by an earlier try. */
export function isRefusal({ status, mayHaveLanded }: Pick<ApiAnswer, 'status' | 'mayHaveLanded'>): boolean {
  return status >= 400 && status < 500 && !mayHaveLanded;
}

/** What the answer says for people: the fields that GitHub, GitLab and Vault use, else its text without markup. */
export function readWords(body: string): string {
  const { message, error, errors } = parseObject(body) ?? {};
  const said = [message, error, errors].find((part) => part !== undefined && part !== null);
  if (said !== undefined) return typeof said === 'string' ? said : JSON.stringify(said);
  return body.replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>|<[^>]*>/giu, ' ').trim();
}

/** A place that cannot be written, or not in this way. `instead` is the whole remedy. */
export function refuseTarget(message: string, instead: string): DcrError {
  return new DcrError('DCR_TARGET_REFUSED', { message, remedy: instead });
}
