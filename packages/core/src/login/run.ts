import { deriveMaskedForms } from '../credential/masking.ts';
import type { Deadline } from '../deadline.ts';
import { setDeadline } from '../deadline.ts';
import { DcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import type { Proof } from '../registry/probe.ts';
import type { StartedEngine } from './engines/engine.ts';
import { startEngine } from './engines/engine.ts';
import { chooseStateDirectory, cleanEnvironment } from './places.ts';
import type { PlannedLogin, Preparation } from './prepare.ts';
import { checkRegistries, prepareLogins } from './prepare.ts';
import { checkPrivateDirectory } from './private-directory.ts';
import { describeSession, makeRecord } from './record.ts';
import type { LoginRequest, SeveralLoginsRequest, Session } from './request.ts';
import type { SessionRecord } from './session.ts';
import { SessionStore } from './session.ts';
import type { AuthEntry } from './store/config-file.ts';
import type { StoreContext } from './store/store.ts';

/** Docker may take a credential from it before any file. */
const SHADOW = 'DOCKER_AUTH_CONFIG';

/**
 * Logs in: validate → record the undo → start the engine with nothing in its hands → mask → anonymous challenge →
 * proof → give the engine the password → install → read back. A login that fails at any step leaves nothing behind.
 * What is not needed to start the engine is loaded after it was started: loading takes as long as docker's own start.
 * Throws every code of groups 2 to 6 of ERRORS.md.
 */
export async function login(request: LoginRequest, ports: Ports): Promise<Session> {
  const { registry, credential, repository, ...settings } = request;
  const one = { registry, credential, ...(repository === undefined ? {} : { repository }) };
  const [session] = await loginAll({ ...settings, registries: [one] }, ports);
  if (session === undefined) throw new DcrError('DCR_INTERNAL', { message: 'a login without a session' });
  return session;
}

/**
 * Several logins as one: asked in parallel, installed in their order; when one fails, all are taken back, and the error
 * is that of the first in the order that failed.
 */
export async function loginAll(request: SeveralLoginsRequest, ports: Ports): Promise<readonly Session[]> {
  const { clock, environment } = ports;
  const wanted = checkRegistries(request.registries, clock.now());
  const forms = [...new Set(wanted.flatMap(({ credential }) => deriveMaskedForms(credential)))];
  const { engine = 'auto', configDir, forCommand = false } = request;
  const options = { engine, isolate: (request.isolate ?? false) || forCommand, configDir, forCommand };
  const stateDir = chooseStateDirectory(environment, request.stateDir);
  const preparation = await prepareLogins(wanted, { ...options, stateDir }, ports);
  const sessions = new SessionStore(stateDir, ports);
  const deadline = setDeadline(request.timeout ?? 60_000, clock, request.signal);
  const context = { ports, env: cleanEnvironment(environment, forms), forms, signal: deadline.signal };
  const call: Call = { request, ports, sessions, deadline, context, preparation };
  const logins = preparation.logins.map((each) => ({ ...each, record: makeRecord(each, ports) }));

  const visible = logins[0]?.plan.isolated === true ? logins[0].plan.visible : {};
  request.hooks?.announce?.({ ids: logins.map(({ plan }) => plan.id), stateDir, visible });
  try {
    for (const { record } of logins) await sessions.create(record);
    const obtained = await obtainAll(logins, call);
    await installAll(obtained, call);
    return obtained.map(({ login: { plan, credential }, proof }) => ({
      ...describeSession({ plan, credential, proof }),
      close: async () => (await import('./take-back.ts')).takeBack(plan.id, { sessions, ports }),
    }));
  } catch (error) {
    // What cannot be taken back now stays recorded for logout; why the login failed is what is told.
    const { takeBackAll } = await import('./take-back.ts');
    throw await takeBackAll(logins.toReversed(), error, { sessions, ports });
  } finally {
    deadline.end();
  }
}

const loadProof = () => import('./prove.ts');
const loadInstall = () => import('./install.ts');

/** What all logins of a call share. */
interface Call {
  readonly request: SeveralLoginsRequest;
  readonly ports: Ports;
  readonly sessions: SessionStore;
  readonly deadline: Deadline;
  readonly context: StoreContext;
  readonly preparation: Preparation;
}

interface Login extends PlannedLogin {
  readonly record: SessionRecord;
}

interface Obtained {
  readonly login: Login;
  readonly entry: AuthEntry;
  readonly proof: Proof | undefined;
}

/** All engines are started, then all credentials masked, then each is asked for its entry. */
async function obtainAll(logins: readonly Login[], call: Call): Promise<readonly Obtained[]> {
  const { request, context } = call;
  const started: { login: Login; engine: StartedEngine }[] = [];
  try {
    for (const login of logins) {
      await makeWorkDirectory(login, call);
      started.push({ login, engine: startEngine({ plan: login.plan, context }) });
    }
    await request.hooks?.mask?.(context.forms);
    const results = await Promise.allSettled(started.map(({ login, engine }) => obtain(login, engine, call)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  } catch (error) {
    await Promise.all(started.map(({ engine }) => engine.kill()));
    throw error;
  }
}

/** A directory that was there already is somebody else's: it is refused, and does not go with the session. */
async function makeWorkDirectory({ plan, record }: Login, { sessions, ports: { files } }: Call): Promise<void> {
  const [make, ...fill] = plan.effects;
  if (make === undefined) return;
  try {
    await files.apply(make);
  } catch (error) {
    await sessions.update({ ...record, directories: [] });
    throw error;
  }
  for (const effect of fill) await files.apply(effect);
}

async function obtain(login: Login, engine: StartedEngine, call: Call): Promise<Obtained> {
  const { request, ports, deadline, context } = call;
  const { plan, reference, credential, repository } = login;
  if (ports.environment.variables[SHADOW] !== undefined && request.forCommand !== true) {
    const { refuseShadow } = await import('./shadow.ts');
    await refuseShadow({ plan, credential }, { ...context, ports });
  }
  // Requests know the deadline: a signal that is cut by it would make its end look like the caller's.
  const cut = request.signal === undefined ? {} : { signal: request.signal };
  const patience = { deadline: deadline.at, retries: request.retries ?? 3, ...cut };
  const { forms } = context;
  const action = request.verify ?? 'auth';
  const question = { allowRealms: request.allowRealms ?? [], repository, reference, credential, forms };
  const proof =
    action === 'none' ? undefined : await (await loadProof()).proveLogin({ action, ...question }, patience, ports);
  if (plan.workDirectory !== undefined) await checkPrivateDirectory(plan.workDirectory, ports);
  const finished = engine.finish(credential);
  // What comes next is loaded while the client works.
  const [entry] = await Promise.all([finished, loadInstall().then(({ prepareInstall }) => prepareInstall(plan))]);
  return { login, entry, proof };
}

async function installAll(obtained: readonly Obtained[], call: Call): Promise<void> {
  const { request, ports, sessions, deadline, context, preparation } = call;
  const { clock, files, processes } = ports;
  const { installEntries } = await loadInstall();
  const installations = obtained.map(({ login: { plan, record }, entry }) => {
    return { plan, entry, record, salt: clock.random().toString(36).slice(2) };
  });
  const where = { shared: preparation.shared, sessions, context, deadline: deadline.at };
  const installed = await installEntries(installations, where);
  const owner = request.owner === undefined ? null : (processes.identify(request.owner) ?? null);
  for (const { plan, record } of installed) {
    if (plan.keeps === undefined && plan.workDirectory !== undefined)
      await files.apply({ do: 'remove', path: plan.workDirectory });
    const directories = plan.keeps === undefined ? [] : record.directories;
    await sessions.update({ ...record, state: 'open', directories, owner });
  }
}
