import { answerJson } from './answers.ts';
import type { Answer } from './answers.ts';
import { RegistryError } from './errors.ts';
import type { Backend, Exchange } from './exchange.ts';
import type { ImageName } from './names.ts';

/** DCR's own endpoint: one registry's repositories, named without the registry. */
export function listRepositories(backend: Backend, exchange: Exchange, registry: string): Answer {
  const page = cutPage(backend.repositories.list(registry), exchange);
  return answerJson(200, { repositories: page.names }, page.headers);
}

export function listTags(backend: Backend, exchange: Exchange, image: ImageName): Answer {
  const page = cutPage([...backend.repositories.get(image).tags.keys()].toSorted(), exchange);
  return answerJson(200, { name: image.full, tags: page.names }, page.headers);
}

/**
 * `n` and `last` of the OCI spec (§ listing tags), for names that are sorted; where more follow, Link says how to ask.
 * Throws `PAGINATION_NUMBER_INVALID`.
 */
function cutPage(
  names: readonly string[],
  exchange: Exchange,
): { readonly names: readonly string[]; readonly headers: Readonly<Record<string, string>> } {
  const n = exchange.query.get('n');
  if (n !== null && !/^\d{1,9}$/.test(n)) {
    throw new RegistryError('PAGINATION_NUMBER_INVALID', 'n is a number of entries');
  }
  const after = exchange.query.get('last') ?? '';
  const rest = names.filter((name) => name > after);
  const page = n === null ? rest : rest.slice(0, Number(n));
  const last = page.at(-1);
  if (last === undefined || page.length === rest.length) return { names: page, headers: {} };
  const next = new URLSearchParams({ n: String(page.length), last });
  return { names: page, headers: { Link: `<${exchange.path}?${next}>; rel="next"` } };
}
