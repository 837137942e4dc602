import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeProof } from '@nexqloud/dcr-core/render';
import { findPart } from '../real/part.ts';
import type { Attack } from './attack.ts';
import { USERNAME } from './attack.ts';

/** A registry client that can be run against the table. */
export interface Client {
  /** As a person calls it: `docker login`. */
  readonly name: string;
  /** Undefined: it is not installed. */
  readonly version: string | undefined;
  /** How it is called, without what belongs to this machine; for the reader of the table. */
  readonly call: string;
  /** The password comes on standard input. */
  readonly command: (place: ClientPlace, attack: Attack) => ClientCommand;
  /** What it says when it takes the login for right; it has exited with 0. */
  readonly claims: (output: string) => boolean;
  /** It only logs in, and never comes to what happens later. */
  readonly loginOnly: boolean;
}

export interface ClientPlace {
  /** `host:port`. */
  readonly registry: string;
  readonly home: string;
  readonly trustFile: string;
  readonly proxy: string;
}

export interface ClientCommand {
  readonly path: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const PAIR = ['--username', USERNAME, '--password-stdin'];

export function listClients(): readonly Client[] {
  return [describeDocker(), describeContainers('podman'), describeContainers('skopeo'), describeOurs()];
}

function describeDocker(): Client {
  const path = locate('docker');
  return {
    name: 'docker login',
    version: path === undefined ? undefined : readVersion(path, ['--version']),
    call: 'docker login --username ci --password-stdin HOST (without a daemon: the CLI asks the registry itself)',
    command: (place) => {
      const configDir = join(place.home, '.docker');
      mkdirSync(configDir, { recursive: true });
      // An entry keeps docker from looking for a credential helper.
      writeFileSync(join(configDir, 'config.json'), '{"auths":{"x.invalid":{}}}');
      const environment = { ...makeEnvironment(place), DOCKER_HOST: `unix://${place.home}/none.sock` };
      return { path: path ?? 'docker', arguments: ['login', ...PAIR, place.registry], environment };
    },
    claims: (output) => output.includes('Login Succeeded'),
    loginOnly: true,
  };
}

function describeContainers(name: 'podman' | 'skopeo'): Client {
  const path = locate(name);
  return {
    name: `${name} login`,
    version: path === undefined ? undefined : readVersion(path, ['--version']),
    call: `${name} login --username ci --password-stdin HOST; --tls-verify=false where the row is plain http on loopback`,
    command: (place, { tls }) => {
      const { home, registry } = place;
      // A storage of its own, of the one kind that mounts nothing. Podman refuses a runroot of more than 50 characters.
      const storage = ['--root', join(home, 's'), '--runroot', join(home, 'r'), '--storage-driver', 'vfs'];
      return {
        path: path ?? name,
        arguments: [
          ...(name === 'podman' ? storage : []),
          'login',
          '--authfile',
          join(home, 'auth.json'),
          ...(tls === 'plain' ? ['--tls-verify=false'] : []),
          ...PAIR,
          registry,
        ],
        environment: { ...makeEnvironment(place), XDG_RUNTIME_DIR: home },
      };
    },
    claims: (output) => output.includes('Login Succeeded'),
    loginOnly: true,
  };
}

/** What the command line says of a login that a registry refuses to nobody. */
const UNPROVED = describeProof(
  {
    scheme: 'none',
    proven: { auth: false, pull: null, push: null },
    name: null,
    publicPull: false,
    repository: undefined,
    doubts: [],
  },
  'file',
);

function describeOurs(): Client {
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as { version: string };
  return {
    name: 'dcr-login login',
    version: `dcr-login ${version}`,
    call: 'dcr-login login --engine file --timeout 10s HOST/acme; under “After the login”: dcr-login verify --action push',
    command: (place, { verify }) => {
      const words =
        verify?.only === true
          ? ['verify', '--action', verify.action]
          : ['login', '--engine', 'file', '--state-dir', join(place.home, 'state')];
      return {
        path: process.execPath,
        arguments: [
          '--import',
          fileURLToPath(new URL('./names.js', import.meta.url)),
          join(root, 'packages/cli/lib/index.js'),
          ...words,
          ...PAIR,
          '--timeout',
          '10s',
          `${place.registry}/acme`,
        ],
        environment: { PATH: '', HOME: place.home, NODE_EXTRA_CA_CERTS: place.trustFile },
      };
    },
    claims: (output) => !output.includes(UNPROVED),
    loginOnly: false,
  };
}

/** Go reads both files of trust and proxies from here; a proxy on loopback is how hosts are reached by their names. */
function makeEnvironment({ home, trustFile, proxy }: ClientPlace): Record<string, string> {
  const proxies = { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY: '' };
  return { PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: home, SSL_CERT_FILE: trustFile, ...proxies };
}

function locate(part: 'docker' | 'podman' | 'skopeo'): string | undefined {
  const found = findPart(part);
  return 'path' in found ? found.path : undefined;
}

function readVersion(path: string, words: readonly string[]): string {
  return spawnSync(path, words, { encoding: 'utf8' }).stdout.trim().split('\n')[0] ?? '';
}
