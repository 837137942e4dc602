import type { AccessRecord } from './access-log.ts';
import { BlobStore } from './blobs.ts';
import { CredentialBook } from './credentials.ts';
import type { Access, Credential, RotateOptions } from './credentials.ts';
import type { Backend } from './exchange.ts';
import { handleRequest } from './handler.ts';
import { listen } from './listener.ts';
import type { Listener } from './listener.ts';
import { parseImageName } from './names.ts';
import { checkUsername, resolveOptions } from './options.ts';
import type { RegistrySettings, SandboxOptions, Settings } from './options.ts';
import { makePrivateDirectory } from './private-directory.ts';
import { Repositories } from './repositories.ts';
import { seedRepository } from './seed.ts';
import { TokenStore } from './tokens.ts';
import { Uploads } from './uploads.ts';

/** A registry as it is now. */
export interface SandboxRegistry {
  readonly name: string;
  /** `HOST/<name>`, as it is given to a login. */
  readonly reference: string;
  readonly public: boolean;
  /** Of the current credential; of the last one that was current, where all are retired. */
  readonly username: string;
  readonly password: string;
  readonly access: Access;
  /** All that live, the current one first. */
  readonly credentials: readonly Credential[];
}

export interface Sandbox {
  /** `127.0.0.1:PORT`, or `[::1]:PORT`. */
  readonly host: string;
  /** `http://HOST`, or `https://HOST`. */
  readonly url: string;
  /** Opens `/sandbox/…` to issuers. */
  readonly adminToken: string;
  readonly registries: readonly SandboxRegistry[];
  /** What was answered, oldest first; the oldest of more than 10,000 are forgotten. */
  readonly log: readonly AccessRecord[];
  /** Replaces the registry's current credential. Throws `RangeError` for an unknown registry. */
  rotate(registryName: string, options?: RotateOptions): Credential;
  /**
   * Ends a credential, its tokens and its refresh tokens; a string is a username and means all of that name.
   * Throws `RangeError` for an unknown registry or where there is no such live credential.
   */
  retire(registryName: string, old: string | Pick<Credential, 'username' | 'password'>): void;
  /** Names without the registry, sorted. */
  repositories(registryName: string): readonly string[];
  /** Sorted; none where there is no such repository. */
  tags(registryName: string, repository: string): readonly string[];
  /** Ends every connection at once and removes everything that was stored. */
  close(): Promise<void>;
}

/** Throws `TypeError` for options that no client could use, and the system's error where it cannot listen. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = resolveOptions(options);
  const directory = await makePrivateDirectory(settings.directory);
  try {
    const backend = await openBackend(settings, directory.path);
    const log: AccessRecord[] = [];
    const listener = await listen(settings, (...exchange) => handleRequest(backend, log, exchange));
    return createSandbox(backend, log, {
      host: listener.host,
      close: async () => {
        await listener.close();
        await directory.remove();
      },
    });
  } catch (error) {
    await directory.remove();
    throw error;
  }
}

async function openBackend(settings: Settings, directory: string): Promise<Backend> {
  const registries = [...settings.registries.values()];
  const blobs = await BlobStore.open(directory);
  const backend: Backend = {
    settings,
    book: new CredentialBook(
      registries.flatMap(({ credentials }) => credentials),
      settings.now,
    ),
    tokens: new TokenStore(),
    repositories: new Repositories(),
    blobs,
    uploads: new Uploads(blobs),
  };
  for (const { name, repositories } of registries) {
    for (const repository of repositories) await seedRepository(backend, name, repository);
  }
  return backend;
}

function createSandbox(backend: Backend, log: readonly AccessRecord[], listener: Listener): Sandbox {
  const { book, repositories, settings } = backend;
  const { host } = listener;
  const find = (name: string): RegistrySettings => {
    const registry = settings.registries.get(name);
    if (!registry) throw new RangeError(`the sandbox has no registry ${JSON.stringify(name)}`);
    return registry;
  };
  return {
    host,
    url: `${settings.tls ? 'https' : 'http'}://${host}`,
    adminToken: settings.adminToken,
    log,
    get registries() {
      return [...settings.registries.values()].map((registry) => describeRegistry(registry, host, book));
    },
    rotate(registryName, options = {}) {
      if (options.username !== undefined) checkUsername(options.username);
      return book.rotate(find(registryName).name, options);
    },
    retire(registryName, old) {
      if (book.retire(find(registryName).name, old) === 0) throw new RangeError('there is no such live credential');
    },
    repositories: (registryName) => repositories.list(find(registryName).name),
    tags: (registryName, repository) => {
      const image = parseImageName(`${find(registryName).name}/${repository}`);
      return [...(repositories.find(image)?.tags.keys() ?? [])].toSorted();
    },
    close: () => listener.close(),
  };
}

function describeRegistry(registry: RegistrySettings, host: string, book: CredentialBook): SandboxRegistry {
  const { name } = registry;
  const { username = '', password = '', access = 'push' } = book.current(name) ?? {};
  const credentials = book.list(name);
  return { name, reference: `${host}/${name}`, public: registry.public, username, password, access, credentials };
}
