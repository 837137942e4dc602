import path from 'node:path';
import type { Credential } from '../../credential/credential.ts';
import { DcrError } from '../../errors.ts';
import type { LoginPlan } from '../plan.ts';
import { findNewEntry } from '../private-directory.ts';
import type { AuthEntry } from '../store/config-file.ts';
import { encodeAuth, parseConfigFile, readConfigText } from '../store/config-file.ts';
import type { StoreContext } from '../store/store.ts';
import { readClientFailure, tellOutOfTime } from './failure.ts';
import { FILES } from './name.ts';
import { composeContainersLogout, explainStoredElsewhere } from './podman.ts';

/** A client that is ready to be given the password. */
export interface StartedEngine {
  /** The entry that the client makes of the credential. Throws the code of the client's refusal. */
  finish(credential: Credential): Promise<AuthEntry>;
  /** Ends it; once `finish` has returned, this does nothing. */
  kill(): Promise<void>;
}

/**
 * All clients are written in Go. On one thread a login of theirs takes 13 instead of 17 ms of CPU and 2 ms less in all, for
 * nothing in it goes on at the same time; that counts most where many are started at once.
 * https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
const ONE_THREAD = { GOMAXPROCS: '1' };

/** Starts the client of the plan in its private directory, with its standard input held back. */
export function startEngine({ plan, context }: { plan: LoginPlan; context: StoreContext }): StartedEngine {
  const { engine } = plan;
  if (engine.name === 'file') {
    return {
      finish: async ({ username, password }) => encodeAuth(username, password.reveal()),
      kill: async () => undefined,
    };
  }
  const { signal, forms, ports } = context;
  const directory = plan.workDirectory ?? '';
  // Podman and its kin read docker's directory as well; of both there is only the private one.
  const env = { ...ONE_THREAD, ...context.env, DOCKER_CONFIG: directory };
  const child = ports.processes.start({ file: engine.file, args: engine.args, env, signal });
  const { registry } = plan.reference;
  return {
    kill: () => child.kill(),
    finish: async ({ password }) => {
      const result = await child.finish(password.reveal());
      const failure = readClientFailure(result, { client: engine.name, registry, forms, outOfTime: signal.aborted });
      if (failure !== undefined) throw failure;
      const file = path.join(directory, FILES[plan.format].name);
      const entry = findNewEntry(parseConfigFile(await readConfigText(file, context), file));
      if (entry !== undefined) return entry;
      throw await explainNothingStored({ plan, file }, { ...context, env });
    },
  };
}

/**
 * The client says that it stored the login, but not where it was told to: what it stored elsewhere is taken back. Podman
 * says so too when it is asked to end.
 */
async function explainNothingStored(
  { plan, file }: { plan: LoginPlan; file: string },
  { ports, env, signal }: StoreContext,
): Promise<DcrError> {
  const { engine, reference, format } = plan;
  const { registry } = reference;
  const directory = path.dirname(file);
  if (signal.aborted) return tellOutOfTime(engine.name, registry);
  if (engine.name !== 'file' && format === 'containers') {
    const args = composeContainersLogout({ reference, directory });
    // They do not start a logout without their file.
    await ports.files.apply({ do: 'write', path: file, text: '{}' });
    await ports.processes.start({ file: engine.file, args, env, signal }).finish('');
  }
  return new DcrError('DCR_STORE_FAILED', {
    registry,
    message: `${registry}: ${engine.name} says that it logged in, but stored nothing in ${file}`,
    ...(engine.name === 'file' || format === 'docker' ? {} : { remedy: explainStoredElsewhere(engine.name) }),
  });
}
