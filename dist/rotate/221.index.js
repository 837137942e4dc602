"use strict";
exports.id = 221;
exports.ids = [221];
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

/***/ 5875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rd: () => (/* binding */ redactText),
/* harmony export */   SE: () => (/* binding */ SHORTEST_MASK),
/* harmony export */   UO: () => (/* binding */ deriveMaskedForms),
/* harmony export */   _z: () => (/* binding */ quoteForeignText),
/* harmony export */   rk: () => (/* binding */ encodeBase64Forms)
/* harmony export */ });
/* unused harmony export composeMaskCommands */
/** A shorter form would blank innocent text all over a log: GitHub masks every occurrence of whatever it is given. */
const SHORTEST_MASK = 4;
/**
 * Every form in which a log could show the password: as it is, each of its words between line breaks, base64 (standard
 * and URL alphabet, at each of the three alignments inside a longer text, and joined to the username), hex, percent
 * encoding, and the quoting of JSON, XML, shells and workflow commands. Longest first, so that a replacement never
 * leaves the rest of a longer form behind. Never the username alone: outputs must stay usable.
 */
function deriveMaskedForms(credential) {
    const password = credential.password.reveal();
    if (password === '')
        return [];
    const json = JSON.stringify(password).slice(1, -1);
    const xml = escapeXml(password);
    const forms = new Set([
        password,
        password.trim(),
        ...encodeBase64Forms(password),
        ...encodeBase64Forms(`${credential.username}:${password}`),
        Buffer.from(password, 'utf16le').toString('base64'),
        Buffer.from(password).toString('hex'),
        Buffer.from(password).toString('hex').toUpperCase(),
        ...encodePercentForms(password),
        json,
        escapeNonAscii(json),
        // Docker is written in Go, whose JSON is fit for HTML: https://pkg.go.dev/encoding/json#HTMLEscape
        json.replace(/[<>&\u2028\u2029]/gu, escapeUnit),
        xml,
        xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
        xml.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
        xml.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
        password.replaceAll("'", `'\\''`),
        password.replaceAll("'", `'"'"'`),
        password.replaceAll("'", "''"),
        password.replaceAll('$', '$$$$'),
        password.replace(/[^A-Za-z0-9_\-.,:/@\n]/gu, '\\$&'),
        password.replace(/[^\w@%+=:,./-]/gu, '\\$&'),
        password.replace(/["\\$`]/gu, '\\$&'),
        password.replaceAll('%', '%25'),
    ]);
    return [...forms].filter((form) => form.length >= SHORTEST_MASK).toSorted((a, b) => b.length - a.length);
}
/**
 * The commands by which a GitHub runner masks these forms, a line each: what would end a line is escaped.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#masking-a-value-in-a-log
 */
function composeMaskCommands(forms) {
    return forms.map((form) => {
        return `::add-mask::${form.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`;
    });
}
/** Replaces every masked form by `***`. */
function redactText(text, forms) {
    return forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}
/**
 * Text from a server or a child process as data, fit for a log line: secrets replaced, control characters (line breaks
 * too) as spaces, `::`, `##[` and `##vso[` broken so that no CI system reads a command in it, at most 300 characters.
 * Rule: workflow commands are recognised at the start of a line on both streams
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
function quoteForeignText(text, forms) {
    const tidy = redactText(text, forms)
        // Also the invisible characters that turn text around or hide it: bidirectional controls, zero widths, BOM.
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/:(?=:)/gu, ': ')
        .replace(/##(?=[a-z]*\[)/giu, '## ');
    // Once more: a line break in the middle of a password may have become the blank that belongs there.
    const flat = redactText(tidy, forms).trim();
    if (isWrapped(flat, forms))
        return '***';
    return flat.length > 300 ? `${[...flat].slice(0, 299).join('')}…` : flat;
}
/** Encoders break long lines: with a form that blanks take apart, nothing of the text can be shown. */
function isWrapped(text, forms) {
    const joined = text.replaceAll(' ', '');
    // Shorter forms come about by chance when words are joined.
    return forms.some((form) => form.length >= 12 && !text.includes(form) && joined.includes(form));
}
/** In base64, standard and for URLs, alone and at each of the three places inside a longer text. */
function encodeBase64Forms(value) {
    const forms = [];
    for (const shift of [0, 1, 2]) {
        const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
        const encoded = bytes.toString('base64');
        // The first characters mix with what stood before, the last group with what follows: both are cut.
        const start = shift === 0 ? 0 : shift + 1;
        const end = bytes.length % 3 === 0 ? encoded.length : Math.floor((bytes.length * 8) / 6);
        const inner = encoded.slice(start, end);
        forms.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'));
    }
    const whole = Buffer.from(value).toString('base64');
    return [...forms, whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
}
function encodePercentForms(value) {
    // A lone surrogate cannot be encoded; as bytes it is the replacement character already.
    const wellFormed = Buffer.from(value).toString('utf8');
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const everyByte = [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const lower = component.replace(/%[0-9A-F]{2}/gu, (c) => c.toLowerCase());
    const form = new URLSearchParams({ v: wellFormed }).toString().slice(2);
    const forms = [component, lower, strict, form, component.replaceAll('%20', '+'), strict.replaceAll('%20', '+')];
    return [...forms, encodeURI(wellFormed), everyByte, everyByte.toUpperCase()];
}
function escapeXml(value) {
    return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function escapeNonAscii(value) {
    // By code unit, not by character: JSON writes an astral character as two escapes.
    return value.replace(/[\u0080-\uffff]/g, escapeUnit);
}
function escapeUnit(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
//# sourceMappingURL=masking.js.map

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

/***/ 7036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cv: () => (/* binding */ exchange),
/* harmony export */   rY: () => (/* binding */ encodeBasic),
/* harmony export */   ul: () => (/* binding */ REQUEST_LIMIT)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9008);
/* harmony import */ var _observation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7967);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2867);
/* harmony import */ var _safety_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8891);





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
            : (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .decideRetry */ .tE)({
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
    return `Basic ${node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(`${username}:${password}`).toString('base64')}`;
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
        if (!(0,_safety_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameOrigin */ .J6)(target, url))
            return stopAt(target.origin, 'other-origin');
        if (hops >= _safety_js__WEBPACK_IMPORTED_MODULE_2__/* .REDIRECT_LIMIT */ .PZ)
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
        const retryAfter = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .mu)(response.headers['retry-after']?.[0], clock.now());
        return { response, seen: (0,_observation_js__WEBPACK_IMPORTED_MODULE_3__/* .describeAnswer */ .O1)(response, retryAfter) };
    }
    catch (thrown) {
        if (!(thrown instanceof _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFault */ .F))
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

/***/ }),

/***/ 8891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J6: () => (/* binding */ isSameOrigin),
/* harmony export */   PZ: () => (/* binding */ REDIRECT_LIMIT),
/* harmony export */   oV: () => (/* binding */ locatePath),
/* harmony export */   vi: () => (/* binding */ judgeRealm)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3256);

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
    const plainLoopback = url.protocol === 'http:' && origin.protocol === 'http:' && (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .cW)(url.host);
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

/***/ })

};
;