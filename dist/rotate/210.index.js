"use strict";
exports.id = 210;
exports.ids = [210];
exports.modules = {

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

/***/ 9008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ HttpFault),
/* harmony export */   T: () => (/* binding */ BODY_LIMIT)
/* harmony export */ });
/** No answer came. `detail` is the system's own code or words, e.g. `ECONNREFUSED`. */
class HttpFault extends Error {
    name = 'HttpFault';
    kind;
    /** How far the exchange had come. */
    during;
    detail;
    constructor(fault) {
        super(`${fault.kind} during ${fault.during}: ${fault.detail}`, { cause: fault.cause });
        this.kind = fault.kind;
        this.during = fault.during;
        this.detail = fault.detail;
    }
}
/** 1 MiB, after decompression. No answer that a login needs is larger; containers/image caps tokens alike. */
const BODY_LIMIT = 1024 * 1024;
//# sourceMappingURL=http.js.map

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

/***/ 7036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cv: () => (/* binding */ exchange),
/* harmony export */   rY: () => (/* binding */ encodeBasic),
/* harmony export */   ul: () => (/* binding */ REQUEST_LIMIT)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9008);
/* harmony import */ var _observation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7967);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2867);
/* harmony import */ var _safety_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8891);





/** No single request may take longer, whatever the command's own time limit is. In milliseconds. */
const REQUEST_LIMIT = 30_000;
/**
 * Asks one question: retries by the table, follows redirects on the same origin by hand, and never takes the credential
 * to another one. Never throws for what the network or the server does: it is observed.
 */
async function exchange(question, patience, ports) {
    const { clock } = ports;
    for (let tries = 1;; tries += 1) {
        const left = patience.deadline - clock.now();
        const { seen, response } = left <= 0 ? outOfTime() : await followRedirects(question, { ...patience, left }, ports);
        const outcome = readOutcome(seen);
        const answer = outcome === undefined || question.once === true
            ? { again: false }
            : (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .decideRetry */ .tE)({
                outcome,
                tries,
                retries: patience.retries,
                left: patience.deadline - clock.now(),
                random: clock.random(),
            });
        if (!answer.again || patience.signal?.aborted === true) {
            const { stage, anonymous, scheme, method, url } = question;
            const request = `${method} ${url.origin}${url.pathname}`;
            return { observation: { stage, anonymous, scheme, request, seen }, response };
        }
        await clock.sleep(answer.pause, patience.signal);
    }
}
/** `Basic` of RFC 7617, in UTF-8 as every registry reads it. */
function encodeBasic(username, password) {
    return `Basic ${node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(`${username}:${password}`).toString('base64')}`;
}
async function followRedirects(question, patience, ports) {
    const end = ports.clock.now() + Math.min(patience.left, REQUEST_LIMIT);
    let { url } = question;
    for (let hops = 0;; hops += 1) {
        const attempt = await sendOnce({ ...question, url }, { end, signal: patience.signal }, ports);
        const location = attempt.response?.headers['location']?.[0];
        const status = attempt.response?.status ?? 0;
        if (![301, 302, 303, 307, 308].includes(status) || location === undefined)
            return attempt;
        const target = parseLocation(location, url);
        if (target === undefined)
            return stopAt(location, 'malformed');
        if (!(0,_safety_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameOrigin */ .J6)(target, url))
            return stopAt(target.origin, 'other-origin');
        if (hops >= _safety_js__WEBPACK_IMPORTED_MODULE_2__/* .REDIRECT_LIMIT */ .PZ)
            return stopAt(`${target.origin}${target.pathname}`, 'loop');
        url = target;
    }
}
async function sendOnce(question, bounds, ports) {
    const { method, url, authorization } = question;
    const { clock, http } = ports;
    const headers = {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'user-agent': 'dcr-login',
        ...(authorization === undefined ? {} : { authorization }),
        ...(method === 'POST' ? { 'content-length': '0' } : {}),
    };
    const signal = bounds.signal === undefined ? {} : { signal: bounds.signal };
    try {
        const timeout = Math.max(1, bounds.end - clock.now());
        const response = await http.request({ method, url, headers, timeout, ...signal });
        const retryAfter = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRetryAfter */ .mu)(response.headers['retry-after']?.[0], clock.now());
        return { response, seen: (0,_observation_js__WEBPACK_IMPORTED_MODULE_3__/* .describeAnswer */ .O1)(response, retryAfter) };
    }
    catch (thrown) {
        if (!(thrown instanceof _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFault */ .F))
            throw thrown;
        const { kind: fault, during, detail } = thrown;
        return { response: undefined, seen: { kind: 'fault', fault, during, detail } };
    }
}
function readOutcome(seen) {
    if (seen.kind === 'fault')
        return { fault: seen.fault };
    return seen.kind === 'answer' ? { status: seen.status, retryAfter: seen.retryAfter } : undefined;
}
function parseLocation(location, base) {
    try {
        return new URL(location, base);
    }
    catch {
        return undefined;
    }
}
function stopAt(to, why) {
    return { response: undefined, seen: { kind: 'redirect', to, why } };
}
function outOfTime() {
    const detail = 'no time was left for this request';
    return { response: undefined, seen: { kind: 'fault', fault: 'timeout', during: 'connect', detail } };
}
//# sourceMappingURL=exchange.js.map

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

/***/ }),

/***/ 8891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J6: () => (/* binding */ isSameOrigin),
/* harmony export */   PZ: () => (/* binding */ REDIRECT_LIMIT),
/* harmony export */   oV: () => (/* binding */ locatePath),
/* harmony export */   vi: () => (/* binding */ judgeRealm)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3256);

/** Redirects on one origin that are followed; a real registry needs one at most. */
const REDIRECT_LIMIT = 5;
/**
 * May the credential be sent to this realm? Only over https (http where the registry itself is loopback http), and only
 * to the registry's own host, one of the same registrable domain, or one that the user named. The Public Suffix List
 * counts with its private part: two tenants of one hosting domain are strangers (https://publicsuffix.org).
 */
async function judgeRealm(question) {
    const { realm, origin, reference } = question;
    let url;
    try {
        url = new URL(realm);
    }
    catch {
        return refuse('it is no absolute URL');
    }
    if (url.username !== '' || url.password !== '')
        return refuse('it carries user information');
    const plainLoopback = url.protocol === 'http:' && origin.protocol === 'http:' && (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .cW)(url.host);
    if (url.protocol !== 'https:' && !plainLoopback)
        return refuse(`it would be sent over ${url.protocol}// unencrypted`);
    const named = question.allowed.map((host) => host.toLowerCase());
    if (named.includes(url.host) || named.includes(url.hostname))
        return { safe: true, url };
    if (url.hostname === origin.hostname)
        return { safe: true, url };
    if (await shareRegistrableDomain(url.hostname, origin.hostname))
        return { safe: true, url };
    return refuse(`${url.host} is another site than ${reference.host}`);
}
/** Scheme, host and port are the same: only then may a redirect carry the credential along. */
function isSameOrigin(a, b) {
    return a.protocol === b.protocol && a.host === b.host && b.username === '' && b.password === '';
}
/** Always on the registry's origin: resolved like a link, a path that begins with `//` would name another host. */
function locatePath(path, base) {
    const url = new URL(base);
    const mark = path.indexOf('?');
    url.pathname = mark < 0 ? path : path.slice(0, mark);
    url.search = mark < 0 ? '' : path.slice(mark);
    return url;
}
async function shareRegistrableDomain(a, b) {
    // Loaded only here: the list costs about 30 ms, and on most registries the hosts are the same.
    const { getDomain } = await __webpack_require__.e(/* import() */ 935).then(__webpack_require__.t.bind(__webpack_require__, 935, 19));
    const options = { allowPrivateDomains: true, extractHostname: false };
    const domain = getDomain(a, options);
    return domain !== null && domain === getDomain(b, options);
}
function refuse(why) {
    return { safe: false, why };
}
//# sourceMappingURL=safety.js.map

/***/ }),

/***/ 2210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRotation: () => (/* binding */ runRotation)
});

// UNUSED EXPORTS: rotateJobs

// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/rotation/journal.js
var rotation_journal = __webpack_require__(2259);
// EXTERNAL MODULE: ./packages/core/lib/rotation/leftover.js
var leftover = __webpack_require__(5033);
// EXTERNAL MODULE: ./packages/core/lib/rotation/places.js
var places = __webpack_require__(5210);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js
var credential_credential = __webpack_require__(4910);
// EXTERNAL MODULE: ./packages/core/lib/rotation/law.js
var law = __webpack_require__(3132);
// EXTERNAL MODULE: ./packages/core/lib/rotation/past.js + 1 modules
var rotation_past = __webpack_require__(3082);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/shard.js

/**
 * `I/N`, else `JOB_COMPLETION_INDEX` of a Kubernetes Indexed Job (counted from 0) with `JOB_COMPLETIONS`
 * (https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode).
 * Throws `DCR_INPUT_INVALID`.
 */
function readShard(given, variables) {
    const { JOB_COMPLETION_INDEX: at, JOB_COMPLETIONS: all } = variables;
    const text = given ?? (at === undefined || all === undefined ? undefined : `${Number(at) + 1}/${all}`);
    if (text === undefined)
        return undefined;
    const [, index = '', count = ''] = /^(\d{1,5})\/(\d{1,5})$/u.exec(text) ?? [];
    const shard = { index: Number(index), count: Number(count) };
    if (shard.index >= 1 && shard.index <= shard.count)
        return shard;
    const what = given === undefined ? 'JOB_COMPLETION_INDEX and JOB_COMPLETIONS say' : '--shard is';
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `${what} "${text}"; a shard is I/N, counted from 1: 1/4 to 4/4`,
    });
}
/** Whose a target is: by its place in the sorted list of ids, so that every machine says the same. */
function splitTargets(ids, { index, count }) {
    return new Set(ids.toSorted().filter((_id, at) => at % count === index - 1));
}
//# sourceMappingURL=shard.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/recover.js









/**
 * Reads what a run before this one left, and starts the one that goes on from there.
 * Throws `DCR_INPUT_INVALID` where there is nothing to resume, and `DCR_ROTATION_INCOMPLETE` where a person must say how an
 * unfinished rotation is to end.
 */
async function recoverRun(job, orders, ports) {
    const { past, shards, witnesses, siblings, torn } = await readPast(job, orders, ports);
    refuseMode(job, orders, { past, shards });
    const rotation = past?.rotation ?? makeRotationId(ports);
    return {
        job,
        orders,
        ports,
        rotation,
        salt: past?.salt ?? (0,external_node_crypto_.randomBytes)(9).toString('base64url'),
        journal: new rotation_journal/* Journal */.C(external_node_path_.join(job.directory, (0,places/* nameJournal */.zN)(rotation, orders.shard)), ports),
        past,
        shards,
        witnesses,
        siblings,
        torn,
        targets: startTargets(job, orders, [past, ...shards]),
        settled: isSettled(job, orders, { past, witnesses }),
        plan: undefined,
        old: undefined,
        oldName: null,
        issued: undefined,
        generation: 0,
        oldReport: null,
        retired: [],
        effects: [],
        notes: [],
    };
}
/** The newest rotation that did not come to its end, if there is one. */
async function readOpenPast(job, shard, ports) {
    for (const name of await (0,places/* listJournals */.d_)(job.directory, shard, ports)) {
        const read = await (0,rotation_journal/* readJournal */.a)(external_node_path_.join(job.directory, name), ports);
        // Torn in its very first line: nothing was issued yet, and an older one may count.
        const past = read === undefined ? undefined : (0,rotation_past/* foldEntries */.On)(read.entries);
        if (past === undefined)
            continue;
        // A shard has no end of its own: it is over when its targets are.
        const over = past.ended !== null || (shard !== undefined && isShardDone(past, shard));
        return over ? { past: undefined, torn: false } : { past, torn: read?.torn === true };
    }
    return { past: undefined, torn: false };
}
async function readPast(job, orders, ports) {
    const { directory } = job;
    const own = await readOpenPast(job, orders.shard, ports);
    const joins = orders.shard === undefined && orders.mode !== 'run';
    const shards = joins ? await readAll(directory, await (0,places/* listShardJournals */.fG)(directory, ports), ports) : [];
    const witnesses = await readAll(directory, await (0,places/* listAllJournals */.sp)(directory, ports), ports);
    return { ...own, shards, witnesses, siblings: shards.length === 0 ? [] : await readSiblings(job, ports) };
}
/** A journal of theirs that cannot be read is for whoever goes on with it. */
async function readSiblings({ directory, settings }, ports) {
    const pasts = [];
    for (const other of await (0,places/* listSiblings */._7)(directory, ports))
        for (const name of await (0,places/* listJournals */.d_)(other, undefined, ports)) {
            const read = await (0,rotation_journal/* readJournal */.a)(external_node_path_.join(other, name), ports).catch(() => undefined);
            const past = (0,rotation_past/* foldEntries */.On)(read?.entries ?? []);
            if (past?.registry === settings.registry)
                pasts.push(past);
        }
    return pasts;
}
async function readAll(directory, names, ports) {
    const read = await Promise.all(names.map((name) => (0,rotation_journal/* readJournal */.a)(external_node_path_.join(directory, name), ports)));
    return read.flatMap((one) => (0,rotation_past/* foldEntries */.On)(one?.entries ?? []) ?? []);
}
/** The credential is needed to prove and to write; what is left after that needs it no more. */
function isSettled(job, orders, { past, witnesses }) {
    const last = past?.generations.at(-1);
    if (past === undefined || last?.confirmed !== true || orders.shard !== undefined)
        return false;
    // Another one that is given now wants to be distributed, or to be refused as a typing error.
    if (orders.mode === 'supersede' || (orders.given !== undefined && !isGiven(orders, last)))
        return false;
    return job.targets.every(({ id }) => (0,rotation_past/* isStillDone */.b5)(id, past, witnesses));
}
function isShardDone({ ids, targets }, shard) {
    const mine = [...splitTargets(ids, shard)];
    return mine.every((id) => law/* DONE_STATES */.QB.has(targets.get(id)?.state ?? 'pending'));
}
function startTargets(job, { shard }, pasts) {
    const [own] = pasts;
    const places = new Map((own?.ids ?? []).map((id, index) => [id, index]));
    const mine = shard === undefined
        ? undefined
        : splitTargets(job.targets.map(({ id }) => id), shard);
    return job.targets.map((target) => {
        const { id } = target;
        // What came into the file since then is added to the journal's list, at its end.
        if (!places.has(id))
            places.set(id, places.size);
        const done = pasts.map((past) => past?.targets.get(id)).find((one) => law/* DONE_STATES */.QB.has(one?.state ?? 'pending'));
        const state = mine?.has(id) === false ? 'skipped' : (done?.state ?? 'pending');
        return { target, index: places.get(id) ?? 0, facts: undefined, state, report: { check: done?.check ?? 'none' } };
    });
}
function refuseMode(job, orders, { past, shards }) {
    const { name, registry } = job.settings;
    if (orders.mode !== 'run') {
        if (past !== undefined || shards.length > 0)
            return;
        const message = `there is no unfinished rotation of ${name} in ${job.directory}`;
        const remedy = 'Run it without --resume: where targets hold the new credential already, nothing is written.';
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message, registry, remedy });
    }
    const last = past?.generations.at(-1);
    if (past === undefined || last?.proved !== true || orders.dryRun)
        return;
    // A machine can be asked again; what a person gives may be another one by mistake.
    const continues = orders.given === undefined ? job.issuer !== undefined : isGiven(orders, last);
    if (continues)
        return;
    throw new errors/* DcrError */.ol('DCR_ROTATION_INCOMPLETE', {
        message: `rotation ${past.rotation} of ${name} is not complete`,
        remedy: 'dcr-login rotate --resume continues it with the same new credential, --supersede with a newer one; --abort gives it up.',
        registry,
    });
}
function isGiven({ given, old }, { username, fingerprint }) {
    const names = [given?.username, username, old?.username].filter((one) => typeof one === 'string');
    return given !== undefined && names.some((one) => (0,rotation_past/* isPair */.tO)({ username: one, password: given.password }, fingerprint));
}
/** Begins with the time, so that names sort by age. */
function makeRotationId({ clock }) {
    const time = (0,credential_credential/* formatTime */.fU)(clock.now()).replaceAll(/[-:]/gu, '');
    return `${time}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
}
//# sourceMappingURL=recover.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/abort.js






/**
 * Gives up what is not complete: no target is written back, and nothing is retired.
 * Throws `DCR_INPUT_INVALID` where nothing is unfinished.
 */
async function abortRotation(jobs, { shard }, ports) {
    const reports = [];
    for (const job of jobs) {
        const { name, registry } = job.settings;
        const { past, torn } = await readOpenPast(job, shard, ports);
        if (past === undefined)
            continue;
        const journal = new rotation_journal/* Journal */.C(external_node_path_.join(job.directory, (0,places/* nameJournal */.zN)(past.rotation, shard)), ports);
        if (torn)
            await ports.files.apply({ do: 'append', path: journal.path, text: '\n' });
        await journal.append('resumed', { process: ports.processes.identify()?.pid ?? 0, added: [] });
        await journal.append('ended', { state: 'aborted', opens: 'unknown' });
        const last = past.generations.at(-1);
        reports.push({
            name,
            registry,
            rotation: past.rotation,
            state: 'aborted',
            generation: last?.generation ?? 0,
            username: last?.username ?? null,
            targets: job.targets.map(({ id, type }) => {
                const { state = 'pending', check = 'none', error } = past.targets.get(id) ?? {};
                return {
                    id,
                    type,
                    state: state === 'writing' ? 'pending' : state,
                    check,
                    ...(error === undefined ? {} : { error }),
                };
            }),
            old: null,
            effects: [],
            notes: [
                'targets that are updated keep the new credential; nothing was retired, and both may still be valid',
                ...(0,leftover/* describeUnanswered */.K0)(past),
            ],
        });
    }
    if (reports.length > 0)
        return reports;
    const names = jobs.map(({ settings }) => settings.name).join(', ');
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `there is no unfinished rotation of ${names} to give up`,
        remedy: 'See what is stored where: dcr-login status -f FILE.',
    });
}
//# sourceMappingURL=abort.js.map
// EXTERNAL MODULE: ./packages/core/lib/rotation/plan.js
var plan = __webpack_require__(8193);
// EXTERNAL MODULE: ./packages/core/lib/rotation/run.js
var rotation_run = __webpack_require__(9177);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/decide.js



/**
 * Makes the plan and refuses what can be known to fail, before anything is issued. Where a credential exists already, one
 * refusing target is that target's failure: the others must not be left with a credential that may be dead.
 */
function decidePlan(run, expected) {
    const { job, orders, past, targets } = run;
    const { name, registry, issuer, grace } = job.settings;
    run.plan = (0,plan/* makePlan */.Cs)({
        name,
        registry,
        issuer: { type: issuer.type, given: orders.given !== undefined, retires: (0,rotation_run/* canRetire */.Y)(run) },
        grace,
        shard: orders.shard ?? null,
        settled: run.settled,
        resumes: past?.rotation ?? run.shards[0]?.rotation ?? null,
        targets,
    });
    if (expected !== undefined)
        (0,plan/* refuseChanges */.YY)(expected, run.plan);
    refuseTargets(run);
    if (!run.settled)
        refuseSource(run);
}
function refuseTargets(run) {
    const mine = run.targets.filter(({ state }) => state !== 'skipped');
    const refused = mine.flatMap(({ target, facts }) => (facts instanceof errors/* DcrError */.ol ? [{ target, error: facts }] : []));
    const [first] = refused;
    if (first === undefined || ((0,rotation_run/* hasCredential */.mB)(run) && refused.length < mine.length))
        return;
    const { registry } = run.job.settings;
    const named = refused.map(({ target, error }) => `${target.id}: ${error.message}`);
    const message = named.length === 1 ? (named[0] ?? '') : `${named.length} targets refuse:\n  ${named.join('\n  ')}`;
    const { code, remedy, retryAfter } = first.error;
    const when = retryAfter === undefined ? {} : { retryAfter };
    throw new errors/* DcrError */.ol(code, { message: `${message} (nothing was issued or written)`, remedy, registry, ...when });
}
/** Whom the credential comes from can be known before it is wanted. */
function refuseSource(run) {
    const { job, orders, ports } = run;
    const { issuer, registry, name } = job.settings;
    if (orders.given !== undefined) {
        if ((0,rotation_run/* chooseUsername */.CI)(run) !== undefined)
            return;
        const message = `DCR_NEW_PASSWORD is given for ${name}, but not whose it is`;
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { message, registry, remedy: 'Set DCR_NEW_USERNAME.' });
    }
    if (orders.shard !== undefined) {
        const message = `a shard distributes a credential that is given, and DCR_NEW_PASSWORD is not set`;
        const remedy = 'Set DCR_NEW_USERNAME and DCR_NEW_PASSWORD: one run issues, the shards distribute.';
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { message, registry, remedy });
    }
    if (issuer.type === 'console' && orders.ask === undefined && !orders.dryRun) {
        const message = `the new credential of ${name} comes from a person, and nobody is here to be asked`;
        const remedy = `${CONSOLE_PATH} → regenerate; then set DCR_NEW_PASSWORD (and DCR_NEW_USERNAME), or run it at a terminal.`;
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { message, registry, remedy });
    }
    for (const variable of listTokenVariables(issuer)) {
        if ((ports.environment.variables[variable] ?? '') !== '')
            continue;
        const message = `${variable} is not set, which issuer ${issuer.type} of ${name} needs`;
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { message, registry, remedy: `Set ${variable}.` });
    }
}
/** Where a person regenerates a credential: https://docs.nexqloud.io, "Manage Access Credentials". */
const CONSOLE_PATH = 'Console → Container → DCR Container Registry → the registry → Credentials';
function listTokenVariables(issuer) {
    if (issuer.type === 'vault')
        return [issuer, issuer.retire].flatMap((call) => (call === undefined ? [] : [call.tokenEnv ?? 'VAULT_TOKEN']));
    if (issuer.type !== 'http')
        return [];
    return [issuer.tokenEnv, issuer.retire?.tokenEnv].filter((name) => name !== undefined);
}
//# sourceMappingURL=decide.js.map
// EXTERNAL MODULE: ./packages/core/lib/rotation/load.js + 9 modules
var load = __webpack_require__(8142);
// EXTERNAL MODULE: ./packages/core/lib/rotation/pool.js
var pool = __webpack_require__(3988);
// EXTERNAL MODULE: ./packages/core/lib/registry/retry.js
var retry = __webpack_require__(2867);
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
;// CONCATENATED MODULE: ./packages/core/lib/registry/base.js
/** Where a registry is asked: by https, and by plain http only on loopback where the port does not speak TLS. Never throws. */
async function findBase(question) {
    const { reference, patience, ports } = question;
    const secure = new URL(`https://${reference.apiHost}/`);
    if (!reference.loopback)
        return secure;
    const cut = patience.signal === undefined ? {} : { signal: patience.signal };
    const timeout = Math.max(1, patience.deadline - ports.clock.now());
    return (await ports.http.speaksTls(secure, { timeout, ...cut })) ? secure : plainBase(reference);
}
/** For loopback alone. */
function plainBase({ apiHost }) {
    return new URL(`http://${apiHost}/`);
}
//# sourceMappingURL=base.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/challenge.js
var challenge = __webpack_require__(5996);
// EXTERNAL MODULE: ./packages/core/lib/registry/exchange.js
var exchange = __webpack_require__(7036);
// EXTERNAL MODULE: ./packages/core/lib/registry/observation.js
var registry_observation = __webpack_require__(7967);
// EXTERNAL MODULE: ./packages/core/lib/registry/safety.js
var safety = __webpack_require__(8891);
;// CONCATENATED MODULE: ./packages/core/lib/registry/token.js
/**
 * Address of a token request in its GET form, which every token service answers. The realm may hold a query of its
 * own: it is added to, not replaced. Without `username` it is the question anybody could ask.
 * Source: https://distribution.github.io/distribution/spec/auth/token/
 */
function buildTokenUrl(request) {
    const url = new URL(request.realm);
    if (request.service !== undefined && request.service !== '')
        url.searchParams.set('service', request.service);
    for (const scope of request.scopes)
        url.searchParams.append('scope', scope);
    if (request.username !== undefined)
        url.searchParams.set('account', request.username);
    return url;
}
/** The scopes that a challenge asks for; several stand in one parameter, separated by spaces. */
function readScopes(challenge) {
    return (challenge.parameters['scope'] ?? '').split(' ').filter((scope) => scope !== '');
}
/** https://distribution.github.io/distribution/spec/auth/scope/ */
function repositoryScope(path, actions) {
    return `repository:${path}:${actions}`;
}
//# sourceMappingURL=token.js.map
;// CONCATENATED MODULE: ./packages/core/lib/registry/verdict.js


const CREDENTIAL = ['token', 'auth'];
const ACTION = ['pull', 'push'];
const EXPIRED = /\bexpired?\b/iu;
const VERDICTS = [
    // `/v2/<name>/_catalog` is DCR's own question and no OCI endpoint: only an unmistakable refusal counts.
    {
        stage: ['name'],
        status: 200,
        lists: ['repositories'],
        means: 'proven',
        says: 'the registry of this name answers this credential',
    },
    {
        stage: ['name'],
        errorCode: ['NAME_UNKNOWN'],
        means: 'DCR_REGISTRY_UNKNOWN',
        says: 'this host has no registry of that name',
    },
    {
        stage: ['name'],
        scheme: 'basic',
        errorCode: ['DENIED', 'UNAUTHORIZED'],
        means: 'DCR_ACCESS_DENIED',
        says: 'the credential is right, but it belongs to another registry of this host',
    },
    { stage: ['name'], means: 'unknown', says: 'the registry does not tell whether the name is right' },
    // Asked without the credential only to know what needs none; no failure of it is a failure of the credential.
    {
        stage: ['token'],
        anonymous: true,
        status: 200,
        lists: ['token'],
        means: 'open',
        says: 'the token service gives a token to anybody',
    },
    {
        stage: ['auth'],
        anonymous: true,
        status: 200,
        means: 'open',
        says: 'the registry lets anybody in who asked for a token',
    },
    { stage: ['pull'], anonymous: true, status: 200, lists: ['tags'], means: 'open', says: 'anybody may pull' },
    { stage: ['push'], anonymous: true, status: 202, means: 'open', says: 'anybody may push' },
    {
        stage: ['token', 'auth', 'pull', 'push'],
        anonymous: true,
        status: [400, 404],
        means: 'closed',
        says: 'refused without the credential',
    },
    {
        stage: ['token', 'auth', 'pull', 'push'],
        anonymous: true,
        means: 'unknown',
        says: 'no usable answer without the credential',
    },
    {
        realm: true,
        means: 'DCR_UNSAFE_REALM',
        says: 'the registry wants the credential sent to a place that is not its own',
    },
    {
        stage: ['ping'],
        redirect: ['other-origin'],
        means: 'DCR_NOT_A_REGISTRY',
        says: 'the address sends its visitors to another site, as a sign-in portal or a moved registry does',
        remedy: 'Use the address that the registry really lives at; on a guest network, sign in to it first.',
    },
    {
        redirect: ['other-origin'],
        means: 'DCR_UNSAFE_REDIRECT',
        says: 'a request with the credential was redirected to another site; it was not followed',
    },
    { redirect: ['loop'], means: 'DCR_UNSAFE_REDIRECT', says: 'the request was redirected in circles' },
    {
        redirect: ['malformed'],
        means: 'DCR_UNSAFE_REDIRECT',
        says: 'the request was redirected to something that is no address',
    },
    {
        fault: ['dns'],
        means: 'DCR_UNREACHABLE',
        says: 'the host name cannot be resolved',
        remedy: 'Check the spelling of the host and the DNS of this machine.',
    },
    { fault: ['connect'], means: 'DCR_UNREACHABLE', says: 'no connection could be made' },
    { fault: ['reset'], means: 'DCR_UNREACHABLE', says: 'the connection was cut' },
    { fault: ['cancelled'], means: 'DCR_UNREACHABLE', says: 'the request was cancelled' },
    { fault: ['timeout'], means: 'DCR_TIMEOUT', says: 'no answer came in time' },
    { fault: ['tls'], means: 'DCR_TLS_UNTRUSTED', says: 'the certificate of the host is not trusted' },
    {
        fault: ['not-tls'],
        means: 'DCR_TLS_UNTRUSTED',
        says: 'this port does not speak TLS',
        remedy: 'Check the port. Registries outside of this machine must be reached over https.',
    },
    {
        fault: ['proxy-login'],
        means: 'DCR_UNREACHABLE',
        says: 'the proxy wants a login of its own, or another one',
        remedy: 'Put user and password of the proxy into its variable, special characters percent-encoded: http://user:password@host:port. Or name the registry in NO_PROXY.',
    },
    {
        fault: ['proxy'],
        means: 'DCR_UNREACHABLE',
        says: 'the proxy does not let this host through',
        remedy: 'Ask whoever runs the proxy to allow the host and port, or name the registry in NO_PROXY to go around it.',
    },
    {
        fault: ['configuration'],
        means: 'DCR_CONFIG_INVALID',
        says: 'a variable or file that says how to connect cannot be used; nothing was sent',
    },
    { fault: ['protocol'], means: 'DCR_NOT_A_REGISTRY', says: 'what answers does not speak HTTP correctly' },
    { status: 429, means: 'DCR_RATE_LIMITED', says: 'the registry asks to come back later' },
    { status: 511, means: 'DCR_NOT_A_REGISTRY', says: 'the network wants a sign-in before it lets anything through' },
    {
        status: 407,
        means: 'DCR_UNREACHABLE',
        says: 'a proxy on the way wants a login of its own',
        remedy: 'Put user and password of the proxy into HTTPS_PROXY, or name the registry in NO_PROXY.',
    },
    { status: 408, means: 'DCR_SERVER_ERROR', says: 'the registry gave up waiting for the request' },
    { status: [500, 599], means: 'DCR_SERVER_ERROR', says: 'the registry failed on its own side' },
    { body: ['oversized'], means: 'DCR_NOT_A_REGISTRY', says: 'the answer is larger than any answer of a registry' },
    {
        stage: ['ping'],
        status: 401,
        challenge: ['basic', 'bearer'],
        means: 'challenged',
        says: 'a registry that asks for a credential',
    },
    {
        stage: ['ping'],
        status: 401,
        challenge: ['malformed'],
        means: 'DCR_NOT_A_REGISTRY',
        says: 'the answer asks for a credential in a way that no registry client understands',
    },
    {
        stage: ['ping'],
        status: 401,
        means: 'DCR_NOT_A_REGISTRY',
        says: 'the answer is 401 but does not say how to log in',
    },
    { stage: ['ping'], status: 200, body: ['json', 'empty'], means: 'open', says: 'the registry lets anybody in' },
    {
        stage: ['ping'],
        status: 403,
        body: ['oci-error'],
        means: 'DCR_ACCESS_DENIED',
        says: 'the registry refuses this machine before it has seen a credential',
        remedy: 'Registries can be limited to certain networks: check the allowed addresses in the console.',
    },
    { stage: ['ping'], means: 'DCR_NOT_A_REGISTRY', says: 'what answers on this address is no registry' },
    {
        stage: CREDENTIAL,
        status: [400, 403],
        words: EXPIRED,
        means: 'DCR_CREDENTIAL_EXPIRED',
        says: 'the registry says that the credential has expired',
    },
    {
        stage: ['token'],
        status: 401,
        means: 'DCR_CREDENTIAL_REJECTED',
        says: 'the registry does not accept this username and password',
    },
    {
        stage: ['token'],
        status: 400,
        errorCode: ['INVALID_GRANT', 'UNAUTHORIZED'],
        means: 'DCR_CREDENTIAL_REJECTED',
        says: 'the token service does not accept this username and password',
    },
    {
        stage: ['auth'],
        scheme: 'basic',
        status: 401,
        means: 'DCR_CREDENTIAL_REJECTED',
        says: 'the registry does not accept this username and password',
    },
    { stage: CREDENTIAL, status: 403, means: 'DCR_ACCESS_DENIED', says: 'the registry refuses this account' },
    {
        stage: ['auth'],
        scheme: 'bearer',
        status: 401,
        challengeError: 'insufficient_scope',
        means: 'proven',
        says: 'the registry knows whose token it is, though it may do nothing here',
    },
    {
        stage: ['auth'],
        scheme: 'bearer',
        status: 401,
        means: 'DCR_SERVER_ERROR',
        says: 'the registry does not accept the token that its own token service gave',
        remedy: 'The clocks of registry and token service may differ. Ask support with the time and host of this message.',
    },
    {
        stage: ['auth'],
        status: 200,
        body: ['json', 'empty'],
        means: 'proven',
        says: 'the registry accepts the credential',
    },
    {
        stage: ['token'],
        status: 200,
        lists: ['token'],
        means: 'proven',
        says: 'the token service accepts the credential',
    },
    {
        stage: CREDENTIAL,
        means: 'DCR_NOT_A_REGISTRY',
        says: 'the answer to the credential is not one that a registry gives',
    },
    { stage: ['pull'], status: 200, lists: ['tags'], means: 'proven', says: 'the credential may pull' },
    { stage: ['push'], status: 202, means: 'proven', says: 'the credential may push' },
    {
        stage: ACTION,
        errorCode: ['NAME_UNKNOWN'],
        means: 'unknown',
        says: 'there is no repository of this name to ask in',
    },
    {
        stage: ACTION,
        status: 401,
        words: EXPIRED,
        means: 'DCR_CREDENTIAL_EXPIRED',
        says: 'the registry says that the credential has expired',
    },
    {
        stage: ['pull'],
        status: [401, 403],
        means: 'DCR_ACCESS_DENIED',
        says: 'the credential is right, but it may not pull here',
    },
    {
        stage: ['push'],
        status: [401, 403],
        means: 'DCR_ACCESS_DENIED',
        says: 'the credential is right, but it may not push here',
    },
    { stage: ACTION, means: 'unknown', says: 'the registry gave no usable answer' },
];
/** Every observation matches a row: the last row of each stage matches everything. */
function judge(observation) {
    const row = VERDICTS.find((candidate) => matches(candidate, observation));
    if (row === undefined)
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: `no verdict for ${JSON.stringify(observation)}` });
    return row;
}
function isErrorCode(meaning) {
    return meaning.startsWith('DCR_');
}
/** The error of a verdict, for a person: what happened, to which registry, in whose words, what to do. */
function toError(row, context) {
    const { registry, observation, forms } = context;
    const { seen } = observation;
    const retryAfter = seen.kind === 'answer' ? seen.retryAfter : undefined;
    return new errors/* DcrError */.ol(row.means, {
        registry,
        message: `${registry}: ${row.says} (${describeObservation(observation, forms)})`,
        ...(row.remedy === undefined ? {} : { remedy: row.remedy }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
    });
}
/** One line: the request and what came of it, the server's words quoted as data. */
function describeObservation(observation, forms) {
    const { seen, request } = observation;
    const asked = (0,masking/* quoteForeignText */._z)(request, forms);
    if (seen.kind === 'fault')
        return `${asked}: ${(0,masking/* quoteForeignText */._z)(seen.detail, forms)}, at stage ${seen.during}`;
    if (seen.kind === 'realm')
        return `realm "${(0,masking/* quoteForeignText */._z)(seen.realm, forms)}": ${(0,masking/* quoteForeignText */._z)(seen.why, forms)}`;
    if (seen.kind === 'redirect')
        return `${asked}: redirected to ${(0,masking/* quoteForeignText */._z)(seen.to, forms)}`;
    const words = (0,masking/* quoteForeignText */._z)([seen.errorCode, seen.message].filter(Boolean).join(' '), forms);
    const later = seen.retryAfter === undefined ? '' : `, come back in ${seen.retryAfter} s`;
    return `${asked}: ${seen.status}${words === '' ? '' : ` "${words}"`}${later}`;
}
function matches(row, { stage, anonymous, scheme, seen }) {
    const includes = (wanted, value) => wanted?.includes(value) ?? true;
    if (!includes(row.stage, stage) || (row.anonymous ?? anonymous) !== anonymous)
        return false;
    if ((row.scheme ?? scheme) !== scheme)
        return false;
    if (row.fault !== undefined)
        return seen.kind === 'fault' && row.fault.includes(seen.fault);
    if (row.redirect !== undefined)
        return seen.kind === 'redirect' && row.redirect.includes(seen.why);
    if (row.realm !== undefined)
        return seen.kind === 'realm';
    const { status, challenge, challengeError, body, lists, errorCode, words } = row;
    const needsAnswer = [status, challenge, challengeError, body, lists, errorCode, words].some((field) => field !== undefined);
    if (seen.kind !== 'answer')
        return !needsAnswer;
    const [from, to] = typeof status === 'number' ? [status, status] : (status ?? [0, 999]);
    return (seen.status >= from &&
        seen.status <= to &&
        includes(challenge, seen.challenge) &&
        (challengeError ?? seen.challengeError) === seen.challengeError &&
        includes(body, seen.body) &&
        includes(lists, seen.lists) &&
        includes(errorCode, seen.errorCode) &&
        (words?.test(seen.message) ?? true));
}
//# sourceMappingURL=verdict.js.map
;// CONCATENATED MODULE: ./packages/core/lib/registry/conversation.js







/**
 * Asks `GET /v2/` without a credential: https first, and plain http only for a loopback port that does not speak TLS.
 * Throws the code of the verdict when this is no registry, and `DCR_UNSAFE_REALM` before anything else is sent.
 */
async function findChallenge(context) {
    const { reference, patience, ports } = context;
    const ping = { method: 'GET', stage: 'ping', anonymous: true, scheme: 'none' };
    const ask = (origin) => (0,exchange/* exchange */.cv)({ ...ping, url: new URL('/v2/', origin) }, patience, ports);
    let base = await findBase(context);
    let { observation, response } = await ask(base);
    // A port that was too busy to answer the greeting was taken for one that speaks TLS, and has told otherwise now.
    if (reference.loopback && observation.seen.kind === 'fault' && observation.seen.fault === 'not-tls') {
        base = plainBase(reference);
        ({ observation, response } = await ask(base));
    }
    settle(observation, response, context);
    return judgeChallenge(readChallenge(response), base, context);
}
/** Everything that is asked of one registry with one credential: attaches it, or a token made from it, to requests. */
class Conversation {
    #context;
    #registry;
    #credential;
    #tokens = new Map();
    constructor(context, registry, credential) {
        this.#context = context;
        this.#registry = registry;
        this.#credential = credential;
    }
    get scheme() {
        return this.#registry.scheme;
    }
    /** Throws the code of the verdict. `path` is absolute on the registry's origin. */
    async ask(question) {
        const { stage, path, scopes = [], anonymous = false, method = 'GET', once = false } = question;
        const url = (0,safety/* locatePath */.oV)(path, this.#registry.base);
        const { scheme } = this.#registry;
        let authorization;
        if (scheme === 'bearer') {
            const token = await this.requestToken({ stage, scopes, anonymous });
            if (typeof token !== 'string')
                return token;
            authorization = `Bearer ${token}`;
        }
        else if (scheme === 'basic' && !anonymous) {
            authorization = this.#basic();
        }
        const asked = { stage, anonymous: anonymous || scheme === 'none', scheme, method, url, once };
        const attached = authorization === undefined ? {} : { authorization };
        const { observation, response } = await (0,exchange/* exchange */.cv)({ ...asked, ...attached }, this.#context.patience, this.#context.ports);
        return settle(observation, response, this.#context);
    }
    /** The same registry as the challenge of a refused answer shows it: some ask for a credential only to push. */
    async followChallenge(finding) {
        const registry = await judgeChallenge(readChallenge(finding.response), this.#registry.base, this.#context);
        return new Conversation(this.#context, registry, this.#credential);
    }
    /** Takes back an upload that was started. What goes wrong here is left to the registry, which expires uploads. */
    async cancelUpload(location, question) {
        const { base } = this.#registry;
        const url = new URL(location, base);
        if (!(0,safety/* isSameOrigin */.J6)(url, base))
            return;
        const path = `${url.pathname}${url.search}`;
        await this.ask({ ...question, stage: 'push', method: 'DELETE', path, once: true }).catch(() => undefined);
    }
    /**
     * A token for these scopes, from the judged realm only, or what was found instead. `stage` says on whose behalf: once
     * the credential is known to be right, a refused token is a refused action.
     */
    async requestToken(question) {
        const { stage, scopes, anonymous } = question;
        const { realm, service } = this.#registry;
        const key = JSON.stringify([anonymous, ...scopes]);
        const known = this.#tokens.get(key);
        if (known !== undefined || realm === undefined)
            return known ?? '';
        const account = anonymous ? {} : { username: this.#credential.username };
        const url = buildTokenUrl({ realm, service, scopes, ...account });
        const authorization = anonymous ? {} : { authorization: this.#basic() };
        const asked = { stage, anonymous, scheme: 'bearer', method: 'GET', url, ...authorization };
        const { observation, response } = await (0,exchange/* exchange */.cv)(asked, this.#context.patience, this.#context.ports);
        const token = response?.status === 200 ? (0,registry_observation/* readToken */.AI)((0,registry_observation/* parseObject */.lj)(response.body)) : undefined;
        if (token === undefined)
            return settle(observation, response, this.#context);
        this.#tokens.set(key, token);
        return token;
    }
    /** The scopes that a refused request was missing, as its challenge says. */
    static readMissingScopes(finding) {
        const challenge = readChallenge(finding.response);
        return challenge === undefined ? [] : readScopes(challenge);
    }
    #basic() {
        return (0,exchange/* encodeBasic */.rY)(this.#credential.username, this.#credential.password.reveal());
    }
}
function readChallenge(response) {
    return (0,challenge/* pickChallenge */.t)((0,challenge/* parseChallenges */.u)(response?.headers['www-authenticate'] ?? []));
}
function settle(observation, response, context) {
    const row = judge(observation);
    const { means } = row;
    const { forms, reference } = context;
    const description = `${row.says} (${describeObservation(observation, forms)})`;
    context.observe?.({ means, observation, description });
    if (isErrorCode(means))
        throw toError({ ...row, means }, { registry: reference.registry, observation, forms });
    return { means, observation, response, description };
}
async function judgeChallenge(challenge, base, context) {
    if (challenge === undefined)
        return { base, scheme: 'none', realm: undefined, service: undefined };
    if (challenge.scheme === 'basic')
        return { base, scheme: 'basic', realm: undefined, service: undefined };
    const { reference, allowedRealms: allowed } = context;
    const realm = challenge.parameters['realm'] ?? '';
    const answer = await (0,safety/* judgeRealm */.vi)({ realm, reference, origin: base, allowed });
    if (answer.safe)
        return { base, scheme: 'bearer', realm: answer.url, service: challenge.parameters['service'] };
    const seen = { kind: 'realm', realm, why: answer.why };
    const observation = {
        stage: 'ping',
        anonymous: true,
        scheme: 'bearer',
        request: `GET ${base.origin}/v2/`,
        seen,
    };
    settle(observation, undefined, context);
    return { base, scheme: 'none', realm: undefined, service: undefined };
}
//# sourceMappingURL=conversation.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var registry_reference = __webpack_require__(3256);
;// CONCATENATED MODULE: ./packages/core/lib/registry/probe.js




/** The name that is asked in when nothing exists and `allowCreate` is on. */
const PROBE_REPOSITORY = 'dcr-login-probe';
/**
 * Proves what the credential may do, in the order auth → name → pull → push, and changes nothing on the registry: an
 * upload that was started is cancelled.
 * Throws the code of the first refusal, of a network that cannot be asked, or of a server that is no registry.
 */
async function proveCredential(question, registry, context) {
    const { action, credential, allowCreate = false } = question;
    const conversation = new Conversation(context, registry, credential);
    const auth = await proveIdentity(conversation);
    const catalog = await askName(conversation, { reference: context.reference, needed: action !== 'auth' });
    const repository = question.repository ?? catalog.first ?? (allowCreate ? PROBE_REPOSITORY : undefined);
    const asked = action === 'auth' || repository === undefined
        ? { auth, pull: null, push: null, publicPull: false, doubts: action === 'auth' ? [] : [NO_REPOSITORY] }
        : await proveAccess(conversation, { action, auth, allowCreate, repository, reference: context.reference });
    return {
        scheme: registry.scheme,
        proven: { auth: asked.auth, pull: asked.pull, push: asked.push },
        name: catalog.name,
        publicPull: asked.publicPull,
        repository,
        doubts: asked.auth ? asked.doubts : [...asked.doubts, ANYBODY],
    };
}
const NO_REPOSITORY = 'no repository to ask in is known; name one with --repository';
const ANYBODY = 'the registry gives anybody the same answers, so the credential itself is not proved';
async function proveAccess(conversation, question) {
    const { auth, repository } = question;
    const path = joinPath(question.reference, repository);
    const { mine, publicPull } = await askPull(conversation, path);
    const pulled = mine.means === 'proven' || publicPull;
    const pull = pulled ? true : null;
    const doubts = pulled ? [] : [`pull from ${repository}: ${mine.description}`];
    if (question.action === 'pull')
        return { auth, pull, push: null, publicPull, doubts };
    if (!pulled && !question.allowCreate) {
        doubts.push(`push was not asked: it may create ${repository}; allow that with --allow-create`);
        return { auth, pull, push: null, publicPull, doubts };
    }
    // Where anybody is let in, the right to push proves something only if a stranger is refused it.
    const stranger = auth ? undefined : await askPush(conversation, path, true);
    const asksNow = stranger?.means === 'closed' && conversation.scheme === 'none';
    const challenged = asksNow ? await conversation.followChallenge(stranger) : conversation;
    const pushed = await askPush(challenged, path, false);
    const push = pushed.means === 'proven' ? true : null;
    if (push === null)
        doubts.push(`push to ${repository}: ${pushed.description}`);
    return { auth: auth || (stranger?.means === 'closed' && push === true), pull, push, publicPull, doubts };
}
/** True when the credential got an answer that the same request without it did not get. */
async function proveIdentity(conversation) {
    if (conversation.scheme === 'none')
        return false;
    const question = { stage: 'auth', path: '/v2/' };
    if (conversation.scheme === 'basic')
        return (await conversation.ask(question)).means === 'proven';
    const token = { stage: 'token', scopes: [] };
    const [, stranger] = await Promise.all([
        conversation.requestToken({ ...token, anonymous: false }),
        conversation.requestToken({ ...token, anonymous: true }),
    ]);
    const accepted = (await conversation.ask(question)).means === 'proven';
    if (typeof stranger !== 'string')
        return accepted && stranger.means === 'closed';
    return accepted && (await conversation.ask({ ...question, anonymous: true })).means === 'closed';
}
/** DCR's catalogue of one registry. It is no OCI endpoint: whatever is not an unmistakable answer counts as none. */
async function askName(conversation, context) {
    const { name } = context.reference;
    // Without a name there is none to be wrong; the catalogue of the host is asked only to find a repository.
    if (name === '' && !context.needed)
        return { name: null, first: undefined };
    const path = name === '' ? '/v2/_catalog' : `/v2/${name}/_catalog`;
    const stage = name === '' ? 'pull' : 'name';
    let finding = await askCatalog(conversation, { stage, path });
    const missing = finding === undefined ? [] : Conversation.readMissingScopes(finding);
    const scopes = missing.filter((scope) => isScopeOf(name, scope));
    if (finding?.means !== 'proven' && scopes.length > 0)
        finding = await askCatalog(conversation, { stage, path, scopes });
    const repositories = (0,registry_observation/* readRepositories */.NU)((0,registry_observation/* parseObject */.lj)(finding?.response?.body ?? ''));
    const prefix = name === '' ? '' : `${name}/`;
    const below = repositories?.map((listed) => (listed.startsWith(prefix) ? listed.slice(prefix.length) : listed));
    return { name: name !== '' && finding?.means === 'proven' ? true : null, first: below?.find(registry_reference/* isRepositoryName */.en) };
}
/** One token service may serve many: a registry gets no token for what is not its own, whatever its challenge wants. */
function isScopeOf(name, scope) {
    const resource = scope.split(':')[1] ?? '';
    return resource === 'catalog' || (name !== '' && (resource === name || resource.startsWith(`${name}/`)));
}
async function askCatalog(conversation, question) {
    if (question.stage === 'name')
        return conversation.ask({ ...question, once: true });
    // The host's own catalogue usually needs an administrator: that it is refused says nothing about the credential.
    return conversation.ask({ ...question, once: true }).catch(() => undefined);
}
async function askPull(conversation, path) {
    const question = { stage: 'pull', path: `/v2/${path}/tags/list`, scopes: [repositoryScope(path, 'pull')] };
    const [mine, stranger] = await Promise.all([
        conversation.ask(question),
        conversation.ask({ ...question, anonymous: true, once: true }),
    ]);
    return { mine, publicPull: stranger.means === 'open' };
}
async function askPush(conversation, path, anonymous) {
    const scopes = [repositoryScope(path, 'pull,push')];
    const stage = 'push';
    const finding = await conversation.ask({
        stage,
        path: `/v2/${path}/blobs/uploads/`,
        method: 'POST',
        scopes,
        anonymous,
    });
    const location = finding.response?.headers['location']?.[0];
    if (finding.response?.status === 202 && location !== undefined) {
        await conversation.cancelUpload(location, { scopes, anonymous });
    }
    return finding;
}
function joinPath({ name }, repository) {
    return name === '' ? repository : `${name}/${repository}`;
}
//# sourceMappingURL=probe.js.map
;// CONCATENATED MODULE: ./packages/core/lib/verify.js






/**
 * Proves that the credential opens this registry for this action, and changes nothing there.
 * Throws the code of whatever refused it, and `DCR_CREDENTIAL_UNPROVEN` when nothing was refused but nothing proved.
 */
async function verify(request, ports) {
    const { clock } = ports;
    const reference = (0,registry_reference/* parseRegistry */.l5)(request.registry);
    const { registry, host, name } = reference;
    const credential = (0,credential_credential/* checkCredential */.CT)(request.credential, { registry, now: clock.now() });
    const repository = request.repository === undefined ? {} : { repository: (0,registry_reference/* parseRepository */.SU)(request.repository, reference) };
    const forms = (0,masking/* deriveMaskedForms */.UO)(credential);
    await request.mask?.(forms);
    const patience = {
        deadline: clock.now() + (request.timeout ?? 60_000),
        retries: request.retries ?? 3,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    };
    const context = { reference, allowedRealms: request.allowRealms ?? [], patience, forms, ports };
    const action = request.action ?? 'auth';
    const question = { credential, action, allowCreate: request.allowCreate ?? false, ...repository };
    const { doubts, name: nameKnown, ...proof } = await proveCredential(question, await findChallenge(context), context);
    if (!proof.proven.auth || proof.proven[action] !== true) {
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_UNPROVEN', {
            registry,
            message: `${registry}: ${action === 'auth' ? 'the credential' : action} could not be proved: ${doubts.join('; ')}`,
        });
    }
    const notes = [...reference.tidied, ...doubts];
    return {
        registry,
        host,
        name,
        username: credential.username,
        nameKnown,
        expiresAt: credential.expiresAt,
        notes,
        ...proof,
    };
}
//# sourceMappingURL=verify.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/prove.js



/**
 * Proves that the new credential opens the registry. Right after an issuer made it, a refusal may be a registry that has
 * not heard of it yet. Throws the code of whatever refuses it, and `DCR_CREDENTIAL_UNPROVEN`.
 */
async function proveNew(run) {
    const { job, orders, ports, issued } = run;
    if (issued === undefined)
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'nothing was issued' });
    const minted = orders.given === undefined && job.issuer !== undefined;
    const end = ports.clock.now() + (minted ? retry/* AFTER_MINTING */.QM.window : 0);
    for (let pause = retry/* AFTER_MINTING */.QM.firstPause;; pause *= 2) {
        const refusal = await tryToProve(run, issued);
        if (refusal === undefined)
            return;
        const isEarly = refusal.code === 'DCR_CREDENTIAL_REJECTED' && ports.clock.now() + pause <= end;
        if (!isEarly || orders.signal.aborted)
            throw refusal;
        await ports.clock.sleep(pause, orders.signal);
    }
}
/** With every target done. What is wrong now keeps the old one alive. */
async function confirmNew(run) {
    const refusal = run.issued === undefined ? undefined : await tryToProve(run, run.issued);
    if (refusal !== undefined)
        throw refusal;
}
/** What refuses it, or nothing. */
async function tryToProve(run, credential) {
    const first = await attempt(run, credential, 'auth');
    // A registry that lets anybody in proves nothing by letting us in; the right to push still can.
    return first?.code === 'DCR_CREDENTIAL_UNPROVEN' ? attempt(run, credential, 'push') : first;
}
async function attempt({ job, orders, ports }, credential, action) {
    const { registry } = job.settings;
    const { allowRealms, signal } = orders;
    try {
        await verify({ registry, credential, action, allowRealms, signal }, ports);
        return undefined;
    }
    catch (error) {
        if (error instanceof errors/* DcrError */.ol)
            return error;
        throw error;
    }
}
/** Whether the old credential still opens the registry, as far as it can be tried. */
async function tryOld(run) {
    run.oldReport = await askOld(run);
}
async function askOld(run) {
    const { old } = run;
    if (old === undefined) {
        const says = 'it is not known: no target let itself be read, and DCR_USERNAME and DCR_PASSWORD are not set';
        return { opens: 'unknown', says };
    }
    const refusal = await tryToProve(run, old);
    if (refusal === undefined)
        return { opens: 'yes', says: 'the registry accepted it just now' };
    if (refusal.exitCode !== 3 && refusal.exitCode !== 4)
        return { opens: 'unknown', says: refusal.message };
    const opens = refusal.code === 'DCR_CREDENTIAL_UNPROVEN' ? 'unknown' : 'no';
    return { opens, says: `${refusal.code}: ${refusal.message}` };
}
//# sourceMappingURL=prove.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/inspect.js





/** Looks at every target that is not done. What refuses is kept: the plan says what it means. */
async function inspectTargets(run) {
    const { orders } = run;
    await (0,pool/* runPool */.k)({
        items: run.targets.filter(({ state }) => !law/* DONE_STATES */.QB.has(state) && state !== 'skipped'),
        target: ({ target }) => target,
        work: async (work) => {
            work.facts = await work.target.inspect(orders.signal).catch(errors/* toDcrError */.zj);
        },
        isStopped: () => orders.signal.aborted,
    });
    run.old = findOld(run);
    run.oldName = await findOldName(run);
}
/**
 * A file for one host may hold the login of another registry on it: only what opens this registry is ever ended. What the
 * caller named as the old one is taken at its word.
 */
async function findOldName(run) {
    const { old, orders, job } = run;
    // A shard ends nothing; what it found out is for the run that does.
    if (old === undefined || job.issuer?.retire === undefined || orders.signal.aborted)
        return null;
    const isNamed = old === orders.old;
    return isNamed || (await tryToProve(run, old)) === undefined ? (0,rotation_past/* keepUsername */.Cw)(old) : null;
}
/**
 * The credential that is replaced: the one that was given as such, else what the first readable target holds. What a dead
 * run has stored already is not the old one.
 */
function findOld({ orders, past, shards, targets }) {
    const pasts = [past, ...shards].filter((one) => one !== undefined);
    const stored = targets.map(readStored).filter((one) => one !== undefined);
    const candidates = [...(orders.old === undefined ? [] : [orders.old]), ...stored].filter((one) => !pasts.some((other) => isIssued(one, other)));
    const marks = pasts.flatMap(({ old }) => (old.fingerprint === null ? [] : [old.fingerprint]));
    return candidates.find((one) => marks.length === 0 || marks.some((mark) => (0,rotation_past/* isPair */.tO)(one, mark)));
}
function readStored({ facts }) {
    return facts !== undefined && 'stored' in facts ? facts.stored : undefined;
}
function isIssued(pair, { generations }) {
    return generations.some(({ fingerprint }) => (0,rotation_past/* isPair */.tO)(pair, fingerprint));
}
//# sourceMappingURL=inspect.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/issue.js






/**
 * Gets the new credential and says which generation it is. One that a person gives must be the one that is being
 * distributed already, if there is one: another may be a typing error, and needs `--supersede`.
 * Throws `DCR_INPUT_INVALID`, `DCR_CREDENTIAL_MISSING`, `DCR_CREDENTIAL_EXPIRED`, and whatever the issuer throws.
 */
async function issueCredential(run) {
    const { job, orders, ports, past } = run;
    const { registry, name } = job.settings;
    const source = await askSource(run);
    await orders.mask?.((0,masking/* deriveMaskedForms */.UO)(source));
    const { username, password, expiresAt } = (0,credential_credential/* checkCredential */.CT)(source, { registry, now: ports.clock.now() });
    const issued = { username, password, ...(expiresAt === undefined ? {} : { expiresAt }) };
    const last = past?.generations.at(-1);
    const isSame = last !== undefined && (0,rotation_past/* isPair */.tO)(issued, last.fingerprint);
    const byPerson = orders.given !== undefined || job.issuer === undefined;
    if (byPerson && orders.mode !== 'supersede' && isAnother(run, issued)) {
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
            message: `${name}: this is not the credential that rotation ${run.rotation} is distributing to ${registry}`,
            remedy: 'Check it for typing errors; if it really is a newer one: dcr-login rotate --supersede.',
            registry,
        });
    }
    run.issued = issued;
    run.generation = isSame ? last.generation : (last?.generation ?? 0) + 1;
    if (past !== undefined)
        run.notes.push(...(0,leftover/* describeUnanswered */.K0)(past), ...(0,leftover/* describeReplaced */.Er)(run));
    // What is in use already, on a machine without a journal: nothing is known of an older one.
    if (run.old !== undefined && (0,rotation_past/* isPair */.tO)(run.old, (0,rotation_past/* fingerprintPair */.Jn)(issued, run.salt)))
        run.old = undefined;
    adoptStates(run);
}
/** Than the one that is being distributed: by this rotation, or where it has none yet, by its shards. */
function isAnother({ past, shards }, issued) {
    const pasts = past === undefined ? shards : [past];
    const proved = pasts.flatMap(({ generations }) => generations.at(-1) ?? []).filter((one) => one.proved);
    return proved.length > 0 && !proved.some(({ fingerprint }) => (0,rotation_past/* isPair */.tO)(issued, fingerprint));
}
async function askSource(run) {
    const { job, orders, rotation } = run;
    const { registry, name } = job.settings;
    const { given, ask, signal } = orders;
    if (given !== undefined)
        return { ...given, username: (0,rotation_run/* chooseUsername */.CI)(run) ?? '' };
    if (job.issuer !== undefined)
        return job.issuer.issue({ rotation, registry, signal });
    const answer = await ask?.({ credential: name, registry, rotation, username: (0,rotation_run/* chooseUsername */.CI)(run) });
    if (answer !== undefined)
        return answer;
    throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { message: 'nobody was there to be asked for the new credential' });
}
/**
 * What this rotation, or its shards, have stored of this very credential is done, unless another run wrote there as late
 * or later; everything else is to be done.
 */
function adoptStates({ past, shards, witnesses, targets, issued }) {
    const sources = [past, ...shards].filter((one) => {
        const last = one?.generations.at(-1);
        return issued !== undefined && last !== undefined && (0,rotation_past/* isPair */.tO)(issued, last.fingerprint);
    });
    for (const work of targets) {
        if (work.state === 'skipped')
            continue;
        const { id } = work.target;
        const found = sources.flatMap((source) => {
            const one = source.targets.get(id);
            return one !== undefined && (0,rotation_past/* isStillDone */.b5)(id, source, witnesses) ? [one] : [];
        })[0];
        work.state = found?.state ?? 'pending';
        work.report = { check: found?.check ?? 'none' };
    }
}
function describeIssuing({ past, job, orders }) {
    const asks = orders.given === undefined && job.issuer !== undefined;
    const generation = (past?.generations.at(-1)?.generation ?? 0) + 1;
    return { generation, asks, ...(asks && job.issuer?.makesNothing === true ? { makesNothing: true } : {}) };
}
function describeIssued({ issued, generation, salt }) {
    if (issued === undefined)
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'nothing was issued' });
    return { generation, username: (0,rotation_past/* keepUsername */.Cw)(issued), fingerprint: (0,rotation_past/* fingerprintPair */.Jn)(issued, salt) };
}
//# sourceMappingURL=issue.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/retire.js


/** Until when whoever still uses the old one is let be; a run that continues does not start to wait anew. */
function chooseEnd({ past, ports, job, settled, generation }) {
    const isSame = settled || past?.generations.at(-1)?.generation === generation;
    return (isSame ? past?.waitUntil : undefined) ?? ports.clock.now() + job.settings.grace;
}
async function waitUntil({ ports, orders }, until) {
    const left = until - ports.clock.now();
    if (left > 0)
        await ports.clock.sleep(left, orders.signal);
}
/**
 * The usernames that are to end: of the old credential, and of those that an issuer made for this rotation and that were
 * then replaced. Never the one that is in use now, whatever its password: an issuer ends a username with all that belongs
 * to it. Nor what was only given, though a shard that ran once more found it as the old one, unless the caller names it so.
 */
function listRetired(run) {
    const { oldName, past, notes, orders } = run;
    const joined = (0,leftover/* listJoined */.oz)(run);
    const marks = joined.map((one) => one.old.username);
    const present = (0,leftover/* findPresentName */.wk)(run);
    const given = new Set((0,leftover/* listGiven */.OH)(run).filter((name) => name !== orders.old?.username));
    const replaced = [...joined, ...(0,leftover/* findWholeSources */.bX)(run)]
        .flatMap(({ generations }) => generations)
        .filter(({ byIssuer }) => byIssuer);
    const old = [oldName, ...marks];
    const all = [...old, ...replaced.map(({ username }) => username)].filter((name) => name !== null && !given.has(name));
    const names = [...new Set(all)].filter((name) => name !== present && past?.retired.has(name) !== true);
    if (present !== null && present !== undefined && old.includes(present) && names.length === 0)
        notes.push(`the username stayed ${present}, so nothing was retired: it would end the new credential too`);
    return names;
}
/** Throws `DCR_ROTATION_INCOMPLETE`: everybody has the new one by now, and the old one lives on. */
async function retireName({ job, orders, rotation }, username) {
    const { name, registry } = job.settings;
    try {
        await job.issuer?.retire?.({ username, rotation, signal: orders.signal });
    }
    catch (cause) {
        const { message: why } = (0,errors/* toDcrError */.zj)(cause);
        const message = `${name}: every target holds the new credential, but the old one (${username}) could not be ended: ${why}`;
        const remedy = 'Mend that, then: dcr-login rotate --resume.';
        throw new errors/* DcrError */.ol('DCR_ROTATION_INCOMPLETE', { message, remedy, registry, cause });
    }
}
//# sourceMappingURL=retire.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/write.js


/**
 * Stores the new credential at one target and checks it. `intend` puts the intent on disk; without it nothing is written.
 * What the target throws becomes its state, never the end of the run.
 */
async function writeTarget(run, work, intend) {
    const credential = toTargetCredential(run);
    const { target, index } = work;
    try {
        const facts = await lookAgain(run, work);
        const present = await findPresent(work, credential, facts);
        if (present !== undefined)
            return { target: index, state: 'unchanged', check: present.kind };
        await throughJournal(intend);
        work.state = 'writing';
        // A signal that asks to stop lets the write in hand finish; each request has its own bound.
        await target.write(credential, facts, NEVER);
        const { kind, holds } = await target.check(credential, facts, NEVER);
        if (holds)
            return { target: index, state: 'updated', check: kind };
        const message = `${target.id} took the write, and does not hold the new credential when it is looked at (${kind})`;
        throw new errors/* DcrError */.ol('DCR_TARGET_REFUSED', {
            message,
            remedy: 'Find out who else writes there, then: dcr-login rotate --resume.',
        });
    }
    catch (thrown) {
        if (thrown instanceof JournalFault)
            throw thrown.cause;
        const { code, message, remedy } = (0,errors/* toDcrError */.zj)(thrown);
        const forms = (0,masking/* deriveMaskedForms */.UO)(credential);
        const error = { code, message: (0,masking/* redactText */.Rd)(message, forms), remedy: (0,masking/* redactText */.Rd)(remedy, forms) };
        return { target: index, state: 'failed', check: 'none', error };
    }
}
const NEVER = new AbortController().signal;
/** The journal's own failure ends the run: nothing may happen that is not written ahead. */
class JournalFault extends Error {
    name = 'JournalFault';
}
async function throughJournal(intend) {
    try {
        await intend();
    }
    catch (cause) {
        throw new JournalFault('the journal failed', { cause });
    }
}
/** What was done for an earlier credential was not looked at in this run. */
async function lookAgain({ orders }, work) {
    const facts = work.facts ?? (await work.target.inspect(orders.signal));
    if (facts instanceof errors/* DcrError */.ol)
        throw facts;
    return facts;
}
/** Only what can be read can be known to hold it already. */
async function findPresent({ target }, credential, facts) {
    const { stored } = facts;
    if (stored?.username !== credential.username || stored.password.reveal() !== credential.password.reveal())
        return undefined;
    const check = await target.check(credential, facts, NEVER);
    return check.kind === 'read-back' && check.holds ? check : undefined;
}
function toTargetCredential({ issued, job }) {
    if (issued === undefined)
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'nothing was issued' });
    return { ...issued, registry: job.settings.registry };
}
//# sourceMappingURL=write.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/steps.js








const STEP_WORK = {
    inspect: { act: inspectTargets },
    issue: {
        before: (run) => ({ kind: 'issuing', data: describeIssuing(run) }),
        refused: (run) => ({ kind: 'refused', data: { generation: describeIssuing(run).generation } }),
        act: async (run, _item, intend) => {
            await intend();
            await issueCredential(run);
        },
        after: (run) => ({ kind: 'issued', data: describeIssued(run) }),
    },
    prove: { act: proveNew, after: ({ generation }) => ({ kind: 'proved', data: { generation } }) },
    write: {
        items: ({ targets }) => targets.filter(({ state }) => !law/* DONE_STATES */.QB.has(state) && state !== 'skipped').map((work) => ({ work })),
        before: (_run, { work }) => ({ kind: 'writing', data: { target: work?.index ?? 0 } }),
        act: async (run, { work }, intend) => {
            if (work === undefined)
                return;
            const result = await writeTarget(run, work, intend);
            work.state = result.state;
            work.report = { check: result.check, ...(result.error === undefined ? {} : { error: result.error }) };
            return result;
        },
        after: (_run, _item, result) => (result === undefined ? undefined : { kind: 'wrote', data: result }),
    },
    confirm: { act: confirmNew, after: ({ generation }) => ({ kind: 'confirmed', data: { generation } }) },
    wait: {
        before: (run) => ({ kind: 'waiting', data: { until: chooseEnd(run) } }),
        act: async (run, _item, intend) => {
            const until = chooseEnd(run);
            await intend();
            await waitUntil(run, until);
        },
    },
    retire: {
        items: (run) => listRetired(run).map((name) => ({ name })),
        before: (_run, { name = '' }) => ({ kind: 'retiring', data: { username: name } }),
        act: async (run, { name = '' }, intend) => {
            await intend();
            await retireName(run, name);
            run.retired.push(name);
        },
        after: (_run, { name = '' }) => ({ kind: 'retired', data: { username: name } }),
    },
    finish: {
        act: async (run) => {
            run.notes.push(...(0,leftover/* describeLeftovers */.c5)(run));
            await tryOld(run);
        },
        after: ({ oldReport }) => ({ kind: 'ended', data: { state: 'complete', opens: oldReport?.opens ?? 'unknown' } }),
    },
};
/** The first line of a journal; the ids are told here once. */
function describeOpening({ job, orders, rotation, salt, targets, old, oldName }) {
    const { name: credential, registry } = job.settings;
    const isId = old !== undefined && (0,rotation_past/* keepUsername */.Cw)(old) !== null;
    return {
        version: 1,
        rotation,
        credential,
        registry,
        salt,
        shard: orders.shard ?? null,
        targets: targets.toSorted((a, b) => a.index - b.index).map(({ target }) => target.id),
        old: { username: oldName, fingerprint: isId ? (0,rotation_past/* fingerprintPair */.Jn)(old, salt) : null },
    };
}
//# sourceMappingURL=steps.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/walk.js






/**
 * Takes these steps, each with its lines in the journal. Ends early, without an error, where targets are left that do not
 * hold the new credential: what follows needs them all. Throws what ends the run.
 */
async function walkSteps(run, steps) {
    const { orders, job } = run;
    for (const step of steps) {
        refuseInterruption(run);
        if (isLeftOut(step, run))
            continue;
        announceStep(job, orders, step.step);
        await takeStep(run, step, STEP_WORK[step.step]);
        refuseInterruption(run);
        if (step.step === 'write' && !isDone(run))
            return;
    }
}
function announceStep({ settings }, { tell }, step) {
    tell({ kind: 'step', credential: settings.name, step, says: (0,law/* findStep */.MR)(step).says });
}
/** Whether every target that this run is about holds the new credential. */
function isDone({ targets }) {
    return targets.every(({ state }) => law/* DONE_STATES */.QB.has(state) || state === 'skipped');
}
/** Once the plan stands: from here on a run that dies is one that can be resumed. */
async function openJournal(run) {
    const { journal, ports, past, torn } = run;
    if (past === undefined)
        return journal.append('opened', describeOpening(run));
    // The end of the torn line, so that what follows stands on one of its own.
    if (torn)
        await ports.files.apply({ do: 'append', path: journal.path, text: '\n' });
    const added = run.targets.filter(({ index }) => index >= past.ids.length).toSorted((a, b) => a.index - b.index);
    const ids = added.map(({ target }) => target.id);
    return journal.append('resumed', { process: ports.processes.identify()?.pid ?? 0, added: ids });
}
function isLeftOut({ unless }, run) {
    if (unless === undefined)
        return false;
    return unless === 'shard' ? run.orders.shard !== undefined : !(0,rotation_run/* canRetire */.Y)(run);
}
async function takeStep(run, step, work) {
    const list = work.items?.(run) ?? [{}];
    if (step.step !== 'write') {
        for (const item of list)
            await takeItem(run, step, { work, item });
        return;
    }
    const startedAt = run.ports.clock.now();
    const all = run.targets.filter(({ state }) => state !== 'skipped').length;
    let done = all - list.length;
    await (0,pool/* runPool */.k)({
        items: list.flatMap((item) => (item.work === undefined ? [] : [{ work: item.work }])),
        target: (item) => item.work.target,
        work: async (item) => {
            await takeItem(run, step, { work, item });
            done += 1;
            const { name: credential } = run.job.settings;
            run.orders.tell({ kind: 'target', credential, target: (0,rotation_run/* reportTarget */.E6)(item.work), done, all, startedAt });
        },
        isStopped: () => run.orders.signal.aborted,
    });
}
async function takeItem(run, step, { work, item }) {
    const { act, before, after } = work;
    const { journal } = run;
    const intend = async () => {
        note(run, step, item);
        const line = before?.(run, item);
        if (line !== undefined)
            await journal.append(line.kind, line.data);
    };
    const result = await act(run, item, intend).catch(async (thrown) => {
        const line = thrown instanceof errors/* DcrError */.ol && thrown.noEffect ? work.refused?.(run) : undefined;
        // Where this line is lost, what was thrown still says more, and the next run tells of an answer that may be lost.
        if (line !== undefined)
            await journal.append(line.kind, line.data).catch(() => undefined);
        throw thrown;
    });
    // A step without a line ahead of it has nothing to intend.
    if (before === undefined)
        note(run, step, item);
    const end = after?.(run, item, result ?? undefined);
    if (end !== undefined)
        await journal.append(end.kind, end.data);
    await audit(run, step, item);
}
/** For the report: what changes something, or asks the registry. */
function note({ effects }, { step, changes, touches }, { work }) {
    if (!changes && touches !== 'registry' && step !== 'wait')
        return;
    effects.push({ step, ...(work === undefined ? {} : { target: work.target.id }) });
}
async function audit(run, step, { work, name }) {
    const { orders, rotation, job, issued, salt } = run;
    if (orders.audit === undefined || !step.changes)
        return;
    const { name: credential, registry } = job.settings;
    const fingerprint = issued === undefined ? null : (0,rotation_past/* fingerprintPair */.Jn)(issued, salt);
    const result = work === undefined ? 'done' : (work.report.error?.code ?? work.state);
    const target = work === undefined ? {} : { target: work.target.id };
    const username = name === undefined ? {} : { username: name };
    await orders.audit.record({
        rotation,
        credential,
        registry,
        effect: step.step,
        ...target,
        ...username,
        fingerprint,
        result,
    });
}
function refuseInterruption(run) {
    if (run.orders.signal.aborted)
        throw describeInterruption(run);
}
/** What a signal, or the loss of the lock, left, and how it goes on. */
function describeInterruption({ job, rotation, issued, past, orders }) {
    const { name, registry } = job.settings;
    const { reason } = orders.signal;
    const lost = reason instanceof errors/* DcrError */.ol ? reason : undefined;
    const isBegun = issued !== undefined || (past?.generations.length ?? 0) > 0;
    if (lost !== undefined && !isBegun)
        return lost;
    const what = lost === undefined ? 'was interrupted' : `was stopped, because ${lost.message}`;
    const message = isBegun
        ? `${name} ${what}; rotation ${rotation} goes on with: dcr-login rotate --resume`
        : `${name} ${what} before anything was issued or written`;
    const remedy = isBegun ? {} : { remedy: 'Run it again.' };
    return new errors/* DcrError */.ol('DCR_ROTATION_INCOMPLETE', { message, registry, ...remedy });
}
//# sourceMappingURL=walk.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/lock.js



/** A rotation may run for hours: whoever comes second is told so soon. Milliseconds. */
const PATIENCE = 1000;
/** In a pod nobody is told by waiting, and the file of a pod that died counts for thirty seconds. Milliseconds. */
const POD_PATIENCE = 35_000;
/**
 * Every lock before anything else, in the order of the file: a file, and inside it a Lease where a cluster is at hand.
 * Throws `DCR_LOCKED`, and where the Lease is a must also what keeps it from being taken.
 */
async function lockAll(jobs, locked, { ports, work }) {
    const [job, ...rest] = jobs;
    if (job === undefined)
        return work(locked);
    const { orders } = locked;
    announceStep(job, orders, 'lock');
    await ports.files.apply({ do: 'make-directory', path: job.directory });
    const deadline = ports.clock.now() + (ports.clusters.isInside() ? POD_PATIENCE : PATIENCE);
    return ports.files.lock((0,places/* nameLock */.Db)(job.directory, orders.shard), deadline, async () => {
        const taken = await takeClusterLock(job, orders, ports);
        if (taken === undefined)
            return lockAll(rest, locked, { ports, work });
        if (typeof taken === 'string')
            return lockAll(rest, { orders, notes: new Map([...locked.notes, [job, [taken]]]) }, { ports, work });
        const signal = AbortSignal.any([orders.signal, taken.lost]);
        try {
            return await lockAll(rest, { ...locked, orders: { ...orders, signal } }, { ports, work });
        }
        finally {
            await taken.release();
        }
    });
}
/**
 * In a pod its own cluster: a must where this rotation is the cluster's business. An agent of a CI system that happens to
 * be a pod may well have no right to it. Elsewhere the cluster of the first target that is in one.
 */
function chooseCluster({ settings }, { shard }, isInside) {
    const target = settings.targets.map((one) => one.settings).find(({ type }) => type === 'kubernetes-secret');
    if (isInside)
        return { context: undefined, isMust: target !== undefined || shard !== undefined };
    return target?.type === 'kubernetes-secret' ? { context: target.context, isMust: false } : undefined;
}
/** Undefined where no cluster is at hand; a sentence where it was not to be had and need not be. */
async function takeClusterLock(job, orders, ports) {
    const choice = chooseCluster(job, orders, ports.clusters.isInside());
    if (choice === undefined)
        return undefined;
    try {
        return await openLease(choice, { job, orders, ports });
    }
    catch (thrown) {
        const error = (0,errors/* toDcrError */.zj)(thrown);
        const isOurs = error.code === 'DCR_LOCKED' || error.code === 'DCR_INTERNAL';
        if (choice.isMust || isOurs || orders.signal.aborted)
            throw error;
        return `the lock is only a file on this machine, as no Lease could be taken in the cluster: ${error.message}`;
    }
}
async function openLease({ context }, { job, orders, ports }) {
    const { clock, environment, processes } = ports;
    const cluster = await ports.clusters.open(context);
    const [{ openKubernetes }, { holdLease }] = await Promise.all([
        __webpack_require__.e(/* import() */ 362).then(__webpack_require__.bind(__webpack_require__, 5362)),
        __webpack_require__.e(/* import() */ 831).then(__webpack_require__.bind(__webpack_require__, 4831)),
    ]);
    const nonce = Math.floor(clock.random() * 2 ** 32).toString(16);
    const me = `${environment.host}_${processes.identify()?.pid ?? 0}_${nonce}`;
    const place = { namespace: cluster.namespace, name: (0,places/* nameLease */.gr)(job.settings, orders.shard), me };
    const api = openKubernetes(cluster, clock, { again: 'the same command' });
    return holdLease(place, { api, clock, signal: orders.signal });
}
//# sourceMappingURL=lock.js.map
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/audit.js

/** One JSON line for each effect, for whoever has to show later who changed what. */
class AuditLog {
    #path;
    #ports;
    constructor(path, ports) {
        this.#path = path;
        this.#ports = ports;
    }
    /** Throws `DCR_STORE_FAILED`: what cannot be recorded is not done. */
    async record(line) {
        const { clock, environment, files } = this.#ports;
        const { actor, run } = findActor(environment.variables);
        const text = `${JSON.stringify({ at: (0,credential_credential/* formatTime */.fU)(clock.now()), actor, run, ...line })}\n`;
        await files.apply({ do: 'append', path: this.#path, text });
    }
}
/** Who runs this and where it can be looked up, in the words of each CI system. */
function findActor(variables) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = variables;
    const github = id === undefined ? undefined : `${server}/${repository}/actions/runs/${id}`;
    const names = ['GITHUB_ACTOR', 'GITLAB_USER_LOGIN', 'BUILD_USER_ID', 'USER', 'USERNAME'];
    const actor = names.map((name) => variables[name]).find((value) => value !== undefined && value !== '');
    return { actor: actor ?? null, run: github ?? variables['CI_JOB_URL'] ?? variables['BUILD_URL'] ?? null };
}
//# sourceMappingURL=audit.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/orders.js




/** Throws `DCR_INPUT_INVALID`. */
function readOrders(request, ports, dryRun) {
    const { variables } = ports.environment;
    const { mode = 'run', auditLog } = request;
    return {
        mode: mode === 'abort' ? 'resume' : mode,
        shard: readShard(request.shard, variables),
        dryRun,
        given: readGiven(variables),
        old: readOld(variables),
        ask: request.ask,
        mask: request.mask,
        allowRealms: request.allowRealms ?? [],
        signal: request.signal ?? new AbortController().signal,
        tell: request.onEvent ?? (() => undefined),
        audit: auditLog === undefined ? undefined : new AuditLog(auditLog, ports),
    };
}
function readGiven({ DCR_NEW_USERNAME: username, DCR_NEW_PASSWORD: password = '', }) {
    if (password === '')
        return undefined;
    return { username: username === '' ? undefined : username, password: new secret/* Secret */.z(password) };
}
function readOld({ DCR_USERNAME: username = '', DCR_PASSWORD: password = '', }) {
    return username === '' || password === '' ? undefined : { username, password: new secret/* Secret */.z(password) };
}
/**
 * What one run is given once cannot be meant for several credentials.
 * Throws `DCR_INPUT_INVALID`; the old credential is merely left out, as it is only tried.
 */
function fitOrders(orders, jobs, { environment }) {
    const names = jobs.map(({ settings }) => settings.name);
    if (orders.given !== undefined && jobs.length > 1) {
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
            message: `DCR_NEW_PASSWORD is one password, and ${jobs.length} credentials are selected: ${names.join(', ')}`,
            remedy: 'Name the one it is for: dcr-login rotate NAME.',
        });
    }
    const registry = environment.variables['DCR_REGISTRY'] ?? '';
    const isForOther = registry !== '' && jobs.every(({ settings }) => settings.registry !== registry);
    return jobs.length === 1 && !isForOther ? orders : { ...orders, old: undefined };
}
//# sourceMappingURL=orders.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/report.js




function joinReports(credentials, plan) {
    const states = credentials.map(({ state }) => state);
    const state = ['incomplete', 'aborted', 'planned'].find((one) => states.includes(one)) ?? 'complete';
    const error = credentials.find((one) => one.error !== undefined)?.error;
    return {
        rotation: credentials[0]?.rotation ?? '',
        state,
        targets: credentials.flatMap(({ targets }) => targets),
        credentials,
        ...(plan === undefined ? {} : { plan }),
        ...(error === undefined ? {} : { error }),
    };
}
/** What this run found out of one credential, whether it came to its end or `error` ended it. */
function reportRun(run, error) {
    const { job, rotation, generation, issued, oldReport, effects, notes, orders, past } = run;
    const { name, registry } = job.settings;
    const targets = run.targets.map(rotation_run/* reportTarget */.E6);
    const isDone = targets.every(({ state }) => law/* DONE_STATES */.QB.has(state) || state === 'skipped');
    const fault = error ?? (isDone || orders.dryRun ? undefined : explainIncomplete({ name, registry }, targets));
    const retired = [...new Set([...(past?.retired ?? []), ...run.retired])];
    return {
        name,
        registry,
        rotation,
        state: orders.dryRun ? 'planned' : fault === undefined ? 'complete' : 'incomplete',
        generation: run.settled ? (past?.generations.at(-1)?.generation ?? 0) : generation,
        username: issued === undefined ? (past?.generations.at(-1)?.username ?? null) : (0,rotation_past/* keepUsername */.Cw)(issued),
        targets,
        old: oldReport === null ? null : { ...oldReport, retired },
        effects,
        notes,
        ...(fault === undefined ? {} : { error: fault }),
    };
}
/** Some targets hold the new credential and some do not. */
function explainIncomplete({ name, registry }, targets) {
    const mine = targets.filter(({ state }) => state !== 'skipped');
    const open = mine.filter(({ state }) => !law/* DONE_STATES */.QB.has(state));
    const named = open.slice(0, 5).map(({ id, state, error }) => {
        const why = error?.message ?? state;
        return why.startsWith(id) ? why : `${id}: ${why}`;
    });
    const more = open.length > 5 ? `; and ${open.length - 5} more` : '';
    return new errors/* DcrError */.ol('DCR_ROTATION_INCOMPLETE', {
        message: `${name}: ${open.length} of ${mine.length} targets do not hold the new credential of ${registry}: ${named.join('; ')}${more}`,
        registry,
    });
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/rotate.js











/** The run behind `rotate` and `planRotation`. */
async function runRotation(request, { dryRun }, ports) {
    const { file = 'dcr-rotate.yml', stateDir } = request;
    const jobs = await (0,load/* loadJobs */.h)({ file, names: chooseNames(request), stateDir }, ports);
    return rotateJobs(jobs, { request, dryRun }, ports);
}
/** The same for credentials whose targets and issuers are built already. */
async function rotateJobs(jobs, { request, dryRun }, ports) {
    const ordered = fitOrders(readOrders(request, ports, dryRun), jobs, ports);
    const work = async ({ orders, notes }) => {
        if (request.mode === 'abort')
            return joinReports(await abortRotation(jobs, orders, ports));
        const runs = await recoverAll(jobs, orders, ports);
        for (const run of runs)
            run.notes.push(...(notes.get(run.job) ?? []));
        for (const run of runs)
            await prepareRun(run, request.plan);
        const plan = { version: 1, credentials: runs.flatMap((run) => run.plan ?? []) };
        if (dryRun) {
            const reports = runs.map((run) => reportRun(run));
            return joinReports(reports, plan);
        }
        orders.tell({ kind: 'plan', plan });
        if (request.confirm !== undefined && !(await request.confirm(plan)))
            throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
                message: 'the plan was not confirmed; nothing was issued or written',
                remedy: 'Run it again and answer yes, or with --yes.',
            });
        const reports = [];
        // One that fails does not keep the next from its turn; an interruption stops them all.
        for (const run of runs)
            reports.push(await finishRun(run));
        return joinReports(reports);
    };
    const unlocked = { orders: ordered, notes: new Map() };
    return dryRun ? work(unlocked) : lockAll(jobs, unlocked, { ports, work });
}
/** A plan is run as a whole where nothing is named. */
function chooseNames({ names = [], plan }) {
    return names.length > 0 || plan === undefined ? names : plan.credentials.map(({ name }) => name);
}
/** With several credentials, those that have nothing to resume are passed over. */
async function recoverAll(jobs, orders, ports) {
    const runs = [];
    const refusals = [];
    for (const job of jobs) {
        announceStep(job, orders, 'recover');
        try {
            runs.push(await recoverRun(job, orders, ports));
        }
        catch (error) {
            const isIdle = orders.mode !== 'run' && (0,errors/* toDcrError */.zj)(error).code === 'DCR_INPUT_INVALID';
            if (!isIdle)
                throw error;
            refusals.push(error);
        }
    }
    if (runs.length === 0 && refusals.length > 0)
        throw refusals[0];
    return runs;
}
async function prepareRun(run, plan) {
    const { name } = run.job.settings;
    await walkSteps(run, (0,law/* sliceLaw */.xj)('inspect', 'inspect'));
    announceStep(run.job, run.orders, 'plan');
    const expected = plan?.credentials.find((one) => one.name === name) ?? 'missing';
    decidePlan(run, plan === undefined ? undefined : expected);
}
async function finishRun(run) {
    const { job, orders, ports } = run;
    try {
        await openJournal(run);
        await walkSteps(run, (0,law/* sliceLaw */.xj)(run.settled ? 'wait' : 'issue', 'finish'));
        if (isDone(run) && orders.shard === undefined)
            await (0,places/* tidyJournals */.zF)(job.directory, ports);
        return reportRun(run);
    }
    catch (thrown) {
        // Whatever an interruption broke off, such as a prompt, is told as what it is.
        return reportRun(run, orders.signal.aborted ? describeInterruption(run) : (0,errors/* toDcrError */.zj)(thrown));
    }
}
//# sourceMappingURL=rotate.js.map

/***/ })

};
;