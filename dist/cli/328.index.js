"use strict";
exports.id = 328;
exports.ids = [328];
exports.modules = {

/***/ 4328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   installShared: () => (/* binding */ installShared)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4783);
/* harmony import */ var _read_back_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6263);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1023);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(557);
/* harmony import */ var _store_stored_login_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8410);






/**
 * Puts these entries where others keep theirs, and reads them back: each place is in this file. Returns the records as they
 * are now. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`.
 */
async function installShared(file, installations, { sessions, context, deadline }) {
    const { files } = context.ports;
    await files.apply({ do: 'make-directory', path: node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(file) });
    const writes = installations.flatMap(({ plan, entry, record, salt }) => {
        const { place } = plan;
        return place === undefined ? [] : [{ plan, place, login: (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .shapeLogin */ .r0)(place, entry), record, salt }];
    });
    const helpers = writes.flatMap(({ place: { helper } }) => (helper === undefined ? [] : [helper]));
    const install = async () => {
        // What was there is on disk before it is touched, and so is whose the new entries are.
        const stored = await sessions.list();
        const records = [];
        for (const { place, login, record, salt } of writes) {
            await sessions.saveUndo(record.id, inheritUndo(await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .readUndo */ .dV)(place, context), place, stored));
            const before = stored.filter(({ record: other }) => {
                return (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .sharesSlot */ .PX)('entry', other, { place }) || (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .sharesSlot */ .PX)('helper', other, { place });
            });
            const sequence = Math.max(0, ...before.map((other) => other.record.sequence)) + 1;
            const installed = { ...record, sequence, installed: (0,_credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFingerprint */ .B)((0,_store_stored_login_js__WEBPACK_IMPORTED_MODULE_4__/* .serialiseLogin */ .d)(login), salt) };
            await sessions.update(installed);
            records.push(installed);
        }
        await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .writeAllStored */ .UP)(file, writes, context);
        for (const { plan, place, login } of writes)
            if ((0,_store_stored_login_js__WEBPACK_IMPORTED_MODULE_4__/* .serialiseLogin */ .d)(await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .readUndo */ .dV)(place, context)) !== (0,_store_stored_login_js__WEBPACK_IMPORTED_MODULE_4__/* .serialiseLogin */ .d)(login))
                throw (0,_read_back_js__WEBPACK_IMPORTED_MODULE_5__/* .notReadBack */ .n)(file, plan);
        return records;
    };
    return files.lock(file, deadline, () => sessions.withHelpers(helpers, deadline, install));
}
/** What is there only since a login of ours that still lives was not there before: the last logout takes it away. */
function inheritUndo(undo, place, sessions) {
    const earlier = sessions.flatMap((other) => other.record.place?.path === place.path && other.undo !== undefined ? [other.undo] : []);
    return {
        ...undo,
        hadFile: undo.hadFile && earlier.every(({ hadFile }) => hadFile),
        hadAuths: undo.hadAuths && earlier.every(({ hadAuths }) => hadAuths),
    };
}
//# sourceMappingURL=install-shared.js.map

/***/ })

};
;