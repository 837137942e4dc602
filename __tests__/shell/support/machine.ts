import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { CanarySecret, CommandResult, PartName } from '@nexqloud/dcr-testkit';
import { makeTemporaryDirectory, requirePart, runCommand, scanText } from '@nexqloud/dcr-testkit';

export const SCRIPT = resolve('packages/shell/dcr-login.sh');
/** Every sign that some shell, YAML or GitLab treats as its own. */
export const PASSWORD = 'c4nary:p@ss"w0rd\'$HOME\\%41`id`';
export const SECRET: CanarySecret = { name: 'password', username: 'ci', value: PASSWORD };

/** A shell and where its tools come from: an image with BusyBox has no others. */
export const SHELLS = ['dash', 'bash', 'busybox ash'] as const;
export type ShellName = (typeof SHELLS)[number];

/** What an image has beside the client: no curl, no Node, no dcr-login. */
const TOOLS = ['awk', 'cat', 'cp', 'id', 'ln', 'mkdir', 'rm', 'sed', 'tr'];

export interface ShellMachine {
  readonly home: string;
  /** The only directory on PATH. */
  readonly bin: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Runs the script, or what is written in its place; nothing that is printed holds the secret. */
  run(words: readonly string[], options?: ShellRunOptions): Promise<CommandResult>;
  /** Runs a text as `sh -c` would. */
  runText(text: string, options?: ShellRunOptions): Promise<CommandResult>;
  install(part: PartName): void;
  /** From now on every program on PATH, and a `printf` and an `echo` beside them, is written down as it is started. */
  record(): { readonly started: () => string };
  /** Everything below the home that is no directory. */
  listFiles(): readonly string[];
}

export interface ShellRunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly directory?: string;
  readonly options?: readonly string[];
}

/** The command that starts a shell. */
export function shellCommand(shell: ShellName): readonly [string, ...string[]] {
  return shell === 'busybox ash' ? [requirePart('busybox'), 'ash'] : [requirePart(shell)];
}

export function makeShellMachine(shell: ShellName): ShellMachine {
  const root = makeTemporaryDirectory();
  const [home, bin] = [join(root, 'home'), join(root, 'bin')];
  for (const directory of [home, bin]) mkdirSync(directory);
  const busybox = shell === 'busybox ash' ? requirePart('busybox') : undefined;
  for (const tool of TOOLS) symlinkSync(busybox ?? findTool(tool), join(bin, tool));
  const [program, ...first] = shellCommand(shell);
  const environment = { PATH: bin, HOME: home };
  const start = async (words: readonly string[], { env = {}, directory = home }: ShellRunOptions) => {
    const all = Object.entries({ ...environment, ...env }).filter(([, value]) => value !== undefined);
    const result = await runCommand({
      path: program,
      arguments: [...first, ...words],
      environment: Object.fromEntries(all) as Record<string, string>,
      directory,
    });
    const hits = scanText(result.output, words.join(' '), [SECRET]);
    if (hits.length > 0) throw new Error(`the output holds the secret: ${JSON.stringify(hits)}`);
    return result;
  };
  return {
    home,
    bin,
    environment,
    run: (words, options = {}) => start([...(options.options ?? []), SCRIPT, ...words], options),
    runText: (text, options = {}) => start([...(options.options ?? []), '-c', text], options),
    record: () => {
      const log = join(root, 'started');
      for (const tool of readdirSync(bin)) renameSync(join(bin, tool), join(bin, `.${tool}`));
      for (const tool of [...readdirSync(bin), '.printf', '.echo'].map((name) => name.slice(1))) {
        const real = ['printf', 'echo'].includes(tool) ? `/usr/bin/${tool}` : join(bin, `.${tool}`);
        // A program of BusyBox knows by its name what it is.
        const start = busybox !== undefined && TOOLS.includes(tool) ? `${busybox} ${tool}` : `'${real}'`;
        const script = `#!/bin/sh\n/bin/cat /proc/$$/cmdline /proc/$$/environ >> '${log}'\nexec ${start} "$@"\n`;
        writeFileSync(join(bin, tool), script, { mode: 0o755 });
      }
      return { started: () => (existsSync(log) ? readFileSync(log, 'utf8') : '') };
    },
    install: (part) => symlinkSync(requirePart(part), join(bin, part)),
    listFiles: () =>
      (readdirSync(home, { recursive: true, withFileTypes: true }) as { name: string; isDirectory(): boolean }[])
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => name),
  };
}

function findTool(name: string): string {
  const found = ['/usr/bin', '/bin'].map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${name} is not here`);
  return found;
}

export interface FakeClient {
  /** Arguments of each call. */
  calls(): readonly string[];
  /** What the last call was given, byte for byte. */
  stdin(): string;
  /** The environment of the last call. */
  environ(): string;
}

/** A client of this name that stores the login as the real one does, or says something and fails. */
export function installClient(
  { bin }: Pick<ShellMachine, 'bin'>,
  name: string,
  manner: {
    readonly words?: string;
    readonly status?: number;
    readonly stores?: boolean;
    readonly hangs?: boolean;
  } = {},
): FakeClient {
  const log = (what: string) => join(bin, `${name}.${what}`);
  const { words = '', status = 0, stores = true, hangs = false } = manner;
  writeFileSync(log('words'), words);
  const store = [
    `case ${name} in docker) file=$DOCKER_CONFIG/config.json ;; *) file=$REGISTRY_AUTH_FILE ;; esac`,
    // The flag of podman and its kin wins over the variable.
    'for host; do [ "$before" != --authfile ] || file=$host; before=$host; done',
    `printf '{\\n\\t"auths": {\\n\\t\\t"%s": {\\n\\t\\t\\t"auth": "eA=="\\n\\t\\t}\\n\\t}\\n}' "$host" > "$file"`,
  ];
  const lines = [
    '#!/bin/sh',
    `echo "$*" >> '${log('calls')}'`,
    `/bin/cat > '${log('stdin')}'`,
    `/bin/cat /proc/self/environ > '${log('environ')}'`,
    `/bin/cat '${log('words')}' >&2`,
    ...(stores && status === 0 ? store : []),
    // Until it is let go: it then ends well.
    ...(hangs ? [`echo "$$" > '${log('pid')}'; while [ ! -e '${log('go')}' ]; do /bin/sleep 0.02; done`] : []),
    `exit ${status}`,
  ];
  writeFileSync(join(bin, name), `${lines.join('\n')}\n`);
  chmodSync(join(bin, name), 0o755);
  const read = (what: string) => (existsSync(log(what)) ? readFileSync(log(what), 'utf8') : '');
  return {
    calls: () =>
      read('calls')
        .split('\n')
        .filter((line) => line !== ''),
    stdin: () => read('stdin'),
    environ: () => read('environ'),
  };
}
