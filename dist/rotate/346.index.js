"use strict";
exports.id = 346;
exports.ids = [346];
exports.modules = {

/***/ 121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseInstant)
/* harmony export */ });
/** Milliseconds since the epoch of an instant as an API writes it (RFC 3339 or an HTTP date), null for anything else. */
function parseInstant(text) {
    if (typeof text !== 'string' || !/^(?:\d{4}-\d\d-\d\dT|[A-Z][a-z]+,? )/u.test(text))
        return null;
    // Parsing a given instant reads no clock.
    // oxlint-disable-next-line no-restricted-globals
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : at;
}
//# sourceMappingURL=time.js.map

/***/ }),

/***/ 2346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGithubSecret: () => (/* binding */ createGithubSecret)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/targets/names.js
var targets_names = __webpack_require__(4120);
// EXTERNAL MODULE: ./packages/core/lib/api/client.js
var client = __webpack_require__(7927);
// EXTERNAL MODULE: ./packages/core/lib/api/failure.js
var failure = __webpack_require__(2676);
// EXTERNAL MODULE: ./packages/core/lib/api/token.js
var api_token = __webpack_require__(6123);
// EXTERNAL MODULE: ./packages/core/lib/registry/retry.js
var retry = __webpack_require__(2867);
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/api.js




/** `forms`: of the credential that is being written. Throws `DCR_CREDENTIAL_MISSING`. */
function openGithub(place, ports, forms = []) {
    const token = (0,api_token/* readApiToken */.q)(ports.environment, { variable: place.tokenEnv, api: `GitHub (${place.base.host})` });
    const headers = {
        authorization: `Bearer ${token.value.reveal()}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
    };
    const secret = [...token.forms, ...forms];
    return (0,client/* createApi */.x)({ base: place.base, name: 'GitHub', headers, forms: secret, readQuota }, ports);
}
/**
 * GitHub's own words for a limit: `retry-after`, else nothing left until `x-ratelimit-reset`, else at least a minute.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function readQuota({ status, headers, body }, now) {
    if (status !== 403 && status !== 429)
        return undefined;
    const asked = (0,retry/* parseRetryAfter */.mu)(headers['retry-after']?.[0], now);
    if (asked !== undefined)
        return asked;
    const reset = Number(headers['x-ratelimit-reset']?.[0]);
    if (headers['x-ratelimit-remaining']?.[0] === '0' && reset > 0)
        return Math.max(1, Math.ceil(reset - now / 1000));
    return status === 429 || /secondary rate limit/iu.test(body) ? 60 : undefined;
}
/** Why GitHub will not do it, and what the token or the place lacks. */
function refuseGithub(place, answer, api) {
    const message = `${place.label} on GitHub cannot be written: GitHub answered ${(0,failure/* describeAnswer */.O1)(answer, api.forms)}`;
    const { tokenEnv, permission, scope } = place;
    const needs = `Give the token in ${tokenEnv} the ${permission} (a classic token: the scope ${scope}); the GITHUB_TOKEN of a workflow can never write secrets`;
    const remedies = {
        401: `The token in ${tokenEnv} is wrong, revoked or expired: make a new one.`,
        403: /archived/iu.test(answer.body) ? `Unarchive ${place.label}, or take it out of the rotation.` : `${needs}.`,
        404: `Check the spelling of ${place.label}. GitHub says 404 also where the token may not look: ${needs}.`,
        409: 'GitHub was changing this place at the same moment. Run it again: dcr-login rotate --resume.',
        422: 'GitHub takes no such secret: check its name, its size and how many there are already.',
    };
    return (0,failure/* refuseTarget */.Ml)(message, remedies[answer.status] ?? `${needs}.`);
}
//# sourceMappingURL=api.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/permission.js



/**
 * What can be known of the right to write without writing; the rest is returned as sentences.
 * Throws `DCR_TARGET_REFUSED`.
 */
async function inspectPermission(place, api, signal) {
    const { repository } = place;
    if (repository !== undefined) {
        const answer = await api.ask({ method: 'GET', path: repository, signal });
        if (answer.status !== 200)
            throw refuseGithub(place, answer, api);
        judgeRepository(place, (0,json/* readObject */.Ag)(answer, api), readScopes(answer));
    }
    const key = await api.ask({ method: 'GET', path: `${place.secrets}/public-key`, signal });
    if (key.status !== 200)
        throw refuseGithub(place, key, api);
    return judgeScopes(place, key);
}
function judgeRepository({ label }, repository, scopes) {
    if (repository['archived'] === true) {
        const remedy = `Unarchive ${label}, or take it out of the rotation.`;
        throw (0,failure/* refuseTarget */.Ml)(`${label} on GitHub is archived: its secrets cannot be written`, remedy);
    }
    const { push } = (repository['permissions'] ?? {});
    // Of an App or a fine-grained token this tells its right to the code, which secrets do not need.
    if (push === false && scopes.length > 0) {
        const remedy = 'Give its user write access to the repository, or use another token.';
        throw (0,failure/* refuseTarget */.Ml)(`the token may read ${label} on GitHub but not write to it`, remedy);
    }
}
function judgeScopes({ label, scope, tokenEnv, permission }, answer) {
    const scopes = readScopes(answer);
    if (scopes.length === 0)
        return [`whether the token in ${tokenEnv} has the ${permission} on ${label} shows only when it writes`];
    if (scopes.includes(scope))
        return [];
    const message = `the classic token in ${tokenEnv} cannot write secrets of ${label}: it has the scopes "${scopes.join(' ')}"`;
    throw (0,failure/* refuseTarget */.Ml)(message, `Give it the scope ${scope}, or use a fine-grained token with the ${permission}.`);
}
/** Only classic tokens have scopes, and GitHub names them in every answer; to an App's user it names none. */
function readScopes({ headers }) {
    const names = (headers['x-oauth-scopes']?.[0] ?? '').split(',').map((name) => name.trim());
    return names.filter((name) => name !== '');
}
//# sourceMappingURL=permission.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/address.js
var address = __webpack_require__(4870);
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/place.js



// https://docs.github.com/actions/reference/security/secrets: also stored upper-case, and `GITHUB_` is taken.
const NAME = /^(?!github_)[a-z_][a-z0-9_]*$/iu;
const LOGIN = '[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?';
const REPOSITORY = new RegExp(`^${LOGIN}/(?!\\.{1,2}$)[A-Za-z0-9._-]+$`, 'u');
const ORGANIZATION = new RegExp(`^${LOGIN}$`, 'u');
const PERMISSIONS = { actions: 'Secrets', dependabot: 'Dependabot secrets', codespaces: 'Codespaces secrets' };
/** Throws `DCR_CONFIG_INVALID`. */
function locateGithubSecret(options) {
    const { repository, organization, environment, store = 'actions' } = options;
    const owner = repository ?? organization ?? '';
    const what = `github-secret ${owner}`;
    if ((repository === undefined) === (organization === undefined))
        refuse('a github-secret has either repository or organization');
    if (!(repository === undefined ? ORGANIZATION : REPOSITORY).test(owner))
        refuse(`${what} names no ${repository === undefined ? 'organization' : 'repository as owner/name'}`);
    if (environment !== undefined && (repository === undefined || store !== 'actions' || environment.trim() === ''))
        refuse(`${what}: an environment belongs to a repository, and its secrets to the store actions`);
    const names = (0,targets_names/* chooseNames */.yC)(options.names, what);
    for (const name of (0,targets_names/* listNames */.Zv)(names))
        if (!NAME.test(name))
            refuse(`${what}: GitHub takes no secret of the name ${JSON.stringify(name)}`);
    const base = (0,address/* parseApiAddress */.M)(options.apiUrl ?? 'https://api.github.com', `apiUrl of ${what}`);
    const kind = environment !== undefined ? 'environment' : repository !== undefined ? 'repository' : 'organization';
    const place = { environment: `${owner} environment ${environment}`, repository: owner, organization: owner }[kind];
    const words = [
        'github-secret',
        base.host === 'api.github.com' ? '' : base.host,
        kind === 'organization' ? 'organization' : '',
        place,
        store === 'actions' ? '' : store,
    ];
    const prefix = words.filter((word) => word !== '').join(' ');
    const path = kind === 'organization' ? `orgs/${owner}` : `repos/${owner}`;
    const folder = kind === 'environment' ? `environments/${encodeURIComponent(environment ?? '')}` : store;
    return {
        id: `${prefix} ${names.password}`,
        type: 'github-secret',
        // GitHub takes logins, repositories and names of secrets in any case; names of environments too.
        writes: (0,targets_names/* listNames */.Zv)(names).map((name) => `${prefix} ${name}`.toLowerCase()),
        api: base.host,
        base,
        kind,
        label: {
            environment: `environment ${environment} of ${owner}`,
            repository: owner,
            organization: `organization ${owner}`,
        }[kind],
        repository: kind === 'organization' ? undefined : path,
        secrets: `${path}/${folder}/secrets`,
        names,
        tokenEnv: options.tokenEnv ?? 'GITHUB_TOKEN',
        permission: kind === 'environment'
            ? 'repository permission "Environments: write"'
            : `${kind} permission "${PERMISSIONS[store]}: write"`,
        scope: kind === 'organization' ? 'admin:org' : 'repo',
    };
}
function refuse(message) {
    throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message });
}
//# sourceMappingURL=place.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/safety.js
var safety = __webpack_require__(8891);
;// CONCATENATED MODULE: ./packages/core/lib/api/pages.js


/** More is no list any more, but a server that links in circles. */
const LAST_PAGE = 1000;
/** The answers of a list, page after page, along `Link: <…>; rel="next"` (https://www.rfc-editor.org/rfc/rfc8288). */
async function* readPages(api, request) {
    let next = request;
    for (let page = 1; next !== undefined; page += 1) {
        if (page > LAST_PAGE) {
            const message = `${api.name} gave more than ${LAST_PAGE} pages to GET ${request.path}`;
            throw new errors/* DcrError */.ol('DCR_SERVER_ERROR', { message });
        }
        const answer = await api.ask(next);
        yield answer;
        const url = findNext(answer.headers['link'] ?? [], api.base);
        // Only the query moves on: a list that continues elsewhere is not this list.
        next = url === undefined ? undefined : { ...request, query: Object.fromEntries(url.searchParams) };
    }
}
function findNext(links, base) {
    const [, target] = /<([^>]*)>\s*;[^,]*\brel="?next"?/u.exec(links.join(', ')) ?? [];
    if (target === undefined)
        return undefined;
    try {
        const url = new URL(target, base);
        return (0,safety/* isSameOrigin */.J6)(url, base) ? url : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=pages.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/sharing.js




/** Throws `DCR_TARGET_REFUSED` for a visibility of which nothing is known: a guess could widen it. */
async function readSharing(secret, { place, api, signal }) {
    const { name, visibility } = secret;
    if (visibility === 'all' || visibility === 'private')
        return { visibility, repositories: [] };
    if (visibility !== 'selected') {
        const message = `${name} of ${place.label} has a visibility on GitHub that is not known here: ${String(visibility)}`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Write it by hand; a write from here could widen who reads it.');
    }
    const ids = [];
    // An entry describes a whole repository in up to 7 KiB, and an answer is read up to 1 MiB.
    const query = { per_page: '100' };
    const path = `${place.secrets}/${name}/repositories`;
    for await (const answer of readPages(api, { method: 'GET', path, query, signal })) {
        if (answer.status !== 200)
            throw refuseGithub(place, answer, api);
        ids.push(...(0,json/* readObjects */.$I)((0,json/* readObject */.Ag)(answer, api)['repositories']).map(({ id }) => Number(id)));
    }
    return { visibility, repositories: ids.toSorted((a, b) => a - b) };
}
/**
 * For each of our names: as it is; a name that is missing is shared as the narrowest of its siblings, and the first one
 * of all with private repositories, as GitHub's own page proposes.
 */
async function readSharings(stored, context) {
    const known = new Map();
    for (const secret of stored)
        known.set(secret.name, await readSharing(secret, context));
    const order = ['selected', 'private', 'all'];
    const [narrowest = { visibility: 'private', repositories: [] }] = [...known.values()].toSorted((a, b) => order.indexOf(a.visibility) - order.indexOf(b.visibility) || a.repositories.length - b.repositories.length);
    return (name) => known.get(name.toUpperCase()) ?? narrowest;
}
function isSameSharing(a, b) {
    return a.visibility === b.visibility && a.repositories.join() === b.repositories.join();
}
//# sourceMappingURL=sharing.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/time.js
var time = __webpack_require__(121);
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/stored.js





/** Those of our names that are there. Throws `DCR_TARGET_REFUSED` where the token may not look. */
async function readStored(place, api, signal) {
    const wanted = (0,targets_names/* listNames */.Zv)(place.names).map((name) => name.toUpperCase());
    const found = [];
    if (place.kind === 'organization') {
        // An organization has up to 1,000 secrets, and only a single one tells its visibility for sure.
        for (const name of wanted) {
            const answer = await api.ask({ method: 'GET', path: `${place.secrets}/${name}`, signal });
            if (answer.status === 200)
                found.push(readSecret((0,json/* readObject */.Ag)(answer, api)));
            else if (answer.status !== 404)
                throw refuseGithub(place, answer, api);
        }
        return found;
    }
    const query = { per_page: '100' };
    for await (const answer of readPages(api, { method: 'GET', path: place.secrets, query, signal })) {
        if (answer.status !== 200)
            throw refuseGithub(place, answer, api);
        found.push(...(0,json/* readObjects */.$I)((0,json/* readObject */.Ag)(answer, api)['secrets']).map(readSecret));
    }
    return found.filter(({ name }) => wanted.includes(name));
}
/** One text for all of them, which changes whenever anybody writes one. */
function describeVersion(stored) {
    const times = stored.map(({ name, updatedAt }) => [name, updatedAt]);
    return JSON.stringify(times.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
/** When each was written last, as `describeVersion` said it. */
function parseVersion({ version }) {
    return new Map(version === null ? [] : JSON.parse(version));
}
function readSecret(item) {
    return {
        name: ((0,json/* readText */.yR)(item['name']) ?? '').toUpperCase(),
        updatedAt: (0,time/* parseInstant */.n)(item['updated_at']) ?? 0,
        visibility: (0,json/* readText */.yR)(item['visibility']),
    };
}
//# sourceMappingURL=stored.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/sealed-box.js

/** https://docs.github.com/actions/reference/limits */
const VALUE_LIMIT = 48 * 1024;
let loading;
/** Base64 of a sealed box that only the holder of the key pair opens: https://doc.libsodium.org/public-key_cryptography/sealed_boxes */
async function sealValue(value, publicKey) {
    const { crypto_box_seal, from_base64, to_base64, base64_variants } = await loadSodium();
    const key = from_base64(publicKey, base64_variants.ORIGINAL);
    return to_base64(crypto_box_seal(value, key), base64_variants.ORIGINAL);
}
/** Throws `DCR_TARGET_REFUSED`. */
function checkValue(name, value) {
    const size = Buffer.byteLength(value);
    if (size > VALUE_LIMIT) {
        const message = `GitHub cannot hold the new value of ${name}: it has ${size} bytes, and 48 KB is the limit`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Have the issuer give a shorter value.');
    }
}
/** Loaded only here: it is half a megabyte of WebAssembly. */
function loadSodium() {
    loading ??= __webpack_require__.e(/* import() */ 768).then(__webpack_require__.bind(__webpack_require__, 4768)).then(async ({ default: library }) => {
        await library.ready;
        return library;
    });
    return loading;
}
//# sourceMappingURL=sealed-box.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/write.js








/** Seals and stores all values. Throws `DCR_TARGET_REFUSED`, also where somebody else wrote since `facts`. */
async function writeSecrets(credential, facts, run) {
    const { place, api, signal } = run;
    const values = (0,targets_names/* listValues */.Du)(credential, place.names);
    for (const [name, value] of values)
        checkValue(name, value);
    const stored = await readStored(place, api, signal);
    if (describeVersion(stored) !== facts.version) {
        const message = `${place.label} on GitHub was written by somebody else since it was looked at; it was left as it is`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.');
    }
    const sharings = place.kind === 'organization' ? await readSharings(stored, run) : undefined;
    let key = await readKey(run);
    await waitForNextSecond(stored, key, run);
    for (const [name, value] of values)
        key = await putSecret({ name, value, sharing: sharings?.(name) }, key, run);
    if (sharings !== undefined)
        await confirmSharings(sharings, run);
}
async function readKey({ place, api, signal }) {
    const answer = await api.ask({ method: 'GET', path: `${place.secrets}/public-key`, signal });
    if (answer.status !== 200)
        throw refuseGithub(place, answer, api);
    const { key_id: id, key } = (0,json/* readObject */.Ag)(answer, api);
    return { id: (0,json/* readText */.yR)(id) ?? '', key: (0,json/* readText */.yR)(key) ?? '', at: (0,time/* parseInstant */.n)(answer.headers['date']?.[0]) };
}
/** `updated_at` counts in seconds: a write in the same second as the one before could not be told from no write. */
async function waitForNextSecond(stored, { at }, run) {
    const last = Math.max(...stored.map(({ updatedAt }) => updatedAt));
    if (at !== null && last >= at && last - at < 5000)
        await run.clock.sleep(last - at + 1000, run.signal);
}
/** Gives back the key for the next one: GitHub may have changed it in between, and then refuses what the old one sealed. */
async function putSecret(secret, key, run) {
    const { place, api, signal } = run;
    const { name, value, sharing } = secret;
    const body = {
        encrypted_value: await sealValue(value, key.key),
        key_id: key.id,
        ...(sharing === undefined ? {} : { visibility: sharing.visibility }),
        ...(sharing?.visibility === 'selected' ? { selected_repository_ids: sharing.repositories } : {}),
    };
    const path = `${place.secrets}/${name}`;
    const answer = await api.ask({
        method: 'PUT',
        path,
        body: { type: json/* JSON_TYPE */.sR, text: JSON.stringify(body) },
        signal,
    });
    if (answer.status === 201 || answer.status === 204)
        return key;
    if (answer.status === 422) {
        const fresh = await readKey(run);
        if (fresh.id !== key.id)
            return putSecret(secret, fresh, run);
    }
    throw refuseGithub(place, answer, api);
}
/** GitHub does not say what a write makes of who may read it, so it is looked at afterwards. */
async function confirmSharings(expected, run) {
    const { place, api, signal } = run;
    for (const secret of await readStored(place, api, signal)) {
        const [before, after] = [expected(secret.name), await readSharing(secret, run)];
        if (isSameSharing(before, after))
            continue;
        const message = `${secret.name} of ${place.label} was stored, but GitHub now shares it as "${after.visibility}" with ${after.repositories.length} repositories instead of "${before.visibility}" with ${before.repositories.length}`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Set its visibility and repositories again by hand, then: dcr-login rotate --resume.');
    }
}
//# sourceMappingURL=write.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/github-secret/target.js








/**
 * Secrets of a repository, an environment or an organization, for Actions, Dependabot or Codespaces. Values are never
 * told again: `updated_at` is the whole check. Throws `DCR_CONFIG_INVALID`.
 */
function createGithubSecret(options, ports) {
    const place = locateGithubSecret(options);
    const { id, type, writes, api: host, names } = place;
    const wanted = (0,targets_names/* listNames */.Zv)(names).map((name) => name.toUpperCase());
    return {
        id,
        type,
        writes,
        api: host,
        async inspect(signal) {
            const api = openGithub(place, ports);
            const unknown = await inspectPermission(place, api, signal);
            const stored = await readStored(place, api, signal);
            // A visibility that cannot be kept is refused before a credential is issued.
            if (place.kind === 'organization')
                await readSharings(stored, { place, api, signal });
            const times = stored.map(({ updatedAt }) => updatedAt);
            return {
                stored: undefined,
                exists: stored.length > 0,
                version: describeVersion(stored),
                since: stored.find(({ name }) => name === names.password.toUpperCase())?.updatedAt ?? times[0] ?? null,
                unknown,
            };
        },
        async write(credential, facts, signal) {
            const api = openGithub(place, ports, (0,masking/* deriveMaskedForms */.UO)(credential));
            await writeSecrets(credential, facts, { place, api, clock: ports.clock, signal });
        },
        async check(_credential, facts, signal) {
            const before = parseVersion(facts);
            const stored = await readStored(place, openGithub(place, ports), signal);
            const after = new Map(stored.map(({ name, updatedAt }) => [name, updatedAt]));
            const holds = wanted.every((name) => (after.get(name) ?? -1) > (before.get(name) ?? 0));
            return { kind: 'metadata', holds };
        },
    };
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