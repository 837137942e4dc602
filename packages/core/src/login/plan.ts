import path from 'node:path';
import type { Credential } from '../credential/credential.ts';
import { DcrError } from '../errors.ts';
import type { FileEffect } from '../ports/files.ts';
import type { RegistryReference } from '../registry/reference.ts';
import { composeDockerArguments, isTrimmedByDocker, TRIMMED } from './engines/docker.ts';
import type { ClientName, EngineName, FileFormat } from './engines/name.ts';
import { CLIENTS, FILES, formatOf, keyOf, makeVisible } from './engines/name.ts';
import { composeContainersArguments } from './engines/podman.ts';
import type { ConfigDirectoryFacts } from './private-directory.ts';
import { composeSeed, planPrivateDirectory } from './private-directory.ts';
import { listDeeperLogins, placeInAuthFile } from './store/auth-file.ts';
import type { JsonObject } from './store/config-file.ts';
import { readHelperName } from './store/config-file.ts';
import type { StorePlace } from './store/stored-login.ts';

export interface LoginOptions {
  readonly engine: EngineName | 'auto';
  readonly isolate: boolean;
  readonly configDir: string | undefined;
  /** The login is for one command: clients of both formats must see it. Isolated only. */
  readonly forCommand: boolean;
}

/** Everything about this machine that a plan depends on. */
export interface LoginFacts {
  /** Paths of the clients that are on PATH, as far as they were looked for. */
  readonly clients: Partial<Readonly<Record<ClientName, string>>>;
  /** Docker's own directory of this user. */
  readonly config: ConfigDirectoryFacts;
  /** Content of docker's own file of this user, where a private directory is composed of it. */
  readonly docker: JsonObject;
  /** The user's own file of the engine's format. */
  readonly shared: { readonly file: string; readonly real: string; readonly content: JsonObject };
  readonly privateBase: string | undefined;
}

/** Which of several logins of one call this is. */
export interface Position {
  /** The first login of the call, whose directory plain clients see; undefined for the first itself. */
  readonly main: LoginPlan | undefined;
  /** There are others in the same call. */
  readonly several: boolean;
  /** Another registry of this host came before: docker, which keeps one login a host, already has that one. */
  readonly hostTaken: boolean;
  /** Under these keys a client would ask a helper for any login of the call that lies in the first directory. */
  readonly helperKeys: readonly string[];
}

/** What a login will do: printable, without a secret. */
export interface LoginPlan {
  readonly id: string;
  readonly reference: RegistryReference;
  readonly engine:
    { readonly name: ClientName; readonly file: string; readonly args: readonly string[] } | { readonly name: 'file' };
  readonly format: FileFormat;
  readonly isolated: boolean;
  /** Directory of the file that holds the login. */
  readonly configDir: string;
  /** The variables by which a client sees the login. */
  readonly visible: Readonly<Record<string, string>>;
  /** Private directory of the client while it logs in. */
  readonly workDirectory: string | undefined;
  /** The private directory stays as long as the login and holds it; no helper may answer for these keys there. */
  readonly keeps: { readonly helperKeys: readonly string[]; readonly bothFormats: boolean } | undefined;
  /** Id of the first login of a call whose directory holds the entries of the others too. */
  readonly group: string | undefined;
  /** Where the entry is installed beside or instead of the private directory. */
  readonly place: StorePlace | undefined;
  /** Makes and seeds the private directory. */
  readonly effects: readonly FileEffect[];
  /** What the user should know about the choices, one sentence each. */
  readonly notes: readonly string[];
}

export interface PlanRequest {
  readonly id: string;
  readonly reference: RegistryReference;
  readonly credential: Pick<Credential, 'username' | 'password'>;
  readonly engine: EngineName;
  readonly options: LoginOptions;
  readonly facts: LoginFacts;
  readonly position: Position;
}

/** Throws `DCR_SHADOWED`. */
export function planLogin(request: PlanRequest): LoginPlan {
  const { id, reference, credential, options, facts, position } = request;
  const format = formatOf(request.engine);
  const trimmed = request.engine === 'docker' && isTrimmedByDocker(credential.password);
  const name = trimmed ? 'file' : request.engine;
  const { main, hostTaken } = position;
  // Docker keeps one login a host: the second of one host lives in a directory of its own, wherever the first one does.
  const apart = format === 'docker' && hostTaken;
  const isolated = options.isolate || apart;
  const given = options.isolate && main === undefined ? options.configDir : undefined;
  const needsDirectory = isolated || name !== 'file';
  const workDirectory = needsDirectory ? (given ?? path.join(facts.privateBase ?? '', `dcr-${id}`)) : undefined;
  const login = { reference, username: credential.username, directory: workDirectory ?? '' };
  const joins = options.isolate && main !== undefined && !apart;
  const keeps = isolated && !(joins && format === 'containers');
  const configDir = keeps ? login.directory : joins ? main.configDir : path.dirname(facts.shared.file);
  return {
    id,
    reference,
    engine: name === 'file' ? { name } : composeEngine(name, login, facts),
    format,
    isolated,
    configDir,
    visible: makeAllVisible(format, configDir, options),
    workDirectory,
    keeps: keeps ? { helperKeys: keysFor(request), bothFormats: options.forCommand } : undefined,
    group: options.isolate && position.several ? (main?.id ?? id) : undefined,
    place: joins
      ? { path: path.join(main.configDir, FILES[format].name), key: keyOf(reference, format) }
      : isolated
        ? undefined
        : choosePlace(reference, format, facts),
    effects:
      workDirectory === undefined ? [] : composeEffects(workDirectory, options.forCommand ? 'docker' : format, facts),
    notes: [
      ...(trimmed ? [TRIMMED] : []),
      ...(apart ? [explainApart(reference, configDir)] : []),
      ...(format === 'containers' ? listDeeperLogins(reference, facts.shared) : []),
    ],
  };
}

/** Helpers are looked up by docker's own key, and by podman and its kin by the host alone. */
export function helperKeyOf(reference: RegistryReference, format: FileFormat): string {
  return format === 'docker' ? reference.key : reference.host;
}

function keysFor({ reference, engine, position }: PlanRequest): readonly string[] {
  return position.main === undefined ? position.helperKeys : [helperKeyOf(reference, formatOf(engine))];
}

/** Throws `DCR_ENGINE_MISSING`. */
export function chooseEngine(
  wanted: LoginOptions['engine'],
  clients: LoginFacts['clients'],
  registry?: string,
): EngineName {
  if (wanted === 'file') return wanted;
  const found = wanted === 'auto' ? CLIENTS.find((client) => clients[client] !== undefined) : wanted;
  if (found !== undefined && clients[found] !== undefined) return found;
  const what = wanted === 'auto' ? `none of ${CLIENTS.join(', ')}` : `no ${wanted}`;
  throw new DcrError('DCR_ENGINE_MISSING', {
    message: `${what} was found on PATH`,
    ...(registry === undefined ? {} : { registry }),
  });
}

function composeEngine(
  name: ClientName,
  login: { reference: RegistryReference; username: string; directory: string },
  { clients }: LoginFacts,
): LoginPlan['engine'] {
  const args = name === 'docker' ? composeDockerArguments(login) : composeContainersArguments(login);
  return { name, file: clients[name] ?? '', args };
}

function choosePlace(reference: RegistryReference, format: FileFormat, { shared }: LoginFacts): StorePlace {
  if (format === 'containers') return placeInAuthFile({ reference, file: shared.real, content: shared.content });
  const helper = readHelperName(shared.content, reference.key);
  return { path: shared.real, key: reference.key, ...(helper === undefined ? {} : { helper }) };
}

/**
 * Whether docker is to find the login in its file, or in a copy of it. Of a file that it finds a fault in, it passes over
 * the entries alone, and asks the helpers that are named there all the same.
 */
export function needsDockerFile({ format, isolated, keeps, place }: LoginPlan): boolean {
  if (isolated) return format === 'docker' || keeps?.bothFormats === true;
  return format === 'docker' && place?.helper === undefined;
}

function composeEffects(directory: string, format: FileFormat, facts: LoginFacts): readonly FileEffect[] {
  // Podman and its kin make their file themselves, and keep nothing else beside it.
  if (format === 'containers') return [{ do: 'make-private', path: directory }];
  return planPrivateDirectory(directory, facts.config, composeSeed(facts.docker));
}

function makeAllVisible(format: FileFormat, directory: string, { forCommand }: LoginOptions): Record<string, string> {
  const formats = forCommand ? (['docker', 'containers'] as const) : [format];
  return Object.assign({}, ...formats.map((each) => makeVisible(each, directory)));
}

function explainApart({ registry, host }: RegistryReference, directory: string): string {
  return `docker keeps one login a host, and another registry of ${host} was named first: for ${registry} use DOCKER_CONFIG=${directory}`;
}
