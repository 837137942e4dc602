"use strict";
exports.id = 645;
exports.ids = [645];
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

/***/ }),

/***/ 645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  takeBack: () => (/* binding */ takeBack),
  takeBackAll: () => (/* binding */ takeBackAll)
});

// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/deadline.js
var lib_deadline = __webpack_require__(7065);
// EXTERNAL MODULE: ./packages/core/lib/login/places.js
var places = __webpack_require__(75);
// EXTERNAL MODULE: ./packages/core/lib/login/private-directory.js
var private_directory = __webpack_require__(7894);
// EXTERNAL MODULE: ./packages/core/lib/login/engines/name.js
var engines_name = __webpack_require__(9096);
// EXTERNAL MODULE: ./packages/core/lib/login/session.js
var session = __webpack_require__(1023);
// EXTERNAL MODULE: ./packages/core/lib/login/store/store.js + 2 modules
var store = __webpack_require__(9677);
// EXTERNAL MODULE: ./packages/core/lib/credential/fingerprint.js
var fingerprint = __webpack_require__(4783);
// EXTERNAL MODULE: ./packages/core/lib/login/store/stored-login.js
var stored_login = __webpack_require__(8410);
;// CONCATENATED MODULE: ./packages/core/lib/login/undo.js



/**
 * What the logout of `mine` does to one of the slots that it was installed in. Whatever the order of the logouts, the last
 * one leaves what was there before the first login, and no logout takes away what somebody else has put there since.
 */
function decideUndo(question) {
    const { slot, mine, present, sessions } = question;
    const { record, undo } = mine;
    if (record.installed === null || undo === undefined)
        return { do: 'leave' };
    const holds = (other) => other.undo !== undefined && isInstalled(slot, record, other.undo);
    const later = sessions
        .filter((other) => (0,session/* sharesSlot */.PX)(slot, other.record, record) && other.record.sequence > record.sequence)
        .filter((other) => other.record.installed !== null)
        .toSorted((a, b) => a.record.sequence - b.record.sequence);
    // By another file the same helper may be called and yet keep its secrets elsewhere: only what it holds can tell.
    const next = later.find((other) => holds(other) || other.record.place?.path === record.place?.path);
    if (next !== undefined)
        return holds(next) ? { do: 'hand-over', to: next.record.id, undo } : { do: 'leave' };
    return isInstalled(slot, record, present) ? { do: 'restore', undo } : { do: 'leave' };
}
/** Whether this slot holds what the session has put there. */
function isInstalled(slot, { place, installed }, stored) {
    if (slot === 'entry' && place?.helper !== undefined)
        return JSON.stringify(stored.entry) === JSON.stringify(stored_login/* MARKER */.t);
    return installed !== null && (0,fingerprint/* matchesFingerprint */.G)(JSON.stringify(stored[slot]), installed);
}
//# sourceMappingURL=undo.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/close.js









/** Undoes one login. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`; the session then stays, to be closed later. */
async function closeSession(closing, ports) {
    const { session, sessions, deadline } = closing;
    const time = Math.max(1, deadline - ports.clock.now());
    const { signal, end } = (0,lib_deadline/* setDeadline */.r)(time, ports.clock, closing.signal);
    const forms = (0,store/* deriveUndoForms */.FV)(session.undo);
    const context = { ports, env: (0,places/* cleanEnvironment */.hh)(ports.environment, forms), forms, signal };
    try {
        return await sessions.withGroup(session.record.group, deadline, async () => {
            // A session of the same call may have left its directory to this one in the meantime.
            const present = session.record.group === null ? session : await sessions.read(session.record.id);
            if (present === undefined)
                return 'removed';
            return await undoLogin({ ...closing, session: present }, context);
        });
    }
    finally {
        end();
    }
}
async function undoLogin({ session, sessions, deadline }, context) {
    const { record } = session;
    // First, for they go whatever the shared place says.
    for (const directory of record.directories) {
        const heir = record.group === null ? undefined : await findHeir(record, directory, sessions);
        if (heir === undefined)
            await removeDirectory(directory, context);
        else
            await bequeathDirectory({ record, heir, directory, sessions, deadline }, context);
    }
    const outcome = record.place === null ? 'removed' : await undoShared(session, record.place, { sessions, deadline, context });
    await sessions.remove(record.id);
    return outcome;
}
/** Another session of the same call whose login lies in this directory as well. */
async function findHeir({ id, group }, directory, sessions) {
    const others = (await sessions.list()).map(({ record }) => record);
    return others.find((other) => {
        // A login that was killed before it got there has nothing there.
        return other.id !== id && other.group === group && other.installed !== null && (0,session/* liesWithin */.ZQ)(other, directory);
    });
}
/** The directory goes with the other session from now on; only the own entry leaves it. */
async function bequeathDirectory(will, context) {
    const { record, heir, directory, sessions, deadline } = will;
    if (!heir.directories.includes(directory))
        await sessions.update({ ...heir, directories: [...heir.directories, directory] });
    // What a login in a directory of its own replaced there is the copy of the user's own entry: it goes too.
    if (record.place !== null && (0,session/* liesWithin */.ZQ)(record, directory))
        return;
    const file = external_node_path_.join(directory, engines_name/* FILES */.cn[(0,engines_name/* formatOf */.be)(record.engine)].name);
    const place = { path: file, key: record.key };
    await context.ports.files.lock(file, deadline, async () => {
        await (0,store/* writeStored */.zS)(place, { entry: null, helper: null }, context);
        if ((await (0,store/* readUndo */.dV)(place, context)).entry !== null)
            throw stillThere(record.key, file);
    });
}
async function undoShared({ record }, place, { sessions, deadline, context }) {
    const { files } = context.ports;
    // What never got as far as the place is not looked for there: file or helper may be the reason why.
    if (record.installed === null)
        return 'left';
    // Without the directory there is nothing to be undone, and nowhere to put a lock.
    if ((await files.inspect(external_node_path_.dirname(place.path), { follow: true })).kind !== 'directory')
        return 'removed';
    const helpers = place.helper === undefined ? [] : [place.helper];
    const undo = async () => {
        const mine = await sessions.read(record.id);
        if (mine === undefined)
            return 'removed';
        const present = await (0,store/* readUndo */.dV)(place, context);
        const decisions = decideAll(mine, place, { present, sessions: await sessions.list() });
        await handOver(decisions, sessions, deadline);
        const restored = Object.assign({}, ...decisions.map((decision) => pickRestored(decision)));
        if (Object.keys(restored).length > 0) {
            await (0,store/* writeStored */.zS)(place, restored, context);
            await proveRestored(place, restored, context);
        }
        const what = decisions.find((decision) => decision.do !== 'leave')?.do;
        if (what === 'restore')
            return (restored.entry ?? restored.helper ?? null) === null ? 'removed' : 'restored';
        if (what === 'hand-over')
            return 'handed-over';
        // Somebody has logged out by the client itself, or a logout was cut off before it could forget the session.
        return present[place.helper === undefined ? 'entry' : 'helper'] === null ? 'removed' : 'left';
    };
    return files.lock(place.path, deadline, () => sessions.withHelpers(helpers, deadline, undo));
}
/** The slot that keeps the secret comes first. */
function decideAll(mine, place, seen) {
    const decide = (slot) => ({ slot, ...decideUndo({ slot, mine, ...seen }) });
    if (place.helper === undefined)
        return [decide('entry')];
    const [helper, entry] = [decide('helper'), decide('entry')];
    // The mark in the file belongs to whatever login the helper keeps, if that is somebody else's.
    const isForeign = helper.do === 'leave' && !isUndone(mine, seen.present);
    return isForeign && entry.do === 'restore' ? [helper, { slot: 'entry', do: 'leave' }] : [helper, entry];
}
/** The helper holds what it held before, or nothing: a logout that was cut off had come that far. */
function isUndone({ undo }, { helper }) {
    return helper === null || JSON.stringify(helper) === JSON.stringify(undo?.helper);
}
/** What the later session would put back of a slot is from now on what this one would have. */
async function handOver(decisions, sessions, deadline) {
    for (const decision of decisions)
        if (decision.do === 'hand-over')
            await sessions.amendUndo(decision.to, pickSlot(decision), deadline);
}
function pickRestored(decision) {
    return decision.do === 'restore' ? pickSlot(decision) : {};
}
function pickSlot({ slot, undo }) {
    const { entry, helper, hadFile, hadAuths } = undo;
    return slot === 'helper' ? { helper } : { entry, hadFile, hadAuths };
}
/** Reads the place again: it must hold what was there before, whoever wrote to it in between. */
async function proveRestored(place, restored, context) {
    const present = await (0,store/* readUndo */.dV)(place, context);
    const differs = (slot) => restored[slot] !== undefined && JSON.stringify(present[slot]) !== JSON.stringify(restored[slot]);
    if (place.helper !== undefined && differs('helper'))
        throw stillThere(place.key, `docker-credential-${place.helper}`);
    if (differs('entry'))
        throw stillThere(place.key, place.path);
}
function stillThere(key, where) {
    return new errors/* DcrError */.ol('DCR_STORE_FAILED', {
        message: `the login of ${key} is still in ${where} after it was removed`,
    });
}
async function removeDirectory(directory, context) {
    const { files } = context.ports;
    if ((await files.inspect(directory)).kind === 'missing')
        return;
    // What was made for this login is this user's alone: anything else that stands there now is not ours to remove.
    await (0,private_directory/* checkPrivateDirectory */.Re)(directory, context.ports);
    await files.apply({ do: 'remove', path: directory });
    if ((await files.inspect(directory)).kind === 'missing')
        return;
    throw new errors/* DcrError */.ol('DCR_STORE_FAILED', { message: `${directory} could not be removed and still holds a login` });
}
//# sourceMappingURL=close.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/take-back.js


/** Time that taking back a failed login may need, whatever the deadline was. Milliseconds. */
const UNDO_TIME = 10_000;
/** Undoes one login, like a logout of its own. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`. */
async function takeBack(id, { sessions, ports }) {
    const session = await sessions.read(id);
    if (session === undefined)
        return 'removed';
    return closeSession({ session, sessions, deadline: ports.clock.now() + UNDO_TIME }, ports);
}
/**
 * Undoes the logins of a call that has failed with `reason`, and returns the error to end with: the reason, and that
 * something is left where it is. What cannot be undone now stays recorded for logout.
 */
async function takeBackAll(logins, reason, kept) {
    let all = true;
    for (const { record } of logins)
        await takeBack(record.id, kept).catch(() => (all = false));
    if (all)
        return reason;
    const { code, message, remedy, registry, retryAfter, cause } = (0,errors/* toDcrError */.zj)(reason);
    return new errors/* DcrError */.ol(code, {
        message,
        remedy: `${remedy} Part of this login could not be taken back; when its cause is mended: dcr-login logout.`,
        leftover: true,
        cause,
        ...(registry === undefined ? {} : { registry }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
    });
}
//# sourceMappingURL=take-back.js.map

/***/ })

};
;