"use strict";
exports.id = 714;
exports.ids = [714];
exports.modules = {

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

/***/ 6138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ requireParts),
/* harmony export */   u: () => (/* binding */ parseIssuedCredential)
/* harmony export */ });
/* harmony import */ var _api_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(121);
/* harmony import */ var _credential_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9095);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7967);




/**
 * What an issuer says: `{"version":1,"username","password","expiresAt"?}`, the last in RFC 3339. None of the text is ever
 * repeated, for it may be a secret even where its shape is wrong. `source` names the issuer.
 * Throws `DCR_CONFIG_INVALID`, and `DCR_CREDENTIAL_MISSING` for an empty part.
 */
function parseIssuedCredential(text, source) {
    const { version, username, password, expiresAt } = (0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(text) ?? {};
    const end = expiresAt === undefined || expiresAt === null ? undefined : (0,_api_time_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInstant */ .n)(expiresAt);
    const problem = version !== 1
        ? 'no JSON object with "version": 1'
        : typeof username !== 'string' || typeof password !== 'string'
            ? 'no "username" and "password" as text'
            : end === null
                ? 'an "expiresAt" that is no RFC 3339 time'
                : undefined;
    if (problem !== undefined) {
        const remedy = 'It must give {"version":1,"username":"…","password":"…","expiresAt":"2030-01-31T12:00:00Z"}, the last one if it is known.';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${source} gave ${problem}`, remedy });
    }
    return requireParts({ username, password }, source, end ?? undefined);
}
/** Throws `DCR_CREDENTIAL_MISSING`. */
function requireParts({ username, password }, source, expiresAt) {
    const isGiven = (part) => typeof part === 'string' && part !== '';
    if (!isGiven(username) || !isGiven(password)) {
        const missing = [isGiven(username) ? '' : 'username', isGiven(password) ? '' : 'password'].filter(Boolean);
        const message = `${source} gave no ${missing.join(' and no ')}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_CREDENTIAL_MISSING', {
            message,
            remedy: 'Correct the issuer; nothing was written anywhere.',
        });
    }
    return { username, password: new _credential_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(password), ...(expiresAt === undefined ? {} : { expiresAt }) };
}
//# sourceMappingURL=answer.js.map

/***/ }),

/***/ 4714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createVaultIssuer: () => (/* binding */ createVaultIssuer)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2676);
/* harmony import */ var _api_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8726);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7706);
/* harmony import */ var _targets_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4120);
/* harmony import */ var _vault_api_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9470);
/* harmony import */ var _vault_kv_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2385);
/* harmony import */ var _vault_place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6449);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6138);








/** A credential that somebody stored in Vault, or that an engine of Vault makes. Throws `DCR_CONFIG_INVALID`. */
function createVaultIssuer(options, ports) {
    const { mount, path, retire } = options;
    const what = `issuer vault (${mount === undefined ? '' : `${mount}/`}${path})`;
    const address = (0,_vault_place_js__WEBPACK_IMPORTED_MODULE_0__/* .locateVault */ .B)(options, what);
    const names = (0,_targets_names_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseNames */ .yC)(options.names, what);
    const [mountPath, secretPath] = [
        mount === undefined ? '' : (0,_vault_place_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeVaultPath */ .Q)(mount, what),
        (0,_vault_place_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeVaultPath */ .Q)(path, what),
    ];
    const readStored = async (registry, signal) => {
        const api = (0,_vault_api_js__WEBPACK_IMPORTED_MODULE_2__/* .openVault */ .Z)(address, ports);
        const place = { path: `v1/${mountPath}/data/${secretPath}` };
        const secret = await (0,_vault_kv_js__WEBPACK_IMPORTED_MODULE_3__/* .readKv */ .A)(place, api, signal);
        if ('status' in secret)
            throw refuse((0,_vault_api_js__WEBPACK_IMPORTED_MODULE_2__/* .explainVault */ .W)(secret, { api, address, path: place.path.slice(3), needs: 'read' }), what);
        const meant = secret.data[names.registry];
        if (typeof meant === 'string' && meant !== registry) {
            const message = `${what} holds a credential for ${JSON.stringify(meant.slice(0, 100))}, not for ${registry}`;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message, remedy: 'Correct mount and path of the issuer.' });
        }
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_5__/* .requireParts */ .a)({ username: secret.data[names.username], password: secret.data[names.password] }, what);
    };
    const make = async (signal) => {
        const api = (0,_vault_api_js__WEBPACK_IMPORTED_MODULE_2__/* .openVault */ .Z)(address, ports);
        // Each reading makes another credential.
        const answer = await api.ask({ method: 'GET', path: `v1/${secretPath}`, once: true, signal });
        if (answer.status !== 200)
            throw refuse({ ...(0,_vault_api_js__WEBPACK_IMPORTED_MODULE_2__/* .explainVault */ .W)(answer, { api, address, path, needs: 'read' }), noEffect: (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .isRefusal */ .vu)(answer) }, what);
        const { data, lease_id: lease, lease_duration: seconds } = (0,_api_json_js__WEBPACK_IMPORTED_MODULE_7__/* .readObject */ .Ag)(answer, api);
        // Without a lease nothing ends: the KV engine, version 1, names a duration all the same.
        const ends = typeof lease === 'string' && lease !== '' && typeof seconds === 'number' && seconds > 0;
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_5__/* .requireParts */ .a)(data ?? {}, what, ends ? ports.clock.now() + seconds * 1000 : undefined);
    };
    const issuer = {
        ...(mount === undefined ? {} : { makesNothing: true }),
        issue: ({ registry, signal }) => (mount === undefined ? make(signal) : readStored(registry, signal)),
    };
    if (retire === undefined)
        return issuer;
    const far = (0,_vault_place_js__WEBPACK_IMPORTED_MODULE_0__/* .locateVault */ .B)(retire, `retire of ${what}`);
    const farPath = (0,_vault_place_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeVaultPath */ .Q)(retire.path, `retire of ${what}`);
    return {
        ...issuer,
        async retire({ username, rotation, signal }) {
            const api = (0,_vault_api_js__WEBPACK_IMPORTED_MODULE_2__/* .openVault */ .Z)(far, ports);
            const body = { type: _api_json_js__WEBPACK_IMPORTED_MODULE_7__/* .JSON_TYPE */ .sR, text: JSON.stringify({ username, rotation }) };
            const answer = await api.ask({ method: 'POST', path: `v1/${farPath}`, body, signal });
            if (answer.status !== 200 && answer.status !== 204)
                throw refuse((0,_vault_api_js__WEBPACK_IMPORTED_MODULE_2__/* .explainVault */ .W)(answer, { api, address: far, path: retire.path, needs: 'update' }), `retire of ${what}`);
        },
    };
}
function refuse({ message, ...rest }, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${what}: ${message}`, ...rest });
}
//# sourceMappingURL=issuer.js.map

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

/***/ }),

/***/ 9470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ explainVault),
/* harmony export */   Z: () => (/* binding */ openVault)
/* harmony export */ });
/* harmony import */ var _api_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7927);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2676);
/* harmony import */ var _api_token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6123);



/** `forms`: of the credential that is under way. Throws `DCR_CREDENTIAL_MISSING`. */
function openVault({ base, namespace, tokenEnv }, ports, forms = []) {
    const token = (0,_api_token_js__WEBPACK_IMPORTED_MODULE_0__/* .readApiToken */ .q)(ports.environment, { variable: tokenEnv, api: `Vault (${base.host})` });
    const headers = {
        'x-vault-token': token.value.reveal(),
        // An agent may be set up to want it: https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/apiproxy
        'x-vault-request': 'true',
        ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
    };
    return (0,_api_client_js__WEBPACK_IMPORTED_MODULE_1__/* .createApi */ .x)({ base, name: 'Vault', headers, forms: [...token.forms, ...forms] }, ports);
}
/** What Vault refused, and what the token or the path lacks. */
function explainVault(answer, context) {
    const { api, address, path, needs } = context;
    const message = `Vault answered ${(0,_api_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .describeAnswer */ .O1)(answer, api.forms)}`;
    const wrong = /invalid token/iu.test(answer.body)
        ? `The token in ${address.tokenEnv} is wrong or has expired: make a new one.`
        : `Give the token in ${address.tokenEnv} a policy with ${needs} on ${path}.`;
    const remedy = answer.status === 403
        ? wrong
        : answer.status === 404
            ? 'Check address, namespace, mount and path.'
            : `Correct what Vault names, at ${path}.`;
    return { message, remedy };
}
//# sourceMappingURL=api.js.map

/***/ }),

/***/ 2385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readKv),
/* harmony export */   G: () => (/* binding */ mergeKv)
/* harmony export */ });
/* harmony import */ var _api_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8726);
/* harmony import */ var _api_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(121);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7967);



/** The other answer is a refusal. */
async function readKv({ path }, api, signal) {
    const answer = await api.ask({ method: 'GET', path, signal });
    if (answer.status !== 200 && answer.status !== 404)
        return answer;
    // A version that was deleted is a 404 that still tells its number, which the next write must name.
    const body = (answer.status === 200 ? (0,_api_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readObject */ .Ag)(answer, api) : (0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(answer.body)) ?? {};
    const { data, metadata } = (body['data'] ?? {});
    const { version, created_time: created } = (metadata ?? {});
    return {
        data: data ?? {},
        version: typeof version === 'number' ? version : 0,
        exists: answer.status === 200,
        createdAt: answer.status === 200 ? (0,_api_time_js__WEBPACK_IMPORTED_MODULE_2__/* .parseInstant */ .n)(created) : null,
    };
}
/**
 * Sets these keys and keeps all others, only on top of the version that was read: `conflict` when there is another one.
 * A token that may only patch is served as well (https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2).
 */
async function mergeKv({ path }, change, { api, signal }) {
    const { secret, keys } = change;
    const options = { cas: secret.version };
    const whole = JSON.stringify({ options, data: { ...secret.data, ...keys } });
    let answer = await api.ask({ method: 'POST', path, body: { type: _api_json_js__WEBPACK_IMPORTED_MODULE_0__/* .JSON_TYPE */ .sR, text: whole }, signal });
    if (answer.status === 403 && secret.exists) {
        const body = { type: 'application/merge-patch+json', text: JSON.stringify({ options, data: keys }) };
        const patched = await api.ask({ method: 'PATCH', path, body, signal });
        if (patched.status !== 403)
            answer = patched;
    }
    if (answer.status === 200 || answer.status === 204)
        return 'done';
    // A patch of what was deleted meanwhile finds nothing.
    const isConflict = (answer.status === 400 && /check-and-set parameter did not/iu.test(answer.body)) || answer.status === 404;
    return isConflict ? 'conflict' : answer;
}
//# sourceMappingURL=kv.js.map

/***/ }),

/***/ 6449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ locateVault),
/* harmony export */   Q: () => (/* binding */ encodeVaultPath)
/* harmony export */ });
/* harmony import */ var _api_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4870);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);


/** Throws `DCR_CONFIG_INVALID`. */
function locateVault({ address, namespace, tokenEnv = 'VAULT_TOKEN' }, what) {
    return { base: (0,_api_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApiAddress */ .M)(address, `address of ${what}`), namespace, tokenEnv };
}
/** A path inside of Vault as part of a URL. Throws `DCR_CONFIG_INVALID`. */
function encodeVaultPath(path, what) {
    const parts = path.replace(/^\/+|\/+$/gu, '').split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..' || part !== part.trim()))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_CONFIG_INVALID', {
            message: `${what} has a path that Vault cannot have: ${JSON.stringify(path)}`,
        });
    return parts.map((part) => encodeURIComponent(part)).join('/');
}
//# sourceMappingURL=place.js.map

/***/ })

};
;