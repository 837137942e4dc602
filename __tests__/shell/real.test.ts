import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DockerDaemon, DockerRegistry, TokenServer } from '@nexqloud/dcr-testkit';
import {
  describeReal,
  makeTemporaryDirectory,
  requirePart,
  runCommand,
  scanDirectory,
  scanText,
  startCanary,
  startDockerDaemon,
  startDockerRegistry,
  startTokenServer,
} from '@nexqloud/dcr-testkit';
import { findClosedPort, startServer } from '../cli/support/servers.ts';
import { makeShellMachine, PASSWORD, SCRIPT, SECRET, SHELLS } from './support/machine.ts';

describeReal(
  ['docker', 'dockerd', 'podman', 'docker-registry', 'htpasswd', 'curl', 'dash', 'bash', 'busybox'],
  'dcr-login.sh with a real client and a real registry',
  () => {
    let daemon: DockerDaemon;
    let server: TokenServer;
    let registries: Record<'htpasswd' | 'token', DockerRegistry>;
    beforeAll(async () => {
      const user = { username: 'ci', password: PASSWORD };
      server = await startTokenServer({ users: [{ ...user, grants: ['repository:acme/*:pull,push'] }] });
      const [started, htpasswd, token] = await Promise.all([
        startDockerDaemon(),
        startDockerRegistry({ auth: { type: 'htpasswd', users: [user] }, directory: makeTemporaryDirectory() }),
        startDockerRegistry({ auth: { type: 'token', server }, directory: makeTemporaryDirectory() }),
      ]);
      daemon = started;
      registries = { htpasswd, token };
      for (const { host } of [htpasswd, token]) await daemon.importImage(`${host}/acme/app:v1`);
    });
    afterAll(
      () => Promise.all([daemon.stop(), registries.htpasswd.stop(), registries.token.stop(), server.stop()]),
      30_000,
    );

    const env = (kind: 'htpasswd' | 'token', extra: Record<string, string> = {}) => ({
      DCR_REGISTRY: `${registries[kind].host}/acme`,
      DCR_USERNAME: 'ci',
      DCR_PASSWORD: PASSWORD,
      DOCKER_HOST: daemon.host,
      ...extra,
    });

    it.each(SHELLS.flatMap((shell) => (['htpasswd', 'token'] as const).map((kind) => [shell, kind] as const)))(
      'in %s, a registry with %s: docker pushes, logout leaves nothing, nobody sees the password',
      async (shell, kind) => {
        const machine = makeShellMachine(shell);
        machine.install('docker');
        const watch = await startCanary({
          secrets: [SECRET],
          roots: [machine.home],
          // The shell that was given the password as a variable, and the entry in the private directory while it is there.
          allow: ({ place, process: seen, where }) =>
            (place === 'environ' && seen?.arguments.some((word) => word.includes('dcr-login.sh')) === true) ||
            (place === 'file' && where.startsWith(join(machine.home, '.local/state/dcr-login/private'))),
        });
        const image = `${registries[kind].host}/acme/app:v1`;
        const text = [
          `env=$(sh '${SCRIPT}' login) || exit; unset DCR_PASSWORD; eval "$env"`,
          `docker push ${image} >&2 && sh '${SCRIPT}' logout && [ ! -e "$DOCKER_CONFIG" ] && ! docker push ${image} >&2`,
        ].join('\n');
        symlinkSync(requirePart('dash'), join(machine.bin, 'sh'));
        const result = await machine.runText(text, { env: env(kind) });
        expect(result.exitCode === 0 ? '' : result.output).toBe('');
        expect(await watch.stop()).toEqual([]);
        expect(machine.listFiles()).toEqual([]);
        expect(scanDirectory(machine.home, [SECRET])).toEqual([]);
        expect(scanText(result.output, 'output', [SECRET])).toEqual([]);
      },
    );

    it.each(SHELLS)('in %s, podman logs in under the name of the registry, and reads it from there', async (shell) => {
      const machine = makeShellMachine(shell);
      machine.install('podman');
      const text = [
        `set -- login; env=$(. '${SCRIPT}') || exit; eval "$env"`,
        'podman login --get-login "$DCR_REGISTRY/app"; ! podman login --get-login "${DCR_REGISTRY%/*}/globex"',
        `set -- logout; . '${SCRIPT}'`,
      ].join('\n');
      const result = await machine.runText(text, { env: env('token', { DCR_ENGINE: 'podman' }) });
      expect([result.exitCode === 0 ? '' : result.output, result.stdout]).toEqual(['', 'ci\n']);
      expect(scanDirectory(machine.home, [SECRET])).toEqual([]);
    });

    it.each(['docker', 'podman'] as const)(
      'a refusal by way of %s has the code of its reason and leaves nothing',
      async (client) => {
        const closed = await findClosedPort();
        const page = await startServer(() => ({ status: 503, body: 'down' }));
        const rows = [
          [{ DCR_PASSWORD: 'wr0ng-password' }, 3, 'DCR_CREDENTIAL_REJECTED'],
          [{ DCR_REGISTRY: `${closed}/acme` }, 5, 'DCR_UNREACHABLE'],
          [{ DCR_REGISTRY: `${page.host}/acme` }, 5, 'DCR_SERVER_ERROR'],
        ] as const;
        for (const [extra, status, code] of rows) {
          const machine = makeShellMachine('dash');
          machine.install(client);
          const result = await machine.run(['login'], { env: env('htpasswd', extra) });
          expect([result.exitCode, result.stderr]).toEqual([status, expect.stringContaining(`dcr-login: ${code}: `)]);
          expect(machine.listFiles()).toEqual([]);
        }
        await page.stop();
      },
    );

    it.each(SHELLS)('in %s, verify asks by curl without showing the password', async (shell) => {
      const machine = makeShellMachine(shell);
      machine.install('curl');
      const watch = await startCanary({
        secrets: [SECRET],
        allow: ({ place, process: seen }) =>
          place === 'environ' && seen?.arguments.some((word) => word.includes('dcr-login.sh')) === true,
      });
      const verify = (kind: 'htpasswd' | 'token', extra: Record<string, string> = {}) =>
        machine.run(['verify'], { env: env(kind, extra) });
      expect((await verify('htpasswd')).exitCode).toBe(0);
      expect(await watch.stop()).toEqual([]);
      expect(await verify('htpasswd', { DCR_PASSWORD: 'wr0ng' })).toMatchObject({
        exitCode: 3,
        stderr: expect.stringContaining('_REJECTED'),
      });
      // Whom a token service may be asked from is decided by the Public Suffix List, which a script has not.
      expect(await verify('token')).toMatchObject({
        exitCode: 6,
        stderr: expect.stringContaining('DCR_ENGINE_MISSING'),
      });
      expect(await verify('htpasswd', { DCR_VERIFY: 'push' })).toMatchObject({
        exitCode: 6,
        stderr: expect.stringContaining('DCR_ENGINE_MISSING'),
      });
      const open = await startServer(() => ({ status: 200 }));
      expect(await verify('htpasswd', { DCR_REGISTRY: `${open.host}/x` })).toMatchObject({
        exitCode: 3,
        stderr: expect.stringContaining('_UNPROVEN'),
      });
      await open.stop();
      const closed = await findClosedPort();
      expect(await verify('htpasswd', { DCR_REGISTRY: `${closed}/x` })).toMatchObject({
        exitCode: 5,
        stderr: expect.stringContaining('_UNREACHABLE'),
      });
      // And before a login: a client never sees what was refused.
      machine.install('docker');
      const before = registries.htpasswd.accessLog().length;
      const login = await machine.run(['login'], {
        env: env('htpasswd', { DCR_VERIFY: 'auth', DCR_PASSWORD: 'wr0ng' }),
      });
      expect([login.exitCode, registries.htpasswd.accessLog().length - before]).toEqual([3, 2]);
    });

    it('verify asks by dcr-login where that is on PATH, which gets the password by standard input', async () => {
      const machine = makeShellMachine('dash');
      const log = makeTemporaryDirectory();
      const lines = [
        '#!/bin/sh',
        `echo "$*" > '${log}/argv'; /bin/cat > '${log}/stdin'; /usr/bin/env > '${log}/env'; exit 4`,
      ];
      await runCommand({
        path: '/bin/sh',
        arguments: ['-c', 'cat > "$1" && chmod 755 "$1"', 'sh', join(machine.bin, 'dcr-login')],
        environment: { PATH: '/bin:/usr/bin' },
        input: lines.join('\n'),
      });
      const { exitCode } = await machine.run(['verify'], { env: env('token', { DCR_VERIFY: 'push' }) });
      expect(exitCode).toBe(4);
      const read = async (name: string) =>
        (await runCommand({ path: '/bin/cat', arguments: [join(log, name)], environment: {} })).stdout;
      expect(await read('argv')).toBe(`verify ${registries.token.host}/acme -u ci --password-stdin --action push\n`);
      expect(await read('stdin')).toBe(PASSWORD);
      expect(await read('env')).not.toContain('DCR_PASSWORD');
    });
  },
);
