import { gzipSync } from 'node:zlib';
import { TOKEN } from './attack.ts';
import type { Answer, Attack, Behaviour, Duties } from './attack.ts';
import { BASIC, BEARER, challenge, fillIn, json, oci, realm, redirect, serve, welcome } from './behaviour.ts';
import { STREAM_LIMIT } from './stage.ts';

const TOKEN_SPEC = 'https://distribution.github.io/distribution/spec/auth/token/';
const CHALLENGE_SPEC = 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1';
const REDIRECT_SPEC = 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4-6';
const ORIGIN_SPEC = 'https://www.rfc-editor.org/rfc/rfc6454#section-4';
const DOMAIN_RULE = 'https://publicsuffix.org/learn/';
const BASIC_SPEC = 'https://www.rfc-editor.org/rfc/rfc7617#section-4';
const TLS_SPEC = 'https://www.rfc-editor.org/rfc/rfc9110#section-4.3.4';
const PING_SPEC = 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#determining-support';
const PUSH_SPEC = 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-a-blob-in-chunks';
const FRAMING_SPEC = 'https://www.rfc-editor.org/rfc/rfc9112#section-6.3';
const RETRY_SPEC = 'https://www.rfc-editor.org/rfc/rfc9110#field.retry-after';
const COMMAND_RULE = 'https://docs.github.com/actions/reference/workflow-commands-for-github-actions';
const CONTROL_RULE = 'https://cwe.mitre.org/data/definitions/150.html';
const RESOURCE_RULE = 'https://cwe.mitre.org/data/definitions/400.html';
const ECHO_RULE = 'https://cwe.mitre.org/data/definitions/532.html';

const UNSENT: Duties = { secretMayReach: 'nobody', login: 'fails' };
const REFUSED: Duties = { secretMayReach: 'registry', login: 'fails' };
/** Each further try is a guess more on the account's count. */
const REFUSED_ONCE: Duties = { ...REFUSED, attempts: 1 };
const UNPROVED: Duties = { secretMayReach: 'registry', login: 'unproved' };
const RIGHT: Duties = { secretMayReach: 'registry', login: 'succeeds' };
const RIGHT_ON_SITE: Duties = { secretMayReach: 'site', login: 'succeeds' };
const EITHER: Duties = { secretMayReach: 'registry', login: 'either' };

/** The other site plays a registry, and asks for the credential itself. */
const THIEF: Behaviour = (asked, places) => (asked.authorization === undefined ? BASIC(asked, places) : welcome(asked));
const THIEF_TOKEN = 'https://thief.example:$other/token';
const reject = (body: string, contentType = 'application/json'): Behaviour =>
  serve({
    stranger: BASIC,
    known: {
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="registry"', 'content-type': contentType },
      body,
    },
  });
/** The token service answers so to whoever asks with the credential. */
const tokenAnswer = (answer: Answer): Behaviour =>
  serve({
    stranger: BEARER,
    token: ({ authorization }) => (authorization === undefined ? { status: 401, body: '{}' } : answer),
  });
const raw = (head: readonly string[], body = ''): Behaviour => {
  return (_asked, places) => ({ raw: fillIn(`${head.join('\r\n')}\r\n\r\n${body}`, places) });
};
const CHUNKED_JSON = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;

const MALICIOUS_WORDS = '\u001b]0;owned\u0007\u001b[2J\u001b[31mLogin Succeeded\u001b[0m';

/** No attacks: a client that cannot log in here is set up wrongly, and what it refuses elsewhere means nothing. */
export const CONTROLS = (
  [
    ['a good registry that asks by Basic', 'trusted', BASIC],
    ['a good registry that asks by Bearer', 'trusted', BEARER],
    ['a good registry by plain http on loopback', 'plain', BASIC],
  ] as const
).map(([name, tls, stranger]): Attack => ({
  name,
  group: 'Good registries, for comparison',
  tls,
  behave: serve({ stranger }),
  must: RIGHT,
  code: 'ok',
  rule: PING_SPEC,
}));

export const ATTACKS: readonly Attack[] = [
  ...CONTROLS,
  ...(
    [
      ['a realm on another site harvests the credential', THIEF_TOKEN],
      [
        'a realm on a host that begins like the registry harvests the credential',
        'https://registry.acme.example.thief.example:$other/token',
      ],
      ['a realm on a look-alike domain harvests the credential', 'https://registry.acme-example.example:$other/token'],
      [
        'a realm on a homograph of the domain harvests the credential',
        'https://registry.xn--acm-moa.example:$other/token',
      ],
      [
        'a realm disguised by user information harvests the credential',
        'https://registry.acme.example@thief.example:$other/token',
      ],
      [
        'a realm disguised by a backslash harvests the credential',
        'https://thief.example:$other\\\\@registry.acme.example/token',
      ],
      [
        'a realm disguised by a fragment harvests the credential',
        'https://thief.example:$other/token#@registry.acme.example',
      ],
      ['a realm with its address as one number harvests the credential', 'https://2130706433:$other/token'],
      ['a realm on the metadata service of a cloud machine gets the credential', 'http://169.254.169.254:$plain/token'],
    ] as const
  ).map(([name, url]): Attack => ({
    name,
    group: 'Where the credential goes',
    behave: serve({ stranger: realm(url) }),
    must: UNSENT,
    code: 'DCR_UNSAFE_REALM',
    rule: DOMAIN_RULE,
  })),
  {
    name: 'a realm of another tenant on one hosting domain harvests the credential',
    group: 'Where the credential goes',
    host: 'acme.github.io',
    behave: serve({ stranger: realm('https://thief.github.io:$other/token') }),
    must: UNSENT,
    code: 'DCR_UNSAFE_REALM',
    rule: DOMAIN_RULE,
  },
  {
    name: 'a realm without encryption exposes the credential of an https registry',
    group: 'Where the credential goes',
    behave: serve({ stranger: realm('http://registry.acme.example:$plain/token') }),
    must: UNSENT,
    code: 'DCR_UNSAFE_REALM',
    rule: BASIC_SPEC,
  },
  {
    name: 'a realm on another loopback address harvests the credential of a loopback registry',
    group: 'Where the credential goes',
    tls: 'plain',
    otherAddress: '127.0.0.2',
    behave: serve({ stranger: realm('http://127.0.0.2:$plain/token') }),
    must: UNSENT,
    code: 'DCR_UNSAFE_REALM',
    rule: ORIGIN_SPEC,
  },
  ...(
    [
      ['a realm that is a file makes the client read it', 'file:///etc/passwd'],
      ['a realm by ftp exposes the credential', 'ftp://registry.acme.example:$plain/token'],
      ['a realm that is a script makes the client run it', 'javascript:fetch(document.cookie)'],
      ['a realm without a host confuses the client', '/token'],
    ] as const
  ).map(([name, url]): Attack => ({
    name,
    group: 'Where the credential goes',
    behave: serve({ stranger: realm(url) }),
    must: UNSENT,
    code: 'DCR_UNSAFE_REALM',
    rule: TOKEN_SPEC,
  })),
  {
    name: 'a realm that carries a user of its own replaces who logs in',
    group: 'Where the credential goes',
    behave: serve({ stranger: realm('https://somebody:else@$registry/token') }),
    must: EITHER,
    code: 'DCR_UNSAFE_REALM',
    rule: 'https://www.rfc-editor.org/rfc/rfc9110#section-4.2.4',
  },
  ...(
    [
      ['a realm on another port of the host is the registry’s own', 'https://registry.acme.example:$other/token'],
      ['a realm on a sister host of the domain is the registry’s own', 'https://auth.acme.example:$other/token'],
      ['a realm in capital letters is the registry’s own', 'HTTPS://REGISTRY.ACME.EXAMPLE:$port/token'],
      ['a realm with a comma in its query is the registry’s own', 'https://$registry/token?a=1,b=2'],
    ] as const
  ).map(([name, url]): Attack => ({
    name,
    group: 'Where the credential goes',
    behave: serve({ stranger: realm(url) }),
    must: RIGHT_ON_SITE,
    code: 'ok',
    rule: TOKEN_SPEC,
  })),
  {
    name: 'a realm with a dot at the end of the host passes for the registry’s own',
    group: 'Where the credential goes',
    behave: serve({ stranger: realm('https://registry.acme.example.:$port/token') }),
    must: EITHER,
    code: 'ok',
    rule: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2',
  },

  {
    name: 'two realms in one challenge, the thief’s last',
    group: 'The challenge',
    behave: serve({ stranger: challenge(`Bearer realm="https://$registry/token",realm="${THIEF_TOKEN}"`) }),
    must: EITHER,
    code: 'DCR_NOT_A_REGISTRY',
    rule: CHALLENGE_SPEC,
  },
  {
    name: 'two realms in one challenge, the thief’s first',
    group: 'The challenge',
    behave: serve({ stranger: challenge(`Bearer realm="${THIEF_TOKEN}",realm="https://$registry/token"`) }),
    must: EITHER,
    code: 'DCR_NOT_A_REGISTRY',
    rule: CHALLENGE_SPEC,
  },
  {
    name: 'two challenges, the thief’s first',
    group: 'The challenge',
    behave: serve({ stranger: challenge(`Bearer realm="${THIEF_TOKEN}"`, 'Basic realm="registry"') }),
    must: EITHER,
    code: 'DCR_UNSAFE_REALM',
    rule: CHALLENGE_SPEC,
  },
  {
    name: 'two challenges, the thief’s last',
    group: 'The challenge',
    behave: serve({ stranger: challenge('Basic realm="registry"', `Bearer realm="${THIEF_TOKEN}"`) }),
    must: EITHER,
    code: 'ok',
    rule: CHALLENGE_SPEC,
  },
  {
    name: 'a challenge with an unclosed quote sends the credential to half a realm',
    group: 'The challenge',
    behave: serve({ stranger: challenge(`Bearer realm="${THIEF_TOKEN}`) }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: CHALLENGE_SPEC,
  },
  {
    name: 'a challenge smuggles a second header behind a bare carriage return',
    group: 'The challenge',
    behave: serve({
      stranger: raw([
        'HTTP/1.1 401 Unauthorized',
        `WWW-Authenticate: Basic realm="x"\rWWW-Authenticate: Bearer realm="${THIEF_TOKEN}"`,
        'Content-Length: 0',
      ]),
    }),
    must: EITHER,
    code: 'DCR_NOT_A_REGISTRY',
    rule: 'https://www.rfc-editor.org/rfc/rfc9112#section-2.2-4',
  },
  {
    name: 'a challenge folds a thief’s realm onto a second line',
    group: 'The challenge',
    behave: serve({
      stranger: raw([
        'HTTP/1.1 401 Unauthorized',
        'WWW-Authenticate: Bearer service="x",',
        ` realm="${THIEF_TOKEN}"`,
        'Content-Length: 0',
      ]),
    }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: 'https://www.rfc-editor.org/rfc/rfc9112#section-5.2',
  },
  {
    name: 'a challenge without a realm',
    group: 'The challenge',
    behave: serve({ stranger: challenge('Bearer service="registry"') }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: TOKEN_SPEC,
  },
  {
    name: 'a challenge with an empty realm',
    group: 'The challenge',
    behave: serve({ stranger: challenge('Bearer realm="",service="registry"') }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: TOKEN_SPEC,
  },
  {
    name: 'a 401 without a challenge',
    group: 'The challenge',
    behave: serve({ stranger: { status: 401, body: oci('UNAUTHORIZED', '') }, known: { status: 401 } }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: CHALLENGE_SPEC,
  },
  {
    name: 'a challenge of a scheme that no registry client speaks',
    group: 'The challenge',
    behave: serve({ stranger: challenge('Digest realm="registry", nonce="4711", qop="auth"') }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: CHALLENGE_SPEC,
  },
  {
    name: 'a challenge on a 200 lures the credential to a thief',
    group: 'The challenge',
    behave: serve({
      stranger: (_asked, places) => ({
        status: 200,
        headers: { 'www-authenticate': fillIn(`Bearer realm="${THIEF_TOKEN}"`, places) },
        body: '{}',
      }),
    }),
    must: { secretMayReach: 'nobody', login: 'unproved' },
    code: 'DCR_UNSAFE_REALM',
    rule: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1-3',
  },
  {
    name: 'a second challenge, once the password is known, lures it to a thief',
    group: 'The challenge',
    behave: serve({ stranger: BASIC, known: realm(THIEF_TOKEN) }),
    must: REFUSED_ONCE,
    code: 'DCR_CREDENTIAL_REJECTED',
    rule: DOMAIN_RULE,
  },
  {
    name: 'a service name injects a scope into the token request',
    group: 'The challenge',
    behave: serve({
      stranger: challenge('Bearer realm="https://$registry/token",service="registry&scope=repository:victim:push"'),
      token: ({ query, authorization }) =>
        authorization === undefined || /[?&]scope=/u.test(query) ? { status: 401 } : json(200, { token: TOKEN }),
    }),
    must: RIGHT,
    code: 'ok',
    rule: TOKEN_SPEC,
  },
  {
    name: 'a challenge in mixed case, after one that nobody can answer, is a challenge',
    group: 'The challenge',
    behave: serve({ stranger: challenge('Negotiate', 'bAsIc ReAlM="a, b=c"') }),
    must: RIGHT,
    code: 'ok',
    rule: CHALLENGE_SPEC,
  },
  {
    name: 'a challenge of 64 KiB fills the memory',
    group: 'The challenge',
    behave: serve({ stranger: challenge(`Basic realm="${'r'.repeat(64 * 1024)}"`) }),
    must: EITHER,
    code: 'DCR_NOT_A_REGISTRY',
    rule: RESOURCE_RULE,
  },
  {
    name: 'a challenge of thousands of open quotes stalls the parser',
    group: 'The challenge',
    behave: serve({ stranger: challenge(`Bearer realm=${'"\\'.repeat(7000)}`) }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: 'https://cwe.mitre.org/data/definitions/1333.html',
  },
  {
    name: 'a cookie planted with the challenge makes logins linkable',
    group: 'The challenge',
    behave: serve({
      stranger: {
        status: 401,
        headers: { 'www-authenticate': 'Basic realm="registry"', 'set-cookie': 'id=4711; Domain=acme.example; Path=/' },
      },
      known: (asked) => (asked.cookie === undefined ? welcome(asked) : { status: 403 }),
    }),
    must: RIGHT,
    code: 'ok',
    rule: 'https://www.rfc-editor.org/rfc/rfc6265#section-8.6',
  },

  {
    name: 'the registry redirects every visitor to a thief, who asks for the credential',
    group: 'Redirects',
    behave: serve({ stranger: redirect(307, 'https://thief.example:$other/v2/'), other: THIEF }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: REDIRECT_SPEC,
  },
  {
    name: 'the registry redirects every visitor to itself without encryption',
    group: 'Redirects',
    behave: serve({
      stranger: redirect(301, 'http://registry.acme.example:$plain/v2/'),
      known: redirect(301, 'http://registry.acme.example:$plain/v2/'),
      other: THIEF,
    }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: REDIRECT_SPEC,
  },
  ...([301, 302, 303, 307, 308] as const).map((status): Attack => ({
    name: `a ${status} takes the request with the credential to a thief`,
    group: 'Redirects',
    behave: serve({ stranger: BASIC, known: redirect(status, 'https://thief.example:$other/v2/') }),
    must: REFUSED,
    code: 'DCR_UNSAFE_REDIRECT',
    rule: REDIRECT_SPEC,
  })),
  ...(
    [
      ['a redirect without a scheme takes the credential to a thief', '//thief.example:$other/v2/'],
      ['a redirect takes the credential to another port of the host', 'https://registry.acme.example:$other/v2/'],
      ['a redirect exposes the credential without encryption', 'http://registry.acme.example:$plain/v2/'],
    ] as const
  ).map(([name, location]): Attack => ({
    name,
    group: 'Redirects',
    behave: serve({ stranger: BASIC, known: redirect(307, location) }),
    must: REFUSED,
    code: 'DCR_UNSAFE_REDIRECT',
    rule: ORIGIN_SPEC,
  })),
  {
    name: 'a redirect takes the credential to a taken-over sub-domain',
    group: 'Redirects',
    host: 'acme.example',
    behave: serve({ stranger: BASIC, known: redirect(307, 'https://abandoned.acme.example:$other/v2/') }),
    must: REFUSED,
    code: 'DCR_UNSAFE_REDIRECT',
    rule: ORIGIN_SPEC,
  },
  ...([302, 307] as const).map((status): Attack => ({
    name: `a ${status} of the token service takes the credential to a thief`,
    group: 'Redirects',
    behave: (asked, places) =>
      serve({
        stranger: BEARER,
        ...(asked.server === 'registry' ? { token: redirect(status, THIEF_TOKEN) } : {}),
      })(asked, places),
    must: REFUSED,
    code: 'DCR_UNSAFE_REDIRECT',
    rule: REDIRECT_SPEC,
  })),
  {
    name: 'the token service exposes the credential by a redirect without encryption',
    group: 'Redirects',
    behave: (asked, places) =>
      serve({
        stranger: BEARER,
        ...(asked.server === 'registry' ? { token: redirect(302, 'http://registry.acme.example:$plain/token') } : {}),
      })(asked, places),
    must: REFUSED,
    code: 'DCR_UNSAFE_REDIRECT',
    rule: REDIRECT_SPEC,
  },
  {
    name: 'a redirect in circles never ends',
    group: 'Redirects',
    behave: serve({ stranger: redirect(302, '/v2/') }),
    must: UNSENT,
    code: 'DCR_UNSAFE_REDIRECT',
    rule: REDIRECT_SPEC,
  },
  {
    name: 'a redirect to what is no address',
    group: 'Redirects',
    behave: serve({ stranger: redirect(302, 'https://[') }),
    must: UNSENT,
    code: 'DCR_UNSAFE_REDIRECT',
    rule: REDIRECT_SPEC,
  },
  {
    name: 'a redirect to a file makes the client read it',
    group: 'Redirects',
    behave: serve({ stranger: redirect(302, 'file:///etc/passwd') }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: REDIRECT_SPEC,
  },
  {
    name: 'a redirect on the registry’s own origin is followed',
    group: 'Redirects',
    behave: serve({
      stranger: BASIC,
      known: (asked, places) => (asked.path === '/v2/' ? redirect(307, '/v2')(asked, places) : welcome(asked)),
    }),
    must: RIGHT,
    code: 'ok',
    rule: REDIRECT_SPEC,
  },

  ...(
    [
      ['a token that is no JSON', { status: 200, body: 'token' }],
      ['a token that is a web page', { status: 200, body: '<html><title>Welcome</title></html>' }],
      ['a token answer without a body', { status: 200 }],
      ['a token that is a number', json(200, { token: 4711 })],
      ['a token that is null', json(200, { token: null })],
      ['a token in a list', json(200, [{ token: TOKEN }])],
      ['a token answer without a token', json(200, { issued: true })],
      ['a token that injects a header', json(200, { token: 'x\r\nX-Injected: yes' })],
      ['a token with control characters', json(200, { token: 'x\u0000\u001by' })],
      ['a token answer of half a million brackets', { status: 200, body: '['.repeat(500_000) }],
      [
        'a token answer that claims to be compressed',
        { status: 200, headers: { 'content-encoding': 'gzip' }, body: 'no gzip' },
      ],
    ] as const
  ).map(([name, answer]): Attack => ({
    name,
    group: 'The token service',
    behave: tokenAnswer(answer),
    must: REFUSED,
    code: 'DCR_NOT_A_REGISTRY',
    rule: TOKEN_SPEC,
  })),
  {
    name: 'a token that the registry itself refuses',
    group: 'The token service',
    behave: serve({ stranger: BEARER, known: realm('https://$registry/token') }),
    must: REFUSED,
    code: 'DCR_SERVER_ERROR',
    rule: TOKEN_SPEC,
  },
  {
    name: 'a token service that refuses the password counts one guess',
    group: 'The token service',
    behave: tokenAnswer({ status: 401, body: oci('UNAUTHORIZED', 'incorrect username or password') }),
    must: REFUSED_ONCE,
    code: 'DCR_CREDENTIAL_REJECTED',
    rule: TOKEN_SPEC,
  },
  {
    name: 'two tokens that differ',
    group: 'The token service',
    behave: tokenAnswer(json(200, { token: TOKEN, access_token: `${TOKEN}-other` })),
    must: EITHER,
    code: 'ok',
    rule: TOKEN_SPEC,
  },
  ...(
    [
      ['a token that ended before it began', -1],
      ['a token that lives for ten thousand years', 3e11],
      ['a token that lives for a word', 'forever'],
    ] as const
  ).map(([name, life]): Attack => ({
    name,
    group: 'The token service',
    behave: tokenAnswer(json(200, { token: TOKEN, expires_in: life })),
    must: EITHER,
    code: 'ok',
    rule: TOKEN_SPEC,
  })),

  {
    name: 'a registry that lets anybody in makes a wrong password look right',
    group: 'What proves nothing',
    behave: serve({ stranger: welcome }),
    must: UNPROVED,
    code: 'ok',
    verify: { action: 'auth', code: 'DCR_CREDENTIAL_UNPROVEN' },
    rule: PING_SPEC,
  },
  {
    name: 'a sign-in portal that answers everything with JSON makes a wrong password look right',
    group: 'What proves nothing',
    behave: serve({
      stranger: json(200, { signIn: 'https://portal.example' }),
      known: json(200, { signIn: 'https://portal.example' }),
    }),
    must: UNPROVED,
    code: 'ok',
    verify: { action: 'auth', code: 'DCR_CREDENTIAL_UNPROVEN' },
    rule: PING_SPEC,
  },
  {
    name: 'a token service that serves anybody makes a wrong password look right',
    group: 'What proves nothing',
    behave: serve({ stranger: BEARER, token: json(200, { token: TOKEN }) }),
    must: UNPROVED,
    code: 'ok',
    verify: { action: 'auth', code: 'DCR_CREDENTIAL_UNPROVEN' },
    rule: TOKEN_SPEC,
  },

  ...(
    [
      ['a web page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><title>Hi</title></html>' }],
      [
        'a web page that calls itself a registry by a header',
        { status: 200, headers: { 'docker-distribution-api-version': 'registry/2.0' }, body: '<!doctype html><p>Hi' },
      ],
      ['a page that is not there', { status: 404, body: 'not found' }],
      ['a page that is forbidden', { status: 403, body: '<html>forbidden</html>' }],
      ['a network that wants a sign-in', { status: 511, body: '<html>sign in</html>' }],
      ['a teapot', { status: 418, body: 'short and stout' }],
    ] as const
  ).map(([name, answer]): Attack => ({
    name,
    group: 'What is no registry',
    behave: serve({ stranger: answer, known: answer }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: PING_SPEC,
  })),
  ...(
    [
      ['a status that does not exist', ['HTTP/1.1 999 Whatever', 'Content-Length: 0'], '', 'DCR_NOT_A_REGISTRY'],
      ['a status of two digits', ['HTTP/1.1 42 Answer', 'Content-Length: 0'], '', 'DCR_NOT_A_REGISTRY'],
      [
        'a switch of the protocol',
        ['HTTP/1.1 101 Switching Protocols', 'Connection: upgrade', 'Upgrade: tcp'],
        '',
        'DCR_NOT_A_REGISTRY',
      ],
      ['two lengths', ['HTTP/1.1 200 OK', 'Content-Length: 2', 'Content-Length: 40'], '{}', 'DCR_NOT_A_REGISTRY'],
      ['a negative length', ['HTTP/1.1 200 OK', 'Content-Length: -1'], '{}', 'DCR_NOT_A_REGISTRY'],
      ['a broken chunk', ['HTTP/1.1 200 OK', 'Transfer-Encoding: chunked'], 'zz{}', 'DCR_NOT_A_REGISTRY'],
      ['a body that is cut in the middle', ['HTTP/1.1 200 OK', 'Content-Length: 4000'], '{"half', 'DCR_UNREACHABLE'],
    ] as const
  ).map(([what, head, body, code]): Attack => ({
    name: `an answer with ${what}`,
    group: 'What is no registry',
    behave: serve({ stranger: raw(head, body), known: raw(head, body) }),
    must: { secretMayReach: 'nobody', login: 'unproved' },
    code,
    rule: FRAMING_SPEC,
  })),
  {
    name: 'a second answer smuggled behind the challenge',
    group: 'What is no registry',
    behave: serve({
      stranger: raw(
        ['HTTP/1.1 401 Unauthorized', 'WWW-Authenticate: Basic realm="x"', 'Content-Length: 2'],
        '{}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}',
      ),
      known: { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } },
    }),
    must: REFUSED,
    code: 'DCR_CREDENTIAL_REJECTED',
    rule: 'https://www.rfc-editor.org/rfc/rfc9112#section-11.1',
  },
  {
    name: 'a registry that speaks HTTP/1.0 is a registry',
    group: 'What is no registry',
    behave: serve({
      stranger: raw(['HTTP/1.0 401 Unauthorized', 'WWW-Authenticate: Basic realm="old"'], '{}'),
      known: raw(['HTTP/1.0 200 OK', 'Content-Type: application/json'], '{}'),
    }),
    must: RIGHT,
    code: 'ok',
    rule: 'https://www.rfc-editor.org/rfc/rfc9110#section-2.5',
  },

  ...(
    [
      ['a certificate of an unknown issuer', 'unknown-issuer'],
      ['a certificate that has ended', 'expired'],
      ['a certificate of another host', 'other-host'],
      ['no encryption where https is expected', 'plain-on-https'],
      ['another protocol on the port', 'garbage'],
    ] as const
  ).map(([name, tls]): Attack => ({
    name: `a man in the middle: ${name}`,
    group: 'The connection',
    tls,
    behave: serve({ stranger: BASIC }),
    must: UNSENT,
    code: 'DCR_TLS_UNTRUSTED',
    rule: TLS_SPEC,
  })),
  {
    name: 'a server that takes the connection and is silent holds the client up',
    group: 'The connection',
    tls: 'silent',
    behave: serve({ stranger: BASIC }),
    must: UNSENT,
    code: 'DCR_TIMEOUT',
    endless: true,
    rule: RESOURCE_RULE,
  },
  {
    name: 'a server that hangs up holds the client in a loop',
    group: 'The connection',
    behave: serve({ stranger: { raw: '' } }),
    must: UNSENT,
    code: 'DCR_UNREACHABLE',
    rule: RESOURCE_RULE,
  },

  {
    name: 'an answer that never comes holds the client up',
    group: 'Time and size',
    behave: serve({ stranger: { raw: '', open: true } }),
    must: UNSENT,
    code: 'DCR_TIMEOUT',
    endless: true,
    rule: RESOURCE_RULE,
  },
  {
    name: 'headers that trickle hold the client up',
    group: 'Time and size',
    behave: serve({ stranger: { start: 'HTTP/1.1 200 OK\r\nX-Slow: ', stream: 'x', pause: 100 } }),
    must: UNSENT,
    code: 'DCR_TIMEOUT',
    endless: true,
    rule: RESOURCE_RULE,
  },
  {
    name: 'a token that trickles holds the client up',
    group: 'Time and size',
    behave: tokenAnswer({ start: `${CHUNKED_JSON}${chunk('{"token":"')}`, stream: chunk('x'), pause: 100 }),
    must: REFUSED,
    code: 'DCR_TIMEOUT',
    endless: true,
    rule: RESOURCE_RULE,
  },
  {
    name: 'headers without end fill the memory',
    group: 'Time and size',
    behave: serve({
      stranger: { start: 'HTTP/1.1 200 OK\r\n', stream: `X-More: ${'x'.repeat(60_000)}\r\n`.repeat(10), pause: 0 },
    }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: RESOURCE_RULE,
  },
  {
    name: 'interim answers without end hold the client up',
    group: 'Time and size',
    behave: serve({ stranger: { start: '', stream: 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(40), pause: 20 } }),
    must: UNSENT,
    code: 'DCR_TIMEOUT',
    endless: true,
    rule: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.2',
  },
  {
    name: 'a token without end fills the memory',
    group: 'Time and size',
    behave: tokenAnswer({
      start: `${CHUNKED_JSON}${chunk('{"token":"')}`,
      stream: chunk('x'.repeat(1024 * 1024)),
      pause: 0,
    }),
    must: REFUSED,
    code: 'DCR_NOT_A_REGISTRY',
    rule: RESOURCE_RULE,
  },
  {
    name: 'a token of 256 MiB, compressed to 256 KiB, fills the memory',
    group: 'Time and size',
    behave: (asked, places) =>
      tokenAnswer({ status: 200, headers: { 'content-encoding': 'gzip' }, body: bomb() })(asked, places),
    must: REFUSED,
    code: 'DCR_NOT_A_REGISTRY',
    rule: 'https://cwe.mitre.org/data/definitions/409.html',
  },
  {
    name: 'a refusal without end fills the memory',
    group: 'Time and size',
    behave: serve({
      stranger: BASIC,
      known: {
        start: `HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n${chunk('{"errors":[{"code":"DENIED","message":"')}`,
        stream: chunk('x'.repeat(1024 * 1024)),
        pause: 0,
      },
    }),
    must: REFUSED,
    code: 'DCR_NOT_A_REGISTRY',
    rule: RESOURCE_RULE,
  },
  ...(
    [
      ['in ten years', '315360000', 'DCR_RATE_LIMITED'],
      ['in a time of twenty digits', '99999999999999999999', 'DCR_RATE_LIMITED'],
      ['in less than no time', '-1', 'DCR_RATE_LIMITED'],
      ['some day', 'some day', 'DCR_RATE_LIMITED'],
    ] as const
  ).map(([when, retryAfter, code]): Attack => ({
    name: `a registry that asks to come back ${when} holds the client up`,
    group: 'Time and size',
    behave: serve({ stranger: { status: 429, headers: { 'retry-after': retryAfter } } }),
    must: UNSENT,
    code,
    rule: RETRY_SPEC,
  })),
  {
    name: 'a registry that always fails holds the client in a loop',
    group: 'Time and size',
    behave: serve({ stranger: { status: 503, body: 'no' } }),
    must: UNSENT,
    code: 'DCR_SERVER_ERROR',
    rule: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6.4',
  },

  ...(
    [
      ['escape sequences in a refusal take the terminal over', MALICIOUS_WORDS, CONTROL_RULE],
      [
        'invisible characters in a refusal turn its text around',
        'denied \u202e deeccuS nigoL \u2066\u200b',
        CONTROL_RULE,
      ],
      ['a refusal commands the CI system by ::', 'denied\n::add-mask::false\n::set-env name=PATH::/tmp', COMMAND_RULE],
      ['a refusal commands the CI system by ##[', 'denied\n##[set-env name=PATH;]/tmp\n##[add-mask]x', COMMAND_RULE],
      ['a refusal of a megabyte floods the log', 'x'.repeat(1_000_000), RESOURCE_RULE],
    ] as const
  ).map(([name, message, rule]): Attack => ({
    name,
    group: 'What the client prints',
    behave: reject(oci('UNAUTHORIZED', message)),
    must: REFUSED_ONCE,
    code: 'DCR_CREDENTIAL_REJECTED',
    rule,
  })),
  {
    name: 'a refusal as plain text takes the terminal over',
    group: 'What the client prints',
    behave: reject(`${MALICIOUS_WORDS}\n::add-mask::false\n`, 'text/plain'),
    must: REFUSED_ONCE,
    code: 'DCR_CREDENTIAL_REJECTED',
    rule: CONTROL_RULE,
  },
  {
    name: 'an error code takes the terminal over',
    group: 'What the client prints',
    behave: reject(oci(`UNAUTHORIZED\u001b[2J\n::add-mask::x`, 'no')),
    must: REFUSED_ONCE,
    code: 'DCR_CREDENTIAL_REJECTED',
    rule: CONTROL_RULE,
  },
  {
    name: 'the token service’s words take the terminal over',
    group: 'What the client prints',
    behave: tokenAnswer(json(401, { details: `${MALICIOUS_WORDS}\n::add-mask::x` })),
    must: REFUSED_ONCE,
    code: 'DCR_CREDENTIAL_REJECTED',
    rule: CONTROL_RULE,
  },
  {
    name: 'a reason phrase takes the terminal over',
    group: 'What the client prints',
    behave: serve({
      stranger: raw([`HTTP/1.1 403 \u001b[2J\u001b[31mowned`, 'Content-Length: 0']),
    }),
    must: UNSENT,
    code: 'DCR_NOT_A_REGISTRY',
    rule: CONTROL_RULE,
  },
  {
    name: 'a realm with a workflow command reaches the log',
    group: 'What the client prints',
    behave: serve({ stranger: realm('::add-mask::x ##[add-mask]y') }),
    must: UNSENT,
    code: 'DCR_UNSAFE_REALM',
    rule: COMMAND_RULE,
  },
  ...(
    [
      ['as it was sent', (authorization: string) => authorization],
      ['decoded', (authorization: string) => Buffer.from(authorization.slice(6), 'base64').toString()],
      ['as hex', (authorization: string) => Buffer.from(decodePassword(authorization)).toString('hex')],
      ['as part of an address', (authorization: string) => encodeURIComponent(decodePassword(authorization))],
      ['broken into lines', (authorization: string) => authorization.replace(/(?=.{9}$)/u, '\n')],
    ] as const
  ).map(([how, encode]): Attack => ({
    name: `a refusal repeats the credential ${how} and so brings it into the log`,
    group: 'What the client prints',
    behave: (asked, places) =>
      reject(oci('UNAUTHORIZED', `who is ${encode(asked.authorization ?? 'Basic Og==')}?`))(asked, places),
    must: REFUSED_ONCE,
    code: 'DCR_CREDENTIAL_REJECTED',
    rule: ECHO_RULE,
  })),
  {
    name: 'a redirect repeats the credential in its address and so brings it into the log',
    group: 'What the client prints',
    behave: serve({
      stranger: BASIC,
      known: (asked, places) =>
        redirect(302, `https://thief.example:$other/${encodeURIComponent(decodePassword(asked.authorization ?? ''))}`)(
          asked,
          places,
        ),
    }),
    must: { ...REFUSED, secretMayReach: 'site' },
    code: 'DCR_UNSAFE_REDIRECT',
    rule: ECHO_RULE,
  },

  ...(
    [
      ['on another site', 'https://thief.example:$other/upload'],
      ['behind two slashes', 'https://$registry//thief.example:$other/upload'],
      ['behind two slashes without a host', '/\\thief.example:$other/upload'],
      ['without encryption', 'http://registry.acme.example:$plain/upload'],
    ] as const
  ).map(([where, location]): Attack => ({
    name: `an upload ${where} takes the credential along when it is cancelled`,
    group: 'After the login',
    behave: serve({
      stranger: BASIC,
      known: (asked, places) =>
        asked.method === 'POST' ? { status: 202, headers: { location: fillIn(location, places) } } : welcome(asked),
    }),
    must: RIGHT,
    code: 'ok',
    verify: { action: 'push', code: 'ok', only: true },
    rule: PUSH_SPEC,
  })),
  {
    name: 'a cancelled upload is redirected to a thief',
    group: 'After the login',
    behave: serve({
      stranger: BASIC,
      known: (asked, places) =>
        asked.method === 'DELETE'
          ? redirect(307, 'https://thief.example:$other/upload')(asked, places)
          : welcome(asked),
    }),
    must: RIGHT,
    code: 'ok',
    verify: { action: 'push', code: 'ok', only: true },
    rule: PUSH_SPEC,
  },
  {
    name: 'a catalogue continues on another site',
    group: 'After the login',
    behave: serve({
      stranger: BASIC,
      known: (asked, places) =>
        asked.path.endsWith('/_catalog')
          ? {
              status: 200,
              headers: { link: fillIn('<https://thief.example:$other/v2/_catalog>; rel="next"', places) },
              body: '{"repositories":["api"]}',
            }
          : welcome(asked),
    }),
    must: RIGHT,
    code: 'ok',
    verify: { action: 'push', code: 'ok', only: true },
    rule: 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags',
  },
  {
    name: 'a catalogue names a repository that leads out of the registry',
    group: 'After the login',
    behave: serve({
      stranger: BASIC,
      known: (asked) =>
        asked.path.endsWith('/_catalog')
          ? json(200, { repositories: ['../../../admin/delete?all=', 'x:push repository:victim', 'api'] })
          : welcome(asked),
    }),
    must: RIGHT,
    code: 'ok',
    verify: { action: 'push', code: 'ok', only: true },
    rule: 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests',
  },
  {
    name: 'a catalogue asks for a token that opens what belongs to somebody else',
    group: 'After the login',
    behave: serve({
      stranger: BEARER,
      known: (asked, places) =>
        asked.path.endsWith('/_catalog')
          ? challenge(
              'Bearer realm="https://$registry/token",service="registry",scope="repository:victim/api:pull,push"',
            )(asked, places)
          : welcome(asked),
    }),
    must: RIGHT,
    code: 'ok',
    verify: { action: 'push', code: 'DCR_CREDENTIAL_UNPROVEN', only: true },
    rule: 'https://distribution.github.io/distribution/spec/auth/scope/',
  },
  {
    name: 'a catalogue without end fills the memory',
    group: 'After the login',
    behave: serve({
      stranger: BASIC,
      known: (asked) =>
        asked.path.endsWith('/_catalog')
          ? { start: `${CHUNKED_JSON}${chunk('{"repositories":[')}`, stream: chunk('"api",'.repeat(150_000)), pause: 0 }
          : welcome(asked),
    }),
    must: RIGHT,
    code: 'ok',
    verify: { action: 'push', code: 'DCR_CREDENTIAL_UNPROVEN', only: true },
    rule: RESOURCE_RULE,
  },
  {
    name: 'a challenge that comes only with the push lures the credential to a thief',
    group: 'After the login',
    behave: serve({
      stranger: (asked, places) => (asked.method === 'POST' ? realm(THIEF_TOKEN)(asked, places) : welcome(asked)),
    }),
    must: UNSENT,
    code: 'ok',
    verify: { action: 'push', code: 'DCR_UNSAFE_REALM', only: true },
    rule: DOMAIN_RULE,
  },
  {
    name: 'a token for the push is taken to a thief by a redirect',
    group: 'After the login',
    behave: serve({
      stranger: BEARER,
      known: (asked, places) =>
        asked.method === 'POST' ? redirect(307, 'https://thief.example:$other/v2/')(asked, places) : welcome(asked),
    }),
    must: REFUSED,
    code: 'ok',
    verify: { action: 'push', code: 'DCR_UNSAFE_REDIRECT', only: true },
    rule: REDIRECT_SPEC,
  },
];

function decodePassword(authorization: string): string {
  const pair = Buffer.from(authorization.slice('Basic '.length), 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1);
}

let packed: Buffer | undefined;

/** Made once, when it is first sent. */
function bomb(): Buffer {
  packed ??= gzipSync(Buffer.concat([Buffer.from('{"token":"'), Buffer.alloc(STREAM_LIMIT, 'x'), Buffer.from('"}')]));
  return packed;
}
