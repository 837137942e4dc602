export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as UTF-8; `content-type` and `content-length` are the caller's, as node sets none for a DELETE. */
  readonly body?: string;
  /** Milliseconds for the whole exchange, connect to last byte of the body. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Bytes of the body after decompression. Default `BODY_LIMIT`. */
  readonly limit?: number;
}

/** Any answer, also an error status. Redirects are answers, too: nobody follows them but `registry/exchange.ts`. */
export interface HttpResponse {
  readonly status: number;
  /** Lower-case names; a field that came several times has several values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Decoded text, cut at the limit. */
  readonly body: string;
  /** The body was larger than the limit. */
  readonly truncated: boolean;
}

export type FaultKind =
  | 'dns'
  | 'connect'
  | 'reset'
  | 'timeout'
  | 'tls'
  | 'not-tls'
  | 'protocol'
  | 'cancelled'
  /** A proxy refused to pass the request on. */
  | 'proxy'
  /** A proxy wants a user and password of its own, or other ones. */
  | 'proxy-login'
  /** A variable or file of this machine that says how to connect cannot be used; nothing was sent. */
  | 'configuration';

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

export interface Certificate {
  /** As OpenSSL writes a name: `CN=registry.example, O=Example`. Foreign text. */
  readonly subject: string;
  readonly issuer: string;
  /** Names and addresses that it is for. Foreign text. */
  readonly names: string;
  /** Milliseconds since the epoch, both. */
  readonly validFrom: number;
  readonly validTo: number;
}

/** How an origin is reached from this machine. Each part is absent where it was not come to. */
export interface Inspection {
  /** Which proxy applies, without its credentials, and the variable that names it; or why none does. */
  readonly proxy?:
    | { readonly address: string; readonly variable: string; readonly hasCredential: boolean }
    | { readonly none: string };
  /** Of the proxy where there is one, else of the host itself; in the order in which they are tried. */
  readonly addresses: readonly string[];
  /** The address that the connection was made with. */
  readonly remote?: string;
  readonly tls?: {
    readonly protocol: string;
    /** OpenSSL's code of what is wrong with the certificate. */
    readonly problem: string | undefined;
    /** The host's own first. */
    readonly chain: readonly Certificate[];
  };
  /** Files and directories of authorities and client certificates that count for this host. */
  readonly files: readonly string[];
  /** Whether the roots that came with node count as well. */
  readonly builtInRoots: boolean;
  readonly fault?: HttpFault;
}

export interface Http {
  /** Throws `HttpFault` and nothing else. */
  request(request: HttpRequest): Promise<HttpResponse>;
  /** Whether a port of this machine speaks TLS; true also where that cannot be told. Never throws. */
  speaksTls(origin: URL, bounds: Pick<HttpRequest, 'timeout' | 'signal'>): Promise<boolean>;
  /** Looks at the way to an origin: connects, shakes hands also with a stranger, and sends no request. Never throws. */
  inspect(origin: URL, bounds: Pick<HttpRequest, 'timeout' | 'signal'>): Promise<Inspection>;
}
