import type { FaultKind } from '../ports/http.ts';
import { HttpFault } from '../ports/http.ts';

/** Codes of libuv, OpenSSL and node's HTTP parser. Lists: `node --help` has none; see deps/uv and node's lib/_tls_wrap.js. */
const KINDS: Readonly<Record<string, FaultKind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
  EADDRNOTAVAIL: 'connect',
  EACCES: 'connect',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  ERR_STREAM_PREMATURE_CLOSE: 'reset',
  ERR_SSL_WRONG_VERSION_NUMBER: 'not-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-tls',
  ERR_SSL_HTTP_REQUEST: 'not-tls',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls',
};

const CERTIFICATE =
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|INVALID_CA|PATH_LENGTH|HOSTNAME_)/u;

/** An error of node's client, named by what it means for a user. */
export function classifyFault(error: unknown, during: HttpFault['during']): HttpFault {
  if (error instanceof HttpFault) return error;
  const { code = '', message } = readError(error);
  const detail = code === '' || message.includes(code) ? message : `${code} ${message}`;
  const known = KINDS[code];
  const kind: FaultKind =
    known ??
    // Before OpenSSL's codes had names, the words were all there was.
    (code === 'EPROTO' && /wrong version number|packet length too long|http request/u.test(message)
      ? 'not-tls'
      : CERTIFICATE.test(code) || code === 'EPROTO'
        ? 'tls'
        : code.startsWith('HPE_') || code.startsWith('Z_') || code.startsWith('ERR_')
          ? 'protocol'
          : 'connect');
  return new HttpFault({ kind, during, detail, cause: error });
}

/** Read by shape: an error that comes from another realm (a worker, a test runner) is no instance of ours. */
function readError(error: unknown): { code?: string; message: string } {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  // Happy eyeballs collects the failure of every address; the first one speaks for all.
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) {
    const parts = error.errors.map((part: unknown) => readError(part));
    return { ...parts[0], message: parts.map((part) => part.message).join('; ') };
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const message = 'message' in error ? String(error.message) : String(error);
  return { message, ...(code === undefined ? {} : { code }) };
}
