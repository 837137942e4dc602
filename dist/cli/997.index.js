"use strict";
exports.id = 997;
exports.ids = [997];
exports.modules = {

/***/ 1997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   proveLogin: () => (/* binding */ proveLogin)
/* harmony export */ });
/* harmony import */ var _registry_conversation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7614);
/* harmony import */ var _registry_probe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(727);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3256);



/** What a login proves before its engine is given the password. */
async function proveLogin(login, patience, ports) {
    const { action, allowRealms: allowedRealms, reference, credential, forms } = login;
    const context = { reference, allowedRealms, patience, forms, ports };
    const registry = await (0,_registry_conversation_js__WEBPACK_IMPORTED_MODULE_0__/* .findChallenge */ .V)(context);
    const where = login.repository === undefined ? {} : { repository: (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(login.repository, reference) };
    return (0,_registry_probe_js__WEBPACK_IMPORTED_MODULE_2__/* .proveCredential */ .I)({ credential, action, ...where }, registry, context);
}
//# sourceMappingURL=prove.js.map

/***/ })

};
;