import { Buffer } from 'node:buffer';
import type { Credential } from '../credential/credential.ts';
import { DcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import type { RegistryReference } from '../registry/reference.ts';
import { encodeAuth, isObject } from './store/config-file.ts';

const VARIABLE = 'DOCKER_AUTH_CONFIG';

/** The first docker CLI that reads the variable: 28.3.0, cli/config/configfile/file.go. */
const FIRST = [28, 3] as const;

/**
 * Docker 28.3 and later read a credential of this exact host from `DOCKER_AUTH_CONFIG` before any file, in which GitLab's
 * users keep one for their runner. Throws `DCR_SHADOWED` where that would be another one than was logged in with.
 */
export async function refuseShadow(
  login: { reference: RegistryReference; credential: Credential; docker: string },
  context: {
    env: Readonly<Record<string, string>>;
    signal: AbortSignal;
    ports: Pick<Ports, 'environment' | 'processes'>;
  },
): Promise<void> {
  const { reference, credential, docker } = login;
  const { environment, processes } = context.ports;
  const stored = readShadow(environment.variables[VARIABLE], reference.key);
  if (stored === undefined || stored === encodeAuth(credential.username, credential.password.reveal())['auth']) return;
  const { env, signal } = context;
  const { stdout } = await processes.start({ file: docker, args: ['--version'], env, signal }).finish('');
  if (!readsVariable(stdout)) return;
  throw new DcrError('DCR_SHADOWED', {
    registry: reference.registry,
    message: `${reference.registry}: ${VARIABLE} holds another credential for ${reference.host}, and this docker takes that one before any login`,
    remedy: `Take ${reference.host} out of ${VARIABLE}, or unset it for this job: unset ${VARIABLE}.`,
  });
}

/** Whether a docker of this `--version` reads the variable; one that does not tell its version is taken for a new one. */
export function readsVariable(version: string): boolean {
  const [, major, minor] = /version (\d+)\.(\d+)/u.exec(version) ?? [];
  if (major === undefined) return true;
  return Number(major) > FIRST[0] || (Number(major) === FIRST[0] && Number(minor) >= FIRST[1]);
}

/** The `auth` that the variable holds for this key; undefined where docker would not take it either. */
export function readShadow(value: string | undefined, key: string): string | undefined {
  const auths = parseShadow(value);
  const entry = auths !== undefined && Object.hasOwn(auths, key) ? auths[key] : undefined;
  const auth = isObject(entry) ? entry['auth'] : undefined;
  if (typeof auth !== 'string') return undefined;
  return Buffer.from(auth, 'base64').toString('base64');
}

/** The variable without this key, for a command that must see our login; undefined where nothing would be left in it. */
export function dropShadow(value: string | undefined, key: string): string | undefined {
  const auths = parseShadow(value);
  if (auths === undefined || !Object.hasOwn(auths, key)) return value;
  const rest = Object.fromEntries(Object.entries(auths).filter(([host]) => host !== key));
  return Object.keys(rest).length === 0 ? undefined : JSON.stringify({ auths: rest });
}

function parseShadow(value: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined || value === '') return undefined;
  try {
    const config: unknown = JSON.parse(value);
    const auths = isObject(config) ? config['auths'] : undefined;
    return isObject(auths) ? auths : undefined;
  } catch {
    return undefined;
  }
}
