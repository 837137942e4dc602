import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNativeError } from 'node:util/types';
import { makeTemporaryDirectory, scanDirectory } from '@nexqloud/dcr-testkit';
import { createNodePorts } from '../../../packages/core/lib/node/index.js';
import type { Ports } from '../../../packages/core/lib/ports/index.js';

// Tests run in a realm of their own, in which the errors of node are no `Error`: https://github.com/jestjs/jest/issues/2549
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, thing: unknown): boolean {
    return this === Error ? isNativeError(thing) : Function.prototype[Symbol.hasInstance].call(this, thing);
  },
});

export const PASSWORD = 'hunter22-canary:"$x\\';
export const CREDENTIAL = { username: 'ci', password: PASSWORD };
/** What a user has before any login: a foreign one, and keys that nobody here knows. */
export const BEFORE = {
  auths: { 'other.example': { auth: 'b3RoZXI6b3RoZXI=' } },
  HttpHeaders: { 'X-Mine': 'kept' },
  unknown: [1.5, null],
};

/** A machine of its own: home, docker configuration, state directory and the only directory on PATH. */
export interface World {
  readonly root: string;
  readonly home: string;
  readonly configDir: string;
  readonly configFile: string;
  readonly stateDir: string;
  readonly bin: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly ports: Ports;
}

export function makeWorld(variables: Readonly<Record<string, string>> = {}): World {
  const root = makeTemporaryDirectory();
  const [home, bin, stateDir] = [join(root, 'home'), join(root, 'bin'), join(root, 'state')];
  const configDir = join(home, '.docker');
  for (const directory of [home, bin, configDir]) mkdirSync(directory);
  const all = { PATH: bin, HOME: home, DCR_STATE_DIR: stateDir, ...variables };
  process.env['PATH'] = bin;
  const environment = {
    variables: all,
    platform: 'linux',
    home,
    workingDirectory: root,
    host: 'here',
    uid: process.getuid?.(),
  } as const;
  const configFile = join(configDir, 'config.json');
  return {
    root,
    home,
    configDir,
    configFile,
    stateDir,
    bin,
    variables: all,
    ports: { ...createNodePorts(), environment },
  };
}

export function writeConfig({ configFile }: World, config: unknown = BEFORE): string {
  const text = typeof config === 'string' ? config : `${JSON.stringify(config, undefined, 2)}\n`;
  writeFileSync(configFile, text);
  return text;
}

export function readConfig({ configFile }: World): { readonly auths?: Readonly<Record<string, { auth?: string }>> } {
  return JSON.parse(readFileSync(configFile, 'utf8')) as Record<string, never>;
}

export function encodePair(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/** Where on this machine the password lies, in whatever form. */
export function findSecret({ root }: World, password = PASSWORD): readonly string[] {
  const hits = scanDirectory(root, [{ name: 'password', username: 'ci', value: password }]);
  return [...new Set(hits.map(({ where }) => where))];
}

/** What a login or logout may leave of its work: sessions, private directories, locks and temporary files. */
export function listRemains({ configDir, stateDir }: World): readonly string[] {
  const list = (...parts: string[]) => (existsSync(join(...parts)) ? readdirSync(join(...parts)) : []);
  return [
    ...list(stateDir, 'sessions').map((name) => `session ${name}`),
    ...list(stateDir, 'private').map((name) => `private ${name}`),
    ...list(configDir).filter((name) => /dcr-(?:lock|new)/u.test(name)),
  ];
}

/** Puts a program of Node on this machine's PATH. */
export function installProgram({ bin }: World, name: string, source: string): void {
  writeFileSync(join(bin, name), `#!${process.execPath}\n${source}`);
  chmodSync(join(bin, name), 0o755);
}
