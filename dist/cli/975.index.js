"use strict";
exports.id = 975;
exports.ids = [975];
exports.modules = {

/***/ 8243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ findCommand),
/* harmony export */   d: () => (/* binding */ runCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);
/* harmony import */ var _login_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75);



/** The file that would be run: a path as it is, a bare name from PATH. Undefined where there is none. */
async function findCommand({ command: [name = ''], directory }, { files, processes }) {
    if (!/[/\\]/u.test(name))
        return processes.find(name);
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(directory, name);
    const found = await files.inspect(file, { follow: true });
    // A program may be larger than what is read whole: then it is `other`, which a directory never is.
    if (found.kind === 'other')
        return file;
    return found.kind === 'file' && (found.mode & 0o111) !== 0 ? file : undefined;
}
/**
 * Runs it with `stdin`, in an environment without our secrets and API tokens.
 * Throws `DCR_CONFIG_INVALID` where it is not there, `DCR_TIMEOUT` when it takes longer than allowed.
 */
async function runCommand(settings, call, ports) {
    const { command, timeout } = settings;
    const file = await findCommand(settings, ports);
    if (file === undefined) {
        const message = `the command ${command[0]} is not there, or is not executable`;
        const remedy = 'Install it, or correct the path in the file.';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message, remedy, noEffect: true });
    }
    const done = new AbortController();
    const late = new AbortController();
    void ports.clock.sleep(timeout, done.signal).then(() => {
        if (!done.signal.aborted)
            late.abort();
    });
    const signal = AbortSignal.any([late.signal, call.signal]);
    const env = (0,_login_places_js__WEBPACK_IMPORTED_MODULE_2__/* .cleanEnvironment */ .hh)(ports.environment, call.forms);
    const started = ports.processes.start({ file, args: command.slice(1), env, signal });
    const result = await started.finish(call.stdin).finally(() => done.abort());
    if (late.signal.aborted) {
        const message = `the command ${command[0]} did not end within ${timeout / 1000} s`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_TIMEOUT', { message, remedy: 'Run it again, or give it more by timeout.' });
    }
    return result;
}
//# sourceMappingURL=commands.js.map

/***/ }),

/***/ 8975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createExecTarget: () => (/* binding */ createExecTarget)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8243);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4678);
/* harmony import */ var _credential_credential_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4910);
/* harmony import */ var _credential_masking_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5875);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);





/** For a program that stores one credential somewhere. Milliseconds. */
const TIMEOUT = '60s';
/** A program that stores the credential: it gets it as JSON on standard input, and its exit status is the answer. */
function createExecTarget(settings, { ports, directory }) {
    const { command } = settings;
    const timeout = (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(String(settings.timeout ?? TIMEOUT)) ?? 0;
    const id = `exec ${command.join(' ')}`;
    const run = { command, timeout, directory };
    return {
        id,
        type: 'exec',
        writes: [id],
        api: 'exec',
        async inspect() {
            if ((await (0,_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .findCommand */ .Z)(run, ports)) === undefined) {
                const message = `${id}: the command is not there, or is not executable`;
                const remedy = 'Install it, or correct the path; a relative one starts where the rotation file lies.';
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_TARGET_REFUSED', { message, remedy });
            }
            const unknown = ['whether the command succeeds, and what it stores, is known by its exit status only'];
            return { stored: undefined, exists: true, version: null, since: null, unknown };
        },
        async write({ username, password, registry, expiresAt }, _facts, signal) {
            const forms = (0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_3__/* .deriveMaskedForms */ .UO)({ username, password });
            const end = expiresAt === undefined ? {} : { expiresAt: (0,_credential_credential_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTime */ .fU)(expiresAt) };
            const stdin = `${JSON.stringify({ version: 1, registry, username, password: password.reveal(), ...end })}\n`;
            const { status, signal: killed, stderr } = await (0,_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommand */ .d)(run, { stdin, forms, signal }, ports);
            if (status === 0)
                return;
            const ended = status === null ? `was ended by ${killed ?? 'the system'}` : `ended with ${status}`;
            const words = (0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteForeignText */ ._z)(stderr, forms);
            const message = `${id} ${ended}${words === '' ? '' : `: "${words}"`}`;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_TARGET_REFUSED', {
                message,
                remedy: 'Repair the command, then: dcr-login rotate --resume.',
            });
        },
        check: async () => ({ kind: 'none', holds: true }),
    };
}
//# sourceMappingURL=target.js.map

/***/ })

};
;