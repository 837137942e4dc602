"use strict";
exports.id = 346;
exports.ids = [346];
exports.modules = {

/***/ 4870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseApiAddress)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3256);


/**
 * The base of an API as a configuration names it, ending in a slash so that relative paths append to it. An API token is
 * sent there with every request: only https will do, or plain http on loopback.
 * Throws `DCR_CONFIG_INVALID`.
 */
function parseApiAddress(text, what) {
    let url;
    try {
        url = new URL(text);
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${what} is no absolute URL` });
    }
    const problem = url.username !== '' || url.password !== ''
        ? 'carries user information; tokens come from the environment'
        : url.search !== '' || url.hash !== ''
            ? 'has a query or fragment'
            : url.protocol === 'https:' || (url.protocol === 'http:' && (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopbackHost */ .cW)(url.host))
                ? undefined
                : 'is not https; plain http is for loopback only';
    if (problem !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${what} ${problem}` });
    if (!url.pathname.endsWith('/'))
        url.pathname += '/';
    return url;
}
//# sourceMappingURL=address.js.map

/***/ }),

/***/ 7927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createApi)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7706);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9008);
/* harmony import */ var _registry_exchange_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7036);
/* harmony import */ var _registry_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2867);
/* harmony import */ var _registry_safety_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8891);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2676);






/** Tries after the first one, as the command line's own default. */
const RETRIES = 3;
function createApi(options, ports) {
    return { ...options, ask: (request) => ask(request, options, ports) };
}
async function ask(request, options, ports) {
    const { clock } = ports;
    let mayHaveLanded = false;
    for (let tries = 1;; tries += 1) {
        const result = await follow(request, options, ports);
        const outcome = readOutcome(result, options, clock.now());
        const mayRepeat = request.once !== true || hadNoEffect(result);
        const answer = mayRepeat
            ? // A rotation has no deadline, and waiting for a quota does not count.
                (0,_registry_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .decideRetry */ .tE)({
                    outcome,
                    tries,
                    retries: RETRIES,
                    left: (options.deadline ?? Number.POSITIVE_INFINITY) - clock.now(),
                    random: clock.random(),
                })
            : { again: false };
        if (answer.again && !request.signal.aborted) {
            mayHaveLanded ||= !hadNoEffect(result);
            await clock.sleep(answer.pause, request.signal);
            if (!request.signal.aborted)
                continue;
        }
        const noEffect = !mayHaveLanded && hadNoEffect(result);
        if (result instanceof _ports_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFault */ .F)
            throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .explainFault */ .Oy)(result, request, { ...options, noEffect });
        const limited = 'status' in outcome && outcome.status === 429;
        if (limited || result.status >= 500)
            throw (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .explainStatus */ .cq)(result, { ...options, noEffect, retryAfter: limited ? outcome.retryAfter : undefined });
        return { ...result, mayHaveLanded };
    }
}
function readOutcome(result, options, now) {
    if (result instanceof _ports_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFault */ .F)
        return { fault: result.kind };
    const quota = options.readQuota?.(result, now);
    // GitHub says 403 as well: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
    if (quota !== undefined)
        return { status: 429, retryAfter: quota };
    return { status: result.status, retryAfter: (0,_registry_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .mu)(result.headers['retry-after']?.[0], now) };
}
function hadNoEffect(result) {
    return result instanceof _ports_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFault */ .F ? result.during === 'connect' : [429, 503].includes(result.status);
}
async function follow(request, options, ports) {
    const first = new URL(request.path, options.base);
    // A path that climbs out, or a name that is an address, must not take the token elsewhere.
    if (!(0,_registry_safety_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameOrigin */ .J6)(first, options.base) || !first.pathname.startsWith(options.base.pathname))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${request.path} does not lie below ${options.base.href}` });
    for (const [name, value] of Object.entries(request.query ?? {}))
        first.searchParams.set(name, value);
    let url = first;
    for (let hops = 0;; hops += 1) {
        const answer = await send({ ...request, url }, options, ports);
        if (answer instanceof _ports_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFault */ .F)
            return answer;
        const location = answer.headers['location']?.[0];
        if (![301, 302, 307, 308].includes(answer.status) || location === undefined)
            return answer;
        const next = parseLocation(location, url);
        if (next === undefined || !(0,_registry_safety_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameOrigin */ .J6)(next, url) || hops >= _registry_safety_js__WEBPACK_IMPORTED_MODULE_3__/* .REDIRECT_LIMIT */ .PZ) {
            const where = next === undefined ? 'a malformed address' : hops >= _registry_safety_js__WEBPACK_IMPORTED_MODULE_3__/* .REDIRECT_LIMIT */ .PZ ? 'circles' : next.origin;
            const message = `${answer.request} was redirected to ${where}; the API token was not sent there`;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .DcrError */ .ol('DCR_UNSAFE_REDIRECT', { message });
        }
        url = next;
    }
}
async function send(request, options, { http }) {
    const { method, url, body, signal } = request;
    const headers = {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'user-agent': 'dcr-login',
        ...options.headers,
        ...request.headers,
        ...(body === undefined ? {} : { 'content-type': body.type }),
        ...(body === undefined && method !== 'POST'
            ? {}
            : { 'content-length': String(Buffer.byteLength(body?.text ?? '')) }),
    };
    try {
        const sent = {
            method,
            url,
            headers,
            timeout: _registry_exchange_js__WEBPACK_IMPORTED_MODULE_5__/* .REQUEST_LIMIT */ .ul,
            signal,
            ...(body === undefined ? {} : { body: body.text }),
            ...(options.limit === undefined ? {} : { limit: options.limit }),
        };
        return { ...(await http.request(sent)), request: describeRequest(method, url) };
    }
    catch (thrown) {
        if (thrown instanceof _ports_http_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFault */ .F)
            return thrown;
        throw thrown;
    }
}
/** Without the query, which may be long; nothing of ours puts a secret into a URL. */
function describeRequest(method, url) {
    return `${method} ${url.origin}${url.pathname}`;
}
function parseLocation(location, base) {
    try {
        return new URL(location, base);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=client.js.map

/***/ }),

/***/ 2676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ml: () => (/* binding */ refuseTarget),
/* harmony export */   O1: () => (/* binding */ describeAnswer),
/* harmony export */   Oy: () => (/* binding */ explainFault),
/* harmony export */   cq: () => (/* binding */ explainStatus),
/* harmony export */   ux: () => (/* binding */ readWords),
/* harmony export */   vu: () => (/* binding */ isRefusal)
/* harmony export */ });
/* harmony import */ var _credential_masking_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5875);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7967);



const FAULT_CODES = {
    timeout: 'DCR_TIMEOUT',
    tls: 'DCR_TLS_UNTRUSTED',
    'not-tls': 'DCR_TLS_UNTRUSTED',
};
/** What most of what asks an API is part of. */
const RESUME = 'dcr-login rotate --resume';
/** No answer came. */
function explainFault(fault, request, { name, base, forms, again = RESUME, trust, noEffect }) {
    const detail = (0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteForeignText */ ._z)(fault.detail, forms);
    const message = `${name} at ${base.host} gave no answer to ${request.method} ${request.path}: ${detail}`;
    const code = FAULT_CODES[fault.kind] ?? 'DCR_UNREACHABLE';
    const remedy = fault.kind === 'configuration'
        ? `Correct what the message names, then: ${again}.`
        : code === 'DCR_UNREACHABLE'
            ? `Check the address of the API, DNS, proxy and firewall of this machine, then: ${again}.`
            : code === 'DCR_TIMEOUT'
                ? `Once it answers: ${again}.`
                : trust;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol(code, { message, noEffect, cause: fault, ...(remedy === undefined ? {} : { remedy }) });
}
/** A limit or a failure of the server that outlasted the retries. */
function explainStatus(answer, { name, forms, retryAfter, again = RESUME, noEffect, }) {
    const message = `${name} answered ${describeAnswer(answer, forms)}`;
    if (retryAfter === undefined && answer.status >= 500) {
        const remedy = `Wait until ${name} works again, then: ${again}.`;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_SERVER_ERROR', { message, remedy, noEffect });
    }
    const when = retryAfter === undefined ? 'Wait' : `Wait for ${retryAfter} s`;
    const remedy = `${when}, then: ${again}.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_RATE_LIMITED', {
        message,
        remedy,
        noEffect,
        ...(retryAfter === undefined ? {} : { retryAfter }),
    });
}
/** `403 to PUT https://…: "Resource not accessible"`, fit for a message. */
function describeAnswer(answer, forms) {
    const words = (0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteForeignText */ ._z)(readWords(answer.body), forms);
    return `${answer.status} to ${answer.request}${words === '' ? '' : `: "${words}"`}`;
}
/** Whether this answer says that nothing was done, and nothing was by an earlier try. */
function isRefusal({ status, mayHaveLanded }) {
    return status >= 400 && status < 500 && !mayHaveLanded;
}
/** What the answer says for people: the fields that GitHub, GitLab and Vault use, else its text without markup. */
function readWords(body) {
    const { message, error, errors } = (0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .lj)(body) ?? {};
    const said = [message, error, errors].find((part) => part !== undefined && part !== null);
    if (said !== undefined)
        return typeof said === 'string' ? said : JSON.stringify(said);
    return body.replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>|<[^>]*>/giu, ' ').trim();
}
/** A place that cannot be written, or not in this way. `instead` is the whole remedy. */
function refuseTarget(message, instead) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_TARGET_REFUSED', { message, remedy: instead });
}
//# sourceMappingURL=failure.js.map

/***/ }),

/***/ 8726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ readObjects),
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   sR: () => (/* binding */ JSON_TYPE),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7967);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2676);



const JSON_TYPE = 'application/json';
/** The body as an object. Throws `DCR_SERVER_ERROR`: a portal or proxy answers in the API's place, or too much came. */
function readObject(answer, api) {
    const object = answer.truncated ? undefined : (0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(answer.body);
    if (object !== undefined)
        return object;
    const what = answer.truncated ? 'more than 1 MiB' : 'what is no JSON object';
    const message = `${api.name} sent ${what}: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .describeAnswer */ .O1)({ ...answer, body: '' }, api.forms)}`;
    const remedy = `Check that ${api.base.href} is the address of the API.`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_SERVER_ERROR', { message, remedy });
}
function readObjects(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}
function readText(value) {
    return typeof value === 'string' ? value : undefined;
}
//# sourceMappingURL=json.js.map

/***/ }),

/***/ 121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseInstant)
/* harmony export */ });
/** Milliseconds since the epoch of an instant as an API writes it (RFC 3339 or an HTTP date), null for anything else. */
function parseInstant(text) {
    if (typeof text !== 'string' || !/^(?:\d{4}-\d\d-\d\dT|[A-Z][a-z]+,? )/u.test(text))
        return null;
    // Parsing a given instant reads no clock.
    // oxlint-disable-next-line no-restricted-globals
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : at;
}
//# sourceMappingURL=time.js.map

/***/ }),

/***/ 6123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readApiVariable),
/* harmony export */   q: () => (/* binding */ readApiToken)
/* harmony export */ });
/* harmony import */ var _credential_masking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5875);
/* harmony import */ var _credential_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9095);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);



/** `username` is what the token is joined to in Basic. Throws `DCR_CREDENTIAL_MISSING` with the variable's name. */
function readApiToken(environment, { username = '', ...wanted }) {
    const text = readApiVariable(environment, { ...wanted, setting: 'tokenEnv' });
    // A line break would end the header that carries it.
    if (/[^\x21-\x7e]/u.test(text)) {
        const message = `the API token for ${wanted.api} in ${wanted.variable} holds blanks or characters that no header can carry`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_INPUT_INVALID', { message, noEffect: true });
    }
    const value = new _credential_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z(text);
    return { value, forms: (0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_2__/* .deriveMaskedForms */ .UO)({ username, password: value }) };
}
/** Throws `DCR_CREDENTIAL_MISSING` with the variable's name. */
function readApiVariable(environment, { variable, api, setting }) {
    const text = environment.variables[variable]?.trim() ?? '';
    if (text !== '')
        return text;
    const message = `no access to ${api}: ${variable} is not set`;
    const remedy = `Set ${variable}, or name another variable by ${setting}.`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_CREDENTIAL_MISSING', { message, remedy, noEffect: true });
}
//# sourceMappingURL=token.js.map

/***/ }),

/***/ 2346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGithubSecret: () => (/* binding */ createGithubSecret)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/targets/names.js
var targets_names = __webpack_require__(4120);
// EXTERNAL MODULE: ./packages/core/lib/api/client.js
var client = __webpack_require__(7927);
// EXTERNAL MODULE: ./packages/core/lib/api/failure.js
var failure = __webpack_require__(2676);
// EXTERNAL MODULE: ./packages/core/lib/api/token.js
var api_token = __webpack_require__(6123);
// EXTERNAL MODULE: ./packages/core/lib/registry/retry.js
var retry = __webpack_require__(2867);
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/api.js




/** `forms`: of the credential that is being written. Throws `DCR_CREDENTIAL_MISSING`. */
function openGithub(place, ports, forms = []) {
    const token = (0,api_token/* readApiToken */.q)(ports.environment, { variable: place.tokenEnv, api: `GitHub (${place.base.host})` });
    const headers = {
        authorization: `Bearer ${token.value.reveal()}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
    };
    const secret = [...token.forms, ...forms];
    return (0,client/* createApi */.x)({ base: place.base, name: 'GitHub', headers, forms: secret, readQuota }, ports);
}
/**
 * GitHub's own words for a limit: `retry-after`, else nothing left until `x-ratelimit-reset`, else at least a minute.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function readQuota({ status, headers, body }, now) {
    if (status !== 403 && status !== 429)
        return undefined;
    const asked = (0,retry/* parseRetryAfter */.mu)(headers['retry-after']?.[0], now);
    if (asked !== undefined)
        return asked;
    const reset = Number(headers['x-ratelimit-reset']?.[0]);
    if (headers['x-ratelimit-remaining']?.[0] === '0' && reset > 0)
        return Math.max(1, Math.ceil(reset - now / 1000));
    return status === 429 || /secondary rate limit/iu.test(body) ? 60 : undefined;
}
/** Why GitHub will not do it, and what the token or the place lacks. */
function refuseGithub(place, answer, api) {
    const message = `${place.label} on GitHub cannot be written: GitHub answered ${(0,failure/* describeAnswer */.O1)(answer, api.forms)}`;
    const { tokenEnv, permission, scope } = place;
    const needs = `Give the token in ${tokenEnv} the ${permission} (a classic token: the scope ${scope}); the GITHUB_TOKEN of a workflow can never write secrets`;
    const remedies = {
        401: `The token in ${tokenEnv} is wrong, revoked or expired: make a new one.`,
        403: /archived/iu.test(answer.body) ? `Unarchive ${place.label}, or take it out of the rotation.` : `${needs}.`,
        404: `Check the spelling of ${place.label}. GitHub says 404 also where the token may not look: ${needs}.`,
        409: 'GitHub was changing this place at the same moment. Run it again: dcr-login rotate --resume.',
        422: 'GitHub takes no such secret: check its name, its size and how many there are already.',
    };
    return (0,failure/* refuseTarget */.Ml)(message, remedies[answer.status] ?? `${needs}.`);
}
//# sourceMappingURL=api.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/permission.js



/**
 * What can be known of the right to write without writing; the rest is returned as sentences.
 * Throws `DCR_TARGET_REFUSED`.
 */
async function inspectPermission(place, api, signal) {
    const { repository } = place;
    if (repository !== undefined) {
        const answer = await api.ask({ method: 'GET', path: repository, signal });
        if (answer.status !== 200)
            throw refuseGithub(place, answer, api);
        judgeRepository(place, (0,json/* readObject */.Ag)(answer, api), readScopes(answer));
    }
    const key = await api.ask({ method: 'GET', path: `${place.secrets}/public-key`, signal });
    if (key.status !== 200)
        throw refuseGithub(place, key, api);
    return judgeScopes(place, key);
}
function judgeRepository({ label }, repository, scopes) {
    if (repository['archived'] === true) {
        const remedy = `Unarchive ${label}, or take it out of the rotation.`;
        throw (0,failure/* refuseTarget */.Ml)(`${label} on GitHub is archived: its secrets cannot be written`, remedy);
    }
    const { push } = (repository['permissions'] ?? {});
    // Of an App or a fine-grained token this tells its right to the code, which secrets do not need.
    if (push === false && scopes.length > 0) {
        const remedy = 'Give its user write access to the repository, or use another token.';
        throw (0,failure/* refuseTarget */.Ml)(`the token may read ${label} on GitHub but not write to it`, remedy);
    }
}
function judgeScopes({ label, scope, tokenEnv, permission }, answer) {
    const scopes = readScopes(answer);
    if (scopes.length === 0)
        return [`whether the token in ${tokenEnv} has the ${permission} on ${label} shows only when it writes`];
    if (scopes.includes(scope))
        return [];
    const message = `the classic token in ${tokenEnv} cannot write secrets of ${label}: it has the scopes "${scopes.join(' ')}"`;
    throw (0,failure/* refuseTarget */.Ml)(message, `Give it the scope ${scope}, or use a fine-grained token with the ${permission}.`);
}
/** Only classic tokens have scopes, and GitHub names them in every answer; to an App's user it names none. */
function readScopes({ headers }) {
    const names = (headers['x-oauth-scopes']?.[0] ?? '').split(',').map((name) => name.trim());
    return names.filter((name) => name !== '');
}
//# sourceMappingURL=permission.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/address.js
var address = __webpack_require__(4870);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/place.js



// https://docs.github.com/actions/reference/security/secrets: also stored upper-case, and `GITHUB_` is taken.
const NAME = /^(?!github_)[a-z_][a-z0-9_]*$/iu;
const LOGIN = '[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?';
const REPOSITORY = new RegExp(`^${LOGIN}/(?!\\.{1,2}$)[A-Za-z0-9._-]+$`, 'u');
const ORGANIZATION = new RegExp(`^${LOGIN}$`, 'u');
const PERMISSIONS = { actions: 'Secrets', dependabot: 'Dependabot secrets', codespaces: 'Codespaces secrets' };
/** Throws `DCR_CONFIG_INVALID`. */
function locateGithubSecret(options) {
    const { repository, organization, environment, store = 'actions' } = options;
    const owner = repository ?? organization ?? '';
    const what = `github-secret ${owner}`;
    if ((repository === undefined) === (organization === undefined))
        refuse('a github-secret has either repository or organization');
    if (!(repository === undefined ? ORGANIZATION : REPOSITORY).test(owner))
        refuse(`${what} names no ${repository === undefined ? 'organization' : 'repository as owner/name'}`);
    if (environment !== undefined && (repository === undefined || store !== 'actions' || environment.trim() === ''))
        refuse(`${what}: an environment belongs to a repository, and its secrets to the store actions`);
    const names = (0,targets_names/* chooseNames */.yC)(options.names, what);
    for (const name of (0,targets_names/* listNames */.Zv)(names))
        if (!NAME.test(name))
            refuse(`${what}: GitHub takes no secret of the name ${JSON.stringify(name)}`);
    const base = (0,address/* parseApiAddress */.M)(options.apiUrl ?? 'https://api.github.com', `apiUrl of ${what}`);
    const kind = environment !== undefined ? 'environment' : repository !== undefined ? 'repository' : 'organization';
    const place = { environment: `${owner} environment ${environment}`, repository: owner, organization: owner }[kind];
    const words = [
        'github-secret',
        base.host === 'api.github.com' ? '' : base.host,
        kind === 'organization' ? 'organization' : '',
        place,
        store === 'actions' ? '' : store,
    ];
    const prefix = words.filter((word) => word !== '').join(' ');
    const path = kind === 'organization' ? `orgs/${owner}` : `repos/${owner}`;
    const folder = kind === 'environment' ? `environments/${encodeURIComponent(environment ?? '')}` : store;
    return {
        id: `${prefix} ${names.password}`,
        type: 'github-secret',
        // GitHub takes logins, repositories and names of secrets in any case; names of environments too.
        writes: (0,targets_names/* listNames */.Zv)(names).map((name) => `${prefix} ${name}`.toLowerCase()),
        api: base.host,
        base,
        kind,
        label: {
            environment: `environment ${environment} of ${owner}`,
            repository: owner,
            organization: `organization ${owner}`,
        }[kind],
        repository: kind === 'organization' ? undefined : path,
        secrets: `${path}/${folder}/secrets`,
        names,
        tokenEnv: options.tokenEnv ?? 'GITHUB_TOKEN',
        permission: kind === 'environment'
            ? 'repository permission "Environments: write"'
            : `${kind} permission "${PERMISSIONS[store]}: write"`,
        scope: kind === 'organization' ? 'admin:org' : 'repo',
    };
}
function refuse(message) {
    throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message });
}
//# sourceMappingURL=place.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/safety.js
var safety = __webpack_require__(8891);
;// CONCATENATED MODULE: ./packages/core/lib/api/pages.js


/** More is no list any more, but a server that links in circles. */
const LAST_PAGE = 1000;
/** The answers of a list, page after page, along `Link: <…>; rel="next"` (https://www.rfc-editor.org/rfc/rfc8288). */
async function* readPages(api, request) {
    let next = request;
    for (let page = 1; next !== undefined; page += 1) {
        if (page > LAST_PAGE) {
            const message = `${api.name} gave more than ${LAST_PAGE} pages to GET ${request.path}`;
            throw new errors/* DcrError */.ol('DCR_SERVER_ERROR', { message });
        }
        const answer = await api.ask(next);
        yield answer;
        const url = findNext(answer.headers['link'] ?? [], api.base);
        // Only the query moves on: a list that continues elsewhere is not this list.
        next = url === undefined ? undefined : { ...request, query: Object.fromEntries(url.searchParams) };
    }
}
function findNext(links, base) {
    const [, target] = /<([^>]*)>\s*;[^,]*\brel="?next"?/u.exec(links.join(', ')) ?? [];
    if (target === undefined)
        return undefined;
    try {
        const url = new URL(target, base);
        return (0,safety/* isSameOrigin */.J6)(url, base) ? url : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=pages.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/sharing.js




/** Throws `DCR_TARGET_REFUSED` for a visibility of which nothing is known: a guess could widen it. */
async function readSharing(secret, { place, api, signal }) {
    const { name, visibility } = secret;
    if (visibility === 'all' || visibility === 'private')
        return { visibility, repositories: [] };
    if (visibility !== 'selected') {
        const message = `${name} of ${place.label} has a visibility on GitHub that is not known here: ${String(visibility)}`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Write it by hand; a write from here could widen who reads it.');
    }
    const ids = [];
    // An entry describes a whole repository in up to 7 KiB, and an answer is read up to 1 MiB.
    const query = { per_page: '100' };
    const path = `${place.secrets}/${name}/repositories`;
    for await (const answer of readPages(api, { method: 'GET', path, query, signal })) {
        if (answer.status !== 200)
            throw refuseGithub(place, answer, api);
        ids.push(...(0,json/* readObjects */.$I)((0,json/* readObject */.Ag)(answer, api)['repositories']).map(({ id }) => Number(id)));
    }
    return { visibility, repositories: ids.toSorted((a, b) => a - b) };
}
/**
 * For each of our names: as it is; a name that is missing is shared as the narrowest of its siblings, and the first one
 * of all with private repositories, as GitHub's own page proposes.
 */
async function readSharings(stored, context) {
    const known = new Map();
    for (const secret of stored)
        known.set(secret.name, await readSharing(secret, context));
    const order = ['selected', 'private', 'all'];
    const [narrowest = { visibility: 'private', repositories: [] }] = [...known.values()].toSorted((a, b) => order.indexOf(a.visibility) - order.indexOf(b.visibility) || a.repositories.length - b.repositories.length);
    return (name) => known.get(name.toUpperCase()) ?? narrowest;
}
function isSameSharing(a, b) {
    return a.visibility === b.visibility && a.repositories.join() === b.repositories.join();
}
//# sourceMappingURL=sharing.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/time.js
var time = __webpack_require__(121);
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/stored.js





/** Those of our names that are there. Throws `DCR_TARGET_REFUSED` where the token may not look. */
async function readStored(place, api, signal) {
    const wanted = (0,targets_names/* listNames */.Zv)(place.names).map((name) => name.toUpperCase());
    const found = [];
    if (place.kind === 'organization') {
        // An organization has up to 1,000 secrets, and only a single one tells its visibility for sure.
        for (const name of wanted) {
            const answer = await api.ask({ method: 'GET', path: `${place.secrets}/${name}`, signal });
            if (answer.status === 200)
                found.push(readSecret((0,json/* readObject */.Ag)(answer, api)));
            else if (answer.status !== 404)
                throw refuseGithub(place, answer, api);
        }
        return found;
    }
    const query = { per_page: '100' };
    for await (const answer of readPages(api, { method: 'GET', path: place.secrets, query, signal })) {
        if (answer.status !== 200)
            throw refuseGithub(place, answer, api);
        found.push(...(0,json/* readObjects */.$I)((0,json/* readObject */.Ag)(answer, api)['secrets']).map(readSecret));
    }
    return found.filter(({ name }) => wanted.includes(name));
}
/** One text for all of them, which changes whenever anybody writes one. */
function describeVersion(stored) {
    const times = stored.map(({ name, updatedAt }) => [name, updatedAt]);
    return JSON.stringify(times.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
/** When each was written last, as `describeVersion` said it. */
function parseVersion({ version }) {
    return new Map(version === null ? [] : JSON.parse(version));
}
function readSecret(item) {
    return {
        name: ((0,json/* readText */.yR)(item['name']) ?? '').toUpperCase(),
        updatedAt: (0,time/* parseInstant */.n)(item['updated_at']) ?? 0,
        visibility: (0,json/* readText */.yR)(item['visibility']),
    };
}
//# sourceMappingURL=stored.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/sealed-box.js

/** https://docs.github.com/actions/reference/limits */
const VALUE_LIMIT = 48 * 1024;
let loading;
/** Base64 of a sealed box that only the holder of the key pair opens: https://doc.libsodium.org/public-key_cryptography/sealed_boxes */
async function sealValue(value, publicKey) {
    const { crypto_box_seal, from_base64, to_base64, base64_variants } = await loadSodium();
    const key = from_base64(publicKey, base64_variants.ORIGINAL);
    return to_base64(crypto_box_seal(value, key), base64_variants.ORIGINAL);
}
/** Throws `DCR_TARGET_REFUSED`. */
function checkValue(name, value) {
    const size = Buffer.byteLength(value);
    if (size > VALUE_LIMIT) {
        const message = `GitHub cannot hold the new value of ${name}: it has ${size} bytes, and 48 KB is the limit`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Have the issuer give a shorter value.');
    }
}
/** Loaded only here: it is half a megabyte of WebAssembly. */
function loadSodium() {
    loading ??= __webpack_require__.e(/* import() */ 768).then(__webpack_require__.bind(__webpack_require__, 4768)).then(async ({ default: library }) => {
        await library.ready;
        return library;
    });
    return loading;
}
//# sourceMappingURL=sealed-box.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/write.js








/** Seals and stores all values. Throws `DCR_TARGET_REFUSED`, also where somebody else wrote since `facts`. */
async function writeSecrets(credential, facts, run) {
    const { place, api, signal } = run;
    const values = (0,targets_names/* listValues */.Du)(credential, place.names);
    for (const [name, value] of values)
        checkValue(name, value);
    const stored = await readStored(place, api, signal);
    if (describeVersion(stored) !== facts.version) {
        const message = `${place.label} on GitHub was written by somebody else since it was looked at; it was left as it is`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.');
    }
    const sharings = place.kind === 'organization' ? await readSharings(stored, run) : undefined;
    let key = await readKey(run);
    await waitForNextSecond(stored, key, run);
    for (const [name, value] of values)
        key = await putSecret({ name, value, sharing: sharings?.(name) }, key, run);
    if (sharings !== undefined)
        await confirmSharings(sharings, run);
}
async function readKey({ place, api, signal }) {
    const answer = await api.ask({ method: 'GET', path: `${place.secrets}/public-key`, signal });
    if (answer.status !== 200)
        throw refuseGithub(place, answer, api);
    const { key_id: id, key } = (0,json/* readObject */.Ag)(answer, api);
    return { id: (0,json/* readText */.yR)(id) ?? '', key: (0,json/* readText */.yR)(key) ?? '', at: (0,time/* parseInstant */.n)(answer.headers['date']?.[0]) };
}
/** `updated_at` counts in seconds: a write in the same second as the one before could not be told from no write. */
async function waitForNextSecond(stored, { at }, run) {
    const last = Math.max(...stored.map(({ updatedAt }) => updatedAt));
    if (at !== null && last >= at && last - at < 5000)
        await run.clock.sleep(last - at + 1000, run.signal);
}
/** Gives back the key for the next one: GitHub may have changed it in between, and then refuses what the old one sealed. */
async function putSecret(secret, key, run) {
    const { place, api, signal } = run;
    const { name, value, sharing } = secret;
    const body = {
        encrypted_value: await sealValue(value, key.key),
        key_id: key.id,
        ...(sharing === undefined ? {} : { visibility: sharing.visibility }),
        ...(sharing?.visibility === 'selected' ? { selected_repository_ids: sharing.repositories } : {}),
    };
    const path = `${place.secrets}/${name}`;
    const answer = await api.ask({
        method: 'PUT',
        path,
        body: { type: json/* JSON_TYPE */.sR, text: JSON.stringify(body) },
        signal,
    });
    if (answer.status === 201 || answer.status === 204)
        return key;
    if (answer.status === 422) {
        const fresh = await readKey(run);
        if (fresh.id !== key.id)
            return putSecret(secret, fresh, run);
    }
    throw refuseGithub(place, answer, api);
}
/** GitHub does not say what a write makes of who may read it, so it is looked at afterwards. */
async function confirmSharings(expected, run) {
    const { place, api, signal } = run;
    for (const secret of await readStored(place, api, signal)) {
        const [before, after] = [expected(secret.name), await readSharing(secret, run)];
        if (isSameSharing(before, after))
            continue;
        const message = `${secret.name} of ${place.label} was stored, but GitHub now shares it as "${after.visibility}" with ${after.repositories.length} repositories instead of "${before.visibility}" with ${before.repositories.length}`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Set its visibility and repositories again by hand, then: dcr-login rotate --resume.');
    }
}
//# sourceMappingURL=write.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/target.js








/**
 * Secrets of a repository, an environment or an organization, for Actions, Dependabot or Codespaces. Values are never
 * told again: `updated_at` is the whole check. Throws `DCR_CONFIG_INVALID`.
 */
function createGithubSecret(options, ports) {
    const place = locateGithubSecret(options);
    const { id, type, writes, api: host, names } = place;
    const wanted = (0,targets_names/* listNames */.Zv)(names).map((name) => name.toUpperCase());
    return {
        id,
        type,
        writes,
        api: host,
        async inspect(signal) {
            const api = openGithub(place, ports);
            const unknown = await inspectPermission(place, api, signal);
            const stored = await readStored(place, api, signal);
            // A visibility that cannot be kept is refused before a credential is issued.
            if (place.kind === 'organization')
                await readSharings(stored, { place, api, signal });
            const times = stored.map(({ updatedAt }) => updatedAt);
            return {
                stored: undefined,
                exists: stored.length > 0,
                version: describeVersion(stored),
                since: stored.find(({ name }) => name === names.password.toUpperCase())?.updatedAt ?? times[0] ?? null,
                unknown,
            };
        },
        async write(credential, facts, signal) {
            const api = openGithub(place, ports, (0,masking/* deriveMaskedForms */.UO)(credential));
            await writeSecrets(credential, facts, { place, api, clock: ports.clock, signal });
        },
        async check(_credential, facts, signal) {
            const before = parseVersion(facts);
            const stored = await readStored(place, openGithub(place, ports), signal);
            const after = new Map(stored.map(({ name, updatedAt }) => [name, updatedAt]));
            const holds = wanted.every((name) => (after.get(name) ?? -1) > (before.get(name) ?? 0));
            return { kind: 'metadata', holds };
        },
    };
}
//# sourceMappingURL=target.js.map

/***/ }),

/***/ 4120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ listValues),
/* harmony export */   Zv: () => (/* binding */ listNames),
/* harmony export */   yC: () => (/* binding */ chooseNames)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);

const DEFAULT_NAMES = { registry: 'DCR_REGISTRY', username: 'DCR_USERNAME', password: 'DCR_PASSWORD' };
/** Throws `DCR_CONFIG_INVALID` for two values under one name. */
function chooseNames(given, target) {
    const names = { ...DEFAULT_NAMES, ...given };
    const all = listNames(names);
    if (new Set(all.map((name) => name.toUpperCase())).size < all.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `names of ${target} has one name for two values` });
    return names;
}
/** In the order in which they are written. */
function listNames({ registry, username, password }) {
    return [registry, username, password];
}
/**
 * Name and value, password last: where only the password changes, as at DCR, one request is the whole step from the old
 * credential to the new one, and a crash before it leaves the old one whole.
 */
function listValues(credential, names) {
    return [
        [names.registry, credential.registry],
        [names.username, credential.username],
        [names.password, credential.password.reveal()],
    ];
}
//# sourceMappingURL=names.js.map

/***/ })

};
;