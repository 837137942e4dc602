"use strict";
exports.id = 914;
exports.ids = [914];
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

/***/ 3914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGitlabVariable: () => (/* binding */ createGitlabVariable)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/api/failure.js
var failure = __webpack_require__(2676);
// EXTERNAL MODULE: ./packages/core/lib/targets/names.js
var targets_names = __webpack_require__(4120);
// EXTERNAL MODULE: ./packages/core/lib/api/client.js
var client = __webpack_require__(7927);
// EXTERNAL MODULE: ./packages/core/lib/api/token.js
var api_token = __webpack_require__(6123);
// EXTERNAL MODULE: ./packages/core/lib/registry/retry.js
var retry = __webpack_require__(2867);
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/api.js




/** `forms`: of the credential that is being written. Throws `DCR_CREDENTIAL_MISSING`. */
function openGitlab(place, ports, forms = []) {
    const token = (0,api_token/* readApiToken */.q)(ports.environment, { variable: place.tokenEnv, api: `GitLab (${place.base.host})` });
    const headers = { 'private-token': token.value.reveal() };
    const secret = [...token.forms, ...forms];
    return (0,client/* createApi */.x)({ base: place.base, name: 'GitLab', headers, forms: secret, readQuota }, ports);
}
/** Some of GitLab's 429 name no time at all: https://gitlab.com/gitlab-org/gitlab/-/issues/365728 */
function readQuota({ status, headers }, now) {
    if (status !== 429)
        return undefined;
    const asked = (0,retry/* parseRetryAfter */.mu)(headers['retry-after']?.[0], now);
    if (asked !== undefined)
        return asked;
    const reset = Number(headers['ratelimit-reset']?.[0]);
    return reset > 0 ? Math.max(1, Math.ceil(reset - now / 1000)) : 60;
}
/** Why GitLab will not do it, and what the token or the place lacks. */
function refuseGitlab(place, answer, api) {
    const { label, tokenEnv, role } = place;
    const message = `variables of ${label} on GitLab cannot be written: GitLab answered ${(0,failure/* describeAnswer */.O1)(answer, api.forms)}`;
    const needs = `Give the token in ${tokenEnv} the scope api and the role ${role}; CI_JOB_TOKEN can never write variables`;
    const remedies = {
        400: 'GitLab takes no such value or attribute: correct what it names.',
        401: `The token in ${tokenEnv} is wrong, revoked or expired: make a new one.`,
        403: /archived/iu.test(answer.body) ? `Unarchive ${label}, or take it out of the rotation.` : `${needs}.`,
        404: `Check the spelling of ${label}. GitLab says 404 also where the token may not look: ${needs}.`,
        409: 'Several variables have this key: name the one by environmentScope.',
    };
    return (0,failure/* refuseTarget */.Ml)(message, remedies[answer.status] ?? `${needs}.`);
}
//# sourceMappingURL=api.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/permission.js



/**
 * What can be known of the right to write without writing; the rest is returned as sentences. That variables can be read
 * at all proves the role. Throws `DCR_TARGET_REFUSED`.
 */
async function inspectPermission(work) {
    const { place, api, signal } = work;
    if (place.kind === 'project') {
        const answer = await api.ask({ method: 'GET', path: place.owner, signal });
        if (answer.status !== 200)
            throw refuseGitlab(place, answer, api);
        if ((0,json/* readObject */.Ag)(answer, api)['archived'] === true) {
            const remedy = `Unarchive ${place.label}, or take it out of the rotation.`;
            throw (0,failure/* refuseTarget */.Ml)(`${place.label} on GitLab is archived: its variables cannot be written`, remedy);
        }
    }
    // Since GitLab 15.5, for personal, project and group tokens; OAuth tokens have no such page.
    const answer = await api.ask({ method: 'GET', path: 'personal_access_tokens/self', signal });
    const scopes = answer.status === 200 ? (0,json/* readObject */.Ag)(answer, api)['scopes'] : undefined;
    if (!Array.isArray(scopes))
        return [`whether the token in ${place.tokenEnv} has the scope api shows only when it writes to ${place.label}`];
    if (scopes.includes('api'))
        return [];
    const message = `the token in ${place.tokenEnv} cannot write variables of ${place.label}: it has the scopes "${scopes.join(' ')}"`;
    throw (0,failure/* refuseTarget */.Ml)(message, 'Use a token with the scope api.');
}
//# sourceMappingURL=permission.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/address.js
var address = __webpack_require__(4870);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/place.js



/** Throws `DCR_CONFIG_INVALID`. */
function locateGitlabVariable(options) {
    const { project, group, environmentScope: scope = '*', tokenEnv = 'GITLAB_TOKEN' } = options;
    const name = String(project ?? group ?? '').replace(/^\/+|\/+$/gu, '');
    const what = `gitlab-variable ${name}`;
    if ((project === undefined) === (group === undefined) || name === '')
        refuse('a gitlab-variable has either project or group');
    // https://docs.gitlab.com/ci/environments/#limit-the-environment-scope-of-a-cicd-variable
    if (scope === '' || scope.length > 255)
        refuse(`${what}: environmentScope has 1 to 255 characters`);
    const names = (0,targets_names/* chooseNames */.yC)(options.names, what);
    for (const key of (0,targets_names/* listNames */.Zv)(names))
        if (!/^[A-Za-z0-9_]{1,255}$/u.test(key))
            refuse(`${what}: GitLab takes no variable of the name ${JSON.stringify(key)}`);
    const base = (0,address/* parseApiAddress */.M)(options.apiUrl ?? 'https://gitlab.com/api/v4', `apiUrl of ${what}`);
    const kind = project === undefined ? 'group' : 'project';
    const words = [
        'gitlab-variable',
        base.host === 'gitlab.com' ? '' : base.host,
        kind === 'group' ? 'group' : '',
        name,
        scope === '*' ? '' : `environments ${scope}`,
    ];
    const prefix = words.filter((word) => word !== '').join(' ');
    return {
        id: `${prefix} ${names.password}`,
        type: 'gitlab-variable',
        writes: (0,targets_names/* listNames */.Zv)(names).map((key) => `${prefix} ${key}`),
        api: base.host,
        base,
        kind,
        label: `${kind} ${name}${scope === '*' ? '' : ` (environments ${scope})`}`,
        owner: `${kind}s/${encodeURIComponent(name)}`,
        scope,
        names,
        tokenEnv,
        role: kind === 'project' ? 'Maintainer' : 'Owner',
    };
}
function refuse(message) {
    throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message });
}
//# sourceMappingURL=place.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/masking.js
/** https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/models/concerns/ci/maskable.rb */
const MASKABLE = /^[a-zA-Z0-9_+=/@:.~-]{8,}$/u;
const MASKABLE_RAW = /^\S{8,}$/u;
/** https://docs.gitlab.com/administration/instance_limits/#number-of-characters-in-cicd-variables is larger; the API says 10,000. */
const VALUE_LIMIT = 10_000;
/** Why a variable with these attributes cannot hold the value, or would give jobs another one. */
function judgeVariableValue({ masked, raw }, value) {
    if ([...value].length > VALUE_LIMIT)
        return { message: `it is longer than 10,000 characters`, remedy: 'Have the issuer give a shorter value.' };
    if (masked && !(raw ? MASKABLE_RAW : MASKABLE).test(value)) {
        const kind = raw ? 'without blanks' : 'of A-Z a-z 0-9 _ + = / @ : . ~ -';
        return {
            message: `the variable is masked, and GitLab masks only a single line of 8 or more characters ${kind}`,
            remedy: raw
                ? 'Have the issuer give a value that GitLab can mask; it is never stored unmasked from here.'
                : 'Switch off "Expand variable reference" for the variable, or have the issuer give a value that GitLab can mask.',
        };
    }
    if (!raw && value.includes('$'))
        return {
            message: 'the variable is expanded, so that jobs would see something else in place of its $',
            remedy: 'Switch off "Expand variable reference" for the variable, then: dcr-login rotate --resume.',
        };
    return undefined;
}
//# sourceMappingURL=masking.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/variable.js




/** The variable of exactly this scope. Throws `DCR_TARGET_REFUSED` where the token may not look. */
async function readVariable(key, { place, api, signal }) {
    const answer = await api.ask({ method: 'GET', path: pathOf(place, key), query: filterOf(place), signal });
    if (answer.status === 200) {
        const variable = parseVariable((0,json/* readObject */.Ag)(answer, api));
        // Without Premium, groups know no scopes and ignore the filter.
        if (variable.scope !== place.scope)
            throw refuseScope(place, variable);
        return variable;
    }
    if (answer.status === 404 && /variable/iu.test((0,failure/* readWords */.ux)(answer.body)))
        return undefined;
    throw refuseGitlab(place, answer, api);
}
/** The value and nothing else: what is not sent stays as it is. */
async function updateVariable(variable, value, work) {
    const { place, api, signal } = work;
    const problem = judgeVariableValue(variable, value);
    if (problem !== undefined) {
        const message = `${variable.key} of ${place.label} on GitLab cannot hold the new value: ${problem.message}`;
        throw (0,failure/* refuseTarget */.Ml)(message, problem.remedy);
    }
    const body = { type: json/* JSON_TYPE */.sR, text: JSON.stringify({ value }) };
    const path = pathOf(place, variable.key);
    const answer = await api.ask({ method: 'PUT', path, query: filterOf(place), body, signal });
    if (answer.status === 200)
        return 'done';
    if (answer.status === 404 && /variable/iu.test((0,failure/* readWords */.ux)(answer.body)))
        return 'gone';
    throw refuseGitlab(place, answer, api);
}
/** `taken`: somebody else made it meanwhile. */
async function createVariable(key, { value, secret }, { place, api, signal }) {
    const shape = { key, masked: secret, hidden: secret, raw: true };
    const problem = judgeVariableValue(shape, value);
    if (problem !== undefined) {
        const message = `${key} of ${place.label} on GitLab cannot hold the new value: ${problem.message}`;
        throw (0,failure/* refuseTarget */.Ml)(message, problem.remedy);
    }
    // `masked` beside it: a GitLab before 17.4 does not know `masked_and_hidden` and would store the value unmasked.
    const masking = secret ? { masked: true, masked_and_hidden: true } : {};
    const content = { key, value, raw: true, environment_scope: place.scope, ...masking };
    const body = { type: json/* JSON_TYPE */.sR, text: JSON.stringify(content) };
    const answer = await api.ask({ method: 'POST', path: `${place.owner}/variables`, body, signal });
    if (answer.status === 400 && /already been taken/iu.test((0,failure/* readWords */.ux)(answer.body)))
        return 'taken';
    if (answer.status !== 201)
        throw refuseGitlab(place, answer, api);
    const made = parseVariable((0,json/* readObject */.Ag)(answer, api));
    if (made.scope !== place.scope)
        throw refuseScope(place, made);
    return 'done';
}
function parseVariable(object) {
    const hidden = object['hidden'] === true;
    return {
        key: (0,json/* readText */.yR)(object['key']) ?? '',
        value: hidden ? undefined : (0,json/* readText */.yR)(object['value']),
        masked: object['masked'] === true,
        hidden,
        raw: object['raw'] === true,
        scope: (0,json/* readText */.yR)(object['environment_scope']) ?? '*',
    };
}
function refuseScope(place, { key, scope }) {
    const message = `${key} of ${place.label}: GitLab keeps it for environments "${scope}", not for "${place.scope}"`;
    const remedy = "Scopes of a group's variables need GitLab Premium: leave environmentScope out, or store it in the projects.";
    return (0,failure/* refuseTarget */.Ml)(message, remedy);
}
function pathOf({ owner }, key) {
    return `${owner}/variables/${encodeURIComponent(key)}`;
}
function filterOf({ scope }) {
    return { 'filter[environment_scope]': scope };
}
//# sourceMappingURL=variable.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/target.js








/** How often a variable that comes and goes under our hands is looked at again. */
const TRIES = 3;
/**
 * CI/CD variables of a project or group, of one environment scope. Everything but the value stays as it is; GitLab keeps
 * no time of the last write. Throws `DCR_CONFIG_INVALID`.
 */
function createGitlabVariable(options, ports) {
    const place = locateGitlabVariable(options);
    const { id, type, writes, api: host, names } = place;
    return {
        id,
        type,
        writes,
        api: host,
        async inspect(signal) {
            const work = { place, api: openGitlab(place, ports), signal };
            const unknown = await inspectPermission(work);
            const found = new Map();
            for (const key of (0,targets_names/* listNames */.Zv)(names)) {
                const variable = await readVariable(key, work);
                if (variable !== undefined)
                    found.set(key, variable);
            }
            const username = found.get(names.username)?.value;
            const password = found.get(names.password)?.value;
            return {
                stored: username === undefined || password === undefined ? undefined : { username, password: new secret/* Secret */.z(password) },
                exists: found.size > 0,
                version: null,
                since: null,
                unknown,
            };
        },
        async write(credential, facts, signal) {
            const work = { place, api: openGitlab(place, ports, (0,masking/* deriveMaskedForms */.UO)(credential)), signal };
            for (const [key, value] of (0,targets_names/* listValues */.Du)(credential, names)) {
                const secret = key === names.password;
                await storeValue(key, { value, secret, seen: secret ? facts.stored?.password.reveal() : undefined }, work);
            }
        },
        async check(credential, _facts, signal) {
            const work = { place, api: openGitlab(place, ports, (0,masking/* deriveMaskedForms */.UO)(credential)), signal };
            let kind = 'read-back';
            for (const [key, value] of (0,targets_names/* listValues */.Du)(credential, names)) {
                const variable = await readVariable(key, work);
                if (variable === undefined)
                    return { kind: 'read-back', holds: false };
                if (variable.value === undefined)
                    kind = 'none';
                else if (variable.value !== value)
                    return { kind: 'read-back', holds: false };
            }
            return { kind, holds: true };
        },
    };
}
/** Looks again before each write: attributes and value may have changed since the plan was made. */
async function storeValue(key, wanted, work) {
    for (let tries = 1; tries <= TRIES; tries += 1) {
        const variable = await readVariable(key, work);
        if (variable?.value === wanted.value)
            return;
        if (variable === undefined) {
            if ((await createVariable(key, wanted, work)) === 'done')
                return;
            continue;
        }
        refuseStranger(variable, wanted.seen, work);
        if ((await updateVariable(variable, wanted.value, work)) === 'done')
            return;
    }
    const message = `${key} of ${work.place.label} on GitLab is made and removed by somebody else at the same time`;
    throw (0,failure/* refuseTarget */.Ml)(message, 'Find out who else writes it, then: dcr-login rotate --resume.');
}
/** A value that is neither the one that was seen nor the new one is somebody's whom nobody has asked. */
function refuseStranger({ key, value }, seen, { place }) {
    if (value === undefined || seen === undefined || value === seen)
        return;
    const message = `${key} of ${place.label} on GitLab was written by somebody else since it was looked at; it was left as it is`;
    throw (0,failure/* refuseTarget */.Ml)(message, 'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.');
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