import path from 'node:path';
import { makeFingerprint } from '../credential/fingerprint.ts';
import { DcrError } from '../errors.ts';
import type { LoginPlan } from './plan.ts';
import { composePrivateConfig, formatConfig } from './private-directory.ts';
import type { SessionRecord, SessionStore } from './session.ts';
import { isSamePlace } from './session.ts';
import type { AuthEntry, JsonObject } from './store/config-file.ts';
import { parseConfigFile, readAuth } from './store/config-file.ts';
import type { StoreContext, StorePlace } from './store/store.ts';
import { readConfigText, readUndo, serialiseLogin, shapeLogin, writeStored } from './store/store.ts';

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
export async function installEntry(installation: Installation, shared: JsonObject): Promise<SessionRecord> {
  const { plan } = installation;
  if (plan.place !== undefined) return installShared(installation, plan.place);
  await installPrivate(installation, shared);
  return installation.record;
}

async function installPrivate({ plan, entry, context }: Installation, shared: JsonObject): Promise<void> {
  const { key } = plan.reference;
  const target = path.join(plan.configDir, 'config.json');
  await context.ports.files.apply({
    do: 'write',
    path: target,
    text: formatConfig(composePrivateConfig(shared, key, entry)),
  });
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
    await sessions.saveUndo(record.id, await readUndo(place, context));
    const before = (await sessions.list()).filter((other) => isSamePlace(other.record, { place }));
    const sequence = Math.max(0, ...before.map((other) => other.record.sequence)) + 1;
    const installed = { ...record, sequence, installed: makeFingerprint(serialiseLogin(login), salt) };
    await sessions.update(installed);
    await writeStored(place, login, context);
    if (serialiseLogin(await readUndo(place, context)) !== serialiseLogin(login)) throw notReadBack(place.path, plan);
    return installed;
  });
}

function notReadBack(where: string, { reference }: LoginPlan): DcrError {
  const message = `${reference.registry}: the login was written to ${where} but is not there when read back`;
  return new DcrError('DCR_STORE_FAILED', { message, registry: reference.registry });
}
