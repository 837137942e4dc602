"use strict";
exports.id = 652;
exports.ids = [652];
exports.modules = {

/***/ 3861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ classifyFault)
/* harmony export */ });
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9008);

/** Codes of libuv, OpenSSL and node's HTTP parser. Lists: `node --help` has none; see deps/uv and node's lib/_tls_wrap.js. */
const KINDS = {
    ENOTFOUND: 'dns',
    EAI_AGAIN: 'dns',
    EAI_FAIL: 'dns',
    EAI_NODATA: 'dns',
    ECONNREFUSED: 'connect',
    EHOSTUNREACH: 'connect',
    ENETUNREACH: 'connect',
    EADDRNOTAVAIL: 'connect',
    EACCES: 'connect',
    ETIMEDOUT: 'timeout',
    ECONNRESET: 'reset',
    ECONNABORTED: 'reset',
    EPIPE: 'reset',
    ERR_STREAM_PREMATURE_CLOSE: 'reset',
    ERR_SSL_WRONG_VERSION_NUMBER: 'not-tls',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-tls',
    ERR_SSL_HTTP_REQUEST: 'not-tls',
    ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls',
};
const CERTIFICATE = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|INVALID_CA|PATH_LENGTH|HOSTNAME_)/u;
/** An error of node's client, named by what it means for a user. */
function classifyFault(error, during) {
    if (error instanceof _ports_http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFault */ .F)
        return error;
    const { code = '', message } = readError(error);
    const detail = code === '' || message.includes(code) ? message : `${code} ${message}`;
    const known = KINDS[code];
    const kind = known ??
        // Before OpenSSL's codes had names, the words were all there was.
        (code === 'EPROTO' && /wrong version number|packet length too long|http request/u.test(message)
            ? 'not-tls'
            : CERTIFICATE.test(code) || code === 'EPROTO'
                ? 'tls'
                : code.startsWith('HPE_') || code.startsWith('Z_') || code.startsWith('ERR_')
                    ? 'protocol'
                    : 'connect');
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFault */ .F({ kind, during, detail, cause: error });
}
/** Read by shape: an error that comes from another realm (a worker, a test runner) is no instance of ours. */
function readError(error) {
    if (typeof error !== 'object' || error === null)
        return { message: String(error) };
    // Happy eyeballs collects the failure of every address; the first one speaks for all.
    if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) {
        const parts = error.errors.map((part) => readError(part));
        return { ...parts[0], message: parts.map((part) => part.message).join('; ') };
    }
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    const message = 'message' in error ? String(error.message) : String(error);
    return { message, ...(code === undefined ? {} : { code }) };
}
//# sourceMappingURL=http-fault.js.map

/***/ }),

/***/ 3038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ PROXY_VARIABLES),
/* harmony export */   jm: () => (/* binding */ needsRoute),
/* harmony export */   tZ: () => (/* binding */ findHostDirectories),
/* harmony export */   z9: () => (/* binding */ listCertificateRoots)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1708);



const PROXY_VARIABLES = {
    'https:': ['HTTPS_PROXY', 'https_proxy'],
    'http:': ['HTTP_PROXY', 'http_proxy'],
};
const TRUST_VARIABLES = ['SSL_CERT_FILE', 'SSL_CERT_DIR'];
/**
 * Docker's places for the certificates of one host; the second is what a rootless dockerd reads.
 * https://docs.docker.com/engine/security/certificates/
 */
function listCertificateRoots({ variables, platform, home }) {
    if (platform === 'win32')
        return [node_path__WEBPACK_IMPORTED_MODULE_1__.join(variables['ProgramData'] ?? 'C:\\ProgramData', 'docker', 'certs.d')];
    const given = variables['XDG_CONFIG_HOME'];
    const config = given !== undefined && node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(given) ? given : node_path__WEBPACK_IMPORTED_MODULE_1__.join(home, '.config');
    return ['/etc/docker/certs.d', node_path__WEBPACK_IMPORTED_MODULE_1__.join(config, 'docker', 'certs.d')];
}
/** The directories of this host that exist. Their name may spell out the default port, but not on Windows any colon. */
function findHostDirectories(url, roots) {
    const names = url.port === '' ? [url.host, `${url.host}:443`] : [url.host];
    const spell = (name) => (node_process__WEBPACK_IMPORTED_MODULE_2__.platform === 'win32' ? name.replaceAll(':', '') : name);
    return roots
        .flatMap((root) => names.map((name) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, spell(name))))
        .filter((directory) => node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync(directory));
}
/** False where node's defaults do: all that an ordinary machine pays for proxies and private authorities. */
function needsRoute(url, { variables, certificateRoots }) {
    const secure = url.protocol === 'https:';
    const names = [...PROXY_VARIABLES[secure ? 'https:' : 'http:'], ...(secure ? TRUST_VARIABLES : [])];
    if (names.some((name) => (variables[name] ?? '') !== ''))
        return true;
    return secure && findHostDirectories(url, certificateRoots).length > 0;
}
//# sourceMappingURL=http-surroundings.js.map

/***/ }),

/***/ 652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createNodeHttp: () => (/* binding */ createNodeHttp),
/* harmony export */   createSystemHttp: () => (/* binding */ createSystemHttp),
/* harmony export */   sendRequest: () => (/* binding */ sendRequest)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1708);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9008);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9709);
/* harmony import */ var _http_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3861);
/* harmony import */ var _http_surroundings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3038);






/** As this machine is set up to reach hosts. */
function createSystemHttp(environment) {
    const certificateRoots = (0,_http_surroundings_js__WEBPACK_IMPORTED_MODULE_2__/* .listCertificateRoots */ .z9)(environment);
    return createNodeHttp({ variables: environment.variables, certificateRoots });
}
/**
 * Requests by node's own client, with the connections kept open between the requests of one command.
 * Redirects are not followed and cookies not kept.
 */
function createNodeHttp(surroundings) {
    const routes = new Map();
    const findRoute = async (url) => {
        const route = routes.get(url.origin) ?? openRoute(url, surroundings);
        routes.set(url.origin, route);
        return route;
    };
    return {
        request: async (request) => sendRequest(await findRoute(request.url), request),
        inspect: async (origin, bounds) => (await __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 5074))).inspectOrigin(origin, bounds, surroundings),
    };
}
async function openRoute(url, surroundings) {
    if ((0,_http_surroundings_js__WEBPACK_IMPORTED_MODULE_2__/* .needsRoute */ .jm)(url, surroundings))
        return (await __webpack_require__.e(/* import() */ 379).then(__webpack_require__.bind(__webpack_require__, 1379))).openRoute(url, surroundings);
    const client = url.protocol === 'https:' ? await loadHttps() : node_http__WEBPACK_IMPORTED_MODULE_0__;
    const { lookup } = surroundings;
    const agent = new client.Agent({ keepAlive: true, ...(lookup === undefined ? {} : { lookup }) });
    return { client, agent, shape: (_url, headers) => ({ headers }) };
}
/** Takes 12 ms more than http, which registries on loopback do not need. */
async function loadHttps() {
    return (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19))).default;
}
function sendRequest({ client, agent, tunnels, shape }, request) {
    const { url, method, headers } = request;
    let during = 'connect';
    let missing = 'no connection';
    let cut;
    let end = () => undefined;
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            reject(cut === undefined
                ? (0,_http_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .classifyFault */ .D)(error, during)
                : describeCut(cut, { during, missing, timeout: request.timeout }));
        };
        // Some answers need 16 KiB of headers; more is refused by node itself.
        const tunnel = tunnels === true ? new AbortController() : undefined;
        const tunnelled = tunnel === undefined ? {} : { tunnelSignal: tunnel.signal };
        const options = { method, agent, ...tunnelled, ...shape(url, headers) };
        let outgoing;
        try {
            outgoing = client.request(url, options, (incoming) => {
                during = 'body';
                missing = 'no complete answer';
                readBody(incoming, { method, limit: request.limit ?? _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .BODY_LIMIT */ .T }).then(resolve, fail);
            });
        }
        catch (error) {
            // A header that cannot be sent is thrown at once.
            fail(error);
            return;
        }
        // A 101 that nobody asked for is no response to node: it ends the request without error, and no deadline is left.
        outgoing.on('upgrade', (_incoming, socket) => {
            socket.destroy();
            reject(new _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFault */ .F({ kind: 'protocol', during, detail: 'the answer switches to another protocol' }));
        });
        outgoing.on('socket', (socket) => {
            const connected = () => {
                during = 'headers';
                missing = 'no answer';
            };
            if (!socket.connecting)
                connected();
            else if (client === node_http__WEBPACK_IMPORTED_MODULE_0__)
                socket.once('connect', connected);
            else
                socket.once('connect', () => (missing = 'no TLS handshake')).once('secureConnect', connected);
        });
        outgoing.on('error', fail);
        // Not by the option `signal`: every AbortSignal takes its request along into the old generation of node 20's heap, where
        // 20,000 requests left 30 MiB instead of none.
        end = (0,_bounds_js__WEBPACK_IMPORTED_MODULE_5__/* .bindBounds */ .B)(request, (why) => {
            cut ??= why;
            tunnel?.abort();
            outgoing.destroy();
            // On the way through a proxy it has no socket yet, and then tells nothing of its end.
            fail(undefined);
        });
        outgoing.end(request.body);
    }).finally(() => end());
}
/** We ask for gzip alone: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1 */
const KNOWN_ENCODINGS = ['', 'identity', 'gzip', 'x-gzip'];
async function readBody(incoming, { method, limit }) {
    const encoding = method === 'HEAD' ? '' : (incoming.headers['content-encoding'] ?? '').trim().toLowerCase();
    if (!KNOWN_ENCODINGS.includes(encoding)) {
        incoming.destroy();
        const detail = `the answer is encoded as "${encoding}", which was not asked for`;
        throw new _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFault */ .F({ kind: 'protocol', during: 'body', detail });
    }
    // Names of codings have no case, and x-gzip is an old one of the same.
    const gzip = encoding.endsWith('gzip');
    let received = 0;
    if (gzip)
        incoming.on('data', (chunk) => (received += chunk.length));
    // Loaded here only: few registries compress what they say, and it takes 1 ms to load.
    const stream = gzip ? incoming.pipe(node_process__WEBPACK_IMPORTED_MODULE_1__.getBuiltinModule('node:zlib').createGunzip()) : incoming;
    // An error of the source does not travel through a pipe.
    if (gzip)
        incoming.on('error', (error) => stream.destroy(error));
    const chunks = [];
    let size = 0;
    let truncated = false;
    try {
        for await (const chunk of stream) {
            size += chunk.length;
            if (size > limit) {
                truncated = true;
                break;
            }
            chunks.push(chunk);
        }
    }
    catch (error) {
        // An empty body is sent with the field of its coding all the same, and is no gzip that breaks off.
        if (!gzip || received > 0)
            throw error;
    }
    // What is not read keeps the socket busy: such a connection is not used again.
    if (truncated)
        incoming.destroy();
    const headers = incoming.headersDistinct;
    return { status: incoming.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8'), truncated };
}
function describeCut(kind, { during, missing, timeout }) {
    const detail = kind === 'timeout' ? `${missing} within ${Math.max(1, Math.round(timeout / 1000))} s` : 'cancelled';
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_4__/* .HttpFault */ .F({ kind, during, detail });
}
//# sourceMappingURL=http.js.map

/***/ }),

/***/ 9008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ HttpFault),
/* harmony export */   T: () => (/* binding */ BODY_LIMIT)
/* harmony export */ });
/** No answer came. `detail` is the system's own code or words, e.g. `ECONNREFUSED`. */
class HttpFault extends Error {
    name = 'HttpFault';
    kind;
    /** How far the exchange had come. */
    during;
    detail;
    constructor(fault) {
        super(`${fault.kind} during ${fault.during}: ${fault.detail}`, { cause: fault.cause });
        this.kind = fault.kind;
        this.during = fault.during;
        this.detail = fault.detail;
    }
}
/** 1 MiB, after decompression. No answer that a login needs is larger; containers/image caps tokens alike. */
const BODY_LIMIT = 1024 * 1024;
//# sourceMappingURL=http.js.map

/***/ })

};
;