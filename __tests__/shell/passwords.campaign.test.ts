import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { describeReal, makeTemporaryDirectory, requirePart, runCommand } from '@nexqloud/dcr-testkit';
import { includeLogin, makeProject } from '../gitlab/support/project.ts';
import { RUNS } from '../core/support/runs.ts';
import { SCRIPT, shellCommand, SHELLS } from './support/machine.ts';

/** How many passwords go through the script in all three shells together, and how many through a pipeline. */
const CAMPAIGN = process.env['DCR_CAMPAIGN'] !== undefined;
const [BY_SHELL, BY_PIPELINE] = CAMPAIGN ? [10_000, 200] : [90, 20];
/** Logins at once. */
const WIDTH = 4;

/** Signs that some shell, YAML or GitLab treats as its own, twice as likely as the others. */
const SPECIAL = fc.constantFrom(...`$\`"'\\!#&*;:|<>(){}[]~?%@=+-,.^/ `);
const PRINTABLE = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
const TEXT = fc.string({ unit: fc.oneof(SPECIAL, SPECIAL, PRINTABLE), minLength: 1, maxLength: 60 });
const HARD = fc.constantFrom(
  '$$',
  '$HOME',
  '${HOME}',
  '$(id)',
  '%s',
  '%%',
  '\\n',
  '\\0',
  "'\\''",
  '!!',
  '-n',
  '--',
  '$[[ inputs.x ]]',
  '~',
  '/etc/passwd',
  'null',
  '*',
  '=',
);
// Docker drops spaces at the ends, so dcr-login.sh refuses them: the conformance table has that row.
const PASSWORD = fc
  .oneof(
    TEXT,
    HARD,
    fc.tuple(HARD, TEXT, HARD).map((parts) => parts.join('')),
  )
  .filter((password) => password.trim() === password && password !== '');

const sample = (count: number): string[] => fc.sample(PASSWORD, { numRuns: count, seed: RUNS.seed ?? 20_240_601 });

describeReal(['docker', 'dash', 'bash', 'busybox'], 'a printable password', () => {
  let server: Server;
  let host: string;
  /** What arrived, by user. */
  const seen = new Map<string, string>();
  beforeAll(async () => {
    server = createServer((request, response) => {
      const [, encoded] = /^Basic (.*)$/u.exec(request.headers.authorization ?? '') ?? [];
      if (encoded === undefined) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="recorder"' }).end('{}');
        return;
      }
      const pair = Buffer.from(encoded, 'base64').toString();
      seen.set(pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it(
    `arrives byte-equal through dcr-login.sh (${BY_SHELL} of them)`,
    async () => {
      const home = makeTemporaryDirectory();
      // The folder of docker, of which the tools are beside; and no daemon, which would only be slower.
      const environment = {
        PATH: `${dirname(requirePart('docker'))}:/usr/bin:/bin`,
        HOME: home,
        DOCKER_HOST: `unix://${home}/none`,
      };
      const passwords = sample(BY_SHELL);
      const work = passwords.entries();
      const worker = async () => {
        for (const [index, password] of work) {
          const [path, ...first] = shellCommand(SHELLS[index % SHELLS.length] ?? 'dash');
          const { exitCode, stderr } = await runCommand({
            path,
            arguments: [...first, SCRIPT, 'login'],
            environment: {
              ...environment,
              DCR_REGISTRY: `${host}/acme`,
              DCR_USERNAME: `ci${index}`,
              DCR_PASSWORD: password,
            },
          });
          expect([exitCode === 0 ? '' : stderr, seen.get(`ci${index}`)]).toEqual(['', password]);
        }
      };
      await Promise.all(Array.from({ length: WIDTH }, worker));
      expect(passwords.length).toBe(BY_SHELL);
    },
    CAMPAIGN ? 1_800_000 : 60_000,
  );

  describeReal(['gitlab-ci-local', 'node24', 'rsync'], 'that is a variable of a GitLab project', () => {
    it(
      `arrives byte-equal through the component (${BY_PIPELINE} of them)`,
      async () => {
        const passwords = sample(BY_SHELL).slice(0, BY_PIPELINE);
        const jobs = passwords.map(
          (_, index) => `
job-${index}:
  extends: .dcr-login
  variables:
    DCR_INPUT_USERNAME: gitlab${index}
    DCR_INPUT_PASSWORD_VARIABLE: PASSWORD_${index}
  script: [':']
`,
        );
        const project = await makeProject({
          '.gitlab-ci.yml': includeLogin({ registry: `${host}/acme` }, jobs.join('')),
        });
        const { exitCode, log } = await project.run({
          variables: Object.fromEntries(passwords.map((password, index) => [`PASSWORD_${index}`, password])),
          deadlineMs: CAMPAIGN ? 600_000 : 60_000,
        });
        expect(exitCode === 0 ? '' : log).toBe('');
        for (const [index, password] of passwords.entries()) expect(seen.get(`gitlab${index}`)).toBe(password);
        expect(project.remains()).toEqual([]);
      },
      CAMPAIGN ? 600_000 : 60_000,
    );
  });
});
