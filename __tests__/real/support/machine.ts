import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirePart, runCommand } from '@nexqloud/dcr-testkit';
import type { CommandResult, PartName } from '@nexqloud/dcr-testkit';
import type { Machine, RunOptions } from '../../cli/support/machine.ts';
import { makeMachine } from '../../cli/support/machine.ts';

/** A machine whose PATH is the real one. */
export interface RealMachine extends Machine {
  /** What `XDG_RUNTIME_DIR` says. */
  readonly runtime: string;
  /** The file of podman, buildah and skopeo. */
  readonly authFile: string;
  writeAuthFile(text: string): void;
  /** A real client of this user, who sees nothing but this machine. */
  client(
    name: PartName,
    words: readonly string[],
    options?: { readonly env?: Readonly<Record<string, string>>; readonly input?: string },
  ): Promise<CommandResult>;
}

/** `env`: what every command of this machine gets beside home and PATH, such as `DOCKER_HOST`. */
export function makeRealMachine(env: Readonly<Record<string, string>> = {}): RealMachine {
  const machine = makeMachine();
  const runtime = join(machine.root, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const base = {
    PATH: process.env['PATH'] ?? '',
    XDG_RUNTIME_DIR: runtime,
    // No daemon of this machine takes part unless the test says so.
    DOCKER_HOST: `unix://${machine.root}/none.sock`,
    ...env,
  };
  const extend = <Options extends RunOptions>(options?: Options) => ({ ...options, env: { ...base, ...options?.env } });
  const authFile = join(runtime, 'containers/auth.json');
  return {
    ...machine,
    runtime,
    authFile,
    environment: { ...machine.environment, ...base },
    start: (words, options) => machine.start(words, extend(options)),
    run: (words, options) => machine.run(words, extend(options)),
    writeAuthFile: (text) => {
      mkdirSync(join(runtime, 'containers'), { recursive: true });
      writeFileSync(authFile, text);
    },
    client: (name, words, options = {}) =>
      runCommand({
        path: requirePart(name),
        arguments: words,
        environment: { ...machine.environment, ...base, ...options.env },
        ...(options.input === undefined ? {} : { input: options.input }),
      }),
  };
}

/** What `--shell-env sh` printed, as a shell would take it. */
export function readAssignments(text: string): Record<string, string> {
  const lines = [...text.matchAll(/^export ([A-Z_]+)='([^']*)'$/gmu)];
  return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]));
}

/** `user:password` as a client stored it. */
export function readStored(file: string, key: string): string | undefined {
  const { auths = {} } = JSON.parse(readFileSync(file, 'utf8')) as { auths?: Record<string, { auth?: string }> };
  const auth = auths[key]?.auth;
  return auth === undefined ? undefined : Buffer.from(auth, 'base64').toString();
}

export function encode(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/** Writes an executable script. */
export function writeScript(file: string, lines: readonly string[]): void {
  writeFileSync(file, `${['#!/bin/sh', ...lines].join('\n')}\n`);
  chmodSync(file, 0o755);
}

/** Every key in its order: what "key for key" compares. */
export function readKeys(text: string): string {
  return JSON.stringify(JSON.parse(text));
}
