import path from 'node:path';
import type { Credential } from '../credential/credential.ts';
import { DcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import type { RegistryReference } from '../registry/reference.ts';
import { chooseConfigDirectory, listPrivateBases, refuseWorkspace } from './places.ts';
import type { LoginOptions, LoginPlan } from './plan.ts';
import { planLogin } from './plan.ts';
import { choosePrivateBase, readConfigDirectory } from './private-directory.ts';
import type { JsonObject } from './store/config-file.ts';
import { parseConfigFile } from './store/config-file.ts';
import { readConfigText } from './store/store.ts';

export interface Preparation {
  readonly plan: LoginPlan;
  /** The user's own configuration, from which an isolated one is composed. */
  readonly shared: JsonObject;
}

/**
 * Looks at this machine and plans the login. Makes nothing but the parent of a private directory.
 * Throws `DCR_ENGINE_MISSING`, `DCR_STORE_FAILED` and `DCR_INPUT_INVALID`.
 */
export async function prepareLogin(
  request: { reference: RegistryReference; credential: Credential; options: LoginOptions; stateDir: string },
  ports: Ports,
): Promise<Preparation> {
  const { options } = request;
  const { environment, files, processes } = ports;
  const given =
    options.configDir === undefined ? undefined : path.resolve(environment.workingDirectory, options.configDir);
  const own = chooseConfigDirectory(environment);
  // `--config-dir` is the private directory of an isolated login, and the shared one of any other.
  const source = options.isolate ? own : (given ?? own);
  const file = path.join(source, 'config.json');
  const shared = parseConfigFile(await readConfigText(file, { ports }), file);
  if (options.isolate && given !== undefined) await checkPrivate(given, ports);
  const bases =
    given !== undefined && options.isolate ? [path.dirname(given)] : listPrivateBases(environment, request.stateDir);
  const facts = {
    id: makeSessionId(ports),
    docker: options.engine === 'file' ? undefined : processes.find('docker'),
    config: await readConfigDirectory(source, files),
    shared,
    privateBase: await choosePrivateBase(bases, files),
  };
  return { plan: planLogin({ ...request, options: { ...options, configDir: given }, facts }), shared };
}

/** A private directory is made anew and goes with its login: what is there already is not ours to fill and remove. */
async function checkPrivate(directory: string, { environment, files }: Ports): Promise<void> {
  refuseWorkspace(directory, environment);
  const { kind } = await files.inspect(directory);
  if (kind === 'missing') return;
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `${directory} is there already (a ${kind}); a private directory must be a new one`,
    remedy: 'Name a directory that does not exist, or leave the choice to dcr-login.',
  });
}

/** Sorts by time, and cannot be guessed: nobody plants what will be made under this name. */
function makeSessionId({ clock }: Pick<Ports, 'clock'>): string {
  return `${clock.now().toString(36)}-${Math.floor(clock.random() * 2 ** 47).toString(36)}`;
}
