"use strict";
exports.id = 73;
exports.ids = [73];
exports.modules = {

/***/ 9073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRotation: () => (/* binding */ runRotation)
});

// UNUSED EXPORTS: rotateJobs

// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/rotation/journal.js
var rotation_journal = __webpack_require__(2259);
// EXTERNAL MODULE: ./packages/core/lib/rotation/leftover.js
var leftover = __webpack_require__(5033);
// EXTERNAL MODULE: ./packages/core/lib/rotation/places.js
var places = __webpack_require__(5210);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js
var credential = __webpack_require__(4910);
// EXTERNAL MODULE: ./packages/core/lib/rotation/law.js
var law = __webpack_require__(3132);
// EXTERNAL MODULE: ./packages/core/lib/rotation/past.js
var rotation_past = __webpack_require__(1594);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/shard.js

/**
 * `I/N`, else `JOB_COMPLETION_INDEX` of a Kubernetes Indexed Job (counted from 0) with `JOB_COMPLETIONS`
 * (https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode).
 * Throws `DCR_INPUT_INVALID`.
 */
function readShard(given, variables) {
    const { JOB_COMPLETION_INDEX: at, JOB_COMPLETIONS: all } = variables;
    const text = given ?? (at === undefined || all === undefined ? undefined : `${Number(at) + 1}/${all}`);
    if (text === undefined)
        return undefined;
    const [, index = '', count = ''] = /^(\d{1,5})\/(\d{1,5})$/u.exec(text) ?? [];
    const shard = { index: Number(index), count: Number(count) };
    if (shard.index >= 1 && shard.index <= shard.count)
        return shard;
    const what = given === undefined ? 'JOB_COMPLETION_INDEX and JOB_COMPLETIONS say' : '--shard is';
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `${what} "${text}"; a shard is I/N, counted from 1: 1/4 to 4/4`,
    });
}
/** Whose a target is: by its place in the sorted list of ids, so that every machine says the same. */
function splitTargets(ids, { index, count }) {
    return new Set(ids.toSorted().filter((_id, at) => at % count === index - 1));
}
//# sourceMappingURL=shard.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/recover.js









/**
 * Reads what a run before this one left, and starts the one that goes on from there.
 * Throws `DCR_INPUT_INVALID` where there is nothing to resume, and `DCR_ROTATION_INCOMPLETE` where a person must say how an
 * unfinished rotation is to end.
 */
async function recoverRun(job, orders, ports) {
    const { past, shards, witnesses, siblings, torn } = await readPast(job, orders, ports);
    refuseMode(job, orders, { past, shards });
    const rotation = past?.rotation ?? makeRotationId(ports);
    return {
        job,
        orders,
        ports,
        rotation,
        salt: past?.salt ?? (0,external_node_crypto_.randomBytes)(9).toString('base64url'),
        journal: new rotation_journal/* Journal */.C(external_node_path_.join(job.directory, (0,places/* nameJournal */.zN)(rotation, orders.shard)), ports),
        past,
        shards,
        witnesses,
        siblings,
        torn,
        targets: startTargets(job, orders, [past, ...shards]),
        settled: isSettled(job, orders, { past, witnesses }),
        plan: undefined,
        old: undefined,
        oldName: null,
        issued: undefined,
        generation: 0,
        oldReport: null,
        retired: [],
        effects: [],
        notes: [],
    };
}
/** The newest rotation that did not come to its end, if there is one. */
async function readOpenPast(job, shard, ports) {
    for (const name of await (0,places/* listJournals */.d_)(job.directory, shard, ports)) {
        const read = await (0,rotation_journal/* readJournal */.a)(external_node_path_.join(job.directory, name), ports);
        // Torn in its very first line: nothing was issued yet, and an older one may count.
        const past = read === undefined ? undefined : (0,rotation_past/* foldEntries */.On)(read.entries);
        if (past === undefined)
            continue;
        // A shard has no end of its own: it is over when its targets are.
        const over = past.ended !== null || (shard !== undefined && isShardDone(past, shard));
        return over ? { past: undefined, torn: false } : { past, torn: read?.torn === true };
    }
    return { past: undefined, torn: false };
}
async function readPast(job, orders, ports) {
    const { directory } = job;
    const own = await readOpenPast(job, orders.shard, ports);
    const joins = orders.shard === undefined && orders.mode !== 'run';
    const shards = joins ? await readAll(directory, await (0,places/* listShardJournals */.fG)(directory, ports), ports) : [];
    const witnesses = await readAll(directory, await (0,places/* listAllJournals */.sp)(directory, ports), ports);
    return { ...own, shards, witnesses, siblings: shards.length === 0 ? [] : await readSiblings(job, ports) };
}
/** A journal of theirs that cannot be read is for whoever goes on with it. */
async function readSiblings({ directory, settings }, ports) {
    const pasts = [];
    for (const other of await (0,places/* listSiblings */._7)(directory, ports))
        for (const name of await (0,places/* listJournals */.d_)(other, undefined, ports)) {
            const read = await (0,rotation_journal/* readJournal */.a)(external_node_path_.join(other, name), ports).catch(() => undefined);
            const past = (0,rotation_past/* foldEntries */.On)(read?.entries ?? []);
            if (past?.registry === settings.registry)
                pasts.push(past);
        }
    return pasts;
}
async function readAll(directory, names, ports) {
    const read = await Promise.all(names.map((name) => (0,rotation_journal/* readJournal */.a)(external_node_path_.join(directory, name), ports)));
    return read.flatMap((one) => (0,rotation_past/* foldEntries */.On)(one?.entries ?? []) ?? []);
}
/** The credential is needed to prove and to write; what is left after that needs it no more. */
function isSettled(job, orders, { past, witnesses }) {
    const last = past?.generations.at(-1);
    if (past === undefined || last?.confirmed !== true || orders.shard !== undefined)
        return false;
    // Another one that is given now wants to be distributed, or to be refused as a typing error.
    if (orders.mode === 'supersede' || (orders.given !== undefined && !isGiven(orders, last)))
        return false;
    return job.targets.every(({ id }) => (0,rotation_past/* isStillDone */.b5)(id, past, witnesses));
}
function isShardDone({ ids, targets }, shard) {
    const mine = [...splitTargets(ids, shard)];
    return mine.every((id) => law/* DONE_STATES */.QB.has(targets.get(id)?.state ?? 'pending'));
}
function startTargets(job, { shard }, pasts) {
    const [own] = pasts;
    const places = new Map((own?.ids ?? []).map((id, index) => [id, index]));
    const mine = shard === undefined
        ? undefined
        : splitTargets(job.targets.map(({ id }) => id), shard);
    return job.targets.map((target) => {
        const { id } = target;
        // What came into the file since then is added to the journal's list, at its end.
        if (!places.has(id))
            places.set(id, places.size);
        const done = pasts.map((past) => past?.targets.get(id)).find((one) => law/* DONE_STATES */.QB.has(one?.state ?? 'pending'));
        const state = mine?.has(id) === false ? 'skipped' : (done?.state ?? 'pending');
        return { target, index: places.get(id) ?? 0, facts: undefined, state, report: { check: done?.check ?? 'none' } };
    });
}
function refuseMode(job, orders, { past, shards }) {
    const { name, registry } = job.settings;
    if (orders.mode !== 'run') {
        if (past !== undefined || shards.length > 0)
            return;
        const message = `there is no unfinished rotation of ${name} in ${job.directory}`;
        const remedy = 'Run it without --resume: where targets hold the new credential already, nothing is written.';
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message, registry, remedy });
    }
    const last = past?.generations.at(-1);
    if (past === undefined || last?.proved !== true || orders.dryRun)
        return;
    // A machine can be asked again; what a person gives may be another one by mistake.
    const continues = orders.given === undefined ? job.issuer !== undefined : isGiven(orders, last);
    if (continues)
        return;
    throw new errors/* DcrError */.ol('DCR_ROTATION_INCOMPLETE', {
        message: `rotation ${past.rotation} of ${name} is not complete`,
        remedy: 'dcr-login rotate --resume continues it with the same new credential, --supersede with a newer one; --abort gives it up.',
        registry,
    });
}
function isGiven({ given, old }, { username, fingerprint }) {
    const names = [given?.username, username, old?.username].filter((one) => typeof one === 'string');
    return given !== undefined && names.some((one) => (0,rotation_past/* isPair */.tO)({ username: one, password: given.password }, fingerprint));
}
/** Begins with the time, so that names sort by age. */
function makeRotationId({ clock }) {
    const time = (0,credential/* formatTime */.fU)(clock.now()).replaceAll(/[-:]/gu, '');
    return `${time}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
}
//# sourceMappingURL=recover.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/abort.js






/**
 * Gives up what is not complete: no target is written back, and nothing is retired.
 * Throws `DCR_INPUT_INVALID` where nothing is unfinished.
 */
async function abortRotation(jobs, { shard }, ports) {
    const reports = [];
    for (const job of jobs) {
        const { name, registry } = job.settings;
        const { past, torn } = await readOpenPast(job, shard, ports);
        if (past === undefined)
            continue;
        const journal = new rotation_journal/* Journal */.C(external_node_path_.join(job.directory, (0,places/* nameJournal */.zN)(past.rotation, shard)), ports);
        if (torn)
            await ports.files.apply({ do: 'append', path: journal.path, text: '\n' });
        await journal.append('resumed', { process: ports.processes.identify()?.pid ?? 0, added: [] });
        await journal.append('ended', { state: 'aborted', opens: 'unknown' });
        const last = past.generations.at(-1);
        reports.push({
            name,
            registry,
            rotation: past.rotation,
            state: 'aborted',
            generation: last?.generation ?? 0,
            username: last?.username ?? null,
            targets: job.targets.map(({ id, type }) => {
                const { state = 'pending', check = 'none', error } = past.targets.get(id) ?? {};
                return {
                    id,
                    type,
                    state: state === 'writing' ? 'pending' : state,
                    check,
                    ...(error === undefined ? {} : { error }),
                };
            }),
            old: null,
            effects: [],
            notes: [
                'targets that are updated keep the new credential; nothing was retired, and both may still be valid',
                ...(0,leftover/* describeUnanswered */.K0)(past),
            ],
        });
    }
    if (reports.length > 0)
        return reports;
    const names = jobs.map(({ settings }) => settings.name).join(', ');
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `there is no unfinished rotation of ${names} to give up`,
        remedy: 'See what is stored where: dcr-login status -f FILE.',
    });
}
//# sourceMappingURL=abort.js.map
// EXTERNAL MODULE: ./packages/core/lib/rotation/plan.js
var plan = __webpack_require__(8193);
// EXTERNAL MODULE: ./packages/core/lib/rotation/run.js
var rotation_run = __webpack_require__(9177);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/decide.js



/**
 * Makes the plan and refuses what can be known to fail, before anything is issued. Where a credential exists already, one
 * refusing target is that target's failure: the others must not be left with a credential that may be dead.
 */
function decidePlan(run, expected) {
    const { job, orders, past, targets } = run;
    const { name, registry, issuer, grace } = job.settings;
    run.plan = (0,plan/* makePlan */.Cs)({
        name,
        registry,
        issuer: { type: issuer.type, given: orders.given !== undefined, retires: (0,rotation_run/* canRetire */.Y)(run) },
        grace,
        shard: orders.shard ?? null,
        settled: run.settled,
        resumes: past?.rotation ?? run.shards[0]?.rotation ?? null,
        targets,
    });
    if (expected !== undefined)
        (0,plan/* refuseChanges */.YY)(expected, run.plan);
    refuseTargets(run);
    if (!run.settled)
        refuseSource(run);
}
function refuseTargets(run) {
    const mine = run.targets.filter(({ state }) => state !== 'skipped');
    const refused = mine.flatMap(({ target, facts }) => (facts instanceof errors/* DcrError */.ol ? [{ target, error: facts }] : []));
    const [first] = refused;
    if (first === undefined || ((0,rotation_run/* hasCredential */.mB)(run) && refused.length < mine.length))
        return;
    const { registry } = run.job.settings;
    const named = refused.map(({ target, error }) => `${target.id}: ${error.message}`);
    const message = named.length === 1 ? (named[0] ?? '') : `${named.length} targets refuse:\n  ${named.join('\n  ')}`;
    const { code, remedy, retryAfter } = first.error;
    const when = retryAfter === undefined ? {} : { retryAfter };
    throw new errors/* DcrError */.ol(code, { message: `${message} (nothing was issued or written)`, remedy, registry, ...when });
}
/** Whom the credential comes from can be known before it is wanted. */
function refuseSource(run) {
    const { job, orders, ports } = run;
    const { issuer, registry, name } = job.settings;
    if (orders.given !== undefined) {
        if ((0,rotation_run/* chooseUsername */.CI)(run) !== undefined)
            return;
        const message = `DCR_NEW_PASSWORD is given for ${name}, but not whose it is`;
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { message, registry, remedy: 'Set DCR_NEW_USERNAME.' });
    }
    if (orders.shard !== undefined) {
        const message = `a shard distributes a credential that is given, and DCR_NEW_PASSWORD is not set`;
        const remedy = 'Set DCR_NEW_USERNAME and DCR_NEW_PASSWORD: one run issues, the shards distribute.';
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { message, registry, remedy });
    }
    if (issuer.type === 'console' && orders.ask === undefined && !orders.dryRun) {
        const message = `the new credential of ${name} comes from a person, and nobody is here to be asked`;
        const remedy = `${CONSOLE_PATH} → regenerate; then set DCR_NEW_PASSWORD (and DCR_NEW_USERNAME), or run it at a terminal.`;
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { message, registry, remedy });
    }
    for (const variable of listTokenVariables(issuer)) {
        if ((ports.environment.variables[variable] ?? '') !== '')
            continue;
        const message = `${variable} is not set, which issuer ${issuer.type} of ${name} needs`;
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { message, registry, remedy: `Set ${variable}.` });
    }
}
/** Where a person regenerates a credential: https://docs.nexqloud.io, "Manage Access Credentials". */
const CONSOLE_PATH = 'Console → Container → DCR Container Registry → the registry → Credentials';
function listTokenVariables(issuer) {
    if (issuer.type === 'vault')
        return [issuer, issuer.retire].flatMap((call) => (call === undefined ? [] : [call.tokenEnv ?? 'VAULT_TOKEN']));
    if (issuer.type !== 'http')
        return [];
    return [issuer.tokenEnv, issuer.retire?.tokenEnv].filter((name) => name !== undefined);
}
//# sourceMappingURL=decide.js.map
// EXTERNAL MODULE: ./packages/core/lib/rotation/load.js + 8 modules
var load = __webpack_require__(7777);
// EXTERNAL MODULE: ./packages/core/lib/rotation/pool.js
var pool = __webpack_require__(3988);
// EXTERNAL MODULE: ./packages/core/lib/registry/retry.js
var retry = __webpack_require__(2867);
// EXTERNAL MODULE: ./packages/core/lib/verify.js
var verify = __webpack_require__(3668);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/prove.js



/**
 * Proves that the new credential opens the registry. Right after an issuer made it, a refusal may be a registry that has
 * not heard of it yet. Throws the code of whatever refuses it, and `DCR_CREDENTIAL_UNPROVEN`.
 */
async function proveNew(run) {
    const { job, orders, ports, issued } = run;
    if (issued === undefined)
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'nothing was issued' });
    const minted = orders.given === undefined && job.issuer !== undefined;
    const end = ports.clock.now() + (minted ? retry/* AFTER_MINTING */.QM.window : 0);
    for (let pause = retry/* AFTER_MINTING */.QM.firstPause;; pause *= 2) {
        const refusal = await tryToProve(run, issued);
        if (refusal === undefined)
            return;
        const isEarly = refusal.code === 'DCR_CREDENTIAL_REJECTED' && ports.clock.now() + pause <= end;
        if (!isEarly || orders.signal.aborted)
            throw refusal;
        await ports.clock.sleep(pause, orders.signal);
    }
}
/** With every target done. What is wrong now keeps the old one alive. */
async function confirmNew(run) {
    const refusal = run.issued === undefined ? undefined : await tryToProve(run, run.issued);
    if (refusal !== undefined)
        throw refusal;
}
/** What refuses it, or nothing. */
async function tryToProve(run, credential) {
    const first = await attempt(run, credential, 'auth');
    // A registry that lets anybody in proves nothing by letting us in; the right to push still can.
    return first?.code === 'DCR_CREDENTIAL_UNPROVEN' ? attempt(run, credential, 'push') : first;
}
async function attempt({ job, orders, ports }, credential, action) {
    const { registry } = job.settings;
    const { allowRealms, signal } = orders;
    try {
        await (0,verify/* verify */.M)({ registry, credential, action, allowRealms, signal }, ports);
        return undefined;
    }
    catch (error) {
        if (error instanceof errors/* DcrError */.ol)
            return error;
        throw error;
    }
}
/** Whether the old credential still opens the registry, as far as it can be tried. */
async function tryOld(run) {
    run.oldReport = await askOld(run);
}
async function askOld(run) {
    const { old } = run;
    if (old === undefined) {
        const says = 'it is not known: no target let itself be read, and DCR_USERNAME and DCR_PASSWORD are not set';
        return { opens: 'unknown', says };
    }
    const refusal = await tryToProve(run, old);
    if (refusal === undefined)
        return { opens: 'yes', says: 'the registry accepted it just now' };
    if (refusal.exitCode !== 3 && refusal.exitCode !== 4)
        return { opens: 'unknown', says: refusal.message };
    const opens = refusal.code === 'DCR_CREDENTIAL_UNPROVEN' ? 'unknown' : 'no';
    return { opens, says: `${refusal.code}: ${refusal.message}` };
}
//# sourceMappingURL=prove.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/inspect.js





/** Looks at every target that is not done. What refuses is kept: the plan says what it means. */
async function inspectTargets(run) {
    const { orders } = run;
    await (0,pool/* runPool */.k)({
        items: run.targets.filter(({ state }) => !law/* DONE_STATES */.QB.has(state) && state !== 'skipped'),
        target: ({ target }) => target,
        work: async (work) => {
            work.facts = await work.target.inspect(orders.signal).catch(errors/* toDcrError */.zj);
        },
        isStopped: () => orders.signal.aborted,
    });
    run.old = findOld(run);
    run.oldName = await findOldName(run);
}
/**
 * A file for one host may hold the login of another registry on it: only what opens this registry is ever ended. What the
 * caller named as the old one is taken at its word.
 */
async function findOldName(run) {
    const { old, orders, job } = run;
    // A shard ends nothing; what it found out is for the run that does.
    if (old === undefined || job.issuer?.retire === undefined || orders.signal.aborted)
        return null;
    const isNamed = old === orders.old;
    return isNamed || (await tryToProve(run, old)) === undefined ? (0,rotation_past/* keepUsername */.Cw)(old) : null;
}
/**
 * The credential that is replaced: the one that was given as such, else what the first readable target holds. What a dead
 * run has stored already is not the old one.
 */
function findOld({ orders, past, shards, targets }) {
    const pasts = [past, ...shards].filter((one) => one !== undefined);
    const stored = targets.map(readStored).filter((one) => one !== undefined);
    const candidates = [...(orders.old === undefined ? [] : [orders.old]), ...stored].filter((one) => !pasts.some((other) => isIssued(one, other)));
    const marks = pasts.flatMap(({ old }) => (old.fingerprint === null ? [] : [old.fingerprint]));
    return candidates.find((one) => marks.length === 0 || marks.some((mark) => (0,rotation_past/* isPair */.tO)(one, mark)));
}
function readStored({ facts }) {
    return facts !== undefined && 'stored' in facts ? facts.stored : undefined;
}
function isIssued(pair, { generations }) {
    return generations.some(({ fingerprint }) => (0,rotation_past/* isPair */.tO)(pair, fingerprint));
}
//# sourceMappingURL=inspect.js.map
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/issue.js






/**
 * Gets the new credential and says which generation it is. One that a person gives must be the one that is being
 * distributed already, if there is one: another may be a typing error, and needs `--supersede`.
 * Throws `DCR_INPUT_INVALID`, `DCR_CREDENTIAL_MISSING`, `DCR_CREDENTIAL_EXPIRED`, and whatever the issuer throws.
 */
async function issueCredential(run) {
    const { job, orders, ports, past } = run;
    const { registry, name } = job.settings;
    const source = await askSource(run);
    await orders.mask?.((0,masking/* deriveMaskedForms */.UO)(source));
    const { username, password, expiresAt } = (0,credential/* checkCredential */.CT)(source, { registry, now: ports.clock.now() });
    const issued = { username, password, ...(expiresAt === undefined ? {} : { expiresAt }) };
    const last = past?.generations.at(-1);
    const isSame = last !== undefined && (0,rotation_past/* isPair */.tO)(issued, last.fingerprint);
    const byPerson = orders.given !== undefined || job.issuer === undefined;
    if (byPerson && orders.mode !== 'supersede' && isAnother(run, issued)) {
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
            message: `${name}: this is not the credential that rotation ${run.rotation} is distributing to ${registry}`,
            remedy: 'Check it for typing errors; if it really is a newer one: dcr-login rotate --supersede.',
            registry,
        });
    }
    run.issued = issued;
    run.generation = isSame ? last.generation : (last?.generation ?? 0) + 1;
    if (past !== undefined)
        run.notes.push(...(0,leftover/* describeUnanswered */.K0)(past), ...(0,leftover/* describeReplaced */.Er)(run));
    // What is in use already, on a machine without a journal: nothing is known of an older one.
    if (run.old !== undefined && (0,rotation_past/* isPair */.tO)(run.old, (0,rotation_past/* fingerprintPair */.Jn)(issued, run.salt)))
        run.old = undefined;
    adoptStates(run);
}
/** Than the one that is being distributed: by this rotation, or where it has none yet, by its shards. */
function isAnother({ past, shards }, issued) {
    const pasts = past === undefined ? shards : [past];
    const proved = pasts.flatMap(({ generations }) => generations.at(-1) ?? []).filter((one) => one.proved);
    return proved.length > 0 && !proved.some(({ fingerprint }) => (0,rotation_past/* isPair */.tO)(issued, fingerprint));
}
async function askSource(run) {
    const { job, orders, rotation } = run;
    const { registry, name } = job.settings;
    const { given, ask, signal } = orders;
    if (given !== undefined)
        return { ...given, username: (0,rotation_run/* chooseUsername */.CI)(run) ?? '' };
    if (job.issuer !== undefined)
        return job.issuer.issue({ rotation, registry, signal });
    const answer = await ask?.({ credential: name, registry, rotation, username: (0,rotation_run/* chooseUsername */.CI)(run) });
    if (answer !== undefined)
        return answer;
    throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { message: 'nobody was there to be asked for the new credential' });
}
/**
 * What this rotation, or its shards, have stored of this very credential is done, unless another run wrote there as late
 * or later; everything else is to be done.
 */
function adoptStates({ past, shards, witnesses, targets, issued }) {
    const sources = [past, ...shards].filter((one) => {
        const last = one?.generations.at(-1);
        return issued !== undefined && last !== undefined && (0,rotation_past/* isPair */.tO)(issued, last.fingerprint);
    });
    for (const work of targets) {
        if (work.state === 'skipped')
            continue;
        const { id } = work.target;
        const found = sources.flatMap((source) => {
            const one = source.targets.get(id);
            return one !== undefined && (0,rotation_past/* isStillDone */.b5)(id, source, witnesses) ? [one] : [];
        })[0];
        work.state = found?.state ?? 'pending';
        work.report = { check: found?.check ?? 'none' };
    }
}
function describeIssuing({ past, job, orders }) {
    const asks = orders.given === undefined && job.issuer !== undefined;
    const generation = (past?.generations.at(-1)?.generation ?? 0) + 1;
    return { generation, asks, ...(asks && job.issuer?.makesNothing === true ? { makesNothing: true } : {}) };
}
function describeIssued({ issued, generation, salt }) {
    if (issued === undefined)
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'nothing was issued' });
    return { generation, username: (0,rotation_past/* keepUsername */.Cw)(issued), fingerprint: (0,rotation_past/* fingerprintPair */.Jn)(issued, salt) };
}
//# sourceMappingURL=issue.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/retire.js


/** Until when whoever still uses the old one is let be; a run that continues does not start to wait anew. */
function chooseEnd({ past, ports, job, settled, generation }) {
    const isSame = settled || past?.generations.at(-1)?.generation === generation;
    return (isSame ? past?.waitUntil : undefined) ?? ports.clock.now() + job.settings.grace;
}
async function waitUntil({ ports, orders }, until) {
    const left = until - ports.clock.now();
    if (left > 0)
        await ports.clock.sleep(left, orders.signal);
}
/**
 * The usernames that are to end: of the old credential, and of those that an issuer made for this rotation and that were
 * then replaced. Never the one that is in use now, whatever its password: an issuer ends a username with all that belongs
 * to it. Nor what was only given, though a shard that ran once more found it as the old one, unless the caller names it so.
 */
function listRetired(run) {
    const { oldName, past, notes, orders } = run;
    const joined = (0,leftover/* listJoined */.oz)(run);
    const marks = joined.map((one) => one.old.username);
    const present = (0,leftover/* findPresentName */.wk)(run);
    const given = new Set((0,leftover/* listGiven */.OH)(run).filter((name) => name !== orders.old?.username));
    const replaced = [...joined, ...(0,leftover/* findWholeSources */.bX)(run)]
        .flatMap(({ generations }) => generations)
        .filter(({ byIssuer }) => byIssuer);
    const old = [oldName, ...marks];
    const all = [...old, ...replaced.map(({ username }) => username)].filter((name) => name !== null && !given.has(name));
    const names = [...new Set(all)].filter((name) => name !== present && past?.retired.has(name) !== true);
    if (present !== null && present !== undefined && old.includes(present) && names.length === 0)
        notes.push(`the username stayed ${present}, so nothing was retired: it would end the new credential too`);
    return names;
}
/** Throws `DCR_ROTATION_INCOMPLETE`: everybody has the new one by now, and the old one lives on. */
async function retireName({ job, orders, rotation }, username) {
    const { name, registry } = job.settings;
    try {
        await job.issuer?.retire?.({ username, rotation, signal: orders.signal });
    }
    catch (cause) {
        const { message: why } = (0,errors/* toDcrError */.zj)(cause);
        const message = `${name}: every target holds the new credential, but the old one (${username}) could not be ended: ${why}`;
        const remedy = 'Mend that, then: dcr-login rotate --resume.';
        throw new errors/* DcrError */.ol('DCR_ROTATION_INCOMPLETE', { message, remedy, registry, cause });
    }
}
//# sourceMappingURL=retire.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/write.js


/**
 * Stores the new credential at one target and checks it. `intend` puts the intent on disk; without it nothing is written.
 * What the target throws becomes its state, never the end of the run.
 */
async function writeTarget(run, work, intend) {
    const credential = toTargetCredential(run);
    const { target, index } = work;
    try {
        const facts = await lookAgain(run, work);
        const present = await findPresent(work, credential, facts);
        if (present !== undefined)
            return { target: index, state: 'unchanged', check: present.kind };
        await throughJournal(intend);
        work.state = 'writing';
        // A signal that asks to stop lets the write in hand finish; each request has its own bound.
        await target.write(credential, facts, NEVER);
        const { kind, holds } = await target.check(credential, facts, NEVER);
        if (holds)
            return { target: index, state: 'updated', check: kind };
        const message = `${target.id} took the write, and does not hold the new credential when it is looked at (${kind})`;
        throw new errors/* DcrError */.ol('DCR_TARGET_REFUSED', {
            message,
            remedy: 'Find out who else writes there, then: dcr-login rotate --resume.',
        });
    }
    catch (thrown) {
        if (thrown instanceof JournalFault)
            throw thrown.cause;
        const { code, message, remedy } = (0,errors/* toDcrError */.zj)(thrown);
        const forms = (0,masking/* deriveMaskedForms */.UO)(credential);
        const error = { code, message: (0,masking/* redactText */.Rd)(message, forms), remedy: (0,masking/* redactText */.Rd)(remedy, forms) };
        return { target: index, state: 'failed', check: 'none', error };
    }
}
const NEVER = new AbortController().signal;
/** The journal's own failure ends the run: nothing may happen that is not written ahead. */
class JournalFault extends Error {
    name = 'JournalFault';
}
async function throughJournal(intend) {
    try {
        await intend();
    }
    catch (cause) {
        throw new JournalFault('the journal failed', { cause });
    }
}
/** What was done for an earlier credential was not looked at in this run. */
async function lookAgain({ orders }, work) {
    const facts = work.facts ?? (await work.target.inspect(orders.signal));
    if (facts instanceof errors/* DcrError */.ol)
        throw facts;
    return facts;
}
/** Only what can be read can be known to hold it already. */
async function findPresent({ target }, credential, facts) {
    const { stored } = facts;
    if (stored?.username !== credential.username || stored.password.reveal() !== credential.password.reveal())
        return undefined;
    const check = await target.check(credential, facts, NEVER);
    return check.kind === 'read-back' && check.holds ? check : undefined;
}
function toTargetCredential({ issued, job }) {
    if (issued === undefined)
        throw new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'nothing was issued' });
    return { ...issued, registry: job.settings.registry };
}
//# sourceMappingURL=write.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/steps.js








const STEP_WORK = {
    inspect: { act: inspectTargets },
    issue: {
        before: (run) => ({ kind: 'issuing', data: describeIssuing(run) }),
        refused: (run) => ({ kind: 'refused', data: { generation: describeIssuing(run).generation } }),
        act: async (run, _item, intend) => {
            await intend();
            await issueCredential(run);
        },
        after: (run) => ({ kind: 'issued', data: describeIssued(run) }),
    },
    prove: { act: proveNew, after: ({ generation }) => ({ kind: 'proved', data: { generation } }) },
    write: {
        items: ({ targets }) => targets.filter(({ state }) => !law/* DONE_STATES */.QB.has(state) && state !== 'skipped').map((work) => ({ work })),
        before: (_run, { work }) => ({ kind: 'writing', data: { target: work?.index ?? 0 } }),
        act: async (run, { work }, intend) => {
            if (work === undefined)
                return;
            const result = await writeTarget(run, work, intend);
            work.state = result.state;
            work.report = { check: result.check, ...(result.error === undefined ? {} : { error: result.error }) };
            return result;
        },
        after: (_run, _item, result) => (result === undefined ? undefined : { kind: 'wrote', data: result }),
    },
    confirm: { act: confirmNew, after: ({ generation }) => ({ kind: 'confirmed', data: { generation } }) },
    wait: {
        before: (run) => ({ kind: 'waiting', data: { until: chooseEnd(run) } }),
        act: async (run, _item, intend) => {
            const until = chooseEnd(run);
            await intend();
            await waitUntil(run, until);
        },
    },
    retire: {
        items: (run) => listRetired(run).map((name) => ({ name })),
        before: (_run, { name = '' }) => ({ kind: 'retiring', data: { username: name } }),
        act: async (run, { name = '' }, intend) => {
            await intend();
            await retireName(run, name);
            run.retired.push(name);
        },
        after: (_run, { name = '' }) => ({ kind: 'retired', data: { username: name } }),
    },
    finish: {
        act: async (run) => {
            run.notes.push(...(0,leftover/* describeLeftovers */.c5)(run));
            await tryOld(run);
        },
        after: ({ oldReport }) => ({ kind: 'ended', data: { state: 'complete', opens: oldReport?.opens ?? 'unknown' } }),
    },
};
/** The first line of a journal; the ids are told here once. */
function describeOpening({ job, orders, rotation, salt, targets, old, oldName }) {
    const { name: credential, registry } = job.settings;
    const isId = old !== undefined && (0,rotation_past/* keepUsername */.Cw)(old) !== null;
    return {
        version: 1,
        rotation,
        credential,
        registry,
        salt,
        shard: orders.shard ?? null,
        targets: targets.toSorted((a, b) => a.index - b.index).map(({ target }) => target.id),
        old: { username: oldName, fingerprint: isId ? (0,rotation_past/* fingerprintPair */.Jn)(old, salt) : null },
    };
}
//# sourceMappingURL=steps.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/walk.js






/**
 * Takes these steps, each with its lines in the journal. Ends early, without an error, where targets are left that do not
 * hold the new credential: what follows needs them all. Throws what ends the run.
 */
async function walkSteps(run, steps) {
    const { orders, job } = run;
    for (const step of steps) {
        refuseInterruption(run);
        if (isLeftOut(step, run))
            continue;
        announceStep(job, orders, step.step);
        await takeStep(run, step, STEP_WORK[step.step]);
        refuseInterruption(run);
        if (step.step === 'write' && !isDone(run))
            return;
    }
}
function announceStep({ settings }, { tell }, step) {
    tell({ kind: 'step', credential: settings.name, step, says: (0,law/* findStep */.MR)(step).says });
}
/** Whether every target that this run is about holds the new credential. */
function isDone({ targets }) {
    return targets.every(({ state }) => law/* DONE_STATES */.QB.has(state) || state === 'skipped');
}
/** Once the plan stands: from here on a run that dies is one that can be resumed. */
async function openJournal(run) {
    const { journal, ports, past, torn } = run;
    if (past === undefined)
        return journal.append('opened', describeOpening(run));
    // The end of the torn line, so that what follows stands on one of its own.
    if (torn)
        await ports.files.apply({ do: 'append', path: journal.path, text: '\n' });
    const added = run.targets.filter(({ index }) => index >= past.ids.length).toSorted((a, b) => a.index - b.index);
    const ids = added.map(({ target }) => target.id);
    return journal.append('resumed', { process: ports.processes.identify()?.pid ?? 0, added: ids });
}
function isLeftOut({ unless }, run) {
    if (unless === undefined)
        return false;
    return unless === 'shard' ? run.orders.shard !== undefined : !(0,rotation_run/* canRetire */.Y)(run);
}
async function takeStep(run, step, work) {
    const list = work.items?.(run) ?? [{}];
    if (step.step !== 'write') {
        for (const item of list)
            await takeItem(run, step, { work, item });
        return;
    }
    const startedAt = run.ports.clock.now();
    const all = run.targets.filter(({ state }) => state !== 'skipped').length;
    let done = all - list.length;
    await (0,pool/* runPool */.k)({
        items: list.flatMap((item) => (item.work === undefined ? [] : [{ work: item.work }])),
        target: (item) => item.work.target,
        work: async (item) => {
            await takeItem(run, step, { work, item });
            done += 1;
            const { name: credential } = run.job.settings;
            run.orders.tell({ kind: 'target', credential, target: (0,rotation_run/* reportTarget */.E6)(item.work), done, all, startedAt });
        },
        isStopped: () => run.orders.signal.aborted,
    });
}
async function takeItem(run, step, { work, item }) {
    const { act, before, after } = work;
    const { journal } = run;
    const intend = async () => {
        note(run, step, item);
        const line = before?.(run, item);
        if (line !== undefined)
            await journal.append(line.kind, line.data);
    };
    const result = await act(run, item, intend).catch(async (thrown) => {
        const line = thrown instanceof errors/* DcrError */.ol && thrown.noEffect ? work.refused?.(run) : undefined;
        // Where this line is lost, what was thrown still says more, and the next run tells of an answer that may be lost.
        if (line !== undefined)
            await journal.append(line.kind, line.data).catch(() => undefined);
        throw thrown;
    });
    // A step without a line ahead of it has nothing to intend.
    if (before === undefined)
        note(run, step, item);
    const end = after?.(run, item, result ?? undefined);
    if (end !== undefined)
        await journal.append(end.kind, end.data);
    await audit(run, step, item);
}
/** For the report: what changes something, or asks the registry. */
function note({ effects }, { step, changes, touches }, { work }) {
    if (!changes && touches !== 'registry' && step !== 'wait')
        return;
    effects.push({ step, ...(work === undefined ? {} : { target: work.target.id }) });
}
async function audit(run, step, { work, name }) {
    const { orders, rotation, job, issued, salt } = run;
    if (orders.audit === undefined || !step.changes)
        return;
    const { name: credential, registry } = job.settings;
    const fingerprint = issued === undefined ? null : (0,rotation_past/* fingerprintPair */.Jn)(issued, salt);
    const result = work === undefined ? 'done' : (work.report.error?.code ?? work.state);
    const target = work === undefined ? {} : { target: work.target.id };
    const username = name === undefined ? {} : { username: name };
    await orders.audit.record({
        rotation,
        credential,
        registry,
        effect: step.step,
        ...target,
        ...username,
        fingerprint,
        result,
    });
}
function refuseInterruption(run) {
    if (run.orders.signal.aborted)
        throw describeInterruption(run);
}
/** What a signal, or the loss of the lock, left, and how it goes on. */
function describeInterruption({ job, rotation, issued, past, orders }) {
    const { name, registry } = job.settings;
    const { reason } = orders.signal;
    const lost = reason instanceof errors/* DcrError */.ol ? reason : undefined;
    const isBegun = issued !== undefined || (past?.generations.length ?? 0) > 0;
    if (lost !== undefined && !isBegun)
        return lost;
    const what = lost === undefined ? 'was interrupted' : `was stopped, because ${lost.message}`;
    const message = isBegun
        ? `${name} ${what}; rotation ${rotation} goes on with: dcr-login rotate --resume`
        : `${name} ${what} before anything was issued or written`;
    const remedy = isBegun ? {} : { remedy: 'Run it again.' };
    return new errors/* DcrError */.ol('DCR_ROTATION_INCOMPLETE', { message, registry, ...remedy });
}
//# sourceMappingURL=walk.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/lock.js



/** A rotation may run for hours: whoever comes second is told so soon. Milliseconds. */
const PATIENCE = 1000;
/** In a pod nobody is told by waiting, and the file of a pod that died counts for thirty seconds. Milliseconds. */
const POD_PATIENCE = 35_000;
/**
 * Every lock before anything else, in the order of the file: a file, and inside it a Lease where a cluster is at hand.
 * Throws `DCR_LOCKED`, and where the Lease is a must also what keeps it from being taken.
 */
async function lockAll(jobs, locked, { ports, work }) {
    const [job, ...rest] = jobs;
    if (job === undefined)
        return work(locked);
    const { orders } = locked;
    announceStep(job, orders, 'lock');
    await ports.files.apply({ do: 'make-directory', path: job.directory });
    const deadline = ports.clock.now() + (ports.clusters.isInside() ? POD_PATIENCE : PATIENCE);
    return ports.files.lock((0,places/* nameLock */.Db)(job.directory, orders.shard), deadline, async () => {
        const taken = await takeClusterLock(job, orders, ports);
        if (taken === undefined)
            return lockAll(rest, locked, { ports, work });
        if (typeof taken === 'string')
            return lockAll(rest, { orders, notes: new Map([...locked.notes, [job, [taken]]]) }, { ports, work });
        const signal = AbortSignal.any([orders.signal, taken.lost]);
        try {
            return await lockAll(rest, { ...locked, orders: { ...orders, signal } }, { ports, work });
        }
        finally {
            await taken.release();
        }
    });
}
/**
 * In a pod its own cluster: a must where this rotation is the cluster's business. An agent of a CI system that happens to
 * be a pod may well have no right to it. Elsewhere the cluster of the first target that is in one.
 */
function chooseCluster({ settings }, { shard }, isInside) {
    const target = settings.targets.map((one) => one.settings).find(({ type }) => type === 'kubernetes-secret');
    if (isInside)
        return { context: undefined, isMust: target !== undefined || shard !== undefined };
    return target?.type === 'kubernetes-secret' ? { context: target.context, isMust: false } : undefined;
}
/** Undefined where no cluster is at hand; a sentence where it was not to be had and need not be. */
async function takeClusterLock(job, orders, ports) {
    const choice = chooseCluster(job, orders, ports.clusters.isInside());
    if (choice === undefined)
        return undefined;
    try {
        return await openLease(choice, { job, orders, ports });
    }
    catch (thrown) {
        const error = (0,errors/* toDcrError */.zj)(thrown);
        const isOurs = error.code === 'DCR_LOCKED' || error.code === 'DCR_INTERNAL';
        if (choice.isMust || isOurs || orders.signal.aborted)
            throw error;
        return `the lock is only a file on this machine, as no Lease could be taken in the cluster: ${error.message}`;
    }
}
async function openLease({ context }, { job, orders, ports }) {
    const { clock, environment, processes } = ports;
    const cluster = await ports.clusters.open(context);
    const [{ openKubernetes }, { holdLease }] = await Promise.all([
        __webpack_require__.e(/* import() */ 362).then(__webpack_require__.bind(__webpack_require__, 5362)),
        __webpack_require__.e(/* import() */ 814).then(__webpack_require__.bind(__webpack_require__, 3814)),
    ]);
    const nonce = Math.floor(clock.random() * 2 ** 32).toString(16);
    const me = `${environment.host}_${processes.identify()?.pid ?? 0}_${nonce}`;
    const place = { namespace: cluster.namespace, name: (0,places/* nameLease */.gr)(job.settings, orders.shard), me };
    const api = openKubernetes(cluster, clock, { again: 'the same command' });
    return holdLease(place, { api, clock, signal: orders.signal });
}
//# sourceMappingURL=lock.js.map
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
;// CONCATENATED MODULE: ./packages/core/lib/rotation/audit.js

/** One JSON line for each effect, for whoever has to show later who changed what. */
class AuditLog {
    #path;
    #ports;
    constructor(path, ports) {
        this.#path = path;
        this.#ports = ports;
    }
    /** Throws `DCR_STORE_FAILED`: what cannot be recorded is not done. */
    async record(line) {
        const { clock, environment, files } = this.#ports;
        const { actor, run } = findActor(environment.variables);
        const text = `${JSON.stringify({ at: (0,credential/* formatTime */.fU)(clock.now()), actor, run, ...line })}\n`;
        await files.apply({ do: 'append', path: this.#path, text });
    }
}
/** Who runs this and where it can be looked up, in the words of each CI system. */
function findActor(variables) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = variables;
    const github = id === undefined ? undefined : `${server}/${repository}/actions/runs/${id}`;
    const names = ['GITHUB_ACTOR', 'GITLAB_USER_LOGIN', 'BUILD_USER_ID', 'USER', 'USERNAME'];
    const actor = names.map((name) => variables[name]).find((value) => value !== undefined && value !== '');
    return { actor: actor ?? null, run: github ?? variables['CI_JOB_URL'] ?? variables['BUILD_URL'] ?? null };
}
//# sourceMappingURL=audit.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/orders.js




/** Throws `DCR_INPUT_INVALID`. */
function readOrders(request, ports, dryRun) {
    const { variables } = ports.environment;
    const { mode = 'run', auditLog } = request;
    return {
        mode: mode === 'abort' ? 'resume' : mode,
        shard: readShard(request.shard, variables),
        dryRun,
        given: readGiven(variables),
        old: readOld(variables),
        ask: request.ask,
        mask: request.mask,
        allowRealms: request.allowRealms ?? [],
        signal: request.signal ?? new AbortController().signal,
        tell: request.onEvent ?? (() => undefined),
        audit: auditLog === undefined ? undefined : new AuditLog(auditLog, ports),
    };
}
function readGiven({ DCR_NEW_USERNAME: username, DCR_NEW_PASSWORD: password = '', }) {
    if (password === '')
        return undefined;
    return { username: username === '' ? undefined : username, password: new secret/* Secret */.z(password) };
}
function readOld({ DCR_USERNAME: username = '', DCR_PASSWORD: password = '', }) {
    return username === '' || password === '' ? undefined : { username, password: new secret/* Secret */.z(password) };
}
/**
 * What one run is given once cannot be meant for several credentials.
 * Throws `DCR_INPUT_INVALID`; the old credential is merely left out, as it is only tried.
 */
function fitOrders(orders, jobs, { environment }) {
    const names = jobs.map(({ settings }) => settings.name);
    if (orders.given !== undefined && jobs.length > 1) {
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
            message: `DCR_NEW_PASSWORD is one password, and ${jobs.length} credentials are selected: ${names.join(', ')}`,
            remedy: 'Name the one it is for: dcr-login rotate NAME.',
        });
    }
    const registry = environment.variables['DCR_REGISTRY'] ?? '';
    const isForOther = registry !== '' && jobs.every(({ settings }) => settings.registry !== registry);
    return jobs.length === 1 && !isForOther ? orders : { ...orders, old: undefined };
}
//# sourceMappingURL=orders.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/report.js




function joinReports(credentials, plan) {
    const states = credentials.map(({ state }) => state);
    const state = ['incomplete', 'aborted', 'planned'].find((one) => states.includes(one)) ?? 'complete';
    const error = credentials.find((one) => one.error !== undefined)?.error;
    return {
        rotation: credentials[0]?.rotation ?? '',
        state,
        targets: credentials.flatMap(({ targets }) => targets),
        credentials,
        ...(plan === undefined ? {} : { plan }),
        ...(error === undefined ? {} : { error }),
    };
}
/** What this run found out of one credential, whether it came to its end or `error` ended it. */
function reportRun(run, error) {
    const { job, rotation, generation, issued, oldReport, effects, notes, orders, past } = run;
    const { name, registry } = job.settings;
    const targets = run.targets.map(rotation_run/* reportTarget */.E6);
    const isDone = targets.every(({ state }) => law/* DONE_STATES */.QB.has(state) || state === 'skipped');
    const fault = error ?? (isDone || orders.dryRun ? undefined : explainIncomplete({ name, registry }, targets));
    const retired = [...new Set([...(past?.retired ?? []), ...run.retired])];
    return {
        name,
        registry,
        rotation,
        state: orders.dryRun ? 'planned' : fault === undefined ? 'complete' : 'incomplete',
        generation: run.settled ? (past?.generations.at(-1)?.generation ?? 0) : generation,
        username: issued === undefined ? (past?.generations.at(-1)?.username ?? null) : (0,rotation_past/* keepUsername */.Cw)(issued),
        targets,
        old: oldReport === null ? null : { ...oldReport, retired },
        effects,
        notes,
        ...(fault === undefined ? {} : { error: fault }),
    };
}
/** Some targets hold the new credential and some do not. */
function explainIncomplete({ name, registry }, targets) {
    const mine = targets.filter(({ state }) => state !== 'skipped');
    const open = mine.filter(({ state }) => !law/* DONE_STATES */.QB.has(state));
    const named = open.slice(0, 5).map(({ id, state, error }) => {
        const why = error?.message ?? state;
        return why.startsWith(id) ? why : `${id}: ${why}`;
    });
    const more = open.length > 5 ? `; and ${open.length - 5} more` : '';
    return new errors/* DcrError */.ol('DCR_ROTATION_INCOMPLETE', {
        message: `${name}: ${open.length} of ${mine.length} targets do not hold the new credential of ${registry}: ${named.join('; ')}${more}`,
        registry,
    });
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./packages/core/lib/rotation/rotate.js











/** The run behind `rotate` and `planRotation`. */
async function runRotation(request, { dryRun }, ports) {
    const { file = 'dcr-rotate.yml', stateDir } = request;
    const jobs = await (0,load/* loadJobs */.h)({ file, names: chooseNames(request), stateDir }, ports);
    return rotateJobs(jobs, { request, dryRun }, ports);
}
/** The same for credentials whose targets and issuers are built already. */
async function rotateJobs(jobs, { request, dryRun }, ports) {
    const ordered = fitOrders(readOrders(request, ports, dryRun), jobs, ports);
    const work = async ({ orders, notes }) => {
        if (request.mode === 'abort')
            return joinReports(await abortRotation(jobs, orders, ports));
        const runs = await recoverAll(jobs, orders, ports);
        for (const run of runs)
            run.notes.push(...(notes.get(run.job) ?? []));
        for (const run of runs)
            await prepareRun(run, request.plan);
        const plan = { version: 1, credentials: runs.flatMap((run) => run.plan ?? []) };
        if (dryRun) {
            const reports = runs.map((run) => reportRun(run));
            return joinReports(reports, plan);
        }
        orders.tell({ kind: 'plan', plan });
        if (request.confirm !== undefined && !(await request.confirm(plan)))
            throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
                message: 'the plan was not confirmed; nothing was issued or written',
                remedy: 'Run it again and answer yes, or with --yes.',
            });
        const reports = [];
        // One that fails does not keep the next from its turn; an interruption stops them all.
        for (const run of runs)
            reports.push(await finishRun(run));
        return joinReports(reports);
    };
    const unlocked = { orders: ordered, notes: new Map() };
    return dryRun ? work(unlocked) : lockAll(jobs, unlocked, { ports, work });
}
/** A plan is run as a whole where nothing is named. */
function chooseNames({ names = [], plan }) {
    return names.length > 0 || plan === undefined ? names : plan.credentials.map(({ name }) => name);
}
/** With several credentials, those that have nothing to resume are passed over. */
async function recoverAll(jobs, orders, ports) {
    const runs = [];
    const refusals = [];
    for (const job of jobs) {
        announceStep(job, orders, 'recover');
        try {
            runs.push(await recoverRun(job, orders, ports));
        }
        catch (error) {
            const isIdle = orders.mode !== 'run' && (0,errors/* toDcrError */.zj)(error).code === 'DCR_INPUT_INVALID';
            if (!isIdle)
                throw error;
            refusals.push(error);
        }
    }
    if (runs.length === 0 && refusals.length > 0)
        throw refusals[0];
    return runs;
}
async function prepareRun(run, plan) {
    const { name } = run.job.settings;
    await walkSteps(run, (0,law/* sliceLaw */.xj)('inspect', 'inspect'));
    announceStep(run.job, run.orders, 'plan');
    const expected = plan?.credentials.find((one) => one.name === name) ?? 'missing';
    decidePlan(run, plan === undefined ? undefined : expected);
}
async function finishRun(run) {
    const { job, orders, ports } = run;
    try {
        await openJournal(run);
        await walkSteps(run, (0,law/* sliceLaw */.xj)(run.settled ? 'wait' : 'issue', 'finish'));
        if (isDone(run) && orders.shard === undefined)
            await (0,places/* tidyJournals */.zF)(job.directory, ports);
        return reportRun(run);
    }
    catch (thrown) {
        // Whatever an interruption broke off, such as a prompt, is told as what it is.
        return reportRun(run, orders.signal.aborted ? describeInterruption(run) : (0,errors/* toDcrError */.zj)(thrown));
    }
}
//# sourceMappingURL=rotate.js.map

/***/ })

};
;