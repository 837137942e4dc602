"use strict";
exports.id = 584;
exports.ids = [584];
exports.modules = {

/***/ 584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inspectStatus: () => (/* binding */ inspectStatus)
/* harmony export */ });
/* harmony import */ var _credential_credential_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4910);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2259);
/* harmony import */ var _leftover_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5033);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8142);
/* harmony import */ var _past_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3082);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5210);
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3988);








/** What is stored where and how old it is, without values. */
async function inspectStatus(request, ports) {
    const { file, names = [], stateDir } = request;
    const jobs = await (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadJobs */ .h)({ file, names, stateDir }, ports);
    const credentials = [];
    for (const job of jobs)
        credentials.push(await inspectJob(job, request, ports));
    const error = findError(credentials);
    return { credentials, ...(error === undefined ? {} : { error }) };
}
async function inspectJob(job, request, ports) {
    const { name, registry, maxAge } = job.settings;
    const { signal = new AbortController().signal } = request;
    const facts = new Map();
    await (0,_pool_js__WEBPACK_IMPORTED_MODULE_1__/* .runPool */ .k)({
        items: job.targets,
        target: (target) => target,
        work: async (target) => void facts.set(target.id, await target.inspect(signal).catch(_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .toDcrError */ .zj)),
        isStopped: () => signal.aborted,
    });
    const past = await readNewest(job, ports);
    const reference = findReference(job.targets, facts);
    const limit = request.maxAge ?? maxAge ?? Number.POSITIVE_INFINITY;
    const targets = job.targets.map((target) => {
        const { id, type } = target;
        const found = facts.get(id);
        if (found === undefined || found instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol) {
            const { code, message, remedy } = found ?? new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_INTERNAL', { message: 'it was not looked at' });
            return { id, type, step: 'unknown', tooOld: false, error: { code, message, remedy } };
        }
        const wrote = past?.targets.get(id)?.at ?? null;
        const since = found.since ?? wrote;
        const time = since === null ? {} : { since: (0,_credential_credential_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(since), age: Math.max(0, ports.clock.now() - since) };
        return { id, type, step: judge(found, { past, reference, wrote }), ...time, tooOld: (time.age ?? 0) > limit };
    });
    const open = past !== undefined && past.ended === null ? past : undefined;
    const unfinished = open === undefined ? {} : { unfinished: open.rotation };
    return { name, registry, ...unfinished, notes: open === undefined ? [] : (0,_leftover_js__WEBPACK_IMPORTED_MODULE_4__/* .describeUnanswered */ .K0)(open), targets };
}
async function readNewest({ directory }, ports) {
    for (const name of await (0,_places_js__WEBPACK_IMPORTED_MODULE_5__/* .listJournals */ .d_)(directory, undefined, ports)) {
        const past = (0,_past_js__WEBPACK_IMPORTED_MODULE_6__/* .foldEntries */ .On)((await (0,_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .readJournal */ .a)(`${directory}/${name}`, ports))?.entries ?? []);
        if (past !== undefined)
            return past;
    }
    return undefined;
}
/** What most readable places hold; of equals, the first in the file. */
function findReference(targets, facts) {
    const votes = new Map();
    for (const { id } of targets) {
        const found = facts.get(id);
        if (found === undefined || found instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol || found.stored === undefined)
            continue;
        const key = JSON.stringify([found.stored.username, found.stored.password.reveal()]);
        const vote = votes.get(key) ?? { pair: found.stored, count: 0 };
        vote.count += 1;
        votes.set(key, vote);
    }
    return [...votes.values()].toSorted((a, b) => b.count - a.count)[0]?.pair;
}
/** Clocks of two machines differ; a place counts as written by somebody else only well after our own write. */
const CLOCK_SLACK = 5 * 60_000;
function judge({ stored, exists, since }, known) {
    const { past, reference, wrote } = known;
    const last = past?.generations.at(-1);
    if (stored !== undefined) {
        const isRight = last?.proved === true ? (0,_past_js__WEBPACK_IMPORTED_MODULE_6__/* .isPair */ .tO)(stored, last.fingerprint) : reference !== undefined && isSame(stored, reference);
        return isRight ? 'in-step' : 'drifted';
    }
    if (!exists)
        return 'missing';
    if (wrote === null || since === null)
        return 'unread';
    return Math.abs(since - wrote) > CLOCK_SLACK ? 'drifted' : 'in-step';
}
function isSame(a, b) {
    return a.username === b.username && a.password.reveal() === b.password.reveal();
}
function findError(credentials) {
    const all = credentials.flatMap(({ name, targets }) => targets.map((target) => ({ name, target })));
    const name = (one) => `${one.name}: ${one.target.id}`;
    const drifted = all.filter(({ target: { step } }) => step === 'drifted' || step === 'missing');
    if (drifted.length > 0) {
        const message = `not in step: ${drifted.map((one) => `${name(one)} (${one.target.step})`).join('; ')}`;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_DRIFT', { message });
    }
    const old = all.filter(({ target }) => target.tooOld);
    if (old.length > 0) {
        const message = `too old: ${old.map((one) => `${name(one)} (since ${one.target.since})`).join('; ')}`;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_TOO_OLD', { message });
    }
    const failed = all.find(({ target }) => target.error !== undefined);
    const error = failed?.target.error;
    return error === undefined ? undefined : new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol(error.code, error);
}
//# sourceMappingURL=status.js.map

/***/ })

};
;