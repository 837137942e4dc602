"use strict";
exports.id = 53;
exports.ids = [53];
exports.modules = {

/***/ 1053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDockerConfig: () => (/* binding */ createDockerConfig)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _credential_masking_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5875);
/* harmony import */ var _credential_secret_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9095);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7706);
/* harmony import */ var _login_places_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75);
/* harmony import */ var _login_store_config_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8674);
/* harmony import */ var _login_store_config_shape_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9703);
/* harmony import */ var _login_store_store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(557);
/* harmony import */ var _login_store_stored_login_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8410);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3256);











/** A file is changed in milliseconds; who holds its lock for longer is stuck. */
const PATIENCE = 30_000;
/** The login of one host in a docker `config.json`, or in the helper that it names. Everything else in it stays. */
function createDockerConfig(settings, { ports, registry, directory }) {
    const { home } = ports.environment;
    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(directory, settings.path.replace(/^~(?=$|[\\/])/u, () => home));
    const { key } = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRegistry */ .l5)(registry);
    const id = `docker-config ${file} ${key}`;
    const open = (signal, credential) => {
        const forms = credential === undefined ? [] : (0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_3__/* .deriveMaskedForms */ .UO)(credential);
        return { ports, env: (0,_login_places_js__WEBPACK_IMPORTED_MODULE_4__/* .cleanEnvironment */ .hh)(ports.environment, forms), forms, signal };
    };
    return {
        id,
        type: 'docker-config',
        writes: [id],
        api: 'file',
        async inspect(signal) {
            const context = open(signal);
            const login = await readLogin(await locate(file, key, context), context);
            const stored = decode(login);
            return {
                stored: stored === undefined ? undefined : { ...stored, password: new _credential_secret_js__WEBPACK_IMPORTED_MODULE_5__/* .Secret */ .z(stored.password) },
                exists: stored !== undefined,
                version: stored === undefined ? null : describeVersion(login, id),
                since: null,
                unknown: [],
            };
        },
        async write(credential, facts, signal) {
            const context = open(signal, credential);
            await ports.files.apply({ do: 'make-directory', path: node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file) });
            await ports.files.lock(file, ports.clock.now() + PATIENCE, async () => {
                const place = await locate(file, key, context);
                const now = decode(await readLogin(place, context));
                if (isSame(now, credential))
                    return;
                refuseStranger(now, facts, id);
                const login = (0,_login_store_store_js__WEBPACK_IMPORTED_MODULE_6__/* .shapeLogin */ .r0)(place, (0,_login_store_config_file_js__WEBPACK_IMPORTED_MODULE_7__/* .encodeAuth */ .zx)(credential.username, credential.password.reveal()));
                await (0,_login_store_store_js__WEBPACK_IMPORTED_MODULE_6__/* .writeStored */ .zS)(place, login, context);
            });
        },
        async check(credential, _facts, signal) {
            const context = open(signal, credential);
            const now = decode(await readLogin(await locate(file, key, context), context));
            return { kind: 'read-back', holds: isSame(now, credential) };
        },
    };
}
/**
 * Which helper keeps it is looked up each time: the file may have been changed since. Throws `DCR_CONFIG_INVALID` where the
 * login would go into a file of whose entries docker takes none.
 */
async function locate(file, key, context) {
    const config = (0,_login_store_config_file_js__WEBPACK_IMPORTED_MODULE_7__/* .parseConfigFile */ .me)(await (0,_login_store_config_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readConfigText */ .im)(file, context), file);
    const helper = (0,_login_store_config_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readHelperName */ .qV)(config, key);
    if (helper !== undefined)
        return { path: file, key, helper };
    (0,_login_store_config_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .refuseUnusable */ .A)(config, file);
    return { path: file, key };
}
const readLogin = (place, context) => (0,_login_store_store_js__WEBPACK_IMPORTED_MODULE_6__/* .readUndo */ .dV)(place, context);
function decode({ helper, entry }) {
    const found = helper ?? (entry === null ? undefined : (0,_login_store_config_file_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeAuth */ .X$)(entry));
    return found === undefined ? undefined : { username: found.username, password: found.secret };
}
function isSame(pair, { username, password }) {
    return pair?.username === username && pair.password === password.reveal();
}
/** A plan may be kept where others read it: guessing a password from its version must stay dear. */
function describeVersion(login, salt) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.scryptSync)((0,_login_store_stored_login_js__WEBPACK_IMPORTED_MODULE_9__/* .serialiseLogin */ .d)(login), salt, 16).toString('base64url');
}
function refuseStranger(now, { stored }, id) {
    if (now === undefined || (stored !== undefined && isSame(now, stored)))
        return;
    const message = `${id} was written by somebody else since it was looked at; it was left as it is`;
    const remedy = 'If that was no login of yours, find out who it was; then: dcr-login rotate --resume.';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .DcrError */ .ol('DCR_TARGET_REFUSED', { message, remedy });
}
//# sourceMappingURL=target.js.map

/***/ })

};
;