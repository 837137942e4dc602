"use strict";
exports.id = 362;
exports.ids = [362];
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

/***/ })

};
;