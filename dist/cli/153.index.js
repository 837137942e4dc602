"use strict";
exports.id = 153;
exports.ids = [153];
exports.modules = {

/***/ 8035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ findFaults)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3256);


/** What the shape of a list does not tell, in the order of its entries. */
function findFaults(entries, source) {
    const rules = [refuseCredentialsId, refuseWrittenPassword, demandOnePassword, demandRegistry];
    const faults = entries.flatMap((entry, index) => rules.flatMap((rule) => rule(entry, source).map(({ path, says }) => ({ path: [index, ...path], says }))));
    return [...faults, ...refuseTwice(entries)];
}
function refuseCredentialsId({ credentialsId }) {
    if (credentialsId === undefined)
        return [];
    return [{ path: ['credentialsId'], says: 'credentialsId is for Jenkins; use passwordEnv here' }];
}
function refuseWrittenPassword({ password }, { allowPassword }) {
    if (password === undefined || allowPassword)
        return [];
    const says = 'a password does not belong into a file; name the variable that holds it: passwordEnv';
    return [{ path: ['password'], says }];
}
function demandOnePassword({ password, passwordEnv }, { allowPassword }) {
    if (password !== undefined && passwordEnv !== undefined)
        return [{ path: ['passwordEnv'], says: 'password and passwordEnv exclude each other' }];
    if (password !== undefined || passwordEnv !== undefined)
        return [];
    return [{ path: [], says: allowPassword ? 'needs password or passwordEnv' : 'needs passwordEnv' }];
}
function demandRegistry({ registry }) {
    try {
        (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegistry */ .l5)(registry);
        return [];
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol))
            throw error;
        return [{ path: ['registry'], says: error.message }];
    }
}
function refuseTwice(entries) {
    const seen = new Set();
    return entries.flatMap(({ registry }, index) => {
        const name = registry.trim().toLowerCase();
        if (seen.has(name))
            return [{ path: [index], key: 'registry', says: `${registry} is named twice` }];
        seen.add(name);
        return [];
    });
}
//# sourceMappingURL=registries-rules.js.map

/***/ }),

/***/ 4153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readRegistries: () => (/* binding */ readRegistries)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js
var credential = __webpack_require__(4910);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var secret = __webpack_require__(9095);
;// CONCATENATED MODULE: ./packages/core/lib/config/registries-plain.js
const KEYS = ['registry', 'username', 'password', 'passwordEnv'];
/** `- key: value` opens an entry, `  key: value` goes on with it. */
const LINE = /^(- | {2})([A-Za-z]+): (.+)$/su;
/** Text that is the same text with or without quotes, wherever it stands in YAML; null would be no text. */
const BARE = /^(?!null$)[A-Za-z0-9][A-Za-z0-9._/-]*(?::[A-Za-z0-9._/-]+)*$/iu;
/**
 * The entries of a list that is written as nearly everybody writes it: JSON as a program writes it, or in YAML one line a key
 * and each value bare or in JSON's quotes, as `toJSON(secrets.X)` gives it. Undefined for every other text, right or wrong:
 * the schema judges it. What is read here the schema reads alike; a property test holds one against the other.
 */
function readPlainEntries(content) {
    const entries = content.trimStart().startsWith('[') ? readJson(content) : readLines(content);
    return Array.isArray(entries) && entries.length > 0 && entries.every(isEntry) ? entries : undefined;
}
function readLines(content) {
    const entries = [];
    for (const line of content.replace(/\n+$/u, '').split('\n')) {
        const [, start, key = '', written = ''] = LINE.exec(line) ?? [];
        if (start === '- ')
            entries.push({});
        const entry = entries.at(-1);
        const value = BARE.test(written) ? written : readJson(written);
        if (entry === undefined || typeof value !== 'string' || Object.hasOwn(entry, key))
            return undefined;
        entry[key] = value;
    }
    return entries;
}
/**
 * Undefined where the text is not the one that `JSON.stringify` makes of its value, but for blanks: a key that stands there
 * twice, or an escape that YAML may know otherwise, is not looked into.
 */
function readJson(text) {
    try {
        const value = JSON.parse(text);
        const squeezed = text.replace(/("(?:[^"\\]|\\.)*")|[ \n]+/gu, '$1');
        return squeezed === JSON.stringify(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isEntry(entry) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
        return false;
    const fits = Object.entries(entry).every(([key, value]) => KEYS.includes(key) && typeof value === 'string');
    const { registry, username, passwordEnv } = entry;
    return fits && registry !== undefined && username !== undefined && passwordEnv !== '';
}
//# sourceMappingURL=registries-plain.js.map
// EXTERNAL MODULE: ./packages/core/lib/config/registries-rules.js
var registries_rules = __webpack_require__(8035);
;// CONCATENATED MODULE: ./packages/core/lib/config/registries.js




/**
 * The list `[{registry, username, password | passwordEnv}]` in YAML or JSON. A password that is empty here, or whose variable
 * is, is returned as an empty one: whoever asks knows best why. Throws `DCR_CONFIG_INVALID` with every fault at once.
 */
async function readRegistries(content, source) {
    return (await readList(content, source)).map(({ registry, username, password, passwordEnv }) => {
        const value = password ?? source.variables[passwordEnv ?? ''] ?? '';
        return { registry, username, password: new secret/* Secret */.z((0,credential/* tidyPassword */.qe)(value)), passwordEnv };
    });
}
/** The libraries that know all of YAML, and where a fault stands, take longer to load than a login: 27 ms. */
async function readList(content, source) {
    const plain = readPlainEntries(content);
    if (plain !== undefined && (0,registries_rules/* findFaults */.H)(plain, source).length === 0)
        return plain;
    const { readEntries } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(816), __webpack_require__.e(933)]).then(__webpack_require__.bind(__webpack_require__, 2933));
    return readEntries(content, source);
}
//# sourceMappingURL=registries.js.map

/***/ })

};
;