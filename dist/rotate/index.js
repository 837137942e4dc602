/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = require("dns");

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

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = require("node:dns");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

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

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 4876:
/***/ ((module) => {

module.exports = require("punycode");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = require("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = require("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = require("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 9154:
/***/ ((module) => {

module.exports = require("vm");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = require("zlib");

/***/ }),

/***/ 7310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ describeEvent)
/* harmony export */ });
/* harmony import */ var _nexqloud_dcr_core_render__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6903);

/** The plan, then one line of the log for each step and target. */
function describeEvent(event) {
    if (event.kind === 'plan')
        return (0,_nexqloud_dcr_core_render__WEBPACK_IMPORTED_MODULE_0__/* .renderPlan */ .E)(event.plan).join('\n');
    if (event.kind === 'step')
        return `${event.credential}: ${event.says}`;
    const { target, done, all } = event;
    const why = target.error === undefined ? '' : `: ${target.error.code}: ${target.error.message}`;
    return `  ${done}/${all} ${target.id}: ${target.state}${why}`;
}
//# sourceMappingURL=events.js.map

/***/ }),

/***/ 7217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ readRotateInputs)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(5049);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./packages/core/lib/login/engines/name.js

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
    return { [variable]: format === 'docker' ? directory : path.join(directory, name) };
}
//# sourceMappingURL=name.js.map
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
        choices: ['auto', ...ENGINES],
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
;// CONCATENATED MODULE: ./packages/core/lib/contract/rotate.js

/** The rotation file, for every command that reads it. */
const FILE = {
    type: 'text',
    short: 'f',
    placeholder: 'FILE',
    help: 'The rotation file: which credential is stored where.',
    surfaces: ['cli', 'action'],
};
const ROTATE = {
    name: 'rotate',
    summary: 'Bring a new credential to every place that stores the old one',
    examples: [
        { line: 'dcr-login rotate --dry-run', says: 'look at every target and print the plan; nothing is changed' },
        { line: 'dcr-login rotate production', says: 'the credential of this name in dcr-rotate.yml' },
        { line: 'dcr-login rotate --resume', says: 'continue after a crash, an interruption or a target that failed' },
        {
            line: 'dcr-login rotate --dry-run --json > plan.json && dcr-login rotate --from-plan plan.json --yes',
            says: 'run exactly what was reviewed, or nothing',
        },
    ],
    arguments: [{ name: 'NAME', help: 'credential of the file; none named: all', required: false, repeated: true }],
    options: {
        file: { ...FILE, default: 'dcr-rotate.yml' },
        'dry-run': {
            type: 'flag',
            help: 'Look at every target with its real permissions and print the plan. Nothing is issued or written.',
            surfaces: ['cli', 'action'],
        },
        'from-plan': {
            type: 'text',
            placeholder: 'FILE',
            help: 'Run exactly the plan that --dry-run --json printed; refuse where anything has changed since.',
            surfaces: ['cli', 'action'],
        },
        resume: {
            type: 'flag',
            help: 'Continue the rotation that is not complete, with the same credential. Touches only what is not done.',
            surfaces: ['cli', 'action'],
        },
        supersede: {
            type: 'flag',
            help: 'Continue it with another credential than before: every target is written again.',
            surfaces: ['cli', 'action'],
        },
        abort: {
            type: 'flag',
            help: 'Give up the rotation that is not complete. Targets that have the new credential keep it.',
            surfaces: ['cli'],
        },
        shard: {
            type: 'text',
            placeholder: 'I/N',
            help: 'Write only this part of the targets, with a credential that is given. Default: JOB_COMPLETION_INDEX and JOB_COMPLETIONS of a Kubernetes Indexed Job.',
            surfaces: ['cli', 'action'],
        },
        yes: { type: 'flag', help: 'Do not ask before the first write; only a terminal is asked.', surfaces: ['cli'] },
        'audit-log': {
            type: 'text',
            placeholder: 'FILE',
            help: 'Append one JSON line for each effect: when, who, which target, which result.',
            surfaces: ['cli', 'action'],
        },
        'allow-realm': COMMON['allow-realm'],
        'state-dir': {
            ...COMMON['state-dir'],
            help: 'Where journals are kept. Default: the state directory of the platform.',
        },
        ...EVERYWHERE,
    },
    notes: [
        'The new credential comes from the issuer that the file names. From a person: at a hidden prompt, or in DCR_NEW_PASSWORD and DCR_NEW_USERNAME. API tokens come from GITHUB_TOKEN, GITLAB_TOKEN, JENKINS_USER with JENKINS_TOKEN, VAULT_TOKEN, or what tokenEnv names.',
        'The old credential is tried at the end: DCR_USERNAME and DCR_PASSWORD, else what the first readable target holds.',
        'Exit codes: 0 complete, 2 input, 7 not complete (rotate --resume continues it), 130 and 143 interrupted and resumable.',
    ],
};
//# sourceMappingURL=rotate.js.map
;// CONCATENATED MODULE: ./packages/core/lib/contract/rotate-action.js

const { file, resume, supersede, shard, 'dry-run': dryRun, 'from-plan': fromPlan, 'audit-log': auditLog, } = ROTATE.options;
/** Inputs of the GitHub Action `nexqloud/dcr-login/rotate`. Tokens and the new credential come from `env:`. */
const ROTATE_ACTION = {
    name: 'rotate',
    inputs: {
        file,
        credentials: {
            type: 'text',
            help: 'Names of credentials of the file, one a line or separated by blanks; none: all.',
            surfaces: ['action'],
        },
        'dry-run': dryRun,
        'from-plan': fromPlan,
        resume,
        supersede,
        shard,
        'audit-log': auditLog,
        'state-dir': {
            type: 'text',
            help: 'Where journals are kept. Default: RUNNER_TEMP; name a directory that outlives the job, such as a cache, to resume in another run.',
            surfaces: ['action'],
        },
    },
    outputs: {
        rotation: 'Id of the rotation.',
        state: '`complete`, `incomplete`, `planned` or `aborted`.',
        result: 'The whole result as JSON, as `dcr-login rotate --json` prints it; no secret is in it.',
    },
};
//# sourceMappingURL=rotate-action.js.map
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __nccwpck_require__(7706);
// EXTERNAL MODULE: ./packages/core/lib/config/duration.js
var duration = __nccwpck_require__(4678);
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
            const time = (0,duration/* parseDuration */.E)(given);
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
;// CONCATENATED MODULE: ./.build/src/rotate/inputs.js


/** Throws `DCR_INPUT_INVALID` with every problem at once. */
function readRotateInputs() {
    const written = Object.fromEntries(Object.keys(ROTATE_ACTION.inputs).map((name) => [name, (0,core/* getInput */.V4)(name)]));
    return readOptions({ options: ROTATE_ACTION.inputs }, written, (name) => `input ${name}`);
}
//# sourceMappingURL=inputs.js.map

/***/ }),

/***/ 7442:
/***/ ((__webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1708);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5049);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(1170);
/* harmony import */ var _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7706);
/* harmony import */ var _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(3326);
/* harmony import */ var _nexqloud_dcr_core_heap__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9070);
/* harmony import */ var _nexqloud_dcr_core_node__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6206);
/* harmony import */ var _nexqloud_dcr_core_render__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6903);
/* harmony import */ var _nexqloud_dcr_core_render__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(4170);
/* harmony import */ var _nexqloud_dcr_core_render__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(8193);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7310);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7217);









// The runner asks with SIGINT and ends with SIGKILL ten seconds later: what is in hand is finished, and the journal can be
// resumed. https://docs.github.com/actions/reference/workflow-cancellation-reference
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'])
    node_process__WEBPACK_IMPORTED_MODULE_1__.once(name, () => stop.abort());
try {
    await run();
}
catch (thrown) {
    fail((0,_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_2__/* .toDcrError */ .zj)(thrown));
}
async function run() {
    const options = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readRotateInputs */ .n)();
    (0,_nexqloud_dcr_core_heap__WEBPACK_IMPORTED_MODULE_4__/* .keepHeapSmall */ .p)();
    const ports = (0,_nexqloud_dcr_core_node__WEBPACK_IMPORTED_MODULE_5__/* .createNodePorts */ .D)();
    const { file, credentials, shard, resume, supersede } = options;
    const temporary = node_process__WEBPACK_IMPORTED_MODULE_1__.env['RUNNER_TEMP'] ?? '';
    const stateDir = options['state-dir'] ?? (temporary === '' ? undefined : `${temporary}/dcr-login`);
    const request = {
        file,
        names: (credentials ?? '').split(/[\s,]+/u).filter((name) => name !== ''),
        mode: supersede === true ? 'supersede' : resume === true ? 'resume' : 'run',
        mask: (forms) => forms.forEach((form) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_6__/* .setSecret */ .Pq)(form)),
        onEvent: (event) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_6__/* .info */ .pq)((0,_events_js__WEBPACK_IMPORTED_MODULE_7__/* .describeEvent */ .g)(event)),
        signal: stop.signal,
        ...(options['from-plan'] === undefined ? {} : { plan: readPlan(options['from-plan']) }),
        ...(options['audit-log'] === undefined ? {} : { auditLog: options['audit-log'] }),
        ...(shard === undefined ? {} : { shard }),
        ...(stateDir === undefined ? {} : { stateDir }),
    };
    if (options['dry-run'] === true) {
        const plan = await (0,_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_8__/* .planRotation */ .Qj)(request, ports);
        const lines = (0,_nexqloud_dcr_core_render__WEBPACK_IMPORTED_MODULE_9__/* .renderPlan */ .E)(plan);
        for (const line of lines)
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_6__/* .info */ .pq)(line);
        setResult({ rotation: '', state: 'planned', plan });
        return writeSummary(`## Plan of a rotation\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`);
    }
    const report = await (0,_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_8__/* .rotate */ .e$)(request, ports);
    for (const line of (0,_nexqloud_dcr_core_render__WEBPACK_IMPORTED_MODULE_10__/* .renderReportText */ .Uv)(report))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_6__/* .info */ .pq)(line);
    setResult((0,_nexqloud_dcr_core_render__WEBPACK_IMPORTED_MODULE_10__/* .renderReportJson */ .BK)(report));
    await writeSummary((0,_nexqloud_dcr_core_render__WEBPACK_IMPORTED_MODULE_10__/* .renderReportMarkdown */ .Ay)(report));
    if (report.error !== undefined)
        fail(report.error);
}
function setResult(result) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_6__/* .setOutput */ .uH)('rotation', result['rotation']);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_6__/* .setOutput */ .uH)('state', result['state']);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_6__/* .setOutput */ .uH)('result', JSON.stringify(result));
}
/** Runners of other makers have no place for it. */
async function writeSummary(markdown) {
    if ((node_process__WEBPACK_IMPORTED_MODULE_1__.env['GITHUB_STEP_SUMMARY'] ?? '') !== '')
        await _actions_core__WEBPACK_IMPORTED_MODULE_11__/* .summary */ .z.addRaw(markdown).write();
}
function readPlan(file) {
    try {
        return (0,_nexqloud_dcr_core_render__WEBPACK_IMPORTED_MODULE_12__/* .parsePlan */ .vS)(node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync(file, 'utf8'), file);
    }
    catch (cause) {
        if (cause instanceof _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol)
            throw cause;
        const { code = 'unknown error' } = cause;
        throw new _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_INPUT_INVALID', { message: `from-plan ${file} cannot be read (${code})`, cause });
    }
}
function fail({ code, message, remedy }) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_6__/* .setFailed */ .C1)(`${code}: ${message}\n→ ${remedy}`);
}
//# sourceMappingURL=main.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V4: () => (/* binding */ getInput),
  pq: () => (/* binding */ info),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret)
});

// UNUSED EXPORTS: ExitCode, addPath, debug, endGroup, error, exportVariable, getBooleanInput, getIDToken, getMultilineInput, getState, group, isDebug, markdownSummary, notice, platform, saveState, setCommandEcho, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path, warning

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 1170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* unused harmony exports SUMMARY_ENV_VAR, SUMMARY_DOCS_URL, markdownSummary */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9896);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = fs__WEBPACK_IMPORTED_MODULE_1__.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, fs__WEBPACK_IMPORTED_MODULE_1__.constants.R_OK | fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(os__WEBPACK_IMPORTED_MODULE_0__.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 4678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration)
/* harmony export */ });
const UNITS = { '': 1000, ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Milliseconds of `60s`, `15m`, `90d`; a bare number is seconds. Undefined for anything else. */
function parseDuration(text) {
    const match = /^(\d{1,9})(ms|s|m|h|d|)$/u.exec(text.trim());
    const unit = UNITS[match?.[2] ?? 'none'];
    return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}
//# sourceMappingURL=duration.js.map

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

/***/ 9325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ listKubeconfigs),
/* harmony export */   U: () => (/* binding */ isInsidePod)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/** Where a pod finds who it is: https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/ */
const POD_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
/**
 * The files that say which clusters there are: those that `KUBECONFIG` names, else `~/.kube/config`. Files that are missing
 * are passed over, as kubectl does: https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
 */
function listKubeconfigs({ variables, home }) {
    const named = (variables['KUBECONFIG'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter((file) => file !== '');
    const files = named.length > 0 ? named : [node_path__WEBPACK_IMPORTED_MODULE_1__.join(home, '.kube', 'config')];
    return { named, present: files.filter((file) => node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync(file)) };
}
/** Whether a pod asks the API server that it runs under. A kubeconfig in a pod leads elsewhere. */
function isInsidePod(place) {
    const { named, present } = listKubeconfigs(place);
    if (named.length > 0 || present.length > 0)
        return false;
    return (place.variables['KUBERNETES_SERVICE_HOST'] ?? '') !== '' && node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync(POD_TOKEN);
}
//# sourceMappingURL=sources.js.map

/***/ }),

/***/ 9070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ keepHeapSmall)
});

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = require("node:v8");
;// CONCATENATED MODULE: ./packages/core/lib/node/heap.js

/**
 * Of 10,000 targets 43 MiB are alive at once, and V8 lets the process grow to 231 MiB on node 20 and 308 on node 24 before
 * it looks for what is not (the young generation alone to 128 MiB); with these it stays at 119 and 167, and is no slower.
 * The Action, on node 24: 285 and 149.
 * Neither setting needs another process or NODE_OPTIONS; both are read by V8 whenever it decides how far to grow, so that
 * they count for a heap that exists already.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
function keepHeapSmall() {
    // The young generation stays as large as the command's own modules have made it: 4 to 8 MiB.
    external_node_v8_namespaceObject.setFlagsFromString('--semi-space-growth-factor=1');
    // The old one is collected once it has grown by a quarter since the last time; node 20 was seen to wait until 3.6 times.
    external_node_v8_namespaceObject.setFlagsFromString('--heap-growing-percent=25');
}
//# sourceMappingURL=heap.js.map

/***/ }),

/***/ 6206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  D: () => (/* binding */ createNodePorts)
});

// EXTERNAL MODULE: ./packages/core/lib/node/cluster/sources.js
var sources = __nccwpck_require__(9325);
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
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
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
        host: (0,external_node_os_namespaceObject.hostname)(),
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
        return (0,external_node_os_namespaceObject.userInfo)().homedir;
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
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
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
        child = (0,external_node_child_process_.spawn)(call.file, args, { env: { ...env }, shell: call.shell, stdio: 'pipe', windowsHide: true });
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
;// CONCATENATED MODULE: ./packages/core/lib/node/ports.js



/** The real world, for this process. */
function createNodePorts() {
    const ports = createLoginPorts();
    return { ...ports, clusters: createLazyClusters(ports.environment) };
}
/** The library behind it takes 400 ms to load. */
function createLazyClusters(environment) {
    let clusters;
    const world = { environment, processes: nodeProcesses };
    return {
        isInside: () => (0,sources/* isInsidePod */.U)(environment),
        open: async (context) => {
            clusters ??= Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(37), __nccwpck_require__.e(370)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6370)).then(({ createNodeClusters }) => createNodeClusters(world));
            return (await clusters).open(context);
        },
    };
}
//# sourceMappingURL=ports.js.map

/***/ }),

/***/ 6903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ renderPlan)
});

// EXTERNAL MODULE: ./packages/core/lib/rotation/law.js
var law = __nccwpck_require__(3132);
;// CONCATENATED MODULE: ./packages/core/lib/render/time.js
const UNITS = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
];
/** `4 s`, `18 min`, `2 h 5 min`, `90 d`: milliseconds as a person says them, two units at most. */
function describeTime(ms) {
    let left = Math.max(0, Math.round(ms / 1000));
    const at = UNITS.findIndex(([, size]) => left >= size);
    if (at < 0)
        return '0 s';
    const parts = UNITS.slice(at, at + 2).flatMap(([unit, size]) => {
        const count = Math.floor(left / size);
        left -= count * size;
        return count === 0 ? [] : [`${count} ${unit}`];
    });
    return parts.join(' ');
}
//# sourceMappingURL=time.js.map
;// CONCATENATED MODULE: ./packages/core/lib/render/plan.js


/** A plan for people, one line a target; a step that is taken for each target is told once. */
function renderPlan({ credentials }) {
    return credentials.flatMap(renderCredential);
}
function renderCredential(plan) {
    const { name, registry, issuer, shard, resumes, targets, effects, grace } = plan;
    const part = shard === null ? '' : `, shard ${shard.index} of ${shard.count}`;
    const from = issuer.given ? 'given (DCR_NEW_PASSWORD)' : `issuer ${issuer.type}`;
    const again = resumes === null ? '' : `, continues ${resumes}`;
    const steps = [...new Set(effects.map(({ step }) => step))];
    return [
        `${name}: ${registry}, new credential ${from}${part}${again}`,
        ...renderTargets(targets),
        ...steps.map((step, index) => `  ${index + 1}. ${(0,law/* findStep */.MR)(step).says}${describeCount(plan, step, grace)}`),
        ...renderEstimate(plan),
        ...(issuer.retires || shard !== null
            ? []
            : ['  the issuer cannot end the old credential: end it where it was made']),
    ];
}
/** More lines than this nobody reads; what refuses is always told. */
const LONGEST_LIST = 100;
function renderTargets(targets) {
    if (targets.length <= LONGEST_LIST)
        return targets.map(renderTarget);
    const refused = targets.filter((target) => target.refused !== undefined);
    return [`  • ${targets.length} targets, all of them with --dry-run --json`, ...refused.map(renderTarget)];
}
function renderTarget({ id, state, exists, unknown, refused }) {
    if (refused !== undefined)
        return `  ✖ ${id}: ${refused.code}: ${refused.message}`;
    const now = state === 'pending' ? (exists ? 'to be updated' : 'to be created') : state;
    return `  • ${id}: ${now}${unknown.length === 0 ? '' : ` (not known before: ${unknown.join('; ')})`}`;
}
function describeCount({ effects }, step, grace) {
    if (step === 'wait')
        return ` (${describeTime(grace)})`;
    const count = effects.filter((effect) => effect.step === step && effect.target !== undefined).length;
    return count === 0 ? '' : ` (${count} ${count === 1 ? 'target' : 'targets'})`;
}
function renderEstimate({ estimate }) {
    if (estimate.length === 0)
        return ['  nothing is left to write'];
    const slowest = Math.max(...estimate.map(({ seconds }) => seconds));
    const lanes = estimate.map(({ api, targets, seconds }) => `${api} ${targets} in ${describeTime(seconds * 1000)}`);
    return [`  writing takes about ${describeTime(slowest * 1000)}: ${lanes.join(', ')}`];
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 4170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ renderReportMarkdown),
/* harmony export */   BK: () => (/* binding */ renderReportJson),
/* harmony export */   Uv: () => (/* binding */ renderReportText)
/* harmony export */ });
/** What `check` can have found, in words that promise no more than it. */
const CHECKS = { 'read-back': 'read back', metadata: 'by its time of writing', none: 'not checkable' };
const MARKS = { updated: '✔', unchanged: '✔', failed: '✖', pending: '…', skipped: '–' };
const HEADS = {
    complete: 'is complete',
    incomplete: 'is NOT complete',
    planned: 'is planned',
    aborted: 'was given up',
};
function renderReportJson({ rotation, state, targets, credentials, plan, }) {
    return {
        rotation,
        state,
        targets,
        credentials: credentials.map(({ error, targets: _targets, effects: _effects, ...rest }) => {
            return error === undefined ? rest : { ...rest, error: { code: error.code, message: error.message } };
        }),
        ...(plan === undefined ? {} : { plan }),
    };
}
function renderReportText({ credentials }) {
    return credentials.flatMap((credential) => {
        const { name, registry, rotation, state, targets, old, notes } = credential;
        return [
            `${name}: rotation ${rotation} of ${registry} ${HEADS[state]} (${countTargets(targets)})`,
            ...targets.filter(isWorthALine(targets)).map((target) => `  ${MARKS[target.state]} ${describeTarget(target)}`),
            ...(old === null ? [] : [`  the old credential ${describeOld(old, credential)}`]),
            ...notes.map((note) => `  note: ${note}`),
        ];
    });
}
function renderReportMarkdown({ credentials }) {
    const parts = credentials.flatMap((credential) => {
        const { name, registry, rotation, state, targets, old, notes, error } = credential;
        const rows = targets
            .filter(isWorthALine(targets))
            .map(({ id, state: one, check, error: fault }) => [
            `${MARKS[one]} ${one}`,
            `\`${id}\``,
            one === 'updated' || one === 'unchanged' ? CHECKS[check] : '',
            fault === undefined ? '' : `${fault.code}: ${fault.message}`,
        ]);
        return [
            `## ${name}: rotation ${HEADS[state]}`,
            '',
            `\`${registry}\`, \`${rotation}\`, ${countTargets(targets)}`,
            '',
            ...(rows.length === 0
                ? []
                : ['| State | Target | Checked | Why |', '| --- | --- | --- | --- |', ...rows.map(renderRow), '']),
            ...(old === null ? [] : [`The old credential ${describeOld(old, credential)}.`, '']),
            ...notes.flatMap((note) => [`> ${note}`, '']),
            ...(error === undefined ? [] : [`**${error.code}**: ${escapeCell(error.message)}`, '', `→ ${error.remedy}`, '']),
        ];
    });
    return `${parts.join('\n')}\n`;
}
/** A thousand green lines hide the red one; GitHub cuts a summary at 1 MiB. */
const LONGEST_LIST = 500;
function isWorthALine(targets) {
    return ({ state }) => targets.length <= LONGEST_LIST || state === 'failed' || state === 'pending';
}
function describeTarget({ id, state, check, error }) {
    if (error !== undefined)
        return `${id}: ${state}: ${error.code}: ${error.message}\n      → ${error.remedy}`;
    return state === 'updated' || state === 'unchanged' ? `${id}: ${state}, ${CHECKS[check]}` : `${id}: ${state}`;
}
function countTargets(targets) {
    const counts = new Map();
    for (const { state } of targets)
        counts.set(state, (counts.get(state) ?? 0) + 1);
    return [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
}
function describeOld({ opens, says, retired }, { state }) {
    const ended = retired.length === 0 ? '' : ` (ended by the issuer: ${retired.join(', ')})`;
    if (opens === 'no')
        return `is dead${ended}`;
    if (opens === 'unknown')
        return `could not be tried: ${says}${ended}`;
    const remedy = state === 'complete' ? '; end it where it was made' : '';
    return `STILL opens the registry${ended}${remedy}`;
}
function renderRow(cells) {
    return `| ${cells.map(escapeCell).join(' | ')} |`;
}
/** Text from elsewhere stays in its cell. */
function escapeCell(text) {
    return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}
//# sourceMappingURL=report.js.map

/***/ }),

/***/ 3326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qj: () => (/* binding */ planRotation),
/* harmony export */   e$: () => (/* binding */ rotate)
/* harmony export */ });
/* unused harmony export inspectTargets */
// YAML, its schema and everything that writes to targets are loaded here and not before: a login needs none of it.
/**
 * What a rotation would do, as data without a secret: every target is looked at with the permissions that the write will
 * have, and nothing is changed or kept. Throws what `rotate` would throw before anything is issued.
 */
async function planRotation(request, ports) {
    const { runRotation } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(816), __nccwpck_require__.e(974), __nccwpck_require__.e(210)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2210));
    return (await runRotation(request, { dryRun: true }, ports)).plan ?? { version: 1, credentials: [] };
}
/**
 * Brings a new credential to every place that stores the old one, in the order of `rotation/law.ts`, and survives a crash
 * at any moment. The report says what became of each target; its `error` is why the rotation is not complete.
 * Throws, with nothing issued or written: `DCR_CONFIG_INVALID`, `DCR_INPUT_INVALID`, `DCR_CREDENTIAL_MISSING`,
 * `DCR_TARGET_REFUSED`, `DCR_TARGET_FOREIGN`, `DCR_LOCKED`, `DCR_STORE_FAILED`, `DCR_ROTATION_INCOMPLETE` (an earlier one
 * is not complete) and the codes of exit status 5.
 */
async function rotate(request, ports) {
    const { runRotation } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(816), __nccwpck_require__.e(974), __nccwpck_require__.e(210)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2210));
    return runRotation(request, { dryRun: false }, ports);
}
/**
 * What is stored where, how old it is and whether it is in step, without values. The report's `error` is `DCR_DRIFT`,
 * `DCR_TOO_OLD` or what kept a place from being looked at. Throws `DCR_CONFIG_INVALID` and `DCR_INPUT_INVALID`.
 */
async function inspectTargets(request, ports) {
    const { inspectStatus } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(816), __nccwpck_require__.e(974), __nccwpck_require__.e(584)]).then(__nccwpck_require__.bind(__nccwpck_require__, 584));
    return inspectStatus(request, ports);
}
//# sourceMappingURL=rotate.js.map

/***/ }),

/***/ 4999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ groupByApi)
/* harmony export */ });
/** The items by API, in their order. (`Map.groupBy` came with Node 21.) */
function groupByApi(items, api) {
    const lanes = new Map();
    for (const item of items) {
        const lane = lanes.get(api(item));
        if (lane === undefined)
            lanes.set(api(item), [item]);
        else
            lane.push(item);
    }
    return lanes;
}
//# sourceMappingURL=lanes.js.map

/***/ }),

/***/ 3132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MR: () => (/* binding */ findStep),
/* harmony export */   QB: () => (/* binding */ DONE_STATES),
/* harmony export */   p7: () => (/* binding */ LAW),
/* harmony export */   xj: () => (/* binding */ sliceLaw)
/* harmony export */ });
/* unused harmony export TARGET_LAW */
/**
 * The order of a rotation, as data. The engine walks this table, the crash tests kill at every row of it, and the diagram
 * in ROTATION.md is drawn from it. Nothing else knows the order.
 */
const LAW = [
    {
        step: 'lock',
        from: 'idle',
        to: 'locked',
        says: 'take the lock of this rotation',
        touches: 'state directory, and a Lease where a cluster is at hand',
        changes: false,
        each: 'once',
        failure: 'refused',
    },
    {
        step: 'recover',
        from: 'locked',
        to: 'recovered',
        says: 'read what a run before this one left',
        touches: 'state directory',
        changes: false,
        each: 'once',
        failure: 'refused',
    },
    {
        step: 'inspect',
        from: 'recovered',
        to: 'inspected',
        says: 'look at every target with the permissions that the write will have',
        touches: 'targets',
        changes: false,
        each: 'target',
        failure: 'refused',
    },
    {
        step: 'plan',
        from: 'inspected',
        to: 'planned',
        says: 'refuse what can be known to fail',
        touches: 'nothing',
        changes: false,
        after: 'opened',
        each: 'once',
        failure: 'refused',
    },
    {
        step: 'issue',
        from: 'planned',
        to: 'issued',
        says: 'ask the issuer for the new credential',
        touches: 'issuer',
        changes: true,
        before: 'issuing',
        after: 'issued',
        refused: 'refused',
        each: 'once',
        failure: 'resumable',
    },
    {
        step: 'prove',
        from: 'issued',
        to: 'proved',
        says: 'prove that the new credential opens the registry',
        touches: 'registry',
        changes: false,
        after: 'proved',
        each: 'once',
        failure: 'resumable',
    },
    {
        step: 'write',
        from: 'proved',
        to: 'written',
        says: 'store the new credential and check it',
        touches: 'targets',
        changes: true,
        before: 'writing',
        after: 'wrote',
        each: 'target',
        failure: 'target',
    },
    {
        step: 'confirm',
        from: 'written',
        to: 'confirmed',
        says: 'with every target of every shard done, prove the new credential again',
        touches: 'registry',
        changes: false,
        after: 'confirmed',
        each: 'once',
        failure: 'resumable',
        unless: 'shard',
    },
    {
        step: 'wait',
        from: 'confirmed',
        to: 'waited',
        says: 'let whoever still uses the old credential finish',
        touches: 'nothing',
        changes: false,
        before: 'waiting',
        each: 'once',
        failure: 'resumable',
        unless: 'cannot retire',
    },
    {
        step: 'retire',
        from: 'waited',
        to: 'retired',
        says: 'end the old credential',
        touches: 'issuer',
        changes: true,
        before: 'retiring',
        after: 'retired',
        each: 'name',
        failure: 'resumable',
        unless: 'cannot retire',
    },
    {
        step: 'finish',
        from: 'retired',
        to: 'done',
        says: 'try the old credential and report',
        touches: 'registry',
        changes: false,
        after: 'ended',
        each: 'once',
        failure: 'resumable',
        unless: 'shard',
    },
];
/** `skipped` is another shard's. A new generation puts every target back to `pending`. */
const TARGET_LAW = [
    { from: 'pending', to: 'skipped', when: 'it belongs to another shard' },
    { from: 'pending', to: 'unchanged', when: 'it holds the new credential already, by reading it' },
    { from: 'pending', to: 'writing', when: 'the intent is on disk' },
    { from: 'writing', to: 'updated', when: 'it was written, and the check does not say otherwise' },
    { from: 'writing', to: 'failed', when: 'it refused, or does not hold what was written' },
    { from: 'writing', to: 'pending', when: 'the run died: --resume looks at it again and writes again' },
    { from: 'failed', to: 'pending', when: '--resume' },
    { from: 'updated', to: 'pending', when: 'another credential was issued (generation n + 1)' },
    { from: 'unchanged', to: 'pending', when: 'another credential was issued (generation n + 1)' },
];
/** The old credential may be retired when every target of every shard is in one of these. */
const DONE_STATES = new Set(['updated', 'unchanged']);
/** The steps from the first to the second, both included, in the order of the law. */
function sliceLaw(from, to) {
    const names = LAW.map(({ step }) => step);
    return LAW.slice(names.indexOf(from), names.indexOf(to) + 1);
}
function findStep(name) {
    return LAW.find(({ step }) => step === name);
}
//# sourceMappingURL=law.js.map

/***/ }),

/***/ 2994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Us: () => (/* binding */ findLimits),
/* harmony export */   Y4: () => (/* binding */ estimateTime)
/* harmony export */ });
/* unused harmony export LIMITS */
/* harmony import */ var _lanes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4999);

const MINUTE = 60_000;
const FREE = { writeGap: 0, windows: [] };
const LIMITS = {
    // https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits and
    // https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api: serial, a second between writes
    'github-secret': {
        atOnce: 1,
        writeGap: 1000,
        windows: [
            { of: 'writes', count: 80, span: MINUTE },
            { of: 'writes', count: 500, span: 60 * MINUTE },
        ],
        guess: 1500,
    },
    // https://docs.gitlab.com/user/gitlab_com/#rate-limits-on-gitlabcom: authenticated API traffic of one user
    'gitlab-variable': {
        atOnce: 4,
        writeGap: 0,
        windows: [{ of: 'requests', count: 2000, span: MINUTE }],
        guess: 1500,
    },
    'jenkins-credential': { ...FREE, atOnce: 4, guess: 1000 },
    'kubernetes-secret': { ...FREE, atOnce: 16, guess: 100 },
    'docker-config': { ...FREE, atOnce: 4, guess: 50 },
    'vault-kv': { ...FREE, atOnce: 8, guess: 200 },
    exec: { ...FREE, atOnce: 4, guess: 1000 },
};
/** Servers of one's own (GitHub Enterprise Server, self-managed GitLab) have the published limits off by default. */
const PUBLISHED_HOSTS = {
    'github-secret': /^api\.(?:github\.com|[a-z0-9-]+\.ghe\.com)$/u,
    'gitlab-variable': /^gitlab\.com$/u,
};
function findLimits({ type, api }) {
    const limits = LIMITS[type];
    const published = PUBLISHED_HOSTS[type];
    return published === undefined || published.test(api) ? limits : { ...limits, ...FREE };
}
/** How long the writes of these targets will take, API by API; they run beside each other. */
function estimateTime(targets) {
    const lanes = (0,_lanes_js__WEBPACK_IMPORTED_MODULE_0__/* .groupByApi */ .l)(targets, ({ api }) => api);
    return [...lanes].map(([api, list]) => {
        const [first] = list;
        const { atOnce, writeGap, windows, guess } = findLimits(first);
        const writes = list.reduce((sum, { writes: names }) => sum + names.length, 0);
        const floors = windows.map(({ count, span }) => Math.floor((writes - 1) / count) * span);
        const time = Math.max((list.length * guess) / atOnce, (writes - 1) * writeGap, ...floors);
        return { api, targets: list.length, seconds: Math.max(1, Math.ceil(time / 1000)) };
    });
}
//# sourceMappingURL=limits.js.map

/***/ }),

/***/ 8193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   YY: () => (/* binding */ refuseChanges),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7706);
/* harmony import */ var _law_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3132);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2994);



function makePlan({ targets, ...rest }) {
    const { shard, issuer, settled } = rest;
    const planned = targets.map(({ target: { id, type }, state, facts }) => {
        if (facts instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol) {
            const { code, message, remedy } = facts;
            const refused = { code, message, remedy };
            return { id, type, state, exists: false, version: null, unknown: [], refused };
        }
        const { exists = true, version = null, unknown = [] } = facts ?? {};
        return { id, type, state, exists, version, unknown };
    });
    const open = targets.filter(({ state, facts }) => isOpen(state) && !(facts instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol));
    const effects = _law_js__WEBPACK_IMPORTED_MODULE_1__/* .LAW */ .p7.flatMap(({ step, touches, changes, each, unless }) => {
        const reaches = changes || touches === 'registry' || step === 'wait';
        if (!reaches || (unless !== undefined && shard !== null))
            return [];
        if (unless === 'cannot retire' && !issuer.retires)
            return [];
        if (settled && !AFTER_CONFIRMATION.has(step))
            return [];
        return each === 'target' ? open.map(({ target }) => ({ step, target: target.id })) : [{ step }];
    });
    return { ...rest, targets: planned, effects, estimate: (0,_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .estimateTime */ .Y4)(open.map(({ target }) => target)) };
}
/** What needs no credential. */
const AFTER_CONFIRMATION = new Set((0,_law_js__WEBPACK_IMPORTED_MODULE_1__/* .sliceLaw */ .xj)('wait', 'finish').map(({ step }) => step));
function isOpen(state) {
    return !_law_js__WEBPACK_IMPORTED_MODULE_1__/* .DONE_STATES */ .QB.has(state) && state !== 'skipped';
}
/**
 * The plan in a file: as it is, or as the answer of `rotate --dry-run --json` holds it.
 * Throws `DCR_INPUT_INVALID` for anything else and for another version.
 */
function parsePlan(text, name) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        value = undefined;
    }
    const outer = value;
    const plan = (outer?.plan ?? outer);
    const remedy = 'Make it with: dcr-login rotate --dry-run --json > plan.json';
    if (typeof plan !== 'object' || plan === null || !('version' in plan))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_INPUT_INVALID', { message: `${name} holds no plan of a rotation`, remedy });
    if (plan.version !== 1 || !Array.isArray(plan.credentials)) {
        const message = `${name} holds a plan of version ${String(plan.version)}; this dcr-login runs version 1`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_INPUT_INVALID', { message, remedy });
    }
    return plan;
}
/** Throws `DCR_INPUT_INVALID` that names every fact that is no longer what the plan says. */
function refuseChanges(expected, found) {
    const changes = expected === 'missing' ? ['it is not in the plan'] : listChanges(expected, found);
    if (changes.length === 0)
        return;
    const shown = changes.slice(0, 10).join('; ');
    const more = changes.length > 10 ? `; and ${changes.length - 10} more` : '';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_INPUT_INVALID', {
        message: `${found.name} is not what it was when the plan was made: ${shown}${more}`,
        remedy: 'Make the plan anew with --dry-run, read it, and run that.',
        registry: found.registry,
    });
}
function listChanges(expected, found) {
    const changes = [];
    // Whether a person gives it at a prompt or in a variable is the same source.
    if (expected.issuer.type !== found.issuer.type || expected.issuer.retires !== found.issuer.retires)
        changes.push('issuer changed');
    for (const key of ['registry', 'grace', 'shard', 'settled', 'resumes'])
        if (JSON.stringify(expected[key]) !== JSON.stringify(found[key]))
            changes.push(`${key} changed`);
    const before = new Map(expected.targets.map((target) => [target.id, target]));
    for (const target of found.targets) {
        const old = before.get(target.id);
        before.delete(target.id);
        if (old === undefined)
            changes.push(`${target.id} is new`);
        else if (old.version !== target.version || old.exists !== target.exists)
            changes.push(`${target.id} was written since`);
        else if (old.state !== target.state)
            changes.push(`${target.id} is ${target.state} and was ${old.state}`);
    }
    return [...changes, ...[...before.keys()].map((id) => `${id} is gone`)];
}
//# sourceMappingURL=plan.js.map

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
/******/ 	var __webpack_exports__ = __nccwpck_require__(7442);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;