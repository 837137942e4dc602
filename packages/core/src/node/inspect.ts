import type { X509Certificate } from 'node:crypto';
import dns from 'node:dns';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction, Socket } from 'node:net';
import { connect, isIP } from 'node:net';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import type { Certificate, HttpRequest, Inspection } from '../ports/http.ts';
import { HttpFault } from '../ports/http.ts';
import { classifyFault } from './http-fault.ts';
import type { HttpSurroundings } from './http-surroundings.ts';
import type { Proxy } from './proxy.ts';
import { chooseProxy } from './proxy.ts';
import { toTlsOptions, toTunnelOptions } from './route.ts';
import type { Trust } from './trust.ts';
import { readTrust } from './trust.ts';
import { openTunnel, shakeHands } from './tunnel.ts';

/** What is found out, step by step: a step that fails leaves what was seen before it. */
type Draft = { -readonly [K in keyof Inspection]: Inspection[K] };

/** The way to an origin by the same choices as a request's. No request is sent, so a stranger may be shaken hands with. */
export async function inspectOrigin(
  origin: URL,
  { timeout, signal }: Pick<HttpRequest, 'timeout' | 'signal'>,
  surroundings: HttpSurroundings,
): Promise<Inspection> {
  const draft: Draft = { addresses: [], files: [], builtInRoots: true };
  const deadline = AbortSignal.timeout(timeout);
  const bounds = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
  try {
    await look(origin, { draft, signal: bounds, surroundings });
  } catch (error) {
    const cut = bounds.aborted ? (deadline.aborted ? 'timeout' : 'cancelled') : undefined;
    draft.fault =
      cut === undefined
        ? classifyFault(error, 'connect')
        : new HttpFault({
            kind: cut,
            during: 'connect',
            detail: `no connection within ${Math.round(timeout / 1000)} s`,
          });
  }
  return draft;
}

interface Look {
  readonly draft: Draft;
  readonly signal: AbortSignal;
  readonly surroundings: HttpSurroundings;
}

async function look(origin: URL, { draft, signal, surroundings }: Look): Promise<void> {
  const choice = chooseProxy(origin, surroundings.variables);
  const proxy = 'proxy' in choice ? choice.proxy : undefined;
  draft.proxy = 'none' in choice ? choice : describeProxy(choice.proxy);
  const secure = origin.protocol === 'https:';
  const trust: Trust = secure ? readTrust(origin, surroundings) : { context: undefined, files: [], builtInRoots: true };
  draft.files = trust.files;
  draft.builtInRoots = trust.builtInRoots;
  const host = origin.hostname.replace(/^\[|\]$/gu, '');
  const port = origin.port === '' ? (secure ? 443 : 80) : Number(origin.port);
  draft.addresses = await Promise.race([
    listAddresses(proxy?.hostname ?? host, surroundings.lookup),
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
  ]);
  const socket =
    proxy === undefined
      ? await dial({ host, port }, signal, surroundings.lookup)
      : await openTunnel({ host, port }, toTunnelOptions(proxy, surroundings), signal);
  draft.remote = socket.remoteAddress ?? '';
  if (!secure) return void socket.destroy();
  const servername = isIP(host) > 0 ? {} : { servername: host };
  const options: ConnectionOptions = { ...toTlsOptions(trust), ...servername, host, socket, rejectUnauthorized: false };
  const peer = await shakeHands(options, signal);
  const problem = peer.authorized ? undefined : String(peer.authorizationError);
  draft.tls = { protocol: peer.getProtocol() ?? '', problem, chain: readChain(peer) };
  peer.destroy();
}

function describeProxy({ address, variable, authorization }: Proxy): NonNullable<Inspection['proxy']> {
  return { address, variable, hasCredential: authorization !== undefined };
}

function listAddresses(
  host: string,
  lookup: LookupFunction = dns.lookup as LookupFunction,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    if (isIP(host) > 0) return resolve([host]);
    lookup(host, { all: true }, (error, found) => {
      if (error !== null) reject(error);
      else resolve((found as unknown as LookupAddress[]).map(({ address }) => address));
    });
  });
}

function dial(
  target: { host: string; port: number },
  signal: AbortSignal,
  lookup: LookupFunction | undefined,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...target, ...(lookup === undefined ? {} : { lookup }) });
    signal.addEventListener('abort', () => socket.destroy(new Error('aborted')), { once: true });
    // Stays, for an abort comes here as well when the connection stands: rejecting again does nothing then.
    socket.on('error', reject);
    socket.once('connect', () => resolve(socket));
  });
}

/** The certificates as the peer sent them, and the authority's own where it is known here. */
function readChain(peer: TLSSocket): readonly Certificate[] {
  const chain: X509Certificate[] = [];
  let next = peer.getPeerX509Certificate();
  // One that vouches for itself is its own issuer.
  while (
    next !== undefined &&
    chain.length < 10 &&
    !chain.some(({ fingerprint256 }) => fingerprint256 === next?.fingerprint256)
  ) {
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
