import path from 'node:path';
import type { FileFormat } from './engines/name.ts';
import { FILES, keyOf } from './engines/name.ts';
import type { LoginPlan } from './plan.ts';
import { helperKeyOf } from './plan.ts';
import { composePrivateConfig, formatConfig } from './private-directory.ts';
import { notReadBack } from './read-back.ts';
import type { SessionRecord, SessionStore } from './session.ts';
import type { AuthEntry, JsonObject } from './store/config-file.ts';
import { parseConfigFile, readAuth, readConfigText, readHelperName } from './store/config-file.ts';
import type { StoreContext } from './store/store.ts';

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

/** Editing what belongs to others needs 20 ms of libraries, which a login of its own directory does not. */
const loadShared = () => import('./install-shared.ts');

/** Loads what `installEntry` will need for this plan. */
export async function prepareInstall({ place }: LoginPlan): Promise<void> {
  if (place !== undefined) await loadShared();
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
  if (plan.place === undefined) return record;
  const { installShared } = await loadShared();
  return installShared(installation, plan.place);
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
