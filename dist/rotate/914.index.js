"use strict";
exports.id = 914;
exports.ids = [914];
exports.modules = {

/***/ 3914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGitlabVariable: () => (/* binding */ createGitlabVariable)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/api/failure.js
var failure = __webpack_require__(2676);
// EXTERNAL MODULE: ./packages/core/lib/targets/names.js
var targets_names = __webpack_require__(4120);
// EXTERNAL MODULE: ./packages/core/lib/api/client.js
var client = __webpack_require__(7927);
// EXTERNAL MODULE: ./packages/core/lib/api/token.js
var api_token = __webpack_require__(6123);
// EXTERNAL MODULE: ./packages/core/lib/registry/retry.js
var retry = __webpack_require__(2867);
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/api.js




/** `forms`: of the credential that is being written. Throws `DCR_CREDENTIAL_MISSING`. */
function openGitlab(place, ports, forms = []) {
    const token = (0,api_token/* readApiToken */.q)(ports.environment, { variable: place.tokenEnv, api: `GitLab (${place.base.host})` });
    const headers = { 'private-token': token.value.reveal() };
    const secret = [...token.forms, ...forms];
    return (0,client/* createApi */.x)({ base: place.base, name: 'GitLab', headers, forms: secret, readQuota }, ports);
}
/** Some of GitLab's 429 name no time at all: https://gitlab.com/gitlab-org/gitlab/-/issues/365728 */
function readQuota({ status, headers }, now) {
    if (status !== 429)
        return undefined;
    const asked = (0,retry/* parseRetryAfter */.mu)(headers['retry-after']?.[0], now);
    if (asked !== undefined)
        return asked;
    const reset = Number(headers['ratelimit-reset']?.[0]);
    return reset > 0 ? Math.max(1, Math.ceil(reset - now / 1000)) : 60;
}
/** Why GitLab will not do it, and what the token or the place lacks. */
function refuseGitlab(place, answer, api) {
    const { label, tokenEnv, role } = place;
    const message = `variables of ${label} on GitLab cannot be written: GitLab answered ${(0,failure/* describeAnswer */.O1)(answer, api.forms)}`;
    const needs = `Give the token in ${tokenEnv} the scope api and the role ${role}; CI_JOB_TOKEN can never write variables`;
    const remedies = {
        400: 'GitLab takes no such value or attribute: correct what it names.',
        401: `The token in ${tokenEnv} is wrong, revoked or expired: make a new one.`,
        403: /archived/iu.test(answer.body) ? `Unarchive ${label}, or take it out of the rotation.` : `${needs}.`,
        404: `Check the spelling of ${label}. GitLab says 404 also where the token may not look: ${needs}.`,
        409: 'Several variables have this key: name the one by environmentScope.',
    };
    return (0,failure/* refuseTarget */.Ml)(message, remedies[answer.status] ?? `${needs}.`);
}
//# sourceMappingURL=api.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/permission.js



/**
 * What can be known of the right to write without writing; the rest is returned as sentences. That variables can be read
 * at all proves the role. Throws `DCR_TARGET_REFUSED`.
 */
async function inspectPermission(work) {
    const { place, api, signal } = work;
    if (place.kind === 'project') {
        const answer = await api.ask({ method: 'GET', path: place.owner, signal });
        if (answer.status !== 200)
            throw refuseGitlab(place, answer, api);
        if ((0,json/* readObject */.Ag)(answer, api)['archived'] === true) {
            const remedy = `Unarchive ${place.label}, or take it out of the rotation.`;
            throw (0,failure/* refuseTarget */.Ml)(`${place.label} on GitLab is archived: its variables cannot be written`, remedy);
        }
    }
    // Since GitLab 15.5, for personal, project and group tokens; OAuth tokens have no such page.
    const answer = await api.ask({ method: 'GET', path: 'personal_access_tokens/self', signal });
    const scopes = answer.status === 200 ? (0,json/* readObject */.Ag)(answer, api)['scopes'] : undefined;
    if (!Array.isArray(scopes))
        return [`whether the token in ${place.tokenEnv} has the scope api shows only when it writes to ${place.label}`];
    if (scopes.includes('api'))
        return [];
    const message = `the token in ${place.tokenEnv} cannot write variables of ${place.label}: it has the scopes "${scopes.join(' ')}"`;
    throw (0,failure/* refuseTarget */.Ml)(message, 'Use a token with the scope api.');
}
//# sourceMappingURL=permission.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/address.js
var address = __webpack_require__(4870);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/place.js



/** Throws `DCR_CONFIG_INVALID`. */
function locateGitlabVariable(options) {
    const { project, group, environmentScope: scope = '*', tokenEnv = 'GITLAB_TOKEN' } = options;
    const name = String(project ?? group ?? '').replace(/^\/+|\/+$/gu, '');
    const what = `gitlab-variable ${name}`;
    if ((project === undefined) === (group === undefined) || name === '')
        refuse('a gitlab-variable has either project or group');
    // https://docs.gitlab.com/ci/environments/#limit-the-environment-scope-of-a-cicd-variable
    if (scope === '' || scope.length > 255)
        refuse(`${what}: environmentScope has 1 to 255 characters`);
    const names = (0,targets_names/* chooseNames */.yC)(options.names, what);
    for (const key of (0,targets_names/* listNames */.Zv)(names))
        if (!/^[A-Za-z0-9_]{1,255}$/u.test(key))
            refuse(`${what}: GitLab takes no variable of the name ${JSON.stringify(key)}`);
    const base = (0,address/* parseApiAddress */.M)(options.apiUrl ?? 'https://gitlab.com/api/v4', `apiUrl of ${what}`);
    const kind = project === undefined ? 'group' : 'project';
    const words = [
        'gitlab-variable',
        base.host === 'gitlab.com' ? '' : base.host,
        kind === 'group' ? 'group' : '',
        name,
        scope === '*' ? '' : `environments ${scope}`,
    ];
    const prefix = words.filter((word) => word !== '').join(' ');
    return {
        id: `${prefix} ${names.password}`,
        type: 'gitlab-variable',
        writes: (0,targets_names/* listNames */.Zv)(names).map((key) => `${prefix} ${key}`),
        api: base.host,
        base,
        kind,
        label: `${kind} ${name}${scope === '*' ? '' : ` (environments ${scope})`}`,
        owner: `${kind}s/${encodeURIComponent(name)}`,
        scope,
        names,
        tokenEnv,
        role: kind === 'project' ? 'Maintainer' : 'Owner',
    };
}
function refuse(message) {
    throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message });
}
//# sourceMappingURL=place.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/masking.js
/** https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/models/concerns/ci/maskable.rb */
const MASKABLE = /^[a-zA-Z0-9_+=/@:.~-]{8,}$/u;
const MASKABLE_RAW = /^\S{8,}$/u;
/** https://docs.gitlab.com/administration/instance_limits/#number-of-characters-in-cicd-variables is larger; the API says 10,000. */
const VALUE_LIMIT = 10_000;
/** Why a variable with these attributes cannot hold the value, or would give jobs another one. */
function judgeVariableValue({ masked, raw }, value) {
    if ([...value].length > VALUE_LIMIT)
        return { message: `it is longer than 10,000 characters`, remedy: 'Have the issuer give a shorter value.' };
    if (masked && !(raw ? MASKABLE_RAW : MASKABLE).test(value)) {
        const kind = raw ? 'without blanks' : 'of A-Z a-z 0-9 _ + = / @ : . ~ -';
        return {
            message: `the variable is masked, and GitLab masks only a single line of 8 or more characters ${kind}`,
            remedy: raw
                ? 'Have the issuer give a value that GitLab can mask; it is never stored unmasked from here.'
                : 'Switch off "Expand variable reference" for the variable, or have the issuer give a value that GitLab can mask.',
        };
    }
    if (!raw && value.includes('$'))
        return {
            message: 'the variable is expanded, so that jobs would see something else in place of its $',
            remedy: 'Switch off "Expand variable reference" for the variable, then: dcr-login rotate --resume.',
        };
    return undefined;
}
//# sourceMappingURL=masking.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/variable.js




/** The variable of exactly this scope. Throws `DCR_TARGET_REFUSED` where the token may not look. */
async function readVariable(key, { place, api, signal }) {
    const answer = await api.ask({ method: 'GET', path: pathOf(place, key), query: filterOf(place), signal });
    if (answer.status === 200) {
        const variable = parseVariable((0,json/* readObject */.Ag)(answer, api));
        // Without Premium, groups know no scopes and ignore the filter.
        if (variable.scope !== place.scope)
            throw refuseScope(place, variable);
        return variable;
    }
    if (answer.status === 404 && /variable/iu.test((0,failure/* readWords */.ux)(answer.body)))
        return undefined;
    throw refuseGitlab(place, answer, api);
}
/** The value and nothing else: what is not sent stays as it is. */
async function updateVariable(variable, value, work) {
    const { place, api, signal } = work;
    const problem = judgeVariableValue(variable, value);
    if (problem !== undefined) {
        const message = `${variable.key} of ${place.label} on GitLab cannot hold the new value: ${problem.message}`;
        throw (0,failure/* refuseTarget */.Ml)(message, problem.remedy);
    }
    const body = { type: json/* JSON_TYPE */.sR, text: JSON.stringify({ value }) };
    const path = pathOf(place, variable.key);
    const answer = await api.ask({ method: 'PUT', path, query: filterOf(place), body, signal });
    if (answer.status === 200)
        return 'done';
    if (answer.status === 404 && /variable/iu.test((0,failure/* readWords */.ux)(answer.body)))
        return 'gone';
    throw refuseGitlab(place, answer, api);
}
/** `taken`: somebody else made it meanwhile. */
async function createVariable(key, { value, secret }, { place, api, signal }) {
    const shape = { key, masked: secret, hidden: secret, raw: true };
    const problem = judgeVariableValue(shape, value);
    if (problem !== undefined) {
        const message = `${key} of ${place.label} on GitLab cannot hold the new value: ${problem.message}`;
        throw (0,failure/* refuseTarget */.Ml)(message, problem.remedy);
    }
    // `masked` beside it: a GitLab before 17.4 does not know `masked_and_hidden` and would store the value unmasked.
    const masking = secret ? { masked: true, masked_and_hidden: true } : {};
    const content = { key, value, raw: true, environment_scope: place.scope, ...masking };
    const body = { type: json/* JSON_TYPE */.sR, text: JSON.stringify(content) };
    const answer = await api.ask({ method: 'POST', path: `${place.owner}/variables`, body, signal });
    if (answer.status === 400 && /already been taken/iu.test((0,failure/* readWords */.ux)(answer.body)))
        return 'taken';
    if (answer.status !== 201)
        throw refuseGitlab(place, answer, api);
    const made = parseVariable((0,json/* readObject */.Ag)(answer, api));
    if (made.scope !== place.scope)
        throw refuseScope(place, made);
    return 'done';
}
function parseVariable(object) {
    const hidden = object['hidden'] === true;
    return {
        key: (0,json/* readText */.yR)(object['key']) ?? '',
        value: hidden ? undefined : (0,json/* readText */.yR)(object['value']),
        masked: object['masked'] === true,
        hidden,
        raw: object['raw'] === true,
        scope: (0,json/* readText */.yR)(object['environment_scope']) ?? '*',
    };
}
function refuseScope(place, { key, scope }) {
    const message = `${key} of ${place.label}: GitLab keeps it for environments "${scope}", not for "${place.scope}"`;
    const remedy = "Scopes of a group's variables need GitLab Premium: leave environmentScope out, or store it in the projects.";
    return (0,failure/* refuseTarget */.Ml)(message, remedy);
}
function pathOf({ owner }, key) {
    return `${owner}/variables/${encodeURIComponent(key)}`;
}
function filterOf({ scope }) {
    return { 'filter[environment_scope]': scope };
}
//# sourceMappingURL=variable.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/gitlab-variable/target.js








/** How often a variable that comes and goes under our hands is looked at again. */
const TRIES = 3;
/**
 * CI/CD variables of a project or group, of one environment scope. Everything but the value stays as it is; GitLab keeps
 * no time of the last write. Throws `DCR_CONFIG_INVALID`.
 */
function createGitlabVariable(options, ports) {
    const place = locateGitlabVariable(options);
    const { id, type, writes, api: host, names } = place;
    return {
        id,
        type,
        writes,
        api: host,
        async inspect(signal) {
            const work = { place, api: openGitlab(place, ports), signal };
            const unknown = await inspectPermission(work);
            const found = new Map();
            for (const key of (0,targets_names/* listNames */.Zv)(names)) {
                const variable = await readVariable(key, work);
                if (variable !== undefined)
                    found.set(key, variable);
            }
            const username = found.get(names.username)?.value;
            const password = found.get(names.password)?.value;
            return {
                stored: username === undefined || password === undefined ? undefined : { username, password: new secret/* Secret */.z(password) },
                exists: found.size > 0,
                version: null,
                since: null,
                unknown,
            };
        },
        async write(credential, facts, signal) {
            const work = { place, api: openGitlab(place, ports, (0,masking/* deriveMaskedForms */.UO)(credential)), signal };
            for (const [key, value] of (0,targets_names/* listValues */.Du)(credential, names)) {
                const secret = key === names.password;
                await storeValue(key, { value, secret, seen: secret ? facts.stored?.password.reveal() : undefined }, work);
            }
        },
        async check(credential, _facts, signal) {
            const work = { place, api: openGitlab(place, ports, (0,masking/* deriveMaskedForms */.UO)(credential)), signal };
            let kind = 'read-back';
            for (const [key, value] of (0,targets_names/* listValues */.Du)(credential, names)) {
                const variable = await readVariable(key, work);
                if (variable === undefined)
                    return { kind: 'read-back', holds: false };
                if (variable.value === undefined)
                    kind = 'none';
                else if (variable.value !== value)
                    return { kind: 'read-back', holds: false };
            }
            return { kind, holds: true };
        },
    };
}
/** Looks again before each write: attributes and value may have changed since the plan was made. */
async function storeValue(key, wanted, work) {
    for (let tries = 1; tries <= TRIES; tries += 1) {
        const variable = await readVariable(key, work);
        if (variable?.value === wanted.value)
            return;
        if (variable === undefined) {
            if ((await createVariable(key, wanted, work)) === 'done')
                return;
            continue;
        }
        refuseStranger(variable, wanted.seen, work);
        if ((await updateVariable(variable, wanted.value, work)) === 'done')
            return;
    }
    const message = `${key} of ${work.place.label} on GitLab is made and removed by somebody else at the same time`;
    throw (0,failure/* refuseTarget */.Ml)(message, 'Find out who else writes it, then: dcr-login rotate --resume.');
}
/** A value that is neither the one that was seen nor the new one is somebody's whom nobody has asked. */
function refuseStranger({ key, value }, seen, { place }) {
    if (value === undefined || seen === undefined || value === seen)
        return;
    const message = `${key} of ${place.label} on GitLab was written by somebody else since it was looked at; it was left as it is`;
    throw (0,failure/* refuseTarget */.Ml)(message, 'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.');
}
//# sourceMappingURL=target.js.map

/***/ }),

/***/ 4120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ listValues),
/* harmony export */   Zv: () => (/* binding */ listNames),
/* harmony export */   yC: () => (/* binding */ chooseNames)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);

const DEFAULT_NAMES = { registry: 'DCR_REGISTRY', username: 'DCR_USERNAME', password: 'DCR_PASSWORD' };
/** Throws `DCR_CONFIG_INVALID` for two values under one name. */
function chooseNames(given, target) {
    const names = { ...DEFAULT_NAMES, ...given };
    const all = listNames(names);
    if (new Set(all.map((name) => name.toUpperCase())).size < all.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `names of ${target} has one name for two values` });
    return names;
}
/** In the order in which they are written. */
function listNames({ registry, username, password }) {
    return [registry, username, password];
}
/**
 * Name and value, password last: where only the password changes, as at DCR, one request is the whole step from the old
 * credential to the new one, and a crash before it leaves the old one whole.
 */
function listValues(credential, names) {
    return [
        [names.registry, credential.registry],
        [names.username, credential.username],
        [names.password, credential.password.reveal()],
    ];
}
//# sourceMappingURL=names.js.map

/***/ })

};
;