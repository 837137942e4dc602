export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as UTF-8; `content-type` and `content-length` are the caller's, as node sets none for a DELETE. */
  readonly body?: string;
  /** Milliseconds for the whole exchange, connect to last byte of the body. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/** Any answer, also an error status. Redirects are answers, too: nobody follows them but `registry/exchange.ts`. */
export interface HttpResponse {
  readonly status: number;
  /** Lower-case names; a field that came several times has several values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Decoded text, cut at `BODY_LIMIT` bytes after decompression. */
  readonly body: string;
  /** The body was larger than the limit. */
  readonly truncated: boolean;
}

export type FaultKind = 'dns' | 'connect' | 'reset' | 'timeout' | 'tls' | 'not-tls' | 'protocol' | 'cancelled';

/** No answer came. `detail` is the system's own code or words, e.g. `ECONNREFUSED`. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  readonly kind: FaultKind;
  /** How far the exchange had come. */
  readonly during: 'connect' | 'headers' | 'body';
  readonly detail: string;

  constructor(fault: { kind: FaultKind; during: 'connect' | 'headers' | 'body'; detail: string; cause?: unknown }) {
    super(`${fault.kind} during ${fault.during}: ${fault.detail}`, { cause: fault.cause });
    this.kind = fault.kind;
    this.during = fault.during;
    this.detail = fault.detail;
  }
}

/** 1 MiB, after decompression. No answer that a login needs is larger; containers/image caps tokens alike. */
export const BODY_LIMIT = 1024 * 1024;

export interface Http {
  /** Throws `HttpFault` and nothing else. */
  request(request: HttpRequest): Promise<HttpResponse>;
}
