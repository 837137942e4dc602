"use strict";
exports.id = 236;
exports.ids = [236];
exports.modules = {

/***/ 9236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   installEntry: () => (/* binding */ installEntry)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4783);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7706);
/* harmony import */ var _engines_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9096);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4849);
/* harmony import */ var _private_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7894);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1023);
/* harmony import */ var _store_config_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8674);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9677);









/**
 * Puts the entry where the plan says and reads it back. Returns the record as it is now.
 * Throws `DCR_STORE_FAILED` and `DCR_LOCKED`.
 */
async function installEntry(installation, shared) {
    const { plan, record } = installation;
    if (plan.keeps !== undefined) {
        const formats = plan.keeps.bothFormats ? ['docker', 'containers'] : [plan.format];
        for (const format of formats)
            await installPrivate(installation, format, shared[format]);
    }
    return plan.place === undefined ? record : installShared(installation, plan.place);
}
async function installPrivate({ plan, entry, context }, format, shared) {
    const { reference, configDir, engine, keeps } = plan;
    const key = (0,_engines_name_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(reference, format);
    // Docker falls back to a store that is configured for everything; podman and its kin do not know of one.
    const blank = format === 'docker' && (engine.name === 'docker' || (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readHelperName */ .qV)(shared, '') !== undefined);
    const helperKeys = format === plan.format ? (keeps?.helperKeys ?? []) : [(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .helperKeyOf */ .Dd)(reference, format)];
    const config = (0,_private_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .composePrivateConfig */ .Av)(shared, { key, entry, helperKeys, blank });
    const target = node_path__WEBPACK_IMPORTED_MODULE_0__.join(configDir, _engines_name_js__WEBPACK_IMPORTED_MODULE_1__/* .FILES */ .cn[format].name);
    await context.ports.files.apply({ do: 'write', path: target, text: (0,_private_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .formatConfig */ .cZ)(config) });
    const back = (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readAuth */ .Hc)((0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConfigFile */ .me)(await (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readConfigText */ .im)(target, context), target), key);
    if (JSON.stringify(back) !== JSON.stringify(entry))
        throw notReadBack(target, plan);
}
async function installShared(installation, place) {
    const { plan, entry, record, sessions, context, salt, deadline } = installation;
    const { files } = context.ports;
    await files.apply({ do: 'make-directory', path: node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(place.path) });
    const login = (0,_store_store_js__WEBPACK_IMPORTED_MODULE_5__/* .shapeLogin */ .r0)(place, entry);
    return files.lock(place.path, deadline, async () => {
        // What was there is on disk before it is touched, and so is whose the new entry is.
        const stored = await sessions.list();
        await sessions.saveUndo(record.id, inheritUndo(await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_5__/* .readUndo */ .dV)(place, context), place, stored));
        const before = stored.filter((other) => (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .isSamePlace */ .O1)(other.record, { place }));
        const sequence = Math.max(0, ...before.map((other) => other.record.sequence)) + 1;
        const installed = { ...record, sequence, installed: (0,_credential_fingerprint_js__WEBPACK_IMPORTED_MODULE_7__/* .makeFingerprint */ .B)((0,_store_store_js__WEBPACK_IMPORTED_MODULE_5__/* .serialiseLogin */ .du)(login), salt) };
        await sessions.update(installed);
        await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_5__/* .writeStored */ .zS)(place, login, context);
        if ((0,_store_store_js__WEBPACK_IMPORTED_MODULE_5__/* .serialiseLogin */ .du)(await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_5__/* .readUndo */ .dV)(place, context)) !== (0,_store_store_js__WEBPACK_IMPORTED_MODULE_5__/* .serialiseLogin */ .du)(login))
            throw notReadBack(place.path, plan);
        return installed;
    });
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
function notReadBack(where, { reference }) {
    const message = `${reference.registry}: the login was written to ${where} but is not there when read back`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .DcrError */ .ol('DCR_STORE_FAILED', { message, registry: reference.registry });
}
//# sourceMappingURL=install.js.map

/***/ })

};
;