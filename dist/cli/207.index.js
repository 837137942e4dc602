"use strict";
exports.id = 207;
exports.ids = [207,362];
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

/***/ 3391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ checkName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);

/**
 * As a secret or a namespace can be called: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 * Throws `DCR_INPUT_INVALID`.
 */
function checkName(name, what) {
    if (name.length <= 253 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/u.test(name))
        return name;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_INPUT_INVALID', {
        message: `${what} cannot be "${name}"`,
        remedy: 'Names are lower-case letters, digits, hyphens and dots.',
    });
}
//# sourceMappingURL=name.js.map

/***/ }),

/***/ 4281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ findOwner)
/* harmony export */ });
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

/***/ }),

/***/ 4427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v4: () => (/* binding */ CONFIG_KEY),
  Nh: () => (/* binding */ chooseServer),
  Rm: () => (/* binding */ composeConfig),
  AC: () => (/* binding */ holdsLogin),
  PT: () => (/* binding */ listOverlaps),
  PO: () => (/* binding */ listOwnKeys),
  R2: () => (/* binding */ mergeConfig),
  ju: () => (/* binding */ parseAuths),
  mN: () => (/* binding */ readLogin)
});

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
function chooseServer({ registry, key, host }) {
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

/***/ }),

/***/ 8053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yj: () => (/* binding */ rehearseSecret),
/* harmony export */   _I: () => (/* binding */ rehearseReplacement),
/* harmony export */   hV: () => (/* binding */ rehearseAccount)
/* harmony export */ });
/* harmony import */ var _api_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8726);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5362);
/* harmony import */ var _pull_credential_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4427);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3952);
/* harmony import */ var _service_account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9975);





/**
 * Has the server go through a write and store nothing (https://kubernetes.io/docs/reference/using-api/api-concepts/#dry-run):
 * rights, quotas and admission are judged as for the write itself. Gives one sentence for what only the write will show.
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
async function rehearseSecret(place, found, work) {
    if (found === undefined) {
        const data = { [_pull_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIG_KEY */ .v4]: Buffer.from('{"auths":{}}').toString('base64') };
        const body = { apiVersion: 'v1', kind: 'Secret', metadata: { name: place.name }, type: _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .PULL_SECRET_TYPE */ .G_, data };
        const attempt = { verb: 'create', resource: 'secrets', namespace: place.namespace };
        return rehearse({ method: 'POST', path: (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .locateSecrets */ .m8)(place.namespace), body, attempt }, work);
    }
    const attempt = { verb: 'patch', resource: 'secrets', ...place };
    return rehearse({ method: 'PATCH', path: (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .locateSecret */ .rU)(place), body: { data: found.data ?? {} }, attempt }, work);
}
/** The same for what is to be deleted and created anew. */
async function rehearseReplacement(place, work) {
    const deletes = { verb: 'delete', resource: 'secrets', ...place };
    const doubts = await rehearse({ method: 'DELETE', path: (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .locateSecret */ .rU)(place), body: {}, attempt: deletes }, work);
    return [...doubts, ...(await rehearseSecret(place, undefined, work))];
}
/** The same for the list of an account that is about to become longer. */
async function rehearseAccount(place, work) {
    const { namespace, account } = place;
    const attempt = { verb: 'patch', resource: 'serviceaccounts', namespace, name: account };
    return rehearse({ method: 'PATCH', path: (0,_service_account_js__WEBPACK_IMPORTED_MODULE_2__/* .locateAccount */ .eF)(place), body: {}, attempt }, work);
}
async function rehearse({ method, path, body, attempt }, work) {
    const { api, signal } = work;
    const answer = await api.ask({
        method,
        path,
        query: { dryRun: 'All', ...(method === 'DELETE' ? {} : { fieldManager: _api_js__WEBPACK_IMPORTED_MODULE_3__.FIELD_MANAGER }) },
        body: { type: method === 'PATCH' ? _api_js__WEBPACK_IMPORTED_MODULE_3__.MERGE_PATCH : _api_json_js__WEBPACK_IMPORTED_MODULE_4__/* .JSON_TYPE */ .sR, text: JSON.stringify(body) },
        signal,
    });
    // Whoever is faster now is looked at again by the write.
    if (answer.status < 400 || answer.status === 409)
        return [];
    return isUnsupported(answer) ? askAccess(attempt, work) : Promise.reject((0,_api_js__WEBPACK_IMPORTED_MODULE_3__.refuseAnswer)(answer, attempt, api));
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
        body: { type: _api_json_js__WEBPACK_IMPORTED_MODULE_4__/* .JSON_TYPE */ .sR, text: JSON.stringify(body) },
        signal,
    });
    const { status } = answer.status === 201 ? (0,_api_json_js__WEBPACK_IMPORTED_MODULE_4__/* .readObject */ .Ag)(answer, api) : {};
    if (status?.allowed === false)
        throw (0,_api_js__WEBPACK_IMPORTED_MODULE_3__.refuseAnswer)({ ...answer, status: 403 }, attempt, api);
    return ['whether an admission webhook lets the write through shows only then'];
}
//# sourceMappingURL=rehearsal.js.map

/***/ }),

/***/ 2745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ carryOver),
/* harmony export */   h: () => (/* binding */ decideChange)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2676);
/* harmony import */ var _credential_masking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5875);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7706);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4281);
/* harmony import */ var _pull_credential_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4427);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3952);






/** `kept`: whose entries stay beside ours. */
function decideChange(found, credential, { place, replace, force }) {
    if (found === undefined)
        return { do: 'create', text: (0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .composeConfig */ .Rm)(credential), notes: [], kept: [] };
    const text = (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .readConfigText */ .im)(found);
    const auths = (0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAuths */ .ju)(text === '' ? '{}' : text);
    const own = (0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .listOwnKeys */ .PO)(auths ?? {}, credential.server);
    const kept = Object.keys(auths ?? {})
        .filter((key) => !own.includes(key))
        .map((key) => (0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteForeignText */ ._z)(key, []));
    const notes = describeNotes(found, { auths: auths ?? {}, credential });
    const what = `secret ${place.name} in namespace ${place.namespace}`;
    const stuck = describeStuck(found, auths);
    // An immutable one that is right already is none that has to be changed.
    const isRead = found.type === _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .PULL_SECRET_TYPE */ .G_ && auths !== undefined;
    if (isRead && (0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsLogin */ .AC)(text, credential))
        return { do: 'nothing', notes, kept };
    const end = describeEnd(found, { replace, stuck });
    if (end !== undefined)
        return { do: 'refuse', error: (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseTarget */ .Ml)(`${what} ${end}`, ENDING), notes, kept };
    const owner = (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .findOwner */ .z)(found.metadata);
    if (owner !== undefined && !force)
        return { do: 'refuse', error: refuseForeign(what, owner), notes, kept };
    if (stuck === undefined)
        return { do: 'update', text: (0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeConfig */ .R2)(text === '' ? '{}' : text, credential), found, notes, kept };
    if (!replace)
        return { do: 'refuse', error: refuseStuck(what, stuck), notes, kept };
    // Of a text that nobody can read nothing can be kept.
    const anew = auths === undefined || text === '' ? (0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .composeConfig */ .Rm)(credential) : (0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeConfig */ .R2)(text, credential);
    return { do: 'replace', text: anew, found, notes, kept };
}
/** What keeps a secret from being changed in place. */
function describeStuck({ type = 'Opaque', immutable }, auths) {
    if (type !== _secret_js__WEBPACK_IMPORTED_MODULE_1__/* .PULL_SECRET_TYPE */ .G_)
        return `has the type ${(0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteForeignText */ ._z)(type, [])}, and a secret keeps its type for life`;
    if (immutable === true)
        return 'is immutable';
    return auths === undefined ? `holds no docker configuration under ${_pull_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .CONFIG_KEY */ .v4}` : undefined;
}
const ENDING = 'Wait until it is gone, or have whoever put the finalizer there take it away; then run it again.';
/** A secret that is on its way out takes a change along; one that somebody holds back cannot be made anew. */
function describeEnd({ metadata }, { replace, stuck }) {
    const finalizers = (metadata?.finalizers ?? []).join(', ');
    const held = finalizers === '' ? '' : `, held back by ${(0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteForeignText */ ._z)(finalizers, [])}`;
    if (metadata?.deletionTimestamp !== undefined)
        return `is being deleted${held}`;
    return replace && stuck !== undefined && held !== '' ? `cannot be deleted and created anew${held}` : undefined;
}
function refuseStuck(what, why) {
    return (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseTarget */ .Ml)(`${what} ${why}; it was left as it is`, 'Choose another name, or have it deleted and created anew: dcr-login pull-secret … --replace --apply. A pod that starts in between cannot pull.');
}
function refuseForeign(what, owner) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .DcrError */ .ol('DCR_TARGET_FOREIGN', {
        message: `${what} belongs to ${owner}, which would put the old credential back; it was left as it is`,
        remedy: 'Change the credential there. To write it all the same: --force, or force: true on the target of a rotation.',
    });
}
/** `kubectl apply` keeps what it was given in an annotation, which anybody who may read the secret reads with it. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
function describeNotes({ metadata }, { auths, credential }) {
    const applied = metadata?.annotations?.[LAST_APPLIED] !== undefined;
    const overlaps = (0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .listOverlaps */ .PT)(auths, credential.server);
    return [
        ...(applied ? [`the annotation ${LAST_APPLIED} keeps the credential that kubectl apply was given once`] : []),
        ...overlaps.map((key) => `a kubelet may also try the entry "${(0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteForeignText */ ._z)(key, [])}" of it`),
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

/***/ }),

/***/ 7326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ TRIES),
/* harmony export */   WS: () => (/* binding */ pauseBriefly),
/* harmony export */   kz: () => (/* binding */ writeSecret),
/* harmony export */   qy: () => (/* binding */ refuseBusy)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2676);
/* harmony import */ var _api_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8726);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7706);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5362);
/* harmony import */ var _pull_credential_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4427);
/* harmony import */ var _secret_change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2745);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3952);







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
        const found = await (0,_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .readSecret */ .n5)(place, work.api, work.signal);
        guard?.(found);
        const change = (0,_secret_change_js__WEBPACK_IMPORTED_MODULE_1__/* .decideChange */ .h)(found, credential, write);
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
        const body = { metadata: { resourceVersion }, data: { [_pull_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_KEY */ .v4]: encode(change.text) } };
        return settle(await send('PATCH', (0,_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .locateSecret */ .rU)(place), body, work), { verb: 'patch', ...place }, work);
    }
    return replace(change, place, work);
}
/** `base`: what a new object is to have beside our own key. */
async function create(base, text, place, work, query = {}) {
    const metadata = base.metadata ?? { labels: { 'app.kubernetes.io/managed-by': _api_js__WEBPACK_IMPORTED_MODULE_3__.FIELD_MANAGER } };
    const body = {
        apiVersion: 'v1',
        kind: 'Secret',
        ...base,
        metadata: { ...metadata, name: place.name },
        type: _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .PULL_SECRET_TYPE */ .G_,
        data: { ...base.data, [_pull_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_KEY */ .v4]: encode(text) },
    };
    const answer = await send('POST', (0,_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .locateSecrets */ .m8)(place.namespace), body, work, query);
    return settle(answer, { verb: 'create', namespace: place.namespace }, work);
}
/**
 * Between the two requests there is no secret, which is why this is done on request only. The right to create is asked
 * for before anything is deleted; what comes after the deletion is not broken off, for it alone knows what was there.
 */
async function replace({ found, text }, place, work) {
    const base = (0,_secret_change_js__WEBPACK_IMPORTED_MODULE_1__/* .carryOver */ .Y)(found);
    // It is there, so the answer of a server that would let us is a conflict.
    await create(base, text, place, work, { dryRun: 'All' });
    const whole = { ...work, signal: new AbortController().signal };
    const { uid, resourceVersion } = found.metadata ?? {};
    const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid, resourceVersion } };
    const deleted = await send('DELETE', (0,_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .locateSecret */ .rU)(place), body, whole);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .DcrError */ .ol('DCR_TARGET_REFUSED', { message, remedy, cause });
    }
}
async function send(method, path, body, { api, signal }, query = {}) {
    const type = method === 'PATCH' ? _api_js__WEBPACK_IMPORTED_MODULE_3__.MERGE_PATCH : _api_json_js__WEBPACK_IMPORTED_MODULE_5__/* .JSON_TYPE */ .sR;
    const manager = method === 'DELETE' ? {} : { fieldManager: _api_js__WEBPACK_IMPORTED_MODULE_3__.FIELD_MANAGER };
    return api.ask({ method, path, query: { ...manager, ...query }, body: { type, text: JSON.stringify(body) }, signal });
}
/** 409: somebody was faster; 404 to a change: somebody deleted it. */
function settle(answer, attempt, { api }) {
    if (answer.status === 200 || answer.status === 201)
        return (0,_api_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readObject */ .Ag)(answer, api);
    const isGone = answer.status === 404 && attempt.verb !== 'create';
    if ((answer.status === 409 && (0,_api_js__WEBPACK_IMPORTED_MODULE_3__.readReason)(answer) !== undefined) || isGone)
        return answer.mayHaveLanded ? 'lost' : 'conflict';
    throw (0,_api_js__WEBPACK_IMPORTED_MODULE_3__.refuseAnswer)(answer, { resource: 'secrets', ...attempt }, api);
}
/** What the server stored is what it answers: an admission webhook may have had its own mind. */
function refuseOther(stored, { place, credential }) {
    if ((0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .holdsLogin */ .AC)((0,_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .readConfigText */ .im)(stored), credential))
        return;
    throw (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseTarget */ .Ml)(`secret ${place.name} in namespace ${place.namespace} was written, and the server stored something else`, 'Find out which admission webhook changes secrets there.');
}
function encode(text) {
    return Buffer.from(text).toString('base64');
}
/** Two that write the same object all the time must not keep in step. Milliseconds: 10 at first, 200 in the end. */
async function pauseBriefly(tries, { clock, signal }) {
    await clock.sleep(Math.min(10 * tries, 200) * clock.random(), signal);
}
function refuseBusy(what) {
    return (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseTarget */ .Ml)(`${what} is written by somebody else so often that no write of ours came between`, 'Find out who writes it, then run it again.');
}
//# sourceMappingURL=secret-write.js.map

/***/ }),

/***/ 3952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ PULL_SECRET_TYPE),
/* harmony export */   im: () => (/* binding */ readConfigText),
/* harmony export */   m8: () => (/* binding */ locateSecrets),
/* harmony export */   n5: () => (/* binding */ readSecret),
/* harmony export */   rU: () => (/* binding */ locateSecret),
/* harmony export */   xG: () => (/* binding */ readWriteTime)
/* harmony export */ });
/* harmony import */ var _api_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8726);
/* harmony import */ var _api_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(121);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5362);
/* harmony import */ var _pull_credential_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4427);




/** The type of a pull secret; a secret keeps its type for life. */
const PULL_SECRET_TYPE = 'kubernetes.io/dockerconfigjson';
function locateSecrets(namespace) {
    return `api/v1/namespaces/${encodeURIComponent(namespace)}/secrets`;
}
function locateSecret({ namespace, name }) {
    return `${locateSecrets(namespace)}/${encodeURIComponent(name)}`;
}
/** Undefined where there is none, and where there is no such namespace. Throws `DCR_TARGET_REFUSED` and what `ask` throws. */
async function readSecret(place, api, signal) {
    const answer = await api.ask({ method: 'GET', path: locateSecret(place), signal });
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw (0,_api_js__WEBPACK_IMPORTED_MODULE_0__.refuseAnswer)(answer, { verb: 'get', resource: 'secrets', ...place }, api);
    return (0,_api_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .Ag)(answer, api);
}
/** The docker configuration in it, empty where there is none. */
function readConfigText({ data }) {
    return Buffer.from(data?.[_pull_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_KEY */ .v4] ?? '', 'base64').toString('utf8');
}
/**
 * When its login was last written: by whoever owns the field now (milliseconds since the epoch), else since it exists.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 */
function readWriteTime({ metadata }) {
    const owners = (metadata?.managedFields ?? []).filter(({ fieldsV1 }) => fieldsV1?.['f:data']?.[`f:${_pull_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_KEY */ .v4}`] !== undefined);
    const times = owners.map(({ time }) => (0,_api_time_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInstant */ .n)(time)).filter((time) => time !== null);
    return times.length > 0 ? Math.max(...times) : (0,_api_time_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInstant */ .n)(metadata?.creationTimestamp);
}
//# sourceMappingURL=secret.js.map

/***/ }),

/***/ 9975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eF: () => (/* binding */ locateAccount),
/* harmony export */   nE: () => (/* binding */ attachPullSecret),
/* harmony export */   u7: () => (/* binding */ inspectAccount)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2676);
/* harmony import */ var _api_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8726);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5362);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4281);
/* harmony import */ var _secret_write_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7326);





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
    for (let tries = 1; tries <= _secret_write_js__WEBPACK_IMPORTED_MODULE_0__/* .TRIES */ .Qm; tries += 1) {
        const found = await readAccount(place, work);
        if (names(found).includes(secret))
            return mayHaveLanded ? { state: 'added', notes: describeOwner(found) } : { state: 'present', notes: [] };
        const { metadata, references } = found;
        const { resourceVersion } = metadata;
        const body = { metadata: { resourceVersion }, imagePullSecrets: [...references, { name: secret }] };
        const answer = await api.ask({
            method: 'PATCH',
            path: locateAccount(place),
            query: { fieldManager: _api_js__WEBPACK_IMPORTED_MODULE_1__.FIELD_MANAGER },
            body: { type: _api_js__WEBPACK_IMPORTED_MODULE_1__.MERGE_PATCH, text: JSON.stringify(body) },
            signal,
        });
        if (answer.status === 200)
            return { state: 'added', notes: describeOwner(found) };
        if (answer.status !== 409 && answer.status !== 404)
            throw (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.refuseAnswer)(answer, attempt('patch', place), api);
        ({ mayHaveLanded } = answer);
        await (0,_secret_write_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseBriefly */ .WS)(tries, work);
    }
    throw (0,_secret_write_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBusy */ .qy)(`service account ${place.account} in namespace ${place.namespace}`);
}
async function readAccount(place, { api, signal }) {
    const answer = await api.ask({ method: 'GET', path: locateAccount(place), signal });
    if (answer.status === 404)
        throw (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseTarget */ .Ml)(`there is no service account ${place.account} in namespace ${place.namespace}`, 'Create it, or correct its name; that of a new namespace appears a moment after it.');
    if (answer.status !== 200)
        throw (0,_api_js__WEBPACK_IMPORTED_MODULE_1__.refuseAnswer)(answer, attempt('get', place), api);
    const { metadata, imagePullSecrets } = (0,_api_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readObject */ .Ag)(answer, api);
    return { metadata: (metadata ?? {}), references: (0,_api_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readObjects */ .$I)(imagePullSecrets) };
}
/**
 * No refusal, as for a secret: nothing of the owner's is written over, and one whose manifest names no `imagePullSecrets`
 * leaves them alone.
 */
function describeOwner({ metadata }) {
    const owner = (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .findOwner */ .z)(metadata);
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

/***/ }),

/***/ 7875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ib: () => (/* binding */ DEFAULT_NAME),
/* harmony export */   Xd: () => (/* binding */ deriveSecretForms),
/* harmony export */   oY: () => (/* binding */ readWanted)
/* harmony export */ });
/* harmony import */ var _credential_credential_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4910);
/* harmony import */ var _credential_masking_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5875);
/* harmony import */ var _credential_secret_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9095);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3256);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3391);
/* harmony import */ var _pull_credential_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4427);






/** What a secret is called where nobody says otherwise. */
const DEFAULT_NAME = 'dcr-credentials';
/** Throws `DCR_INPUT_INVALID` and what `checkCredential` throws. */
function readWanted(request, { clock }) {
    const reference = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegistry */ .l5)(request.registry);
    const { registry, tidied } = reference;
    const { username, password } = (0,_credential_credential_js__WEBPACK_IMPORTED_MODULE_1__/* .checkCredential */ .CT)(request.credential, { registry, now: clock.now() });
    const email = request.email === undefined ? {} : { email: request.email };
    const credential = { server: (0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseServer */ .Nh)(reference), username, password: password.reveal(), ...email };
    return {
        registry,
        name: (0,_name_js__WEBPACK_IMPORTED_MODULE_3__/* .checkName */ .I)(request.name ?? DEFAULT_NAME, 'the name of the secret'),
        credential,
        forms: deriveSecretForms(credential),
        notes: tidied,
    };
}
/** Every form in which a Secret, or what quotes one, shows the credential: it is base64 in it, and its `auth` twice. */
function deriveSecretForms(credential) {
    const { username, password } = credential;
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    const whole = Buffer.from((0,_pull_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .composeConfig */ .Rm)(credential)).toString('base64');
    const forms = (0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_4__/* .deriveMaskedForms */ .UO)({ username, password: new _credential_secret_js__WEBPACK_IMPORTED_MODULE_5__/* .Secret */ .z(password) });
    return [whole, ...new Set([...(0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeBase64Forms */ .rk)(auth), ...forms])].toSorted((a, b) => b.length - a.length);
}
//# sourceMappingURL=wanted.js.map

/***/ })

};
;