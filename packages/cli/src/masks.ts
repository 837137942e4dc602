import fs from 'node:fs';
import process from 'node:process';
import { composeMaskCommands } from '@nexqloud/dcr-core';
import type { World } from './world.ts';

/**
 * On GitHub's runners a log is masked by what stands on a line of its own; standard error is read for it as well. A file
 * that it was redirected to is no log of the runner's, and would keep the password.
 */
export function maskForRunner(forms: readonly string[], { ports, say }: World): void {
  if (ports.environment.variables['GITHUB_ACTIONS'] !== 'true' || isFile(process.stderr.fd)) return;
  for (const command of composeMaskCommands(forms)) say(command);
}

function isFile(descriptor: number): boolean {
  try {
    return fs.fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
