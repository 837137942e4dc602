import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Ports } from '@nexqloud/dcr-core';
import { DcrError, deriveMaskedForms, login, Secret, verify } from '@nexqloud/dcr-core';
import type { DEMO } from '@nexqloud/dcr-core/contract';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import type { Invocation } from '../program.ts';
import { startProgress } from '../progress.ts';
import { rotateLocally } from '../rotation/local.ts';
import type { Outcome, World } from '../world.ts';
import { openSandbox } from './sandbox.ts';

interface Step {
  readonly title: string;
  /** What was seen, for the reader. */
  readonly run: () => Promise<string>;
}

/** The story of a credential on the sandbox. Everything it makes lies in one directory, which goes with it. */
export async function runDemo({ world }: Invocation<typeof DEMO>): Promise<Outcome> {
  const started = world.ports.clock.now();
  const sandbox = await openSandbox();
  const directory = fs.mkdtempSync(path.join(tmpdir(), 'dcr-login-demo-'));
  const steps: { title: string; seen: string }[] = [];
  try {
    world.say(`A registry of DCR’s shape listens on ${sandbox.host}: ${describeRegistries(sandbox)}`);
    for (const step of tellStory(sandbox, directory, world)) {
      world.signal.throwIfAborted();
      const progress = startProgress(step.title, world);
      const seen = await step.run().finally(() => progress.clear());
      progress.done(seen);
      steps.push({ title: step.title, seen });
    }
  } finally {
    await sandbox.close();
    fs.rmSync(directory, { recursive: true, force: true });
  }
  const seconds = ((world.ports.clock.now() - started) / 1000).toFixed(1);
  return { json: { steps }, text: [`Done in ${seconds} s; nothing of it is left. Try it yourself: dcr-login sandbox`] };
}

function tellStory(sandbox: Sandbox, directory: string, world: World): readonly Step[] {
  const ports = isolatePorts(world.ports, directory);
  const engine = ports.processes.find('docker') === undefined ? 'file' : 'docker';
  const [acme, globex] = sandbox.registries;
  if (acme === undefined || globex === undefined) throw new Error('the sandbox has two registries');
  const credential = { username: acme.username, password: acme.password };
  const ask = { registry: acme.reference, credential, signal: world.signal, retries: 0 };
  const wrongName = acme.reference.replace(/\w+$/u, 'amce');
  const logins: Awaited<ReturnType<typeof login>>[] = [];
  const forms: string[] = [];
  const logIn = async (fresh: typeof credential): Promise<string> => {
    forms.push(...deriveMaskedForms({ ...fresh, password: new Secret(fresh.password) }));
    const session = await login({ ...ask, credential: fresh, engine, isolate: true }, ports);
    logins.push(session);
    return `as ${session.username}, by ${engine === 'docker' ? 'docker login --password-stdin' : 'writing config.json (no docker here)'}`;
  };
  return [
    { title: `log in to ${acme.reference}`, run: () => logIn(credential) },
    {
      title: 'prove that it may push, without pushing anything',
      run: async () => `push to ${(await verify({ ...ask, action: 'push' }, ports)).repository} is allowed`,
    },
    {
      title: `misspell the name: ${wrongName}`,
      run: () => expectRefusal(verify({ ...ask, registry: wrongName }, ports)),
    },
    {
      title: `try the same credential on ${globex.reference}`,
      run: () => expectRefusal(verify({ ...ask, registry: globex.reference }, ports)),
    },
    {
      title: 'rotate: a new credential for every place that stores the old one, the old one retired last',
      run: async () => {
        const { report, fresh } = await rotateLocally(sandbox, { directory, ports, signal: world.signal });
        return `${report}; ${await logIn(fresh)}`;
      },
    },
    { title: 'try the old credential', run: () => expectRefusal(verify(ask, ports)) },
    {
      title: 'log out and look for what is left',
      run: async () => {
        for (const session of logins) await session.close();
        const files = readFiles(directory);
        const leaks = files.filter((text) => forms.some((form) => text.includes(form)));
        if (leaks.length === 0) return `${files.length} files, 0 of them with a secret`;
        throw new DcrError('DCR_INTERNAL', { message: `${leaks.length} files still hold a secret after the logout` });
      },
    },
  ];
}

/**
 * The same machine with everything that docker and we keep in one directory, and with a daemon that does not answer:
 * docker then logs in by itself, so that the demo needs none.
 */
function isolatePorts(ports: Ports, directory: string): Ports {
  const variables = {
    ...ports.environment.variables,
    DCR_STATE_DIR: path.join(directory, 'state'),
    DOCKER_CONFIG: path.join(directory, 'docker'),
    DOCKER_HOST:
      process.platform === 'win32'
        ? 'npipe:////./pipe/dcr-login-demo'
        : `unix://${path.join(directory, 'no-daemon.sock')}`,
    DOCKER_CONTEXT: undefined,
    RUNNER_TEMP: undefined,
    CI_PROJECT_DIR: undefined,
    WORKSPACE_TMP: undefined,
    JENKINS_URL: undefined,
    XDG_RUNTIME_DIR: undefined,
  };
  return { ...ports, environment: { ...ports.environment, variables } };
}

/** The refusal in the words that a user would read at 3 a.m. */
async function expectRefusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof DcrError && error.exitCode >= 3 && error.exitCode <= 4)
      return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new DcrError('DCR_INTERNAL', { message: 'the sandbox accepted what it must refuse' });
}

function describeRegistries({ registries }: Sandbox): string {
  return `${registries.map(({ name }) => name).join(' and ')}, a credential each`;
}

function readFiles(directory: string): readonly string[] {
  const entries = fs.readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}
