import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { runCommand } from '@nexqloud/dcr-testkit';

it('examples/rotate brings a new credential to every kind of place, and the old one is refused afterwards', async () => {
  const environment = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' };
  const { exitCode, output } = await runCommand({
    path: process.execPath,
    arguments: [resolve('examples/rotate/run.mjs')],
    environment,
    deadlineMs: 90_000,
  });
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  expect(output).toContain('the old credential: refused by the registry');
  expect(output).not.toMatch(/STILL|SOMETHING ELSE/u);
}, 100_000);
