import { deriveMaskedForms } from '../../credential/masking.ts';
import type { Ports } from '../../ports/index.ts';
import type { Target } from '../target.ts';
import { openJenkins } from './api.ts';
import { readField } from './document.ts';
import type { JenkinsCredentialOptions } from './options.ts';
import { inspectOwner } from './owner.ts';
import { locateJenkinsCredential } from './place.ts';
import { markerOf, readCredential, requireStore } from './stored.ts';
import { writeCredential } from './write.ts';

/**
 * One credential of the kind "Username with password". Jenkins tells neither the password nor the time of a write; with
 * `marker: description` the description does. Throws `DCR_CONFIG_INVALID`.
 */
export function createJenkinsCredential(options: JenkinsCredentialOptions, ports: Ports): Target {
  const place = locateJenkinsCredential(options);
  const { id, type, writes, api: host } = place;
  return {
    id,
    type,
    writes,
    api: host,
    async inspect(signal) {
      const work = { place, api: openJenkins(place, ports), signal };
      const document = await readCredential(work);
      if (document === undefined) await requireStore(work);
      const foreign = document === undefined ? [] : await inspectOwner(work);
      const marker = place.marker ? markerOf(document) : undefined;
      const right = document === undefined ? 'Credentials/Create' : 'Credentials/Update';
      return {
        stored: undefined,
        exists: document !== undefined,
        version: marker?.text ?? null,
        since: marker?.at ?? null,
        unknown: [...foreign, `whether the user in ${place.userEnv} has ${right} there shows only on the write`],
      };
    },
    async write(credential, facts, signal) {
      const api = openJenkins(place, ports, deriveMaskedForms(credential));
      await writeCredential(credential, facts, { place, api, signal, clock: ports.clock });
    },
    async check(credential, facts, signal) {
      const document = await readCredential({ place, api: openJenkins(place, ports), signal });
      const isOurs = document !== undefined && readField(document, 'username') === credential.username;
      if (!place.marker) return isOurs ? { kind: 'none', holds: true } : { kind: 'metadata', holds: false };
      const marker = markerOf(document)?.text;
      return { kind: 'metadata', holds: isOurs && marker !== undefined && marker !== facts.version };
    },
  };
}
