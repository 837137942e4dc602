import { formatTime } from '../credential/credential.ts';
import { DcrError } from '../errors.ts';
import type { Environment } from '../ports/environment.ts';
import type { DoctorFinding } from './finding.ts';
import { fail, fromError, info, ok, warn } from './finding.ts';
import type { HelperFact } from './helper.ts';
import { isKept } from './helper.ts';
import type { MachineFacts } from './machine.ts';
import type { StoredFile } from './stored-file.ts';

export interface PlaceFacts {
  readonly environment: Environment;
  readonly docker: StoredFile;
  readonly helper: HelperFact | undefined;
  /** In the order in which podman, buildah and skopeo read them. */
  readonly containers: readonly StoredFile[];
  /** Files with logins inside the workspace, from where they get into images, artifacts, caches and commits. */
  readonly workspace: readonly string[];
  readonly registry: string | undefined;
  /** Newest first, or why they cannot be read. */
  readonly sessions: MachineFacts['sessions'];
  readonly now: number;
}

/** Where logins are read from on this machine, and what is wrong with these places. */
export function judgePlaces(facts: PlaceFacts): readonly DoctorFinding[] {
  const { docker, containers, workspace } = facts;
  return [
    ...judgeVariables(facts),
    ...judgeFile(docker, facts),
    ...containers.flatMap((file) => (file.state === 'missing' ? [] : judgeFile(file, facts))),
    ...workspace.map((file) =>
      warn(
        'workspace',
        `${file} lies inside the workspace and holds logins: it gets into images, artifacts, caches and commits`,
        {
          remedy:
            'Remove it there and log in at the start of the job; if it was committed, cached or published, regenerate the credential.',
        },
      ),
    ),
    ...judgeSessions(facts),
  ];
}

function judgeVariables({ environment: { variables }, docker, containers }: PlaceFacts): readonly DoctorFinding[] {
  const findings: DoctorFinding[] = [];
  const { DOCKER_CONFIG: directory = '', REGISTRY_AUTH_FILE: file = '' } = variables;
  if (directory !== '') {
    findings.push(
      docker.state === 'missing'
        ? warn('DOCKER_CONFIG', `it points to a directory without a configuration: ${docker.path} does not exist`, {
            remedy: 'Unset it, or log in while it is set. A private login may have been logged out since.',
          })
        : info('DOCKER_CONFIG', `docker reads ${docker.path} because of it, not ~/.docker/config.json`),
    );
  }
  if (file !== '') {
    const [only] = containers;
    findings.push(
      only?.state === 'missing'
        ? warn('REGISTRY_AUTH_FILE', `podman, buildah and skopeo read ${only.path} alone, and it does not exist`, {
            remedy: 'Unset it, or log in while it is set.',
          })
        : info('REGISTRY_AUTH_FILE', `podman, buildah and skopeo read ${only?.path ?? file} alone because of it`),
    );
  }
  return findings;
}

function judgeFile(file: StoredFile, { environment, helper }: PlaceFacts): readonly DoctorFinding[] {
  const subject = 'file';
  if (file.state === 'missing') return [info(subject, `${file.path} does not exist: docker has no login in a file`)];
  if (file.error !== undefined) return [fromError(subject, file.error)];
  if (file.fault !== undefined) return [judgeFault(file.path, file.fault, helper)];
  const count = file.entries.filter(({ holds }) => holds === 'login').length;
  const said = `${file.path} holds ${count === 1 ? 'one login' : `${count} logins`}`;
  const isOpen = environment.platform !== 'win32' && count > 0 && (file.mode & 0o077) !== 0;
  return isOpen
    ? [
        warn(subject, `${said}, and others on this machine can read it (mode ${file.mode.toString(8)})`, {
          remedy: `chmod 600 ${file.path}`,
        }),
      ]
    : [ok(subject, said)];
}

function judgeFault(file: string, fault: string, helper: HelperFact | undefined): DoctorFinding {
  const code = 'DCR_CONFIG_INVALID';
  const message = `${file}: docker takes no login from the entries of this file because ${fault}`;
  if (isKept(helper)) {
    const remedy = 'Repair or remove that part of the file.';
    return warn('file', `${message}; it asks docker-credential-${helper.name} all the same`, { code, remedy });
  }
  return fail('file', message, { code, remedy: 'Repair or remove that part of the file, then log in again.' });
}

function judgeSessions({ sessions, environment, registry, now }: PlaceFacts): readonly DoctorFinding[] {
  if (sessions instanceof DcrError) return [fromError('session', sessions)];
  return sessions
    .filter((session) => session.registry === registry)
    .map(({ isolated, configDir, visible, expiresAt, state }) => {
      const again = `dcr-login logout ${registry}, then log in again.`;
      if (state !== 'open') return warn('session', `a login of ${registry} was never completed`, { remedy: again });
      if (expiresAt !== null && expiresAt <= now)
        return warn('session', `the login of ${registry} ended at ${formatTime(expiresAt)}`, {
          code: 'DCR_CREDENTIAL_EXPIRED',
          remedy: again,
        });
      const unset = Object.entries(visible).filter(([name, value]) => environment.variables[name] !== value);
      if (isolated && unset.length > 0)
        return warn('session', `a private login of ${registry} lives in ${configDir}, where no client looks now`, {
          remedy: unset.map(([name, value]) => `export ${name}=${value}`).join('; '),
        });
      return ok('session', `dcr-login logged in to ${registry}, in ${configDir}`);
    });
}
