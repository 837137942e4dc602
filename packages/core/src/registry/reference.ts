import { DcrError } from '../errors.ts';

/** A registry as its users name it: `host[:port]/name`. The name is part of the identity. */
export interface RegistryReference {
  /** `host/name`, or the host alone where the whole host is one registry. */
  readonly registry: string;
  /** Lower case, with the port where one was given. */
  readonly host: string;
  /** Empty where the whole host is one registry. */
  readonly name: string;
  /** The host that answers the registry protocol. */
  readonly apiHost: string;
  /** The key under which docker stores and looks up credentials of this host. */
  readonly key: string;
  /** Only a loopback host may be asked over plain http. */
  readonly loopback: boolean;
  /** What was changed in the text that was given, one sentence each. */
  readonly tidied: readonly string[];
}

export const DCR_HOST = 'dcr.nexqloud.io';

/** Docker Hub is the one host whose address, protocol host and credential key differ. */
const HUB = { host: 'docker.io', apiHost: 'registry-1.docker.io', key: 'https://index.docker.io/v1/' };
const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = new RegExp(String.raw`^(?:${LABEL}(?:\.${LABEL})*|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?$`, 'u');
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
const SEGMENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${SEGMENT}(?:/${SEGMENT})*$`, 'u');

/** Throws `DCR_INPUT_INVALID`. Nothing ever falls back to a default host. */
export function parseRegistry(given: string): RegistryReference {
  const tidied: string[] = [];
  let rest = given.trim();
  if (rest === '') refuse('no registry is named (the value is empty)');
  // The value itself is not repeated: what stands before the @ may be a password, and that may hold any character.
  if (rest.includes('@'))
    refuse('the registry address contains an "@": user information, tag or digest do not belong there');
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(rest);
  if (scheme !== null) {
    if (!/^https?$/iu.test(scheme[1] ?? ''))
      refuse(`"${given}" has the scheme ${scheme[1]}, a registry is reached by https`);
    rest = rest.slice(scheme[0].length);
    tidied.push(`the scheme ${scheme[0]} was dropped`);
  }
  const withoutSlash = rest.replace(/\/+$/u, '');
  if (withoutSlash !== rest) tidied.push('the trailing slash was dropped');
  const [givenHost = '', ...path] = withoutSlash.split('/');
  const host = checkHost(givenHost, given, tidied);
  const name = checkName(host, path.join('/'), given);
  const registry = name === '' ? host : `${host}/${name}`;
  const hub = host === HUB.host;
  return {
    registry,
    host,
    name,
    apiHost: hub ? HUB.apiHost : host,
    key: hub ? HUB.key : host,
    loopback: isLoopbackHost(host),
    tidied,
  };
}

/** 127.0.0.0/8, ::1 and localhost: docker's own list of hosts that may speak plain http. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/:\d+$/u, '').replace(/^\[|\]$/gu, '');
  return bare === 'localhost' || bare === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(bare);
}

/** Whether it may stand in the path of a request: a registry can list anything. */
export function isRepositoryName(text: string): boolean {
  return NAME.test(text);
}

/** Throws `DCR_INPUT_INVALID` for what is no repository below a registry. Returns it without the registry's own name. */
export function parseRepository(given: string, reference: RegistryReference): string {
  const prefixes = [`${reference.registry}/`, `${reference.name}/`].filter((prefix) => prefix !== '/');
  const prefix = prefixes.find((candidate) => given.startsWith(candidate)) ?? '';
  const repository = given.slice(prefix.length);
  if (!NAME.test(repository)) {
    refuse(
      `"${given}" is not a repository of ${reference.registry}: lower-case words joined by / . _ -, without a tag`,
    );
  }
  return repository;
}

function checkHost(givenHost: string, given: string, tidied: string[]): string {
  const lower = givenHost.toLowerCase();
  if (lower !== givenHost) tidied.push('the host was put in lower case');
  const host = lower.replace(/\.(?=$|:)/u, '');
  if (host !== lower) tidied.push('the trailing dot of the host was dropped');
  const match = HOST.exec(host);
  const port = match?.[1] === undefined ? undefined : Number(match[1]);
  if (match === null || port === 0 || (port ?? 1) > 65_535) refuse(`"${given}" does not start with a host name`);
  // The rule by which docker tells a host from a path on Docker Hub.
  if (!/[.:]/u.test(host) && host !== 'localhost') {
    refuse(`"${given}" names no host; write the whole address, for DCR ${DCR_HOST}/${host}`);
  }
  return HUB_HOSTS.has(host) ? HUB.host : host;
}

function checkName(host: string, path: string, given: string): string {
  if (host === HUB.host && /^v[12]$/u.test(path)) return '';
  if (host === DCR_HOST && path === '') {
    refuse(`"${given}" names the host but no registry; write ${DCR_HOST}/<registry-name>`);
  }
  if (path === '') return '';
  if (/:[^/]*$/u.test(path)) refuse(`"${given}" carries a tag; a registry has none`);
  if (path !== path.toLowerCase() && NAME.test(path.toLowerCase())) {
    refuse(`the registry name in "${given}" must be lower case: ${host}/${path.toLowerCase()}`);
  }
  if (!NAME.test(path)) refuse(`"${given}" has a registry name that the registry protocol does not allow`);
  if (host === DCR_HOST && path.includes('/')) {
    const first = path.slice(0, path.indexOf('/'));
    refuse(`"${given}" names a repository; the registry is ${DCR_HOST}/${first}`);
  }
  return path;
}

function refuse(message: string): never {
  throw new DcrError('DCR_INPUT_INVALID', {
    message,
    remedy: `Name the registry as host/name, for example ${DCR_HOST}/acme. dcr-login never falls back to another host.`,
  });
}
