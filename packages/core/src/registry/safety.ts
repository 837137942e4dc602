import type { RegistryReference } from './reference.ts';
import { isLoopbackHost } from './reference.ts';

/** Redirects on one origin that are followed; a real registry needs one at most. */
export const REDIRECT_LIMIT = 5;

export interface RealmQuestion {
  readonly realm: string;
  readonly reference: RegistryReference;
  /** Where the challenge came from: `https:` or, on loopback only, `http:`. */
  readonly origin: URL;
  /** Hosts that the user allows to receive the credential: `host` or `host:port`. */
  readonly allowed: readonly string[];
}

export type RealmAnswer = { readonly safe: true; readonly url: URL } | { readonly safe: false; readonly why: string };

/**
 * May the credential be sent to this realm? Only over https (http where the registry itself is loopback http), and only
 * to the registry's own host, one of the same registrable domain, or one that the user named. The Public Suffix List
 * counts with its private part: two tenants of one hosting domain are strangers (https://publicsuffix.org).
 */
export async function judgeRealm(question: RealmQuestion): Promise<RealmAnswer> {
  const { realm, origin, reference } = question;
  let url: URL;
  try {
    url = new URL(realm);
  } catch {
    return refuse('it is no absolute URL');
  }
  if (url.username !== '' || url.password !== '') return refuse('it carries user information');
  const plainLoopback = url.protocol === 'http:' && origin.protocol === 'http:' && isLoopbackHost(url.host);
  if (url.protocol !== 'https:' && !plainLoopback) return refuse(`it would be sent over ${url.protocol}// unencrypted`);
  const named = question.allowed.map((host) => host.toLowerCase());
  if (named.includes(url.host) || named.includes(url.hostname)) return { safe: true, url };
  if (url.hostname === origin.hostname) return { safe: true, url };
  if (await shareRegistrableDomain(url.hostname, origin.hostname)) return { safe: true, url };
  return refuse(`${url.host} is another site than ${reference.host}`);
}

/** Scheme, host and port are the same: only then may a redirect carry the credential along. */
export function isSameOrigin(a: URL, b: URL): boolean {
  return a.protocol === b.protocol && a.host === b.host && b.username === '' && b.password === '';
}

/** Always on the registry's origin: resolved like a link, a path that begins with `//` would name another host. */
export function locatePath(path: string, base: URL): URL {
  const url = new URL(base);
  const mark = path.indexOf('?');
  url.pathname = mark < 0 ? path : path.slice(0, mark);
  url.search = mark < 0 ? '' : path.slice(mark);
  return url;
}

async function shareRegistrableDomain(a: string, b: string): Promise<boolean> {
  // Loaded only here: the list costs about 30 ms, and on most registries the hosts are the same.
  const { getDomain } = await import('tldts');
  const options = { allowPrivateDomains: true, extractHostname: false };
  const domain = getDomain(a, options);
  return domain !== null && domain === getDomain(b, options);
}

function refuse(why: string): RealmAnswer {
  return { safe: false, why };
}
