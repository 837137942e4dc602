"use strict";
exports.id = 928;
exports.ids = [928];
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

/***/ 6138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ requireParts),
/* harmony export */   u: () => (/* binding */ parseIssuedCredential)
/* harmony export */ });
/* harmony import */ var _api_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(121);
/* harmony import */ var _credential_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9095);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7706);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7967);




/**
 * What an issuer says: `{"version":1,"username","password","expiresAt"?}`, the last in RFC 3339. None of the text is ever
 * repeated, for it may be a secret even where its shape is wrong. `source` names the issuer.
 * Throws `DCR_CONFIG_INVALID`, and `DCR_CREDENTIAL_MISSING` for an empty part.
 */
function parseIssuedCredential(text, source) {
    const { version, username, password, expiresAt } = (0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(text) ?? {};
    const end = expiresAt === undefined || expiresAt === null ? undefined : (0,_api_time_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInstant */ .n)(expiresAt);
    const problem = version !== 1
        ? 'no JSON object with "version": 1'
        : typeof username !== 'string' || typeof password !== 'string'
            ? 'no "username" and "password" as text'
            : end === null
                ? 'an "expiresAt" that is no RFC 3339 time'
                : undefined;
    if (problem !== undefined) {
        const remedy = 'It must give {"version":1,"username":"…","password":"…","expiresAt":"2030-01-31T12:00:00Z"}, the last one if it is known.';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${source} gave ${problem}`, remedy });
    }
    return requireParts({ username, password }, source, end ?? undefined);
}
/** Throws `DCR_CREDENTIAL_MISSING`. */
function requireParts({ username, password }, source, expiresAt) {
    const isGiven = (part) => typeof part === 'string' && part !== '';
    if (!isGiven(username) || !isGiven(password)) {
        const missing = [isGiven(username) ? '' : 'username', isGiven(password) ? '' : 'password'].filter(Boolean);
        const message = `${source} gave no ${missing.join(' and no ')}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DcrError */ .ol('DCR_CREDENTIAL_MISSING', {
            message,
            remedy: 'Correct the issuer; nothing was written anywhere.',
        });
    }
    return { username, password: new _credential_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(password), ...(expiresAt === undefined ? {} : { expiresAt }) };
}
//# sourceMappingURL=answer.js.map

/***/ }),

/***/ 8928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHttpIssuer: () => (/* binding */ createHttpIssuer)
/* harmony export */ });
/* harmony import */ var _api_address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4870);
/* harmony import */ var _api_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7927);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2676);
/* harmony import */ var _api_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8726);
/* harmony import */ var _api_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6123);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7706);
/* harmony import */ var _registry_observation_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7967);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6138);








const PLACEHOLDER = '{username}';
/** A service that mints or changes the credential. Throws `DCR_CONFIG_INVALID` for an address that is not safe. */
function createHttpIssuer(options, ports) {
    const { retire } = options;
    const issue = prepareCall(options, 'issuer http');
    const issuer = {
        async issue({ rotation, registry, signal }) {
            // A lost answer is not asked for again: some issuers revoke everything when a used token comes twice.
            const answer = await issue({ facts: { rotation, registry }, rotation, once: true, signal }, ports);
            if (answer.status < 200 || answer.status > 299)
                throw answer.refusal;
            return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIssuedCredential */ .u)(answer.truncated ? '' : answer.body, answer.source);
        },
    };
    if (retire === undefined)
        return issuer;
    const end = prepareCall(retire, 'retire of issuer http');
    return {
        ...issuer,
        async retire({ username, rotation, signal }) {
            const answer = await end({ facts: { rotation, username }, rotation, once: false, signal }, ports);
            // What is gone already is what was wanted.
            if ((answer.status < 200 || answer.status > 299) && ![404, 410].includes(answer.status))
                throw answer.refusal;
        },
    };
}
function prepareCall(call, what) {
    const { method = 'POST', tokenEnv, body } = call;
    const shown = readUrl(call.url, what);
    const source = `${what} (${shown.origin}${shown.pathname.replaceAll('%7Busername%7D', PLACEHOLDER)})`;
    return async ({ facts, rotation, once, signal }, ports) => {
        const url = readUrl(fillIn(call.url, facts['username'], source), what);
        const token = tokenEnv === undefined ? undefined : (0,_api_token_js__WEBPACK_IMPORTED_MODULE_1__/* .readApiToken */ .q)(ports.environment, { variable: tokenEnv, api: source });
        const authorization = token === undefined ? {} : { authorization: `Bearer ${token.value.reveal()}` };
        // The far side may know the rotation again and give the same value: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
        const headers = { ...authorization, 'idempotency-key': rotation };
        const api = (0,_api_client_js__WEBPACK_IMPORTED_MODULE_2__/* .createApi */ .x)({ base: new URL('/', url), name: what, headers, forms: token?.forms ?? [] }, ports);
        // https://www.rfc-editor.org/rfc/rfc9110#name-delete: a body there may have the request rejected.
        const content = body ?? (method === 'DELETE' ? undefined : facts);
        const sent = method === 'GET' || content === undefined ? {} : { body: describeBody(content) };
        const query = Object.fromEntries(url.searchParams);
        const answer = await api.ask({ method, path: url.pathname.slice(1), query, once, signal, ...sent });
        return { ...answer, source, refusal: refuse(answer, source, tokenEnv) };
    };
}
/** Throws `DCR_CONFIG_INVALID` for a user name that would make another path of it. */
function fillIn(url, username, source) {
    if (username === undefined || !url.includes(PLACEHOLDER))
        return url;
    if (/^\.{0,2}$/u.test(username))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `${source}: the old user name cannot stand in an address` });
    return url.replaceAll(PLACEHOLDER, encodeURIComponent(username));
}
function readUrl(text, what) {
    let url;
    try {
        url = new URL(text);
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message: `the url of ${what} is no absolute URL` });
    }
    const { search } = url;
    url.search = '';
    (0,_api_address_js__WEBPACK_IMPORTED_MODULE_4__/* .parseApiAddress */ .M)(url.href, `the url of ${what}`);
    url.search = search;
    return url;
}
function describeBody(body) {
    if (typeof body !== 'string')
        return { type: _api_json_js__WEBPACK_IMPORTED_MODULE_5__/* .JSON_TYPE */ .sR, text: JSON.stringify(body) };
    return { type: (0,_registry_observation_js__WEBPACK_IMPORTED_MODULE_6__/* .parseObject */ .lj)(body) === undefined ? 'text/plain; charset=utf-8' : _api_json_js__WEBPACK_IMPORTED_MODULE_5__/* .JSON_TYPE */ .sR, text: body };
}
/** Its words are not repeated: an answer of another shape may still hold the credential. */
function refuse(answer, source, tokenEnv) {
    const message = `${source} answered ${(0,_api_failure_js__WEBPACK_IMPORTED_MODULE_7__/* .describeAnswer */ .O1)({ ...answer, body: '' }, [])}`;
    const token = tokenEnv === undefined ? 'tokenEnv' : `the token in ${tokenEnv}`;
    const remedy = `Check url, method, body and ${token} of the issuer; nothing was written anywhere.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .DcrError */ .ol('DCR_CONFIG_INVALID', { message, remedy, noEffect: (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_7__/* .isRefusal */ .vu)(answer) });
}
//# sourceMappingURL=issuer.js.map

/***/ })

};
;