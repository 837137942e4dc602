"use strict";
exports.id = 928;
exports.ids = [928];
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

/***/ 6138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ requireParts),
/* harmony export */   u: () => (/* binding */ parseIssuedCredential)
/* harmony export */ });
/* harmony import */ var _api_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(121);
/* harmony import */ var _credential_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9095);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7967);




/**
 * What an issuer says: `{"version":1,"username","password","expiresAt"?}`, the last in RFC 3339. None of the text is ever
 * repeated, for it may be a secret even where its shape is wrong. `source` names the issuer.
 * Throws `DCR_CONFIG_INVALID`, and `DCR_CREDENTIAL_MISSING` for an empty part.
 */
function parseIssuedCredential(text, source) {
    const { version, username, password, expiresAt } = (0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(text) ?? {};
    const end = expiresAt === undefined || expiresAt === null ? undefined : (0,_api_time_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInstant */ .n)(expiresAt);
    const problem = version !== 1
        ? 'no JSON object with "version": 1'
        : typeof username !== 'string' || typeof password !== 'string'
            ? 'no "username" and "password" as text'
            : end === null
                ? 'an "expiresAt" that is no RFC 3339 time'
                : undefined;
    if (problem !== undefined) {
        const remedy = 'It must give {"version":1,"username":"…","password":"…","expiresAt":"2030-01-31T12:00:00Z"}, the last one if it is known.';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${source} gave ${problem}`, remedy });
    }
    return requireParts({ username, password }, source, end ?? undefined);
}
/** Throws `DCR_CREDENTIAL_MISSING`. */
function requireParts({ username, password }, source, expiresAt) {
    const isGiven = (part) => typeof part === 'string' && part !== '';
    if (!isGiven(username) || !isGiven(password)) {
        const missing = [isGiven(username) ? '' : 'username', isGiven(password) ? '' : 'password'].filter(Boolean);
        const message = `${source} gave no ${missing.join(' and no ')}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_CREDENTIAL_MISSING', {
            message,
            remedy: 'Correct the issuer; nothing was written anywhere.',
        });
    }
    return { username, password: new _credential_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(password), ...(expiresAt === undefined ? {} : { expiresAt }) };
}
//# sourceMappingURL=answer.js.map

/***/ }),

/***/ 8928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHttpIssuer: () => (/* binding */ createHttpIssuer)
/* harmony export */ });
/* harmony import */ var _api_address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4870);
/* harmony import */ var _api_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7927);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2676);
/* harmony import */ var _api_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8726);
/* harmony import */ var _api_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6123);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7706);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7967);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6138);








const PLACEHOLDER = '{username}';
/** A service that mints or changes the credential. Throws `DCR_CONFIG_INVALID` for an address that is not safe. */
function createHttpIssuer(options, ports) {
    const { retire } = options;
    const issue = prepareCall(options, 'issuer http');
    const issuer = {
        async issue({ rotation, registry, signal }) {
            // A lost answer is not asked for again: some issuers revoke everything when a used token comes twice.
            const answer = await issue({ facts: { rotation, registry }, rotation, once: true, signal }, ports);
            if (answer.status < 200 || answer.status > 299)
                throw answer.refusal;
            return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIssuedCredential */ .u)(answer.truncated ? '' : answer.body, answer.source);
        },
    };
    if (retire === undefined)
        return issuer;
    const end = prepareCall(retire, 'retire of issuer http');
    return {
        ...issuer,
        async retire({ username, rotation, signal }) {
            const answer = await end({ facts: { rotation, username }, rotation, once: false, signal }, ports);
            // What is gone already is what was wanted.
            if ((answer.status < 200 || answer.status > 299) && ![404, 410].includes(answer.status))
                throw answer.refusal;
        },
    };
}
function prepareCall(call, what) {
    const { method = 'POST', tokenEnv, body } = call;
    const shown = readUrl(call.url, what);
    const source = `${what} (${shown.origin}${shown.pathname.replaceAll('%7Busername%7D', PLACEHOLDER)})`;
    return async ({ facts, rotation, once, signal }, ports) => {
        const url = readUrl(fillIn(call.url, facts['username'], source), what);
        const token = tokenEnv === undefined ? undefined : (0,_api_token_js__WEBPACK_IMPORTED_MODULE_1__/* .readApiToken */ .q)(ports.environment, { variable: tokenEnv, api: source });
        const authorization = token === undefined ? {} : { authorization: `Bearer ${token.value.reveal()}` };
        // The far side may know the rotation again and give the same value: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
        const headers = { ...authorization, 'idempotency-key': rotation };
        const api = (0,_api_client_js__WEBPACK_IMPORTED_MODULE_2__/* .createApi */ .x)({ base: new URL('/', url), name: what, headers, forms: token?.forms ?? [] }, ports);
        // https://www.rfc-editor.org/rfc/rfc9110#name-delete: a body there may have the request rejected.
        const content = body ?? (method === 'DELETE' ? undefined : facts);
        const sent = method === 'GET' || content === undefined ? {} : { body: describeBody(content) };
        const query = Object.fromEntries(url.searchParams);
        const answer = await api.ask({ method, path: url.pathname.slice(1), query, once, signal, ...sent });
        return { ...answer, source, refusal: refuse(answer, source, tokenEnv) };
    };
}
/** Throws `DCR_CONFIG_INVALID` for a user name that would make another path of it. */
function fillIn(url, username, source) {
    if (username === undefined || !url.includes(PLACEHOLDER))
        return url;
    if (/^\.{0,2}$/u.test(username))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${source}: the old user name cannot stand in an address` });
    return url.replaceAll(PLACEHOLDER, encodeURIComponent(username));
}
function readUrl(text, what) {
    let url;
    try {
        url = new URL(text);
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `the url of ${what} is no absolute URL` });
    }
    const { search } = url;
    url.search = '';
    (0,_api_address_js__WEBPACK_IMPORTED_MODULE_4__/* .parseApiAddress */ .M)(url.href, `the url of ${what}`);
    url.search = search;
    return url;
}
function describeBody(body) {
    if (typeof body !== 'string')
        return { type: _api_json_js__WEBPACK_IMPORTED_MODULE_5__/* .JSON_TYPE */ .sR, text: JSON.stringify(body) };
    return { type: (0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_6__/* .parseObject */ .lj)(body) === undefined ? 'text/plain; charset=utf-8' : _api_json_js__WEBPACK_IMPORTED_MODULE_5__/* .JSON_TYPE */ .sR, text: body };
}
/** Its words are not repeated: an answer of another shape may still hold the credential. */
function refuse(answer, source, tokenEnv) {
    const message = `${source} answered ${(0,_api_failure_js__WEBPACK_IMPORTED_MODULE_7__/* .describeAnswer */ .O1)({ ...answer, body: '' }, [])}`;
    const token = tokenEnv === undefined ? 'tokenEnv' : `the token in ${tokenEnv}`;
    const remedy = `Check url, method, body and ${token} of the issuer; nothing was written anywhere.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message, remedy, noEffect: (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_7__/* .isRefusal */ .vu)(answer) });
}
//# sourceMappingURL=issuer.js.map

/***/ })

};
;