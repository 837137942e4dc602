import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';
import { runCommand } from './command.ts';
import { requirePart } from './part.ts';

export interface WorkflowOptions {
  /** A git repository with a commit: what `actions/checkout` brings. */
  readonly repository: string;
  /** The workflow's path in it. */
  readonly workflow: string;
  /** An existing private directory for the runner's home, cache and files. */
  readonly directory: string;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Added to the runner's environment, which its steps see too. Never a secret. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Directories that stand in for actions: `{ 'nexqloud/dcr-login@v1': '/path' }`. */
  readonly localRepositories?: Readonly<Record<string, string>>;
  /** Default: a push without details. */
  readonly event?: { readonly name: string; readonly payload?: object };
  /** Default 60 000. */
  readonly deadlineMs?: number;
}

export interface WorkflowResult {
  readonly exitCode: number;
  /** All that the runner printed. */
  readonly log: string;
}

/** Runs a workflow by act on this machine itself, each `ubuntu-latest` job in a directory of its own, with Node 24 first on PATH. */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowResult> {
  const { directory, repository, event = { name: 'push' } } = options;
  const at = (name: string) => join(directory, name);
  for (const name of ['home', 'cache', 'tmp']) mkdirSync(at(name), { recursive: true, mode: 0o700 });
  // act reads YAML, and JSON is YAML: no value needs an escape of its own as in a dotenv file. argv would show it to all.
  writeFileSync(at('secrets.yml'), JSON.stringify(options.secrets ?? {}), { mode: 0o600 });
  writeFileSync(at('event.json'), JSON.stringify(event.payload ?? {}), { mode: 0o600 });
  const stands = Object.entries(options.localRepositories ?? {}).map(([name, path]) => `${name}=${path}`);
  const { exitCode, output } = await runCommand({
    path: requirePart('act'),
    arguments: [
      event.name,
      `--directory=${repository}`,
      `--workflows=${join(repository, options.workflow)}`,
      '--platform=ubuntu-latest=-self-hosted',
      '--no-cache-server',
      '--action-offline-mode',
      `--secret-file=${at('secrets.yml')}`,
      `--eventpath=${at('event.json')}`,
      ...stands.map((stand) => `--local-repository=${stand}`),
    ],
    environment: {
      ...options.environment,
      PATH: [dirname(requirePart('node24')), process.env['PATH'] ?? ''].join(delimiter),
      HOME: at('home'),
      XDG_CACHE_HOME: at('cache'),
      TMPDIR: at('tmp'),
    },
    directory: repository,
    deadlineMs: options.deadlineMs ?? 60_000,
  });
  return { exitCode, log: output };
}
