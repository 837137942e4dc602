import type { Api } from '../../api/client.ts';
import { readObject, readObjects, readText } from '../../api/json.ts';
import { readPages } from '../../api/pages.ts';
import { parseInstant } from '../../api/time.ts';
import { listNames } from '../names.ts';
import type { TargetFacts } from '../target.ts';
import { refuseGithub } from './api.ts';
import type { GithubPlace } from './place.ts';

/** All that GitHub tells of a secret. */
export interface StoredSecret {
  readonly name: string;
  /** Milliseconds since the epoch, in whole seconds. */
  readonly updatedAt: number;
  /** Of an organization's secret: who may read it. */
  readonly visibility: string | undefined;
}

/** Those of our names that are there. Throws `DCR_TARGET_REFUSED` where the token may not look. */
export async function readStored(place: GithubPlace, api: Api, signal: AbortSignal): Promise<readonly StoredSecret[]> {
  const wanted = listNames(place.names).map((name) => name.toUpperCase());
  const found: StoredSecret[] = [];
  if (place.kind === 'organization') {
    // An organization has up to 1,000 secrets, and only a single one tells its visibility for sure.
    for (const name of wanted) {
      const answer = await api.ask({ method: 'GET', path: `${place.secrets}/${name}`, signal });
      if (answer.status === 200) found.push(readSecret(readObject(answer, api)));
      else if (answer.status !== 404) throw refuseGithub(place, answer, api);
    }
    return found;
  }
  const query = { per_page: '100' };
  for await (const answer of readPages(api, { method: 'GET', path: place.secrets, query, signal })) {
    if (answer.status !== 200) throw refuseGithub(place, answer, api);
    found.push(...readObjects(readObject(answer, api)['secrets']).map(readSecret));
  }
  return found.filter(({ name }) => wanted.includes(name));
}

/** One text for all of them, which changes whenever anybody writes one. */
export function describeVersion(stored: readonly StoredSecret[]): string {
  const times = stored.map(({ name, updatedAt }) => [name, updatedAt] as const);
  return JSON.stringify(times.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** When each was written last, as `describeVersion` said it. */
export function parseVersion({ version }: Pick<TargetFacts, 'version'>): ReadonlyMap<string, number> {
  return new Map(version === null ? [] : (JSON.parse(version) as [string, number][]));
}

function readSecret(item: Readonly<Record<string, unknown>>): StoredSecret {
  return {
    name: (readText(item['name']) ?? '').toUpperCase(),
    updatedAt: parseInstant(item['updated_at']) ?? 0,
    visibility: readText(item['visibility']),
  };
}
