"use strict";
exports.id = 582;
exports.ids = [582];
exports.modules = {

/***/ 9582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   takeBack: () => (/* binding */ takeBack),
/* harmony export */   takeBackAll: () => (/* binding */ takeBackAll)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);
/* harmony import */ var _close_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5727);


/** Time that taking back a failed login may need, whatever the deadline was. Milliseconds. */
const UNDO_TIME = 10_000;
/** Undoes one login, like a logout of its own. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`. */
async function takeBack(id, { sessions, ports }) {
    const session = await sessions.read(id);
    if (session === undefined)
        return 'removed';
    return (0,_close_js__WEBPACK_IMPORTED_MODULE_0__/* .closeSession */ .V)({ session, sessions, deadline: ports.clock.now() + UNDO_TIME }, ports);
}
/**
 * Undoes the logins of a call that has failed with `reason`, and returns the error to end with: the reason, and that
 * something is left where it is. What cannot be undone now stays recorded for logout.
 */
async function takeBackAll(logins, reason, kept) {
    let all = true;
    for (const { record } of logins)
        await takeBack(record.id, kept).catch(() => (all = false));
    if (all)
        return reason;
    const { code, message, remedy, registry, retryAfter, cause } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toDcrError */ .zj)(reason);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol(code, {
        message,
        remedy: `${remedy} Part of this login could not be taken back; when its cause is mended: dcr-login logout.`,
        leftover: true,
        cause,
        ...(registry === undefined ? {} : { registry }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
    });
}
//# sourceMappingURL=take-back.js.map

/***/ })

};
;