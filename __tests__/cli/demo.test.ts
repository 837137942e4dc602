import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeReal, requirePart, waitUntil } from '@nexqloud/dcr-testkit';
import { installProgram, listAll, makeMachine, readCode } from './support/machine.ts';
import type { Machine, Run } from './support/machine.ts';
import { runOnTerminal } from './support/terminal.ts';

interface Story extends Run {
  readonly steps: readonly { readonly title: string; readonly seen: string }[];
  readonly seconds: number;
}

/** Runs the demo on a machine and sees to it that nothing of it is left. */
async function tell(machine: Machine, words: readonly string[] = ['--json'], env = {}): Promise<Story> {
  const before = listAll(machine.root);
  const since = performance.now();
  const run = await machine.run(['demo', ...words], { env });
  const seconds = (performance.now() - since) / 1000;
  expect(listAll(machine.root)).toEqual(before);
  return { ...run, seconds, steps: (run.json['steps'] ?? []) as Story['steps'] };
}

function expectStory({ exitCode, steps, stderr }: Story): void {
  expect(exitCode).toBe(0);
  expect(stderr).not.toMatch(/Warning: /u);
  const seen = steps.map((step) => step.seen);
  expect(seen.map((text) => /DCR_[A-Z_]+/u.exec(text)?.[0])).toEqual([
    undefined,
    undefined,
    'DCR_REGISTRY_UNKNOWN',
    'DCR_ACCESS_DENIED',
    undefined,
    'DCR_CREDENTIAL_REJECTED',
    undefined,
  ]);
  expect(seen.at(-1)).toMatch(/^\d+ files?, 0 of them/u);
}

describe('dcr-login demo, with nothing on PATH', () => {
  it.concurrent('tells the whole story in under ten seconds and leaves nothing behind', async () => {
    const story = await tell(makeMachine());
    expectStory(story);
    // The promise of the README, not a measurement: bench measures.
    expect(story.seconds).toBeLessThan(10);
    expect(story.steps[0]?.seen).toContain('no docker');
  });

  it.concurrent('prints plain lines where no terminal is', async () => {
    const { stdout, stderr, exitCode } = await tell(makeMachine(), []);
    // oxlint-disable-next-line no-control-regex
    expect([exitCode, stdout, /[\u001b\r…]/u.test(stderr)]).toEqual([0, '', false]);
    expect(stderr.split('\n').filter((line) => line.startsWith('✔ '))).toHaveLength(7);
  });

  it.concurrent('works inside of a CI job without touching what the job has', async () => {
    const machine = makeMachine();
    const env = {
      GITHUB_ACTIONS: 'true',
      RUNNER_TEMP: join(machine.root, 'tmp'),
      GITHUB_WORKSPACE: machine.home,
      DOCKER_CONFIG: join(machine.home, 'docker'),
      DCR_STATE_DIR: join(machine.home, 'state'),
      DCR_REGISTRY: 'dcr.nexqloud.io/mine',
      DCR_USERNAME: 'mine',
      XDG_RUNTIME_DIR: join(machine.home, 'run'),
    };
    expectStory(await tell(machine, ['--json'], env));
  });

  it.concurrent('shows on a terminal the step that runs, and takes that line away again', async () => {
    const machine = makeMachine();
    const { status, screen, sane } = await runOnTerminal(machine, ['demo'], { steps: [] });
    expect([status, sane]).toEqual([0, true]);
    expect(screen).toContain('… log in to ');
    expect(screen).toContain('\u001b[2K');
    expect(machine.remains()).toEqual([]);
  });

  it.concurrent('says what is missing where nothing can be written', async () => {
    const run = await makeMachine().run(['demo', '--json'], { env: { TMPDIR: '/nowhere' } });
    expect([run.exitCode, readCode(run)]).toEqual([6, 'DCR_STORE_FAILED']);
  });

  it.concurrent('is refused an argument', async () => {
    expect((await tell(makeMachine(), ['now', '--json'])).exitCode).toBe(2);
  });
});

describe('a demo that is interrupted', () => {
  it.concurrent.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s, in the middle of a login, leaves nothing', async (signal, exit) => {
    const machine = makeMachine();
    const mark = join(machine.bin, 'mark');
    installProgram(machine, 'docker', `: > '${mark}'\nread -r word\n/bin/sleep 20`);
    const started = machine.start(['demo', '--json']);
    await waitUntil(() => existsSync(mark), { what: 'docker runs', deadlineMs: 10_000 });
    expect(machine.remains()).not.toEqual([]);
    started.kill(signal);
    const { exitCode, json } = await started.ended;
    expect([exitCode, json['ok'], machine.remains()]).toEqual([exit, false, []]);
  });
});

describeReal(['docker'], 'dcr-login demo, with docker', () => {
  it.concurrent('lets docker log in, without a daemon, and leaves nothing behind', async () => {
    const machine = makeMachine();
    symlinkSync(requirePart('docker'), join(machine.bin, 'docker'));
    const story = await tell(machine);
    expectStory(story);
    expect(story.seconds).toBeLessThan(10);
    expect(story.steps[0]?.seen).toContain('docker login');
    expect(readdirSync(machine.home)).toEqual([]);
  });
});
