/** How a command must end: exit status and the code of its message; no code where it succeeds. */
export interface Ending {
  readonly exit: number;
  readonly code?: string;
}

/** One input, and how `dcr-login` and `dcr-login.sh` must end with it. */
export interface ConformanceRow {
  readonly title: string;
  readonly command: 'login' | 'logout' | 'verify';
  /** Over a right registry, user and password; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly words?: readonly string[];
  /** What the client says and how it ends; `none`: there is no client on PATH. */
  readonly client?: 'none' | { readonly words?: string; readonly status?: number; readonly stores?: boolean };
  /** What answers at the address of the registry, for a command that asks it. */
  readonly server?: ServerManner;
  readonly ends: Ending;
  /** What a shell script without Node cannot do: how it ends instead, and why. */
  readonly sh?: Ending & { readonly because: string; readonly client?: 'docker' };
}

/**
 * `basic` and `bearer` take the right password only, `forbids` none, though it knows it; `open` lets anybody in; a number is
 * the status of every answer.
 */
export type ServerManner = 'basic' | 'bearer' | 'forbids' | 'open' | 'page' | 'elsewhere' | 'closed' | number;

const OK: Ending = { exit: 0 };
const INVALID: Ending = { exit: 2, code: 'DCR_INPUT_INVALID' };
const MISSING: Ending = { exit: 2, code: 'DCR_CREDENTIAL_MISSING' };
const REJECTED: Ending = { exit: 3, code: 'DCR_CREDENTIAL_REJECTED' };
const DENIED: Ending = { exit: 4, code: 'DCR_ACCESS_DENIED' };
const STORE: Ending = { exit: 6, code: 'DCR_STORE_FAILED' };
const NO_ENGINE: Ending = { exit: 6, code: 'DCR_ENGINE_MISSING' };
const codeOf5 = (code: string): Ending => ({ exit: 5, code });

const registry = (value: string | undefined, ends: Ending, sh?: ConformanceRow['sh']): ConformanceRow => ({
  title: `a registry that is ${JSON.stringify(value ?? 'not set')}`,
  command: 'login',
  env: { DCR_REGISTRY: value },
  ends,
  ...(sh === undefined ? {} : { sh }),
});
const said = (words: string, ends: Ending, status = 1): ConformanceRow => ({
  title: `a client that says ${JSON.stringify(words)}`,
  command: 'login',
  client: { words, status },
  ends,
});
const login = (title: string, env: ConformanceRow['env'], ends: Ending, sh?: ConformanceRow['sh']): ConformanceRow => ({
  title,
  command: 'login',
  ...(env === undefined ? {} : { env }),
  ends,
  ...(sh === undefined ? {} : { sh }),
});

const verify = (
  server: ServerManner,
  ends: Ending,
  env: ConformanceRow['env'] = {},
  sh?: ConformanceRow['sh'],
): ConformanceRow => ({
  title: `a verify of a registry that is ${server}, with ${JSON.stringify(env)}`,
  command: 'verify',
  server,
  env,
  ends,
  ...(sh === undefined ? {} : { sh }),
});

/** A token whose `exp` lies in 2001. */
const EXPIRED = `${encode({ alg: 'none' })}.${encode({ exp: 1_000_000_000 })}.x`;

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

export const ROWS: readonly ConformanceRow[] = [
  login('a right login', {}, OK),
  registry('dcr.nexqloud.io/acme', OK),
  registry('  dcr.nexqloud.io/acme\n', OK),
  registry('HTTPS://DCR.Nexqloud.IO/acme///', OK),
  registry('dcr.nexqloud.io./acme', OK),
  registry('registry.example', OK),
  registry('registry.example.:5000/a', OK),
  registry('registry.example/a--b__c.d', OK),
  registry('registry:5000/acme', OK),
  registry('localhost/acme', OK),
  registry('[::1]:5000/acme', OK),
  registry('[2001:DB8::1]/acme', OK),
  registry('registry.example:65535/acme', OK),
  registry(undefined, INVALID),
  registry('', INVALID),
  registry(' \n', INVALID),
  registry('https://', INVALID),
  registry('https:///acme', INVALID),
  registry('/acme', INVALID),
  registry('$UNSET', INVALID),
  registry('dcr.nexqloud.io', INVALID),
  registry('https://dcr.nexqloud.io/', INVALID),
  registry('dcr.nexqloud.io/acme/api', INVALID),
  registry('dcr.nexqloud.io/acme:latest', INVALID),
  registry('dcr.nexqloud.io/acme@sha256:0123', INVALID),
  registry('dcr.nexqloud.io/Acme', INVALID),
  registry('dcr.nexqloud.io//acme', INVALID),
  registry('dcr.nexqloud.io/../acme', INVALID),
  registry('dcr.nexqloud.io/-acme', INVALID),
  registry('dcr.nexqloud.io/acme_', INVALID),
  registry('registry.example/a._b', INVALID),
  registry('registry.example/a___b', INVALID),
  registry('registry.example/a/-b', INVALID),
  registry('dcr.nexqloud.io/acme\nx', INVALID),
  registry('acme', INVALID),
  registry('acme.', INVALID),
  registry('user@dcr.nexqloud.io/acme', INVALID),
  registry('ftp://dcr.nexqloud.io/acme', INVALID),
  registry('registry.example:0/acme', INVALID),
  registry('registry.example:65536/acme', INVALID),
  registry('registry.example:/acme', INVALID),
  registry('registry.example:443:443/acme', INVALID),
  registry('registry..example/acme', INVALID),
  registry('-registry.example/acme', INVALID),
  registry('registry-.example/acme', INVALID),
  registry('régistry.example/acme', INVALID),
  registry('[::1/acme', INVALID),
  registry('::1/acme', INVALID),
  registry('[fe80::1%eth0]:5000/acme', INVALID),
  registry('registry.example:05000/acme', OK, {
    ...INVALID,
    because: 'a port is compared as text, so it has no leading zero',
  }),
  {
    title: 'a registry as a word',
    command: 'login',
    env: { DCR_REGISTRY: '' },
    words: ['dcr.nexqloud.io/acme'],
    ends: OK,
  },

  login('no password', { DCR_PASSWORD: undefined }, MISSING),
  login('an empty password', { DCR_PASSWORD: '' }, MISSING),
  login('an empty username', { DCR_USERNAME: '' }, MISSING),
  login('neither', { DCR_USERNAME: '', DCR_PASSWORD: '' }, MISSING),
  login('a password with a line end', { DCR_PASSWORD: 'hunter22-secret\r\n' }, OK),
  login('a password with a byte-order mark', { DCR_PASSWORD: '\uFEFFhunter22-secret' }, OK),
  login('a password of two lines', { DCR_PASSWORD: 'hunter22\nsecret' }, INVALID),
  login('a password with a tabulator', { DCR_PASSWORD: 'hunter22\tsecret' }, INVALID),
  login('a username of two lines', { DCR_USERNAME: 'c\ni' }, INVALID),
  login('a username with a colon', { DCR_USERNAME: 'c:i' }, INVALID),
  login('a password beyond ASCII', { DCR_PASSWORD: 'pässwörd-日本語-🔑' }, OK),
  login('a password with spaces at its ends', { DCR_PASSWORD: ' hunter22 secret ' }, OK, {
    ...INVALID,
    client: 'docker',
    because: 'docker login drops them, and a script cannot write the configuration in its place',
  }),
  login(
    'a token that has expired',
    { DCR_PASSWORD: EXPIRED },
    { exit: 3, code: 'DCR_CREDENTIAL_EXPIRED' },
    {
      ...OK,
      because: 'it reads no tokens; whether the credential is dead the registry must say',
    },
  ),
  { title: 'a password as a flag', command: 'login', words: ['--password', 'x'], ends: INVALID },
  { title: 'a password as a short flag', command: 'login', words: ['-px'], ends: INVALID },
  { title: 'an unknown flag', command: 'login', words: ['--regsitry', 'x'], ends: INVALID },
  login('an engine that nobody knows', { DCR_ENGINE: 'rkt' }, INVALID),
  login('the engine that needs no client', { DCR_ENGINE: 'file' }, OK, {
    ...INVALID,
    because: 'a script logs in by a client only, whose answer is the proof',
  }),
  login('a proof that nobody knows', { DCR_VERIFY: 'maybe' }, INVALID),
  { title: 'no client', command: 'login', client: 'none', ends: NO_ENGINE },
  { title: 'a client that ends well and stores nothing', command: 'login', client: { stores: false }, ends: STORE },
  {
    title: 'a client that warns',
    command: 'login',
    client: { words: 'WARNING! stored unencrypted; 401 denied' },
    ends: OK,
  },

  said('', STORE),
  said('Error saving credentials: error storing credentials - err: exit status 1, out: `pass not initialized`', STORE),
  said('error getting credentials - err: exit status 1, out: `401`', STORE),
  said(
    'Error response from daemon: Get "https://h/v2/": x509: certificate signed by unknown authority',
    codeOf5('DCR_TLS_UNTRUSTED'),
  ),
  said('Get "https://h/v2/": http: server gave HTTP response to HTTPS client', codeOf5('DCR_TLS_UNTRUSTED')),
  said('login attempt to https://h/v2/ failed with status: 429 Too Many Requests', codeOf5('DCR_RATE_LIMITED')),
  said('toomanyrequests: come back later', codeOf5('DCR_RATE_LIMITED')),
  said('login attempt to http://127.0.0.1:50123/v2/ failed with status: 401 Unauthorized', REJECTED),
  said('Error: Cannot perform an interactive login; unauthorized: incorrect username or password', REJECTED),
  said('unauthorized: authentication required', REJECTED),
  said('Error response from daemon: login attempt failed with status: 403 Forbidden', DENIED),
  said('denied: requested access to the resource is denied', DENIED),
  said('login attempt to https://h/v2/ failed with status: 502 Bad Gateway', codeOf5('DCR_SERVER_ERROR')),
  said('received unexpected HTTP status: 503 Service Unavailable', codeOf5('DCR_SERVER_ERROR')),
  said('login attempt to https://h/v2/ failed with status: 404 Not Found', codeOf5('DCR_NOT_A_REGISTRY')),
  said('Get "https://h/v2/": dial tcp: lookup h: no such host', codeOf5('DCR_UNREACHABLE')),
  said('Get "https://h/v2/": dial tcp 127.0.0.1:9: connect: connection refused', codeOf5('DCR_UNREACHABLE')),
  said('Get "https://h/v2/": EOF', codeOf5('DCR_UNREACHABLE')),
  said('Get "https://h/v2/": net/http: request canceled (Client.Timeout exceeded)', codeOf5('DCR_TIMEOUT')),
  said('time="2026-01-02T03:04:05Z" level=info msg="401"\nError: connection reset by peer', codeOf5('DCR_UNREACHABLE')),
  said('time="2026-01-02T03:04:05Z" level=fatal msg="unauthorized"', REJECTED),
  said('everything is on fire', STORE, 125),

  verify('basic', OK),
  verify('basic', REJECTED, { DCR_PASSWORD: 'wr0ng-password' }),
  verify('forbids', DENIED),
  verify('open', { exit: 3, code: 'DCR_CREDENTIAL_UNPROVEN' }),
  verify(
    'page',
    codeOf5('DCR_NOT_A_REGISTRY'),
    {},
    {
      exit: 3,
      code: 'DCR_CREDENTIAL_UNPROVEN',
      because: 'it does not look into what an answer holds: nothing is proved either way',
    },
  ),
  verify('elsewhere', codeOf5('DCR_NOT_A_REGISTRY')),
  verify('closed', codeOf5('DCR_UNREACHABLE')),
  verify(404, codeOf5('DCR_NOT_A_REGISTRY')),
  verify(429, codeOf5('DCR_RATE_LIMITED')),
  verify(503, codeOf5('DCR_SERVER_ERROR')),
  verify(
    'bearer',
    OK,
    {},
    {
      ...NO_ENGINE,
      because:
        'whom a registry may send the credential to is decided by the Public Suffix List, which a script has not',
    },
  ),
  verify(
    'bearer',
    REJECTED,
    { DCR_PASSWORD: 'wr0ng-password' },
    {
      ...NO_ENGINE,
      because:
        'whom a registry may send the credential to is decided by the Public Suffix List, which a script has not',
    },
  ),
  { title: 'a verify without a password', command: 'verify', env: { DCR_PASSWORD: '' }, ends: MISSING },

  { title: 'a logout where nothing is', command: 'logout', env: { DCR_REGISTRY: undefined }, ends: OK },
];
