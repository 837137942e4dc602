import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requirePart, runCommand, startService } from '@nexqloud/dcr-testkit';

export interface Keyring {
  /** What makes a helper use it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const PATH = process.env['PATH'] ?? '';

/** A GnuPG home and a password store of their own; `initialised`: with a key, and a store that encrypts for it. */
export async function makePass(options: { readonly initialised: boolean }): Promise<Keyring> {
  // Its own short path: the agent's socket lies in it.
  const root = mkdtempSync(join(tmpdir(), 'dcr-gpg-'));
  const [home, store] = [join(root, 'gnupg'), join(root, 'store')];
  mkdirSync(home, { mode: 0o700 });
  const env = { GNUPGHOME: home, PASSWORD_STORE_DIR: store };
  const run = async (part: 'gpg' | 'pass', words: readonly string[]) => {
    const result = await runCommand({
      path: requirePart(part),
      arguments: words,
      environment: { PATH, HOME: root, ...env },
    });
    if (result.exitCode !== 0) throw new Error(`${part} ${words.join(' ')}: ${result.output}`);
  };
  if (options.initialised) {
    const key = ['--quick-generate-key', 'dcr@test.invalid', 'future-default', 'default', 'never'];
    await run('gpg', ['--batch', '--passphrase', '', ...key]);
    await run('pass', ['init', 'dcr@test.invalid']);
  }
  return {
    env,
    stop: async () => {
      spawnSync('gpgconf', ['--homedir', home, '--kill', 'all'], { env: { PATH, HOME: root } });
      rmSync(root, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A session bus and an unlocked keyring without any display. */
export async function startSecretService(): Promise<Keyring> {
  const root = mkdtempSync(join(tmpdir(), 'dcr-bus-'));
  const runtime = join(root, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const base = { PATH, HOME: root, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(root, 'data') };
  const findAddress = (log: string) => /^unix:\S+/mu.exec(log)?.[0];
  const bus = await startService({
    path: requirePart('dbus-daemon'),
    arguments: ['--session', '--nofork', '--print-address', `--address=unix:path=${join(root, 'bus')}`],
    environment: base,
    logFile: join(root, 'bus.log'),
    isReady: (log) => findAddress(log) !== undefined,
    deadlineMs: 10_000,
  });
  const env = { DBUS_SESSION_BUS_ADDRESS: findAddress(bus.readLog()) ?? '' };
  // It reads the password of the keyring that it makes, and goes to the background; it ends with its bus.
  const keyring = await runCommand({
    path: requirePart('gnome-keyring'),
    arguments: ['--unlock', '--daemonize', '--components=secrets'],
    environment: { ...base, ...env },
    input: 'keyring',
    deadlineMs: 10_000,
  });
  const stop = async () => {
    await bus.stop();
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  };
  if (keyring.exitCode !== 0) {
    await stop();
    throw new Error(`gnome-keyring-daemon: ${keyring.output}`);
  }
  return { env, stop };
}
