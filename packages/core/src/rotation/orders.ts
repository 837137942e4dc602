import { DcrError } from '../errors.ts';
import { Secret } from '../credential/secret.ts';
import type { IssuedCredential } from '../issuers/issuer.ts';
import type { Ports } from '../ports/index.ts';
import { AuditLog } from './audit.ts';
import type { RotationPlan } from './plan.ts';
import type { CredentialQuestion, GivenCredential, Job, Orders, RotationEvent } from './run.ts';
import { readShard } from './shard.ts';

export interface RotateRequest {
  /** Path of the rotation file. Default `dcr-rotate.yml`. */
  readonly file?: string;
  /** Credentials of the file; none: all. */
  readonly names?: readonly string[];
  /**
   * `resume` continues what is not complete with the same credential, `supersede` also with another one, `abort` gives it
   * up. Default `run`.
   */
  readonly mode?: 'run' | 'resume' | 'supersede' | 'abort';
  /** `I/N`; default: what `JOB_COMPLETION_INDEX` and `JOB_COMPLETIONS` say. */
  readonly shard?: string;
  /** Runs exactly this plan, and refuses where the facts are no longer those of the plan. */
  readonly plan?: RotationPlan;
  /** Where journals are kept. Default: `DCR_STATE_DIR`, else the state directory of the platform. */
  readonly stateDir?: string;
  /** A file that takes one JSON line for each effect. */
  readonly auditLog?: string;
  readonly allowRealms?: readonly string[];
  /** Asked once the plan stands, before anything is issued or written; false ends the run. */
  readonly confirm?: (plan: RotationPlan) => Promise<boolean>;
  /** Asks a person for the new credential; without it, `DCR_NEW_PASSWORD` must be set where a person is the issuer. */
  readonly ask?: (question: CredentialQuestion) => Promise<IssuedCredential>;
  /** Every form of a secret that a log must not show; awaited before it is used. */
  readonly mask?: (forms: readonly string[]) => void | Promise<void>;
  readonly onEvent?: (event: RotationEvent) => void;
  /** Asks to stop: the write in hand is finished, and the journal can be resumed. */
  readonly signal?: AbortSignal;
}

/** Throws `DCR_INPUT_INVALID`. */
export function readOrders(request: RotateRequest, ports: Ports, dryRun: boolean): Orders {
  const { variables } = ports.environment;
  const { mode = 'run', auditLog } = request;
  return {
    mode: mode === 'abort' ? 'resume' : mode,
    shard: readShard(request.shard, variables),
    dryRun,
    given: readGiven(variables),
    old: readOld(variables),
    ask: request.ask,
    mask: request.mask,
    allowRealms: request.allowRealms ?? [],
    signal: request.signal ?? new AbortController().signal,
    tell: request.onEvent ?? (() => undefined),
    audit: auditLog === undefined ? undefined : new AuditLog(auditLog, ports),
  };
}

type Variables = Readonly<Record<string, string | undefined>>;

function readGiven({
  DCR_NEW_USERNAME: username,
  DCR_NEW_PASSWORD: password = '',
}: Variables): GivenCredential | undefined {
  if (password === '') return undefined;
  return { username: username === '' ? undefined : username, password: new Secret(password) };
}

function readOld({
  DCR_USERNAME: username = '',
  DCR_PASSWORD: password = '',
}: Variables): IssuedCredential | undefined {
  return username === '' || password === '' ? undefined : { username, password: new Secret(password) };
}

/**
 * What one run is given once cannot be meant for several credentials.
 * Throws `DCR_INPUT_INVALID`; the old credential is merely left out, as it is only tried.
 */
export function fitOrders(orders: Orders, jobs: readonly Job[], { environment }: Pick<Ports, 'environment'>): Orders {
  const names = jobs.map(({ settings }) => settings.name);
  if (orders.given !== undefined && jobs.length > 1) {
    throw new DcrError('DCR_INPUT_INVALID', {
      message: `DCR_NEW_PASSWORD is one password, and ${jobs.length} credentials are selected: ${names.join(', ')}`,
      remedy: 'Name the one it is for: dcr-login rotate NAME.',
    });
  }
  const registry = environment.variables['DCR_REGISTRY'] ?? '';
  const isForOther = registry !== '' && jobs.every(({ settings }) => settings.registry !== registry);
  return jobs.length === 1 && !isForOther ? orders : { ...orders, old: undefined };
}
