import type { Api } from '../../api/client.ts';
import { refuseTarget } from '../../api/failure.ts';
import { refuseJenkins } from './api.ts';
import type { CredentialDocument } from './document.ts';
import { parseDocument, readField } from './document.ts';
import { readMarker } from './marker.ts';
import type { JenkinsPlace } from './place.ts';

export const USERNAME_PASSWORD = 'com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl';

export interface JenkinsWork {
  readonly place: JenkinsPlace;
  readonly api: Api;
  readonly signal: AbortSignal;
}

/** The credential as it stands, with the password blacked out. Throws `DCR_TARGET_REFUSED` for another kind of credential. */
export async function readCredential({ place, api, signal }: JenkinsWork): Promise<CredentialDocument | undefined> {
  const answer = await api.ask({ method: 'GET', path: pathOf(place), signal });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw refuseJenkins(place, answer, api);
  const document = answer.truncated ? undefined : parseDocument(answer.body);
  if (document?.className === USERNAME_PASSWORD) return document;
  const kind = document === undefined ? 'no credential that can be read' : `a ${document.className}`;
  const remedy = 'Name another id: only the kind "Username with password" holds what a registry needs.';
  throw refuseTarget(`${place.label} of Jenkins is ${kind}; it was left as it is`, remedy);
}

/** A missing credential can be made only where its store can be seen. */
export async function requireStore({ place, api, signal }: JenkinsWork): Promise<void> {
  const query = { tree: 'credentials[id]' };
  const answer = await api.ask({ method: 'GET', path: `${place.domain}/api/json`, query, signal });
  if (answer.status !== 200) throw refuseJenkins(place, answer, api);
}

export function pathOf({ domain, credential }: JenkinsPlace): string {
  return `${domain}/credential/${encodeURIComponent(credential)}/config.xml`;
}

export function markerOf(document: CredentialDocument | undefined): ReturnType<typeof readMarker> {
  return document === undefined ? undefined : readMarker(readField(document, 'description') ?? '');
}
