import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { describeReal, requirePart, runCommand, scanDirectory, scanText, waitUntil } from '@nexqloud/dcr-testkit';
import type { FakeClient, ShellMachine } from './support/machine.ts';
import { installClient, makeShellMachine, PASSWORD, SCRIPT, SECRET, shellCommand, SHELLS } from './support/machine.ts';

const RIGHT = { DCR_REGISTRY: 'registry.example/acme', DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD };

describeReal(['shellcheck'], 'packages/shell/dcr-login.sh', () => {
  it('is POSIX, clean for shellcheck and at most 200 lines', async () => {
    const result = await runCommand({
      path: requirePart('shellcheck'),
      arguments: ['--shell=sh', '--severity=style', SCRIPT],
      environment: {},
    });
    expect(result.output).toBe('');
    expect(readFileSync(SCRIPT, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });
});

describeReal(['bash'], 'dcr-login.sh in a shell without a printf of its own', () => {
  it('refuses to work, for a program would be given the password as an argument', async () => {
    const machine = makeShellMachine('bash');
    const seen = join(machine.home, 'seen');
    writeFileSync(join(machine.bin, 'printf'), `#!/bin/sh\necho "$@" > '${seen}'\n`);
    chmodSync(join(machine.bin, 'printf'), 0o755);
    const result = await machine.runText(`enable -n printf; set -- login; . '${SCRIPT}'`, { env: RIGHT });
    expect([result.exitCode, result.stderr, existsSync(seen)]).toEqual([
      6,
      expect.stringContaining('DCR_ENGINE_MISSING'),
      false,
    ]);
  });
});

describeReal(['dash', 'bash', 'busybox', 'curl'], 'dcr-login.sh', () => {
  describe.each(SHELLS)('in %s', (shell) => {
    let machine: ShellMachine;
    let docker: FakeClient;
    beforeEach(() => {
      machine = makeShellMachine(shell);
      docker = installClient(machine, 'docker');
    });
    const privateBase = () => join(machine.home, '.local/state/dcr-login/private');
    /** Logs in through eval as a user would, and prints what the caller sees then. */
    const evalLogin = (then: string, before = '') => `${before}\nenv=$(. '${SCRIPT}') || exit\neval "$env"\n${then}`;

    it.each(['-x', '-v', '-xv', '-eu', '-C', '-f', '-a', '-eux'])(
      'when the caller has set %s, works and shows no secret',
      async (flags) => {
        const text = `set ${flags}\nset -- login\n${evalLogin('printf "%s\\n" "$DOCKER_CONFIG"')}`;
        const result = await machine.runText(text, { env: RIGHT });
        expect(result).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\/.*\/dcr-\d+\n$/u) });
        expect(docker.stdin()).toBe(PASSWORD);
        expect(scanText(docker.environ(), 'environ', [SECRET])).toEqual([]);
        expect(docker.environ()).not.toContain('secret=');
      },
    );

    it.each(['-x', '-eux'])('when it is started with %s itself, shows no secret', async (flags) => {
      expect(await machine.run(['login'], { env: RIGHT, options: [flags] })).toMatchObject({ exitCode: 0 });
    });

    it('when it is sourced, changes nothing of the caller but what it prints', async () => {
      const text = [
        'set -- login; IFS=,; umask 022; trap "echo mine" EXIT; secret=mine; line=mine; fail() { echo mine; }',
        `before=$(set +o; umask; trap); . '${SCRIPT}' > "$HOME/out"; after=$(set +o; umask; trap)`,
        '[ "$before" = "$after" ] && fail && printf "%s %s %s\\n" "$secret" "$line" "$IFS" && type dcr_login > "$HOME/type"',
      ].join('\n');
      const result = await machine.runText(text, { env: RIGHT });
      expect(result).toMatchObject({ exitCode: 0, stdout: 'mine\nmine mine ,\nmine\n' });
    });

    it('when it fails under set -e and pipefail, ends the caller with its own status', async () => {
      installClient(machine, 'docker', { words: '401 Unauthorized', status: 1 });
      const pipefail = shell === 'dash' ? '' : 'set -o pipefail;';
      const text = `set -eu; ${pipefail} set -- login; . '${SCRIPT}'; echo not reached`;
      expect(await machine.runText(text, { env: RIGHT })).toMatchObject({ exitCode: 3, stdout: '' });
      expect(machine.listFiles()).toEqual([]);
    });

    it('gives the password to the client by standard input alone, and nobody else any secret', async () => {
      const env = { ...RIGHT, OTHER: `x${PASSWORD}y`, GITHUB_TOKEN: 'ghs_1', CI_JOB_TOKEN: 't', KEPT: 'kept' };
      expect(await machine.run(['login'], { env })).toMatchObject({ exitCode: 0 });
      expect(docker.stdin()).toBe(PASSWORD);
      expect(docker.calls()).toEqual(['login --username ci --password-stdin registry.example']);
      expect(docker.environ()).toContain('KEPT=kept');
      expect(docker.environ()).not.toMatch(/OTHER=|TOKEN=|DCR_PASSWORD=/u);
      expect(scanDirectory(machine.home, [SECRET])).toEqual([]);
    });

    it.each([
      ['a login', 'login', {}, {}],
      ['a login that fails', 'login', { words: `401 ${PASSWORD}`, status: 1 }, {}],
      ['a registry in upper case', 'login', {}, { DCR_REGISTRY: 'REGISTRY.example/acme' }],
      ['a wrong registry', 'login', {}, { DCR_REGISTRY: 'acme' }],
      ['a verify', 'verify', {}, { DCR_REGISTRY: '127.0.0.1:1/acme' }],
      ['a logout', 'logout', {}, { DCR_CONFIG_DIR: '/nonexistent' }],
    ] as const)(
      'for %s, gives no program the password as an argument or in its environment',
      async (_title, command, manner, extra) => {
        installClient(machine, 'docker', manner);
        machine.install('curl');
        const { started } = machine.record();
        await machine.run([command], { env: { ...RIGHT, OTHER: PASSWORD, ...extra } });
        expect(scanText(started(), 'started', [SECRET])).toEqual([]);
        expect(started()).not.toMatch(/(?:^|\0)[^\0]*\/(?:printf|echo)\0/u);
        // BusyBox starts its own programs by itself, whatever stands on PATH.
        if (command !== 'logout' && shell !== 'busybox ash') expect(started()).toContain(machine.bin);
      },
    );

    it('names no program by its place, so that the one above sees all of them', () => {
      const script = readFileSync(SCRIPT, 'utf8').replace('#!/bin/sh', '');
      expect(script).not.toMatch(/\/(?:usr|bin|sbin|opt)\//u);
    });

    it('makes a private directory whose seed keeps docker away from credential stores', async () => {
      const seen = join(machine.home, 'seen');
      writeFileSync(
        join(machine.bin, 'docker'),
        `#!/bin/sh\n/bin/cp "$DOCKER_CONFIG/config.json" '${seen}'\n/bin/cat >/dev/null\nexit 1\n`,
      );
      chmodSync(join(machine.bin, 'docker'), 0o755);
      await machine.run(['login'], { env: RIGHT });
      expect(readFileSync(seen, 'utf8')).toBe('{"auths":{"x.invalid":{}}}');
      installClient(machine, 'docker');
      const text = `umask 000\nset -- login\n${evalLogin('printf %s "$DOCKER_CONFIG"')}`;
      const { stdout } = await machine.runText(text, { env: RIGHT });
      expect(statSync(stdout).mode & 0o777).toBe(0o700);
      expect(statSync(join(stdout, '.dcr-login')).mode & 0o777).toBe(0o600);
    });

    it('keeps plugins and contexts of the user in reach', async () => {
      mkdirSync(join(machine.home, '.docker/cli-plugins'), { recursive: true });
      writeFileSync(join(machine.home, '.docker/cli-plugins/docker-buildx'), '');
      const text = `set -- login\n${evalLogin('cat "$DOCKER_CONFIG/cli-plugins/docker-buildx" && echo found')}`;
      expect(await machine.runText(text, { env: RIGHT })).toMatchObject({ exitCode: 0, stdout: 'found\n' });
    });

    it.each([
      ['spaces', 'a b  c'],
      ['quotes', `it's "quoted" $HOME \`id\` \\ *`],
      ['a line break', 'two\nlines'],
    ])('when there are %s in the path, what it prints can be evaluated', async (_title, name) => {
      const base = join(machine.home, name);
      mkdirSync(base);
      const env = { ...RIGHT, RUNNER_TEMP: base };
      const then = `[ -f "$DOCKER_CONFIG/config.json" ] && printf %s "\${DOCKER_CONFIG%/*}" && . '${SCRIPT}'`;
      const text = `set -- login\n${evalLogin(`set -- logout; ${then}`)}`;
      expect(await machine.runText(text, { env })).toMatchObject({ exitCode: 0, stdout: base });
      expect(machine.listFiles().filter((file) => !['out', 'type'].includes(file))).toEqual([]);
    });

    it('when HOME is not set, finds it by the account', async () => {
      const env = { ...RIGHT, HOME: undefined, XDG_STATE_HOME: join(machine.home, 'state') };
      expect(await machine.run(['login'], { env })).toMatchObject({ exitCode: 0 });
      const none = await machine.run(['login'], {
        env: { ...RIGHT, HOME: undefined, DCR_CONFIG_DIR: join(machine.home, 'x') },
      });
      expect(none).toMatchObject({ exitCode: 0 });
    });

    it('when the workspace is read-only, uses the next place that is writable', async () => {
      const project = join(machine.home, 'build');
      mkdirSync(project);
      writeFileSync(`${project}.tmp`, 'a file, so that nothing can be made below it');
      const env = { ...RIGHT, CI_PROJECT_DIR: project, CI_JOB_ID: '7' };
      const { stdout, exitCode } = await machine.run(['login'], { env, directory: project });
      expect(exitCode).toBe(0);
      expect(stdout).toContain(privateBase());
    });

    it('refuses a private directory in the workspace, by whatever way', async () => {
      const project = join(machine.home, 'build');
      mkdirSync(project);
      symlinkSync(project, join(machine.home, 'link'));
      for (const dir of [join(project, 'x'), `${machine.home}/../home/build/x`, join(machine.home, 'link/x')]) {
        const env = { ...RIGHT, CI_PROJECT_DIR: project, DCR_CONFIG_DIR: dir };
        const result = await machine.run(['login'], { env });
        expect([result.exitCode, result.stderr]).toEqual([2, expect.stringContaining('DCR_INPUT_INVALID')]);
      }
      expect(docker.calls()).toEqual([]);
    });

    it('refuses a planted symbolic link and whatever else stands where the directory shall be', async () => {
      const [dir, trap] = [join(machine.home, 'dir'), join(machine.home, 'trap')];
      mkdirSync(trap);
      writeFileSync(join(trap, '.dcr-login'), '');
      symlinkSync(trap, dir);
      const refused = await machine.run(['login'], { env: { ...RIGHT, DCR_CONFIG_DIR: `${dir}/` } });
      expect([refused.exitCode, docker.calls()]).toEqual([2, []]);
      const out = await machine.run(['logout'], { env: { DCR_CONFIG_DIR: `${dir}/` } });
      expect([out.exitCode, existsSync(join(trap, '.dcr-login'))]).toEqual([0, true]);
      mkdirSync(join(machine.home, 'base-trap'));
      symlinkSync(join(machine.home, 'base-trap'), join(machine.home, 'runner'));
      const next = await machine.run(['login'], { env: { ...RIGHT, RUNNER_TEMP: join(machine.home, 'runner') } });
      expect(next.stdout).toContain(privateBase());
    });

    it('logs out by the variables of the login, twice, and leaves what it did not make', async () => {
      const mine = join(machine.home, 'mine');
      mkdirSync(mine);
      writeFileSync(join(mine, 'config.json'), '{}');
      const text = `set -- login\n${evalLogin(`set -- logout; . '${SCRIPT}' && . '${SCRIPT}' && [ ! -e "$DOCKER_CONFIG" ] && echo gone`)}`;
      expect(await machine.runText(text, { env: RIGHT })).toMatchObject({ exitCode: 0, stdout: 'gone\n' });
      expect(await machine.run(['logout'], { env: { DOCKER_CONFIG: mine } })).toMatchObject({ exitCode: 0 });
      expect(machine.listFiles()).toEqual(['config.json']);
    });

    it('adds another host to a directory of its own, and never replaces a login there', async () => {
      const env = { ...RIGHT, DCR_CONFIG_DIR: join(machine.home, 'both') };
      const other = { ...env, DCR_REGISTRY: 'other.example/acme' };
      expect(await machine.run(['login'], { env })).toMatchObject({ exitCode: 0 });
      expect(await machine.run(['login'], { env: other })).toMatchObject({ exitCode: 0 });
      const again = await machine.run(['login'], { env: { ...env, DCR_REGISTRY: 'registry.example/globex' } });
      expect([again.exitCode, docker.calls().length]).toEqual([2, 2]);
      installClient(machine, 'docker', { words: '401', status: 1 });
      const failed = await machine.run(['login'], { env: { ...env, DCR_REGISTRY: 'third.example' } });
      expect([failed.exitCode, existsSync(env.DCR_CONFIG_DIR)]).toEqual([3, true]);
    });

    it('says that DOCKER_AUTH_CONFIG is to go where it would shadow the login, and only there', async () => {
      const auth = (host: string) => JSON.stringify({ auths: { [host]: { auth: 'eDp5' } } });
      const text = `set -- login\n${evalLogin('printf %s "${DOCKER_AUTH_CONFIG-gone}"')}`;
      const shadowed = await machine.runText(text, { env: { ...RIGHT, DOCKER_AUTH_CONFIG: auth('registry.example') } });
      expect(shadowed.stdout).toBe('gone');
      expect(docker.environ()).not.toContain('DOCKER_AUTH_CONFIG');
      const kept = await machine.runText(text, { env: { ...RIGHT, DOCKER_AUTH_CONFIG: auth('other.example') } });
      expect(kept.stdout).toBe(auth('other.example'));
    });

    it('quotes what a client says as data, without the password in any encoding', async () => {
      const base64 = Buffer.from(PASSWORD).toString('base64');
      const words = [
        `\u001b[31m401\r\n::error::${PASSWORD} ##[error] x`,
        encodeURIComponent(PASSWORD),
        base64,
        Buffer.from(`ci:${PASSWORD}`).toString('base64url'),
        Buffer.from(`x${PASSWORD}`).toString('base64'),
        Buffer.from(`xy${PASSWORD}`).toString('base64'),
        Buffer.from(PASSWORD).toString('hex'),
        JSON.stringify(PASSWORD),
        new URLSearchParams({ v: PASSWORD }).toString(),
      ];
      for (const word of [...words, words.join(' '), 'x'.repeat(9000)]) {
        installClient(machine, 'docker', { words: `${word}\n`, status: 1 });
        const { stderr } = await machine.run(['login'], { env: RIGHT });
        expect(stderr).toMatch(/^dcr-login: DCR_[A-Z_]+: [ -~]{1,300}\n$/u);
        expect(stderr).not.toMatch(/::|##\[/u);
      }
    });

    it('when a two-line password meets a wrong registry, shows none of its lines', async () => {
      const env = { ...RIGHT, DCR_REGISTRY: '', DCR_USERNAME: '', DCR_PASSWORD: 'first-half\nsecond-half\nthird-half' };
      expect((await machine.run(['login'], { env })).stderr).not.toMatch(/half/u);
    });

    it.each([
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const)('when %s comes during the login, ends at once and leaves nothing', async (signal, status) => {
      installClient(machine, 'docker', { hangs: true });
      const [program, ...first] = shellCommand(shell);
      const child = spawn(program, [...first, SCRIPT, 'login'], {
        env: { ...machine.environment, ...RIGHT },
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.once('exit', (code, name) => done(code ?? name)));
      const pidFile = join(machine.bin, 'docker.pid');
      await waitUntil(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '', {
        deadlineMs: 10_000,
        what: 'docker runs',
      });
      child.kill(signal);
      // The shell that was started waits for the subshell in which all is done: it is that one which is asked to end.
      const own = readFileSync(pidFile, 'utf8').trim();
      const parent = /^PPid:\s*(\d+)/mu.exec(readFileSync(`/proc/${own}/status`, 'utf8'))?.[1];
      if (parent !== undefined && Number(parent) > 1) process.kill(Number(parent), signal);
      expect([status, signal]).toContain(await ended);
      await waitUntil(() => machine.listFiles().length === 0, { deadlineMs: 5000, what: 'nothing is left' });
      await waitUntil(() => !existsSync(`/proc/${own}`), { deadlineMs: 5000, what: 'docker is gone' });
    });

    it('when the shell that asked is killed alone, removes the login that nobody waits for', async () => {
      installClient(machine, 'docker', { hangs: true });
      const [program, ...first] = shellCommand(shell);
      const child = spawn(program, [...first, SCRIPT, 'login'], {
        env: { ...machine.environment, ...RIGHT },
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.once('exit', done));
      const started = () => existsSync(join(machine.bin, 'docker.pid'));
      await waitUntil(started, { deadlineMs: 10_000, what: 'docker runs' });
      child.kill('SIGKILL');
      await ended;
      expect(machine.listFiles()).toContain('.dcr-login');
      writeFileSync(join(machine.bin, 'docker.go'), '');
      await waitUntil(() => machine.listFiles().length === 0, { deadlineMs: 10_000, what: 'nothing is left' });
    });
  });
});
