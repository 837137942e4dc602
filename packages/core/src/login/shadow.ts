import { Buffer } from 'node:buffer';
import type { Credential } from '../credential/credential.ts';
import { DcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { parseObject } from '../registry/observation.ts';
import type { LoginPlan } from './plan.ts';
import { decodeAuth, encodeAuth, isObject } from './store/config-file.ts';

const VARIABLE = 'DOCKER_AUTH_CONFIG';

/** The first docker CLI that reads the variable: 28.3.0, cli/config/configfile/file.go. */
const FIRST = [28, 3] as const;

/**
 * Docker 28.3 and later read a credential of this exact host from `DOCKER_AUTH_CONFIG` before any file, in which GitLab's
 * users keep one for their runner. Throws `DCR_SHADOWED` where that would be another one than was logged in with.
 */
export async function refuseShadow(
  login: { readonly plan: LoginPlan; readonly credential: Credential },
  context: {
    env: Readonly<Record<string, string>>;
    signal: AbortSignal;
    ports: Pick<Ports, 'environment' | 'processes'>;
  },
): Promise<void> {
  const { plan, credential } = login;
  const { engine, reference } = plan;
  const { environment, processes } = context.ports;
  const stored = plan.format === 'docker' ? readShadow(environment.variables[VARIABLE], reference.key) : undefined;
  if (stored === undefined || stored === encodeAuth(credential.username, credential.password.reveal())['auth']) return;
  const docker = engine.name === 'docker' ? engine.file : processes.find('docker');
  if (docker === undefined) return;
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
  const shadow = parseShadow(value);
  if (shadow === undefined || shadow.problem !== undefined || !Object.hasOwn(shadow.auths, key)) return undefined;
  const entry = shadow.auths[key];
  return isObject(entry) ? Buffer.from(String(entry['auth']), 'base64').toString('base64') : undefined;
}

/** The variable without this key, for a command that must see our login; undefined where nothing would be left in it. */
export function dropShadow(value: string | undefined, key: string): string | undefined {
  const auths = parseShadow(value)?.auths ?? {};
  if (!Object.hasOwn(auths, key)) return value;
  const rest = Object.fromEntries(Object.entries(auths).filter(([host]) => host !== key));
  return Object.keys(rest).length === 0 ? undefined : JSON.stringify({ auths: rest });
}

/** What the variable holds, and why docker would refuse it whole: cli/config/configfile/file.go, `parseEnvConfig`. */
export interface Shadow {
  readonly auths: Readonly<Record<string, unknown>>;
  readonly problem: string | undefined;
}

/** Undefined where the variable is not set. */
export function parseShadow(value: string | undefined): Shadow | undefined {
  if (value === undefined || value === '') return undefined;
  const config = parseObject(value);
  if (config === undefined) return { auths: {}, problem: 'it is no JSON object' };
  const { auths, ...others } = config;
  if (!isObject(auths)) return { auths: {}, problem: 'it has no auths' };
  const entries = Object.values(auths);
  const names = entries.flatMap((entry) => (isObject(entry) ? Object.keys(entry) : []));
  if (Object.keys(others).length > 0 || names.some((name) => name !== 'auth'))
    return { auths, problem: 'it has other fields than auths and auth' };
  const usable = entries.every((entry) => isObject(entry) && decodeAuth(entry) !== undefined);
  return { auths, problem: usable ? undefined : 'an entry of it has no usable auth' };
}
