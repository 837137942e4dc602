import fs from 'node:fs';
import process from 'node:process';
import type { Session } from '@nexqloud/dcr-core';
import { DcrError, formatTime, login, toDcrError } from '@nexqloud/dcr-core';
import { createNodePorts } from '@nexqloud/dcr-core/node';
import type { Inputs } from './inputs.ts';
import { readInputs } from './inputs.ts';
import { explainMissing } from './missing.ts';
import { describeLogin } from './summary.ts';

// Loaded while docker starts and not before: it takes about 25 ms, which docker needs as well to get to the password.
const loadToolkit = () => import('./toolkit.ts');

/** Only GitHub's own machines are thrown away after a job; on any other, `~/.docker` belongs to somebody. */
const isolatedByDefault = process.env['RUNNER_ENVIRONMENT'] !== 'github-hosted';

await run().catch(async (thrown: unknown) => {
  const { setFailed, debug } = await loadToolkit();
  const error = toDcrError(thrown);
  setFailed(`${error.code}: ${error.message}\n→ ${error.remedy}`);
  if (error.cause instanceof Error) debug(error.cause.stack ?? error.cause.message);
});

async function run(): Promise<void> {
  const inputs = readInputs();
  if (inputs.username === '' || inputs.password.reveal() === '') return handleMissing(inputs);
  const { engine, verify, retries, timeout, isolate = isolatedByDefault, logout = true } = inputs.options;
  const temporary = process.env['RUNNER_TEMP'] ?? '';
  const session = await login(
    {
      registry: inputs.registry,
      credential: { username: inputs.username, password: inputs.password },
      engine,
      isolate,
      verify,
      retries,
      timeout,
      owner: process.ppid,
      ...(temporary === '' ? {} : { stateDir: `${temporary}/dcr-login` }),
      hooks: {
        announce: ({ id, stateDir }) =>
          saveState({ session: id, stateDir, logout, dockerConfig: process.env['DOCKER_CONFIG'] ?? '' }),
        mask: async (forms) => {
          const { setSecret } = await loadToolkit();
          for (const form of forms) setSecret(form);
        },
      },
    },
    createNodePorts(),
  );
  await report(session, logout);
}

/**
 * For the post step, before the first effect, in the file protocol of the runner: a step that is killed at any later
 * moment is cleaned up all the same. Paths and names only.
 */
function saveState(state: Readonly<Record<string, string | boolean>>): void {
  const file = process.env['GITHUB_STATE'];
  if (file !== undefined && file !== '') fs.appendFileSync(file, `dcr=${JSON.stringify(state)}\n`);
}

async function report(session: Session, logout: boolean): Promise<void> {
  const { exportVariable, info, setOutput } = await loadToolkit();
  const { registry, host, name, username, configDir, isolated, expiresAt } = session;
  const outputs = { registry, host, name, username, 'config-dir': configDir };
  for (const [output, value] of Object.entries(outputs)) setOutput(output, value);
  setOutput('expires-at', expiresAt === undefined ? '' : formatTime(expiresAt));
  if (isolated) exportVariable('DOCKER_CONFIG', configDir);
  for (const line of describeLogin(session, { logout })) info(line);
}

async function handleMissing({ username, registry, options }: Inputs): Promise<void> {
  const [{ notice }, { context }] = await Promise.all([loadToolkit(), import('@actions/github')]);
  const head: unknown = context.payload.pull_request?.['head']?.repo?.full_name;
  const reason = explainMissing({
    // Typed as always there, but only GitHub's own runner sets them all.
    event: context.eventName ?? '',
    actor: context.actor ?? '',
    repository: process.env['GITHUB_REPOSITORY'] ?? '',
    head: typeof head === 'string' ? head : undefined,
    ref: context.ref ?? 'this ref',
    refProtected: process.env['GITHUB_REF_PROTECTED'] === 'true',
  });
  const message = `${username === '' ? 'username' : 'password'} is empty for ${registry}: ${reason}`;
  if (options['on-missing'] === 'skip') return notice(`DCR login skipped: ${message}`);
  throw new DcrError('DCR_CREDENTIAL_MISSING', { message, registry });
}
