import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

const directories: string[] = [];

// Importing this file is what registers the hook: jest takes none while a test runs.
afterAll(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
});

/** An own directory of mode 0700 (absolute path), removed when the test file's last test is over. */
export function makeTemporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'dcr-test-'));
  chmodSync(directory, 0o700);
  directories.push(directory);
  return directory;
}
