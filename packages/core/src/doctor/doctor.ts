import type { CredentialInput } from '../credential/credential.ts';
import { redactText } from '../credential/masking.ts';
import type { ErrorCode } from '../errors.ts';
import { ERROR_CODES } from '../errors.ts';
import { setDeadline } from '../deadline.ts';
import { readsVariable } from '../login/shadow.ts';
import type { Ports } from '../ports/index.ts';
import type { Action } from '../registry/probe.ts';
import type { RegistryReference } from '../registry/reference.ts';
import { judgeAnswers } from './answers.ts';
import { judgeClients } from './clients.ts';
import { openCase } from './case.ts';
import type { DoctorFinding } from './finding.ts';
import { judgeHelper } from './helper.ts';
import type { MachineFacts } from './machine.ts';
import { lookAtMachine } from './machine.ts';
import { findNearestRegistry } from './near-name.ts';
import { judgePlaces } from './place.ts';
import { hideHome } from './privacy.ts';
import { judgeShadows } from './shadow.ts';
import type { TalkFacts } from './talk.ts';
import { talkToRegistry } from './talk.ts';
import { judgeWay } from './way.ts';

export interface DoctorRequest {
  /** Without one, only this machine is looked at. */
  readonly registry?: string;
  /** Either part may be empty; then what needs it is not checked, and that is said. */
  readonly credential: CredentialInput;
  readonly action: Action;
  readonly repository?: string;
  readonly allowRealms: readonly string[];
  readonly retries: number;
  /** Milliseconds for everything. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  readonly stateDir?: string;
  /** Of dcr-login and what it runs on, for the report. */
  readonly versions: Readonly<Record<string, string>>;
  /** Every form of the secret that a log must not show; awaited before anything is sent. */
  readonly mask?: (forms: readonly string[]) => void | Promise<void>;
}

export interface Diagnosis {
  readonly reference: RegistryReference | undefined;
  /** In the order in which they are to be shown. */
  readonly findings: readonly DoctorFinding[];
  /** The first error, and what the command ends with. */
  readonly error: (DoctorFinding & { readonly code: ErrorCode; readonly exit: number }) | undefined;
}

/**
 * Looks at everything between this machine and a push, and judges it. What is wrong is a finding, never thrown; no finding
 * holds a secret, a whole user name of another login, or the home directory.
 */
export async function diagnose(request: DoctorRequest, ports: Ports): Promise<Diagnosis> {
  const { clock, environment } = ports;
  const patient = openCase(request, clock.now());
  const { reference, credential, forms } = patient;
  await request.mask?.(forms);
  const deadline = setDeadline(request.timeout, clock, request.signal);
  try {
    const [machine, talk] = await Promise.all([
      lookAtMachine({ reference, credential, forms, stateDir: request.stateDir, signal: deadline.signal }, ports),
      reference === undefined
        ? undefined
        : talkToRegistry({ ...request, reference, credential, forms, deadline: deadline.at }, ports),
    ]);
    request.signal?.throwIfAborted();
    const findings = [
      ...judgeClients(machine.clients, request.versions),
      ...patient.findings,
      ...judgeTalk({ talk, machine, patient, request, now: clock.now() }, ports),
      ...judgeMachine(machine, { reference, now: clock.now() }, ports),
    ].map((finding) => makeShowable(finding, forms, environment));
    return { reference, findings, error: findFirstError(findings) };
  } finally {
    deadline.end();
  }
}

function judgeTalk(
  context: {
    talk: TalkFacts | undefined;
    machine: MachineFacts;
    patient: ReturnType<typeof openCase>;
    request: DoctorRequest;
    now: number;
  },
  { environment: { variables } }: Ports,
): readonly DoctorFinding[] {
  const { talk, machine, patient, request, now } = context;
  const { reference, withheld } = patient;
  if (talk === undefined || reference === undefined) return [];
  const known = [...machine.known, variables['DCR_REGISTRY'] ?? ''];
  const hasAllProxy = (variables['ALL_PROXY'] ?? variables['all_proxy'] ?? '') !== '';
  const { username } = request.credential;
  const nearest = findNearestRegistry(reference, known);
  return [
    ...judgeWay({ ...talk, now, hasAllProxy, extraFile: variables['NODE_EXTRA_CA_CERTS'] ?? '' }),
    ...judgeAnswers({ ...talk, now, action: request.action, withheld, username, nearest }),
  ];
}

function judgeMachine(
  machine: MachineFacts,
  { reference, now }: { reference: RegistryReference | undefined; now: number },
  { environment }: Ports,
): readonly DoctorFinding[] {
  const { docker, podman, buildah, skopeo } = machine.clients;
  const isRead = docker === undefined ? undefined : readsVariable(docker);
  const hasContainersClient = [podman, buildah, skopeo].some((version) => version !== undefined);
  return [
    ...judgeShadows({ ...machine, reference, readsVariable: isRead, hasContainersClient }),
    ...judgePlaces({ ...machine, environment, registry: reference?.registry, now }),
    ...judgeHelper(machine.helper, machine.docker),
  ];
}

/** The last guard of every line, whatever it was made of. */
function makeShowable(
  finding: DoctorFinding,
  forms: readonly string[],
  environment: Ports['environment'],
): DoctorFinding {
  const show = (text: string): string => redactText(hideHome(text, environment), forms);
  const { message, remedy } = finding;
  return { ...finding, message: show(message), ...(remedy === undefined ? {} : { remedy: show(remedy) }) };
}

function findFirstError(findings: readonly DoctorFinding[]): Diagnosis['error'] {
  const first = findings.find(({ level }) => level === 'error');
  if (first?.code === undefined) return undefined;
  return { ...first, code: first.code, exit: ERROR_CODES[first.code].exit };
}
