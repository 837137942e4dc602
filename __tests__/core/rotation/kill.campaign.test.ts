import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { makeTemporaryDirectory, runCommand, scanDirectory, scanText } from '@nexqloud/dcr-testkit';

const SCRIPT = fileURLToPath(new URL('support/child.mjs', import.meta.url));
const CAMPAIGN = process.env['DCR_CAMPAIGN'] !== undefined;

type Death = { readonly effect: number; readonly when: 'before' | 'after' } | { readonly call: number };

interface Answer {
  readonly state?: string;
  readonly code?: string;
  readonly message?: string;
  readonly count: number;
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ registries: [{ name: 'acme', repositories: ['app'] }] });
});
afterAll(() => sandbox.close());

/** A machine with the same credential in these many places: docker configurations, and of three one command's file. */
class Machine {
  readonly root = makeTemporaryDirectory();
  readonly configs: readonly string[];
  readonly stored = join(this.root, 'store', 'credential.json');
  readonly #targets: number;
  readonly #environment: Readonly<Record<string, string>>;

  constructor(targets: number) {
    this.#targets = targets;
    const { username, password } = sandbox.rotate('acme', { grace: true });
    this.configs = Array.from({ length: targets === 1 ? 1 : targets - 1 }, (_, index) =>
      join(this.root, `place-${index}`, 'config.json'),
    );
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    for (const file of this.configs) {
      mkdirSync(join(file, '..'));
      writeFileSync(file, JSON.stringify({ auths: { [sandbox.host]: { auth }, other: { auth: 'b3RoZXI6b3RoZXI=' } } }));
    }
    mkdirSync(join(this.root, 'store'));
    writeFileSync(
      join(this.root, 'store.sh'),
      `#!/bin/sh\ncat > '${this.stored}.new' && mv '${this.stored}.new' '${this.stored}'\n`,
    );
    chmodSync(join(this.root, 'store.sh'), 0o755);
    const url = `${sandbox.url}/sandbox/registries/acme/credentials`;
    const lines = [
      'version: 1',
      'credentials:',
      '  - name: production',
      `    registry: ${sandbox.host}/acme`,
      '    issuer:',
      `      { type: http, url: '${url}', tokenEnv: ADMIN, retire: { url: '${url}/{username}', method: DELETE, tokenEnv: ADMIN } }`,
      '    targets:',
      ...this.configs.map((file) => `      - { type: docker-config, path: ${file} }`),
      ...(targets === 1 ? [] : ['      - { type: exec, command: [./store.sh] }']),
    ];
    writeFileSync(join(this.root, 'dcr-rotate.yml'), `${lines.join('\n')}\n`);
    this.#environment = {
      PATH: process.env['PATH'] ?? '',
      HOME: this.root,
      DCR_STATE_DIR: join(this.root, 'state'),
      ADMIN: sandbox.adminToken,
      TMPDIR: this.root,
    };
  }

  /** Undefined: the process was killed. */
  async rotate(order: { readonly mode?: string; readonly die?: Death } = {}): Promise<Answer | undefined> {
    const request = { file: join(this.root, 'dcr-rotate.yml'), mode: order.mode ?? 'run' };
    const result = await runCommand({
      path: process.execPath,
      arguments: [SCRIPT],
      environment: this.#environment,
      input: JSON.stringify({ request, die: order.die }),
    });
    expect(scanText(result.output, 'output', this.secrets())).toEqual([]);
    if (result.stdout !== '') return JSON.parse(result.stdout) as Answer;
    if (result.exitCode !== 137) throw new Error(`the child said nothing: ${result.stderr}`);
    return undefined;
  }

  /** What every place holds, and that it opens the registry. */
  expectOne(): void {
    const pairs = this.configs.map((file) => {
      const { auths } = JSON.parse(readFileSync(file, 'utf8')) as { auths: Record<string, { auth: string }> };
      expect(auths['other']).toEqual({ auth: 'b3RoZXI6b3RoZXI=' });
      return Buffer.from(auths[sandbox.host]?.auth ?? '', 'base64').toString();
    });
    if (this.#targets > 1) {
      const { username, password } = JSON.parse(readFileSync(this.stored, 'utf8')) as Record<string, string>;
      pairs.push(`${username}:${password}`);
    }
    expect(new Set(pairs).size).toBe(1);
    expect(sandbox.registries[0]?.credentials.map(({ username, password }) => `${username}:${password}`)).toContain(
      pairs[0],
    );
  }

  /** Each config on its own opens the registry, at whatever moment. */
  expectWorking(): void {
    const live = sandbox.registries[0]?.credentials.map(({ username, password }) => `${username}:${password}`);
    for (const file of this.configs) {
      const { auths } = JSON.parse(readFileSync(file, 'utf8')) as { auths: Record<string, { auth: string }> };
      expect(live).toContain(Buffer.from(auths[sandbox.host]?.auth ?? '', 'base64').toString());
    }
  }

  secrets() {
    return (sandbox.registries[0]?.credentials ?? []).map(({ username, password }) => ({
      name: username,
      username,
      value: password,
    }));
  }

  /** Outside of the places themselves no file holds a secret, also none that was meant to be there for a moment. */
  expectClean(): void {
    const hits = scanDirectory(join(this.root, 'state'), this.secrets());
    expect(hits).toEqual([]);
  }
}

async function killAtEach(targets: number, deaths: readonly Death[]): Promise<void> {
  const left = [...deaths];
  const work = async () => {
    for (let die = left.pop(); die !== undefined; die = left.pop()) {
      const machine = new Machine(targets);
      // Lines of the journal that are written together are one effect, so a run may end before the last number.
      const lived = await machine.rotate({ die });
      machine.expectWorking();
      if (lived !== undefined) expect(lived).toMatchObject({ state: 'complete' });
      if (existsSync(join(machine.root, 'state'))) machine.expectClean();
      // What never was begun cannot be resumed, and what is over needs it no more.
      let answer = lived ?? (await machine.rotate({ mode: 'resume' }));
      if (answer?.code === 'DCR_INPUT_INVALID') answer = await machine.rotate();
      expect(answer).toMatchObject({ state: 'complete' });
      machine.expectOne();
      machine.expectClean();
    }
  };
  await Promise.all([work(), work()]);
}

function chooseDeaths(count: number, wanted: number): readonly Death[] {
  const all = Array.from({ length: count }, (_, index) => index + 1).flatMap((effect): Death[] => [
    { effect, when: 'before' },
    { effect, when: 'after' },
  ]);
  const step = CAMPAIGN ? 1 : Math.max(1, Math.floor(all.length / wanted));
  return all.filter((_death, index) => index % step === 0);
}

describe.each([[1], [3]])('a process that is killed with %i targets', (targets) => {
  it('before or after any effect is continued by --resume, and leaves no secret on the way', async () => {
    const answer = await new Machine(targets).rotate({ die: { effect: 0, when: 'before' } });
    expect(answer).toMatchObject({ state: 'complete' });
    expect(answer?.count).toBeGreaterThan(15);
    await killAtEach(targets, chooseDeaths(answer?.count ?? 0, 6));
  }, 600_000);

  it('in the middle of an effect, at any system call of it, too', async () => {
    const answer = await new Machine(targets).rotate({ die: { call: 0 } });
    expect(answer?.count).toBeGreaterThan(30);
    const step = CAMPAIGN ? 1 : Math.floor((answer?.count ?? 0) / 5);
    const calls = Array.from({ length: answer?.count ?? 0 }, (_, index) => ({ call: index + 1 }));
    await killAtEach(
      targets,
      calls.filter(({ call }) => call % step === 0),
    );
  }, 600_000);
});
