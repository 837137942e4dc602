import path from 'node:path';
import type { Credential } from '../credential/credential.ts';
import { setDeadline } from '../deadline.ts';
import { DcrError, toDcrError } from '../errors.ts';
import { cleanEnvironment } from '../login/places.ts';
import type { SessionRecord } from '../login/session.ts';
import { listSessions } from '../login/status.ts';
import { encodeAuth } from '../login/store/config-file.ts';
import type { Ports } from '../ports/index.ts';
import type { RegistryReference } from '../registry/reference.ts';
import type { ChildContext, ClientVersions } from './clients.ts';
import { askVersions, CHILD_LIMIT } from './clients.ts';
import type { HelperFact } from './helper.ts';
import { askHelper, chooseHelper } from './helper.ts';
import type { VariableFact } from './shadow.ts';
import { readVariable } from './shadow.ts';
import type { StoredFile } from './stored-file.ts';
import { listContainersFiles, placeDockerFile, readStoredFile } from './stored-file.ts';

/** What of this machine decides which login a client uses. No secret is in it. */
export interface MachineFacts {
  readonly clients: ClientVersions;
  readonly variable: VariableFact | undefined;
  readonly docker: StoredFile;
  readonly containers: readonly StoredFile[];
  readonly workspace: readonly string[];
  readonly helper: HelperFact | undefined;
  /** Newest first, or why they cannot be read. */
  readonly sessions: readonly SessionRecord[] | DcrError;
  /** Registries that something here is configured for, as `host` or `host/name`. */
  readonly known: readonly string[];
}

export async function lookAtMachine(
  request: {
    readonly reference: RegistryReference | undefined;
    readonly credential: Credential | undefined;
    readonly forms: readonly string[];
    readonly stateDir: string | undefined;
    readonly signal: AbortSignal;
  },
  ports: Ports,
): Promise<MachineFacts> {
  const { reference, credential, forms, stateDir } = request;
  const { clock, environment, files, processes } = ports;
  const own =
    credential === undefined
      ? undefined
      : (encodeAuth(credential.username, credential.password.reveal())['auth'] as string);
  const limit = setDeadline(CHILD_LIMIT, clock, request.signal);
  const context = { env: cleanEnvironment(environment, forms), forms, signal: limit.signal, processes };
  try {
    const docker = await readStoredFile(placeDockerFile(environment), { own, format: 'docker' }, files);
    const [clients, helper, sessions, containers, workspace] = await Promise.all([
      askVersions(context),
      examineHelper(docker, reference, { ...context, platform: environment.platform }),
      listSessions(stateDir === undefined ? {} : { stateDir }, ports).catch(toDcrError),
      Promise.all(
        listContainersFiles(environment).map((file) => readStoredFile(file, { own, format: 'containers' }, files)),
      ),
      findInWorkspace(ports),
    ]);
    const variable = readVariable(environment.variables['DOCKER_AUTH_CONFIG'], own);
    const stored = [docker, ...containers, ...(variable === undefined ? [] : [variable])];
    const keys = stored.flatMap(({ entries }) => entries.map(({ key }) => key));
    const known = [...keys, ...(sessions instanceof DcrError ? [] : sessions.map(({ registry }) => registry))];
    return { clients, variable, docker, containers, workspace, helper, sessions, known };
  } finally {
    limit.end();
  }
}

async function examineHelper(
  docker: StoredFile,
  reference: RegistryReference | undefined,
  { platform, ...context }: ChildContext & { platform: Ports['environment']['platform'] },
): Promise<HelperFact | undefined> {
  const has = (program: string): boolean => context.processes.find(program) !== undefined;
  const choice = chooseHelper(docker, { key: reference?.key, platform, has });
  return choice === undefined ? undefined : askHelper(choice, context);
}

/** Configurations with logins in the workspace of the CI job, or of the git work tree that this was called in. */
async function findInWorkspace({ environment, files }: Ports): Promise<readonly string[]> {
  const { variables, workingDirectory, home } = environment;
  // A directory that may not be looked into is no work tree of this user.
  const isTree = await files.inspect(path.join(workingDirectory, '.git')).then(
    ({ kind }) => kind !== 'missing',
    () => false,
  );
  const named = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'WORKSPACE'].map((name) => variables[name] ?? '');
  const roots = [...named, isTree ? workingDirectory : ''].filter((root) => root !== '' && path.resolve(root) !== home);
  const inside = (file: string): boolean =>
    roots.some((root) => !path.relative(path.resolve(root), file).startsWith('..'));
  const candidates = [
    ...roots.flatMap((root) => ['.docker/config.json', 'config.json'].map((name) => path.resolve(root, name))),
    ...[placeDockerFile(environment)].filter((file) => inside(file)),
  ];
  const found = await Promise.all(
    [...new Set(candidates)].map((file) => readStoredFile(file, { own: undefined, format: 'docker' }, files)),
  );
  return found.filter(({ entries }) => entries.some(({ holds }) => holds === 'login')).map((file) => file.path);
}
