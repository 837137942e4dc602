import type { Api } from '../../api/client.ts';
import { refuseTarget } from '../../api/failure.ts';
import { readObject, readObjects } from '../../api/json.ts';
import { readPages } from '../../api/pages.ts';
import { refuseGithub } from './api.ts';
import type { GithubPlace } from './place.ts';
import type { StoredSecret } from './stored.ts';

/** Which repositories read an organization's secret. GitHub wants it with every write, and takes what it gets. */
export interface Sharing {
  readonly visibility: 'all' | 'private' | 'selected';
  /** Ids, ascending; only with `selected`. */
  readonly repositories: readonly number[];
}

/** Throws `DCR_TARGET_REFUSED` for a visibility of which nothing is known: a guess could widen it. */
export async function readSharing(
  secret: StoredSecret,
  { place, api, signal }: { place: GithubPlace; api: Api; signal: AbortSignal },
): Promise<Sharing> {
  const { name, visibility } = secret;
  if (visibility === 'all' || visibility === 'private') return { visibility, repositories: [] };
  if (visibility !== 'selected') {
    const message = `${name} of ${place.label} has a visibility on GitHub that is not known here: ${String(visibility)}`;
    throw refuseTarget(message, 'Write it by hand; a write from here could widen who reads it.');
  }
  const ids: number[] = [];
  // An entry describes a whole repository in up to 7 KiB, and an answer is read up to 1 MiB.
  const query = { per_page: '100' };
  const path = `${place.secrets}/${name}/repositories`;
  for await (const answer of readPages(api, { method: 'GET', path, query, signal })) {
    if (answer.status !== 200) throw refuseGithub(place, answer, api);
    ids.push(...readObjects(readObject(answer, api)['repositories']).map(({ id }) => Number(id)));
  }
  return { visibility, repositories: ids.toSorted((a, b) => a - b) };
}

/**
 * For each of our names: as it is; a name that is missing is shared as the narrowest of its siblings, and the first one
 * of all with private repositories, as GitHub's own page proposes.
 */
export async function readSharings(
  stored: readonly StoredSecret[],
  context: { place: GithubPlace; api: Api; signal: AbortSignal },
): Promise<(name: string) => Sharing> {
  const known = new Map<string, Sharing>();
  for (const secret of stored) known.set(secret.name, await readSharing(secret, context));
  const order = ['selected', 'private', 'all'];
  const [narrowest = { visibility: 'private', repositories: [] } as const] = [...known.values()].toSorted(
    (a, b) =>
      order.indexOf(a.visibility) - order.indexOf(b.visibility) || a.repositories.length - b.repositories.length,
  );
  return (name) => known.get(name.toUpperCase()) ?? narrowest;
}

export function isSameSharing(a: Sharing, b: Sharing): boolean {
  return a.visibility === b.visibility && a.repositories.join() === b.repositories.join();
}
