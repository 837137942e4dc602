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

/***/ }),

/***/ 5996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ pickChallenge),
/* harmony export */   u: () => (/* binding */ parseChallenges)
/* harmony export */ });
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const QUOTED = String.raw `"(?:[^"\\]|\\.)*"`;
const ITEM = new RegExp(String.raw `(?:[^,"]|${QUOTED})+|(?<rubbish>")`, 'gu');
const PARAMETER = new RegExp(String.raw `^(${TOKEN})\s*=\s*(${TOKEN}|${QUOTED})$`, 'u');
const OPENING = new RegExp(String.raw `^(${TOKEN})(?:\s+(.+))?$`, 'u');
const TOKEN68 = /^[A-Za-z0-9._~+/-]+=*$/u;
/** Every intact challenge of one or several field values. */
function parseChallenges(values) {
    return values.flatMap((value) => parseValue(value));
}
/** The first challenge that can be answered; others (Negotiate, …) are passed over. */
function pickChallenge(challenges) {
    return challenges.find((challenge) => {
        return challenge.scheme === 'basic' || (challenge.scheme === 'bearer' && Boolean(challenge.parameters['realm']));
    });
}
/**
 * Parsing ends at the first malformed item, and the challenge it stands in does not count either: half a realm, or
 * one of two, must never receive a credential.
 */
function parseValue(value) {
    const challenges = [];
    for (const match of value.matchAll(ITEM)) {
        const item = match[0].trim();
        if (item === '')
            continue;
        const parameter = PARAMETER.exec(item);
        const opening = parameter === null ? OPENING.exec(item) : null;
        if (opening !== null)
            challenges.push({ scheme: (opening[1] ?? '').toLowerCase(), parameters: {} });
        const rest = parameter === null ? opening?.[2] : item;
        const current = challenges.at(-1);
        const intact = match.groups?.['rubbish'] === undefined && (parameter !== null || opening !== null);
        if (current === undefined || !intact || !addParameter(current.parameters, rest)) {
            challenges.pop();
            break;
        }
    }
    return challenges;
}
/** False when `text` is neither a new parameter nor the single opaque word that some schemes carry instead. */
function addParameter(parameters, text) {
    if (text === undefined)
        return true;
    const [, name, content] = PARAMETER.exec(text) ?? [];
    if (name === undefined || content === undefined)
        return TOKEN68.test(text);
    const key = name.toLowerCase();
    if (Object.hasOwn(parameters, key))
        return false;
    parameters[key] = content.startsWith('"') ? content.slice(1, -1).replace(/\\(.)/gu, '$1') : content;
    return true;
}
//# sourceMappingURL=challenge.js.map

/***/ }),

/***/ 7967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ readToken),
/* harmony export */   NU: () => (/* binding */ readRepositories),
/* harmony export */   O1: () => (/* binding */ describeAnswer),
/* harmony export */   lj: () => (/* binding */ parseObject)
/* harmony export */ });
/* harmony import */ var _challenge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5996);

/** What an answer says, without what it means. */
function describeAnswer(response, retryAfter) {
    const body = parseBody(response);
    const fields = response.headers['www-authenticate'] ?? [];
    const picked = (0,_challenge_js__WEBPACK_IMPORTED_MODULE_0__/* .pickChallenge */ .t)((0,_challenge_js__WEBPACK_IMPORTED_MODULE_0__/* .parseChallenges */ .u)(fields));
    return {
        kind: 'answer',
        status: response.status,
        challenge: picked?.scheme ?? (fields.length === 0 ? 'none' : 'malformed'),
        challengeError: picked?.parameters['error'],
        retryAfter,
        ...body,
    };
}
/** The JSON object of a body, or undefined for anything else. */
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
function parseBody(response) {
    const text = response.body.trim();
    const nothing = { lists: 'nothing', errorCode: undefined, message: '' };
    if (response.truncated)
        return { ...nothing, body: 'oversized' };
    if (text === '')
        return { ...nothing, body: 'empty' };
    const json = parseObject(text);
    if (json === undefined) {
        return { ...nothing, body: text.startsWith('<') ? 'html' : 'text', message: stripMarkup(text) };
    }
    const lists = nameContent(json);
    const errors = json['errors'];
    const first = Array.isArray(errors) ? errors[0] : undefined;
    if (typeof first === 'object' && first !== null && 'code' in first && typeof first.code === 'string') {
        const message = 'message' in first && typeof first.message === 'string' ? first.message : '';
        return { body: 'oci-error', lists, errorCode: first.code.toUpperCase(), message };
    }
    // Token services answer in OAuth's shape (RFC 6749 §5.2) or with `details`, which docker accepts as well.
    const words = [json['error_description'], json['details'], json['message'], json['error']];
    const oauth = typeof json['error'] === 'string' ? json['error'].toUpperCase() : undefined;
    return { body: 'json', lists, errorCode: oauth, message: words.find((word) => typeof word === 'string') ?? '' };
}
function nameContent(json) {
    if (readToken(json) !== undefined)
        return 'token';
    if (readRepositories(json) !== undefined)
        return 'repositories';
    // A repository whose tags are all gone answers null (registries written in Go).
    return Array.isArray(json['tags']) || json['tags'] === null ? 'tags' : 'nothing';
}
/**
 * `token` and `access_token` are equivalent: https://distribution.github.io/distribution/spec/auth/token/
 * What a header cannot carry is no token (https://www.rfc-editor.org/rfc/rfc6750#section-2.1): a line break would end it.
 */
function readToken(json) {
    return [json?.['access_token'], json?.['token']].find((value) => typeof value === 'string' && /^[!-~]+$/u.test(value));
}
function readRepositories(json) {
    const names = json?.['repositories'];
    return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : undefined;
}
function stripMarkup(text) {
    const title = /<title[^>]*>([^<]*)/iu.exec(text)?.[1];
    return title ?? (text.startsWith('<') ? '' : text.slice(0, 1000));
}
//# sourceMappingURL=observation.js.map

/***/ })

};
;