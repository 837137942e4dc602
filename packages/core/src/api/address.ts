import { DcrError } from '../errors.ts';
import { isLoopbackHost } from '../registry/reference.ts';

/**
 * The base of an API as a configuration names it, ending in a slash so that relative paths append to it. An API token is
 * sent there with every request: only https will do, or plain http on loopback.
 * Throws `DCR_CONFIG_INVALID`.
 */
export function parseApiAddress(text: string, what: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new DcrError('DCR_CONFIG_INVALID', { message: `${what} is no absolute URL` });
  }
  const problem =
    url.username !== '' || url.password !== ''
      ? 'carries user information; tokens come from the environment'
      : url.search !== '' || url.hash !== ''
        ? 'has a query or fragment'
        : url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.host))
          ? undefined
          : 'is not https; plain http is for loopback only';
  if (problem !== undefined) throw new DcrError('DCR_CONFIG_INVALID', { message: `${what} ${problem}` });
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
