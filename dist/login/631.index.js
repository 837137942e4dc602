export const id = 631;
export const ids = [631];
export const modules = {

/***/ 2631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseShadow: () => (/* binding */ refuseShadow)
/* harmony export */ });
/* unused harmony exports readsVariable, readShadow, dropShadow */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _store_config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8674);



const VARIABLE = 'DOCKER_AUTH_CONFIG';
/** The first docker CLI that reads the variable: 28.3.0, cli/config/configfile/file.go. */
const FIRST = [28, 3];
/**
 * Docker 28.3 and later read a credential of this exact host from `DOCKER_AUTH_CONFIG` before any file, in which GitLab's
 * users keep one for their runner. Throws `DCR_SHADOWED` where that would be another one than was logged in with.
 */
async function refuseShadow(login, context) {
    const { reference, credential, docker } = login;
    const { environment, processes } = context.ports;
    const stored = readShadow(environment.variables[VARIABLE], reference.key);
    if (stored === undefined || stored === (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeAuth */ .zx)(credential.username, credential.password.reveal())['auth'])
        return;
    const { env, signal } = context;
    const { stdout } = await processes.start({ file: docker, args: ['--version'], env, signal }).finish('');
    if (!readsVariable(stdout))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_SHADOWED', {
        registry: reference.registry,
        message: `${reference.registry}: ${VARIABLE} holds another credential for ${reference.host}, and this docker takes that one before any login`,
        remedy: `Take ${reference.host} out of ${VARIABLE}, or unset it for this job: unset ${VARIABLE}.`,
    });
}
/** Whether a docker of this `--version` reads the variable; one that does not tell its version is taken for a new one. */
function readsVariable(version) {
    const [, major, minor] = /version (\d+)\.(\d+)/u.exec(version) ?? [];
    if (major === undefined)
        return true;
    return Number(major) > FIRST[0] || (Number(major) === FIRST[0] && Number(minor) >= FIRST[1]);
}
/** The `auth` that the variable holds for this key; undefined where docker would not take it either. */
function readShadow(value, key) {
    const auths = parseShadow(value);
    const entry = auths !== undefined && Object.hasOwn(auths, key) ? auths[key] : undefined;
    const auth = (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry) ? entry['auth'] : undefined;
    if (typeof auth !== 'string')
        return undefined;
    return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(auth, 'base64').toString('base64');
}
/** The variable without this key, for a command that must see our login; undefined where nothing would be left in it. */
function dropShadow(value, key) {
    const auths = parseShadow(value);
    if (auths === undefined || !Object.hasOwn(auths, key))
        return value;
    const rest = Object.fromEntries(Object.entries(auths).filter(([host]) => host !== key));
    return Object.keys(rest).length === 0 ? undefined : JSON.stringify({ auths: rest });
}
function parseShadow(value) {
    if (value === undefined || value === '')
        return undefined;
    try {
        const config = JSON.parse(value);
        const auths = (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(config) ? config['auths'] : undefined;
        return (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(auths) ? auths : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=shadow.js.map

/***/ })

};
