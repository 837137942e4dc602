import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { describeReal } from '@nexqloud/dcr-testkit';
import { RUNS } from '../core/support/runs.ts';
import type { Jenkins } from './support/jenkins.ts';
import { expectEnd, startJenkins } from './support/jenkins.ts';
import type { Installed, Machine } from './support/machine.ts';
import { makeMachine } from './support/machine.ts';

const CAMPAIGN = process.env['DCR_CAMPAIGN'] !== undefined;
/** How many passwords go from a credential of Jenkins to dcr-login, and how many on to a registry by a real docker. */
const [BOUND, PUSHED] = CAMPAIGN ? [10_000, 300] : [100, 6];
const BATCH = 200;
const TIME = CAMPAIGN ? 3_600_000 : 120_000;

/** Signs that Groovy, a shell or cmd.exe takes for its own, twice as often as the others. */
const SPECIAL = fc.constantFrom(...`$\`"'\\!#&*;:|<>(){}[]~?%@=+-,.^/ `);
const PRINTABLE = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
const TEXT = fc.string({ unit: fc.oneof(SPECIAL, SPECIAL, PRINTABLE), minLength: 1, maxLength: 60 });
const HARD = fc.constantFrom(
  '$$',
  '$HOME',
  '${HOME}',
  '$(id)',
  '%PATH%',
  '%%',
  '!PATH!',
  '\\n',
  '\\u0041',
  "'''",
  '"""',
);
// Docker drops spaces at the ends, so that dcr-login.sh refuses them.
const PASSWORD = fc
  .oneof(
    TEXT,
    fc.tuple(HARD, TEXT, HARD).map((parts) => parts.join('')),
  )
  .filter((password) => password.trim() === password);

describeReal(['java', 'javac', 'groovy-cps', 'docker'], 'a printable password in a credential of Jenkins', () => {
  const passwords = fc.sample(PASSWORD, { numRuns: BOUND, seed: RUNS.seed ?? 20_240_601 });
  let jenkins: Jenkins;
  let server: Server;
  let host: string;
  /** What arrived at the registry, by user: it lets everybody in. */
  const arrived = new Map<string, string>();
  beforeAll(async () => {
    jenkins = startJenkins('sandbox');
    server = createServer((request, response) => {
      const [, encoded] = /^Basic (.*)$/u.exec(request.headers.authorization ?? '') ?? [];
      const pair = Buffer.from(encoded ?? '', 'base64').toString();
      if (pair !== '') arrived.set(pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1));
      response.writeHead(pair === '' ? 401 : 200, { 'www-authenticate': 'Basic realm="recorder"' }).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await jenkins.stop();
  });

  /** Runs the step for one credential after the other, some hundred in each build. */
  const runForEach = async (machine: Machine, step: string, count: number) => {
    const { directory, environment } = machine;
    for (let from = 0; from < count; from += BATCH) {
      const pairs = passwords
        .slice(from, Math.min(count, from + BATCH))
        .map((password, i) => [`p${from + i}`, { username: `ci${from + i}`, password }] as const);
      const report = await jenkins.run({
        script: `node { checkout scm; for (id in readFile('ids').tokenize()) { ${step} } }`,
        repository: { ids: pairs.map(([id]) => id).join(' ') },
        credentials: { '': Object.fromEntries(pairs) },
        directory,
        environment,
      });
      expectEnd(report, 'SUCCESS');
    }
  };

  it.each(['', `'windows'`])(
    `arrives byte-equal at dcr-login, on a node(%s) (${BOUND} of them)`,
    async (label) => {
      const machine = makeMachine({
        installed: 'nothing',
        programs: { 'dcr-login': `printf '%s\\n' "$DCR_USERNAME:$DCR_PASSWORD" >>"$HOME/arrived"` },
      });
      const step = `dcrVerify(registry: 'dcr.nexqloud.io/acme', credentialsId: id)`;
      await runForEach(machine, label === '' ? step : `node(${label}) { ${step} }`, BOUND);
      const lines = readFileSync(join(machine.directory, 'home/arrived'), 'utf8').trimEnd().split('\n');
      expect(lines).toEqual(passwords.map((password, i) => `ci${i}:${password}`));
    },
    TIME,
  );

  it.each<Installed>(['dcr-login', 'nothing'])(
    `arrives byte-equal at the registry by docker, with %s on the agent (${PUSHED} of them)`,
    async (installed) => {
      arrived.clear();
      const machine = makeMachine({ installed });
      const step = `dcrLogin(registry: '${host}/acme', credentialsId: id, engine: 'docker', verify: 'none') { echo '' }`;
      await runForEach(machine, step, PUSHED);
      expect([...arrived]).toEqual(passwords.slice(0, PUSHED).map((password, i) => [`ci${i}`, password]));
      expect(machine.leftovers()).toEqual([]);
    },
    TIME,
  );
});
