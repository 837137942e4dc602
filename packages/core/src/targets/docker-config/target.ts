import { scryptSync } from 'node:crypto';
import path from 'node:path';
import type { TargetSettings } from '../../config/rotate-shape.ts';
import { deriveMaskedForms } from '../../credential/masking.ts';
import { Secret } from '../../credential/secret.ts';
import { DcrError } from '../../errors.ts';
import { cleanEnvironment } from '../../login/places.ts';
import {
  decodeAuth,
  encodeAuth,
  parseConfigFile,
  readConfigText,
  readHelperName,
} from '../../login/store/config-file.ts';
import { refuseUnusable } from '../../login/store/config-shape.ts';
import type { StoreContext } from '../../login/store/store.ts';
import { readUndo, shapeLogin, writeStored } from '../../login/store/store.ts';
import type { StoredLogin, StorePlace } from '../../login/store/stored-login.ts';
import { serialiseLogin } from '../../login/store/stored-login.ts';
import type { Ports } from '../../ports/index.ts';
import { parseRegistry } from '../../registry/reference.ts';
import type { BuildContext } from '../build.ts';
import type { Target, TargetCredential, TargetFacts } from '../target.ts';

/** A file is changed in milliseconds; who holds its lock for longer is stuck. */
const PATIENCE = 30_000;

/** The login of one host in a docker `config.json`, or in the helper that it names. Everything else in it stays. */
export function createDockerConfig(
  settings: Extract<TargetSettings, { type: 'docker-config' }>,
  { ports, registry, directory }: BuildContext,
): Target {
  const { home } = ports.environment;
  const file = path.resolve(
    directory,
    settings.path.replace(/^~(?=$|[\\/])/u, () => home),
  );
  const { key } = parseRegistry(registry);
  const id = `docker-config ${file} ${key}`;
  const open = (signal: AbortSignal, credential?: TargetCredential): Context => {
    const forms = credential === undefined ? [] : deriveMaskedForms(credential);
    return { ports, env: cleanEnvironment(ports.environment, forms), forms, signal };
  };
  return {
    id,
    type: 'docker-config',
    writes: [id],
    api: 'file',
    async inspect(signal) {
      const context = open(signal);
      const login = await readLogin(await locate(file, key, context), context);
      const stored = decode(login);
      return {
        stored: stored === undefined ? undefined : { ...stored, password: new Secret(stored.password) },
        exists: stored !== undefined,
        version: stored === undefined ? null : describeVersion(login, id),
        since: null,
        unknown: [],
      };
    },
    async write(credential, facts, signal) {
      const context = open(signal, credential);
      await ports.files.apply({ do: 'make-directory', path: path.dirname(file) });
      await ports.files.lock(file, ports.clock.now() + PATIENCE, async () => {
        const place = await locate(file, key, context);
        const now = decode(await readLogin(place, context));
        if (isSame(now, credential)) return;
        refuseStranger(now, facts, id);
        const login = shapeLogin(place, encodeAuth(credential.username, credential.password.reveal()));
        await writeStored(place, login, context);
      });
    },
    async check(credential, _facts, signal) {
      const context = open(signal, credential);
      const now = decode(await readLogin(await locate(file, key, context), context));
      return { kind: 'read-back', holds: isSame(now, credential) };
    },
  };
}

interface Context extends StoreContext {
  readonly ports: Ports;
}

interface Pair {
  readonly username: string;
  readonly password: string;
}

/**
 * Which helper keeps it is looked up each time: the file may have been changed since. Throws `DCR_CONFIG_INVALID` where the
 * login would go into a file of whose entries docker takes none.
 */
async function locate(file: string, key: string, context: Context): Promise<StorePlace> {
  const config = parseConfigFile(await readConfigText(file, context), file);
  const helper = readHelperName(config, key);
  if (helper !== undefined) return { path: file, key, helper };
  refuseUnusable(config, file);
  return { path: file, key };
}

const readLogin = (place: StorePlace, context: Context): Promise<StoredLogin> => readUndo(place, context);

function decode({ helper, entry }: StoredLogin): Pair | undefined {
  const found = helper ?? (entry === null ? undefined : decodeAuth(entry));
  return found === undefined ? undefined : { username: found.username, password: found.secret };
}

function isSame(pair: Pair | undefined, { username, password }: { username: string; password: Secret }): boolean {
  return pair?.username === username && pair.password === password.reveal();
}

/** A plan may be kept where others read it: guessing a password from its version must stay dear. */
function describeVersion(login: StoredLogin, salt: string): string {
  return scryptSync(serialiseLogin(login), salt, 16).toString('base64url');
}

function refuseStranger(now: Pair | undefined, { stored }: TargetFacts, id: string): void {
  if (now === undefined || (stored !== undefined && isSame(now, stored))) return;
  const message = `${id} was written by somebody else since it was looked at; it was left as it is`;
  const remedy = 'If that was no login of yours, find out who it was; then: dcr-login rotate --resume.';
  throw new DcrError('DCR_TARGET_REFUSED', { message, remedy });
}
