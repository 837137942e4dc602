import path from 'node:path';
import type { Credential } from '../credential/credential.ts';
import type { Secret } from '../credential/secret.ts';
import { DcrError } from '../errors.ts';
import type { FileEffect } from '../ports/files.ts';
import type { RegistryReference } from '../registry/reference.ts';
import type { ConfigDirectoryFacts } from './private-directory.ts';
import { composeSeed, planPrivateDirectory } from './private-directory.ts';
import type { JsonObject } from './store/config-file.ts';
import { readHelperName } from './store/config-file.ts';
import type { StorePlace } from './store/store.ts';

export const ENGINES = ['docker', 'file'] as const;

/** The client that will use the login; `file`: none, the files are written directly. */
export type EngineName = (typeof ENGINES)[number];

export interface LoginOptions {
  readonly engine: EngineName | 'auto';
  readonly isolate: boolean;
  readonly configDir: string | undefined;
}

/** Everything about this machine that a plan depends on. */
export interface LoginFacts {
  readonly id: string;
  /** Path of the docker CLI, where there is one. */
  readonly docker: string | undefined;
  readonly config: ConfigDirectoryFacts;
  /** The user's own `config.json`. */
  readonly shared: JsonObject;
  readonly privateBase: string | undefined;
}

/** What a login will do: printable, without a secret. */
export interface LoginPlan {
  readonly id: string;
  readonly reference: RegistryReference;
  readonly engine:
    { readonly name: 'docker'; readonly file: string; readonly args: readonly string[] } | { readonly name: 'file' };
  readonly isolated: boolean;
  /** What `DOCKER_CONFIG` must be for a client to see the login. */
  readonly configDir: string;
  /** Private directory of the client while it logs in, and for good when isolated. */
  readonly workDirectory: string | undefined;
  /** Where the entry is installed; undefined when it stays in the private directory. */
  readonly place: StorePlace | undefined;
  /** Makes and seeds the private directory. */
  readonly effects: readonly FileEffect[];
  /** What the user should know about the choices, one sentence each. */
  readonly notes: readonly string[];
}

/** Throws `DCR_ENGINE_MISSING`. */
export function planLogin(request: {
  readonly reference: RegistryReference;
  readonly credential: Pick<Credential, 'username' | 'password'>;
  readonly options: LoginOptions;
  readonly facts: LoginFacts;
}): LoginPlan {
  const { reference, credential, options, facts } = request;
  const wanted = chooseEngine(options.engine, facts, { reference, username: credential.username });
  const trimmed = wanted.name === 'docker' && isTrimmedByDocker(credential.password);
  const engine = trimmed ? ({ name: 'file' } as const) : wanted;
  const isolated = options.isolate;
  const needsDirectory = isolated || engine.name === 'docker';
  const given = isolated ? options.configDir : undefined;
  const workDirectory = needsDirectory ? (given ?? path.join(facts.privateBase ?? '', `dcr-${facts.id}`)) : undefined;
  const helper = readHelperName(facts.shared, reference.key);
  const place = {
    path: path.join(facts.config.path, 'config.json'),
    key: reference.key,
    ...(helper === undefined ? {} : { helper }),
  };
  return {
    id: facts.id,
    reference,
    engine,
    isolated,
    configDir: isolated ? (workDirectory ?? '') : facts.config.path,
    workDirectory,
    place: isolated ? undefined : place,
    effects:
      workDirectory === undefined ? [] : planPrivateDirectory(workDirectory, facts.config, composeSeed(facts.shared)),
    notes: trimmed ? [TRIMMED] : [],
  };
}

const TRIMMED = 'docker login drops the spaces around this password, so its configuration was written directly';

/** `docker login` trims what it reads, though docker uses such a password well once it is stored: cli 28, registry.go. */
function isTrimmedByDocker(password: Secret): boolean {
  return password.reveal() !== password.reveal().trim();
}

function chooseEngine(
  wanted: LoginOptions['engine'],
  { docker }: LoginFacts,
  login: { reference: RegistryReference; username: string },
): LoginPlan['engine'] {
  if (wanted === 'file') return { name: 'file' };
  if (docker === undefined) {
    const what = wanted === 'auto' ? 'no client that could use the login' : `no ${wanted}`;
    throw new DcrError('DCR_ENGINE_MISSING', {
      message: `${what} was found on PATH`,
      registry: login.reference.registry,
    });
  }
  // The host alone: docker would cut the name off, and the password never is an argument.
  return {
    name: 'docker',
    file: docker,
    args: ['login', '--username', login.username, '--password-stdin', login.reference.host],
  };
}
