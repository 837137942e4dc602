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
export function chooseConfigDirectory({ variables, home }: Environment): string {
  const given = variables['DOCKER_CONFIG'];
  return given !== undefined && given !== '' ? path.resolve(given) : path.join(home, '.docker');
}

/**
 * Directories that may hold a private one, best first: those that the CI system empties itself, then memory-backed ones
 * of this user, then the state directory. Never /tmp, where anybody may plant a name, and never the workspace, which
 * ends up in images, artifacts and commits.
 */
export function listPrivateBases(
  environment: Environment,
  stateDirectory = chooseStateDirectory(environment),
): readonly string[] {
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
  return [
    github,
    gitlab === undefined ? undefined : path.join(`${gitlab}.tmp`, `dcr-${job}`),
    jenkins ?? (isJenkins !== undefined && workspace !== undefined ? `${workspace}@tmp` : undefined),
    runtime === undefined ? undefined : path.join(runtime, 'dcr-login'),
    path.join(stateDirectory, 'private'),
  ].filter((base) => base !== undefined && path.isAbsolute(base)) as string[];
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
 * Environment of a child: the caller's, without our secrets, without the API tokens of the job, and without any variable
 * that holds the password under another name.
 */
export function cleanEnvironment(
  { variables }: Pick<Environment, 'variables'>,
  forms: readonly string[],
): Readonly<Record<string, string>> {
  const clean: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined || SECRET_NAMES.test(name)) continue;
    if (!PLAIN_NAMES.has(name.toUpperCase()) && forms.some((form) => value.includes(form))) continue;
    clean[name] = value;
  }
  return clean;
}

const SECRET_NAMES = new RegExp(
  [
    '^DCR_(?:NEW_)?PASSWORD$',
    '^DOCKER_AUTH_CONFIG$',
    '^INPUT_(?:PASSWORD|REGISTRIES)$',
    '^(?:GITHUB|GH|GITLAB|JENKINS|VAULT|NPM|NODE_AUTH)_TOKEN$',
    '^CI_(?:JOB|DEPLOY|REGISTRY)_(?:TOKEN|PASSWORD|JWT.*)$',
    '^ACTIONS_(?:RUNTIME|ID_TOKEN_REQUEST)_TOKEN$',
  ].join('|'),
  'iu',
);

/** A short password may be part of these by chance; without them no child starts. */
const PLAIN_NAMES = new Set(['PATH', 'HOME', 'USER', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'PWD']);

function isInside(directory: string, root: string): boolean {
  const relative = path.relative(path.resolve(root), path.resolve(directory));
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
