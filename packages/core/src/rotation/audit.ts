import type { Fingerprint } from '../credential/fingerprint.ts';
import { formatTime } from '../credential/credential.ts';
import type { Ports } from '../ports/index.ts';
import type { StepName } from './law.ts';

export interface AuditLine {
  readonly rotation: string;
  readonly credential: string;
  readonly registry: string;
  readonly effect: StepName;
  readonly target?: string;
  /** That was ended. */
  readonly username?: string;
  readonly fingerprint: Fingerprint | null;
  readonly result: string;
}

/** One JSON line for each effect, for whoever has to show later who changed what. */
export class AuditLog {
  readonly #path: string;
  readonly #ports: Pick<Ports, 'clock' | 'environment' | 'files'>;

  constructor(path: string, ports: Pick<Ports, 'clock' | 'environment' | 'files'>) {
    this.#path = path;
    this.#ports = ports;
  }

  /** Throws `DCR_STORE_FAILED`: what cannot be recorded is not done. */
  async record(line: AuditLine): Promise<void> {
    const { clock, environment, files } = this.#ports;
    const { actor, run } = findActor(environment.variables);
    const text = `${JSON.stringify({ at: formatTime(clock.now()), actor, run, ...line })}\n`;
    await files.apply({ do: 'append', path: this.#path, text });
  }
}

/** Who runs this and where it can be looked up, in the words of each CI system. */
function findActor(variables: Readonly<Record<string, string | undefined>>): {
  readonly actor: string | null;
  readonly run: string | null;
} {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = variables;
  const github = id === undefined ? undefined : `${server}/${repository}/actions/runs/${id}`;
  const names = ['GITHUB_ACTOR', 'GITLAB_USER_LOGIN', 'BUILD_USER_ID', 'USER', 'USERNAME'];
  const actor = names.map((name) => variables[name]).find((value) => value !== undefined && value !== '');
  return { actor: actor ?? null, run: github ?? variables['CI_JOB_URL'] ?? variables['BUILD_URL'] ?? null };
}
