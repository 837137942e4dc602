"use strict";
exports.id = 492;
exports.ids = [492];
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

/***/ 5492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createJenkinsCredential: () => (/* binding */ createJenkinsCredential)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/api/client.js
var client = __webpack_require__(7927);
// EXTERNAL MODULE: ./packages/core/lib/api/failure.js
var failure = __webpack_require__(2676);
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
// EXTERNAL MODULE: ./packages/core/lib/api/token.js
var api_token = __webpack_require__(6123);
// EXTERNAL MODULE: ./packages/core/lib/registry/exchange.js
var exchange = __webpack_require__(7036);
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/api.js





/** `forms`: of the credential that is being written. Throws `DCR_CREDENTIAL_MISSING`. */
function openJenkins(place, ports, forms = []) {
    const name = `Jenkins (${place.base.host})`;
    const username = (0,api_token/* readApiVariable */.P)(ports.environment, { variable: place.userEnv, api: name, setting: 'userEnv' });
    const token = (0,api_token/* readApiToken */.q)(ports.environment, { variable: place.tokenEnv, api: name, username });
    const headers = { authorization: (0,exchange/* encodeBasic */.rY)(username, token.value.reveal()), accept: '*/*' };
    const secret = [...token.forms, ...forms];
    const api = (0,client/* createApi */.x)({ base: place.base, name: 'Jenkins', headers, forms: secret }, ports);
    return { ...api, ask: (request) => askWithCrumb(api, request) };
}
/**
 * An API token needs no crumb; a password does, and the session that it was made for.
 * https://www.jenkins.io/doc/book/security/csrf-protection/
 */
async function askWithCrumb(api, request) {
    const answer = await api.ask(request);
    if (answer.status !== 403 || request.method !== 'POST' || !/valid crumb/iu.test(answer.body))
        return answer;
    const issued = await api.ask({ method: 'GET', path: 'crumbIssuer/api/json', signal: request.signal });
    if (issued.status !== 200)
        return answer;
    const { crumb, crumbRequestField: field } = (0,json/* readObject */.Ag)(issued, api);
    const cookie = (issued.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
    const headers = { ...request.headers, [(0,json/* readText */.yR)(field) ?? 'Jenkins-Crumb']: (0,json/* readText */.yR)(crumb) ?? '', cookie };
    return api.ask({ ...request, headers });
}
/** Why Jenkins will not do it, and what the user or the place lacks. */
function refuseJenkins(place, answer, api) {
    const { label, userEnv, tokenEnv } = place;
    const message = `${label} of Jenkins cannot be written: Jenkins answered ${(0,failure/* describeAnswer */.O1)(answer, api.forms)}`;
    const needs = `Give the user in ${userEnv} the permissions Credentials/View, Create and Update there`;
    const remedies = {
        401: `The API token in ${tokenEnv} is not that of the user in ${userEnv}, or was revoked: make a new one.`,
        403: `${needs}.`,
        404: `Check address, folder and domain. Jenkins says 404 also where the user may not look: ${needs}, and Item/Read.`,
    };
    return (0,failure/* refuseTarget */.Ml)(message, remedies[answer.status] ?? `${needs}.`);
}
//# sourceMappingURL=api.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/document.js
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:$-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|</gu;
/** Undefined for what is no such document. A `<` that begins nothing known, a DOCTYPE among others, is none. */
function parseDocument(text) {
    const open = [];
    const fields = [];
    let className;
    let end;
    for (const token of text.matchAll(TOKEN)) {
        const [whole, closing, name, , empty] = token;
        if (name === undefined) {
            if (whole === '<')
                return undefined;
            continue;
        }
        const next = token.index + whole.length;
        if (closing === '/') {
            const last = open.pop();
            if (last?.name !== name)
                return undefined;
            if (open.length === 1)
                fields.push({ name, start: last.start, end: next, inner: text.slice(last.inner, token.index) });
            if (open.length === 0)
                end = token.index;
            continue;
        }
        if (open.length === 0) {
            if (className !== undefined)
                return undefined;
            className = name;
        }
        if (empty === '/' && open.length === 1)
            fields.push({ name, start: token.index, end: next, inner: '' });
        if (empty !== '/')
            open.push({ name, start: token.index, inner: next });
    }
    if (className === undefined || end === undefined || open.length > 0)
        return undefined;
    return { text, className, fields, end };
}
/** The text of a field, undefined where it is missing or holds elements. */
function readField(document, name) {
    const field = document.fields.find((one) => one.name === name);
    return field === undefined || field.inner.includes('<') ? undefined : unescapeXml(field.inner);
}
/** The same document with another text in this field, and every other byte as it was. */
function replaceField(document, name, value) {
    const field = document.fields.find((one) => one.name === name);
    const [start, end] = field === undefined ? [document.end, document.end] : [field.start, field.end];
    const text = `${document.text.slice(0, start)}<${name}>${escapeXml(value)}</${name}>${document.text.slice(end)}`;
    const changed = parseDocument(text);
    if (changed === undefined)
        throw new Error('a credential document was broken by its own edit');
    return changed;
}
/** What XML 1.0 cannot carry in any form: https://www.w3.org/TR/xml/#charsets */
function hasForbiddenCharacter(value) {
    // oxlint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(value);
}
function escapeXml(value) {
    return (value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        // A parser would tidy them away, and XML 1.1, in which Jenkins writes, these two as well: https://www.w3.org/TR/xml11/#sec-line-ends
        .replace(/[\r\n\t\u0085\u2028]/gu, (c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`));
}
function unescapeXml(text) {
    const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
    return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
        if (name !== undefined)
            return named[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
//# sourceMappingURL=document.js.map
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/owner.js

/**
 * Configuration as Code puts its own value back when it is loaded the next time. It keeps the system's credentials only,
 * and tells by its export which it knows; that needs the right to see the whole configuration.
 * Throws `DCR_TARGET_FOREIGN`; what could not be asked is returned as a sentence.
 */
async function inspectOwner({ place, api, signal }) {
    if (!place.isSystem || place.force)
        return [];
    const answer = await api.ask({ method: 'POST', path: 'configuration-as-code/export', signal });
    // The plugin is not there.
    if (answer.status === 404)
        return [];
    if (answer.status !== 200 || answer.truncated)
        return [`whether Configuration as Code owns ${place.label} of Jenkins cannot be seen by this user`];
    if (!exportsCredential(answer.body, place.credential))
        return [];
    const message = `${place.label} of Jenkins is in the export of Configuration as Code, which would put its own value back at the next reload`;
    const remedy = 'Change the value at its source (the YAML file or the secret that it names). If no file of yours holds this id, set force: true on the target.';
    throw new errors/* DcrError */.ol('DCR_TARGET_FOREIGN', { message, remedy });
}
/** Whether the top-level key `credentials` holds this id. The export has a plain shape: a key and a value a line. */
function exportsCredential(yaml, id) {
    const lines = yaml.split(/\r?\n/u);
    const start = lines.findIndex((line) => /^credentials:\s*$/u.test(line));
    if (start < 0)
        return false;
    const after = lines.slice(start + 1);
    const end = after.findIndex((line) => /^\S/u.test(line));
    const ids = after
        .slice(0, end < 0 ? undefined : end)
        .map((line) => /^\s+(?:- )?id:\s*(?:"([^"]*)"|'([^']*)'|(\S+))\s*$/u.exec(line)?.slice(1).find(Boolean));
    return ids.includes(id);
}
//# sourceMappingURL=owner.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/address.js
var api_address = __webpack_require__(4870);
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/place.js


/** Throws `DCR_CONFIG_INVALID`. */
function locateJenkinsCredential(options) {
    const { id, folder = '', domain = '_', tokenEnv = 'JENKINS_TOKEN', userEnv = 'JENKINS_USER' } = options;
    const base = (0,api_address/* parseApiAddress */.M)(options.url, `url of jenkins-credential ${id}`);
    const levels = folder.split('/').filter((level) => level !== '');
    // Ids that the form of Jenkins takes; dots alone would climb out of the path.
    if (!/^[A-Za-z0-9_.-]+$/u.test(id) || [id, domain, ...levels].some((part) => /^\.{1,2}$/u.test(part)))
        throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', {
            message: `jenkins-credential cannot have the id ${JSON.stringify(id)}`,
        });
    const folders = levels.map((level) => `job/${encodeURIComponent(level)}/`).join('');
    const store = levels.length === 0 ? 'system' : 'folder';
    const address = `${base.host}${base.pathname.replace(/\/$/u, '')}`;
    const words = [
        'jenkins-credential',
        address,
        levels.length === 0 ? '' : `folder ${levels.join('/')}`,
        domain === '_' ? '' : `domain ${domain}`,
        id,
    ];
    const name = words.filter((word) => word !== '').join(' ');
    return {
        id: name,
        type: 'jenkins-credential',
        writes: [name],
        api: base.host,
        base,
        credential: id,
        label: `credential ${id}${levels.length === 0 ? '' : ` in folder ${levels.join('/')}`}`,
        domain: `${folders}credentials/store/${store}/domain/${encodeURIComponent(domain)}`,
        isSystem: levels.length === 0,
        marker: options.marker === 'description',
        force: options.force === true,
        tokenEnv,
        userEnv,
    };
}
//# sourceMappingURL=place.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/time.js
var time = __webpack_require__(121);
// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js
var credential = __webpack_require__(4910);
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/marker.js


const MARKER = / ?\[dcr-login (\d{4}-\d\d-\d\dT[\d:]+Z [0-9a-z]{6})\]/u;
/** When a credential was written last, as its description tells it; nothing of the credential is in it. */
function readMarker(description) {
    const text = MARKER.exec(description)?.[1];
    return text === undefined ? undefined : { text, at: (0,time/* parseInstant */.n)(text.split(' ')[0]) };
}
/** The description with a new marker in place of the old one. Six random letters tell two writes of one second apart. */
function renewMarker(description, clock) {
    const letters = Math.floor(clock.random() * 36 ** 6)
        .toString(36)
        .padStart(6, '0');
    const marker = `[dcr-login ${(0,credential/* formatTime */.fU)(clock.now())} ${letters}]`;
    const bare = description.replace(MARKER, '');
    return bare === '' ? marker : `${bare} ${marker}`;
}
//# sourceMappingURL=marker.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/stored.js




const USERNAME_PASSWORD = 'com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl';
/** The credential as it stands, with the password blacked out. Throws `DCR_TARGET_REFUSED` for another kind of credential. */
async function readCredential({ place, api, signal }) {
    const answer = await api.ask({ method: 'GET', path: pathOf(place), signal });
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw refuseJenkins(place, answer, api);
    const document = answer.truncated ? undefined : parseDocument(answer.body);
    if (document?.className === USERNAME_PASSWORD)
        return document;
    const kind = document === undefined ? 'no credential that can be read' : `a ${document.className}`;
    const remedy = 'Name another id: only the kind "Username with password" holds what a registry needs.';
    throw (0,failure/* refuseTarget */.Ml)(`${place.label} of Jenkins is ${kind}; it was left as it is`, remedy);
}
/** A missing credential can be made only where its store can be seen. */
async function requireStore({ place, api, signal }) {
    const query = { tree: 'credentials[id]' };
    const answer = await api.ask({ method: 'GET', path: `${place.domain}/api/json`, query, signal });
    if (answer.status !== 200)
        throw refuseJenkins(place, answer, api);
}
function pathOf({ domain, credential }) {
    return `${domain}/credential/${encodeURIComponent(credential)}/config.xml`;
}
function markerOf(document) {
    return document === undefined ? undefined : readMarker(readField(document, 'description') ?? '');
}
//# sourceMappingURL=stored.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/write.js





const XML_TYPE = 'application/xml; charset=utf-8';
/** How often a credential that comes and goes under our hands is looked at again. */
const TRIES = 3;
/** Throws `DCR_TARGET_REFUSED`, also where the marker of another rotation came since `facts`. */
async function writeCredential(credential, facts, work) {
    const { place } = work;
    if (hasForbiddenCharacter(`${credential.username}${credential.password.reveal()}`)) {
        const message = `${place.label} of Jenkins cannot hold the new value: it has characters that XML cannot carry`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Have the issuer give a value without control characters.');
    }
    for (let tries = 1; tries <= TRIES; tries += 1) {
        const document = await readCredential(work);
        const done = document === undefined
            ? await create(credential, work)
            : await update(document, credential, { ...work, seen: facts.version });
        if (!done)
            continue;
        await write_confirm(credential, work);
        return;
    }
    const message = `${place.label} of Jenkins is made and removed by somebody else at the same time`;
    throw (0,failure/* refuseTarget */.Ml)(message, 'Find out who else writes it, then: dcr-login rotate --resume.');
}
async function update(document, credential, work) {
    const { place, api, signal, clock, seen } = work;
    if (place.marker && (markerOf(document)?.text ?? null) !== seen) {
        const message = `${place.label} of Jenkins was written by another rotation since it was looked at; it was left as it is`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Find out who else rotates it, then: dcr-login rotate --resume.');
    }
    let changed = replaceField(document, 'username', credential.username);
    changed = replaceField(changed, 'password', credential.password.reveal());
    if (place.marker)
        changed = replaceField(changed, 'description', renewMarker(readField(document, 'description') ?? '', clock));
    // Posted back, the blacked-out text would become the value of whatever field it stands in.
    if (changed.text.includes('<secret-redacted')) {
        const message = `${place.label} of Jenkins has a second secret, which Jenkins does not tell and a write would destroy`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Name another id, or write it by hand.');
    }
    const body = { type: XML_TYPE, text: changed.text };
    const answer = await api.ask({ method: 'POST', path: pathOf(place), body, signal });
    if (answer.status === 404)
        return false;
    if (answer.status !== 200)
        throw refuseJenkins(place, answer, api);
    return true;
}
async function create(credential, work) {
    const { place, api, signal, clock } = work;
    const body = { type: XML_TYPE, text: buildDocument(credential, place, clock) };
    const answer = await api.ask({ method: 'POST', path: `${place.domain}/createCredentials`, body, signal });
    if (answer.status === 409)
        return false;
    if (answer.status !== 200)
        throw refuseJenkins(place, answer, api);
    return true;
}
/** Without `usernameSecret` Jenkins would take the user name for a secret, too, and blank it in every log. */
function buildDocument({ username, password }, place, clock) {
    const description = place.marker ? renewMarker('', clock) : '';
    const fields = [
        ['scope', 'GLOBAL'],
        ['id', place.credential],
        ['description', description],
        ['username', username],
        ['password', password.reveal()],
        ['usernameSecret', 'false'],
    ];
    const inner = fields.map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`).join('');
    return `<${USERNAME_PASSWORD}>${inner}</${USERNAME_PASSWORD}>`;
}
/** Jenkins says 200 to an update that it did not make, so what can be seen of it is looked at. */
async function write_confirm(credential, work) {
    const document = await readCredential(work);
    if (document !== undefined && readField(document, 'username') === credential.username)
        return;
    const message = `${work.place.label} of Jenkins does not have the user name that was written, though Jenkins said 200`;
    throw (0,failure/* refuseTarget */.Ml)(message, 'See the log of Jenkins for the reason, then: dcr-login rotate --resume.');
}
//# sourceMappingURL=write.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/target.js







/**
 * One credential of the kind "Username with password". Jenkins tells neither the password nor the time of a write; with
 * `marker: description` the description does. Throws `DCR_CONFIG_INVALID`.
 */
function createJenkinsCredential(options, ports) {
    const place = locateJenkinsCredential(options);
    const { id, type, writes, api: host } = place;
    return {
        id,
        type,
        writes,
        api: host,
        async inspect(signal) {
            const work = { place, api: openJenkins(place, ports), signal };
            const document = await readCredential(work);
            if (document === undefined)
                await requireStore(work);
            const foreign = document === undefined ? [] : await inspectOwner(work);
            const marker = place.marker ? markerOf(document) : undefined;
            const right = document === undefined ? 'Credentials/Create' : 'Credentials/Update';
            return {
                stored: undefined,
                exists: document !== undefined,
                version: marker?.text ?? null,
                since: marker?.at ?? null,
                unknown: [...foreign, `whether the user in ${place.userEnv} has ${right} there shows only on the write`],
            };
        },
        async write(credential, facts, signal) {
            const api = openJenkins(place, ports, (0,masking/* deriveMaskedForms */.UO)(credential));
            await writeCredential(credential, facts, { place, api, signal, clock: ports.clock });
        },
        async check(credential, facts, signal) {
            const document = await readCredential({ place, api: openJenkins(place, ports), signal });
            const isOurs = document !== undefined && readField(document, 'username') === credential.username;
            if (!place.marker)
                return isOurs ? { kind: 'none', holds: true } : { kind: 'metadata', holds: false };
            const marker = markerOf(document)?.text;
            return { kind: 'metadata', holds: isOurs && marker !== undefined && marker !== facts.version };
        },
    };
}
//# sourceMappingURL=target.js.map

/***/ })

};
;