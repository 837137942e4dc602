import path from 'node:path';
import type { Credential } from '../credential/credential.ts';
import { checkCredential } from '../credential/credential.ts';
import { DcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import type { RegistryReference } from '../registry/reference.ts';
import { parseRegistry, parseRepository } from '../registry/reference.ts';
import type { ClientName, FileFormat } from './engines/name.ts';
import { CLIENTS, FILES, formatOf } from './engines/name.ts';
import { chooseConfigDirectory, listPrivateBases, refuseWorkspace } from './places.ts';
import type { LoginFacts, LoginOptions, LoginPlan } from './plan.ts';
import { chooseEngine, helperKeyOf, needsDockerFile, planLogin } from './plan.ts';
import { choosePrivateBase, readConfigDirectory } from './private-directory.ts';
import type { RegistryLogin } from './request.ts';
import { chooseAuthFile } from './store/auth-file.ts';
import type { JsonObject } from './store/config-file.ts';
import { parseConfigFile, readConfigText } from './store/config-file.ts';
import { refuseUnusable } from './store/config-shape.ts';

/** One registry of a call, checked. */
export interface Wanted {
  readonly reference: RegistryReference;
  readonly credential: Credential;
  readonly repository: string | undefined;
}

export interface PlannedLogin extends Wanted {
  readonly plan: LoginPlan;
}

export interface Preparation {
  readonly logins: readonly PlannedLogin[];
  /** The user's own files, from which isolated ones are composed. */
  readonly shared: Readonly<Record<FileFormat, JsonObject>>;
}

/** Everything is checked before anything starts. Throws `DCR_INPUT_INVALID` and what `checkCredential` throws. */
export function checkRegistries(registries: readonly RegistryLogin[], now: number): readonly Wanted[] {
  const wanted = registries.map(({ registry: given, credential, repository }) => {
    const reference = parseRegistry(given);
    const { registry } = reference;
    if (repository !== undefined) parseRepository(repository, reference);
    return { reference, credential: checkCredential(credential, { registry, now }), repository };
  });
  const names = wanted.map(({ reference }) => reference.registry);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return wanted;
  throw new DcrError('DCR_INPUT_INVALID', { registry: twice, message: `${twice} is named twice in one login` });
}

/**
 * Looks at this machine and plans the logins of a call. Makes nothing but the parents of a private directory.
 * Throws `DCR_ENGINE_MISSING`, `DCR_SHADOWED`, `DCR_STORE_FAILED`, `DCR_CONFIG_INVALID` and `DCR_INPUT_INVALID`.
 */
export async function prepareLogins(
  wanted: readonly Wanted[],
  options: LoginOptions & { readonly stateDir: string },
  ports: Ports,
): Promise<Preparation> {
  const { environment, files } = ports;
  const clients = findClients(options.engine, ports);
  const engine = chooseEngine(options.engine, clients, wanted[0]?.reference.registry);
  const format = formatOf(engine);
  const given =
    options.configDir === undefined ? undefined : path.resolve(environment.workingDirectory, options.configDir);
  if (options.isolate && given !== undefined) await checkNew(given, ports);
  // `--config-dir` is the private directory of an isolated login, and the shared one of any other.
  const own = options.isolate ? undefined : given;
  const configDirectory = format === 'docker' && own !== undefined ? own : chooseConfigDirectory(environment);
  const sources = {
    docker: path.join(configDirectory, FILES.docker.name),
    containers:
      format === 'containers' && own !== undefined
        ? path.join(own, FILES.containers.name)
        : chooseAuthFile(environment),
  };
  const shared = {
    docker: format === 'docker' || options.forCommand ? await readShared(sources.docker, ports) : {},
    containers: format === 'containers' || options.forCommand ? await readShared(sources.containers, ports) : {},
  };
  const bases =
    given !== undefined && options.isolate
      ? [{ root: path.dirname(given), below: [], mayBeLink: true as const }]
      : listPrivateBases(environment, options.stateDir);
  const facts: LoginFacts = {
    clients,
    config: await readConfigDirectory(configDirectory, files),
    docker: shared.docker,
    shared: { file: sources[format], real: await findReal(sources[format], files), content: shared[format] },
    privateBase: await choosePrivateBase(bases, ports),
  };
  const helperKeys = [...new Set(wanted.map(({ reference }) => helperKeyOf(reference, format)))];
  const logins: PlannedLogin[] = [];
  for (const each of wanted) {
    const position = {
      main: logins[0]?.plan,
      several: wanted.length > 1,
      hostTaken: logins.some(({ reference }) => reference.host === each.reference.host),
      helperKeys,
    };
    const resolved = { ...options, configDir: given };
    const plan = planLogin({ ...each, id: makeSessionId(ports), engine, options: resolved, facts, position });
    logins.push({ ...each, plan });
  }
  if (logins.some(({ plan }) => needsDockerFile(plan))) refuseUnusable(shared.docker, sources.docker);
  return { logins, shared };
}

/** The one name of a file that may have several: a lock and an undo count for all of them. */
async function findReal(file: string, files: Ports['files']): Promise<string> {
  let real = file;
  for (let hops = 0; hops < 40; hops += 1) {
    const found = await files.inspect(real);
    if (found.kind !== 'link') break;
    real = path.resolve(path.dirname(real), found.target);
  }
  const directory = await files.inspect(path.dirname(real), { follow: true });
  return directory.kind === 'directory' ? path.join(directory.real, path.basename(real)) : real;
}

async function readShared(file: string, ports: Ports): Promise<JsonObject> {
  return parseConfigFile(await readConfigText(file, { ports }), file);
}

/** `auto` ends at the first that is there. */
function findClients(wanted: LoginOptions['engine'], { processes }: Ports): Partial<Record<ClientName, string>> {
  if (wanted === 'file') return {};
  for (const client of wanted === 'auto' ? CLIENTS : [wanted]) {
    const file = processes.find(client);
    if (file !== undefined) return { [client]: file };
  }
  return {};
}

/** A private directory is made anew and goes with its login: what is there already is not ours to fill and remove. */
async function checkNew(directory: string, { environment, files }: Ports): Promise<void> {
  refuseWorkspace(directory, environment);
  const { kind } = await files.inspect(directory);
  if (kind === 'missing') return;
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `${directory} is there already (a ${kind}); a private directory must be a new one`,
    remedy: 'Name a directory that does not exist, or leave the choice to dcr-login.',
  });
}

/** Sorts by time, and cannot be guessed: nobody plants what will be made under this name. */
function makeSessionId({ clock }: Pick<Ports, 'clock'>): string {
  return `${clock.now().toString(36)}-${Math.floor(clock.random() * 2 ** 47).toString(36)}`;
}
