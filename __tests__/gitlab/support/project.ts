import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CanarySecret, PipelineOptions, PipelineResult } from '@nexqloud/dcr-testkit';
import { addRemote, makeRepository, makeTemporaryDirectory, runPipeline, scanDirectory } from '@nexqloud/dcr-testkit';

export const PASSWORD = 'c4nary:p@ss"w0rd\'$HOME\\%41`id`';
export const SECRET: CanarySecret = { name: 'password', username: 'ci', value: PASSWORD };

/** A project on a runner: a checkout beside which other checkouts lie, and the templates in it. */
export interface Project {
  readonly root: string;
  readonly repository: string;
  run(options?: Partial<PipelineOptions>): Promise<PipelineResult>;
  /** What the jobs left beside the checkout, directories that GitLab itself makes aside. */
  remains(): readonly string[];
  /** Where on the machine a secret lies; the file that stands for GitLab's own store of variables is none. */
  findSecret(...secrets: CanarySecret[]): readonly string[];
}

export async function makeProject(files: Readonly<Record<string, string>>): Promise<Project> {
  const root = makeTemporaryDirectory();
  const [repository, directory] = [join(root, 'app'), join(root, 'runner')];
  for (const path of [repository, directory]) mkdirSync(path);
  cpSync(resolve('templates'), join(repository, 'templates'), { recursive: true });
  await makeRepository(repository, { 'README.md': 'app', '.gitignore': '.gitlab-ci-local\n', ...files });
  await addRemote(repository);
  return {
    root,
    repository,
    run: (options = {}) =>
      runPipeline({
        repository,
        directory,
        executor: 'shell',
        ...options,
        environment: { DOCKER_HOST: `unix://${root}/none.sock`, ...options.environment },
      }),
    remains: () => {
      const beside = `${repository}.tmp`;
      return existsSync(beside) ? readdirSync(beside) : [];
    },
    findSecret: (...secrets) =>
      scanDirectory(root, secrets)
        .map(({ where }) => where)
        .filter((where) => where !== join(directory, 'variables.yml')),
  };
}

/** A pipeline that includes a component of this checkout with these inputs. */
export function includeLogin(inputs: Readonly<Record<string, unknown>>, jobs: string): string {
  // JSON is YAML, and keeps every character of an input.
  return `include:\n  - local: templates/login.yml\n    inputs: ${JSON.stringify(inputs)}\n${jobs}`;
}
