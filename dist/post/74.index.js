"use strict";
exports.id = 74;
exports.ids = [74,379];
exports.modules = {

/***/ 74:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inspectOrigin: () => (/* binding */ inspectOrigin)
/* harmony export */ });
/* harmony import */ var node_dns__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(610);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8);
/* harmony import */ var _http_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(861);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(386);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(379);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(120);
/* harmony import */ var _tunnel_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(114);








/** The way to an origin by the same choices as a request's. No request is sent, so a stranger may be shaken hands with. */
async function inspectOrigin(origin, { timeout, signal }, surroundings) {
    const draft = { addresses: [], files: [], builtInRoots: true };
    const deadline = AbortSignal.timeout(timeout);
    const bounds = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
    try {
        await look(origin, { draft, signal: bounds, surroundings });
    }
    catch (error) {
        const cut = bounds.aborted ? (deadline.aborted ? 'timeout' : 'cancelled') : undefined;
        draft.fault =
            cut === undefined
                ? (0,_http_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .classifyFault */ .D)(error, 'connect')
                : new _ports_http_js__WEBPACK_IMPORTED_MODULE_3__/* .HttpFault */ .F({
                    kind: cut,
                    during: 'connect',
                    detail: `no connection within ${Math.round(timeout / 1000)} s`,
                });
    }
    return draft;
}
async function look(origin, { draft, signal, surroundings }) {
    const choice = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseProxy */ .U)(origin, surroundings.variables);
    const proxy = 'proxy' in choice ? choice.proxy : undefined;
    draft.proxy = 'none' in choice ? choice : describeProxy(choice.proxy);
    const secure = origin.protocol === 'https:';
    const trust = secure ? (0,_trust_js__WEBPACK_IMPORTED_MODULE_5__/* .readTrust */ .b)(origin, surroundings) : { context: undefined, files: [], builtInRoots: true };
    draft.files = trust.files;
    draft.builtInRoots = trust.builtInRoots;
    const host = origin.hostname.replace(/^\[|\]$/gu, '');
    const port = origin.port === '' ? (secure ? 443 : 80) : Number(origin.port);
    draft.addresses = await Promise.race([
        listAddresses(proxy?.hostname ?? host, surroundings.lookup),
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    ]);
    const socket = proxy === undefined
        ? await dial({ host, port }, signal, surroundings.lookup)
        : await (0,_tunnel_js__WEBPACK_IMPORTED_MODULE_6__/* .openTunnel */ .X)({ host, port }, (0,_route_js__WEBPACK_IMPORTED_MODULE_7__.toTunnelOptions)(proxy, surroundings), signal);
    draft.remote = socket.remoteAddress ?? '';
    if (!secure)
        return void socket.destroy();
    const servername = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) > 0 ? {} : { servername: host };
    const options = { ...(0,_route_js__WEBPACK_IMPORTED_MODULE_7__.toTlsOptions)(trust), ...servername, host, socket, rejectUnauthorized: false };
    const peer = await (0,_tunnel_js__WEBPACK_IMPORTED_MODULE_6__/* .shakeHands */ .Jm)(options, signal);
    const problem = peer.authorized ? undefined : String(peer.authorizationError);
    draft.tls = { protocol: peer.getProtocol() ?? '', problem, chain: readChain(peer) };
    peer.destroy();
}
function describeProxy({ address, variable, authorization }) {
    return { address, variable, hasCredential: authorization !== undefined };
}
function listAddresses(host, lookup = node_dns__WEBPACK_IMPORTED_MODULE_0__.lookup) {
    return new Promise((resolve, reject) => {
        if ((0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) > 0)
            return resolve([host]);
        lookup(host, { all: true }, (error, found) => {
            if (error !== null)
                reject(error);
            else
                resolve(found.map(({ address }) => address));
        });
    });
}
function dial(target, signal, lookup) {
    return new Promise((resolve, reject) => {
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.connect)({ ...target, ...(lookup === undefined ? {} : { lookup }) });
        signal.addEventListener('abort', () => socket.destroy(new Error('aborted')), { once: true });
        // Stays, for an abort comes here as well when the connection stands: rejecting again does nothing then.
        socket.on('error', reject);
        socket.once('connect', () => resolve(socket));
    });
}
/** The certificates as the peer sent them, and the authority's own where it is known here. */
function readChain(peer) {
    const chain = [];
    let next = peer.getPeerX509Certificate();
    // One that vouches for itself is its own issuer.
    while (next !== undefined &&
        chain.length < 10 &&
        !chain.some(({ fingerprint256 }) => fingerprint256 === next?.fingerprint256)) {
        chain.push(next);
        next = next.issuerCertificate;
    }
    return chain.map(({ subject, issuer, subjectAltName, validFrom, validTo }) => ({
        subject: subject.replaceAll('\n', ', '),
        issuer: issuer.replaceAll('\n', ', '),
        names: subjectAltName ?? '',
        validFrom: Date.parse(validFrom),
        validTo: Date.parse(validTo),
    }));
}
//# sourceMappingURL=inspect.js.map

/***/ }),

/***/ 386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ chooseProxy)
/* harmony export */ });
/* unused harmony export parseProxy */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(136);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8);
/* harmony import */ var _http_surroundings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38);




/**
 * The proxy for this URL by the rules of Go's `ProxyFromEnvironment`, which docker, podman and skopeo go by, so that a
 * probe takes the way that the client will take: the upper-case variable wins, loopback is never proxied, and `ALL_PROXY`
 * is not read. Source: https://pkg.go.dev/golang.org/x/net/http/httpproxy
 * Throws a `configuration` fault for a proxy that cannot be used; its text never shows a credential.
 */
function chooseProxy(url, variables) {
    const names = _http_surroundings_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_VARIABLES */ .bD[url.protocol === 'https:' ? 'https:' : 'http:'];
    const variable = names.find((name) => (variables[name] ?? '') !== '');
    if (variable === undefined)
        return { none: `${names[0]} is not set` };
    const bypass = findBypass(url, variables);
    if (bypass !== undefined)
        return { none: bypass };
    // A web server hands the field `Proxy` of a request to its CGI programs as HTTP_PROXY: https://httpoxy.org
    if (variable === 'HTTP_PROXY' && (variables['REQUEST_METHOD'] ?? '') !== '')
        throw refuse(`HTTP_PROXY is not used where REQUEST_METHOD is set (CGI): whoever sends the request could have set it`);
    return { proxy: parseProxy(variables[variable] ?? '', variable) };
}
/** `variable`: what names it, for messages. Throws a `configuration` fault. */
function parseProxy(text, variable) {
    // `proxy:3128` alone parses as a URL of the scheme `proxy`; Go, too, then reads it as http.
    const candidate = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `http://${text}`;
    if (!URL.canParse(candidate))
        throw refuse(`${variable} holds no proxy address`);
    const url = new URL(candidate);
    const { protocol, hostname } = url;
    if (protocol !== 'http:' && protocol !== 'https:')
        throw refuse(`${variable} names a ${protocol.slice(0, -1)} proxy; only http and https proxies can be used`);
    const port = url.port === '' ? (protocol === 'https:' ? 443 : 80) : Number(url.port);
    return {
        protocol,
        hostname: bare(hostname),
        port,
        authorization: readAuthorization(url, variable),
        address: `${protocol}//${hostname}:${port}`,
        variable,
    };
}
function readAuthorization({ username, password }, variable) {
    if (username === '' && password === '')
        return undefined;
    try {
        const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
        return `Basic ${Buffer.from(pair).toString('base64')}`;
    }
    catch {
        throw refuse(`${variable} holds a user or password with a broken percent sequence; write % as %25`);
    }
}
/** Why no proxy applies to this URL, or undefined where one does. */
function findBypass(url, variables) {
    const host = unmap(bare(url.hostname));
    if (host === 'localhost' || ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) > 0 && LOOPBACK.check(host, family(host))))
        return 'loopback is never proxied';
    const name = (variables['NO_PROXY'] ?? '') === '' ? 'no_proxy' : 'NO_PROXY';
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    const entries = (variables[name] ?? '').split(',').map((entry) => entry.trim().toLowerCase());
    const entry = entries.find((candidate) => candidate !== '' && matches(candidate, host, port));
    return entry === undefined ? undefined : `"${entry}" in ${name}`;
}
function matches(entry, host, port) {
    if (entry === '*')
        return true;
    const [, network = '', prefix] = /^([0-9a-f.:]+)\/(\d{1,3})$/u.exec(entry) ?? [];
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network) > 0)
        return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) > 0 && isWithin(host, network, Number(prefix));
    const [, bracketed, name = '', wantedPort = ''] = /^(?:\[([^\]]+)\](?=:)|([^:]*))(?::([^:]*))?$/u.exec(entry) ?? [];
    // An IPv6 address without brackets is all colons and has no port.
    const wanted = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(entry) > 0 ? entry : (bracketed ?? name);
    if (wanted === '' || ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(entry) === 0 && wantedPort !== '' && wantedPort !== port))
        return false;
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(wanted) > 0)
        return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) > 0 && isWithin(host, wanted, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(wanted) === 4 ? 32 : 128);
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) > 0)
        return false;
    // `example.com` is itself and everything below it, `.example.com` and `*.example.com` only what is below.
    const [, below, domain = ''] = /^(\*?\.)?(.*)$/su.exec(wanted) ?? [];
    // Of plain ASCII, node would make an address where it can.
    const suffix = /[^ -~]/u.test(domain) ? (0,node_url__WEBPACK_IMPORTED_MODULE_1__.domainToASCII)(domain) || domain : domain;
    return host.endsWith(`.${suffix}`) || (below === undefined && host === suffix);
}
function isWithin(host, network, prefix) {
    if (prefix > ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network) === 4 ? 32 : 128))
        return false;
    const plain = unmap(network);
    // An IPv4 network can be written as the last part of IPv6, but no other IPv6 network holds an IPv4 address.
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(plain) !== (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host))
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(plain, plain === network ? prefix : Math.max(0, prefix - 96), family(plain));
    return list.check(host, family(host));
}
/** The IPv4 address that an IPv6 one stands for, `::ffff:10.1.2.3` or `::ffff:a01:203`. */
function unmap(address) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) !== 6)
        return address;
    const { hostname } = new URL(`http://[${address}]`);
    const [, high = '', low = ''] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/u.exec(hostname) ?? [];
    if (low === '')
        return address;
    const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
    return [a >> 8, a & 255, b >> 8, b & 255].join('.');
}
const LOOPBACK = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
function family(address) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) === 4 ? 'ipv4' : 'ipv6';
}
function bare(hostname) {
    return hostname.replace(/^\[|\]$/gu, '').toLowerCase();
}
function refuse(detail) {
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_3__/* .HttpFault */ .F({ kind: 'configuration', during: 'connect', detail });
}
//# sourceMappingURL=proxy.js.map

/***/ }),

/***/ 379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRoute: () => (/* binding */ openRoute),
/* harmony export */   toTlsOptions: () => (/* binding */ toTlsOptions),
/* harmony export */   toTunnelOptions: () => (/* binding */ toTunnelOptions)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(327);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(386);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(120);
/* harmony import */ var _tunnel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(114);





/** Throws a `configuration` fault for a variable or file that cannot be used. */
function openRoute(url, options) {
    const { variables, lookup } = options;
    const secure = url.protocol === 'https:';
    const looking = lookup === undefined ? {} : { lookup };
    const agentOptions = { keepAlive: true, ...looking, ...(secure ? toTlsOptions((0,_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .readTrust */ .b)(url, options)) : {}) };
    const choice = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_3__/* .chooseProxy */ .U)(url, variables);
    const direct = (_url, headers) => ({ headers });
    if ('none' in choice) {
        const client = secure ? node_https__WEBPACK_IMPORTED_MODULE_1__ : node_http__WEBPACK_IMPORTED_MODULE_0__;
        return { client, agent: new client.Agent(agentOptions), shape: direct };
    }
    const { proxy } = choice;
    const tunnel = toTunnelOptions(proxy, options);
    if (secure)
        return { client: node_https__WEBPACK_IMPORTED_MODULE_1__, agent: new _tunnel_js__WEBPACK_IMPORTED_MODULE_4__/* .TunnelAgent */ .ag(agentOptions, tunnel), tunnels: true, shape: direct };
    const client = proxy.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__ : node_http__WEBPACK_IMPORTED_MODULE_0__;
    const { context } = tunnel;
    return {
        client,
        agent: new client.Agent({
            keepAlive: true,
            ...looking,
            ...(context === undefined ? {} : { secureContext: context }),
        }),
        // Absolute form: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
        shape: (target, headers) => ({
            protocol: proxy.protocol,
            hostname: proxy.hostname,
            port: proxy.port,
            path: `${target.origin}${target.pathname}${target.search}`,
            headers: {
                ...headers,
                host: target.host,
                ...(proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }),
            },
        }),
    };
}
/** The options of an agent or socket by which this trust counts. */
function toTlsOptions({ context }) {
    return context === undefined ? {} : { secureContext: context };
}
/** What is trusted for one registry alone says nothing about the proxy on the way to it. */
function toTunnelOptions(proxy, surroundings) {
    const { lookup } = surroundings;
    const trust = proxy.protocol === 'https:'
        ? (0,_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .readTrust */ .b)(new URL(proxy.address), { ...surroundings, certificateRoots: [] })
        : undefined;
    return {
        proxy,
        ...(trust?.context === undefined ? {} : { context: trust.context }),
        ...(lookup === undefined ? {} : { lookup }),
    };
}
//# sourceMappingURL=route.js.map

/***/ }),

/***/ 120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readTrust)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(760);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(311);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8);
/* harmony import */ var _http_surroundings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38);






/**
 * As docker does: what `certs.d` holds is added to the system's roots. `SSL_CERT_FILE` and `SSL_CERT_DIR` are Go's: the
 * file replaces the system's bundle and the directory its directory, so only both together replace all roots; node's own
 * stand in for the half that was not replaced. https://pkg.go.dev/crypto/x509#SystemCertPool
 * Throws a `configuration` fault that names the file.
 */
function readTrust(url, { variables, certificateRoots }) {
    const { SSL_CERT_FILE: file = '', SSL_CERT_DIR: directory = '' } = variables;
    const read = [
        ...(file === '' ? [] : [readBundle(file, 'SSL_CERT_FILE')]),
        ...(directory === '' ? [] : directory.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).flatMap((name) => readDirectory(name))),
    ];
    const hosts = (0,_http_surroundings_js__WEBPACK_IMPORTED_MODULE_4__/* .findHostDirectories */ .tZ)(url, certificateRoots).map((place) => readHostDirectory(place));
    const own = hosts.flatMap(({ authorities }) => authorities);
    const client = hosts.find(({ pair }) => pair !== undefined)?.pair;
    const builtInRoots = file === '' || directory === '';
    const added = [...read, ...own];
    // NODE_EXTRA_CA_CERTS adds in any case: it was set for this very program.
    const extra = readExtra(variables);
    const defaults = builtInRoots ? listDefaultRoots(extra) : extra.certificates;
    const ca = added.length === 0 ? {} : { ca: [...new Set([...defaults, ...added.flatMap(({ certificates }) => certificates)])] };
    const pair = client === undefined ? {} : { cert: client.cert, key: client.key };
    return {
        context: added.length === 0 && client === undefined ? undefined : node_tls__WEBPACK_IMPORTED_MODULE_3__.createSecureContext({ ...ca, ...pair }),
        files: [
            ...(extra.certificates.length === 0 ? [] : [extra.file]),
            ...added.map((bundle) => bundle.file),
            ...(client?.files ?? []),
        ],
        builtInRoots,
    };
}
/** What counts when no `ca` is given; naming one switches all of it off, NODE_EXTRA_CA_CERTS too. */
function listDefaultRoots(extra) {
    // Node 22.15 and later tell it; they know --use-system-ca as well.
    const { getCACertificates } = node_tls__WEBPACK_IMPORTED_MODULE_3__;
    return getCACertificates?.('default') ?? [...node_tls__WEBPACK_IMPORTED_MODULE_3__.rootCertificates, ...extra.certificates];
}
/** One that cannot be read is ignored by node, with a warning of its own at start. */
function readExtra(variables) {
    const file = variables['NODE_EXTRA_CA_CERTS'] ?? '';
    return { file, certificates: file === '' ? [] : tryReadPem(file) };
}
function readHostDirectory(directory) {
    const names = attempt(directory, () => node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync(directory)).toSorted();
    const partner = (name, from, to) => `${name.slice(0, -from.length)}${to}`;
    for (const name of names) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, name);
        if (name.endsWith('.cert') && !names.includes(partner(name, '.cert', '.key')))
            throw refuse(`${file} has no ${partner(name, '.cert', '.key')} beside it (a CA's certificate must end in .crt)`);
        if (name.endsWith('.key') && !names.includes(partner(name, '.key', '.cert')))
            throw refuse(`${file} has no ${partner(name, '.key', '.cert')} beside it`);
    }
    const authorities = names
        .filter((name) => name.endsWith('.crt'))
        .map((name) => readAuthority(node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, name)));
    // Node can offer one; docker offers the first that the server's list of authorities fits.
    const cert = names.find((name) => name.endsWith('.cert'));
    return { authorities, pair: cert === undefined ? undefined : readPair(node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, cert)) };
}
function readPair(certFile) {
    const keyFile = certFile.replace(/\.cert$/u, '.key');
    const [cert, key] = [certFile, keyFile].map((file) => attempt(file, () => node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(file, 'utf8')));
    // OpenSSL's own words name no file, and none of them repeats what the file holds.
    attempt(`${certFile} with ${keyFile}`, () => node_tls__WEBPACK_IMPORTED_MODULE_3__.createSecureContext({ cert, key }));
    return { cert, key, files: [certFile, keyFile] };
}
/** Not each certificate is looked at, which would cost more than all the rest: a broken one is one that nobody trusts. */
function readBundle(file, why) {
    const certificates = splitPem(attempt(`${file} (${why})`, () => node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(file, 'utf8')));
    if (certificates.length === 0)
        throw refuse(`${file} (${why}) holds no PEM certificate`);
    return { file, certificates };
}
/** The few that somebody has put there by hand for one host. */
function readAuthority(file) {
    const bundle = readBundle(file, "docker's certs.d");
    for (const certificate of bundle.certificates)
        attempt(file, () => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(certificate));
    return bundle;
}
/** A directory of many: what is missing, unreadable or no certificate is passed over, as OpenSSL and Go do. */
function readDirectory(directory) {
    try {
        const files = node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync(directory).map((name) => node_path__WEBPACK_IMPORTED_MODULE_2__.join(directory, name));
        const found = files.filter((file) => !isAlias(file)).flatMap((file) => tryReadPem(file));
        return found.length === 0 ? [] : [{ file: directory, certificates: found }];
    }
    catch {
        return [];
    }
}
/** `openssl rehash` gives every certificate a second name, by its hash, in the same directory. */
function isAlias(file) {
    return node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync(file).isSymbolicLink() && !node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync(file).includes(node_path__WEBPACK_IMPORTED_MODULE_2__.sep);
}
function tryReadPem(file) {
    try {
        return splitPem(node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync(file, 'utf8'));
    }
    catch {
        return [];
    }
}
function splitPem(text) {
    return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
}
function attempt(what, work) {
    try {
        return work();
    }
    catch (error) {
        const { code, message } = error;
        throw refuse(`${what} cannot be used: ${code ?? message}`, error);
    }
}
function refuse(detail, cause) {
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_5__/* .HttpFault */ .F({ kind: 'configuration', during: 'connect', detail, cause });
}
//# sourceMappingURL=trust.js.map

/***/ }),

/***/ 114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ shakeHands),
/* harmony export */   X: () => (/* binding */ openTunnel),
/* harmony export */   ag: () => (/* binding */ TunnelAgent)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(327);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(311);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(975);
/* harmony import */ var _ports_http_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8);
/* harmony import */ var _http_fault_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(861);






/**
 * Connections to https origins through a proxy, kept open as those of any agent. Not undici's ProxyAgent, which was
 * tried (7.30.2): an abort does not end its CONNECT, so that a silent proxy outlives every time limit; of a refusal it
 * tells the status only, in words; and a second client would bring a second set of faults, stages and TLS options.
 */
class TunnelAgent extends node_https__WEBPACK_IMPORTED_MODULE_1__.Agent {
    #tunnel;
    constructor(options, tunnel) {
        super(options);
        this.#tunnel = tunnel;
    }
    createConnection(options, done) {
        const { host, port, tunnelSignal: signal } = options;
        const connect = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.callbackify)(async () => {
            const socket = await openTunnel({ host: host ?? '', port: Number(port) }, this.#tunnel, signal);
            return shakeHands({ ...options, socket }, signal);
        });
        connect((error, socket) => done?.(error, socket));
    }
}
/** Rejects with a `HttpFault` that names the proxy. */
function openTunnel(target, { proxy, context, lookup }, signal) {
    const client = proxy.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__ : node_http__WEBPACK_IMPORTED_MODULE_0__;
    const agent = context === undefined ? false : new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ secureContext: context });
    const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
    const { hostname, port, authorization } = proxy;
    return new Promise((resolve, reject) => {
        const request = client.request({
            host: hostname,
            port,
            method: 'CONNECT',
            path: authority,
            headers: { host: authority, ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }) },
            agent,
            ...(signal === undefined ? {} : { signal }),
            ...(lookup === undefined ? {} : { lookup }),
        });
        request.on('connect', ({ statusCode = 0, statusMessage }, socket, head) => {
            if (statusCode >= 200 && statusCode < 300) {
                if (head.length > 0)
                    socket.unshift(head);
                resolve(socket);
                return;
            }
            socket.destroy();
            reject(explainRefusal(proxy, { status: statusCode, words: statusMessage ?? '' }));
        });
        request.on('error', (error) => reject(nameProxy((0,_http_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .classifyFault */ .D)(error, 'connect'), proxy)));
        request.end();
    });
}
/** Resolves once the peer is known, trusted or not as the options say. */
function shakeHands(options, signal) {
    return new Promise((resolve, reject) => {
        const socket = node_tls__WEBPACK_IMPORTED_MODULE_2__.connect(options);
        const stop = () => void socket.destroy(new Error('aborted'));
        if (signal?.aborted === true)
            stop();
        signal?.addEventListener('abort', stop, { once: true });
        // Stays until whoever takes the socket listens, for an error that nobody hears ends the process.
        socket.on('error', reject);
        socket.once('secureConnect', () => {
            signal?.removeEventListener('abort', stop);
            resolve(socket);
        });
        // Closed in the middle of the handshake, without a word.
        socket.once('close', () => reject(Object.assign(new Error('closed during the TLS handshake'), { code: 'ECONNRESET' })));
    });
}
function explainRefusal(proxy, { status, words }) {
    const detail = `proxy ${proxy.address} (${proxy.variable}) answered ${`${status} ${words}`.trim()}`;
    // 5xx: the proxy let us in but did not reach the host, which may be weather.
    const kind = status === 407 ? 'proxy-login' : status >= 500 ? 'connect' : 'proxy';
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_5__/* .HttpFault */ .F({ kind, during: 'connect', detail });
}
function nameProxy(fault, proxy) {
    const detail = `proxy ${proxy.address} (${proxy.variable}): ${fault.detail}`;
    return new _ports_http_js__WEBPACK_IMPORTED_MODULE_5__/* .HttpFault */ .F({ kind: fault.kind, during: 'connect', detail, cause: fault });
}
//# sourceMappingURL=tunnel.js.map

/***/ })

};
;