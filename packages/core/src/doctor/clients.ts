import { quoteForeignText } from '../credential/masking.ts';
import { CLIENTS } from '../login/engines/name.ts';
import type { Ports } from '../ports/index.ts';
import type { DoctorFinding } from './finding.ts';
import { info, warn } from './finding.ts';

/** What each client answers to `--version`; undefined for one that is not on PATH. */
export type ClientVersions = Readonly<Record<(typeof CLIENTS)[number], string | undefined>>;

/** A client that hangs must not hold the report up. Milliseconds. */
export const CHILD_LIMIT = 5000;

export interface ChildContext {
  /** Environment of children: the user's own, without secrets. */
  readonly env: Readonly<Record<string, string>>;
  readonly forms: readonly string[];
  readonly signal: AbortSignal;
  readonly processes: Ports['processes'];
}

export async function askVersions(context: ChildContext): Promise<ClientVersions> {
  const asked = CLIENTS.map(async (name) => [name, await askVersion(name, context)] as const);
  return Object.fromEntries(await Promise.all(asked)) as ClientVersions;
}

async function askVersion(name: string, { processes, env, signal, forms }: ChildContext): Promise<string | undefined> {
  const file = processes.find(name);
  if (file === undefined) return undefined;
  const { status, stdout, stderr } = await processes.start({ file, args: ['--version'], env, signal }).finish('');
  const [first = ''] = (status === 0 ? stdout : stderr || stdout).trim().split('\n');
  const words = quoteForeignText(first, forms);
  return status === 0 ? words : `does not run: ${words || `status ${status ?? 'none'}`}`;
}

export function judgeClients(clients: ClientVersions, own: Readonly<Record<string, string>>): readonly DoctorFinding[] {
  const versions = [...Object.entries(own), ...CLIENTS.map((name) => [name, clients[name]] as const)];
  const line = versions.map(([name, version]) => describe(name, version)).join(', ');
  const findings = [info('versions', line)];
  if (CLIENTS.every((name) => clients[name] === undefined)) {
    findings.push(
      warn('versions', 'no client that could use a login is on PATH: docker, podman, buildah, skopeo', {
        code: 'DCR_ENGINE_MISSING',
        remedy: 'Install one, or log in with --engine file, which needs none.',
      }),
    );
  }
  return findings;
}

function describe(name: string, version: string | undefined): string {
  if (version === undefined) return `no ${name}`;
  return version.toLowerCase().startsWith(name) ? version : `${name} ${version}`;
}
