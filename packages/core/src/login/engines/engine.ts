import path from 'node:path';
import type { Credential } from '../../credential/credential.ts';
import { DcrError } from '../../errors.ts';
import type { LoginPlan } from '../plan.ts';
import { findNewEntry } from '../private-directory.ts';
import type { AuthEntry } from '../store/config-file.ts';
import { encodeAuth, parseConfigFile } from '../store/config-file.ts';
import type { StoreContext } from '../store/store.ts';
import { readConfigText } from '../store/store.ts';
import { readDockerFailure } from './docker.ts';

/** A client that is ready to be given the password. */
export interface StartedEngine {
  /** The entry that the client makes of the credential. Throws the code of the client's refusal. */
  finish(credential: Credential): Promise<AuthEntry>;
  /** Ends it; once `finish` has returned, this does nothing. */
  kill(): Promise<void>;
}

/** Starts the client of the plan in its private directory, with its standard input held back. */
export function startEngine({ plan, context }: { plan: LoginPlan; context: StoreContext }): StartedEngine {
  const { engine, workDirectory } = plan;
  if (engine.name === 'file') {
    return {
      finish: async ({ username, password }) => encodeAuth(username, password.reveal()),
      kill: async () => undefined,
    };
  }
  const { signal, forms, ports } = context;
  const env = { ...context.env, DOCKER_CONFIG: workDirectory ?? '' };
  const child = ports.processes.start({ file: engine.file, args: engine.args, env, signal });
  const { registry } = plan.reference;
  return {
    kill: () => child.kill(),
    finish: async ({ password }) => {
      const result = await child.finish(password.reveal());
      const failure = readDockerFailure(result, { registry, forms, outOfTime: signal.aborted });
      if (failure !== undefined) throw failure;
      const file = path.join(workDirectory ?? '', 'config.json');
      const entry = findNewEntry(parseConfigFile(await readConfigText(file, context), file));
      if (entry !== undefined) return entry;
      const message = `${registry}: docker says that it logged in, but stored nothing in ${file}`;
      throw new DcrError('DCR_STORE_FAILED', { message, registry });
    },
  };
}
