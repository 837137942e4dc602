export const id = 323;
export const ids = [323];
export const modules = {

/***/ 323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createNodeHttp: () => (/* binding */ createNodeHttp)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./packages/core/lib/ports/http.js
var http = __webpack_require__(9008);
;// CONCATENATED MODULE: ./packages/core/lib/node/http-fault.js

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
    return new http/* HttpFault */.F({ kind, during, detail, cause: error });
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
;// CONCATENATED MODULE: ./packages/core/lib/node/http.js





/**
 * Requests by node's own client, with the connections kept open between the requests of one command.
 * Redirects are not followed and cookies not kept.
 */
function createNodeHttp() {
    const agents = { 'http:': new external_node_http_.Agent({ keepAlive: true }), 'https:': new external_node_https_.Agent({ keepAlive: true }) };
    return {
        request: (request) => {
            const secure = request.url.protocol === 'https:';
            return send(secure ? external_node_https_ : external_node_http_, secure ? agents['https:'] : agents['http:'], request);
        },
    };
}
function send(client, agent, request) {
    const { url, method, headers } = request;
    let during = 'connect';
    let missing = 'no connection';
    const deadline = AbortSignal.timeout(request.timeout);
    const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal]);
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            const cut = deadline.aborted ? 'timeout' : request.signal?.aborted === true ? 'cancelled' : undefined;
            reject(cut === undefined
                ? classifyFault(error, during)
                : describeCut(cut, { during, missing, timeout: request.timeout }));
        };
        // Some answers need 16 KiB of headers; more is refused by node itself.
        const options = { method, headers, agent, signal };
        const outgoing = client.request(url, options, (incoming) => {
            during = 'body';
            missing = 'no complete answer';
            readBody(incoming, method).then(resolve, fail);
        });
        outgoing.on('socket', (socket) => {
            const connected = () => {
                during = 'headers';
                missing = 'no answer';
            };
            if (!socket.connecting)
                connected();
            else if (url.protocol === 'http:')
                socket.once('connect', connected);
            else
                socket.once('connect', () => (missing = 'no TLS handshake')).once('secureConnect', connected);
        });
        outgoing.on('error', fail);
        outgoing.end();
    });
}
async function readBody(incoming, method) {
    // Names of codings have no case, and x-gzip is an old one of the same: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1
    const gzip = method !== 'HEAD' && /^\s*(?:x-)?gzip\s*$/iu.test(incoming.headers['content-encoding'] ?? '');
    const stream = gzip ? incoming.pipe((0,external_node_zlib_.createGunzip)()) : incoming;
    // An error of the source does not travel through a pipe.
    if (gzip)
        incoming.on('error', (error) => stream.destroy(error));
    const chunks = [];
    let size = 0;
    let truncated = false;
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > http/* BODY_LIMIT */.T) {
            truncated = true;
            break;
        }
        chunks.push(chunk);
    }
    // What is not read keeps the socket busy: such a connection is not used again.
    if (truncated)
        incoming.destroy();
    const headers = incoming.headersDistinct;
    return { status: incoming.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8'), truncated };
}
function describeCut(kind, { during, missing, timeout }) {
    const detail = kind === 'timeout' ? `${missing} within ${Math.max(1, Math.round(timeout / 1000))} s` : 'cancelled';
    return new http/* HttpFault */.F({ kind, during, detail });
}
//# sourceMappingURL=http.js.map

/***/ })

};
