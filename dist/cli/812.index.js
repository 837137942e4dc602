"use strict";
exports.id = 812;
exports.ids = [812];
exports.modules = {

/***/ 8812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createKubernetesSecrets: () => (/* binding */ createKubernetesSecrets)
});

// EXTERNAL MODULE: ./packages/core/lib/api/failure.js
var failure = __webpack_require__(2676);
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var credential_secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/api.js
var kubernetes_api = __webpack_require__(5362);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/pull-credential.js + 1 modules
var pull_credential = __webpack_require__(4427);
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/secret.js
var kubernetes_secret = __webpack_require__(3952);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/service-account.js
var service_account = __webpack_require__(9975);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/rehearsal.js





/**
 * Has the server go through a write and store nothing (https://kubernetes.io/docs/reference/using-api/api-concepts/#dry-run):
 * rights, quotas and admission are judged as for the write itself. Gives one sentence for what only the write will show.
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
async function rehearseSecret(place, found, work) {
    if (found === undefined) {
        const data = { [pull_credential/* CONFIG_KEY */.v4]: Buffer.from('{"auths":{}}').toString('base64') };
        const body = { apiVersion: 'v1', kind: 'Secret', metadata: { name: place.name }, type: kubernetes_secret/* PULL_SECRET_TYPE */.G_, data };
        const attempt = { verb: 'create', resource: 'secrets', namespace: place.namespace };
        return rehearse({ method: 'POST', path: (0,kubernetes_secret/* locateSecrets */.m8)(place.namespace), body, attempt }, work);
    }
    const attempt = { verb: 'patch', resource: 'secrets', ...place };
    return rehearse({ method: 'PATCH', path: (0,kubernetes_secret/* locateSecret */.rU)(place), body: { data: found.data ?? {} }, attempt }, work);
}
/** The same for the list of an account that is about to become longer. */
async function rehearseAccount(place, work) {
    const { namespace, account } = place;
    const attempt = { verb: 'patch', resource: 'serviceaccounts', namespace, name: account };
    return rehearse({ method: 'PATCH', path: (0,service_account/* locateAccount */.eF)(place), body: {}, attempt }, work);
}
async function rehearse({ method, path, body, attempt }, work) {
    const { api, signal } = work;
    const answer = await api.ask({
        method,
        path,
        query: { dryRun: 'All', fieldManager: kubernetes_api/* FIELD_MANAGER */.vy },
        body: { type: method === 'PATCH' ? kubernetes_api/* MERGE_PATCH */.Yy : json/* JSON_TYPE */.sR, text: JSON.stringify(body) },
        signal,
    });
    // Whoever is faster now is looked at again by the write.
    if (answer.status < 400 || answer.status === 409)
        return [];
    return isUnsupported(answer) ? askAccess(attempt, work) : Promise.reject((0,kubernetes_api/* refuseAnswer */.$e)(answer, attempt, api));
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
        throw (0,kubernetes_api/* refuseAnswer */.$e)({ ...answer, status: 403 }, attempt, api);
    return ['whether an admission webhook lets the write through shows only then'];
}
//# sourceMappingURL=rehearsal.js.map
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/secret-change.js + 1 modules
var secret_change = __webpack_require__(2187);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/secret-write.js
var secret_write = __webpack_require__(7326);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/name.js
var kubernetes_name = __webpack_require__(3391);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/wanted.js
var wanted = __webpack_require__(7875);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var reference = __webpack_require__(3256);
;// CONCATENATED MODULE: ./packages/core/lib/targets/kubernetes-secret/place.js





/** One place a namespace. Throws `DCR_CONFIG_INVALID`. */
function locateKubernetesSecrets(options, { cluster, registry }) {
    const { serviceAccounts: accounts = [], force = false } = options;
    const name = check(options.name ?? wanted/* DEFAULT_NAME */.I, 'name');
    const server = (0,pull_credential/* chooseServer */.Nh)((0,reference/* parseRegistry */.l5)(registry));
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
        return (0,kubernetes_name/* checkName */.I)(text, `the ${what} of kubernetes-secret`);
    }
    catch (error) {
        throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message: error.message, cause: error });
    }
}
//# sourceMappingURL=place.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/kubernetes-secret/target.js











/**
 * One registry's entry in the pull secret of each namespace, and the secret in the list of its accounts.
 * Throws `DCR_CONFIG_INVALID`, and what opening the cluster throws.
 */
async function createKubernetesSecrets(options, { ports, registry }) {
    const cluster = await ports.clusters.open(options.context);
    const places = locateKubernetesSecrets(options, { cluster, registry });
    return places.map((place) => createTarget(place, cluster, ports));
}
function createTarget(place, cluster, { clock }) {
    const { id, type, writes, api: host, secret, server, accounts, force } = place;
    const open = (signal, credential) => {
        const forms = credential === undefined ? [] : (0,masking/* deriveMaskedForms */.UO)(credential);
        return { api: (0,kubernetes_api/* openKubernetes */.JO)(cluster, clock, { forms }), clock, signal };
    };
    return {
        id,
        type,
        writes,
        api: host,
        async inspect(signal) {
            const work = open(signal);
            const found = await (0,kubernetes_secret/* readSecret */.n5)(secret, work.api, signal);
            refuseKnown(found, place);
            const unknown = new Set(await rehearseSecret(secret, found, work));
            for (const account of accounts) {
                const at = { namespace: secret.namespace, account };
                if (await (0,service_account/* hasPullSecret */._Y)(at, secret.name, work))
                    continue;
                for (const doubt of await rehearseAccount(at, work))
                    unknown.add(doubt);
            }
            const login = found === undefined ? undefined : readStored(found, server);
            return {
                stored: login === undefined ? undefined : { username: login.username, password: new credential_secret/* Secret */.z(login.password) },
                exists: login !== undefined,
                version: found?.metadata?.resourceVersion ?? null,
                since: found === undefined || login === undefined ? null : (0,kubernetes_secret/* readWriteTime */.xG)(found),
                unknown: [...unknown],
            };
        },
        async write(credential, facts, signal) {
            const work = open(signal, credential);
            const login = toPullCredential(credential, server);
            const guard = (found) => refuseStranger(found, { facts, login, place });
            await (0,secret_write/* writeSecret */.kz)({ place: secret, credential: login, replace: false, force, guard }, work);
            // In this order: an account never names a secret that is not there.
            for (const account of accounts)
                await (0,service_account/* attachPullSecret */.nE)({ namespace: secret.namespace, account }, secret.name, work);
        },
        async check(credential, _facts, signal) {
            const work = open(signal, credential);
            const found = await (0,kubernetes_secret/* readSecret */.n5)(secret, work.api, signal);
            const holds = found !== undefined && (0,pull_credential/* holdsLogin */.AC)((0,kubernetes_secret/* readConfigText */.im)(found), toPullCredential(credential, server));
            for (const account of holds ? accounts : [])
                if (!(await (0,service_account/* hasPullSecret */._Y)({ namespace: secret.namespace, account }, secret.name, work)))
                    return { kind: 'read-back', holds: false };
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
    const change = (0,secret_change/* decideChange */.h)(found, any, { place: secret, replace: false, force });
    if (change.do === 'refuse')
        throw change.error;
}
function readStored(found, server) {
    const auths = (0,pull_credential/* parseAuths */.ju)((0,kubernetes_secret/* readConfigText */.im)(found) || '{}') ?? {};
    const [key] = (0,pull_credential/* listOwnKeys */.PO)(auths, server);
    return key === undefined ? undefined : (0,pull_credential/* readLogin */.mN)(auths[key]);
}
/** Other entries may have changed since the plan; a credential that nobody has seen is never overwritten. */
function refuseStranger(found, known) {
    const { facts, login, place } = known;
    const now = found === undefined ? undefined : readStored(found, place.server);
    if (now === undefined || isSame(now, login))
        return;
    const seen = facts.stored;
    if (seen !== undefined && isSame(now, { username: seen.username, password: seen.password.reveal() }))
        return;
    throw (0,failure/* refuseTarget */.Ml)(`${place.id} was written by somebody else since it was looked at; it was left as it is`, 'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.');
}
function isSame(one, other) {
    return one.username === other.username && one.password === other.password;
}
//# sourceMappingURL=target.js.map

/***/ })

};
;