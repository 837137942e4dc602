import path from 'node:path';
import type { Credential } from '../credential/credential.ts';
import { checkCredential } from '../credential/credential.ts';
import { deriveMaskedForms } from '../credential/masking.ts';
import { setDeadline } from '../deadline.ts';
import type { Ports } from '../ports/index.ts';
import type { Proof } from '../registry/probe.ts';
import { parseRegistry } from '../registry/reference.ts';
import { startEngine } from './engines/engine.ts';
import { chooseStateDirectory, cleanEnvironment } from './places.ts';
import type { LogoutOutcome } from './logout.ts';
import type { LoginPlan } from './plan.ts';
import { prepareLogin } from './prepare.ts';
import type { LoginRequest, Session } from './request.ts';
import type { SessionRecord } from './session.ts';
import { SessionStore } from './session.ts';
import type { StoreContext } from './store/store.ts';

/** Time that taking back a failed login may need, whatever the deadline was. Milliseconds. */
const UNDO_TIME = 10_000;

/**
 * Logs in: validate → record the undo → start the engine with nothing in its hands → mask → anonymous challenge →
 * proof → give the engine the password → install → read back. A login that fails at any step leaves nothing behind.
 * What is not needed to start the engine is loaded after it was started: loading takes as long as docker's own start.
 * Throws every code of groups 2 to 6 of ERRORS.md.
 */
export async function login(request: LoginRequest, ports: Ports): Promise<Session> {
  const { clock, environment, files } = ports;
  const reference = parseRegistry(request.registry);
  const credential = checkCredential(request.credential, { registry: reference.registry, now: clock.now() });
  const forms = deriveMaskedForms(credential);
  const options = { engine: request.engine ?? 'auto', isolate: request.isolate ?? false, configDir: request.configDir };
  const stateDir = chooseStateDirectory(environment, request.stateDir);
  const { plan, shared } = await prepareLogin({ reference, credential, options, stateDir }, ports);
  const sessions = new SessionStore(path.join(stateDir, 'sessions'), files);
  const { at: deadline, signal, end } = setDeadline(request.timeout ?? 60_000, clock, request.signal);
  const context: StoreContext = { ports, env: cleanEnvironment(environment, forms), forms, signal };

  request.hooks?.announce?.({ id: plan.id, stateDir });
  const record = makeRecord({ plan, credential, request }, ports);
  await sessions.create(record);
  try {
    await makeWorkDirectory({ plan, record, sessions }, files);
    const engine = startEngine({ plan, context });
    try {
      await request.hooks?.mask?.(forms);
      // Requests know the deadline: a signal that is cut by it would make its end look like the caller's.
      const cut = request.signal === undefined ? {} : { signal: request.signal };
      const patience = { deadline, retries: request.retries ?? 3, ...cut };
      const { proveLogin } = await import('./prove.ts');
      const proof = await proveLogin({ request, reference, credential, forms }, patience, ports);
      const [entry, { installEntry }] = await Promise.all([engine.finish(credential), import('./install.ts')]);
      const salt = clock.random().toString(36).slice(2);
      const installed = await installEntry({ plan, entry, record, sessions, context, salt, deadline }, shared);
      if (!plan.isolated && plan.workDirectory !== undefined)
        await files.apply({ do: 'remove', path: plan.workDirectory });
      const open = {
        ...installed,
        state: 'open',
        workDirectory: plan.isolated ? installed.workDirectory : null,
      } as const;
      await sessions.update(open);
      return openSession({ plan, credential, proof, sessions }, ports);
    } catch (error) {
      await engine.kill();
      throw error;
    }
  } catch (error) {
    // What cannot be taken back now stays recorded for logout; why the login failed is what is told.
    await takeBack(record.id, sessions, ports).catch(() => undefined);
    throw error;
  } finally {
    end();
  }
}

/** A directory that was there already is somebody else's: it is refused, and does not go with the session. */
async function makeWorkDirectory(
  { plan, record, sessions }: { plan: LoginPlan; record: SessionRecord; sessions: SessionStore },
  files: Ports['files'],
): Promise<void> {
  const [make, ...fill] = plan.effects;
  if (make === undefined) return;
  try {
    await files.apply(make);
  } catch (error) {
    await sessions.update({ ...record, workDirectory: null });
    throw error;
  }
  for (const effect of fill) await files.apply(effect);
}

async function takeBack(id: string, sessions: SessionStore, ports: Ports): Promise<LogoutOutcome> {
  const session = await sessions.read(id);
  if (session === undefined) return 'removed';
  const { closeSession } = await import('./logout.ts');
  return closeSession({ session, sessions, deadline: ports.clock.now() + UNDO_TIME }, ports);
}

function makeRecord(
  { plan, credential, request }: { plan: LoginPlan; credential: Credential; request: LoginRequest },
  { clock, processes }: Ports,
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
    workDirectory: plan.workDirectory ?? null,
    place: plan.place ?? null,
    installed: null,
    sequence: 0,
    owner: request.owner === undefined ? null : (processes.identify(request.owner) ?? null),
    expiresAt: credential.expiresAt ?? null,
  };
}

function openSession(
  {
    plan,
    credential,
    proof,
    sessions,
  }: { plan: LoginPlan; credential: Credential; proof: Proof | undefined; sessions: SessionStore },
  ports: Ports,
): Session {
  const { registry, host, name, tidied } = plan.reference;
  return {
    id: plan.id,
    registry,
    host,
    name,
    username: credential.username,
    engine: plan.engine.name,
    configDir: plan.configDir,
    isolated: plan.isolated,
    expiresAt: credential.expiresAt,
    proof,
    notes: [...tidied, ...plan.notes, ...(proof?.doubts ?? [])],
    close: () => takeBack(plan.id, sessions, ports),
  };
}
