import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Environment } from '../ports/environment.ts';
import { HttpFault } from '../ports/http.ts';
import { PROXY_VARIABLES } from './http-surroundings.ts';

export interface Proxy {
  readonly protocol: 'http:' | 'https:';
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  /** Value of the Proxy-Authorization field. */
  readonly authorization: string | undefined;
  /** `http://host:port`, for people: never with the credential. */
  readonly address: string;
  /** The variable that named it. */
  readonly variable: string;
}

export type ProxyChoice = { readonly proxy: Proxy } | { readonly none: string };

/**
 * The proxy for this URL by the rules of Go's `ProxyFromEnvironment`, which docker, podman and skopeo go by, so that a
 * probe takes the way that the client will take: the upper-case variable wins, loopback is never proxied, and `ALL_PROXY`
 * is not read. Source: https://pkg.go.dev/golang.org/x/net/http/httpproxy
 * Throws a `configuration` fault for a proxy that cannot be used; its text never shows a credential.
 */
export function chooseProxy(url: URL, variables: Environment['variables']): ProxyChoice {
  const names = PROXY_VARIABLES[url.protocol === 'https:' ? 'https:' : 'http:'];
  const variable = names.find((name) => (variables[name] ?? '') !== '');
  if (variable === undefined) return { none: `${names[0]} is not set` };
  const bypass = findBypass(url, variables);
  if (bypass !== undefined) return { none: bypass };
  // A web server hands the field `Proxy` of a request to its CGI programs as HTTP_PROXY: https://httpoxy.org
  if (variable === 'HTTP_PROXY' && (variables['REQUEST_METHOD'] ?? '') !== '')
    throw refuse(
      `HTTP_PROXY is not used where REQUEST_METHOD is set (CGI): whoever sends the request could have set it`,
    );
  return { proxy: parseProxy(variables[variable] ?? '', variable) };
}

/** `variable`: what names it, for messages. Throws a `configuration` fault. */
export function parseProxy(text: string, variable: string): Proxy {
  // `proxy:3128` alone parses as a URL of the scheme `proxy`; Go, too, then reads it as http.
  const candidate = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `http://${text}`;
  if (!URL.canParse(candidate)) throw refuse(`${variable} holds no proxy address`);
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

function readAuthorization({ username, password }: URL, variable: string): string | undefined {
  if (username === '' && password === '') return undefined;
  try {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(pair).toString('base64')}`;
  } catch {
    throw refuse(`${variable} holds a user or password with a broken percent sequence; write % as %25`);
  }
}

/** Why no proxy applies to this URL, or undefined where one does. */
function findBypass(url: URL, variables: Environment['variables']): string | undefined {
  const host = unmap(bare(url.hostname));
  if (host === 'localhost' || (isIP(host) > 0 && LOOPBACK.check(host, family(host))))
    return 'loopback is never proxied';
  const name = (variables['NO_PROXY'] ?? '') === '' ? 'no_proxy' : 'NO_PROXY';
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const entries = (variables[name] ?? '').split(',').map((entry) => entry.trim().toLowerCase());
  const entry = entries.find((candidate) => candidate !== '' && matches(candidate, host, port));
  return entry === undefined ? undefined : `"${entry}" in ${name}`;
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const [, network = '', prefix] = /^([0-9a-f.:]+)\/(\d{1,3})$/u.exec(entry) ?? [];
  if (isIP(network) > 0) return isIP(host) > 0 && isWithin(host, network, Number(prefix));
  const [, bracketed, name = '', wantedPort = ''] = /^(?:\[([^\]]+)\](?=:)|([^:]*))(?::([^:]*))?$/u.exec(entry) ?? [];
  // An IPv6 address without brackets is all colons and has no port.
  const wanted = isIP(entry) > 0 ? entry : (bracketed ?? name);
  if (wanted === '' || (isIP(entry) === 0 && wantedPort !== '' && wantedPort !== port)) return false;
  if (isIP(wanted) > 0) return isIP(host) > 0 && isWithin(host, wanted, isIP(wanted) === 4 ? 32 : 128);
  if (isIP(host) > 0) return false;
  // `example.com` is itself and everything below it, `.example.com` and `*.example.com` only what is below.
  const [, below, domain = ''] = /^(\*?\.)?(.*)$/su.exec(wanted) ?? [];
  // Of plain ASCII, node would make an address where it can.
  const suffix = /[^ -~]/u.test(domain) ? domainToASCII(domain) || domain : domain;
  return host.endsWith(`.${suffix}`) || (below === undefined && host === suffix);
}

function isWithin(host: string, network: string, prefix: number): boolean {
  if (prefix > (isIP(network) === 4 ? 32 : 128)) return false;
  const plain = unmap(network);
  // An IPv4 network can be written as the last part of IPv6, but no other IPv6 network holds an IPv4 address.
  if (isIP(plain) !== isIP(host)) return false;
  const list = new BlockList();
  list.addSubnet(plain, plain === network ? prefix : Math.max(0, prefix - 96), family(plain));
  return list.check(host, family(host));
}

/** The IPv4 address that an IPv6 one stands for, `::ffff:10.1.2.3` or `::ffff:a01:203`. */
function unmap(address: string): string {
  if (isIP(address) !== 6) return address;
  const { hostname } = new URL(`http://[${address}]`);
  const [, high = '', low = ''] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/u.exec(hostname) ?? [];
  if (low === '') return address;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join('.');
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/gu, '').toLowerCase();
}

function refuse(detail: string): HttpFault {
  return new HttpFault({ kind: 'configuration', during: 'connect', detail });
}
