"use strict";
exports.id = 328;
exports.ids = [328];
exports.modules = {

/***/ 4783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ makeFingerprint),
/* harmony export */   G: () => (/* binding */ matchesFingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** `salt` is random text, new for each thing that is fingerprinted. */
function makeFingerprint(value, salt) {
    return `${salt}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${salt}\n${value}`).digest('base64url')}`;
}
function matchesFingerprint(value, fingerprint) {
    const salt = fingerprint.slice(0, fingerprint.indexOf(':'));
    return makeFingerprint(value, salt) === fingerprint;
}
//# sourceMappingURL=fingerprint.js.map

/***/ }),

/***/ 4328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   installShared: () => (/* binding */ installShared)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4783);
/* harmony import */ var _read_back_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6263);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1023);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9677);
/* harmony import */ var _store_stored_login_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8410);






/**
 * Puts these entries where others keep theirs, and reads them back: each place is in this file. Returns the records as they
 * are now. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`.
 */
async function installShared(file, installations, { sessions, context, deadline }) {
    const { files } = context.ports;
    await files.apply({ do: 'make-directory', path: node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(file) });
    const writes = installations.flatMap(({ plan, entry, record, salt }) => {
        const { place } = plan;
        return place === undefined ? [] : [{ plan, place, login: (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .shapeLogin */ .r0)(place, entry), record, salt }];
    });
    const helpers = writes.flatMap(({ place: { helper } }) => (helper === undefined ? [] : [helper]));
    const install = async () => {
        // What was there is on disk before it is touched, and so is whose the new entries are.
        const stored = await sessions.list();
        const records = [];
        for (const { place, login, record, salt } of writes) {
            await sessions.saveUndo(record.id, inheritUndo(await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .readUndo */ .dV)(place, context), place, stored));
            const before = stored.filter(({ record: other }) => {
                return (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .sharesSlot */ .PX)('entry', other, { place }) || (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .sharesSlot */ .PX)('helper', other, { place });
            });
            const sequence = Math.max(0, ...before.map((other) => other.record.sequence)) + 1;
            const installed = { ...record, sequence, installed: (0,_credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFingerprint */ .B)((0,_store_stored_login_js__WEBPACK_IMPORTED_MODULE_4__/* .serialiseLogin */ .d)(login), salt) };
            await sessions.update(installed);
            records.push(installed);
        }
        await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .writeAllStored */ .UP)(file, writes, context);
        for (const { plan, place, login } of writes)
            if ((0,_store_stored_login_js__WEBPACK_IMPORTED_MODULE_4__/* .serialiseLogin */ .d)(await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .readUndo */ .dV)(place, context)) !== (0,_store_stored_login_js__WEBPACK_IMPORTED_MODULE_4__/* .serialiseLogin */ .d)(login))
                throw (0,_read_back_js__WEBPACK_IMPORTED_MODULE_5__/* .notReadBack */ .n)(file, plan);
        return records;
    };
    return files.lock(file, deadline, () => sessions.withHelpers(helpers, deadline, install));
}
/** What is there only since a login of ours that still lives was not there before: the last logout takes it away. */
function inheritUndo(undo, place, sessions) {
    const earlier = sessions.flatMap((other) => other.record.place?.path === place.path && other.undo !== undefined ? [other.undo] : []);
    return {
        ...undo,
        hadFile: undo.hadFile && earlier.every(({ hadFile }) => hadFile),
        hadAuths: undo.hadAuths && earlier.every(({ hadAuths }) => hadAuths),
    };
}
//# sourceMappingURL=install-shared.js.map

/***/ }),

/***/ 9677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FV: () => (/* binding */ deriveUndoForms),
  dV: () => (/* binding */ readUndo),
  r0: () => (/* binding */ shapeLogin),
  UP: () => (/* binding */ writeAllStored),
  zS: () => (/* binding */ writeStored)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-file.js
var config_file = __webpack_require__(8674);
;// CONCATENATED MODULE: ./packages/core/lib/login/store/config-edit.js


/**
 * Sets one entry and leaves every other byte as it is; the new one is written as the file writes others. `text` is the
 * object of a configuration, or blank.
 */
function putAuth(text, key, entry) {
    const base = text.trim() === '' ? '{}' : text;
    const root = (0,main.parseTree)(base) ?? NOTHING;
    const name = findAuths(root);
    const auths = (0,main.findNodeAtLocation)(root, [name]);
    if (auths === undefined)
        return insertMember(base, root, { name, value: { [key]: entry } });
    // Nothing can be put into null, which docker reads as no entries.
    if (auths.type === 'null')
        return replaceValue(base, auths, { [key]: entry });
    const present = (0,main.findNodeAtLocation)(auths, [key]);
    if (present !== undefined)
        return replaceValue(base, present, entry);
    return insertMember(base, auths, { name: key, value: entry });
}
/**
 * Removes one entry; `auths` itself too when it holds nothing more and `keepAuths` is false. What `putAuth` put into a file
 * is taken out of it to the byte.
 */
function dropAuth(text, key, keepAuths) {
    const root = (0,main.parseTree)(text) ?? NOTHING;
    const auths = (0,main.findNodeAtLocation)(root, [findAuths(root)]);
    const entry = auths === undefined ? undefined : (0,main.findNodeAtLocation)(auths, [key]);
    if (auths === undefined || entry === undefined)
        return text;
    const isLast = auths.children?.length === 1;
    return removeMember(text, isLast && !keepAuths ? auths.parent : entry.parent);
}
/** `auths` as it is spelt there: clients take it in any case. */
function findAuths(root) {
    const names = (root.children ?? []).map(({ children }) => String(children?.[0]?.value ?? ''));
    return names.includes('auths') ? 'auths' : (names.find((name) => (0,config_file/* isSpelt */.Z4)(name, 'auths')) ?? 'auths');
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
// EXTERNAL MODULE: ./packages/core/lib/login/store/stored-login.js
var stored_login = __webpack_require__(8410);
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
    return { entry: stored_login/* MARKER */.t, helper };
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
        return entry === null ? dropAuth(present, key, hadAuths) : putAuth(present, key, entry);
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
    const entry = undo?.entry === null || undo?.entry === undefined ? undefined : (0,config_file/* decodeAuth */.X$)(undo.entry);
    return [undo?.helper ?? undefined, entry].flatMap((stored) => stored === undefined ? [] : (0,masking/* deriveMaskedForms */.UO)({ username: stored.username, password: new secret/* Secret */.z(stored.secret) }));
}
function toHelper(place, name, context) {
    const { env, forms, signal, ports } = context;
    return { name, key: place.key, env, forms, signal, processes: ports.processes };
}
//# sourceMappingURL=store.js.map

/***/ }),

/***/ 8410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ serialiseLogin),
/* harmony export */   t: () => (/* binding */ MARKER)
/* harmony export */ });
/** Docker keeps an empty entry in the file for what a helper holds. */
const MARKER = {};
/** What a fingerprint is made of: the secret, wherever it is kept. */
function serialiseLogin(login) {
    return JSON.stringify(login.helper ?? login.entry);
}
//# sourceMappingURL=stored-login.js.map

/***/ })

};
;