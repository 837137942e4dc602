import { describe, expect, it } from '@jest/globals';
import { readClientFailure } from '../../../../packages/core/lib/login/engines/failure.js';

const context = { client: 'docker' as const, registry: 'dcr.nexqloud.io/acme', forms: ['hunter22'], outOfTime: false };
const end = (stderr: string, rest: { status?: number | null; signal?: string; stdout?: string } = {}) => {
  return { status: 1, signal: null, stdout: '', stderr, ...rest };
};
const CLIENT = 'Error response from daemon: Get "https://dcr.nexqloud.io/v2/": ';

describe('docker that ends badly', () => {
  it.each([
    [`${CLIENT}unauthorized: incorrect username or password`, 'DCR_CREDENTIAL_REJECTED'],
    [`${CLIENT}unknown: 401 Unauthorized`, 'DCR_CREDENTIAL_REJECTED'],
    [`${CLIENT}denied: requested access to the resource is denied`, 'DCR_ACCESS_DENIED'],
    ['login attempt failed with status: 403 Forbidden', 'DCR_ACCESS_DENIED'],
    ['login attempt failed with status: 429 Too Many Requests', 'DCR_RATE_LIMITED'],
    ['login attempt failed with status: 404 Not Found', 'DCR_NOT_A_REGISTRY'],
    ['login attempt failed with status: 503 Service Unavailable', 'DCR_SERVER_ERROR'],
    [`${CLIENT}dial tcp: lookup dcr.nexqloud.io: no such host`, 'DCR_UNREACHABLE'],
    [`${CLIENT}dial tcp 127.0.0.1:443: connect: connection refused`, 'DCR_UNREACHABLE'],
    [`${CLIENT}EOF`, 'DCR_UNREACHABLE'],
    [`${CLIENT}net/http: request canceled while waiting for connection (Client.Timeout exceeded)`, 'DCR_TIMEOUT'],
    [`${CLIENT}context deadline exceeded`, 'DCR_TIMEOUT'],
    [`${CLIENT}x509: certificate signed by unknown authority`, 'DCR_TLS_UNTRUSTED'],
    [`${CLIENT}http: server gave HTTP response to HTTPS client`, 'DCR_TLS_UNTRUSTED'],
    ['Error saving credentials: error storing credentials - err: exit status 1, out: `401 x`', 'DCR_STORE_FAILED'],
    ['Error: logging into "dcr.nexqloud.io/acme": invalid username/password', 'DCR_CREDENTIAL_REJECTED'],
    ['something that nobody knows', 'DCR_STORE_FAILED'],
    ['', 'DCR_STORE_FAILED'],
  ])('saying %j: %s', (stderr, code) => {
    const error = readClientFailure(end(stderr), context);
    expect(error).toMatchObject({ code, registry: 'dcr.nexqloud.io/acme' });
  });

  it('is quoted as data, without the secret', () => {
    const error = readClientFailure(end('401 for hunter22\n::error::x\u001b[0m'), context);
    expect(error?.message).toContain('401 for ***');
    // oxlint-disable-next-line no-control-regex
    expect(error?.message).not.toMatch(/hunter22|[\n\u001b]|::/u);
  });

  it('may say it on the other stream, or by its signal', () => {
    expect(readClientFailure(end('', { stdout: '403 Forbidden' }), context)?.code).toBe('DCR_ACCESS_DENIED');
    expect(readClientFailure(end('', { status: null, signal: 'SIGSEGV' }), context)?.message).toContain('SIGSEGV');
  });

  it('is judged by its error, not by the log lines above it', () => {
    const log = 'time="2024-01-01T00:00:00Z" level=info msg="401 unauthorized, retrying over http"';
    expect(readClientFailure(end(`${log}\nconnection refused\n`), context)?.code).toBe('DCR_UNREACHABLE');
    expect(readClientFailure(end(`${log}\n`), context)?.code).toBe('DCR_CREDENTIAL_REJECTED');
  });

  it('because it was stopped is DCR_TIMEOUT', () => {
    const stopped = end('401', { status: null, signal: 'SIGTERM' });
    expect(readClientFailure(stopped, { ...context, outOfTime: true })?.code).toBe('DCR_TIMEOUT');
  });
});

describe('docker that ends well', () => {
  it('has succeeded, whatever it says', () => {
    expect(readClientFailure(end('WARNING! 401 unauthorized', { status: 0 }), context)).toBeUndefined();
    expect(readClientFailure(end('', { status: 0 }), { ...context, outOfTime: true })).toBeUndefined();
  });
});
