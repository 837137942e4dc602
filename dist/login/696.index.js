export const id = 696;
export const ids = [696];
export const modules = {

/***/ 7696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readRegistries: () => (/* binding */ readRegistries)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js + 1 modules
var credential = __webpack_require__(2602);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var reference = __webpack_require__(3256);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./packages/core/lib/config/document.js


/**
 * `name` is how the source is called in messages: a file, or an input. With `textOnly` every scalar is the text that stands
 * there, and an unquoted null is an empty one: a password of digits is no number, and a secret that GitHub does not have no
 * password "null". Throws `DCR_CONFIG_INVALID` with every fault of syntax.
 */
function readDocument(text, name, { textOnly = false } = {}) {
    const lines = new dist/* LineCounter */.HN();
    const schema = textOnly ? 'failsafe' : 'core';
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, schema });
    const locate = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line, column: col };
    };
    if (document.errors.length > 0) {
        // The parser's message may repeat the text around the fault, so only its code is told.
        const faults = document.errors.map(({ pos, code }) => ({ ...locate(pos[0]), says: SYNTAX[code] ?? 'is no YAML' }));
        throw explainFaults(faults, name);
    }
    if (textOnly)
        blankNulls(document);
    return { name, value: resolveValue(document, name), locate: (path) => locate(findOffset(document, path)) };
}
function blankNulls(document) {
    (0,dist/* visit */.YR)(document, {
        Scalar: (_key, node) => {
            if (node.type === 'PLAIN' && /^(?:null|Null|NULL|~)$/u.test(String(node.value)))
                node.value = '';
        },
    });
}
/** Aliases are resolved here: one that leads nowhere, and those that multiply without end, throw `DCR_CONFIG_INVALID`. */
function resolveValue(document, name) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch {
        throw explainFaults([{ line: 1, column: 1, says: 'has an alias (*) that leads nowhere, or too many of them' }], name);
    }
}
/** Throws `DCR_CONFIG_INVALID` that tells all of them, in the order of the document. */
function refuseFaults(faults, document) {
    if (faults.length === 0)
        return;
    throw explainFaults(faults.map(({ path, says }) => ({ ...document.locate(path), says })), document.name);
}
const SYNTAX = {
    DUPLICATE_KEY: 'names a key twice',
    TAB_AS_INDENT: 'is indented by a tab, which YAML does not allow',
    MISSING_CHAR: 'misses a closing quote, bracket or comma',
    MULTIPLE_DOCS: 'starts a second document',
};
function explainFaults(faults, name) {
    const told = faults
        .toSorted((a, b) => a.line - b.line || a.column - b.column)
        .map(({ line, column, says }) => `${name}:${line}:${column}: ${says}`);
    return new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message: told.join('; ') });
}
/** Where the key of the path stands, or the deepest value around it that exists. */
function findOffset(document, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
        const last = path[length - 1];
        if ((0,dist/* isMap */.jh)(parent)) {
            const pair = parent.items.find(({ key }) => String(key) === String(last));
            if (pair !== undefined && (0,dist/* isPair */.tO)(pair))
                return rangeOf(pair.key);
        }
        const node = document.getIn(path.slice(0, length), true);
        if (node !== undefined && node !== null)
            return rangeOf(node);
    }
    return rangeOf(document.contents);
}
function rangeOf(node) {
    return node?.range?.[0] ?? 0;
}
//# sourceMappingURL=document.js.map
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
;// CONCATENATED MODULE: ./packages/core/lib/config/shape.js


/**
 * The value of a document in the shape of a schema. Throws `DCR_CONFIG_INVALID` with every fault, and for an unknown key
 * the known one that was probably meant. `keys`: every key that the schema knows anywhere.
 */
function checkShape(schema, document, keys) {
    const parsed = schema.safeParse(document.value);
    if (parsed.success)
        return parsed.data;
    refuseFaults(parsed.error.issues.flatMap((issue) => readIssue(issue, keys)), document);
    throw parsed.error;
}
function readIssue(issue, keys) {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code !== 'unrecognized_keys') {
        const name = path.at(-1);
        return [{ path, says: `${name === undefined ? 'the document' : String(name)}: ${issue.message}` }];
    }
    return issue.keys.map((key) => {
        const near = findNearest(key, keys);
        return {
            path: [...path, key],
            says: `"${key}" is not known here${near === undefined ? '' : `; is it "${near}"?`}`,
        };
    });
}
//# sourceMappingURL=shape.js.map
;// CONCATENATED MODULE: ./packages/core/lib/config/registries.js







/** A secret that is not there arrives as empty text, which is no fault of the list. */
const ENTRY = schemas/* strictObject */.rej({
    registry: schemas/* string */.YjP('must be host/name'),
    username: schemas/* string */.YjP('must be the user name'),
    password: schemas/* string */.YjP('must be text').optional(),
    passwordEnv: schemas/* string */.YjP('must be the name of a variable').min(1, 'must name a variable').optional(),
    credentialsId: schemas/* string */.YjP('must be the id of a Jenkins credential').optional(),
});
const SHAPE = schemas/* array */.YOg(ENTRY, 'must be a list of registries').min(1, 'must name at least one registry');
/**
 * The list `[{registry, username, password | passwordEnv}]` in YAML or JSON. A password that is empty here, or whose variable
 * is, is returned as an empty one: whoever asks knows best why. Throws `DCR_CONFIG_INVALID` with every fault at once.
 */
function readRegistries(content, source) {
    const document = readDocument(content, source.name, { textOnly: true });
    const entries = checkShape(SHAPE, document, Object.keys(ENTRY.shape));
    refuseFaults(findFaults(entries, source), document);
    return entries.map(({ registry, username, password, passwordEnv }) => {
        const value = password ?? source.variables[passwordEnv ?? ''] ?? '';
        return { registry, username, password: new secret/* Secret */.z((0,credential/* tidyPassword */.qe)(value)), passwordEnv };
    });
}
function findFaults(entries, source) {
    const rules = [refuseCredentialsId, refuseWrittenPassword, demandOnePassword, demandRegistry];
    const faults = entries.flatMap((entry, index) => rules.flatMap((rule) => rule(entry, source).map(({ path, says }) => ({ path: [index, ...path], says }))));
    return [...faults, ...refuseTwice(entries)];
}
function refuseCredentialsId({ credentialsId }) {
    if (credentialsId === undefined)
        return [];
    return [{ path: ['credentialsId'], says: 'credentialsId is for Jenkins; use passwordEnv here' }];
}
function refuseWrittenPassword({ password }, { allowPassword }) {
    if (password === undefined || allowPassword)
        return [];
    const says = 'a password does not belong into a file; name the variable that holds it: passwordEnv';
    return [{ path: ['password'], says }];
}
function demandOnePassword({ password, passwordEnv }, { allowPassword }) {
    if (password !== undefined && passwordEnv !== undefined)
        return [{ path: ['passwordEnv'], says: 'password and passwordEnv exclude each other' }];
    if (password !== undefined || passwordEnv !== undefined)
        return [];
    return [{ path: [], says: allowPassword ? 'needs password or passwordEnv' : 'needs passwordEnv' }];
}
function demandRegistry({ registry }) {
    try {
        (0,reference/* parseRegistry */.l5)(registry);
        return [];
    }
    catch (error) {
        if (!(error instanceof errors/* DcrError */.ol))
            throw error;
        return [{ path: ['registry'], says: error.message }];
    }
}
function refuseTwice(entries) {
    const seen = new Set();
    return entries.flatMap(({ registry }, index) => {
        const name = registry.trim().toLowerCase();
        if (seen.has(name))
            return [{ path: [index, 'registry'], says: `${registry} is named twice` }];
        seen.add(name);
        return [];
    });
}
//# sourceMappingURL=registries.js.map

/***/ })

};
