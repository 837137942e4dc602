"use strict";
exports.id = 24;
exports.ids = [24];
exports.modules = {

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

/***/ 9024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recordJoined: () => (/* binding */ recordJoined)
/* harmony export */ });
/* harmony import */ var _credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4783);
/* harmony import */ var _store_config_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8674);
/* harmony import */ var _store_stored_login_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8410);



/**
 * Puts on disk, before the file itself is written, what logins add to the private directory of the first login of their
 * call, and what their logouts will put back: the user's own entries, of which that file is composed (`shared`). The
 * directory is as new as the call, so that no other session has its place there. Returns the records as they are now.
 */
async function recordJoined(joined, { shared, sessions }) {
    const records = [];
    for (const { plan, entry, record, salt } of joined) {
        const before = plan.place === undefined ? undefined : (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readAuth */ .Hc)(shared, plan.place.key);
        await sessions.saveUndo(record.id, { entry: before ?? null, helper: null, hadFile: true, hadAuths: true });
        const installed = (0,_credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .makeFingerprint */ .B)((0,_store_stored_login_js__WEBPACK_IMPORTED_MODULE_2__/* .serialiseLogin */ .d)({ entry, helper: null }), salt);
        records.push({ ...record, sequence: 1, installed });
    }
    for (const record of records)
        await sessions.update(record);
    return records;
}
//# sourceMappingURL=install-joined.js.map

/***/ }),

/***/ 8410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ serialiseLogin),
/* harmony export */   t: () => (/* binding */ MARKER)
/* harmony export */ });
/** Docker keeps an empty entry in the file for what a helper holds. */
const MARKER = {};
/** What a fingerprint is made of: the secret, wherever it is kept. */
function serialiseLogin(login) {
    return JSON.stringify(login.helper ?? login.entry);
}
//# sourceMappingURL=stored-login.js.map

/***/ })

};
;