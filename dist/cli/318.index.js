"use strict";
exports.id = 318;
exports.ids = [318];
exports.modules = {

/***/ 4318:
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
var api = __webpack_require__(5362);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/pull-credential.js + 1 modules
var pull_credential = __webpack_require__(4427);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/rehearsal.js
var rehearsal = __webpack_require__(8053);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/secret-change.js
var secret_change = __webpack_require__(2745);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/secret-write.js
var secret_write = __webpack_require__(7326);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/secret.js
var kubernetes_secret = __webpack_require__(3952);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/service-account.js
var service_account = __webpack_require__(9975);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/wanted.js
var wanted = __webpack_require__(7875);
// EXTERNAL MODULE: ./packages/core/lib/kubernetes/name.js
var kubernetes_name = __webpack_require__(3391);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var reference = __webpack_require__(3256);
;// CONCATENATED MODULE: ./packages/core/lib/targets/kubernetes-secret/place.js





/** One place a namespace. Throws `DCR_CONFIG_INVALID`. */
function locateKubernetesSecrets(options, { cluster, registry }) {
    const { serviceAccounts: accounts = [], force = false } = options;
    const name = check(options.name ?? wanted/* DEFAULT_NAME */.Ib, 'name');
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
        const forms = credential === undefined ? [] : (0,wanted/* deriveSecretForms */.Xd)(toPullCredential(credential, server));
        return { api: (0,api.openKubernetes)(cluster, clock, { forms }), clock, signal };
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
            const unknown = new Set(await (0,rehearsal/* rehearseSecret */.Yj)(secret, found, work));
            for (const account of accounts) {
                const at = { namespace: secret.namespace, account };
                const { state, notes } = await (0,service_account/* inspectAccount */.u7)(at, secret.name, work);
                if (state === 'present')
                    continue;
                for (const note of notes)
                    unknown.add(`service account ${account}: ${note}`);
                for (const doubt of await (0,rehearsal/* rehearseAccount */.hV)(at, work))
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
            for (const account of holds ? accounts : []) {
                const { state } = await (0,service_account/* inspectAccount */.u7)({ namespace: secret.namespace, account }, secret.name, work);
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