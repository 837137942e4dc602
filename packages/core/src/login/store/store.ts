import { deriveMaskedForms } from '../../credential/masking.ts';
import { Secret } from '../../credential/secret.ts';
import { DcrError } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import type { AuthEntry } from './config-file.ts';
import { dropAuth, putAuth } from './config-edit.ts';
import { decodeAuth, parseConfigFile, readAuth, readConfigText } from './config-file.ts';
import { eraseFromHelper, getFromHelper, putToHelper } from './helper.ts';
import type { StoredLogin, StorePlace, Undo } from './stored-login.ts';
import { MARKER } from './stored-login.ts';

export interface StoreContext {
  readonly ports: Pick<Ports, 'files' | 'processes'>;
  /** Environment of a helper: the user's own, without our secrets. */
  readonly env: Readonly<Record<string, string>>;
  readonly forms: readonly string[];
  readonly signal: AbortSignal;
}

export async function readUndo(place: StorePlace, context: StoreContext): Promise<Undo> {
  const text = await readConfigText(place.path, context);
  const config = parseConfigFile(text, place.path);
  const helper = place.helper === undefined ? undefined : await getFromHelper(toHelper(place, place.helper, context));
  return {
    entry: readAuth(config, place.key) ?? null,
    helper: helper ?? null,
    hadFile: text !== undefined,
    hadAuths: config['auths'] !== undefined && config['auths'] !== null,
  };
}

/** The new login as this place would hold it. Throws `DCR_STORE_FAILED` for an entry that no helper can take. */
export function shapeLogin(place: StorePlace, entry: AuthEntry): StoredLogin {
  if (place.helper === undefined) return { entry, helper: null };
  const helper = decodeAuth(entry);
  if (helper === undefined) {
    const message = `the login of ${place.key} has a form that docker-credential-${place.helper} cannot keep`;
    throw new DcrError('DCR_STORE_FAILED', { message });
  }
  return { entry: MARKER, helper };
}

/** Makes the place hold exactly this for its key, as far as it is told, and nothing else different. The caller holds the lock of `place.path`. */
export async function writeStored(
  place: StorePlace,
  login: StoredWrite['login'],
  context: StoreContext,
): Promise<void> {
  return writeAllStored(place.path, [{ place, login }], context);
}

/** What one place is to hold. */
export interface StoredWrite {
  readonly place: StorePlace;
  readonly login: Partial<Undo>;
}

/**
 * The same for several places of one file, which is written once. Helpers go first, so that the file never points to what
 * is not there.
 */
export async function writeAllStored(
  file: string,
  writes: readonly StoredWrite[],
  context: StoreContext,
): Promise<void> {
  const { files } = context.ports;
  // What cannot be edited is refused before a helper changes anything.
  if (writes.some(({ place }) => place.helper !== undefined)) await editConfig(file, writes, context);
  for (const { place, login } of writes) {
    if (place.helper === undefined || login.helper === undefined) continue;
    const helper = toHelper(place, place.helper, context);
    await (login.helper === null ? eraseFromHelper(helper) : putToHelper(helper, login.helper));
  }
  const { text, edited } = await editConfig(file, writes, context);
  const isEmpty = /^\s*(?:\{\s*\})?\s*$/u.test(edited);
  const isOurs = writes.every(({ login }) => login.hadFile === false);
  // Behind a link there may be a file that removing the link would leave as it is, with the login in it.
  if (isOurs && isEmpty && (await files.inspect(file)).kind !== 'link') {
    await files.apply({ do: 'remove', path: file });
  } else if (edited !== text) {
    await files.apply({ do: 'replace', path: file, text: edited });
  }
}

/** Throws `DCR_STORE_FAILED` where the edit would not do what it should. */
async function editConfig(
  path: string,
  writes: readonly StoredWrite[],
  context: StoreContext,
): Promise<{ readonly text: string; readonly edited: string }> {
  const text = (await readConfigText(path, context)) ?? '';
  parseConfigFile(text, path);
  const edits = writes.flatMap(({ place: { key }, login: { entry, hadAuths = true } }) => {
    return entry === undefined ? [] : [{ key, entry, hadAuths }];
  });
  const edited = edits.reduce((present, { key, entry, hadAuths }) => {
    return entry === null ? dropAuth(present, key, hadAuths) : putAuth(present, key, entry);
  }, text);
  const config = parseConfigFile(edited, path);
  // Of a key that stands there twice, the first is edited and the last is what clients read.
  const twice = edits.find(({ key, entry }) => {
    return JSON.stringify(readAuth(config, key) ?? null) !== JSON.stringify(entry);
  });
  if (twice === undefined) return { text, edited };
  const message = `${path} names ${twice.key}, or auths, more than once; it was left as it is`;
  throw new DcrError('DCR_STORE_FAILED', { message, remedy: 'Remove all but one of them, or log in with --isolate.' });
}

/** Forms of what stood there before, which no message may repeat. */
export function deriveUndoForms(undo: StoredLogin | undefined): readonly string[] {
  const entry = undo?.entry === null || undo?.entry === undefined ? undefined : decodeAuth(undo.entry);
  return [undo?.helper ?? undefined, entry].flatMap((stored) =>
    stored === undefined ? [] : deriveMaskedForms({ username: stored.username, password: new Secret(stored.secret) }),
  );
}

function toHelper(place: StorePlace, name: string, context: StoreContext): Parameters<typeof getFromHelper>[0] {
  const { env, forms, signal, ports } = context;
  return { name, key: place.key, env, forms, signal, processes: ports.processes };
}
