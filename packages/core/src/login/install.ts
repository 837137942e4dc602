import path from 'node:path';
import { makeFingerprint } from '../credential/fingerprint.ts';
import { DcrError } from '../errors.ts';
import type { FileFormat } from './engines/name.ts';
import { FILES, keyOf } from './engines/name.ts';
import type { LoginPlan } from './plan.ts';
import { helperKeyOf } from './plan.ts';
import { composePrivateConfig, formatConfig } from './private-directory.ts';
import type { SessionRecord, SessionStore, StoredSession } from './session.ts';
import { isSamePlace } from './session.ts';
import type { AuthEntry, JsonObject } from './store/config-file.ts';
import { parseConfigFile, readAuth, readConfigText, readHelperName } from './store/config-file.ts';
import type { StoreContext, StorePlace, Undo } from './store/store.ts';
import { readUndo, serialiseLogin, shapeLogin, writeStored } from './store/store.ts';

export interface Installation {
  readonly plan: LoginPlan;
  readonly entry: AuthEntry;
  readonly record: SessionRecord;
  readonly sessions: SessionStore;
  readonly context: StoreContext;
  /** Random text for the fingerprint. */
  readonly salt: string;
  /** Milliseconds since the epoch, for the lock. */
  readonly deadline: number;
}

/**
 * Puts the entry where the plan says and reads it back. Returns the record as it is now.
 * Throws `DCR_STORE_FAILED` and `DCR_LOCKED`.
 */
export async function installEntry(
  installation: Installation,
  shared: Readonly<Record<FileFormat, JsonObject>>,
): Promise<SessionRecord> {
  const { plan, record } = installation;
  if (plan.keeps !== undefined) {
    const formats = plan.keeps.bothFormats ? (['docker', 'containers'] as const) : [plan.format];
    for (const format of formats) await installPrivate(installation, format, shared[format]);
  }
  return plan.place === undefined ? record : installShared(installation, plan.place);
}

async function installPrivate(
  { plan, entry, context }: Installation,
  format: FileFormat,
  shared: JsonObject,
): Promise<void> {
  const { reference, configDir, engine, keeps } = plan;
  const key = keyOf(reference, format);
  // Docker falls back to a store that is configured for everything; podman and its kin do not know of one.
  const blank = format === 'docker' && (engine.name === 'docker' || readHelperName(shared, '') !== undefined);
  const helperKeys = format === plan.format ? (keeps?.helperKeys ?? []) : [helperKeyOf(reference, format)];
  const config = composePrivateConfig(shared, { key, entry, helperKeys, blank });
  const target = path.join(configDir, FILES[format].name);
  await context.ports.files.apply({ do: 'write', path: target, text: formatConfig(config) });
  const back = readAuth(parseConfigFile(await readConfigText(target, context), target), key);
  if (JSON.stringify(back) !== JSON.stringify(entry)) throw notReadBack(target, plan);
}

async function installShared(installation: Installation, place: StorePlace): Promise<SessionRecord> {
  const { plan, entry, record, sessions, context, salt, deadline } = installation;
  const { files } = context.ports;
  await files.apply({ do: 'make-directory', path: path.dirname(place.path) });
  const login = shapeLogin(place, entry);
  return files.lock(place.path, deadline, async () => {
    // What was there is on disk before it is touched, and so is whose the new entry is.
    const stored = await sessions.list();
    await sessions.saveUndo(record.id, inheritUndo(await readUndo(place, context), place, stored));
    const before = stored.filter((other) => isSamePlace(other.record, { place }));
    const sequence = Math.max(0, ...before.map((other) => other.record.sequence)) + 1;
    const installed = { ...record, sequence, installed: makeFingerprint(serialiseLogin(login), salt) };
    await sessions.update(installed);
    await writeStored(place, login, context);
    if (serialiseLogin(await readUndo(place, context)) !== serialiseLogin(login)) throw notReadBack(place.path, plan);
    return installed;
  });
}

/** What is there only since a login of ours that still lives was not there before: the last logout takes it away. */
function inheritUndo(undo: Undo, place: StorePlace, sessions: readonly StoredSession[]): Undo {
  const earlier = sessions.flatMap((other) =>
    other.record.place?.path === place.path && other.undo !== undefined ? [other.undo] : [],
  );
  return {
    ...undo,
    hadFile: undo.hadFile && earlier.every(({ hadFile }) => hadFile),
    hadAuths: undo.hadAuths && earlier.every(({ hadAuths }) => hadAuths),
  };
}

function notReadBack(where: string, { reference }: LoginPlan): DcrError {
  const message = `${reference.registry}: the login was written to ${where} but is not there when read back`;
  return new DcrError('DCR_STORE_FAILED', { message, registry: reference.registry });
}
