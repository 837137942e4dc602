"use strict";
exports.id = 642;
exports.ids = [642,362];
exports.modules = {

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

/***/ 5362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FIELD_MANAGER: () => (/* binding */ FIELD_MANAGER),
/* harmony export */   MERGE_PATCH: () => (/* binding */ MERGE_PATCH),
/* harmony export */   UNKNOWN_CALLER: () => (/* binding */ UNKNOWN_CALLER),
/* harmony export */   openKubernetes: () => (/* binding */ openKubernetes),
/* harmony export */   readReason: () => (/* binding */ readReason),
/* harmony export */   refuseAnswer: () => (/* binding */ refuseAnswer)
/* harmony export */ });
/* harmony import */ var _api_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7927);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2676);
/* harmony import */ var _api_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8726);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7967);




/** Who wrote a field, as `managedFields` tells it: https://kubernetes.io/docs/reference/using-api/server-side-apply/#managers */
const FIELD_MANAGER = 'dcr-login';
const MERGE_PATCH = 'application/merge-patch+json';
/** A secret holds up to 1 MiB, which base64 makes longer. Bytes. */
const ANSWER_LIMIT = 4 * 1024 * 1024;
const TRUST = 'Name the authority of the API server in the kubeconfig (certificate-authority), or in SSL_CERT_FILE.';
function openKubernetes(cluster, clock, options = {}) {
    const { forms = [], ...more } = options;
    const http = {
        request: async (request) => {
            const answer = await cluster.http.request(request);
            return answer.status < 400 ? answer : { ...answer, body: hideEncoded(answer.body) };
        },
    };
    const own = { base: cluster.server, name: 'Kubernetes', headers: {}, limit: ANSWER_LIMIT, trust: TRUST };
    return (0,_api_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createApi */ .x)({ ...own, forms, ...more }, { clock, http });
}
/**
 * A webhook that refuses a secret may repeat it in its words, with the credentials of other registries beside ours: no
 * list of forms knows those. Whatever looks like base64 is left out; names in Kubernetes have no capitals.
 */
function hideEncoded(text) {
    return text.replace(/[A-Za-z0-9+/]{20,}={0,2}/gu, (run) => (/[A-Z]/u.test(run) ? '***' : run));
}
/** Why the server said no, by its own word: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
function readReason(answer) {
    return answer.status < 400 ? undefined : (0,_api_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)((0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .lj)(answer.body)?.['reason']);
}
/** How the refusal of whoever asks begins. */
const UNKNOWN_CALLER = 'Kubernetes does not know who asks';
/** An answer that ends the work on one object. */
function refuseAnswer(answer, attempt, api) {
    const { verb, resource, namespace, name } = attempt;
    const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
    const what = `${resource}${name === undefined ? '' : ` ${name}`}${where}`;
    const said = (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .describeAnswer */ .O1)(answer, api.forms);
    if (answer.status === 401)
        return (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseTarget */ .Ml)(`${UNKNOWN_CALLER} for ${what}: ${said}`, 'Renew the credential in the kubeconfig: kubectl get namespaces shows whether it works.');
    // A quota, a namespace on its way out and a webhook say 403 as well.
    if (answer.status === 403 && /\bcannot [a-z]+ resource\b/u.test(answer.body)) {
        const kind = namespace === undefined ? 'a ClusterRole and a ClusterRoleBinding' : 'a Role and a RoleBinding';
        return (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseTarget */ .Ml)(`no right to ${verb} ${what}: ${said}`, `Give the account the verb ${verb} on ${resource}${where}, by ${kind} (examples/kubernetes/rbac.yml).`);
    }
    if (answer.status === 404 && verb === 'create')
        return (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseTarget */ .Ml)(`there is no namespace ${namespace ?? ''}: ${said}`, 'Create the namespace, or correct its name.');
    return (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseTarget */ .Ml)(`Kubernetes refused to ${verb} ${what}: ${said}`, 'Correct what the server names, then run it again.');
}
//# sourceMappingURL=api.js.map

/***/ }),

/***/ 112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ putAuth),
/* harmony export */   _: () => (/* binding */ dropAuth)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8674);


/**
 * Sets one entry and leaves every other byte as it is; the new one is written as the file writes others. `text` is the
 * object of a configuration, or blank.
 */
function putAuth(text, key, entry) {
    const base = text.trim() === '' ? '{}' : text;
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(base) ?? NOTHING;
    const name = findAuths(root);
    const auths = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(root, [name]);
    if (auths === undefined)
        return insertMember(base, root, { name, value: { [key]: entry } });
    // Nothing can be put into null, which docker reads as no entries.
    if (auths.type === 'null')
        return replaceValue(base, auths, { [key]: entry });
    const present = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(auths, [key]);
    if (present !== undefined)
        return replaceValue(base, present, entry);
    return insertMember(base, auths, { name: key, value: entry });
}
/**
 * Removes one entry; `auths` itself too when it holds nothing more and `keepAuths` is false. What `putAuth` put into a file
 * is taken out of it to the byte.
 */
function dropAuth(text, key, keepAuths) {
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text) ?? NOTHING;
    const auths = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(root, [findAuths(root)]);
    const entry = auths === undefined ? undefined : (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(auths, [key]);
    if (auths === undefined || entry === undefined)
        return text;
    const isLast = auths.children?.length === 1;
    return removeMember(text, isLast && !keepAuths ? auths.parent : entry.parent);
}
/** `auths` as it is spelt there: clients take it in any case. */
function findAuths(root) {
    const names = (root.children ?? []).map(({ children }) => String(children?.[0]?.value ?? ''));
    return names.includes('auths') ? 'auths' : (names.find((name) => (0,_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isSpelt */ .Z4)(name, 'auths')) ?? 'auths');
}
const NOTHING = { type: 'null', offset: 0, length: 0 };
/** As the last one, on a line of its own where the first one has one, or where the object is the first of its file. */
function insertMember(text, { offset, length, children = [], parent }, member) {
    const [first, last] = [children[0], children.at(-1)];
    if (first !== undefined && last !== undefined) {
        const end = last.offset + last.length;
        const pad = text.slice(offset + 1, first.offset);
        return splice(text, end, end, `,${pad}${formatMember(text, member, findIndent(text, first))}`);
    }
    const outer = parent === undefined ? '' : findIndent(text, parent);
    const { step, eol } = readStyle(text);
    const indent = outer === undefined ? undefined : `${outer}${step}`;
    const [open, close] = indent === undefined ? ['', ''] : [`${eol}${indent}`, `${eol}${outer}`];
    return splice(text, offset + 1, offset + length - 1, `${open}${formatMember(text, member, indent)}${close}`);
}
function replaceValue(text, { offset, length, parent }, value) {
    const indent = parent === undefined ? undefined : findIndent(text, parent);
    return splice(text, offset, offset + length, formatValue(text, value, indent));
}
/** With the comma that tells it from its neighbour; of an object that is empty then, nothing stays between the braces. */
function removeMember(text, member) {
    const { children = [], offset = 0, length = 0 } = member?.parent ?? NOTHING;
    const index = children.findIndex((child) => child === member);
    const [before, here, after] = [children[index - 1], children[index], children[index + 1]];
    if (here === undefined)
        return text;
    if (before !== undefined)
        return splice(text, before.offset + before.length, here.offset + here.length, '');
    return after === undefined
        ? splice(text, offset + 1, offset + length - 1, '')
        : splice(text, here.offset, after.offset, '');
}
/** `indent` of the line that the member begins; undefined where it begins none. */
function formatMember(text, { name, value }, indent) {
    return `${JSON.stringify(name)}:${indent === undefined ? '' : ' '}${formatValue(text, value, indent)}`;
}
function formatValue(text, value, indent) {
    if (indent === undefined)
        return JSON.stringify(value);
    const { step, eol } = readStyle(text);
    return JSON.stringify(value, undefined, step).replaceAll('\n', `${eol}${indent}`);
}
/** What stands before a node on its line, where that is nothing but blanks. */
function findIndent(text, { offset }) {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return text.lastIndexOf('\n', offset - 1) >= 0 && /^[ \t]*$/u.test(line) ? line : undefined;
}
/** How a text is indented, by what stands before its first key, or with docker's own tabs; and how its lines end. */
function readStyle(text) {
    return { step: /\n([ \t]+)"/u.exec(text)?.[1] ?? '\t', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
function splice(text, start, end, part) {
    return `${text.slice(0, start)}${part}${text.slice(end)}`;
}
//# sourceMappingURL=config-edit.js.map

/***/ }),

/***/ 8674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Hc: () => (/* binding */ readAuth),
/* harmony export */   OQ: () => (/* binding */ findSpelt),
/* harmony export */   Oe: () => (/* binding */ ENTRY_KEYS),
/* harmony export */   X$: () => (/* binding */ decodeAuth),
/* harmony export */   Z4: () => (/* binding */ isSpelt),
/* harmony export */   bU: () => (/* binding */ spellEntry),
/* harmony export */   im: () => (/* binding */ readConfigText),
/* harmony export */   me: () => (/* binding */ parseConfigFile),
/* harmony export */   qV: () => (/* binding */ readHelperName),
/* harmony export */   zx: () => (/* binding */ encodeAuth)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);


/** Undefined where there is no file. Throws `DCR_STORE_FAILED` for a directory, pipe or device in its place. */
async function readConfigText(path, { ports }) {
    const found = await ports.files.inspect(path, { follow: true });
    if (found.kind === 'missing')
        return undefined;
    if (found.kind === 'file')
        return found.text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_STORE_FAILED', {
        message: `${path} is not a regular file (${found.kind}); it was left as it is`,
    });
}
/**
 * The object of a docker `config.json`; an absent or blank file is an empty one.
 * Throws `DCR_STORE_FAILED` for anything that docker could not read either: it is never repaired by overwriting it.
 */
function parseConfigFile(text, path) {
    if (text === undefined || text.trim() === '')
        return {};
    try {
        const value = JSON.parse(text);
        const config = isObject(value) ? spellKeys(value, KEYS) : {};
        const { auths } = config;
        if (isObject(value) && (auths === undefined || auths === null || isObject(auths)))
            return config;
    }
    catch {
        // The parser's message repeats the text around the fault, which may be a credential.
    }
    const message = `${path} is no client configuration (it must be one JSON object); it was left as it is`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_STORE_FAILED', { message, remedy: 'Repair or remove that file.' });
}
/** What we read there. */
const KEYS = ['auths', 'credsStore', 'credHelpers'];
/** Texts of an entry: https://github.com/docker/cli/blob/v28.2.2/cli/config/types/authconfig.go */
const ENTRY_KEYS = ['auth', 'identitytoken', 'registrytoken', 'username', 'password', 'email', 'serveraddress'];
/**
 * Go, in which all clients are written, takes a key in any case: a `credsstore` is a store. Of two spellings maps are put
 * together, and of texts the last one counts that is not null: https://pkg.go.dev/encoding/json#Unmarshal
 */
function spellKeys(object, known) {
    const spelt = Object.entries(object).map(([key, value]) => ({ key, name: findSpelt(key, known) ?? key, value }));
    if (spelt.every(({ key, name }) => key === name))
        return object;
    const merged = new Map();
    for (const { name, value } of spelt)
        merged.set(name, mergeValues(merged.get(name), value));
    return Object.fromEntries(merged);
}
function mergeValues(before, value) {
    if (isObject(before) && isObject(value))
        return { ...before, ...value };
    return value === null && typeof before === 'string' ? before : value;
}
/** The one of these keys that Go takes this one for. */
function findSpelt(key, known) {
    return known.find((name) => isSpelt(key, name));
}
/**
 * Go folds as Unicode does, one character for one, so that a long s is an s: https://pkg.go.dev/unicode#SimpleFold
 * Most keys are told apart by their length: an expression for each pair would cost a login half a millisecond.
 */
function isSpelt(key, known) {
    return key === known || (key.length === known.length && new RegExp(`^${known}$`, 'iu').test(key));
}
/** An entry as clients read it; what is put back stays as it was. */
function spellEntry(entry) {
    return spellKeys(entry, ENTRY_KEYS);
}
function readAuth(config, key) {
    const auths = config['auths'];
    const entry = isObject(auths) && Object.hasOwn(auths, key) ? auths[key] : undefined;
    return isObject(entry) ? entry : undefined;
}
/** `docker-credential-<name>` that the user configured for this host; undefined where the file itself is the store. */
function readHelperName(config, key) {
    const helpers = config['credHelpers'];
    const own = isObject(helpers) && Object.hasOwn(helpers, key) ? helpers[key] : config['credsStore'];
    return typeof own === 'string' && own !== '' ? own : undefined;
}
function encodeAuth(username, password) {
    return { auth: node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(`${username}:${password}`).toString('base64') };
}
/** Username and secret of an entry in the words of the helper protocol: a refresh token has the username `<token>`. */
function decodeAuth(entry) {
    const { identitytoken, auth } = spellEntry(entry);
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { username: '<token>', secret: identitytoken };
    if (typeof auth !== 'string')
        return undefined;
    const text = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(auth, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon <= 0 ? undefined : { username: text.slice(0, colon), secret: text.slice(colon + 1) };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=config-file.js.map

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

/***/ }),

/***/ 4642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createKubernetesSecrets: () => (/* binding */ createKubernetesSecrets)
});

// EXTERNAL MODULE: ./packages/core/lib/api/failure.js
var failure = __webpack_require__(2676);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var credential_secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/api.js
var kubernetes_api = __webpack_require__(5362);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-edit.js
var config_edit = __webpack_require__(112);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-file.js
var config_file = __webpack_require__(8674);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/go-json.js
/**
 * Go's JSON is fit for HTML: three characters of ASCII, and two that end a line in JavaScript, are escapes in it
 * (https://pkg.go.dev/encoding/json#HTMLEscape). The rest of what JSON.stringify writes is the same.
 */
function escapeForGo(json) {
    const wellFormed = Buffer.from(json).toString('utf8');
    return wellFormed.replace(/[<>&\u2028\u2029]/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
//# sourceMappingURL=go-json.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/pull-credential.js



/** Where a secret of the type `kubernetes.io/dockerconfigjson` keeps the text that this file is about. */
const CONFIG_KEY = '.dockerconfigjson';
/** What a kubelet looks a credential of this registry up by: https://kubernetes.io/docs/concepts/containers/images/#config-json */
function pull_credential_chooseServer({ registry, key, host }) {
    // Docker Hub alone is stored under an address of its own.
    return key === host ? registry : key;
}
/** The text of a new secret, byte for byte as kubectl writes it: Go's own order of fields and escapes. */
function composeConfig({ server, ...login }) {
    return escapeForGo(JSON.stringify({ auths: { [server]: composeEntry(login) } }));
}
function composeEntry({ username, password, email = '' }) {
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    // Go drops an empty one.
    return { username, password, ...(email === '' ? {} : { email }), auth };
}
/** Undefined for a text that no kubelet could read: it is never repaired by overwriting it. */
function parseAuths(text) {
    try {
        const value = JSON.parse(text);
        if (!(0,config_file/* isObject */.Gv)(value))
            return undefined;
        const auths = value['auths'] ?? {};
        return (0,config_file/* isObject */.Gv)(auths) ? auths : undefined;
    }
    catch {
        // The parser's words repeat what stands around the fault.
        return undefined;
    }
}
/** The keys that mean this registry: people write the scheme too, or end in a slash. */
function listOwnKeys(auths, server) {
    return Object.keys(auths).filter((key) => tidyKey(key) === tidyKey(server));
}
/**
 * Keys of others that a kubelet would also try for this registry, or this one's for theirs: of one host it takes every
 * entry whose path is a prefix, in the middle of a word too, the longest first.
 */
function listOverlaps(auths, server) {
    const [host, path] = splitKey(server);
    return Object.keys(auths).filter((key) => {
        const [otherHost, other] = splitKey(key);
        return otherHost === host && other !== path && (path.startsWith(other) || other.startsWith(path));
    });
}
function splitKey(key) {
    const tidy = tidyKey(key);
    const slash = tidy.includes('/') ? tidy.indexOf('/') : tidy.length;
    return [tidy.slice(0, slash), tidy.slice(slash + 1)];
}
function tidyKey(key) {
    const [host = '', ...path] = key
        .replace(/^https?:\/\//u, '')
        .replace(/\/+$/u, '')
        .split('/');
    return [host.toLowerCase(), ...path].join('/');
}
/** What a kubelet would log in with: `auth` wins over the two fields beside it. */
function readLogin(entry) {
    if (!(0,config_file/* isObject */.Gv)(entry))
        return undefined;
    const { auth, username, password } = entry;
    const [, name, secret] = typeof auth === 'string' ? (/^([^:]*):(.*)$/su.exec(decode(auth)) ?? []) : [];
    if (name !== undefined && secret !== undefined)
        return { username: name, password: secret };
    return typeof username === 'string' && typeof password === 'string' ? { username, password } : undefined;
}
function decode(base64) {
    return Buffer.from(base64, 'base64').toString('utf8');
}
/** Whether nothing about this registry has to be written. */
function holdsLogin(text, credential) {
    const auths = parseAuths(text) ?? {};
    const keys = listOwnKeys(auths, credential.server);
    return keys.length > 0 && keys.every((key) => isSame(auths[key], credential));
}
function isSame(entry, { username, password, email }) {
    const login = readLogin(entry);
    const fields = (0,config_file/* isObject */.Gv)(entry) ? entry : {};
    const right = (name, wanted) => fields[name] === undefined || wanted === undefined || fields[name] === wanted;
    const parts = right('username', username) && right('password', password);
    const mail = email === undefined || email === '' || fields['email'] === email;
    return login?.username === username && login.password === password && parts && mail;
}
/**
 * The text with this registry's entry set, under whatever spelling it has there; all other bytes stay. A token that stood
 * for the old password goes with it.
 */
function mergeConfig(text, credential) {
    const merged = editConfig(text, credential);
    // A key that is named twice is edited at its first place and read at its last: the text is made anew without the first.
    return holdsLogin(merged, credential) ? merged : editConfig(JSON.stringify(JSON.parse(text)), credential);
}
function editConfig(text, credential) {
    const auths = parseAuths(text) ?? {};
    const known = listOwnKeys(auths, credential.server);
    return (known.length === 0 ? [credential.server] : known).reduce((merged, key) => {
        const old = (0,config_file/* isObject */.Gv)(auths[key]) ? auths[key] : {};
        const { username: _name, password: _secret, auth: _pair, identitytoken: _i, registrytoken: _r, ...rest } = old;
        const { email: mail, ...kept } = rest;
        const email = credential.email ?? (typeof mail === 'string' ? mail : '');
        const { auth, ...login } = composeEntry({ ...credential, email });
        return (0,config_edit/* putAuth */.Y)(merged, key, { ...login, ...kept, auth });
    }, text);
}
//# sourceMappingURL=pull-credential.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
// EXTERNAL MODULE: ./packages/core/lib/api/time.js
var api_time = __webpack_require__(121);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/secret.js




/** The type of a pull secret; a secret keeps its type for life. */
const PULL_SECRET_TYPE = 'kubernetes.io/dockerconfigjson';
function locateSecrets(namespace) {
    return `api/v1/namespaces/${encodeURIComponent(namespace)}/secrets`;
}
function secret_locateSecret({ namespace, name }) {
    return `${locateSecrets(namespace)}/${encodeURIComponent(name)}`;
}
/** Undefined where there is none, and where there is no such namespace. Throws `DCR_TARGET_REFUSED` and what `ask` throws. */
async function readSecret(place, api, signal) {
    const answer = await api.ask({ method: 'GET', path: secret_locateSecret(place), signal });
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw (0,kubernetes_api.refuseAnswer)(answer, { verb: 'get', resource: 'secrets', ...place }, api);
    return (0,json/* readObject */.Ag)(answer, api);
}
/** The docker configuration in it, empty where there is none. */
function readConfigText({ data }) {
    return Buffer.from(data?.[CONFIG_KEY] ?? '', 'base64').toString('utf8');
}
/**
 * When its login was last written: by whoever owns the field now (milliseconds since the epoch), else since it exists.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 */
function readWriteTime({ metadata }) {
    const owners = (metadata?.managedFields ?? []).filter(({ fieldsV1 }) => fieldsV1?.['f:data']?.[`f:${CONFIG_KEY}`] !== undefined);
    const times = owners.map(({ time }) => (0,api_time/* parseInstant */.n)(time)).filter((time) => time !== null);
    return times.length > 0 ? Math.max(...times) : (0,api_time/* parseInstant */.n)(metadata?.creationTimestamp);
}
//# sourceMappingURL=secret.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/owner.js
/**
 * Marks by which other systems know what is theirs and put back what somebody else changes. Sources: the pages of
 * argo-cd.readthedocs.io (resource tracking), fluxcd.io (kustomize and helm controllers), helm.sh (labels and annotations),
 * external-secrets.io, developer.hashicorp.com (vault-secrets-operator), kyverno.io (generate rules), and the READMEs of
 * kubernetes-replicator and kubernetes-reflector.
 */
const RULES = [
    { owner: 'Argo CD', annotation: /^argocd\.argoproj\.io\/tracking-id$/u },
    { owner: 'Argo CD', label: /^argocd\.argoproj\.io\/instance$/u },
    { owner: 'Flux', label: /^(?:kustomize|helm)\.toolkit\.fluxcd\.io\/name$/u },
    { owner: 'Helm', annotation: /^meta\.helm\.sh\/release-name$/u },
    { owner: 'Helm', label: /^app\.kubernetes\.io\/managed-by$/u, value: /^Helm$/u },
    { owner: 'External Secrets', label: /^reconcile\.external-secrets\.io\/managed$/u },
    { owner: 'External Secrets', annotation: /^reconcile\.external-secrets\.io\/data-hash$/u },
    { owner: 'Sealed Secrets', annotation: /^sealedsecrets\.bitnami\.com\/managed$/u, value: /^true$/u },
    { owner: 'Vault Secrets Operator', label: /^app\.kubernetes\.io\/managed-by$/u, value: /^hashicorp-vso$/u },
    { owner: 'Kyverno', label: /^app\.kubernetes\.io\/managed-by$/u, value: /^kyverno$/u },
    { owner: 'kubernetes-replicator', annotation: /^replicator\.v1\.mittwald\.de\/replicated-from-version$/u },
    { owner: 'kubernetes-reflector', annotation: /^reflector\.v1\.k8s\.emberstack\.com\/reflects$/u },
];
/** Kinds that own a secret by `ownerReferences`, in the words of their makers. */
const KINDS = {
    ExternalSecret: 'External Secrets',
    ClusterExternalSecret: 'External Secrets',
    SealedSecret: 'Sealed Secrets',
    VaultStaticSecret: 'Vault Secrets Operator',
    VaultDynamicSecret: 'Vault Secrets Operator',
};
/** Who else keeps this object as they want it, with the mark that says so; undefined where nobody does. */
function findOwner({ labels, annotations, ownerReferences } = {}) {
    const [reference] = ownerReferences ?? [];
    if (reference !== undefined) {
        const { kind = 'object', name = '' } = reference;
        const known = Object.hasOwn(KINDS, kind) ? `${KINDS[kind]} ` : '';
        return `${known}(ownerReferences: ${kind} ${name})`;
    }
    for (const { owner, label, annotation, value = /^/u } of RULES) {
        const marks = Object.entries((label === undefined ? annotations : labels) ?? {});
        const found = marks.find(([key, text]) => (label ?? annotation)?.test(key) === true && value.test(text));
        if (found !== undefined)
            return `${owner} (${label === undefined ? 'annotation' : 'label'} ${found[0]})`;
    }
    return undefined;
}
//# sourceMappingURL=owner.js.map
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/secret-change.js






/** `kept`: whose entries stay beside ours. */
function decideChange(found, credential, { place, replace, force }) {
    if (found === undefined)
        return { do: 'create', text: composeConfig(credential), notes: [], kept: [] };
    const text = readConfigText(found);
    const auths = parseAuths(text === '' ? '{}' : text);
    const own = listOwnKeys(auths ?? {}, credential.server);
    const kept = Object.keys(auths ?? {})
        .filter((key) => !own.includes(key))
        .map((key) => (0,masking/* quoteForeignText */._z)(key, []));
    const notes = describeNotes(found, { auths: auths ?? {}, credential });
    const what = `secret ${place.name} in namespace ${place.namespace}`;
    const stuck = describeStuck(found, auths);
    // An immutable one that is right already is none that has to be changed.
    const isRead = found.type === PULL_SECRET_TYPE && auths !== undefined;
    if (isRead && holdsLogin(text, credential))
        return { do: 'nothing', notes, kept };
    const end = describeEnd(found, { replace, stuck });
    if (end !== undefined)
        return { do: 'refuse', error: (0,failure/* refuseTarget */.Ml)(`${what} ${end}`, ENDING), notes, kept };
    const owner = findOwner(found.metadata);
    if (owner !== undefined && !force)
        return { do: 'refuse', error: refuseForeign(what, owner), notes, kept };
    if (stuck === undefined)
        return { do: 'update', text: mergeConfig(text === '' ? '{}' : text, credential), found, notes, kept };
    if (!replace)
        return { do: 'refuse', error: refuseStuck(what, stuck), notes, kept };
    // Of a text that nobody can read nothing can be kept.
    const anew = auths === undefined || text === '' ? composeConfig(credential) : mergeConfig(text, credential);
    return { do: 'replace', text: anew, found, notes, kept };
}
/** What keeps a secret from being changed in place. */
function describeStuck({ type = 'Opaque', immutable }, auths) {
    if (type !== PULL_SECRET_TYPE)
        return `has the type ${(0,masking/* quoteForeignText */._z)(type, [])}, and a secret keeps its type for life`;
    if (immutable === true)
        return 'is immutable';
    return auths === undefined ? `holds no docker configuration under ${CONFIG_KEY}` : undefined;
}
const ENDING = 'Wait until it is gone, or have whoever put the finalizer there take it away; then run it again.';
/** A secret that is on its way out takes a change along; one that somebody holds back cannot be made anew. */
function describeEnd({ metadata }, { replace, stuck }) {
    const finalizers = (metadata?.finalizers ?? []).join(', ');
    const held = finalizers === '' ? '' : `, held back by ${(0,masking/* quoteForeignText */._z)(finalizers, [])}`;
    if (metadata?.deletionTimestamp !== undefined)
        return `is being deleted${held}`;
    return replace && stuck !== undefined && held !== '' ? `cannot be deleted and created anew${held}` : undefined;
}
function refuseStuck(what, why) {
    return (0,failure/* refuseTarget */.Ml)(`${what} ${why}; it was left as it is`, 'Choose another name, or have it deleted and created anew: dcr-login pull-secret … --replace --apply. A pod that starts in between cannot pull.');
}
function refuseForeign(what, owner) {
    return new errors/* DcrError */.ol('DCR_TARGET_FOREIGN', {
        message: `${what} belongs to ${owner}, which would put the old credential back; it was left as it is`,
        remedy: 'Change the credential there. To write it all the same: --force, or force: true on the target of a rotation.',
    });
}
/** `kubectl apply` keeps what it was given in an annotation, which anybody who may read the secret reads with it. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
function describeNotes({ metadata }, { auths, credential }) {
    const applied = metadata?.annotations?.[LAST_APPLIED] !== undefined;
    const overlaps = listOverlaps(auths, credential.server);
    return [
        ...(applied ? [`the annotation ${LAST_APPLIED} keeps the credential that kubectl apply was given once`] : []),
        ...overlaps.map((key) => `a kubelet may also try the entry "${(0,masking/* quoteForeignText */._z)(key, [])}" of it`),
    ];
}
/** What of the old object a new one with the same name is to have. */
function carryOver({ data, immutable, metadata }) {
    const { [LAST_APPLIED]: _applied, ...annotations } = metadata?.annotations ?? {};
    const { labels, ownerReferences } = metadata ?? {};
    // A finalizer is none of it: `describeEnd` refuses what has one.
    const owners = ownerReferences === undefined || ownerReferences === null ? {} : { ownerReferences };
    return {
        metadata: { labels: labels ?? {}, annotations, ...owners },
        data: data ?? {},
        ...(immutable === undefined ? {} : { immutable }),
    };
}
//# sourceMappingURL=secret-change.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/secret-write.js







/** How often a write is made anew on top of what somebody else wrote in between. */
const TRIES = 30;
/**
 * Puts the credential into one secret, on top of what stands there at that very moment: the version that was read is the
 * fence of the write, and whoever was faster is read again. Nothing is written where nothing changes.
 * Throws `DCR_TARGET_REFUSED`, `DCR_TARGET_FOREIGN` and what `ask` throws.
 */
async function writeSecret(write, work) {
    const { place, credential, guard } = write;
    let landed;
    for (let tries = 1; tries <= TRIES; tries += 1) {
        const found = await readSecret(place, work.api, work.signal);
        guard?.(found);
        const change = decideChange(found, credential, write);
        const { notes, kept } = change;
        if (change.do === 'refuse')
            throw change.error;
        // What stands there now is our own write, whose answer was lost.
        if (change.do === 'nothing')
            return { state: landed ?? 'unchanged', notes, kept };
        const stored = await applyChange(change, place, work);
        if (typeof stored !== 'string') {
            refuseOther(stored, write);
            return { state: DONE[change.do], notes, kept };
        }
        if (stored === 'lost')
            landed = DONE[change.do];
        await pauseBriefly(tries, work);
    }
    throw refuseBusy(`secret ${place.name} in namespace ${place.namespace}`);
}
const DONE = { create: 'created', update: 'updated', replace: 'replaced' };
async function applyChange(change, place, work) {
    if (change.do === 'create')
        return create({}, change.text, place, work);
    if (change.do === 'update') {
        const { resourceVersion } = change.found.metadata ?? {};
        const body = { metadata: { resourceVersion }, data: { [CONFIG_KEY]: encode(change.text) } };
        return settle(await send('PATCH', secret_locateSecret(place), body, work), { verb: 'patch', ...place }, work);
    }
    return replace(change, place, work);
}
/** `base`: what a new object is to have beside our own key. */
async function create(base, text, place, work, query = {}) {
    const metadata = base.metadata ?? { labels: { 'app.kubernetes.io/managed-by': kubernetes_api.FIELD_MANAGER } };
    const body = {
        apiVersion: 'v1',
        kind: 'Secret',
        ...base,
        metadata: { ...metadata, name: place.name },
        type: PULL_SECRET_TYPE,
        data: { ...base.data, [CONFIG_KEY]: encode(text) },
    };
    const answer = await send('POST', locateSecrets(place.namespace), body, work, query);
    return settle(answer, { verb: 'create', namespace: place.namespace }, work);
}
/**
 * Between the two requests there is no secret, which is why this is done on request only. The right to create is asked
 * for before anything is deleted; what comes after the deletion is not broken off, for it alone knows what was there.
 */
async function replace({ found, text }, place, work) {
    const base = carryOver(found);
    // It is there, so the answer of a server that would let us is a conflict.
    await create(base, text, place, work, { dryRun: 'All' });
    const whole = { ...work, signal: new AbortController().signal };
    const { uid, resourceVersion } = found.metadata ?? {};
    const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid, resourceVersion } };
    const deleted = await send('DELETE', secret_locateSecret(place), body, whole);
    // Gone: the answer to the first try may have been lost.
    if (deleted.status !== 404 && typeof settle(deleted, { verb: 'delete', ...place }, work) === 'string')
        return 'conflict';
    try {
        return await create(base, text, place, whole);
    }
    catch (cause) {
        const { message: why } = cause;
        const message = `secret ${place.name} in namespace ${place.namespace} was deleted and could not be created anew: ${why}`;
        const remedy = 'Run the same command again: it creates the secret with this registry alone. What else was in it has to come from where it came from.';
        throw new errors/* DcrError */.ol('DCR_TARGET_REFUSED', { message, remedy, cause });
    }
}
async function send(method, path, body, { api, signal }, query = {}) {
    const type = method === 'PATCH' ? kubernetes_api.MERGE_PATCH : json/* JSON_TYPE */.sR;
    const manager = method === 'DELETE' ? {} : { fieldManager: kubernetes_api.FIELD_MANAGER };
    return api.ask({ method, path, query: { ...manager, ...query }, body: { type, text: JSON.stringify(body) }, signal });
}
/** 409: somebody was faster; 404 to a change: somebody deleted it. */
function settle(answer, attempt, { api }) {
    if (answer.status === 200 || answer.status === 201)
        return (0,json/* readObject */.Ag)(answer, api);
    const isGone = answer.status === 404 && attempt.verb !== 'create';
    if ((answer.status === 409 && (0,kubernetes_api.readReason)(answer) !== undefined) || isGone)
        return answer.mayHaveLanded ? 'lost' : 'conflict';
    throw (0,kubernetes_api.refuseAnswer)(answer, { resource: 'secrets', ...attempt }, api);
}
/** What the server stored is what it answers: an admission webhook may have had its own mind. */
function refuseOther(stored, { place, credential }) {
    if (holdsLogin(readConfigText(stored), credential))
        return;
    throw (0,failure/* refuseTarget */.Ml)(`secret ${place.name} in namespace ${place.namespace} was written, and the server stored something else`, 'Find out which admission webhook changes secrets there.');
}
function encode(text) {
    return Buffer.from(text).toString('base64');
}
/** Two that write the same object all the time must not keep in step. Milliseconds: 10 at first, 200 in the end. */
async function pauseBriefly(tries, { clock, signal }) {
    await clock.sleep(Math.min(10 * tries, 200) * clock.random(), signal);
}
function refuseBusy(what) {
    return (0,failure/* refuseTarget */.Ml)(`${what} is written by somebody else so often that no write of ours came between`, 'Find out who writes it, then run it again.');
}
//# sourceMappingURL=secret-write.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/service-account.js





/**
 * Whether new pods of this account pull with this secret, and what is to be known before it is added.
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
async function inspectAccount(place, secret, work) {
    const found = await readAccount(place, work);
    return names(found).includes(secret)
        ? { state: 'present', notes: [] }
        : { state: 'add', notes: describeOwner(found) };
}
/**
 * Adds the secret to the account's `imagePullSecrets`. The list is atomic: every kind of patch replaces it
 * (https://github.com/kubernetes/kubernetes/issues/72475), so the whole of it is written back, and only on top of the
 * version that was read.
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
async function attachPullSecret(place, secret, work) {
    const { api, signal } = work;
    let mayHaveLanded = false;
    for (let tries = 1; tries <= TRIES; tries += 1) {
        const found = await readAccount(place, work);
        if (names(found).includes(secret))
            return mayHaveLanded ? { state: 'added', notes: describeOwner(found) } : { state: 'present', notes: [] };
        const { metadata, references } = found;
        const { resourceVersion } = metadata;
        const body = { metadata: { resourceVersion }, imagePullSecrets: [...references, { name: secret }] };
        const answer = await api.ask({
            method: 'PATCH',
            path: locateAccount(place),
            query: { fieldManager: kubernetes_api.FIELD_MANAGER },
            body: { type: kubernetes_api.MERGE_PATCH, text: JSON.stringify(body) },
            signal,
        });
        if (answer.status === 200)
            return { state: 'added', notes: describeOwner(found) };
        if (answer.status !== 409 && answer.status !== 404)
            throw (0,kubernetes_api.refuseAnswer)(answer, attempt('patch', place), api);
        ({ mayHaveLanded } = answer);
        await pauseBriefly(tries, work);
    }
    throw refuseBusy(`service account ${place.account} in namespace ${place.namespace}`);
}
async function readAccount(place, { api, signal }) {
    const answer = await api.ask({ method: 'GET', path: locateAccount(place), signal });
    if (answer.status === 404)
        throw (0,failure/* refuseTarget */.Ml)(`there is no service account ${place.account} in namespace ${place.namespace}`, 'Create it, or correct its name; that of a new namespace appears a moment after it.');
    if (answer.status !== 200)
        throw (0,kubernetes_api.refuseAnswer)(answer, attempt('get', place), api);
    const { metadata, imagePullSecrets } = (0,json/* readObject */.Ag)(answer, api);
    return { metadata: (metadata ?? {}), references: (0,json/* readObjects */.$I)(imagePullSecrets) };
}
/**
 * No refusal, as for a secret: nothing of the owner's is written over, and one whose manifest names no `imagePullSecrets`
 * leaves them alone.
 */
function describeOwner({ metadata }) {
    const owner = findOwner(metadata);
    return owner === undefined
        ? []
        : [`it belongs to ${owner}, which may take the pull secret out again; add it there as well`];
}
function locateAccount({ namespace, account }) {
    return `api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(account)}`;
}
function attempt(verb, { namespace, account }) {
    return { verb, resource: 'serviceaccounts', namespace, name: account };
}
function names({ references }) {
    return references.map(({ name }) => name);
}
//# sourceMappingURL=service-account.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/rehearsal.js





/**
 * Has the server go through a write and store nothing (https://kubernetes.io/docs/reference/using-api/api-concepts/#dry-run):
 * rights, quotas and admission are judged as for the write itself. Gives one sentence for what only the write will show.
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
async function rehearseSecret(place, found, work) {
    if (found === undefined) {
        const data = { [CONFIG_KEY]: Buffer.from('{"auths":{}}').toString('base64') };
        const body = { apiVersion: 'v1', kind: 'Secret', metadata: { name: place.name }, type: PULL_SECRET_TYPE, data };
        const attempt = { verb: 'create', resource: 'secrets', namespace: place.namespace };
        return rehearse({ method: 'POST', path: locateSecrets(place.namespace), body, attempt }, work);
    }
    const attempt = { verb: 'patch', resource: 'secrets', ...place };
    return rehearse({ method: 'PATCH', path: secret_locateSecret(place), body: { data: found.data ?? {} }, attempt }, work);
}
/** The same for what is to be deleted and created anew. */
async function rehearseReplacement(place, work) {
    const deletes = { verb: 'delete', resource: 'secrets', ...place };
    const doubts = await rehearse({ method: 'DELETE', path: locateSecret(place), body: {}, attempt: deletes }, work);
    return [...doubts, ...(await rehearseSecret(place, undefined, work))];
}
/** The same for the list of an account that is about to become longer. */
async function rehearseAccount(place, work) {
    const { namespace, account } = place;
    const attempt = { verb: 'patch', resource: 'serviceaccounts', namespace, name: account };
    return rehearse({ method: 'PATCH', path: locateAccount(place), body: {}, attempt }, work);
}
async function rehearse({ method, path, body, attempt }, work) {
    const { api, signal } = work;
    const answer = await api.ask({
        method,
        path,
        query: { dryRun: 'All', ...(method === 'DELETE' ? {} : { fieldManager: kubernetes_api.FIELD_MANAGER }) },
        body: { type: method === 'PATCH' ? kubernetes_api.MERGE_PATCH : json/* JSON_TYPE */.sR, text: JSON.stringify(body) },
        signal,
    });
    // Whoever is faster now is looked at again by the write.
    if (answer.status < 400 || answer.status === 409)
        return [];
    return isUnsupported(answer) ? askAccess(attempt, work) : Promise.reject((0,kubernetes_api.refuseAnswer)(answer, attempt, api));
}
/** An admission webhook with effects of its own cannot be rehearsed: the server says so and asks it nothing. */
function isUnsupported({ status, body }) {
    return status === 400 && /dry.?run/iu.test(body);
}
/** Everybody may ask that of himself: https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access */
async function askAccess(attempt, { api, signal }) {
    const { verb, resource, namespace, name } = attempt;
    const resourceAttributes = { verb, resource, namespace, ...(name === undefined ? {} : { name }) };
    const body = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: { resourceAttributes } };
    const answer = await api.ask({
        method: 'POST',
        path: 'apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        body: { type: json/* JSON_TYPE */.sR, text: JSON.stringify(body) },
        signal,
    });
    const { status } = answer.status === 201 ? (0,json/* readObject */.Ag)(answer, api) : {};
    if (status?.allowed === false)
        throw (0,kubernetes_api.refuseAnswer)({ ...answer, status: 403 }, attempt, api);
    return ['whether an admission webhook lets the write through shows only then'];
}
//# sourceMappingURL=rehearsal.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/wanted.js






/** What a secret is called where nobody says otherwise. */
const DEFAULT_NAME = 'dcr-credentials';
/** Throws `DCR_INPUT_INVALID` and what `checkCredential` throws. */
function readWanted(request, { clock }) {
    const reference = parseRegistry(request.registry);
    const { registry, tidied } = reference;
    const { username, password } = checkCredential(request.credential, { registry, now: clock.now() });
    const email = request.email === undefined ? {} : { email: request.email };
    const credential = { server: chooseServer(reference), username, password: password.reveal(), ...email };
    return {
        registry,
        name: checkName(request.name ?? DEFAULT_NAME, 'the name of the secret'),
        credential,
        forms: deriveSecretForms(credential),
        notes: tidied,
    };
}
/** Every form in which a Secret, or what quotes one, shows the credential: it is base64 in it, and its `auth` twice. */
function deriveSecretForms(credential) {
    const { username, password } = credential;
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    const whole = Buffer.from(composeConfig(credential)).toString('base64');
    const forms = (0,masking/* deriveMaskedForms */.UO)({ username, password: new credential_secret/* Secret */.z(password) });
    return [whole, ...new Set([...(0,masking/* encodeBase64Forms */.rk)(auth), ...forms])].toSorted((a, b) => b.length - a.length);
}
//# sourceMappingURL=wanted.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/name.js

/**
 * As a secret or a namespace can be called: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 * Throws `DCR_INPUT_INVALID`.
 */
function name_checkName(name, what) {
    if (name.length <= 253 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/u.test(name))
        return name;
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `${what} cannot be "${name}"`,
        remedy: 'Names are lower-case letters, digits, hyphens and dots.',
    });
}
//# sourceMappingURL=name.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var reference = __webpack_require__(3256);
;// CONCATENATED MODULE: ./packages/core/lib/targets/kubernetes-secret/place.js





/** One place a namespace. Throws `DCR_CONFIG_INVALID`. */
function locateKubernetesSecrets(options, { cluster, registry }) {
    const { serviceAccounts: accounts = [], force = false } = options;
    const name = check(options.name ?? DEFAULT_NAME, 'name');
    const server = pull_credential_chooseServer((0,reference/* parseRegistry */.l5)(registry));
    return [...new Set(options.namespaces)].map((given) => {
        const secret = { namespace: check(given, 'namespace'), name };
        const where = `${secret.namespace}/${name} ${server}`;
        return {
            id: `kubernetes-secret ${cluster.context} ${where}`,
            type: 'kubernetes-secret',
            // Two contexts may lead to one cluster.
            writes: [`kubernetes-secret ${cluster.server.host}${cluster.server.pathname} ${where}`],
            api: cluster.server.host,
            secret,
            server,
            accounts,
            force,
        };
    });
}
function check(text, what) {
    try {
        return name_checkName(text, `the ${what} of kubernetes-secret`);
    }
    catch (error) {
        throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message: error.message, cause: error });
    }
}
//# sourceMappingURL=place.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/kubernetes-secret/target.js











/**
 * One registry's entry in the pull secret of each namespace, and the secret in the list of its accounts.
 * A cluster that cannot be opened is told by whoever asks it: a credential that is not rotated now must not keep others
 * from being rotated. Throws `DCR_CONFIG_INVALID` for a name.
 */
async function createKubernetesSecrets(options, { ports, registry }) {
    const cluster = await ports.clusters.open(options.context).catch((error) => standIn(options.context, error));
    const places = locateKubernetesSecrets(options, { cluster, registry });
    return places.map((place) => createTarget(place, cluster, ports));
}
function standIn(context = 'current context', error) {
    const server = new URL('https://kubernetes.invalid/');
    return { context, server, namespace: 'default', inside: false, http: { request: () => Promise.reject(error) } };
}
function createTarget(place, cluster, { clock }) {
    const { id, type, writes, api: host, secret, server, accounts, force } = place;
    const open = (signal, credential) => {
        const forms = credential === undefined ? [] : deriveSecretForms(toPullCredential(credential, server));
        return { api: (0,kubernetes_api.openKubernetes)(cluster, clock, { forms }), clock, signal };
    };
    return {
        id,
        type,
        writes,
        api: host,
        async inspect(signal) {
            const work = open(signal);
            const found = await readSecret(secret, work.api, signal);
            refuseKnown(found, place);
            const unknown = new Set(await rehearseSecret(secret, found, work));
            for (const account of accounts) {
                const at = { namespace: secret.namespace, account };
                const { state, notes } = await inspectAccount(at, secret.name, work);
                if (state === 'present')
                    continue;
                for (const note of notes)
                    unknown.add(`service account ${account}: ${note}`);
                for (const doubt of await rehearseAccount(at, work))
                    unknown.add(doubt);
            }
            const login = found === undefined ? undefined : readStored(found, server);
            return {
                stored: login === undefined ? undefined : { username: login.username, password: new credential_secret/* Secret */.z(login.password) },
                exists: login !== undefined,
                version: found?.metadata?.resourceVersion ?? null,
                since: found === undefined || login === undefined ? null : readWriteTime(found),
                unknown: [...unknown],
            };
        },
        async write(credential, facts, signal) {
            const work = open(signal, credential);
            const login = toPullCredential(credential, server);
            const guard = (found) => refuseStranger(found, { facts, login, place });
            await writeSecret({ place: secret, credential: login, replace: false, force, guard }, work);
            // In this order: an account never names a secret that is not there.
            for (const account of accounts)
                await attachPullSecret({ namespace: secret.namespace, account }, secret.name, work);
        },
        async check(credential, _facts, signal) {
            const work = open(signal, credential);
            const found = await readSecret(secret, work.api, signal);
            const holds = found !== undefined && holdsLogin(readConfigText(found), toPullCredential(credential, server));
            for (const account of holds ? accounts : []) {
                const { state } = await inspectAccount({ namespace: secret.namespace, account }, secret.name, work);
                if (state !== 'present')
                    return { kind: 'read-back', holds: false };
            }
            return { kind: 'read-back', holds };
        },
    };
}
function toPullCredential({ username, password }, server) {
    return { server, username, password: password.reveal() };
}
/** Whatever the new credential will be: this secret cannot take it. */
function refuseKnown(found, { secret, server, force }) {
    const any = { server, username: '', password: '' };
    const change = decideChange(found, any, { place: secret, replace: false, force });
    if (change.do === 'refuse')
        throw change.error;
}
function readStored(found, server) {
    const auths = parseAuths(readConfigText(found) || '{}') ?? {};
    const [key] = listOwnKeys(auths, server);
    return key === undefined ? undefined : readLogin(auths[key]);
}
/** Other entries may have changed since the plan; a credential that nobody has seen is never overwritten. */
function refuseStranger(found, known) {
    const { facts, login, place } = known;
    const now = found === undefined ? undefined : readStored(found, place.server);
    if (now === undefined || target_isSame(now, login))
        return;
    const seen = facts.stored;
    if (seen !== undefined && target_isSame(now, { username: seen.username, password: seen.password.reveal() }))
        return;
    throw (0,failure/* refuseTarget */.Ml)(`${place.id} was written by somebody else since it was looked at; it was left as it is`, 'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.');
}
function target_isSame(one, other) {
    return one.username === other.username && one.password === other.password;
}
//# sourceMappingURL=target.js.map

/***/ })

};
;