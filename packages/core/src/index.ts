export type { CredentialInput } from './credential/credential.ts';
export { formatTime, tidyPassword } from './credential/credential.ts';
export { composeMaskCommands, deriveMaskedForms, quoteForeignText, redactText } from './credential/masking.ts';
export { Secret } from './credential/secret.ts';
export type { ErrorCode } from './errors.ts';
export { DcrError, ERROR_CODES, toDcrError } from './errors.ts';
export type { ClosedSession, LogoutOutcome, LogoutRequest } from './login/logout.ts';
export { logout, LOGOUT_OUTCOMES } from './login/logout.ts';
export { composeCommandEnvironment } from './login/command-environment.ts';
export { chooseStateDirectory } from './login/places.ts';
export type { EngineName } from './login/engines/name.ts';
export type {
  LoginHooks,
  LoginRequest,
  LoginSettings,
  RegistryLogin,
  SeveralLoginsRequest,
  Session,
  SessionFacts,
} from './login/request.ts';
export { login, loginAll } from './login/run.ts';
export type { SessionRecord } from './login/session.ts';
export type { AccountReport, NamespaceReport, PullSecretReport, SecretState } from './kubernetes/pull-secret-report.ts';
export type { ManifestOrder, PullSecretRequest } from './kubernetes/pull-secret.ts';
export { listSessions } from './login/status.ts';
export type { Ports } from './ports/index.ts';
export { printPullSecret, pullSecret } from './pull-secret.ts';
export type { Action, Proof } from './registry/probe.ts';
export { parseRegistry } from './registry/reference.ts';
export { inspectTargets, planRotation, rotate } from './rotate.ts';
export type { RotateRequest } from './rotation/orders.ts';
export type { CredentialPlan, PlannedEffect, PlannedTarget, RotationPlan } from './rotation/plan.ts';
export type { CredentialReport, OldReport, RotationReport, TargetReport } from './rotation/report.ts';
export type { CredentialQuestion, RotationEvent } from './rotation/run.ts';
export type { CredentialStatus, StatusReport, StatusRequest, TargetStatus } from './rotation/status.ts';
export type { VerifyRequest, Verification } from './verify.ts';
export { verify } from './verify.ts';
