import path from 'node:path';
import { DcrError } from '../errors.ts';
import type { Environment } from '../ports/environment.ts';

/**
 * Where sessions are kept: the directory that was given, `DCR_STATE_DIR`, else the platform's place for state that
 * outlives a process.
 */
export function chooseStateDirectory(
  { variables, platform, home, workingDirectory }: Environment,
  given = variables['DCR_STATE_DIR'],
): string {
  if (given !== undefined && given !== '') return path.resolve(workingDirectory, given);
  if (platform === 'win32')
    return path.join(variables['LOCALAPPDATA'] || path.join(home, 'AppData', 'Local'), 'dcr-login');
  const xdg = variables['XDG_STATE_HOME'];
  // A relative XDG path is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
  const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(home, '.local', 'state');
  return path.join(base, 'dcr-login');
}

/** Docker's own rule: `DOCKER_CONFIG` is a directory, else `~/.docker`. */
export function chooseConfigDirectory({ variables, home, workingDirectory }: Environment): string {
  const given = variables['DOCKER_CONFIG'];
  return given !== undefined && given !== '' ? path.resolve(workingDirectory, given) : path.join(home, '.docker');
}

/** A directory that the system or the user has named, and what leads from there to where a private one may be made. */
export interface PrivateBase {
  readonly root: string;
  readonly below: readonly string[];
  /** The user's own choice of directory may be a symbolic link; a CI system's never is. */
  readonly mayBeLink?: true;
}

/**
 * Directories that may hold a private one, best first: those that the CI system empties itself, then memory-backed ones
 * of this user, then the state directory. Never /tmp, where anybody may plant a name, and never the workspace, which
 * ends up in images, artifacts and commits.
 */
export function listPrivateBases(
  environment: Environment,
  stateDirectory = chooseStateDirectory(environment),
): readonly PrivateBase[] {
  const { variables } = environment;
  const {
    RUNNER_TEMP: github,
    CI_PROJECT_DIR: gitlab,
    CI_JOB_ID: job = '0',
    WORKSPACE_TMP: jenkins,
    WORKSPACE: workspace,
    JENKINS_URL: isJenkins,
    XDG_RUNTIME_DIR: runtime,
  } = variables;
  const besides = jenkins ?? (isJenkins !== undefined && workspace !== undefined ? `${workspace}@tmp` : undefined);
  const bases: readonly (readonly [string | undefined, ...string[]])[] = [
    [github],
    gitlab === undefined ? [gitlab] : [path.dirname(gitlab), `${path.basename(gitlab)}.tmp`, `dcr-${job}`],
    besides === undefined ? [besides] : [path.dirname(besides), path.basename(besides)],
    [runtime, 'dcr-login'],
  ];
  const own = { root: stateDirectory, below: ['private'], mayBeLink: true } as const;
  const named = bases.flatMap(([root, ...below]) =>
    root !== undefined && path.isAbsolute(root) ? [{ root, below }] : [],
  );
  return [...named, own];
}

/** Throws `DCR_INPUT_INVALID` for a private directory inside the workspace of this job. */
export function refuseWorkspace(directory: string, { variables }: Environment): void {
  const workspaces = [variables['GITHUB_WORKSPACE'], variables['CI_PROJECT_DIR'], variables['WORKSPACE']];
  const workspace = workspaces.find((root) => root !== undefined && root !== '' && isInside(directory, root));
  if (workspace === undefined) return;
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `${directory} lies inside the workspace ${workspace}, from where files get into images, artifacts and commits`,
    remedy: 'Choose a directory outside of the workspace, or leave the choice to dcr-login.',
  });
}

/**
 * Environment of a child of ours: the caller's, without our secrets, without the API tokens of the job, and without any
 * variable that holds the password under another name.
 */
export function cleanEnvironment(
  environment: Pick<Environment, 'variables'>,
  forms: readonly string[],
): Readonly<Record<string, string>> {
  const kept = Object.entries(dropSecrets(environment, forms));
  const tokens = kept
    .filter(([name, value]) => isToken(name) && value.length >= SHORTEST_TOKEN)
    .map(([, value]) => value);
  // A token is often part of another variable, such as the address that GitLab clones from.
  const clean = kept.filter(
    ([name, value]) => !isToken(name) && (isPlain(name) || !tokens.some((token) => value.includes(token))),
  );
  return Object.fromEntries(clean);
}

/**
 * Environment of a command that the user runs through us: all that was there, the job's own tokens too, but none of our
 * secrets and nothing that holds one of these forms.
 */
export function dropSecrets(
  { variables }: Pick<Environment, 'variables'>,
  forms: readonly string[],
): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined || SECRET_NAMES.test(name)) continue;
    if (!isPlain(name) && forms.some((form) => value.includes(form))) continue;
    kept[name] = value;
  }
  return kept;
}

const SECRET_NAMES = /^(?:DCR_(?:NEW_)?PASSWORD|INPUT_(?:PASSWORD|REGISTRIES))$/iu;

const TOKEN_NAMES = /(?:^|_)(?:TOKEN|PASSWORD|JWT|JWT_V[12]|SECRET)$|^DOCKER_AUTH_CONFIG$/iu;

/** Of the cloud whose credential helper needs it: https://github.com/awslabs/amazon-ecr-credential-helper */
const HELPER_NAMES = new Set(['AWS_SESSION_TOKEN']);

/** A shorter one may be part of an innocent value by chance. */
const SHORTEST_TOKEN = 8;

function isToken(name: string): boolean {
  return TOKEN_NAMES.test(name) && !HELPER_NAMES.has(name);
}

/** A short password may be part of these by chance; without them no child starts. */
const PLAIN_NAMES = new Set(['PATH', 'HOME', 'USER', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'PWD']);

function isPlain(name: string): boolean {
  return PLAIN_NAMES.has(name.toUpperCase());
}

function isInside(directory: string, root: string): boolean {
  const relative = path.relative(path.resolve(root), path.resolve(directory));
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
