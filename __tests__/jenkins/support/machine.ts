import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeTemporaryDirectory } from '@nexqloud/dcr-testkit';

const CLI = resolve('dist/cli/index.js');

/** The dcr-login that is on PATH: the bundle itself, or nothing. */
export type Installed = 'dcr-login' | 'nothing';

export interface Machine {
  /** For workspaces and states. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What lies beside the workspaces and is no workspace: empty when everything was removed. */
  leftovers(): string[];
}

/** An agent of its own: home, PATH, workspaces. */
export function makeMachine(options: {
  readonly installed: Installed;
  /** Name → shell script, first on PATH. */
  readonly programs?: Readonly<Record<string, string>>;
  /** Nothing else is on PATH, not even what a system has. */
  readonly bare?: boolean;
  readonly environment?: Record<string, string>;
}): Machine {
  const directory = makeTemporaryDirectory();
  const [home, bin] = [join(directory, 'home'), join(directory, 'bin')];
  mkdirSync(home);
  mkdirSync(bin);
  const cli = { 'dcr-login': `exec '${process.execPath}' '${CLI}' "$@"` };
  const programs = { ...(options.installed === 'dcr-login' ? cli : {}), ...options.programs };
  for (const [name, text] of Object.entries(programs)) writeProgram(join(bin, name), `#!/bin/sh\n${text}\n`);
  const environment = {
    PATH: options.bare ? bin : `${bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    HOME: home,
    ...options.environment,
  };
  return { directory, environment, leftovers: () => listLeftovers(join(directory, 'agent')) };
}

function writeProgram(path: string, text: string): void {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

function listLeftovers(agent: string): string[] {
  if (!existsSync(agent)) return [];
  const temporary = readdirSync(agent).filter((name) => name.endsWith('@tmp'));
  return temporary.flatMap((name) => readdirSync(join(agent, name)).map((child) => join(name, child)));
}
