"use strict";
exports.id = 727;
exports.ids = [727];
exports.modules = {

/***/ 8203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ describeFaults)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);

/** The error that tells all of them, one a line, in the order of the file. `name` is the file, or an input. */
function describeFaults(name, faults) {
    const lines = faults
        .toSorted((a, b) => a.line - b.line || a.column - b.column)
        // What is repeated of the file is data: it does not begin a line of its own.
        .map(({ line, column, says }) => `${name}:${line}:${column}: ${says}`.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '));
    const [first = ''] = lines;
    const message = lines.length === 1 ? first : `${name} has ${lines.length} faults:\n  ${lines.join('\n  ')}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message, remedy: 'Correct these lines; nothing was started.' });
}
//# sourceMappingURL=faults.js.map

/***/ }),

/***/ 1854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ suggestName)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9930);

/** ` (did you mean "x"?)` where one of the names is close enough to be meant, else nothing. */
function suggestName(given, names) {
    const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .findNearest */ .q)(given, names);
    return near === undefined ? '' : ` (did you mean "${near}"?)`;
}
//# sourceMappingURL=near-name.js.map

/***/ }),

/***/ 9930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ findNearest)
/* harmony export */ });
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

/***/ 7777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ loadJobs)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/config/near-name.js
var near_name = __webpack_require__(1854);
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
// EXTERNAL MODULE: ./packages/core/lib/config/faults.js
var faults = __webpack_require__(8203);
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
        throw (0,faults/* describeFaults */.Z)(this.#name, this.#faults);
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
        const { createHttpIssuer } = await __webpack_require__.e(/* import() */ 928).then(__webpack_require__.bind(__webpack_require__, 8928));
        return createHttpIssuer(settings, ports);
    },
    vault: async (settings, { ports }) => {
        const { createVaultIssuer } = await __webpack_require__.e(/* import() */ 714).then(__webpack_require__.bind(__webpack_require__, 4714));
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
        const { createGithubSecret } = await __webpack_require__.e(/* import() */ 346).then(__webpack_require__.bind(__webpack_require__, 2346));
        return [createGithubSecret(settings, ports)];
    },
    'gitlab-variable': async (settings, { ports }) => {
        const { createGitlabVariable } = await __webpack_require__.e(/* import() */ 914).then(__webpack_require__.bind(__webpack_require__, 3914));
        return [createGitlabVariable(settings, ports)];
    },
    'jenkins-credential': async (settings, { ports }) => {
        const { createJenkinsCredential } = await __webpack_require__.e(/* import() */ 492).then(__webpack_require__.bind(__webpack_require__, 5492));
        return [createJenkinsCredential(settings, ports)];
    },
    'kubernetes-secret': async (settings, context) => {
        const { createKubernetesSecrets } = await Promise.all(/* import() */[__webpack_require__.e(207), __webpack_require__.e(318)]).then(__webpack_require__.bind(__webpack_require__, 4318));
        return createKubernetesSecrets(settings, context);
    },
    'docker-config': async (settings, context) => {
        const { createDockerConfig } = await __webpack_require__.e(/* import() */ 53).then(__webpack_require__.bind(__webpack_require__, 1053));
        return [createDockerConfig(settings, context)];
    },
    'vault-kv': async (settings, { ports }) => {
        const { createVaultKv } = await __webpack_require__.e(/* import() */ 880).then(__webpack_require__.bind(__webpack_require__, 3880));
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

/***/ 1594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ keepUsername),
/* harmony export */   Jn: () => (/* binding */ fingerprintPair),
/* harmony export */   On: () => (/* binding */ foldEntries),
/* harmony export */   b5: () => (/* binding */ isStillDone),
/* harmony export */   tO: () => (/* binding */ isPair)
/* harmony export */ });
/* harmony import */ var _credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4783);
/* harmony import */ var _law_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3132);


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
    if (one === undefined || !_law_js__WEBPACK_IMPORTED_MODULE_0__/* .DONE_STATES */ .QB.has(one.state))
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
    return (0,_credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .makeFingerprint */ .B)(JSON.stringify([username, password.reveal()]), salt);
}
function isPair({ username, password }, fingerprint) {
    return (0,_credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesFingerprint */ .G)(JSON.stringify([username, password.reveal()]), fingerprint);
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