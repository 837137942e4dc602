"use strict";
exports.id = 675;
exports.ids = [675];
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

/***/ 2675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createExecIssuer: () => (/* binding */ createExecIssuer)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8243);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4678);
/* harmony import */ var _credential_masking_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5875);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6138);





const TIMEOUT = '60s';
/**
 * A program that prints the new credential as JSON. It gets `{"version":1,"rotation","registry"}` on standard input, and
 * `{"version":1,"rotation","username"}` where it is to end the old one.
 * Throws `DCR_CONFIG_INVALID` where there is no such program.
 */
async function createExecIssuer(settings, { ports, directory }) {
    const timeout = (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(String(settings.timeout ?? TIMEOUT)) ?? 0;
    const prepare = async (command, what) => {
        const run = { command, timeout, directory };
        if ((await (0,_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .findCommand */ .Z)(run, ports)) === undefined) {
            const message = `the command of ${what} is not there, or is not executable: ${command[0]}`;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message });
        }
        return (question, signal) => call(run, { what, question, signal }, ports);
    };
    const issue = await prepare(settings.command, 'issuer exec');
    const issuer = {
        async issue({ rotation, registry, signal }) {
            return (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .parseIssuedCredential */ .u)(await issue({ rotation, registry }, signal), `issuer exec (${settings.command[0]})`);
        },
    };
    if (settings.retire === undefined)
        return issuer;
    const end = await prepare(settings.retire.command, 'retire of issuer exec');
    return {
        ...issuer,
        async retire({ username, rotation, signal }) {
            await end({ rotation, username }, signal);
        },
    };
}
async function call(run, { what, question, signal }, ports) {
    const stdin = `${JSON.stringify({ version: 1, ...question })}\n`;
    const { status, signal: killed, stdout, stderr } = await (0,_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommand */ .d)(run, { stdin, forms: [], signal }, ports);
    if (status === 0)
        return stdout;
    const ended = status === null ? `was ended by ${killed ?? 'the system'}` : `ended with ${status}`;
    // Whatever it printed as an answer may be the secret, and some programs say it on both streams.
    const forms = stdout.split(/[\s"'{}:,]+/u).filter((word) => word.length >= _credential_masking_js__WEBPACK_IMPORTED_MODULE_4__/* .SHORTEST_MASK */ .SE);
    const words = (0,_credential_masking_js__WEBPACK_IMPORTED_MODULE_4__/* .quoteForeignText */ ._z)(stderr, forms);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_CONFIG_INVALID', {
        message: `${what} (${run.command[0]}) ${ended}${words === '' ? '' : `: "${words}"`}`,
        remedy: 'Repair the command, then run it again.',
        // A status is an answer; a signal may have come in the middle of it.
        noEffect: status !== null,
    });
}
//# sourceMappingURL=issuer.js.map

/***/ })

};
;