"use strict";
exports.id = 814;
exports.ids = [814,362];
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

/***/ }),

/***/ 3814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  holdLease: () => (/* binding */ holdLease)
});

// EXTERNAL MODULE: ./packages/core/lib/deadline.js
var deadline = __webpack_require__(7065);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/api.js
var kubernetes_api = __webpack_require__(5362);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/lease-state.js

/** Milliseconds. */
const LEASE = {
    /** Whoever watches a Lease that its holder does not renew takes it after this time. */
    duration: 30_000,
    /** Between two renewals. */
    gap: 10_000,
    /** Of the holder, who must have stopped before another may begin. */
    limit: 25_000,
    /** Between two looks at a Lease of somebody else. */
    look: 1000,
    /** Nobody watches longer than this, whatever the holder asks for. */
    longestWatch: 60_000,
};
/**
 * What to do about a Lease that was looked at just now. That its holder is dead is told by our own clock alone: nothing of
 * it has changed for as long as the holder asked for. Clocks of two machines are never compared.
 */
function decideLease(found, { me, now, watched }) {
    if (found === undefined)
        return { do: 'create' };
    const { spec = {} } = found;
    const holder = readHolder(found);
    // Our own: the answer to the request that took it was lost.
    if (holder === '' || holder === me)
        return { do: 'take', found };
    const patience = readDuration(spec);
    if (watched === undefined)
        return patience > LEASE.longestWatch ? { do: 'give-up', spec } : { do: 'watch', watched: { spec, since: now } };
    if (!isSame(spec, watched.spec))
        return { do: 'give-up', spec };
    return now - watched.since >= patience ? { do: 'take', found } : { do: 'watch', watched };
}
/** Empty where it is free. */
function readHolder({ spec }) {
    return (0,json/* readText */.yR)(spec?.holderIdentity) ?? '';
}
/** Milliseconds. */
function readDuration({ leaseDurationSeconds: seconds }) {
    return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : LEASE.duration;
}
/** In what its holder writes; anybody may write the metadata. */
function isSame(a, b) {
    return readHolder({ spec: a }) === readHolder({ spec: b }) && a.renewTime === b.renewTime;
}
function takeSpec(found, { me, now }) {
    const before = found?.spec?.leaseTransitions ?? 0;
    const isNew = found === undefined || readHolder(found) === me;
    const time = formatMicroTime(now);
    return {
        ...found?.spec,
        holderIdentity: me,
        leaseDurationSeconds: LEASE.duration / 1000,
        acquireTime: time,
        renewTime: time,
        leaseTransitions: isNew ? before : before + 1,
    };
}
function renewSpec({ spec }, now) {
    return { ...spec, renewTime: formatMicroTime(now) };
}
/** As the libraries of Kubernetes leave a Lease: free, and over in a second for whoever only looks at times. */
function releaseSpec({ spec }, now) {
    const time = formatMicroTime(now);
    return { ...spec, holderIdentity: '', leaseDurationSeconds: 1, acquireTime: time, renewTime: time };
}
/** RFC 3339 with six digits, as the API wants it: MicroTime. */
function formatMicroTime(epoch) {
    // Formatting a given instant reads no clock.
    // oxlint-disable-next-line no-restricted-globals
    return new Date(epoch).toISOString().replace('Z', '000Z');
}
//# sourceMappingURL=lease-state.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/lease.js





/**
 * Takes the Lease by compare and swap. One that somebody else holds is watched: a holder that lives renews it soon, and we
 * give up; a dead one loses it after the time that it asked for.
 * Throws `DCR_LOCKED`, `DCR_TARGET_REFUSED` where it may not be read or written, and what `ask` throws.
 */
async function takeLease(place, work) {
    const { clock, signal } = work;
    const { me } = place;
    let watched;
    for (;;) {
        const found = await readLease(place, work);
        const now = clock.now();
        const move = decideLease(found, { me, now, watched });
        if (move.do === 'give-up')
            throw describeHolder(place, move.spec);
        if (move.do === 'watch') {
            ({ watched } = move);
            await clock.sleep(LEASE.look, signal);
            if (signal.aborted)
                throw describeHolder(place, watched.spec);
            continue;
        }
        const base = move.do === 'take' ? move.found : undefined;
        const held = await writeLease(place, { base, spec: takeSpec(base, { me, now }) }, work);
        if (held !== 'conflict')
            return { held, at: now };
    }
}
/** Undefined where it is not ours any more. Throws what `ask` throws. */
async function renewLease(place, held, work) {
    return rewrite(place, held, work, renewSpec);
}
/** Leaves it free for the next one, where it is still ours. */
async function releaseLease(place, held, work) {
    await rewrite(place, held, work, releaseSpec);
}
/** Made anew where somebody else wrote into the metadata, or an answer was lost; what bounds it is the signal. */
async function rewrite(place, held, work, change) {
    let base = held;
    for (;;) {
        const written = await writeLease(place, { base, spec: change(base, work.clock.now()) }, work);
        if (written !== 'conflict')
            return written;
        const found = await readLease(place, work);
        if (found === undefined || readHolder(found) !== place.me)
            return undefined;
        base = found;
    }
}
function locate({ namespace }) {
    return `apis/coordination.k8s.io/v1/namespaces/${encodeURIComponent(namespace)}/leases`;
}
function locateOne(place) {
    return `${locate(place)}/${encodeURIComponent(place.name)}`;
}
/** Looked at first: where it is there already, nobody needs the right to create it. */
async function readLease(place, work) {
    const { api, signal } = work;
    const answer = await api.ask({ method: 'GET', path: locateOne(place), signal });
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw refuse(answer, 'get', place, api);
    return (0,json/* readObject */.Ag)(answer, api);
}
/** The version that was read is the fence: whoever comes second hears `conflict`. */
async function writeLease(place, { base, spec }, { api, signal }) {
    const { namespace, name } = place;
    const labels = { 'app.kubernetes.io/managed-by': kubernetes_api.FIELD_MANAGER };
    const metadata = base?.metadata ?? { namespace, name, labels };
    const body = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec };
    const answer = await api.ask({
        method: base === undefined ? 'POST' : 'PUT',
        path: base === undefined ? locate(place) : locateOne(place),
        query: { fieldManager: kubernetes_api.FIELD_MANAGER },
        body: { type: json/* JSON_TYPE */.sR, text: JSON.stringify(body) },
        signal,
    });
    if (answer.status === 200 || answer.status === 201)
        return (0,json/* readObject */.Ag)(answer, api);
    const isGone = answer.status === 404 && base !== undefined;
    if ((answer.status === 409 && (0,kubernetes_api.readReason)(answer) !== undefined) || isGone)
        return 'conflict';
    throw refuse(answer, base === undefined ? 'create' : 'update', place, api);
}
function refuse(answer, verb, { namespace, name }, api) {
    const resource = 'leases.coordination.k8s.io';
    return (0,kubernetes_api.refuseAnswer)(answer, { verb, resource, namespace, ...(verb === 'create' ? {} : { name }) }, api);
}
function describeHolder({ namespace, name }, spec) {
    const holder = (0,masking/* quoteForeignText */._z)(readHolder({ spec }), []);
    const since = (0,masking/* quoteForeignText */._z)(spec.acquireTime ?? 'some time ago', []);
    return new errors/* DcrError */.ol('DCR_LOCKED', {
        message: `the lock of this rotation, lease ${name} in namespace ${namespace}, is held by ${holder} since ${since}`,
        remedy: `Let it finish. If it is gone for good: kubectl delete lease ${name} -n ${namespace}, then run it again.`,
    });
}
//# sourceMappingURL=lease.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/lease-hold.js




/** After a renewal that did not come through. Milliseconds. */
const RETRY = 2000;
/** A Lease that cannot be released runs out by itself. Milliseconds. */
const RELEASE_LIMIT = 5000;
/** Takes the Lease and renews it until it is released. Throws what `takeLease` throws. */
async function holdLease(place, work) {
    const taken = await takeLease(place, work);
    // What is asked from now on is not for whoever interrupts the run: the write in hand still needs the lock.
    const stop = new AbortController();
    const lost = new AbortController();
    const keeper = new Keeper(place, { ...work, signal: stop.signal }, taken);
    const kept = keeper.keep().then((why) => {
        if (why !== undefined)
            lost.abort(describeLoss(place, why));
    });
    return {
        lost: lost.signal,
        async release() {
            stop.abort();
            await kept;
            await release(place, keeper.held, work);
        },
    };
}
class Keeper {
    #place;
    #work;
    /** When the last request that renewed it was begun. */
    #renewedAt;
    held;
    constructor(place, work, { held, at }) {
        this.#place = place;
        this.#work = work;
        this.#renewedAt = at;
        this.held = held;
    }
    /** Renews until it is told to stop, and gives undefined then; else why the Lease is lost. */
    async keep() {
        const { clock, signal } = this.#work;
        let pause = LEASE.gap;
        while (!signal.aborted) {
            await clock.sleep(Math.min(pause, this.#left()), signal);
            if (signal.aborted)
                break;
            const failure = await this.#renew();
            if (signal.aborted)
                break;
            if (failure === 'taken')
                return 'somebody else has it';
            if (failure !== undefined && this.#left() <= 0)
                return `it could not be renewed: ${failure.message}`;
            pause = failure === undefined ? LEASE.gap : RETRY;
        }
        return undefined;
    }
    #left() {
        return Math.max(0, this.#renewedAt + LEASE.limit - this.#work.clock.now());
    }
    async #renew() {
        const { clock } = this.#work;
        const begun = clock.now();
        const bound = (0,deadline/* setDeadline */.r)(this.#left(), clock, this.#work.signal);
        try {
            const renewed = await renewLease(this.#place, this.held, { ...this.#work, signal: bound.signal });
            if (renewed === undefined)
                return 'taken';
            this.held = renewed;
            this.#renewedAt = begun;
            return undefined;
        }
        catch (error) {
            return (0,errors/* toDcrError */.zj)(error);
        }
        finally {
            bound.end();
        }
    }
}
async function release(place, held, work) {
    const bound = (0,deadline/* setDeadline */.r)(RELEASE_LIMIT, work.clock);
    try {
        await releaseLease(place, held, { ...work, signal: bound.signal });
    }
    catch {
        // The rotation is over, and its result is not changed by a Lease that others have to watch until its end.
    }
    finally {
        bound.end();
    }
}
function describeLoss({ namespace, name }, why) {
    const message = `the lock of this rotation, lease ${name} in namespace ${namespace}, was lost: ${why}`;
    return new errors/* DcrError */.ol('DCR_LOCKED', {
        message,
        remedy: 'Find out who else rotates this credential, then run it again.',
    });
}
//# sourceMappingURL=lease-hold.js.map

/***/ })

};
;