"use strict";
exports.id = 233;
exports.ids = [233];
exports.modules = {

/***/ 233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readEntries: () => (/* binding */ readEntries)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
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
// EXTERNAL MODULE: ./packages/core/lib/config/registries-rules.js
var registries_rules = __webpack_require__(8035);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./packages/core/lib/config/yaml-text.js

/** A YAML text that still knows where everything stands. */
class YamlText {
    #document;
    #lines = new dist/* LineCounter */.HN();
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
        this.#document = (0,dist/* parseDocument */.Tp)(text, options);
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
            if (!(0,dist/* isNode */.Ll)(node))
                continue;
            const pair = (0,dist/* isMap */.jh)(node) && key !== undefined && length === path.length ? findKey(node, key) : undefined;
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
    (0,dist/* visit */.YR)(document, {
        Scalar: (_key, node) => {
            if (node.type === 'PLAIN' && /^(?:null|Null|NULL|~)$/u.test(String(node.value)))
                node.value = '';
        },
    });
}
function findKey(node, key) {
    if (!(0,dist/* isMap */.jh)(node))
        return undefined;
    const pair = node.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && item.key.value === key);
    return (0,dist/* isNode */.Ll)(pair?.key) ? pair.key : undefined;
}
/** One after the other: of a large file the list would be as large as the file. */
function* walkScalars(node, path) {
    if ((0,dist/* isScalar */.jn)(node))
        yield { path, value: node.value };
    else if ((0,dist/* isMap */.jh)(node)) {
        for (const { key, value } of node.items) {
            if (!(0,dist/* isScalar */.jn)(key))
                yield* walkScalars(key, path);
            yield* walkScalars(value, [...path, String((0,dist/* isScalar */.jn)(key) ? key.value : key)]);
        }
    }
    else if ((0,dist/* isCollection */.P3)(node)) {
        for (const [index, item] of node.items.entries())
            yield* walkScalars(item, [...path, index]);
    }
}
//# sourceMappingURL=yaml-text.js.map
;// CONCATENATED MODULE: ./packages/core/lib/config/registries-schema.js





const registries_schema_text = (what) => schemas/* string */.YjP({ error: ({ input }) => (input === undefined ? 'is missing' : `must be ${what}`) });
/** A secret that is not there arrives as empty text, which is no fault of the list. */
const ENTRY = schemas/* strictObject */.rej({
    registry: registries_schema_text('host/name'),
    username: registries_schema_text('the user name'),
    password: registries_schema_text('text').optional(),
    passwordEnv: registries_schema_text('the name of a variable').min(1, 'must name a variable').optional(),
    credentialsId: registries_schema_text('the id of a Jenkins credential').optional(),
});
const SHAPE = schemas/* array */.YOg(ENTRY, 'must be a list of registries').min(1, 'must name at least one registry');
/** The entries of a list in YAML or JSON. Throws `DCR_CONFIG_INVALID` with every fault at once. */
function readEntries(content, source) {
    const text = new YamlText(content, { textOnly: true });
    if (text.faults.length > 0)
        throw describeFaults(source.name, text.faults);
    const refuse = (found) => describeFaults(source.name, found.map(({ path, key, says }) => ({ ...text.locate(path, key), says })));
    const parsed = SHAPE.safeParse(text.value);
    if (!parsed.success)
        throw refuse(parsed.error.issues.flatMap(describeIssue));
    const faults = (0,registries_rules/* findFaults */.H)(parsed.data, source);
    if (faults.length > 0)
        throw refuse(faults);
    return parsed.data;
}
function describeIssue(issue) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const known = Object.keys(ENTRY.shape);
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => ({ path, key, says: `${key} is not known here${suggestName(key, known)}` }));
    const name = path.at(-1) ?? 'the document';
    if (typeof name === 'number')
        return [{ path, says: 'an entry has registry, username and a password' }];
    return [{ ...split(path), says: `${name} ${issue.message}` }];
}
/** A value is shown by its key, where it has one. */
function split(path) {
    const last = path.at(-1);
    return typeof last === 'string' ? { path: path.slice(0, -1), key: last } : { path };
}
//# sourceMappingURL=registries-schema.js.map

/***/ })

};
;