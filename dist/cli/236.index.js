"use strict";
exports.id = 236;
exports.ids = [236];
exports.modules = {

/***/ 9236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   installEntries: () => (/* binding */ installEntries),
/* harmony export */   prepareInstall: () => (/* binding */ prepareInstall)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _engines_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9096);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4849);
/* harmony import */ var _private_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7894);
/* harmony import */ var _read_back_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6263);
/* harmony import */ var _store_config_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8674);






/** Editing what belongs to others takes 5 ms of loading, which a login in a directory of its own does without. */
const loadShared = () => __webpack_require__.e(/* import() */ 328).then(__webpack_require__.bind(__webpack_require__, 4328));
/** Hashes take 4 ms of loading, which a login that is alone in its directory does without. */
const loadJoined = () => __webpack_require__.e(/* import() */ 24).then(__webpack_require__.bind(__webpack_require__, 9024));
/** Loads what `installEntries` will need for this plan. */
async function prepareInstall({ place, isolated }) {
    if (place !== undefined)
        await (isolated ? loadJoined() : loadShared());
}
/**
 * Puts the entries of one call where their plans say and reads them back; all that go into one file go there at once.
 * Returns them with their records as they are now. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`.
 */
async function installEntries(installations, where) {
    const records = [];
    for (const installation of installations) {
        const { keeps, format } = installation.plan;
        const formats = keeps === undefined ? [] : keeps.bothFormats ? ['docker', 'containers'] : [format];
        for (const each of formats)
            records.push(...(await installPrivate(installation, each, { installations, ...where })));
    }
    const shared = installations.filter(({ plan }) => !plan.isolated);
    const files = new Set(shared.flatMap(({ plan: { place } }) => (place === undefined ? [] : [place.path])));
    for (const file of files) {
        const { installShared } = await loadShared();
        const here = shared.filter(({ plan: { place } }) => place?.path === file);
        records.push(...(await installShared(file, here, where)));
    }
    return installations.map((each) => ({
        ...each,
        record: records.find(({ id }) => id === each.record.id) ?? each.record,
    }));
}
/** Writes one file of a private directory: the user's own with the entry of its login in it, and of those that join it. */
async function installPrivate(first, format, { installations, context, sessions, shared: all, }) {
    const { plan } = first;
    const { reference, configDir, engine, keeps } = plan;
    const shared = all[format];
    const target = node_path__WEBPACK_IMPORTED_MODULE_0__.join(configDir, _engines_name_js__WEBPACK_IMPORTED_MODULE_1__/* .FILES */ .cn[format].name);
    const joined = installations.filter(({ plan: { isolated, place } }) => isolated && place?.path === target);
    // Docker falls back to a store that is configured for everything; podman and its kin do not know of one.
    const blank = format === 'docker' && (engine.name === 'docker' || (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readHelperName */ .qV)(shared, '') !== undefined);
    const helperKeys = format === plan.format ? (keeps?.helperKeys ?? []) : [(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .helperKeyOf */ .Dd)(reference, format)];
    const logins = [first, ...joined].map((each) => ({ ...each, key: (0,_engines_name_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(each.plan.reference, format) }));
    const config = (0,_private_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .composePrivateConfig */ .Av)(shared, { entries: logins, helperKeys, blank });
    const records = joined.length === 0 ? [] : await (await loadJoined()).recordJoined(joined, { shared, sessions });
    await context.ports.files.apply({ do: 'write', path: target, text: (0,_private_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .formatConfig */ .cZ)(config) });
    const written = (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConfigFile */ .me)(await (0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readConfigText */ .im)(target, context), target);
    const lost = logins.find(({ key, entry }) => JSON.stringify((0,_store_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readAuth */ .Hc)(written, key)) !== JSON.stringify(entry));
    if (lost !== undefined)
        throw (0,_read_back_js__WEBPACK_IMPORTED_MODULE_5__/* .notReadBack */ .n)(target, lost.plan);
    return records;
}
//# sourceMappingURL=install.js.map

/***/ }),

/***/ 6263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ notReadBack)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7706);

/** What was written is read again before a login counts: another program may have written there too. */
function notReadBack(where, { reference }) {
    const message = `${reference.registry}: the login was written to ${where} but is not there when read back`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DcrError */ .ol('DCR_STORE_FAILED', { message, registry: reference.registry });
}
//# sourceMappingURL=read-back.js.map

/***/ })

};
;