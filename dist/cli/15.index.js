"use strict";
exports.id = 15;
exports.ids = [15];
exports.modules = {

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

/***/ 2015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnose: () => (/* reexport */ diagnose)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/deadline.js
var lib_deadline = __webpack_require__(7065);
// EXTERNAL MODULE: ./packages/core/lib/login/shadow.js
var login_shadow = __webpack_require__(2631);
;// CONCATENATED MODULE: ./packages/core/lib/doctor/finding.js
function ok(subject, message) {
    return { level: 'ok', subject, message };
}
function info(subject, message, remedy) {
    return { level: 'info', subject, message, ...(remedy === undefined ? {} : { remedy }) };
}
function warn(subject, message, advice) {
    return { level: 'warning', subject, message, ...advice };
}
function fail(subject, message, advice) {
    return { level: 'error', subject, message, ...advice };
}
/** What a command would have ended with, as a line of the report. */
function fromError(subject, { code, message, remedy }) {
    return { level: 'error', code, subject, message, remedy };
}
//# sourceMappingURL=finding.js.map
// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js
var credential_credential = __webpack_require__(4910);
;// CONCATENATED MODULE: ./packages/core/lib/doctor/way.js



/** Seconds that the clocks may differ: signed tokens and certificates tolerate no more. */
const SKEW_LIMIT = 60;
/** What was seen on the way to the registry. What is wrong with it, the conversation's verdict says. */
function judgeWay(facts) {
    const { inspection, secure } = facts;
    return [
        ...judgeProxy(facts),
        ...judgeLookup(inspection),
        ...(inspection.remote === undefined ? [] : [ok('network', `a connection was made to ${inspection.remote}`)]),
        ...(secure ? judgeTls(facts) : [info('tls', 'plain http: allowed because this is a loopback port without TLS')]),
        ...judgeClock(facts),
    ];
}
function judgeProxy({ inspection: { proxy }, hasAllProxy }) {
    if (proxy === undefined)
        return [];
    const found = 'none' in proxy
        ? info('proxy', `no proxy is used: ${(0,masking/* quoteForeignText */._z)(proxy.none, [])}`)
        : info('proxy', `${proxy.address} is used, from ${proxy.variable}${proxy.hasCredential ? ', with a credential (not shown)' : ''}`);
    const remedy = 'Set HTTPS_PROXY instead.';
    return hasAllProxy && 'none' in proxy
        ? [found, info('proxy', 'ALL_PROXY is set, which neither docker nor dcr-login reads', remedy)]
        : [found];
}
function judgeLookup({ addresses, proxy }) {
    if (addresses.length === 0)
        return [];
    const what = proxy === undefined || 'none' in proxy ? 'the host has' : 'the proxy has';
    return [ok('dns', `${what} the ${addresses.length === 1 ? 'address' : 'addresses'} ${addresses.join(', ')}`)];
}
function judgeTls({ inspection: { tls, files, builtInRoots }, now, extraFile }) {
    if (tls === undefined)
        return [];
    const trusted = tls.problem === undefined
        ? [ok('tls', `${tls.protocol}, and the certificate is trusted`)]
        : [info('tls', `${tls.protocol}, and OpenSSL says of the certificate: ${tls.problem}`)];
    const roots = [...(builtInRoots ? ["node's own"] : []), ...files];
    const ignored = extraFile === '' || files.includes(extraFile)
        ? []
        : [
            warn('tls', `NODE_EXTRA_CA_CERTS names ${extraFile}, which holds no certificate that node could read`, {
                remedy: 'Point it to a PEM file, or unset it.',
            }),
        ];
    return [
        ...trusted,
        ...tls.chain.map((certificate, i) => info('tls', `certificate ${i + 1}: ${describeCertificate(certificate, now)}`)),
        info('tls', `certificate authorities: ${roots.join(', ')}`),
        ...ignored,
    ];
}
function describeCertificate({ subject, issuer, names, validFrom, validTo }, now) {
    const state = now < validFrom ? ' (not yet valid)' : now > validTo ? ' (expired)' : '';
    const valid = `valid ${(0,credential_credential/* formatTime */.fU)(validFrom)} to ${(0,credential_credential/* formatTime */.fU)(validTo)}${state}`;
    const shown = names === '' ? '' : `, for ${(0,masking/* quoteForeignText */._z)(names, [])}`;
    return `${(0,masking/* quoteForeignText */._z)(subject, [])}${shown}, issued by ${(0,masking/* quoteForeignText */._z)(issuer, [])}, ${valid}`;
}
/** What to do about a certificate that is not trusted, where the chain tells more than the code's own remedy. */
function adviseTrust({ tls }, now) {
    const [own] = tls?.chain ?? [];
    const last = tls?.chain.at(-1);
    if (tls?.problem === undefined || own === undefined || last === undefined)
        return undefined;
    if (now < own.validFrom)
        return `Set the clock of this machine: it says ${(0,credential_credential/* formatTime */.fU)(now)}.`;
    if (now > own.validTo)
        return `The certificate ended at ${(0,credential_credential/* formatTime */.fU)(own.validTo)}: whoever runs the host must renew it. This machine's clock says ${(0,credential_credential/* formatTime */.fU)(now)}.`;
    if (/ALTNAME/u.test(tls.problem))
        return 'Use the host name that the certificate is for, or have it issued for this one.';
    const name = (0,masking/* quoteForeignText */._z)(last.issuer, []);
    return `If you know "${name}", put its certificate into a file and point SSL_CERT_FILE to it, or into /etc/docker/certs.d/HOST/ca.crt for docker as well. If not, do not send the credential: somebody may stand in between.`;
}
function judgeClock({ dates }) {
    if (dates === undefined)
        return [];
    const seconds = Math.round((dates.local - dates.server) / 1000);
    const size = Math.abs(seconds);
    if (size <= SKEW_LIMIT)
        return [ok('clock', 'this machine and the registry agree about the time')];
    const message = `this machine's clock is ${size} s ${seconds > 0 ? 'ahead of' : 'behind'} the registry's`;
    return [warn('clock', message, { remedy: 'Set the clock (NTP): tokens and certificates are refused by time.' })];
}
//# sourceMappingURL=way.js.map
;// CONCATENATED MODULE: ./packages/core/lib/doctor/answers.js


function judgeAnswers(facts) {
    return [...judgeChallenge(facts), ...judgeCredential(facts), ...judgeRest(facts)];
}
function judgeChallenge({ challenge, withheld }) {
    if (challenge === undefined)
        return [];
    const { scheme, realm } = challenge;
    const how = {
        none: 'lets anybody in to /v2/',
        basic: 'asks for user and password (Basic)',
        bearer: `asks for a token of ${realm?.origin ?? 'itself'} (Bearer)`,
    }[scheme];
    return [ok('challenge', `a registry answers, and ${how}`), ...(withheld === undefined ? [] : [withheld])];
}
function judgeCredential({ proof, observed, challenge, username }) {
    if (proof?.proven.auth === true || (proof === undefined && isProven(observed, challenge)))
        return [ok('credential', `the credential of ${username} is right`)];
    if (proof === undefined)
        return [];
    return [
        warn('credential', `the credential of ${username} could not be proved: ${proof.doubts.join('; ')}`, {
            code: 'DCR_CREDENTIAL_UNPROVEN',
            remedy: 'Name a repository to push to, which nobody can do without the credential: --repository NAME.',
        }),
    ];
}
/** What ended the conversation later does not take back that the credential did what a stranger could not. */
function isProven(observed, challenge) {
    const has = (anonymous, means) => observed.some(({ observation, ...seen }) => ['auth', 'token'].includes(observation.stage) && observation.anonymous === anonymous && seen.means === means);
    return has(false, 'proven') && (challenge?.scheme === 'basic' || has(true, 'closed'));
}
function judgeRest({ proof, error, ...facts }) {
    if (error !== undefined)
        return explainEnd({ proof, error, ...facts }, error);
    if (proof === undefined)
        return [];
    const { action } = facts;
    const name = proof.name === true
        ? ok('name', 'the registry of this name answers')
        : info('name', 'the registry does not tell whether the name is right');
    if (action === 'auth')
        return [name];
    const where = proof.repository === undefined ? '' : ` (asked in ${proof.repository})`;
    const rights = (action === 'push' ? ['pull', 'push'] : ['pull']).map((right) => {
        if (proof.proven[right] === true)
            return ok('permission', `may ${right}${where}`);
        const doubt = proof.doubts.find((text) => text.startsWith(right)) ?? proof.doubts.join('; ');
        const remedy = 'Name a repository that exists: --repository NAME.';
        return warn('permission', `${right} could not be checked: ${doubt}`, { code: 'DCR_CREDENTIAL_UNPROVEN', remedy });
    });
    return [name, ...rights, ...(proof.publicPull ? [info('permission', 'anybody may pull here, without a login')] : [])];
}
const SUBJECTS = {
    ping: 'challenge',
    token: 'credential',
    auth: 'credential',
    name: 'name',
    pull: 'permission',
    push: 'permission',
};
const FAULTS = {
    dns: 'dns',
    tls: 'tls',
    'not-tls': 'tls',
    proxy: 'proxy',
    'proxy-login': 'proxy',
    configuration: 'configuration',
    protocol: 'challenge',
};
/** The refusal, at the subject that it is about, with what this machine knows about it. */
function explainEnd({ observed, challenge, inspection, now, nearest, withheld }, error) {
    // Some refusals decide nothing, such as that of the host's own catalogue.
    const last = observed.findLast(({ means }) => means === error.code)?.observation;
    const seen = last?.seen;
    const fault = seen?.kind === 'fault' ? seen.fault : undefined;
    const subject = fault === undefined
        ? SUBJECTS[last?.stage ?? 'ping']
        : fault in FAULTS
            ? FAULTS[fault]
            : 'network';
    const told = fromError(subject, error);
    const better = fault === 'tls' ? adviseTrust(inspection, now) : undefined;
    const meant = nearest !== undefined && (subject === 'name' || subject === 'dns') ? `Did you mean ${nearest}? ` : '';
    const finding = { ...told, remedy: `${meant}${better ?? told.remedy ?? ''}` };
    // Of a credential that cannot be sent is told behind the challenge, where one came.
    if (withheld !== undefined)
        return [finding, ...(challenge === undefined ? [withheld] : [])];
    const rest = ['credential', 'name', 'permission'].filter((name) => isAfter(name, subject));
    const [first] = rest;
    return first === undefined
        ? [finding]
        : [finding, info(first, `not checked because of the error above: ${rest.join(', ')}`)];
}
const ORDER = ['configuration', 'proxy', 'dns', 'network', 'tls', 'challenge', 'credential', 'name', 'permission'];
function isAfter(subject, other) {
    return ORDER.indexOf(subject) > ORDER.indexOf(other);
}
//# sourceMappingURL=answers.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/engines/name.js
var engines_name = __webpack_require__(9096);
;// CONCATENATED MODULE: ./packages/core/lib/doctor/clients.js



/** A client that hangs must not hold the report up. Milliseconds. */
const CHILD_LIMIT = 5000;
async function askVersions(context) {
    const asked = engines_name/* CLIENTS */.ro.map(async (name) => [name, await askVersion(name, context)]);
    return Object.fromEntries(await Promise.all(asked));
}
async function askVersion(name, { processes, env, signal, forms }) {
    const file = processes.find(name);
    if (file === undefined)
        return undefined;
    const { status, stdout, stderr } = await processes.start({ file, args: ['--version'], env, signal }).finish('');
    const [first = ''] = (status === 0 ? stdout : stderr || stdout).trim().split('\n');
    const words = (0,masking/* quoteForeignText */._z)(first, forms);
    return status === 0 ? words : `does not run: ${words || `status ${status ?? 'none'}`}`;
}
function judgeClients(clients, own) {
    const versions = [...Object.entries(own), ...engines_name/* CLIENTS */.ro.map((name) => [name, clients[name]])];
    const line = versions.map(([name, version]) => describe(name, version)).join(', ');
    const findings = [info('versions', line)];
    if (engines_name/* CLIENTS */.ro.every((name) => clients[name] === undefined)) {
        findings.push(warn('versions', 'no client that could use a login is on PATH: docker, podman, buildah, skopeo', {
            code: 'DCR_ENGINE_MISSING',
            remedy: 'Install one, or log in with --engine file, which needs none.',
        }));
    }
    return findings;
}
function describe(name, version) {
    if (version === undefined)
        return `no ${name}`;
    return version.toLowerCase().startsWith(name) ? version : `${name} ${version}`;
}
//# sourceMappingURL=clients.js.map
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var registry_reference = __webpack_require__(3256);
;// CONCATENATED MODULE: ./packages/core/lib/doctor/case.js






function openCase(request, now) {
    const { registry = '' } = request;
    const forms = deriveForms(request);
    const nothing = { reference: undefined, credential: undefined, forms, withheld: undefined };
    if (registry === '') {
        const remedy = 'Name it as argument or in DCR_REGISTRY: host/name, for example dcr.nexqloud.io/acme.';
        return { ...nothing, findings: [info('registry', 'none is named: only this machine was looked at', remedy)] };
    }
    try {
        const reference = (0,registry_reference/* parseRegistry */.l5)(registry);
        if (request.repository !== undefined)
            (0,registry_reference/* parseRepository */.SU)(request.repository, reference);
        const findings = [ok('registry', [reference.registry, ...reference.tidied].join('; '))];
        return { reference, forms, findings, ...readCredential(request, reference, now) };
    }
    catch (error) {
        return { ...nothing, findings: [fromError('registry', (0,errors/* toDcrError */.zj)(error))] };
    }
}
function deriveForms({ credential: { username, password } }) {
    return (0,masking/* deriveMaskedForms */.UO)({ username, password: password instanceof secret/* Secret */.z ? password : new secret/* Secret */.z(password) });
}
function readCredential({ credential }, { registry }, now) {
    try {
        return { credential: (0,credential_credential/* checkCredential */.CT)(credential, { registry, now }), withheld: undefined };
    }
    catch (error) {
        if (!(error instanceof errors/* DcrError */.ol))
            throw error;
        if (error.code !== 'DCR_CREDENTIAL_MISSING')
            return { credential: undefined, withheld: fromError('credential', error) };
        return { credential: undefined, withheld: explainMissing(credential.username, error) };
    }
}
function explainMissing(username, { message, remedy }) {
    const skipped = 'credential, name and permission were not checked';
    return username === ''
        ? info('credential', `no whole one was given: ${skipped}`, remedy)
        : warn('credential', `${message}: ${skipped}`, { code: 'DCR_CREDENTIAL_MISSING', remedy });
}
//# sourceMappingURL=case.js.map
;// CONCATENATED MODULE: ./packages/core/lib/doctor/helper.js


/** Docker looks for one by itself only when the configuration has no `auths`, no store and no helper. */
function chooseHelper(file, { key, platform, has, }) {
    const own = key === undefined ? undefined : file.helpers[key];
    if (own !== undefined)
        return { name: own, why: 'credHelpers' };
    if (file.store !== undefined)
        return { name: file.store, why: 'credsStore' };
    const used = file.entries.length > 0 || Object.keys(file.helpers).length > 0;
    if (used || file.state === 'broken' || !has('docker'))
        return undefined;
    const name = detectHelper(platform, has);
    return has(`docker-credential-${name}`) ? { name, why: 'detected' } : undefined;
}
/** Source: cli/config/credentials/default_store_*.go */
function detectHelper(platform, has) {
    if (platform === 'darwin')
        return 'osxkeychain';
    if (platform === 'win32')
        return 'wincred';
    return has('pass') ? 'pass' : 'secretservice';
}
/** Asks the helper for its list, which holds no secret and asks nobody for a passphrase. */
async function askHelper({ name, why }, context) {
    const file = context.processes.find(`docker-credential-${name}`);
    if (file === undefined)
        return { name, why, found: false, failure: undefined };
    const failure = (await runQuietly(file, 'list', context)) ?? (name === 'pass' ? await askPass(context) : undefined);
    return { name, why, found: true, failure };
}
/** An uninitialised store has an empty list, and fails only when something is to be stored. */
async function askPass(context) {
    const pass = context.processes.find('pass');
    return pass === undefined ? 'pass is not on PATH' : runQuietly(pass, 'ls', context);
}
async function runQuietly(file, verb, { processes, env, signal, forms }) {
    const { status, stdout, stderr } = await processes.start({ file, args: [verb], env, signal }).finish('unused');
    if (status === 0)
        return undefined;
    return (0,masking/* quoteForeignText */._z)(stderr.trim() || stdout, forms) || `it ended with ${status ?? 'a signal'} and said nothing`;
}
/** Docker looks into the file only where the helper that it is told to ask does not answer. */
function isKept(helper) {
    return helper !== undefined && helper.why !== 'detected' && helper.found && helper.failure === undefined;
}
function judgeHelper(helper, file) {
    // What docker makes of a file that it cannot read is told with the file.
    if (helper === undefined && (file.state === 'broken' || file.fault !== undefined))
        return [];
    if (helper === undefined)
        return [ok('helper', 'no credential helper is involved: docker keeps this login in its file')];
    const program = `docker-credential-${helper.name}`;
    const { why, found, failure } = helper;
    if (why === 'detected') {
        const message = `${file.path} names no login, store or helper, so that docker login would take ${program} by itself`;
        return failure === undefined
            ? [info('helper', message)]
            : [
                warn('helper', `${message}, and that is broken: "${failure}"`, {
                    code: 'DCR_STORE_FAILED',
                    remedy: `Repair ${helper.name}, or log in by dcr-login, which keeps docker from looking for one.`,
                }),
            ];
    }
    const remedy = `Repair or install ${program}, or take it out of ${why} in ${file.path}; dcr-login login --isolate does without.`;
    if (!found)
        return [fail('helper', `${why} names ${program}, which is not on PATH`, { code: 'DCR_STORE_FAILED', remedy })];
    if (failure !== undefined)
        return [fail('helper', `${program}, from ${why}, is broken: "${failure}"`, { code: 'DCR_STORE_FAILED', remedy })];
    return [ok('helper', `docker keeps this login in ${program}, from ${why}, and it answers`)];
}
//# sourceMappingURL=helper.js.map
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/login/places.js
var places = __webpack_require__(75);
// EXTERNAL MODULE: ./packages/core/lib/login/status.js
var login_status = __webpack_require__(9105);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-file.js
var config_file = __webpack_require__(8674);
// EXTERNAL MODULE: ./packages/core/lib/login/store/auth-file.js
var auth_file = __webpack_require__(9358);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-shape.js
var config_shape = __webpack_require__(9703);
;// CONCATENATED MODULE: ./packages/core/lib/doctor/privacy.js
/** A text as it may be shown to strangers: the home directory, which holds a person's name, as `~`. */
function hideHome(text, { home }) {
    return home.length < 2 ? text : text.replaceAll(new RegExp(`${escapePattern(home)}(?![\\w.-])`, 'gu'), '~');
}
/** Somebody else's user name: enough to be recognised by whoever has set it. */
function shortenUser(name) {
    return name === '<token>' ? 'a token' : `${[...name][0] ?? ''}…`;
}
function escapePattern(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
//# sourceMappingURL=privacy.js.map
;// CONCATENATED MODULE: ./packages/core/lib/doctor/stored-file.js







/** The user's own docker configuration: a directory by `DOCKER_CONFIG`, else `~/.docker`. */
function placeDockerFile(environment) {
    return external_node_path_.join((0,places/* chooseConfigDirectory */.HD)(environment), 'config.json');
}
/**
 * The files that podman, buildah and skopeo read before docker's, first match wins.
 * Source: https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md
 */
function listContainersFiles(environment) {
    const { variables, platform, home, workingDirectory } = environment;
    const first = (0,auth_file/* chooseAuthFile */.IP)(environment);
    if ((variables['REGISTRY_AUTH_FILE'] ?? '') !== '')
        return [first];
    const base = external_node_path_.resolve(workingDirectory, variables['XDG_CONFIG_HOME'] || external_node_path_.join(home, '.config'));
    const config = external_node_path_.join(base, 'containers', 'auth.json');
    return platform === 'linux' ? [first, config] : [config];
}
/** `own` is the `auth` value that the given credential makes; undefined where none was given. */
async function readStoredFile(file, { own, format }, files) {
    const nothing = { path: file, mode: 0, entries: [], store: undefined, helpers: {} };
    try {
        const found = await files.inspect(file, { follow: true });
        if (found.kind === 'missing')
            return { ...nothing, state: 'missing' };
        const config = (0,config_file/* parseConfigFile */.me)(found.kind === 'file' ? found.text : '[]', file);
        const helpers = (0,config_file/* isObject */.Gv)(config['credHelpers']) ? config['credHelpers'] : {};
        const auths = (0,config_file/* isObject */.Gv)(config['auths']) ? config['auths'] : {};
        const fault = format === 'docker' ? (0,config_shape/* findShapeFault */.V)(config) : undefined;
        return {
            path: file,
            state: 'readable',
            ...(fault === undefined ? {} : { fault }),
            mode: found.kind === 'file' ? found.mode : 0,
            entries: Object.entries(auths).map(([key, entry]) => readEntry(key, entry, { own, format })),
            store: typeof config['credsStore'] === 'string' && config['credsStore'] !== '' ? config['credsStore'] : undefined,
            helpers: Object.fromEntries(Object.entries(helpers).filter((pair) => typeof pair[1] === 'string' && pair[1] !== '')),
        };
    }
    catch (error) {
        return { ...nothing, state: 'broken', error: (0,errors/* toDcrError */.zj)(error) };
    }
}
function readEntry(key, entry, { own, format }) {
    const { auth, identitytoken, username, password } = (0,config_file/* isObject */.Gv)(entry) ? (0,config_file/* spellEntry */.bU)(entry) : {};
    const hasToken = typeof identitytoken === 'string' && identitytoken !== '';
    const hasAuth = typeof auth === 'string' && auth !== '';
    // Docker takes them also in clear text, podman and its kin do not.
    const isClear = format === 'docker' && typeof username === 'string' && username !== '';
    if (!hasAuth && !isClear) {
        return { key, user: hasToken ? 'a token' : undefined, same: undefined, holds: hasToken ? 'login' : 'nothing' };
    }
    const text = hasAuth ? Buffer.from(auth, 'base64').toString('utf8') : `${String(username)}:${String(password ?? '')}`;
    const colon = text.indexOf(':');
    if (colon <= 0)
        return { key, user: undefined, same: undefined, holds: 'refused' };
    const same = own === undefined || hasToken ? undefined : text === Buffer.from(own, 'base64').toString('utf8');
    return { key, user: shortenUser(text.slice(0, colon)), same, holds: 'login' };
}
/** Docker's `ConvertToHostname`: scheme and path are cut off. */
function readHost(key) {
    return key.replace(/^https?:\/\//u, '').replace(/\/.*$/su, '');
}
//# sourceMappingURL=stored-file.js.map
;// CONCATENATED MODULE: ./packages/core/lib/doctor/shadow.js




function readVariable(text, own) {
    const shadow = (0,login_shadow/* parseShadow */.CY)(text);
    if (shadow === undefined)
        return undefined;
    const { auths, problem } = shadow;
    return {
        problem,
        entries: Object.entries(auths).map(([key, entry]) => readEntry(key, entry, { own, format: 'docker' })),
    };
}
/** Which login each client would use, and whether that is the one that was checked. */
function judgeShadows(facts) {
    return [...judgeVariable(facts), ...judgeDockerFile(facts), ...judgeContainers(facts)];
}
function judgeVariable({ variable, readsVariable, reference }) {
    const subject = 'DOCKER_AUTH_CONFIG';
    if (variable === undefined)
        return [];
    if (readsVariable !== true) {
        const who = readsVariable === undefined ? 'there is no docker here' : 'this docker is older than 28.3';
        return [info(subject, `it is set, but not read: ${who}`)];
    }
    const unset = `Unset it for this job, or take the host out of it.`;
    if (variable.problem !== undefined)
        return [warn(subject, `docker ignores it with an error: ${variable.problem}`, { remedy: unset })];
    const entry = variable.entries.find(({ key }) => key === reference?.key);
    if (entry === undefined)
        return [info(subject, 'it is set, and names other hosts than this one only')];
    if (entry.same === true)
        return [info(subject, 'it holds the credential that was checked, before any login')];
    const message = `docker takes the credential of ${entry.user} from it, before any login`;
    const advice = { code: 'DCR_SHADOWED', remedy: unset };
    return [entry.same === false ? fail(subject, message, advice) : warn(subject, message, advice)];
}
function judgeDockerFile({ docker, reference, helper }) {
    const subject = 'docker login';
    if (docker.state !== 'readable' || docker.fault !== undefined || reference === undefined)
        return [];
    const { host, key, registry } = reference;
    // Whether that one holds a login cannot be told without being given it.
    if (isKept(helper))
        return [];
    const here = docker.entries.filter((entry) => readHost(entry.key) === readHost(key) && entry.holds === 'login');
    const exact = here.find((entry) => entry.key === key);
    if (exact !== undefined)
        return [compare(exact, `${docker.path} holds a login of ${exact.user} for ${host}`, registry)];
    if (here.length > 1)
        return [
            fail(subject, `${docker.path} holds ${here.length} logins with a path (${here.map((entry) => entry.key).join(', ')}) and none for ${host} itself: docker takes one of them at random`, {
                code: 'DCR_SHADOWED',
                remedy: `Log in to ${registry} by dcr-login, which stores it for the host, or keep one registry per DOCKER_CONFIG (--isolate).`,
            }),
        ];
    const [only] = here;
    if (only === undefined)
        return [info(subject, `docker has no login for ${host}`, `dcr-login login ${registry}`)];
    if (only.key === registry)
        return [compare(only, `${docker.path} holds a login of ${only.user} for ${registry}`, registry)];
    return [
        warn(subject, `docker takes the login of ${only.key} for every image of ${host}`, {
            code: 'DCR_SHADOWED',
            remedy: `dcr-login login ${registry}, which stores a login for the host.`,
        }),
    ];
}
function compare(entry, message, registry) {
    const subject = 'docker login';
    if (entry.same === undefined)
        return info(subject, message);
    if (entry.same)
        return ok(subject, `${message}, the one that was checked`);
    const remedy = `If the checked one is right: dcr-login login ${registry}.`;
    return warn(subject, `${message}, which is another one than was checked`, { code: 'DCR_SHADOWED', remedy });
}
function judgeContainers({ containers, hasContainersClient, docker, reference, }) {
    const subject = 'podman login';
    if (reference === undefined)
        return [];
    const winner = containers
        .map((file) => ({ file, entry: findForRegistry(file, reference) }))
        .find(({ entry }) => entry !== undefined);
    if (winner?.entry === undefined)
        return [];
    const { file, entry } = winner;
    const message = `podman, buildah and skopeo take the login of ${entry.user} for ${entry.key} from ${file.path}`;
    const beats = docker.entries.some((other) => readHost(other.key) === reference.host)
        ? `, before docker's ${docker.path}`
        : '';
    if (entry.same !== false)
        return [info(subject, `${message}${beats}`)];
    const advice = {
        code: 'DCR_SHADOWED',
        remedy: `If that is stale: podman logout ${entry.key}, or remove the entry.`,
    };
    const text = `${message}${beats}, which is another one than was checked`;
    return hasContainersClient ? [warn(subject, text, advice)] : [info(subject, text, advice.remedy)];
}
/** The registry's own path first, then what lies above it, then the host. */
function findForRegistry(file, { host, name }) {
    const words = name === '' ? [] : name.split('/');
    const keys = [...words.map((_, i) => `${host}/${words.slice(0, words.length - i).join('/')}`), host];
    return keys.map((key) => file.entries.find((entry) => entry.key === key && entry.holds === 'login')).find(Boolean);
}
//# sourceMappingURL=shadow.js.map
;// CONCATENATED MODULE: ./packages/core/lib/doctor/machine.js










async function lookAtMachine(request, ports) {
    const { reference, credential, forms, stateDir } = request;
    const { clock, environment, files, processes } = ports;
    const own = credential === undefined
        ? undefined
        : (0,config_file/* encodeAuth */.zx)(credential.username, credential.password.reveal())['auth'];
    const limit = (0,lib_deadline/* setDeadline */.r)(CHILD_LIMIT, clock, request.signal);
    const context = { env: (0,places/* cleanEnvironment */.hh)(environment, forms), forms, signal: limit.signal, processes };
    try {
        const docker = await readStoredFile(placeDockerFile(environment), { own, format: 'docker' }, files);
        const [clients, helper, sessions, containers, workspace] = await Promise.all([
            askVersions(context),
            examineHelper(docker, reference, { ...context, platform: environment.platform }),
            (0,login_status/* listSessions */.G)(stateDir === undefined ? {} : { stateDir }, ports).catch(errors/* toDcrError */.zj),
            Promise.all(listContainersFiles(environment).map((file) => readStoredFile(file, { own, format: 'containers' }, files))),
            findInWorkspace(ports),
        ]);
        const variable = readVariable(environment.variables['DOCKER_AUTH_CONFIG'], own);
        const stored = [docker, ...containers, ...(variable === undefined ? [] : [variable])];
        const keys = stored.flatMap(({ entries }) => entries.map(({ key }) => key));
        const known = [...keys, ...(sessions instanceof errors/* DcrError */.ol ? [] : sessions.map(({ registry }) => registry))];
        return { clients, variable, docker, containers, workspace, helper, sessions, known };
    }
    finally {
        limit.end();
    }
}
async function examineHelper(docker, reference, { platform, ...context }) {
    const has = (program) => context.processes.find(program) !== undefined;
    const choice = chooseHelper(docker, { key: reference?.key, platform, has });
    return choice === undefined ? undefined : askHelper(choice, context);
}
/** Configurations with logins in the workspace of the CI job, or of the git work tree that this was called in. */
async function findInWorkspace({ environment, files }) {
    const { variables, workingDirectory, home } = environment;
    // A directory that may not be looked into is no work tree of this user.
    const isTree = await files.inspect(external_node_path_.join(workingDirectory, '.git')).then(({ kind }) => kind !== 'missing', () => false);
    const named = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'WORKSPACE'].map((name) => variables[name] ?? '');
    const roots = [...named, isTree ? workingDirectory : ''].filter((root) => root !== '' && external_node_path_.resolve(root) !== home);
    const inside = (file) => roots.some((root) => !external_node_path_.relative(external_node_path_.resolve(root), file).startsWith('..'));
    const candidates = [
        ...roots.flatMap((root) => ['.docker/config.json', 'config.json'].map((name) => external_node_path_.resolve(root, name))),
        ...[placeDockerFile(environment)].filter((file) => inside(file)),
    ];
    const found = await Promise.all([...new Set(candidates)].map((file) => readStoredFile(file, { own: undefined, format: 'docker' }, files)));
    return found.filter(({ entries }) => entries.some(({ holds }) => holds === 'login')).map((file) => file.path);
}
//# sourceMappingURL=machine.js.map
// EXTERNAL MODULE: ./packages/core/lib/config/nearest.js
var nearest = __webpack_require__(9930);
;// CONCATENATED MODULE: ./packages/core/lib/doctor/near-name.js


/**
 * The registry that was most likely meant: of those known here on the same host, the one with the nearest name; where
 * the host is known for none, the nearest host. Undefined where none is near.
 */
function findNearestRegistry({ host, name }, known) {
    const places = known
        .map((key) => key.replace(/^https?:\/\//u, ''))
        .filter((key) => key !== '')
        .map((key) => ({ host: key.replace(/\/.*$/su, ''), name: key.replace(/^[^/]*\/?/su, '') }));
    const names = places.filter((place) => place.host === host && place.name !== '').map((place) => place.name);
    const nearName = (0,nearest/* findNearest */.q)(name, names);
    if (nearName !== undefined)
        return `${host}/${nearName}`;
    const hosts = [...places.map((place) => place.host), registry_reference/* DCR_HOST */.zX];
    const nearHost = hosts.includes(host) ? undefined : (0,nearest/* findNearest */.q)(host, hosts);
    return nearHost === undefined ? undefined : [nearHost, name].filter((part) => part !== '').join('/');
}
//# sourceMappingURL=near-name.js.map
;// CONCATENATED MODULE: ./packages/core/lib/doctor/place.js




/** Where logins are read from on this machine, and what is wrong with these places. */
function judgePlaces(facts) {
    const { docker, containers, workspace } = facts;
    return [
        ...judgeVariables(facts),
        ...judgeFile(docker, facts),
        ...containers.flatMap((file) => (file.state === 'missing' ? [] : judgeFile(file, facts))),
        ...workspace.map((file) => warn('workspace', `${file} lies inside the workspace and holds logins: it gets into images, artifacts, caches and commits`, {
            remedy: 'Remove it there and log in at the start of the job; if it was committed, cached or published, regenerate the credential.',
        })),
        ...judgeSessions(facts),
    ];
}
function judgeVariables({ environment: { variables }, docker, containers }) {
    const findings = [];
    const { DOCKER_CONFIG: directory = '', REGISTRY_AUTH_FILE: file = '' } = variables;
    if (directory !== '') {
        findings.push(docker.state === 'missing'
            ? warn('DOCKER_CONFIG', `it points to a directory without a configuration: ${docker.path} does not exist`, {
                remedy: 'Unset it, or log in while it is set. A private login may have been logged out since.',
            })
            : info('DOCKER_CONFIG', `docker reads ${docker.path} because of it, not ~/.docker/config.json`));
    }
    if (file !== '') {
        const [only] = containers;
        findings.push(only?.state === 'missing'
            ? warn('REGISTRY_AUTH_FILE', `podman, buildah and skopeo read ${only.path} alone, and it does not exist`, {
                remedy: 'Unset it, or log in while it is set.',
            })
            : info('REGISTRY_AUTH_FILE', `podman, buildah and skopeo read ${only?.path ?? file} alone because of it`));
    }
    return findings;
}
function judgeFile(file, { environment, helper }) {
    const subject = 'file';
    if (file.state === 'missing')
        return [info(subject, `${file.path} does not exist: docker has no login in a file`)];
    if (file.error !== undefined)
        return [fromError(subject, file.error)];
    if (file.fault !== undefined)
        return [judgeFault(file.path, file.fault, helper)];
    const count = file.entries.filter(({ holds }) => holds === 'login').length;
    const said = `${file.path} holds ${count === 1 ? 'one login' : `${count} logins`}`;
    const isOpen = environment.platform !== 'win32' && count > 0 && (file.mode & 0o077) !== 0;
    return isOpen
        ? [
            warn(subject, `${said}, and others on this machine can read it (mode ${file.mode.toString(8)})`, {
                remedy: `chmod 600 ${file.path}`,
            }),
        ]
        : [ok(subject, said)];
}
function judgeFault(file, fault, helper) {
    const code = 'DCR_CONFIG_INVALID';
    const message = `${file}: docker takes no login from the entries of this file because ${fault}`;
    if (isKept(helper)) {
        const remedy = 'Repair or remove that part of the file.';
        return warn('file', `${message}; it asks docker-credential-${helper.name} all the same`, { code, remedy });
    }
    return fail('file', message, { code, remedy: 'Repair or remove that part of the file, then log in again.' });
}
function judgeSessions({ sessions, environment, registry, now }) {
    if (sessions instanceof errors/* DcrError */.ol)
        return [fromError('session', sessions)];
    return sessions
        .filter((session) => session.registry === registry)
        .map(({ isolated, configDir, visible, expiresAt, state }) => {
        const again = `dcr-login logout ${registry}, then log in again.`;
        if (state !== 'open')
            return warn('session', `a login of ${registry} was never completed`, { remedy: again });
        if (expiresAt !== null && expiresAt <= now)
            return warn('session', `the login of ${registry} ended at ${(0,credential_credential/* formatTime */.fU)(expiresAt)}`, {
                code: 'DCR_CREDENTIAL_EXPIRED',
                remedy: again,
            });
        const unset = Object.entries(visible).filter(([name, value]) => environment.variables[name] !== value);
        if (isolated && unset.length > 0)
            return warn('session', `a private login of ${registry} lives in ${configDir}, where no client looks now`, {
                remedy: unset.map(([name, value]) => `export ${name}=${value}`).join('; '),
            });
        return ok('session', `dcr-login logged in to ${registry}, in ${configDir}`);
    });
}
//# sourceMappingURL=place.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/conversation.js + 2 modules
var conversation = __webpack_require__(7614);
// EXTERNAL MODULE: ./packages/core/lib/registry/probe.js
var probe = __webpack_require__(727);
// EXTERNAL MODULE: ./packages/core/lib/registry/retry.js
var retry = __webpack_require__(2867);
;// CONCATENATED MODULE: ./packages/core/lib/doctor/talk.js





/** Looking at the way alone may take so long. Milliseconds. */
const INSPECTION_LIMIT = 10_000;
/** The way first, then the questions of `verify`, in its order and not one more. */
async function talkToRegistry(request, { clock, http }) {
    const { reference, credential, forms, action, retries, deadline } = request;
    const signal = request.signal === undefined ? {} : { signal: request.signal };
    const timeout = Math.max(1, Math.min(INSPECTION_LIMIT, deadline - clock.now()));
    const { inspection, secure } = await inspectWay(reference, http, { timeout, ...signal });
    const observed = [];
    const seen = {};
    const noting = {
        ...http,
        request: async (question) => {
            const answer = await http.request(question);
            const server = (0,retry/* parseHttpDate */.m6)(answer.headers['date']?.[0] ?? '');
            if (!Number.isNaN(server))
                seen.dates ??= { server, local: clock.now() };
            return answer;
        },
    };
    const context = {
        reference,
        allowedRealms: request.allowRealms,
        patience: { deadline, retries, ...signal },
        forms,
        ports: { clock, http: noting },
        observe: (finding) => void observed.push(finding),
    };
    try {
        seen.challenge = await (0,conversation/* findChallenge */.V)(context);
        if (credential !== undefined) {
            const repository = request.repository === undefined ? {} : { repository: (0,registry_reference/* parseRepository */.SU)(request.repository, reference) };
            seen.proof = await (0,probe/* proveCredential */.I)({ credential, action, ...repository }, seen.challenge, context);
        }
    }
    catch (error) {
        seen.error = (0,errors/* toDcrError */.zj)(error);
    }
    const { dates, challenge, proof, error } = seen;
    return { inspection, secure, observed, dates, challenge, proof, error };
}
/** Plain http only where a request would use it: on a loopback port that does not speak TLS. */
async function inspectWay({ apiHost, loopback }, http, bounds) {
    const inspection = await http.inspect(new URL(`https://${apiHost}/`), bounds);
    const kind = inspection.fault?.kind;
    if (!loopback || (kind !== 'not-tls' && kind !== 'reset'))
        return { inspection, secure: true };
    return { inspection: await http.inspect(new URL(`http://${apiHost}/`), bounds), secure: false };
}
//# sourceMappingURL=talk.js.map
;// CONCATENATED MODULE: ./packages/core/lib/doctor/doctor.js















/**
 * Looks at everything between this machine and a push, and judges it. What is wrong is a finding, never thrown; no finding
 * holds a secret, a whole user name of another login, or the home directory.
 */
async function diagnose(request, ports) {
    const { clock, environment } = ports;
    const patient = openCase(request, clock.now());
    const { reference, credential, forms } = patient;
    await request.mask?.(forms);
    const deadline = (0,lib_deadline/* setDeadline */.r)(request.timeout, clock, request.signal);
    try {
        const [machine, talk] = await Promise.all([
            lookAtMachine({ reference, credential, forms, stateDir: request.stateDir, signal: deadline.signal }, ports),
            reference === undefined
                ? undefined
                : talkToRegistry({ ...request, reference, credential, forms, deadline: deadline.at }, ports),
        ]);
        request.signal?.throwIfAborted();
        const findings = [
            ...judgeClients(machine.clients, request.versions),
            ...patient.findings,
            ...judgeTalk({ talk, machine, patient, request, now: clock.now() }, ports),
            ...judgeMachine(machine, { reference, now: clock.now() }, ports),
        ].map((finding) => makeShowable(finding, forms, environment));
        return { reference, findings, error: findFirstError(findings) };
    }
    finally {
        deadline.end();
    }
}
function judgeTalk(context, { environment: { variables } }) {
    const { talk, machine, patient, request, now } = context;
    const { reference, withheld } = patient;
    if (talk === undefined || reference === undefined)
        return [];
    const known = [...machine.known, variables['DCR_REGISTRY'] ?? ''];
    const hasAllProxy = (variables['ALL_PROXY'] ?? variables['all_proxy'] ?? '') !== '';
    const { username } = request.credential;
    const nearest = findNearestRegistry(reference, known);
    return [
        ...judgeWay({ ...talk, now, hasAllProxy, extraFile: variables['NODE_EXTRA_CA_CERTS'] ?? '' }),
        ...judgeAnswers({ ...talk, now, action: request.action, withheld, username, nearest }),
    ];
}
function judgeMachine(machine, { reference, now }, { environment }) {
    const { docker, podman, buildah, skopeo } = machine.clients;
    const isRead = docker === undefined ? undefined : (0,login_shadow/* readsVariable */.y$)(docker);
    const hasContainersClient = [podman, buildah, skopeo].some((version) => version !== undefined);
    return [
        ...judgeShadows({ ...machine, reference, readsVariable: isRead, hasContainersClient }),
        ...judgePlaces({ ...machine, environment, registry: reference?.registry, now }),
        ...judgeHelper(machine.helper, machine.docker),
    ];
}
/** The last guard of every line, whatever it was made of. */
function makeShowable(finding, forms, environment) {
    const show = (text) => (0,masking/* redactText */.Rd)(hideHome(text, environment), forms);
    const { message, remedy } = finding;
    return { ...finding, message: show(message), ...(remedy === undefined ? {} : { remedy: show(remedy) }) };
}
function findFirstError(findings) {
    const first = findings.find(({ level }) => level === 'error');
    if (first?.code === undefined)
        return undefined;
    return { ...first, code: first.code, exit: errors/* ERROR_CODES */.OQ[first.code].exit };
}
//# sourceMappingURL=doctor.js.map
;// CONCATENATED MODULE: ./packages/core/lib/doctor/index.js

//# sourceMappingURL=index.js.map

/***/ })

};
;