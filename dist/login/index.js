/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = require("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = require("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = require("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = require("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = require("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = require("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = require("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __nccwpck_require__(1708);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __nccwpck_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js + 1 modules
var credential = __nccwpck_require__(2602);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __nccwpck_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/login/engines/name.js
var engines_name = __nccwpck_require__(9096);
;// CONCATENATED MODULE: ./packages/core/lib/contract/common.js

/** Options that several commands share, word for word. */
const COMMON = {
    username: {
        type: 'text',
        short: 'u',
        variable: 'DCR_USERNAME',
        placeholder: 'NAME',
        help: 'User name of the credential.',
        surfaces: ['cli', 'action'],
    },
    'password-stdin': {
        type: 'flag',
        help: 'Read the password from standard input; one trailing line break is dropped.',
        surfaces: ['cli'],
    },
    'password-file': {
        type: 'text',
        placeholder: 'FILE',
        help: 'Read the password from a file; one trailing line break is dropped.',
        surfaces: ['cli'],
    },
    engine: {
        type: 'choice',
        choices: ['auto', ...engines_name/* ENGINES */.ug],
        default: 'auto',
        help: 'Client that will use the login; auto: the first of docker, podman, buildah, skopeo that is on PATH; file: none, the configuration is written directly.',
        surfaces: ['cli', 'action'],
    },
    verify: {
        type: 'choice',
        choices: ['none', 'auth', 'pull', 'push'],
        default: 'auth',
        help: 'What to prove before the client gets the password. What cannot be proved is said; only a refusal fails.',
        surfaces: ['cli', 'action'],
    },
    repository: {
        type: 'text',
        placeholder: 'NAME',
        help: 'Repository to ask in for --verify pull or push; default: the first that the registry lists.',
        surfaces: ['cli'],
    },
    retries: {
        type: 'number',
        default: '3',
        placeholder: 'N',
        help: 'Tries after the first one, for faults of network and server only. A refusal is never tried again.',
        surfaces: ['cli', 'action'],
    },
    timeout: {
        type: 'duration',
        default: '60s',
        placeholder: 'TIME',
        help: 'Time for everything: 60s, 2m; a bare number is seconds.',
        surfaces: ['cli', 'action'],
    },
    'allow-realm': {
        type: 'list',
        variable: 'DCR_ALLOW_REALM',
        placeholder: 'HOST',
        help: "Host beside the registry's own that may receive the credential as its token service. Repeatable.",
        surfaces: ['cli'],
    },
    'state-dir': {
        type: 'text',
        variable: 'DCR_STATE_DIR',
        placeholder: 'DIR',
        help: 'Where sessions are remembered. Default: the state directory of the platform.',
        surfaces: ['cli'],
    },
    json: { type: 'flag', help: 'One JSON object on standard output, nothing else there.', surfaces: ['cli'] },
    debug: { type: 'flag', help: 'Stack traces of errors. Holds no secret.', surfaces: ['cli'] },
};
/** What a command that takes a credential has. */
const CREDENTIAL = {
    username: COMMON.username,
    'password-stdin': COMMON['password-stdin'],
    'password-file': COMMON['password-file'],
};
/** What a command that only asks has: for which action, and where. */
const QUESTION = {
    action: {
        type: 'choice',
        choices: ['auth', 'pull', 'push'],
        default: 'auth',
        help: 'What to prove. An upload that push starts is cancelled: nothing changes on the registry.',
        surfaces: ['cli'],
    },
    repository: {
        type: 'text',
        placeholder: 'NAME',
        help: 'Repository to ask in; default: the first that the registry lists.',
        surfaces: ['cli'],
    },
};
/** What every command has. */
const EVERYWHERE = { json: COMMON.json, debug: COMMON.debug };
//# sourceMappingURL=common.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/login.js

const LOGIN = {
    name: 'login',
    summary: 'Log in to a registry, prove it, and remember how to undo it',
    examples: [
        {
            line: 'dcr-login login dcr.nexqloud.io/acme',
            says: 'user and password from DCR_USERNAME and DCR_PASSWORD, or asked for',
        },
        {
            line: 'vault read -field=pw dcr | dcr-login login dcr.nexqloud.io/acme -u ci --password-stdin',
            says: 'password from a pipe',
        },
        { line: 'eval "$(dcr-login login --isolate --shell-env sh)"', says: 'a login that only this shell sees' },
        { line: 'dcr-login login --engine file', says: 'no docker needed' },
        { line: 'dcr-login login --registries registries.yml', says: 'many at once, each with a credential of its own' },
    ],
    arguments: [
        {
            name: 'REGISTRY',
            help: 'host/name; default: DCR_REGISTRY; several share one credential',
            required: false,
            repeated: true,
        },
    ],
    options: {
        ...CREDENTIAL,
        registries: {
            type: 'text',
            placeholder: 'FILE',
            help: 'YAML or JSON list of {registry, username, passwordEnv}, instead of REGISTRY and one credential.',
            surfaces: ['cli'],
        },
        engine: COMMON.engine,
        isolate: {
            type: 'flag',
            negatable: true,
            help: 'A private directory for this login alone; ~/.docker is not touched. Default: off in the CLI, on in the wrappers except on GitHub-hosted runners.',
            surfaces: ['cli', 'action'],
        },
        'config-dir': {
            type: 'text',
            placeholder: 'DIR',
            help: 'Directory of the docker configuration, instead of DOCKER_CONFIG; with --isolate the private directory to make.',
            surfaces: ['cli'],
        },
        'shell-env': {
            type: 'choice',
            choices: ['sh', 'powershell', 'dotenv'],
            help: 'Print the assignment that makes the login visible to other commands.',
            surfaces: ['cli'],
        },
        verify: COMMON.verify,
        repository: COMMON.repository,
        retries: COMMON.retries,
        timeout: COMMON.timeout,
        'allow-realm': COMMON['allow-realm'],
        'state-dir': COMMON['state-dir'],
        ...EVERYWHERE,
    },
    notes: ['There is no --password flag: arguments are readable by every process of the machine and end up in logs.'],
};
//# sourceMappingURL=login.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/action.js

const { username, engine, isolate, verify, retries, timeout } = LOGIN.options;
/** Inputs of the GitHub Action `nexqloud/dcr-login`, in the order of its documentation. */
const ACTION = {
    name: 'login',
    inputs: {
        registry: {
            type: 'text',
            help: 'Registry as `host/name`, for example `dcr.nexqloud.io/acme`.',
            surfaces: ['action'],
        },
        username,
        password: { type: 'secret', help: 'Password of the credential, from a secret.', surfaces: ['action'] },
        registries: {
            type: 'secret',
            help: 'Several at once instead of the three above: a YAML or JSON list of {registry, username, password}, each password from a secret.',
            surfaces: ['action'],
        },
        logout: { type: 'flag', default: 'true', help: 'Log out when the job ends.', surfaces: ['action'] },
        isolate,
        verify,
        engine,
        retries,
        timeout,
        'on-missing': {
            type: 'choice',
            choices: ['fail', 'skip'],
            default: 'fail',
            help: 'When username or password is empty, as in a pull request from a fork: fail with the reason, or skip with a notice.',
            surfaces: ['action'],
        },
    },
    outputs: {
        registry: 'Registry as `host/name`; of several, the first.',
        host: 'Host of the registry, for image names and `docker login`.',
        name: 'Name of the registry on its host.',
        username: 'User name that is logged in.',
        'config-dir': 'Directory of the client configuration that holds the login (`DOCKER_CONFIG`).',
        'config-dirs': 'The same for every registry, as JSON: `{"host/name":"DIR"}`. Two registries of one host have two.',
        'expires-at': 'End of the credential in RFC 3339, empty where it is not known.',
    },
};
//# sourceMappingURL=action.js.map
;// CONCATENATED MODULE: ./packages/core/lib/config/duration.js
const UNITS = { '': 1000, ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Milliseconds of `60s`, `15m`, `90d`; a bare number is seconds. Undefined for anything else. */
function parseDuration(text) {
    const match = /^(\d{1,9})(ms|s|m|h|d|)$/u.exec(text.trim());
    const unit = UNITS[match?.[2] ?? 'none'];
    return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}
//# sourceMappingURL=duration.js.map
;// CONCATENATED MODULE: ./packages/core/lib/config/options.js


/** The longest time that a timer can be set to: 2³¹ − 1 ms, about 24 days. */
const LONGEST = 2 ** 31 - 1;
/**
 * Typed values of a command's options from what was written, defaults filled in. Every problem is told at once.
 * Throws `DCR_INPUT_INVALID`. No value of a secret is ever repeated.
 */
function readOptions(contract, written, spell = (name) => `--${name}`) {
    const values = {};
    const problems = [];
    for (const [name, option] of Object.entries(contract.options)) {
        const given = written[name];
        const text = given === undefined || given === '' ? option.default : given;
        const value = text === undefined ? (option.type === 'list' ? [] : undefined) : readValue(option, text);
        if (value instanceof Problem)
            problems.push(`${spell(name)} ${value.says}`);
        else
            values[name] = value;
    }
    if (problems.length > 0)
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message: problems.join('; ') });
    return values;
}
class Problem {
    says;
    constructor(says) {
        this.says = says;
    }
}
function readValue(option, given) {
    if (option.type === 'list')
        return typeof given === 'string' ? given.split(',').map((part) => part.trim()) : given;
    if (option.type === 'flag')
        return readFlag(given);
    if (typeof given !== 'string')
        return new Problem('needs a value');
    switch (option.type) {
        case 'choice':
            return option.choices.includes(given)
                ? given
                : new Problem(`is "${given}", must be one of ${option.choices.join(', ')}`);
        case 'number':
            return /^\d{1,6}$/u.test(given) ? Number(given) : new Problem(`is "${given}", must be a whole number, 0 or more`);
        case 'duration': {
            const time = parseDuration(given);
            if (time === undefined)
                return new Problem(`is "${given}", must be a time such as 60s, 15m or 90d`);
            if (option.compared === true)
                return time;
            return time > 0 && time <= LONGEST ? time : new Problem(`is "${given}", must be more than 0 and at most 24d`);
        }
        default:
            return given;
    }
}
function readFlag(given) {
    if (typeof given === 'boolean')
        return given;
    // The spellings of YAML 1.2 that GitHub's own toolkit accepts.
    if (given === 'true' || given === 'True' || given === 'TRUE')
        return true;
    if (given === 'false' || given === 'False' || given === 'FALSE')
        return false;
    return new Problem('must be true or false');
}
//# sourceMappingURL=options.js.map
;// CONCATENATED MODULE: ./.build/src/login/inputs.js



/**
 * The inputs of this step, read once from where the runner puts them. Not by @actions/core: it is loaded while docker
 * already starts (see `main.ts`), and its `getInput` trims, which would change a password.
 * Throws `DCR_INPUT_INVALID` and `DCR_CONFIG_INVALID` with every problem at once.
 */
async function readInputs() {
    const written = Object.fromEntries(Object.entries(ACTION.inputs)
        .filter(([, input]) => input.type !== 'secret')
        .map(([name]) => [name, readInput(name).trim()]));
    const options = readOptions({ options: ACTION.inputs }, written, (name) => `input ${name}`);
    const { registry = '', username = '' } = written;
    const list = readInput('registries');
    if (list.trim() !== '') {
        const rivals = ['registry', 'username', 'password'].filter((name) => readInput(name) !== '');
        return { registries: await readList(list, rivals), options };
    }
    const password = new secret/* Secret */.z((0,credential/* tidyPassword */.qe)(readInput('password')));
    return { registries: [{ registry, credential: { username, password } }], options };
}
async function readList(list, rivals) {
    if (rivals.length > 0)
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { message: `input registries excludes ${rivals.join(', ')}` });
    // Loaded here only: most steps name one registry.
    const { readRegistries } = await __nccwpck_require__.e(/* import() */ 153).then(__nccwpck_require__.bind(__nccwpck_require__, 4153));
    const source = { name: 'input registries', variables: external_node_process_.env, allowPassword: true };
    return (await readRegistries(list, source)).map(({ username, password, ...each }) => ({
        registry: each.registry,
        credential: { username, password },
    }));
}
/** The runner's own spelling: upper case, spaces as underscores, hyphens kept. */
function readInput(name) {
    return external_node_process_.env[`INPUT_${name.toUpperCase()}`] ?? '';
}
//# sourceMappingURL=inputs.js.map

/***/ }),

/***/ 6496:
/***/ ((__webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1708);
/* harmony import */ var _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7706);
/* harmony import */ var _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3256);
/* harmony import */ var _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3444);
/* harmony import */ var _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5875);
/* harmony import */ var _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(2602);
/* harmony import */ var _nexqloud_dcr_core_node__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(3779);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(184);
/* harmony import */ var _missing_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(2785);
/* harmony import */ var _runner_file_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(982);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(7496);









// Loaded for what went wrong: a login that succeeds does without its 8 ms.
const loadToolkit = () => __nccwpck_require__.e(/* import() */ 272).then(__nccwpck_require__.bind(__nccwpck_require__, 1272));
/** Only GitHub's own machines are thrown away after a job; on any other, `~/.docker` belongs to somebody. */
const isolatedByDefault = node_process__WEBPACK_IMPORTED_MODULE_2__.env['RUNNER_ENVIRONMENT'] !== 'github-hosted';
/** Exported by an isolated login, and put back by its post step. */
const VARIABLES = ['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE'];
await run().catch(async (thrown) => {
    const { setFailed, debug } = await loadToolkit();
    const error = (0,_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_5__/* .toDcrError */ .zj)(thrown);
    setFailed(`${error.code}: ${error.message}\n→ ${error.remedy}`);
    if (error.cause instanceof Error)
        debug(error.cause.stack ?? error.cause.message);
});
// Node would take its heap apart first: 1.5 ms, in which nobody is served.
node_process__WEBPACK_IMPORTED_MODULE_2__.stdout.write('', () => node_process__WEBPACK_IMPORTED_MODULE_2__.exit());
async function run() {
    const { registries, options } = await (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .K)();
    // Before a missing secret is explained: without a registry there is none to be missing for.
    for (const { registry } of registries)
        (0,_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_6__/* .parseRegistry */ .l5)(registry);
    const missing = registries.find(({ credential }) => credential.username === '' || credential.password.reveal() === '');
    if (missing !== undefined) {
        const { registry, credential } = missing;
        const what = credential.username === '' ? 'username' : 'password';
        return handleMissing({
            registry,
            what: `${what} is empty for ${registry}`,
            skip: options['on-missing'] === 'skip',
        });
    }
    const { engine, verify, retries, timeout, isolate = isolatedByDefault, logout = true } = options;
    const temporary = findTemporary();
    const sessions = await (0,_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_7__/* .loginAll */ .Z)({
        registries,
        engine,
        isolate,
        verify,
        retries,
        timeout,
        owner: node_process__WEBPACK_IMPORTED_MODULE_2__.ppid,
        ...(temporary === '' ? {} : { stateDir: `${temporary}/dcr-login` }),
        hooks: {
            announce: ({ ids, stateDir, visible }) => 
            // Before the first effect: a step that is killed at any later moment is cleaned up by post all the same.
            (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_4__/* .tellRunner */ .s)('GITHUB_STATE', {
                dcr: JSON.stringify({ sessions: ids, stateDir, logout, before: readVariables(), exported: visible }),
            }),
            // As the toolkit's setSecret does, which would hold the password back for as long as it takes to load.
            mask: (forms) => printLines((0,_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_8__/* .composeMaskCommands */ .HL)(forms)),
        },
    }, (0,_nexqloud_dcr_core_node__WEBPACK_IMPORTED_MODULE_9__/* .createLoginPorts */ .u)());
    report(sessions, logout);
}
/** The runner makes this directory itself; a link in its place is somebody's trap. */
function findTemporary() {
    const given = node_process__WEBPACK_IMPORTED_MODULE_2__.env['RUNNER_TEMP'] ?? '';
    return given !== '' && node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync(given, { throwIfNoEntry: false })?.isDirectory() === true ? given : '';
}
function readVariables() {
    return Object.fromEntries(VARIABLES.map((name) => [name, node_process__WEBPACK_IMPORTED_MODULE_2__.env[name] ?? '']));
}
function report(sessions, logout) {
    const [first] = sessions;
    if (first === undefined)
        return;
    const { registry, host, name, username, configDir, isolated, expiresAt } = first;
    (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_4__/* .tellRunner */ .s)('GITHUB_OUTPUT', {
        registry,
        host,
        name,
        username,
        'config-dir': configDir,
        'config-dirs': JSON.stringify(Object.fromEntries(sessions.map((each) => [each.registry, each.configDir]))),
        'expires-at': expiresAt === undefined ? '' : (0,_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_10__/* .formatTime */ .fU)(expiresAt),
    });
    // Of several logins the first is what plain clients see; whoever lies apart is told of in its notes.
    if (isolated)
        (0,_runner_file_js__WEBPACK_IMPORTED_MODULE_4__/* .tellRunner */ .s)('GITHUB_ENV', first.visible);
    printLines(sessions.flatMap((session) => (0,_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .describeLogin */ .H)(session, { logout })));
}
function printLines(lines) {
    node_process__WEBPACK_IMPORTED_MODULE_2__.stdout.write(lines.map((line) => `${line}${node_os__WEBPACK_IMPORTED_MODULE_1__.EOL}`).join(''));
}
async function handleMissing(missing) {
    const [{ notice }, { context }] = await Promise.all([loadToolkit(), __nccwpck_require__.e(/* import() */ 413).then(__nccwpck_require__.bind(__nccwpck_require__, 2413))]);
    const from = context.payload.pull_request?.['head']?.repo;
    // The repository of a fork that was deleted is null.
    const head = from === null ? 'that was deleted' : from?.full_name;
    const reason = (0,_missing_js__WEBPACK_IMPORTED_MODULE_12__/* .explainMissing */ .C)({
        // Typed as always there, but only GitHub's own runner sets them all.
        event: context.eventName ?? '',
        actor: context.actor ?? '',
        repository: node_process__WEBPACK_IMPORTED_MODULE_2__.env['GITHUB_REPOSITORY'] ?? '',
        head: typeof head === 'string' ? head : undefined,
        ref: context.ref ?? 'this ref',
        refProtected: node_process__WEBPACK_IMPORTED_MODULE_2__.env['GITHUB_REF_PROTECTED'] === 'true',
    });
    const message = `${missing.what}: ${reason}`;
    if (missing.skip)
        return notice(`DCR login skipped: ${message}`);
    const remedy = 'Give this job the secret, or set on-missing: skip where it has none.';
    throw new _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_5__/* .DcrError */ .ol('DCR_CREDENTIAL_MISSING', { message, remedy, registry: missing.registry });
}
//# sourceMappingURL=main.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ explainMissing)
/* harmony export */ });
/**
 * Why a secret is probably empty here. GitHub gives no secrets to runs from forks, gives Dependabot those of its own
 * store only, and gives those of an environment only to jobs that name it:
 * https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions
 */
function explainMissing(facts) {
    const { event, actor, repository, head, ref, refProtected } = facts;
    if (event.startsWith('pull_request') &&
        head !== undefined &&
        head !== repository &&
        event !== 'pull_request_target') {
        return `this pull request comes from the fork ${head}, and GitHub gives no secrets to forks. Push from a branch of ${repository}, or set on-missing: skip`;
    }
    if (actor === 'dependabot[bot]') {
        return 'Dependabot started this run, and it only sees secrets of its own store: Settings → Secrets and variables → Dependabot';
    }
    const environment = 'or it belongs to an environment that this job does not name with environment:';
    if (!refProtected) {
        return `either the secret does not exist under this name, ${environment}, or its environment lets only protected branches in and ${ref} is not one`;
    }
    return `either the secret does not exist under this name in ${repository} or its organization, ${environment}`;
}
//# sourceMappingURL=missing.js.map

/***/ }),

/***/ 982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ tellRunner)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1708);


/**
 * Tells the runner names and values, in one of the files that it reads when the step has ended; where it has none, nothing.
 * @actions/core does the same in the other steps. Here loading it, and node:crypto for its delimiters, would take the
 * processor from docker while that logs in: 3 to 5 % of `action, verify none` in `npm run bench`.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#environment-files
 */
function tellRunner(variable, values) {
    const file = node_process__WEBPACK_IMPORTED_MODULE_1__.env[variable];
    if (file === undefined || file === '')
        return;
    const lines = Object.entries(values).map(([name, value]) => `${composeLines(name, value)}\n`);
    if (lines.length > 0)
        node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync(file, lines.join(''));
}
function composeLines(name, value) {
    if (!/[\r\n]/u.test(value))
        return `${name}=${value}`;
    let end = 'end';
    while (value.includes(end))
        end += '_';
    return `${name}<<${end}\n${value}\n${end}`;
}
//# sourceMappingURL=runner-file.js.map

/***/ }),

/***/ 7496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ describeLogin)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js + 1 modules
var credential = __nccwpck_require__(2602);
;// CONCATENATED MODULE: ./packages/core/lib/render/proof.js
/** What a login proved, in words that promise no more; undefined: no request was made (`--verify none`). */
function describeProof(proof, engine) {
    if (proof === undefined)
        return engine === 'file' ? 'nothing was asked' : `${engine} login succeeded, nothing else was asked`;
    const { auth, pull, push } = proof.proven;
    const may = [pull === true ? 'pull' : '', push === true ? 'push' : ''].filter((word) => word !== '').join(' and ');
    const parts = [
        auth ? 'the registry accepts the credential' : 'nothing was refused, but nothing proved either',
        proof.name === true ? 'the registry name is right' : '',
        may === '' ? '' : `it may ${may}`,
    ];
    return parts.filter((part) => part !== '').join(', ');
}
//# sourceMappingURL=proof.js.map
;// CONCATENATED MODULE: ./.build/src/login/summary.js


/** What was proved, where the login lives and when it goes, for the log of the step. */
function describeLogin(session, { logout }) {
    const { registry, host, username, engine, configDir, visible, isolated, expiresAt, proof, notes } = session;
    const where = isolated ? `${configDir} (private to this job; ${Object.keys(visible).join(', ')})` : configDir;
    return [
        `Logged in to ${registry}`,
        `  host:     ${host}`,
        `  user:     ${username}`,
        `  proved:   ${describeProof(proof, engine)}`,
        `  lives in: ${where}`,
        `  goes:     ${logout ? 'when this job ends' : 'never by itself (logout: false)'}`,
        ...(expiresAt === undefined ? [] : [`  expires:  ${(0,credential/* formatTime */.fU)(expiresAt)}`]),
        ...notes.map((note) => `  note:     ${note}`),
    ];
}
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 2602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  CT: () => (/* binding */ checkCredential),
  fU: () => (/* binding */ formatTime),
  qe: () => (/* binding */ tidyPassword)
});

// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __nccwpck_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/credential/expiry.js
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
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __nccwpck_require__(9095);
;// CONCATENATED MODULE: ./packages/core/lib/credential/credential.js



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
    const password = input.password instanceof secret/* Secret */.z ? input.password : new secret/* Secret */.z(input.password);
    const value = password.reveal();
    const missing = [input.username === '' && 'username', value === '' && 'password'].filter(Boolean).join(' and ');
    if (missing !== '') {
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_MISSING', { registry, message: `no ${missing} for ${registry}` });
    }
    if (input.username.includes(':')) {
        const message = `the username for ${registry} contains a colon, which HTTP Basic cannot carry`;
        throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { registry, message });
    }
    for (const [what, text] of [
        ['username', input.username],
        ['password', value],
    ]) {
        if (CONTROL.test(text)) {
            const message = `the ${what} for ${registry} contains a line break or another control character`;
            const remedy = 'Store the value on one line, without a byte-order mark or trailing line breaks.';
            throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { registry, message, remedy });
        }
    }
    const expiresAt = input.expiresAt ?? readExpiry(value);
    if (expiresAt !== undefined && expiresAt <= context.now) {
        const message = `the credential for ${registry} expired at ${formatTime(expiresAt)}; it was not sent`;
        throw new errors/* DcrError */.ol('DCR_CREDENTIAL_EXPIRED', { registry, message });
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

/***/ 5875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HL: () => (/* binding */ composeMaskCommands),
/* harmony export */   UO: () => (/* binding */ deriveMaskedForms),
/* harmony export */   _z: () => (/* binding */ quoteForeignText)
/* harmony export */ });
/* unused harmony exports SHORTEST_MASK, redactText, encodeBase64Forms */
/** A shorter form would blank innocent text all over a log: GitHub masks every occurrence of whatever it is given. */
const SHORTEST_MASK = 4;
/**
 * Every form in which a log could show the password: as it is, each of its words between line breaks, base64 (standard
 * and URL alphabet, at each of the three alignments inside a longer text, and joined to the username), hex, percent
 * encoding, and the quoting of JSON, XML, shells and workflow commands. Longest first, so that a replacement never
 * leaves the rest of a longer form behind. Never the username alone: outputs must stay usable.
 */
function deriveMaskedForms(credential) {
    const password = credential.password.reveal();
    if (password === '')
        return [];
    const json = JSON.stringify(password).slice(1, -1);
    const xml = escapeXml(password);
    const forms = new Set([
        password,
        password.trim(),
        ...encodeBase64Forms(password),
        ...encodeBase64Forms(`${credential.username}:${password}`),
        Buffer.from(password, 'utf16le').toString('base64'),
        Buffer.from(password).toString('hex'),
        Buffer.from(password).toString('hex').toUpperCase(),
        ...encodePercentForms(password),
        json,
        escapeNonAscii(json),
        // Docker is written in Go, whose JSON is fit for HTML: https://pkg.go.dev/encoding/json#HTMLEscape
        json.replace(/[<>&\u2028\u2029]/gu, escapeUnit),
        xml,
        xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
        xml.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
        xml.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
        password.replaceAll("'", `'\\''`),
        password.replaceAll("'", `'"'"'`),
        password.replaceAll("'", "''"),
        password.replaceAll('$', '$$$$'),
        password.replace(/[^A-Za-z0-9_\-.,:/@\n]/gu, '\\$&'),
        password.replace(/[^\w@%+=:,./-]/gu, '\\$&'),
        password.replace(/["\\$`]/gu, '\\$&'),
        password.replaceAll('%', '%25'),
    ]);
    return [...forms].filter((form) => form.length >= SHORTEST_MASK).toSorted((a, b) => b.length - a.length);
}
/**
 * The commands by which a GitHub runner masks these forms, a line each: what would end a line is escaped.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#masking-a-value-in-a-log
 */
function composeMaskCommands(forms) {
    return forms.map((form) => {
        return `::add-mask::${form.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`;
    });
}
/** Replaces every masked form by `***`. */
function redactText(text, forms) {
    return forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}
/**
 * Text from a server or a child process as data, fit for a log line: secrets replaced, control characters (line breaks
 * too) as spaces, `::`, `##[` and `##vso[` broken so that no CI system reads a command in it, at most 300 characters.
 * Rule: workflow commands are recognised at the start of a line on both streams
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
function quoteForeignText(text, forms) {
    const tidy = redactText(text, forms)
        // Also the invisible characters that turn text around or hide it: bidirectional controls, zero widths, BOM.
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/:(?=:)/gu, ': ')
        .replace(/##(?=[a-z]*\[)/giu, '## ');
    // Once more: a line break in the middle of a password may have become the blank that belongs there.
    const flat = redactText(tidy, forms).trim();
    if (isWrapped(flat, forms))
        return '***';
    return flat.length > 300 ? `${[...flat].slice(0, 299).join('')}…` : flat;
}
/** Encoders break long lines: with a form that blanks take apart, nothing of the text can be shown. */
function isWrapped(text, forms) {
    const joined = text.replaceAll(' ', '');
    // Shorter forms come about by chance when words are joined.
    return forms.some((form) => form.length >= 12 && !text.includes(form) && joined.includes(form));
}
/** In base64, standard and for URLs, alone and at each of the three places inside a longer text. */
function encodeBase64Forms(value) {
    const forms = [];
    for (const shift of [0, 1, 2]) {
        const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
        const encoded = bytes.toString('base64');
        // The first characters mix with what stood before, the last group with what follows: both are cut.
        const start = shift === 0 ? 0 : shift + 1;
        const end = bytes.length % 3 === 0 ? encoded.length : Math.floor((bytes.length * 8) / 6);
        const inner = encoded.slice(start, end);
        forms.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'));
    }
    const whole = Buffer.from(value).toString('base64');
    return [...forms, whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
}
function encodePercentForms(value) {
    // A lone surrogate cannot be encoded; as bytes it is the replacement character already.
    const wellFormed = Buffer.from(value).toString('utf8');
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const everyByte = [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const lower = component.replace(/%[0-9A-F]{2}/gu, (c) => c.toLowerCase());
    const form = new URLSearchParams({ v: wellFormed }).toString().slice(2);
    const forms = [component, lower, strict, form, component.replaceAll('%20', '+'), strict.replaceAll('%20', '+')];
    return [...forms, encodeURI(wellFormed), everyByte, everyByte.toUpperCase()];
}
function escapeXml(value) {
    return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function escapeNonAscii(value) {
    // By code unit, not by character: JSON writes an astral character as two escapes.
    return value.replace(/[\u0080-\uffff]/g, escapeUnit);
}
function escapeUnit(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
//# sourceMappingURL=masking.js.map

/***/ }),

/***/ 9095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 7065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ setDeadline)
/* harmony export */ });
/** Bounds a command by `ms` from now and by the caller's signal. */
function setDeadline(ms, clock, outer) {
    const done = new AbortController();
    const cut = new AbortController();
    void clock.sleep(ms, done.signal).then(() => {
        if (!done.signal.aborted)
            cut.abort();
    });
    const signal = outer === undefined ? cut.signal : AbortSignal.any([cut.signal, outer]);
    return { at: clock.now() + ms, signal, end: () => done.abort() };
}
//# sourceMappingURL=deadline.js.map

/***/ }),

/***/ 7706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ol: () => (/* binding */ DcrError),
/* harmony export */   zj: () => (/* binding */ toDcrError)
/* harmony export */ });
/* unused harmony export ERROR_CODES */
/**
 * Every code that dcr-login can end with, its exit code, and the words of its page in ERRORS.md. The union is closed:
 * pipelines match on codes, so a code is added here or nowhere, and never renamed.
 */
const ERROR_CODES = {
    DCR_INTERNAL: {
        exit: 1,
        means: 'dcr-login itself is broken. Nothing is known to be wrong with your credential or registry.',
        remedy: 'Run the command again with --debug and report what it prints; it holds no secret.',
    },
    DCR_INPUT_INVALID: {
        exit: 2,
        means: 'A flag, variable or argument cannot be used as it was given. Nothing was started and nothing was sent.',
        remedy: 'Correct the value that the message names.',
    },
    DCR_CREDENTIAL_MISSING: {
        exit: 2,
        means: 'There is no username or no password. In CI an unset secret arrives as an empty value.',
        remedy: 'Set DCR_USERNAME and DCR_PASSWORD, or use --password-stdin. In CI, check that this event, branch and environment may read the secret.',
    },
    DCR_CONFIG_INVALID: {
        exit: 2,
        means: 'A configuration file cannot be read or does not say what it must.',
        remedy: 'Correct what the message names.',
    },
    DCR_CREDENTIAL_REJECTED: {
        exit: 3,
        means: 'The registry knows this username and password pair not at all. It was sent exactly once.',
        remedy: 'Check username and password for stray characters. To make new ones: Console → Container → DCR Container Registry → the registry → Credentials → regenerate; then update every place that stores the old one.',
    },
    DCR_CREDENTIAL_EXPIRED: {
        exit: 3,
        means: 'The credential was right once. The registry says that it has expired, or its known end has passed.',
        remedy: 'Console → Container → DCR Container Registry → the registry → Credentials → regenerate; then update the local store, CI/CD secrets and Kubernetes secrets.',
    },
    DCR_CREDENTIAL_UNPROVEN: {
        exit: 3,
        means: 'Nothing was refused, but nothing was proved either: the registry gave the same answer to a request without the credential, or no usable answer.',
        remedy: 'Ask for an action that needs the credential: verify --action push --repository NAME.',
    },
    DCR_ACCESS_DENIED: {
        exit: 4,
        means: 'The credential is accepted by this host, but it may not do this here.',
        remedy: 'DCR credentials belong to one registry: check that this is the one. Then check the permissions of the account in the console, then ask support.',
    },
    DCR_REGISTRY_UNKNOWN: {
        exit: 4,
        means: 'The host has no registry or repository of this name.',
        remedy: 'Check the spelling of the name after the host: Console → Container → DCR Container Registry lists your registries.',
    },
    DCR_UNREACHABLE: {
        exit: 5,
        means: 'The registry could not be reached: name lookup, connection or network failed.',
        remedy: 'Check the host name, DNS, proxy and firewall of this machine, then run it again.',
    },
    DCR_TIMEOUT: {
        exit: 5,
        means: 'The registry took longer than allowed, at the stage that the message names.',
        remedy: 'Run it again; if the registry is slow but alive, raise --timeout.',
    },
    DCR_TLS_UNTRUSTED: {
        exit: 5,
        means: 'The connection is not trustworthy: the certificate is expired, self-signed, for another host, or there is no TLS at all.',
        remedy: 'If a company proxy or private CA signs certificates here, point SSL_CERT_FILE (or NODE_EXTRA_CA_CERTS) to its file, or put it into /etc/docker/certs.d/HOST/ca.crt, where docker reads it as well. Otherwise do not send the credential.',
    },
    DCR_RATE_LIMITED: {
        exit: 5,
        means: 'The registry asks to come back later (429).',
        remedy: 'Wait for the time that the message names, then run it again with fewer jobs at once.',
    },
    DCR_SERVER_ERROR: {
        exit: 5,
        means: 'The registry answered with an error of its own (5xx), also after the retries.',
        remedy: 'Run it again later; if it stays, ask support with the time and host of this message.',
    },
    DCR_NOT_A_REGISTRY: {
        exit: 5,
        means: 'Something answered on this address, but it does not speak the registry protocol: a web page, a sign-in portal, a proxy.',
        remedy: 'Check host and port. On a guest network, sign in to it first; behind a proxy, let this host through.',
    },
    DCR_UNSAFE_REALM: {
        exit: 5,
        means: 'The registry wants the credential sent to another site or without encryption. It was not sent.',
        remedy: 'If that host is really the token service of this registry, allow it by name: --allow-realm HOST. Otherwise report it.',
    },
    DCR_UNSAFE_REDIRECT: {
        exit: 5,
        means: 'A request was redirected to another origin or in circles. The credential was not sent on.',
        remedy: 'Use the address that the registry really lives at.',
    },
    DCR_ENGINE_MISSING: {
        exit: 6,
        means: 'The client that should use the login is not on PATH.',
        remedy: 'Install it, choose another --engine, or use --engine file, which needs no client.',
    },
    DCR_STORE_FAILED: {
        exit: 6,
        means: 'The login is right but could not be stored, or could not be removed: a credential helper, a file or the client failed.',
        remedy: 'The message holds the words of whoever failed. Repair the helper or the file, or log in with --isolate. Nothing was stored in plain text instead.',
    },
    DCR_SHADOWED: {
        exit: 6,
        means: 'Another file or variable takes precedence over this login, so the client would use another credential.',
        remedy: 'Unset the variable or remove the entry that the message names.',
    },
    DCR_LOCKED: {
        exit: 6,
        means: 'Another process holds the lock of the file or rotation for longer than this one may wait.',
        remedy: 'Let it finish. If the process that the message names is gone, run the command again.',
    },
    DCR_ROTATION_INCOMPLETE: {
        exit: 7,
        means: 'Some targets hold the new credential and some do not. Nothing is lost and the old one was not retired.',
        remedy: 'Mend what the report names, then: dcr-login rotate --resume.',
    },
    DCR_TARGET_REFUSED: {
        exit: 7,
        means: 'A place that stores the credential cannot be written with the rights that were given.',
        remedy: 'Give the token the permission that the message names, then run it again.',
    },
    DCR_TARGET_FOREIGN: {
        exit: 7,
        means: 'Another system owns this place and would put the old value back.',
        remedy: 'Rotate at the source that the message names, or set force: true on the target.',
    },
    DCR_TOO_OLD: {
        exit: 8,
        means: 'A stored credential is older than --max-age allows.',
        remedy: 'Rotate it: dcr-login rotate NAME.',
    },
    DCR_DRIFT: {
        exit: 8,
        means: 'Places that should hold the same credential do not.',
        remedy: 'dcr-login status -f FILE names them; rotate --resume brings them in step.',
    },
};
/** The only error that core throws on purpose. */
class DcrError extends Error {
    name = 'DcrError';
    code;
    remedy;
    registry;
    retryAfter;
    leftover;
    noEffect;
    constructor(code, details) {
        super(details.message, { cause: details.cause });
        this.code = code;
        this.remedy = details.remedy ?? ERROR_CODES[code].remedy;
        this.registry = details.registry;
        this.retryAfter = details.retryAfter;
        this.leftover = details.leftover ?? false;
        this.noEffect = details.noEffect ?? false;
    }
    get exitCode() {
        return ERROR_CODES[this.code].exit;
    }
}
/** Whatever was thrown, as an error with a code: what is not ours is a bug of ours. */
function toDcrError(thrown) {
    if (thrown instanceof DcrError)
        return thrown;
    const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    return new DcrError('DCR_INTERNAL', { message: `dcr-login failed unexpectedly (${reason})`, cause: thrown });
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 9096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Xm: () => (/* binding */ makeVisible),
/* harmony export */   be: () => (/* binding */ formatOf),
/* harmony export */   cn: () => (/* binding */ FILES),
/* harmony export */   ro: () => (/* binding */ CLIENTS),
/* harmony export */   ug: () => (/* binding */ ENGINES)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

/** In the order in which `auto` looks for them on PATH. */
const CLIENTS = ['docker', 'podman', 'buildah', 'skopeo'];
const ENGINES = [...CLIENTS, 'file'];
/** How the file of a format is named, and the variable that points to it: docker's names the directory. */
const FILES = {
    docker: { name: 'config.json', variable: 'DOCKER_CONFIG' },
    containers: { name: 'auth.json', variable: 'REGISTRY_AUTH_FILE' },
};
function formatOf(engine) {
    return engine === 'docker' || engine === 'file' ? 'docker' : 'containers';
}
/** The key under which a client of this format stores and looks up this registry. */
function keyOf(reference, format) {
    return format === 'docker' ? reference.key : reference.registry;
}
/** The variable that makes a client of this format see the file in `directory`. */
function makeVisible(format, directory) {
    const { name, variable } = FILES[format];
    return { [variable]: format === 'docker' ? directory : node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, name) };
}
//# sourceMappingURL=name.js.map

/***/ }),

/***/ 6398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ explainStoredElsewhere),
/* harmony export */   F4: () => (/* binding */ composeContainersArguments),
/* harmony export */   n1: () => (/* binding */ composeContainersLogout)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9096);


/**
 * podman, buildah and skopeo share one implementation, containers/common `pkg/auth`, and so their arguments. They keep
 * a login under its path: two registries of one host are two entries.
 */
function composeContainersArguments({ reference, username, directory }) {
    // Docker's own rule, on loopback alone: whatever speaks there is trusted, also in plain http.
    const plain = reference.loopback ? ['--tls-verify=false'] : [];
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, _name_js__WEBPACK_IMPORTED_MODULE_1__/* .FILES */ .cn.containers.name);
    return ['login', '--authfile', file, ...plain, '--username', username, '--password-stdin', reference.registry];
}
function explainStoredElsewhere(client) {
    return `A credential-helpers line in registries.conf makes ${client} store logins elsewhere: take it out, or use --engine file.`;
}
/** Takes back what a login has stored where `--authfile` did not lead it: `credential-helpers` of registries.conf. */
function composeContainersLogout({ reference, directory, }) {
    return ['logout', '--authfile', node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, _name_js__WEBPACK_IMPORTED_MODULE_1__/* .FILES */ .cn.containers.name), reference.registry];
}
//# sourceMappingURL=podman.js.map

/***/ }),

/***/ 75:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ chooseConfigDirectory),
/* harmony export */   IA: () => (/* binding */ listPrivateBases),
/* harmony export */   Wl: () => (/* binding */ refuseWorkspace),
/* harmony export */   eE: () => (/* binding */ chooseStateDirectory),
/* harmony export */   hh: () => (/* binding */ cleanEnvironment)
/* harmony export */ });
/* unused harmony export dropSecrets */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7706);


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
    return given !== undefined && given !== '' ? node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workingDirectory, given) : node_path__WEBPACK_IMPORTED_MODULE_0__.join(home, '.docker');
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
        gitlab === undefined ? [gitlab] : [node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(gitlab), `${node_path__WEBPACK_IMPORTED_MODULE_0__.basename(gitlab)}.tmp`, `dcr-${job}`],
        besides === undefined ? [besides] : [node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(besides), node_path__WEBPACK_IMPORTED_MODULE_0__.basename(besides)],
        [runtime, 'dcr-login'],
    ];
    const own = { root: stateDirectory, below: ['private'], mayBeLink: true };
    const named = bases.flatMap(([root, ...below]) => root !== undefined && node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(root) ? [{ root, below }] : []);
    return [...named, own];
}
/** Throws `DCR_INPUT_INVALID` for a private directory inside the workspace of this job. */
function refuseWorkspace(directory, { variables }) {
    const workspaces = [variables['GITHUB_WORKSPACE'], variables['CI_PROJECT_DIR'], variables['WORKSPACE']];
    const workspace = workspaces.find((root) => root !== undefined && root !== '' && isInside(directory, root));
    if (workspace === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_INPUT_INVALID', {
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
    const relative = node_path__WEBPACK_IMPORTED_MODULE_0__.relative(node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(root), node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(directory));
    return relative === '' || (!relative.startsWith('..') && !node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(relative));
}
//# sourceMappingURL=places.js.map

/***/ }),

/***/ 4849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  mN: () => (/* binding */ chooseEngine),
  Dd: () => (/* binding */ helperKeyOf),
  OG: () => (/* binding */ needsDockerFile),
  pX: () => (/* binding */ planLogin)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __nccwpck_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/login/engines/docker.js
/** The host alone: docker would cut the name off. The password never is an argument. */
function composeDockerArguments(login) {
    return ['login', '--username', login.username, '--password-stdin', login.reference.host];
}
const TRIMMED = 'docker login drops the spaces around this password, so its configuration was written directly';
/**
 * `docker login` trims what it reads, though docker uses such a password well once it is stored: cli 28, registry.go.
 * Go takes U+0085 for white space, JavaScript does not: https://pkg.go.dev/unicode#IsSpace
 */
function isTrimmedByDocker(password) {
    return /^[\s\u0085]|[\s\u0085]$/u.test(password.reveal());
}
//# sourceMappingURL=docker.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/engines/name.js
var engines_name = __nccwpck_require__(9096);
// EXTERNAL MODULE: ./packages/core/lib/login/engines/podman.js
var podman = __nccwpck_require__(6398);
// EXTERNAL MODULE: ./packages/core/lib/login/private-directory.js
var private_directory = __nccwpck_require__(7894);
// EXTERNAL MODULE: ./packages/core/lib/login/store/auth-file.js
var auth_file = __nccwpck_require__(9358);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-file.js
var config_file = __nccwpck_require__(8674);
;// CONCATENATED MODULE: ./packages/core/lib/login/plan.js








/** Throws `DCR_SHADOWED`. */
function planLogin(request) {
    const { id, reference, credential, options, facts, position } = request;
    const format = (0,engines_name/* formatOf */.be)(request.engine);
    const trimmed = request.engine === 'docker' && isTrimmedByDocker(credential.password);
    const name = trimmed ? 'file' : request.engine;
    const { main, hostTaken } = position;
    // Docker keeps one login a host: the second of one host lives in a directory of its own, wherever the first one does.
    const apart = format === 'docker' && hostTaken;
    const isolated = options.isolate || apart;
    const given = options.isolate && main === undefined ? options.configDir : undefined;
    const needsDirectory = isolated || name !== 'file';
    const workDirectory = needsDirectory ? (given ?? external_node_path_.join(facts.privateBase ?? '', `dcr-${id}`)) : undefined;
    const login = { reference, username: credential.username, directory: workDirectory ?? '' };
    const joins = options.isolate && main !== undefined && !apart;
    const keeps = isolated && !(joins && format === 'containers');
    const configDir = keeps ? login.directory : joins ? main.configDir : external_node_path_.dirname(facts.shared.file);
    return {
        id,
        reference,
        engine: name === 'file' ? { name } : composeEngine(name, login, facts),
        format,
        isolated,
        configDir,
        visible: makeAllVisible(format, configDir, options),
        workDirectory,
        keeps: keeps ? { helperKeys: keysFor(request), bothFormats: options.forCommand } : undefined,
        group: options.isolate && position.several ? (main?.id ?? id) : undefined,
        place: joins
            ? { path: external_node_path_.join(main.configDir, engines_name/* FILES */.cn[format].name), key: (0,engines_name/* keyOf */.TN)(reference, format) }
            : isolated
                ? undefined
                : choosePlace(reference, format, facts),
        effects: workDirectory === undefined ? [] : composeEffects(workDirectory, options.forCommand ? 'docker' : format, facts),
        notes: [
            ...(trimmed ? [TRIMMED] : []),
            ...(apart ? [explainApart(reference, configDir)] : []),
            ...(format === 'containers' ? (0,auth_file/* listDeeperLogins */.cY)(reference, facts.shared) : []),
        ],
    };
}
/** Helpers are looked up by docker's own key, and by podman and its kin by the host alone. */
function helperKeyOf(reference, format) {
    return format === 'docker' ? reference.key : reference.host;
}
function keysFor({ reference, engine, position }) {
    return position.main === undefined ? position.helperKeys : [helperKeyOf(reference, (0,engines_name/* formatOf */.be)(engine))];
}
/** Throws `DCR_ENGINE_MISSING`. */
function chooseEngine(wanted, clients, registry) {
    if (wanted === 'file')
        return wanted;
    const found = wanted === 'auto' ? engines_name/* CLIENTS */.ro.find((client) => clients[client] !== undefined) : wanted;
    if (found !== undefined && clients[found] !== undefined)
        return found;
    const what = wanted === 'auto' ? `none of ${engines_name/* CLIENTS */.ro.join(', ')}` : `no ${wanted}`;
    throw new errors/* DcrError */.ol('DCR_ENGINE_MISSING', {
        message: `${what} was found on PATH`,
        ...(registry === undefined ? {} : { registry }),
    });
}
function composeEngine(name, login, { clients }) {
    const args = name === 'docker' ? composeDockerArguments(login) : (0,podman/* composeContainersArguments */.F4)(login);
    return { name, file: clients[name] ?? '', args };
}
function choosePlace(reference, format, { shared }) {
    if (format === 'containers')
        return (0,auth_file/* placeInAuthFile */.t1)({ reference, file: shared.real, content: shared.content });
    const helper = (0,config_file/* readHelperName */.qV)(shared.content, reference.key);
    return { path: shared.real, key: reference.key, ...(helper === undefined ? {} : { helper }) };
}
/**
 * Whether docker is to find the login in its file, or in a copy of it. Of a file that it finds a fault in, it passes over
 * the entries alone, and asks the helpers that are named there all the same.
 */
function needsDockerFile({ format, isolated, keeps, place }) {
    if (isolated)
        return format === 'docker' || keeps?.bothFormats === true;
    return format === 'docker' && place?.helper === undefined;
}
function composeEffects(directory, format, facts) {
    // Podman and its kin make their file themselves, and keep nothing else beside it.
    if (format === 'containers')
        return [{ do: 'make-private', path: directory }];
    return (0,private_directory/* planPrivateDirectory */.Ki)(directory, facts.config, (0,private_directory/* composeSeed */.uX)(facts.docker));
}
function makeAllVisible(format, directory, { forCommand }) {
    const formats = forCommand ? ['docker', 'containers'] : [format];
    return Object.assign({}, ...formats.map((each) => (0,engines_name/* makeVisible */.Xm)(each, directory)));
}
function explainApart({ registry, host }, directory) {
    return `docker keeps one login a host, and another registry of ${host} was named first: for ${registry} use DOCKER_CONFIG=${directory}`;
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 7894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ composePrivateConfig),
/* harmony export */   Gw: () => (/* binding */ isPrivate),
/* harmony export */   Ki: () => (/* binding */ planPrivateDirectory),
/* harmony export */   OG: () => (/* binding */ findNewEntry),
/* harmony export */   Re: () => (/* binding */ checkPrivateDirectory),
/* harmony export */   cZ: () => (/* binding */ formatConfig),
/* harmony export */   id: () => (/* binding */ readConfigDirectory),
/* harmony export */   j0: () => (/* binding */ checkStateDirectory),
/* harmony export */   qt: () => (/* binding */ choosePrivateBase),
/* harmony export */   uX: () => (/* binding */ composeSeed)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7706);
/* harmony import */ var _store_config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8674);



/**
 * An entry that no registry answers to. Docker looks for a helper on PATH by itself when a configuration has no `auths`
 * entry, and `{}` does not count as one: source, cli/config/configfile/file.go, `ContainsAuth`.
 */
const SEED_KEY = 'x.invalid';
async function readConfigDirectory(directory, files) {
    const found = await files.inspect(directory, { follow: true });
    const names = found.kind === 'directory' ? found.names : [];
    const inside = names.includes('buildx')
        ? await files.inspect(node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, 'buildx'), { follow: true })
        : found;
    if (inside === found || inside.kind !== 'directory')
        return { path: directory, names, buildx: undefined };
    const current = await files.inspect(node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, 'buildx', 'current'), { follow: true });
    const text = current.kind === 'file' ? current.text : undefined;
    return { path: directory, names, buildx: { names: inside.names, current: text } };
}
/**
 * Makes the private directory and links into it what is no credential: plugins, contexts and builders keep working. Of
 * `buildx/` the part `config` is never linked, for that is where scoped credentials lie.
 */
function planPrivateDirectory(directory, source, seed) {
    const effects = [{ do: 'make-private', path: directory }];
    for (const name of ['cli-plugins', 'contexts'].filter((known) => source.names.includes(known))) {
        effects.push({ do: 'link', path: node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, name), target: node_path__WEBPACK_IMPORTED_MODULE_0__.join(source.path, name) });
    }
    if (source.buildx !== undefined) {
        const buildx = node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, 'buildx');
        effects.push({ do: 'make-private', path: buildx });
        for (const name of ['instances', 'defaults'].filter((known) => source.buildx?.names.includes(known))) {
            effects.push({ do: 'link', path: node_path__WEBPACK_IMPORTED_MODULE_0__.join(buildx, name), target: node_path__WEBPACK_IMPORTED_MODULE_0__.join(source.path, 'buildx', name) });
        }
        const { current } = source.buildx;
        if (current !== undefined)
            effects.push({ do: 'write', path: node_path__WEBPACK_IMPORTED_MODULE_0__.join(buildx, 'current'), text: current });
    }
    effects.push({ do: 'write', path: node_path__WEBPACK_IMPORTED_MODULE_0__.join(directory, 'config.json'), text: formatConfig(seed) });
    return effects;
}
/** Everything of the user's configuration but credentials and stores: what the client needs to find daemon and proxy. */
function composeSeed(shared) {
    const { credsStore: _store, credHelpers: _helpers, ...rest } = shared;
    return { ...rest, auths: { [SEED_KEY]: {} } };
}
/**
 * The configuration of isolated logins: the user's own with our entries in it. No helper answers for `helperKeys`: theirs
 * are taken out, and where docker would turn to a store instead, an empty name makes it keep the login in the file.
 * Podman 4 cannot read such a name, so that it stands only where it must (`blank`).
 */
function composePrivateConfig(shared, logins) {
    const { entries, helperKeys, blank } = logins;
    const ours = Object.fromEntries(entries.map(({ key, entry }) => [key, entry]));
    const { credHelpers, ...rest } = shared;
    const auths = (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(shared['auths']) ? shared['auths'] : {};
    const kept = Object.entries((0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(credHelpers) ? credHelpers : {}).filter(([host]) => !helperKeys.includes(host));
    const helpers = Object.fromEntries([...kept, ...(blank ? helperKeys.map((host) => [host, '']) : [])]);
    return {
        ...rest,
        auths: { ...auths, ...ours },
        ...(Object.keys(helpers).length === 0 ? {} : { credHelpers: helpers }),
    };
}
/** The entry that a client wrote into a directory that was seeded. Its own spelling of the key does not matter. */
function findNewEntry(config) {
    const auths = (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(config['auths']) ? config['auths'] : {};
    const entry = Object.entries(auths).find(([key, value]) => key !== SEED_KEY && (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) && Object.keys(value).length > 0);
    return (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry?.[1]) ? entry[1] : undefined;
}
function formatConfig(config) {
    return JSON.stringify(config, undefined, '\t');
}
/**
 * The first base that can hold a private directory; missing levels are made, 0700. A level that is a symbolic link or
 * belongs to neither this user nor root is somebody's trap, and nothing is put there or anywhere else.
 * Throws `DCR_STORE_FAILED`.
 */
async function choosePrivateBase(bases, { environment, files }) {
    const reasons = [];
    for (const { root, below, mayBeLink = false } of bases) {
        let level = root;
        try {
            await files.apply({ do: 'make-directory', path: root });
            const { kind } = await files.inspect(root, { follow: mayBeLink });
            if (kind !== 'directory')
                throw new Error(`${root} is a ${kind}`);
            for (const name of below) {
                level = node_path__WEBPACK_IMPORTED_MODULE_0__.join(level, name);
                if ((await files.inspect(level)).kind === 'missing')
                    await files.apply({ do: 'make-directory', path: level });
                refuseTrap(level, await files.inspect(level), environment);
            }
            return level;
        }
        catch (error) {
            if (error instanceof TrapError)
                throw error;
            reasons.push(error instanceof Error ? error.message : String(error));
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_STORE_FAILED', {
        message: `no private directory can be made: ${reasons.join('; ')}`,
        remedy: 'Set DCR_STATE_DIR to a directory of yours that is writable.',
    });
}
/**
 * Checked again before a secret gets near it: a directory of ours that was swapped for another one.
 * Throws `DCR_STORE_FAILED`.
 */
async function checkPrivateDirectory(directory, { environment, files }) {
    const found = await files.inspect(directory);
    refuseTrap(directory, found, environment);
    if (isPrivate(found, environment))
        return;
    throw new TrapError(`${directory} was made for this user alone, but is open to others now`);
}
/** A directory of this user that nobody else can read. */
function isPrivate(found, { platform, uid }) {
    if (found.kind !== 'directory' || (uid !== undefined && found.uid !== uid))
        return false;
    // Windows has no such modes; what a new directory inherits there is the user's own.
    return platform === 'win32' || (found.mode & 0o077) === 0;
}
/** Throws `DCR_STORE_FAILED` for a directory of state that is a link, or somebody else's. */
async function checkStateDirectory(directory, { environment, files }) {
    refuseTrap(directory, await files.inspect(directory), environment);
}
class TrapError extends _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol {
    constructor(message) {
        super('DCR_STORE_FAILED', {
            message: `${message}; nothing was stored there`,
            remedy: 'Find out who put it there. Then remove it, or set DCR_STATE_DIR to a directory that only you can write to.',
        });
    }
}
function refuseTrap(level, found, { uid }) {
    if (found.kind !== 'directory') {
        const what = { link: 'a symbolic link', file: 'a file', missing: 'gone', other: 'no directory' }[found.kind];
        throw new TrapError(`${level} must be a directory, but is ${what}`);
    }
    if (uid !== undefined && found.uid !== uid && found.uid !== 0)
        throw new TrapError(`${level} belongs to another user (uid ${found.uid})`);
}
//# sourceMappingURL=private-directory.js.map

/***/ }),

/***/ 3444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ loginAll)
});

// UNUSED EXPORTS: login

// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __nccwpck_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/deadline.js
var lib_deadline = __nccwpck_require__(7065);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __nccwpck_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/login/private-directory.js
var private_directory = __nccwpck_require__(7894);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-file.js
var config_file = __nccwpck_require__(8674);
// EXTERNAL MODULE: ./packages/core/lib/login/engines/podman.js
var podman = __nccwpck_require__(6398);
;// CONCATENATED MODULE: ./packages/core/lib/login/engines/failure.js



/** A helper that registries.conf names keeps hosts only, and podman says so instead of keeping a path: containers/image, config.go. */
const NAMESPACED = /namespaced key is not supported for credential helper/iu;
/**
 * What a client's words mean, first match wins. The registry's status stands in them, but docker itself only ends with 1
 * (cli/command/registry/login.go and the errors of moby's registry package), podman and its kin with 125 or 1
 * (containers/common, pkg/auth).
 */
const WORDS = [
    [/error (?:saving|storing) credentials|error getting credentials/iu, 'DCR_STORE_FAILED'],
    [NAMESPACED, 'DCR_STORE_FAILED'],
    [/x509|certificate|tls: |server gave HTTP response to HTTPS client/iu, 'DCR_TLS_UNTRUSTED'],
    [/\b429\b|toomanyrequests|too many requests/iu, 'DCR_RATE_LIMITED'],
    [
        /\b401\b|unauthorized|(?:incorrect|invalid) username[ /](?:or )?password|authentication required/iu,
        'DCR_CREDENTIAL_REJECTED',
    ],
    [/\b403\b|\bdenied\b|forbidden/iu, 'DCR_ACCESS_DENIED'],
    [/\b50\d\b|internal server error|bad gateway|service unavailable/iu, 'DCR_SERVER_ERROR'],
    [/\b404\b|not found/iu, 'DCR_NOT_A_REGISTRY'],
    [
        /no such host|connection refused|network is unreachable|no route to host|connection reset|\bEOF\b/iu,
        'DCR_UNREACHABLE',
    ],
    [/timeout|deadline exceeded|i\/o time/iu, 'DCR_TIMEOUT'],
];
/**
 * Why the client's `login` failed. The exit status decides whether it did: a silent failure is a failure, and words on stderr
 * after a success are none.
 */
function readClientFailure(result, context) {
    const { client, registry, forms } = context;
    if (result.status === 0)
        return undefined;
    if (context.outOfTime)
        return tellOutOfTime(client, registry);
    const words = (0,masking/* quoteForeignText */._z)(dropLogLines(result.stderr || result.stdout), forms);
    const how = result.status === null ? `was ended by ${result.signal ?? 'the system'}` : `ended with ${result.status}`;
    const code = WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'DCR_STORE_FAILED';
    return new errors/* DcrError */.ol(code, {
        registry,
        message: `${registry}: ${client} login ${how}: "${words || 'it said nothing'}"`,
        ...(NAMESPACED.test(words) ? { remedy: (0,podman/* explainStoredElsewhere */.B)(client) } : {}),
    });
}
function tellOutOfTime(client, registry) {
    const message = `${registry}: ${client} login did not end in time and was stopped`;
    return new errors/* DcrError */.ol('DCR_TIMEOUT', { registry, message });
}
/** Docker's own log lines tell of each attempt; the error itself stands below them. */
function dropLogLines(text) {
    const lines = text.split('\n');
    const errors = lines.filter((line) => !line.startsWith('time="'));
    return errors.some((line) => line.trim() !== '') ? errors.join('\n') : text;
}
//# sourceMappingURL=failure.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/engines/name.js
var engines_name = __nccwpck_require__(9096);
;// CONCATENATED MODULE: ./packages/core/lib/login/engines/engine.js







/**
 * All clients are written in Go. On one thread a login of theirs takes 13 instead of 17 ms of CPU and 2 ms less in all, for
 * nothing in it goes on at the same time; that counts most where many are started at once.
 * https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
const ONE_THREAD = { GOMAXPROCS: '1' };
/** Starts the client of the plan in its private directory, with its standard input held back. */
function startEngine({ plan, context }) {
    const { engine } = plan;
    if (engine.name === 'file') {
        return {
            finish: async ({ username, password }) => (0,config_file/* encodeAuth */.zx)(username, password.reveal()),
            kill: async () => undefined,
        };
    }
    const { signal, forms, ports } = context;
    const directory = plan.workDirectory ?? '';
    // Podman and its kin read docker's directory as well; of both there is only the private one.
    const env = { ...ONE_THREAD, ...context.env, DOCKER_CONFIG: directory };
    const child = ports.processes.start({ file: engine.file, args: engine.args, env, signal });
    const { registry } = plan.reference;
    return {
        kill: () => child.kill(),
        finish: async ({ password }) => {
            const result = await child.finish(password.reveal());
            const failure = readClientFailure(result, { client: engine.name, registry, forms, outOfTime: signal.aborted });
            if (failure !== undefined)
                throw failure;
            const file = external_node_path_.join(directory, engines_name/* FILES */.cn[plan.format].name);
            const entry = (0,private_directory/* findNewEntry */.OG)((0,config_file/* parseConfigFile */.me)(await (0,config_file/* readConfigText */.im)(file, context), file));
            if (entry !== undefined)
                return entry;
            throw await explainNothingStored({ plan, file }, { ...context, env });
        },
    };
}
/**
 * The client says that it stored the login, but not where it was told to: what it stored elsewhere is taken back. Podman
 * says so too when it is asked to end.
 */
async function explainNothingStored({ plan, file }, { ports, env, signal }) {
    const { engine, reference, format } = plan;
    const { registry } = reference;
    const directory = external_node_path_.dirname(file);
    if (signal.aborted)
        return tellOutOfTime(engine.name, registry);
    if (engine.name !== 'file' && format === 'containers') {
        const args = (0,podman/* composeContainersLogout */.n1)({ reference, directory });
        // They do not start a logout without their file.
        await ports.files.apply({ do: 'write', path: file, text: '{}' });
        await ports.processes.start({ file: engine.file, args, env, signal }).finish('');
    }
    return new errors/* DcrError */.ol('DCR_STORE_FAILED', {
        registry,
        message: `${registry}: ${engine.name} says that it logged in, but stored nothing in ${file}`,
        ...(engine.name === 'file' || format === 'docker' ? {} : { remedy: (0,podman/* explainStoredElsewhere */.B)(engine.name) }),
    });
}
//# sourceMappingURL=engine.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/places.js
var places = __nccwpck_require__(75);
// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js + 1 modules
var credential_credential = __nccwpck_require__(2602);
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var registry_reference = __nccwpck_require__(3256);
// EXTERNAL MODULE: ./packages/core/lib/login/plan.js + 1 modules
var login_plan = __nccwpck_require__(4849);
// EXTERNAL MODULE: ./packages/core/lib/login/store/auth-file.js
var auth_file = __nccwpck_require__(9358);
;// CONCATENATED MODULE: ./packages/core/lib/login/store/config-shape.js


/**
 * Why docker takes no login at all from the entries of a `config.json`: one value of another type than it expects, or one
 * `auth` that it cannot decode, and they are passed over with a warning. The helpers that the file names are asked all the
 * same. Undefined where all of it is usable.
 * Source: https://github.com/docker/cli/blob/master/cli/config/configfile/file.go, `LoadFromReader`
 */
function findShapeFault(config) {
    for (const [key, value] of Object.entries(config)) {
        const shape = SHAPES.find(({ keys }) => (0,config_file/* findSpelt */.OQ)(key, keys) !== undefined);
        // As it is spelt there: it may stand there twice.
        if (shape?.fits(value) === false)
            return `${key} is not ${shape.what}`;
    }
    const entries = Object.values((0,config_file/* isObject */.Gv)(config['auths']) ? config['auths'] : {});
    const refused = entries.findIndex((entry) => (0,config_file/* isObject */.Gv)(entry) && !isUsableAuth((0,config_file/* spellEntry */.bU)(entry)['auth']));
    // The place and not the name: the report of doctor is shown to strangers.
    return refused < 0 ? undefined : `the auth of entry ${refused + 1} of auths is not user:password in base64`;
}
/** Throws `DCR_CONFIG_INVALID` for a file of whose entries docker would take none: one more would not be seen either. */
function refuseUnusable(config, path) {
    const fault = findShapeFault(config);
    if (fault === undefined)
        return;
    throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', {
        message: `docker takes no login from ${path} because ${fault}; it was left as it is`,
        remedy: 'Repair or remove that part of the file, then log in again.',
    });
}
/** A missing value and `null` are of every type. */
const isNothing = (value) => value === undefined || value === null;
const isText = (value) => isNothing(value) || typeof value === 'string';
const isMapOf = (fits) => (value) => isNothing(value) || ((0,config_file/* isObject */.Gv)(value) && Object.values(value).every((part) => fits(part)));
/** An object with these texts, their names in any case; what else is in it does not matter. */
const hasTexts = (names) => (value) => isNothing(value) ||
    ((0,config_file/* isObject */.Gv)(value) &&
        Object.entries(value).every(([key, part]) => isText(part) || (0,config_file/* findSpelt */.OQ)(key, names) === undefined));
const isList = (value) => isNothing(value) || (Array.isArray(value) && value.every((part) => isText(part)));
/** https://github.com/docker/cli/blob/v28.2.2/cli/config/configfile/file.go, `ConfigFile` and `ProxyConfig` */
const SHAPES = [
    { keys: ['auths'], fits: isMapOf(hasTexts(config_file/* ENTRY_KEYS */.Oe)), what: 'an object of logins by host' },
    { keys: ['credHelpers'], fits: isMapOf(isText), what: 'an object of helper names by host' },
    { keys: ['credsStore'], fits: isText, what: 'the name of a helper' },
    {
        keys: ['proxies'],
        fits: isMapOf(hasTexts(['httpProxy', 'httpsProxy', 'noProxy', 'ftpProxy', 'allProxy'])),
        what: 'an object of proxies by daemon',
    },
    { keys: ['HttpHeaders', 'aliases', 'features'], fits: isMapOf(isText), what: 'an object of texts' },
    { keys: ['plugins'], fits: isMapOf(isMapOf(isText)), what: 'an object of objects of texts' },
    { keys: ['pruneFilters', 'cliPluginsExtraDirs'], fits: isList, what: 'a list of texts' },
    {
        keys: [
            'currentContext',
            'detachKeys',
            'psFormat',
            'imagesFormat',
            'networksFormat',
            'pluginsFormat',
            'volumesFormat',
            'statsFormat',
            'serviceInspectFormat',
            'servicesFormat',
            'tasksFormat',
            'secretFormat',
            'configFormat',
            'nodesFormat',
        ],
        fits: isText,
        what: 'a text',
    },
];
/** Go's `base64.StdEncoding` wants the padding and passes over line breaks; both halves must be there, the user not empty. */
function isUsableAuth(auth) {
    if (typeof auth !== 'string' || auth === '')
        return true;
    const text = auth.replace(/[\r\n]/gu, '');
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(text))
        return false;
    return Buffer.from(text, 'base64').indexOf(':') > 0;
}
//# sourceMappingURL=config-shape.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/prepare.js











/** Everything is checked before anything starts. Throws `DCR_INPUT_INVALID` and what `checkCredential` throws. */
function checkRegistries(registries, now) {
    const wanted = registries.map(({ registry: given, credential, repository }) => {
        const reference = (0,registry_reference/* parseRegistry */.l5)(given);
        const { registry } = reference;
        if (repository !== undefined)
            (0,registry_reference/* parseRepository */.SU)(repository, reference);
        return { reference, credential: (0,credential_credential/* checkCredential */.CT)(credential, { registry, now }), repository };
    });
    const names = wanted.map(({ reference }) => reference.registry);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice === undefined)
        return wanted;
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', { registry: twice, message: `${twice} is named twice in one login` });
}
/**
 * Looks at this machine and plans the logins of a call. Makes nothing but the parents of a private directory.
 * Throws `DCR_ENGINE_MISSING`, `DCR_SHADOWED`, `DCR_STORE_FAILED`, `DCR_CONFIG_INVALID` and `DCR_INPUT_INVALID`.
 */
async function prepareLogins(wanted, options, ports) {
    const { environment, files } = ports;
    const clients = findClients(options.engine, ports);
    const engine = (0,login_plan/* chooseEngine */.mN)(options.engine, clients, wanted[0]?.reference.registry);
    const format = (0,engines_name/* formatOf */.be)(engine);
    const given = options.configDir === undefined ? undefined : external_node_path_.resolve(environment.workingDirectory, options.configDir);
    if (options.isolate && given !== undefined)
        await checkNew(given, ports);
    // `--config-dir` is the private directory of an isolated login, and the shared one of any other.
    const own = options.isolate ? undefined : given;
    const configDirectory = format === 'docker' && own !== undefined ? own : (0,places/* chooseConfigDirectory */.HD)(environment);
    const sources = {
        docker: external_node_path_.join(configDirectory, engines_name/* FILES */.cn.docker.name),
        containers: format === 'containers' && own !== undefined
            ? external_node_path_.join(own, engines_name/* FILES */.cn.containers.name)
            : (0,auth_file/* chooseAuthFile */.IP)(environment),
    };
    const shared = {
        docker: format === 'docker' || options.forCommand ? await readShared(sources.docker, ports) : {},
        containers: format === 'containers' || options.forCommand ? await readShared(sources.containers, ports) : {},
    };
    const bases = given !== undefined && options.isolate
        ? [{ root: external_node_path_.dirname(given), below: [], mayBeLink: true }]
        : (0,places/* listPrivateBases */.IA)(environment, options.stateDir);
    const facts = {
        clients,
        config: await (0,private_directory/* readConfigDirectory */.id)(configDirectory, files),
        docker: shared.docker,
        shared: { file: sources[format], real: await findReal(sources[format], files), content: shared[format] },
        privateBase: await (0,private_directory/* choosePrivateBase */.qt)(bases, ports),
    };
    const helperKeys = [...new Set(wanted.map(({ reference }) => (0,login_plan/* helperKeyOf */.Dd)(reference, format)))];
    const logins = [];
    for (const each of wanted) {
        const position = {
            main: logins[0]?.plan,
            several: wanted.length > 1,
            hostTaken: logins.some(({ reference }) => reference.host === each.reference.host),
            helperKeys,
        };
        const resolved = { ...options, configDir: given };
        const plan = (0,login_plan/* planLogin */.pX)({ ...each, id: makeSessionId(ports), engine, options: resolved, facts, position });
        logins.push({ ...each, plan });
    }
    if (logins.some(({ plan }) => (0,login_plan/* needsDockerFile */.OG)(plan)))
        refuseUnusable(shared.docker, sources.docker);
    return { logins, shared };
}
/** The one name of a file that may have several: a lock and an undo count for all of them. */
async function findReal(file, files) {
    let real = file;
    for (let hops = 0; hops < 40; hops += 1) {
        const found = await files.inspect(real);
        if (found.kind !== 'link')
            break;
        real = external_node_path_.resolve(external_node_path_.dirname(real), found.target);
    }
    const directory = await files.inspect(external_node_path_.dirname(real), { follow: true });
    return directory.kind === 'directory' ? external_node_path_.join(directory.real, external_node_path_.basename(real)) : real;
}
async function readShared(file, ports) {
    return (0,config_file/* parseConfigFile */.me)(await (0,config_file/* readConfigText */.im)(file, { ports }), file);
}
/** `auto` ends at the first that is there. */
function findClients(wanted, { processes }) {
    if (wanted === 'file')
        return {};
    for (const client of wanted === 'auto' ? engines_name/* CLIENTS */.ro : [wanted]) {
        const file = processes.find(client);
        if (file !== undefined)
            return { [client]: file };
    }
    return {};
}
/** A private directory is made anew and goes with its login: what is there already is not ours to fill and remove. */
async function checkNew(directory, { environment, files }) {
    (0,places/* refuseWorkspace */.Wl)(directory, environment);
    const { kind } = await files.inspect(directory);
    if (kind === 'missing')
        return;
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `${directory} is there already (a ${kind}); a private directory must be a new one`,
        remedy: 'Name a directory that does not exist, or leave the choice to dcr-login.',
    });
}
/** Sorts by time, and cannot be guessed: nobody plants what will be made under this name. */
function makeSessionId({ clock }) {
    return `${clock.now().toString(36)}-${Math.floor(clock.random() * 2 ** 47).toString(36)}`;
}
//# sourceMappingURL=prepare.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/record.js

/** A session before its first effect. It belongs to this process until it is open. */
function makeRecord({ plan, credential }, { clock, processes }) {
    const { registry, host, name } = plan.reference;
    return {
        version: 1,
        id: plan.id,
        state: 'opening',
        since: clock.now(),
        registry,
        host,
        name,
        username: credential.username,
        engine: plan.engine.name,
        isolated: plan.isolated,
        configDir: plan.configDir,
        key: (0,engines_name/* keyOf */.TN)(plan.reference, plan.format),
        visible: plan.visible,
        directories: plan.workDirectory === undefined ? [] : [plan.workDirectory],
        group: plan.group ?? null,
        place: plan.place ?? null,
        installed: null,
        sequence: 0,
        owner: processes.identify() ?? null,
        expiresAt: credential.expiresAt ?? null,
    };
}
/** The session as its caller sees it. */
function describeSession(login) {
    const { plan, credential, proof } = login;
    const { registry, host, name, tidied } = plan.reference;
    return {
        id: plan.id,
        registry,
        host,
        name,
        username: credential.username,
        engine: plan.engine.name,
        configDir: plan.configDir,
        key: (0,engines_name/* keyOf */.TN)(plan.reference, plan.format),
        visible: plan.visible,
        isolated: plan.isolated,
        expiresAt: credential.expiresAt,
        proof,
        notes: [...tidied, ...plan.notes, ...(proof?.doubts ?? [])],
    };
}
//# sourceMappingURL=record.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/session.js
var session = __nccwpck_require__(1023);
;// CONCATENATED MODULE: ./packages/core/lib/login/run.js









/** Docker may take a credential from it before any file. */
const SHADOW = 'DOCKER_AUTH_CONFIG';
/**
 * Logs in: validate → record the undo → start the engine with nothing in its hands → mask → anonymous challenge →
 * proof → give the engine the password → install → read back. A login that fails at any step leaves nothing behind.
 * What is not needed to start the engine is loaded after it was started: loading takes as long as docker's own start.
 * Throws every code of groups 2 to 6 of ERRORS.md.
 */
async function login(request, ports) {
    const { registry, credential, repository, ...settings } = request;
    const one = { registry, credential, ...(repository === undefined ? {} : { repository }) };
    const [session] = await loginAll({ ...settings, registries: [one] }, ports);
    if (session === undefined)
        throw new DcrError('DCR_INTERNAL', { message: 'a login without a session' });
    return session;
}
/**
 * Several logins as one: asked in parallel, installed in their order; when one fails, all are taken back, and the error
 * is that of the first in the order that failed.
 */
async function loginAll(request, ports) {
    const { clock, environment } = ports;
    const wanted = checkRegistries(request.registries, clock.now());
    const forms = [...new Set(wanted.flatMap(({ credential }) => (0,masking/* deriveMaskedForms */.UO)(credential)))];
    const { engine = 'auto', configDir, forCommand = false } = request;
    const options = { engine, isolate: (request.isolate ?? false) || forCommand, configDir, forCommand };
    const stateDir = (0,places/* chooseStateDirectory */.eE)(environment, request.stateDir);
    const preparation = await prepareLogins(wanted, { ...options, stateDir }, ports);
    const sessions = new session/* SessionStore */.c9(stateDir, ports);
    const deadline = (0,lib_deadline/* setDeadline */.r)(request.timeout ?? 60_000, clock, request.signal);
    const context = { ports, env: (0,places/* cleanEnvironment */.hh)(environment, forms), forms, signal: deadline.signal };
    const call = { request, ports, sessions, deadline, context, preparation };
    const logins = preparation.logins.map((each) => ({ ...each, record: makeRecord(each, ports) }));
    const visible = logins[0]?.plan.isolated === true ? logins[0].plan.visible : {};
    request.hooks?.announce?.({ ids: logins.map(({ plan }) => plan.id), stateDir, visible });
    try {
        for (const { record } of logins)
            await sessions.create(record);
        const obtained = await obtainAll(logins, call);
        await installAll(obtained, call);
        return obtained.map(({ login: { plan, credential }, proof }) => ({
            ...describeSession({ plan, credential, proof }),
            close: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(547), __nccwpck_require__.e(645)]).then(__nccwpck_require__.bind(__nccwpck_require__, 645))).takeBack(plan.id, { sessions, ports }),
        }));
    }
    catch (error) {
        // What cannot be taken back now stays recorded for logout; why the login failed is what is told.
        const { takeBackAll } = await Promise.all(/* import() */[__nccwpck_require__.e(547), __nccwpck_require__.e(645)]).then(__nccwpck_require__.bind(__nccwpck_require__, 645));
        throw await takeBackAll(logins.toReversed(), error, { sessions, ports });
    }
    finally {
        deadline.end();
    }
}
const loadProof = () => __nccwpck_require__.e(/* import() */ 305).then(__nccwpck_require__.bind(__nccwpck_require__, 6305));
const loadInstall = () => __nccwpck_require__.e(/* import() */ 236).then(__nccwpck_require__.bind(__nccwpck_require__, 9236));
/** All engines are started, then all credentials masked, then each is asked for its entry. */
async function obtainAll(logins, call) {
    const { request, context } = call;
    const started = [];
    try {
        for (const login of logins) {
            await makeWorkDirectory(login, call);
            started.push({ login, engine: startEngine({ plan: login.plan, context }) });
        }
        await request.hooks?.mask?.(context.forms);
        const results = await Promise.allSettled(started.map(({ login, engine }) => obtain(login, engine, call)));
        const failed = results.find((result) => result.status === 'rejected');
        if (failed !== undefined)
            throw failed.reason;
        return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    }
    catch (error) {
        await Promise.all(started.map(({ engine }) => engine.kill()));
        throw error;
    }
}
/** A directory that was there already is somebody else's: it is refused, and does not go with the session. */
async function makeWorkDirectory({ plan, record }, { sessions, ports: { files } }) {
    const [make, ...fill] = plan.effects;
    if (make === undefined)
        return;
    try {
        await files.apply(make);
    }
    catch (error) {
        await sessions.update({ ...record, directories: [] });
        throw error;
    }
    for (const effect of fill)
        await files.apply(effect);
}
async function obtain(login, engine, call) {
    const { request, ports, deadline, context } = call;
    const { plan, reference, credential, repository } = login;
    if (ports.environment.variables[SHADOW] !== undefined && request.forCommand !== true) {
        const { refuseShadow } = await __nccwpck_require__.e(/* import() */ 631).then(__nccwpck_require__.bind(__nccwpck_require__, 2631));
        await refuseShadow({ plan, credential }, { ...context, ports });
    }
    // Requests know the deadline: a signal that is cut by it would make its end look like the caller's.
    const cut = request.signal === undefined ? {} : { signal: request.signal };
    const patience = { deadline: deadline.at, retries: request.retries ?? 3, ...cut };
    const { forms } = context;
    const action = request.verify ?? 'auth';
    const question = { allowRealms: request.allowRealms ?? [], repository, reference, credential, forms };
    const proof = action === 'none' ? undefined : await (await loadProof()).proveLogin({ action, ...question }, patience, ports);
    if (plan.workDirectory !== undefined)
        await (0,private_directory/* checkPrivateDirectory */.Re)(plan.workDirectory, ports);
    const finished = engine.finish(credential);
    // What comes next is loaded while the client works.
    const [entry] = await Promise.all([finished, loadInstall().then(({ prepareInstall }) => prepareInstall(plan))]);
    return { login, entry, proof };
}
async function installAll(obtained, call) {
    const { request, ports, sessions, deadline, context, preparation } = call;
    const { clock, files, processes } = ports;
    const { installEntries } = await loadInstall();
    const installations = obtained.map(({ login: { plan, record }, entry }) => {
        return { plan, entry, record, salt: clock.random().toString(36).slice(2) };
    });
    const where = { shared: preparation.shared, sessions, context, deadline: deadline.at };
    const installed = await installEntries(installations, where);
    const owner = request.owner === undefined ? null : (processes.identify(request.owner) ?? null);
    for (const { plan, record } of installed) {
        if (plan.keeps === undefined && plan.workDirectory !== undefined)
            await files.apply({ do: 'remove', path: plan.workDirectory });
        const directories = plan.keeps === undefined ? [] : record.directories;
        await sessions.update({ ...record, state: 'open', directories, owner });
    }
}
//# sourceMappingURL=run.js.map

/***/ }),

/***/ 1023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PX: () => (/* binding */ sharesSlot),
/* harmony export */   ZQ: () => (/* binding */ liesWithin),
/* harmony export */   c9: () => (/* binding */ SessionStore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _private_directory_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7894);


function sharesSlot(slot, { place: a }, { place: b }) {
    if (a === null || b === null || a.key !== b.key)
        return false;
    return slot === 'entry' ? a.path === b.path : a.helper !== undefined && a.helper === b.helper;
}
/** Whether the entry of a session lies in this directory beside that of the session that made it. */
function liesWithin({ place }, directory) {
    return place !== null && node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(place.path) === directory;
}
/** The sessions of a state directory on disk: `sessions/<id>/session.json`, and `undo.json` beside it. */
class SessionStore {
    #directory;
    #files;
    #ports;
    constructor(stateDir, ports) {
        this.#directory = node_path__WEBPACK_IMPORTED_MODULE_0__.join(stateDir, 'sessions');
        this.#files = ports.files;
        this.#ports = ports;
    }
    /** Throws `DCR_STORE_FAILED`, also for a directory that somebody planted: what was there before a login goes there. */
    async create(record) {
        await this.#files.apply({ do: 'make-directory', path: this.#directory });
        await (0,_private_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .checkStateDirectory */ .j0)(this.#directory, this.#ports);
        await this.#files.apply({ do: 'make-private', path: `${this.#directory}/${record.id}` });
        await this.update(record);
    }
    /** Runs `work` while no other session of the group is being closed. */
    async withGroup(group, deadline, work) {
        return group === null ? work() : this.#files.lock(node_path__WEBPACK_IMPORTED_MODULE_0__.join(this.#directory, group), deadline, work);
    }
    /** Runs `work` while no other session of this state directory is installed in these helpers or taken out of them. */
    async withHelpers(helpers, deadline, work) {
        const [first, ...rest] = [...new Set(helpers)].toSorted();
        if (first === undefined)
            return work();
        const target = node_path__WEBPACK_IMPORTED_MODULE_0__.join(this.#directory, `helper-${encodeURIComponent(first)}`);
        return this.#files.lock(target, deadline, () => this.withHelpers(rest, deadline, work));
    }
    async update(record) {
        await this.#files.apply({
            do: 'write',
            path: `${this.#directory}/${record.id}/session.json`,
            text: JSON.stringify(record),
        });
    }
    async saveUndo(id, undo) {
        await this.#files.apply({ do: 'write', path: `${this.#directory}/${id}/undo.json`, text: JSON.stringify(undo) });
    }
    /** Changes part of what a session will put back. Others that hold other locks may change the rest at the same time. */
    async amendUndo(id, part, deadline) {
        await this.#files.lock(node_path__WEBPACK_IMPORTED_MODULE_0__.join(this.#directory, `undo-${id}`), deadline, async () => {
            const undo = (await this.read(id))?.undo;
            if (undo !== undefined)
                await this.saveUndo(id, { ...undo, ...part });
        });
    }
    async remove(id) {
        await this.#files.apply({ do: 'remove', path: `${this.#directory}/${id}` });
    }
    /**
     * Newest first. A directory without a readable record was never finished being made: nothing was done for it yet. What
     * somebody else put there is no session: its paths would be removed. Throws `DCR_STORE_FAILED` for a planted directory.
     */
    async list() {
        const found = await this.#files.inspect(this.#directory);
        if (found.kind !== 'missing')
            await (0,_private_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .checkStateDirectory */ .j0)(this.#directory, this.#ports);
        const names = found.kind === 'directory' ? found.names : [];
        const sessions = await Promise.all(names.map((id) => this.read(id)));
        return sessions
            .filter((session) => session !== undefined)
            .toSorted((a, b) => b.record.since - a.record.since || b.record.sequence - a.record.sequence);
    }
    async read(id) {
        if (!(0,_private_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrivate */ .Gw)(await this.#files.inspect(`${this.#directory}/${id}`), this.#ports.environment))
            return undefined;
        const record = await this.#readJson(`${id}/session.json`);
        // Another version's session is left to that version.
        if (record?.version !== 1 || record.id !== id)
            return undefined;
        return { record, undo: await this.#readJson(`${id}/undo.json`) };
    }
    async #readJson(name) {
        const found = await this.#files.inspect(`${this.#directory}/${name}`);
        if (found.kind !== 'file')
            return undefined;
        try {
            return JSON.parse(found.text);
        }
        catch {
            return undefined;
        }
    }
}
//# sourceMappingURL=session.js.map

/***/ }),

/***/ 9358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ chooseAuthFile),
/* harmony export */   cY: () => (/* binding */ listDeeperLogins),
/* harmony export */   t1: () => (/* binding */ placeInAuthFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7706);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8674);



/**
 * The file into which podman, buildah and skopeo write a login, and where they look first:
 * https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md
 */
function chooseAuthFile({ variables, platform, home, uid, workingDirectory }) {
    const { REGISTRY_AUTH_FILE: given, XDG_RUNTIME_DIR: runtime } = variables;
    if (given !== undefined && given !== '')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workingDirectory, given);
    if (platform !== 'linux')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.join(home, '.config', 'containers', 'auth.json');
    const base = runtime !== undefined && runtime !== ''
        ? node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(workingDirectory, runtime, 'containers')
        : node_path__WEBPACK_IMPORTED_MODULE_0__.join('/run/containers', String(uid ?? 0));
    return node_path__WEBPACK_IMPORTED_MODULE_0__.join(base, 'auth.json');
}
/**
 * Where the login of a registry lives in such a file. A helper that the file names for the host is asked before the
 * entries, and by the host alone: it can keep the login of a host, and hides that of a path.
 * Throws `DCR_SHADOWED`.
 */
function placeInAuthFile(request) {
    const { reference, file, content } = request;
    // `credsStore` is docker's alone; the others do not read it.
    const { credsStore: _store, ...known } = content;
    const helper = (0,_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readHelperName */ .qV)(known, reference.host);
    if (helper === undefined)
        return { path: file, key: reference.registry };
    if (reference.name === '')
        return { path: file, key: reference.host, helper };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_SHADOWED', {
        registry: reference.registry,
        message: `${file} names docker-credential-${helper} for ${reference.host}, which is asked before any login of ${reference.registry}`,
        remedy: `Take ${reference.host} out of credHelpers in that file, or log in with --isolate.`,
    });
}
/**
 * Logins of paths below this registry, which podman and its kin take for images there before that of the registry. They
 * may be meant so: it is said, and they are left. One sentence each.
 */
function listDeeperLogins({ registry }, { file, content: { auths } }) {
    const keys = (0,_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(auths) ? Object.keys(auths).filter((key) => key.startsWith(`${registry}/`)) : [];
    return keys.map((key) => `${file} holds a login of its own for ${key}, which is taken there before that of ${registry}`);
}
//# sourceMappingURL=auth-file.js.map

/***/ }),

/***/ 8674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Hc: () => (/* binding */ readAuth),
/* harmony export */   OQ: () => (/* binding */ findSpelt),
/* harmony export */   Oe: () => (/* binding */ ENTRY_KEYS),
/* harmony export */   X$: () => (/* binding */ decodeAuth),
/* harmony export */   Z4: () => (/* binding */ isSpelt),
/* harmony export */   bU: () => (/* binding */ spellEntry),
/* harmony export */   im: () => (/* binding */ readConfigText),
/* harmony export */   me: () => (/* binding */ parseConfigFile),
/* harmony export */   qV: () => (/* binding */ readHelperName),
/* harmony export */   zx: () => (/* binding */ encodeAuth)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7706);


/** Undefined where there is no file. Throws `DCR_STORE_FAILED` for a directory, pipe or device in its place. */
async function readConfigText(path, { ports }) {
    const found = await ports.files.inspect(path, { follow: true });
    if (found.kind === 'missing')
        return undefined;
    if (found.kind === 'file')
        return found.text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_STORE_FAILED', {
        message: `${path} is not a regular file (${found.kind}); it was left as it is`,
    });
}
/**
 * The object of a docker `config.json`; an absent or blank file is an empty one.
 * Throws `DCR_STORE_FAILED` for anything that docker could not read either: it is never repaired by overwriting it.
 */
function parseConfigFile(text, path) {
    if (text === undefined || text.trim() === '')
        return {};
    try {
        const value = JSON.parse(text);
        const config = isObject(value) ? spellKeys(value, KEYS) : {};
        const { auths } = config;
        if (isObject(value) && (auths === undefined || auths === null || isObject(auths)))
            return config;
    }
    catch {
        // The parser's message repeats the text around the fault, which may be a credential.
    }
    const message = `${path} is no client configuration (it must be one JSON object); it was left as it is`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_STORE_FAILED', { message, remedy: 'Repair or remove that file.' });
}
/** What we read there. */
const KEYS = ['auths', 'credsStore', 'credHelpers'];
/** Texts of an entry: https://github.com/docker/cli/blob/v28.2.2/cli/config/types/authconfig.go */
const ENTRY_KEYS = ['auth', 'identitytoken', 'registrytoken', 'username', 'password', 'email', 'serveraddress'];
/**
 * Go, in which all clients are written, takes a key in any case: a `credsstore` is a store. Of two spellings maps are put
 * together, and of texts the last one counts that is not null: https://pkg.go.dev/encoding/json#Unmarshal
 */
function spellKeys(object, known) {
    const spelt = Object.entries(object).map(([key, value]) => ({ key, name: findSpelt(key, known) ?? key, value }));
    if (spelt.every(({ key, name }) => key === name))
        return object;
    const merged = new Map();
    for (const { name, value } of spelt)
        merged.set(name, mergeValues(merged.get(name), value));
    return Object.fromEntries(merged);
}
function mergeValues(before, value) {
    if (isObject(before) && isObject(value))
        return { ...before, ...value };
    return value === null && typeof before === 'string' ? before : value;
}
/** The one of these keys that Go takes this one for. */
function findSpelt(key, known) {
    return known.find((name) => isSpelt(key, name));
}
/**
 * Go folds as Unicode does, one character for one, so that a long s is an s: https://pkg.go.dev/unicode#SimpleFold
 * Most keys are told apart by their length: an expression for each pair would cost a login half a millisecond.
 */
function isSpelt(key, known) {
    return key === known || (key.length === known.length && new RegExp(`^${known}$`, 'iu').test(key));
}
/** An entry as clients read it; what is put back stays as it was. */
function spellEntry(entry) {
    return spellKeys(entry, ENTRY_KEYS);
}
function readAuth(config, key) {
    const auths = config['auths'];
    const entry = isObject(auths) && Object.hasOwn(auths, key) ? auths[key] : undefined;
    return isObject(entry) ? entry : undefined;
}
/** `docker-credential-<name>` that the user configured for this host; undefined where the file itself is the store. */
function readHelperName(config, key) {
    const helpers = config['credHelpers'];
    const own = isObject(helpers) && Object.hasOwn(helpers, key) ? helpers[key] : config['credsStore'];
    return typeof own === 'string' && own !== '' ? own : undefined;
}
function encodeAuth(username, password) {
    return { auth: node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(`${username}:${password}`).toString('base64') };
}
/** Username and secret of an entry in the words of the helper protocol: a refresh token has the username `<token>`. */
function decodeAuth(entry) {
    const { identitytoken, auth } = spellEntry(entry);
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { username: '<token>', secret: identitytoken };
    if (typeof auth !== 'string')
        return undefined;
    const text = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(auth, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon <= 0 ? undefined : { username: text.slice(0, colon), secret: text.slice(colon + 1) };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=config-file.js.map

/***/ }),

/***/ 9709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ bindBounds)
/* harmony export */ });
/**
 * Acts when the time of one request is up or the caller's signal aborts; gives back what lets go of both.
 *
 * Not AbortSignal.timeout and AbortSignal.any: the timer of the one lives on for 30 s after the answer, the other leaves a
 * reference in the caller's signal, and a rotation of 10,000 targets makes 90,000 requests with one signal.
 */
function bindBounds({ timeout, signal }, act) {
    const timer = setTimeout(act, timeout, 'timeout');
    const forget = signal === undefined ? undefined : whenAborted(signal, () => act('cancelled'));
    return () => {
        clearTimeout(timer);
        forget?.();
    };
}
const WATCHED = new WeakMap();
/**
 * One listener for all requests of a signal. One for each, added and removed, makes the signal's table of listeners anew
 * every time, and V8 keeps each old table, with the request behind it, for the sake of the table before it.
 */
function whenAborted(signal, act) {
    if (signal.aborted)
        act();
    const acts = WATCHED.get(signal) ?? [];
    if (!WATCHED.has(signal)) {
        WATCHED.set(signal, acts);
        signal.addEventListener('abort', () => [...acts].forEach((one) => one()));
    }
    acts.push(act);
    return () => void acts.splice(acts.indexOf(act), 1);
}
//# sourceMappingURL=bounds.js.map

/***/ }),

/***/ 3779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ createLoginPorts)
});

// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __nccwpck_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/node/clock.js
const nodeClock = {
    now: () => Date.now(),
    // For jitter and names. No secret is made of it, and a name that was guessed is refused by mkdir; node:crypto would add
    // 6 ms to the start of every command.
    random: () => Math.random(),
    sleep: (ms, signal) => new Promise((resolve) => {
        const end = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, ms);
        if (signal?.aborted === true)
            end();
        else
            signal?.addEventListener('abort', end);
    }),
};
//# sourceMappingURL=clock.js.map
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __nccwpck_require__(1708);
;// CONCATENATED MODULE: ./packages/core/lib/node/environment.js



const PLATFORMS = ['linux', 'darwin', 'win32'];
/** The facts of this process, read once. */
function readEnvironment() {
    const workingDirectory = findWorkingDirectory();
    return {
        variables: { ...external_node_process_.env },
        platform: (PLATFORMS.includes(external_node_process_.platform) ? external_node_process_.platform : 'other'),
        home: external_node_path_.resolve(workingDirectory, findHome()),
        workingDirectory,
        host: (0,external_node_os_.hostname)(),
        uid: external_node_process_.getuid?.(),
    };
}
/** One that was removed has a name still, where nothing is found; the clients of a command in it work all the same. */
function findWorkingDirectory() {
    try {
        return external_node_process_.cwd();
    }
    catch {
        const { PWD: last = '' } = external_node_process_.env;
        return external_node_path_.isAbsolute(last) ? last : external_node_path_.parse(external_node_process_.execPath).root;
    }
}
/**
 * As docker finds it: an empty variable counts as none, and then the user's entry does. A user without one, as containers
 * have them, is at home where docker run says so too. https://pkg.go.dev/github.com/docker/docker/pkg/homedir#Get
 */
function findHome() {
    const given = external_node_process_.env[external_node_process_.platform === 'win32' ? 'USERPROFILE' : 'HOME'] ?? '';
    if (given !== '')
        return given;
    try {
        return (0,external_node_os_.userInfo)().homedir;
    }
    catch {
        return external_node_path_.parse(external_node_process_.execPath).root;
    }
}
//# sourceMappingURL=environment.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./packages/core/lib/node/file-fault.js

const REMEDY = 'See to that path: who may use it, what stands there, whether its disk is full. Then run the command again.';
/** What the system refuses is a fault of this machine: `DCR_STORE_FAILED`, in words that name the call and the path. */
function tellFault(call) {
    try {
        return call();
    }
    catch (cause) {
        const { code, message } = cause;
        throw code === undefined ? cause : new errors/* DcrError */.ol('DCR_STORE_FAILED', { message, remedy: REMEDY, cause });
    }
}
//# sourceMappingURL=file-fault.js.map
;// CONCATENATED MODULE: ./packages/core/lib/liveness.js
/**
 * Whether a process has certainly ended. What cannot be asked lives: another PID namespace, another machine on the same
 * file system, and a boot that may be another machine's because the machine does not tell its id.
 */
function isProvablyDead(owner, processes) {
    const mine = processes.identify();
    if (mine === undefined)
        return false;
    if (owner.boot !== mine.boot) {
        // Nobody of an earlier boot of this machine lives.
        return owner.machine !== undefined && owner.machine === mine.machine && owner.boot !== undefined;
    }
    if (owner.namespace !== mine.namespace)
        return false;
    const present = processes.identify(owner.pid);
    if (present === undefined)
        return true;
    return present.start !== undefined && owner.start !== undefined && present.start !== owner.start;
}
//# sourceMappingURL=liveness.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/lock.js





/** A holder of another machine or container cannot be asked whether it lives: it is given this long. Milliseconds. */
const FOREIGN_PATIENCE = 30_000;
/** A lock is held for a few milliseconds; waiting starts short and never gets long. */
const PAUSE = { first: 2, longest: 40 };
/**
 * Runs `work` under the lock of a path: a file beside it that names its holder. A holder that is provably dead loses it
 * at once; one that cannot be asked, after thirty seconds. proper-lockfile was not taken: it knows a dead holder only
 * by age, so that a killed job would make the next one wait ten seconds.
 */
async function holdLock({ target, deadline, work }, ports) {
    const file = `${target}.dcr-lock`;
    // Where the system tells nothing, the process id alone has to do.
    const mine = JSON.stringify(ports.processes.identify() ?? { pid: external_node_process_.pid });
    for (let pause = PAUSE.first; !tellFault(() => tryCreate(file, mine)); pause = Math.min(pause * 2, PAUSE.longest)) {
        if (tellFault(() => breakStale(file, ports)))
            continue;
        if (ports.clock.now() >= deadline) {
            const message = `${target} is locked by ${describeHolder(file)}, which did not let go in time`;
            throw new errors/* DcrError */.ol('DCR_LOCKED', { message });
        }
        await ports.clock.sleep(pause / 2 + (pause / 2) * ports.clock.random());
    }
    const beat = startBeat(file);
    try {
        return await work();
    }
    finally {
        clearInterval(beat);
        // One that was held too long may be somebody else's by now.
        if (readLock(file)?.content === mine)
            external_node_fs_.rmSync(file, { force: true });
    }
}
/** Whoever holds it for long, as a rotation does, shows those who cannot see its process that it lives. */
function startBeat(file) {
    return setInterval(() => {
        const now = new Date();
        // Gone is what it will be in the end.
        external_node_fs_.utimes(file, now, now, () => undefined);
    }, FOREIGN_PATIENCE / 3).unref();
}
function tryCreate(file, content) {
    const temporary = `${file}.${external_node_process_.pid}.${external_node_process_.hrtime.bigint()}`;
    // A hard link appears with its content: no reader ever sees a lock without its holder.
    external_node_fs_.writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 });
    try {
        return succeeds(() => external_node_fs_.linkSync(temporary, file), () => external_node_fs_.writeFileSync(file, content, { flag: 'wx', mode: 0o600 }));
    }
    finally {
        external_node_fs_.rmSync(temporary, { force: true });
    }
}
/** False when the file is there already. File systems without hard links (vfat, some mounts) take the second way. */
function succeeds(create, createWithoutLink) {
    try {
        create();
        return true;
    }
    catch (error) {
        const { code = '' } = error;
        if (code === 'EEXIST')
            return false;
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code))
            throw error;
        return succeeds(createWithoutLink, () => {
            throw error;
        });
    }
}
/**
 * True when there is no lock any more. Of several waiters that find it stale only the one that made the breaker file
 * may remove it, after a second look: a lock that is free to be taken cannot be removed by a latecomer.
 */
function breakStale(file, ports) {
    const seen = readLock(file);
    if (seen === undefined)
        return true;
    if (!isStale(seen, ports))
        return false;
    const breaker = `${file}.break`;
    const made = succeeds(() => external_node_fs_.closeSync(external_node_fs_.openSync(breaker, 'wx', 0o600)), () => undefined);
    if (!made) {
        const since = external_node_fs_.statSync(breaker, { throwIfNoEntry: false })?.mtimeMs;
        if (since !== undefined && ports.clock.now() - since > FOREIGN_PATIENCE)
            external_node_fs_.rmSync(breaker, { force: true });
        return false;
    }
    try {
        const again = readLock(file);
        if (again !== undefined && isStale(again, ports))
            external_node_fs_.rmSync(file, { force: true });
        return true;
    }
    finally {
        external_node_fs_.rmSync(breaker, { force: true });
    }
}
function readLock(file) {
    try {
        const content = external_node_fs_.readFileSync(file, 'utf8');
        const since = external_node_fs_.statSync(file).mtimeMs;
        return { content, since, holder: parseHolder(content) };
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
function parseHolder(content) {
    try {
        const value = JSON.parse(content);
        return typeof value === 'object' && value !== null && 'pid' in value ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isStale({ holder, since }, { clock, processes }) {
    if (holder !== undefined && isProvablyDead(holder, processes))
        return true;
    const mine = processes.identify();
    const answers = holder?.start !== undefined && holder.boot === mine?.boot && holder.namespace === mine?.namespace;
    // A holder that can be asked, and lives, keeps its lock.
    return !answers && clock.now() - since > FOREIGN_PATIENCE;
}
function describeHolder(file) {
    const holder = readLock(file)?.holder;
    return holder === undefined ? 'another process' : `process ${holder.pid}`;
}
//# sourceMappingURL=lock.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/files.js





/** Far above any client configuration, far below what would hurt. */
const READ_LIMIT = 8 * 1024 * 1024;
/**
 * The disk. Synchronous calls behind an asynchronous face: each is a few system calls long, and a thread pool would cost
 * more than they do.
 */
function createNodeFiles(ports) {
    return {
        inspect: async (target, options) => tellFault(() => inspectEntry(target, options?.follow ?? false)),
        apply: async (effect) => tellFault(() => applyEffect(effect)),
        lock: (target, deadline, work) => holdLock({ target, deadline, work: () => cleanBefore(target, work) }, ports),
    };
}
/** A writer that was killed could not remove its temporary file, which holds a login. Nobody writes here now. */
function cleanBefore(target, work) {
    tellFault(() => {
        const real = resolveLink(target);
        const directory = external_node_path_.dirname(real);
        const [start, end] = nameTemporary(real);
        for (const name of external_node_fs_.readdirSync(directory)) {
            if (name.startsWith(start) && name.endsWith(end))
                external_node_fs_.rmSync(external_node_path_.join(directory, name), { force: true });
        }
    });
    return work();
}
function inspectEntry(target, follow) {
    try {
        return readEntry(target, follow);
    }
    catch (error) {
        // Gone between the look at it and the reading, or said to be below what is no directory.
        const { code = '' } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return { kind: 'missing' };
        throw error;
    }
}
function readEntry(target, follow) {
    const stat = (follow ? external_node_fs_.statSync : external_node_fs_.lstatSync)(target, { throwIfNoEntry: false });
    if (stat === undefined)
        return { kind: 'missing' };
    const { uid } = stat;
    const mode = stat.mode & 0o7777;
    if (stat.isSymbolicLink())
        return { kind: 'link', target: external_node_fs_.readlinkSync(target) };
    if (stat.isDirectory())
        return { kind: 'directory', mode, uid, names: external_node_fs_.readdirSync(target).toSorted(), real: external_node_fs_.realpathSync(target) };
    if (!stat.isFile() || stat.size > READ_LIMIT)
        return { kind: 'other' };
    return { kind: 'file', mode, uid, text: external_node_fs_.readFileSync(target, 'utf8') };
}
function applyEffect(effect) {
    switch (effect.do) {
        case 'make-private':
            external_node_fs_.mkdirSync(effect.path, { mode: 0o700 });
            return;
        case 'make-directory':
            external_node_fs_.mkdirSync(effect.path, { recursive: true, mode: 0o700 });
            return;
        case 'write':
            writeNew(effect.path, effect.text);
            return;
        case 'replace':
            replaceDurably(effect.path, effect.text);
            return;
        case 'append':
            appendDurably(effect.path, effect.text);
            return;
        case 'link':
            // A junction needs no privilege on Windows; elsewhere the kind is ignored.
            external_node_fs_.symlinkSync(effect.target, effect.path, 'junction');
            return;
        case 'remove':
            external_node_fs_.rmSync(effect.path, { recursive: true, force: true, maxRetries: 3 });
            return;
    }
}
/** For a directory that is ours alone: whole or not at all, without the price of fsync. */
function writeNew(target, text) {
    const temporary = `${target}.${external_node_process_.pid}.new`;
    external_node_fs_.writeFileSync(temporary, text, { mode: 0o600 });
    external_node_fs_.renameSync(temporary, target);
}
function replaceDurably(target, text) {
    const real = resolveLink(target);
    const old = external_node_fs_.statSync(real, { throwIfNoEntry: false });
    const temporary = external_node_path_.join(external_node_path_.dirname(real), nameTemporary(real).join(String(external_node_process_.pid)));
    external_node_fs_.rmSync(temporary, { force: true });
    // wx: nothing that was planted under this name is followed.
    const file = external_node_fs_.openSync(temporary, 'wx', 0o600);
    try {
        try {
            external_node_fs_.writeFileSync(file, text);
            if (old !== undefined)
                keepOwner(file, old);
            external_node_fs_.fsyncSync(file);
        }
        finally {
            external_node_fs_.closeSync(file);
        }
        external_node_fs_.renameSync(temporary, real);
    }
    catch (error) {
        external_node_fs_.rmSync(temporary, { force: true });
        throw error;
    }
    syncDirectory(external_node_path_.dirname(real));
}
function appendDurably(target, text) {
    const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = external_node_fs_.constants;
    const isNew = !external_node_fs_.existsSync(target);
    const file = external_node_fs_.openSync(target, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
    try {
        external_node_fs_.writeFileSync(file, text);
        external_node_fs_.fsyncSync(file);
    }
    finally {
        external_node_fs_.closeSync(file);
    }
    if (isNew)
        syncDirectory(external_node_path_.dirname(target));
}
/** What a temporary file's name begins and ends with, around the id of its process. */
function nameTemporary(real) {
    return [`.${external_node_path_.basename(real)}.`, '.dcr-new'];
}
function keepOwner(file, old) {
    if (external_node_process_.platform === 'win32')
        return;
    const present = external_node_fs_.fstatSync(file);
    // Owner first: chown clears the set-id bits of a mode.
    if (present.uid !== old.uid || present.gid !== old.gid)
        external_node_fs_.fchownSync(file, old.uid, old.gid);
    external_node_fs_.fchmodSync(file, old.mode & 0o7777);
}
/** The file that a link stands for, also when it does not exist yet. */
function resolveLink(target) {
    let real = target;
    for (let hops = 0; hops < 40; hops += 1) {
        const stat = external_node_fs_.lstatSync(real, { throwIfNoEntry: false });
        if (!stat?.isSymbolicLink())
            return real;
        real = external_node_path_.resolve(external_node_path_.dirname(real), external_node_fs_.readlinkSync(real));
    }
    throw Object.assign(new Error(`ELOOP: too many symbolic links, '${target}'`), { code: 'ELOOP' });
}
/** A rename is only as durable as its directory. Windows and some network file systems cannot sync one. */
function syncDirectory(directory) {
    if (external_node_process_.platform === 'win32')
        return;
    const handle = external_node_fs_.openSync(directory, 'r');
    try {
        external_node_fs_.fsyncSync(handle);
    }
    catch {
        // The content itself is on disk; what is lost by a power cut here is the new name, and the old file is whole.
    }
    finally {
        external_node_fs_.closeSync(handle);
    }
}
//# sourceMappingURL=files.js.map
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: ./packages/core/lib/node/executable.js



/** The executable that a shell would run for this name. What lies in the working directory is never taken. */
function findExecutable(name, { platform, env }, isExecutable = canRun) {
    const windows = platform === 'win32';
    const { isAbsolute, join } = windows ? external_node_path_.win32 : external_node_path_.posix;
    const places = windows ? splitWindowsPath(env['PATH'] ?? '') : (env['PATH'] ?? '').split(':');
    for (const place of places.filter((given) => isAbsolute(given))) {
        const file = listEndings(name, { platform, env })
            .map((ending) => join(place, name + ending))
            .find((candidate) => isExecutable(candidate));
        if (file !== undefined)
            return file;
    }
    return undefined;
}
/** A place that holds the delimiter stands in quotes. */
function splitWindowsPath(text) {
    return (text.match(/(?:"[^"]*"?|[^;"])+/gu) ?? []).map((place) => place.replaceAll('"', ''));
}
/**
 * How a program is called. Node runs .cmd and .bat only by way of cmd.exe, which takes its command line apart anew:
 * https://nodejs.org/api/child_process.html#spawning-bat-and-cmd-files-on-windows
 * Throws `DCR_INPUT_INVALID` for an argument that cmd.exe would not pass on as it is, such as `ci&calc`.
 */
function planCall({ file, args }, platform) {
    if (platform !== 'win32' || !/\.(?:cmd|bat)$/iu.test(file))
        return { file, shell: false };
    if (args.every((argument) => /^[\w$@.:/\\+~-]+$/u.test(argument)))
        return { file: `"${file}"`, shell: true };
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `${file} is a batch file, which cannot be given a user name with blanks or special characters`,
        remedy: 'Put the real docker.exe before it on PATH, or use --engine file.',
    });
}
/** On Windows `docker` may be docker.exe or a shim such as docker.cmd: PATHEXT says what counts, in this order. */
function listEndings(name, { platform, env }) {
    if (platform !== 'win32')
        return [''];
    const endings = (env['PATHEXT'] || '.COM;.EXE;.BAT;.CMD').toLowerCase().split(';').filter(Boolean);
    return endings.some((ending) => name.toLowerCase().endsWith(ending)) ? [''] : endings;
}
function canRun(file) {
    try {
        // Most places on PATH hold no such file: to make an exception of each takes a millisecond before docker is started.
        if (external_node_fs_.statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
            return false;
        external_node_fs_.accessSync(file, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=executable.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/machine-id.js

/** https://github.com/torvalds/linux/blob/master/include/linux/proc_ns.h, PROC_PID_INIT_INO and PROC_CGROUP_INIT_INO */
const FIRST = { pid: 'pid:[4026531836]', cgroup: 'cgroup:[4026531835]' };
/**
 * In a container the id is that of an image, and the same on every machine that runs it. One that shares the pids of its
 * machine (`--pid=host`, `hostPID`) is told by its mark, and one of containerd, which leaves none, by its cgroups.
 */
function isMachineItself({ pid, cgroup, marked }) {
    return !marked && pid === FIRST.pid && (cgroup === undefined || cgroup === FIRST.cgroup);
}
/** The id of this machine; undefined in a container, and where the system does not tell it. */
function readMachineId() {
    const marked = ['/.dockerenv', '/run/.containerenv'].some((mark) => external_node_fs_.existsSync(mark));
    const [pid, cgroup] = ['pid', 'cgroup'].map((kind) => attempt(() => external_node_fs_.readlinkSync(`/proc/self/ns/${kind}`)));
    if (!isMachineItself({ pid, cgroup, marked }))
        return undefined;
    return attempt(() => external_node_fs_.readFileSync('/etc/machine-id', 'utf8').trim()) || undefined;
}
function attempt(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=machine-id.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/processes.js





const OUTPUT_LIMIT = 64 * 1024;
/** Between asking a child to end and ending it. Milliseconds. */
const GRACE = 1000;
const nodeProcesses = {
    find: (name) => findExecutable(name, external_node_process_),
    start: startProcess,
    identify: identifyProcess,
};
function startProcess({ file, args, env, signal }) {
    const call = planCall({ file, args }, external_node_process_.platform);
    let child;
    try {
        child = (0,external_node_child_process_namespaceObject.spawn)(call.file, args, { env: { ...env }, shell: call.shell, stdio: 'pipe', windowsHide: true });
    }
    catch (error) {
        // Node tells of some faults at once, such as ETXTBSY and E2BIG, and of others by an event.
        const { message } = error;
        return {
            finish: async () => ({ status: null, signal: null, stdout: '', stderr: message }),
            kill: async () => undefined,
        };
    }
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
        child[name].setEncoding('utf8').on('data', (text) => {
            output[name] = (output[name] + text).slice(0, OUTPUT_LIMIT);
        });
    }
    // A child that ends without reading breaks the pipe; its exit status says more than EPIPE does.
    child.stdin.on('error', () => undefined);
    const ended = new Promise((resolve) => {
        child.on('error', (error) => resolve({ status: null, signal: null, stdout: '', stderr: error.message }));
        child.on('close', (status, killed) => resolve({ status, signal: killed, ...output }));
    });
    // A child of the child may hold the pipes open: of one that is stopped, only its own end is waited for.
    const letGo = () => {
        const close = () => {
            for (const stream of child.stdio)
                stream?.destroy();
        };
        if (child.exitCode !== null || child.signalCode !== null)
            close();
        else
            child.once('exit', close);
    };
    const stop = () => {
        letGo();
        child.kill('SIGTERM');
        const hard = setTimeout(() => child.kill('SIGKILL'), GRACE);
        void ended.then(() => clearTimeout(hard));
    };
    if (signal?.aborted === true)
        stop();
    signal?.addEventListener('abort', stop, { once: true });
    void ended.then(() => signal?.removeEventListener('abort', stop));
    return {
        finish: (stdin) => {
            child.stdin.end(stdin);
            return ended;
        },
        kill: async () => {
            letGo();
            child.kill('SIGKILL');
            await ended;
        },
    };
}
/** Linux tells boot, namespace and start time; elsewhere only whether the process lives can be told without a child. */
function identifyProcess(pid = external_node_process_.pid) {
    if (external_node_process_.platform !== 'linux')
        return isAlive(pid) ? { pid } : undefined;
    try {
        // Field 22, start time in clock ticks since boot; the second field is a name in brackets that may hold anything.
        const stat = external_node_fs_.readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        // A zombie has ended; it only waits for its parent to notice.
        if (fields[0] === 'Z' || fields[0] === 'X')
            return undefined;
        const boot = external_node_fs_.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        const namespace = external_node_fs_.readlinkSync('/proc/self/ns/pid');
        const machine = readMachineId();
        const told = machine === undefined ? {} : { machine };
        return { pid, ...told, boot, namespace, start: fields[19] ?? '' };
    }
    catch {
        return undefined;
    }
}
function isAlive(pid) {
    try {
        external_node_process_.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
//# sourceMappingURL=processes.js.map
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: ./packages/core/lib/node/bounds.js
var node_bounds = __nccwpck_require__(9709);
;// CONCATENATED MODULE: ./packages/core/lib/node/tls-sniff.js


/** A server that takes this long to answer a greeting is asked in full, with the time that a request has. Milliseconds. */
const PATIENCE = 1000;
/** Of the records that a TLS server can begin with: alert and handshake. https://www.rfc-editor.org/rfc/rfc8446#section-5.1 */
const RECORD_TYPES = [0x15, 0x16];
/**
 * Whether a port of this machine speaks TLS: it is greeted with a ClientHello of our own. What answers in any other way, or
 * hangs up without a word, does not; who cannot be reached or stays silent is taken for one that does, and asked in full.
 *
 * This is one round trip without node:tls and node:https, which take 15 ms to load and to fail: `action login, verify auth`
 * of `npm run bench` went from 1.7 to 1.3 × (bare node + bare docker login).
 */
function speaksTls(origin, bounds) {
    const host = origin.hostname.replace(/^\[|\]$/gu, '');
    const port = Number(origin.port || (origin.protocol === 'https:' ? 443 : 80));
    return new Promise((resolve) => {
        let connected = false;
        const socket = external_node_net_.connect({ host, port });
        const end = (answer) => {
            socket.destroy();
            resolve(answer);
        };
        const timeout = Math.min(PATIENCE, bounds.timeout / 2);
        const letGo = (0,node_bounds/* bindBounds */.B)({ ...bounds, timeout }, () => end(true));
        socket.once('close', letGo);
        socket.once('connect', () => {
            connected = true;
            socket.write(composeHello());
            bounds.meanwhile?.();
        });
        socket.once('data', (bytes) => end(RECORD_TYPES.includes(bytes[0] ?? 0)));
        socket.once('end', () => end(false));
        socket.once('error', () => end(!connected));
    });
}
/**
 * The smallest ClientHello of TLS 1.2. Its random part begins with an empty line, so that a server of lines answers at once
 * instead of waiting for the rest of one.
 */
function composeHello() {
    const random = Buffer.alloc(32, '\r\n\r\n');
    const suites = Buffer.from([0xc0, 0x2f, 0xc0, 0x2b, 0x00, 0x2f]);
    const body = Buffer.concat([
        Buffer.from([3, 3]),
        random,
        Buffer.from([0, 0, suites.length]),
        suites,
        Buffer.from([1, 0]),
    ]);
    const handshake = Buffer.concat([Buffer.from([1, 0, 0, body.length]), body]);
    return Buffer.concat([Buffer.from([0x16, 3, 1, 0, handshake.length]), handshake]);
}
//# sourceMappingURL=tls-sniff.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/login-ports.js






/** The real world of a program that logs in and out and no more: nothing of Kubernetes is bundled into it. */
function createLoginPorts() {
    const environment = readEnvironment();
    return {
        clock: nodeClock,
        clusters: {
            isInside: () => false,
            open: () => Promise.reject(new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'this program asks no cluster' })),
        },
        environment,
        files: createNodeFiles({ clock: nodeClock, processes: nodeProcesses }),
        http: createLazyHttp(environment),
        processes: nodeProcesses,
    };
}
/** Node's https takes about 15 ms to load: docker is started before, and a logout never needs it. */
function createLazyHttp(environment) {
    let client;
    const load = () => (client ??= __nccwpck_require__.e(/* import() */ 652).then(__nccwpck_require__.bind(__nccwpck_require__, 652)).then(({ createSystemHttp }) => createSystemHttp(environment)));
    return {
        request: async (request) => (await load()).request(request),
        // Whatever the answer is, a request comes next: its client is loaded while the port thinks about the greeting.
        speaksTls: (origin, bounds) => speaksTls(origin, { ...bounds, meanwhile: () => void load() }),
        inspect: async (origin, bounds) => (await load()).inspect(origin, bounds),
    };
}
//# sourceMappingURL=login-ports.js.map

/***/ }),

/***/ 3256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   cW: () => (/* binding */ isLoopbackHost),
/* harmony export */   en: () => (/* binding */ isRepositoryName),
/* harmony export */   l5: () => (/* binding */ parseRegistry)
/* harmony export */ });
/* unused harmony export DCR_HOST */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7706);

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

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/async module */
/******/ 	(() => {
/******/ 		var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 		var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 		var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 		var resolveQueue = (queue) => {
/******/ 			if(queue && queue.d < 1) {
/******/ 				queue.d = 1;
/******/ 				queue.forEach((fn) => (fn.r--));
/******/ 				queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 			}
/******/ 		}
/******/ 		var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 			if(dep !== null && typeof dep === "object") {
/******/ 				if(dep[webpackQueues]) return dep;
/******/ 				if(dep.then) {
/******/ 					var queue = [];
/******/ 					queue.d = 0;
/******/ 					dep.then((r) => {
/******/ 						obj[webpackExports] = r;
/******/ 						resolveQueue(queue);
/******/ 					}, (e) => {
/******/ 						obj[webpackError] = e;
/******/ 						resolveQueue(queue);
/******/ 					});
/******/ 					var obj = {};
/******/ 					obj[webpackQueues] = (fn) => (fn(queue));
/******/ 					return obj;
/******/ 				}
/******/ 			}
/******/ 			var ret = {};
/******/ 			ret[webpackQueues] = x => {};
/******/ 			ret[webpackExports] = dep;
/******/ 			return ret;
/******/ 		}));
/******/ 		__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 			var queue;
/******/ 			hasAwait && ((queue = []).d = -1);
/******/ 			var depQueues = new Set();
/******/ 			var exports = module.exports;
/******/ 			var currentDeps;
/******/ 			var outerResolve;
/******/ 			var reject;
/******/ 			var promise = new Promise((resolve, rej) => {
/******/ 				reject = rej;
/******/ 				outerResolve = resolve;
/******/ 			});
/******/ 			promise[webpackExports] = exports;
/******/ 			promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 			module.exports = promise;
/******/ 			body((deps) => {
/******/ 				currentDeps = wrapDeps(deps);
/******/ 				var fn;
/******/ 				var getResult = () => (currentDeps.map((d) => {
/******/ 					if(d[webpackError]) throw d[webpackError];
/******/ 					return d[webpackExports];
/******/ 				}))
/******/ 				var promise = new Promise((resolve) => {
/******/ 					fn = () => (resolve(getResult));
/******/ 					fn.r = 0;
/******/ 					var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 					currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 				});
/******/ 				return fn.r ? promise : getResult();
/******/ 			}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 			queue && queue.d < 0 && (queue.d = 0);
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(6496);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;