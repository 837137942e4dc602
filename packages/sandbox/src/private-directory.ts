import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface PrivateDirectory {
  readonly path: string;
  remove(): Promise<void>;
}

const remaining = new Set<string>();

/** Makes a directory that only its owner may enter (0700) and that goes with the process, unless a signal ends that. */
export async function makePrivateDirectory(parent: string): Promise<PrivateDirectory> {
  const path = await mkdtemp(join(parent, 'dcr-sandbox-'));
  if (remaining.size === 0) process.on('exit', removeRemaining);
  remaining.add(path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      if (remaining.delete(path) && remaining.size === 0) process.off('exit', removeRemaining);
    },
  };
}

function removeRemaining(): void {
  for (const path of remaining) rmSync(path, { recursive: true, force: true });
}
