import { composeCommandEnvironment, DcrError } from '@nexqloud/dcr-core';
import type { SANDBOX } from '@nexqloud/dcr-core/contract';
import type { Sandbox, SandboxOptions } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import type { Ended } from '../child.ts';
import { runChild } from '../child.ts';
import type { Invocation } from '../program.ts';
import { renderAssignment } from '../shell-env.ts';
import type { Outcome, World } from '../world.ts';

export async function runSandbox({ rest, options, world }: Invocation<typeof SANDBOX>): Promise<Outcome> {
  const { auth: scheme, registry: names, port } = options;
  const registries = names.length === 0 ? {} : { registries: names.map((name) => ({ name, repositories: ['app'] })) };
  const sandbox = await openSandbox({ scheme, port, ...registries });
  const json = describeSandbox(sandbox);
  if (rest.length === 0) return { json, text: explainUse(sandbox), stay: () => serveUntilInterrupted(sandbox, world) };
  try {
    return { json, text: [], ...(await runCommand(rest, sandbox, world, options.json === true)) };
  } finally {
    await sandbox.close();
  }
}

async function serveUntilInterrupted(sandbox: Sandbox, { signal, say }: World): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  await sandbox.close();
  say('The sandbox is gone');
}

function describeSandbox({ host, adminToken, registries }: Sandbox): Record<string, unknown> {
  return {
    host,
    adminToken,
    registries: registries.map(({ reference, username, password }) => ({ registry: reference, username, password })),
  };
}

function explainUse(sandbox: Sandbox): readonly string[] {
  const registries = sandbox.registries.flatMap(({ name, reference, username, password }) => [
    '',
    `# ${reference}, with the repositories: ${sandbox.repositories(name).join(', ')}`,
    renderAssignment('sh', 'DCR_REGISTRY', reference),
    renderAssignment('sh', 'DCR_USERNAME', username),
    renderAssignment('sh', 'DCR_PASSWORD', password),
  ]);
  const [first] = sandbox.registries;
  const rotate = `curl -X POST -H 'Authorization: Bearer ${sandbox.adminToken}' ${sandbox.url}/sandbox/registries/${first?.name}/credentials`;
  return [
    `A registry of DCR’s shape listens on ${sandbox.host}, until Ctrl-C. Paste into another shell:`,
    ...registries,
    'dcr-login login && dcr-login verify --action push',
    '',
    `# a new credential for ${first?.name}; DELETE …/credentials/<username> retires one`,
    rotate,
  ];
}

function runCommand(words: readonly string[], sandbox: Sandbox, world: World, quiet: boolean): Promise<Ended> {
  const [first] = sandbox.registries;
  const visible = {
    DCR_REGISTRY: first?.reference ?? '',
    DCR_USERNAME: first?.username ?? '',
    DCR_PASSWORD: first?.password ?? '',
    DCR_SANDBOX: JSON.stringify(describeSandbox(sandbox)),
  };
  return runChild(
    { words, env: composeCommandEnvironment(world.ports.environment, { forms: [], visible }), quiet },
    world,
  );
}

/** Throws `DCR_INPUT_INVALID` for options that no client could use, `DCR_STORE_FAILED` where it cannot listen or store. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  try {
    return await startSandbox(options);
  } catch (cause) {
    const { message, name } = cause as Error;
    if (name === 'TypeError' || name === 'RangeError') throw new DcrError('DCR_INPUT_INVALID', { message, cause });
    throw new DcrError('DCR_STORE_FAILED', {
      message: `the sandbox could not start: ${message}`,
      remedy: 'Choose another port, or set TMPDIR to a directory that can be written to.',
      cause,
    });
  }
}
