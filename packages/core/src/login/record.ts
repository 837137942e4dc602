import type { Credential } from '../credential/credential.ts';
import type { Ports } from '../ports/index.ts';
import type { Proof } from '../registry/probe.ts';
import { keyOf } from './engines/name.ts';
import type { LoginPlan } from './plan.ts';
import type { SessionFacts } from './request.ts';
import type { SessionRecord } from './session.ts';

/** A session before its first effect. It belongs to this process until it is open. */
export function makeRecord(
  { plan, credential }: { plan: LoginPlan; credential: Credential },
  { clock, processes }: Pick<Ports, 'clock' | 'processes'>,
): SessionRecord {
  const { registry, host, name } = plan.reference;
  return {
    version: 1,
    id: plan.id,
    state: 'opening',
    since: clock.now(),
    registry,
    host,
    name,
    username: credential.username,
    engine: plan.engine.name,
    isolated: plan.isolated,
    configDir: plan.configDir,
    key: keyOf(plan.reference, plan.format),
    visible: plan.visible,
    directories: plan.workDirectory === undefined ? [] : [plan.workDirectory],
    group: plan.group ?? null,
    place: plan.place ?? null,
    installed: null,
    sequence: 0,
    owner: processes.identify() ?? null,
    expiresAt: credential.expiresAt ?? null,
  };
}

/** The session as its caller sees it. */
export function describeSession(login: {
  readonly plan: LoginPlan;
  readonly credential: Credential;
  readonly proof: Proof | undefined;
}): SessionFacts {
  const { plan, credential, proof } = login;
  const { registry, host, name, tidied } = plan.reference;
  return {
    id: plan.id,
    registry,
    host,
    name,
    username: credential.username,
    engine: plan.engine.name,
    configDir: plan.configDir,
    key: keyOf(plan.reference, plan.format),
    visible: plan.visible,
    isolated: plan.isolated,
    expiresAt: credential.expiresAt,
    proof,
    notes: [...tidied, ...plan.notes, ...(proof?.doubts ?? [])],
  };
}
