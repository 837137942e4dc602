"use strict";
exports.id = 974;
exports.ids = [974];
exports.modules = {

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

/***/ 4910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ checkCredential),
/* harmony export */   fU: () => (/* binding */ formatTime)
/* harmony export */ });
/* unused harmony export tidyPassword */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4564);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9095);



// A line break or NUL cannot travel in a Basic header or over `--password-stdin`, and would split a log line.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/u;
/**
 * Checks what no registry could ever accept, before anything is sent.
 * Throws `DCR_CREDENTIAL_MISSING` for an empty part, `DCR_INPUT_INVALID` for one that cannot be sent
 * (Basic splits at the first colon: https://www.rfc-editor.org/rfc/rfc7617#section-2) and `DCR_CREDENTIAL_EXPIRED`
 * when its known end has passed at `now`.
 */
function checkCredential(input, context) {
    const { registry } = context;
    const password = input.password instanceof _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z ? input.password : new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(input.password);
    const value = password.reveal();
    const missing = [input.username === '' && 'username', value === '' && 'password'].filter(Boolean).join(' and ');
    if (missing !== '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_CREDENTIAL_MISSING', { registry, message: `no ${missing} for ${registry}` });
    }
    if (input.username.includes(':')) {
        const message = `the username for ${registry} contains a colon, which HTTP Basic cannot carry`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_INPUT_INVALID', { registry, message });
    }
    for (const [what, text] of [
        ['username', input.username],
        ['password', value],
    ]) {
        if (CONTROL.test(text)) {
            const message = `the ${what} for ${registry} contains a line break or another control character`;
            const remedy = 'Store the value on one line, without a byte-order mark or trailing line breaks.';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_INPUT_INVALID', { registry, message, remedy });
        }
    }
    const expiresAt = input.expiresAt ?? (0,_expiry_js__WEBPACK_IMPORTED_MODULE_2__/* .readExpiry */ .A)(value);
    if (expiresAt !== undefined && expiresAt <= context.now) {
        const message = `the credential for ${registry} expired at ${formatTime(expiresAt)}; it was not sent`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_CREDENTIAL_EXPIRED', { registry, message });
    }
    return { username: input.username, password, expiresAt };
}
/** RFC 3339 in UTC without milliseconds. */
function formatTime(epoch) {
    // Formatting a given instant reads no clock.
    // oxlint-disable-next-line no-restricted-globals
    return new Date(epoch).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}
/** Drops what `echo`, an editor or PowerShell adds around a value: one line end, a byte-order mark. */
function tidyPassword(text) {
    return text.replace(/^\uFEFF/u, '').replace(/\r?\n$/u, '');
}
//# sourceMappingURL=credential.js.map

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

/***/ 9095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
const INSPECT = Symbol.for('nodejs.util.inspect.custom');
/**
 * A value that does not print: string conversion, JSON and `util.inspect` all give `[secret]`. Only `reveal` gives it
 * out, and each caller of `reveal` is a place to guard.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return '[secret]';
    }
    toJSON() {
        return '[secret]';
    }
    [INSPECT]() {
        return '[secret]';
    }
}
//# sourceMappingURL=secret.js.map

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

/***/ }),

/***/ 2867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QM: () => (/* binding */ AFTER_MINTING),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   tE: () => (/* binding */ decideRetry)
/* harmony export */ });
/* unused harmony export parseHttpDate */
/** What is worth a second try. Everything else is an answer: a rejected credential is sent exactly once. */
const RETRIED = {
    faults: ['dns', 'connect', 'reset', 'timeout'],
    statuses: { exact: [408, 429], from: 500 },
    /** First pause in milliseconds; doubled each time, halved at random so that a hundred jobs do not come back at once. */
    firstPause: 500,
    longestPause: 15_000,
};
/**
 * The one exception: a registry of several machines may not know yet what was minted a moment ago, so a credential that an
 * issuer has just given may be refused at first. Milliseconds; the pause doubles.
 */
const AFTER_MINTING = { window: 10_000, firstPause: 1000 };
/** Thirty years in seconds: later is as good as never, and numbers stay exact. */
const LATEST = 1_000_000_000;
/** `Retry-After` is honoured; where it lies beyond the deadline, waiting would be in vain and the command ends at once. */
function decideRetry(question) {
    const { outcome, tries, retries, left } = question;
    if (!isWorthRetrying(outcome) || tries > retries)
        return { again: false };
    const backoff = Math.min(RETRIED.firstPause * 2 ** (tries - 1), RETRIED.longestPause);
    const asked = 'retryAfter' in outcome && outcome.retryAfter !== undefined ? outcome.retryAfter * 1000 : 0;
    const pause = Math.max(asked, Math.round(backoff / 2 + (backoff / 2) * question.random));
    return pause < left ? { again: true, pause } : { again: false };
}
/**
 * Seconds from `now` (ms since the epoch) that a `Retry-After` field names, as delta or as HTTP date
 * (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after).
 */
function parseRetryAfter(value, now) {
    if (value === undefined)
        return undefined;
    if (/^\d+$/u.test(value.trim()))
        return Math.min(Number(value.trim()), LATEST);
    const at = parseHttpDate(value);
    return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
/** Milliseconds since the epoch, NaN for anything else: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
function parseHttpDate(value) {
    // Date.parse reads no clock, and takes the three formats of RFC 9110; a bare number would be read as a year.
    // oxlint-disable-next-line no-restricted-globals
    return /^[A-Z][a-z]+,? /u.test(value.trim()) ? Date.parse(value) : Number.NaN;
}
function isWorthRetrying(outcome) {
    if ('fault' in outcome)
        return RETRIED.faults.includes(outcome.fault);
    return RETRIED.statuses.exact.includes(outcome.status) || outcome.status >= RETRIED.statuses.from;
}
//# sourceMappingURL=retry.js.map

/***/ }),

/***/ 2259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Journal),
/* harmony export */   a: () => (/* binding */ readJournal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);

/** Append-only JSON lines. A line is on disk when `append` resolves; lines that are waiting go together. */
class Journal {
    path;
    #ports;
    #waiting = [];
    #next;
    #last = Promise.resolve();
    constructor(path, ports) {
        this.path = path;
        this.#ports = ports;
    }
    /**
     * Lines that come while others are being written go together in the next breath: a sync costs milliseconds.
     * Throws `DCR_STORE_FAILED`, and then for every further line too: what follows a lost line would be out of order.
     */
    async append(entry, data) {
        this.#waiting.push(`${JSON.stringify({ entry, at: this.#ports.clock.now(), ...data })}\n`);
        this.#next ??= this.#last = this.#last.then(() => this.#flush());
        return this.#next;
    }
    async #flush() {
        const text = this.#waiting.join('');
        this.#waiting = [];
        this.#next = undefined;
        try {
            await this.#ports.files.apply({ do: 'append', path: this.path, text });
        }
        catch (cause) {
            const { code, message } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toDcrError */ .zj)(cause);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol(code, {
                message: `the journal ${this.path} could not be written: ${message}`,
                remedy: 'Make room or mend the disk, then: dcr-login rotate --resume. Nothing was done that is not in the journal.',
                cause,
            });
        }
    }
}
/**
 * Undefined where there is none, or none that was ever opened. A line that was torn off is passed over at the end, and
 * where a later run went on after it. Throws `DCR_STORE_FAILED` for a journal that is damaged in any other way.
 */
async function readJournal(path, { files }) {
    const found = await files.inspect(path);
    if (found.kind === 'missing')
        return undefined;
    if (found.kind !== 'file')
        throw damaged(path, 'it is no regular file, or larger than 8 MiB');
    const lines = found.text.split('\n');
    const torn = lines.pop() !== '';
    const entries = [];
    let lost = false;
    for (const [index, line] of lines.entries()) {
        const entry = parseEntry(line);
        if (entry === undefined) {
            lost = true;
            continue;
        }
        if (lost && entry.entry !== 'resumed')
            throw damaged(path, `line ${index} cannot be read`);
        lost = false;
        entries.push(entry);
    }
    const [first] = entries;
    if (first === undefined)
        return undefined;
    if (first.entry !== 'opened')
        throw damaged(path, 'it does not start with its opening');
    if (first.version !== 1)
        throw damaged(path, `it is of version ${String(first.version)}, made by another dcr-login`);
    return { entries, torn };
}
function parseEntry(line) {
    try {
        const value = JSON.parse(line);
        return typeof value === 'object' && value !== null && 'entry' in value ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function damaged(path, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_STORE_FAILED', {
        message: `the journal ${path} cannot be read: ${why}`,
        remedy: 'Move it away and run the rotation again: without a journal it looks at every target and converges.',
    });
}
//# sourceMappingURL=journal.js.map

/***/ }),

/***/ 5033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Er: () => (/* binding */ describeReplaced),
/* harmony export */   K0: () => (/* binding */ describeUnanswered),
/* harmony export */   OH: () => (/* binding */ listGiven),
/* harmony export */   bX: () => (/* binding */ findWholeSources),
/* harmony export */   c5: () => (/* binding */ describeLeftovers),
/* harmony export */   oz: () => (/* binding */ listJoined),
/* harmony export */   wk: () => (/* binding */ findPresentName)
/* harmony export */ });
/* harmony import */ var _credential_credential_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4910);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9177);


/** An issuer that was asked may have given something: only it can know. One sentence, however often that was. */
function describeUnanswered({ rotation, unanswered }) {
    const [first, ...others] = unanswered;
    if (first === undefined)
        return [];
    const last = others.at(-1);
    const lost = last === undefined
        ? `at ${(0,_credential_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(first)} for rotation ${rotation}, and its answer was lost: a credential that it gave then may be alive, and nobody holds it; look for it where it was made, and end it there`
        : `${unanswered.length} times from ${(0,_credential_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(first)} to ${(0,_credential_credential_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(last)} for rotation ${rotation}, and each time its answer was lost: credentials that it gave then may be alive, and nobody holds them; look for them where they were made, and end them there`;
    return [`the issuer was asked ${lost}`];
}
/** What this rotation issued and replaced, where nothing that runs here can end it. */
function describeReplaced({ job, past, issued }) {
    if (job.issuer === undefined || job.issuer.retire !== undefined)
        return [];
    const ending = 'end it where it was made; of a fleet, the run that finishes it does so';
    return listReplaced(past === undefined ? [] : [past], issued?.username).map((name) => `${name} was issued by this rotation too, and replaced: as its issuer has no retire:, ${ending}`);
}
/** Whose credential is in use now; null where that is as secret as the password. */
function findPresentName({ settled, past, issued }) {
    return settled ? past?.generations.at(-1)?.username : issued?.username;
}
/** The rotations of other names that issued what is in use now: the first step of a fleet. */
function findSources(run) {
    const present = findPresentName(run);
    if (typeof present !== 'string')
        return [];
    return run.siblings.filter(({ generations }) => generations.at(-1)?.username === present);
}
/** Those of them that came so far that all their targets hold it: what they had before is used nowhere there. */
function findWholeSources(run) {
    return findSources(run).filter(isWhole);
}
function isWhole({ generations, ended }) {
    return ended?.state === 'complete' || generations.at(-1)?.confirmed === true;
}
/** This rotation, and of its shards all that they did. */
function listJoined({ past, shards, witnesses }) {
    // A shard that was done and ran again found only the new one: what it saw the first time counts.
    const joined = shards.length > 0 ? witnesses.filter(({ shard }) => shard !== null) : [];
    return [...(past === undefined ? [] : [past]), ...joined];
}
/**
 * Usernames that a person or a job gave to this rotation and that no issuer is known to have made for it: one of them may
 * be anybody's, given by mistake.
 */
function listGiven(run) {
    const generations = [...listJoined(run), ...findWholeSources(run)].flatMap((one) => one.generations);
    const made = new Set(generations.filter(({ byIssuer }) => byIssuer).map(({ username }) => username));
    const names = generations.filter(({ proved }) => proved).map(({ username }) => username);
    return [...new Set(names)].filter((name) => name !== null && !made.has(name) && name !== findPresentName(run));
}
/** What the first step of a fleet may have left alive, for the report of the run that finishes it. */
function describeLeftovers(run) {
    const sources = findSources(run);
    const whole = sources.filter(isWhole);
    const broken = sources.filter((one) => !whole.includes(one));
    const told = [...sources.flatMap(describeUnanswered), ...describeBroken(run, broken)];
    if (!(0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .canRetire */ .Y)(run)) {
        const replaced = listReplaced(whole, findPresentName(run));
        return [...told, ...replaced.map((name) => `${name} was issued and replaced: end it where it was made`)];
    }
    const steps = new Set(sources.map(({ credential }) => credential));
    const earlier = run.siblings.filter((one) => steps.has(one.credential) && !sources.includes(one));
    return [...told, ...describeEarlier(run, earlier), ...describeGiven(run, [...broken, ...earlier])];
}
/** `others`: whose names are told as theirs. */
function describeGiven(run, others) {
    const theirs = new Set(others.flatMap(({ generations }) => generations.map(({ username }) => username)));
    const ended = listEnded(run);
    return listGiven(run)
        .filter((name) => !theirs.has(name) && !ended.has(name))
        .map((name) => `${name} was given to this rotation and replaced, and may be alive and in use elsewhere: if nothing uses it, end it where it was made`);
}
/** Of a source that is not complete some targets may still hold what it had before. */
function describeBroken(run, broken) {
    return broken.flatMap((source) => {
        const { rotation, credential, ended } = source;
        const first = ended === null ? `finish that by rotate --resume ${credential}` : 'see there what is stored';
        return listUnended([source], run).map((name) => `${name}, which rotation ${rotation} of ${credential} had before, may be alive and in use, as that rotation is not complete: ${first}; if nothing uses it then, end it where it was made`);
    });
}
/**
 * What that step issued in an earlier run, which came to its end: nobody knows here whether it was for this fleet and is
 * used nowhere, or for another one.
 */
function describeEarlier(run, earlier) {
    const steps = [...new Set(earlier.map(({ credential }) => credential))].join(', ');
    return listUnended(earlier, run).map((name) => `${name}, which an earlier run of ${steps} issued, may be alive: if nothing uses it, end it where it was made`);
}
function listUnended(pasts, run) {
    const ended = listEnded(run);
    return listReplaced(pasts, findPresentName(run)).filter((name) => !ended.has(name));
}
function listEnded({ retired, witnesses }) {
    return new Set([...retired, ...witnesses.flatMap((one) => [...one.retired])]);
}
function listReplaced(pasts, present) {
    const names = pasts.flatMap(({ generations }) => generations.map(({ username }) => username));
    return [...new Set(names)].filter((name) => name !== null && name !== present);
}
//# sourceMappingURL=leftover.js.map

/***/ }),

/***/ 8142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ loadJobs)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/config/near-name.js + 1 modules
var near_name = __webpack_require__(7439);
// EXTERNAL MODULE: ./packages/core/lib/config/duration.js
var duration = __webpack_require__(4678);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./packages/core/lib/config/rotate-shape.js

/**
 * The shape of dcr-rotate.yml and nothing more: what can be said of a value without looking at another one. Editors get
 * it as JSON Schema (dcr-rotate.schema.json), so it holds no transformation.
 */
const rotate_shape_text = schemas/* string */.YjP().min(1);
const variable = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/u)
    .describe('Name of an environment variable, never a value.');
const rotate_shape_duration = schemas/* union */.KCZ([schemas/* string */.YjP().regex(/^\d{1,9}(?:ms|s|m|h|d)?$/u), schemas/* int */.Whr().nonnegative()])
    .describe('60s, 15m, 12h, 90d; a bare number is seconds.');
const command = schemas/* array */.YOg(rotate_shape_text).min(1).describe('Program and arguments; run without a shell.');
const force = schemas/* boolean */.zMY().exactOptional().describe('Write also what another system owns and may put back.');
const apiUrl = rotate_shape_text.exactOptional().describe('Address of the API, for servers of your own.');
const tokenEnv = variable.exactOptional();
const names = schemas/* strictObject */.rej({ registry: rotate_shape_text.exactOptional(), username: rotate_shape_text.exactOptional(), password: rotate_shape_text.exactOptional() })
    .exactOptional()
    .describe('What the three values are called there. Default: DCR_REGISTRY, DCR_USERNAME, DCR_PASSWORD.');
const TARGET_SHAPES = [
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz('github-secret'),
        repository: rotate_shape_text.exactOptional().describe('owner/name; either this or organization.'),
        organization: rotate_shape_text.exactOptional(),
        environment: rotate_shape_text.exactOptional(),
        store: schemas/* enum */.k5n(['actions', 'dependabot', 'codespaces']).exactOptional(),
        names,
        apiUrl,
        tokenEnv,
    }),
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz('gitlab-variable'),
        project: rotate_shape_text.exactOptional().describe('Path or number; either this or group.'),
        group: rotate_shape_text.exactOptional(),
        environmentScope: rotate_shape_text.exactOptional(),
        names,
        apiUrl,
        tokenEnv,
    }),
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz('jenkins-credential'),
        url: rotate_shape_text,
        folder: rotate_shape_text.exactOptional(),
        domain: rotate_shape_text.exactOptional(),
        id: rotate_shape_text,
        marker: schemas/* literal */.euz('description').exactOptional(),
        userEnv: variable.exactOptional(),
        tokenEnv,
        force,
    }),
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz('kubernetes-secret'),
        context: rotate_shape_text.exactOptional(),
        namespaces: schemas/* array */.YOg(rotate_shape_text).min(1),
        name: rotate_shape_text.exactOptional(),
        serviceAccounts: schemas/* array */.YOg(rotate_shape_text).min(1).exactOptional(),
        force,
    }),
    schemas/* strictObject */.rej({ type: schemas/* literal */.euz('docker-config'), path: rotate_shape_text }),
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz('vault-kv'),
        address: rotate_shape_text,
        namespace: rotate_shape_text.exactOptional(),
        mount: rotate_shape_text,
        path: rotate_shape_text,
        names,
        tokenEnv,
    }),
    schemas/* strictObject */.rej({ type: schemas/* literal */.euz('exec'), command, timeout: rotate_shape_duration.exactOptional() }),
];
const httpCall = {
    url: rotate_shape_text,
    method: schemas/* enum */.k5n(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).exactOptional(),
    tokenEnv,
    body: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())]).exactOptional(),
};
const vaultCall = { address: rotate_shape_text, namespace: rotate_shape_text.exactOptional(), tokenEnv, path: rotate_shape_text };
const ISSUER_SHAPES = [
    schemas/* strictObject */.rej({ type: schemas/* literal */.euz('console') }),
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz('exec'),
        command,
        timeout: rotate_shape_duration.exactOptional(),
        retire: schemas/* strictObject */.rej({ command }).exactOptional(),
    }),
    schemas/* strictObject */.rej({ type: schemas/* literal */.euz('http'), ...httpCall, retire: schemas/* strictObject */.rej(httpCall).exactOptional() }),
    schemas/* strictObject */.rej({
        type: schemas/* literal */.euz('vault'),
        ...vaultCall,
        mount: rotate_shape_text.exactOptional(),
        names,
        retire: schemas/* strictObject */.rej(vaultCall).exactOptional(),
    }),
];
const ROTATE_SHAPE = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    credentials: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u),
        registry: rotate_shape_text.describe('host/name, for example dcr.nexqloud.io/acme.'),
        issuer: schemas/* discriminatedUnion */.gMt('type', ISSUER_SHAPES),
        targets: schemas/* array */.YOg(schemas/* discriminatedUnion */.gMt('type', TARGET_SHAPES)).min(1),
        policy: schemas/* strictObject */.rej({ maxAge: rotate_shape_duration.exactOptional(), grace: rotate_shape_duration.exactOptional() }).exactOptional(),
    }))
        .min(1),
});
/** For editors. */
function renderRotateSchema() {
    return { ...z.toJSONSchema(ROTATE_SHAPE), title: 'dcr-rotate.yml' };
}
//# sourceMappingURL=rotate-shape.js.map
;// CONCATENATED MODULE: ./packages/core/lib/config/shape-issue.js


/** An issue of the shape in words for a person who edits YAML. Values are repeated only where they are a choice of ours. */
function describeIssue(issue, data) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const name = String(path.findLast((part) => typeof part === 'string') ?? 'the file');
    const present = readAt(data, path);
    switch (issue.code) {
        case 'unrecognized_keys': {
            const known = listKeys(ROTATE_SHAPE, path, data);
            return issue.keys.map((key) => ({ key, says: `${key} is not known here${(0,near_name/* suggestName */.S)(key, known)}` }));
        }
        case 'invalid_union':
            // Only the kinds of targets and issuers are told apart by `type`; the other unions are durations and bodies.
            return path.at(-1) === 'type' || issue.discriminator !== undefined
                ? [describeType(path, data)]
                : [{ says: `${name} must be ${expectedOf(name)}` }];
        case 'invalid_value':
            return [
                {
                    says: `${name} must be ${issue.values.join(' or ')}${(0,near_name/* suggestName */.S)(String(present), issue.values.map(String))}`,
                },
            ];
        case 'too_small':
            return [{ says: `${name} is empty` }];
        case 'invalid_format':
            return [{ says: `${name} must be ${expectedOf(name)}` }];
        case 'invalid_type':
            return present === undefined
                ? [{ says: `${name} is missing` }]
                : [{ says: `${name} must be ${ARTICLES[issue.expected] ?? issue.expected}` }];
        default:
            return [{ says: `${name}: ${issue.message}` }];
    }
}
const ARTICLES = {
    array: 'a list',
    object: 'a map of keys',
    string: 'a text',
    boolean: 'true or false',
    number: 'a number',
};
function expectedOf(name) {
    if (['grace', 'maxAge', 'timeout'].includes(name))
        return 'a time such as 60s, 15m or 90d';
    if (name.endsWith('Env'))
        return 'the name of an environment variable';
    if (name === 'name')
        return 'letters, digits, dots and dashes, 64 at most';
    return name === 'body' ? 'a text or a map of keys' : 'of another form';
}
function describeType(path, data) {
    const base = path.at(-1) === 'type' ? path.slice(0, -1) : path;
    const given = readAt(data, [...base, 'type']);
    const shape = findShape(ROTATE_SHAPE, base, data, false);
    const types = isUnion(shape) ? shape.options.map((option) => String(literalOf(option))) : [];
    if (given === undefined)
        return { below: base, says: `type is missing: ${types.join(', ')}` };
    const says = `there is no type "${String(given).slice(0, 40)}"${(0,near_name/* suggestName */.S)(String(given), types)}; there are ${types.join(', ')}`;
    return { below: [...base, 'type'], says };
}
/** The keys that the map at this path may have. */
function listKeys(shape, path, data) {
    const found = findShape(shape, path, data, true);
    return found !== undefined && 'shape' in found ? Object.keys(found.shape) : [];
}
/** The part of the shape that judges the value at a path; `choose`: of a union, the one for this value's type. */
function findShape(shape, path, data, choose) {
    const bare = unwrap(shape);
    const [first, ...rest] = path;
    if (isUnion(bare)) {
        if (first === undefined && !choose)
            return bare;
        const type = readAt(data, ['type']);
        return findShape(bare.options.find((option) => literalOf(option) === type), path, data, choose);
    }
    if (first === undefined || bare === undefined)
        return bare;
    const next = typeof first === 'number' ? bare.element : bare.shape?.[first];
    return findShape(next, rest, readAt(data, [first]), choose);
}
function unwrap(shape) {
    const inner = shape;
    return inner?.unwrap !== undefined && inner.element === undefined ? unwrap(inner.unwrap()) : shape;
}
function isUnion(shape) {
    return typeof shape === 'object' && shape !== null && 'options' in shape && Array.isArray(shape.options);
}
function literalOf(option) {
    return option?.shape['type']?.value;
}
function readAt(data, path) {
    return path.reduce((value, part) => typeof value === 'object' && value !== null ? value[part] : undefined, data);
}
//# sourceMappingURL=shape-issue.js.map
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var reference = __webpack_require__(3256);
;// CONCATENATED MODULE: ./packages/core/lib/config/rotate-rules.js



/** The longest time that a timer can be set to: 2³¹ − 1 ms, about 24 days. */
const LONGEST_GRACE = 2 ** 31 - 1;
const CREDENTIAL_RULES = [
    { needs: ['registry'], judge: requireRegistry },
    { needs: ['policy'], judge: boundGrace },
];
function requireRegistry({ registry }) {
    try {
        (0,reference/* parseRegistry */.l5)(registry);
        return [];
    }
    catch (error) {
        return error instanceof errors/* DcrError */.ol ? [{ path: ['registry'], says: error.message }] : [];
    }
}
function boundGrace({ policy }) {
    const grace = (0,duration/* parseDuration */.E)(String(policy?.grace ?? '0')) ?? 0;
    return grace <= LONGEST_GRACE ? [] : [{ path: ['policy', 'grace'], says: 'grace is longer than 24d' }];
}
const TARGET_RULES = [requireOneOwner, refuseEnvironmentElsewhere];
/** `project` or `group`, `repository` or `organization`: exactly one says whose secret it is. */
function requireOneOwner(target) {
    const owners = target.type === 'github-secret'
        ? { repository: target.repository, organization: target.organization }
        : target.type === 'gitlab-variable'
            ? { project: target.project, group: target.group }
            : undefined;
    if (owners === undefined)
        return [];
    const given = Object.values(owners).filter((owner) => owner !== undefined).length;
    const [one, other] = Object.keys(owners);
    return given === 1 ? [] : [{ path: [], says: `${target.type} needs ${one} or ${other}, and not both` }];
}
function refuseEnvironmentElsewhere(target) {
    if (target.type !== 'github-secret' || target.environment === undefined)
        return [];
    if (target.repository !== undefined && (target.store ?? 'actions') === 'actions')
        return [];
    return [{ path: ['environment'], says: 'an environment belongs to a repository, and to its Actions secrets only' }];
}
//# sourceMappingURL=rotate-rules.js.map
;// CONCATENATED MODULE: ./packages/core/lib/config/secret-rule.js
/** Names of keys under which people put the value itself. `tokenEnv` and its like name a variable instead. */
const SECRET_KEY = /(?:passw(?:or)?d|passphrase|secret|token|api[-_]?key|private[-_]?key|credential)s?$/iu;
/** How tokens of the platforms that a rotation writes to begin. */
const SECRET_VALUE = /^(?:gh[pousr]_|github_pat_|glpat-|gldt-|glcbt-|hv[sb]\.|dckr_pat_|eyJ[\w-]+\.[\w-]+\.)|-----BEGIN [A-Z ]*PRIVATE KEY-----/u;
const SECRET_ARGUMENT = /^--?(?:\w+[-_])?(?:passw(?:or)?d|secret|token|api[-_]?key)=./iu;
const USER_INFORMATION = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/iu;
/**
 * Why a value looks like a secret: a rotation file is committed, so it names where secrets come from and never holds one.
 * Undefined for what is none. The value is never repeated.
 */
function refuseSecret({ path, value }) {
    if (typeof value !== 'string' || value === '')
        return undefined;
    const names = path.filter((part) => typeof part === 'string');
    const key = names.at(-1) ?? '';
    // Under `names:` stand the names of variables, secrets and keys, not their values.
    if (SECRET_KEY.test(key) && names.at(-2) !== 'names')
        return `${key} holds a secret; the file is for everybody to read: name a variable (tokenEnv) or let an issuer give it`;
    if (USER_INFORMATION.test(value))
        return `${key} carries user information in its address; take it out`;
    if (SECRET_VALUE.test(value))
        return `${key} holds what looks like a token or key; take it out and renew it`;
    if (SECRET_ARGUMENT.test(value))
        return `${key} passes a secret as an argument, which every process can read`;
    return undefined;
}
//# sourceMappingURL=secret-rule.js.map
;// CONCATENATED MODULE: ./packages/core/lib/config/faults.js

/** The error that tells all of them, one a line, in the order of the file. `name` is the file, or an input. */
function describeFaults(name, faults) {
    const lines = faults
        .toSorted((a, b) => a.line - b.line || a.column - b.column)
        // What is repeated of the file is data: it does not begin a line of its own.
        .map(({ line, column, says }) => `${name}:${line}:${column}: ${says}`.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '));
    const [first = ''] = lines;
    const message = lines.length === 1 ? first : `${name} has ${lines.length} faults:\n  ${lines.join('\n  ')}`;
    return new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message, remedy: 'Correct these lines; nothing was started.' });
}
//# sourceMappingURL=faults.js.map
// EXTERNAL MODULE: ./packages/core/lib/config/yaml-text.js
var yaml_text = __webpack_require__(3797);
;// CONCATENATED MODULE: ./packages/core/lib/config/rotate-file.js







/** A rotation file as far as it is sound, and every fault of it so far. */
class RotateFile {
    #name;
    #text;
    #faults = [];
    #claims = new Map();
    credentials;
    /** `name` is how the faults call the file. */
    constructor(text, name) {
        this.#name = name;
        this.#text = new yaml_text/* YamlText */.Z(text);
        this.#faults.push(...this.#text.faults);
        this.credentials = this.#faults.length > 0 ? [] : this.#readCredentials();
    }
    addFault(path, says, key) {
        const place = this.#text.locate(path, key);
        // Of two words about one place the first is the more exact one.
        if (!this.#faults.some((fault) => fault.line === place.line && fault.column === place.column))
            this.#faults.push({ ...place, says });
    }
    /** Rule: one (place, name) has one writer; of two, each would undo the other's work. */
    claim(writes, { by, path }) {
        for (const place of writes) {
            const other = this.#claims.get(place);
            if (other !== undefined)
                this.addFault(path, `${place} is written by another entry already (${other})`);
            else
                this.#claims.set(place, by);
        }
    }
    /** Throws `DCR_CONFIG_INVALID` with all faults, each with line and column. */
    settle() {
        if (this.#faults.length === 0)
            return;
        throw describeFaults(this.#name, this.#faults);
    }
    #readCredentials() {
        const data = this.#text.value;
        for (const scalar of this.#text.listScalars()) {
            const says = refuseSecret(scalar);
            if (says !== undefined)
                this.addFault(scalar.path.slice(0, -1), says, String(scalar.path.at(-1)));
        }
        const { error } = ROTATE_SHAPE.safeParse(data);
        const broken = (error?.issues ?? []).flatMap((issue) => this.#addIssue(issue, data));
        const isSound = (path) => !broken.some((other) => touches(other, path));
        const list = listAt(data, 'credentials');
        const credentials = list.flatMap((given, index) => {
            const path = ['credentials', index];
            if (typeof given !== 'object' || given === null)
                return [];
            const credential = given;
            this.#applyRules(credential, path, isSound);
            // A broken target leaves the rest of its credential to be judged.
            if (broken.some((other) => touches(other, path) && (other[2] !== 'targets' || other.length <= 3)))
                return [];
            const targets = credential.targets
                .map((settings, at) => ({ settings, path: [...path, 'targets', at] }))
                .filter((target) => isSound(target.path));
            return [{ ...normalise(credential), targets, path }];
        });
        this.#refuseTwoOfOneName(credentials);
        return credentials;
    }
    /** Reports the issue and gives the paths of what is broken by it. */
    #addIssue(issue, data) {
        const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
        for (const { says, key, below } of describeIssue(issue, data))
            this.addFault(below ?? path, says, key);
        return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
    }
    #applyRules(credential, path, isSound) {
        for (const { needs, judge } of CREDENTIAL_RULES) {
            if (!needs.every((key) => isSound([...path, key])))
                continue;
            for (const found of judge(credential))
                this.addFault([...path, ...found.path], found.says);
        }
        for (const [index, target] of listAt(credential, 'targets').entries()) {
            const own = [...path, 'targets', index];
            if (!isSound(own))
                continue;
            for (const rule of TARGET_RULES)
                for (const found of rule(target))
                    this.addFault([...own, ...found.path], found.says);
        }
    }
    #refuseTwoOfOneName(credentials) {
        const seen = new Set();
        for (const { name, path } of credentials) {
            if (seen.has(name))
                this.addFault([...path, 'name'], `another credential is called ${name} already`);
            seen.add(name);
        }
    }
}
function normalise({ name, registry, issuer, policy }) {
    const read = (value) => value === undefined ? undefined : (0,duration/* parseDuration */.E)(String(value));
    return { name, registry, issuer, grace: read(policy?.grace) ?? 0, maxAge: read(policy?.maxAge) ?? null };
}
function listAt(data, key) {
    const value = typeof data === 'object' && data !== null ? data[key] : undefined;
    return Array.isArray(value) ? value : [];
}
/** One lies in the other. */
function touches(a, b) {
    return a.slice(0, b.length).every((part, index) => part === b[index]);
}
//# sourceMappingURL=rotate-file.js.map
;// CONCATENATED MODULE: ./packages/core/lib/issuers/build.js
const BUILDERS = {
    exec: async (settings, context) => {
        const { createExecIssuer } = await __webpack_require__.e(/* import() */ 675).then(__webpack_require__.bind(__webpack_require__, 2675));
        return createExecIssuer(settings, context);
    },
    http: async (settings, { ports }) => {
        const { createHttpIssuer } = await Promise.all(/* import() */[__webpack_require__.e(221), __webpack_require__.e(928)]).then(__webpack_require__.bind(__webpack_require__, 8928));
        return createHttpIssuer(settings, ports);
    },
    vault: async (settings, { ports }) => {
        const { createVaultIssuer } = await Promise.all(/* import() */[__webpack_require__.e(221), __webpack_require__.e(714)]).then(__webpack_require__.bind(__webpack_require__, 4714));
        return createVaultIssuer(settings, ports);
    },
};
/** Throws `DCR_CONFIG_INVALID`. */
async function buildIssuer(settings, context) {
    const build = BUILDERS[settings.type];
    return build(settings, context);
}
//# sourceMappingURL=build.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/build.js
/** Each kind is loaded only where a file names it: sealed boxes alone weigh more than the whole login. */
const build_BUILDERS = {
    'github-secret': async (settings, { ports }) => {
        const { createGithubSecret } = await Promise.all(/* import() */[__webpack_require__.e(221), __webpack_require__.e(346)]).then(__webpack_require__.bind(__webpack_require__, 2346));
        return [createGithubSecret(settings, ports)];
    },
    'gitlab-variable': async (settings, { ports }) => {
        const { createGitlabVariable } = await Promise.all(/* import() */[__webpack_require__.e(221), __webpack_require__.e(914)]).then(__webpack_require__.bind(__webpack_require__, 3914));
        return [createGitlabVariable(settings, ports)];
    },
    'jenkins-credential': async (settings, { ports }) => {
        const { createJenkinsCredential } = await Promise.all(/* import() */[__webpack_require__.e(221), __webpack_require__.e(492)]).then(__webpack_require__.bind(__webpack_require__, 5492));
        return [createJenkinsCredential(settings, ports)];
    },
    'kubernetes-secret': async (settings, context) => {
        const { createKubernetesSecrets } = await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(642)]).then(__webpack_require__.bind(__webpack_require__, 4642));
        return createKubernetesSecrets(settings, context);
    },
    'docker-config': async (settings, context) => {
        const { createDockerConfig } = await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(45)]).then(__webpack_require__.bind(__webpack_require__, 7045));
        return [createDockerConfig(settings, context)];
    },
    'vault-kv': async (settings, { ports }) => {
        const { createVaultKv } = await Promise.all(/* import() */[__webpack_require__.e(221), __webpack_require__.e(880)]).then(__webpack_require__.bind(__webpack_require__, 3880));
        return [createVaultKv(settings, ports)];
    },
    exec: async (settings, context) => {
        const { createExecTarget } = await __webpack_require__.e(/* import() */ 975).then(__webpack_require__.bind(__webpack_require__, 8975));
        return [createExecTarget(settings, context)];
    },
};
/** The targets that one entry of the file stands for. Throws `DCR_CONFIG_INVALID`, and `DCR_INPUT_INVALID` where there is no cluster. */
async function buildTargets(settings, context) {
    const build = build_BUILDERS[settings.type];
    return build(settings, context);
}
//# sourceMappingURL=build.js.map
// EXTERNAL MODULE: ./packages/core/lib/rotation/limits.js
var limits = __webpack_require__(2994);
// EXTERNAL MODULE: ./packages/core/lib/registry/retry.js
var retry = __webpack_require__(2867);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/pacer.js

/** Holds requests back so that no API is asked more than it lets one. Everything that rotates shares one pacer. */
class Pacer {
    #clock;
    #lanes = new Map();
    constructor(clock) {
        this.#clock = clock;
    }
    setLimits(host, limits) {
        if (this.#lanes.has(host))
            return;
        this.#lanes.set(host, { limits, turn: Promise.resolve(), requests: [], writes: [], pausedUntil: 0 });
    }
    /** The same client, patient. Waiting here does not count as time of the request. */
    wrap(http) {
        return {
            ...http,
            request: async (request) => {
                const lane = this.#lanes.get(request.url.host);
                if (lane === undefined)
                    return http.request(request);
                await this.#takeTurn(lane, request);
                const answer = await http.request(request);
                this.#heed(lane, answer);
                return answer;
            },
        };
    }
    #takeTurn(lane, { method, signal }) {
        const isWrite = method !== 'GET' && method !== 'HEAD';
        const mine = lane.turn.then(async () => {
            // What was asked for meanwhile (a pause) may have moved the moment.
            for (;;) {
                const now = this.#clock.now();
                const wait = findStart(lane, isWrite, now) - now;
                if (wait <= 0 || signal?.aborted === true)
                    break;
                await this.#clock.sleep(wait, signal);
            }
            const now = this.#clock.now();
            remember(lane, 'requests', now);
            if (isWrite)
                remember(lane, 'writes', now);
        });
        lane.turn = mine;
        return mine;
    }
    /** One request that was told to come back later speaks for all of its API. */
    #heed(lane, { status, headers }) {
        if (status !== 429 && status !== 403 && status !== 503)
            return;
        const now = this.#clock.now();
        const seconds = (0,retry/* parseRetryAfter */.mu)(headers['retry-after']?.[0], now);
        if (seconds !== undefined)
            lane.pausedUntil = Math.max(lane.pausedUntil, now + seconds * 1000);
    }
}
/** The earliest moment at which one more breaks no limit. */
function findStart(lane, isWrite, now) {
    const { limits, pausedUntil } = lane;
    const starts = [now, pausedUntil];
    if (isWrite)
        starts.push((lane.writes.at(-1) ?? Number.NEGATIVE_INFINITY) + limits.writeGap);
    for (const { of, count, span } of limits.windows) {
        if (of === 'writes' && !isWrite)
            continue;
        const oldest = lane[of].at(-count);
        if (oldest !== undefined)
            starts.push(oldest + span);
    }
    return Math.max(...starts);
}
function remember(lane, kind, now) {
    const longest = Math.max(0, ...lane.limits.windows.filter(({ of }) => of === kind).map(({ count }) => count));
    lane[kind].push(now);
    // Of what is older than the longest list that a window looks back on, nothing is needed.
    if (lane[kind].length > longest * 2 + 1)
        lane[kind].splice(0, lane[kind].length - longest - 1);
}
//# sourceMappingURL=pacer.js.map
// EXTERNAL MODULE: ./packages/core/lib/rotation/places.js
var places = __webpack_require__(5210);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/load.js









/**
 * Reads the file and builds what it names, for the credentials that are wanted.
 * Throws `DCR_CONFIG_INVALID` with every fault of the whole file, and `DCR_INPUT_INVALID` for a name that is not in it.
 */
async function loadJobs(request, ports) {
    const where = external_node_path_.resolve(ports.environment.workingDirectory, request.file);
    const found = await ports.files.inspect(where, { follow: true });
    if (found.kind !== 'file') {
        const message = `${request.file} is ${found.kind === 'missing' ? 'not there' : 'no regular file'}`;
        const remedy = 'Write one (README, "Rotate"), or name it by --file.';
        throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message, remedy });
    }
    const file = new RotateFile(found.text, request.file);
    const pacer = new Pacer(ports.clock);
    const paced = pacePorts(pacer, ports);
    const build = { file, ports: paced, directory: external_node_path_.dirname(where) };
    const jobs = [];
    for (const settings of file.credentials) {
        const targets = await buildAll(settings, build);
        const issuer = await buildSource(settings, build);
        const place = { stateDir: request.stateDir, environment: ports.environment };
        jobs.push({ settings, targets, issuer, directory: (0,places/* chooseRotationDirectory */.nN)(settings, place) });
        for (const target of targets)
            pacer.setLimits(target.api, (0,limits/* findLimits */.Us)(target));
    }
    file.settle();
    return chooseJobs(jobs, request);
}
/** An API server of Kubernetes is reached in a way of its own, and is no less to be spared. */
function pacePorts(pacer, ports) {
    const open = async (context) => {
        const cluster = await ports.clusters.open(context);
        return { ...cluster, http: pacer.wrap(cluster.http) };
    };
    return { ...ports, http: pacer.wrap(ports.http), clusters: { ...ports.clusters, open } };
}
async function buildAll(settings, { file, ...rest }) {
    const built = [];
    for (const { settings: one, path: place } of settings.targets) {
        try {
            const targets = await buildTargets(one, { ...rest, registry: settings.registry });
            for (const target of targets)
                file.claim(target.writes, { by: `${settings.name}: ${target.id}`, path: place });
            built.push(...targets);
        }
        catch (error) {
            addFault(file, place, error);
        }
    }
    return built;
}
async function buildSource(settings, { file, ...rest }) {
    const { issuer, path: place, registry } = settings;
    if (issuer.type === 'console')
        return undefined;
    try {
        return await buildIssuer(issuer, { ...rest, registry });
    }
    catch (error) {
        addFault(file, [...place, 'issuer'], error);
        return undefined;
    }
}
/** What a target or issuer finds wrong with its own settings is a fault of the file like any other. */
function addFault(file, place, error) {
    if (!(error instanceof errors/* DcrError */.ol) || error.code !== 'DCR_CONFIG_INVALID')
        throw error;
    file.addFault(place, error.message);
}
function chooseJobs(jobs, { names, file }) {
    const known = jobs.map(({ settings }) => settings.name);
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0) {
        const words = unknown.map((name) => `"${name}"${(0,near_name/* suggestName */.S)(name, known)}`).join(', ');
        const message = `${file} has no credential ${words}; it has ${known.join(', ')}`;
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message });
    }
    return names.length === 0 ? jobs : jobs.filter(({ settings }) => names.includes(settings.name));
}
//# sourceMappingURL=load.js.map

/***/ }),

/***/ 3082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jn: () => (/* binding */ fingerprintPair),
  On: () => (/* binding */ foldEntries),
  tO: () => (/* binding */ isPair),
  b5: () => (/* binding */ isStillDone),
  Cw: () => (/* binding */ keepUsername)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./packages/core/lib/credential/fingerprint.js

/** `salt` is random text, new for each thing that is fingerprinted. */
function makeFingerprint(value, salt) {
    return `${salt}:${(0,external_node_crypto_.createHash)('sha256').update(`${salt}\n${value}`).digest('base64url')}`;
}
function matchesFingerprint(value, fingerprint) {
    const salt = fingerprint.slice(0, fingerprint.indexOf(':'));
    return makeFingerprint(value, salt) === fingerprint;
}
//# sourceMappingURL=fingerprint.js.map
// EXTERNAL MODULE: ./packages/core/lib/rotation/law.js
var law = __webpack_require__(3132);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/past.js


function foldEntries(entries) {
    const [opened] = entries;
    if (opened?.entry !== 'opened')
        return undefined;
    const { rotation, credential, registry, salt, shard, old, at: openedAt } = opened;
    const ids = [...opened.targets];
    const targets = new Map();
    const earlier = new Map();
    const retired = new Set();
    let generations = [];
    const unanswered = [];
    let asked;
    let byIssuer = false;
    let waitUntil = null;
    let ended = null;
    const set = (target, state) => void targets.set(ids[target] ?? '', state);
    for (const entry of entries) {
        switch (entry.entry) {
            case 'resumed':
                ids.push(...entry.added);
                break;
            case 'issuing':
                if (asked !== undefined)
                    unanswered.push(asked);
                asked = entry.asks && entry.makesNothing !== true ? entry.at : undefined;
                // Of a journal without it, it is not known.
                byIssuer = entry.asks === true;
                break;
            case 'refused':
                asked = undefined;
                break;
            case 'issued':
                asked = undefined;
                if (entry.generation === generations.at(-1)?.generation) {
                    const last = generations.length - 1;
                    generations = generations.map((one, at) => (at === last && byIssuer ? { ...one, byIssuer } : one));
                    break;
                }
                // Whatever was stored and waited for was another credential's.
                for (const [id, { at }] of targets)
                    earlier.set(id, at);
                targets.clear();
                waitUntil = null;
                generations = [...generations, { ...entry, byIssuer, proved: false, confirmed: false }];
                break;
            case 'proved':
                generations = generations.map((one) => (one.generation === entry.generation ? { ...one, proved: true } : one));
                break;
            case 'confirmed':
                generations = generations.map((one) => one.generation === entry.generation ? { ...one, confirmed: true } : one);
                break;
            case 'writing':
                set(entry.target, { state: 'writing', check: 'none', at: entry.at });
                break;
            case 'wrote': {
                const { target, state, check, at, error } = entry;
                set(target, { state, check, at, ...(error === undefined ? {} : { error }) });
                break;
            }
            case 'waiting':
                waitUntil = entry.until;
                break;
            case 'retired':
                retired.add(entry.username);
                break;
            case 'ended':
                ended = entry;
                break;
            default:
                break;
        }
    }
    if (asked !== undefined)
        unanswered.push(asked);
    const end = ended === null ? null : { state: ended.state, opens: ended.opens };
    const common = {
        rotation,
        credential,
        registry,
        salt,
        shard,
        openedAt,
        ids,
        old,
        generations,
        unanswered,
        targets,
        earlier,
        waitUntil,
        retired,
    };
    return { ...common, ended: end, endedAt: ended?.at ?? null };
}
/** Whether what this journal says of a target is the last word: no other run wrote there as late or later. */
function isStillDone(id, source, witnesses) {
    const one = source.targets.get(id);
    if (one === undefined || !law/* DONE_STATES */.QB.has(one.state))
        return false;
    return witnesses.every((other) => isSameJournal(other, source) || wroteAt(other, id) < one.at);
}
function wroteAt({ targets, earlier }, id) {
    return Math.max(targets.get(id)?.at ?? 0, earlier.get(id) ?? 0);
}
function isSameJournal(a, b) {
    return a.rotation === b.rotation && a.shard?.index === b.shard?.index && a.shard?.count === b.shard?.count;
}
/** Of both parts, so that a new username with an old password is another credential. */
function fingerprintPair({ username, password }, salt) {
    return makeFingerprint(JSON.stringify([username, password.reveal()]), salt);
}
function isPair({ username, password }, fingerprint) {
    return matchesFingerprint(JSON.stringify([username, password.reveal()]), fingerprint);
}
/** A username is an id, except where an issuer gives the secret as username too, as DigitalOcean does. */
function keepUsername({ username, password }) {
    return username.includes(password.reveal()) ? null : username;
}
//# sourceMappingURL=past.js.map

/***/ }),

/***/ 5210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Db: () => (/* binding */ nameLock),
/* harmony export */   _7: () => (/* binding */ listSiblings),
/* harmony export */   d_: () => (/* binding */ listJournals),
/* harmony export */   fG: () => (/* binding */ listShardJournals),
/* harmony export */   gr: () => (/* binding */ nameLease),
/* harmony export */   nN: () => (/* binding */ chooseRotationDirectory),
/* harmony export */   sp: () => (/* binding */ listAllJournals),
/* harmony export */   zF: () => (/* binding */ tidyJournals),
/* harmony export */   zN: () => (/* binding */ nameJournal)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _login_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75);



/** Of rotations that are over, so that `status` and a person can look back. */
const KEPT = 5;
/** Where the journals of one credential lie. The registry is part of it: two files may use one name. */
function chooseRotationDirectory(credential, { stateDir, environment }) {
    const root = stateDir ?? (0,_login_places_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseStateDirectory */ .eE)(environment);
    return node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, 'rotations', `${credential.name}-${hashCredential(credential)}`);
}
function hashCredential({ name, registry }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${name}\n${registry}`).digest('hex').slice(0, 8);
}
/** `<rotation>.jsonl`, or `<rotation>.shard-1-of-4.jsonl`. */
function nameJournal(rotation, shard) {
    return `${rotation}${shard === undefined ? '' : `.${nameShard(shard)}`}.jsonl`;
}
function nameShard({ index, count }) {
    return `shard-${index}-of-${count}`;
}
function nameLock(directory, shard) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, shard === undefined ? 'rotation' : nameShard(shard));
}
/**
 * The same on every machine, and at most 63 characters of what a label of DNS takes:
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
function nameLease(credential, shard) {
    const words = credential.name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/gu, '-')
        .slice(0, 20);
    const parts = ['dcr-login', words, hashCredential(credential), ...(shard === undefined ? [] : [nameShard(shard)])];
    return parts.join('-').replaceAll(/-+/gu, '-');
}
/** Newest first; ids begin with the time. `shard`: whose; undefined: those of the whole credential. */
async function listJournals(directory, shard, { files }) {
    const end = nameJournal('', shard);
    return (await listNames(directory, files)).filter((name) => shard === undefined ? /^[^.]+\.jsonl$/u.test(name) : name.endsWith(end));
}
/** The newest journal of every shard. */
async function listShardJournals(directory, { files }) {
    const found = (await listNames(directory, files)).flatMap((name) => {
        const [, shard = ''] = /\.(shard-\d+-of-\d+)\.jsonl$/u.exec(name) ?? [];
        return shard === '' ? [] : [{ name, shard }];
    });
    const newest = new Map();
    for (const { name, shard } of found)
        if (!newest.has(shard))
            newest.set(shard, name);
    return [...newest.values()];
}
async function listAllJournals(directory, { files }) {
    return (await listNames(directory, files)).filter((name) => name.endsWith('.jsonl'));
}
/** What a complete rotation leaves behind for nobody: the journals of its shards, and all but the last few of its own. */
async function tidyJournals(directory, ports) {
    const own = await listJournals(directory, undefined, ports);
    const shards = (await listAllJournals(directory, ports)).filter((name) => name.includes('.shard-'));
    const over = [...own.slice(KEPT), ...shards];
    for (const name of over)
        await ports.files.apply({ do: 'remove', path: node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, name) });
}
/** The directories of the other credentials. */
async function listSiblings(directory, { files }) {
    const root = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(directory);
    return (await listNames(root, files)).map((name) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, name)).filter((one) => one !== directory);
}
async function listNames(directory, files) {
    const found = await files.inspect(directory);
    return found.kind === 'directory' ? found.names.toReversed() : [];
}
//# sourceMappingURL=places.js.map

/***/ }),

/***/ 3988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runPool)
/* harmony export */ });
/* harmony import */ var _lanes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4999);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2994);


/**
 * Works through the items in their order, each API beside the others and as many at once as it takes. What `work` throws
 * stops the pool: what is in hand is finished, then the first fault is thrown.
 */
async function runPool({ items, target, work, isStopped }) {
    const faults = [];
    const runLane = async (queue) => {
        for (let next = queue.next(); next.done !== true; next = queue.next()) {
            if (faults.length > 0 || isStopped())
                return;
            try {
                await work(next.value);
            }
            catch (fault) {
                faults.push(fault);
            }
        }
    };
    const lanes = (0,_lanes_js__WEBPACK_IMPORTED_MODULE_0__/* .groupByApi */ .l)(items, (item) => target(item).api);
    await Promise.all([...lanes.values()].flatMap((list) => {
        const queue = list.values();
        const { atOnce } = (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .findLimits */ .Us)(target(list[0]));
        return Array.from({ length: Math.min(atOnce, list.length) }, () => runLane(queue));
    }));
    if (faults.length > 0)
        throw faults[0];
}
//# sourceMappingURL=pool.js.map

/***/ }),

/***/ 9177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ chooseUsername),
/* harmony export */   E6: () => (/* binding */ reportTarget),
/* harmony export */   Y: () => (/* binding */ canRetire),
/* harmony export */   mB: () => (/* binding */ hasCredential)
/* harmony export */ });
/** Whether a credential exists already that some target may hold: then no refusal may hold the others back. */
function hasCredential({ past, orders }) {
    return orders.given !== undefined || (past?.generations.length ?? 0) > 0;
}
/** Whose a password is that was given alone. */
function chooseUsername({ orders, past, old }) {
    return orders.given?.username ?? past?.generations.at(-1)?.username ?? old?.username;
}
function canRetire({ job, orders }) {
    return orders.shard === undefined && job.issuer?.retire !== undefined;
}
function reportTarget({ target: { id, type }, state, report }) {
    // What is still being written when a run ends will be looked at and written again.
    return { id, type, state: state === 'writing' ? 'pending' : state, ...report };
}
//# sourceMappingURL=run.js.map

/***/ })

};
;