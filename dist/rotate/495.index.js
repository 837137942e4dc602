"use strict";
exports.id = 495;
exports.ids = [495];
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

/***/ 112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ putAuth),
/* harmony export */   _: () => (/* binding */ dropAuth)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);

/** Sets one entry. The other keys are neither read nor written anew; the file keeps its own indentation. */
function putAuth(text, key, entry) {
    const base = text.trim() === '' ? '{}' : text;
    const auths = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)((0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(base) ?? NOTHING, ['auths']);
    // Nothing can be put into null, which docker reads as no entries.
    return auths?.type === 'null' ? edit(base, ['auths'], { [key]: entry }) : edit(base, ['auths', key], entry);
}
/** Removes one entry; `auths` itself too when it holds nothing more and `keepAuths` is false. */
function dropAuth(text, key, keepAuths) {
    const tree = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text) ?? NOTHING;
    if ((0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(tree, ['auths', key]) === undefined)
        return text;
    const isLast = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(tree, ['auths'])?.children?.length === 1;
    return edit(text, isLast && !keepAuths ? ['auths'] : ['auths', key], undefined);
}
const NOTHING = { type: 'null', offset: 0, length: 0 };
function edit(text, path, value) {
    return (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.applyEdits)(text, (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.modify)(text, path, value, readFormat(text)));
}
/** How a text is indented: by what stands before its first key; docker's own tabs for an empty one, no line for one line. */
function readFormat(text) {
    const indent = /\n([ \t]+)"/u.exec(text)?.[1];
    if (indent === undefined && !/^\s*\{\s*\}\s*$/u.test(text))
        return {};
    const { length: tabSize } = indent ?? '\t';
    return { formattingOptions: { insertSpaces: indent?.startsWith(' ') ?? false, tabSize, eol: '\n' } };
}
//# sourceMappingURL=config-edit.js.map

/***/ }),

/***/ 8674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Hc: () => (/* binding */ readAuth),
/* harmony export */   X$: () => (/* binding */ decodeAuth),
/* harmony export */   im: () => (/* binding */ readConfigText),
/* harmony export */   me: () => (/* binding */ parseConfigFile),
/* harmony export */   qV: () => (/* binding */ readHelperName),
/* harmony export */   zx: () => (/* binding */ encodeAuth)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7706);


/** Undefined where there is no file. Throws `DCR_STORE_FAILED` for a directory, pipe or device in its place. */
async function readConfigText(path, { ports }) {
    const found = await ports.files.inspect(path, { follow: true });
    if (found.kind === 'missing')
        return undefined;
    if (found.kind === 'file')
        return found.text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_STORE_FAILED', {
        message: `${path} is not a regular file (${found.kind}); it was left as it is`,
    });
}
/**
 * The object of a docker `config.json`; an absent or blank file is an empty one.
 * Throws `DCR_STORE_FAILED` for anything that docker could not read either: it is never repaired by overwriting it.
 */
function parseConfigFile(text, path) {
    if (text === undefined || text.trim() === '')
        return {};
    try {
        const value = JSON.parse(text);
        if (isObject(value) && (value['auths'] === undefined || value['auths'] === null || isObject(value['auths']))) {
            return value;
        }
    }
    catch {
        // The parser's message repeats the text around the fault, which may be a credential.
    }
    const message = `${path} is no client configuration (it must be one JSON object); it was left as it is`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DcrError */ .ol('DCR_STORE_FAILED', { message, remedy: 'Repair or remove that file.' });
}
function readAuth(config, key) {
    const auths = config['auths'];
    const entry = isObject(auths) && Object.hasOwn(auths, key) ? auths[key] : undefined;
    return isObject(entry) ? entry : undefined;
}
/** `docker-credential-<name>` that the user configured for this host; undefined where the file itself is the store. */
function readHelperName(config, key) {
    const helpers = config['credHelpers'];
    const own = isObject(helpers) && Object.hasOwn(helpers, key) ? helpers[key] : config['credsStore'];
    return typeof own === 'string' && own !== '' ? own : undefined;
}
function encodeAuth(username, password) {
    return { auth: node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(`${username}:${password}`).toString('base64') };
}
/** Username and secret of an entry in the words of the helper protocol: a refresh token has the username `<token>`. */
function decodeAuth(entry) {
    const { identitytoken, auth } = entry;
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { username: '<token>', secret: identitytoken };
    if (typeof auth !== 'string')
        return undefined;
    const text = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(auth, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon <= 0 ? undefined : { username: text.slice(0, colon), secret: text.slice(colon + 1) };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=config-file.js.map

/***/ }),

/***/ 4495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createKubernetesSecrets: () => (/* binding */ createKubernetesSecrets)
});

// EXTERNAL MODULE: ./packages/core/lib/api/failure.js
var failure = __webpack_require__(2676);
// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/credential/secret.js
var credential_secret = __webpack_require__(9095);
// EXTERNAL MODULE: ./packages/core/lib/api/client.js
var client = __webpack_require__(7927);
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
// EXTERNAL MODULE: ./packages/core/lib/registry/observation.js
var observation = __webpack_require__(7967);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/api.js




/** Who wrote a field, as `managedFields` tells it: https://kubernetes.io/docs/reference/using-api/server-side-apply/#managers */
const FIELD_MANAGER = 'dcr-login';
const MERGE_PATCH = 'application/merge-patch+json';
function openKubernetes(cluster, clock, { forms = [], again } = {}) {
    const { server: base, http } = cluster;
    const more = again === undefined ? {} : { again };
    return (0,client/* createApi */.x)({ base, name: 'Kubernetes', headers: {}, forms, ...more }, { clock, http });
}
/** Why the server said no, by its own word: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
function readReason(answer) {
    return answer.status < 400 ? undefined : (0,json/* readText */.yR)((0,observation/* parseObject */.lj)(answer.body)?.['reason']);
}
/** An answer that ends the work on one object. */
function refuseAnswer(answer, attempt, api) {
    const { verb, resource, namespace, name } = attempt;
    const where = namespace === undefined ? '' : ` in namespace ${namespace}`;
    const what = `${resource}${name === undefined ? '' : ` ${name}`}${where}`;
    const said = (0,failure/* describeAnswer */.O1)(answer, api.forms);
    if (answer.status === 401)
        return (0,failure/* refuseTarget */.Ml)(`Kubernetes does not know who asks for ${what}: ${said}`, 'Renew the credential in the kubeconfig: kubectl get namespaces shows whether it works.');
    if (answer.status === 403)
        return (0,failure/* refuseTarget */.Ml)(`no right to ${verb} ${what}: ${said}`, `Give the account the verb ${verb} on ${resource}${where}, by a Role and a RoleBinding (examples/kubernetes/rbac.yml).`);
    if (answer.status === 404 && verb === 'create')
        return (0,failure/* refuseTarget */.Ml)(`there is no namespace ${namespace ?? ''}: ${said}`, 'Create the namespace, or correct its name.');
    return (0,failure/* refuseTarget */.Ml)(`Kubernetes refused to ${verb} ${what}: ${said}`, 'Correct what the server names, then run it again.');
}
//# sourceMappingURL=api.js.map
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-edit.js
var config_edit = __webpack_require__(112);
// EXTERNAL MODULE: ./packages/core/lib/login/store/config-file.js
var config_file = __webpack_require__(8674);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/go-json.js
/**
 * Go's JSON is fit for HTML: three characters of ASCII, and two that end a line in JavaScript, are escapes in it
 * (https://pkg.go.dev/encoding/json#HTMLEscape). The rest of what JSON.stringify writes is the same.
 */
function escapeForGo(json) {
    const wellFormed = Buffer.from(json).toString('utf8');
    return wellFormed.replace(/[<>&\u2028\u2029]/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
//# sourceMappingURL=go-json.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/pull-credential.js



/** Where a secret of the type `kubernetes.io/dockerconfigjson` keeps the text that this file is about. */
const CONFIG_KEY = '.dockerconfigjson';
/** What a kubelet looks a credential of this registry up by: https://kubernetes.io/docs/concepts/containers/images/#config-json */
function pull_credential_chooseServer({ registry, key, host }) {
    // Docker Hub alone is stored under an address of its own.
    return key === host ? registry : key;
}
/** The text of a new secret, byte for byte as kubectl writes it: Go's own order of fields and escapes. */
function pull_credential_composeConfig({ server, ...login }) {
    return escapeForGo(JSON.stringify({ auths: { [server]: composeEntry(login) } }));
}
function composeEntry({ username, password, email = '' }) {
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    // Go drops an empty one.
    return { username, password, ...(email === '' ? {} : { email }), auth };
}
/** Undefined for a text that no kubelet could read: it is never repaired by overwriting it. */
function parseAuths(text) {
    try {
        const value = JSON.parse(text);
        if (!(0,config_file/* isObject */.Gv)(value))
            return undefined;
        const auths = value['auths'] ?? {};
        return (0,config_file/* isObject */.Gv)(auths) ? auths : undefined;
    }
    catch {
        // The parser's words repeat what stands around the fault.
        return undefined;
    }
}
/** The keys that mean this registry: people write the scheme too, or end in a slash. */
function listOwnKeys(auths, server) {
    return Object.keys(auths).filter((key) => tidyKey(key) === tidyKey(server));
}
/**
 * Keys of others that a kubelet would also try for this registry, or this one's for theirs: it takes every entry whose
 * path is a prefix, the longest first.
 */
function listOverlaps(auths, server) {
    const mine = tidyKey(server);
    return Object.keys(auths).filter((key) => {
        const other = tidyKey(key);
        return other !== mine && (mine.startsWith(`${other}/`) || other.startsWith(`${mine}/`));
    });
}
function tidyKey(key) {
    const [host = '', ...path] = key
        .replace(/^https?:\/\//u, '')
        .replace(/\/+$/u, '')
        .split('/');
    return [host.toLowerCase(), ...path].join('/');
}
/** What a kubelet would log in with: `auth` wins over the two fields beside it. */
function readLogin(entry) {
    if (!(0,config_file/* isObject */.Gv)(entry))
        return undefined;
    const { auth, username, password } = entry;
    const [, name, secret] = typeof auth === 'string' ? (/^([^:]*):(.*)$/su.exec(decode(auth)) ?? []) : [];
    if (name !== undefined && secret !== undefined)
        return { username: name, password: secret };
    return typeof username === 'string' && typeof password === 'string' ? { username, password } : undefined;
}
function decode(base64) {
    return Buffer.from(base64, 'base64').toString('utf8');
}
/** Whether nothing about this registry has to be written. */
function holdsLogin(text, credential) {
    const auths = parseAuths(text) ?? {};
    const keys = listOwnKeys(auths, credential.server);
    return keys.length > 0 && keys.every((key) => isSame(auths[key], credential));
}
function isSame(entry, { username, password, email }) {
    const login = readLogin(entry);
    const fields = (0,config_file/* isObject */.Gv)(entry) ? entry : {};
    const right = (name, wanted) => fields[name] === undefined || wanted === undefined || fields[name] === wanted;
    const parts = right('username', username) && right('password', password);
    const mail = email === undefined || email === '' || fields['email'] === email;
    return login?.username === username && login.password === password && parts && mail;
}
/**
 * The text with this registry's entry set, under whatever spelling it has there; all other bytes stay. A token that stood
 * for the old password goes with it.
 */
function mergeConfig(text, credential) {
    const auths = parseAuths(text) ?? {};
    const known = listOwnKeys(auths, credential.server);
    return (known.length === 0 ? [credential.server] : known).reduce((merged, key) => {
        const old = (0,config_file/* isObject */.Gv)(auths[key]) ? auths[key] : {};
        const { username: _name, password: _secret, auth: _pair, identitytoken: _i, registrytoken: _r, ...kept } = old;
        const email = credential.email ?? (typeof old['email'] === 'string' ? old['email'] : '');
        const { auth, ...login } = composeEntry({ ...credential, email });
        return (0,config_edit/* putAuth */.Y)(merged, key, { ...login, ...withoutEmail(kept), auth });
    }, text);
}
function withoutEmail({ email: _email, ...rest }) {
    return rest;
}
//# sourceMappingURL=pull-credential.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/time.js
var api_time = __webpack_require__(121);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/secret.js




/** The type of a pull secret; a secret keeps its type for life. */
const PULL_SECRET_TYPE = 'kubernetes.io/dockerconfigjson';
function locateSecrets(namespace) {
    return `api/v1/namespaces/${encodeURIComponent(namespace)}/secrets`;
}
function locateSecret({ namespace, name }) {
    return `${locateSecrets(namespace)}/${encodeURIComponent(name)}`;
}
/** Undefined where there is none, and where there is no such namespace. Throws `DCR_TARGET_REFUSED` and what `ask` throws. */
async function readSecret(place, api, signal) {
    const answer = await api.ask({ method: 'GET', path: locateSecret(place), signal });
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw refuseAnswer(answer, { verb: 'get', resource: 'secrets', ...place }, api);
    return (0,json/* readObject */.Ag)(answer, api);
}
/** The docker configuration in it, empty where there is none. */
function readConfigText({ data }) {
    return Buffer.from(data?.[CONFIG_KEY] ?? '', 'base64').toString('utf8');
}
/**
 * When its login was last written: by whoever owns the field now (milliseconds since the epoch), else since it exists.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 */
function readWriteTime({ metadata }) {
    const owners = (metadata?.managedFields ?? []).filter(({ fieldsV1 }) => fieldsV1?.['f:data']?.[`f:${CONFIG_KEY}`] !== undefined);
    const times = owners.map(({ time }) => (0,api_time/* parseInstant */.n)(time)).filter((time) => time !== null);
    return times.length > 0 ? Math.max(...times) : (0,api_time/* parseInstant */.n)(metadata?.creationTimestamp);
}
//# sourceMappingURL=secret.js.map
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/owner.js
/**
 * Marks by which other systems know what is theirs and put back what somebody else changes. Sources: the pages of
 * argo-cd.readthedocs.io (resource tracking), fluxcd.io (kustomize and helm controllers), helm.sh (labels and annotations),
 * external-secrets.io, developer.hashicorp.com (vault-secrets-operator), kyverno.io (generate rules), and the READMEs of
 * kubernetes-replicator and kubernetes-reflector.
 */
const RULES = [
    { owner: 'Argo CD', annotation: /^argocd\.argoproj\.io\/tracking-id$/u },
    { owner: 'Argo CD', label: /^argocd\.argoproj\.io\/instance$/u },
    { owner: 'Flux', label: /^(?:kustomize|helm)\.toolkit\.fluxcd\.io\/name$/u },
    { owner: 'Helm', annotation: /^meta\.helm\.sh\/release-name$/u },
    { owner: 'Helm', label: /^app\.kubernetes\.io\/managed-by$/u, value: /^Helm$/u },
    { owner: 'External Secrets', label: /^reconcile\.external-secrets\.io\/managed$/u },
    { owner: 'External Secrets', annotation: /^reconcile\.external-secrets\.io\/data-hash$/u },
    { owner: 'Sealed Secrets', annotation: /^sealedsecrets\.bitnami\.com\/managed$/u, value: /^true$/u },
    { owner: 'Vault Secrets Operator', label: /^app\.kubernetes\.io\/managed-by$/u, value: /^hashicorp-vso$/u },
    { owner: 'Kyverno', label: /^app\.kubernetes\.io\/managed-by$/u, value: /^kyverno$/u },
    { owner: 'kubernetes-replicator', annotation: /^replicator\.v1\.mittwald\.de\/replicated-from-version$/u },
    { owner: 'kubernetes-reflector', annotation: /^reflector\.v1\.k8s\.emberstack\.com\/reflects$/u },
];
/** Kinds that own a secret by `ownerReferences`, in the words of their makers. */
const KINDS = {
    ExternalSecret: 'External Secrets',
    ClusterExternalSecret: 'External Secrets',
    SealedSecret: 'Sealed Secrets',
    VaultStaticSecret: 'Vault Secrets Operator',
    VaultDynamicSecret: 'Vault Secrets Operator',
};
/** Who else keeps this object as they want it, with the mark that says so; undefined where nobody does. */
function findOwner({ labels, annotations, ownerReferences } = {}) {
    const [reference] = ownerReferences ?? [];
    if (reference !== undefined) {
        const { kind = 'object', name = '' } = reference;
        const known = Object.hasOwn(KINDS, kind) ? `${KINDS[kind]} ` : '';
        return `${known}(ownerReferences: ${kind} ${name})`;
    }
    for (const { owner, label, annotation, value = /^/u } of RULES) {
        const marks = Object.entries((label === undefined ? annotations : labels) ?? {});
        const found = marks.find(([key, text]) => (label ?? annotation)?.test(key) === true && value.test(text));
        if (found !== undefined)
            return `${owner} (${label === undefined ? 'annotation' : 'label'} ${found[0]})`;
    }
    return undefined;
}
//# sourceMappingURL=owner.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/secret-change.js





/** `kept`: whose entries stay beside ours. */
function decideChange(found, credential, { place, replace, force }) {
    if (found === undefined)
        return { do: 'create', text: pull_credential_composeConfig(credential), notes: [], kept: [] };
    const text = readConfigText(found);
    const auths = parseAuths(text === '' ? '{}' : text);
    const own = listOwnKeys(auths ?? {}, credential.server);
    const kept = Object.keys(auths ?? {}).filter((key) => !own.includes(key));
    const notes = describeNotes(found, { auths: auths ?? {}, credential });
    const what = `secret ${place.name} in namespace ${place.namespace}`;
    const stuck = describeStuck(found, auths);
    if (stuck === undefined && holdsLogin(text, credential))
        return { do: 'nothing', notes, kept };
    const owner = findOwner(found.metadata);
    if (owner !== undefined && !force)
        return { do: 'refuse', error: refuseForeign(what, owner), notes, kept };
    if (stuck === undefined)
        return { do: 'update', text: mergeConfig(text === '' ? '{}' : text, credential), found, notes, kept };
    if (!replace)
        return { do: 'refuse', error: refuseStuck(what, stuck), notes, kept };
    // Of a text that nobody can read nothing can be kept.
    const anew = auths === undefined || text === '' ? pull_credential_composeConfig(credential) : mergeConfig(text, credential);
    return { do: 'replace', text: anew, found, why: stuck, notes, kept };
}
/** What keeps a secret from being changed in place. */
function describeStuck({ type = 'Opaque', immutable }, auths) {
    if (type !== PULL_SECRET_TYPE)
        return `has the type ${type}, and a secret keeps its type for life`;
    if (immutable === true)
        return 'is immutable';
    return auths === undefined ? `holds no docker configuration under ${CONFIG_KEY}` : undefined;
}
function refuseStuck(what, why) {
    return (0,failure/* refuseTarget */.Ml)(`${what} ${why}; it was left as it is`, 'Choose another name, or have it deleted and created anew: dcr-login pull-secret … --replace --apply. A pod that starts in between cannot pull.');
}
function refuseForeign(what, owner) {
    return new errors/* DcrError */.ol('DCR_TARGET_FOREIGN', {
        message: `${what} belongs to ${owner}, which would put the old credential back; it was left as it is`,
        remedy: 'Change the credential there. To write it all the same: --force, or force: true on the target of a rotation.',
    });
}
/** `kubectl apply` keeps what it was given in an annotation, which anybody who may read the secret reads with it. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
function describeNotes({ metadata }, { auths, credential }) {
    const applied = metadata?.annotations?.[LAST_APPLIED] !== undefined;
    const overlaps = listOverlaps(auths, credential.server);
    return [
        ...(applied ? [`the annotation ${LAST_APPLIED} keeps the credential that kubectl apply was given once`] : []),
        ...overlaps.map((key) => `a kubelet may also try the entry "${key}" of it`),
    ];
}
/** What of the old object a new one with the same name is to have. */
function carryOver({ data, immutable, metadata }) {
    const { [LAST_APPLIED]: _applied, ...annotations } = metadata?.annotations ?? {};
    const labels = metadata?.labels ?? {};
    return {
        metadata: { labels, annotations },
        data: data ?? {},
        ...(immutable === undefined ? {} : { immutable }),
    };
}
//# sourceMappingURL=secret-change.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/secret-write.js







/** How often a write is made anew on top of what somebody else wrote in between. */
const TRIES = 30;
/**
 * Puts the credential into one secret, on top of what stands there at that very moment: the version that was read is the
 * fence of the write, and whoever was faster is read again. Nothing is written where nothing changes.
 * Throws `DCR_TARGET_REFUSED`, `DCR_TARGET_FOREIGN` and what `ask` throws.
 */
async function writeSecret(write, work) {
    const { place, credential, guard } = write;
    for (let tries = 1; tries <= TRIES; tries += 1) {
        const found = await readSecret(place, work.api, work.signal);
        guard?.(found);
        const change = decideChange(found, credential, write);
        const { notes, kept } = change;
        if (change.do === 'refuse')
            throw change.error;
        if (change.do === 'nothing')
            return { state: 'unchanged', notes, kept };
        const stored = await applyChange(change, place, work);
        if (stored !== 'conflict') {
            refuseOther(stored, write);
            return { state: DONE[change.do], notes, kept };
        }
        await pauseBriefly(tries, work);
    }
    throw refuseBusy(`secret ${place.name} in namespace ${place.namespace}`);
}
const DONE = { create: 'created', update: 'updated', replace: 'replaced' };
async function applyChange(change, place, work) {
    if (change.do === 'create')
        return create({}, change.text, place, work);
    if (change.do === 'update') {
        const { resourceVersion } = change.found.metadata ?? {};
        const body = { metadata: { resourceVersion }, data: { [CONFIG_KEY]: encode(change.text) } };
        return settle(await send('PATCH', locateSecret(place), body, work), { verb: 'patch', ...place }, work);
    }
    return replace(change, place, work);
}
/** `base`: what a new object is to have beside our own key. */
async function create(base, text, place, work, query = {}) {
    const { labels = { 'app.kubernetes.io/managed-by': FIELD_MANAGER }, annotations = {} } = base.metadata ?? {};
    const body = {
        apiVersion: 'v1',
        kind: 'Secret',
        ...base,
        metadata: { name: place.name, labels, annotations },
        type: PULL_SECRET_TYPE,
        data: { ...base.data, [CONFIG_KEY]: encode(text) },
    };
    const answer = await send('POST', locateSecrets(place.namespace), body, work, query);
    return settle(answer, { verb: 'create', namespace: place.namespace }, work);
}
/**
 * Between the two requests there is no secret, which is why this is done on request only. The right to create is asked
 * for before anything is deleted.
 */
async function replace({ found, text }, place, work) {
    const base = carryOver(found);
    // It is there, so the answer of a server that would let us is a conflict.
    await create(base, text, place, work, { dryRun: 'All' });
    const { uid, resourceVersion } = found.metadata ?? {};
    const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid, resourceVersion } };
    const deleted = await settle(await send('DELETE', locateSecret(place), body, work), { verb: 'delete', ...place }, work);
    if (deleted === 'conflict')
        return deleted;
    try {
        return await create(base, text, place, work);
    }
    catch (cause) {
        const { message: why } = cause;
        const message = `secret ${place.name} in namespace ${place.namespace} was deleted and could not be created anew: ${why}`;
        throw new errors/* DcrError */.ol('DCR_TARGET_REFUSED', { message, remedy: 'Run the same command again: it creates it.', cause });
    }
}
async function send(method, path, body, { api, signal }, query = {}) {
    const type = method === 'PATCH' ? MERGE_PATCH : json/* JSON_TYPE */.sR;
    const manager = method === 'DELETE' ? {} : { fieldManager: FIELD_MANAGER };
    return api.ask({ method, path, query: { ...manager, ...query }, body: { type, text: JSON.stringify(body) }, signal });
}
/** 409: somebody was faster; 404 to a change: somebody deleted it. */
function settle(answer, attempt, { api }) {
    if (answer.status === 200 || answer.status === 201)
        return (0,json/* readObject */.Ag)(answer, api);
    const isGone = answer.status === 404 && attempt.verb !== 'create';
    if ((answer.status === 409 && readReason(answer) !== undefined) || isGone)
        return 'conflict';
    throw refuseAnswer(answer, { resource: 'secrets', ...attempt }, api);
}
/** What the server stored is what it answers: an admission webhook may have had its own mind. */
function refuseOther(stored, { place, credential }) {
    if (holdsLogin(readConfigText(stored), credential))
        return;
    throw (0,failure/* refuseTarget */.Ml)(`secret ${place.name} in namespace ${place.namespace} was written, and the server stored something else`, 'Find out which admission webhook changes secrets there.');
}
function encode(text) {
    return Buffer.from(text).toString('base64');
}
/** Two that write the same object all the time must not keep in step. Milliseconds: 10 at first, 200 in the end. */
async function pauseBriefly(tries, { clock, signal }) {
    await clock.sleep(Math.min(10 * tries, 200) * clock.random(), signal);
}
function refuseBusy(what) {
    return (0,failure/* refuseTarget */.Ml)(`${what} is written by somebody else so often that no write of ours came between`, 'Find out who writes it, then run it again.');
}
//# sourceMappingURL=secret-write.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/service-account.js




/** Whether new pods of this account pull with this secret. Throws `DCR_TARGET_REFUSED` and what `ask` throws. */
async function hasPullSecret(place, secret, work) {
    return names(await readAccount(place, work)).includes(secret);
}
/**
 * Adds the secret to the account's `imagePullSecrets`. The list is atomic: every kind of patch replaces it
 * (https://github.com/kubernetes/kubernetes/issues/72475), so the whole of it is written back, and only on top of the
 * version that was read.
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
async function attachPullSecret(place, secret, work) {
    const { api, signal } = work;
    for (let tries = 1; tries <= TRIES; tries += 1) {
        const found = await readAccount(place, work);
        if (names(found).includes(secret))
            return 'present';
        const { resourceVersion, references } = found;
        const body = { metadata: { resourceVersion }, imagePullSecrets: [...references, { name: secret }] };
        const answer = await api.ask({
            method: 'PATCH',
            path: locateAccount(place),
            query: { fieldManager: FIELD_MANAGER },
            body: { type: MERGE_PATCH, text: JSON.stringify(body) },
            signal,
        });
        if (answer.status === 200)
            return 'added';
        if (answer.status !== 409 && answer.status !== 404)
            throw refuseAnswer(answer, attempt('patch', place), api);
        await pauseBriefly(tries, work);
    }
    throw refuseBusy(`service account ${place.account} in namespace ${place.namespace}`);
}
async function readAccount(place, { api, signal }) {
    const answer = await api.ask({ method: 'GET', path: locateAccount(place), signal });
    if (answer.status === 404)
        throw (0,failure/* refuseTarget */.Ml)(`there is no service account ${place.account} in namespace ${place.namespace}`, 'Create it, or correct its name; that of a new namespace appears a moment after it.');
    if (answer.status !== 200)
        throw refuseAnswer(answer, attempt('get', place), api);
    const { metadata, imagePullSecrets } = (0,json/* readObject */.Ag)(answer, api);
    const { resourceVersion } = (metadata ?? {});
    return { resourceVersion: (0,json/* readText */.yR)(resourceVersion), references: (0,json/* readObjects */.$I)(imagePullSecrets) };
}
function locateAccount({ namespace, account }) {
    return `api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(account)}`;
}
function attempt(verb, { namespace, account }) {
    return { verb, resource: 'serviceaccounts', namespace, name: account };
}
function names({ references }) {
    return references.map(({ name }) => name);
}
//# sourceMappingURL=service-account.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/rehearsal.js





/**
 * Has the server go through a write and store nothing (https://kubernetes.io/docs/reference/using-api/api-concepts/#dry-run):
 * rights, quotas and admission are judged as for the write itself. Gives one sentence for what only the write will show.
 * Throws `DCR_TARGET_REFUSED` and what `ask` throws.
 */
async function rehearseSecret(place, found, work) {
    if (found === undefined) {
        const data = { [CONFIG_KEY]: Buffer.from('{"auths":{}}').toString('base64') };
        const body = { apiVersion: 'v1', kind: 'Secret', metadata: { name: place.name }, type: PULL_SECRET_TYPE, data };
        const attempt = { verb: 'create', resource: 'secrets', namespace: place.namespace };
        return rehearse({ method: 'POST', path: locateSecrets(place.namespace), body, attempt }, work);
    }
    const attempt = { verb: 'patch', resource: 'secrets', ...place };
    return rehearse({ method: 'PATCH', path: locateSecret(place), body: { data: found.data ?? {} }, attempt }, work);
}
/** The same for the list of an account that is about to become longer. */
async function rehearseAccount(place, work) {
    const { namespace, account } = place;
    const attempt = { verb: 'patch', resource: 'serviceaccounts', namespace, name: account };
    return rehearse({ method: 'PATCH', path: locateAccount(place), body: {}, attempt }, work);
}
async function rehearse({ method, path, body, attempt }, work) {
    const { api, signal } = work;
    const answer = await api.ask({
        method,
        path,
        query: { dryRun: 'All', fieldManager: FIELD_MANAGER },
        body: { type: method === 'PATCH' ? MERGE_PATCH : json/* JSON_TYPE */.sR, text: JSON.stringify(body) },
        signal,
    });
    // Whoever is faster now is looked at again by the write.
    if (answer.status < 400 || answer.status === 409)
        return [];
    return isUnsupported(answer) ? askAccess(attempt, work) : Promise.reject(refuseAnswer(answer, attempt, api));
}
/** An admission webhook with effects of its own cannot be rehearsed: the server says so and asks it nothing. */
function isUnsupported({ status, body }) {
    return status === 400 && /dry.?run/iu.test(body);
}
/** Everybody may ask that of himself: https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access */
async function askAccess(attempt, { api, signal }) {
    const { verb, resource, namespace, name } = attempt;
    const resourceAttributes = { verb, resource, namespace, ...(name === undefined ? {} : { name }) };
    const body = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: { resourceAttributes } };
    const answer = await api.ask({
        method: 'POST',
        path: 'apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        body: { type: json/* JSON_TYPE */.sR, text: JSON.stringify(body) },
        signal,
    });
    const { status } = answer.status === 201 ? (0,json/* readObject */.Ag)(answer, api) : {};
    if (status?.allowed === false)
        throw refuseAnswer({ ...answer, status: 403 }, attempt, api);
    return ['whether an admission webhook lets the write through shows only then'];
}
//# sourceMappingURL=rehearsal.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/name.js

/**
 * As a secret or a namespace can be called: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 * Throws `DCR_INPUT_INVALID`.
 */
function name_checkName(name, what) {
    if (name.length <= 253 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/u.test(name))
        return name;
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `${what} cannot be "${name}"`,
        remedy: 'Names are lower-case letters, digits, hyphens and dots.',
    });
}
//# sourceMappingURL=name.js.map
;// CONCATENATED MODULE: ./packages/core/lib/kubernetes/wanted.js





/** What a secret is called where nobody says otherwise. */
const DEFAULT_NAME = 'dcr-credentials';
/** Throws `DCR_INPUT_INVALID` and what `checkCredential` throws. */
function readWanted(request, { clock }) {
    const reference = parseRegistry(request.registry);
    const { registry, tidied } = reference;
    const { username, password } = checkCredential(request.credential, { registry, now: clock.now() });
    const email = request.email === undefined ? {} : { email: request.email };
    const credential = { server: chooseServer(reference), username, password: password.reveal(), ...email };
    // The whole text in base64 is a form of the secret of its own: that of the password begins in the middle of a group.
    const whole = Buffer.from(composeConfig(credential)).toString('base64');
    return {
        registry,
        name: checkName(request.name ?? DEFAULT_NAME, 'the name of the secret'),
        credential,
        forms: [whole, ...deriveMaskedForms({ username, password })],
        notes: tidied,
    };
}
//# sourceMappingURL=wanted.js.map
// EXTERNAL MODULE: ./packages/core/lib/registry/reference.js
var reference = __webpack_require__(3256);
;// CONCATENATED MODULE: ./packages/core/lib/targets/kubernetes-secret/place.js





/** One place a namespace. Throws `DCR_CONFIG_INVALID`. */
function locateKubernetesSecrets(options, { cluster, registry }) {
    const { serviceAccounts: accounts = [], force = false } = options;
    const name = check(options.name ?? DEFAULT_NAME, 'name');
    const server = pull_credential_chooseServer((0,reference/* parseRegistry */.l5)(registry));
    return [...new Set(options.namespaces)].map((given) => {
        const secret = { namespace: check(given, 'namespace'), name };
        const where = `${secret.namespace}/${name} ${server}`;
        return {
            id: `kubernetes-secret ${cluster.context} ${where}`,
            type: 'kubernetes-secret',
            // Two contexts may lead to one cluster.
            writes: [`kubernetes-secret ${cluster.server.host}${cluster.server.pathname} ${where}`],
            api: cluster.server.host,
            secret,
            server,
            accounts,
            force,
        };
    });
}
function check(text, what) {
    try {
        return name_checkName(text, `the ${what} of kubernetes-secret`);
    }
    catch (error) {
        throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', { message: error.message, cause: error });
    }
}
//# sourceMappingURL=place.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/kubernetes-secret/target.js











/**
 * One registry's entry in the pull secret of each namespace, and the secret in the list of its accounts.
 * Throws `DCR_CONFIG_INVALID`, and what opening the cluster throws.
 */
async function createKubernetesSecrets(options, { ports, registry }) {
    const cluster = await ports.clusters.open(options.context);
    const places = locateKubernetesSecrets(options, { cluster, registry });
    return places.map((place) => createTarget(place, cluster, ports));
}
function createTarget(place, cluster, { clock }) {
    const { id, type, writes, api: host, secret, server, accounts, force } = place;
    const open = (signal, credential) => {
        const forms = credential === undefined ? [] : (0,masking/* deriveMaskedForms */.UO)(credential);
        return { api: openKubernetes(cluster, clock, { forms }), clock, signal };
    };
    return {
        id,
        type,
        writes,
        api: host,
        async inspect(signal) {
            const work = open(signal);
            const found = await readSecret(secret, work.api, signal);
            refuseKnown(found, place);
            const unknown = new Set(await rehearseSecret(secret, found, work));
            for (const account of accounts) {
                const at = { namespace: secret.namespace, account };
                if (await hasPullSecret(at, secret.name, work))
                    continue;
                for (const doubt of await rehearseAccount(at, work))
                    unknown.add(doubt);
            }
            const login = found === undefined ? undefined : readStored(found, server);
            return {
                stored: login === undefined ? undefined : { username: login.username, password: new credential_secret/* Secret */.z(login.password) },
                exists: login !== undefined,
                version: found?.metadata?.resourceVersion ?? null,
                since: found === undefined || login === undefined ? null : readWriteTime(found),
                unknown: [...unknown],
            };
        },
        async write(credential, facts, signal) {
            const work = open(signal, credential);
            const login = toPullCredential(credential, server);
            const guard = (found) => refuseStranger(found, { facts, login, place });
            await writeSecret({ place: secret, credential: login, replace: false, force, guard }, work);
            // In this order: an account never names a secret that is not there.
            for (const account of accounts)
                await attachPullSecret({ namespace: secret.namespace, account }, secret.name, work);
        },
        async check(credential, _facts, signal) {
            const work = open(signal, credential);
            const found = await readSecret(secret, work.api, signal);
            const holds = found !== undefined && holdsLogin(readConfigText(found), toPullCredential(credential, server));
            for (const account of holds ? accounts : [])
                if (!(await hasPullSecret({ namespace: secret.namespace, account }, secret.name, work)))
                    return { kind: 'read-back', holds: false };
            return { kind: 'read-back', holds };
        },
    };
}
function toPullCredential({ username, password }, server) {
    return { server, username, password: password.reveal() };
}
/** Whatever the new credential will be: this secret cannot take it. */
function refuseKnown(found, { secret, server, force }) {
    const any = { server, username: '', password: '' };
    const change = decideChange(found, any, { place: secret, replace: false, force });
    if (change.do === 'refuse')
        throw change.error;
}
function readStored(found, server) {
    const auths = parseAuths(readConfigText(found) || '{}') ?? {};
    const [key] = listOwnKeys(auths, server);
    return key === undefined ? undefined : readLogin(auths[key]);
}
/** Other entries may have changed since the plan; a credential that nobody has seen is never overwritten. */
function refuseStranger(found, known) {
    const { facts, login, place } = known;
    const now = found === undefined ? undefined : readStored(found, place.server);
    if (now === undefined || target_isSame(now, login))
        return;
    const seen = facts.stored;
    if (seen !== undefined && target_isSame(now, { username: seen.username, password: seen.password.reveal() }))
        return;
    throw (0,failure/* refuseTarget */.Ml)(`${place.id} was written by somebody else since it was looked at; it was left as it is`, 'If that was no rotation of yours, find out who it was; then: dcr-login rotate --resume.');
}
function target_isSame(one, other) {
    return one.username === other.username && one.password === other.password;
}
//# sourceMappingURL=target.js.map

/***/ })

};
;