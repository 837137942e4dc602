import { refuseTarget } from '../api/failure.ts';
import { quoteForeignText } from '../credential/masking.ts';
import { DcrError } from '../errors.ts';
import { findOwner } from './owner.ts';
import type { PullCredential } from './pull-credential.ts';
import {
  composeConfig,
  CONFIG_KEY,
  holdsLogin,
  listOverlaps,
  listOwnKeys,
  mergeConfig,
  parseAuths,
} from './pull-credential.ts';
import type { SecretObject, SecretPlace } from './secret.ts';
import { PULL_SECRET_TYPE, readConfigText } from './secret.ts';

export interface ChangeOptions {
  /** Delete and create anew what cannot be changed in place. */
  readonly replace: boolean;
  /** Write also what another system owns. */
  readonly force: boolean;
}

/** What must happen to one secret. The texts are what `.dockerconfigjson` will hold: never printed. */
export type SecretChange = { readonly notes: readonly string[]; readonly kept: readonly string[] } & (
  | { readonly do: 'nothing' }
  | { readonly do: 'create'; readonly text: string }
  | { readonly do: 'update'; readonly text: string; readonly found: SecretObject }
  | { readonly do: 'replace'; readonly text: string; readonly found: SecretObject }
  | { readonly do: 'refuse'; readonly error: DcrError }
);

/** `kept`: whose entries stay beside ours. */
export function decideChange(
  found: SecretObject | undefined,
  credential: PullCredential,
  { place, replace, force }: ChangeOptions & { readonly place: SecretPlace },
): SecretChange {
  if (found === undefined) return { do: 'create', text: composeConfig(credential), notes: [], kept: [] };
  const text = readConfigText(found);
  const auths = parseAuths(text === '' ? '{}' : text);
  const own = listOwnKeys(auths ?? {}, credential.server);
  const kept = Object.keys(auths ?? {})
    .filter((key) => !own.includes(key))
    .map((key) => quoteForeignText(key, []));
  const notes = describeNotes(found, { auths: auths ?? {}, credential });
  const what = `secret ${place.name} in namespace ${place.namespace}`;
  const stuck = describeStuck(found, auths);
  // An immutable one that is right already is none that has to be changed.
  const isRead = found.type === PULL_SECRET_TYPE && auths !== undefined;
  if (isRead && holdsLogin(text, credential)) return { do: 'nothing', notes, kept };
  const end = describeEnd(found, { replace, stuck });
  if (end !== undefined) return { do: 'refuse', error: refuseTarget(`${what} ${end}`, ENDING), notes, kept };
  const owner = findOwner(found.metadata);
  if (owner !== undefined && !force) return { do: 'refuse', error: refuseForeign(what, owner), notes, kept };
  if (stuck === undefined)
    return { do: 'update', text: mergeConfig(text === '' ? '{}' : text, credential), found, notes, kept };
  if (!replace) return { do: 'refuse', error: refuseStuck(what, stuck), notes, kept };
  // Of a text that nobody can read nothing can be kept.
  const anew = auths === undefined || text === '' ? composeConfig(credential) : mergeConfig(text, credential);
  return { do: 'replace', text: anew, found, notes, kept };
}

/** What keeps a secret from being changed in place. */
function describeStuck(
  { type = 'Opaque', immutable }: SecretObject,
  auths: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  if (type !== PULL_SECRET_TYPE)
    return `has the type ${quoteForeignText(type, [])}, and a secret keeps its type for life`;
  if (immutable === true) return 'is immutable';
  return auths === undefined ? `holds no docker configuration under ${CONFIG_KEY}` : undefined;
}

const ENDING = 'Wait until it is gone, or have whoever put the finalizer there take it away; then run it again.';

/** A secret that is on its way out takes a change along; one that somebody holds back cannot be made anew. */
function describeEnd(
  { metadata }: SecretObject,
  { replace, stuck }: { readonly replace: boolean; readonly stuck: string | undefined },
): string | undefined {
  const finalizers = (metadata?.finalizers ?? []).join(', ');
  const held = finalizers === '' ? '' : `, held back by ${quoteForeignText(finalizers, [])}`;
  if (metadata?.deletionTimestamp !== undefined) return `is being deleted${held}`;
  return replace && stuck !== undefined && held !== '' ? `cannot be deleted and created anew${held}` : undefined;
}

function refuseStuck(what: string, why: string): DcrError {
  return refuseTarget(
    `${what} ${why}; it was left as it is`,
    'Choose another name, or have it deleted and created anew: dcr-login pull-secret … --replace --apply. A pod that starts in between cannot pull.',
  );
}

function refuseForeign(what: string, owner: string): DcrError {
  return new DcrError('DCR_TARGET_FOREIGN', {
    message: `${what} belongs to ${owner}, which would put the old credential back; it was left as it is`,
    remedy:
      'Change the credential there. To write it all the same: --force, or force: true on the target of a rotation.',
  });
}

/** `kubectl apply` keeps what it was given in an annotation, which anybody who may read the secret reads with it. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

function describeNotes(
  { metadata }: SecretObject,
  { auths, credential }: { readonly auths: Readonly<Record<string, unknown>>; readonly credential: PullCredential },
): readonly string[] {
  const applied = metadata?.annotations?.[LAST_APPLIED] !== undefined;
  const overlaps = listOverlaps(auths, credential.server);
  return [
    ...(applied ? [`the annotation ${LAST_APPLIED} keeps the credential that kubectl apply was given once`] : []),
    ...overlaps.map((key) => `a kubelet may also try the entry "${quoteForeignText(key, [])}" of it`),
  ];
}

/** What of the old object a new one with the same name is to have. */
export function carryOver({ data, immutable, metadata }: SecretObject): SecretObject {
  const { [LAST_APPLIED]: _applied, ...annotations } = metadata?.annotations ?? {};
  const { labels, ownerReferences } = metadata ?? {};
  // A finalizer is none of it: `describeEnd` refuses what has one.
  const owners = ownerReferences === undefined || ownerReferences === null ? {} : { ownerReferences };
  return {
    metadata: { labels: labels ?? {}, annotations, ...owners },
    data: data ?? {},
    ...(immutable === undefined ? {} : { immutable }),
  };
}
