import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runCommand, runToSuccess } from './command.ts';
import { requirePart } from './part.ts';

export interface PipelineOptions {
  /** A git repository with a commit and a `.gitlab-ci.yml`. */
  readonly repository: string;
  /** An existing private directory for the runner's home and temporary files. */
  readonly directory: string;
  /** CI/CD variables of the project, as they are: nothing in them is expanded. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Variables that GitLab itself would set otherwise: `{ CI_COMMIT_REF_PROTECTED: 'true' }`. */
  readonly predefined?: Readonly<Record<string, string>>;
  /** `shell`: on this machine; else in containers of this docker daemon, with the host's network and these volumes. */
  readonly executor: 'shell' | DockerExecutor;
  /** Added to the runner's environment, which its shell jobs see too. Never a secret. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Default 60 000. */
  readonly deadlineMs?: number;
}

export interface DockerExecutor {
  readonly dockerHost: string;
  /** An image of that daemon with `sh`, `chown` and `chmod`, which prepares the checkout. */
  readonly helperImage: string;
  readonly volumes?: readonly string[];
}

export interface PipelineResult {
  readonly exitCode: number;
  /** All that the runner printed. */
  readonly log: string;
}

/** Gives a repository the remote that GitLab's own variables are made of. */
export async function addRemote(repository: string, url = 'git@gitlab.example.com:acme/app.git'): Promise<void> {
  const environment = { PATH: process.env['PATH'] ?? '', HOME: repository, GIT_CONFIG_NOSYSTEM: '1' };
  await runToSuccess({ path: 'git', arguments: ['remote', 'add', 'origin', url], environment, directory: repository });
}

/** Runs a pipeline by gitlab-ci-local. Its shell is bash with `set -eo pipefail`, as GitLab Runner's is. */
export async function runPipeline(options: PipelineOptions): Promise<PipelineResult> {
  const { repository, directory, executor } = options;
  const at = (name: string) => join(directory, name);
  for (const name of ['home', 'tmp']) mkdirSync(at(name), { recursive: true, mode: 0o700 });
  // JSON is YAML. The runner expands what it reads: a doubled dollar is one that stays.
  const values = Object.entries(options.variables ?? {}).map(([name, value]) => [
    name,
    { type: 'variable', values: { '*': value.replaceAll('$', '$$$$') } },
  ]);
  writeFileSync(at('variables.yml'), JSON.stringify(Object.fromEntries(values)), { mode: 0o600 });
  const predefined = Object.entries(options.predefined ?? {}).map(([name, value]) => `--variable=${name}=${value}`);
  const where =
    executor === 'shell'
      ? ['--force-shell-executor']
      : [
          '--network=host',
          '--pull-policy=if-not-present',
          `--helper-image=${executor.helperImage}`,
          ...(executor.volumes ?? []).map((volume) => `--volume=${volume}`),
        ];
  const { exitCode, output } = await runCommand({
    path: requirePart('node24'),
    arguments: [
      requirePart('gitlab-ci-local'),
      `--home=${at('home')}`,
      `--variables-file=${at('variables.yml')}`,
      '--no-color',
      '--fetch-includes=false',
      ...predefined,
      ...where,
    ],
    environment: {
      PATH: [process.env['PATH'] ?? '', dirname(requirePart('rsync'))].join(delimiter),
      ...options.environment,
      ...(executor === 'shell' ? {} : { DOCKER_HOST: executor.dockerHost }),
      HOME: at('home'),
      TMPDIR: at('tmp'),
    },
    directory: repository,
    deadlineMs: options.deadlineMs ?? 60_000,
  });
  return { exitCode, log: output };
}
