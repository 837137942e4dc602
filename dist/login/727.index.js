export const id = 727;
export const ids = [727];
export const modules = {

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

/***/ 5727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  closeSession: () => (/* binding */ closeSession)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/deadline.js
var lib_deadline = __webpack_require__(7065);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/login/places.js
var places = __webpack_require__(75);
// EXTERNAL MODULE: ./packages/core/lib/login/engines/name.js
var engines_name = __webpack_require__(9096);
// EXTERNAL MODULE: ./packages/core/lib/login/session.js
var session = __webpack_require__(1023);
// EXTERNAL MODULE: ./packages/core/lib/login/store/store.js + 1 modules
var store = __webpack_require__(557);
// EXTERNAL MODULE: ./packages/core/lib/credential/fingerprint.js
var fingerprint = __webpack_require__(4783);
;// CONCATENATED MODULE: ./packages/core/lib/login/undo.js



/**
 * What the logout of `mine` does to the place it was installed in. Whatever the order of the logouts, the last one
 * leaves what was there before the first login, and no logout takes away what somebody else has put there since.
 */
function decideUndo(question) {
    const { mine, present, sessions } = question;
    const { installed } = mine.record;
    if (installed === null || mine.undo === undefined)
        return { do: 'leave' };
    const successor = sessions
        .filter(({ record }) => (0,session/* isSamePlace */.O1)(record, mine.record) && record.sequence > mine.record.sequence)
        .filter(({ record }) => record.installed !== null)
        .toSorted((a, b) => a.record.sequence - b.record.sequence)[0];
    if (successor !== undefined) {
        const replacedOurs = successor.undo !== undefined && (0,fingerprint/* matchesFingerprint */.G)((0,store/* serialiseLogin */.du)(successor.undo), installed);
        return replacedOurs ? { do: 'hand-over', to: successor.record.id, undo: mine.undo } : { do: 'leave' };
    }
    return (0,fingerprint/* matchesFingerprint */.G)((0,store/* serialiseLogin */.du)(present), installed) ? { do: 'restore', undo: mine.undo } : { do: 'leave' };
}
//# sourceMappingURL=undo.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/close.js








/** Undoes one login. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`; the session then stays, to be closed later. */
async function closeSession(closing, ports) {
    const { session, sessions, deadline } = closing;
    const { signal, end } = (0,lib_deadline/* setDeadline */.r)(Math.max(1, deadline - ports.clock.now()), ports.clock);
    const context = { ports, env: (0,places/* cleanEnvironment */.hh)(ports.environment, []), forms: [], signal };
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
    return files.lock(place.path, deadline, async () => {
        const mine = await sessions.read(record.id);
        if (mine === undefined)
            return 'removed';
        const decision = decideUndo({ mine, present: await (0,store/* readUndo */.dV)(place, context), sessions: await sessions.list() });
        if (decision.do === 'leave')
            return 'left';
        if (decision.do === 'hand-over') {
            await sessions.saveUndo(decision.to, decision.undo);
            return 'handed-over';
        }
        await (0,store/* writeStored */.zS)(place, decision.undo, context);
        await proveRestored(place, decision.undo, context);
        return decision.undo.entry === null && decision.undo.helper === null ? 'removed' : 'restored';
    });
}
/** Reads the place again: it must hold what was there before, whoever wrote to it in between. */
async function proveRestored(place, undo, context) {
    if ((0,store/* serialiseLogin */.du)(await (0,store/* readUndo */.dV)(place, context)) === (0,store/* serialiseLogin */.du)(undo))
        return;
    throw stillThere(place.key, place.helper === undefined ? place.path : `docker-credential-${place.helper}`);
}
function stillThere(key, where) {
    return new errors/* DcrError */.ol('DCR_STORE_FAILED', {
        message: `the login of ${key} is still in ${where} after it was removed`,
    });
}
async function removeDirectory(directory, context) {
    const { files } = context.ports;
    await files.apply({ do: 'remove', path: directory });
    if ((await files.inspect(directory)).kind === 'missing')
        return;
    throw new errors/* DcrError */.ol('DCR_STORE_FAILED', { message: `${directory} could not be removed and still holds a login` });
}
//# sourceMappingURL=close.js.map

/***/ })

};
