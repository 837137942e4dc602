"use strict";
exports.id = 931;
exports.ids = [931];
exports.modules = {

/***/ 9931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  composeManifest: () => (/* binding */ composeManifest),
  runPullSecret: () => (/* binding */ runPullSecret)
});

// EXTERNAL MODULE: ./packages/core/lib/deadline.js
var deadline = __webpack_require__(7065);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/rotation/pool.js
var pool = __webpack_require__(3988);
// EXTERNAL MODULE: ./packages/core/lib/verify.js
var verify = __webpack_require__(3668);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/api.js
var kubernetes_api = __webpack_require__(5362);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/pull-credential.js + 1 modules
var pull_credential = __webpack_require__(4427);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/secret.js
var kubernetes_secret = __webpack_require__(3952);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/manifest.js



/**
 * What `kubectl create secret docker-registry NAME --dry-run=client -o yaml` prints, byte for byte; of several namespaces
 * a document each, or a List.
 */
function renderManifest({ name, namespaces, credential, format }) {
    const data = { [pull_credential/* CONFIG_KEY */.v4]: Buffer.from((0,pull_credential/* composeConfig */.Rm)(credential)).toString('base64') };
    const places = namespaces.length === 0 ? [{}] : namespaces.map((namespace) => ({ namespace }));
    if (format === 'yaml') {
        const documents = places.map((place) => {
            const metadata = { creationTimestamp: null, ...quoteNames({ name, ...place }) };
            const secret = { apiVersion: 'v1', data, kind: 'Secret', metadata, type: kubernetes_secret/* PULL_SECRET_TYPE */.G_ };
            return (0,dist/* stringify */.As)(secret, { lineWidth: 0 });
        });
        return documents.join('---\n');
    }
    const secrets = places.map((place) => {
        const metadata = { name, ...place, creationTimestamp: null };
        return { kind: 'Secret', apiVersion: 'v1', metadata, data, type: kubernetes_secret/* PULL_SECRET_TYPE */.G_ };
    });
    const [first] = secrets;
    const whole = secrets.length === 1 ? first : { kind: 'List', apiVersion: 'v1', metadata: {}, items: secrets };
    return `${JSON.stringify(whole, undefined, 4)}\n`;
}
/** A name of digits, or one such as `on`, is in quotes where YAML 1.1 or 1.2 would take it for something else: Go's parser knows both. */
function quoteNames(names) {
    return Object.fromEntries(Object.entries(names).map(([key, name]) => {
        const isText = ['1.1', '1.2'].every((version) => (0,dist/* parse */.qg)(name, { version }) === name);
        return [key, isText ? name : Object.assign(new dist/* Scalar */.X5(name), { type: 'QUOTE_DOUBLE' })];
    }));
}
//# sourceMappingURL=manifest.js.map
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/name.js
var kubernetes_name = __webpack_require__(3391);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/rehearsal.js
var rehearsal = __webpack_require__(8053);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/secret-change.js
var secret_change = __webpack_require__(2745);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/secret-write.js
var secret_write = __webpack_require__(7326);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/service-account.js
var service_account = __webpack_require__(9975);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/namespace-work.js






/** Looks, has the server go through each write, and changes nothing. */
const planNamespace = async ({ namespace, name, credential, serviceAccounts, replace, force }, work) => {
    const place = { namespace, name };
    let secret = 'failed';
    let seen = { kept: [], notes: [] };
    try {
        const found = await (0,kubernetes_secret/* readSecret */.n5)(place, work.api, work.signal);
        const change = (0,secret_change/* decideChange */.h)(found, credential, { place, replace, force });
        seen = { kept: change.kept, notes: change.notes };
        if (change.do === 'refuse')
            throw change.error;
        const doubts = change.do === 'nothing'
            ? []
            : change.do === 'replace'
                ? await (0,rehearsal/* rehearseReplacement */._I)(place, work)
                : await (0,rehearsal/* rehearseSecret */.Yj)(place, found, work);
        secret = change.do === 'nothing' ? 'unchanged' : change.do;
        seen = { kept: change.kept, notes: [...change.notes, ...doubts] };
    }
    catch (thrown) {
        return { namespace, secret, serviceAccounts: [], ...seen, ...describeFailure(thrown) };
    }
    const { notes, ...accounts } = await settleAccounts(serviceAccounts, async (account) => {
        const found = await (0,service_account/* inspectAccount */.u7)({ namespace, account }, name, work);
        if (found.state === 'present')
            return found;
        return { ...found, notes: [...found.notes, ...(await (0,rehearsal/* rehearseAccount */.hV)({ namespace, account }, work))] };
    });
    return { namespace, secret, kept: seen.kept, notes: [...seen.notes, ...notes], ...accounts };
};
/** Writes what is not in step. */
const applyNamespace = async ({ namespace, name, credential, serviceAccounts, replace, force }, work) => {
    try {
        const written = await (0,secret_write/* writeSecret */.kz)({ place: { namespace, name }, credential, replace, force }, work);
        const { state: secret, kept } = written;
        // In this order: an account never names a secret that is not there.
        const { notes, ...accounts } = await settleAccounts(serviceAccounts, (account) => (0,service_account/* attachPullSecret */.nE)({ namespace, account }, name, work));
        return { namespace, secret, kept, notes: [...written.notes, ...notes], ...accounts };
    }
    catch (thrown) {
        return { namespace, secret: 'failed', kept: [], notes: [], serviceAccounts: [], ...describeFailure(thrown) };
    }
};
/** One that fails keeps no other from its turn; the first failure is told. */
async function settleAccounts(names, settle) {
    const serviceAccounts = [];
    const told = [];
    let failure;
    for (const name of names) {
        try {
            const { state, notes } = await settle(name);
            serviceAccounts.push({ name, state });
            told.push(...notes.map((note) => `service account ${name}: ${note}`));
        }
        catch (thrown) {
            failure ??= describeFailure(thrown);
        }
    }
    return { serviceAccounts, notes: told, ...failure };
}
function describeFailure(thrown) {
    const cause = (0,errors/* toDcrError */.zj)(thrown);
    const { code, message, remedy } = cause;
    return { error: { code, message, remedy }, cause };
}
function describePending(namespace) {
    return { namespace, secret: 'pending', kept: [], serviceAccounts: [], notes: [] };
}
//# sourceMappingURL=namespace-work.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/namespaces.js


/** Of one answer, which must stay below what is read of any answer; a list is read page after page. */
const PAGE = '100';
/**
 * Names of the namespaces that carry these labels, but for those that are on their way out.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
async function listNamespaces(selector, api, signal) {
    const found = [];
    let from;
    do {
        const query = { labelSelector: selector, limit: PAGE, ...(from === undefined ? {} : { continue: from }) };
        const answer = await api.ask({ method: 'GET', path: 'api/v1/namespaces', query, signal });
        // A list that was begun too long ago is begun anew.
        if (answer.status === 410 && from !== undefined)
            return listNamespaces(selector, api, signal);
        if (answer.status !== 200)
            throw (0,kubernetes_api.refuseAnswer)(answer, { verb: 'list', resource: 'namespaces' }, api);
        const { items, metadata } = (0,json/* readObject */.Ag)(answer, api);
        for (const { metadata: of, status } of (0,json/* readObjects */.$I)(items))
            if (of?.name !== undefined && status?.phase !== 'Terminating')
                found.push(of.name);
        from = (0,json/* readText */.yR)(metadata?.continue) || undefined;
    } while (from !== undefined);
    return found;
}
//# sourceMappingURL=namespaces.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/pull-secret-report.js

/** One error for all that was not done: why the command ended, else the first failure, with its code. */
function explainReports(all, { registry, ending }) {
    const failed = all.filter(({ cause }) => cause !== undefined);
    const pending = all.filter(({ secret }) => secret === 'pending');
    const open = failed.length + pending.length;
    if (open === 0)
        return undefined;
    const first = failed[0]?.cause;
    const wasCut = first === undefined || first.code === 'DCR_UNREACHABLE' || first.code === 'DCR_TIMEOUT';
    const told = failed.slice(0, 5).map(({ namespace, cause }) => `${namespace}: ${cause?.message ?? ''}`);
    const more = open > told.length ? [`${told.length === 0 ? '' : 'and '}${open - told.length} more`] : [];
    const message = `${open} of ${all.length} namespaces were not done: ${[...told, ...more].join('; ')}`;
    if (ending !== undefined && (wasCut || ending === 'interrupted'))
        return explainEnding(ending, message, registry);
    const { code, remedy, retryAfter } = first ?? new errors/* DcrError */.ol('DCR_INTERNAL', { message });
    const wait = retryAfter === undefined ? {} : { retryAfter };
    const own = all.length === 1 && first !== undefined ? first.message : message;
    return new errors/* DcrError */.ol(code, { message: own, remedy, registry, ...wait, cause: first });
}
function explainEnding(ending, message, registry) {
    if (ending === 'interrupted')
        return new errors/* DcrError */.ol('DCR_UNREACHABLE', {
            message: `interrupted: ${message}`,
            remedy: 'Run it again: what is done already is not written again.',
            registry,
        });
    return new errors/* DcrError */.ol('DCR_TIMEOUT', { message, remedy: LATE, registry });
}
const LATE = 'Run it again with a longer --timeout: what is done already is not written again.';
/** What was cut off by the time limit, before any namespace had its turn. */
function explainLate(thrown) {
    if (!(thrown instanceof errors/* DcrError */.ol) || thrown.code !== 'DCR_UNREACHABLE')
        return thrown;
    return new errors/* DcrError */.ol('DCR_TIMEOUT', { message: thrown.message, remedy: LATE, cause: thrown });
}
//# sourceMappingURL=pull-secret-report.js.map
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/wanted.js
var kubernetes_wanted = __webpack_require__(7875);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/pull-secret.js











/** The run behind `printPullSecret`. */
async function composeManifest(order, ports) {
    const { name, credential, forms } = (0,kubernetes_wanted/* readWanted */.oY)(order, ports);
    const namespaces = (order.namespaces ?? []).map((namespace) => (0,kubernetes_name/* checkName */.I)(namespace, 'the namespace'));
    await order.mask?.(forms);
    return renderManifest({ name, namespaces, credential, format: order.format });
}
/** The run behind `pullSecret`. */
async function runPullSecret(request, ports) {
    const wanted = (0,kubernetes_wanted/* readWanted */.oY)(request, ports);
    const { registry, name, credential, forms } = wanted;
    await request.mask?.(forms);
    const limit = (0,deadline/* setDeadline */.r)(request.timeout ?? 60_000, ports.clock);
    // A signal lets the write in hand finish; the time limit does not.
    const stop = request.signal === undefined ? limit.signal : AbortSignal.any([limit.signal, request.signal]);
    try {
        const { apply = false, serviceAccounts = [], replace = false, force = false } = request;
        const cluster = await ports.clusters.open(request.context);
        const api = (0,kubernetes_api.openKubernetes)(cluster, ports.clock, { forms, again: 'run it again', deadline: limit.at });
        const work = { api, clock: ports.clock, signal: apply ? limit.signal : stop };
        const names = { ...work, signal: stop };
        const namespaces = await chooseNamespaces(request, { work: names, standard: cluster.namespace });
        const notes = apply ? await prove(request, ports, { at: limit.at, signal: stop }) : [];
        const reports = new Map();
        const settle = apply ? applyNamespace : planNamespace;
        let hopeless = false;
        await (0,pool/* runPool */.k)({
            items: namespaces,
            target: () => ({ type: 'kubernetes-secret', api: cluster.server.host }),
            work: async (namespace) => {
                const report = await settle({ namespace, name, credential, serviceAccounts, replace, force }, work);
                reports.set(namespace, report);
                hopeless ||= report.cause !== undefined && isHopeless(report.cause);
            },
            isStopped: () => hopeless || stop.aborted,
        });
        const all = namespaces.map((namespace) => reports.get(namespace) ?? describePending(namespace));
        const ending = request.signal?.aborted === true ? 'interrupted' : limit.signal.aborted ? 'late' : undefined;
        const error = explainReports(all, { registry, ending });
        return {
            registry,
            name,
            context: cluster.context,
            server: cluster.server.href,
            applied: apply,
            namespaces: all.map(({ cause: _cause, ...report }) => report),
            notes: [...wanted.notes, ...notes],
            ...(error === undefined ? {} : { error }),
        };
    }
    catch (thrown) {
        throw limit.signal.aborted ? explainLate(thrown) : thrown;
    }
    finally {
        limit.end();
    }
}
/** What will be no better in the next namespace: the cluster cannot be reached, or does not know us. */
function isHopeless({ code, message }) {
    const codes = ['DCR_UNREACHABLE', 'DCR_TLS_UNTRUSTED', 'DCR_TIMEOUT', 'DCR_RATE_LIMITED', 'DCR_CONFIG_INVALID'];
    return codes.includes(code) || message.startsWith(kubernetes_api.UNKNOWN_CALLER);
}
async function chooseNamespaces({ namespaces = [], namespaceSelector, context }, { work, standard }) {
    if (namespaceSelector === undefined) {
        const named = namespaces.length === 0 ? [standard] : namespaces;
        return [...new Set(named.map((name) => (0,kubernetes_name/* checkName */.I)(name, 'the namespace')))];
    }
    if (namespaces.length > 0)
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message: 'namespaces are chosen by name or by selector, not by both' });
    const found = await listNamespaces(namespaceSelector, work.api, work.signal);
    if (found.length > 0)
        return found;
    const where = context === undefined ? 'the current context' : `context "${context}"`;
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `no namespace of ${where} carries the labels ${namespaceSelector}`,
        remedy: 'See the labels with: kubectl get namespaces --show-labels.',
    });
}
/** A secret that does not open its registry would be found out by a pod that does not start. */
async function prove(request, ports, { at, signal }) {
    const { registry, credential, verify: action = 'auth', allowRealms = [], retries = 3 } = request;
    if (action === 'none')
        return [];
    const timeout = Math.max(1, at - ports.clock.now());
    try {
        return (await (0,verify/* verify */.M)({ registry, credential, action, allowRealms, retries, timeout, signal }, ports)).notes;
    }
    catch (error) {
        if (error instanceof errors/* DcrError */.ol && error.code === 'DCR_CREDENTIAL_UNPROVEN')
            return [error.message];
        throw error;
    }
}
//# sourceMappingURL=pull-secret.js.map

/***/ }),

/***/ 3988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runPool)
/* harmony export */ });
/* harmony import */ var _lanes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4999);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2994);


/**
 * Works through the items in their order, each API beside the others and as many at once as it takes. What `work` throws
 * stops the pool: what is in hand is finished, then the first fault is thrown.
 */
async function runPool({ items, target, work, isStopped }) {
    const faults = [];
    const runLane = async (queue) => {
        for (let next = queue.next(); next.done !== true; next = queue.next()) {
            if (faults.length > 0 || isStopped())
                return;
            try {
                await work(next.value);
            }
            catch (fault) {
                faults.push(fault);
            }
        }
    };
    const lanes = (0,_lanes_js__WEBPACK_IMPORTED_MODULE_0__/* .groupByApi */ .l)(items, (item) => target(item).api);
    await Promise.all([...lanes.values()].flatMap((list) => {
        const queue = list.values();
        const { atOnce } = (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .findLimits */ .Us)(target(list[0]));
        return Array.from({ length: Math.min(atOnce, list.length) }, () => runLane(queue));
    }));
    if (faults.length > 0)
        throw faults[0];
}
//# sourceMappingURL=pool.js.map

/***/ })

};
;