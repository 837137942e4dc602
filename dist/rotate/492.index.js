"use strict";
exports.id = 492;
exports.ids = [492];
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

/***/ 5492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createJenkinsCredential: () => (/* binding */ createJenkinsCredential)
});

// EXTERNAL MODULE: ./packages/core/lib/credential/masking.js
var masking = __webpack_require__(5875);
// EXTERNAL MODULE: ./packages/core/lib/api/client.js
var client = __webpack_require__(7927);
// EXTERNAL MODULE: ./packages/core/lib/api/failure.js
var failure = __webpack_require__(2676);
// EXTERNAL MODULE: ./packages/core/lib/api/json.js
var json = __webpack_require__(8726);
// EXTERNAL MODULE: ./packages/core/lib/api/token.js
var api_token = __webpack_require__(6123);
// EXTERNAL MODULE: ./packages/core/lib/registry/exchange.js
var exchange = __webpack_require__(7036);
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/api.js





/** `forms`: of the credential that is being written. Throws `DCR_CREDENTIAL_MISSING`. */
function openJenkins(place, ports, forms = []) {
    const name = `Jenkins (${place.base.host})`;
    const username = (0,api_token/* readApiVariable */.P)(ports.environment, { variable: place.userEnv, api: name, setting: 'userEnv' });
    const token = (0,api_token/* readApiToken */.q)(ports.environment, { variable: place.tokenEnv, api: name, username });
    const headers = { authorization: (0,exchange/* encodeBasic */.rY)(username, token.value.reveal()), accept: '*/*' };
    const secret = [...token.forms, ...forms];
    const api = (0,client/* createApi */.x)({ base: place.base, name: 'Jenkins', headers, forms: secret }, ports);
    return { ...api, ask: (request) => askWithCrumb(api, request) };
}
/**
 * An API token needs no crumb; a password does, and the session that it was made for.
 * https://www.jenkins.io/doc/book/security/csrf-protection/
 */
async function askWithCrumb(api, request) {
    const answer = await api.ask(request);
    if (answer.status !== 403 || request.method !== 'POST' || !/valid crumb/iu.test(answer.body))
        return answer;
    const issued = await api.ask({ method: 'GET', path: 'crumbIssuer/api/json', signal: request.signal });
    if (issued.status !== 200)
        return answer;
    const { crumb, crumbRequestField: field } = (0,json/* readObject */.Ag)(issued, api);
    const cookie = (issued.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
    const headers = { ...request.headers, [(0,json/* readText */.yR)(field) ?? 'Jenkins-Crumb']: (0,json/* readText */.yR)(crumb) ?? '', cookie };
    return api.ask({ ...request, headers });
}
/** Why Jenkins will not do it, and what the user or the place lacks. */
function refuseJenkins(place, answer, api) {
    const { label, userEnv, tokenEnv } = place;
    const message = `${label} of Jenkins cannot be written: Jenkins answered ${(0,failure/* describeAnswer */.O1)(answer, api.forms)}`;
    const needs = `Give the user in ${userEnv} the permissions Credentials/View, Create and Update there`;
    const remedies = {
        401: `The API token in ${tokenEnv} is not that of the user in ${userEnv}, or was revoked: make a new one.`,
        403: `${needs}.`,
        404: `Check address, folder and domain. Jenkins says 404 also where the user may not look: ${needs}, and Item/Read.`,
    };
    return (0,failure/* refuseTarget */.Ml)(message, remedies[answer.status] ?? `${needs}.`);
}
//# sourceMappingURL=api.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/document.js
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:$-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|</gu;
/** Undefined for what is no such document. A `<` that begins nothing known, a DOCTYPE among others, is none. */
function parseDocument(text) {
    const open = [];
    const fields = [];
    let className;
    let end;
    for (const token of text.matchAll(TOKEN)) {
        const [whole, closing, name, , empty] = token;
        if (name === undefined) {
            if (whole === '<')
                return undefined;
            continue;
        }
        const next = token.index + whole.length;
        if (closing === '/') {
            const last = open.pop();
            if (last?.name !== name)
                return undefined;
            if (open.length === 1)
                fields.push({ name, start: last.start, end: next, inner: text.slice(last.inner, token.index) });
            if (open.length === 0)
                end = token.index;
            continue;
        }
        if (open.length === 0) {
            if (className !== undefined)
                return undefined;
            className = name;
        }
        if (empty === '/' && open.length === 1)
            fields.push({ name, start: token.index, end: next, inner: '' });
        if (empty !== '/')
            open.push({ name, start: token.index, inner: next });
    }
    if (className === undefined || end === undefined || open.length > 0)
        return undefined;
    return { text, className, fields, end };
}
/** The text of a field, undefined where it is missing or holds elements. */
function readField(document, name) {
    const field = document.fields.find((one) => one.name === name);
    return field === undefined || field.inner.includes('<') ? undefined : unescapeXml(field.inner);
}
/** The same document with another text in this field, and every other byte as it was. */
function replaceField(document, name, value) {
    const field = document.fields.find((one) => one.name === name);
    const [start, end] = field === undefined ? [document.end, document.end] : [field.start, field.end];
    const text = `${document.text.slice(0, start)}<${name}>${escapeXml(value)}</${name}>${document.text.slice(end)}`;
    const changed = parseDocument(text);
    if (changed === undefined)
        throw new Error('a credential document was broken by its own edit');
    return changed;
}
/** What XML 1.0 cannot carry in any form: https://www.w3.org/TR/xml/#charsets */
function hasForbiddenCharacter(value) {
    // oxlint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(value);
}
function escapeXml(value) {
    return (value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        // A parser would tidy them away, and XML 1.1, in which Jenkins writes, these two as well: https://www.w3.org/TR/xml11/#sec-line-ends
        .replace(/[\r\n\t\u0085\u2028]/gu, (c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`));
}
function unescapeXml(text) {
    const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
    return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
        if (name !== undefined)
            return named[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
//# sourceMappingURL=document.js.map
// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __webpack_require__(7706);
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/owner.js

/**
 * Configuration as Code puts its own value back when it is loaded the next time. It keeps the system's credentials only,
 * and tells by its export which it knows; that needs the right to see the whole configuration.
 * Throws `DCR_TARGET_FOREIGN`; what could not be asked is returned as a sentence.
 */
async function inspectOwner({ place, api, signal }) {
    if (!place.isSystem || place.force)
        return [];
    const answer = await api.ask({ method: 'POST', path: 'configuration-as-code/export', signal });
    // The plugin is not there.
    if (answer.status === 404)
        return [];
    if (answer.status !== 200 || answer.truncated)
        return [`whether Configuration as Code owns ${place.label} of Jenkins cannot be seen by this user`];
    if (!exportsCredential(answer.body, place.credential))
        return [];
    const message = `${place.label} of Jenkins is in the export of Configuration as Code, which would put its own value back at the next reload`;
    const remedy = 'Change the value at its source (the YAML file or the secret that it names). If no file of yours holds this id, set force: true on the target.';
    throw new errors/* DcrError */.ol('DCR_TARGET_FOREIGN', { message, remedy });
}
/** Whether the top-level key `credentials` holds this id. The export has a plain shape: a key and a value a line. */
function exportsCredential(yaml, id) {
    const lines = yaml.split(/\r?\n/u);
    const start = lines.findIndex((line) => /^credentials:\s*$/u.test(line));
    if (start < 0)
        return false;
    const after = lines.slice(start + 1);
    const end = after.findIndex((line) => /^\S/u.test(line));
    const ids = after
        .slice(0, end < 0 ? undefined : end)
        .map((line) => /^\s+(?:- )?id:\s*(?:"([^"]*)"|'([^']*)'|(\S+))\s*$/u.exec(line)?.slice(1).find(Boolean));
    return ids.includes(id);
}
//# sourceMappingURL=owner.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/address.js
var api_address = __webpack_require__(4870);
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/place.js


/** Throws `DCR_CONFIG_INVALID`. */
function locateJenkinsCredential(options) {
    const { id, folder = '', domain = '_', tokenEnv = 'JENKINS_TOKEN', userEnv = 'JENKINS_USER' } = options;
    const base = (0,api_address/* parseApiAddress */.M)(options.url, `url of jenkins-credential ${id}`);
    const levels = folder.split('/').filter((level) => level !== '');
    // Ids that the form of Jenkins takes; dots alone would climb out of the path.
    if (!/^[A-Za-z0-9_.-]+$/u.test(id) || [id, domain, ...levels].some((part) => /^\.{1,2}$/u.test(part)))
        throw new errors/* DcrError */.ol('DCR_CONFIG_INVALID', {
            message: `jenkins-credential cannot have the id ${JSON.stringify(id)}`,
        });
    const folders = levels.map((level) => `job/${encodeURIComponent(level)}/`).join('');
    const store = levels.length === 0 ? 'system' : 'folder';
    const address = `${base.host}${base.pathname.replace(/\/$/u, '')}`;
    const words = [
        'jenkins-credential',
        address,
        levels.length === 0 ? '' : `folder ${levels.join('/')}`,
        domain === '_' ? '' : `domain ${domain}`,
        id,
    ];
    const name = words.filter((word) => word !== '').join(' ');
    return {
        id: name,
        type: 'jenkins-credential',
        writes: [name],
        api: base.host,
        base,
        credential: id,
        label: `credential ${id}${levels.length === 0 ? '' : ` in folder ${levels.join('/')}`}`,
        domain: `${folders}credentials/store/${store}/domain/${encodeURIComponent(domain)}`,
        isSystem: levels.length === 0,
        marker: options.marker === 'description',
        force: options.force === true,
        tokenEnv,
        userEnv,
    };
}
//# sourceMappingURL=place.js.map
// EXTERNAL MODULE: ./packages/core/lib/api/time.js
var time = __webpack_require__(121);
// EXTERNAL MODULE: ./packages/core/lib/credential/credential.js
var credential = __webpack_require__(4910);
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/marker.js


const MARKER = / ?\[dcr-login (\d{4}-\d\d-\d\dT[\d:]+Z [0-9a-z]{6})\]/u;
/** When a credential was written last, as its description tells it; nothing of the credential is in it. */
function readMarker(description) {
    const text = MARKER.exec(description)?.[1];
    return text === undefined ? undefined : { text, at: (0,time/* parseInstant */.n)(text.split(' ')[0]) };
}
/** The description with a new marker in place of the old one. Six random letters tell two writes of one second apart. */
function renewMarker(description, clock) {
    const letters = Math.floor(clock.random() * 36 ** 6)
        .toString(36)
        .padStart(6, '0');
    const marker = `[dcr-login ${(0,credential/* formatTime */.fU)(clock.now())} ${letters}]`;
    const bare = description.replace(MARKER, '');
    return bare === '' ? marker : `${bare} ${marker}`;
}
//# sourceMappingURL=marker.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/stored.js




const USERNAME_PASSWORD = 'com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl';
/** The credential as it stands, with the password blacked out. Throws `DCR_TARGET_REFUSED` for another kind of credential. */
async function readCredential({ place, api, signal }) {
    const answer = await api.ask({ method: 'GET', path: pathOf(place), signal });
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw refuseJenkins(place, answer, api);
    const document = answer.truncated ? undefined : parseDocument(answer.body);
    if (document?.className === USERNAME_PASSWORD)
        return document;
    const kind = document === undefined ? 'no credential that can be read' : `a ${document.className}`;
    const remedy = 'Name another id: only the kind "Username with password" holds what a registry needs.';
    throw (0,failure/* refuseTarget */.Ml)(`${place.label} of Jenkins is ${kind}; it was left as it is`, remedy);
}
/** A missing credential can be made only where its store can be seen. */
async function requireStore({ place, api, signal }) {
    const query = { tree: 'credentials[id]' };
    const answer = await api.ask({ method: 'GET', path: `${place.domain}/api/json`, query, signal });
    if (answer.status !== 200)
        throw refuseJenkins(place, answer, api);
}
function pathOf({ domain, credential }) {
    return `${domain}/credential/${encodeURIComponent(credential)}/config.xml`;
}
function markerOf(document) {
    return document === undefined ? undefined : readMarker(readField(document, 'description') ?? '');
}
//# sourceMappingURL=stored.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/write.js





const XML_TYPE = 'application/xml; charset=utf-8';
/** How often a credential that comes and goes under our hands is looked at again. */
const TRIES = 3;
/** Throws `DCR_TARGET_REFUSED`, also where the marker of another rotation came since `facts`. */
async function writeCredential(credential, facts, work) {
    const { place } = work;
    if (hasForbiddenCharacter(`${credential.username}${credential.password.reveal()}`)) {
        const message = `${place.label} of Jenkins cannot hold the new value: it has characters that XML cannot carry`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Have the issuer give a value without control characters.');
    }
    for (let tries = 1; tries <= TRIES; tries += 1) {
        const document = await readCredential(work);
        const done = document === undefined
            ? await create(credential, work)
            : await update(document, credential, { ...work, seen: facts.version });
        if (!done)
            continue;
        await write_confirm(credential, work);
        return;
    }
    const message = `${place.label} of Jenkins is made and removed by somebody else at the same time`;
    throw (0,failure/* refuseTarget */.Ml)(message, 'Find out who else writes it, then: dcr-login rotate --resume.');
}
async function update(document, credential, work) {
    const { place, api, signal, clock, seen } = work;
    if (place.marker && (markerOf(document)?.text ?? null) !== seen) {
        const message = `${place.label} of Jenkins was written by another rotation since it was looked at; it was left as it is`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Find out who else rotates it, then: dcr-login rotate --resume.');
    }
    let changed = replaceField(document, 'username', credential.username);
    changed = replaceField(changed, 'password', credential.password.reveal());
    if (place.marker)
        changed = replaceField(changed, 'description', renewMarker(readField(document, 'description') ?? '', clock));
    // Posted back, the blacked-out text would become the value of whatever field it stands in.
    if (changed.text.includes('<secret-redacted')) {
        const message = `${place.label} of Jenkins has a second secret, which Jenkins does not tell and a write would destroy`;
        throw (0,failure/* refuseTarget */.Ml)(message, 'Name another id, or write it by hand.');
    }
    const body = { type: XML_TYPE, text: changed.text };
    const answer = await api.ask({ method: 'POST', path: pathOf(place), body, signal });
    if (answer.status === 404)
        return false;
    if (answer.status !== 200)
        throw refuseJenkins(place, answer, api);
    return true;
}
async function create(credential, work) {
    const { place, api, signal, clock } = work;
    const body = { type: XML_TYPE, text: buildDocument(credential, place, clock) };
    const answer = await api.ask({ method: 'POST', path: `${place.domain}/createCredentials`, body, signal });
    if (answer.status === 409)
        return false;
    if (answer.status !== 200)
        throw refuseJenkins(place, answer, api);
    return true;
}
/** Without `usernameSecret` Jenkins would take the user name for a secret, too, and blank it in every log. */
function buildDocument({ username, password }, place, clock) {
    const description = place.marker ? renewMarker('', clock) : '';
    const fields = [
        ['scope', 'GLOBAL'],
        ['id', place.credential],
        ['description', description],
        ['username', username],
        ['password', password.reveal()],
        ['usernameSecret', 'false'],
    ];
    const inner = fields.map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`).join('');
    return `<${USERNAME_PASSWORD}>${inner}</${USERNAME_PASSWORD}>`;
}
/** Jenkins says 200 to an update that it did not make, so what can be seen of it is looked at. */
async function write_confirm(credential, work) {
    const document = await readCredential(work);
    if (document !== undefined && readField(document, 'username') === credential.username)
        return;
    const message = `${work.place.label} of Jenkins does not have the user name that was written, though Jenkins said 200`;
    throw (0,failure/* refuseTarget */.Ml)(message, 'See the log of Jenkins for the reason, then: dcr-login rotate --resume.');
}
//# sourceMappingURL=write.js.map
;// CONCATENATED MODULE: ./packages/core/lib/targets/jenkins-credential/target.js







/**
 * One credential of the kind "Username with password". Jenkins tells neither the password nor the time of a write; with
 * `marker: description` the description does. Throws `DCR_CONFIG_INVALID`.
 */
function createJenkinsCredential(options, ports) {
    const place = locateJenkinsCredential(options);
    const { id, type, writes, api: host } = place;
    return {
        id,
        type,
        writes,
        api: host,
        async inspect(signal) {
            const work = { place, api: openJenkins(place, ports), signal };
            const document = await readCredential(work);
            if (document === undefined)
                await requireStore(work);
            const foreign = document === undefined ? [] : await inspectOwner(work);
            const marker = place.marker ? markerOf(document) : undefined;
            const right = document === undefined ? 'Credentials/Create' : 'Credentials/Update';
            return {
                stored: undefined,
                exists: document !== undefined,
                version: marker?.text ?? null,
                since: marker?.at ?? null,
                unknown: [...foreign, `whether the user in ${place.userEnv} has ${right} there shows only on the write`],
            };
        },
        async write(credential, facts, signal) {
            const api = openJenkins(place, ports, (0,masking/* deriveMaskedForms */.UO)(credential));
            await writeCredential(credential, facts, { place, api, signal, clock: ports.clock });
        },
        async check(credential, facts, signal) {
            const document = await readCredential({ place, api: openJenkins(place, ports), signal });
            const isOurs = document !== undefined && readField(document, 'username') === credential.username;
            if (!place.marker)
                return isOurs ? { kind: 'none', holds: true } : { kind: 'metadata', holds: false };
            const marker = markerOf(document)?.text;
            return { kind: 'metadata', holds: isOurs && marker !== undefined && marker !== facts.version };
        },
    };
}
//# sourceMappingURL=target.js.map

/***/ })

};
;