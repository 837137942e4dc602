import { refuseTarget } from '../../api/failure.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TargetCredential, TargetFacts } from '../target.ts';
import { refuseJenkins } from './api.ts';
import type { CredentialDocument } from './document.ts';
import { escapeXml, hasForbiddenCharacter, readField, replaceField } from './document.ts';
import { renewMarker } from './marker.ts';
import type { JenkinsPlace } from './place.ts';
import type { JenkinsWork } from './stored.ts';
import { markerOf, pathOf, readCredential, USERNAME_PASSWORD } from './stored.ts';

const XML_TYPE = 'application/xml; charset=utf-8';
/** How often a credential that comes and goes under our hands is looked at again. */
const TRIES = 3;

/** Throws `DCR_TARGET_REFUSED`, also where the marker of another rotation came since `facts`. */
export async function writeCredential(
  credential: TargetCredential,
  facts: TargetFacts,
  work: JenkinsWork & { readonly clock: Clock },
): Promise<void> {
  const { place } = work;
  if (hasForbiddenCharacter(`${credential.username}${credential.password.reveal()}`)) {
    const message = `${place.label} of Jenkins cannot hold the new value: it has characters that XML cannot carry`;
    throw refuseTarget(message, 'Have the issuer give a value without control characters.');
  }
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const document = await readCredential(work);
    const done =
      document === undefined
        ? await create(credential, work)
        : await update(document, credential, { ...work, seen: facts.version });
    if (!done) continue;
    await confirm(credential, work);
    return;
  }
  const message = `${place.label} of Jenkins is made and removed by somebody else at the same time`;
  throw refuseTarget(message, 'Find out who else writes it, then: dcr-login rotate --resume.');
}

async function update(
  document: CredentialDocument,
  credential: TargetCredential,
  work: JenkinsWork & { readonly clock: Clock; readonly seen: string | null },
): Promise<boolean> {
  const { place, api, signal, clock, seen } = work;
  if (place.marker && (markerOf(document)?.text ?? null) !== seen) {
    const message = `${place.label} of Jenkins was written by another rotation since it was looked at; it was left as it is`;
    throw refuseTarget(message, 'Find out who else rotates it, then: dcr-login rotate --resume.');
  }
  let changed = replaceField(document, 'username', credential.username);
  changed = replaceField(changed, 'password', credential.password.reveal());
  if (place.marker)
    changed = replaceField(changed, 'description', renewMarker(readField(document, 'description') ?? '', clock));
  // Posted back, the blacked-out text would become the value of whatever field it stands in.
  if (changed.text.includes('<secret-redacted')) {
    const message = `${place.label} of Jenkins has a second secret, which Jenkins does not tell and a write would destroy`;
    throw refuseTarget(message, 'Name another id, or write it by hand.');
  }
  const body = { type: XML_TYPE, text: changed.text };
  const answer = await api.ask({ method: 'POST', path: pathOf(place), body, signal });
  if (answer.status === 404) return false;
  if (answer.status !== 200) throw refuseJenkins(place, answer, api);
  return true;
}

async function create(credential: TargetCredential, work: JenkinsWork & { readonly clock: Clock }): Promise<boolean> {
  const { place, api, signal, clock } = work;
  const body = { type: XML_TYPE, text: buildDocument(credential, place, clock) };
  const answer = await api.ask({ method: 'POST', path: `${place.domain}/createCredentials`, body, signal });
  if (answer.status === 409) return false;
  if (answer.status !== 200) throw refuseJenkins(place, answer, api);
  return true;
}

/** Without `usernameSecret` Jenkins would take the user name for a secret, too, and blank it in every log. */
function buildDocument({ username, password }: TargetCredential, place: JenkinsPlace, clock: Clock): string {
  const description = place.marker ? renewMarker('', clock) : '';
  const fields = [
    ['scope', 'GLOBAL'],
    ['id', place.credential],
    ['description', description],
    ['username', username],
    ['password', password.reveal()],
    ['usernameSecret', 'false'],
  ] as const;
  const inner = fields.map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`).join('');
  return `<${USERNAME_PASSWORD}>${inner}</${USERNAME_PASSWORD}>`;
}

/** Jenkins says 200 to an update that it did not make, so what can be seen of it is looked at. */
async function confirm(credential: TargetCredential, work: JenkinsWork): Promise<void> {
  const document = await readCredential(work);
  if (document !== undefined && readField(document, 'username') === credential.username) return;
  const message = `${work.place.label} of Jenkins does not have the user name that was written, though Jenkins said 200`;
  throw refuseTarget(message, 'See the log of Jenkins for the reason, then: dcr-login rotate --resume.');
}
