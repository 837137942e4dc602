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

/***/ 5875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rd: () => (/* binding */ redactText),
/* harmony export */   SE: () => (/* binding */ SHORTEST_MASK),
/* harmony export */   UO: () => (/* binding */ deriveMaskedForms),
/* harmony export */   _z: () => (/* binding */ quoteForeignText),
/* harmony export */   rk: () => (/* binding */ encodeBase64Forms)
/* harmony export */ });
/* unused harmony export composeMaskCommands */
/** A shorter form would blank innocent text all over a log: GitHub masks every occurrence of whatever it is given. */
const SHORTEST_MASK = 4;
/**
 * Every form in which a log could show the password: as it is, each of its words between line breaks, base64 (standard
 * and URL alphabet, at each of the three alignments inside a longer text, and joined to the username), hex, percent
 * encoding, and the quoting of JSON, XML, shells and workflow commands. Longest first, so that a replacement never
 * leaves the rest of a longer form behind. Never the username alone: outputs must stay usable.
 */
function deriveMaskedForms(credential) {
    const password = credential.password.reveal();
    if (password === '')
        return [];
    const json = JSON.stringify(password).slice(1, -1);
    const xml = escapeXml(password);
    const forms = new Set([
        password,
        password.trim(),
        ...encodeBase64Forms(password),
        ...encodeBase64Forms(`${credential.username}:${password}`),
        Buffer.from(password, 'utf16le').toString('base64'),
        Buffer.from(password).toString('hex'),
        Buffer.from(password).toString('hex').toUpperCase(),
        ...encodePercentForms(password),
        json,
        escapeNonAscii(json),
        // Docker is written in Go, whose JSON is fit for HTML: https://pkg.go.dev/encoding/json#HTMLEscape
        json.replace(/[<>&\u2028\u2029]/gu, escapeUnit),
        xml,
        xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
        xml.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
        xml.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
        password.replaceAll("'", `'\\''`),
        password.replaceAll("'", `'"'"'`),
        password.replaceAll("'", "''"),
        password.replaceAll('$', '$$$$'),
        password.replace(/[^A-Za-z0-9_\-.,:/@\n]/gu, '\\$&'),
        password.replace(/[^\w@%+=:,./-]/gu, '\\$&'),
        password.replace(/["\\$`]/gu, '\\$&'),
        password.replaceAll('%', '%25'),
    ]);
    return [...forms].filter((form) => form.length >= SHORTEST_MASK).toSorted((a, b) => b.length - a.length);
}
/**
 * The commands by which a GitHub runner masks these forms, a line each: what would end a line is escaped.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#masking-a-value-in-a-log
 */
function composeMaskCommands(forms) {
    return forms.map((form) => {
        return `::add-mask::${form.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`;
    });
}
/** Replaces every masked form by `***`. */
function redactText(text, forms) {
    return forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}
/**
 * Text from a server or a child process as data, fit for a log line: secrets replaced, control characters (line breaks
 * too) as spaces, `::`, `##[` and `##vso[` broken so that no CI system reads a command in it, at most 300 characters.
 * Rule: workflow commands are recognised at the start of a line on both streams
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
function quoteForeignText(text, forms) {
    const tidy = redactText(text, forms)
        // Also the invisible characters that turn text around or hide it: bidirectional controls, zero widths, BOM.
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/:(?=:)/gu, ': ')
        .replace(/##(?=[a-z]*\[)/giu, '## ');
    // Once more: a line break in the middle of a password may have become the blank that belongs there.
    const flat = redactText(tidy, forms).trim();
    if (isWrapped(flat, forms))
        return '***';
    return flat.length > 300 ? `${[...flat].slice(0, 299).join('')}…` : flat;
}
/** Encoders break long lines: with a form that blanks take apart, nothing of the text can be shown. */
function isWrapped(text, forms) {
    const joined = text.replaceAll(' ', '');
    // Shorter forms come about by chance when words are joined.
    return forms.some((form) => form.length >= 12 && !text.includes(form) && joined.includes(form));
}
/** In base64, standard and for URLs, alone and at each of the three places inside a longer text. */
function encodeBase64Forms(value) {
    const forms = [];
    for (const shift of [0, 1, 2]) {
        const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
        const encoded = bytes.toString('base64');
        // The first characters mix with what stood before, the last group with what follows: both are cut.
        const start = shift === 0 ? 0 : shift + 1;
        const end = bytes.length % 3 === 0 ? encoded.length : Math.floor((bytes.length * 8) / 6);
        const inner = encoded.slice(start, end);
        forms.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'));
    }
    const whole = Buffer.from(value).toString('base64');
    return [...forms, whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
}
function encodePercentForms(value) {
    // A lone surrogate cannot be encoded; as bytes it is the replacement character already.
    const wellFormed = Buffer.from(value).toString('utf8');
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const everyByte = [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const lower = component.replace(/%[0-9A-F]{2}/gu, (c) => c.toLowerCase());
    const form = new URLSearchParams({ v: wellFormed }).toString().slice(2);
    const forms = [component, lower, strict, form, component.replaceAll('%20', '+'), strict.replaceAll('%20', '+')];
    return [...forms, encodeURI(wellFormed), everyByte, everyByte.toUpperCase()];
}
function escapeXml(value) {
    return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function escapeNonAscii(value) {
    // By code unit, not by character: JSON writes an astral character as two escapes.
    return value.replace(/[\u0080-\uffff]/g, escapeUnit);
}
function escapeUnit(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
//# sourceMappingURL=masking.js.map

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