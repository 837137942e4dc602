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

/** The entry of one login on its way into the files of clients. */
export interface Installation {
  readonly plan: LoginPlan;
  readonly entry: AuthEntry;
  readonly record: SessionRecord;
  /** Random text for the fingerprint. */
  readonly salt: string;
}

/** What all logins of a call share. */
export interface InstallContext {
  /** The user's own files, from which isolated ones are composed. */
  readonly shared: Readonly<Record<FileFormat, JsonObject>>;
  readonly sessions: SessionStore;
  readonly context: StoreContext;
  /** Milliseconds since the epoch, for the lock. */
  readonly deadline: number;
}

/** Editing what belongs to others takes 5 ms of loading, which a login in a directory of its own does without. */
const loadShared = () => import('./install-shared.ts');
/** Hashes take 4 ms of loading, which a login that is alone in its directory does without. */
const loadJoined = () => import('./install-joined.ts');

/** Loads what `installEntries` will need for this plan. */
export async function prepareInstall({ place, isolated }: LoginPlan): Promise<void> {
  if (place !== undefined) await (isolated ? loadJoined() : loadShared());
}

/**
 * Puts the entries of one call where their plans say and reads them back; all that go into one file go there at once.
 * Returns them with their records as they are now. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`.
 */
export async function installEntries(
  installations: readonly Installation[],
  where: InstallContext,
): Promise<readonly Installation[]> {
  const records: SessionRecord[] = [];
  for (const installation of installations) {
    const { keeps, format } = installation.plan;
    const formats = keeps === undefined ? [] : keeps.bothFormats ? (['docker', 'containers'] as const) : [format];
    for (const each of formats)
      records.push(...(await installPrivate(installation, each, { installations, ...where })));
  }
  const shared = installations.filter(({ plan }) => !plan.isolated);
  const files = new Set(shared.flatMap(({ plan: { place } }) => (place === undefined ? [] : [place.path])));
  for (const file of files) {
    const { installShared } = await loadShared();
    const here = shared.filter(({ plan: { place } }) => place?.path === file);
    records.push(...(await installShared(file, here, where)));
  }
  return installations.map((each) => ({
    ...each,
    record: records.find(({ id }) => id === each.record.id) ?? each.record,
  }));
}

/** Writes one file of a private directory: the user's own with the entry of its login in it, and of those that join it. */
async function installPrivate(
  first: Installation,
  format: FileFormat,
  {
    installations,
    context,
    sessions,
    shared: all,
  }: InstallContext & { readonly installations: readonly Installation[] },
): Promise<readonly SessionRecord[]> {
  const { plan } = first;
  const { reference, configDir, engine, keeps } = plan;
  const shared = all[format];
  const target = path.join(configDir, FILES[format].name);
  const joined = installations.filter(({ plan: { isolated, place } }) => isolated && place?.path === target);
  // Docker falls back to a store that is configured for everything; podman and its kin do not know of one.
  const blank = format === 'docker' && (engine.name === 'docker' || readHelperName(shared, '') !== undefined);
  const helperKeys = format === plan.format ? (keeps?.helperKeys ?? []) : [helperKeyOf(reference, format)];
  const logins = [first, ...joined].map((each) => ({ ...each, key: keyOf(each.plan.reference, format) }));
  const config = composePrivateConfig(shared, { entries: logins, helperKeys, blank });
  const records = joined.length === 0 ? [] : await (await loadJoined()).recordJoined(joined, { shared, sessions });
  await context.ports.files.apply({ do: 'write', path: target, text: formatConfig(config) });
  const written = parseConfigFile(await readConfigText(target, context), target);
  const lost = logins.find(({ key, entry }) => JSON.stringify(readAuth(written, key)) !== JSON.stringify(entry));
  if (lost !== undefined) throw notReadBack(target, lost.plan);
  return records;
}
