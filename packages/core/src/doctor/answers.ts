import type { DcrError } from '../errors.ts';
import type { Inspection } from '../ports/http.ts';
import type { ChallengedRegistry, Finding } from '../registry/conversation.ts';
import type { Action, Proof } from '../registry/probe.ts';
import type { DoctorFinding } from './finding.ts';
import { fromError, info, ok, warn } from './finding.ts';
import { adviseTrust } from './way.ts';

export type Observed = Pick<Finding, 'observation' | 'means' | 'description'>;

/** What came of asking the registry, in the order in which `verify` asks. */
export interface AnswerFacts {
  readonly observed: readonly Observed[];
  readonly challenge: Pick<ChallengedRegistry, 'scheme' | 'realm'> | undefined;
  readonly proof: Proof | undefined;
  /** What ended the conversation. */
  readonly error: DcrError | undefined;
  readonly inspection: Inspection;
  readonly now: number;
  readonly action: Action;
  /** Why no credential was sent. */
  readonly withheld: DoctorFinding | undefined;
  readonly username: string;
  /** What is configured here and nearly has the name that was given. */
  readonly nearest: string | undefined;
}

export function judgeAnswers(facts: AnswerFacts): readonly DoctorFinding[] {
  return [...judgeChallenge(facts), ...judgeCredential(facts), ...judgeRest(facts)];
}

function judgeChallenge({ challenge, withheld }: AnswerFacts): readonly DoctorFinding[] {
  if (challenge === undefined) return [];
  const { scheme, realm } = challenge;
  const how = {
    none: 'lets anybody in to /v2/',
    basic: 'asks for user and password (Basic)',
    bearer: `asks for a token of ${realm?.origin ?? 'itself'} (Bearer)`,
  }[scheme];
  return [ok('challenge', `a registry answers, and ${how}`), ...(withheld === undefined ? [] : [withheld])];
}

function judgeCredential({ proof, observed, challenge, username }: AnswerFacts): readonly DoctorFinding[] {
  if (proof?.proven.auth === true || (proof === undefined && isProven(observed, challenge)))
    return [ok('credential', `the credential of ${username} is right`)];
  if (proof === undefined) return [];
  return [
    warn('credential', `the credential of ${username} could not be proved: ${proof.doubts.join('; ')}`, {
      code: 'DCR_CREDENTIAL_UNPROVEN',
      remedy: 'Name a repository to push to, which nobody can do without the credential: --repository NAME.',
    }),
  ];
}

/** What ended the conversation later does not take back that the credential did what a stranger could not. */
function isProven(observed: readonly Observed[], challenge: AnswerFacts['challenge']): boolean {
  const has = (anonymous: boolean, means: string): boolean =>
    observed.some(
      ({ observation, ...seen }) =>
        ['auth', 'token'].includes(observation.stage) && observation.anonymous === anonymous && seen.means === means,
    );
  return has(false, 'proven') && (challenge?.scheme === 'basic' || has(true, 'closed'));
}

function judgeRest({ proof, error, ...facts }: AnswerFacts): readonly DoctorFinding[] {
  if (error !== undefined) return explainEnd({ proof, error, ...facts }, error);
  if (proof === undefined) return [];
  const { action } = facts;
  const name =
    proof.name === true
      ? ok('name', 'the registry of this name answers')
      : info('name', 'the registry does not tell whether the name is right');
  if (action === 'auth') return [name];
  const where = proof.repository === undefined ? '' : ` (asked in ${proof.repository})`;
  const rights = (action === 'push' ? (['pull', 'push'] as const) : (['pull'] as const)).map((right) => {
    if (proof.proven[right] === true) return ok('permission', `may ${right}${where}`);
    const doubt = proof.doubts.find((text) => text.startsWith(right)) ?? proof.doubts.join('; ');
    const remedy = 'Name a repository that exists: --repository NAME.';
    return warn('permission', `${right} could not be checked: ${doubt}`, { code: 'DCR_CREDENTIAL_UNPROVEN', remedy });
  });
  return [name, ...rights, ...(proof.publicPull ? [info('permission', 'anybody may pull here, without a login')] : [])];
}

const SUBJECTS = {
  ping: 'challenge',
  token: 'credential',
  auth: 'credential',
  name: 'name',
  pull: 'permission',
  push: 'permission',
} as const;

const FAULTS = {
  dns: 'dns',
  tls: 'tls',
  'not-tls': 'tls',
  proxy: 'proxy',
  'proxy-login': 'proxy',
  configuration: 'configuration',
  protocol: 'challenge',
} as const satisfies Record<string, string>;

/** The refusal, at the subject that it is about, with what this machine knows about it. */
function explainEnd(
  { observed, challenge, inspection, now, nearest, withheld }: AnswerFacts,
  error: DcrError,
): readonly DoctorFinding[] {
  // Some refusals decide nothing, such as that of the host's own catalogue.
  const last = observed.findLast(({ means }) => means === error.code)?.observation;
  const seen = last?.seen;
  const fault = seen?.kind === 'fault' ? seen.fault : undefined;
  const subject =
    fault === undefined
      ? SUBJECTS[last?.stage ?? 'ping']
      : fault in FAULTS
        ? FAULTS[fault as keyof typeof FAULTS]
        : 'network';
  const told = fromError(subject, error);
  const better = fault === 'tls' ? adviseTrust(inspection, now) : undefined;
  const meant = nearest !== undefined && (subject === 'name' || subject === 'dns') ? `Did you mean ${nearest}? ` : '';
  const finding = { ...told, remedy: `${meant}${better ?? told.remedy ?? ''}` };
  // Of a credential that cannot be sent is told behind the challenge, where one came.
  if (withheld !== undefined) return [finding, ...(challenge === undefined ? [withheld] : [])];
  const rest = ['credential', 'name', 'permission'].filter((name) => isAfter(name, subject));
  const [first] = rest;
  return first === undefined
    ? [finding]
    : [finding, info(first, `not checked because of the error above: ${rest.join(', ')}`)];
}

const ORDER = ['configuration', 'proxy', 'dns', 'network', 'tls', 'challenge', 'credential', 'name', 'permission'];

function isAfter(subject: string, other: string): boolean {
  return ORDER.indexOf(subject) > ORDER.indexOf(other);
}
