import { deriveMaskedForms } from '../../credential/masking.ts';
import type { Ports } from '../../ports/index.ts';
import { listNames } from '../names.ts';
import type { Target } from '../target.ts';
import { openGithub } from './api.ts';
import type { GithubSecretOptions } from './options.ts';
import { inspectPermission } from './permission.ts';
import { locateGithubSecret } from './place.ts';
import { readSharings } from './sharing.ts';
import { describeVersion, parseVersion, readStored } from './stored.ts';
import { writeSecrets } from './write.ts';

/**
 * Secrets of a repository, an environment or an organization, for Actions, Dependabot or Codespaces. Values are never
 * told again: `updated_at` is the whole check. Throws `DCR_CONFIG_INVALID`.
 */
export function createGithubSecret(options: GithubSecretOptions, ports: Ports): Target {
  const place = locateGithubSecret(options);
  const { id, type, writes, api: host, names } = place;
  const wanted = listNames(names).map((name) => name.toUpperCase());
  return {
    id,
    type,
    writes,
    api: host,
    async inspect(signal) {
      const api = openGithub(place, ports);
      const unknown = await inspectPermission(place, api, signal);
      const stored = await readStored(place, api, signal);
      // A visibility that cannot be kept is refused before a credential is issued.
      if (place.kind === 'organization') await readSharings(stored, { place, api, signal });
      const times = stored.map(({ updatedAt }) => updatedAt);
      return {
        stored: undefined,
        exists: stored.length > 0,
        version: describeVersion(stored),
        since: stored.find(({ name }) => name === names.password.toUpperCase())?.updatedAt ?? times[0] ?? null,
        unknown,
      };
    },
    async write(credential, facts, signal) {
      const api = openGithub(place, ports, deriveMaskedForms(credential));
      await writeSecrets(credential, facts, { place, api, clock: ports.clock, signal });
    },
    async check(_credential, facts, signal) {
      const before = parseVersion(facts);
      const stored = await readStored(place, openGithub(place, ports), signal);
      const after = new Map(stored.map(({ name, updatedAt }) => [name, updatedAt]));
      const holds = wanted.every((name) => (after.get(name) ?? -1) > (before.get(name) ?? 0));
      return { kind: 'metadata', holds };
    },
  };
}
