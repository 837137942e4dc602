import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeHtpasswd } from './htpasswd.ts';
import type { RegistryUser } from './htpasswd.ts';
import { requirePart } from './part.ts';
import { startService } from './service.ts';
import type { TokenServer } from './token-server.ts';

export type RegistryAuth =
  | {
      readonly type: 'htpasswd';
      readonly users: readonly RegistryUser[];
      /** bcrypt's work factor, 4 to 17. Default 4, which costs a millisecond. */
      readonly cost?: number;
    }
  | { readonly type: 'token'; readonly server: Pick<TokenServer, 'realm' | 'service' | 'issuer' | 'certificate'> };

export interface DockerRegistryOptions {
  readonly auth: RegistryAuth;
  /** An existing private directory: configuration, hashes, log and storage go there. */
  readonly directory: string;
}

/** One answered request. */
export interface AccessLine {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
}

export interface DockerRegistry {
  /** `127.0.0.1:PORT`; it speaks plain http. */
  readonly host: string;
  /** Where blobs and manifests lie. */
  readonly storage: string;
  /** In the order of the answers; a request is in it as soon as its client has the answer. */
  accessLog(): AccessLine[];
  /** Replaces all users at once (htpasswd only): the running registry refuses the old ones from the next request on. */
  setUsers(users: readonly RegistryUser[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts Debian's docker-registry on a free loopback port. */
export async function startDockerRegistry(options: DockerRegistryOptions): Promise<DockerRegistry> {
  const { auth, directory } = options;
  const storage = join(directory, 'storage');
  mkdirSync(storage, { mode: 0o700 });
  const storeUsers = async (users: readonly RegistryUser[]) => {
    if (auth.type !== 'htpasswd') throw new Error('this registry asks a token server, which has the users');
    const text = await writeHtpasswd(users, auth.cost ?? 4);
    // The registry re-reads a file whose time has changed, and must never see half of one.
    writeFileSync(join(directory, 'htpasswd.new'), text, { mode: 0o600 });
    renameSync(join(directory, 'htpasswd.new'), join(directory, 'htpasswd'));
  };
  if (auth.type === 'htpasswd') await storeUsers(auth.users);
  else writeFileSync(join(directory, 'issuer.pem'), auth.server.certificate);
  const configuration = {
    version: '0.1',
    storage: { filesystem: { rootdirectory: storage }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0', secret: randomBytes(16).toString('hex') },
    auth: describeAuth(auth, directory),
  };
  const file = join(directory, 'config.yml');
  // JSON is YAML: https://yaml.org/spec/1.2.2/#json-schema
  writeFileSync(file, JSON.stringify(configuration), { mode: 0o600 });
  const service = await startService({
    path: requirePart('docker-registry'),
    arguments: ['serve', file],
    environment: {},
    logFile: join(directory, 'log'),
    isReady: async (log) => {
      const host = findHost(log);
      return host !== undefined && (await answers(host));
    },
    deadlineMs: 15_000,
  });
  return {
    host: findHost(service.readLog()) ?? '',
    storage,
    // The request of the start is nobody's.
    accessLog: () => parseAccessLog(service.readLog()).slice(1),
    setUsers: storeUsers,
    stop: () => service.stop(),
  };
}

/** Reads the lines of the Apache "combined" format among the others. */
export function parseAccessLog(log: string): AccessLine[] {
  return [...log.matchAll(/^\S+ \S+ \S+ \[[^\]]+\] "(\S+) (\S+) [^"]*" (\d{3}) /gm)].map(
    ([, method = '', target = '', status]) => ({ method, path: target.split('?')[0] ?? '', status: Number(status) }),
  );
}

function describeAuth(auth: RegistryAuth, directory: string): object {
  if (auth.type === 'htpasswd') return { htpasswd: { realm: 'basic-realm', path: join(directory, 'htpasswd') } };
  const { realm, service, issuer } = auth.server;
  return { token: { realm, service, issuer, rootcertbundle: join(directory, 'issuer.pem') } };
}

/** The kernel chose the port; the registry tells it. */
function findHost(log: string): string | undefined {
  return /listening on (127\.0\.0\.1:\d+)/.exec(log)?.[1];
}

async function answers(host: string): Promise<boolean> {
  try {
    await (await fetch(`http://${host}/v2/`)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
