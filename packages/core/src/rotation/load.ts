import path from 'node:path';
import { suggestName } from '../config/near-name.ts';
import type { CredentialSettings } from '../config/rotate-file.ts';
import { RotateFile } from '../config/rotate-file.ts';
import { DcrError } from '../errors.ts';
import { buildIssuer } from '../issuers/build.ts';
import type { Issuer } from '../issuers/issuer.ts';
import type { Ports } from '../ports/index.ts';
import { buildTargets } from '../targets/build.ts';
import type { Target } from '../targets/target.ts';
import { findLimits } from './limits.ts';
import { Pacer } from './pacer.ts';
import { chooseRotationDirectory } from './places.ts';
import type { Job } from './run.ts';

export interface LoadRequest {
  /** Path of the rotation file. */
  readonly file: string;
  /** Credentials of it; none: all. */
  readonly names: readonly string[];
  readonly stateDir: string | undefined;
}

/**
 * Reads the file and builds what it names, for the credentials that are wanted.
 * Throws `DCR_CONFIG_INVALID` with every fault of the whole file, and `DCR_INPUT_INVALID` for a name that is not in it.
 */
export async function loadJobs(request: LoadRequest, ports: Ports): Promise<readonly Job[]> {
  const where = path.resolve(ports.environment.workingDirectory, request.file);
  const found = await ports.files.inspect(where, { follow: true });
  if (found.kind !== 'file') {
    const message = `${request.file} is ${found.kind === 'missing' ? 'not there' : 'no regular file'}`;
    const remedy = 'Write one (README, "Rotate"), or name it by --file.';
    throw new DcrError('DCR_CONFIG_INVALID', { message, remedy });
  }
  const file = new RotateFile(found.text, request.file);
  const pacer = new Pacer(ports.clock);
  const paced = pacePorts(pacer, ports);
  const build = { file, ports: paced, directory: path.dirname(where) };
  const jobs: Job[] = [];
  for (const settings of file.credentials) {
    const targets = await buildAll(settings, build);
    const issuer = await buildSource(settings, build);
    const place = { stateDir: request.stateDir, environment: ports.environment };
    jobs.push({ settings, targets, issuer, directory: chooseRotationDirectory(settings, place) });
    for (const target of targets) pacer.setLimits(target.api, findLimits(target));
  }
  file.settle();
  return chooseJobs(jobs, request);
}

/** An API server of Kubernetes is reached in a way of its own, and is no less to be spared. */
function pacePorts(pacer: Pacer, ports: Ports): Ports {
  const open: Ports['clusters']['open'] = async (context) => {
    const cluster = await ports.clusters.open(context);
    return { ...cluster, http: pacer.wrap(cluster.http) };
  };
  return { ...ports, http: pacer.wrap(ports.http), clusters: { ...ports.clusters, open } };
}

interface Build {
  readonly file: RotateFile;
  readonly ports: Ports;
  readonly directory: string;
}

async function buildAll(settings: CredentialSettings, { file, ...rest }: Build): Promise<readonly Target[]> {
  const built: Target[] = [];
  for (const { settings: one, path: place } of settings.targets) {
    try {
      const targets = await buildTargets(one, { ...rest, registry: settings.registry });
      for (const target of targets) file.claim(target.writes, { by: `${settings.name}: ${target.id}`, path: place });
      built.push(...targets);
    } catch (error) {
      addFault(file, place, error);
    }
  }
  return built;
}

async function buildSource(settings: CredentialSettings, { file, ...rest }: Build): Promise<Issuer | undefined> {
  const { issuer, path: place, registry } = settings;
  if (issuer.type === 'console') return undefined;
  try {
    return await buildIssuer(issuer, { ...rest, registry });
  } catch (error) {
    addFault(file, [...place, 'issuer'], error);
    return undefined;
  }
}

/** What a target or issuer finds wrong with its own settings is a fault of the file like any other. */
function addFault(file: RotateFile, place: CredentialSettings['path'], error: unknown): void {
  if (!(error instanceof DcrError) || error.code !== 'DCR_CONFIG_INVALID') throw error;
  file.addFault(place, error.message);
}

function chooseJobs(jobs: readonly Job[], { names, file }: LoadRequest): readonly Job[] {
  const known = jobs.map(({ settings }) => settings.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const words = unknown.map((name) => `"${name}"${suggestName(name, known)}`).join(', ');
    const message = `${file} has no credential ${words}; it has ${known.join(', ')}`;
    throw new DcrError('DCR_INPUT_INVALID', { message });
  }
  return names.length === 0 ? jobs : jobs.filter(({ settings }) => names.includes(settings.name));
}
