import fs from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import type { Session } from '@nexqloud/dcr-core';
import { composeMaskCommands, DcrError, formatTime, loginAll, parseRegistry, toDcrError } from '@nexqloud/dcr-core';
import { createLoginPorts } from '@nexqloud/dcr-core/node';
import { readInputs } from './inputs.ts';
import { explainMissing } from './missing.ts';
import { tellRunner } from './runner-file.ts';
import { describeLogin } from './summary.ts';

// Loaded for what went wrong: a login that succeeds does without its 8 ms.
const loadToolkit = () => import('./toolkit.ts');

/** Only GitHub's own machines are thrown away after a job; on any other, `~/.docker` belongs to somebody. */
const isolatedByDefault = process.env['RUNNER_ENVIRONMENT'] !== 'github-hosted';

/** Exported by an isolated login, and put back by its post step. */
const VARIABLES = ['DOCKER_CONFIG', 'REGISTRY_AUTH_FILE'];

await run().catch(async (thrown: unknown) => {
  const { setFailed, debug } = await loadToolkit();
  const error = toDcrError(thrown);
  setFailed(`${error.code}: ${error.message}\n→ ${error.remedy}`);
  if (error.cause instanceof Error) debug(error.cause.stack ?? error.cause.message);
});
// Node would take its heap apart first: 1.5 ms, in which nobody is served.
process.stdout.write('', () => process.exit());

async function run(): Promise<void> {
  const { registries, options } = await readInputs();
  // Before a missing secret is explained: without a registry there is none to be missing for.
  for (const { registry } of registries) parseRegistry(registry);
  const missing = registries.find(
    ({ credential }) => credential.username === '' || credential.password.reveal() === '',
  );
  if (missing !== undefined) {
    const { registry, credential } = missing;
    const what = credential.username === '' ? 'username' : 'password';
    return handleMissing({
      registry,
      what: `${what} is empty for ${registry}`,
      skip: options['on-missing'] === 'skip',
    });
  }
  const { engine, verify, retries, timeout, isolate = isolatedByDefault, logout = true } = options;
  const temporary = findTemporary();
  const sessions = await loginAll(
    {
      registries,
      engine,
      isolate,
      verify,
      retries,
      timeout,
      owner: process.ppid,
      ...(temporary === '' ? {} : { stateDir: `${temporary}/dcr-login` }),
      hooks: {
        announce: ({ ids, stateDir, visible }) =>
          // Before the first effect: a step that is killed at any later moment is cleaned up by post all the same.
          tellRunner('GITHUB_STATE', {
            dcr: JSON.stringify({ sessions: ids, stateDir, logout, before: readVariables(), exported: visible }),
          }),
        // As the toolkit's setSecret does, which would hold the password back for as long as it takes to load.
        mask: (forms) => printLines(composeMaskCommands(forms)),
      },
    },
    createLoginPorts(),
  );
  report(sessions, logout);
}

/** The runner makes this directory itself; a link in its place is somebody's trap. */
function findTemporary(): string {
  const given = process.env['RUNNER_TEMP'] ?? '';
  return given !== '' && fs.lstatSync(given, { throwIfNoEntry: false })?.isDirectory() === true ? given : '';
}

function readVariables(): Readonly<Record<string, string>> {
  return Object.fromEntries(VARIABLES.map((name) => [name, process.env[name] ?? '']));
}

function report(sessions: readonly Session[], logout: boolean): void {
  const [first] = sessions;
  if (first === undefined) return;
  const { registry, host, name, username, configDir, isolated, expiresAt } = first;
  tellRunner('GITHUB_OUTPUT', {
    registry,
    host,
    name,
    username,
    'config-dir': configDir,
    'config-dirs': JSON.stringify(Object.fromEntries(sessions.map((each) => [each.registry, each.configDir]))),
    'expires-at': expiresAt === undefined ? '' : formatTime(expiresAt),
  });
  // Of several logins the first is what plain clients see; whoever lies apart is told of in its notes.
  if (isolated) tellRunner('GITHUB_ENV', first.visible);
  printLines(sessions.flatMap((session) => describeLogin(session, { logout })));
}

function printLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}${os.EOL}`).join(''));
}

async function handleMissing(missing: { registry: string; what: string; skip: boolean }): Promise<void> {
  const [{ notice }, { context }] = await Promise.all([loadToolkit(), import('@actions/github')]);
  const from: unknown = context.payload.pull_request?.['head']?.repo;
  // The repository of a fork that was deleted is null.
  const head = from === null ? 'that was deleted' : (from as { full_name?: unknown } | undefined)?.full_name;
  const reason = explainMissing({
    // Typed as always there, but only GitHub's own runner sets them all.
    event: context.eventName ?? '',
    actor: context.actor ?? '',
    repository: process.env['GITHUB_REPOSITORY'] ?? '',
    head: typeof head === 'string' ? head : undefined,
    ref: context.ref ?? 'this ref',
    refProtected: process.env['GITHUB_REF_PROTECTED'] === 'true',
  });
  const message = `${missing.what}: ${reason}`;
  if (missing.skip) return notice(`DCR login skipped: ${message}`);
  const remedy = 'Give this job the secret, or set on-missing: skip where it has none.';
  throw new DcrError('DCR_CREDENTIAL_MISSING', { message, remedy, registry: missing.registry });
}
