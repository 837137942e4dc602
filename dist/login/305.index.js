"use strict";
exports.id = 305;
exports.ids = [305];
exports.modules = {

/***/ 6305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveLogin: () => (/* binding */ proveLogin)
});

;// CONCATENATED MODULE: ./packages/core/lib/registry/base.js
/** Where a registry is asked: by https, and by plain http only on loopback where the port does not speak TLS. Never throws. */
async function findBase(question) {
    const { reference, patience, ports } = question;
    const secure = new URL(`https://${reference.apiHost}/`);
    if (!reference.loopback)
        return secure;
    const cut = patience.signal === undefined ? {} : { signal: patience.signal };
    const timeout = Math.max(1, patience.deadline - ports.clock.now());
    return (await ports.http.speaksTls(secure, { timeout, ...cut })) ? secure : plainBase(reference);
}
/** For loopback alone. */
function plainBase({ apiHost }) {
    return new URL(`http://${apiHost}/`);
}
//# sourceMappingURL=base.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/challenge.js
var challenge = __webpack_require__(5996);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./packages/core/lib/ports/http.js
var ports_http = __webpack_require__(9008);
// EXTERNAL MODULE: ./packages/core/lib/registry/observation.js
var registry_observation = __webpack_require__(7967);
;// CONCATENATED MODULE: ./packages/core/lib/registry/retry.js
/** What is worth a second try. Everything else is an answer: a rejected credential is sent exactly once. */
const RETRIED = {
    faults: ['dns', 'connect', 'reset', 'timeout'],
    statuses: { exact: [408, 429], from: 500 },
    /** First pause in milliseconds; doubled each time, halved at random so that a hundred jobs do not come back at once. */
    firstPause: 500,
    longestPause: 15_000,
};
/**
 * The one exception: a registry of several machines may not know yet what was minted a moment ago, so a credential that an
 * issuer has just given may be refused at first. Milliseconds; the pause doubles.
 */
const AFTER_MINTING = { window: 10_000, firstPause: 1000 };
/** Thirty years in seconds: later is as good as never, and numbers stay exact. */
const LATEST = 1_000_000_000;
/** `Retry-After` is honoured; where it lies beyond the deadline, waiting would be in vain and the command ends at once. */
function decideRetry(question) {
    const { outcome, tries, retries, left } = question;
    if (!isWorthRetrying(outcome) || tries > retries)
        return { again: false };
    const backoff = Math.min(RETRIED.firstPause * 2 ** (tries - 1), RETRIED.longestPause);
    const asked = 'retryAfter' in outcome && outcome.retryAfter !== undefined ? outcome.retryAfter * 1000 : 0;
    const pause = Math.max(asked, Math.round(backoff / 2 + (backoff / 2) * question.random));
    return pause < left ? { again: true, pause } : { again: false };
}
/**
 * Seconds from `now` (ms since the epoch) that a `Retry-After` field names, as delta or as HTTP date
 * (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after).
 */
function parseRetryAfter(value, now) {
    if (value === undefined)
        return undefined;
    if (/^\d+$/u.test(value.trim()))
        return Math.min(Number(value.trim()), LATEST);
    const at = parseHttpDate(value);
    return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
/** Milliseconds since the epoch, NaN for anything else: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
function parseHttpDate(value) {
    // Date.parse reads no clock, and takes the three formats of RFC 9110; a bare number would be read as a year.
    // oxlint-disable-next-line no-restricted-globals
    return /^[A-Z][a-z]+,? /u.test(value.trim()) ? Date.parse(value) : Number.NaN;
}
function isWorthRetrying(outcome) {
    if ('fault' in outcome)
        return RETRIED.faults.includes(outcome.fault);
    return RETRIED.statuses.exact.includes(outcome.status) || outcome.status >= RETRIED.statuses.from;
}
//# sourceMappingURL=retry.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var registry_reference = __webpack_require__(3256);
;// CONCATENATED MODULE: ./packages/core/lib/registry/safety.js

/** Redirects on one origin that are followed; a real registry needs one at most. */
const REDIRECT_LIMIT = 5;
/**
 * May the credential be sent to this realm? Only over https (http where the registry itself is loopback http), and only
 * to the registry's own host, one of the same registrable domain, or one that the user named. The Public Suffix List
 * counts with its private part: two tenants of one hosting domain are strangers (https://publicsuffix.org).
 */
async function judgeRealm(question) {
    const { realm, origin, reference } = question;
    let url;
    try {
        url = new URL(realm);
    }
    catch {
        return refuse('it is no absolute URL');
    }
    if (url.username !== '' || url.password !== '')
        return refuse('it carries user information');
    const plainLoopback = url.protocol === 'http:' && origin.protocol === 'http:' && (0,registry_reference/* isLoopbackHost */.cW)(url.host);
    if (url.protocol !== 'https:' && !plainLoopback)
        return refuse(`it would be sent over ${url.protocol}// unencrypted`);
    const named = question.allowed.map((host) => host.toLowerCase());
    if (named.includes(url.host) || named.includes(url.hostname))
        return { safe: true, url };
    if (url.hostname === origin.hostname)
        return { safe: true, url };
    if (await shareRegistrableDomain(url.hostname, origin.hostname))
        return { safe: true, url };
    return refuse(`${url.host} is another site than ${reference.host}`);
}
/** Scheme, host and port are the same: only then may a redirect carry the credential along. */
function isSameOrigin(a, b) {
    return a.protocol === b.protocol && a.host === b.host && b.username === '' && b.password === '';
}
/** Always on the registry's origin: resolved like a link, a path that begins with `//` would name another host. */
function locatePath(path, base) {
    const url = new URL(base);
    const mark = path.indexOf('?');
    url.pathname = mark < 0 ? path : path.slice(0, mark);
    url.search = mark < 0 ? '' : path.slice(mark);
    return url;
}
async function shareRegistrableDomain(a, b) {
    // Loaded only here: the list costs about 30 ms, and on most registries the hosts are the same.
    const { getDomain } = await __webpack_require__.e(/* import() */ 935).then(__webpack_require__.t.bind(__webpack_require__, 935, 19));
    const options = { allowPrivateDomains: true, extractHostname: false };
    const domain = getDomain(a, options);
    return domain !== null && domain === getDomain(b, options);
}
function refuse(why) {
    return { safe: false, why };
}
//# sourceMappingURL=safety.js.map
;// CONCATENATED MODULE: ./packages/core/lib/registry/exchange.js





/** No single request may take longer, whatever the command's own time limit is. In milliseconds. */
const REQUEST_LIMIT = 30_000;
/**
 * Asks one question: retries by the table, follows redirects on the same origin by hand, and never takes the credential
 * to another one. Never throws for what the network or the server does: it is observed.
 */
async function exchange(question, patience, ports) {
    const { clock } = ports;
    for (let tries = 1;; tries += 1) {
        const left = patience.deadline - clock.now();
        const { seen, response } = left <= 0 ? outOfTime() : await followRedirects(question, { ...patience, left }, ports);
        const outcome = readOutcome(seen);
        const answer = outcome === undefined || question.once === true
            ? { again: false }
            : decideRetry({
                outcome,
                tries,
                retries: patience.retries,
                left: patience.deadline - clock.now(),
                random: clock.random(),
            });
        if (!answer.again || patience.signal?.aborted === true) {
            const { stage, anonymous, scheme, method, url } = question;
            const request = `${method} ${url.origin}${url.pathname}`;
            return { observation: { stage, anonymous, scheme, request, seen }, response };
        }
        await clock.sleep(answer.pause, patience.signal);
    }
}
/** `Basic` of RFC 7617, in UTF-8 as every registry reads it. */
function encodeBasic(username, password) {
    return `Basic ${external_node_buffer_.Buffer.from(`${username}:${password}`).toString('base64')}`;
}
async function followRedirects(question, patience, ports) {
    const end = ports.clock.now() + Math.min(patience.left, REQUEST_LIMIT);
    let { url } = question;
    for (let hops = 0;; hops += 1) {
        const attempt = await sendOnce({ ...question, url }, { end, signal: patience.signal }, ports);
        const location = attempt.response?.headers['location']?.[0];
        const status = attempt.response?.status ?? 0;
        if (![301, 302, 303, 307, 308].includes(status) || location === undefined)
            return attempt;
        const target = parseLocation(location, url);
        if (target === undefined)
            return stopAt(location, 'malformed');
        if (!isSameOrigin(target, url))
            return stopAt(target.origin, 'other-origin');
        if (hops >= REDIRECT_LIMIT)
            return stopAt(`${target.origin}${target.pathname}`, 'loop');
        url = target;
    }
}
async function sendOnce(question, bounds, ports) {
    const { method, url, authorization } = question;
    const { clock, http } = ports;
    const headers = {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'user-agent': 'dcr-login',
        ...(authorization === undefined ? {} : { authorization }),
        ...(method === 'POST' ? { 'content-length': '0' } : {}),
    };
    const signal = bounds.signal === undefined ? {} : { signal: bounds.signal };
    try {
        const timeout = Math.max(1, bounds.end - clock.now());
        const response = await http.request({ method, url, headers, timeout, ...signal });
        const retryAfter = parseRetryAfter(response.headers['retry-after']?.[0], clock.now());
        return { response, seen: (0,registry_observation/* describeAnswer */.O1)(response, retryAfter) };
    }
    catch (thrown) {
        if (!(thrown instanceof ports_http/* HttpFault */.F))
            throw thrown;
        const { kind: fault, during, detail } = thrown;
        return { response: undefined, seen: { kind: 'fault', fault, during, detail } };
    }
}
function readOutcome(seen) {
    if (seen.kind === 'fault')
        return { fault: seen.fault };
    return seen.kind === 'answer' ? { status: seen.status, retryAfter: seen.retryAfter } : undefined;
}
function parseLocation(location, base) {
    try {
        return new URL(location, base);
    }
    catch {
        return undefined;
    }
}
function stopAt(to, why) {
    return { response: undefined, seen: { kind: 'redirect', to, why } };
}
function outOfTime() {
    const detail = 'no time was left for this request';
    return { response: undefined, seen: { kind: 'fault', fault: 'timeout', during: 'connect', detail } };
}
//# sourceMappingURL=exchange.js.map
;// CONCATENATED MODULE: ./packages/core/lib/registry/token.js
/**
 * Address of a token request in its GET form, which every token service answers. The realm may hold a query of its
 * own: it is added to, not replaced. Without `username` it is the question anybody could ask.
 * Source: https://distribution.github.io/distribution/spec/auth/token/
 */
function buildTokenUrl(request) {
    const url = new URL(request.realm);
    if (request.service !== undefined && request.service !== '')
        url.searchParams.set('service', request.service);
    for (const scope of request.scopes)
        url.searchParams.append('scope', scope);
    if (request.username !== undefined)
        url.searchParams.set('account', request.username);
    return url;
}
/** The scopes that a challenge asks for; several stand in one parameter, separated by spaces. */
function readScopes(challenge) {
    return (challenge.parameters['scope'] ?? '').split(' ').filter((scope) => scope !== '');
}
/** https://distribution.github.io/distribution/spec/auth/scope/ */
function repositoryScope(path, actions) {
    return `repository:${path}:${actions}`;
}
//# sourceMappingURL=token.js.map
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
;// CONCATENATED MODULE: ./packages/core/lib/registry/verdict.js


const CREDENTIAL = ['token', 'auth'];
const ACTION = ['pull', 'push'];
const EXPIRED = /\bexpired?\b/iu;
const VERDICTS = [
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
        remedy: 'Put user and password of the proxy into its variable, special characters percent-encoded: http://user:password@host:port. Or name the registry in NO_PROXY.',
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
function judge(observation) {
    const row = VERDICTS.find((candidate) => matches(candidate, observation));
    if (row === undefined)
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: `no verdict for ${JSON.stringify(observation)}` });
    return row;
}
function isErrorCode(meaning) {
    return meaning.startsWith('DCR_');
}
/** The error of a verdict, for a person: what happened, to which registry, in whose words, what to do. */
function toError(row, context) {
    const { registry, observation, forms } = context;
    const { seen } = observation;
    const retryAfter = seen.kind === 'answer' ? seen.retryAfter : undefined;
    return new errors/* DcrError */.ol(row.means, {
        registry,
        message: `${registry}: ${row.says} (${describeObservation(observation, forms)})`,
        ...(row.remedy === undefined ? {} : { remedy: row.remedy }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
    });
}
/** One line: the request and what came of it, the server's words quoted as data. */
function describeObservation(observation, forms) {
    const { seen, request } = observation;
    const asked = (0,masking/* quoteForeignText */._z)(request, forms);
    if (seen.kind === 'fault')
        return `${asked}: ${(0,masking/* quoteForeignText */._z)(seen.detail, forms)}, at stage ${seen.during}`;
    if (seen.kind === 'realm')
        return `realm "${(0,masking/* quoteForeignText */._z)(seen.realm, forms)}": ${(0,masking/* quoteForeignText */._z)(seen.why, forms)}`;
    if (seen.kind === 'redirect')
        return `${asked}: redirected to ${(0,masking/* quoteForeignText */._z)(seen.to, forms)}`;
    const words = (0,masking/* quoteForeignText */._z)([seen.errorCode, seen.message].filter(Boolean).join(' '), forms);
    const later = seen.retryAfter === undefined ? '' : `, come back in ${seen.retryAfter} s`;
    return `${asked}: ${seen.status}${words === '' ? '' : ` "${words}"`}${later}`;
}
function matches(row, { stage, anonymous, scheme, seen }) {
    const includes = (wanted, value) => wanted?.includes(value) ?? true;
    if (!includes(row.stage, stage) || (row.anonymous ?? anonymous) !== anonymous)
        return false;
    if ((row.scheme ?? scheme) !== scheme)
        return false;
    if (row.fault !== undefined)
        return seen.kind === 'fault' && row.fault.includes(seen.fault);
    if (row.redirect !== undefined)
        return seen.kind === 'redirect' && row.redirect.includes(seen.why);
    if (row.realm !== undefined)
        return seen.kind === 'realm';
    const { status, challenge, challengeError, body, lists, errorCode, words } = row;
    const needsAnswer = [status, challenge, challengeError, body, lists, errorCode, words].some((field) => field !== undefined);
    if (seen.kind !== 'answer')
        return !needsAnswer;
    const [from, to] = typeof status === 'number' ? [status, status] : (status ?? [0, 999]);
    return (seen.status >= from &&
        seen.status <= to &&
        includes(challenge, seen.challenge) &&
        (challengeError ?? seen.challengeError) === seen.challengeError &&
        includes(body, seen.body) &&
        includes(lists, seen.lists) &&
        includes(errorCode, seen.errorCode) &&
        (words?.test(seen.message) ?? true));
}
//# sourceMappingURL=verdict.js.map
;// CONCATENATED MODULE: ./packages/core/lib/registry/conversation.js







/**
 * Asks `GET /v2/` without a credential: https first, and plain http only for a loopback port that does not speak TLS.
 * Throws the code of the verdict when this is no registry, and `DCR_UNSAFE_REALM` before anything else is sent.
 */
async function findChallenge(context) {
    const { reference, patience, ports } = context;
    const ping = { method: 'GET', stage: 'ping', anonymous: true, scheme: 'none' };
    const ask = (origin) => exchange({ ...ping, url: new URL('/v2/', origin) }, patience, ports);
    let base = await findBase(context);
    let { observation, response } = await ask(base);
    // A port that was too busy to answer the greeting was taken for one that speaks TLS, and has told otherwise now.
    if (reference.loopback && observation.seen.kind === 'fault' && observation.seen.fault === 'not-tls') {
        base = plainBase(reference);
        ({ observation, response } = await ask(base));
    }
    settle(observation, response, context);
    return judgeChallenge(readChallenge(response), base, context);
}
/** Everything that is asked of one registry with one credential: attaches it, or a token made from it, to requests. */
class Conversation {
    #context;
    #registry;
    #credential;
    #tokens = new Map();
    constructor(context, registry, credential) {
        this.#context = context;
        this.#registry = registry;
        this.#credential = credential;
    }
    get scheme() {
        return this.#registry.scheme;
    }
    /** Throws the code of the verdict. `path` is absolute on the registry's origin. */
    async ask(question) {
        const { stage, path, scopes = [], anonymous = false, method = 'GET', once = false } = question;
        const url = locatePath(path, this.#registry.base);
        const { scheme } = this.#registry;
        let authorization;
        if (scheme === 'bearer') {
            const token = await this.requestToken({ stage, scopes, anonymous });
            if (typeof token !== 'string')
                return token;
            authorization = `Bearer ${token}`;
        }
        else if (scheme === 'basic' && !anonymous) {
            authorization = this.#basic();
        }
        const asked = { stage, anonymous: anonymous || scheme === 'none', scheme, method, url, once };
        const attached = authorization === undefined ? {} : { authorization };
        const { observation, response } = await exchange({ ...asked, ...attached }, this.#context.patience, this.#context.ports);
        return settle(observation, response, this.#context);
    }
    /** The same registry as the challenge of a refused answer shows it: some ask for a credential only to push. */
    async followChallenge(finding) {
        const registry = await judgeChallenge(readChallenge(finding.response), this.#registry.base, this.#context);
        return new Conversation(this.#context, registry, this.#credential);
    }
    /** Takes back an upload that was started. What goes wrong here is left to the registry, which expires uploads. */
    async cancelUpload(location, question) {
        const { base } = this.#registry;
        const url = new URL(location, base);
        if (!isSameOrigin(url, base))
            return;
        const path = `${url.pathname}${url.search}`;
        await this.ask({ ...question, stage: 'push', method: 'DELETE', path, once: true }).catch(() => undefined);
    }
    /**
     * A token for these scopes, from the judged realm only, or what was found instead. `stage` says on whose behalf: once
     * the credential is known to be right, a refused token is a refused action.
     */
    async requestToken(question) {
        const { stage, scopes, anonymous } = question;
        const { realm, service } = this.#registry;
        const key = JSON.stringify([anonymous, ...scopes]);
        const known = this.#tokens.get(key);
        if (known !== undefined || realm === undefined)
            return known ?? '';
        const account = anonymous ? {} : { username: this.#credential.username };
        const url = buildTokenUrl({ realm, service, scopes, ...account });
        const authorization = anonymous ? {} : { authorization: this.#basic() };
        const asked = { stage, anonymous, scheme: 'bearer', method: 'GET', url, ...authorization };
        const { observation, response } = await exchange(asked, this.#context.patience, this.#context.ports);
        const token = response?.status === 200 ? (0,registry_observation/* readToken */.AI)((0,registry_observation/* parseObject */.lj)(response.body)) : undefined;
        if (token === undefined)
            return settle(observation, response, this.#context);
        this.#tokens.set(key, token);
        return token;
    }
    /** The scopes that a refused request was missing, as its challenge says. */
    static readMissingScopes(finding) {
        const challenge = readChallenge(finding.response);
        return challenge === undefined ? [] : readScopes(challenge);
    }
    #basic() {
        return encodeBasic(this.#credential.username, this.#credential.password.reveal());
    }
}
function readChallenge(response) {
    return (0,challenge/* pickChallenge */.t)((0,challenge/* parseChallenges */.u)(response?.headers['www-authenticate'] ?? []));
}
function settle(observation, response, context) {
    const row = judge(observation);
    const { means } = row;
    const { forms, reference } = context;
    const description = `${row.says} (${describeObservation(observation, forms)})`;
    context.observe?.({ means, observation, description });
    if (isErrorCode(means))
        throw toError({ ...row, means }, { registry: reference.registry, observation, forms });
    return { means, observation, response, description };
}
async function judgeChallenge(challenge, base, context) {
    if (challenge === undefined)
        return { base, scheme: 'none', realm: undefined, service: undefined };
    if (challenge.scheme === 'basic')
        return { base, scheme: 'basic', realm: undefined, service: undefined };
    const { reference, allowedRealms: allowed } = context;
    const realm = challenge.parameters['realm'] ?? '';
    const answer = await judgeRealm({ realm, reference, origin: base, allowed });
    if (answer.safe)
        return { base, scheme: 'bearer', realm: answer.url, service: challenge.parameters['service'] };
    const seen = { kind: 'realm', realm, why: answer.why };
    const observation = {
        stage: 'ping',
        anonymous: true,
        scheme: 'bearer',
        request: `GET ${base.origin}/v2/`,
        seen,
    };
    settle(observation, undefined, context);
    return { base, scheme: 'none', realm: undefined, service: undefined };
}
//# sourceMappingURL=conversation.js.map
;// CONCATENATED MODULE: ./packages/core/lib/registry/probe.js




/** The name that is asked in when nothing exists and `allowCreate` is on. */
const PROBE_REPOSITORY = 'dcr-login-probe';
/**
 * Proves what the credential may do, in the order auth → name → pull → push, and changes nothing on the registry: an
 * upload that was started is cancelled.
 * Throws the code of the first refusal, of a network that cannot be asked, or of a server that is no registry.
 */
async function proveCredential(question, registry, context) {
    const { action, credential, allowCreate = false } = question;
    const conversation = new Conversation(context, registry, credential);
    const auth = await proveIdentity(conversation);
    const catalog = await askName(conversation, { reference: context.reference, needed: action !== 'auth' });
    const repository = question.repository ?? catalog.first ?? (allowCreate ? PROBE_REPOSITORY : undefined);
    const asked = action === 'auth' || repository === undefined
        ? { auth, pull: null, push: null, publicPull: false, doubts: action === 'auth' ? [] : [NO_REPOSITORY] }
        : await proveAccess(conversation, { action, auth, allowCreate, repository, reference: context.reference });
    return {
        scheme: registry.scheme,
        proven: { auth: asked.auth, pull: asked.pull, push: asked.push },
        name: catalog.name,
        publicPull: asked.publicPull,
        repository,
        doubts: asked.auth ? asked.doubts : [...asked.doubts, ANYBODY],
    };
}
const NO_REPOSITORY = 'no repository to ask in is known; name one with --repository';
const ANYBODY = 'the registry gives anybody the same answers, so the credential itself is not proved';
async function proveAccess(conversation, question) {
    const { auth, repository } = question;
    const path = joinPath(question.reference, repository);
    const { mine, publicPull } = await askPull(conversation, path);
    const pulled = mine.means === 'proven' || publicPull;
    const pull = pulled ? true : null;
    const doubts = pulled ? [] : [`pull from ${repository}: ${mine.description}`];
    if (question.action === 'pull')
        return { auth, pull, push: null, publicPull, doubts };
    if (!pulled && !question.allowCreate) {
        doubts.push(`push was not asked: it may create ${repository}; allow that with --allow-create`);
        return { auth, pull, push: null, publicPull, doubts };
    }
    // Where anybody is let in, the right to push proves something only if a stranger is refused it.
    const stranger = auth ? undefined : await askPush(conversation, path, true);
    const asksNow = stranger?.means === 'closed' && conversation.scheme === 'none';
    const challenged = asksNow ? await conversation.followChallenge(stranger) : conversation;
    const pushed = await askPush(challenged, path, false);
    const push = pushed.means === 'proven' ? true : null;
    if (push === null)
        doubts.push(`push to ${repository}: ${pushed.description}`);
    return { auth: auth || (stranger?.means === 'closed' && push === true), pull, push, publicPull, doubts };
}
/** True when the credential got an answer that the same request without it did not get. */
async function proveIdentity(conversation) {
    if (conversation.scheme === 'none')
        return false;
    const question = { stage: 'auth', path: '/v2/' };
    if (conversation.scheme === 'basic')
        return (await conversation.ask(question)).means === 'proven';
    const token = { stage: 'token', scopes: [] };
    const [, stranger] = await Promise.all([
        conversation.requestToken({ ...token, anonymous: false }),
        conversation.requestToken({ ...token, anonymous: true }),
    ]);
    const accepted = (await conversation.ask(question)).means === 'proven';
    if (typeof stranger !== 'string')
        return accepted && stranger.means === 'closed';
    return accepted && (await conversation.ask({ ...question, anonymous: true })).means === 'closed';
}
/** DCR's catalogue of one registry. It is no OCI endpoint: whatever is not an unmistakable answer counts as none. */
async function askName(conversation, context) {
    const { name } = context.reference;
    // Without a name there is none to be wrong; the catalogue of the host is asked only to find a repository.
    if (name === '' && !context.needed)
        return { name: null, first: undefined };
    const path = name === '' ? '/v2/_catalog' : `/v2/${name}/_catalog`;
    const stage = name === '' ? 'pull' : 'name';
    let finding = await askCatalog(conversation, { stage, path });
    const missing = finding === undefined ? [] : Conversation.readMissingScopes(finding);
    const scopes = missing.filter((scope) => isScopeOf(name, scope));
    if (finding?.means !== 'proven' && scopes.length > 0)
        finding = await askCatalog(conversation, { stage, path, scopes });
    const repositories = (0,registry_observation/* readRepositories */.NU)((0,registry_observation/* parseObject */.lj)(finding?.response?.body ?? ''));
    const prefix = name === '' ? '' : `${name}/`;
    const below = repositories?.map((listed) => (listed.startsWith(prefix) ? listed.slice(prefix.length) : listed));
    return { name: name !== '' && finding?.means === 'proven' ? true : null, first: below?.find(registry_reference/* isRepositoryName */.en) };
}
/** One token service may serve many: a registry gets no token for what is not its own, whatever its challenge wants. */
function isScopeOf(name, scope) {
    const resource = scope.split(':')[1] ?? '';
    return resource === 'catalog' || (name !== '' && (resource === name || resource.startsWith(`${name}/`)));
}
async function askCatalog(conversation, question) {
    if (question.stage === 'name')
        return conversation.ask({ ...question, once: true });
    // The host's own catalogue usually needs an administrator: that it is refused says nothing about the credential.
    return conversation.ask({ ...question, once: true }).catch(() => undefined);
}
async function askPull(conversation, path) {
    const question = { stage: 'pull', path: `/v2/${path}/tags/list`, scopes: [repositoryScope(path, 'pull')] };
    const [mine, stranger] = await Promise.all([
        conversation.ask(question),
        conversation.ask({ ...question, anonymous: true, once: true }),
    ]);
    return { mine, publicPull: stranger.means === 'open' };
}
async function askPush(conversation, path, anonymous) {
    const scopes = [repositoryScope(path, 'pull,push')];
    const stage = 'push';
    const finding = await conversation.ask({
        stage,
        path: `/v2/${path}/blobs/uploads/`,
        method: 'POST',
        scopes,
        anonymous,
    });
    const location = finding.response?.headers['location']?.[0];
    if (finding.response?.status === 202 && location !== undefined) {
        await conversation.cancelUpload(location, { scopes, anonymous });
    }
    return finding;
}
function joinPath({ name }, repository) {
    return name === '' ? repository : `${name}/${repository}`;
}
//# sourceMappingURL=probe.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/prove.js



/** What a login proves before its engine is given the password. */
async function proveLogin(login, patience, ports) {
    const { action, allowRealms: allowedRealms, reference, credential, forms } = login;
    const context = { reference, allowedRealms, patience, forms, ports };
    const registry = await findChallenge(context);
    const where = login.repository === undefined ? {} : { repository: (0,registry_reference/* parseRepository */.SU)(login.repository, reference) };
    return proveCredential({ credential, action, ...where }, registry, context);
}
//# sourceMappingURL=prove.js.map

/***/ }),

/***/ 9008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ HttpFault),
/* harmony export */   T: () => (/* binding */ BODY_LIMIT)
/* harmony export */ });
/** No answer came. `detail` is the system's own code or words, e.g. `ECONNREFUSED`. */
class HttpFault extends Error {
    name = 'HttpFault';
    kind;
    /** How far the exchange had come. */
    during;
    detail;
    constructor(fault) {
        super(`${fault.kind} during ${fault.during}: ${fault.detail}`, { cause: fault.cause });
        this.kind = fault.kind;
        this.during = fault.during;
        this.detail = fault.detail;
    }
}
/** 1 MiB, after decompression. No answer that a login needs is larger; containers/image caps tokens alike. */
const BODY_LIMIT = 1024 * 1024;
//# sourceMappingURL=http.js.map

/***/ }),

/***/ 5996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pickChallenge),
/* harmony export */   u: () => (/* binding */ parseChallenges)
/* harmony export */ });
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED = String.raw `"(?:[^"\\]|\\.)*"`;
const ITEM = new RegExp(String.raw `(?:[^,"]|${QUOTED})+|(?<rubbish>")`, 'gu');
const PARAMETER = new RegExp(String.raw `^(${TOKEN})\s*=\s*(${TOKEN}|${QUOTED})$`, 'u');
const OPENING = new RegExp(String.raw `^(${TOKEN})(?:\s+(.+))?$`, 'u');
const TOKEN68 = /^[A-Za-z0-9._~+/-]+=*$/u;
/** Every intact challenge of one or several field values. */
function parseChallenges(values) {
    return values.flatMap((value) => parseValue(value));
}
/** The first challenge that can be answered; others (Negotiate, …) are passed over. */
function pickChallenge(challenges) {
    return challenges.find((challenge) => {
        return challenge.scheme === 'basic' || (challenge.scheme === 'bearer' && Boolean(challenge.parameters['realm']));
    });
}
/**
 * Parsing ends at the first malformed item, and the challenge it stands in does not count either: half a realm, or
 * one of two, must never receive a credential.
 */
function parseValue(value) {
    const challenges = [];
    for (const match of value.matchAll(ITEM)) {
        const item = match[0].trim();
        if (item === '')
            continue;
        const parameter = PARAMETER.exec(item);
        const opening = parameter === null ? OPENING.exec(item) : null;
        if (opening !== null)
            challenges.push({ scheme: (opening[1] ?? '').toLowerCase(), parameters: {} });
        const rest = parameter === null ? opening?.[2] : item;
        const current = challenges.at(-1);
        const intact = match.groups?.['rubbish'] === undefined && (parameter !== null || opening !== null);
        if (current === undefined || !intact || !addParameter(current.parameters, rest)) {
            challenges.pop();
            break;
        }
    }
    return challenges;
}
/** False when `text` is neither a new parameter nor the single opaque word that some schemes carry instead. */
function addParameter(parameters, text) {
    if (text === undefined)
        return true;
    const [, name, content] = PARAMETER.exec(text) ?? [];
    if (name === undefined || content === undefined)
        return TOKEN68.test(text);
    const key = name.toLowerCase();
    if (Object.hasOwn(parameters, key))
        return false;
    parameters[key] = content.startsWith('"') ? content.slice(1, -1).replace(/\\(.)/gu, '$1') : content;
    return true;
}
//# sourceMappingURL=challenge.js.map

/***/ }),

/***/ 7967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ readToken),
/* harmony export */   NU: () => (/* binding */ readRepositories),
/* harmony export */   O1: () => (/* binding */ describeAnswer),
/* harmony export */   lj: () => (/* binding */ parseObject)
/* harmony export */ });
/* harmony import */ var _challenge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5996);

/** What an answer says, without what it means. */
function describeAnswer(response, retryAfter) {
    const body = parseBody(response);
    const fields = response.headers['www-authenticate'] ?? [];
    const picked = (0,_challenge_js__WEBPACK_IMPORTED_MODULE_0__/* .pickChallenge */ .t)((0,_challenge_js__WEBPACK_IMPORTED_MODULE_0__/* .parseChallenges */ .u)(fields));
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
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
function parseBody(response) {
    const text = response.body.trim();
    const nothing = { lists: 'nothing', errorCode: undefined, message: '' };
    if (response.truncated)
        return { ...nothing, body: 'oversized' };
    if (text === '')
        return { ...nothing, body: 'empty' };
    const json = parseObject(text);
    if (json === undefined) {
        return { ...nothing, body: text.startsWith('<') ? 'html' : 'text', message: stripMarkup(text) };
    }
    const lists = nameContent(json);
    const errors = json['errors'];
    const first = Array.isArray(errors) ? errors[0] : undefined;
    if (typeof first === 'object' && first !== null && 'code' in first && typeof first.code === 'string') {
        const message = 'message' in first && typeof first.message === 'string' ? first.message : '';
        return { body: 'oci-error', lists, errorCode: first.code.toUpperCase(), message };
    }
    // Token services answer in OAuth's shape (RFC 6749 §5.2) or with `details`, which docker accepts as well.
    const words = [json['error_description'], json['details'], json['message'], json['error']];
    const oauth = typeof json['error'] === 'string' ? json['error'].toUpperCase() : undefined;
    return { body: 'json', lists, errorCode: oauth, message: words.find((word) => typeof word === 'string') ?? '' };
}
function nameContent(json) {
    if (readToken(json) !== undefined)
        return 'token';
    if (readRepositories(json) !== undefined)
        return 'repositories';
    // A repository whose tags are all gone answers null (registries written in Go).
    return Array.isArray(json['tags']) || json['tags'] === null ? 'tags' : 'nothing';
}
/**
 * `token` and `access_token` are equivalent: https://distribution.github.io/distribution/spec/auth/token/
 * What a header cannot carry is no token (https://www.rfc-editor.org/rfc/rfc6750#section-2.1): a line break would end it.
 */
function readToken(json) {
    return [json?.['access_token'], json?.['token']].find((value) => typeof value === 'string' && /^[!-~]+$/u.test(value));
}
function readRepositories(json) {
    const names = json?.['repositories'];
    return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : undefined;
}
function stripMarkup(text) {
    const title = /<title[^>]*>([^<]*)/iu.exec(text)?.[1];
    return title ?? (text.startsWith('<') ? '' : text.slice(0, 1000));
}
//# sourceMappingURL=observation.js.map

/***/ })

};
;