import { DcrError } from '../errors.ts';
import { isSameOrigin } from '../registry/safety.ts';
import type { Api, ApiAnswer, ApiRequest } from './client.ts';

/** More is no list any more, but a server that links in circles. */
const LAST_PAGE = 1000;

/** The answers of a list, page after page, along `Link: <…>; rel="next"` (https://www.rfc-editor.org/rfc/rfc8288). */
export async function* readPages(api: Api, request: ApiRequest): AsyncGenerator<ApiAnswer> {
  let next: ApiRequest | undefined = request;
  for (let page = 1; next !== undefined; page += 1) {
    if (page > LAST_PAGE) {
      const message = `${api.name} gave more than ${LAST_PAGE} pages to GET ${request.path}`;
      throw new DcrError('DCR_SERVER_ERROR', { message });
    }
    const answer: ApiAnswer = await api.ask(next);
    yield answer;
    const url = findNext(answer.headers['link'] ?? [], api.base);
    // Only the query moves on: a list that continues elsewhere is not this list.
    next = url === undefined ? undefined : { ...request, query: Object.fromEntries(url.searchParams) };
  }
}

function findNext(links: readonly string[], base: URL): URL | undefined {
  const [, target] = /<([^>]*)>\s*;[^,]*\brel="?next"?/u.exec(links.join(', ')) ?? [];
  if (target === undefined) return undefined;
  try {
    const url = new URL(target, base);
    return isSameOrigin(url, base) ? url : undefined;
  } catch {
    return undefined;
  }
}
