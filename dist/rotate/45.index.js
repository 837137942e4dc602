"use strict";
exports.id = 45;
exports.ids = [45];
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

/***/ 112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ putAuth),
/* harmony export */   _: () => (/* binding */ dropAuth)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8674);


/**
 * Sets one entry and leaves every other byte as it is; the new one is written as the file writes others. `text` is the
 * object of a configuration, or blank.
 */
function putAuth(text, key, entry) {
    const base = text.trim() === '' ? '{}' : text;
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(base) ?? NOTHING;
    const name = findAuths(root);
    const auths = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(root, [name]);
    if (auths === undefined)
        return insertMember(base, root, { name, value: { [key]: entry } });
    // Nothing can be put into null, which docker reads as no entries.
    if (auths.type === 'null')
        return replaceValue(base, auths, { [key]: entry });
    const present = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(auths, [key]);
    if (present !== undefined)
        return replaceValue(base, present, entry);
    return insertMember(base, auths, { name: key, value: entry });
}
/**
 * Removes one entry; `auths` itself too when it holds nothing more and `keepAuths` is false. What `putAuth` put into a file
 * is taken out of it to the byte.
 */
function dropAuth(text, key, keepAuths) {
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text) ?? NOTHING;
    const auths = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(root, [findAuths(root)]);
    const entry = auths === undefined ? undefined : (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(auths, [key]);
    if (auths === undefined || entry === undefined)
        return text;
    const isLast = auths.children?.length === 1;
    return removeMember(text, isLast && !keepAuths ? auths.parent : entry.parent);
}
/** `auths` as it is spelt there: clients take it in any case. */
function findAuths(root) {
    const names = (root.children ?? []).map(({ children }) => String(children?.[0]?.value ?? ''));
    return names.includes('auths') ? 'auths' : (names.find((name) => (0,_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isSpelt */ .Z4)(name, 'auths')) ?? 'auths');
}
const NOTHING = { type: 'null', offset: 0, length: 0 };
/** As the last one, on a line of its own where the first one has one, or where the object is the first of its file. */
function insertMember(text, { offset, length, children = [], parent }, member) {
    const [first, last] = [children[0], children.at(-1)];
    if (first !== undefined && last !== undefined) {
        const end = last.offset + last.length;
        const pad = text.slice(offset + 1, first.offset);
        return splice(text, end, end, `,${pad}${formatMember(text, member, findIndent(text, first))}`);
    }
    const outer = parent === undefined ? '' : findIndent(text, parent);
    const { step, eol } = readStyle(text);
    const indent = outer === undefined ? undefined : `${outer}${step}`;
    const [open, close] = indent === undefined ? ['', ''] : [`${eol}${indent}`, `${eol}${outer}`];
    return splice(text, offset + 1, offset + length - 1, `${open}${formatMember(text, member, indent)}${close}`);
}
function replaceValue(text, { offset, length, parent }, value) {
    const indent = parent === undefined ? undefined : findIndent(text, parent);
    return splice(text, offset, offset + length, formatValue(text, value, indent));
}
/** With the comma that tells it from its neighbour; of an object that is empty then, nothing stays between the braces. */
function removeMember(text, member) {
    const { children = [], offset = 0, length = 0 } = member?.parent ?? NOTHING;
    const index = children.findIndex((child) => child === member);
    const [before, here, after] = [children[index - 1], children[index], children[index + 1]];
    if (here === undefined)
        return text;
    if (before !== undefined)
        return splice(text, before.offset + before.length, here.offset + here.length, '');
    return after === undefined
        ? splice(text, offset + 1, offset + length - 1, '')
        : splice(text, here.offset, after.offset, '');
}
/** `indent` of the line that the member begins; undefined where it begins none. */
function formatMember(text, { name, value }, indent) {
    return `${JSON.stringify(name)}:${indent === undefined ? '' : ' '}${formatValue(text, value, indent)}`;
}
function formatValue(text, value, indent) {
    if (indent === undefined)
        return JSON.stringify(value);
    const { step, eol } = readStyle(text);
    return JSON.stringify(value, undefined, step).replaceAll('\n', `${eol}${indent}`);
}
/** What stands before a node on its line, where that is nothing but blanks. */
function findIndent(text, { offset }) {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return text.lastIndexOf('\n', offset - 1) >= 0 && /^[ \t]*$/u.test(line) ? line : undefined;
}
/** How a text is indented, by what stands before its first key, or with docker's own tabs; and how its lines end. */
function readStyle(text) {
    return { step: /\n([ \t]+)"/u.exec(text)?.[1] ?? '\t', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
function splice(text, start, end, part) {
    return `${text.slice(0, start)}${part}${text.slice(end)}`;
}
//# sourceMappingURL=config-edit.js.map

/***/ }),

/***/ 8674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Hc: () => (/* binding */ readAuth),
/* harmony export */   OQ: () => (/* binding */ findSpelt),
/* harmony export */   Oe: () => (/* binding */ ENTRY_KEYS),
/* harmony export */   X$: () => (/* binding */ decodeAuth),
/* harmony export */   Z4: () => (/* binding */ isSpelt),
/* harmony export */   bU: () => (/* binding */ spellEntry),
/* harmony export */   im: () => (/* binding */ readConfigText),
/* harmony export */   me: () => (/* binding */ parseConfigFile),
/* harmony export */   qV: () => (/* binding */ readHelperName),
/* harmony export */   zx: () => (/* binding */ encodeAuth)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);


/** Undefined where there is no file. Throws `DCR_STORE_FAILED` for a directory, pipe or device in its place. */
async function readConfigText(path, { ports }) {
    const found = await ports.files.inspect(path, { follow: true });
    if (found.kind === 'missing')
        return undefined;
    if (found.kind === 'file')
        return found.text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_STORE_FAILED', {
        message: `${path} is not a regular file (${found.kind}); it was left as it is`,
    });
}
/**
 * The object of a docker `config.json`; an absent or blank file is an empty one.
 * Throws `DCR_STORE_FAILED` for anything that docker could not read either: it is never repaired by overwriting it.
 */
function parseConfigFile(text, path) {
    if (text === undefined || text.trim() === '')
        return {};
    try {
        const value = JSON.parse(text);
        const config = isObject(value) ? spellKeys(value, KEYS) : {};
        const { auths } = config;
        if (isObject(value) && (auths === undefined || auths === null || isObject(auths)))
            return config;
    }
    catch {
        // The parser's message repeats the text around the fault, which may be a credential.
    }
    const message = `${path} is no client configuration (it must be one JSON object); it was left as it is`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_STORE_FAILED', { message, remedy: 'Repair or remove that file.' });
}
/** What we read there. */
const KEYS = ['auths', 'credsStore', 'credHelpers'];
/** Texts of an entry: https://github.com/docker/cli/blob/v28.2.2/cli/config/types/authconfig.go */
const ENTRY_KEYS = ['auth', 'identitytoken', 'registrytoken', 'username', 'password', 'email', 'serveraddress'];
/**
 * Go, in which all clients are written, takes a key in any case: a `credsstore` is a store. Of two spellings maps are put
 * together, and of texts the last one counts that is not null: https://pkg.go.dev/encoding/json#Unmarshal
 */
function spellKeys(object, known) {
    const spelt = Object.entries(object).map(([key, value]) => ({ key, name: findSpelt(key, known) ?? key, value }));
    if (spelt.every(({ key, name }) => key === name))
        return object;
    const merged = new Map();
    for (const { name, value } of spelt)
        merged.set(name, mergeValues(merged.get(name), value));
    return Object.fromEntries(merged);
}
function mergeValues(before, value) {
    if (isObject(before) && isObject(value))
        return { ...before, ...value };
    return value === null && typeof before === 'string' ? before : value;
}
/** The one of these keys that Go takes this one for. */
function findSpelt(key, known) {
    return known.find((name) => isSpelt(key, name));
}
/**
 * Go folds as Unicode does, one character for one, so that a long s is an s: https://pkg.go.dev/unicode#SimpleFold
 * Most keys are told apart by their length: an expression for each pair would cost a login half a millisecond.
 */
function isSpelt(key, known) {
    return key === known || (key.length === known.length && new RegExp(`^${known}$`, 'iu').test(key));
}
/** An entry as clients read it; what is put back stays as it was. */
function spellEntry(entry) {
    return spellKeys(entry, ENTRY_KEYS);
}
function readAuth(config, key) {
    const auths = config['auths'];
    const entry = isObject(auths) && Object.hasOwn(auths, key) ? auths[key] : undefined;
    return isObject(entry) ? entry : undefined;
}
/** `docker-credential-<name>` that the user configured for this host; undefined where the file itself is the store. */
function readHelperName(config, key) {
    const helpers = config['credHelpers'];
    const own = isObject(helpers) && Object.hasOwn(helpers, key) ? helpers[key] : config['credsStore'];
    return typeof own === 'string' && own !== '' ? own : undefined;
}
function encodeAuth(username, password) {
    return { auth: node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(`${username}:${password}`).toString('base64') };
}
/** Username and secret of an entry in the words of the helper protocol: a refresh token has the username `<token>`. */
function decodeAuth(entry) {
    const { identitytoken, auth } = spellEntry(entry);
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { username: '<token>', secret: identitytoken };
    if (typeof auth !== 'string')
        return undefined;
    const text = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(auth, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon <= 0 ? undefined : { username: text.slice(0, colon), secret: text.slice(colon + 1) };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=config-file.js.map

/***/ }),

/***/ 7045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createDockerConfig: () => (/* binding */ createDockerConfig)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/login/places.js
var places = __webpack_require__(75);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-file.js
var config_file = __webpack_require__(8674);
;// CONCATENATED MODULE: ./packages/core/lib/login/store/config-shape.js


/**
 * Why docker takes no login at all from the entries of a `config.json`: one value of another type than it expects, or one
 * `auth` that it cannot decode, and they are passed over with a warning. The helpers that the file names are asked all the
 * same. Undefined where all of it is usable.
 * Source: https://github.com/docker/cli/blob/master/cli/config/configfile/file.go, `LoadFromReader`
 */
function findShapeFault(config) {
    for (const [key, value] of Object.entries(config)) {
        const shape = SHAPES.find(({ keys }) => (0,config_file/* findSpelt */.OQ)(key, keys) !== undefined);
        // As it is spelt there: it may stand there twice.
        if (shape?.fits(value) === false)
            return `${key} is not ${shape.what}`;
    }
    const entries = Object.values((0,config_file/* isObject */.Gv)(config['auths']) ? config['auths'] : {});
    const refused = entries.findIndex((entry) => (0,config_file/* isObject */.Gv)(entry) && !isUsableAuth((0,config_file/* spellEntry */.bU)(entry)['auth']));
    // The place and not the name: the report of doctor is shown to strangers.
    return refused < 0 ? undefined : `the auth of entry ${refused + 1} of auths is not user:password in base64`;
}
/** Throws `DCR_CONFIG_INVALID` for a file of whose entries docker would take none: one more would not be seen either. */
function refuseUnusable(config, path) {
    const fault = findShapeFault(config);
    if (fault === undefined)
        return;
    throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', {
        message: `docker takes no login from ${path} because ${fault}; it was left as it is`,
        remedy: 'Repair or remove that part of the file, then log in again.',
    });
}
/** A missing value and `null` are of every type. */
const isNothing = (value) => value === undefined || value === null;
const isText = (value) => isNothing(value) || typeof value === 'string';
const isMapOf = (fits) => (value) => isNothing(value) || ((0,config_file/* isObject */.Gv)(value) && Object.values(value).every((part) => fits(part)));
/** An object with these texts, their names in any case; what else is in it does not matter. */
const hasTexts = (names) => (value) => isNothing(value) ||
    ((0,config_file/* isObject */.Gv)(value) &&
        Object.entries(value).every(([key, part]) => isText(part) || (0,config_file/* findSpelt */.OQ)(key, names) === undefined));
const isList = (value) => isNothing(value) || (Array.isArray(value) && value.every((part) => isText(part)));
/** https://github.com/docker/cli/blob/v28.2.2/cli/config/configfile/file.go, `ConfigFile` and `ProxyConfig` */
const SHAPES = [
    { keys: ['auths'], fits: isMapOf(hasTexts(config_file/* ENTRY_KEYS */.Oe)), what: 'an object of logins by host' },
    { keys: ['credHelpers'], fits: isMapOf(isText), what: 'an object of helper names by host' },
    { keys: ['credsStore'], fits: isText, what: 'the name of a helper' },
    {
        keys: ['proxies'],
        fits: isMapOf(hasTexts(['httpProxy', 'httpsProxy', 'noProxy', 'ftpProxy', 'allProxy'])),
        what: 'an object of proxies by daemon',
    },
    { keys: ['HttpHeaders', 'aliases', 'features'], fits: isMapOf(isText), what: 'an object of texts' },
    { keys: ['plugins'], fits: isMapOf(isMapOf(isText)), what: 'an object of objects of texts' },
    { keys: ['pruneFilters', 'cliPluginsExtraDirs'], fits: isList, what: 'a list of texts' },
    {
        keys: [
            'currentContext',
            'detachKeys',
            'psFormat',
            'imagesFormat',
            'networksFormat',
            'pluginsFormat',
            'volumesFormat',
            'statsFormat',
            'serviceInspectFormat',
            'servicesFormat',
            'tasksFormat',
            'secretFormat',
            'configFormat',
            'nodesFormat',
        ],
        fits: isText,
        what: 'a text',
    },
];
/** Go's `base64.StdEncoding` wants the padding and passes over line breaks; both halves must be there, the user not empty. */
function isUsableAuth(auth) {
    if (typeof auth !== 'string' || auth === '')
        return true;
    const text = auth.replace(/[\r\n]/gu, '');
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(text))
        return false;
    return Buffer.from(text, 'base64').indexOf(':') > 0;
}
//# sourceMappingURL=config-shape.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-edit.js
var config_edit = __webpack_require__(112);
;// CONCATENATED MODULE: ./packages/core/lib/login/store/helper.js



/** The exact words of "nothing is stored": https://github.com/docker/docker-credential-helpers#development */
const NOT_FOUND = /credentials not found/u;
/** Throws `DCR_STORE_FAILED` in the helper's own words. */
async function getFromHelper(helper) {
    const { status, stdout, stderr } = await runHelper(helper, 'get', helper.key);
    if (status !== 0) {
        if (NOT_FOUND.test(stdout) || NOT_FOUND.test(stderr))
            return undefined;
        throw failed(helper, 'get', stdout || stderr);
    }
    const answer = parseAnswer(stdout);
    if (answer === undefined)
        throw failed(helper, 'get', 'its answer is not the JSON of the helper protocol');
    // An uninitialised pass store answers success with empty fields.
    return answer.username === '' && answer.secret === '' ? undefined : answer;
}
/**
 * Stores instead of what is there. Of two users of one host, `pass` keeps both and answers with either one, so that
 * another's entry is erased; not before it is known that the helper stores at all.
 * Throws `DCR_STORE_FAILED` in the helper's own words.
 */
async function putToHelper(helper, credential) {
    const present = await getFromHelper(helper);
    await storeInHelper(helper, credential);
    if (present === undefined || present.username === credential.username)
        return;
    await eraseFromHelper(helper);
    await storeInHelper(helper, credential);
}
async function storeInHelper(helper, credential) {
    const { username: Username, secret: Secret } = credential;
    const request = JSON.stringify({ ServerURL: helper.key, Username, Secret });
    const { status, stdout, stderr } = await runHelper(helper, 'store', request);
    if (status !== 0)
        throw failed(helper, 'store', stdout || stderr);
}
/** What is gone already is success. Throws `DCR_STORE_FAILED`. */
async function eraseFromHelper(helper) {
    const { status, stdout, stderr } = await runHelper(helper, 'erase', helper.key);
    if (status !== 0 && !NOT_FOUND.test(stdout) && !NOT_FOUND.test(stderr))
        throw failed(helper, 'erase', stdout || stderr);
}
async function runHelper(helper, verb, stdin) {
    const { processes, env, signal } = helper;
    const file = processes.find(`docker-credential-${helper.name}`);
    if (file === undefined)
        throw failed(helper, verb, 'it is configured but not on PATH');
    return processes.start({ file, args: [verb], env, signal }).finish(stdin);
}
function failed({ name, key, forms }, verb, printed) {
    // A helper that fails after it has printed its answer: no form of that secret is known here.
    const words = verb === 'get' && /"?Secret"?\s*:/iu.test(printed)
        ? 'what it printed may hold a secret, and is not repeated'
        : printed;
    return new errors/* DcrError */.ol('DCR_STORE_FAILED', {
        message: `credential helper docker-credential-${name} failed to ${verb} ${key}: "${(0,masking/* quoteForeignText */._z)(words, forms)}"`,
        remedy: `Repair docker-credential-${name}, remove it from credsStore and credHelpers, or log in with --isolate. Nothing was stored in plain text instead.`,
    });
}
function parseAnswer(stdout) {
    try {
        const value = JSON.parse(stdout);
        if (!(0,config_file/* isObject */.Gv)(value) || typeof value['Username'] !== 'string' || typeof value['Secret'] !== 'string')
            return undefined;
        return { username: value['Username'], secret: value['Secret'] };
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=helper.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/store/stored-login.js
/** Docker keeps an empty entry in the file for what a helper holds. */
const MARKER = {};
/** What a fingerprint is made of: the secret, wherever it is kept. */
function serialiseLogin(login) {
    return JSON.stringify(login.helper ?? login.entry);
}
//# sourceMappingURL=stored-login.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/store/store.js







async function readUndo(place, context) {
    const text = await (0,config_file/* readConfigText */.im)(place.path, context);
    const config = (0,config_file/* parseConfigFile */.me)(text, place.path);
    const helper = place.helper === undefined ? undefined : await getFromHelper(toHelper(place, place.helper, context));
    return {
        entry: (0,config_file/* readAuth */.Hc)(config, place.key) ?? null,
        helper: helper ?? null,
        hadFile: text !== undefined,
        hadAuths: config['auths'] !== undefined && config['auths'] !== null,
    };
}
/** The new login as this place would hold it. Throws `DCR_STORE_FAILED` for an entry that no helper can take. */
function shapeLogin(place, entry) {
    if (place.helper === undefined)
        return { entry, helper: null };
    const helper = (0,config_file/* decodeAuth */.X$)(entry);
    if (helper === undefined) {
        const message = `the login of ${place.key} has a form that docker-credential-${place.helper} cannot keep`;
        throw new errors/* DcrError */.ol('DCR_STORE_FAILED', { message });
    }
    return { entry: MARKER, helper };
}
/** Makes the place hold exactly this for its key, as far as it is told, and nothing else different. The caller holds the lock of `place.path`. */
async function writeStored(place, login, context) {
    return writeAllStored(place.path, [{ place, login }], context);
}
/**
 * The same for several places of one file, which is written once. Helpers go first, so that the file never points to what
 * is not there.
 */
async function writeAllStored(file, writes, context) {
    const { files } = context.ports;
    // What cannot be edited is refused before a helper changes anything.
    if (writes.some(({ place }) => place.helper !== undefined))
        await editConfig(file, writes, context);
    for (const { place, login } of writes) {
        if (place.helper === undefined || login.helper === undefined)
            continue;
        const helper = toHelper(place, place.helper, context);
        await (login.helper === null ? eraseFromHelper(helper) : putToHelper(helper, login.helper));
    }
    const { text, edited } = await editConfig(file, writes, context);
    const isEmpty = /^\s*(?:\{\s*\})?\s*$/u.test(edited);
    const isOurs = writes.every(({ login }) => login.hadFile === false);
    // Behind a link there may be a file that removing the link would leave as it is, with the login in it.
    if (isOurs && isEmpty && (await files.inspect(file)).kind !== 'link') {
        await files.apply({ do: 'remove', path: file });
    }
    else if (edited !== text) {
        await files.apply({ do: 'replace', path: file, text: edited });
    }
}
/** Throws `DCR_STORE_FAILED` where the edit would not do what it should. */
async function editConfig(path, writes, context) {
    const text = (await (0,config_file/* readConfigText */.im)(path, context)) ?? '';
    (0,config_file/* parseConfigFile */.me)(text, path);
    const edits = writes.flatMap(({ place: { key }, login: { entry, hadAuths = true } }) => {
        return entry === undefined ? [] : [{ key, entry, hadAuths }];
    });
    const edited = edits.reduce((present, { key, entry, hadAuths }) => {
        return entry === null ? (0,config_edit/* dropAuth */._)(present, key, hadAuths) : (0,config_edit/* putAuth */.Y)(present, key, entry);
    }, text);
    const config = (0,config_file/* parseConfigFile */.me)(edited, path);
    // Of a key that stands there twice, the first is edited and the last is what clients read.
    const twice = edits.find(({ key, entry }) => {
        return JSON.stringify((0,config_file/* readAuth */.Hc)(config, key) ?? null) !== JSON.stringify(entry);
    });
    if (twice === undefined)
        return { text, edited };
    const message = `${path} names ${twice.key}, or auths, more than once; it was left as it is`;
    throw new errors/* DcrError */.ol('DCR_STORE_FAILED', { message, remedy: 'Remove all but one of them, or log in with --isolate.' });
}
/** Forms of what stood there before, which no message may repeat. */
function deriveUndoForms(undo) {
    const entry = undo?.entry === null || undo?.entry === undefined ? undefined : decodeAuth(undo.entry);
    return [undo?.helper ?? undefined, entry].flatMap((stored) => stored === undefined ? [] : deriveMaskedForms({ username: stored.username, password: new Secret(stored.secret) }));
}
function toHelper(place, name, context) {
    const { env, forms, signal, ports } = context;
    return { name, key: place.key, env, forms, signal, processes: ports.processes };
}
//# sourceMappingURL=store.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var reference = __webpack_require__(3256);
;// CONCATENATED MODULE: ./packages/core/lib/targets/docker-config/target.js











/** A file is changed in milliseconds; who holds its lock for longer is stuck. */
const PATIENCE = 30_000;
/** The login of one host in a docker `config.json`, or in the helper that it names. Everything else in it stays. */
function createDockerConfig(settings, { ports, registry, directory }) {
    const { home } = ports.environment;
    const file = external_node_path_.resolve(directory, settings.path.replace(/^~(?=$|[\\/])/u, () => home));
    const { key } = (0,reference/* parseRegistry */.l5)(registry);
    const id = `docker-config ${file} ${key}`;
    const open = (signal, credential) => {
        const forms = credential === undefined ? [] : (0,masking/* deriveMaskedForms */.UO)(credential);
        return { ports, env: (0,places/* cleanEnvironment */.hh)(ports.environment, forms), forms, signal };
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
                stored: stored === undefined ? undefined : { ...stored, password: new secret/* Secret */.z(stored.password) },
                exists: stored !== undefined,
                version: stored === undefined ? null : describeVersion(login, id),
                since: null,
                unknown: [],
            };
        },
        async write(credential, facts, signal) {
            const context = open(signal, credential);
            await ports.files.apply({ do: 'make-directory', path: external_node_path_.dirname(file) });
            await ports.files.lock(file, ports.clock.now() + PATIENCE, async () => {
                const place = await locate(file, key, context);
                const now = decode(await readLogin(place, context));
                if (isSame(now, credential))
                    return;
                refuseStranger(now, facts, id);
                const login = shapeLogin(place, (0,config_file/* encodeAuth */.zx)(credential.username, credential.password.reveal()));
                await writeStored(place, login, context);
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
    const config = (0,config_file/* parseConfigFile */.me)(await (0,config_file/* readConfigText */.im)(file, context), file);
    const helper = (0,config_file/* readHelperName */.qV)(config, key);
    if (helper !== undefined)
        return { path: file, key, helper };
    refuseUnusable(config, file);
    return { path: file, key };
}
const readLogin = (place, context) => readUndo(place, context);
function decode({ helper, entry }) {
    const found = helper ?? (entry === null ? undefined : (0,config_file/* decodeAuth */.X$)(entry));
    return found === undefined ? undefined : { username: found.username, password: found.secret };
}
function isSame(pair, { username, password }) {
    return pair?.username === username && pair.password === password.reveal();
}
/** A plan may be kept where others read it: guessing a password from its version must stay dear. */
function describeVersion(login, salt) {
    return (0,external_node_crypto_.scryptSync)(serialiseLogin(login), salt, 16).toString('base64url');
}
function refuseStranger(now, { stored }, id) {
    if (now === undefined || (stored !== undefined && isSame(now, stored)))
        return;
    const message = `${id} was written by somebody else since it was looked at; it was left as it is`;
    const remedy = 'If that was no login of yours, find out who it was; then: dcr-login rotate --resume.';
    throw new errors/* DcrError */.ol('DCR_TARGET_REFUSED', { message, remedy });
}
//# sourceMappingURL=target.js.map

/***/ })

};
;