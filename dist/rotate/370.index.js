"use strict";
exports.id = 370;
exports.ids = [370,652,379];
exports.modules = {

/***/ 4870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseApiAddress)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3256);


/**
 * The base of an API as a configuration names it, ending in a slash so that relative paths append to it. An API token is
 * sent there with every request: only https will do, or plain http on loopback.
 * Throws `DCR_CONFIG_INVALID`.
 */
function parseApiAddress(text, what) {
    let url;
    try {
        url = new URL(text);
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${what} is no absolute URL` });
    }
    const problem = url.username !== '' || url.password !== ''
        ? 'carries user information; tokens come from the environment'
        : url.search !== '' || url.hash !== ''
            ? 'has a query or fragment'
            : url.protocol === 'https:' || (url.protocol === 'http:' && (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopbackHost */ .cW)(url.host))
                ? undefined
                : 'is not https; plain http is for loopback only';
    if (problem !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${what} ${problem}` });
    if (!url.pathname.endsWith('/'))
        url.pathname += '/';
    return url;
}
//# sourceMappingURL=address.js.map

/***/ }),

/***/ 7439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ suggestName)
});

;// CONCATENATED MODULE: ./packages/core/lib/config/nearest.js
/** The other word that a mistyped one most likely means: at most a third of its letters, or two, differ. Undefined where none is near. */
function findNearest(word, candidates) {
    const limit = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
    let best;
    for (const name of candidates) {
        if (name === word)
            continue;
        const distance = countEdits(word.toLowerCase(), name.toLowerCase());
        if (distance <= limit && distance < (best?.distance ?? Infinity))
            best = { name, distance };
    }
    return best?.name;
}
/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function countEdits(a, b) {
    let before = [];
    let above = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const line = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const same = a[row - 1] === b[column - 1];
            let cost = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1));
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
                cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
            line.push(cost);
        }
        before = above;
        above = line;
    }
    return above[b.length] ?? 0;
}
//# sourceMappingURL=nearest.js.map
;// CONCATENATED MODULE: ./packages/core/lib/config/near-name.js

/** ` (did you mean "x"?)` where one of the names is close enough to be meant, else nothing. */
function suggestName(given, names) {
    const near = findNearest(given, names);
    return near === undefined ? '' : ` (did you mean "${near}"?)`;
}
//# sourceMappingURL=near-name.js.map

/***/ }),

/***/ 3797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ YamlText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** A YAML text that still knows where everything stands. */
class YamlText {
    #document;
    #lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    /** What is wrong with it as YAML: the words of the parser may repeat what stands there, so only its code is told. */
    faults;
    /** Undefined where there are faults. */
    value;
    /**
     * With `textOnly` every scalar is the text that stands there, and an unquoted null is an empty one: a password of digits
     * is no number, and a secret that GitHub does not have no password "null".
     */
    constructor(text, { textOnly = false } = {}) {
        const schema = textOnly ? 'failsafe' : 'core';
        const options = { lineCounter: this.#lines, prettyErrors: false, uniqueKeys: true, schema };
        this.#document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, options);
        if (textOnly)
            blankNulls(this.#document);
        const broken = this.#document.errors.map(({ pos, code }) => ({
            ...this.#find(pos[0]),
            says: SYNTAX[code] ?? 'it is no YAML from here',
        }));
        const resolved = broken.length > 0 ? { faults: broken } : this.#resolve();
        this.faults = resolved.faults;
        this.value = 'value' in resolved ? resolved.value : undefined;
    }
    /** Aliases are resolved here: some lead nowhere, and some multiply without end. */
    #resolve() {
        try {
            return { faults: [], value: this.#document.toJS({ maxAliasCount: 100 }) };
        }
        catch {
            const says = 'there is an alias (*) that leads nowhere, or there are too many of them';
            return { faults: [{ line: 1, column: 1, says }] };
        }
    }
    /** Every value that is no list or map. */
    listScalars() {
        return walkScalars(this.#document.contents, []);
    }
    /** Where a value stands; of one that is missing, what should hold it. `key` is a key of the map at the path. */
    locate(path, key) {
        for (let length = path.length; length >= 0; length -= 1) {
            const node = length === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, length), true);
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node))
                continue;
            const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) && key !== undefined && length === path.length ? findKey(node, key) : undefined;
            const range = (pair ?? node).range;
            if (range)
                return this.#find(range[0]);
        }
        return { line: 1, column: 1 };
    }
    #find(offset) {
        const { line, col } = this.#lines.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    }
}
const SYNTAX = {
    DUPLICATE_KEY: 'this key is named twice',
    TAB_AS_INDENT: 'a tab indents here, which YAML does not allow',
    MISSING_CHAR: 'a closing quote, bracket or comma is missing',
    MULTIPLE_DOCS: 'a second document starts here',
};
function blankNulls(document) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Scalar: (_key, node) => {
            if (node.type === 'PLAIN' && /^(?:null|Null|NULL|~)$/u.test(String(node.value)))
                node.value = '';
        },
    });
}
function findKey(node, key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return undefined;
    const pair = node.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && item.key.value === key);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair?.key) ? pair.key : undefined;
}
/** One after the other: of a large file the list would be as large as the file. */
function* walkScalars(node, path) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        yield { path, value: node.value };
    else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
        for (const { key, value } of node.items) {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
                yield* walkScalars(key, path);
            yield* walkScalars(value, [...path, String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? key.value : key)]);
        }
    }
    else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node)) {
        for (const [index, item] of node.items.entries())
            yield* walkScalars(item, [...path, index]);
    }
}
//# sourceMappingURL=yaml-text.js.map

/***/ }),

/***/ 4564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readExpiry)
/* harmony export */ });
/** Of the times that a date can tell: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_SECOND = 8.64e12;
/**
 * The end of a password that is a JSON Web Token, in milliseconds since the epoch: its `exp` claim
 * (https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4). Undefined for every other password.
 */
function readExpiry(password) {
    const parts = password.split('.');
    if (parts.length !== 3 || !password.startsWith('eyJ'))
        return undefined;
    try {
        const claims = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
        const exp = claims?.exp;
        return typeof exp === 'number' && Math.abs(exp) <= LAST_SECOND ? exp * 1000 : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=expiry.js.map

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

/***/ 75:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J8: () => (/* binding */ dropSecrets),
/* harmony export */   eE: () => (/* binding */ chooseStateDirectory),
/* harmony export */   hh: () => (/* binding */ cleanEnvironment)
/* harmony export */ });
/* unused harmony exports chooseConfigDirectory, listPrivateBases, refuseWorkspace */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);


/**
 * Where sessions are kept: the directory that was given, `DCR_STATE_DIR`, else the platform's place for state that
 * outlives a process.
 */
function chooseStateDirectory({ variables, platform, home, workingDirectory }, given = variables['DCR_STATE_DIR']) {
    if (given !== undefined && given !== '')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workingDirectory, given);
    if (platform === 'win32')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.join(variables['LOCALAPPDATA'] || node_path__WEBPACK_IMPORTED_MODULE_0__.join(home, 'AppData', 'Local'), 'dcr-login');
    const xdg = variables['XDG_STATE_HOME'];
    // A relative XDG path is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
    const base = xdg !== undefined && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(xdg) ? xdg : node_path__WEBPACK_IMPORTED_MODULE_0__.join(home, '.local', 'state');
    return node_path__WEBPACK_IMPORTED_MODULE_0__.join(base, 'dcr-login');
}
/** Docker's own rule: `DOCKER_CONFIG` is a directory, else `~/.docker`. */
function chooseConfigDirectory({ variables, home, workingDirectory }) {
    const given = variables['DOCKER_CONFIG'];
    return given !== undefined && given !== '' ? path.resolve(workingDirectory, given) : path.join(home, '.docker');
}
/**
 * Directories that may hold a private one, best first: those that the CI system empties itself, then memory-backed ones
 * of this user, then the state directory. Never /tmp, where anybody may plant a name, and never the workspace, which
 * ends up in images, artifacts and commits.
 */
function listPrivateBases(environment, stateDirectory = chooseStateDirectory(environment)) {
    const { variables } = environment;
    const { RUNNER_TEMP: github, CI_PROJECT_DIR: gitlab, CI_JOB_ID: job = '0', WORKSPACE_TMP: jenkins, WORKSPACE: workspace, JENKINS_URL: isJenkins, XDG_RUNTIME_DIR: runtime, } = variables;
    const besides = jenkins ?? (isJenkins !== undefined && workspace !== undefined ? `${workspace}@tmp` : undefined);
    const bases = [
        [github],
        gitlab === undefined ? [gitlab] : [path.dirname(gitlab), `${path.basename(gitlab)}.tmp`, `dcr-${job}`],
        besides === undefined ? [besides] : [path.dirname(besides), path.basename(besides)],
        [runtime, 'dcr-login'],
    ];
    const own = { root: stateDirectory, below: ['private'], mayBeLink: true };
    const named = bases.flatMap(([root, ...below]) => root !== undefined && path.isAbsolute(root) ? [{ root, below }] : []);
    return [...named, own];
}
/** Throws `DCR_INPUT_INVALID` for a private directory inside the workspace of this job. */
function refuseWorkspace(directory, { variables }) {
    const workspaces = [variables['GITHUB_WORKSPACE'], variables['CI_PROJECT_DIR'], variables['WORKSPACE']];
    const workspace = workspaces.find((root) => root !== undefined && root !== '' && isInside(directory, root));
    if (workspace === undefined)
        return;
    throw new DcrError('DCR_INPUT_INVALID', {
        message: `${directory} lies inside the workspace ${workspace}, from where files get into images, artifacts and commits`,
        remedy: 'Choose a directory outside of the workspace, or leave the choice to dcr-login.',
    });
}
/**
 * Environment of a child of ours: the caller's, without our secrets, without the API tokens of the job, and without any
 * variable that holds the password under another name.
 */
function cleanEnvironment(environment, forms) {
    const kept = Object.entries(dropSecrets(environment, forms));
    const tokens = kept
        .filter(([name, value]) => isToken(name) && value.length >= SHORTEST_TOKEN)
        .map(([, value]) => value);
    // A token is often part of another variable, such as the address that GitLab clones from.
    const clean = kept.filter(([name, value]) => !isToken(name) && (isPlain(name) || !tokens.some((token) => value.includes(token))));
    return Object.fromEntries(clean);
}
/**
 * Environment of a command that the user runs through us: all that was there, the job's own tokens too, but none of our
 * secrets and nothing that holds one of these forms.
 */
function dropSecrets({ variables }, forms) {
    const kept = {};
    for (const [name, value] of Object.entries(variables)) {
        if (value === undefined || SECRET_NAMES.test(name))
            continue;
        if (!isPlain(name) && forms.some((form) => value.includes(form)))
            continue;
        kept[name] = value;
    }
    return kept;
}
const SECRET_NAMES = /^(?:DCR_(?:NEW_)?PASSWORD|INPUT_(?:PASSWORD|REGISTRIES))$/iu;
const TOKEN_NAMES = /(?:^|_)(?:TOKEN|PASSWORD|JWT|JWT_V[12]|SECRET)$|^DOCKER_AUTH_CONFIG$/iu;
/** Of the cloud whose credential helper needs it: https://github.com/awslabs/amazon-ecr-credential-helper */
const HELPER_NAMES = new Set(['AWS_SESSION_TOKEN']);
/** A shorter one may be part of an innocent value by chance. */
const SHORTEST_TOKEN = 8;
function isToken(name) {
    return TOKEN_NAMES.test(name) && !HELPER_NAMES.has(name);
}
/** A short password may be part of these by chance; without them no child starts. */
const PLAIN_NAMES = new Set(['PATH', 'HOME', 'USER', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'PWD']);
function isPlain(name) {
    return PLAIN_NAMES.has(name.toUpperCase());
}
function isInside(directory, root) {
    const relative = path.relative(path.resolve(root), path.resolve(directory));
    return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
//# sourceMappingURL=places.js.map

/***/ }),

/***/ 6370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createNodeClusters: () => (/* binding */ createNodeClusters)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./packages/core/lib/api/address.js
var address = __webpack_require__(4870);
// EXTERNAL MODULE: ./packages/core/lib/ports/http.js
var http = __webpack_require__(9008);
// EXTERNAL MODULE: ./packages/core/lib/node/http.js
var node_http = __webpack_require__(652);
// EXTERNAL MODULE: ./packages/core/lib/node/proxy.js
var proxy = __webpack_require__(386);
// EXTERNAL MODULE: ./packages/core/lib/node/route.js
var route = __webpack_require__(1379);
// EXTERNAL MODULE: ./packages/core/lib/node/trust.js
var node_trust = __webpack_require__(6120);
// EXTERNAL MODULE: ./packages/core/lib/node/tunnel.js
var node_tunnel = __webpack_require__(5114);
// EXTERNAL MODULE: ./node_modules/@kubernetes/client-node/dist/config.js + 19 modules
var dist_config = __webpack_require__(37);
// EXTERNAL MODULE: ./packages/core/lib/credential/expiry.js
var expiry = __webpack_require__(4564);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/login/places.js
var places = __webpack_require__(75);
// EXTERNAL MODULE: ./packages/core/lib/registry/observation.js
var observation = __webpack_require__(7967);
;// CONCATENATED MODULE: ./packages/core/lib/node/cluster/exec-plugin.js







/**
 * Runs a plugin by the protocol of client.authentication.k8s.io (https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins).
 * Not by the client library: that one hands the plugin our whole environment, with the registry's password in it, and
 * does not tell it the protocol's version. The job's other variables stay: they are what such plugins log in with.
 * Throws a `configuration` fault with the plugin's own words.
 */
async function runExecPlugin({ exec, cluster, signal }, { environment, processes }) {
    const { command, args, env, apiVersion = 'client.authentication.k8s.io/v1', interactiveMode, installHint } = exec;
    if (interactiveMode === 'Always')
        throw refuse(`${command} must be asked at a terminal (interactiveMode: Always)`);
    const file = external_node_path_.isAbsolute(command) ? command : processes.find(command);
    if (file === undefined || !external_node_fs_.existsSync(file)) {
        const hint = installHint === undefined ? '' : `: ${(0,masking/* quoteForeignText */._z)(installHint, [])}`;
        throw refuse(`the kubeconfig asks ${command} who we are, and it is not installed${hint}`);
    }
    const spec = { interactive: false, ...(exec.provideClusterInfo === true ? { cluster } : {}) };
    const variables = {
        ...(0,places/* dropSecrets */.J8)(environment, listSecrets(environment)),
        ...Object.fromEntries((env ?? []).map(({ name, value }) => [name, value])),
        KUBERNETES_EXEC_INFO: JSON.stringify({ apiVersion, kind: 'ExecCredential', spec }),
    };
    const result = await processes.start({ file, args: args ?? [], env: variables, signal }).finish('');
    if (result.status !== 0) {
        const end = signal.aborted ? 'did not answer in time' : `failed (${result.status ?? result.signal})`;
        throw refuse(`${command}, which the kubeconfig asks who we are, ${end}: ${(0,masking/* quoteForeignText */._z)(result.stderr, [])}`);
    }
    return readCredential(result.stdout, command, apiVersion);
}
function readCredential(text, command, apiVersion) {
    const answer = (0,external_node_buffer_.isUtf8)(Buffer.from(text)) ? (0,observation/* parseObject */.lj)(text) : undefined;
    const status = answer?.['status'];
    const read = (key) => {
        const value = status?.[key];
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const [token, certificate, key, end] = [
        read('token'),
        read('clientCertificateData'),
        read('clientKeyData'),
        read('expirationTimestamp'),
    ];
    if (answer?.['apiVersion'] !== apiVersion ||
        (token === undefined && (certificate === undefined || key === undefined)))
        throw refuse(`${command}, which the kubeconfig asks who we are, gave no credential of ${apiVersion}`);
    const expiresAt = end === undefined ? Number.NaN : Date.parse(end);
    return {
        ...(token === undefined ? {} : { token }),
        ...(certificate === undefined || key === undefined ? {} : { certificate, key }),
        ...(Number.isNaN(expiresAt) ? {} : { expiresAt }),
    };
}
/** Whatever a variable of another name repeats of them is left out as well. */
function listSecrets({ variables }) {
    return [variables['DCR_PASSWORD'], variables['DCR_NEW_PASSWORD']].filter((text) => text !== undefined && text !== '');
}
function refuse(detail) {
    return new http/* HttpFault */.F({ kind: 'configuration', during: 'connect', detail });
}
//# sourceMappingURL=exec-plugin.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/cluster/identity.js




/** A token in a file is renewed under our feet; client-go reads it again after a minute. Milliseconds. */
const FILE_PATIENCE = 60_000;
/** Nothing that a plugin gave is used to its last moment. Milliseconds. */
const MARGIN = 10_000;
/** kubectl dropped the providers that ran programs of clouds in 1.26; these two need none. */
const PROVIDERS = ['oidc', 'tokenFile'];
/** What `loadKubeconfig` calls a user whose way to impersonate no header of ours says. */
const IMPERSONATION = 'as-groups, as-uid or as-user-extra';
/** Finds out who we are for the current context. Throws a `configuration` fault. */
async function findIdentity(config, signal, world) {
    const cluster = config.getCurrentCluster();
    const user = config.getCurrentUser() ?? { name: 'anonymous' };
    refuseProvider(user);
    const found = await findCredential(user, { cluster, signal }, world);
    // The library never sees a plugin, which it would run with all our secrets; a file that it reads it reads again in time.
    const isPlain = cluster.server.startsWith('http:');
    const { exec, ...bare } = user;
    const isOther = found !== undefined || exec || config.getCurrentUser() === null || isPlain;
    const own = isOther ? new dist_config/* KubeConfig */.yp() : config;
    if (own !== config) {
        // The library wants to hear it twice; that the address is of loopback was judged before.
        const reached = isPlain ? { ...cluster, skipTLSVerify: true } : cluster;
        own.loadFromClusterAndUser(reached, found === undefined ? bare : mergePlugin(user, found));
    }
    const options = {};
    try {
        await own.applyToHTTPSOptions(options);
    }
    catch (error) {
        const detail = `the kubeconfig's user ${user.name} cannot be used: ${error.message}`;
        throw new http/* HttpFault */.F({ kind: 'configuration', during: 'connect', detail });
    }
    const { ca, cert, key, rejectUnauthorized, servername, auth, headers = {} } = options;
    const basic = auth === undefined || auth === null ? {} : { authorization: `Basic ${Buffer.from(auth).toString('base64')}` };
    return {
        tls: {
            ...(ca === undefined ? {} : { ca }),
            ...(cert === undefined ? {} : { cert }),
            ...(key === undefined ? {} : { key }),
            ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
            ...(servername === undefined ? {} : { servername }),
        },
        headers: { ...lowerCase(headers), ...basic },
        proxyUrl: cluster.proxyUrl,
        until: found === undefined ? Date.now() + FILE_PATIENCE : (found.expiresAt ?? Number.POSITIVE_INFINITY) - MARGIN,
    };
}
/** What a user's entry does not hold itself: a token in it wins over a plugin, as for kubectl. */
async function findCredential(user, asked, world) {
    const { exec, token, authProvider } = user;
    const provider = authProvider;
    if (provider?.name === 'oidc')
        return readIdToken(user.name, provider.config?.['id-token'] ?? '');
    const isTold = (token ?? '') !== '' || provider?.name === 'tokenFile';
    return exec && !isTold ? askPlugin(exec, asked, world) : undefined;
}
/**
 * Of OpenID Connect only a token that is good still: a renewed one would have to go back into the kubeconfig, and the
 * library's way to renew it does not work.
 */
function readIdToken(name, token) {
    const expiresAt = (0,expiry/* readExpiry */.A)(token);
    if (token !== '' && (expiresAt === undefined || expiresAt > Date.now()))
        return { token, ...(expiresAt === undefined ? {} : { expiresAt }) };
    const detail = `the id-token of the kubeconfig's user ${name} has expired; renew it (kubectl get namespaces does), or use an exec plugin`;
    throw new http/* HttpFault */.F({ kind: 'configuration', during: 'connect', detail });
}
function refuseProvider({ name, authProvider }) {
    const provider = authProvider?.name;
    if (provider === undefined || PROVIDERS.includes(provider))
        return;
    const detail = provider === IMPERSONATION
        ? `the kubeconfig's user ${name} has ${provider}, which is not known here; as: alone is`
        : `the kubeconfig's user ${name} has the auth-provider ${provider}, which kubectl 1.26 dropped; use its exec plugin`;
    throw new http/* HttpFault */.F({ kind: 'configuration', during: 'connect', detail });
}
function askPlugin(exec, { cluster, signal }, world) {
    const { server, caData, tlsServerName, skipTLSVerify, proxyUrl } = cluster;
    const told = {
        server,
        ...(caData === undefined ? {} : { 'certificate-authority-data': caData }),
        ...(tlsServerName === undefined ? {} : { 'tls-server-name': tlsServerName }),
        ...(skipTLSVerify ? { 'insecure-skip-tls-verify': true } : {}),
        ...(proxyUrl === undefined ? {} : { 'proxy-url': proxyUrl }),
    };
    return runExecPlugin({ exec, cluster: told, signal }, world);
}
function mergePlugin(user, { token, certificate, key }) {
    const encode = (text) => Buffer.from(text).toString('base64');
    const { name, impersonateUser } = user;
    return {
        name,
        ...(impersonateUser === undefined ? {} : { impersonateUser }),
        ...(token === undefined ? {} : { token }),
        ...(certificate === undefined || key === undefined ? {} : { certData: encode(certificate), keyData: encode(key) }),
    };
}
function lowerCase(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()]));
}
//# sourceMappingURL=identity.js.map
// EXTERNAL MODULE: ./packages/core/lib/config/near-name.js + 1 modules
var near_name = __webpack_require__(7439);
// EXTERNAL MODULE: ./packages/core/lib/config/yaml-text.js
var yaml_text = __webpack_require__(3797);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/node/cluster/sources.js
var sources = __webpack_require__(9325);
;// CONCATENATED MODULE: ./packages/core/lib/node/cluster/kubeconfig.js








/** The name of the context that is no context of a file. */
const IN_CLUSTER = 'in-cluster';
/**
 * What kubectl would go by: the files of `KUBECONFIG`, else `~/.kube/config`, else the service account of this pod. The
 * current context is the one that is asked for.
 * Throws `DCR_CONFIG_INVALID`, and `DCR_INPUT_INVALID` where there is no cluster at all.
 */
function loadKubeconfig(context, environment) {
    const { named, present: files } = (0,sources/* listKubeconfigs */.B)(environment);
    if (named.length > 0 && files.length === 0)
        throw kubeconfig_refuse(`KUBECONFIG names ${named.join(', ')}, and there is no such file`);
    const config = files.length === 0 ? loadPod(environment) : loadFiles(files);
    const names = config.getContexts().map(({ name }) => name);
    // A wrapper may name the pod's own cluster like any other.
    const wanted = context ?? config.getCurrentContext();
    if (wanted === undefined || wanted === '')
        throw kubeconfig_refuse(`${files.join(', ')} names no current context`, 'Name one by --context or context:.');
    if (!names.includes(wanted)) {
        const known = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
        throw kubeconfig_refuse(`the kubeconfig has no context "${wanted}"${(0,near_name/* suggestName */.S)(wanted, names)}; ${known}`);
    }
    config.setCurrentContext(wanted);
    if (config.getCurrentCluster() === null)
        throw kubeconfig_refuse(`the cluster that context "${wanted}" names is not in the kubeconfig`);
    return config;
}
/** Of two entries with one name, and of two current contexts, the first counts. */
function loadFiles(files) {
    const all = new dist_config/* KubeConfig */.yp();
    for (const file of files) {
        const one = loadFile(file);
        const isNew = (list) => (entry) => !list.some(({ name }) => name === entry.name);
        one.clusters = dropTwins(one.clusters).filter(isNew(all.clusters));
        one.users = dropTwins(one.users).filter(isNew(all.users));
        one.contexts = dropTwins(one.contexts).filter(isNew(all.contexts));
        // An empty one is what kubectl leaves when it takes a context away.
        const current = all.getCurrentContext() || one.getCurrentContext();
        all.mergeConfig(one, true);
        if (current)
            all.setCurrentContext(current);
    }
    return all;
}
function dropTwins(list) {
    return [...new Map(list.toReversed().map((entry) => [entry.name, entry])).values()].toReversed();
}
function loadFile(file) {
    const config = new dist_config/* KubeConfig */.yp();
    // Not by the library's own parser: its errors quote the line, which may hold a token.
    const { value, faults } = new yaml_text/* YamlText */.Z(readText(file));
    const [fault] = faults;
    if (fault !== undefined)
        throw kubeconfig_refuse(`${file}:${fault.line}:${fault.column}: ${fault.says}`);
    try {
        // An entry that is not whole is no fault of the context that is meant.
        config.loadFromString(JSON.stringify(adaptUsers(value ?? {}, external_node_path_.dirname(file))), { onInvalidEntry: 'filter' });
    }
    catch (error) {
        throw kubeconfig_refuse(`${file} is no kubeconfig: ${error instanceof TypeError ? 'it is no map' : error.message}`);
    }
    if (!['string', 'undefined', 'object'].includes(typeof config.getCurrentContext()))
        throw kubeconfig_refuse(`${file}: current-context is no text`);
    config.makePathsAbsolute(external_node_path_.dirname(file));
    return config;
}
function readText(file) {
    try {
        return external_node_fs_.readFileSync(file, 'utf8');
    }
    catch (error) {
        throw kubeconfig_refuse(`the kubeconfig ${file} cannot be read: ${error.code ?? 'unknown error'}`);
    }
}
/** What the library does not know of a user: `tokenFile`, that a plugin's path starts at the file, and some ways to impersonate. */
function adaptUsers(value, directory) {
    const { users } = (value ?? {});
    if (!Array.isArray(users))
        return value;
    const adapted = users.map((entry) => {
        const { tokenFile, exec, token: bare, ...user } = entry?.user ?? {};
        // The file wins over a token beside it.
        const token = tokenFile === undefined
            ? bare === undefined
                ? {}
                : { token: bare }
            : { 'auth-provider': { name: 'tokenFile', config: { tokenFile: external_node_path_.resolve(directory, tokenFile) } } };
        const isOther = ['as-groups', 'as-uid', 'as-user-extra'].some((name) => user[name] !== undefined);
        const other = isOther ? { 'auth-provider': { name: IMPERSONATION } } : {};
        // A bare name is looked up on PATH.
        const isPath = exec?.command !== undefined && /[\\/]/u.test(exec.command);
        const command = isPath ? external_node_path_.resolve(directory, exec.command) : exec?.command;
        const plugin = exec === undefined ? {} : { exec: { ...exec, command } };
        return { ...entry, user: { ...user, ...token, ...plugin, ...other } };
    });
    return { ...value, users: adapted };
}
function loadPod(environment) {
    const config = new dist_config/* KubeConfig */.yp();
    if (!(0,sources/* isInsidePod */.U)(environment)) {
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
            message: `there is no cluster to ask: KUBECONFIG is not set, ${external_node_path_.join(environment.home, '.kube', 'config')} is not there, and this is no pod`,
            remedy: 'Set KUBECONFIG to a kubeconfig. Without one there is only the manifest: dcr-login pull-secret REGISTRY -o yaml.',
        });
    }
    config.loadFromCluster();
    const [context] = config.getContexts();
    config.contexts = context === undefined ? [] : [{ ...context, name: IN_CLUSTER }];
    config.setCurrentContext(IN_CLUSTER);
    return config;
}
function kubeconfig_refuse(message, remedy) {
    return new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message, ...(remedy === undefined ? {} : { remedy }) });
}
//# sourceMappingURL=kubeconfig.js.map
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/socks/build/index.js
var build = __webpack_require__(2474);
// EXTERNAL MODULE: ./packages/core/lib/node/http-fault.js
var http_fault = __webpack_require__(3861);
;// CONCATENATED MODULE: ./packages/core/lib/node/cluster/socks-agent.js







/**
 * Connections through a `proxy-url` that speaks socks. Not the Kubernetes library's agent: nothing but a time limit of its
 * own ends its handshake, and the same limit cuts off every answer that takes longer.
 */
class SocksAgent extends external_node_https_.Agent {
    #proxy;
    constructor(options, proxyUrl) {
        super(options);
        this.#proxy = readProxy(proxyUrl);
    }
    createConnection(options, done) {
        const { host, port, tunnelSignal: signal } = options;
        const connect = (0,external_node_util_.callbackify)(async () => {
            const socket = await openSocks({ host: host ?? '', port: Number(port) }, this.#proxy, signal);
            return (0,node_tunnel/* shakeHands */.Jm)({ ...options, socket }, signal);
        });
        connect((error, socket) => done?.(error, socket));
    }
}
function readProxy(text) {
    if (URL.canParse(text))
        return new URL(text);
    throw new http/* HttpFault */.F({ kind: 'configuration', during: 'connect', detail: 'proxy-url is no address' });
}
/** Names are looked up by the proxy, as kubectl has them: that of a private cluster is known to nobody else. */
async function openSocks(destination, proxy, signal) {
    const { protocol, hostname, port, username, password } = proxy;
    const place = { host: hostname.replace(/^\[|\]$/gu, ''), port: port === '' ? 1080 : Number(port) };
    const socket = external_node_net_.connect(place);
    const stop = () => void socket.destroy(new Error('aborted'));
    if (signal?.aborted === true)
        stop();
    signal?.addEventListener('abort', stop, { once: true });
    try {
        await new Promise((resolve, reject) => void socket.once('connect', resolve).once('error', reject));
        await build.SocksClient.createConnection({
            command: 'connect',
            proxy: {
                ...place,
                type: protocol.startsWith('socks4') ? 4 : 5,
                ...(username === '' ? {} : { userId: decodeURIComponent(username), password: decodeURIComponent(password) }),
            },
            destination,
            existing_socket: socket,
        });
        return socket;
    }
    catch (error) {
        socket.destroy();
        const { kind, detail } = (0,http_fault/* classifyFault */.D)(error, 'connect');
        const where = `proxy ${protocol}//${proxy.host} (proxy-url)`;
        // Without its cause: an error of socks holds its options, the proxy's password among them.
        throw new http/* HttpFault */.F({ kind, during: 'connect', detail: `${where}: ${detail}` });
    }
    finally {
        signal?.removeEventListener('abort', stop);
    }
}
//# sourceMappingURL=socks-agent.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/cluster/clusters.js














/** Clusters by kubeconfig; each context is opened once. */
function createNodeClusters(world) {
    const opened = new Map();
    return {
        isInside: () => (0,sources/* isInsidePod */.U)(world.environment),
        open: async (context) => {
            const config = loadKubeconfig(context, world.environment);
            const name = config.getCurrentContext();
            const cluster = opened.get(name) ?? openCluster(config, world);
            opened.set(name, cluster);
            return cluster;
        },
    };
}
function openCluster(config, world) {
    const entry = config.getCurrentCluster();
    const context = config.getCurrentContext();
    const server = (0,address/* parseApiAddress */.M)(entry.server, `the server of context "${context}"`);
    const line = new Line(server, config, world);
    return {
        context,
        server,
        namespace: config.getContextObject(context)?.namespace?.trim() || 'default',
        inside: context === IN_CLUSTER,
        http: { request: (request) => line.request(request) },
    };
}
/** One set of connections, and who we are on it. */
class Line {
    #server;
    #config;
    #world;
    #known;
    #asking;
    constructor(server, config, world) {
        this.#server = server;
        this.#config = config;
        this.#world = world;
    }
    async request(request) {
        const known = await this.#identify(request);
        const answer = await send(request, known);
        if (answer.status !== 401)
            return answer;
        // A token that was taken back before its time: whoever gave it is asked once more, and once for all who hear of it.
        if (this.#known === known)
            this.#known = undefined;
        const next = await this.#identify(request);
        return describe(next.identity) === describe(known.identity) ? answer : send(request, next);
    }
    async #identify(request) {
        if (this.#known !== undefined && Date.now() < this.#known.identity.until)
            return this.#known;
        // Of all that ask at the same time, the first finds out for the others.
        this.#asking ??= this.#findOut(request).finally(() => (this.#asking = undefined));
        this.#known = await this.#asking;
        return this.#known;
    }
    async #findOut({ timeout, signal }) {
        const deadline = AbortSignal.timeout(timeout);
        const bound = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
        const identity = await findIdentity(this.#config, bound, this.#world);
        const last = this.#known;
        // Connections are kept as long as they are made in one name; what is under way on older ones comes to its end.
        const isSame = last !== undefined && describeTls(last.identity) === describeTls(identity);
        return { identity, route: isSame ? last.route : this.#open(identity) };
    }
    #open(identity) {
        try {
            return openRoute(this.#server, identity, this.#world);
        }
        catch (error) {
            if (error instanceof http/* HttpFault */.F)
                throw error;
            const detail = `the certificates of the kubeconfig cannot be used: ${error.message}`;
            throw new http/* HttpFault */.F({ kind: 'configuration', during: 'connect', detail });
        }
    }
}
function send(request, { identity, route }) {
    return (0,node_http.sendRequest)(route, { ...request, headers: { ...request.headers, ...identity.headers } });
}
function openRoute(server, { tls, proxyUrl }, { environment: { variables } }) {
    const shape = (_url, headers) => ({ headers });
    if (server.protocol === 'http:')
        return { client: external_node_http_, agent: new external_node_http_.Agent({ keepAlive: true }), shape };
    // Made once: an agent that is given certificates spells them out for every request, to tell its connections apart.
    const { ca, cert, key, ...rest } = tls;
    const material = { ...(ca === undefined ? {} : { ca }), ...(cert === undefined ? {} : { cert, key }) };
    // Whom this machine trusts beside node's own roots counts where the kubeconfig names no authority.
    const trust = ca === undefined && cert === undefined ? (0,node_trust/* readTrust */.b)(server, { variables, certificateRoots: [] }) : undefined;
    const options = { keepAlive: true, secureContext: trust?.context ?? (0,external_node_tls_.createSecureContext)(material), ...rest };
    if (proxyUrl?.startsWith('socks') === true)
        return { client: external_node_https_, agent: new SocksAgent(options, proxyUrl), tunnels: true, shape };
    const choice = proxyUrl === undefined ? (0,proxy/* chooseProxy */.U)(server, variables) : { proxy: (0,proxy/* parseProxy */.Y)(proxyUrl, 'proxy-url') };
    if ('none' in choice)
        return { client: external_node_https_, agent: new external_node_https_.Agent(options), shape };
    const tunnel = (0,route.toTunnelOptions)(choice.proxy, { variables, certificateRoots: [] });
    return { client: external_node_https_, agent: new node_tunnel/* TunnelAgent */.ag(options, tunnel), tunnels: true, shape };
}
function describe({ tls, headers }) {
    return JSON.stringify([tls, headers]);
}
function describeTls({ tls }) {
    return JSON.stringify(tls);
}
//# sourceMappingURL=clusters.js.map

/***/ }),

/***/ 3861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ classifyFault)
/* harmony export */ });
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9008);

/** Codes of libuv, OpenSSL and node's HTTP parser. Lists: `node --help` has none; see deps/uv and node's lib/_tls_wrap.js. */
const KINDS = {
    ENOTFOUND: 'dns',
    EAI_AGAIN: 'dns',
    EAI_FAIL: 'dns',
    EAI_NODATA: 'dns',
    ECONNREFUSED: 'connect',
    EHOSTUNREACH: 'connect',
    ENETUNREACH: 'connect',
    EADDRNOTAVAIL: 'connect',
    EACCES: 'connect',
    ETIMEDOUT: 'timeout',
    ECONNRESET: 'reset',
    ECONNABORTED: 'reset',
    EPIPE: 'reset',
    ERR_STREAM_PREMATURE_CLOSE: 'reset',
    ERR_SSL_WRONG_VERSION_NUMBER: 'not-tls',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-tls',
    ERR_SSL_HTTP_REQUEST: 'not-tls',
    ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls',
};
const CERTIFICATE = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|INVALID_CA|PATH_LENGTH|HOSTNAME_)/u;
/** An error of node's client, named by what it means for a user. */
function classifyFault(error, during) {
    if (error instanceof _ports_http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFault */ .F)
        return error;
    const { code = '', message } = readError(error);
    const detail = code === '' || message.includes(code) ? message : `${code} ${message}`;
    const known = KINDS[code];
    const kind = known ??
        // Before OpenSSL's codes had names, the words were all there was.
        (code === 'EPROTO' && /wrong version number|packet length too long|http request/u.test(message)
            ? 'not-tls'
            : CERTIFICATE.test(code) || code === 'EPROTO'
                ? 'tls'
                : code.startsWith('HPE_') || code.startsWith('Z_') || code.startsWith('ERR_')
                    ? 'protocol'
                    : 'connect');
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFault */ .F({ kind, during, detail, cause: error });
}
/** Read by shape: an error that comes from another realm (a worker, a test runner) is no instance of ours. */
function readError(error) {
    if (typeof error !== 'object' || error === null)
        return { message: String(error) };
    // Happy eyeballs collects the failure of every address; the first one speaks for all.
    if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) {
        const parts = error.errors.map((part) => readError(part));
        return { ...parts[0], message: parts.map((part) => part.message).join('; ') };
    }
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    const message = 'message' in error ? String(error.message) : String(error);
    return { message, ...(code === undefined ? {} : { code }) };
}
//# sourceMappingURL=http-fault.js.map

/***/ }),

/***/ 3038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ PROXY_VARIABLES),
/* harmony export */   jm: () => (/* binding */ needsRoute),
/* harmony export */   tZ: () => (/* binding */ findHostDirectories),
/* harmony export */   z9: () => (/* binding */ listCertificateRoots)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1708);



const PROXY_VARIABLES = {
    'https:': ['HTTPS_PROXY', 'https_proxy'],
    'http:': ['HTTP_PROXY', 'http_proxy'],
};
const TRUST_VARIABLES = ['SSL_CERT_FILE', 'SSL_CERT_DIR'];
/**
 * Docker's places for the certificates of one host; the second is what a rootless dockerd reads.
 * https://docs.docker.com/engine/security/certificates/
 */
function listCertificateRoots({ variables, platform, home }) {
    if (platform === 'win32')
        return [node_path__WEBPACK_IMPORTED_MODULE_1__.join(variables['ProgramData'] ?? 'C:\\ProgramData', 'docker', 'certs.d')];
    const given = variables['XDG_CONFIG_HOME'];
    const config = given !== undefined && node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(given) ? given : node_path__WEBPACK_IMPORTED_MODULE_1__.join(home, '.config');
    return ['/etc/docker/certs.d', node_path__WEBPACK_IMPORTED_MODULE_1__.join(config, 'docker', 'certs.d')];
}
/** The directories of this host that exist. Their name may spell out the default port, but not on Windows any colon. */
function findHostDirectories(url, roots) {
    const names = url.port === '' ? [url.host, `${url.host}:443`] : [url.host];
    const spell = (name) => (node_process__WEBPACK_IMPORTED_MODULE_2__.platform === 'win32' ? name.replaceAll(':', '') : name);
    return roots
        .flatMap((root) => names.map((name) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, spell(name))))
        .filter((directory) => node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync(directory));
}
/** False where node's defaults do: all that an ordinary machine pays for proxies and private authorities. */
function needsRoute(url, { variables, certificateRoots }) {
    const secure = url.protocol === 'https:';
    const names = [...PROXY_VARIABLES[secure ? 'https:' : 'http:'], ...(secure ? TRUST_VARIABLES : [])];
    if (names.some((name) => (variables[name] ?? '') !== ''))
        return true;
    return secure && findHostDirectories(url, certificateRoots).length > 0;
}
//# sourceMappingURL=http-surroundings.js.map

/***/ }),

/***/ 652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createNodeHttp: () => (/* binding */ createNodeHttp),
/* harmony export */   createSystemHttp: () => (/* binding */ createSystemHttp),
/* harmony export */   sendRequest: () => (/* binding */ sendRequest)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1708);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9008);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9709);
/* harmony import */ var _http_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3861);
/* harmony import */ var _http_surroundings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3038);






/** As this machine is set up to reach hosts. */
function createSystemHttp(environment) {
    const certificateRoots = (0,_http_surroundings_js__WEBPACK_IMPORTED_MODULE_2__/* .listCertificateRoots */ .z9)(environment);
    return createNodeHttp({ variables: environment.variables, certificateRoots });
}
/**
 * Requests by node's own client, with the connections kept open between the requests of one command.
 * Redirects are not followed and cookies not kept.
 */
function createNodeHttp(surroundings) {
    const routes = new Map();
    const findRoute = async (url) => {
        const route = routes.get(url.origin) ?? openRoute(url, surroundings);
        routes.set(url.origin, route);
        return route;
    };
    return {
        request: async (request) => sendRequest(await findRoute(request.url), request),
        inspect: async (origin, bounds) => (await __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 5074))).inspectOrigin(origin, bounds, surroundings),
    };
}
async function openRoute(url, surroundings) {
    if ((0,_http_surroundings_js__WEBPACK_IMPORTED_MODULE_2__/* .needsRoute */ .jm)(url, surroundings))
        return (await __webpack_require__.e(/* import() */ 379).then(__webpack_require__.bind(__webpack_require__, 1379))).openRoute(url, surroundings);
    const client = url.protocol === 'https:' ? await loadHttps() : node_http__WEBPACK_IMPORTED_MODULE_0__;
    const { lookup } = surroundings;
    const agent = new client.Agent({ keepAlive: true, ...(lookup === undefined ? {} : { lookup }) });
    return { client, agent, shape: (_url, headers) => ({ headers }) };
}
/** Takes 12 ms more than http, which registries on loopback do not need. */
async function loadHttps() {
    return (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19))).default;
}
function sendRequest({ client, agent, tunnels, shape }, request) {
    const { url, method, headers } = request;
    let during = 'connect';
    let missing = 'no connection';
    let cut;
    let end = () => undefined;
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            reject(cut === undefined
                ? (0,_http_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .classifyFault */ .D)(error, during)
                : describeCut(cut, { during, missing, timeout: request.timeout }));
        };
        // Some answers need 16 KiB of headers; more is refused by node itself.
        const tunnel = tunnels === true ? new AbortController() : undefined;
        const tunnelled = tunnel === undefined ? {} : { tunnelSignal: tunnel.signal };
        const options = { method, agent, ...tunnelled, ...shape(url, headers) };
        let outgoing;
        try {
            outgoing = client.request(url, options, (incoming) => {
                during = 'body';
                missing = 'no complete answer';
                readBody(incoming, { method, limit: request.limit ?? _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .BODY_LIMIT */ .T }).then(resolve, fail);
            });
        }
        catch (error) {
            // A header that cannot be sent is thrown at once.
            fail(error);
            return;
        }
        // A 101 that nobody asked for is no response to node: it ends the request without error, and no deadline is left.
        outgoing.on('upgrade', (_incoming, socket) => {
            socket.destroy();
            reject(new _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFault */ .F({ kind: 'protocol', during, detail: 'the answer switches to another protocol' }));
        });
        outgoing.on('socket', (socket) => {
            const connected = () => {
                during = 'headers';
                missing = 'no answer';
            };
            if (!socket.connecting)
                connected();
            else if (client === node_http__WEBPACK_IMPORTED_MODULE_0__)
                socket.once('connect', connected);
            else
                socket.once('connect', () => (missing = 'no TLS handshake')).once('secureConnect', connected);
        });
        outgoing.on('error', fail);
        // Not by the option `signal`: every AbortSignal takes its request along into the old generation of node 20's heap, where
        // 20,000 requests left 30 MiB instead of none.
        end = (0,_bounds_js__WEBPACK_IMPORTED_MODULE_5__/* .bindBounds */ .B)(request, (why) => {
            cut ??= why;
            tunnel?.abort();
            outgoing.destroy();
            // On the way through a proxy it has no socket yet, and then tells nothing of its end.
            fail(undefined);
        });
        outgoing.end(request.body);
    }).finally(() => end());
}
/** We ask for gzip alone: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1 */
const KNOWN_ENCODINGS = ['', 'identity', 'gzip', 'x-gzip'];
async function readBody(incoming, { method, limit }) {
    const encoding = method === 'HEAD' ? '' : (incoming.headers['content-encoding'] ?? '').trim().toLowerCase();
    if (!KNOWN_ENCODINGS.includes(encoding)) {
        incoming.destroy();
        const detail = `the answer is encoded as "${encoding}", which was not asked for`;
        throw new _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFault */ .F({ kind: 'protocol', during: 'body', detail });
    }
    // Names of codings have no case, and x-gzip is an old one of the same.
    const gzip = encoding.endsWith('gzip');
    let received = 0;
    if (gzip)
        incoming.on('data', (chunk) => (received += chunk.length));
    // Loaded here only: few registries compress what they say, and it takes 1 ms to load.
    const stream = gzip ? incoming.pipe(node_process__WEBPACK_IMPORTED_MODULE_1__.getBuiltinModule('node:zlib').createGunzip()) : incoming;
    // An error of the source does not travel through a pipe.
    if (gzip)
        incoming.on('error', (error) => stream.destroy(error));
    const chunks = [];
    let size = 0;
    let truncated = false;
    try {
        for await (const chunk of stream) {
            size += chunk.length;
            if (size > limit) {
                truncated = true;
                break;
            }
            chunks.push(chunk);
        }
    }
    catch (error) {
        // An empty body is sent with the field of its coding all the same, and is no gzip that breaks off.
        if (!gzip || received > 0)
            throw error;
    }
    // What is not read keeps the socket busy: such a connection is not used again.
    if (truncated)
        incoming.destroy();
    const headers = incoming.headersDistinct;
    return { status: incoming.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8'), truncated };
}
function describeCut(kind, { during, missing, timeout }) {
    const detail = kind === 'timeout' ? `${missing} within ${Math.max(1, Math.round(timeout / 1000))} s` : 'cancelled';
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFault */ .F({ kind, during, detail });
}
//# sourceMappingURL=http.js.map

/***/ }),

/***/ 386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ chooseProxy),
/* harmony export */   Y: () => (/* binding */ parseProxy)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9008);
/* harmony import */ var _http_surroundings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3038);




/**
 * The proxy for this URL by the rules of Go's `ProxyFromEnvironment`, which docker, podman and skopeo go by, so that a
 * probe takes the way that the client will take: the upper-case variable wins, loopback is never proxied, and `ALL_PROXY`
 * is not read. Source: https://pkg.go.dev/golang.org/x/net/http/httpproxy
 * Throws a `configuration` fault for a proxy that cannot be used; its text never shows a credential.
 */
function chooseProxy(url, variables) {
    const names = _http_surroundings_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_VARIABLES */ .bD[url.protocol === 'https:' ? 'https:' : 'http:'];
    const variable = names.find((name) => (variables[name] ?? '') !== '');
    if (variable === undefined)
        return { none: `${names[0]} is not set` };
    const bypass = findBypass(url, variables);
    if (bypass !== undefined)
        return { none: bypass };
    // A web server hands the field `Proxy` of a request to its CGI programs as HTTP_PROXY: https://httpoxy.org
    if (variable === 'HTTP_PROXY' && (variables['REQUEST_METHOD'] ?? '') !== '')
        throw refuse(`HTTP_PROXY is not used where REQUEST_METHOD is set (CGI): whoever sends the request could have set it`);
    return { proxy: parseProxy(variables[variable] ?? '', variable) };
}
/** `variable`: what names it, for messages. Throws a `configuration` fault. */
function parseProxy(text, variable) {
    // `proxy:3128` alone parses as a URL of the scheme `proxy`; Go, too, then reads it as http.
    const candidate = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `http://${text}`;
    if (!URL.canParse(candidate))
        throw refuse(`${variable} holds no proxy address`);
    const url = new URL(candidate);
    const { protocol, hostname } = url;
    if (protocol !== 'http:' && protocol !== 'https:')
        throw refuse(`${variable} names a ${protocol.slice(0, -1)} proxy; only http and https proxies can be used`);
    const port = url.port === '' ? (protocol === 'https:' ? 443 : 80) : Number(url.port);
    return {
        protocol,
        hostname: bare(hostname),
        port,
        authorization: readAuthorization(url, variable),
        address: `${protocol}//${hostname}:${port}`,
        variable,
    };
}
function readAuthorization({ username, password }, variable) {
    if (username === '' && password === '')
        return undefined;
    try {
        const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
        return `Basic ${Buffer.from(pair).toString('base64')}`;
    }
    catch {
        throw refuse(`${variable} holds a user or password with a broken percent sequence; write % as %25`);
    }
}
/** Why no proxy applies to this URL, or undefined where one does. */
function findBypass(url, variables) {
    const host = unmap(bare(url.hostname));
    if (host === 'localhost' || ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) > 0 && LOOPBACK.check(host, family(host))))
        return 'loopback is never proxied';
    const name = (variables['NO_PROXY'] ?? '') === '' ? 'no_proxy' : 'NO_PROXY';
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    const entries = (variables[name] ?? '').split(',').map((entry) => entry.trim().toLowerCase());
    const entry = entries.find((candidate) => candidate !== '' && matches(candidate, host, port));
    return entry === undefined ? undefined : `"${entry}" in ${name}`;
}
function matches(entry, host, port) {
    if (entry === '*')
        return true;
    const [, network = '', prefix] = /^([0-9a-f.:]+)\/(\d{1,3})$/u.exec(entry) ?? [];
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network) > 0)
        return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) > 0 && isWithin(host, network, Number(prefix));
    const [, bracketed, name = '', wantedPort = ''] = /^(?:\[([^\]]+)\](?=:)|([^:]*))(?::([^:]*))?$/u.exec(entry) ?? [];
    // An IPv6 address without brackets is all colons and has no port.
    const wanted = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(entry) > 0 ? entry : (bracketed ?? name);
    if (wanted === '' || ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(entry) === 0 && wantedPort !== '' && wantedPort !== port))
        return false;
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(wanted) > 0)
        return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) > 0 && isWithin(host, wanted, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(wanted) === 4 ? 32 : 128);
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) > 0)
        return false;
    // `example.com` is itself and everything below it, `.example.com` and `*.example.com` only what is below.
    const [, below, domain = ''] = /^(\*?\.)?(.*)$/su.exec(wanted) ?? [];
    // Of plain ASCII, node would make an address where it can.
    const suffix = /[^ -~]/u.test(domain) ? (0,node_url__WEBPACK_IMPORTED_MODULE_1__.domainToASCII)(domain) || domain : domain;
    return host.endsWith(`.${suffix}`) || (below === undefined && host === suffix);
}
function isWithin(host, network, prefix) {
    if (prefix > ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network) === 4 ? 32 : 128))
        return false;
    const plain = unmap(network);
    // An IPv4 network can be written as the last part of IPv6, but no other IPv6 network holds an IPv4 address.
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(plain) !== (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host))
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(plain, plain === network ? prefix : Math.max(0, prefix - 96), family(plain));
    return list.check(host, family(host));
}
/** The IPv4 address that an IPv6 one stands for, `::ffff:10.1.2.3` or `::ffff:a01:203`. */
function unmap(address) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) !== 6)
        return address;
    const { hostname } = new URL(`http://[${address}]`);
    const [, high = '', low = ''] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/u.exec(hostname) ?? [];
    if (low === '')
        return address;
    const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
    return [a >> 8, a & 255, b >> 8, b & 255].join('.');
}
const LOOPBACK = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
function family(address) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) === 4 ? 'ipv4' : 'ipv6';
}
function bare(hostname) {
    return hostname.replace(/^\[|\]$/gu, '').toLowerCase();
}
function refuse(detail) {
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_3__/* .HttpFault */ .F({ kind: 'configuration', during: 'connect', detail });
}
//# sourceMappingURL=proxy.js.map

/***/ }),

/***/ 1379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRoute: () => (/* binding */ openRoute),
/* harmony export */   toTlsOptions: () => (/* binding */ toTlsOptions),
/* harmony export */   toTunnelOptions: () => (/* binding */ toTunnelOptions)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(386);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6120);
/* harmony import */ var _tunnel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5114);





/** Throws a `configuration` fault for a variable or file that cannot be used. */
function openRoute(url, options) {
    const { variables, lookup } = options;
    const secure = url.protocol === 'https:';
    const looking = lookup === undefined ? {} : { lookup };
    const agentOptions = { keepAlive: true, ...looking, ...(secure ? toTlsOptions((0,_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .readTrust */ .b)(url, options)) : {}) };
    const choice = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_3__/* .chooseProxy */ .U)(url, variables);
    const direct = (_url, headers) => ({ headers });
    if ('none' in choice) {
        const client = secure ? node_https__WEBPACK_IMPORTED_MODULE_1__ : node_http__WEBPACK_IMPORTED_MODULE_0__;
        return { client, agent: new client.Agent(agentOptions), shape: direct };
    }
    const { proxy } = choice;
    const tunnel = toTunnelOptions(proxy, options);
    if (secure)
        return { client: node_https__WEBPACK_IMPORTED_MODULE_1__, agent: new _tunnel_js__WEBPACK_IMPORTED_MODULE_4__/* .TunnelAgent */ .ag(agentOptions, tunnel), tunnels: true, shape: direct };
    const client = proxy.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__ : node_http__WEBPACK_IMPORTED_MODULE_0__;
    const { context } = tunnel;
    return {
        client,
        agent: new client.Agent({
            keepAlive: true,
            ...looking,
            ...(context === undefined ? {} : { secureContext: context }),
        }),
        // Absolute form: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
        shape: (target, headers) => ({
            protocol: proxy.protocol,
            hostname: proxy.hostname,
            port: proxy.port,
            path: `${target.origin}${target.pathname}${target.search}`,
            headers: {
                ...headers,
                host: target.host,
                ...(proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }),
            },
        }),
    };
}
/** The options of an agent or socket by which this trust counts. */
function toTlsOptions({ context }) {
    return context === undefined ? {} : { secureContext: context };
}
/** What is trusted for one registry alone says nothing about the proxy on the way to it. */
function toTunnelOptions(proxy, surroundings) {
    const { lookup } = surroundings;
    const trust = proxy.protocol === 'https:'
        ? (0,_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .readTrust */ .b)(new URL(proxy.address), { ...surroundings, certificateRoots: [] })
        : undefined;
    return {
        proxy,
        ...(trust?.context === undefined ? {} : { context: trust.context }),
        ...(lookup === undefined ? {} : { lookup }),
    };
}
//# sourceMappingURL=route.js.map

/***/ }),

/***/ 6120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readTrust)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1692);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9008);
/* harmony import */ var _http_surroundings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3038);






/**
 * As docker does: what `certs.d` holds is added to the system's roots. `SSL_CERT_FILE` and `SSL_CERT_DIR` are Go's: the
 * file replaces the system's bundle and the directory its directory, so only both together replace all roots; node's own
 * stand in for the half that was not replaced. https://pkg.go.dev/crypto/x509#SystemCertPool
 * Throws a `configuration` fault that names the file.
 */
function readTrust(url, { variables, certificateRoots }) {
    const { SSL_CERT_FILE: file = '', SSL_CERT_DIR: directory = '' } = variables;
    const read = [
        ...(file === '' ? [] : [readBundle(file, 'SSL_CERT_FILE')]),
        ...(directory === '' ? [] : directory.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).flatMap((name) => readDirectory(name))),
    ];
    const hosts = (0,_http_surroundings_js__WEBPACK_IMPORTED_MODULE_4__/* .findHostDirectories */ .tZ)(url, certificateRoots).map((place) => readHostDirectory(place));
    const own = hosts.flatMap(({ authorities }) => authorities);
    const client = hosts.find(({ pair }) => pair !== undefined)?.pair;
    const builtInRoots = file === '' || directory === '';
    const added = [...read, ...own];
    // NODE_EXTRA_CA_CERTS adds in any case: it was set for this very program.
    const extra = readExtra(variables);
    const defaults = builtInRoots ? listDefaultRoots(extra) : extra.certificates;
    const ca = added.length === 0 ? {} : { ca: [...new Set([...defaults, ...added.flatMap(({ certificates }) => certificates)])] };
    const pair = client === undefined ? {} : { cert: client.cert, key: client.key };
    return {
        context: added.length === 0 && client === undefined ? undefined : node_tls__WEBPACK_IMPORTED_MODULE_3__.createSecureContext({ ...ca, ...pair }),
        files: [
            ...(extra.certificates.length === 0 ? [] : [extra.file]),
            ...added.map((bundle) => bundle.file),
            ...(client?.files ?? []),
        ],
        builtInRoots,
    };
}
/** What counts when no `ca` is given; naming one switches all of it off, NODE_EXTRA_CA_CERTS too. */
function listDefaultRoots(extra) {
    // Node 22.15 and later tell it; they know --use-system-ca as well.
    const { getCACertificates } = node_tls__WEBPACK_IMPORTED_MODULE_3__;
    return getCACertificates?.('default') ?? [...node_tls__WEBPACK_IMPORTED_MODULE_3__.rootCertificates, ...extra.certificates];
}
/** One that cannot be read is ignored by node, with a warning of its own at start. */
function readExtra(variables) {
    const file = variables['NODE_EXTRA_CA_CERTS'] ?? '';
    return { file, certificates: file === '' ? [] : tryReadPem(file) };
}
function readHostDirectory(directory) {
    const names = attempt(directory, () => node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync(directory)).toSorted();
    const partner = (name, from, to) => `${name.slice(0, -from.length)}${to}`;
    for (const name of names) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, name);
        if (name.endsWith('.cert') && !names.includes(partner(name, '.cert', '.key')))
            throw refuse(`${file} has no ${partner(name, '.cert', '.key')} beside it (a CA's certificate must end in .crt)`);
        if (name.endsWith('.key') && !names.includes(partner(name, '.key', '.cert')))
            throw refuse(`${file} has no ${partner(name, '.key', '.cert')} beside it`);
    }
    const authorities = names
        .filter((name) => name.endsWith('.crt'))
        .map((name) => readAuthority(node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, name)));
    // Node can offer one; docker offers the first that the server's list of authorities fits.
    const cert = names.find((name) => name.endsWith('.cert'));
    return { authorities, pair: cert === undefined ? undefined : readPair(node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, cert)) };
}
function readPair(certFile) {
    const keyFile = certFile.replace(/\.cert$/u, '.key');
    const [cert, key] = [certFile, keyFile].map((file) => attempt(file, () => node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(file, 'utf8')));
    // OpenSSL's own words name no file, and none of them repeats what the file holds.
    attempt(`${certFile} with ${keyFile}`, () => node_tls__WEBPACK_IMPORTED_MODULE_3__.createSecureContext({ cert, key }));
    return { cert, key, files: [certFile, keyFile] };
}
/** Not each certificate is looked at, which would cost more than all the rest: a broken one is one that nobody trusts. */
function readBundle(file, why) {
    const certificates = splitPem(attempt(`${file} (${why})`, () => node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(file, 'utf8')));
    if (certificates.length === 0)
        throw refuse(`${file} (${why}) holds no PEM certificate`);
    return { file, certificates };
}
/** The few that somebody has put there by hand for one host. */
function readAuthority(file) {
    const bundle = readBundle(file, "docker's certs.d");
    for (const certificate of bundle.certificates)
        attempt(file, () => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(certificate));
    return bundle;
}
/** A directory of many: what is missing, unreadable or no certificate is passed over, as OpenSSL and Go do. */
function readDirectory(directory) {
    try {
        const files = node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync(directory).map((name) => node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, name));
        const found = files.filter((file) => !isAlias(file)).flatMap((file) => tryReadPem(file));
        return found.length === 0 ? [] : [{ file: directory, certificates: found }];
    }
    catch {
        return [];
    }
}
/** `openssl rehash` gives every certificate a second name, by its hash, in the same directory. */
function isAlias(file) {
    return node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(file).isSymbolicLink() && !node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync(file).includes(node_path__WEBPACK_IMPORTED_MODULE_2__.sep);
}
function tryReadPem(file) {
    try {
        return splitPem(node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(file, 'utf8'));
    }
    catch {
        return [];
    }
}
function splitPem(text) {
    return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
}
function attempt(what, work) {
    try {
        return work();
    }
    catch (error) {
        const { code, message } = error;
        throw refuse(`${what} cannot be used: ${code ?? message}`, error);
    }
}
function refuse(detail, cause) {
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_5__/* .HttpFault */ .F({ kind: 'configuration', during: 'connect', detail, cause });
}
//# sourceMappingURL=trust.js.map

/***/ }),

/***/ 5114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ shakeHands),
/* harmony export */   X: () => (/* binding */ openTunnel),
/* harmony export */   ag: () => (/* binding */ TunnelAgent)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9008);
/* harmony import */ var _http_fault_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3861);






/**
 * Connections to https origins through a proxy, kept open as those of any agent. Not undici's ProxyAgent, which was
 * tried (7.30.2): an abort does not end its CONNECT, so that a silent proxy outlives every time limit; of a refusal it
 * tells the status only, in words; and a second client would bring a second set of faults, stages and TLS options.
 */
class TunnelAgent extends node_https__WEBPACK_IMPORTED_MODULE_1__.Agent {
    #tunnel;
    constructor(options, tunnel) {
        super(options);
        this.#tunnel = tunnel;
    }
    createConnection(options, done) {
        const { host, port, tunnelSignal: signal } = options;
        const connect = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.callbackify)(async () => {
            const socket = await openTunnel({ host: host ?? '', port: Number(port) }, this.#tunnel, signal);
            return shakeHands({ ...options, socket }, signal);
        });
        connect((error, socket) => done?.(error, socket));
    }
}
/** Rejects with a `HttpFault` that names the proxy. */
function openTunnel(target, { proxy, context, lookup }, signal) {
    const client = proxy.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__ : node_http__WEBPACK_IMPORTED_MODULE_0__;
    const agent = context === undefined ? false : new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ secureContext: context });
    const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
    const { hostname, port, authorization } = proxy;
    return new Promise((resolve, reject) => {
        const request = client.request({
            host: hostname,
            port,
            method: 'CONNECT',
            path: authority,
            headers: { host: authority, ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }) },
            agent,
            ...(signal === undefined ? {} : { signal }),
            ...(lookup === undefined ? {} : { lookup }),
        });
        request.on('connect', ({ statusCode = 0, statusMessage }, socket, head) => {
            if (statusCode >= 200 && statusCode < 300) {
                if (head.length > 0)
                    socket.unshift(head);
                resolve(socket);
                return;
            }
            socket.destroy();
            reject(explainRefusal(proxy, { status: statusCode, words: statusMessage ?? '' }));
        });
        request.on('error', (error) => reject(nameProxy((0,_http_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .classifyFault */ .D)(error, 'connect'), proxy)));
        request.end();
    });
}
/** Resolves once the peer is known, trusted or not as the options say. */
function shakeHands(options, signal) {
    return new Promise((resolve, reject) => {
        const socket = node_tls__WEBPACK_IMPORTED_MODULE_2__.connect(options);
        const stop = () => void socket.destroy(new Error('aborted'));
        if (signal?.aborted === true)
            stop();
        signal?.addEventListener('abort', stop, { once: true });
        // Stays until whoever takes the socket listens, for an error that nobody hears ends the process.
        socket.on('error', reject);
        socket.once('secureConnect', () => {
            signal?.removeEventListener('abort', stop);
            resolve(socket);
        });
        // Closed in the middle of the handshake, without a word.
        socket.once('close', () => reject(Object.assign(new Error('closed during the TLS handshake'), { code: 'ECONNRESET' })));
    });
}
function explainRefusal(proxy, { status, words }) {
    const detail = `proxy ${proxy.address} (${proxy.variable}) answered ${`${status} ${words}`.trim()}`;
    // 5xx: the proxy let us in but did not reach the host, which may be weather.
    const kind = status === 407 ? 'proxy-login' : status >= 500 ? 'connect' : 'proxy';
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_5__/* .HttpFault */ .F({ kind, during: 'connect', detail });
}
function nameProxy(fault, proxy) {
    const detail = `proxy ${proxy.address} (${proxy.variable}): ${fault.detail}`;
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_5__/* .HttpFault */ .F({ kind: fault.kind, during: 'connect', detail, cause: fault });
}
//# sourceMappingURL=tunnel.js.map

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

/***/ 3256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   cW: () => (/* binding */ isLoopbackHost),
/* harmony export */   en: () => (/* binding */ isRepositoryName),
/* harmony export */   l5: () => (/* binding */ parseRegistry)
/* harmony export */ });
/* unused harmony export DCR_HOST */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);

const DCR_HOST = 'dcr.nexqloud.io';
/** Docker Hub is the one host whose address, protocol host and credential key differ. */
const HUB = { host: 'docker.io', apiHost: 'registry-1.docker.io', key: 'https://index.docker.io/v1/' };
const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = new RegExp(String.raw `^(?:${LABEL}(?:\.${LABEL})*|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?$`, 'u');
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
const SEGMENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${SEGMENT}(?:/${SEGMENT})*$`, 'u');
/** Throws `DCR_INPUT_INVALID`. Nothing ever falls back to a default host. */
function parseRegistry(given) {
    const tidied = [];
    let rest = given.trim();
    if (rest === '')
        refuse('no registry is named (the value is empty)');
    // The value itself is not repeated: what stands before the @ may be a password, and that may hold any character.
    if (rest.includes('@'))
        refuse('the registry address contains an "@": user information, tag or digest do not belong there');
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(rest);
    if (scheme !== null) {
        if (!/^https?$/iu.test(scheme[1] ?? ''))
            refuse(`"${given}" has the scheme ${scheme[1]}, a registry is reached by https`);
        rest = rest.slice(scheme[0].length);
        tidied.push(`the scheme ${scheme[0]} was dropped`);
    }
    const withoutSlash = rest.replace(/\/+$/u, '');
    if (withoutSlash !== rest)
        tidied.push('the trailing slash was dropped');
    const [givenHost = '', ...path] = withoutSlash.split('/');
    const host = checkHost(givenHost, given, tidied);
    const name = checkName(host, path.join('/'), given);
    const registry = name === '' ? host : `${host}/${name}`;
    const hub = host === HUB.host;
    return {
        registry,
        host,
        name,
        apiHost: hub ? HUB.apiHost : host,
        key: hub ? HUB.key : host,
        loopback: isLoopbackHost(host),
        tidied,
    };
}
/** 127.0.0.0/8, ::1 and localhost: docker's own list of hosts that may speak plain http. */
function isLoopbackHost(host) {
    const bare = host.replace(/:\d+$/u, '').replace(/^\[|\]$/gu, '');
    return bare === 'localhost' || bare === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(bare);
}
/** Whether it may stand in the path of a request: a registry can list anything. */
function isRepositoryName(text) {
    return NAME.test(text);
}
/** Throws `DCR_INPUT_INVALID` for what is no repository below a registry. Returns it without the registry's own name. */
function parseRepository(given, reference) {
    const prefixes = [`${reference.registry}/`, `${reference.name}/`].filter((prefix) => prefix !== '/');
    const prefix = prefixes.find((candidate) => given.startsWith(candidate)) ?? '';
    const repository = given.slice(prefix.length);
    if (!NAME.test(repository)) {
        refuse(`"${given}" is not a repository of ${reference.registry}: lower-case words joined by / . _ -, without a tag`);
    }
    return repository;
}
function checkHost(givenHost, given, tidied) {
    const lower = givenHost.toLowerCase();
    if (lower !== givenHost)
        tidied.push('the host was put in lower case');
    const host = lower.replace(/\.(?=$|:)/u, '');
    if (host !== lower)
        tidied.push('the trailing dot of the host was dropped');
    const match = HOST.exec(host);
    const port = match?.[1] === undefined ? undefined : Number(match[1]);
    if (match === null || port === 0 || (port ?? 1) > 65_535)
        refuse(`"${given}" does not start with a host name`);
    // The rule by which docker tells a host from a path on Docker Hub.
    if (!/[.:]/u.test(host) && host !== 'localhost') {
        refuse(`"${given}" names no host; write the whole address, for DCR ${DCR_HOST}/${host}`);
    }
    return HUB_HOSTS.has(host) ? HUB.host : host;
}
function checkName(host, path, given) {
    if (host === HUB.host && /^v[12]$/u.test(path))
        return '';
    if (host === DCR_HOST && path === '') {
        refuse(`"${given}" names the host but no registry; write ${DCR_HOST}/<registry-name>`);
    }
    if (path === '')
        return '';
    if (/:[^/]*$/u.test(path))
        refuse(`"${given}" carries a tag; a registry has none`);
    if (path !== path.toLowerCase() && NAME.test(path.toLowerCase())) {
        refuse(`the registry name in "${given}" must be lower case: ${host}/${path.toLowerCase()}`);
    }
    if (!NAME.test(path))
        refuse(`"${given}" has a registry name that the registry protocol does not allow`);
    if (host === DCR_HOST && path.includes('/')) {
        const first = path.slice(0, path.indexOf('/'));
        refuse(`"${given}" names a repository; the registry is ${DCR_HOST}/${first}`);
    }
    return path;
}
function refuse(message) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_INPUT_INVALID', {
        message,
        remedy: `Name the registry as host/name, for example ${DCR_HOST}/acme. dcr-login never falls back to another host.`,
    });
}
//# sourceMappingURL=reference.js.map

/***/ })

};
;