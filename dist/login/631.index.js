"use strict";
exports.id = 631;
exports.ids = [631];
exports.modules = {

/***/ 2631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseShadow: () => (/* binding */ refuseShadow)
/* harmony export */ });
/* unused harmony exports readsVariable, readShadow, dropShadow, parseShadow */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7967);
/* harmony import */ var _store_config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8674);




const VARIABLE = 'DOCKER_AUTH_CONFIG';
/** The first docker CLI that reads the variable: 28.3.0, cli/config/configfile/file.go. */
const FIRST = [28, 3];
/**
 * Docker 28.3 and later read a credential of this exact host from `DOCKER_AUTH_CONFIG` before any file, in which GitLab's
 * users keep one for their runner. Throws `DCR_SHADOWED` where that would be another one than was logged in with.
 */
async function refuseShadow(login, context) {
    const { plan, credential } = login;
    const { engine, reference } = plan;
    const { environment, processes } = context.ports;
    const stored = plan.format === 'docker' ? readShadow(environment.variables[VARIABLE], reference.key) : undefined;
    if (stored === undefined || stored === (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeAuth */ .zx)(credential.username, credential.password.reveal())['auth'])
        return;
    const docker = engine.name === 'docker' ? engine.file : processes.find('docker');
    if (docker === undefined)
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
    const shadow = parseShadow(value);
    if (shadow === undefined || shadow.problem !== undefined || !Object.hasOwn(shadow.auths, key))
        return undefined;
    const entry = shadow.auths[key];
    return (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry) ? node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(String(entry['auth']), 'base64').toString('base64') : undefined;
}
/** The variable without this key, for a command that must see our login; undefined where nothing would be left in it. */
function dropShadow(value, key) {
    const auths = parseShadow(value)?.auths ?? {};
    if (!Object.hasOwn(auths, key))
        return value;
    const rest = Object.fromEntries(Object.entries(auths).filter(([host]) => host !== key));
    return Object.keys(rest).length === 0 ? undefined : JSON.stringify({ auths: rest });
}
/** Undefined where the variable is not set. */
function parseShadow(value) {
    if (value === undefined || value === '')
        return undefined;
    const config = (0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_3__/* .parseObject */ .lj)(value);
    if (config === undefined)
        return { auths: {}, problem: 'it is no JSON object' };
    const { auths, ...others } = config;
    if (!(0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(auths))
        return { auths: {}, problem: 'it has no auths' };
    const entries = Object.values(auths);
    const names = entries.flatMap((entry) => ((0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry) ? Object.keys(entry) : []));
    if (Object.keys(others).length > 0 || names.some((name) => name !== 'auth'))
        return { auths, problem: 'it has other fields than auths and auth' };
    const usable = entries.every((entry) => (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry) && (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeAuth */ .X$)(entry) !== undefined);
    return { auths, problem: usable ? undefined : 'an entry of it has no usable auth' };
}
//# sourceMappingURL=shadow.js.map

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